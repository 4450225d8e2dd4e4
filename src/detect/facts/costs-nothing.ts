import type { CommittedSum, SumField } from './sum-field.ts'

/** A field of a form that says what the business costs, and 0 in it. */
const ofForm =
  /(?:^|\n|[;|] ?)[^\S\n]{0,8}((?:funds?|amount|expenditures?) required|(?:total |current year |annual |contract )?(?:cost|price)(?: to (?:the )?(?:city|county|town|village|district))?|(?:contract|dollar|total) amount)[^\S\n]{0,3}[:\n][^\S\n]{0,12}\n?[^\S\n]{0,8}(\$? ?0(?:\.00)?)(?![\d,.]*\d|[^\S\n]?%)/i

/** "Funds Required: 0", without a sign: what is signed costs nothing. */
export function costsNothing({ text, sums }: SumField): CommittedSum | undefined {
  if (sums.some(({ cents }) => (cents ?? 0) > 0)) return undefined
  const found = ofForm.exec(text)
  const quote = found?.[2]
  if (!found || !quote) return undefined
  const end = found.index + found[0].length
  return { cents: 0, quote, start: end - quote.length, end, grade: 'stated' }
}
