import type { FactGrade } from '../../model/facts.ts'
import type { PrintedSum } from './amount.ts'
import { onlySum } from './only-sum.ts'
import type { SumUse } from './sum-use.ts'
import { sumsOfLines } from './sums-of-lines.ts'
import { readTermMonths } from './term.ts'
import { commands, mayCommit, spends, takes } from './title-commits.ts'

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
}

/** One field with its sums. */
export interface SumField {
  readonly text: string
  readonly sums: readonly PrintedSum[]
  /** Of the words that made it a finding; a sum of another contract stands apart from them. */
  readonly places: readonly Span[]
}

type Readable = PrintedSum & { readonly cents: number }

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

const stated = ({ cents, quote, start, end }: Readable, grade: FactGrade = 'stated') => ({
  cents,
  quote,
  start,
  end,
  grade,
})

/** What several printed sums make together; quoted is the first. */
function together(sums: readonly Readable[], cents: number): CommittedSum | undefined {
  const [first] = sums
  return first && { ...stated(first, 'derived'), cents }
}

const sumOf = (sums: readonly Readable[]) => sums.reduce((sum, { cents }) => sum + cents, 0)
const most = (sums: readonly Readable[]) =>
  sums.reduce<Readable | undefined>(
    (best, sum) => (best && best.cents >= sum.cents ? best : sum),
    undefined,
  )

/** The piece of a text that belongs to each of its sums: between two, the last joint divides. */
function piecesOf(text: string, sums: readonly Readable[]): Span[] {
  const joints = sums.slice(1).map((sum, at) => {
    const from = sums[at]?.end ?? 0
    const gap = text.slice(from, sum.start)
    const joint = [/;[^;]*$/, /\n[^\n]*$/, /\band\b(?!.*\band\b)/is, /,[^,]*$/]
      .map((pattern) => gap.search(pattern))
      .find((found) => found >= 0)
    return from + (joint ?? Math.floor(gap.length / 2))
  })
  return sums.map((_, at) => ({
    start: joints[at - 1] ?? 0,
    end: joints[at] ?? text.length,
  }))
}

const longestPieces = 2_000

/**
 * Of several sums of one kind in one title: the total where one is said or is the others' sum;
 * else those of the contracts that are about the technology, added up; else the largest, as the
 * whole is not less than its parts.
 */
function ofSeveral(
  sums: readonly Readable[],
  { text, places, sums: all }: SumField,
): CommittedSum | undefined {
  const largest = most(sums)
  if (!largest) return undefined
  const distinct = [...new Map(sums.map((sum) => [sum.cents, sum])).values()]
  const isTotal = ({ start }: Readable) =>
    /\b(?:total|combined|overall|altogether)\b[^$;]{0,60}$/i.test(
      text.slice(Math.max(0, start - 90), start),
    )
  const totals = distinct.filter(isTotal)
  if (distinct.length === 1 || totals.length > 0) return stated(most(totals) ?? largest)
  // "An increase of $9,000 and a second one of $4,000, for a total of": both are added.
  const next = (sum: Readable) => all.find(({ start }) => start > sum.end)
  const last = distinct.at(-1)
  if (last && distinct.every(({ use }) => use === 'increase') && next(last)?.use === 'new-total') {
    return together(distinct, sumOf(distinct))
  }
  if (Math.abs(sumOf(distinct) - 2 * largest.cents) <= 100) return stated(largest)
  if (text.length > longestPieces) return stated(largest)
  const pieces = piecesOf(text, distinct)
  const ours = distinct.filter((_, at) => holdsPlace(pieces[at], places))
  if (ours.length === 0 || ours.length === distinct.length) {
    return ours.length > 1 ? together(ours, sumOf(ours)) : stated(largest)
  }
  const [only] = ours
  return ours.length === 1 && only ? stated(only) : together(ours, sumOf(ours))
}

/** Sums that come on top of another: added where they are said to be, and not to be part of it. */
function withOnTop(base: CommittedSum, sums: readonly Readable[], text: string): CommittedSum {
  const added = sums.filter(({ use, start }) => {
    if (use !== 'on-top' || start < base.start || start - base.end > 120) return false
    const between = text.slice(base.end, start)
    return (
      /\b(?:plus|and|with|in addition)\b/i.test(between) && !/\b(?:includ|of which)/i.test(between)
    )
  })
  return added.length === 0 ? base : { ...base, cents: base.cents + sumOf(added), grade: 'derived' }
}

