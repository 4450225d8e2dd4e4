import type { DocumentPlace, EvidenceField } from './detection.ts'

/** What is asked of every purchase, in the order it is shown. */
export const factKinds = [
  'technology',
  'vendor',
  'product',
  'reseller',
  'amount',
  'quantity',
  'unit-price',
  'term',
  'term-start',
  'term-end',
  'options',
  'auto-renewal',
  'notice',
  'funding',
  'route',
  'contract-number',
  'procedure',
  'department',
  'contact',
  'comment',
  'retention',
  'sharing',
  'policy-document',
] as const

export type FactKind = (typeof factKinds)[number]

/** `derived`: worked out from what is stated; `unclear`: the words allow another reading. */
export type FactGrade = 'stated' | 'derived' | 'unclear'

/** Values by kind; durations as printed are turned to the unit named here. */
export interface FactValues {
  /** Taxonomy ids, whatever name or alias is printed. */
  readonly technology: { readonly id: string }
  readonly vendor: { readonly id: string }
  /** `vendor`: who makes it. */
  readonly product: { readonly name: string; readonly vendor: string }
  /** Who sells what another makes. */
  readonly reseller: { readonly name: string }
  /** `use`: what the words beside it say it is for; `committed` is what the item itself commits. */
  readonly amount: { readonly cents: number; readonly currency: 'USD'; readonly use: string }
  readonly term: { readonly months: number }
  readonly 'term-start': { readonly date: string }
  readonly 'term-end': { readonly date: string }
  /** So many options to extend, each of so many months (`null`: not said). */
  readonly options: { readonly count: number; readonly months: number | null }
  readonly 'auto-renewal': { readonly renews: boolean }
  /** Days before which a party must speak to end it or keep it from renewing. */
  readonly notice: { readonly days: number }
  readonly quantity: {
    readonly count: number
    /** As printed: "license plate readers". */
    readonly of: string
    readonly is: 'added' | 'total' | 'existing' | 'counted'
  }
  /** Of one device for one year: printed, or where sum, number and term are stated side by side. */
  readonly 'unit-price': { readonly cents: number }
  readonly funding: { readonly source: string }
  readonly route: { readonly route: string }
  /** `of`: what carries the number, as printed: "RFP", "Sourcewell". */
  readonly 'contract-number': { readonly number: string; readonly of: string }
  readonly procedure: { readonly step: string }
  readonly department: { readonly name: string }
  readonly retention: { readonly days: number }
  readonly sharing: { readonly with: string; readonly isDenied: boolean }
  readonly 'policy-document': { readonly document: string }
  readonly contact: { readonly words: string }
  /** `until`: the last moment, as printed; `null`: none is. */
  readonly comment: { readonly words: string; readonly until: string | null }
}

type FactOf<Kind extends FactKind> = { readonly kind: Kind; readonly value: FactValues[Kind] }

export type FactBody = { [Kind in FactKind]: FactOf<Kind> }[FactKind]

/** A fact where it stands in one text: `text.slice(start, end)` is the quote. */
export type FoundFact = FactBody & {
  readonly grade: FactGrade
  readonly quote: string
  readonly start: number
  readonly end: number
}

/** A fact of an item, in one of its fields or on a page of a document. */
export type Fact = FoundFact & DocumentPlace & { readonly field: EvidenceField }

/** Two places that say different things of a kind that has one value. */
export interface FactConflict {
  readonly kind: FactKind
  /** The item's own words first, or the first document's. */
  readonly says: readonly [Fact, Fact]
}

/** A way of buying as filters know it: of cooperatives, that it is one. */
export const routeTag = (route: string): string =>
  (route.split(':')[0] ?? '').toLowerCase().replace(/[^a-z]+/g, '-')

/** What an advocate asks of any such purchase: said as missing where it was not found. */
export const expectedFacts = [
  'amount',
  'term',
  'auto-renewal',
  'funding',
  'route',
  'quantity',
  'retention',
  'sharing',
  'policy-document',
] as const satisfies readonly FactKind[]

/** The same of what buys nothing: a rule, a report, an agreement on data. */
const ofData: readonly FactKind[] = ['retention', 'sharing', 'policy-document']
const ofSharing: readonly FactKind[] = ['term', ...ofData]

/** What is asked of an item of this kind. */
export function expectedOf(role: Role | null): readonly FactKind[] {
  if (role === 'policy' || role === 'oversight' || role === 'report') return ofData
  return role === 'data-sharing' ? ofSharing : expectedFacts
}

/** What is done about a technology. */
export const actions = [
  'approve-contract',
  'renew',
  'amend',
  'accept-grant',
  'adopt-policy',
  'annual-report',
  'hearing',
  'ordinance',
  'mou',
  'terminate',
  'other',
] as const
export type Action = (typeof actions)[number]

/** What kind of item it is; `mention`: the technology is named in passing. */
export const roles = [
  'procurement',
  'grant',
  'data-sharing',
  'policy',
  'oversight',
  'report',
  'other',
  'mention',
] as const
export type Role = (typeof roles)[number]
