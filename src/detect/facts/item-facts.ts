import type {
  AmountFact,
  CommittedAmount,
  DetectedFacts,
  Evidence,
  EvidenceField,
} from '../../model/detection.ts'
import {
  expectedOf,
  type Fact,
  type FactKind,
  type FoundFact,
  type Role,
} from '../../model/facts.ts'
import { headingEnd } from '../heading.ts'
import type { Models } from '../learned/load.ts'
import { weighSum } from '../learned/sum.ts'
import type { SumInput } from '../learned/sum-signs.ts'
import { findRowSum, findSums, toAmountFacts } from './amount.ts'
import { findCommitted } from './committed.ts'
import { deriveSums } from './derived-sums.ts'
import { type NamedIds, nameFacts } from './name-facts.ts'
import { keepFirst, readFacts, readProcedure } from './read-facts.ts'
import type { CommittedSum, SumField } from './sum-field.ts'
import { ofThisBusiness } from './sums-of-business.ts'
import { deriveUnitPrice } from './unit-price.ts'

export interface ItemWords {
  readonly title: string
  readonly text: string
  readonly section: string
}

/** Of an item in which nothing is found: nobody looks for facts there. */
export const noFacts: DetectedFacts = {
  amountUsd: null,
  committed: null,
  amounts: [],
  stated: [],
  missing: [],
  pagesRead: 0,
  conflicts: [],
}

const placed = (facts: readonly FoundFact[], field: EvidenceField) =>
  facts.map((fact): Fact => ({ ...fact, field }))

/** What is found of an item before its facts are read. */
export interface NamedItem extends NamedIds {
  readonly role: Role | null
}

/** The sums of an item's title and text, and what they are for. */
export function readSums(
  { title, text }: Pick<ItemWords, 'title' | 'text'>,
  evidence: readonly Evidence[],
  named: NamedItem,
): SumInput {
  const row = findRowSum(title)
  // A firm that is told of in passing gives no place to look for the item's sum.
  const isNamed = ({ technology, vendor }: Evidence) =>
    (technology !== null && named.technologies.includes(technology)) ||
    (vendor !== null && named.vendors.includes(vendor))
  const placesIn = (field: EvidenceField) =>
    evidence.filter((found) => found.field === field && isNamed(found))
  const ofTitle: SumField = {
    text: title,
    sums: row ? [row] : findSums(title, true),
    places: placesIn('title'),
  }
  const places = placesIn('text')
  const ofText: SumField = {
    text,
    sums: ofThisBusiness(text, findSums(text, false), places, named.role),
    places,
  }
  return { title: ofTitle, text: ofText, role: named.role }
}

/**
 * Facts of an item's own words, the title's first; a text that begins with its title says them once.
 * `models` weigh what the rules read beside the other sums.
 */
export function readItemFacts(
  { title, text, section }: ItemWords,
  evidence: readonly Evidence[],
  named: NamedItem,
  models: Pick<Models, 'sum' | 'sumByWords'>,
): DetectedFacts {
  const skipped = headingEnd(title, text)
  const own = { title, text: text.slice(skipped) }
  /** A place in the words that rules read, as title and text print it. */
  const printed = <Place extends FieldPlace>(place: Place): Place => {
    return place.field === 'text'
      ? { ...place, start: place.start + skipped, end: place.end + skipped }
      : place
  }
  const below = evidence.flatMap((found) => {
    if (found.field !== 'text' || skipped === 0) return found
    const start = found.start - skipped
    return start < 0 ? [] : { ...found, start, end: found.end - skipped }
  })
  const sums = readSums(own, below, named)
  const { title: ofTitle, text: ofText } = sums
  const byRules = findCommitted(ofTitle, ofText, named.role)
  const committed = models.sum ? weighSum(sums, byRules, models.sum, models.sumByWords) : byRules
  const field = committed?.isOfTitle === false ? 'text' : 'title'
  const titleFacts = readFacts(own.title)
  const textFacts = readFacts(own.text)
  const words = {
    title: { ...ofTitle, facts: titleFacts },
    text: { ...ofText, facts: textFacts },
  } as const
  const price = deriveUnitPrice(words[field], committed)
  const fields = committed ? ([field] as const) : (['title', 'text'] as const)
  const derived = fields.flatMap((one) => placed(deriveSums(words[one], committed), one))
  const stated = keepFirst([
    ...nameFacts(evidence, named),
    ...placed(titleFacts, 'title').map(printed),
    ...placed(skipped === 0 ? [] : readFacts(text.slice(0, skipped)), 'text'),
    ...placed(textFacts, 'text').map(printed),
    ...placed(readProcedure(section), 'section'),
    ...placed(price ? [price] : [], field).map(printed),
    ...derived.map(printed),
  ])
  const amounts = [...toAmountFacts(ofTitle.sums, 'title'), ...toAmountFacts(ofText.sums, 'text')]
  const amount = committed ? printed(toCommitted(committed, field)) : null
  return {
    amountUsd: amount && amount.cents / 100,
    committed: amount,
    amounts: amounts.slice(0, mostAmounts).map(printed),
    stated,
    missing: missingFacts(stated, amount, named.role),
    pagesRead: 0,
    conflicts: [],
  }
}

interface FieldPlace {
  readonly field: EvidenceField
  readonly start: number
  readonly end: number
}

/** Texts that are whole budgets print thousands. */
const mostAmounts = 60

function toCommitted(sum: CommittedSum, field: EvidenceField): CommittedAmount {
  const { cents, quote, start, end, grade } = sum
  return { cents, currency: 'USD', use: 'committed', quote, start, end, field, grade }
}

/** Words with two readings answer nothing, nor does "never sold to third parties" say who searches. */
const isAnswer = (fact: Fact) =>
  fact.grade !== 'unclear' &&
  !(fact.kind === 'sharing' && fact.value.isDenied && /third|private|retail/i.test(fact.value.with))

/** What a reader would ask of such an item and these facts do not answer. */
export function missingFacts(
  stated: readonly Fact[],
  committed: AmountFact | null,
  role: Role | null,
): FactKind[] {
  const kinds = new Set<FactKind>(stated.filter(isAnswer).map(({ kind }) => kind))
  if (committed) kinds.add('amount')
  return expectedOf(role).filter((kind) => !kinds.has(kind))
}
