import type { FindingFact } from '../db/queries/finding-facts.ts'
import type { FactKind, FactValues } from '../model/facts.ts'

/** The facts that a table has a column for; of those with one value the first that is stated. */
export interface MainFacts {
  /** `stated`, or `derived` where it was worked out from other sums. */
  readonly amountGrade: string | null
  readonly annualCents: number | null
  readonly previousCents: number | null
  readonly newTotalCents: number | null
  readonly unitPriceCents: number | null
  /** "10 cameras, added" */
  readonly devices: readonly string[]
  readonly termMonths: number | null
  readonly termStart: string | null
  readonly termEnd: string | null
  /** "2 of 12 months" */
  readonly options: readonly string[]
  readonly renewsByItself: boolean | null
  readonly noticeDays: number | null
  readonly funding: readonly string[]
  readonly routes: readonly string[]
  readonly contractNumbers: readonly string[]
  readonly procedure: readonly string[]
  readonly departments: readonly string[]
  readonly products: readonly string[]
  readonly resellers: readonly string[]
  readonly retentionDays: number | null
  /** "not third parties" where sharing is denied. */
  readonly sharedWith: readonly string[]
  readonly policyDocuments: readonly string[]
}

/** The main facts of one finding, from all of them in the order in which they were found. */
export function mainFacts(facts: readonly FindingFact[]): MainFacts {
  const sure = facts.filter(({ grade }) => grade !== 'unclear')
  function valuesOf<Kind extends FactKind>(kind: Kind): readonly FactValues[Kind][] {
    // A fact's kind says which value it has.
    return sure.filter((fact) => fact.kind === kind).map(({ value }) => value as FactValues[Kind])
  }
  const first = <Kind extends FactKind>(kind: Kind) => valuesOf(kind)[0]
  const listed = <Kind extends FactKind>(
    kind: Kind,
    words: (value: FactValues[Kind]) => string,
  ) => [...new Set(valuesOf(kind).map(words))]
  const sum = (use: string) =>
    valuesOf('amount').find((amount) => amount.use === use)?.cents ?? null
  const committed = facts.find((fact) => fact.kind === 'amount' && fact.value.use === 'committed')
  return {
    amountGrade: committed?.grade ?? null,
    annualCents: sum('annual'),
    previousCents: sum('previous'),
    newTotalCents: sum('new-total'),
    unitPriceCents: first('unit-price')?.cents ?? null,
    devices: listed('quantity', ({ count, of, is }) =>
      is === 'counted' ? `${count} ${of}` : `${count} ${of}, ${is}`,
    ),
    termMonths: first('term')?.months ?? null,
    termStart: first('term-start')?.date ?? null,
    termEnd: first('term-end')?.date ?? null,
    options: listed('options', ({ count, months }) =>
      months === null ? `${count}` : `${count} of ${months} months`,
    ),
    renewsByItself: first('auto-renewal')?.renews ?? null,
    noticeDays: first('notice')?.days ?? null,
    funding: listed('funding', ({ source }) => source),
    routes: listed('route', ({ route }) => route),
    contractNumbers: listed('contract-number', ({ number, of }) => `${of} ${number}`),
    procedure: listed('procedure', ({ step }) => step),
    departments: listed('department', ({ name }) => name),
    products: listed('product', ({ name }) => name),
    resellers: listed('reseller', ({ name }) => name),
    retentionDays: first('retention')?.days ?? null,
    sharedWith: listed('sharing', (value) => `${value.isDenied ? 'not ' : ''}${value.with}`),
    policyDocuments: listed('policy-document', ({ document }) => document),
  }
}
