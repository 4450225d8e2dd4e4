import type { Role } from '../../model/facts.ts'
import { awardedBid } from './awarded-bid.ts'
import { costsNothing } from './costs-nothing.ts'
import { countedUp } from './counted-up.ts'
import { exactOf } from './exact-sum.ts'
import { largestOf } from './largest-sum.ts'
import { lastResort } from './last-resort.ts'
import { onlyGiven, onlyMoved, onlyQuoted, onlySum, setAside } from './only-sum.ts'
import { printedTotal } from './printed-total.ts'
import { setAsideFirst } from './set-aside-first.ts'
import { listed, withOnTop } from './several-sums.ts'
import { shareOfNamed } from './share-of-named.ts'
import {
  asks,
  type CommittedSum,
  holdsPlace,
  isAsked,
  mostWeighed,
  type Readable,
  reachOfSentence,
  type Span,
  type SumField,
  stated,
  sumOf,
  together,
} from './sum-field.ts'
import { wholeOfYears } from './sums-of-all-years.ts'
import { ofOwnBullets } from './sums-of-bullets.ts'
import { movedSum } from './sums-of-business.ts'
import { ofTitleDecisions } from './sums-of-decisions.ts'
import {
  giftsOfTitle,
  ofTwoYears,
  takenFirst,
  totalOfGifts,
  twoGrants,
  withoutMatch,
} from './sums-of-grants.ts'
import { sumsBehindPlaces, sumsOfLines, sumsOfMarkedLines } from './sums-of-lines.ts'
import { ofMixed, tellingPlaces } from './sums-of-mixed.ts'
import { outsideRecitals, received } from './sums-of-resolutions.ts'
import { ofRows } from './sums-of-rows.ts'
import { overSellers } from './sums-of-sellers.ts'
import { bothOf, overFunds } from './sums-over-funds.ts'
import { changeToTitle } from './sums-over-years.ts'
import { readTermMonths } from './term.ts'
import { commands, isBought, mayCommit, onlyTells, spendsNothing, takes } from './title-commits.ts'
import { toldFirst } from './told-first.ts'
import { ofParts, wholeOfMany } from './whole-of-parts.ts'

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
  const whole = findWhole(title, text, role)
  const isPiece = whole && isOfOnePiece(whole, whole.isOfTitle ? title.text : text.text)
  const found = isPiece ? undefined : whole
  const total = found && !found.isOfTitle ? printedTotal(found, text) : undefined
  if (total) return { ...total, isOfTitle: false }
  return found && (ofMixed(found, title, text) ?? exactOf(found, text) ?? found)
}

const leastOfPurchase = 100_00
const ofEach =
  /\b(?:per|each|daily|day|hour(?:ly)?|monthly|penalt(?:y|ies)|tickets?|violations?|notices?|fines?|rates?|goes to)\b/i
const reachOfEach = 50
/** "$21 of each penalty", "$3.10 a day": no body decides on so little; a dollar is a token, nothing is nothing. */
const isOfOnePiece = ({ cents, start, end }: CommittedSum, text: string): boolean =>
  cents > 1_00 &&
  cents < leastOfPurchase &&
  ofEach.test(text.slice(Math.max(0, start - reachOfEach), end + reachOfEach))

