import {
  type CommittedSum,
  type Readable,
  type SumField,
  stated,
  sumOf,
  together,
} from './sum-field.ts'
import { readTermMonths } from './term.ts'

/** "from $100,000 to $150,000", or "a new total of $150,000 (previously $100,000)": the increase is not printed. */
export function changeOf(sums: readonly Readable[]): CommittedSum | undefined {
  const at = sums.findIndex(({ use }, index) => {
    const next = sums[index + 1]?.use
    return (
      (use === 'previous' && next === 'new-total') || (use === 'new-total' && next === 'previous')
    )
  })
  const pair = sums.slice(at, at + 2)
  const was = pair.find(({ use }) => use === 'previous')
  const will = pair.find(({ use }) => use === 'new-total')
  if (at < 0 || !was || !will || will.cents <= was.cents) return undefined
  return { ...stated(will, 'derived'), cents: will.cents - was.cents }
}

/** Where only yearly sums are told: all years of the term, or the years told one by one. */
export function overYears(
  sums: readonly Readable[],
  { text }: SumField,
  isText: boolean,
): CommittedSum | undefined {
  const years = sums.filter(({ use }) => use === 'one-year')
  if (years.length > 1) return together(years, sumOf(years))
  const annual = sums.filter(({ use }) => use === 'annual')
  // "$225,000 the first year and $195,000 in each later year": nobody says how many those are.
  if (years[0] && annual.length > 0) return stated(years[0])
  const [one] = annual.length > 0 ? annual : years
  if (!one) return overMonths(sums, text, isText)
  if (new Set(annual.map(({ cents }) => cents)).size > 1) return undefined
  const months = isText ? besideTerm(text, one) : readTermMonths(text)
  if (annual.length === 0 || months === null || months % 12 !== 0) return stated(one)
  return { ...stated(one, months > 12 ? 'derived' : 'stated'), cents: one.cents * (months / 12) }
}

/** Of a text: the term in the very sentence of a yearly sum, if that is no estimate. */
function besideTerm(text: string, { start, end }: Readable): number | null {
  const head = /[^.;\n]{0,120}$/.exec(text.slice(Math.max(0, start - 120), start))?.[0] ?? ''
  const tail = /^(?:[^.;\n]|\.(?=\d)){0,50}/.exec(text.slice(end, end + 50))?.[0] ?? ''
  return /\bestimat|\bapprox|\babout\b/i.test(head) ? null : readTermMonths(`${head} ${tail}`)
}

/** "For six months at $3,500 per month", where that is the one sum. */
function overMonths(
  sums: readonly Readable[],
  text: string,
  isText: boolean,
): CommittedSum | undefined {
  const [one] = sums
  if (sums.length !== 1 || !one || !aMonth.test(text.slice(one.end, one.end + 24))) return undefined
  const months = isText ? besideTerm(text, one) : readTermMonths(text)
  return months === null ? undefined : { ...stated(one, 'derived'), cents: one.cents * months }
}

const aMonth =
  /^\)?,? ?(?:(?:per|a|each) month|\/ ?mo(?:nth)?\b|monthly)(?! (?:per|for each|a )\b)/i
