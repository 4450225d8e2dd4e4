/** What a sum is for, by the words beside it. */
export type SumUse =
  /** In brackets at the end of a title: the clerk's own statement of the item's sum. */
  | 'closing'
  | 'increase'
  | 'not-to-exceed'
  | 'spending'
  | 'grant'
  | 'amount'
  | 'movement'
  | 'new-total'
  | 'previous'
  | 'annual'
  /** Of one year of several that are told one by one: "Year 2: $40,000". */
  | 'one-year'
  | 'option'
  /** What comes on top: contingency, tax, freight. */
  | 'on-top'
  /** The local share beside a grant. */
  | 'match'
  /** The lower end of a range. */
  | 'least'
  | 'per-unit'
  | 'penalty'
  | 'credit'
  /** Money that is there to pay with, not what is paid. */
  | 'available'
  | 'other'

/** What the words before a sum make of it. */
export interface Rule {
  readonly use: SumUse
  /** Of the words before a sum; all of these end at it. */
  readonly before: RegExp
}

/** A line of a table of words. */
export const rule = (use: SumUse, before: RegExp): Rule => ({ use, before })
