import type { Box } from './page-frame.ts'
import type { PlacedLine } from './placed-line.ts'

/** An empty stretch between two words of a line. */
interface Gap {
  /** Offset in the line's text at which the second word begins. */
  readonly at: number
  readonly left: number
  readonly right: number
}

/** Lines looked at before a page is suspected of columns: boxes of characters are not free. */
const samples = 8
const fewestHits = 3
/** Fewer lines beside one another are a signature block or a heading, and no columns. */
const fewestLines = 5
/** Columns of prose have lines of so many characters on either side; cells of tables have fewer. */
const proseLength = 18

const gapsOf = (line: PlacedLine, boxOf: (at: number) => Box): Gap[] => {
  const least = Math.max(8, (line.top - line.bottom) * 0.9)
  const gaps: Gap[] = []
  for (const { index, 0: blanks } of line.text.matchAll(/[ \u00A0\t]+/g)) {
    const { right: left } = boxOf(line.at + index - 1)
    const { left: right } = boxOf(line.at + index + blanks.length)
    if (right - left >= least) gaps.push({ at: index + blanks.length, left, right })
  }
  return gaps
}

/** The x at which most lines have a gap, and how many have. */
function commonGap(lines: readonly (readonly Gap[])[]): {
  readonly x: number
  readonly lines: number
} {
  let best = { x: 0, lines: 0 }
  for (const gap of lines.flat()) {
    const x = gap.right - 2
    const hits = lines.filter((gaps) => gaps.some(({ left, right }) => left <= x && x <= right))
    if (hits.length > best.lines) best = { x, lines: hits.length }
  }
  return best
}

/** Whether lines fill the width that the widest of them takes, as prose does and cells do not. */
function isProse(pieces: readonly PlacedLine[]): boolean {
  const width = ({ left, right }: PlacedLine) => right - left
  const widest = Math.max(...pieces.map(width))
  const full = pieces.filter((piece) => width(piece) >= widest * 0.75)
  const length = pieces.reduce((sum, { text }) => sum + text.length, 0) / pieces.length
  return full.length >= pieces.length * 0.55 && length >= proseLength
}

function splitLine(line: PlacedLine, gap: Gap): readonly [PlacedLine, PlacedLine] {
  return [
    { ...line, text: line.text.slice(0, gap.at).trimEnd(), right: gap.left },
    { ...line, text: line.text.slice(gap.at), at: line.at + gap.at, left: gap.right },
  ]
}

/**
 * Takes apart lines that run through two columns of prose, where the file draws line by line across
 * both. Rows of a table stay whole.
 */
export function splitColumns(
  lines: readonly PlacedLine[],
  boxOf: (at: number) => Box,
): readonly PlacedLine[] {
  const long = lines.filter(({ text }) => text.length >= proseLength * 2)
  if (long.length < fewestLines) return lines
  const step = Math.max(1, Math.floor(long.length / samples))
  const sampled = long.filter((_, index) => index % step === 0).slice(0, samples)
  if (commonGap(sampled.map((line) => gapsOf(line, boxOf))).lines < fewestHits) return lines

  const gaps = new Map(lines.map((line) => [line, gapsOf(line, boxOf)] as const))
  const { x } = commonGap(long.map((line) => gaps.get(line) ?? []))
  const split = lines.flatMap((line) => {
    const gap = gaps.get(line)?.find(({ left, right }) => left <= x && x <= right)
    return gap ? [{ line, pieces: splitLine(line, gap) }] : []
  })
  if (split.length < fewestLines) return lines
  const areProse = [0, 1].every((side) => {
    const pieces = split.flatMap(({ pieces }) => pieces[side] ?? [])
    return isProse(pieces)
  })
  if (!areProse) return lines
  const piecesOf = new Map(split.map(({ line, pieces }) => [line, pieces] as const))
  return inColumns(lines, piecesOf, x)
}

/** Whether a line stands at the height of the one before it, and to the right of it. */
function goesOn(before: PlacedLine, line: PlacedLine): boolean {
  const middle = (line.top + line.bottom) / 2
  const middleBefore = (before.top + before.bottom) / 2
  const isLevel =
    middle > before.bottom &&
    middle < before.top &&
    middleBefore > line.bottom &&
    middleBefore < line.top
  return isLevel && line.left >= before.right
}

