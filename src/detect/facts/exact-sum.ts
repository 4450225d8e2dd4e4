import {
  type CommittedSum,
  mostWeighed,
  type Readable,
  type SumField,
  stated,
} from './sum-field.ts'

/** "$1.1 million" in a title, "$1,118,460" in its text; "$388,412" and "$388,412.25": the one sum that the title rounds. */
export function exactOf(
  { quote, cents, isOfTitle }: CommittedSum & { readonly isOfTitle: boolean },
  text: SumField,
): (CommittedSum & { readonly isOfTitle: boolean }) | undefined {
  if (!isOfTitle) return undefined
  const unit = unitOf(quote)
  if (unit === undefined) return undefined
  const exact = text.sums
    .slice(0, mostWeighed)
    .filter(
      (sum): sum is Readable =>
        sum.cents !== null &&
        !rounded.test(sum.quote) &&
        unitOf(sum.quote) !== unit &&
        Math.abs(sum.cents - cents) <= unit / 2,
    )
  // A text that prints the whole dollars as well holds to them.
  const isAgain = unit === 100 && text.sums.some((sum) => sum.cents === cents)
  const [only] = isAgain ? [] : exact
  const isOne = new Set(exact.map((sum) => sum.cents)).size === 1
  return only && isOne ? { ...stated(only), isOfTitle: false } : undefined
}

/** The last place that a sum is told to, in cents: a whole dollar, a hundred thousand; none where cents are printed. */
function unitOf(quote: string): number | undefined {
  const [, decimals = '', scale] = rounded.exec(quote) ?? []
  if (scale === undefined) return wholeDollars.test(quote) ? 100 : undefined
  return (/^b/i.test(scale) ? 1e11 : /^m/i.test(scale) ? 1e8 : 1e5) / 10 ** decimals.length
}

const wholeDollars = /^\D{0,5}\d[\d,]*$/
const rounded = /^\D{0,5}\d{1,4}(?:\.(\d{1,2}))?[ -]?(million|billion|thousand|mil|MM|[MKB])$/i