/** Before a sum in the same sentence: the body is asked to decide on it. */
const asks =
  /\b(?:approv|authoriz|award|adopt|accept|recommend|execut|ratif|purchas|request)\w*(?:[^.;]|\.(?=\S)|(?<=\b(?:inc|llc|co|corp|no|st|ltd))\.)*$/i
const reachOfSentence = 400

const isAsked = (text: string, { start }: Span) =>
  asks.test(text.slice(Math.max(0, start - reachOfSentence), start))

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

/** "Approve sole source with Acme, 3 years, $318,000, of which $240,000 is paid back": the sum that is asked for. */
function firstAsked({ text, sums }: SumField): Readable | undefined {
  return sums.slice(0, mostWeighed).find((sum): sum is Readable => {
    if (sum.cents === null || sum.use !== 'other') return false
    const sentence = asks.exec(text.slice(Math.max(0, sum.start - reachOfSentence), sum.start))
    return sentence !== null && !sentence[0].includes('$') && !/\d\)|;/.test(sentence[0])
  })
}

const mostWeighed = 60

/**
 * Decisions of one list, each with a sum of its own: "A) Authorize … not to exceed $40,000. B) Authorize
 * … not to exceed $9,000". Together they are what is asked, as far as the technology goes.
 */
function ofDecisions(sums: readonly Readable[], { text, places }: SumField): readonly Readable[] {
  const [first] = sums
  const last = sums.at(-1)
  if (!first || !last || sums.length < 2 || sums.length > mostDecisions) return []
  const pieces = sums.map((sum, at) => text.slice(sums[at - 1]?.end ?? 0, sum.start))
  // "Adopt the budgets as follows: a. … b. …" asks once for all that is listed.
  const mark = asFollows.test(pieces[0] ?? '') ? listMark : decision
  const marks = pieces.map((piece) => [...piece.matchAll(mark)].at(-1))
  if (marks.some((mark) => mark === undefined)) return []
  const numbers = marks.map((mark) => mark?.[1]?.toLowerCase() ?? '')
  const areInOrder = numbers.every((number, at) => at === 0 || follows(numbers[at - 1], number))
  const ends = sums.map(({ end }, at) => ({
    start: at === 0 ? Math.max(0, end - reachOfSentence) : (sums[at - 1]?.end ?? 0),
    end,
  }))
  if (!areInOrder || !ends.every((piece) => holdsPlace(piece, places))) return []
  return sums
}

const mostDecisions = 5
/** The mark of a decision in a list, and the word that asks for it. */
const decision =
  /(?:^|[\s(])([a-e]|[1-5])[).]\s{1,4}(?:approv|authoriz|award|adopt|execut|purchas|direct)\w*/gi
const asFollows =
  /\b(?:approv|authoriz|award|adopt|purchas)\w*\b[^.;$]{0,160}\b(?:as follows|the following)\b/i
const listMark = /(?:^|[\s(])([a-e])[).]\s{1,4}(?=[A-Z])/g
const follows = (one: string | undefined, next: string) =>
  one !== undefined && next.charCodeAt(0) === one.charCodeAt(0) + 1

/** A list of contracts, of which the most telling sum belongs to another than ours. */
const listed: readonly SumUse[] = ['not-to-exceed', 'spending', 'amount', 'other']

function ofList(sums: readonly Readable[], field: SumField): readonly Readable[] {
  const members = sums.filter(({ use }) => listed.includes(use))
  const [first, ...others] = members
  if (!first || others.length === 0 || field.text.length > longestPieces) return []
  const areJoined = others.every((sum, at) =>
    /;|\n|\band\b|\([a-z\d]\)/i.test(field.text.slice(members[at]?.end ?? 0, sum.start)),
  )
  if (!areJoined) return []
  const pieces = piecesOf(field.text, members)
  const ours = members.filter((_, at) => holdsPlace(pieces[at], field.places))
  return ours.length < members.length ? ours : []
}

/** Where the next decision of a title begins. */
const nextDecision = /;\s*(?:and,?\s+)?(?:further\s+)?(?=(?:authoriz|approv|award)\w*\b)/gi
const mostOfDecisions = 4
/** Sums that a decision of its own commits. */
const decided: readonly SumUse[] = ['not-to-exceed', 'spending', 'amount']

