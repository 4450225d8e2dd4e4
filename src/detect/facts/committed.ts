import type { Role } from '../../model/facts.ts'
import type { PrintedSum } from './amount.ts'
import { awardedBid } from './awarded-bid.ts'
import { onlyQuoted, onlySum, setAside } from './only-sum.ts'
import { alike, listed, ofHeading, ofList, ofSeveral, withOnTop } from './several-sums.ts'
import {
  asks,
  type CommittedSum,
  isAsked,
  most,
  mostWeighed,
  type Readable,
  reachOfSentence,
  type SumField,
  stated,
  sumOf,
  together,
} from './sum-field.ts'
import type { SumUse } from './sum-use.ts'
import { wholeOfYears } from './sums-of-all-years.ts'
import { movedSum } from './sums-of-business.ts'
import { asFollows, ofDecisions, ofTitleDecisions } from './sums-of-decisions.ts'
import { overDepartments } from './sums-of-departments.ts'
import { sumsBehindPlaces, sumsOfLines, sumsOfMarkedLines } from './sums-of-lines.ts'
import { ofMixed } from './sums-of-mixed.ts'
import { outsideRecitals, received } from './sums-of-resolutions.ts'
import { ofRows } from './sums-of-rows.ts'
import { bothOf, overFunds } from './sums-over-funds.ts'
import { changeOf, firstAndLater, overYears } from './sums-over-years.ts'
import { readTermMonths } from './term.ts'
import { commands, isBought, mayCommit, onlyTells, spendsNothing, takes } from './title-commits.ts'

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

function largestOf(field: SumField, isText: boolean): CommittedSum | undefined {
  const sums = alike(
    field.sums.filter((sum): sum is Readable => sum.cents !== null),
    field.text,
  )
  const given = isText ? undefined : acceptedFirst(sums, field.text)
  const form = isText ? sums.filter(({ use }) => use === 'closing') : []
  if (form[0] && new Set(form.map(({ cents }) => cents)).size === 1) return stated(form[0])
  const whole =
    (isText ? wholeOf(sums) : undefined) ??
    // The match of a grant may run over years, too.
    (given ? undefined : wholeOfYears(sums.slice(0, mostWeighed), field.text)) ??
    ofParts(sums, field.text, isText)
  if (whole) return stated(whole)
  const shares = overFunds(sums, field.text)
  if (shares.length > 0 && (!isText || shares.every((sum) => isAsked(field.text, sum)))) {
    return together(shares, sumOf(shares))
  }
  const joined = bothOf(sums, field.text)
  if (joined) return joined
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
  if (first?.use !== 'grant') return undefined
  const clause = text.slice(text.slice(0, first.start).lastIndexOf(';') + 1, first.start)
  if (!/\baccept/i.test(clause)) return undefined
  const added = others.filter(({ use }) => use === 'not-to-exceed' || use === 'spending')
  const hasMatch = others.some(({ use }) => use === 'match')
  if (added.length === 0) return hasMatch ? first : undefined
  if (/\bmatch(?:ing)?\b/i.test(text.slice(first.end, added[0]?.start))) return first
  if (added.some(({ cents }) => cents >= first.cents)) return undefined
  return first
}

/** "A. ACCEPT the grant of $48,000; … D. APPROVE an agreement of $50,000": of a grant what is taken. */
function takenFirst({ text, sums }: SumField): Readable | undefined {
  const [first, next] = sums
  if (!next || first?.use !== 'grant' || first.cents === null) return undefined
  const isOfList = marked.test(text.slice(0, first.start)) && marked.test(text.slice(first.end))
  const clause = text.slice(text.slice(0, first.start).lastIndexOf(';') + 1, first.start)
  return isOfList && /\baccept/i.test(clause) ? { ...first, cents: first.cents } : undefined
}
const marked = /(?:^|[\s(])(?:[A-E]|[1-5])[.)] ?\w/

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

/** "A drone for $32,000 and training for $4,500, total $36,500": the sums before it, or behind it, make the whole. */
function ofParts(sums: readonly Readable[], text: string, isText: boolean): Readable | undefined {
  const some = sums.slice(0, mostWeighed)
  const isMoved = !isText && some[0]?.use === 'movement'
  if (isMoved && some[0] && isMadeOf(some[0], some.slice(1), [...partUses, 'movement'])) {
    return some[0]
  }
  const parts = takesMoney.test(text) ? partUses : [...partUses, 'grant' as const, 'match' as const]
  return some.find((whole, at) => {
    if (changed.test(text.slice(0, whole.start))) {
      return isAddedUp(whole, some.slice(0, at), some.slice(at + 1), text)
    }
    if (!wholesAndOther.includes(whole.use) && (isText || whole.use !== 'one-year')) return false
    return [some.slice(0, at).reverse(), some.slice(at + 1)].some((beside) =>
      isMadeOf(whole, beside, parts),
    )
  })
}

