import type { Action, Fact, FactConflict, FactGrade, FactKind, Role } from './facts.ts'

/** Where in an item some words stand: offsets count UTF-16 code units of that field's text. */
export type EvidenceField = 'title' | 'text' | 'section' | 'body' | 'document'

/** Where words of the field `document` stand; both or neither. Offsets then count in that page's text. */
export interface DocumentPlace {
  /** Of the document's bytes, 64 hex digits. */
  readonly documentSha256?: string
  /** From 1. */
  readonly page?: number
  /** The words were recognised from a picture, and may be misread. */
  readonly isOcr?: boolean
}

/** The words that raised a detection, quoted so that anybody can find them. */
export interface Evidence extends DocumentPlace {
  /** Exactly `text.slice(start, end)` of the field as the portal printed it. */
  readonly quote: string
  readonly start: number
  readonly end: number
  /** The taxonomy term that matched, as the taxonomy writes it. */
  readonly term: string
  readonly field: EvidenceField
  readonly technology: string | null
  readonly vendor: string | null
}

/** A sum of money with the words it was read from. */
export interface AmountFact extends DocumentPlace {
  /** Minor units. */
  readonly cents: number
  readonly currency: 'USD'
  readonly quote: string
  readonly start: number
  readonly end: number
  readonly field: EvidenceField
  /** What the words beside it say it is for: `not-to-exceed`, `annual`, `previous`, … */
  readonly use: string
}

/** The sum an item commits, with the words that it was read from or worked out from. */
export interface CommittedAmount extends AmountFact {
  readonly grade: FactGrade
}

/** A sum as a fact among others. */
export function factOfAmount(amount: AmountFact | CommittedAmount): Fact {
  const { cents, currency, use, ...place } = amount
  const grade = 'grade' in amount ? amount.grade : 'stated'
  return { ...place, kind: 'amount', value: { cents, currency, use }, grade }
}

/** What is said beside a technology. A fact that was looked for and not found is `null` or empty. */
export interface DetectedFacts {
  /** The sum the item itself commits, in whole US dollars and cents; `null` when none is stated. */
  readonly amountUsd: number | null
  /** The words behind `amountUsd`; both or neither. */
  readonly committed: CommittedAmount | null
  /** Every sum printed, in order of appearance. */
  readonly amounts: readonly AmountFact[]
  /** All else that is stated or follows, the item's own words first; see `model/facts.ts`. */
  readonly stated: readonly Fact[]
  /** What was looked for and not found; empty where nothing is found at all. */
  readonly missing: readonly FactKind[]
  /** Pages of documents in which facts were looked for, beside the item's own words. */
  readonly pagesRead: number
  /** Where the item and its documents tell different things. */
  readonly conflicts: readonly FactConflict[]
}

/** How sure we are, as pages show it. */
export type DetectionBand = 'found' | 'possible' | 'none'

/** What a detector says of one item. */
export interface Detection {
  readonly relevant: boolean
  /** 0 to 1: what its signs add up to. */
  readonly support: number
  /** 0 to 1: of so many labelled items with such support, the share that was relevant. */
  readonly score: number
  readonly band: DetectionBand
  /** Taxonomy ids, the best supported first. */
  readonly technologies: readonly string[]
  readonly vendors: readonly string[]
  /** What kind of item it is; `null` for one that is about something else. */
  readonly role: Role | null
  readonly action: Action | null
  readonly facts: DetectedFacts
  readonly evidence: readonly Evidence[]
  /** Why, in plain words, strongest first. */
  readonly reasons: readonly string[]
  /** Version of taxonomy and rules together: a change means that old results may be detected again. */
  readonly version: string
}

/** What a detector reads of an item. */
export interface DetectionInput {
  readonly title: string
  readonly text?: string
  readonly section?: string | null
  readonly body?: string | null
}
