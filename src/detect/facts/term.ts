import { findMonthDate, findUsDate } from '../../model/written-date.ts'
import { fromPieces } from '../pieces.ts'
import { printedNumber, readNumber } from './number-words.ts'
import { endsEarlier, isOfEarlier } from './of-earlier.ts'
import { isOfOther } from './of-other-spans.ts'
import type { FactPattern } from './pattern.ts'
import { numberBefore, printedDate, toMonths } from './spans.ts'

const toDate = (printed: string) =>
  findMonthDate(printed.replace(/(\d)(?:st|nd|rd|th)/, '$1').replace(/ {2,}/g, ' ')) ??
  findUsDate(printed.replaceAll('-', '/').replace(/\/(\d\d)$/, '/20$1'))

/** What has a term: "five-year agreement". */
const lasting =
  /^(?:[ -](?:[a-z-]{3,16} ){0,3}?(?:agreement|contract|term|lease|subscription|license|renewal|extension|period|plan|commitment|program|deal|purchase|warranty|maintenance|services?|quote|total)\b)/i

/** "Two one-year renewal periods": what may follow is no term. */
const isOption =
  /^[ -](?:renewals\b|(?:renewal|extension) (?:options?|terms?|periods?)\b|options?\b)/i

/** "Exercise the second one-year renewal option": that year runs. */
const isTakenUp =
  /\bexercis\w*\b[^.;\d]{0,40} (?:the|its|an?|first|second|third|fourth|final|last|next) $/i

/** "Five-year capital improvement program": what a body plans is no contract. */
const ofPlans =
  /^[ -](?:strategic|capital|master|financial|consolidated|action)\b.{0,40}(?:plan|program)$/i

const isExtended =
  /\bexten(?:d|ds|ded|ding|sion)\b[^.;\n]{0,30}\b(?:terms?|agreement|contract|lease|subscription|period|date)\b[^.;\n]{0,60}$/i

/** "For a term of", "the term of the agreement is", "shall remain in effect for", "Program Length" */
const saidOf = fromPieces(
  'i',
  String.raw`\b(?:terms?|period|duration)`,
  '(?: (?:of|is|shall be|will be|for)|:|,? not to exceed',
  '| of (?:the|this) (?:agreement|contract|lease|subscription) (?:is|shall be|will be))',
  '(?: (?:up to|approximately|an initial))? {0,3}$',
  String.raw`|\b(?:remain|continue|be) in (?:full )?(?:force and )?effect for(?: a period of)? $`,
  String.raw`|\b(?:program|contract|subscription|term) length:? {1,3}$`,
)

/** "Falcon bundle - 5 years", "camera licenses (3 years)": what is bought, and how long for, at the end of a line. */
const standsBehind =
  /\b(?:agreement|bundle|camera|contract|coverage|drone|kit|lease|licen[cs]e|package|plan|plate reader|program|quote|renewal|service|software|storage|subscription|system|support)s? ?[-\u2013\u2014,(:] ?$/i
const endsLine = /^ ?\)?[.;]?(?: ?(?:\n|\$)|$)/

/** Before a number of years, that these are no term of the contract itself. */
const elsewhere =
  /(?:option\w*|additional|up to|renewal|successive|serv|work|employ|retain|retention|stor|recogni|experience|aged?|preced|past|last|previous|every|within|probation|imprison|sentenc|warrant|useful life|life ?span|depreciat)\w*(?: (?:of|to|for|the|a|an))?[^.;]{0,24}$/i

/** "It was level for two years" tells of what has been. */
const isPast = /\b(?:was|were|been|had|went|stayed|remained|lived)\b[^.;]{0,26}$/i

