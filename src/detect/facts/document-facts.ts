import {
  type AmountFact,
  type CommittedAmount,
  type DetectedFacts,
  factOfAmount,
} from '../../model/detection.ts'
import type { Fact, FactConflict, FactKind, Role } from '../../model/facts.ts'
import type { DocumentDetection, PlacedSum } from '../document.ts'
import { missingFacts } from './item-facts.ts'
import { nameFacts } from './name-facts.ts'
import type { SumUse } from './sum-use.ts'
import { mayTake, spendsNothing } from './title-commits.ts'

/** A document that says something about the item it hangs on. */
export interface TellingDocument {
  readonly title: string
  readonly sha256: string
  readonly detection: DocumentDetection
}

/** Beside what the item itself shows. */
const mostAmounts = 12
/** Rows of a kind, and places of one value, beyond which nobody reads. */
const mostOfKind = 8
const mostPlaces = 3

/** Uses that commit money, the most telling first. */
const committing: readonly SumUse[] = [
  'closing',
  'increase',
  'not-to-exceed',
  'spending',
  'grant',
  'amount',
]

interface DocumentSum extends PlacedSum {
  readonly sha256: string
}

/**
 * The sum that documents commit for an item whose title spends money: the most telling one, if
 * it is the only one of its kind and no other committed sum is larger, as the whole is not less
 * than its parts.
 */
function committedSum(itemTitle: string, sums: readonly DocumentSum[]): DocumentSum | null {
  const use = committing.find((one) => sums.some((sum) => sum.use === one))
  const some = sums.filter((sum) => sum.use === use)
  const [first] = some
  if (!first || some.some(({ cents }) => cents !== first.cents)) return null
  if (sums.some(({ cents }) => cents > first.cents)) return null
  return mayTake(itemTitle, first.use) ? first : null
}

function toAmount({ sha256, ...sum }: DocumentSum): AmountFact {
  return { ...sum, currency: 'USD', field: 'document', documentSha256: sha256 }
}

const committedOf = (sum: DocumentSum): CommittedAmount => ({
  ...toAmount(sum),
  use: 'committed',
  grade: 'stated',
})

const sumsOf = ({ sha256, detection }: TellingDocument) =>
  detection.sums
    .filter(({ use }) => committing.includes(use))
    .map((sum): DocumentSum => ({ ...sum, sha256 }))

const factsOf = ({ sha256, detection }: TellingDocument) => [
  ...nameFacts(
    detection.evidence.map((found) => ({ ...found, field: 'document', documentSha256: sha256 })),
    detection,
  ),
  ...detection.facts.map((fact): Fact => ({ ...fact, field: 'document', documentSha256: sha256 })),
]

/** One value in several places is told with up to `mostPlaces` of them, the item's own first. */
function merge(facts: readonly Fact[]): Fact[] {
  const places = new Map<string, number>()
  const values = new Map<FactKind, Set<string>>()
  const sure = new Set(facts.filter(({ grade }) => grade !== 'unclear').map(({ kind }) => kind))
  return facts.filter(({ kind, value, grade }) => {
    if (grade === 'unclear' && sure.has(kind)) return false
    const key = JSON.stringify(value).toLowerCase()
    const known = values.get(kind) ?? new Set()
    if (!known.has(key) && known.size >= mostOfKind) return false
    values.set(kind, known.add(key))
    const count = (places.get(`${kind} ${key}`) ?? 0) + 1
    places.set(`${kind} ${key}`, count)
    return count <= mostPlaces
  })
}

/** Kinds of which an item has one: two values cannot both be right. */
const single: readonly FactKind[] = ['term', 'term-start', 'term-end', 'auto-renewal', 'retention']

/** The item and each of its documents, by what each states: where no value is common, they differ. */
function conflictsOf(stated: readonly Fact[]): FactConflict[] {
  return single.flatMap((kind): FactConflict[] => {
    const bySource = new Map<string, Fact[]>()
    for (const fact of stated) {
      if (fact.kind !== kind || fact.grade !== 'stated') continue
      const source = fact.documentSha256 ?? 'item'
      bySource.set(source, [...(bySource.get(source) ?? []), fact])
    }
    const [first, ...others] = [...bySource.values()]
    const told = first?.[0]
    if (!first || !told) return []
    const known = new Set(first.map(({ value }) => JSON.stringify(value)))
    const other = others.find(
      (facts) => !facts.some(({ value }) => known.has(JSON.stringify(value))),
    )
    return other?.[0] ? [{ kind, says: [told, other[0]] }] : []
  })
}

/** A document that commits another sum than the item and does not print the item's at all. */
function amountConflict(
  itemTitle: string,
  own: CommittedAmount,
  documents: readonly TellingDocument[],
): FactConflict[] {
  for (const document of documents) {
    if (document.detection.sums.some(({ cents }) => cents === own.cents)) continue
    const other = committedSum(itemTitle, sumsOf(document))
    if (other)
      return [{ kind: 'amount', says: [factOfAmount(own), factOfAmount(committedOf(other))] }]
  }
  return []
}

/** An item's own facts and those of its documents, with what they tell differently. */
export function addDocumentFacts(
  own: DetectedFacts,
  { title, role }: { readonly title: string; readonly role: Role | null },
  documents: readonly TellingDocument[],
): DetectedFacts {
  const sums = documents.flatMap(sumsOf)
  // An item that prints a sum of its own is not given another, even where ours of it is unclear.
  const found = own.amounts.length === 0 && !spendsNothing(role) ? committedSum(title, sums) : null
  const committed = found ? committedOf(found) : own.committed
  const stated = merge([...own.stated, ...documents.flatMap(factsOf)])
  const shown = [...(found ? [found] : []), ...sums.filter((sum) => sum !== found)]
  return {
    amountUsd: committed && committed.cents / 100,
    committed,
    amounts: [...own.amounts, ...shown.slice(0, mostAmounts).map(toAmount)],
    stated,
    missing: missingFacts(stated, committed, role),
    pagesRead: documents.reduce((count, { detection }) => count + detection.factPages, 0),
    conflicts: [
      ...(own.committed ? amountConflict(title, own.committed, documents) : []),
      ...conflictsOf(stated),
    ],
  }
}
