import type { ScrapedDocument } from '../../src/model/document.ts'
import { PageShapeError, type Problem } from '../../src/model/errors.ts'
import type { LocalDate, TimeZone } from '../../src/model/ids.ts'
import { toLocal } from '../../src/model/time.ts'
import type { DateWindow, Page } from '../../src/scraping/contract.ts'
import { cleanText } from '../../src/scraping/html.ts'
import { parseCalendar } from '../../src/scraping/icalendar.ts'
import { fingerprint, type ListedMeeting } from '../meeting.ts'
import { withoutDate } from '../printed-date.ts'
import { isPublicMeeting } from '../public-meeting.ts'
import { fileKind } from '../row-documents.ts'
import { calledOffWords, withoutRemark } from '../title-status.ts'
import { type FeedEntry, plain } from './entry.ts'
import { parseJsonCalendar } from './json-calendars.ts'
import { parseNewsFeed } from './news-feed.ts'
import { daysOf } from './repeat.ts'

export interface FeedMeeting extends ListedMeeting {
  readonly agendaUrl: string | null
}

export interface FeedListing {
  readonly meetings: readonly FeedMeeting[]
  readonly problems: readonly Problem[]
}

/**
 * A feed of any kind: iCalendar, The Events Calendar, Google, Schoolwires, RSS or Atom.
 *
 * @throws {PageShapeError} for anything else.
 */
export function parseFeed(page: Page, timeZone: TimeZone | null, window: DateWindow): FeedListing {
  const text = page.text().replace(/^\ufeff/, '')
  const problems: Problem[] = []
  const entries = readEntries(text, page, timeZone, window, problems)
  const meetings = entries.filter(isMeeting).map((entry) => toMeeting(entry, page))
  return { meetings, problems }
}

function readEntries(
  text: string,
  page: Page,
  timeZone: TimeZone | null,
  window: DateWindow,
  problems: Problem[],
): FeedEntry[] {
  if (/^\s*BEGIN:VCALENDAR/i.test(text)) return readCalendar(text, page, timeZone, window, problems)
  if (/^\s*[[{]/.test(text)) return parseJsonCalendar(page, timeZone, problems)
  if (/<(?:rss|feed|rdf:RDF|channel)[\s>]/i.test(text.slice(0, 3_000))) {
    return parseNewsFeed(page, problems)
  }
  throw new PageShapeError('a calendar or feed (iCalendar, RSS, Atom or JSON)', page.url)
}

function readCalendar(
  text: string,
  page: Page,
  timeZone: TimeZone | null,
  window: DateWindow,
  problems: Problem[],
): FeedEntry[] {
  const { events, unreadable } = parseCalendar(text, timeZone)
  if (unreadable > 0) {
    const message = `${unreadable} events have no day that can be known here`
    problems.push({ url: page.url, code: timeZone ? 'date_unknown' : 'zone_unknown', message })
  }
  const today = toLocal(page.fetchedAt, timeZone ?? ('UTC' as TimeZone)).date
  const replacedBy = new Map<string, Set<LocalDate>>()
  for (const { uid, replaces } of events) {
    if (replaces) replacedBy.set(uid, (replacedBy.get(uid) ?? new Set()).add(replaces))
  }
  const none: ReadonlySet<LocalDate> = new Set()
  return events.flatMap((event) =>
    daysOf(event, window, event.replaces ? none : (replacedBy.get(event.uid) ?? none), today).map(
      (date): FeedEntry => ({
        id:
          event.rule || event.replaces
            ? `${event.uid} ${event.replaces ?? date}`
            : isPlainId(event.uid)
              ? event.uid
              : `${event.summary} ${date} ${event.time ?? ''}`.trim(),
        title: cleanText(event.summary),
        text: plain(event.description),
        location: cleanText(event.location),
        url: /^https?:/i.test(event.url) ? event.url : null,
        date,
        time: event.time ?? '',
        isCancelled: event.status === 'CANCELLED',
        body: null,
      }),
    ),
  )
}

/** Sites hide addresses from mail robots in ids too, differently each time. */
const isPlainId = (uid: string) => uid !== '' && !uid.includes('<')

const isMeeting = ({ title, body }: FeedEntry) =>
  isPublicMeeting(title) || (body !== null && isPublicMeeting(body))

function toMeeting(entry: FeedEntry, page: Page): FeedMeeting {
  const body = withoutRemark(withoutDate(entry.title)) || 'Meeting'
  const documents = documentsIn(entry)
  return {
    upstreamId: entry.id,
    body: entry.body ?? body,
    bodyUpstreamId: null,
    date: entry.date,
    printedTime: entry.time,
    location: entry.location || null,
    // Calendars that have nothing to say repeat the event's address.
    comment: entry.text === entry.url ? null : entry.text.slice(0, 2_000) || null,
    agendaStatus: calledOffWords(entry.title) ?? (entry.isCancelled ? 'Cancelled' : null),
    minutesStatus: null,
    isHidden: false,
    sourceUrl: entry.url ?? page.finalUrl,
    documents,
    listFingerprint: fingerprint([
      entry.title,
      entry.date,
      entry.time,
      entry.location,
      entry.text,
      String(entry.isCancelled),
    ]),
    agendaUrl: documents.find(({ kind }) => kind === 'agenda')?.url ?? null,
  }
}

/** Files that a description names by their address. */
function documentsIn({ text }: FeedEntry): ScrapedDocument[] {
  const urls = text.match(/https?:\/\/[^\s<>"')\]]+/g) ?? []
  return [...new Set(urls)].flatMap((url): ScrapedDocument[] => {
    const kind = /\.(?:pdf|docx?)(?:$|\?)/i.test(url) ? fileKind('', url) : undefined
    return kind ? [{ kind, title: kind, url }] : []
  })
}
