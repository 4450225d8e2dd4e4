import { PageShapeError } from '../../src/model/errors.ts'
import type { ScrapedMatter } from '../../src/model/matter.ts'
import { findUsDate } from '../../src/model/written-date.ts'
import type { Page } from '../../src/scraping/contract.ts'
import {
  cleanText,
  findElements,
  linkTarget,
  type MarkupNode,
  type MarkupReader,
  parseMarkup,
  printed,
  textOf,
} from '../../src/scraping/html.ts'
import { findGrid, type GridPager, readInSite } from './insite-page.ts'

export interface ParsedSearch {
  readonly matters: readonly ScrapedMatter[]
  readonly headings: readonly string[]
  readonly pager: GridPager | null
}

interface SearchRow {
  readonly texts: readonly string[]
  readonly href: string | undefined
}

/**
 * Results of Legislation.aspx, or their "Export to Excel", which is the same table without links
 * and pages. In page order.
 *
 * @throws {PageShapeError} {PortalErrorPage} when there is no such table.
 */
export function parseSearch(page: Page, reader: MarkupReader = 'fast'): ParsedSearch {
  const parts = readInSite(page, 'gridMain')
  const grid = findGrid(parts, 'gridMain', reader)
  const found = Array.from(
    grid?.rows ?? [],
    (cells): SearchRow => ({
      texts: cells.map(({ text }) => text),
      href: cells[0]?.controls.find(({ name }) => name === 'hypFile')?.href,
    }),
  )
  const { headings, rows } =
    grid && found.length > 0
      ? { headings: grid.headings, rows: found }
      : readPlainTable(parseMarkup(page.text(), reader))
  const column = (heading: RegExp) => headings.findIndex((words) => heading.test(words))
  const columns = {
    file: column(/^(?:file|record) ?(?:#|no|number)/i),
    name: column(/^name$/i),
    type: column(/type$/i),
    status: column(/^status$/i),
    created: column(/(?:file )?created|introduced|intro/i),
    title: column(/title/i),
  }
  if (columns.file < 0 || columns.title < 0) throw new PageShapeError('a list of files', page.url)
  const matters = rows.map(({ texts, href }): ScrapedMatter => {
    const sourceUrl = linkTarget(href, page.finalUrl) ?? null
    const name = printed(texts[columns.name])
    return {
      upstreamId: /[?&]ID=(\d+)/i.exec(sourceUrl ?? '')?.[1] ?? '',
      fileNumber: printed(texts[columns.file]),
      name,
      title: printed(texts[columns.title]) ?? name ?? '',
      type: printed(texts[columns.type]),
      status: printed(texts[columns.status]),
      introducedOn: findUsDate(texts[columns.created] ?? '') ?? null,
      sponsors: [],
      text: null,
      sourceUrl,
      documents: [],
      history: [],
    }
  })
  return { matters, headings, pager: grid?.pager ?? null }
}

function readPlainTable(root: MarkupNode): { headings: string[]; rows: SearchRow[] } {
  const headings = findElements(root, ({ name }) => name === 'th').map((th) =>
    cleanText(textOf(th)),
  )
  const rows = findElements(root, ({ name }) => name === 'tr').flatMap((tr): SearchRow[] => {
    const cells = (tr.children ?? []).filter(({ name }) => name === 'td')
    if (cells.length !== headings.length) return []
    return [{ texts: cells.map((cell) => cleanText(textOf(cell))), href: undefined }]
  })
  return { headings, rows }
}
