import type { PrintedSum } from './amount.ts'
import {
  type CommittedSum,
  longestPieces,
  mostWeighed,
  type Readable,
  reachOfSentence,
  type SumField,
  stated,
  together,
} from './sum-field.ts'
import { inOneLine } from './told-apart.ts'

/**
 * "Accept a grant of $41,000; authorize an expenditure not to exceed $20,000 from the General Fund": what
 * is accepted first, and more than what is added to it.
 */
export function acceptedFirst(sums: readonly Readable[], text: string): Readable | undefined {
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
export function takenFirst({ text, sums }: SumField): Readable | undefined {
  const [first, next] = sums
  if (!next || !first || first.cents === null) return undefined
  const isLimit =
    first.use === 'not-to-exceed' && acceptsUpTo.test(inOneLine(text.slice(0, first.start)))
  if (isLimit && besideMatch.test(inOneLine(text.slice(first.end))))
    return { ...first, cents: first.cents }
  const isTaken = first.use === 'other' && acceptsFrom.test(inOneLine(text.slice(0, first.start)))
  if (isTaken && ofMatch.test(text.slice(next.end))) return { ...first, cents: first.cents }
  if (first.use !== 'grant') return undefined
  const gap = text.slice(first.end, next.start)
  if (takesOnly.test(text.slice(0, first.start)) && thenBuys.test(gap)) {
    return { ...first, cents: first.cents }
  }
  const behind = text.slice(first.end)
  if (acceptsIt.test(text.slice(0, first.start)) && besideMatch.test(behind)) {
    return { ...first, cents: first.cents }
  }
  const isOfList = marked.test(text.slice(0, first.start)) && marked.test(text.slice(first.end))
  const clause = text.slice(text.slice(0, first.start).lastIndexOf(';') + 1, first.start)
  return isOfList && /\baccept/i.test(clause) ? { ...first, cents: first.cents } : undefined
}
/** "Accepting and appropriating a grant award of $366,900; allocating matching funds not to exceed". */
const acceptsIt =
  /\baccept\w*(?: and \w+)? (?:an? |the )?(?:[\w-]+ ){0,4}(?:grant|award)(?: award| funds?)? (?:of|in the amount of) $/i
/** "To accept grant funds in an amount not to exceed $960,000; authorizing matching funds". */
const acceptsUpTo =
  /\baccept\w* (?:an? |the )?(?:[\w-]+ ){0,4}(?:grants?|award)(?: award| funds?| funding)? in (?:an|the) amount not[ -]to[ -]exceed $/i
/** "To accept from the Department of Justice Services $60,000 and to designate $20,000 as local match". */
const acceptsFrom = /\baccept\w*(?: and appropriate)? from (?:the )?[^$;]{3,90} $/i
const ofMatch = /^[^$;]{0,80}\bmatch\b/i
const besideMatch = /\bmatch(?:ing)?\b[^$;]{0,120}\$/i
/** "Acceptance of a grant of $40,000 and purchase of cameras for $61,200". */
const takesOnly =
  /^\W*(?:(?:resolution|ordinance|motion|order)\W{1,3}(?:to )?)?(?:authoriz\w+ (?:the )?(?:(?:[\w-]+ ){1,4}to )?)?(?:accept|receiv|receipt)\w*\b[^;$]{0,160}$/i
const thenBuys =
  /^\)?[^;$]{0,120}?[,;]? (?:and|to) (?:the |authoriz\w+ (?:the |an? )?|approv\w+ (?:the |an? )?|award\w* (?:the |an? )?)?(?:(?:purchas|procure|buy|acqui|leas)\w*|(?:purchase )?(?:contract|order|agreement)|award)\b/i
const marked = /(?:^|[\s(])(?:[A-E]|[1-5])[.)] ?\w/

const secondGrant =
  /^\)?(?: (?:for|from|to|through) [^$;]{1,120}?)?,? and (?:an? |the )?(?:(?!match|contract|purchase|total)[\w'\u2019-]+ ){0,7}(?:grant|sub-?award)(?: award)? (?:of|in the amount of|for|totall?ing) $/i
const firstGrant =
  /\b(?:accept|appl(?:y|ication)|receiv)\w*\b[^$;]{0,120}\b(?:grant|sub-?award)(?: award)? (?:of|in the amount of|for|totall?ing) $/i

/** "Accept a grant of $52,300 for cameras and a second grant of $35,000 for readers": both are taken. */
export function twoGrants({ text, sums }: SumField): CommittedSum | undefined {
  const [one, next] = sums
  if (sums.length !== 2 || !one?.cents || !next?.cents || text.length > longestPieces)
    return undefined
  const isFirst = firstGrant.test(text.slice(Math.max(0, one.start - reachOfSentence), one.start))
  if (!isFirst || !secondGrant.test(text.slice(one.end, next.start))) return undefined
  return together([{ ...one, cents: one.cents }], one.cents + next.cents)
}

const ofYear =
  /^\)? (?:for|in) (?:the )?(?:federal |state )?(?:fiscal year|FFY|FY|program year|year) ?(?:19|20)?\d\d\b/i
const ofNextYear =
  /^\)? (?:for|in) (?:the )?(?:federal |state )?(?:fiscal year|FFY|FY|program year|year) ?(?:19|20)?\d\d,? and (?:in the amount of )?$/i

