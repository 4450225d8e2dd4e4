import type { Role } from '../../model/facts.ts'
import { fromPieces } from '../pieces.ts'
import type { PrintedSum } from './amount.ts'
import {
  type CommittedSum,
  mostWeighed,
  type Readable,
  type Span,
  type SumField,
  stated,
} from './sum-field.ts'
import type { SumUse } from './sum-use.ts'

/** As long as a summary beside a title is; longer texts tell of much that is not asked for. */
export const longestSummary = 700

/** Uses that say nothing against a sum, though nothing for it either. */
const open: readonly SumUse[] = ['movement', 'other', 'grant', 'amount']

/** Said just before a sum that nobody commits here: it is an estimate, or told of the past. */
const notCommitted =
  /\b(?:approximately|about|nearly|almost|roughly|some|estimated|projected|allocated|generat\w+|(?:monthly|hourly|daily|registration|annual|yearly|user|filing) (?:fee|rate|charge)s?|(?:was|were|(?:has|have|had) been) \w+ed)\b[^.;$]*$/i
const reach = 160

/** The one sum that a summary of a sentence or two prints, if nothing speaks against it. */
export function onlySum(
  text: string,
  sums: readonly PrintedSum[],
): (PrintedSum & { readonly cents: number }) | undefined {
  const [only] = sums
  if (text.length > longestSummary || sums.length !== 1 || !only) return undefined
  const { cents, use, start } = only
  if (cents === null || !open.includes(use)) return undefined
  if (notCommitted.test(text.slice(Math.max(0, start - reach), start))) return undefined
  return { ...only, cents }
}

const quoted = /\bquoted (?:us |a price of |the city |the county )?(?:about )?$/i

/** "Crime Point quoted $64,000 for pole cameras": the one offer that a text tells. */
export function onlyQuoted(text: string, sums: readonly PrintedSum[]): CommittedSum | undefined {
  const own = sums
    .slice(0, mostWeighed)
    .filter(
      (sum): sum is Readable =>
        sum.cents !== null &&
        open.includes(sum.use) &&
        quoted.test(text.slice(Math.max(0, sum.start - reach), sum.start)),
    )
  const [only] = own
  return own.length === 1 && only ? stated(only) : undefined
}

/** One of the actions asked for: "3. Appropriate $120,000 from", "and approve an appropriation of $9,000". */
const appropriates = fromPieces(
  'i',
  String.raw`(?:^|[.;:)\u2022\n-]|\band|\d|\b(?:ordinance|resolution|order|bill)(?: to)?`,
  String.raw`|\bvote to|\bwhich|\bthere is(?: hereby)?) {0,3}(?:to (?:hereby )?)?`,
  String.raw`(?:approv\w+ |authoriz\w+ )?(?:(?:an?|the) )?`,
  '(?:(?:supplemental|additional|budget) ){0,2}',
  '(?:appropriat(?:e|es|ed|ing|ion)|transfer(?:s|red|ring)?|mov(?:es|ing))',
  '(?: of| the sum of| a sum of| in the amount of)?(?: up to)? ?(?:an additional )?$',
)
/** "Funds in the amount of $9,000 are available": the words before and behind. */
const fundsOf = /\bfund(?:s|ing)\b[^.;$]{0,40}\b(?:in the amount|totall?ing|in the sum)(?: of)? $/i
const areThere =
  /^\)?,? (?:is|are|has been|have been|will be) (?:available|budgeted|included|allocated|identified|set aside)\b/i
const reachOfFunds = 110
/** A memo's own line: "FUNDING: The $9,000 was included in the budget", "Funding source: Drug Fund, $9,000". */
const fundingLine =
  /(?:^|[\n.;] {0,2})(?:FUNDING|Funding|FUNDS|Funds|SOURCE OF FUNDS|Source of [Ff]unds)(?: SOURCES?| [Ss]ources?)? ?:\s{0,3}(?:The |An amount of |(?:[A-Z][\w'&-]*|\d[\d-]{2,})(?: (?:[A-Z][\w'&-]*|and|of|\d[\d-]*)){0,6}(?:,| -| \u2013|:)? \(?)?$/
const reachOfLine = 130
/** Beside it money that is only there, or else several purses share. */
const isLeft =
  /^\)? (?:is |are |was |were )?(?:now |still )?(?:available|left|remain\w*|unspent|unencumbered)\b/i
/** Whether a funding line stands right before a sum. */
export const isOfFundingLine = (text: string, { start }: Span): boolean =>
  fundingLine.test(text.slice(Math.max(0, start - reachOfLine), start))
