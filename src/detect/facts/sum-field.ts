import type { FactGrade } from '../../model/facts.ts'
import type { PrintedSum } from './amount.ts'
import { isLabelled } from './sums-of-labels.ts'

/** The sum an item commits, and the printed words that it was read from or worked out from. */
export interface CommittedSum {
  /** Minor units. */
  readonly cents: number
  readonly quote: string
  readonly start: number
  readonly end: number
  readonly grade: FactGrade
}

/** Where an item's technologies and vendors stand in a text. */
export interface Span {
  readonly start: number
  readonly end: number
  /** Of a place that names a firm. */
  readonly vendor?: string | null
}

/** One field with its sums. */
export interface SumField {
  readonly text: string
  readonly sums: readonly PrintedSum[]
  /** Of the words that made it a finding; a sum of another contract stands apart from them. */
  readonly places: readonly Span[]
}

export type Readable = PrintedSum & { readonly cents: number }

export const stated = ({ cents, quote, start, end }: Readable, grade: FactGrade = 'stated') => ({
  cents,
  quote,
  start,
  end,
  grade,
})

/** What several printed sums make together; quoted is the first. */
export function together(sums: readonly Readable[], cents: number): CommittedSum | undefined {
  const [first] = sums
  return first && { ...stated(first, 'derived'), cents }
}

export const sumOf = (sums: readonly Readable[]) => sums.reduce((sum, { cents }) => sum + cents, 0)
export const most = (sums: readonly Readable[]) =>
  sums.reduce<Readable | undefined>(
    (best, sum) => (best && best.cents >= sum.cents ? best : sum),
    undefined,
  )

/** The piece of a text that belongs to each of its sums: between two, the last joint divides. */
export function piecesOf(text: string, sums: readonly Readable[]): Span[] {
  const joints = sums.slice(1).map((sum, at) => {
    const from = sums[at]?.end ?? 0
    const gap = text.slice(from, sum.start)
    // "Radios (14) $96,000 Fleet cameras, 60 months (14) $207,000": what is next begins right behind a sum.
    const joint = [
      /;[^;]*$/,
      /\n[^\n]*$/,
      /\band\b(?!.*\band\b)/is,
      /^ (?=[A-Z\d])[^&]*$/,
      /,[^,]*$/,
    ]
      .map((pattern) => gap.search(pattern))
      .find((found) => found >= 0)
    return from + (joint ?? Math.floor(gap.length / 2))
  })
  return sums.map((_, at) => ({
    start: joints[at - 1] ?? 0,
    end: joints[at] ?? text.length,
  }))
}

export const longestPieces = 2_000

export const holdsPlace = (piece: Span | undefined, places: readonly Span[]) =>
  piece !== undefined && places.some(({ start, end }) => start >= piece.start && end <= piece.end)

/** Before a sum in the same sentence: the body is asked to decide on it. */
export const asks =
  /\b(?:approv|authoriz|(?<!\b(?:was|were|been) (?:\w{1,12} )?)award|adopt|accept|recommend|execut|ratif|purchas|request|(?:fiscal|financial|budget) impact)\w*(?:[^.;]|\.(?=\S)|(?<=\b(?:inc|llc|co|corp|no|st|ltd))\.)*$/i
export const reachOfSentence = 400

export const isAsked = (text: string, { start }: Span) =>
  asks.test(text.slice(Math.max(0, start - reachOfSentence), start)) || isLabelled(text, start)

/** Further sums of one text are left out. */
export const mostWeighed = 60
