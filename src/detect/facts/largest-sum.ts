import { ofNumberedChange } from './numbered-changes.ts'
import { isOfFundingLine } from './only-sum.ts'
import { alike, listed, ofHeading, ofList, ofSeveral, withOnTop } from './several-sums.ts'
import {
  type CommittedSum,
  isAsked,
  most,
  mostWeighed,
  type Readable,
  type SumField,
  stated,
  sumOf,
  together,
} from './sum-field.ts'
import type { SumUse } from './sum-use.ts'
import { wholeOfYears } from './sums-of-all-years.ts'
import { overComponents, overComponentsOfText } from './sums-of-components.ts'
import { costLines } from './sums-of-cost-lines.ts'
import { asFollows, ofDecisions } from './sums-of-decisions.ts'
import { overDepartments } from './sums-of-departments.ts'
import { acceptedFirst } from './sums-of-grants.ts'
import { totalsOfLines } from './sums-of-lines.ts'
import { overPriceList } from './sums-of-price-lists.ts'
import { overSellers } from './sums-of-sellers.ts'
import { wholeOfUnits } from './sums-of-units.ts'
import { bothOf, isInOneBreath, overFunds, overNamedPurses } from './sums-over-funds.ts'
import { changeOf, firstAndLater, overYears } from './sums-over-years.ts'
import { ofParts, wholeOf, wholes } from './whole-of-parts.ts'

/** Uses that commit money, the most telling first. */
const order: readonly SumUse[] = [
  'closing',
  'increase',
  'not-to-exceed',
  'spending',
  'grant',
  'amount',
  'movement',
  'other',
]

/** "$0 General Fund", "$0.00 cost share": what one purse gives beside the others. */
const ofShareAfter =
  /^\)? ?(?:from |of |in |to )?(?:the )?(?:[\w-]+ )?(?:funds?|cost share|match|share|local|net)\b/i
const ofShareBefore = /\b(?:funds?|share|match|impact)(?: (?:is|of|to the [\w ]{3,20}))? ?:? ?$/i

/** The readable sums; "$0" is the item's own only where no sum beside it commits anything. */
function withoutNothing({ sums, text }: SumField, isText: boolean): Readable[] {
  const readable = sums.filter((sum): sum is Readable => sum.cents !== null)
  if (!readable.some(({ cents }) => cents === 0)) return readable
  const isOurs = ({ cents, use }: Readable) =>
    cents > 0 && order.includes(use) && !(isText && (use === 'movement' || use === 'other'))
  const isReal = readable.some(isOurs)
  const isShare = ({ cents, start, end }: Readable) =>
    cents === 0 &&
    readable.length > 1 &&
    (ofShareAfter.test(text.slice(end, end + 40)) ||
      ofShareBefore.test(text.slice(Math.max(0, start - 40), start)))
  return readable.filter((sum) => sum.cents > 0 || !(isReal || isShare(sum)))
}

/** Whether a text asks for its first sum, and what stands beside it is asked for as well. */
const asksFirst = ([first]: readonly Readable[], { text }: SumField) =>
  first !== undefined && isAsked(text, first)

/** Of the sums of a text the largest, rather of those that the body is asked to decide on. */
function ofText(sums: readonly Readable[], field: SumField): CommittedSum | undefined {
  const { text } = field
  const asked = sums.slice(0, mostWeighed).filter((sum) => isAsked(text, sum))
  const isListed = asFollows.test(text.slice(0, sums[0]?.start))
  const decisions = ofDecisions(isListed ? sums.slice(0, mostWeighed) : asked, field)
  if (decisions.length > 0) return together(decisions, sumOf(decisions))
  const found = most(asked.length > 0 ? asked : sums)
  return found && stated(found)
}

/**
 * What the sums of one field come to: the whole of parts where one is told, else those of the most
 * telling use.
 */
export function largestOf(field: SumField, isText: boolean): CommittedSum | undefined {
  const sums = alike(withoutNothing(field, isText), field.text)
  const given = isText ? undefined : acceptedFirst(sums, field.text)
  const form = isText ? sums.filter(({ use }) => use === 'closing') : []
  if (form[0] && new Set(form.map(({ cents }) => cents)).size === 1) return stated(form[0])
  const named = isText ? totalsOfLines(field.text, sums) : []
  if (named.length > 0) return together(named, sumOf(named))
  const change = isText ? ofNumberedChange(sums, field.text) : undefined
  if (change) return stated(change)
  const whole =
    (isText ? wholeOf(sums, field.text) : undefined) ??
    // The match of a grant may run over years, too.
    (given ? undefined : wholeOfYears(sums.slice(0, mostWeighed), field.text)) ??
    ofParts(sums, field.text, isText) ??
    wholeOfUnits(sums, field.text)
  if (whole) return stated(whole)
  const costs = isText ? costLines(sums, field.text) : []
  if (costs.length > 0) return together(costs, sumOf(costs))
  const shares = overFunds(sums, field.text)
  if (
    shares.length > 0 &&
    (!isText ||
      isInOneBreath(field.text, shares) ||
      shares.every(
        (sum) => isAsked(field.text, sum) || isOfFundingLine(field.text, shares[0] ?? sum),
      ))
  ) {
    return together(shares, sumOf(shares))
  }
  const purses = isText ? overNamedPurses(sums, field.text) : undefined
  if (purses) return purses
  const joined = bothOf(sums, field.text)
  if (joined) return joined
  const made = isText ? overComponentsOfText(sums, field.text) : overComponents(sums, field.text)
  if (made) return made
  const sold = isText && !asksFirst(sums, field) ? undefined : overSellers(sums, field)
  if (sold) return sold
  const priced = overPriceList(sums, field)
  if (priced) return priced
  const headed = isText ? undefined : ofHeading(sums, field)
  if (headed) return headed
  const shared = overDepartments(sums, field.text)
  if (shared) return shared
  if (given) return stated(given)
  const later = firstAndLater(sums, field.text)
  if (
    later &&
    (!isText || !sums.some(({ use, cents }) => wholes.includes(use) && cents >= later.cents))
  )
    return later
  // "$275,000 a year for two years, and raise appropriations by $275,000": one year of it is budgeted.
  const isYearly = !isText && new Set(sums.map(({ cents }) => cents)).size === 1
  if (isYearly && sums.length > 1 && sums.some(({ use }) => use === 'annual')) {
    const yearly = overYears(
      sums.filter(({ use }) => use === 'annual'),
      field,
      isText,
    )
    if (yearly) return yearly
  }
  const difference = changeOf(sums)
  const ours = isText ? [] : ofList(sums, field)
  for (const use of order) {
    // A text tells of budgets and of much else beside: only plain words of committing count.
    if (isText && (use === 'movement' || use === 'other')) continue
    // A total that grew from one sum to another commits what lies between.
    if (use === 'not-to-exceed' && difference) return difference
    const some = sums.filter((sum) => sum.use === use)
    if (some.length === 0) continue
    const isOthers =
      ours.length > 0 && listed.includes(use) && !some.some((sum) => ours.includes(sum))
    const found = isText ? ofText(some, field) : ofSeveral(isOthers ? ours : some, field)
    return found && withOnTop(found, sums, field.text)
  }
  return difference ?? overYears(sums, field, isText)
}
