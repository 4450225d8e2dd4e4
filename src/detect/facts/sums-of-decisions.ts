import { readNumber } from './number-words.ts'
import { ofSeveral, withOnTop } from './several-sums.ts'
import {
  type CommittedSum,
  holdsPlace,
  longestPieces,
  type Readable,
  reachOfSentence,
  type SumField,
  sumOf,
  together,
} from './sum-field.ts'
import type { SumUse } from './sum-use.ts'

/**
 * Decisions of one list, each with a sum of its own: "A) Authorize … not to exceed $40,000. B) Authorize
 * … not to exceed $9,000". Together they are what is asked, as far as the technology goes.
 */
export function ofDecisions(
  sums: readonly Readable[],
  { text, places }: SumField,
): readonly Readable[] {
  const [first] = sums
  const last = sums.at(-1)
  if (!first || !last || sums.length < 2 || sums.length > mostDecisions) return []
  // A sum said again, in a heading and in what it stands over, is the same money.
  if (new Set(sums.map(({ cents }) => cents)).size < sums.length) return []
  const pieces = sums.map((sum, at) => text.slice(sums[at - 1]?.end ?? 0, sum.start))
  // "Adopt the budgets as follows: a. … b. …" asks once for all that is listed.
  const marksBy = (mark: RegExp) => pieces.map((piece) => [...piece.matchAll(mark)].at(-1))
  const isListed = asFollows.test(pieces[0] ?? '')
  const listMarks = isListed ? marksBy(listMark) : []
  const marks = isListed && !listMarks.includes(undefined) ? listMarks : marksBy(decision)
  if (marks.some((mark) => mark === undefined)) return []
  const numbers = marks.map((mark) => mark?.[1]?.toLowerCase() ?? '')
  const areInOrder = numbers.every((number, at) => at === 0 || follows(numbers[at - 1], number))
  const ends = sums.map(({ end }, at) => ({
    start: at === 0 ? Math.max(0, end - reachOfSentence) : (sums[at - 1]?.end ?? 0),
    end,
  }))
  if (!areInOrder) return []
  // "Sign two agreements with Acme for the system: A) … B) …": what is said of both need not be said of each.
  const heading = { start: 0, end: first.start }
  if (isListed && isCounted(pieces[0] ?? '', sums.length) && holdsPlace(heading, places))
    return sums
  const areOurs = ends.every(
    (piece, at) =>
      holdsPlace(piece, places) || (at > 0 && ofSame.test(text.slice(piece.start, piece.end))),
  )
  return areOurs ? sums : []
}

/** "B. to execute Modification 5 for the same services": said of what the first decision names. */
const ofSame =
  /\b(?:(?:the|these|those) same|said|such) (?:[\w-]+ )?(?:services?|systems?|equipment|cameras|devices|software|program|readers|drones|units)\b/i
const counted = /\b(two|three|four) (?:separate )?(?:agreements|contracts)\b/i
const isCounted = (words: string, count: number) =>
  readNumber(counted.exec(words)?.[1] ?? '') === count

const mostDecisions = 5
/** The mark of a decision in a list, and the word that asks for it. */
const decision =
  /(?:^|[\s(])([a-e]|[1-5])[).]\s{1,40}(?:to )?(?:(?:approv|authoriz|award|adopt|execut|purchas|direct)\w*|(?:[\w-]+ ){0,4}(?:agreement|contract|amendment)\b)/gi
export const asFollows =
  /\b(?:approv|authoriz|award|adopt|purchas|sign|execut|enter)\w*\b[^.;$]{0,160}\b(?:as follows|the following|(?:two|three|four) (?:separate )?(?:agreements|contracts))\b/i
const listMark = /(?:^|[\s(])([a-e]|[A-E])[).]\s{1,4}(?=[A-Z]|an?\b|one\b)/g
const follows = (one: string | undefined, next: string) =>
  one !== undefined && next.charCodeAt(0) === one.charCodeAt(0) + 1

/** Where the next decision of a title begins. */
const nextDecision = /;\s*(?:and,?\s+)?(?:further\s+)?(?=(?:authoriz|approv|award)\w*\b)/gi
const mostOfDecisions = 4
/** Sums that a decision of its own commits. */
const decided: readonly SumUse[] = ['not-to-exceed', 'spending', 'amount']
/** In a list with marks each sum belongs to its mark. */
const listedUses: readonly SumUse[] = [...decided, 'other']

/**
 * "Amend the contract …, for a total not to exceed $90,000; and authorize a purchase of … in the amount of
 * $20,000": two decisions about the technology, each with its own sum.
 */
export function ofTitleDecisions(field: SumField): CommittedSum | undefined {
  const { text, places } = field
  if (text.length > longestPieces) return undefined
  const listed = ofDecisions(
    field.sums.filter((sum): sum is Readable => sum.cents !== null && listedUses.includes(sum.use)),
    field,
  )
  if (listed.length > 0) return together(listed, sumOf(listed))
  const cuts = [...text.matchAll(nextDecision)].map(({ index }) => index)
  if (cuts.length === 0 || cuts.length >= mostOfDecisions) return undefined
  const pieces = [0, ...cuts].map((start, at) => ({ start, end: cuts[at] ?? text.length }))
  const own = pieces.map((piece): CommittedSum | undefined => {
    if (!holdsPlace(piece, places)) return undefined
    const sums = field.sums.filter(
      (sum): sum is Readable =>
        sum.cents !== null && sum.start >= piece.start && sum.end <= piece.end,
    )
    for (const use of decided) {
      const some = sums.filter((sum) => sum.use === use)
      const found = some.length > 0 ? ofSeveral(some, { ...field, sums }) : undefined
      if (found) return withOnTop(found, sums, text)
    }
    return undefined
  })
  const [first, ...others] = own
  if (!first || others.length === 0 || !others.every((sum) => sum !== undefined)) return undefined
  // A sum said again is the same money.
  if (new Set(own.map((sum) => sum?.cents)).size < own.length) return undefined
  const cents = own.reduce((sum, one) => sum + (one?.cents ?? 0), 0)
  return { ...first, cents, grade: 'derived' }
}
