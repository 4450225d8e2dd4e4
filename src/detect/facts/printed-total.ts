import {
  type CommittedSum,
  mostWeighed,
  type Readable,
  type SumField,
  stated,
  sumOf,
} from './sum-field.ts'
import type { SumUse } from './sum-use.ts'

const saysTotal = /\b(?:total|aggregate|combined)\b[^$;.]{0,30}$/i
const isOfAll =
  /\b(?:new|revised|amended|project|program|contract|budget) (?:contract |project )?(?:total|aggregate)\b[^$;.]{0,30}$/i
const reach = 60
const mostParts = 5
/** What was there before, what others give and what may follow is no part of what is spent now. */
const noParts: readonly SumUse[] = [
  'previous',
  'increase',
  'match',
  'grant',
  'available',
  'option',
  'credit',
  'least',
  'per-unit',
]

/**
 * "4-year agreement: $1,087,412.60; 5-year agreement: $5,214,906.75; total amount $6,302,319.35": the printed
 * total of several sums, where the one that was read is the first of them.
 */
export function printedTotal(
  { start, cents, grade }: CommittedSum,
  { text, sums }: SumField,
): CommittedSum | undefined {
  if (grade === 'derived') return undefined
  const some = sums.slice(0, mostWeighed).filter((sum): sum is Readable => sum.cents !== null)
  const from = some.findIndex((sum) => sum.start === start && sum.cents === cents)
  if (from < 0) return undefined
  for (let to = from + 2; to <= from + mostParts && to < some.length; to += 1) {
    const whole = some[to]
    const parts = some.slice(from, to)
    if (!whole || parts.some(({ use }) => noParts.includes(use))) return undefined
    const head = text.slice(Math.max(0, whole.start - reach), whole.start)
    if (sumOf(parts) === whole.cents && saysTotal.test(head) && !isOfAll.test(head)) {
      return stated(whole)
    }
  }
  return undefined
}
