import type { FoundFact } from '../../model/facts.ts'
import { fromPieces } from '../pieces.ts'
import type { StatedWords } from './derived-sums.ts'
import type { CommittedSum } from './sum-field.ts'
import type { SumUse } from './sum-use.ts'
import { findFigures } from './sums.ts'
import { isPriceOfOne } from './sums-of-one.ts'

/** "$3,000 per camera per year", "$2,500/device/year" */
const ofDeviceAndYear = fromPieces(
  'i',
  String.raw`^\)?,? ?(?:per |\/ ?|for each |each )(?:[A-Za-z-]{2,14} ){0,2}`,
  '(?:camera|cam|device|unit|reader|LPR|ALPR|drone|license|sensor|system)s?,? ?',
  String.raw`(?:(?:per|a|each) (?:year|annum)|\/ ?(?:yr|year)|annually)\b`,
  String.raw`|^\)?,? ?(?:per (?:year|annum)|annually),? (?:per |for each )`,
  '(?:[A-Za-z-]{2,14} ){0,2}(?:camera|device|unit|reader|LPR|ALPR|drone|license|sensor',
  String.raw`|system)\b`,
)

/** Behind "cost per camera: $3,000". */
const byYear = /^\)?,? ?(?:(?:per|a|each|every) (?:year|annum)|\/ ?(?:yr|year)|annually|yearly)\b/i

/** Prices of one device for one year, as printed. */
export function findUnitPrices(text: string): FoundFact[] {
  return findFigures(text).flatMap(({ cents, start, end }): FoundFact[] => {
    const tail = text.slice(end, end + 60)
    const ofOne = isPriceOfOne(text.slice(Math.max(0, start - 80), start))
    const words =
      ofDeviceAndYear.exec(tail)?.[0] ??
      (ofOne && (byYear.exec(tail)?.[0] ?? (ofOne.isYearly ? '' : undefined)))
    if (!cents || words === undefined) return []
    const to = end + words.length
    const quote = text.slice(start, to)
    return [{ kind: 'unit-price', value: { cents }, grade: 'stated', quote, start, end: to }]
  })
}

/** One year, one piece or a part only: no sum of all devices over all years. */
const notOfWhole: readonly SumUse[] = ['one-year', 'annual', 'per-unit', 'increase']

/** Something beside the devices that the sum pays for as well. */
const ofMore =
  /\b(?:tasers?|docks|docking stations?|interview rooms?|crime cent(?:er|re)|(?:\d{1,4}|two|three|four|five|six|ten) (?:[\w-]+ )?(?:vehicles|licen[cs]es))\b/i
const reach = 120

/**
 * What one device costs a year, where one sum, one number of devices and one term are stated in
 * the same text; quoted is the sum it was worked out from.
 */
export function deriveUnitPrice(
  { text, sums, facts }: StatedWords,
  committed: CommittedSum | undefined,
): FoundFact | undefined {
  const terms = facts.filter(({ kind, grade }) => kind === 'term' && grade === 'stated')
  const counts = facts.filter(({ kind, grade }) => kind === 'quantity' && grade === 'stated')
  const [term] = terms
  const [quantity] = counts
  if (terms.length !== 1 || counts.length !== 1 || !committed?.cents) return undefined
  if (term?.kind !== 'term' || quantity?.kind !== 'quantity') return undefined
  if (quantity.value.is === 'existing') return undefined
  const use = sums.find(({ start }) => start === committed.start)?.use
  if (use && notOfWhole.includes(use)) return undefined
  const from = Math.max(0, Math.min(quantity.start, committed.start) - reach)
  if (ofMore.test(text.slice(from, Math.max(quantity.end, committed.end) + reach))) return undefined
  const cents = Math.round(committed.cents / quantity.value.count / (term.value.months / 12))
  const { quote, start, end } = committed
  return { kind: 'unit-price', value: { cents }, grade: 'derived', quote, start, end }
}
