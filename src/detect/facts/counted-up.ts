import type { Role } from '../../model/facts.ts'
import { fromPieces } from '../pieces.ts'
import { printedNumber, readNumber } from './number-words.ts'
import {
  type CommittedSum,
  longestPieces,
  mostWeighed,
  type Readable,
  type SumField,
  stated,
  sumOf,
} from './sum-field.ts'
import type { SumUse } from './sum-use.ts'

/** Sums that are not what is bought, whatever others add up to them. */
const noWhole: readonly SumUse[] = [
  'previous',
  'new-total',
  'available',
  'option',
  'credit',
  'penalty',
  'match',
  'least',
  'per-unit',
  'annual',
  'one-year',
]
const noPart: readonly SumUse[] = [
  'previous',
  'new-total',
  'increase',
  'option',
  'penalty',
  'least',
]
const mostParts = 6
const leastWhole = 100_000
const reach = 48
const reachBetween = 420
const reachApart = 96

/** Right before a whole, or right behind it. */
const saysWhole =
  /\b(?:total\w*|in all|in sum|altogether|all told|together|combined|sum|making|being|com(?:e|es|ing) to|amount(?:s|ing)? to|sums to|net(?: due| cost| price)?|not[ -]to[ -]exceed|for an? overall|=)(?:[^$;.]|\.(?=\S)){0,36}$/i
const wholeBehind = /^\)?,? (?:total|in all|in total|altogether|together|combined|all told)\b/i
/** What several givers bear of a project is not all given. */
const ofShares = /\b(?:match\w*|shares?|local|in-kind|project|half)\b/i
/** What was decided before, or is only foreseen. */
const toldApart = fromPieces(
  'i',
  String.raw`\b(?:estimate[sd]?|budget(?:ed)?|balance|residual|engineer\w*|project cost|previously|prior|original(?:ly)?`,
  String.raw`|(?:was|were|had been) (?:awarded|approved|let|bought)|to date|so far|last year)\b[^$;.]{0,48}$`,
)

/**
 * The printed sum that others beside it add up to: "equipment $88,400; software $21,600 yearly for three years;
 * not to exceed $153,200 in all", "$975,000, of which the fund pays $780,000 and fees $195,000".
 */
export function countedUp(
  { text, sums }: SumField,
  role: Role | null,
  isMoved: boolean,
): CommittedSum | undefined {
  if (text.length > longestPieces || sums.some(({ use }) => use === 'closing')) return undefined
  const some = sums
    .slice(0, mostWeighed)
    .filter((sum): sum is Readable => sum.cents !== null && sum.cents > 0)
  const wholes = some.flatMap((whole, at) => {
    if (whole.cents < leastWhole || noWhole.includes(whole.use)) return []
    if (whole.use === 'grant' && role !== 'grant') return []
    if (toldApart.test(text.slice(Math.max(0, whole.start - reachApart), whole.start))) return []
    const larger = some.filter(({ use, cents }) => cents > whole.cents && !noWhole.includes(use))
    const isBehind = !isMoved && !larger.some(({ start }) => start < whole.start)
    const parts =
      partsBefore(whole, some.slice(0, at), text, larger.length > 0) ??
      (isBehind ? partsBehind(whole, some.slice(at + 1)) : undefined)
    if (!parts) return []
    const start = Math.min(whole.start, ...parts.map((part) => part.start))
    const end = Math.max(whole.end, ...parts.map((part) => part.end))
    const words = text.slice(Math.max(0, start - reach), end + reach)
    return role === 'grant' && ofShares.test(words) ? [] : [{ whole, start, end }]
  })
  const [first, ...others] = wholes
  const most =
    first && others.reduce((best, one) => (one.whole.cents > best.whole.cents ? one : best), first)
  // Two counts apart from one another are of two things.
  const isOne = wholes.every(
    ({ whole }) => most && whole.start >= most.start && whole.end <= most.end,
  )
  return most && isOne ? stated(most.whole) : undefined
}

/** The run of sums before a whole that makes it, one of them so many times as is printed beside it. */
function partsBefore(
  whole: Readable,
  before: readonly Readable[],
  text: string,
  isPart: boolean,
): readonly Readable[] | undefined {
  const isSaid =
    saysWhole.test(text.slice(Math.max(0, whole.start - reach), whole.start)) ||
    wholeBehind.test(text.slice(whole.end, whole.end + 20))
  const near = before.filter(({ start }) => start > whole.start - reachBetween).slice(-mostParts)
  const [last] = near.slice(-1)
  if (!isSaid) {
    const isNext = !isPart && last !== undefined && whole.start - last.end < reachOfProduct
    return isNext && isTimes(whole.cents, last, [], text, whole) ? [last] : undefined
  }
  for (let from = near.length - 1; from >= 0; from -= 1) {
    const run = near.slice(from)
    const next = run[0]
    if (!next || noPart.includes(next.use) || next.cents > whole.cents) return undefined
    if (next.cents === whole.cents) continue
    const others = (part: Readable) => run.filter((one) => one !== part)
    // What is paid yearly counts once in no total.
    const areOnce = run.length > 1 && run.every(({ use }) => use !== 'annual')
    if (areOnce && sumOf(run.map(signed)) === whole.cents) return run
    if (run.some((part) => isTimes(whole.cents, part, others(part), text, whole))) return run
  }
  return undefined
}

/** What goes off a price is taken from it. */
const signed = (sum: Readable): Readable =>
  sum.use === 'credit' ? { ...sum, cents: -sum.cents } : sum

const number = new RegExp(String.raw`\b(${printedNumber})(?:\b|(?=[A-Za-z]))`, 'gi')
/** Whether a sum is paid so often that it makes the whole with the others; its number, or one more, is printed. */
function isTimes(
  total: number,
  part: Readable,
  others: readonly Readable[],
  text: string,
  whole: Readable,
): boolean {
  const left = total - sumOf(others.map(signed))
  const times = Math.round(left / part.cents)
  if (times < 2 || times > mostTimes || Math.abs(left - times * part.cents) > 100) return false
  const words = text.slice(Math.max(0, part.start - reachOfNumber), whole.end + reachOfNumber)
  return [...words.matchAll(number)].some(([, printed = '']) => {
    const told = readNumber(printed)
    return told === times || (others.length > 0 && told === times + 1)
  })
}

const mostTimes = 1_000
const reachOfNumber = 110
const reachOfProduct = 90

/** Two or more sums side by side behind a whole that make it: its purses, or what it buys. */
function partsBehind(
  whole: Readable,
  behind: readonly Readable[],
): readonly Readable[] | undefined {
  for (const from of behind.keys()) {
    let left = whole.cents
    for (const [at, { cents, use }] of behind.slice(from, from + mostParts).entries()) {
      if (noPart.includes(use) || use === 'credit' || use === 'match') break
      left -= cents
      if (left < 0) break
      if (left === 0 && at > 0) return behind.slice(from, from + at + 1)
    }
  }
  return undefined
}
