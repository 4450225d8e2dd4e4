import { fromPieces } from '../pieces.ts'
import type { PrintedSum } from './amount.ts'
import { mostWeighed } from './sum-field.ts'
import { wholeOfYears } from './sums-of-all-years.ts'

/** A place in a text: code units from its beginning. */
interface Place {
  readonly start: number
  readonly end: number
}

type Readable = PrintedSum & { readonly cents: number }

/** How lists count their lines: "Line 4", "Item 3", "PO 4500381144", "B.", "(b)", "2)". */
const marks: readonly RegExp[] = [
  /(?:^|\s)line #?\d{1,3}\b/gi,
  /(?:^|\s)item #?\d{1,3}\b/gi,
  /(?:^|\s)P\.?O\.?(?: no\.?)? ?#?\d{4,14}\b/g,
  /(?:^|\n)[ \t]{0,3}(?:vendor|supplier|payee)(?: name)? ?: /gi,
  /(?:^|\s)\(?[A-H][.)] /g,
  /(?:^|\s)\(?[a-h]\) /g,
  /(?:^|[\n;:.] ?)[a-h]\. {1,3}(?=[A-Z])/g,
  /(?:^|[\n;:.] ?)\(?(?:i{1,3}|iv|v|vi{1,3})[.)] {1,3}(?=[A-Z])/g,
  // "Nine (9) Readers" counts, and marks no line.
  /(?:^|(?<!\b(?:[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Tt]welve|[Tt]wenty))\s)\(?\d{1,2}[.)] (?=[A-Z])/g,
]
const leastLines = 2
const mostLines = 40
const longestLine = 600

/** Sums that are a part of a line's or no money of it. */
const notOfLine: ReadonlySet<string> = new Set(['per-unit', 'credit', 'penalty', 'match', 'least'])

/** The lines of the first kind of list that a text holds, each with its one sum. */
function linesOf(text: string, sums: readonly Readable[]): (Place & { sum: Readable })[] {
  for (const mark of marks) {
    const starts = [...text.matchAll(mark)].map(({ index }) => index)
    if (starts.length < leastLines || starts.length > mostLines) continue
    const lines = starts.flatMap((start, at) => {
      const end = Math.min(starts[at + 1] ?? text.length, start + longestLine)
      const own = sums.filter(
        (sum) => sum.start >= start && sum.end <= end && !notOfLine.has(sum.use),
      )
      const [sum] = own
      return sum && new Set(own.map(({ cents }) => cents)).size === 1 ? [{ start, end, sum }] : []
    })
    if (lines.length >= leastLines) return lines
  }
  return []
}

/** "LeadsOnline, $9,874; TLOxp, $3,960": pieces between semicolons or at the ends of lines. */
function piecesOf(
  text: string,
  sums: readonly Readable[],
  cut: RegExp = /;|\n/g,
): (Place & { sum: Readable })[] {
  const cuts = [...text.matchAll(cut)].map(({ index }) => index)
  const ends = [...cuts, text.length]
  return ends.flatMap((end, at) => {
    const start = at === 0 ? 0 : (ends[at - 1] ?? 0)
    const own = sums.filter((sum) => sum.start >= start && sum.end <= end)
    const [sum] = own
    return sum && own.length === 1 ? [{ start, end, sum }] : []
  })
}

/** What hangs on a device is bought with it, though its line does not name it. */
export const hangsOn = fromPieces(
  'i',
  String.raw`\b(?:install\w*|training|warrant\w*|mount\w*|brackets?|licen[cs]es?|support`,
  '|maintenance|storage|shipping|freight',
  String.raw`|tax(?:es)?(?! (?:funds?|revenues?|money|expenditures?)\b)|implementation|set-?up`,
  '|dock(?:s|ing)?|cradles?|chargers?|cables?|wiring|poles?|labor|hardware|servers?',
  String.raw`|monitors?|redaction|spares?|fees?|services?|software|subscription|accessor\w+`,
  String.raw`|batter\w+|contingency)\b`,
)

const leastPieces = 3
/** A line that asks for something of its own. */
export const decides =
  /^[\s;\u2022*-]{0,6}(?:\(?[a-z\d]{1,2}[.)]\s{1,3})?(?:and )?(?:to )?(?:approv\w*(?: of)?|request to|ratify)? ?(?:the |an? )?(?:purchase|renew(?:al)?|award|pay(?:ment)?|lease|buy|replacement|contract|agreement)\b/i
/** Of offers for one thing none is bought beside another. */
const offers = /\b(?:bids?|bidders?|quotes?|quoted|offers?|offered|proposals|responses)\b/i
const ofPiece: ReadonlySet<string> = new Set([
  'other',
  'spending',
  'amount',
  'movement',
  'per-unit',
])
/** "Salt: Compass, $60 a ton. Cameras: Acme, $19,900." */
const namedSentence = /\.(?=\s[A-Z][^:.;$\n]{2,50}: )/g

/** "Cameras $14,900, kennel $3,100, targets $850": a comma right behind each sum. */
const behindSum = /(?<=\$ ?\d[\d,.]{0,14}),(?= [a-z])/gi

/**
 * "Tires, $2,300; body cameras, $14,900; ammunition, $6,780": of a list without marks the pieces that are
 * ours. None where one of the others may hang on ours, or where a sum stands outside of the list.
 */
