import { PageShapeError, PortalErrorPage } from '../../src/model/errors.ts'
import type { Page } from '../../src/scraping/contract.ts'
import {
  cleanText,
  findElement,
  findElements,
  type MarkupNode,
  type MarkupReader,
  parseMarkup,
  parseParts,
  textOf,
  walkMarkup,
} from '../../src/scraping/html.ts'
import { type PageParts, splitPage } from './insite-parts.ts'

/**
 * An InSite page that is no error, with the tables of the named grids cut out.
 *
 * @throws {PortalErrorPage} for the answers that come with status 200 and say that there is nothing:
 * no such client, a page not public, a record deleted, an empty answer, a sign-in.
 */
export function readInSite(page: Page, ...gridNames: readonly string[]): PageParts {
  const parts = splitPage(page, gridNames)
  const { text } = parts
  if (/\/Error\.aspx/i.test(page.finalUrl)) {
    throw new PortalErrorPage(
      'Error.aspx: the page is not available, often not yet public',
      page.url,
    )
  }
  if (page.bytes.length < 2_000) {
    const said = cleanText(textOf(parseMarkup(text)))
    if (said === '') throw new PortalErrorPage('an empty answer', page.url)
    if (/^Invalid parameters/i.test(said)) {
      throw new PortalErrorPage(`${said} (no such tenant, or the page is not public)`, page.url)
    }
  }
  // Some pages let a script say it.
  const goneAt = Buffer.from(page.bytes.buffer, page.bytes.byteOffset, page.bytes.length).indexOf(
    'This record no longer exists',
  )
  if (goneAt >= 0) {
    const said = /^[^<'"]{0,90}/.exec(page.textBetween(goneAt, goneAt + 90))?.[0] ?? ''
    throw new PortalErrorPage(cleanText(said), page.url)
  }
  if (/^\s*[[{]/.test(text)) throw new PageShapeError('a page of HTML, and got JSON,', page.url)
  if (!/ctl00|RadGrid|<table/i.test(text)) {
    const title = cleanText(/<title[^<>]*>([^<]{0,300})/i.exec(text)?.[1] ?? '')
    if (
      /error|cannot be found|denied|forbidden|unavailable|not found|sign ?in|log ?in/i.test(title)
    ) {
      throw new PortalErrorPage(title, page.url)
    }
    throw new PageShapeError('a Legistar page', page.url)
  }
  return parts
}

/** A cell of a grid: its words, and the named controls in it. */
export interface GridCell {
  readonly node: MarkupNode
  /** One line. */
  readonly text: string
  readonly controls: readonly GridControl[]
}

export interface GridControl {
  /** The end of its id, which clients cannot rename: `hypAgenda`. */
  readonly name: string
  readonly node: MarkupNode
  readonly href: string | undefined
}

export interface Grid {
  /** The words of each heading, "" for images. */
  readonly headings: readonly string[]
  /** In page order. Each is read when it is asked for: to be walked once. */
  readonly rows: Iterable<readonly GridCell[]>
  /** Stands behind the rows: those not yet asked for are passed over. */
  readonly pager: GridPager | null
}

/** "Page 1 of 2, items 1 to 100 of 107." */
export interface GridPager {
  readonly page: number
  readonly pages: number
  readonly items: number
  /** Postback targets by the words of their links: "2", "...". */
  readonly targets: Readonly<Record<string, string>>
}

/**
 * The master table of a grid by the name of its control, `gridCalendar`; `undefined` when the page
 * has none. What was cut out is read alone, so that state, scripts and menus cost nothing; a page
 * whose table could not be cut is parsed whole.
 */
export function findGrid(
  { text, tables }: PageParts,
  name: string,
  reader: MarkupReader = 'fast',
): Grid | undefined {
  const cut = tables.get(name)
  if (cut && reader === 'fast') return readGrid(parseParts(cut.map(plain), isPart))
  const id = `${name}_ctl00`
  const markup = cut ?? (text.includes(id) ? [text] : [])
  const isTable = (element: MarkupNode) =>
    element.name === 'table' && (element.attribs?.id ?? '').endsWith(id)
  const table = findElement(parseMarkup(markup.map(plain), reader), isTable)
  return table && readGrid(partsOf(table))
}

/** Without fonts and styles, which are half of a grid's tags and say nothing. */
function plain(markup: string): string {
  return markup.replace(/<\/?font\b[^<>]*>| style="[^"<>]*"/gi, '')
}

const isRow = ({ name, attribs }: MarkupNode) =>
  name === 'tr' && /\b(?:rgRow|rgAltRow)\b/.test(attribs?.class ?? '')

const isHeading = ({ name, attribs }: MarkupNode) =>
  name === 'th' && (attribs?.class ?? '').includes('rgHeader')

const isPart = (element: MarkupNode) => isRow(element) || isHeading(element)

/** The headings and rows of a table that is there as a whole, as `parseParts` gives them up. */
function* partsOf(table: MarkupNode): Generator<MarkupNode, MarkupNode> {
  const parts: MarkupNode[] = []
  walkMarkup(table, (node) => {
    if (!isPart(node)) return true
    parts.push(node)
    return false
  })
  yield* parts
  return table
}

/** Reads up to the first row, and the others as they are asked for. */
function readGrid(parts: Generator<MarkupNode, MarkupNode>): Grid {
  const headings: string[] = []
  let pager: GridPager | null = null
  let next = parts.next()
  for (; !next.done && !isRow(next.value); next = parts.next()) headings.push(headingOf(next.value))

  function* readRows(): Generator<readonly GridCell[]> {
    for (; !next.done; next = parts.next()) {
      // A row may hold a grid of its own; its rows come after it.
      for (const row of isRow(next.value) ? [next.value, ...findElements(next.value, isRow)] : []) {
        const cells = (row.children ?? []).filter(({ name }) => name === 'td').map(readCell)
        if (cells.length > 1) yield cells
      }
    }
    pager = readPager(next.value)
  }
  const rows = readRows()
  return {
    headings,
    rows,
    get pager() {
      while (!rows.next().done);
      return pager
    },
  }
}

/** Headings are text, or buttons whose face is their value. */
function headingOf(heading: MarkupNode): string {
  const text = cleanText(textOf(heading))
  if (text) return text
  const button = findElement(
    heading,
    ({ name, attribs }) => name === 'input' && cleanText(attribs?.value ?? '') !== '',
  )
  return cleanText(button?.attribs?.value ?? '')
}

/** One walk for words and controls: this is where the time of a large grid goes. */
function readCell(cell: MarkupNode): GridCell {
  const controls: GridControl[] = []
  let text = ''
  walkMarkup(cell, (node) => {
    if (node.type === 'text') text += node.data ?? ''
    else if (node.name === 'br') text += ' '
    else if (node.name === 'script' || node.name === 'style') return false
    const id = node.attribs?.id
    if (id !== undefined) {
      controls.push({ name: id.slice(id.lastIndexOf('_') + 1), node, href: node.attribs?.href })
    }
    return node.type !== 'comment'
  })
  return { node: cell, text: cleanText(text), controls }
}

function readPager(table: MarkupNode): GridPager | null {
  const info = findElement(table, ({ attribs }) => (attribs?.class ?? '').includes('rgInfoPart'))
  const said = cleanText(info ? textOf(info) : '').slice(0, 300)
  const [, page, pages, items] =
    /Page (\d+) of (\d+).*?items? \d+ to \d+ of (\d+)/i.exec(said) ?? []
  if (!page || !pages || !items) return null
  const numbers = findElement(table, ({ attribs }) => (attribs?.class ?? '').includes('rgNumPart'))
  const targets: Record<string, string> = {}
  const links = numbers ? findElements(numbers, ({ name }) => name === 'a') : []
  for (const link of links) {
    const target = /__doPostBack\('([^']+)'/.exec(link.attribs?.href ?? '')?.[1]
    // "..." leads on from the last number, and stands before the first one too: the later wins.
    if (target) targets[cleanText(textOf(link))] = target
  }
  return { page: Number(page), pages: Number(pages), items: Number(items), targets }
}

/** The first control of a row by the end of its id. */
export function findControl(cells: readonly GridCell[], name: string): GridControl | undefined {
  for (const cell of cells) {
    for (const control of cell.controls) if (control.name === name) return control
  }
  return undefined
}

/** Cells of a grid that the page's control ids cannot tell apart, by the words of their heading. */
export function columnOf(grid: Grid, heading: RegExp): number {
  return grid.headings.findIndex((words) => heading.test(words))
}
