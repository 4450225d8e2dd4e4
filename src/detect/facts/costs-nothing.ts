import type { CommittedSum, SumField } from './sum-field.ts'

/** A field of a form that says what the business costs, and 0 in it. */
const ofForm =
  /(?:^|\n|[;|] ?)[^\S\n]{0,8}((?:funds?|amount|expenditures?) required|(?:total |current year |annual |contract )?(?:cost|price)(?: to (?:the )?(?:city|county|town|village|district))?|(?:contract|dollar|total) amount)[^\S\n]{0,3}[:\n][^\S\n]{0,12}\n?[^\S\n]{0,8}(\$? ?0(?:\.00)?)(?![\d,.]*\d|[^\S\n]?%)/i

/** "Cost to the County: $0", "the City pays $0.00", "the District's outlay being $0": whatever others pay. */
const ofSentence =
  /\b(?:costs? (?:to|for) (?:the |our )?(?:[a-z]+ )?(?:city|county|town|township|village|borough|district|school|department)(?: (?:is|of|will be|would be))?[ :]{1,2}|(?:city|county|town|township|village|borough|district|department)(?:['\u2019]s)? (?:(?:outlay|cost|share) (?:is|being|of) |(?:will )?pays? ))(\$ ?0(?:\.00)?)(?![\d,.]*\d)/i

/** "Funds Required: 0", without a sign: what is signed costs nothing. */
export function costsNothing({ text, sums }: SumField): CommittedSum | undefined {
  const hasSums = sums.some(({ cents }) => (cents ?? 0) > 0)
  const found = (hasSums ? null : ofForm.exec(text)) ?? ofSentence.exec(text)
  const quote = found?.at(-1)
  if (!found || !quote) return undefined
  const end = found.index + found[0].length
  return { cents: 0, quote, start: end - quote.length, end, grade: 'stated' }
}
