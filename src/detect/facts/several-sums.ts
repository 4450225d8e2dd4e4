import {
  type CommittedSum,
  holdsPlace,
  longestPieces,
  most,
  piecesOf,
  type Readable,
  type Span,
  type SumField,
  stated,
  sumOf,
  together,
} from './sum-field.ts'
import type { SumUse } from './sum-use.ts'

/**
 * Of several sums of one kind in one title: the total where one is said or is the others' sum;
 * else those of the contracts that are about the technology, added up; else the largest, as the
 * whole is not less than its parts.
 */
export function ofSeveral(
  sums: readonly Readable[],
  { text, places, sums: all }: SumField,
): CommittedSum | undefined {
  const largest = most(sums)
  if (!largest) return undefined
  if (sums.length > 1 && areTried(text.slice(0, sums[0]?.start))) return undefined
  const distinct = [...new Map(sums.map((sum) => [sum.cents, sum])).values()]
  const isTotal = ({ start }: Readable) =>
    /\b(?:total(?:s|l?ed|l?ing)?|combined|overall|altogether|whole|entire)\b[^$;]{0,60}$/i.test(
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
  const isOneSeller = new Set(places.flatMap(({ vendor }) => vendor ?? [])).size === 1
  const ours = distinct.filter(
    (_, at) =>
      holdsPlace(pieces[at], places) && (isOneSeller || !isOfOthers(pieces[at], text, places)),
  )
  if (ours.length === 0 || ours.length === distinct.length) {
    return ours.length > 1 ? together(ours, sumOf(ours)) : stated(largest)
  }
  const [only] = ours
  return ours.length === 1 && only ? stated(only) : together(ours, sumOf(ours))
}

/** "Staff tested three systems: 1. Acme $40,000 2. Beta $30,000": only one of them is bought. */
const tried =
  /\b(?:test|compar|evaluat|review|solicit|receiv|obtain|consider)\w* (?:the )?(?:two|three|four|five|several|[2-5])(?: \(\d\))? (?:[\w-]+ )?(?:systems|vendors|firms|products|quotes|proposals|bids|options|companies|makers)\b[^$]{0,60}:[^$]{0,60}$/i
const areTried = (head: string) => tried.test(head.slice(-200))

const otherGoods =
  /\b(?:tasers?|conducted (?:energy|electrical) (?:weapons?|devices?)|CEWs?|(?:portable |mobile |police )?radios?)\b/i
/**
 * "120 Tasers from Axon", "radios of Motorola": a firm that sells both, and nothing of ours beside it. What one
 * decision buys from the seller of ours is committed with it, what it buys from others is not.
 */
const isOfOthers = (piece: Span | undefined, text: string, places: readonly Span[]) =>
  piece !== undefined &&
  otherGoods.test(text.slice(piece.start, piece.end)) &&
  !holdsPlace(
    piece,
    places.filter(({ vendor }) => (vendor ?? null) === null),
  )

/** "…; 2) authorize a contingency of". */
const ofNextDecision =
  /[.;,]\s{1,3}(?:and )?\(?(?:\d|[a-e])[.)] (?:to )?(?:approv|authoriz|establish|set|allow|provid)\w*\b/i

/** Sums that come on top of another: added where they are said to be, and not to be part of it. */
export function withOnTop(
  base: CommittedSum,
  sums: readonly Readable[],
  text: string,
): CommittedSum {
  const added = sums.filter(({ use, start, end }) => {
    if (use !== 'on-top' || start < base.start || start - base.end > 120) return false
    if (/^\)?,? (?:being |is |are )?included\b/i.test(text.slice(end, end + 20))) return false
    const between = text.slice(base.end, start)
    // "$164,275 (with tax and $690 shipping)".
    if (
      inBrackets.test(between) &&
      /^ (?:of )?(?:shipping|freight|delivery|handling|(?:sales )?tax)\b/i.test(
        text.slice(end, end + 16),
      )
    )
      return false
    return (
      (/\b(?:plus|and|with|in addition)\b/i.test(between) || ofNextDecision.test(between)) &&
      !/\b(?:includ|of which)/i.test(between)
    )
  })
  return added.length === 0 ? base : { ...base, cents: base.cents + sumOf(added), grade: 'derived' }
}

