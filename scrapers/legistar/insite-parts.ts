import type { Page } from '../../src/scraping/contract.ts'
import { piecesOf } from '../../src/scraping/page-pieces.ts'

/** An InSite page, cut where it is large. */
export interface PageParts {
  /** The page without scripts, the server's state, and the insides of the tables that were cut out. */
  readonly text: string
  /** The master tables that were asked for and found, by the name of their grid, in pieces. */
  readonly tables: ReadonlyMap<string, readonly string[]>
}

interface Range {
  readonly from: number
  readonly to: number
}

/**
 * Cuts the master tables of the named grids, the server's state and scripts out of the page by their
 * markers, before anything is decoded: the first are read piece by piece, the others not at all, and
 * together they are most of a page. What cannot be cut stays in the text.
 */
export function splitPage(page: Page, gridNames: readonly string[]): PageParts {
  const bytes = Buffer.from(page.bytes.buffer, page.bytes.byteOffset, page.bytes.byteLength)
  const tables = new Map<string, readonly string[]>()
  const cuts: Range[] = [...stateRanges(bytes)]
  for (const name of gridNames) {
    const table = findTable(bytes, `${name}_ctl00`)
    if (!table || cuts.some((cut) => cut.from < table.to && table.from < cut.to)) continue
    tables.set(name, piecesOf(page, table.from, table.to))
    // The empty table stays, so that what stands before it and after it is told apart.
    const inside = {
      from: bytes.indexOf('>', table.idAt) + 1,
      to: bytes.lastIndexOf('<', table.to - 1),
    }
    if (inside.from < inside.to) cuts.push(inside)
  }
  cuts.push(...scriptRanges(bytes))
  cuts.sort((a, b) => a.from - b.from)
  let text = ''
  let at = 0
  for (const { from, to } of cuts) {
    // A script of a table went with it.
    if (from < at) continue
    text += page.textBetween(at, from)
    at = to
  }
  return { text: text + page.textBetween(at, bytes.length), tables }
}

function scriptRanges(bytes: Buffer): Range[] {
  const ranges: Range[] = []
  for (let at = bytes.indexOf('<script'); at >= 0; ) {
    const from = bytes.indexOf('>', at) + 1
    const to = bytes.indexOf('</script', from)
    if (from === 0 || to < 0) break
    ranges.push({ from, to })
    at = bytes.indexOf('<script', to)
  }
  return ranges
}

const stateName = 'name="__VIEWSTATE'
const value = 'value="'

/** The values of the hidden fields in which the server keeps its state. */
function stateRanges(bytes: Buffer): Range[] {
  const ranges: Range[] = []
  for (let at = bytes.indexOf(stateName); at >= 0; at = bytes.indexOf(stateName, at + 1)) {
    const end = bytes.indexOf('>', at)
    const valueAt = bytes.indexOf(value, at)
    const from = valueAt + value.length
    const to = bytes.indexOf('"', from)
    if (valueAt < 0 || to < 0 || to > end) continue
    ranges.push({ from, to })
  }
  return ranges
}

/** Where the id stands whole, as a table's own: rows and controls below it carry it as a prefix. */
function findTable(bytes: Buffer, id: string): (Range & { readonly idAt: number }) | undefined {
  for (let at = bytes.indexOf(id); at >= 0; at = bytes.indexOf(id, at + 1)) {
    const before = bytes.toString('latin1', Math.max(at - 200, 0), at)
    const after = bytes.toString('latin1', at + id.length, at + id.length + 1)
    if (!/^["'\s>]/.test(after) || !/\bid\s*=\s*["']?[\w$-]*$/i.test(before)) continue
    const from = bytes.lastIndexOf('<table', at)
    const to = from < 0 ? -1 : endOfTable(bytes, from)
    return to < 0 ? undefined : { from, to, idAt: at }
  }
  return undefined
}

/** Where the table that begins at `start` ends, found by counting tags; -1 when it is never closed. */
function endOfTable(bytes: Buffer, start: number): number {
  let depth = 0
  let opening = start
  let closing = bytes.indexOf('</table', start)
  while (closing >= 0) {
    while (opening >= 0 && opening < closing) {
      depth += 1
      opening = bytes.indexOf('<table', opening + 1)
    }
    depth -= 1
    if (depth === 0) {
      const end = bytes.indexOf('>', closing)
      return end < 0 ? -1 : end + 1
    }
    closing = bytes.indexOf('</table', closing + 1)
  }
  return -1
}
