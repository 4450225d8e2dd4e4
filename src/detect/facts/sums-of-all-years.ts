import { printedNumber, readNumber } from './number-words.ts'
import type { Readable } from './sum-field.ts'
import type { SumUse } from './sum-use.ts'

/** Sums that may be what all years cost, and those that may be what one of them does. */
const wholes: readonly SumUse[] = ['not-to-exceed', 'spending', 'amount', 'other']
const yearly: readonly SumUse[] = ['annual', 'one-year', 'spending', 'amount', 'other', 'increase']

/** So far around a whole stand what its years cost. */
const reach = 260
const reachOfWords = 60
const mostBeside = 6
const mostYears = 10

const countOfYears = new RegExp(
  String.raw`\b(${printedNumber})\)?[ -](?:\(\d{1,2}\)[ -])?(?:(?:additional|optional|more|further|full|equal|consecutive|one-year|fiscal|contract) ){0,2}(years?|months?|annual|yearly|renewals?|extensions?)\b`,
  'gi',
)
const saysTotal =
  /\b(?:total\w*|in all|altogether|together|combined|come to|comes to)\b[^$;]{0,40}$/i
const isTotalBehind = /^\)?,? (?:in all|in total|total|altogether)\b/i

/** The numbers of years that a stretch of words names; renewals come beside a first year. */
function yearsIn(words: string): ReadonlySet<number> {
  const years = new Set<number>()
  for (const [, printed = '', unit = ''] of words.matchAll(countOfYears)) {
    const number = readNumber(printed)
    if (number === null) continue
    if (/^month/i.test(unit)) years.add(number / 12)
    else if (/^(?:renewal|extension)/i.test(unit)) years.add(number + 1)
    else years.add(number)
  }
  return years
}

/** How many years a whole holds of a yearly sum: a whole number, or `null`. */
function timesOf(whole: number, { cents }: Readable): number | null {
  if (cents <= 0) return null
  const times = Math.round(whole / cents)
  return Math.abs(whole - times * cents) <= 100 && times >= 1 && times <= mostYears ? times : null
}

const isOfYear = ({ use }: Readable) => use === 'annual' || use === 'one-year'

/**
 * "$41,000 a year, or $205,000 over the five years", "$90,000 in year one and $70,000 in each later year,
 * $230,000 in all": the printed sum that is all years of the others, which the words say by a number or as a total.
 */
export function wholeOfYears(sums: readonly Readable[], text: string): Readable | undefined {
  if (sums.length < 2 || sums.some(({ use }) => use === 'closing')) return undefined
  return sums.find((whole, at) => {
    if (!wholes.includes(whole.use) || whole.cents <= 0) return false
    const from = Math.max(0, at - mostBeside)
    const parts = sums
      .slice(from, at + mostBeside)
      .filter(
        ({ use, cents, start, end }) =>
          yearly.includes(use) &&
          cents > 0 &&
          cents < whole.cents &&
          end > whole.start - reach &&
          start < whole.end + reach,
      )
    // "Upkeep of $2,500 a year, $7,500 for three years, and with the cameras $21,000": a part of the larger.
    const isPart = sums.some(
      ({ use, cents, start, end }) =>
        wholes.includes(use) &&
        cents > whole.cents &&
        end > whole.start - reach &&
        start < whole.end + reach,
    )
    return (
      !isPart &&
      parts.some((first, index) =>
        [first, ...parts.slice(index + 1)].some((later) => isWhole(whole, first, later, text)),
      )
    )
  })
}

/** Whether `whole` is so many years of one sum, or a first year and so many of another. */
function isWhole(whole: Readable, first: Readable, later: Readable, text: string): boolean {
  const isSame = first === later
  const times = timesOf(whole.cents - (isSame ? 0 : first.cents), later)
  if (times === null) return false
  const years = isSame ? times : times + 1
  if (years < 2 || (!isSame && !isOfYear(first) && !isOfYear(later))) return false
  const from = Math.min(whole.start, first.start) - reachOfWords
  const words = text.slice(Math.max(0, from), Math.max(whole.end, later.end) + reachOfWords)
  if (yearsIn(words).has(years)) return true
  return (
    (isOfYear(later) || (!isSame && isOfYear(first))) &&
    (saysTotal.test(text.slice(Math.max(0, whole.start - reachOfWords), whole.start)) ||
      isTotalBehind.test(text.slice(whole.end, whole.end + 20)))
  )
}
