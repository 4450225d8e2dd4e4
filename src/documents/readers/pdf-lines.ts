import { joinCells, splitColumns } from './columns.ts'
import { type Box, type PageFrame, shownBox, turnedPage } from './page-frame.ts'
import type { Engine } from './pdf-engine.ts'
import type { PlacedLine } from './placed-line.ts'
import { inReadingOrder } from './reading-order.ts'
import { type Glyphs, mendTurned } from './turned-lines.ts'

const utf16 = new TextDecoder('utf-16le')

/** Longer "lines" are none; cut, they cannot fill a stack. */
const longestLine = 10_000

/** The mark by which the engine shows a hyphen at a line end; the line end itself it leaves out. */
const hyphenMark = '\uFFFE'

/** A page's characters in one buffer: a call for each would cost more than reading the page. */
export function textOf(engine: Engine, textPage: number, buffer: number, room: number): string {
  const most = Math.min(engine._FPDFText_CountChars(textPage), room / 2 - 1)
  if (most < 1) return ''
  const written = engine._FPDFText_GetText(textPage, 0, most, buffer)
  return utf16.decode(engine.HEAPU8.subarray(buffer, buffer + Math.max(0, written - 1) * 2))
}

/** Boxes of single characters by their place in the page's text. */
export function charBoxes(engine: Engine, textPage: number, scratch: number) {
  return (at: number): Box => {
    const index = engine._FPDFText_GetCharIndexFromTextIndex(textPage, at)
    engine._FPDFText_GetCharBox(textPage, index, scratch, scratch + 8, scratch + 16, scratch + 24)
    const slot = scratch >> 3
    return {
      left: engine.HEAPF64[slot] ?? 0,
      right: engine.HEAPF64[slot + 1] ?? 0,
      bottom: engine.HEAPF64[slot + 2] ?? 0,
      top: engine.HEAPF64[slot + 3] ?? 0,
    }
  }
}

const lineEnd = /\r\n?|\n|\uFFFE/g
const isBlank = (text: string, at: number) => {
  const code = text.charCodeAt(at)
  return code === 32 || code === 0xa0 || code === 9
}

/** A stretch of the page's text, without blanks around it; `undefined` when it is empty. */
function trimmed(text: string, from: number, to: number) {
  let start = from
  let end = Math.min(to, from + longestLine)
  while (start < end && isBlank(text, start)) start++
  while (end > start && isBlank(text, end - 1)) end--
  return start === end ? undefined : { start, end }
}

/**
 * The line of `text` from `from` to `to`. Where the engine took short words that stand below one
 * another for one, they are lines of their own.
 */
function placeLine(text: string, from: number, to: number, glyphs: Glyphs): PlacedLine[] {
  const stretch = trimmed(text, from, to)
  if (!stretch) return []
  const { start, end } = stretch
  const first = glyphs.boxOf(start)
  const last = glyphs.boxOf(end - 1)
  const apart = Math.max(first.top - first.bottom, last.top - last.bottom, 4)
  const isStacked = first.bottom - last.top > apart / 4 && last.left < first.right + apart
  if (isStacked && end - start < 40 && glyphs.turnsOf(start) === 0) {
    let at = start + 1
    while (at < end - 1 && glyphs.boxOf(at).top > first.bottom) at++
    return [...placeLine(text, from, at, glyphs), ...placeLine(text, at, to, glyphs)]
  }
  const line = {
    text: text.slice(start, end) + (text[to] === hyphenMark ? '-' : ''),
    at: start,
    left: Math.min(first.left, last.left),
    right: Math.max(first.right, last.right),
    top: Math.max(first.top, last.top),
    bottom: Math.min(first.bottom, last.bottom),
  }
  return [line]
}

/** Quarter turns clockwise after which lines that run up or down the page run across it. */
function turnsOfText(lines: readonly PlacedLine[], turnsOf: (at: number) => number): number {
  const isUpright = ({ text, left, right, top, bottom }: PlacedLine) =>
    text.length > 3 && top - bottom > (right - left) * 2
  const upright = lines.filter(isUpright)
  const [sample] = upright
  if (!sample || upright.length * 2 < lines.length) return 0
  return turnsOf(sample.at)
}

/** What single characters tell of the way in which they are drawn. */
export function glyphsOf(
  engine: Engine,
  textPage: number,
  frame: PageFrame,
  scratch: number,
): Glyphs {
  const boxOf = charBoxes(engine, textPage, scratch)
  const indexOf = (at: number) => engine._FPDFText_GetCharIndexFromTextIndex(textPage, at)
  return {
    boxOf: (at) => shownBox(frame, boxOf(at)),
    roomOf(at) {
      engine._FPDFText_GetLooseCharBox(textPage, indexOf(at), scratch)
      const slot = scratch >> 2
      const [left = 0, top = 0, right = 0, bottom = 0] = engine.HEAPF32.subarray(slot, slot + 4)
      return shownBox(frame, { left, right, top, bottom })
    },
    originOf(at) {
      engine._FPDFText_GetCharOrigin(textPage, indexOf(at), scratch, scratch + 8)
      const [x = 0, y = 0] = engine.HEAPF64.subarray(scratch >> 3, (scratch >> 3) + 2)
      const { left, bottom } = shownBox(frame, { left: x, right: x, top: y, bottom: y })
      return { x: left, y: bottom }
    },
    turnsOf(at) {
      const angle = engine._FPDFText_GetCharAngle(textPage, indexOf(at))
      return (8 - Math.round(angle / (Math.PI / 2)) - frame.turns) & 3
    },
  }
}

/** Two columns one after the other, rows of a table on a line, headers before what they head. */
function ordered(lines: readonly PlacedLine[], boxOf: (at: number) => Box): readonly PlacedLine[] {
  const columns = splitColumns(lines, boxOf)
  return columns === lines ? inReadingOrder(joinCells(lines)) : columns
}

/** Whether a line stands on the paper; what stands beside it nobody is shown. */
export function isSeen({ left, right, top, bottom }: Box, { width, height }: PageFrame): boolean {
  return right > 0 && left < width && top > 0 && bottom < height
}

/** The lines of a page's text as the file draws them, where they stand. */
export function placeLines(text: string, frame: PageFrame, glyphs: Glyphs): readonly PlacedLine[] {
  const lines: PlacedLine[] = []
  let from = 0
  const add = (to: number) => {
    for (const line of placeLine(text, from, to, glyphs)) if (isSeen(line, frame)) lines.push(line)
  }
  for (const end of text.matchAll(lineEnd)) {
    add(end.index)
    from = end.index + end[0].length
  }
  add(text.length)
  return lines
}

/** The lines of a page in reading order; those that run another way than most stand last. */
export function inOrder(
  lines: readonly PlacedLine[],
  frame: PageFrame,
  glyphs: Glyphs,
): readonly PlacedLine[] {
  const mended = mendTurned(lines, frame, glyphs)
  if (mended) return [...ordered(mended.upright, glyphs.boxOf), ...mended.turned]
  const turns = turnsOfText(lines, glyphs.turnsOf)
  if (turns === 0) return ordered(lines, glyphs.boxOf)
  const turned = turnedPage(frame, turns)
  const isTurned = ({ at }: PlacedLine) => glyphs.turnsOf(at) !== 0
  const across = lines.filter(isTurned).map((line) => ({ ...line, ...shownBox(turned, line) }))
  return [
    ...ordered(
      lines.filter((line) => !isTurned(line)),
      glyphs.boxOf,
    ),
    ...ordered(across, (at) => shownBox(turned, glyphs.boxOf(at))),
  ]
}
