import {
  type CommittedSum,
  isAsked,
  type Readable,
  type SumField,
  sumOf,
  together,
} from './sum-field.ts'
import type { SumUse } from './sum-use.ts'

const part: readonly SumUse[] = ['spending', 'amount', 'other', 'not-to-exceed']
const leastParts = 3
/** Of two, each must be a plain part of a purchase. */
const plainPart =
  /^\)? for (?:the |all |new )?(?:equipment|hardware|software|installation|training|licen[cs]es?|licensing|storage|maintenance|support|warranty|cameras|readers|set-?up|implementation)\b/i
const mostParts = 8
const reachBefore = 80
/** What a list of prices is the price of: "the cost is $9,000 for". */
const heads =
  /\b(?:costs?|price|program|project|plan|purchase|it|system|which) (?:is|are|will be|would be|needs|requires|comes to|includes?|takes)(?: of)? $|\b(?:costs?|cost of|pay|spend|spends|expenditures? of) $/i
/** From one price to the next: "for drone licenses, " */
const joint =
  /^\)? for (?!(?:a |the )?(?:total|first|second|third|each|every|year|contingenc\w*)\b)[^$;.]{4,90}(?:,|,? and|,? plus) $/i
const last = /^\)? for (?!(?:a |the )?(?:total|first|second|third|each|every|year)\b)[a-z\d]/i

/** "The cost is $9,000 for licenses, $8,000 for the rooms and $3,000 for the recorder": all of them, where no total is printed. */
export function overPriceList(
  sums: readonly Readable[],
  { text }: SumField,
): CommittedSum | undefined {
  const isJoined = (at: number) => {
    const [one, next] = [sums[at], sums[at + 1]]
    return (
      one !== undefined &&
      next !== undefined &&
      part.includes(one.use) &&
      part.includes(next.use) &&
      joint.test(text.slice(one.end, next.start).replace(/\s+/g, ' '))
    )
  }
  const from = sums.findIndex(
    (sum, at) =>
      isJoined(at) &&
      (heads.test(text.slice(Math.max(0, sum.start - reachBefore), sum.start)) ||
        isAsked(text, sum)),
  )
  if (from < 0) return undefined
  let to = from + 1
  while (isJoined(to)) to += 1
  const parts = sums.slice(from, to + 1)
  const end = parts.at(-1)?.end ?? 0
  const arePlain = parts.every((sum) => plainPart.test(text.slice(sum.end, sum.end + 40)))
  if (parts.length < (arePlain ? 2 : leastParts) || parts.length > mostParts) return undefined
  if (!last.test(text.slice(end, end + 40)) || sums.some(({ cents }) => cents >= sumOf(parts)))
    return undefined
  return together(parts, sumOf(parts))
}