/**
 * "Amend the contract …, for a total not to exceed $90,000; and authorize a purchase of … in the amount of
 * $20,000": two decisions about the technology, each with its own sum.
 */
function ofTitleDecisions(field: SumField): CommittedSum | undefined {
  const { text, places } = field
  if (text.length > longestPieces) return undefined
  const cuts = [...text.matchAll(nextDecision)].map(({ index }) => index)
  if (cuts.length === 0 || cuts.length >= mostOfDecisions) return undefined
  const pieces = [0, ...cuts].map((start, at) => ({ start, end: cuts[at] ?? text.length }))
  const own = pieces.map((piece): CommittedSum | undefined => {
    if (!holdsPlace(piece, places)) return undefined
    const sums = field.sums.filter(
      (sum): sum is Readable =>
        sum.cents !== null && sum.start >= piece.start && sum.end <= piece.end,
    )
    for (const use of decided) {
      const some = sums.filter((sum) => sum.use === use)
      const found = some.length > 0 ? ofSeveral(some, { ...field, sums }) : undefined
      if (found) return withOnTop(found, sums, text)
    }
    return undefined
  })
  const [first, ...others] = own
  if (!first || others.length === 0 || !others.every((sum) => sum !== undefined)) return undefined
  // A sum said again is the same money.
  if (new Set(own.map((sum) => sum?.cents)).size < own.length) return undefined
  const cents = own.reduce((sum, one) => sum + (one?.cents ?? 0), 0)
  return { ...first, cents, grade: 'derived' }
}

const holdsPlace = (piece: Span | undefined, places: readonly Span[]) =>
  piece !== undefined && places.some(({ start, end }) => start >= piece.start && end <= piece.end)

/** "An order to A in the amount of $30,000 and to B in the amount of $9,000": the second is for what the first is. */
function alike(sums: readonly Readable[], text: string): readonly Readable[] {
  return sums.map((sum, at) => {
    const last = sums[at - 1]
    if (!last || !joinable.includes(last.use) || !(sum.use === 'amount' || sum.use === 'other')) {
      return sum
    }
    return secondOrder.test(text.slice(last.end, sum.start)) ? { ...sum, use: last.use } : sum
  })
}

