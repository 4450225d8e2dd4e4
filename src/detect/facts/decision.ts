import { fromPieces } from '../pieces.ts'

/** What announces the decision that is asked for: a form's heading, or the sentence itself. */
const announces = fromPieces(
  'i',
  String.raw`\b(?:recommendations?(?:\(s\))?(?= ?[:\n\u2013\u2014-])`,
  String.raw`|(?:recommended|requested|suggested|proposed|possible) (?:[\w-]+ ){0,2}`,
  String.raw`(?:action|motion)s?(?:\(s\))?(?= ?[:\n\u2013\u2014-])`,
  String.raw`|(?:action|motion) (?:requested|recommended)(?= ?[:\n\u2013\u2014-])`,
  String.raw`|staff (?:recommend|request)s?\b(?= that\b`,
  String.raw`| (?:the )?(?:city |county |town |village )?(?:council|board|commission)\b`,
  String.raw`| (?:approv|authoriz|adopt|accept|award)\w*\b)|(?:it is|is) recommended that\b`,
  String.raw`|\b(?:staff|chief|sheriff|captain|department|office) (?:is |are )?`,
  '(?:requests?|requesting|seeks?|seeking|asks?|asking) (?:for )?',
  String.raw`(?:authority|authorization|permission|approval|leave)(?= (?:to|of|for)\b)`,
  String.raw`|^\W{0,8}(?:requesting|seeking|asking for) (?:the )?(?:[\w'\u2019]+ )?`,
  String.raw`(?:approval|permission|authorization)(?= (?:to|of|for)\b)`,
  String.raw`|be it (?:therefore |further |hereby )?(?:resolved|ordained)\b|(?<=\n)I move\b`,
  String.raw`|\bmotion (?:was made )?by [\w .,'\u2019-]{3,80}? to\b`,
  String.raw`(?= (?:approve|authorize|award|purchase|accept|adopt|enter)\b)`,
  String.raw`|\bmoved,? (?:and )?(?:[\w .'\u2019-]{3,30} )?seconded,? to\b`,
  String.raw`(?= (?:approve|authorize|award|purchase|accept|adopt|enter|buy)\b))`,
)

/** A text that is itself the list of what is to be decided. */
const begins =
  /^\W{0,8}(?:(?:1|a)[.)]\s{1,40})?(?:consider(?:ation of)? (?:the )?(?:approval|award|purchase|adoption) of|approve|authorize|adopt|accept|award|ratify|receive)\b/i

/** Where what is asked ends: the next heading of the form. */
const ends =
  /\n\s{0,8}(?:fiscal|financial|background|discussion|summary|analysis|description|rationale|attachments?|budget|funding|executive|issue|statement|cost|purpose|prepared|alternatives?)\b/i

/** Decisions stand near the beginning, and are told in a sentence or two. */
const mostBefore = 3_000
const mostOfDecision = 320

/** The decision that a text asks for, in its words; '' where it announces none. */
export function decisionOf(text: string): string {
  const head = text.slice(0, mostBefore)
  if (begins.test(head)) return head.slice(0, mostOfDecision)
  const found = announces.exec(head)
  if (!found) return ''
  const rest = text
    .slice(found.index + found[0].length, found.index + found[0].length + mostOfDecision)
    .replace(/^[\s:\u2013\u2014-]{1,12}/, '')
  return rest.slice(0, ends.exec(rest)?.index ?? mostOfDecision)
}
