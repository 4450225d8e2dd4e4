import type { PrintedSum } from './amount.ts'
import { mostWeighed, type Readable, reachOfSentence, sumOf } from './sum-field.ts'
import type { SumUse } from './sum-use.ts'

/** "$29,000: the equipment is $19,000, with an additional $10,000 for upkeep": what is added is a part of it. */
export function wholeOf(sums: readonly Readable[], text: string): Readable | undefined {
  const some = sums.slice(0, mostWeighed)
  const added = some.filter(({ use }) => use === 'increase')
  const isWhole = (sum: Readable) =>
    wholes.includes(sum.use) ||
    ((sum.use === 'other' || sum.use === 'movement') &&
      bookedBehind.test(text.slice(sum.end, sum.end + 30)))
  return some.find(
    (sum) =>
      isWhole(sum) &&
      added.some((part) => some.some((rest) => isSum(sum, part, rest) && rest !== part)),
  )
}

/** "Asks that $29,000 be appropriated". */
const bookedBehind = /^\)?,? be (?:hereby )?(?:appropriated|approved|authorized|spent|expended)\b/i

/** "A drone for $32,000 and training for $4,500, total $36,500": the sums before it, or behind it, make the whole. */
export function ofParts(
  sums: readonly Readable[],
  text: string,
  isText: boolean,
): Readable | undefined {
  const some = sums.slice(0, mostWeighed)
  const isMoved = !isText && some[0]?.use === 'movement'
  if (isMoved && some[0] && isMadeOf(some[0], some.slice(1), [...partUses, 'movement'])) {
    return some[0]
  }
  const parts = takesMoney.test(text) ? partUses : [...partUses, 'grant' as const, 'match' as const]
  return some.find((whole, at) => {
    if (changed.test(text.slice(0, whole.start))) {
      return isAddedUp(whole, some.slice(0, at), some.slice(at + 1), text)
    }
    if (!wholesAndOther.includes(whole.use) && !isTotalOfYear(whole, some, text, isText))
      return false
    return [some.slice(0, at).reverse(), some.slice(at + 1)].some((beside) =>
      isMadeOf(whole, beside, parts),
    )
  })
}

/** "First year total: $140,800", made of what is paid once and what is paid yearly. */
const isTotalOfYear = (
  whole: Readable,
  sums: readonly Readable[],
  text: string,
  isText: boolean,
) => {
  if (whole.use !== 'one-year' || !isText) return whole.use === 'one-year'
  if (sums.some(({ cents }) => cents > whole.cents)) return false
  return /\btotal\b[^$]{0,12}$/i.test(text.slice(Math.max(0, whole.start - 24), whole.start))
}

const leastMany = 3
const notOfMany: readonly SumUse[] = [
  'previous',
  'new-total',
  'credit',
  'match',
  'grant',
  'penalty',
]
/** A title whose last sum is all of three or more before it, whatever else is said of them. */
export function wholeOfMany(sums: readonly PrintedSum[]): Readable | undefined {
  const some = sums.slice(0, mostWeighed).filter((sum): sum is Readable => sum.cents !== null)
  return some.find((whole, at) => isOfMany(whole, some.slice(0, at)))
}

function isOfMany(whole: Readable, before: readonly Readable[]): boolean {
  if (before.length < leastMany || notOfMany.includes(whole.use)) return false
  return (
    before.every(({ use }) => !notOfMany.includes(use)) &&
    Math.abs(sumOf(before) - whole.cents) < 100
  )
}

/** Of a contract that is changed no total is the item's, unless one sentence adds up what is bought. */
function isAddedUp(
  whole: Readable,
  before: readonly Readable[],
  behind: readonly Readable[],
  text: string,
): boolean {
  if (whole.use !== 'new-total' && !wholesAndOther.includes(whole.use)) return false
  const from = sentenceOf(text, whole.start)
  if (changed.test(text.slice(from, whole.start))) return false
  const beside = before.filter(({ start }) => start >= from).reverse()
  return (
    isMadeOf(whole, beside, wholesAndOther) ||
    (whole.use === 'amount' && isMadeOf(whole, behind, partUses))
  )
}

const sentenceEnd = /[.;:]\s{1,4}(?=[A-Z(\d])|\bRESOLVED\b/g
/** Where the sentence of a sum begins. */
function sentenceOf(text: string, start: number): number {
  const from = Math.max(0, start - reachOfSentence)
  const last = [...text.slice(from, start).matchAll(sentenceEnd)].at(-1)
  return last ? from + last.index : from
}

const changed = /\b(?:amend|change order|modif|increas|supplement)\w*/i
const mostParts = 5
/** Where a grant is taken its sum is the item's, whatever it makes with the share of others. */
const takesMoney =
  /\b(?:accept|appl|recei|award(?! no\b))\w*|\bgrants? (?:funds?|funding|request\w*|award\w*|amount|total\w*)\b/i
function isMadeOf(whole: Readable, beside: readonly Readable[], parts: readonly SumUse[]): boolean {
  // What a part comes to a year is told beside it, and is no part of its own.
  const once = beside.filter(({ use }) => use !== 'annual' && use !== 'one-year')
  return makes(whole, beside, parts) || (once.length < beside.length && makes(whole, once, parts))
}

function makes(whole: Readable, beside: readonly Readable[], parts: readonly SumUse[]): boolean {
  let left = whole.cents
  for (const [at, { use, cents }] of beside.slice(0, mostParts).entries()) {
    if (!parts.includes(use) || cents <= 0) return false
    left -= cents
    if (left <= 0) return left === 0 && at > 0
  }
  return false
}

/** Uses of a sum that may be the whole of others. */
export const wholes: readonly SumUse[] = ['not-to-exceed', 'spending', 'amount']
const partUses: readonly SumUse[] = [...wholes, 'other', 'on-top', 'annual']
const wholesAndOther: readonly SumUse[] = [...wholes, 'other']
const isSum = (whole: Readable, one: Readable, other: Readable) =>
  other.cents > 0 && one.cents + other.cents === whole.cents && other.use !== 'previous'