function findWhole(
  title: SumField,
  wholeText: SumField,
  role: Role | null,
): (CommittedSum & { readonly isOfTitle: boolean }) | undefined {
  const text = ofOwnBullets(title, wholeText)
  if (!mayCommit(title.text) || onlyTells(role, title.text)) return undefined
  const taken = role === 'grant' ? takenFirst(title) : undefined
  if (taken) return { ...stated(taken), isOfTitle: true }
  const gifts = role === 'grant' ? (giftsOfTitle(title) ?? ofTwoYears(title)) : undefined
  if (gifts) return { ...gifts, isOfTitle: true }
  const chosen = bidding.test(title.text) ? awardedBid(title.text, title.sums) : undefined
  const change = changeToTitle(title, text)
  if (change) return { ...change, isOfTitle: false }
  const many = wholeOfMany(title.sums)
  if (many) return { ...stated(many), isOfTitle: true }
  const own =
    chosen ??
    setAsideFirst(title) ??
    ofTitleDecisions(title) ??
    ofTitleLines(title) ??
    largestOf(title, false)
  if (own) {
    // "Program $90,000; grant $72,000; match $18,000": what is given.
    if (role === 'grant' && own.grade === 'stated') {
      const share = withoutMatch(own, title.sums)
      if (title.sums.some(({ start, use }) => start === share.start && use === 'grant'))
        return { ...share, isOfTitle: true }
    }
    // What was added up of several sums belongs together already.
    const [beside] =
      chosen || own.grade === 'derived'
        ? []
        : sumsBehindPlaces(title.text, title.sums, title.places, own).filter(
            // "And approve Budget Modification No. 11 of": the purse of what stands before it.
            ({ use }) => use !== 'movement',
          )
    return { ...(beside ? stated(beside) : own), isOfTitle: true }
  }
  // What is told beside a rule, a report or a hearing is spent elsewhere, if at all.
  if (role === 'data-sharing') return limitOfSharing(text)
  if (spendsNothing(role)) return undefined
  if (commands.test(title.text)) return undefined
  // Where the title is only a name, the text must say that somebody is to decide on the sum.
  const isOfGrant = takes.test(title.text) || role === 'grant'
  const isSpending = isBought(title.text, role) || role === 'grant'
  const sums = text.sums.filter(
    (sum) =>
      (isSpending && (sum.use !== 'grant' || isOfGrant)) ||
      (isAsked(text.text, sum) && (sum.use !== 'grant' || isOfGrant || role !== 'procurement')) ||
      (role === 'procurement' && sum.use === 'increase'),
  )
  const both = role === 'grant' ? (twoGrants(text) ?? totalOfGifts(text)) : undefined
  if (both) return { ...both, isOfTitle: false }
  const share = role === 'grant' ? shareOfNamed(title.text, text) : undefined
  if (share) return { ...stated(share), isOfTitle: false }
  const given = role === 'grant' ? received(sums, text.text) : undefined
  if (given) return { ...stated(given), isOfTitle: false }
  const ofOption = oneMoreYear(title.text, text)
  if (ofOption) return { ...stated(ofOption), isOfTitle: false }
  const moved = movedSum(text, sums)
  const counted = isSpending ? countedUp(text, role, moved !== undefined) : undefined
  if (counted) return { ...counted, isOfTitle: false }
  if (moved) {
    // "With $20,000 from one fund and $13,400 from another": the motion spends both.
    const shares = overFunds(
      sums.filter((sum): sum is Readable => sum.cents !== null).slice(0, mostWeighed),
      text.text,
    )
    const all = shares.includes(moved) ? together(shares, sumOf(shares)) : undefined
    const sold = bothOf(readableOf(sums), text.text) ?? overSellers(readableOf(sums), text)
    const both = sold?.start === moved.start ? sold : undefined
    return { ...(all ?? both ?? stated(moved)), isOfTitle: false }
  }
  const offered = awardedBid(text.text, sums)
  // What is a part of a total is no offer of one of several.
  const isPart = offered && (ofParts(readableOf(sums), text.text, true)?.cents ?? 0) > offered.cents
  if (offered && isSpending && !isPart && !isOfOthers(offered, text))
    return { ...offered, isOfTitle: false }
  const decided = outsideRecitals(sums, text.text)
  const ofDecision = decided.length > 0 ? largestOf({ ...text, sums: decided }, true) : undefined
  const largest = ofDecision ?? largestOf({ ...text, sums: sums.slice(0, mostWeighed) }, true)
  const told = isOfGrant && largest ? withoutMatch(largest, text.sums) : largest
  if (told) return { ...told, isOfTitle: false }
  const only = sums.length === 1 ? onlySum(text.text, text.sums) : undefined
  if (only) return { ...stated(only), isOfTitle: false }
  const first = firstAsked(text)
  if (first)
    return { ...withOnTop(stated(first), readableOf(text.sums), text.text), isOfTitle: false }
  const lines = isSpending ? sumsOfLines(text.text, text.sums, tellingPlaces(text.places)) : []
  const rest =
    (lines.length > 0 ? ofLines(lines) : undefined) ??
    awardedBid(text.text, text.sums) ??
    (isSpending ? setAside(text.text, text.sums) : undefined) ??
    (isSpending ? onlyQuoted(text.text, text.sums) : undefined) ??
    (isSpending ? onlyMoved(text.text, text.sums) : undefined) ??
    ofRows(text.text, text.sums, text.places) ??
    (role === 'grant' || role === 'procurement' ? toldFirst(title, text, role) : undefined) ??
    onlyGiven(title.text, text, role) ??
    (isSpending || isOfGrant ? lastResort(title.text, text, role) : undefined) ??
    (isSpending ? costsNothing(text) : undefined)
  return rest && { ...withOnTop(rest, readableOf(text.sums), text.text), isOfTitle: false }
}

