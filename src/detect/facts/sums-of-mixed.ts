import { sellsForOthers } from './name-facts.ts'
import {
  type CommittedSum,
  holdsPlace,
  mostWeighed,
  type Readable,
  type Span,
  type SumField,
  stated,
  sumOf,
  together,
} from './sum-field.ts'
import type { SumUse } from './sum-use.ts'
import {
  decides,
  hangsOn,
  sumsOfAllLines,
  sumsOfMarkedLines,
  sumsOfPieces,
} from './sums-of-lines.ts'
import { isOfRow, ofRows } from './sums-of-rows.ts'

const leastParts = 3
const mostParts = 14
const noPart: readonly SumUse[] = ['per-unit', 'credit', 'penalty', 'match', 'least', 'available']

/** The run of a text's sums that make a total to the cent, if there is one. */
function partsOf(total: number, sums: readonly Readable[]): readonly Readable[] {
  for (const from of sums.keys()) {
    let left = total
    for (const [at, { cents }] of sums.slice(from, from + mostParts).entries()) {
      left -= cents
      if (left < 0) break
      if (left === 0) return at + 1 >= leastParts ? sums.slice(from, from + at + 1) : []
    }
  }
  return []
}

const longestHanging = 60
const ofPurse =
  /\$ ?[\d,.]{1,16}\)? (?:is |are |in |from |of |out of )(?:the |its |our )?[\w '&-]{0,60}\b(?:funds?|budget|accounts?|program|reserves?|proceeds|capital|mone?y)\b/i
const reachOfPurse = 60

/**
 * "Equipment for the police: tires $9,000; plate readers $40,000; rifles $6,000; total $55,000": of a list
 * under a title that names nothing of ours, whose sums make the total, only the lines that do.
 */
function ofMixedList(
  committed: CommittedSum,
  { text, sums, places }: SumField,
): CommittedSum | undefined {
  const readable = sums
    .filter((sum): sum is Readable => sum.cents !== null && !noPart.includes(sum.use))
    .slice(0, mostWeighed)
  const parts = partsOf(committed.cents, readable)
  // "$9,000 for tires": the thing stands behind its sum.
  const isBehind =
    parts.filter(({ end }) => /^\)? (?:for|to) /.test(text.slice(end, end + 6))).length * 2 >
    parts.length
  const pieces = parts.map((part, at) =>
    isBehind
      ? { start: part.start, end: parts[at + 1]?.start ?? part.end + longestLine }
      : { start: Math.max(parts[at - 1]?.end ?? 0, part.start - longestLine), end: part.end },
  )
  const ours = parts.filter((_, at) => holdsPlace(pieces[at], places))
  if (ours.length === 0 || ours.length === parts.length) return undefined
  // One thing that several purses pay for.
  const isOfPurses = pieces.some(({ start, end }) =>
    ofPurse.test(text.slice(start, end + reachOfPurse)),
  )
  const isHanging = pieces.some(({ start, end }) => {
    const words = text.slice(start, end)
    return (
      !holdsPlace({ start, end }, places) && words.length < longestHanging && hangsOn.test(words)
    )
  })
  // The years of one contract, each told beside its sum.
  const isOfYears = parts.every(({ use }) => use === 'one-year' || use === 'annual')
  if (isHanging || isOfPurses || isOfYears) return undefined
  const [only] = ours
  return ours.length === 1 && only ? stated(only) : together(ours, sumOf(ours))
}

const longestLine = 240
const leastSums = 2
/** Of a short list each line may belong to the one purchase, unless it is plainly of something else. */
const leastOfLong = 4

/** Minutes that list what was approved, one numbered line each: ours, where the sum that was picked is another's. */
function ofMarkedList(
  committed: CommittedSum,
  { text, sums, places }: SumField,
  areGrants = false,
): CommittedSum | undefined {
  const lines = sumsOfAllLines(text, sums)
  const at = lines.findIndex(
    ({ start, cents }) => start === committed.start && cents === committed.cents,
  )
  if (lines.length < leastSums || at < 0) return undefined
  const ours = sumsOfMarkedLines(text, sums, places)
  const [only] = ours
  if (!only) return undefined
  // "a. Purchase of cameras, $31,000. b. Purchase of a drone, $21,000. c. Purchase of tires": both that are ours.
  const areAsked = ours.every(({ start, use }) => {
    const from = lines.filter(({ end }) => end < start).at(-1)?.end ?? 0
    return asOthers.includes(use) && decides.test(text.slice(from, start).replace(untilMark, ''))
  })
  if (ours.some(({ start }) => start === committed.start))
    return areAsked && ours.length > 1 ? together(ours, sumOf(ours)) : undefined
  const line = text.slice(lines[at - 1]?.end ?? 0, lines[at]?.end)
  const isOpen = hangsOn.test(line) || paysFor.test(line)
  if (lines.length < leastOfLong && isOpen && !areGrants) return undefined
  return ours.length === 1 ? stated(only) : together(ours, sumOf(ours))
}

const asOthers: readonly SumUse[] = ['other', 'spending', 'amount']
/** The rest of the line before, and what heads the first. */
const untilMark = /^[^;\n]{0,200}?(?=\(?\b[a-zA-Z\d][.)]\s)/

/** What a purchase is paid with, or what it comes to. */
const paysFor =
  /\b(?:appropriat\w*|budget\w*|transfer\w*|funds?|funding|grants?|total|(?:amount|costs?|price)(?! ?:)|(?:the|an?) (?:agreement|contract|purchase order|quote|proposal)|cameras?|them|said|same|this)\b/i

/** Pieces of a list without marks: ours, where the sum that was picked is of another. */
function ofPieces(
  committed: CommittedSum,
  { text, sums, places }: SumField,
): CommittedSum | undefined {
  const ours = sumsOfPieces(text, sums, places)
  const [only] = ours
  if (!only || ours.some(({ start }) => start === committed.start) || committed.grade === 'derived')
    return undefined
  return ours.length === 1 ? stated(only) : together(ours, sumOf(ours))
}

/** Of a table our rows, where the sum that was picked closes another one. */
function ofOtherRow(
  committed: CommittedSum,
  { text, sums, places }: SumField,
): CommittedSum | undefined {
  const ours = isOfRow(text, committed) ? ofRows(text, sums, places) : undefined
  return ours?.start === committed.start ? undefined : ours
}

/** Who sells anything says nothing of what is sold, where other words do. */
export function tellingPlaces(places: readonly Span[]): readonly Span[] {
  const telling = places.filter(({ vendor }) => !vendor || !sellsForOthers(vendor))
  return telling.length > 0 ? telling : places
}

/** Under a title that names nothing of ours: the part of its text's sums that is. */
export function ofMixed(
  committed: CommittedSum & { readonly isOfTitle: boolean },
  title: SumField,
  text: SumField,
): (CommittedSum & { readonly isOfTitle: boolean }) | undefined {
  if (title.places.length > 0 || text.places.length === 0) return undefined
  const field = { ...text, places: tellingPlaces(text.places) }
  // What is handed on to others is a part of a grant.
  if (/\bgrant\b/i.test(title.text)) return undefined
  const listed = /\bgrants\b/i.test(title.text)
    ? ofMarkedList(committed, field, true)
    : (ofMixedList(committed, field) ??
      ofMarkedList(committed, field) ??
      ofPieces(committed, field) ??
      ofOtherRow(committed, field))
  return listed && { ...listed, isOfTitle: false }
}
