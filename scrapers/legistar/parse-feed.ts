import {
  AppError,
  PageShapeError,
  PortalErrorPage,
  type Problem,
  toProblem,
} from '../../src/model/errors.ts'
import type { ScrapedAgendaItem } from '../../src/model/meeting.ts'
import type { Page } from '../../src/scraping/contract.ts'
import { getUsDate } from '../../src/scraping/dates.ts'
import {
  cleanText,
  findElement,
  findElements,
  linkTarget,
  type MarkupNode,
  parseMarkup,
  parseXml,
  textOf,
} from '../../src/scraping/html.ts'
import { fingerprint, type ListedMeeting } from '../meeting.ts'
import { meetingGuid } from './parse-calendar.ts'

export interface ParsedFeed {
  /** Entries that name a meeting: "City Council - 9/12/2026 - 1:30 PM". */
  readonly meetings: readonly ListedMeeting[]
  /** Entries of a meeting's or a file's own feed, which are no meetings. */
  readonly items: readonly ScrapedAgendaItem[]
  readonly problems: readonly Problem[]
}

/**
 * Feed.ashx, RSS 2.0: of the calendar (`M=Calendar`), of one meeting (`M=CalendarDetail`), of a
 * search or one file (`M=L`, `M=LD`). Written from the addresses and titles that pages show of it;
 * no feed body was at hand when this was written.
 *
 * @throws {PageShapeError} {PortalErrorPage} when it is no feed.
 */
export function parseFeed(page: Page): ParsedFeed {
  const body = page
    .text()
    .replace(/^\ufeff/, '')
    .trim()
  const root = body.startsWith('<') ? parseXml(body) : undefined
  const channel = root && findElement(root, ({ name }) => name === 'channel' || name === 'feed')
  if (!channel) {
    const said = cleanText(textOf(parseMarkup(body.slice(0, 5_000))))
    if (/invalid parameters|error|no longer exists/i.test(said))
      throw new PortalErrorPage(said, page.url)
    throw new PageShapeError('an RSS feed', page.url)
  }
  const meetings: ListedMeeting[] = []
  const items: ScrapedAgendaItem[] = []
  const problems: Problem[] = []
  const isCalendar = /[?&]M=Calendar(?:&|$)/i.test(page.url)
  for (const entry of findElements(channel, ({ name }) => name === 'item' || name === 'entry')) {
    try {
      const meeting = parseMeetingEntry(entry, page, isCalendar)
      if (meeting) meetings.push(meeting)
      else items.push(...parseItemEntry(entry, page, items.length))
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      problems.push(toProblem(error, page.url))
    }
  }
  const ids = meetings.map(({ upstreamId }) => upstreamId)
  return {
    meetings: meetings.filter((_, at) => ids.indexOf(ids[at] ?? '') === at),
    items,
    problems,
  }
}

const child = (entry: MarkupNode, name: string) =>
  (entry.children ?? []).find((node) => node.name === name)

const childText = (entry: MarkupNode, name: string) => {
  const node = child(entry, name)
  return node ? cleanText(textOf(node)) : ''
}

const linkOf = (entry: MarkupNode, page: Page) =>
  linkTarget(childText(entry, 'link') || child(entry, 'link')?.attribs?.href, page.finalUrl)

/** `undefined`: the entry names no day, and its feed is not a calendar. */
function parseMeetingEntry(
  entry: MarkupNode,
  page: Page,
  isCalendar: boolean,
): ListedMeeting | undefined {
  const title = childText(entry, 'title')
  const [, body, day, time = ''] =
    /^(.*?) - (\d[^ ]*\/[^ ]*)(?: - (.*))?$/.exec(title.slice(0, 500)) ?? []
  if (body === undefined || day === undefined) {
    if (isCalendar) throw new PageShapeError(`a title with a date ("${title}")`, page.url)
    return undefined
  }
  const link = linkOf(entry, page)
  const date = getUsDate(day, page.url)
  const guid = (link && meetingGuid(link)) ?? childText(entry, 'guid').toLowerCase()
  return {
    upstreamId: guid || `row-${fingerprint([body, date, time])}`,
    body,
    bodyUpstreamId: null,
    date,
    printedTime: cleanText(time),
    location: null,
    comment: cleanText(textOf(parseMarkup(childText(entry, 'description')))) || null,
    agendaStatus: null,
    minutesStatus: null,
    isHidden: false,
    sourceUrl: link ?? page.finalUrl,
    documents: [],
    listFingerprint: fingerprint([title, link, childText(entry, 'pubDate')]),
  }
}

function parseItemEntry(entry: MarkupNode, page: Page, position: number): ScrapedAgendaItem[] {
  const title = childText(entry, 'title')
  const about = cleanText(textOf(parseMarkup(childText(entry, 'description'))))
  const words = about || title
  if (!words) return []
  const sourceUrl = linkOf(entry, page) ?? null
  return [
    {
      upstreamId: childText(entry, 'guid') || null,
      position,
      number: null,
      title: words,
      fileNumber: /^[\w.-]*\d[\w.-]*$/.test(title) ? title : null,
      consent: null,
      section: null,
      isHeading: false,
      text: about && title !== about ? title : '',
      matterUpstreamId: /[?&]ID=(\d+)/i.exec(sourceUrl ?? '')?.[1] ?? null,
      matterType: childText(entry, 'category') || null,
      matterStatus: null,
      sourceUrl,
      documents: [],
      action: null,
      result: null,
      mover: null,
      seconder: null,
      votes: [],
      rollCall: [],
      matter: null,
    },
  ]
}
