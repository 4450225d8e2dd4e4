import { printedNumber, readNumber } from './number-words.ts'
import {
  type CommittedSum,
  mostWeighed,
  type Readable,
  type SumField,
  sumOf,
  together,
} from './sum-field.ts'

/** "Purchase 5 body cameras from Digital Ally at": how many, of what, and that the price comes next. */
const piecesBefore = new RegExp(
  String.raw`(?:^|[\s(])(${printedNumber})\)? ?((?:(?![$;]|\. )[^\n]){0,90}?)(?:@|\b(?:at|for|costing|priced at)(?: (?:a|the) (?:unit )?(?:cost|price) of| only)?|\bcost of) ?$`,
  'i',
)
const reach = 130
const thing =
  /\b(?:cameras?|cams?|drones?|UAVs?|UASs?|readers?|A?LPRs?|units?|devices?|systems?|trailers?|batter(?:y|ies)|kits?|monitors?|licen[cs]es?|sensors?|towers?|phones?|tablets?|docks?)\b/i
/** What is counted here is no thing that is bought. */
const otherCount =
  /\b(?:years?|months?|days?|hours?|minutes?|percent|section|no\.?|resolution|ordinance|motion|item)\b|\d/i
const ofOne =
  /^\)?,? ?(?:each|apiece|ea\b\.?|per (?:unit|camera|device|reader|drone|vehicle|car|bus|system|trailer|licen[cs]e|kit|piece|phone|tablet))\b/i
/** Paid again and again: how often is not said by the price of one. */
const ofTime =
  /^[^.;$]{0,40}?(?:\b(?:per|each|every|a|an)|\/) ?(?:year|month|day|hour|yr|mo|citation|ticket|approach)\b|^[^.;$]{0,30}\b(?:annual|month|year|week|dai|hour)ly?\b/i
const reachBehind = 60
const mostPieces = 2_000

/** "Two (2) drones at $14,500 each", "batteries, 2 @ $389": what all pieces come to, where no words say it. */
export function piecesAtPrice({ text, sums }: SumField): CommittedSum | undefined {
  const readable = sums
    .slice(0, mostWeighed)
    .filter((sum): sum is Readable => sum.cents !== null && sum.cents > 0)
  const [first] = readable
  if (!first) return undefined
  const whole = readable.map((sum) => allOf(sum, text))
  // A sum that is told of anything else may be the price, too.
  if (!whole.every((one) => one !== undefined)) return undefined
  return together([first], sumOf(whole))
}

function allOf(sum: Readable, text: string): Readable | undefined {
  const behind = text.slice(sum.end, sum.end + reachBehind)
  if (ofTime.test(behind)) return undefined
  const found = countBefore(text.slice(Math.max(0, sum.start - reach), sum.start))
  if (!found || !(found.isOfEach || ofOne.test(behind))) return undefined
  return { ...sum, cents: sum.cents * found.count }
}

/** The last number before a price that counts things; `isOfEach`: an "@" says that it is the price of one. */
function countBefore(head: string): { count: number; isOfEach: boolean } | undefined {
  for (let from = 0; ; ) {
    const match = piecesBefore.exec(head.slice(from))
    if (!match) return undefined
    const [whole, printed = '', between = ''] = match
    const count = readNumber(printed)
    const isOfEach = whole.trimEnd().endsWith('@')
    const isThing = isOfEach ? !/[a-z]/i.test(between) || thing.test(between) : thing.test(between)
    if (count && count > 1 && count <= mostPieces && isThing && !otherCount.test(between))
      return { count, isOfEach }
    from += match.index + 1 + printed.length
  }
}
