import type { Readable } from './sum-field.ts'

const numbered = /\bchange order (?:no\.? ?|number |# ?)?(\d{1,2})\b/i
const beforeSum = /\bchange order (?:no\.? ?|number |# ?)?(\d{1,2})(?: amount)? ?[:|]?\s{0,3}$/i

/** "Change Order 1: $22,000, Change Order 2: $15,000": that which the text is about, as it is named first. */
export function ofNumberedChange(sums: readonly Readable[], text: string): Readable | undefined {
  const asked = numbered.exec(text)?.[1]
  const changes = sums.flatMap((sum) => {
    const number = beforeSum.exec(text.slice(Math.max(0, sum.start - 40), sum.start))?.[1]
    return sum.use === 'increase' && number !== undefined ? [{ sum, number: Number(number) }] : []
  })
  if (changes.length < 2 || asked === undefined) return undefined
  const last = Math.max(...changes.map(({ number }) => number))
  // The first of them named first is no sign: a list begins with it.
  return Number(asked) === last ? changes.find(({ number }) => number === last)?.sum : undefined
}
