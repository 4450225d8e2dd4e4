import type { FactKind, FoundFact } from '../../model/facts.ts'
import type { PrintedSum } from './amount.ts'
import { buyingPatterns } from './buying.ts'
import { dataPatterns } from './data.ts'
import { applyPatterns } from './pattern.ts'
import { procedurePatterns } from './procedure.ts'
import { termPatterns } from './term.ts'

const patterns = [...termPatterns, ...buyingPatterns, ...dataPatterns, ...procedurePatterns]

/** Facts of one kind and value are told once, where they stand first; of a kind, so many. */
const mostOfKind = 6

/**
 * What a text says beside its technologies: how long, how bought, how many, with what money, what
 * becomes of the data. Sums are read by `amount.ts`. Pure and linear; in reading order.
 */
export function readFacts(text: string): FoundFact[] {
  return keepFirst(applyPatterns(patterns, text))
}

/** The first of each value, the stated before the unclear, none of a kind beyond `mostOfKind`. */
export function keepFirst<Found extends FoundFact>(facts: readonly Found[]): Found[] {
  const seen = new Set<string>()
  const counts = new Map<FactKind, number>()
  const sure = new Set(facts.filter(({ grade }) => grade !== 'unclear').map(({ kind }) => kind))
  return facts.filter(({ kind, value, grade }) => {
    if (grade === 'unclear' && sure.has(kind)) return false
    const key = `${kind} ${JSON.stringify(value).toLowerCase()}`
    const count = counts.get(kind) ?? 0
    if (seen.has(key) || count >= mostOfKind) return false
    seen.add(key)
    counts.set(kind, count + 1)
    return true
  })
}

/**
 * What one device costs a year, where one sum, one number of devices and one term are stated in
 * the same text; quoted is the sum it was worked out from.
 */
export function deriveUnitPrice(
  facts: readonly FoundFact[],
  committed: PrintedSum | undefined,
): FoundFact | undefined {
  const terms = facts.filter(({ kind, grade }) => kind === 'term' && grade === 'stated')
  const counts = facts.filter(({ kind }) => kind === 'quantity')
  const [term] = terms
  const [quantity] = counts
  if (terms.length !== 1 || counts.length !== 1 || !committed?.cents) return undefined
  if (term?.kind !== 'term' || quantity?.kind !== 'quantity') return undefined
  const cents = Math.round(committed.cents / quantity.value.count / (term.value.months / 12))
  const { quote, start, end } = committed
  return { kind: 'unit-price', value: { cents }, grade: 'derived', quote, start, end }
}
