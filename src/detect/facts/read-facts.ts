import type { FactKind, FoundFact } from '../../model/facts.ts'
import { contactPatterns } from './contact.ts'
import { contractNumberPatterns } from './contract-number.ts'
import { departmentPatterns } from './department.ts'
import { fundingPatterns } from './funding.ts'
import { orderRowPatterns } from './order-row.ts'
import { applyPatterns } from './pattern.ts'
import { policyDocumentPatterns } from './policy-document.ts'
import { headingPatterns, procedurePatterns } from './procedure.ts'
import { quantityPatterns } from './quantity.ts'
import { renewalPatterns } from './renewal.ts'
import { retentionPatterns } from './retention.ts'
import { routePatterns } from './route.ts'
import { sharingPatterns } from './sharing.ts'
import { termPatterns } from './term.ts'
import { findUnitPrices } from './unit-price.ts'

const patterns = [
  ...termPatterns,
  ...renewalPatterns,
  ...quantityPatterns,
  ...orderRowPatterns,
  ...fundingPatterns,
  ...routePatterns,
  ...contractNumberPatterns,
  ...procedurePatterns,
  ...departmentPatterns,
  ...contactPatterns,
  ...retentionPatterns,
  ...sharingPatterns,
  ...policyDocumentPatterns,
]

/** Facts of one kind and value are told once, where they stand first; of a kind, so many. */
const mostOfKind = 6

/**
 * What a text says beside its technologies: how long, how bought, how many, with what money, what
 * becomes of the data. Sums are read by `amount.ts`. Pure and linear; in reading order.
 */
export function readFacts(text: string): FoundFact[] {
  const found = [...applyPatterns(patterns, text), ...findUnitPrices(text)]
  return keepFirst(found.sort((a, b) => a.start - b.start || b.end - a.end))
}

/** What a heading says of how its items are taken: "Consent Calendar". */
export function readProcedure(heading: string): FoundFact[] {
  return keepFirst(applyPatterns([...procedurePatterns, ...headingPatterns], heading))
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
