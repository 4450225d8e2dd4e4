import { cleanText } from '../src/scraping/html.ts'

const calledOff =
  /\b(?:cancell?(?:ed|ation|ing)?|postpone(?:d|ment)|deferred(?! comp)|re-?schedul(?:ed?|ing)|no (?:regular |special |council |board )?meeting|not (?:be )?held|will not (?:meet|be held)|lack of (?:a )?quorum|cancelad[oa]|cancelaci[oó]n|pospuest[oa]|aplazad[oa])\b/i
const asRemark =
  /[\s*([{<:–—-]*\b(?:notice of (?:meeting )?(?:cancell?ation|postponement)(?: of)?|(?:meeting )?(?:cancell?(?:ed|ation)|postponed|deferred|re-?scheduled)(?: meeting)?(?: notice)?|(?:meeting )?cancell?ation notice(?: of)?|no meeting|meeting cancell?ation|cancelad[oa])\b[\s*)\]}>:.!–—-]*/gi

/**
 * The words of a title that say the meeting will not be held as listed, `null` when there are none.
 * On portals that have no field for it clerks write it into the name.
 */
export function calledOffWords(title: string): string | null {
  const found = calledOff.exec(title.slice(0, 2_000))
  if (!found) return null
  // "Rescheduled from May 5" is about another day: this one is held.
  const behind = title.slice(found.index + found[0].length, found.index + found[0].length + 20)
  if (/^re-?sched/i.test(found[0]) && /^\s*(?:from|meeting of)\b/i.test(behind)) return null
  return cleanText(found[0])
}

/** The title without such words, where anything is left: "CANCELLED - City Council" is the council. */
export function withoutRemark(title: string): string {
  if (!calledOff.test(title.slice(0, 2_000))) return title
  const rest = cleanText(title.slice(0, 2_000).replace(asRemark, ' ')).replace(
    /^[\s,;:–—-]+|[\s,;:–—-]+$/g,
    '',
  )
  return rest || title
}
