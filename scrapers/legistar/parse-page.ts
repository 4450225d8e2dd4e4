import { PageShapeError, type Problem } from '../../src/model/errors.ts'
import type { TimeZone } from '../../src/model/ids.ts'
import type { ScrapedMatter } from '../../src/model/matter.ts'
import type { ScrapedMeeting } from '../../src/model/meeting.ts'
import type { Page, PageKind, ParsedPage } from '../../src/scraping/contract.ts'
import { readJson } from '../json.ts'
import { type ListedMeeting, makeMeeting } from '../meeting.ts'
import { parseAttachmentsPage } from './parse-api-attachments.ts'
import { areMinutesFinal, type ParsedEvent, parseEventsPage } from './parse-api-events.ts'
import { parseItemsPage, withMinutes } from './parse-api-items.ts'
import { parseHistoriesPage, parseMattersPage } from './parse-api-matter.ts'
import { parseCalendar } from './parse-calendar.ts'
import { parseFeed } from './parse-feed.ts'
import { parseLegislationDetail } from './parse-legislation-detail.ts'
import { parseMeetingDetail } from './parse-meeting-detail.ts'
import { parseSearch } from './parse-search.ts'

/**
 * Reads one saved page of either interface: answers of the Web API are told from pages of InSite by
 * their address and first character.
 *
 * @throws {PageShapeError} {PortalErrorPage} {UnknownDateError}
 */
export function parseLegistarPage(
  kind: PageKind,
  page: Page,
  timeZone: TimeZone | null,
): ParsedPage {
  if (kind === 'rss') return readFeed(page, timeZone)
  const beginning = page.textBetween(0, 500)
  const isApi =
    /^\s*\ufeff?[[{]/.test(beginning) ||
    /^https?:\/\/webapi\.legistar\.com\//i.test(page.url) ||
    /^\s*(?:<\?xml[^>]*>\s*)?<(?:ArrayOf|Granicus)/.test(beginning)
  return isApi ? readApiPage(kind, page, timeZone) : readInSitePage(kind, page, timeZone)
}

function readApiPage(kind: PageKind, page: Page, timeZone: TimeZone | null): ParsedPage {
  if (kind === 'attachments') return { documents: parseAttachmentsPage(page), problems: [] }
  if (kind === 'matter') return readMatterPage(page)
  if (kind === 'items' && isItemList(page)) {
    const { items, problems } = parseItemsPage(page)
    return { agendaItems: items.map(({ item }) => item), problems }
  }
  const { events, problems } = parseEventsPage(page)
  const meetings = events.map((event) => toMeeting(event, timeZone))
  const inside = events.flatMap(({ nested }) => nested?.problems ?? [])
  return {
    meetings,
    ...(kind === 'items' && { agendaItems: meetings.flatMap(({ agendaItems }) => agendaItems) }),
    problems: [...problems, ...inside],
  }
}

/** Items may come as the API lists them, or inside the event they belong to. */
function isItemList(page: Page): boolean {
  const value = readJson(page)
  const first: unknown = Array.isArray(value) ? value[0] : value
  return !(typeof first === 'object' && first !== null && 'EventDate' in first)
}

function toMeeting({ listed, nested }: ParsedEvent, timeZone: TimeZone | null): ScrapedMeeting {
  const isFinal = areMinutesFinal(listed.minutesStatus)
  const agendaItems = (nested?.items ?? []).map((item) => withMinutes(item, isFinal))
  return makeMeeting(listed, timeZone, { agendaItems })
}

/** `/matters` or `/matters/{id}/histories`: the latter is one matter of which the rest is unknown. */
function readMatterPage(page: Page): ParsedPage {
  const value = readJson(page)
  const first: unknown = Array.isArray(value) ? value[0] : value
  const isHistory = typeof first === 'object' && first !== null && 'MatterHistoryId' in first
  if (!isHistory) return parseMattersPage(page)
  const { history, problems } = parseHistoriesPage(page)
  const matter: ScrapedMatter = {
    upstreamId: /\/matters\/(\d+)/i.exec(page.url)?.[1] ?? '',
    fileNumber: null,
    name: null,
    title: '',
    type: null,
    status: null,
    introducedOn: null,
    sponsors: [],
    text: null,
    sourceUrl: null,
    documents: [],
    history,
  }
  return { matters: [matter], problems }
}

function readInSitePage(kind: PageKind, page: Page, timeZone: TimeZone | null): ParsedPage {
  if (kind === 'calendar') {
    const { rows, upcoming, problems } = parseCalendar(page)
    const left: Problem[] = upcoming.map(({ listed }) => ({
      url: page.url,
      code: 'portal_period',
      message: `Upcoming, outside the period shown: ${listed.date} ${listed.body}`,
    }))
    const meetings = rows.map(({ listed }) => makeMeeting(listed, timeZone))
    return { meetings, problems: [...problems, ...left] }
  }
  if (kind === 'meeting' || kind === 'items') {
    const { listed, items, problems } = parseMeetingDetail(page)
    const agendaItems = items.map(({ item }) => item)
    return { meetings: [makeMeeting(listed, timeZone, { agendaItems })], agendaItems, problems }
  }
  if (kind === 'attachments') {
    return { documents: parseLegislationDetail(page).documents, problems: [] }
  }
  return { matters: readMatters(page), problems: [] }
}

function readMatters(page: Page): readonly ScrapedMatter[] {
  if (/lblFile2|lblTitle2/.test(page.text())) return [parseLegislationDetail(page)]
  return parseSearch(page).matters
}

function readFeed(page: Page, timeZone: TimeZone | null): ParsedPage {
  if (/^\s*[[{]/.test(page.text().slice(0, 100))) throw new PageShapeError('an RSS feed', page.url)
  const { meetings, items, problems } = parseFeed(page)
  const made = meetings.map((listed: ListedMeeting) => makeMeeting(listed, timeZone))
  return { meetings: made, agendaItems: items, problems }
}
