import { printedNumber, readNumber } from './number-words.ts'
import {
  type CommittedSum,
  type Readable,
  type SumField,
  stated,
  sumOf,
  together,
} from './sum-field.ts'
import type { SumUse } from './sum-use.ts'
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

/** "To amend the expenditure not to exceed $150,000", and a text by which that was $100,000 before. */
export function changeToTitle(title: SumField, text: SumField): CommittedSum | undefined {
  const [will] = title.sums
  if (will?.use !== 'new-total' || title.sums.some(({ cents }) => cents !== will.cents)) return
  const at = text.sums.findIndex(
    ({ use, cents }, index) =>
      use === 'new-total' && cents === will.cents && text.sums[index - 1]?.use === 'previous',
  )
  return changeOf(
    text.sums
      .slice(Math.max(0, at - 1), at + 1)
      .filter((sum): sum is Readable => sum.cents !== null),
  )
}

/** Where only yearly sums are told: all years of the term, or the years told one by one. */
export function overYears(
  sums: readonly Readable[],
  { text }: SumField,
  isText: boolean,
): CommittedSum | undefined {
  const years = eachOnce(
    sums.filter(({ use }) => use === 'one-year'),
    text,
  )
  if (years.length > 1) return allOf(years) ?? together(years, sumOf(years))
  const annual = sums.filter(({ use }) => use === 'annual')
  // "$225,000 the first year and $195,000 in each later year": nobody says how many those are.
  if (years[0] && annual.length > 0) return stated(years[0])
  const [one] = annual.length > 0 ? annual : years
  if (!one) return overMonths(sums, text, isText)
  if (new Set(annual.map(({ cents }) => cents)).size > 1) return yearlyChange(annual, text)
  const told = yearsRightBehind(text, one) ?? yearsRightBefore(text, one)
  const months = told ? Number(told) * 12 : isText ? besideTerm(text, one) : readTermMonths(text)
  if (annual.length === 0 || months === null || months % 12 !== 0) return stated(one)
  return { ...stated(one, months > 12 ? 'derived' : 'stated'), cents: one.cents * (months / 12) }
}

/** "The contract grows by $10,000 a year. All cameras will then cost $170,000 a year": what is added. */
function yearlyChange(annual: readonly Readable[], text: string): CommittedSum | undefined {
  const added = annual.filter(({ start }) =>
    growsBy.test(text.slice(Math.max(0, start - 80), start)),
  )
  const [only] = added
  return only && added.length === 1 ? stated(only) : undefined
}
const growsBy =
  /\b(?:contract|agreement|cost|price|fee|payment|subscription)s? (?:would |will )?(?:grows?|rises?|increases?|goes up|go up) by $/i

/** "Year 1 $40,000, Year 2 $30,000, Total $70,000": the last of them is all the others. */
function allOf(years: readonly Readable[]): CommittedSum | undefined {
  const last = years.at(-1)
  return last && years.length > 2 && sumOf(years) === 2 * last.cents ? stated(last) : undefined
}

const yearOf = /\byear (one|two|three|four|five|[1-5])\b|\b(first|second|third|fourth|fifth)\b/i
const numbers: readonly (readonly string[])[] = [
  ['one', '1', 'first'],
  ['two', '2', 'second'],
  ['three', '3', 'third'],
  ['four', '4', 'fourth'],
  ['five', '5', 'fifth'],
]

/** A proposal "of $30,000 for the first year", and "expend $30,000 for year one": one year, said again. */
function eachOnce(years: readonly Readable[], text: string): readonly Readable[] {
  const told = years.map(({ cents, end }) => {
    const word = yearOf.exec(text.slice(end, end + 30).split('$')[0] ?? '')
    const number = (word?.[1] ?? word?.[2])?.toLowerCase()
    const year = numbers.findIndex((names) => number !== undefined && names.includes(number))
    return year < 0 ? null : `${cents} ${year}`
  })
  return years.filter((_, at) => told[at] === null || told.indexOf(told[at] ?? null) === at)
}

/** "$38,400 per year x3", "$275,000 per year together, for two years" */
const timesYears = new RegExp(
  String.raw`^\)? ?(?:per|a|each|\/) ?(?:year|yr)\.?(?: (?:together|combined|in total))?,? ?(?:[x\u00d7*] ?([2-9])\b|for (${printedNumber}) years\b)`,
  'i',
)