const joined = (cells: readonly PlacedLine[]): PlacedLine => ({
  text: cells.map(({ text }) => text).join(' '),
  at: cells[0]?.at ?? 0,
  left: Math.min(...cells.map(({ left }) => left)),
  right: Math.max(...cells.map(({ right }) => right)),
  top: Math.max(...cells.map(({ top }) => top)),
  bottom: Math.min(...cells.map(({ bottom }) => bottom)),
})

/**
 * Puts pieces of one line together that follow one another in the file with a wide gap between
 * them: cells of a row. Where they are lines of two columns of prose they are read as columns.
 */
export function joinCells(lines: readonly PlacedLine[]): readonly PlacedLine[] {
  const rows: PlacedLine[][] = []
  for (const line of lines) {
    const row = rows.at(-1)
    const before = row?.at(-1)
    if (row && before && goesOn(before, line)) row.push(line)
    else rows.push([line])
  }
  if (rows.length === lines.length) return lines
  const pairs = rows.flatMap(([left, right, more]) =>
    left && right && !more ? [{ left, right }] : [],
  )
  const start = Math.max(...pairs.map(({ left }) => left.right))
  const areColumns =
    pairs.length >= fewestLines &&
    isProse(pairs.map(({ left }) => left)) &&
    isProse(pairs.map(({ right }) => right)) &&
    pairs.every(({ right }) => right.left >= start)
  if (!areColumns) return rows.map((row) => (row.length > 1 ? joined(row) : (row[0] as PlacedLine)))
  const piecesOf = new Map(pairs.map(({ left, right }) => [left, [left, right]] as const))
  const heads = rows.flatMap((row) => (row.length === 2 ? row.slice(0, 1) : row))
  return inColumns(heads, piecesOf as Map<PlacedLine, [PlacedLine, PlacedLine]>, start)
}

/** Left pieces of lines that follow one another, then the right ones; lines that cross stand between. */
function inColumns(
  lines: readonly PlacedLine[],
  piecesOf: ReadonlyMap<PlacedLine, readonly [PlacedLine, PlacedLine]>,
  x: number,
): PlacedLine[] {
  const ordered: PlacedLine[] = []
  let left: PlacedLine[] = []
  let right: PlacedLine[] = []
  const flush = () => {
    ordered.push(...left, ...right)
    left = []
    right = []
  }
  for (const line of lines) {
    const pieces = piecesOf.get(line)
    if (pieces) {
      left.push(pieces[0])
      right.push(pieces[1])
    } else if (line.right <= x) left.push(line)
    else if (line.left >= x) right.push(line)
    else {
      flush()
      ordered.push(line)
    }
  }
  flush()
  return ordered
}

/** Rows of columns that stand beside one another: lines at one height. */
function toRows(lines: readonly PlacedLine[]): PlacedLine[][] {
  const rows: PlacedLine[][] = []
  for (const line of lines.toSorted((a, b) => b.top + b.bottom - a.top - a.bottom)) {
    const row = rows.at(-1)
    const first = row?.[0]
    const middle = (line.top + line.bottom) / 2
    if (row && first && middle > first.bottom && middle < first.top) row.push(line)
    else rows.push([line])
  }
  return rows
}

/** A table has a column of figures; names and titles beside one another are letterheads. */
const hasFigures = (column: readonly PlacedLine[]) =>
  column.filter(({ text }) => /\d/.test(text)).length * 2 >= column.length

/**
 * The rows of a table whose columns the file draws one after the other, each on one line;
 * undefined for columns of prose, which are read one after the other.
 */
export function joinRows(columns: readonly (readonly PlacedLine[])[]): PlacedLine[] | undefined {
  if (columns.some((column) => column.length < 2) || !columns.some(hasFigures)) return undefined
  if (columns.every(isProse)) return undefined
  const lines = columns.flat()
  const rows = toRows(lines)
  const inRows = rows.filter((row) => row.length > 1).flat().length
  const areSingle = rows.every((row) => row.length <= columns.length)
  if (!areSingle || inRows < lines.length * 0.75) return undefined
  return rows.map((row) => joined(row.toSorted((a, b) => a.left - b.left)))
}