const joinable: readonly SumUse[] = ['spending', 'not-to-exceed', 'amount']
const secondOrder =
  /^\)?,?(?: for [^$;.]{1,60},?)? and (?:to [^$;]{1,80}\bin the amount of |[^$;.]{1,40} \()$/i

function largestOf(field: SumField, isText: boolean): CommittedSum | undefined {
  const sums = alike(
    field.sums.filter((sum): sum is Readable => sum.cents !== null),
    field.text,
  )
  const whole = isText ? wholeOf(sums) : undefined
  if (whole) return stated(whole)
  const shares = overFunds(sums, field.text)
  if (shares.length > 0 && (!isText || shares.every((sum) => isAsked(field.text, sum)))) {
    return together(shares, sumOf(shares))
  }
  const given = isText ? undefined : acceptedFirst(sums, field.text)
  if (given) return stated(given)
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

/**
 * "Accept a grant of $41,000; authorize an expenditure not to exceed $20,000 from the General Fund": what
 * is accepted first, and more than what is added to it.
 */
function acceptedFirst(sums: readonly Readable[], text: string): Readable | undefined {
  const [first, ...others] = sums
  if (first?.use !== 'grant' || !/\baccept\w*\b[^;]*$/i.test(text.slice(0, first.start))) {
    return undefined
  }
  const added = others.filter(({ use }) => use === 'not-to-exceed' || use === 'spending')
  if (added.length === 0 || added.some(({ cents }) => cents >= first.cents)) return undefined
  return first
}

/** "$29,000: the equipment is $19,000, with an additional $10,000 for upkeep": what is added is a part of it. */
function wholeOf(sums: readonly Readable[]): Readable | undefined {
  const some = sums.slice(0, mostWeighed)
  const added = some.filter(({ use }) => use === 'increase')
  return some.find(
    (sum) =>
      wholes.includes(sum.use) &&
      added.some((part) => some.some((rest) => isSum(sum, part, rest) && rest !== part)),
  )
}

const wholes: readonly SumUse[] = ['not-to-exceed', 'spending', 'amount']
const isSum = (whole: Readable, one: Readable, other: Readable) =>
  other.cents > 0 && one.cents + other.cents === whole.cents && other.use !== 'previous'

const mostShares = 5
const reachOfFund = 90
/** The purse that a sum comes from, behind it. */
const ofFund =
  /^\)?,? (?:(?:of which )?(?:is |to be |shall be |will be )?(?:funded )?(?:from|by|out of|charged to|payable from)) (?:the )?([\w.'\u2019 &/-]{2,70}?\b(?:funds?|accounts?|budget|proceeds|reserves?|revenues?))\b/i
/** A purse by a name of its own, where another follows: "$9,000 from the Library Friends and $2,000 from". */
const ofPurse = /^\)?,? from (?:the )?([\w.'\u2019&/-]+(?: [\w.'\u2019&/-]+){0,4}) and \$/i
const share: readonly SumUse[] = ['not-to-exceed', 'spending', 'amount', 'movement', 'other']

/**
 * "$30,000 from the General Fund and $20,000 from the Seizure Fund": one purchase paid from several
 * purses, of which no total is printed.
 */
function overFunds(sums: readonly Readable[], text: string): readonly Readable[] {
  const funds = sums.map(({ use, end }) =>
    share.includes(use)
      ? (ofFund.exec(text.slice(end, end + reachOfFund)) ??
          ofPurse.exec(text.slice(end, end + reachOfFund)))?.[1]?.toLowerCase()
      : null,
  )
  const isJoined = (at: number) => {
    const [one, next] = [sums[at], sums[at + 1]]
    if (!one || !next || !funds[at] || !funds[at + 1] || funds[at] === funds[at + 1]) return false
    return /^[^.;$]{0,110}(?:,|\band|;)(?: and)? $/i.test(text.slice(one.end, next.start))
  }
  const from = sums.findIndex((_, at) => isJoined(at))
  if (from < 0) return []
  let to = from + 1
  while (isJoined(to)) to += 1
  const shares = sums.slice(from, to + 1)
  if (shares.length > mostShares) return []
  // A sum as large as they are together says more: it is the total, or another matter.
  const all = sumOf(shares)
  return sums.every((sum) => shares.includes(sum) || sum.cents < all) ? shares : []
}

/** "from $100,000 to $150,000", or "a new total of $150,000 (previously $100,000)": the increase is not printed. */
function changeOf(sums: readonly Readable[]): CommittedSum | undefined {
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
function overYears(
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
  if (!one || new Set(annual.map(({ cents }) => cents)).size > 1) return undefined
  const months = isText ? null : readTermMonths(text)
  if (annual.length === 0 || months === null || months % 12 !== 0) return stated(one)
  return { ...stated(one, months > 12 ? 'derived' : 'stated'), cents: one.cents * (months / 12) }
}

/**
 * The sum the item itself commits: its title's own statement, else its text's. An increase counts
 * as the increase, a grant as what is accepted; budgets moved, totals before, fines and prices per
 * piece do not count. `isOfTitle` says in which field it stands.
 */
export function findCommitted(
  title: SumField,
  text: SumField,
): (CommittedSum & { readonly isOfTitle: boolean }) | undefined {
  if (!mayCommit(title.text)) return undefined
  const own = ofTitleDecisions(title) ?? largestOf(title, false)
  if (own) return { ...own, isOfTitle: true }
  if (commands.test(title.text)) return undefined
  const isSpending = spends.test(title.text)
  // Where the title is only a name, the text must say that somebody is to decide on the sum.
  const isOfGrant = takes.test(title.text)
  const sums = text.sums.filter(
    (sum) => (isSpending && (sum.use !== 'grant' || isOfGrant)) || isAsked(text.text, sum),
  )
  const told = largestOf({ ...text, sums: sums.slice(0, mostWeighed) }, true)
  if (told) return { ...told, isOfTitle: false }
  const only = sums.length === 1 ? onlySum(text.text, text.sums) : undefined
  if (only) return { ...stated(only), isOfTitle: false }
  const first = firstAsked(text)
  if (first) return { ...stated(first), isOfTitle: false }
  const lines = isSpending ? sumsOfLines(text.text, text.sums, text.places) : []
  const listed = lines.length > 1 ? together(lines, sumOf(lines)) : lines[0] && stated(lines[0])
  return listed && { ...listed, isOfTitle: false }
}