/** "Three annual payments of", "renewal, two years,": how many stand right before the yearly sum. */
const paidYears = new RegExp(
  String.raw`\b(${printedNumber}) (?:equal )?(?:annual|yearly) (?:payments|instal(?:l)?ments) of (?:up to )?$|[,;:(\u2013\u2014-] ?(${printedNumber})[- ]years?(?:,| at|:)? \(?$`,
  'i',
)
function yearsRightBehind(text: string, { end }: Readable): number | undefined {
  const found = timesYears.exec(text.slice(end, end + 60))
  return readNumber(found?.[1] ?? found?.[2] ?? '') ?? undefined
}
function yearsRightBefore(text: string, { start }: Readable): number | undefined {
  const found = paidYears.exec(text.slice(Math.max(0, start - 60), start))
  return readNumber(found?.[1] ?? found?.[2] ?? '') ?? undefined
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

/** "and $7,200 a year thereafter for up to two years", "$50,000 for each of the next four years". */
const yearsBehind = new RegExp(
  String.raw`^\)?,? (?:(?:per|each|a) year,? |annually,? |yearly,? )?(?:(thereafter|after that|afterwards),? )?(?:for|in|over|during) (?:(?:up to|a maximum of) )?(?:(?:an|each of|each of the|the|all) )?((?:additional|following|next|remaining|subsequent|succeeding|later) )?(${printedNumber}) ((?:additional|following|more|remaining|subsequent|succeeding|further) )?(?:contract |fiscal )?years?\b( (?:after|thereafter|following|that follow))?`,
  'i',
)
/** "in each of years two (2) through five (5)" */
const spanBehind = new RegExp(
  String.raw`^\)?,? (?:(?:per|each|a) year,? |annually,? )?(?:for|in|during) (?:each of )?(?:contract )?years? (${printedNumber}) ?(?:through|thru|to|-|\u2013) ?(${printedNumber})`,
  'i',
)
/** "and that of each of the three years after it is" */
const eachBefore = new RegExp(
  String.raw`\b(?:each|every one) of (?:the )?(?:additional |following |next |remaining |subsequent |succeeding |later )?(${printedNumber}) (?:(?:additional|following|remaining|subsequent|succeeding|later) )?years?(?: (?:after|thereafter|following|that follow)(?: (?:it|that))?)?,? (?:(?:is|at|costs?|takes|will be|would be) )?(?:not to exceed |up to )?$`,
  'i',
)
/** "a year two through five annual cost of" */
const yearsBefore = new RegExp(
  String.raw`\byears? (${printedNumber}) ?(?:through|thru|to|and|&|-|\u2013) ?(?:year )?(${printedNumber})\b[^$;.]{0,40}$`,
  'i',
)
/** "$40,000 for each of the first two years and $45,000 for the third" */
const firstYears = new RegExp(
  String.raw`^\)?,? (?:for|in|during) (?:each of )?the (?:first|initial) (${printedNumber}) (?:contract |fiscal )?years?\b`,
  'i',
)
const lastYear =
  /^\)?,? (?:for|in|during) (?:the |year )(?:second|third|fourth|fifth|sixth|last|final|two|three|four|five|six|[2-6])\b/i
const longestYears = 90
const firstUses: ReadonlySet<SumUse> = new Set([
  'one-year',
  'amount',
  'spending',
  'not-to-exceed',
  'other',
])

/** What is paid at first, and a yearly sum for a number of years that is told behind it. */
export function firstAndLater(sums: readonly Readable[], text: string): CommittedSum | undefined {
  for (const [at, later] of sums.entries()) {
    const first = sums[at - 1]
    if (!first || later.start - first.end > longestGap) continue
    const before = readNumber(
      firstYears.exec(text.slice(first.end, first.end + longestYears))?.[1] ?? '',
    )
    if (
      before !== null &&
      before <= mostYears &&
      !/[.;]\s/.test(text.slice(first.end, later.start)) &&
      lastYear.test(text.slice(later.end, later.end + longestYears))
    ) {
      return printedBehind(sums, text, together([first, later], first.cents * before + later.cents))
    }
    if (!firstUses.has(first.use)) continue
    // "The price is $60,000. Service in years two to five would be $5,000": not asked for with it.
    const isFirst =
      first.use === 'one-year' || ofFirstYear.test(text.slice(0, first.start).slice(-30))
    if (!isFirst && /\.\s/.test(text.slice(first.end, later.start))) continue
    // "$7,000 for year one, $22,000 for years two through five, for a total of $95,000": that is all of them.
    if (/\b(?:total|cumulative|combined)\b[^$]{0,40}$/i.test(text.slice(first.end, later.start)))
      continue
    const years = laterYears(text, first, later) ?? restOfTerm(text, later)
    if (years !== null) {
      const all = together([first, later], first.cents + later.cents * years)
      return printedBehind(sums, text, all)
    }
  }
  return undefined
}

/** A clerk's own total, where it is about what the years come to: digits are swapped at times. */
function printedBehind(
  sums: readonly Readable[],
  text: string,
  all: CommittedSum | undefined,
): CommittedSum | undefined {
  const whole = sums.find(
    ({ start, end, cents }) =>
      all !== undefined &&
      start > all.end &&
      Math.abs(cents - all.cents) <= all.cents / 100 &&
      (/^\)?,? (?:in all|in total|altogether|total)\b/i.test(text.slice(end, end + 16)) ||
        /\btotal\b[^$;.]{0,30}$/i.test(text.slice(Math.max(0, start - 50), start))),
  )
  return whole ? stated(whole) : all
}

const longestGap = 140
/** "Year 1 Cost: " */
const ofFirstYear = /\b(?:year (?:1|one)|(?:first|1st)[ -]year)(?: [\w-]+){0,2} ?[:=]? ?$/i
const mostYears = 9

/** "Five-year agreement: $9,000 in year one and $8,000 per year thereafter": the other years of its term. */
const thereafter =
  /^\)?,? (?:(?:per|each|a|every) year|annually|yearly),? (?:thereafter|after that|afterwards)\b(?! for)/i
function restOfTerm(text: string, { end }: Readable): number | null {
  const months = thereafter.test(text.slice(end, end + 40)) ? readTermMonths(text) : null
  return months === null || months % 12 !== 0 ? null : months / 12 - 1
}

function laterYears(text: string, first: Readable, later: Readable): number | null {
  const tail = text.slice(later.end, later.end + longestYears)
  const head = text.slice(Math.max(first.end, later.start - longestYears), later.start)
  const behind = yearsBehind.exec(tail)
  const isLater = behind && (behind[1] ?? behind[2] ?? behind[4] ?? behind[5]) !== undefined
  const each = isLater ? behind[3] : eachBefore.exec(head)?.[1]
  const span = spanBehind.exec(tail) ?? yearsBefore.exec(head)
  const from = readNumber(span?.[1] ?? '')
  const to = readNumber(span?.[2] ?? '')
  const told = each !== undefined ? readNumber(each) : from === 2 && to !== null ? to - 1 : null
  return told !== null && told > 0 && told <= mostYears ? told : null
}
