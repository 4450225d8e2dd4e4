import type { FactPattern } from './pattern.ts'
import { parseCents } from './sums.ts'

const price = String.raw`\$? ?(\d{1,3}(?:,\d{3}){0,3}\.\d{2}|\d{1,7}\.\d{2})`
const count = String.raw`(\d{1,4})(?:\.0{1,2})?`
/** The columns of a row stand side by side, or each on a line of its own where a table was torn. */
const gaps = [
  { first: '[ \\t]{1,20}', next: '[ \\t]{1,20}' },
  { first: String.raw`\r?\n[ \t]{0,20}`, next: String.raw`[ \t]{0,20}\r?\n[ \t]{0,20}` },
] as const

const device = /\b(?:cameras?|readers?|A?LPRs?|drones?|trailers?|sensors?|body ?cams?|UA[SV]s?)\b/i
/** Work on devices, and what hangs on them, is ordered by the piece too. */
const beside =
  /\b(?:implementation|install\w*|services?|training|warrant\w*|mounts?|mounting|brackets?|poles?|licen[cs]es?|subscription|support|batter\w+|cables?|chargers?|fees?|setup|shipping|storage|parts?)\b/i

type Gap = (typeof gaps)[number]

/** A row of an order, whose price times its count is its sum: no other columns do that by chance. */
function row(columns: readonly string[], priceAt: 1 | 2, { first, next }: Gap): FactPattern {
  return {
    pattern: new RegExp(`${first}${[...columns, price].join(next)}[ \\t]*$`, 'gm'),
    isOfLine: true,
    read(match, { before }) {
      const each = parseCents(match[priceAt] ?? '')
      const pieces = Number(match[3 - priceAt])
      const sum = parseCents(match[3] ?? '')
      if (each === null || sum === null || each === 0 || pieces === 0) return undefined
      if (each * pieces !== sum) return undefined
      const name = /[^\n]*$/.exec(before(longestName))?.[0].trimStart() ?? ''
      if (!device.test(name) || beside.test(name)) return undefined
      return {
        kind: 'quantity',
        value: { count: pieces, of: name, is: 'counted' },
        before: name.length,
      }
    },
  }
}

const longestName = 110

/** "Plate camera $2,500.00 4 $10,000.00", and the same with the count first. */
export const orderRowPatterns: readonly FactPattern[] = gaps.flatMap((gap) => [
  row([price, count], 1, gap),
  row([count, price], 2, gap),
])
