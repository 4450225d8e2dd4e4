import type { OutlineEntry } from '../document-text.ts'
import { mendText } from './mend-text.ts'
import { type Box, type PageFrame, shownBox } from './page-frame.ts'
import { type Engine, readUtf16, withBuffer } from './pdf-engine.ts'
import type { PlacedLine } from './placed-line.ts'
import type { Glyphs } from './turned-lines.ts'

const outlineEntries = 5_000
const outlineDepth = 16
const linksOfPage = 500
const longestWords = 500

/** The bookmarks, in order, capped in number and depth: they may lead in circles. */
export function readOutline(engine: Engine, document: number): OutlineEntry[] {
  const entries: OutlineEntry[] = []
  const seen = new Set<number>()
  const walk = (parent: number, level: number): void => {
    let bookmark = engine._FPDFBookmark_GetFirstChild(document, parent)
    while (bookmark !== 0 && !seen.has(bookmark) && entries.length < outlineEntries) {
      const at = bookmark
      seen.add(at)
      const title = mendText(
        readUtf16(engine, 4_000, (buffer, size) => engine._FPDFBookmark_GetTitle(at, buffer, size)),
      )
      const page = pageOf(engine, document, {
        destination: engine._FPDFBookmark_GetDest(document, at),
        action: engine._FPDFBookmark_GetAction(at),
      })
      if (title !== '') entries.push({ title, level, page })
      if (level < outlineDepth) walk(at, level + 1)
      bookmark = engine._FPDFBookmark_GetNextSibling(document, at)
    }
  }
  walk(0, 0)
  return entries
}

/** The page that something leads to, from 1; `null` for none of this document. */
function pageOf(
  engine: Engine,
  document: number,
  target: { readonly destination: number; readonly action: number },
): number | null {
  const { action } = target
  let { destination } = target
  if (destination === 0 && action !== 0) {
    destination = engine._FPDFAction_GetDest(document, action)
  }
  if (destination === 0) return null
  const index = engine._FPDFDest_GetDestPageIndex(document, destination)
  return index < 0 ? null : index + 1
}

const uriAction = 3

function addressOf(engine: Engine, document: number, action: number): string | null {
  if (action === 0 || engine._FPDFAction_GetType(action) !== uriAction) return null
  const size = engine._FPDFAction_GetURIPath(document, action, 0, 0)
  if (size < 2 || size > 2_048) return null
  return withBuffer(engine, size, (buffer) => {
    engine._FPDFAction_GetURIPath(document, action, buffer, size)
    return new TextDecoder().decode(engine.HEAPU8.subarray(buffer, buffer + size - 1))
  })
}

/** A link that lies somewhere on a page. */
export interface FoundLink extends Box {
  readonly url: string | null
  readonly toPage: number | null
}

/** The links of an open page that lead somewhere. */
export function findLinks(engine: Engine, document: number, page: number): FoundLink[] {
  if (engine._FPDFPage_GetAnnotCount(page) < 1) return []
  return withBuffer(engine, 32, (scratch) => {
    const links: FoundLink[] = []
    const link = () => engine.HEAPU16[(scratch + 4) >> 1] ?? 0
    const pointer = () => link() + (engine.HEAPU16[(scratch + 6) >> 1] ?? 0) * 65_536
    engine.HEAPU8.fill(0, scratch, scratch + 16)
    while (links.length < linksOfPage && engine._FPDFLink_Enumerate(page, scratch, scratch + 4)) {
      const at = pointer()
      const action = engine._FPDFLink_GetAction(at)
      const destination = engine._FPDFLink_GetDest(document, at)
      const url = addressOf(engine, document, action)
      const toPage = url === null ? pageOf(engine, document, { destination, action }) : null
      if (url === null && toPage === null) continue
      if (!engine._FPDFLink_GetAnnotRect(at, scratch + 16)) continue
      const [left = 0, y = 0, right = 0, otherY = 0] = engine.HEAPF32.subarray(
        (scratch + 16) >> 2,
        (scratch + 32) >> 2,
      )
      links.push({
        left,
        right,
        top: Math.max(y, otherY),
        bottom: Math.min(y, otherY),
        url,
        toPage,
      })
    }
    return links
  })
}

/** The first place of a line's text whose character begins behind `x` with more than its half. */
function placeBehind(line: PlacedLine, x: number, glyphs: Glyphs): number {
  const { text, at } = line
  const middleOf = (place: number) => {
    // Blanks between words have no box of their own.
    const blanks = /^\s*/.exec(text.slice(place))?.[0].length ?? 0
    const { left, right } = glyphs.boxOf(at + Math.min(place + blanks, text.length - 1))
    return (left + right) / 2
  }
  let [low, high] = [0, text.length]
  while (low < high) {
    const place = (low + high) >> 1
    if (middleOf(place) < x) low = place + 1
    else high = place
  }
  return low
}

/** The words that lie under a link, on one line. A line lies under it by its middle. */
export function wordsUnder(
  link: Box,
  lines: readonly PlacedLine[],
  frame: PageFrame,
  glyphs: Glyphs,
): string {
  const { left, right, top, bottom } = shownBox(frame, link)
  const words = lines.flatMap((line) => {
    const middle = (line.top + line.bottom) / 2
    const isApart = middle <= bottom || middle >= top || line.right <= left || line.left >= right
    if (isApart) return []
    const from = line.left >= left ? 0 : placeBehind(line, left, glyphs)
    const to = line.right <= right ? line.text.length : placeBehind(line, right, glyphs)
    return line.text.slice(from, to)
  })
  return mendText(words.join(' ').slice(0, longestWords).replace(/\s+/g, ' ').trim())
}
