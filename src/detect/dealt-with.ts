import { printedNumber } from './facts/number-words.ts'

/**
 * What is bought is counted or priced where it is told; what is mentioned in passing hardly ever is.
 * Both look at a few words beside a term, so that nothing farther off changes them.
 */

/** So many code units before and after a term are looked at. */
const reach = 80

/** "Fifty-six (56) pole-mounted " before "cameras"; no sum, year, number of a section or share of an hour. */
const counted = new RegExp(
  String.raw`(?:^|[^\w$.,/#%:-])(?:${printedNumber})(?: \(\d{1,4}\))?[ -](?:(?!of\b|the\b|and\b|or\b|for\b|in\b|to\b|on\b|at\b|by\b|with\b|per\b|from\b|years?\b|months?\b|days?\b|hours?\b|minutes?\b|percent\b|million\b|thousand\b|feet\b|foot\b|miles?\b|officers?\b|hundred\b)[A-Za-z][\w/’'-]{1,18} ){0,3}$`,
  'i',
)
/** What such a number is of when it counts nothing: "Section 4 cameras", "Phase 2 cameras", "a camera". */
const numbersNothing =
  /(?:section|chapter|no\.|#|page|item|district|phase|version|exhibit|attachment|model|figure|table|article|option|zone|ward|title|part|bill|route|july|june|march|april|may|august|january|february|september|october|november|december) $/i
const yearOrOne = /^(?:(?:19|20)\d\d|an?|one)\b/i

/** "Six speed camera tickets" are no cameras. */
const ofAnother =
  /^ ?(?:(?:or|and) (?:[\w-]+ ){0,3})?(?:tickets?|violations?|citations?|fines?|footage|recordings?|images?|photos?|videos?|feeds?|hits?|alerts?|flights?|missions?|hours?|operators?|pilots?|officers?|users?|locations?|requests?|reports?|cases?)\b/i

/** How many of it, in the words just before: "30 license plate readers". */
export function isCounted(text: string, start: number, end: number): boolean {
  if (ofAnother.test(text.slice(end, end + reach))) return false
  const before = text.slice(Math.max(0, start - reach), start).replace(/\s+/g, ' ')
  const match = counted.exec(before)
  if (!match) return false
  const count = match[0].replace(/^[^\w]/, '')
  return !yearOrOne.test(count) && !numbersNothing.test(before.slice(0, match.index + 1))
}

const sum = String.raw`\$ ?\d`
/** "License plate readers, $36,000": the sum stands behind it in its own clause. */
const priceBehind = new RegExp(String.raw`^(?:[^.;:?!$]|\.(?=\w)){0,45}[( ]${sum}`)
/** "$11,304 for plate readers", "of which $21,000 is for ankle monitors", "$11,304.00 to buy three cameras". */
const priceBefore = new RegExp(
  String.raw`${sum}[\d,.]*(?: (?:is|was|were|are|goes|went|will go|would go|in it|of it|more|a year|per year|annually|each))? (?:for|to|toward|towards|of) (?:[\w-]+ ){0,4}$`,
  'i',
)
/** A sum that is told for something else: a fine, a threshold, what is lost. */
const isNoPrice =
  /\b(?:fine|fines|fined|penalty|penalties|civil|exceeding|violations?|theft|stolen|damages?|tickets?|revenues?)\b/i

/** Whether a sum stands right beside a term, before or behind it. */
export function isPriced(text: string, start: number, end: number): boolean {
  const behind = text.slice(end, end + reach).replace(/\s+/g, ' ')
  const before = text.slice(Math.max(0, start - reach), start).replace(/\s+/g, ' ')
  const found = priceBehind.exec(behind)
  if (found) return !isNoPrice.test(before.slice(-40) + found[0])
  return priceBefore.test(before) && !isNoPrice.test(before)
}
