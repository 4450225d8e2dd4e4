import * as z from 'zod'
import { AppError, type Problem, toProblem } from '../src/model/errors.ts'
import type { ScrapedAgendaItem } from '../src/model/meeting.ts'
import type {
  Page,
  PageRecognition,
  Recognition,
  ScrapeContext,
  Scraper,
  ScrapeTarget,
} from '../src/scraping/contract.ts'
import { defineScraper } from '../src/scraping/define-scraper.ts'
import { cutPage, itemsAt } from './agenda-file.ts'
import { type ItemPageShape, parseAsMatter, readItemPages } from './item-page.ts'
import { makeMeeting } from './meeting.ts'
import { meetingFromDetail, readDetailPage, withDetail } from './row-detail.ts'
import { fileAddress } from './row-documents.ts'
import { parseRowList } from './row-list.ts'
import type { RowMeeting, RowShape } from './row-shape.ts'
import { type Listing, mergeListings, readLists, yieldMeetings } from './run.ts'

/** A platform whose portal is lists of rows, and whose agendas are pages or files. */
export interface RowPlatform {
  readonly platform: string
  readonly label: string
  /** Raised when this platform alone is read differently. */
  readonly version?: number
  readonly shape: RowShape
  recognise(url: URL): Recognition | undefined
  recognisePage?(page: Page): PageRecognition | undefined
  /** The lists to read, first to last; the portal's own page unless given. */
  listUrls?(target: Pick<ScrapeTarget, 'portalUrl' | 'address'>, context: ScrapeContext): string[]
  /** True for an address that is itself a list, narrower than the portal's own. */
  isList?(address: string): boolean
  /** Further lists that a page leads to, where the portal's own holds no meeting: a board's each. */
  findLists?(page: Page): readonly string[]
  /** Where the items of a meeting may be, likeliest first; its agenda's file or page unless given. */
  itemsUrls?(meeting: RowMeeting): (string | null)[]
  parseItems?(page: Page): ScrapedAgendaItem[]
  /** Where the files of an item stand on a page of its own. */
  readonly itemPage?: ItemPageShape
  /** A list that is no markup, such as a service's answer; `undefined`: read it as rows. */
  parseList?(page: Page): Listing<RowMeeting> | undefined
}

/** Towns have a dozen boards; more lists than this are an archive. */
const mostLists = 60

/** Pages of items have no form of their own on most platforms: the words, and every file. */
const anyItemPage = (shape: RowShape): ItemPageShape => ({
  frame: shape.frame,
  frameName: shape.frameName,
  keyOf: () => undefined,
  isFile: (url) => fileAddress.test(url),
})

/** Makes an adapter of a platform of rows. */
export function defineRowScraper(platform: RowPlatform): Scraper {
  const { shape } = platform
  const parseItems = (page: Page) => (platform.parseItems ?? cutPage)(page)
  const parse = (page: Page) => platform.parseList?.(page) ?? parseRowList(page, shape)
  const { itemPage = anyItemPage(shape) } = platform
  const itemsUrls = (meeting: RowMeeting) =>
    (platform.itemsUrls?.(meeting) ?? [meeting.agendaUrl]).filter((url) => url !== null)

  return defineScraper({
    platform: platform.platform,
    label: platform.label,
    version: platform.version ?? 3,
    options: z.record(z.string(), z.unknown()),
    recognise: (url) => platform.recognise(url),
    ...(platform.recognisePage && { recognisePage: (page) => platform.recognisePage?.(page) }),

    parsePage(kind, page, timeZone) {
      if (kind === 'items') return { agendaItems: parseItems(page), problems: [] }
      if (kind === 'matter' || kind === 'attachments') return parseAsMatter(kind, page, itemPage)
      if (kind === 'meeting') {
        const meeting = meetingFromDetail(page, shape)
        if (meeting) return { meetings: [makeMeeting(meeting, timeZone)], problems: [] }
        const message = 'The page of a meeting names no day'
        return { problems: [{ url: page.url, code: 'date_unknown', message }] }
      }
      const { meetings, problems } = parse(page)
      return { meetings: meetings.map((meeting) => makeMeeting(meeting, timeZone)), problems }
    },

    async *meetings(target, context) {
      const { portalUrl, address = portalUrl } = target
      const isList = platform.isList?.(address) ?? false
      const isDetail = shape.isDetail?.test(address) ?? false
      if (isDetail) {
        const page = await context.fetcher.get(address)
        const meeting = await context.parsed(page, (one) => meetingFromDetail(one, shape) ?? null)
        if (meeting) {
          yield* readEach([meeting], target, context)
          return
        }
      }
      const urls = isList ? [address] : (platform.listUrls?.(target, context) ?? [portalUrl])
      const others = [portalUrl, address].filter((url) => !urls.includes(url))
      const at = (url: string) => ({ url, parse })
      const listings = await readLists(context, urls.map(at), others.map(at))
      if (platform.findLists && listings.every(({ meetings }) => meetings.length === 0)) {
        listings.push(...(await readLists(context, (await furtherLists(urls, context)).map(at))))
      }
      const wanted = isList ? undefined : shape.keyOf(address)
      const meetings = mergeListings(context, listings).filter(
        ({ upstreamId }) => wanted === undefined || upstreamId === wanted,
      )
      yield* readEach(meetings, target, context)
    },
  })

  /** The portal's pages were read a moment ago: asking again costs it nothing. */
  async function furtherLists(urls: readonly string[], context: ScrapeContext) {
    const found = new Set<string>()
    for (const url of urls) {
      try {
        const page = await context.fetcher.get(url)
        for (const list of platform.findLists?.(page) ?? []) found.add(list)
      } catch (error) {
        // That it cannot be had was told when it was read as a list.
        if (!(error instanceof AppError)) throw error
      }
    }
    return [...found].slice(0, mostLists)
  }

  function readEach(
    meetings: readonly RowMeeting[],
    target: Pick<ScrapeTarget, 'timeZone'>,
    context: ScrapeContext,
  ) {
    return yieldMeetings(meetings, target, context, async (row) => {
      const listed = await detailed(row, context)
      let failure: Problem | undefined
      for (const url of itemsUrls(listed)) {
        try {
          const found = await itemsAt(context, url, parseItems)
          if (found.length === 0) continue
          const details = platform.itemPage
            ? await readItemPages(found, listed, target.timeZone, platform.itemPage, context)
            : { agendaItems: found }
          return { listed, ...details }
        } catch (error) {
          if (!(error instanceof AppError)) throw error
          failure ??= toProblem(error, url)
        }
      }
      if (failure) context.report(failure)
      return { listed, agendaItems: [], areItemsMissing: failure !== undefined }
    })
  }

  /** A row without files may have them on its own page. */
  async function detailed(row: RowMeeting, context: ScrapeContext): Promise<RowMeeting> {
    if (row.detailUrl === null || row.documents.length > 0) return row
    try {
      const page = await context.fetcher.get(row.detailUrl)
      return withDetail(row, await context.parsed(page, (one) => readDetailPage(one, shape)))
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      context.report(toProblem(error, row.detailUrl))
      return row
    }
  }
}
