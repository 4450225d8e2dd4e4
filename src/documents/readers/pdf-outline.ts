import type { OutlineEntry } from '../document-text.ts'
import { mendText } from './mend-text.ts'
import type { Box } from './page-frame.ts'
import { type Engine, readUtf16, withBuffer } from './pdf-engine.ts'

const outlineEntries = 5_000
const outlineDepth = 16
const linksOfPage = 500

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

/** The words that lie under a link, on one line. */
export function wordsUnder(engine: Engine, textPage: number, link: FoundLink): string {
  const { left, top, right, bottom } = link
  const room = 500
  return withBuffer(engine, room * 2, (buffer) => {
    const written = engine._FPDFText_GetBoundedText(
      textPage,
      left,
      top,
      right,
      bottom,
      buffer,
      room,
    )
    const end = buffer + Math.min(written, room) * 2
    const words = Buffer.from(engine.HEAPU8.subarray(buffer, end)).toString('utf16le')
    return mendText(words.replaceAll('\0', '').replace(/\s+/g, ' ').trim())
  })
}