/** Whether `sum` is the one that a funding line tells. */
function ofFunding(text: string, sum: Readable, sums: readonly PrintedSum[]): boolean {
  const head = text.slice(Math.max(0, sum.start - reachOfLine), sum.start)
  if (!fundingLine.test(head) || /\bbalance\b/i.test(head)) return false
  const next = sums.find(({ start }) => start > sum.start)
  if (!next || /\n/.test(text.slice(sum.end, next.start))) return true
  return (
    next.cents === sum.cents ||
    next.use === 'available' ||
    next.use === 'previous' ||
    next.start - sum.end > reach ||
    /\bbalance\b[^$.;]*$/i.test(text.slice(sum.end, next.start)) ||
    isLeft.test(text.slice(next.end, next.end + 40))
  )
}
const notFunded: readonly SumUse[] = ['option', 'per-unit', 'annual', 'match', 'least', 'credit']

/** "Tonight's $210,000 comes from the bond bill". */
const paidFrom =
  /^\)?,? (?:(?:comes?|(?:will|would|is to) come) (?:out )?(?:from|of)|(?:is|will be|would be|is to be) (?:paid|taken|drawn|charged|expensed) (?:out of|from|to|by)) /i

/** What is asked for stands before the story of it. */
const longestActions = 1_000

/** "Authorizing the issuance of $250,000 serial bonds to finance": all that a text tells of what is spent. */
const borrows =
  /\b(?:issu\w+|borrow\w*)(?: of)?(?: up to| not exceeding| an aggregate| the sum of)? $/i
const bonds =
  /^\)?,? (?:(?:of|in) )?(?:[\w-]+ ){0,4}(?:bonds?|notes|obligations)\b[^$;]{0,120}\b(?:financ\w*|pay|purchas\w*|acqui\w*|for)\b/i
/** "From Reserve $9,000 to Police Equipment $9,000": both sides of one sum. */
const moves = /\b(?:transfer|budget (?:amendment|adjustment|transfer|modification))\w*\b/i

/** One sum, told as often as it is moved or booked. */
export function onlyMoved(text: string, sums: readonly PrintedSum[]): CommittedSum | undefined {
  const some = sums.slice(0, mostWeighed).filter((sum): sum is Readable => sum.cents !== null)
  const [only, again] = some
  if (!only || text.length > longestSummary) return undefined
  if (some.some(({ use, cents }) => cents !== only.cents || !open.includes(use))) return undefined
  if (again) return moves.test(text) ? stated(only) : undefined
  const isBorrowed =
    borrows.test(text.slice(Math.max(0, only.start - reach), only.start)) &&
    bonds.test(text.slice(only.end, only.end + reach))
  return isBorrowed ? stated(only) : undefined
}

/** Where a text names no price: the one sum that is appropriated, or said to be there, for what it asks. */
export function setAside(text: string, sums: readonly PrintedSum[]): CommittedSum | undefined {
  const own = sums.slice(0, mostWeighed).filter((sum): sum is Readable => {
    const { cents, use, start, end } = sum
    if (cents === null || use === 'option') return false
    if (!notFunded.includes(use) && ofFunding(text, { ...sum, cents }, sums)) return true
    const tail = text.slice(end, end + 40)
    if (text.length <= longestSummary && open.includes(use) && paidFrom.test(tail)) return true
    if (start > longestActions) return false
    const head = text.slice(Math.max(0, start - reachOfFunds), start)
    return (
      (use !== 'available' && appropriates.test(head)) ||
      (fundsOf.test(head) && areThere.test(tail))
    )
  })
  const [only] = own
  return only && new Set(own.map(({ cents }) => cents)).size === 1 ? stated(only) : undefined
}

const comesAs: readonly SumUse[] = ['available', 'grant', 'movement', 'other', 'amount']
/** A programme by which the body gives to others. */
const givesItself = /\b(?:set(?:s|ting)? up|establish\w*|creat\w*)\b[^;]{0,60}\bgrant program/i
const givenOnly: readonly SumUse[] = ['grant']
const buys = /\b(?:purchas|acqui|buy)\w*/i
/** Told of what nobody has decided on here, of a part, or of a purse that holds more. */
const ofAnother =
  /\b(?:balance|match\w*|approximately|about|nearly|up to|maximum|total of|budget(?:ed)? (?:of|for|is)|per|each|fee|fine|salar\w+|last|previous\w*|prior|since|earlier|rais\w+|revenues? of|statewide|nationwide|eligible|expect\w*)\b[^.;$]{0,50}$/i

/**
 * "Fiscal summary: revenue $98,560", "a grant bears it all: $37,640": the one amount that a text prints, where money
 * is given for what the item is about.
 */
export function onlyGiven(
  title: string,
  { text, sums }: SumField,
  role: Role | null,
): CommittedSum | undefined {
  const some = sums.filter((sum): sum is Readable => sum.cents !== null)
  const [first] = some
  if (!first || some.length < sums.length || some.some(({ cents }) => cents !== first.cents))
    return undefined
  if (givesItself.test(title)) return undefined
  const isPurchase = role === 'procurement' && buys.test(title)
  const uses = role === 'grant' ? comesAs : isPurchase ? givenOnly : []
  if (!some.every(({ use }) => uses.includes(use))) return undefined
  const heads = some.map(({ start }) => text.slice(Math.max(0, start - reach), start))
  return heads.some((head) => ofAnother.test(head)) ? undefined : stated(first)
}