export function sumsOfPieces(
  text: string,
  sums: readonly PrintedSum[],
  places: readonly Place[],
): readonly Readable[] {
  const readable = sums.filter((sum): sum is Readable => sum.cents !== null)
  if (text.length > longestPieces || readable.length < leastLines) return []
  const pieces = [undefined, namedSentence, behindSum]
    .map((cut) => piecesOf(text, readable, cut))
    .find(({ length }) => length === readable.length)
  if (!pieces?.every(({ sum }) => ofPiece.has(sum.use))) return []
  // Two pieces are a list where each asks for itself.
  if (
    pieces.length < leastPieces &&
    !pieces.every(({ start, end }) => decides.test(text.slice(start, end)))
  )
    return []
  const ours = pieces.filter((piece) =>
    places.some(({ start, end }) => start >= piece.start && end <= piece.end),
  )
  const isSingle = pieces.every(
    (piece) => ours.includes(piece) || !hangsOn.test(text.slice(piece.start, piece.end)),
  )
  if (ours.some(({ sum }) => sum.use === 'per-unit')) return []
  if (ours.length > 1 && offers.test(text)) return []
  return isSingle && ours.length < pieces.length ? ours.map(({ sum }) => sum) : []
}

const longestPieces = 700

/**
 * The sums of those lines of a list that name what an item is about, where the list holds others beside:
 * purchase orders, awards by item. None where no line does, or where every line of a marked list does.
 */
export function sumsOfLines(
  text: string,
  sums: readonly PrintedSum[],
  places: readonly Place[],
): readonly Readable[] {
  const readable = sums.filter((sum): sum is Readable => sum.cents !== null)
  const holds = ({ start, end }: Place) =>
    places.some((place) => place.start >= start && place.end <= end)
  const ours = sumsOfMarkedLines(text, sums, places)
  if (ours.length > 0) return ours
  if (linesOf(text, readable).length > 0 || text.length > longestPieces) return []
  const single = sumsOfPieces(text, sums, places)
  if (single.length > 0) return single
  const pieces = piecesOf(text, readable)
  if (offers.test(text)) return []
  const all = pieces.length >= leastLines && pieces.length === readable.length
  return all && pieces.every(holds) && pieces.every(({ sum }) => sum.use === 'other')
    ? pieces.map(({ sum }) => sum)
    : []
}

/** The same, of a list whose lines are marked: "1. … 2. …", "Item 4 …". */
export function sumsOfMarkedLines(
  text: string,
  sums: readonly PrintedSum[],
  places: readonly Place[],
): readonly Readable[] {
  const readable = sums.filter((sum): sum is Readable => sum.cents !== null)
  const lines = linesOf(text, readable)
  const ours = lines.filter(({ start, end }) =>
    places.some((place) => place.start >= start && place.end <= end),
  )
  return ours.length < lines.length ? ours.map(({ sum }) => sum) : []
}

const namedLine = /(?:^|\n)[ \t]{0,4}[^\n$:.;]{3,60}: ?$/
const longestName = 70
/** "Body-worn: $58,000 total" and "In-car: $82,000 total", each a line of its own: all of them. */
export function totalsOfLines(text: string, sums: readonly Readable[]): readonly Readable[] {
  const ours = sums.filter(
    ({ start, end }) =>
      /^ total\b/i.test(text.slice(end, end + 7)) &&
      namedLine.test(text.slice(Math.max(0, start - longestName), start)),
  )
  return ours.length < leastLines || new Set(ours.map(({ cents }) => cents)).size < ours.length
    ? []
    : ours
}

/** The one sum of each line of a marked list. */
export const sumsOfAllLines = (text: string, sums: readonly PrintedSum[]): readonly Readable[] =>
  linesOf(
    text,
    sums.filter((sum): sum is Readable => sum.cents !== null),
  ).map(({ sum }) => sum)

const leastTold = 250
const isTotal =
  /\b(?:total(?:s|l?ed|l?ing)?|combined|overall)(?: (?:cost|amount|sum|price|expenditure))?(?: of)? \(?$/i
const reachOfTotal = 40
const reachBehind = 220
/** Sums that say by their words that they are an item's own need no place beside them. */
const sure: ReadonlySet<string> = new Set(['closing', 'not-to-exceed', 'increase', 'grant'])

/**
 * In a piece of minutes or of a consent list, whose sums belong to several items: those that stand behind
 * the words that made it a finding, where the sum that was picked stands behind other words.
 */
export function sumsBehindPlaces(
  text: string,
  sums: readonly PrintedSum[],
  places: readonly Place[],
  picked: Place,
): readonly Readable[] {
  if (text.length < leastTold || sums.length < leastLines) return []
  const readable = sums.filter((sum): sum is Readable => sum.cents !== null).slice(0, mostWeighed)
  const isBehind = (sum: Readable) => {
    const last = readable.filter(({ end }) => end <= sum.start).at(-1)?.end ?? 0
    const from = Math.max(last, sum.start - reachBehind)
    return places.some(({ start, end }) => start >= from && end <= sum.start)
  }
  const own = readable.find(({ start }) => start === picked.start)
  if (!own || sure.has(own.use) || isBehind(own)) return []
  // "A total of $90,000, with Acme in the amount of": what stands nearer to the firm is a part.
  if (isTotal.test(text.slice(Math.max(0, own.start - reachOfTotal), own.start))) return []
  // All years of a sum close what is told of them, and stand apart from the words they are for.
  if (wholeOfYears(readable, text)?.start === own.start) return []
  const ours = readable.filter((sum) => !notOfLine.has(sum.use) && isBehind(sum))
  return new Set(ours.map(({ cents }) => cents)).size === 1 ? ours.slice(0, 1) : []
}
