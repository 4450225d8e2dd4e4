import type { ScrapedDocument } from '../src/model/document.ts'
import { AppError, PageShapeError, toProblem } from '../src/model/errors.ts'
import type { TimeZone } from '../src/model/ids.ts'
import type { ScrapedMatter } from '../src/model/matter.ts'
import type { ScrapedAgendaItem } from '../src/model/meeting.ts'
import type { Page, ParsedPage, ScrapeContext } from '../src/scraping/contract.ts'
import {
  cleanLines,
  cleanText,
  findElement,
  findElements,
  linkResolver,
  type MarkupNode,
  parseMarkup,
  textOf,
} from '../src/scraping/html.ts'
import { addressOf } from './linked-items.ts'
import { isOver } from './meeting.ts'
import type { RowMeeting } from './row-shape.ts'

/** How a platform shows one item on a page of its own: the staff's report and the files. */
export interface ItemPageShape {
  /** What every such page holds; without it the page is another. */
  readonly frame: RegExp
  readonly frameName: string
  readonly keyOf: (url: string) => string | undefined
  readonly isFile: (url: string) => boolean
  /** The element that holds the report; the page's main part unless found. */
  readonly isReport?: (node: MarkupNode) => boolean
}

/** What an item's own page tells. */
export interface ItemPage {
  readonly title: string
  readonly text: string
  readonly documents: readonly ScrapedDocument[]
}

const isFurniture = ({ name }: MarkupNode) =>
  name !== undefined && /^(?:nav|header|footer|script|style|button|select|title)$/.test(name)
const isHeading = ({ name }: MarkupNode) => /^h[1-4]$/.test(name ?? '')

/** @throws {PageShapeError} */
export function parseItemPage(page: Page, shape: ItemPageShape): ItemPage {
  const markup = page.text()
  if (!shape.frame.test(markup)) throw new PageShapeError(shape.frameName, page.url)
  const root = parseMarkup(markup)
  const toLink = linkResolver(page.finalUrl)
  const main =
    (shape.isReport && findElement(root, shape.isReport)) ??
    findElement(root, ({ name }) => name === 'main') ??
    findElement(root, ({ name }) => name === 'body') ??
    root
  const heading = findElement(main, isHeading) ?? findElement(root, isHeading)
  const files = findElements(root, ({ name }) => name === 'a').flatMap((link) => {
    const url = addressOf(link, toLink)
    if (!url || !shape.isFile(url)) return []
    const title = cleanText(textOf(link)) || 'Attachment'
    return [{ kind: 'attachment' as const, title, url }]
  })
  return {
    title: heading ? cleanText(textOf(heading)) : '',
    text: cleanLines(textOf(main, isFurniture)),
    documents: [...new Map(files.map((file) => [file.url, file])).values()],
  }
}

/** The same as `parse` prints it: one matter, or its files. */
export function parseAsMatter(kind: 'matter' | 'attachments', page: Page, shape: ItemPageShape) {
  const read = parseItemPage(page, shape)
  if (kind === 'attachments') return { documents: read.documents, problems: [] }
  const matter: ScrapedMatter = {
    upstreamId: shape.keyOf(page.url) ?? page.url,
    fileNumber: null,
    name: null,
    title: read.title || (read.text.split('\n')[0] ?? '').slice(0, 300),
    type: null,
    status: null,
    introducedOn: null,
    sponsors: [],
    text: read.text,
    sourceUrl: page.finalUrl,
    documents: read.documents,
    history: [],
  }
  return { matters: [matter], problems: [] } satisfies ParsedPage
}

/** An agenda has some dozens of items; beyond this the portal is spared. */
const mostPages = 80
const freshForMs = 6 * 3_600_000

/**
 * The items of a meeting still to come, each with what its own page tells: the files, and the
 * report where the agenda prints none. Pages that cannot be had are told, and leave the item as it
 * is; after three the rest is left alone.
 */
export async function readItemPages(
  items: readonly ScrapedAgendaItem[],
  meeting: Pick<RowMeeting, 'date'>,
  timeZone: TimeZone | null,
  shape: ItemPageShape,
  context: ScrapeContext,
): Promise<ScrapedAgendaItem[]> {
  if (isOver(meeting.date, timeZone, context.now)) return [...items]
  const read: ScrapedAgendaItem[] = []
  let asked = 0
  let failed = 0
  for (const item of items) {
    const url = item.sourceUrl
    const isWanted = url !== null && shape.keyOf(url) !== undefined && item.documents.length === 0
    if (!isWanted || asked >= mostPages || failed >= 3) {
      read.push(item)
      continue
    }
    asked += 1
    try {
      const page = await context.fetcher.get(url, { freshForMs })
      const { text, documents } = await context.parsed(page, (one) => parseItemPage(one, shape))
      read.push({ ...item, documents, text: item.text || text })
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      context.report(toProblem(error, url))
      failed += 1
      read.push(item)
    }
  }
  return read
}
