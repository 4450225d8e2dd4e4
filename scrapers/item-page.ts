import type { ScrapedDocument } from '../src/model/document.ts'
import { AppError, PageShapeError, toProblem } from '../src/model/errors.ts'
import type { TimeZone } from '../src/model/ids.ts'
import type { ScrapedMatter } from '../src/model/matter.ts'
import type { ScrapedAgendaItem } from '../src/model/meeting.ts'
import type { FetchOptions, Page, ParsedPage, ScrapeContext } from '../src/scraping/contract.ts'
import { openCookies } from '../src/scraping/cookies.ts'
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
import { isOver, type MeetingDetails } from './meeting.ts'
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
  /** The report within the words of that element. */
  readonly reportIn?: (words: string) => string
  /** What a page says that has no item. */
  readonly isEmpty?: RegExp
  /** Headings that every such page has, and that name no item. */
  readonly isLabel?: RegExp
  /** Where a file itself is, when its link leads to a page around it. */
  readonly fileAt?: (url: string) => string
  /** The page that gives the session without which some portals of the platform show an empty page. */
  readonly doorOf?: (url: string) => string | undefined
}

/** What an item's own page tells. */
export interface ItemPage {
  readonly title: string
  readonly text: string
  readonly documents: readonly ScrapedDocument[]
}

const isFurniture = ({ name }: MarkupNode) =>
  name !== undefined && /^(?:nav|header|footer|script|style|button|select|title)$/.test(name)

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
  const isHeading = (node: MarkupNode) =>
    /^h[1-4]$/.test(node.name ?? '') && !shape.isLabel?.test(cleanText(textOf(node)))
  const heading = findElement(main, isHeading) ?? findElement(root, isHeading)
  const words = cleanLines(textOf(main, isFurniture))
  const files = findElements(root, ({ name }) => name === 'a').flatMap((link) => {
    const address = addressOf(link, toLink)
    if (!address || !shape.isFile(address)) return []
    const title = cleanText(textOf(link)) || 'Attachment'
    return [{ kind: 'attachment' as const, title, url: shape.fileAt?.(address) ?? address }]
  })
  if (files.length === 0 && shape.isEmpty?.test(words)) {
    throw new PageShapeError(shape.frameName, page.url)
  }
  return {
    title: heading ? cleanText(textOf(heading)) : '',
    text: shape.reportIn?.(words) ?? words,
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
): Promise<Pick<MeetingDetails, 'agendaItems' | 'areItemPagesMissing'>> {
  const hasPage = ({ sourceUrl: url, documents }: ScrapedAgendaItem) =>
    url !== null && shape.keyOf(url) !== undefined && documents.length === 0
  if (isOver(meeting.date, timeZone, context.now)) {
    return { agendaItems: items, areItemPagesMissing: items.some(hasPage) }
  }
  const readPage = openItemPages(shape, context)
  const read: ScrapedAgendaItem[] = []
  let asked = 0
  let failed = 0
  let left = 0
  for (const item of items) {
    const url = item.sourceUrl
    const isWanted = hasPage(item)
    if (url === null || !isWanted || asked >= mostPages || failed >= 3) {
      if (isWanted) left += 1
      read.push(item)
      continue
    }
    asked += 1
    try {
      const { text, documents } = await readPage(url)
      // Where the agenda prints all there is, the report says the same again.
      const report = cleanText(text) === item.title ? '' : text
      read.push({ ...item, documents, text: item.text || report })
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      context.report(toProblem(error, url))
      failed += 1
      read.push(item)
    }
  }
  return { agendaItems: read, areItemPagesMissing: failed + left > 0 }
}

/**
 * Reads such pages, without a session while that does. A portal that gives an empty page then is
 * entered once, as a browser does, and the rest is asked with what it gave.
 */
function openItemPages(shape: ItemPageShape, context: ScrapeContext) {
  let session: FetchOptions | undefined
  const read = async (url: string, options: FetchOptions): Promise<ItemPage> => {
    const page = await context.fetcher.get(url, options)
    return await context.parsed(page, (one) => parseItemPage(one, shape))
  }
  return async (url: string): Promise<ItemPage> => {
    if (session) return await read(url, session)
    try {
      return await read(url, { freshForMs })
    } catch (error) {
      const door = shape.doorOf?.(url)
      if (!(error instanceof PageShapeError) || door === undefined) throw error
      const cookies = openCookies(() => context.now)
      await context.fetcher.get(door, { cookies })
      const within = { cookies, fromPage: door }
      const found = await read(url, within)
      session = within
      return found
    }
  }
}
