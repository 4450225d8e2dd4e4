import { joinRows } from './columns.ts'
import type { PlacedLine } from './placed-line.ts'

/** Lines that follow one another in the file and on the page. */
interface Block {
  readonly lines: PlacedLine[]
  left: number
  right: number
  top: number
  bottom: number
}

/** Boxes may touch by so many points and still stand apart: ascenders reach into the line above. */
const touch = 2

/**
 * The lines in the order in which a person reads them. Files draw headers last and page numbers
 * first as it suits them, but rarely tear a paragraph or a column apart: so runs of lines are kept
 * whole, and the runs are put in order by cutting the page across and along, again and again.
 */
export function inReadingOrder(lines: readonly PlacedLine[]): readonly PlacedLine[] {
  const isDownwards = lines.every((line, index) => {
    const before = lines[index - 1]
    return before === undefined || line.top <= before.top + touch
  })
  if (isDownwards) return lines
  return order(toBlocks(lines))
}

function toBlocks(lines: readonly PlacedLine[]): Block[] {
  const blocks: Block[] = []
  for (const line of lines) {
    const block = blocks.at(-1)
    const before = block?.lines.at(-1)
    if (block && before && follows(before, line)) {
      block.lines.push(line)
      block.left = Math.min(block.left, line.left)
      block.right = Math.max(block.right, line.right)
      block.top = Math.max(block.top, line.top)
      block.bottom = Math.min(block.bottom, line.bottom)
    } else {
      const { left, right, top, bottom } = line
      blocks.push({ lines: [line], left, right, top, bottom })
    }
  }
  return blocks
}

/** Whether a line goes on where the one before it ended: right below it, and not beside it. */
function follows(before: PlacedLine, line: PlacedLine): boolean {
  const height = Math.max(before.top - before.bottom, line.top - line.bottom, 6)
  const gap = before.bottom - line.top
  const overlaps = line.left < before.right && before.left < line.right
  return overlaps && gap > -height && gap < height * 1.5 && line.top <= before.top + touch
}

const linesIn = (blocks: readonly Block[]) => blocks.flatMap((block) => block.lines)

function order(blocks: readonly Block[]): PlacedLine[] {
  if (blocks.length < 2) return linesIn(blocks)
  const across = cut(
    blocks,
    (block) => -block.top,
    (block) => -block.bottom,
  )
  if (across.length > 1) return across.flatMap(order)
  const along = cut(
    blocks,
    (block) => block.left,
    (block) => block.right,
  )
  if (along.length > 1) return joinRows(along.map(linesIn)) ?? along.flatMap(order)
  return linesIn(blocks.toSorted((a, b) => b.top - a.top || a.left - b.left))
}

/** Splits blocks where nothing crosses: groups in order of `start`, each beginning after all before it end. */
function cut(
  blocks: readonly Block[],
  start: (block: Block) => number,
  end: (block: Block) => number,
): Block[][] {
  const groups: Block[][] = []
  let reached = Number.NEGATIVE_INFINITY
  for (const block of blocks.toSorted((a, b) => start(a) - start(b))) {
    if (start(block) >= reached - touch) groups.push([])
    groups.at(-1)?.push(block)
    reached = Math.max(reached, end(block))
  }
  return groups
}
