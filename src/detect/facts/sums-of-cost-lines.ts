import { fromPieces } from '../pieces.ts'
import type { Readable } from './sum-field.ts'
import type { SumUse } from './sum-use.ts'

/** What one purchase is made of, each on a line of its own. */
const kindOfCost = fromPieces(
  'i',
  String.raw`\b(?:equipment|hardware|software|licen[cs](?:es?|ing)|labor|install(?:ation)?`,
  '|training|shipping|freight|delivery|warrant(?:y|ies)|support|storage|subscriptions?',
  '|cameras?|readers?|drones?|docks?|docking|mount(?:s|ing)?|poles?|servers?|monitors?',
  '|batter(?:y|ies)|accessor(?:y|ies)|wiring|cabl(?:es?|ing)|electrical|set-?up',
  String.raw`|implementation|maintenance|services?|cloud|data|permits?|engineering)\b`,
)
const isKeptApart =
  /\b(?:total|budget|balance|option|alternate|existing|current|prior|previous|annual|yearly|year|monthly|revenue|grant|match|in[- ]kind|contingency|quote|bid|vendor|per|each|fund|account|savings|credit|discount)\b/i
const bare = /^[ \t\u2022*-]{0,6}([A-Za-z][^$\n:]{1,54}?)[ :\u2013\u2014-]{1,4}$/
/** "Funding:" over the purses, each with its share. */
const headsPurses =
  /^\W{0,3}(?:funding|funding sources?|sources? of (?:funds|funding)|funds|paid from)\W{0,3}$/i
const ofPurse =
  /\b(?:capital|fund|grant|budget|account|reserves?|forfeiture|seizure|general|operating|donation|trust|bond|levy|foundation|PTA|state|federal|county|city)\b/i
const leastLines = 2
const mostLines = 8
const open: readonly SumUse[] = [
  'other',
  'spending',
  'amount',
  'on-top',
  'movement',
  'grant',
  'per-unit',
]
const against: readonly SumUse[] = ['available', 'previous', 'option', 'least', 'credit', 'penalty']

interface Line {
  readonly sum: Readable
  readonly label: string
  readonly row: number
}

/**
 * "Equipment $9,000", "Labor $1,800", line under line, or the shares of several purses under their heading:
 * all of them, where no larger sum is told for the item.
 */
export function costLines(sums: readonly Readable[], text: string): readonly Readable[] {
  const rows = text.split('\n')
  let at = 0
  const lines: Line[] = []
  for (const [row, words] of rows.entries()) {
    const [start, end] = [at, at + words.length]
    at = end + 1
    if (words.length > longestLine) continue
    const own = sums.filter((sum) => sum.start >= start && sum.end <= end)
    const [sum] = own
    if (!sum || own.length !== 1 || !open.includes(sum.use)) continue
    const head = text.slice(start, sum.start)
    const tail = text.slice(sum.end, end)
    const label = bare.exec(head)?.[1]
    if (label !== undefined && /^[ \t.]*$/.test(tail)) lines.push({ sum, label, row })
    else if (/^[ \t\u2022*-]{0,6}$/.test(head) && /^ ?[\u2013\u2014:-] ?[^$]{3,50}$/.test(tail))
      lines.push({ sum, label: tail, row })
  }
  for (const from of lines.keys()) {
    const run = lines
      .slice(from)
      .filter(({ row }, index) => row === (lines[from]?.row ?? 0) + index)
    const isOfPurses = headsPurses.test(rows[(run[0]?.row ?? 0) - 1] ?? '')
    const isCost = ({ label }: Line) =>
      isOfPurses ? ofPurse.test(label) : kindOfCost.test(label) && !isKeptApart.test(label)
    if (run.length < leastLines || run.length > mostLines || !run.every(isCost)) continue
    const own = run.map(({ sum }) => sum)
    const all = own.reduce((total, { cents }) => total + cents, 0)
    const isMore = ({ cents, use }: Readable) => cents >= all && !against.includes(use)
    return sums.some(isMore) || sums.some(({ use }) => use === 'closing') ? [] : own
  }
  return []
}

const longestLine = 120
