import type { FoundFact } from '../../model/facts.ts'
import type { PrintedSum } from './amount.ts'
import type { CommittedSum } from './sum-field.ts'

/** What one text states, of which further sums follow. */
export interface StatedWords {
  readonly text: string
  readonly sums: readonly PrintedSum[]
  readonly facts: readonly FoundFact[]
}

/** "plus a 10 % contingency", "with a contingency of ten percent (10%)": so far behind its sum. */
const contingency =
  /^[^;$]{0,120}?\b(?:plus|with|and|includ\w+|authoriz\w+|approv\w+)\b[^;$.]{0,60}?(?:\(?(\d{1,2}(?:\.\d{1,2})?) ?(?:%|percent\b|per cent\b)\)?[^;$.]{0,24}\bcontingenc(?:y|ies)\b|\bcontingenc(?:y|ies)\b[^;$.]{0,40}?\(?(\d{1,2}(?:\.\d{1,2})?) ?(?:%|percent\b|per cent\b)\)?)/i

/** Such a share is part of the sum, or the sum with it is printed. */
const isCounted =
  /\b(?:includ\w+|inclusive|of which|total\w*|not[ -]to[ -]exceed|maximum)\b|^[^;.]{0,40}\$/i

const asFact = (
  cents: number,
  use: string,
  quoted: Omit<FoundFact, 'kind' | 'value'>,
): FoundFact => ({
  ...quoted,
  kind: 'amount',
  value: { cents: Math.round(cents), currency: 'USD', use },
  grade: 'derived',
})

/** The committed sum and the share on top of it, where no sum with both is printed. */
function withContingency({ text }: StatedWords, committed: CommittedSum): FoundFact[] {
  const { cents, start, end } = committed
  const behind = text.slice(end, end + 240)
  const found = contingency.exec(behind)
  const percent = Number(found?.[1] ?? found?.[2])
  if (!found || !(percent > 0 && percent <= 50)) return []
  const to = end + found[0].length
  if (isCounted.test(found[0]) || isCounted.test(text.slice(to, to + 90))) return []
  const grade = 'derived'
  const place = { grade, quote: text.slice(start, to), start, end: to } as const
  return [asFact(cents * (1 + percent / 100), 'with-contingency', place)]
}

/** A yearly sum over the one term stated beside it, where no other sum is committed. */
function overTerm({ text, sums, facts }: StatedWords, committed: CommittedSum): FoundFact[] {
  const yearly = sums.filter(({ use, cents }) => use === 'annual' && cents !== null)
  const terms = facts.filter(({ kind }) => kind === 'term')
  const [one] = yearly
  const [term] = terms
  if (yearly.length !== 1 || terms.length !== 1 || one?.cents !== committed.cents) return []
  if (term?.kind !== 'term' || term.grade !== 'stated') return []
  const { months } = term.value
  if (months <= 12 || months > 120 || months % 12 !== 0) return []
  const { start, end } = one
  const place = { grade: 'derived', quote: text.slice(start, end), start, end } as const
  return [asFact((one.cents * months) / 12, 'over-term', place)]
}

const perDevice =
  /^\)?,? ?(?:per |\/ ?|for each |each |a )(?:[A-Za-z-]{2,14} ){0,2}(?:camera|device|unit|reader|LPR|ALPR|drone|system|trailer|robot)\b(?!,? ?(?:(?:per|a|each) |\/ ?)(?:year|annum|month|yr))|^\)?,? ?(?:each|apiece)\b(?! (?:year|month|fiscal|option|renewal))/i

/** A price a piece and the number of pieces that stands just before it, where no sum is committed. */
function ofDevices({ text, sums, facts }: StatedWords): FoundFact[] {
  const prices = sums.filter(
    ({ use, cents, end }) =>
      use === 'per-unit' && cents !== null && perDevice.test(text.slice(end, end + 60)),
  )
  const counts = facts.filter(({ kind, grade }) => kind === 'quantity' && grade === 'stated')
  const [price] = prices
  const [quantity] = counts
  if (prices.length !== 1 || counts.length !== 1) return []
  if (!price?.cents || quantity?.kind !== 'quantity') return []
  const between = text.slice(quantity.end, price.start)
  if (price.start < quantity.end || between.length > 60 || /[.;$]/.test(between)) return []
  // "30 cameras, plus $350 per camera installation": of something beside the devices.
  if (/\b(?:plus|and|install\w*)\b/i.test(between)) return []
  if (/^[^.;$]{0,40}\b(?:install|shipping|set-?up)/i.test(text.slice(price.end, price.end + 60)))
    return []
  if (quantity.value.is === 'existing') return []
  const { start } = quantity
  const { end } = price
  const place = { grade: 'derived', quote: text.slice(start, end), start, end } as const
  return [asFact(price.cents * quantity.value.count, 'of-devices', place)]
}

/**
 * Sums that follow from what is printed side by side. They are told beside the committed sum and
 * never in its place; where a word allows another reading, nothing is worked out.
 */
export function deriveSums(words: StatedWords, committed: CommittedSum | undefined): FoundFact[] {
  if (!committed) return ofDevices(words)
  return [...withContingency(words, committed), ...overTerm(words, committed)]
}
