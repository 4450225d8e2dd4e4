import type { PrintedSum } from './amount.ts'
import {
  type CommittedSum,
  holdsPlace,
  type Readable,
  type Span,
  stated,
  sumOf,
  together,
} from './sum-field.ts'
import { parseCents } from './sums.ts'

/** A row of a table and the figure in its last column. */
interface Row extends Span {
  readonly sum: Readable
}

/**
 * The figure that closes a row, behind a gap, a bar, a slash or leader dots. Only with cents or with a comma of
 * thousands: numbers of accounts, orders and telephones have neither, and a date has no point.
 */
const rowEnd =
  /(?:[ \t.]{2}|\t|\| ?|\/ |\) |(?=\$))(?:\$ ?)?(\d{1,3}(?:,\d{3}){1,3}(?:\.\d{2})?|\d{1,6}\.\d{2})[ \t|*]{0,8}$/
const longestRow = 240
const leastRows = 2
const mostRows = 120

/** The heading of the last column says that it is money. */
const ofMoney =
  /\b(?:amount|total|extension|extended(?: price| cost)?|ext\.?(?: price| cost)?|cost|price|expenditure|payment)(?: \(?(?:\$|USD)\)?)?[ \t|]{0,8}$/i
/** Of offers only one is taken. */
const ofBids = /\b(?:bid|bids|bidders?|proposals?|proposers?|quotes?|quotations?|offers?)\b/i
/** Columns of a heading stand apart, or are words in capitals; a sentence that ends on "cost" has none. */
const columns = /[ \t]{2}|\t|\||\w \/ \w|^(?:[A-Z#.]{2,14} ){2,8}[A-Z]{4,10}\s{0,3}$/
const isTotal = /^\W*(?:sub-?|grand )?total/i

/** Rows of the first table under a heading whose last column is money. */
function rowsOf(text: string): Row[] {
  let isInside = false
  let at = 0
  const rows: Row[] = []
  for (const line of text.split('\n')) {
    const start = at
    at += line.length + 1
    if (line.length > longestRow) continue
    if (!isInside) {
      isInside = ofMoney.test(line) && columns.test(line) && !ofBids.test(line)
      continue
    }
    const found = rowEnd.exec(line)
    if (!found) {
      // A row may be torn once; behind two lines without a figure the table has ended.
      if (rows.length > 0 && start > (rows.at(-1)?.end ?? 0) + longestRow) break
      continue
    }
    if (isTotal.test(line) || rows.length >= mostRows) break
    const digits = found[1] ?? ''
    const from = start + line.lastIndexOf(digits)
    const sum = {
      cents: parseCents(digits),
      quote: digits,
      start: from,
      end: from + digits.length,
      use: 'other' as const,
    }
    if (sum.cents === null) continue
    rows.push({ start, end: start + line.length, sum: { ...sum, cents: sum.cents } })
  }
  return rows.length < leastRows ? [] : rows
}

/** Whether a sum closes a row of such a table. */
export const isOfRow = (text: string, { end }: CommittedSum): boolean =>
  rowsOf(text).some(({ sum }) => sum.end === end)

/**
 * "Vendor | Purpose | Amount", and rows under it: what those rows cost that name what an item is about. Where
 * no total is told with a sign, the figures of such a column are the only sums of an item.
 */
export function ofRows(
  text: string,
  sums: readonly PrintedSum[],
  places: readonly Span[],
): CommittedSum | undefined {
  const ours = rowsOf(text).filter((row) => holdsPlace(row, places))
  const own = ours.map(({ sum }) => sum)
  const [only] = own
  if (!only || sums.some(({ use }) => use === 'not-to-exceed' || use === 'closing'))
    return undefined
  return own.length === 1 ? stated(only) : together(own, sumOf(own))
}
