import type { AgendaPage } from '../model/agenda-text.ts'

/** One printed line, trimmed, its white space made single; never empty. */
export interface AgendaLine {
  /** From 1. */
  readonly page: number
  readonly text: string
  /** How many characters the line is set in from its page's left edge; 0 where the reader trims. */
  readonly indent: number
}

const rule = /^[\s_=*~.·•–—-]+$/

/** The lines of every page in reading order; rules drawn with characters are left out. */
export function readLines(pages: readonly AgendaPage[]): AgendaLine[] {
  const lines: AgendaLine[] = []
  for (const { page, text } of pages) {
    for (const raw of (text ?? '').split(/\r\n|[\r\n\f\v\u2028\u2029]/)) {
      const clean = cleanLine(raw)
      if (clean === '' || rule.test(clean)) continue
      lines.push({ page, text: clean, indent: raw.length - raw.trimStart().length })
    }
  }
  return lines
}

/** White space of every kind becomes one space; controls and soft hyphens go. */
function cleanLine(raw: string): string {
  return raw
    .replace(/[\p{Cc}\u00ad\u200b-\u200f\ufeff]/gu, (sign) => (sign === '\t' ? ' ' : ''))
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()
}

/** Roughly how wide a line is printed, a small letter being 1: capitals take more room. */
export function breadthOf(text: string): number {
  let breadth = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === 32 || code === 46 || code === 44) breadth += 0.55
    else if (code >= 65 && code <= 90) breadth += 1.35
    else breadth += 1
  }
  return breadth
}

/** Above this a line is a paragraph of a page without line ends, not a printed line. */
const printedLine = 190
/** Below this the lines are cells of a table: no page is printed so narrow. */
const narrowest = 55

/**
 * How full a line is with the first word of the next: 1 and more where the page had no room for it.
 * On pages whose lines are paragraphs none goes on, and all are 0.
 */
export interface Wrapping {
  fullness(line: AgendaLine, next: AgendaLine): number
}

/** Learns the width of every page from its lines. */
export function learnWrapping(lines: readonly AgendaLine[]): Wrapping {
  const byPage = new Map<number, number[]>()
  const all: number[] = []
  for (const line of lines) {
    const breadth = breadthOf(line.text) + line.indent * 0.7
    const page = byPage.get(line.page) ?? []
    page.push(breadth)
    byPage.set(line.page, page)
    all.push(breadth)
  }
  const whole = widthOf(all)
  const widths = new Map<number, number>()
  for (const [page, breadths] of byPage) {
    widths.set(page, breadths.length < 8 ? whole : Math.max(widthOf(breadths), whole * 0.75))
  }
  return {
    fullness(line, next) {
      if (whole > printedLine || whole < narrowest) return 0
      const [word = ''] = next.text.split(' ', 1)
      const needed = breadthOf(line.text) + line.indent * 0.7 + 0.55 + breadthOf(word)
      return needed / (widths.get(line.page) ?? whole)
    },
  }
}

/** The breadth that one line in twenty passes; the longest where paragraphs show. */
function widthOf(breadths: readonly number[]): number {
  const sorted = [...breadths].sort((a, b) => a - b)
  const longest = sorted.at(-1) ?? 0
  return longest > printedLine ? longest : (sorted[Math.floor(sorted.length * 0.95)] ?? longest)
}

/**
 * The letters are capitals, but for a few ("McSWEENEY") and what stands in brackets: how agendas
 * print headings.
 */
export function isCapitals(text: string): boolean {
  const bracket = text.indexOf('(')
  const bare = bracket > 3 ? text.slice(0, bracket) : text
  const large = bare.match(/\p{Lu}/gu)?.length ?? 0
  const small = bare.match(/\p{Ll}/gu)?.length ?? 0
  return large >= 2 && small <= large / 8
}