/** Of a contract that is changed no total is the item's, unless one sentence adds up what is bought. */
function isAddedUp(
  whole: Readable,
  before: readonly Readable[],
  behind: readonly Readable[],
  text: string,
): boolean {
  if (whole.use !== 'new-total' && !wholesAndOther.includes(whole.use)) return false
  const from = sentenceOf(text, whole.start)
  if (changed.test(text.slice(from, whole.start))) return false
  const beside = before.filter(({ start }) => start >= from).reverse()
  return (
    isMadeOf(whole, beside, wholesAndOther) ||
    (whole.use === 'amount' && isMadeOf(whole, behind, partUses))
  )
}

const sentenceEnd = /[.;:]\s{1,4}(?=[A-Z(\d])|\bRESOLVED\b/g
/** Where the sentence of a sum begins. */
function sentenceOf(text: string, start: number): number {
  const from = Math.max(0, start - reachOfSentence)
  const last = [...text.slice(from, start).matchAll(sentenceEnd)].at(-1)
  return last ? from + last.index : from
}

const changed = /\b(?:amend|change order|modif|increas|supplement)\w*/i
const mostParts = 5
/** Where a grant is taken its sum is the item's, whatever it makes with the share of others. */
const takesMoney =
  /\b(?:accept|appl|recei|award(?! no\b))\w*|\bgrants? (?:funds?|funding|request\w*|award\w*|amount|total\w*)\b/i
function isMadeOf(whole: Readable, beside: readonly Readable[], parts: readonly SumUse[]): boolean {
  // What a part comes to a year is told beside it, and is no part of its own.
  const once = beside.filter(({ use }) => use !== 'annual' && use !== 'one-year')
  return makes(whole, beside, parts) || (once.length < beside.length && makes(whole, once, parts))
}

function makes(whole: Readable, beside: readonly Readable[], parts: readonly SumUse[]): boolean {
  let left = whole.cents
  for (const [at, { use, cents }] of beside.slice(0, mostParts).entries()) {
    if (!parts.includes(use) || cents <= 0) return false
    left -= cents
    if (left <= 0) return left === 0 && at > 0
  }
  return false
}

const wholes: readonly SumUse[] = ['not-to-exceed', 'spending', 'amount']
const partUses: readonly SumUse[] = [...wholes, 'other', 'on-top', 'annual']
const wholesAndOther: readonly SumUse[] = [...wholes, 'other']
const isSum = (whole: Readable, one: Readable, other: Readable) =>
  other.cents > 0 && one.cents + other.cents === whole.cents && other.use !== 'previous'

/**
 * The sum the item itself commits: its title's own statement, else its text's. An increase counts
 * as the increase, a grant as what is accepted; budgets moved, totals before, fines and prices per
 * piece do not count. `isOfTitle` says in which field it stands.
 */
export function findCommitted(
  title: SumField,
  text: SumField,
  role: Role | null,
): (CommittedSum & { readonly isOfTitle: boolean }) | undefined {
  const found = findWhole(title, text, role)
  return found && (ofMixed(found, title, text) ?? exactOf(found, text) ?? found)
}

/** "$1.1 million" in a title, "$1,118,460" in its text: the one sum that the title rounds. */
function exactOf(
  { quote, cents, isOfTitle }: CommittedSum & { readonly isOfTitle: boolean },
  text: SumField,
): (CommittedSum & { readonly isOfTitle: boolean }) | undefined {
  const [, decimals = '', scale] = rounded.exec(quote) ?? []
  if (!isOfTitle || scale === undefined) return undefined
  const unit = (/^b/i.test(scale) ? 1e11 : /^m/i.test(scale) ? 1e8 : 1e5) / 10 ** decimals.length
  const exact = text.sums
    .slice(0, mostWeighed)
    .filter(
      (sum): sum is Readable =>
        sum.cents !== null && !rounded.test(sum.quote) && Math.abs(sum.cents - cents) <= unit / 2,
    )
  const [only] = exact
  const isOne = new Set(exact.map((sum) => sum.cents)).size === 1
  return only && isOne ? { ...stated(only), isOfTitle: false } : undefined
}

const rounded = /^\D{0,5}\d{1,4}(?:\.(\d{1,2}))?[ -]?(million|billion|thousand|mil|MM|[MKB])$/i

function findWhole(
  title: SumField,
  text: SumField,
  role: Role | null,
): (CommittedSum & { readonly isOfTitle: boolean }) | undefined {
  if (!mayCommit(title.text) || onlyTells(role, title.text)) return undefined
  const taken = role === 'grant' ? takenFirst(title) : undefined
  if (taken) return { ...stated(taken), isOfTitle: true }
  const chosen = bidding.test(title.text) ? awardedBid(title.text, title.sums) : undefined
  const own = chosen ?? ofTitleDecisions(title) ?? ofTitleLines(title) ?? largestOf(title, false)
  if (own) {
    // What was added up of several sums belongs together already.
    const [beside] =
      chosen || own.grade === 'derived'
        ? []
        : sumsBehindPlaces(title.text, title.sums, title.places, own)
    return { ...(beside ? stated(beside) : own), isOfTitle: true }
  }
  // What is told beside a rule, a report or a hearing is spent elsewhere, if at all.
  if (spendsNothing(role)) return undefined
  if (commands.test(title.text)) return undefined
  // Where the title is only a name, the text must say that somebody is to decide on the sum.
  const isOfGrant = takes.test(title.text)
  const isSpending = isBought(title.text, role) || (role === 'grant' && isOfGrant)
  const sums = text.sums.filter(
    (sum) =>
      (isSpending && (sum.use !== 'grant' || isOfGrant)) ||
      (isAsked(text.text, sum) && (sum.use !== 'grant' || isOfGrant || role !== 'procurement')),
  )
  const given = role === 'grant' ? received(sums, text.text) : undefined
  if (given) return { ...stated(given), isOfTitle: false }
  const moved = movedSum(text, sums)
  if (moved) return { ...stated(moved), isOfTitle: false }
  const offered = awardedBid(text.text, sums)
  if (offered && isSpending) return { ...offered, isOfTitle: false }
  const decided = outsideRecitals(sums, text.text)
  const ofDecision = decided.length > 0 ? largestOf({ ...text, sums: decided }, true) : undefined
  const largest = ofDecision ?? largestOf({ ...text, sums: sums.slice(0, mostWeighed) }, true)
  const told =
    (isOfGrant || role === 'grant') && largest ? withoutMatch(largest, text.sums) : largest
  if (told) return { ...told, isOfTitle: false }
  const only = sums.length === 1 ? onlySum(text.text, text.sums) : undefined
  if (only) return { ...stated(only), isOfTitle: false }
  const first = firstAsked(text)
  if (first) return { ...stated(first), isOfTitle: false }
  const lines = isSpending ? sumsOfLines(text.text, text.sums, text.places) : []
  const rest =
    (lines.length > 0 ? ofLines(lines) : undefined) ??
    awardedBid(text.text, text.sums) ??
    (isSpending ? setAside(text.text, text.sums) : undefined) ??
    (isSpending ? onlyQuoted(text.text, text.sums) : undefined) ??
    ofRows(text.text, text.sums, text.places)
  return rest && { ...rest, isOfTitle: false }
}

/** Several bids may be told in one title. */
const bidding = /\b(?:bids|quotes|proposals)\b/i

/** "Asks for $540,000, with a match of $180,000, for a project total of $720,000": a grant is what is given. */
function withoutMatch(whole: CommittedSum, sums: readonly PrintedSum[]): CommittedSum {
  const some = sums.slice(0, mostWeighed).filter((sum): sum is Readable => sum.cents !== null)
  const shares = some.filter(({ use }) => use === 'match').map(({ cents }) => cents)
  const given = some.find(
    ({ use, cents }) => use !== 'match' && shares.includes(whole.cents - cents) && cents > 0,
  )
  return given ? stated(given) : whole
}

const ofLines = (lines: readonly Readable[]) => {
  const [only] = lines
  return lines.length > 1 ? together(lines, sumOf(lines)) : only && stated(only)
}

/** "1. Tires, $12,000 2. Body cameras, $40,000": the lines of a title that are ours. */
function ofTitleLines({ text, sums, places }: SumField): CommittedSum | undefined {
  const lines = sumsOfMarkedLines(text, sums, places)
  // A yearly sum is what a line commits where no term says how many years.
  const uses = readTermMonths(text) === null ? [...listed, 'annual' as const] : listed
  return lines.every(({ use }) => uses.includes(use)) ? ofLines(lines) : undefined
}