/** How long a contract runs, and from when to when. */
export const termPatterns: readonly FactPattern[] = [
  {
    // "five-year agreement", "for a term of five (5) years", "Initial Term: 24 months"
    pattern: /\b(?:years?|months?|yrs?|mos)\b/gi,
    read([unit], { before, after }) {
      const head = before(90)
      const number = numberBefore(head)
      const months = number && toMonths(number.value, unit)
      if (!number || months === null) return undefined
      const ahead = head.slice(0, -number.length)
      const value = { months }
      if (isOfEarlier(ahead)) return undefined
      if (/\b(?:renewal|option\w*|extension) (?:term|period)s? ?:? ?(?:of |for )?$/i.test(ahead))
        return undefined
      // "for a term of five years", "Initial Term: 24 months"
      const said = saidOf.exec(ahead)
      // "In a period of 18 months, thefts rose": a time that is told of.
      if (said && /\b(?:in|within|during)(?: an?| the)? $/i.test(ahead.slice(0, said.index)))
        return undefined
      if (
        said &&
        !/retention|probation|notice|warranty|refill|grant period/i.test(ahead.slice(-60))
      ) {
        return { kind: 'term', value, before: number.length + said[0].length }
      }
      const what = lasting.exec(after(80))
      if (what) {
        if (/^ ?retention|^[ -](?:old|warranty)/i.test(after(12))) return undefined
        if (ofPlans.test(what[0])) return undefined
        if (isOption.test(after(40)) && !isTakenUp.test(ahead)) return undefined
        if (
          /^[ -](?:grant|reporting|performance|evaluation|budget|project) (?:period|term)/i.test(
            what[0],
          )
        )
          return undefined
        if (/(?:option\w*|additional|renewal|successive)[^.;]{0,30}$/i.test(ahead.slice(-40)))
          return undefined
        return { kind: 'term', value, before: number.length, after: what[0].length }
      }
      if (
        standsBehind.test(ahead) &&
        endsLine.test(after(6)) &&
        !elsewhere.test(ahead.slice(-64)) &&
        !isPast.test(ahead.slice(-50))
      ) {
        return { kind: 'term', value, grade: 'unclear', before: number.length }
      }
      const runs =
        /\b(?:for|over|covering|spanning)(?: up to| the next| a total of| a| an)? $/i.exec(ahead)
      if (!runs || /^ (?:of (?:service|experience)|ago|and older|old)/i.test(after(14)))
        return undefined
      if (elsewhere.test(ahead.slice(-64)) || isPast.test(ahead.slice(-50))) return undefined
      return { kind: 'term', value, grade: 'unclear', before: number.length + runs[0].length }
    },
  },
  {
    // "from July 1, 2026 through June 30, 2031"
    pattern: new RegExp(
      String.raw`\b(?:from|beginning|commencing|effective|starting|begins?|commences?|start(?= date|:))(?: on| as of| date:?)?:? (${printedDate})`,
      'gi',
    ),
    read([whole, printed = ''], { before, after }) {
      const found = toDate(printed)
      if (isOfOther(before(120), after(90))) return undefined
      // "Extending the term from June 30, 2026 to": where the old one ends.
      if (/^from\b/i.test(whole) && isExtended.test(before(110)) && /^ to\b/i.test(after(4)))
        return undefined
      return found ? { kind: 'term-start', value: { date: found } } : undefined
    },
  },
  {
    // "July 1, 2026 - June 30, 2031", beside "term" or "period"
    pattern: new RegExp(
      String.raw`\b(${printedDate}) ?(?:-|\u2013|to|through|thru) ?(?=${printedDate})`,
      'gi',
    ),
    read([whole, printed = ''], { before, after }) {
      const found = toDate(printed)
      if (/ to ?$/i.test(whole) && /\bfrom $/i.test(before(6)) && isExtended.test(before(110)))
        return undefined
      const isOfContract =
        /\b(?:term|period|contract|agreement|subscription|renewal|coverage|from|dates?)\b[^.;]{0,40}$/i
      return found && isOfContract.test(before(60)) && !isOfOther(before(120), after(120))
        ? { kind: 'term-start', value: { date: found } }
        : undefined
    },
  },
  {
    pattern: new RegExp(
      String.raw`(?:\b(?:through|thru|ending|until|expir(?:es|ing|ation)|terminat(?:es|ing)|ends?|to)(?: on| date of| date| no later than)?:? |(?<=\d{4} ?|/\d{2} ?)[-\u2013] ?)(${printedDate})`,
      'gi',
    ),
    read([whole, printed = ''], { before, after }) {
      const found = toDate(printed)
      // "October 1 to April 1: preparation" and "closeout phase (to June 1)" are parts of a plan.
      if (/^ ?: ?(?=[A-Za-z])/.test(after(4)) || /\bphases?\b/i.test(before(60))) return undefined
      // Certificates and insurances of a vendor end too.
      if (isOfOther(before(120), after(90))) return undefined
      if (endsEarlier(before(90), whole.slice(0, whole.length - printed.length))) return undefined
      if (
        !found ||
        /complian|certific|insur|licen[sc]e(?! plate)|permit|quote|offer|pricing/i.test(before(40))
      )
        return undefined
      // "to June 30, 2031" ends a span only where one began.
      if (
        /^(?:to\b|[-\u2013])/i.test(whole) &&
        !new RegExp(`${printedDate} ?$`, 'i').test(before(40)) &&
        !(/^to\b/i.test(whole) && isExtended.test(before(110)))
      )
        return undefined
      return { kind: 'term-end', value: { date: found } }
    },
  },
]

/** The term that a text states as its contract's, in months; `null` where it states none or two. */
export function readTermMonths(text: string): number | null {
  const found = new Set<number>()
  const said = new RegExp(
    String.raw`\b(${printedNumber})[ -]{1,2}(year|month|yr)s?\b(?! retention| option)`,
    'gi',
  )
  for (const match of text.slice(0, longestTitle).matchAll(said)) {
    const [, count = '', unit = ''] = match
    if (
      /(?:option\w*|additional|renewal|retain\w*|within)[^.;]{0,30}$/i.test(
        text.slice(Math.max(0, match.index - 40), match.index),
      )
    )
      continue
    const number = readNumber(count)
    const months = number ? toMonths(number, unit) : null
    if (months) found.add(months)
  }
  const [only] = found
  return found.size === 1 && only !== undefined ? only : null
}

const longestTitle = 2_000
