import { type CommittedSum, type Readable, type SumField, stated } from './sum-field.ts'
import { inOneLine } from './told-apart.ts'

const appropriates = /\bappropriat(?:e|es|ing|ion of)(?: the sum of| up to)? \(?$/i
const thenBuys = /\b(?:purchas|contract|agreement|bids?)\b[^;]{0,160}\$/i

/** "Appropriating $92,000 for a programme; and an agreement to buy drones for $51,480": all that is set aside. */
export function setAsideFirst({ text, sums }: SumField): CommittedSum | undefined {
  const [one, next] = sums.filter((sum): sum is Readable => sum.cents !== null)
  if (!one || !next || next.cents >= one.cents) return undefined
  const head = inOneLine(text.slice(0, one.start))
  if (!appropriates.test(head) || !thenBuys.test(text.slice(one.end))) return undefined
  return stated(one)
}
