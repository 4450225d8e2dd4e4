import { type Box, type PageFrame, shownBox, turnedPage } from './page-frame.ts'
import type { PlacedLine } from './placed-line.ts'

/** What is known of single characters, by their place in the page's text. */
export interface Glyphs {
  /** As the page is shown, around what is drawn. */
  boxOf(at: number): Box
  /** The same with the room that the character takes on its line: one ends where the next begins. */
  roomOf(at: number): Box
  /** Where the character stands on its line, as the page is shown. */
  originOf(at: number): { readonly x: number; readonly y: number }
  /** Quarter turns clockwise after which it stands upright, as the page is shown. */
  turnsOf(at: number): number
}

/** The engine tears turned lines into pieces of so many characters at most; others hold whole words. */
const tornLength = 3
/** So many pieces make a torn line; fewer are numbers in the head of a table. */
const fewestTorn = 5
/** Share of a letter's height that stands empty between two words at least. */
const wordGap = 0.25

/** Upright lines, and behind them the lines that had to be put together anew. */
export interface MendedLines {
  readonly upright: readonly PlacedLine[]
  /** In reading order. */
  readonly turned: readonly PlacedLine[]
}

/**
 * Puts lines together anew that run another way than most of the page, where the engine gives their
 * letters one by one, and those of a page that stands on its head, whose cells it gives backwards.
 * `undefined` when there is nothing to mend.
 */
export function mendTurned(
  lines: readonly PlacedLine[],
  frame: PageFrame,
  glyphs: Glyphs,
): MendedLines | undefined {
  const turnsOf = ({ at }: PlacedLine) => glyphs.turnsOf(at)
  const torn = lines.filter((line) => line.text.length <= tornLength && turnsOf(line) % 2 === 1)
  const isTorn = torn.length >= fewestTorn
  const long = lines.reduce<PlacedLine | undefined>(
    (best, line) => (best && best.text.length >= line.text.length ? best : line),
    undefined,
  )
  const isOnItsHead = long !== undefined && turnsOf(long) === 2
  if (!isTorn && !isOnItsHead) return undefined
  const isMended = (line: PlacedLine) =>
    (isTorn && turnsOf(line) % 2 === 1) || (isOnItsHead && turnsOf(line) === 2)
  const turned = [1, 2, 3].flatMap((turns) =>
    assemble(
      lines.filter((line) => isMended(line) && turnsOf(line) === turns),
      turnedPage(frame, turns),
      glyphs,
    ),
  )
  return { upright: lines.filter((line) => !isMended(line)), turned }
}

interface Glyph {
  readonly text: string
  readonly at: number
  readonly box: Box
  readonly room: Box
  readonly x: number
  readonly y: number
}

/** The letters of these lines as lines of a page that is turned so that they stand upright. */
function assemble(lines: readonly PlacedLine[], frame: PageFrame, glyphs: Glyphs): PlacedLine[] {
  const letters = lines.flatMap(({ text, at }) =>
    [...text.matchAll(/\S/gu)].map(({ 0: letter, index }): Glyph => {
      const { x, y } = glyphs.originOf(at + index)
      const origin = shownBox(frame, { left: x, right: x, top: y, bottom: y })
      const box = shownBox(frame, glyphs.boxOf(at + index))
      const room = shownBox(frame, glyphs.roomOf(at + index))
      return { text: letter, at: at + index, box, room, x: origin.left, y: origin.bottom }
    }),
  )
  const heights = letters.map(({ box }) => box.top - box.bottom).toSorted((a, b) => a - b)
  const height = heights[heights.length >> 1] ?? 0
  const rows: Glyph[][] = []
  for (const letter of letters.toSorted((a, b) => b.y - a.y)) {
    const row = rows.at(-1)
    const first = row?.[0]
    if (row && first && first.y - letter.y < Math.max(1, height / 4)) row.push(letter)
    else rows.push([letter])
  }
  return rows.map((row) =>
    lineOf(
      row.toSorted((a, b) => a.x - b.x),
      height,
    ),
  )
}

function lineOf(letters: readonly Glyph[], height: number): PlacedLine {
  const boxes = letters.map(({ box }) => box)
  const text = letters.map(({ text, room }, index) => {
    const gap = room.left - (letters[index - 1]?.room.right ?? room.left)
    return gap > height * wordGap ? ` ${text}` : text
  })
  return {
    text: text.join(''),
    at: letters[0]?.at ?? 0,
    left: Math.min(...boxes.map(({ left }) => left)),
    right: Math.max(...boxes.map(({ right }) => right)),
    top: Math.max(...boxes.map(({ top }) => top)),
    bottom: Math.min(...boxes.map(({ bottom }) => bottom)),
  }
}
