import type { AgendaLine } from './lines.ts'
import { readMark } from './marks.ts'
import { label } from './phrases.ts'

/** How many lines of a page's head and foot may be its frame. */
const headLines = 8
const footLines = 5

const pageNumber =
  /^(?:[-–—] ?\d{1,4} ?[-–—]|(?:page|pg\.?|p[aá]gina) ?\d{1,4}(?: ?(?:of|\/|de) ?\d{1,4})?|\d{1,4} (?:of|\/) \d{1,4}(?: \d{1,2}\/\d{1,2}\/\d{2,4}, .{0,12})?)$/i
const bareNumber = /^\d{1,4}$/

/**
 * The lines without what frames pages: page numbers, and heads and feet that stand on more than
 * one page.
 */
export function withoutFurniture(lines: readonly AgendaLine[]): AgendaLine[] {
  const pages = new Map<number, AgendaLine[]>()
  for (const line of lines) {
    const page = pages.get(line.page) ?? []
    page.push(line)
    pages.set(line.page, page)
  }
  const repeated = findRepeated([...pages.values()])
  const hasPages = pages.size > 1
  const isFrame = ({ text }: AgendaLine, isEdge: boolean): boolean =>
    pageNumber.test(text) ||
    (isEdge && bareNumber.test(text)) ||
    (repeated.has(frameKey(text)) && !label.test(text) && !isMarked(text))
  return [...pages.values()].flatMap((page) => {
    if (!hasPages) return page.filter(({ text }) => !pageNumber.test(text))
    const from = edgeOf(page, isFrame)
    const to = page.length - edgeOf(page.slice(from).reverse(), isFrame)
    return page.slice(from, to).filter(({ text }) => !pageNumber.test(text))
  })
}

/** How many lines from the start on are frame. */
function edgeOf(
  page: readonly AgendaLine[],
  isFrame: (line: AgendaLine, isEdge: boolean) => boolean,
): number {
  let edge = 0
  for (let at = 0; at < Math.min(page.length, headLines); at += 1) {
    const line = page[at]
    if (!line || !isFrame(line, at === edge)) break
    edge = at + 1
  }
  return edge
}

/** What stands in the frame of two pages or more, and of a fifth of them. */
function findRepeated(pages: readonly (readonly AgendaLine[])[]): Set<string> {
  const counts = new Map<string, number>()
  for (const page of pages) {
    const frame = new Set(
      page
        .filter((_, at) => at < headLines || at >= page.length - footLines)
        .map(({ text }) => frameKey(text)),
    )
    for (const key of frame) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const least = Math.max(2, pages.length / 5)
  return new Set([...counts].filter(([, count]) => count >= least).map(([key]) => key))
}

/** Lines that differ only in the page's number are the same. */
function frameKey(text: string): string {
  return /\bpage\b|\bprinted\b|\d of \d/i.test(text) ? text.replace(/\d+/g, '#') : text
}

/** An item may be printed on two pages of a packet; it frames neither. */
function isMarked(text: string): boolean {
  const mark = readMark(text)
  return mark !== undefined && !mark.isBare
}