/** "Grant funds of $884,310 for FY 2007, and $2,197,600 for FY 2008": both years'. */
export function ofTwoYears({ text, sums }: SumField): CommittedSum | undefined {
  const [one, next] = sums
  if (sums.length !== 2 || !one?.cents || !next?.cents || one.cents === next.cents) return undefined
  if (!ofNextYear.test(text.slice(one.end, next.start)) || !ofYear.test(text.slice(next.end)))
    return undefined
  return together([{ ...one, cents: one.cents }], one.cents + next.cents)
}

const takesGifts = /\b(?:accept|receiv|receipt|tak(?:e|es|ing))\w*\b[^.;$]{0,60}$/i
const giver = String.raw`(?!Match|Local|Share|Total|City|County|Town|Balance|General|Fund|Less|Net)[A-Z][\w'&.\u2019-]*`
/** "$5,000 Walmart and $2,500 Elks gifts": each sum before its giver, or behind: "Acme grant $4,000 and Elks $20,000". */
const giverBehind = new RegExp(
  String.raw`^(?: (?:from )?(?:the )?${giver}){1,4}(?: (?:grant|gift|award|donation))?[,;]?(?: and| &)? \(?$`,
)
const giverBefore = new RegExp(
  String.raw`^\)?(?:,|;)?(?: and| &)? (?:the )?${giver}(?: [\w'&.\u2019-]+){0,3} \(?$`,
)

/** What two givers give by one title, where no total is printed. */
export function giftsOfTitle({ text, sums }: SumField): CommittedSum | undefined {
  const [one, next] = sums
  if (sums.length !== 2 || !one?.cents || !next?.cents || one.cents === next.cents) return undefined
  if (/\bmatch|\bshare|\blocal\b|\btotal/i.test(text)) return undefined
  const gap = text.slice(one.end, next.start)
  const areNamed = /^\)? [A-Z]/.test(text.slice(next.end, next.end + 4))
  const isSecond = areNamed ? giverBehind.test(gap) : giverBefore.test(gap)
  if (!isSecond || !takesGifts.test(text.slice(0, one.start))) return undefined
  return together([{ ...one, cents: one.cents }], one.cents + next.cents)
}

const ofGifts = /\b(?:donat\w+|gifts|grants|awards)\b/i
const ofOwn = /\b(?:match\w*|share|local|general fund|city|county|town|village|project|cost)\b/i
const inTotal = /\btotal\w*(?: of)? \(?$/i

/** "Donations from A ($2,500) and B ($16,000), total $18,500": all that several give. */
export function totalOfGifts({ text, sums }: SumField): CommittedSum | undefined {
  const some = sums.slice(0, mostWeighed).filter((sum): sum is Readable => sum.cents !== null)
  const [first] = some
  const whole = some.at(-1)
  if (!first || !whole || some.length < 3 || text.length > longestPieces) return undefined
  const parts = some.slice(0, -1)
  if (parts.reduce((sum, { cents }) => sum + cents, 0) !== whole.cents) return undefined
  const told = text.slice(first.start, whole.start)
  const areGiven = ofGifts.test(text.slice(0, first.start)) && !ofOwn.test(told)
  return areGiven && inTotal.test(told) ? stated(whole) : undefined
}

/** "Asks for $540,000, with a match of $180,000, for a project total of $720,000": a grant is what is given. */
export function withoutMatch(whole: CommittedSum, sums: readonly PrintedSum[]): CommittedSum {
  const some = sums.slice(0, mostWeighed).filter((sum): sum is Readable => sum.cents !== null)
  const shares = some.filter(({ use }) => use === 'match').map(({ cents }) => cents)
  const given = some.find(
    ({ use, cents }) => use !== 'match' && shares.includes(whole.cents - cents) && cents > 0,
  )
  return given ? stated(given) : whole
}