const inBrackets = /\((?:with|including|incl\.?) [^)]{0,60}$/i

const mostMembers = 6
/**
 * "Agreements for the camera system: Acme for cameras, $50,000; Beta for software, $30,000 with $5,000 of upkeep":
 * all of a list whose heading names the technology, where none of it is a total.
 */
export function ofHeading(
  sums: readonly Readable[],
  { text, places }: SumField,
): CommittedSum | undefined {
  const [first] = sums
  const last = sums.at(-1)
  if (!first || !last || sums.length < 2 || sums.length > mostMembers) return undefined
  const colon = text.slice(0, first.start).lastIndexOf(':')
  const list = text.slice(colon, last.end)
  const isHeaded =
    severalThings.test(text.slice(0, colon)) && holdsPlace({ start: 0, end: colon }, places)
  if (colon < 0 || !isHeaded || /\btotal|\d\)/i.test(list) || !list.includes(';')) return undefined
  const areOwn = sums.every(({ use, start, end }, at) => {
    const gap = text.slice(sums[at - 1]?.end ?? colon, start)
    const isJoined = at === 0 || gap.includes(';') || /^\)?,? (?:with|and|plus) $/.test(gap)
    return (
      isJoined &&
      members.includes(use) &&
      (at === 0 || end - (sums[at - 1]?.end ?? 0) < longestMember)
    )
  })
  return areOwn ? together(sums, sumOf(sums)) : undefined
}

const severalThings = /\b(?:agreements|contracts|purchases|purchase orders)\b/i
const longestMember = 160
const members: readonly SumUse[] = ['spending', 'amount', 'other', 'on-top']

/** A list of contracts, of which the most telling sum belongs to another than ours. */
export const listed: readonly SumUse[] = ['not-to-exceed', 'spending', 'amount', 'other']

export function ofList(sums: readonly Readable[], field: SumField): readonly Readable[] {
  const members = sums.filter(({ use }) => listed.includes(use))
  const [first, ...others] = members
  if (!first || others.length === 0 || field.text.length > longestPieces) return []
  // "$62,000 of the grant and $3,500 of the General Fund, a total not to exceed $65,500" is no list.
  if (
    members.some(({ start }) => endsInTotal.test(field.text.slice(Math.max(0, start - 60), start)))
  )
    return []
  const areJoined = others.every((sum, at) =>
    /;|\n|\band\b|\([a-z\d]\)/i.test(field.text.slice(members[at]?.end ?? 0, sum.start)),
  )
  if (!areJoined) return []
  const pieces = piecesOf(field.text, members)
  const ours = members.filter((_, at) => holdsPlace(pieces[at], field.places))
  return ours.length < members.length ? ours : []
}

const endsInTotal = /\b(?:total|aggregate|combined)\b[^$;.]{0,40}$/i

/** "An order to A in the amount of $30,000 and to B in the amount of $9,000": the second is for what the first is. */
export function alike(sums: readonly Readable[], text: string): readonly Readable[] {
  return sums.map((sum, at) => {
    const last = sums[at - 1]
    if (!last || !joinable.includes(last.use) || !(sum.use === 'amount' || sum.use === 'other')) {
      return sum
    }
    const gap = text.slice(last.end, sum.start)
    return secondOrder.test(gap) || secondThing.test(gap) || isPriced(text, last, gap)
      ? { ...sum, use: last.use }
      : sum
  })
}

const joinable: readonly SumUse[] = ['spending', 'not-to-exceed', 'amount', 'increase', 'movement']
/** "$500,000 for street repair and $225,000 for cameras" */
const secondThing = /^\)? for [^$;.]{1,60},? and $/i
/** "Ankle units, $41,400; five GPS units, $16,200": a thing and its price, and another with its own. */
const isPriced = (text: string, { start }: Readable, gap: string) =>
  /^\)?[,;] (?:and )?(?!(?:for )?(?:an? |the )?(?:total|with|plus|includ|of which|contingen|annual|increas|not|up to|option))[^$;.]{6,80}[,:] $/i.test(
    gap,
  ) && /[a-z\d).], $/i.test(text.slice(Math.max(0, start - 4), start))
const secondOrder =
  /^\)?,?(?: for [^$;.]{1,60},?)? and (?:to [^$;]{1,80}\bin the amount of |[^$;.]{1,40} \()$/i
