import { type Box, type PageFrame, shownBox, turnedFrame } from './page-frame.ts'
import type { Engine } from './pdf-engine.ts'
import type { PlacedLine } from './placed-line.ts'

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
function* placeLine(
  text: string,
  from: number,
  to: number,
  boxOf: (at: number) => Box,
  isTurned: (at: number) => boolean,
): Generator<PlacedLine> {
  const stretch = trimmed(text, from, to)
  if (!stretch) return
  const { start, end } = stretch
  const first = boxOf(start)
  const last = boxOf(end - 1)
  const apart = Math.max(first.top - first.bottom, last.top - last.bottom, 4)
  const isStacked = first.bottom - last.top > apart / 4 && last.left < first.right + apart
  if (isStacked && end - start < 40 && !isTurned(start)) {
    let at = start + 1
    while (at < end - 1 && boxOf(at).top > first.bottom) at++
    yield* placeLine(text, from, at, boxOf, isTurned)
    yield* placeLine(text, at, to, boxOf, isTurned)
    return
  }
  yield {
    text: text.slice(start, end) + (text[to] === hyphenMark ? '-' : ''),
    at: start,
    left: Math.min(first.left, last.left),
    right: Math.max(first.right, last.right),
    top: Math.max(first.top, last.top),
    bottom: Math.min(first.bottom, last.bottom),
  }
}

/** Quarter turns clockwise after which lines that run up or down the page run across it. */
function turnsOfText(lines: readonly PlacedLine[], angleOf: (at: number) => number): number {
  const isUpright = ({ text, left, right, top, bottom }: PlacedLine) =>
    text.length > 3 && top - bottom > (right - left) * 2
  const upright = lines.filter(isUpright)
  const [sample] = upright
  if (!sample || upright.length * 2 < lines.length) return 0
  return (4 - (Math.round(angleOf(sample.at) / (Math.PI / 2)) & 3)) & 3
}

/**
 * The lines of a page as the file draws them, each with the box from its first to its last
 * character as the page is shown. Where the words themselves are drawn turned, the boxes are those
 * of a page turned so that they can be read.
 */
export function linesOf(
  engine: Engine,
  textPage: number,
  text: string,
  frame: PageFrame,
  boxOf: (at: number) => Box,
): PlacedLine[] {
  const shown = (at: number) => shownBox(frame, boxOf(at))
  const lines: PlacedLine[] = []
  let from = 0
  const isTurned = (at: number) => {
    const index = engine._FPDFText_GetCharIndexFromTextIndex(textPage, at)
    return Math.abs(engine._FPDFText_GetCharAngle(textPage, index)) > 0.1
  }
  const add = (to: number) => {
    for (const line of placeLine(text, from, to, shown, isTurned)) lines.push(line)
  }
  for (const end of text.matchAll(lineEnd)) {
    add(end.index)
    from = end.index + end[0].length
  }
  add(text.length)
  const turns = turnsOfText(lines, (at) =>
    engine._FPDFText_GetCharAngle(
      textPage,
      engine._FPDFText_GetCharIndexFromTextIndex(textPage, at),
    ),
  )
  if (turns === 0) return lines
  // Boxes lie in the page as it is shown: turning that again needs no corner.
  const turned = turnedFrame({ ...frame, turns: 0, left: 0, bottom: 0 }, turns)
  return lines.map((line) => ({ ...line, ...shownBox(turned, line) }))
}