/** "Sign a memorandum … and spend not more than $7,655": what a paper of public bodies may cost. */
function limitOfSharing({ text, sums }: SumField) {
  const limits = sums
    .slice(0, mostWeighed)
    .filter(
      (sum): sum is Readable =>
        sum.cents !== null && sum.use === 'not-to-exceed' && isAsked(text, sum),
    )
  const [only] = limits
  return only && limits.length === 1 ? { ...stated(only), isOfTitle: false } : undefined
}

const readableOf = (sums: SumField['sums']): readonly Readable[] =>
  sums.slice(0, mostWeighed).filter((sum): sum is Readable => sum.cents !== null)

const takesOption =
  /\bexercis\w*\b[^.;$]{0,60}\b(?:option|renewal|extension)\b(?! (?:years|terms|periods|options|extensions)\b)/i
const ofMoreYears = /\b(?:two|three|four|five|[2-5])[ -](?:\([2-5]\)[ -])?years?\b/i

/** "Exercising the second one-year option" of a contract at so much a year: that year's. */
function oneMoreYear(title: string, { text, sums }: SumField): Readable | undefined {
  if (!takesOption.test(title) || ofMoreYears.test(title)) return undefined
  const yearly = sums
    .slice(0, mostWeighed)
    .filter((sum): sum is Readable => sum.cents !== null && sum.use === 'annual')
  const [only] = yearly
  const readable = sums.filter((sum): sum is Readable => sum.cents !== null)
  if (wholeOfYears(readable.slice(0, mostWeighed), text)) return undefined
  return new Set(yearly.map(({ cents }) => cents)).size === 1 ? only : undefined
}

/** Bids of a paragraph that names nothing of ours, where one with a sum does: minutes of several matters. */
function isOfOthers({ start }: CommittedSum, { text, sums, places }: SumField): boolean {
  const around = (at: number): Span => {
    const end = text.indexOf('\n', at)
    return { start: text.lastIndexOf('\n', at) + 1, end: end < 0 ? text.length : end }
  }
  const isOurs = (at: number) => holdsPlace(around(at), places)
  const line = around(start)
  // A line of the list of bids names a firm and its sum, and nothing else.
  if (line.end - line.start < longestBid) return false
  return !isOurs(start) && sums.slice(0, mostWeighed).some((sum) => isOurs(sum.start))
}

const longestBid = 60

/** Several bids may be told in one title. */
const bidding = /\b(?:bids|quotes|proposals)\b/i

/** "Approve sole source with Acme, 3 years, $318,000, of which $240,000 is paid back": the sum that is asked for. */
function firstAsked({ text, sums }: SumField): Readable | undefined {
  return sums.slice(0, mostWeighed).find((sum): sum is Readable => {
    if (sum.cents === null || sum.use !== 'other') return false
    const sentence = asks.exec(text.slice(Math.max(0, sum.start - reachOfSentence), sum.start))
    return sentence !== null && !sentence[0].includes('$') && !/\d\)|;/.test(sentence[0])
  })
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
