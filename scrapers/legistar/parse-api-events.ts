import * as z from 'zod'
import type { ScrapedDocument } from '../../src/model/document.ts'
import { AppError, type Problem, toProblem } from '../../src/model/errors.ts'
import type { Page } from '../../src/scraping/contract.ts'
import { getStampDate } from '../../src/scraping/dates.ts'
import { cleanText, linkTarget, printed } from '../../src/scraping/html.ts'
import { key, optionalKey, parseRows, readRows, rows, text } from '../json.ts'
import { fingerprint, type ListedMeeting } from '../meeting.ts'
import { asRecords, type ParsedItems, parseItemRows } from './parse-api-items.ts'

const eventRow = z.object({
  EventId: key,
  EventBodyId: optionalKey,
  EventBodyName: text,
  EventDate: text,
  EventTime: text,
  EventLocation: text,
  EventComment: text,
  EventAgendaStatusName: text,
  EventMinutesStatusName: text,
  EventAgendaFile: text,
  EventMinutesFile: text,
  EventVideoPath: text,
  EventMedia: text,
  EventInSiteURL: text,
  EventLastModifiedUtc: text,
  EventAgendaLastPublishedUTC: text,
  EventMinutesLastPublishedUTC: text,
  EventItems: rows,
  items: rows,
})

/** One event as the API lists it. */
export interface ParsedEvent {
  readonly listed: ListedMeeting
  /** Items that came with the event; the API itself always sends none in lists. */
  readonly nested: ParsedItems | null
  /** An agenda was published, or its status says that it is final. */
  readonly isPublished: boolean
}

export interface ParsedEvents {
  /** In the portal's order. */
  readonly events: readonly ParsedEvent[]
  /** Ids as they came, repeats included: paging is judged by them. */
  readonly ids: readonly string[]
  readonly problems: readonly Problem[]
}

/**
 * A list of events, or one event alone. A row whose date or shape is unknown becomes a problem;
 * the others go on.
 *
 * @throws {PageShapeError} {PortalErrorPage} when it is no such list.
 */
export function parseEventsPage(page: Page): ParsedEvents {
  const found = readRows(page, 'EventId')
  const { rows: read, problems } = parseRows(found, eventRow, (row) => row.EventId, page.url)
  const events: ParsedEvent[] = []
  const refused: Problem[] = []
  for (const row of read) {
    try {
      events.push(parseEvent(row, page.url))
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      refused.push(toProblem(error, page.url))
    }
  }
  const ids = found.map((row) => String(row.EventId))
  return { events, ids, problems: [...problems, ...refused] }
}

function parseEvent(row: z.infer<typeof eventRow>, url: string): ParsedEvent {
  const inSite = linkTarget(row.EventInSiteURL ?? undefined, url)
  const nested = asRecords(row.items?.length ? row.items : row.EventItems)
  return {
    listed: {
      upstreamId: row.EventId,
      body: cleanText(row.EventBodyName ?? '') || 'Body not named',
      bodyUpstreamId: row.EventBodyId,
      date: getStampDate(row.EventDate, url),
      printedTime: cleanText(row.EventTime ?? ''),
      location: row.EventLocation,
      comment: row.EventComment,
      agendaStatus: printed(row.EventAgendaStatusName),
      minutesStatus: printed(row.EventMinutesStatusName),
      isHidden: false,
      sourceUrl: inSite ?? url,
      documents: documentsOf(row, url),
      listFingerprint: fingerprint([
        row.EventDate,
        row.EventTime,
        row.EventBodyName,
        row.EventLocation,
        row.EventComment,
        row.EventAgendaStatusName,
        row.EventMinutesStatusName,
        row.EventAgendaFile,
        row.EventMinutesFile,
        row.EventVideoPath,
        row.EventMedia,
        row.EventLastModifiedUtc,
        row.EventAgendaLastPublishedUTC,
        row.EventMinutesLastPublishedUTC,
      ]),
    },
    nested: nested.length > 0 ? parseItemRows(nested, url) : null,
    isPublished:
      row.EventAgendaFile !== null ||
      row.EventAgendaLastPublishedUTC !== null ||
      /final|revis|supplement|approved|publish/i.test(row.EventAgendaStatusName ?? ''),
  }
}

/** Notes and actions typed into minutes can be read in the API before anybody has approved them. */
export function areMinutesFinal(minutesStatus: string | null): boolean {
  return (
    /final|approved|adopted|publish/i.test(minutesStatus ?? '') &&
    !/not|un|draft/i.test(minutesStatus ?? '')
  )
}

function documentsOf(row: z.infer<typeof eventRow>, url: string): readonly ScrapedDocument[] {
  // A bare number in EventMedia is a clip id of another system; only an address is a document.
  const links = [
    ['agenda', 'Agenda', row.EventAgendaFile],
    ['minutes', 'Minutes', row.EventMinutesFile],
    ['video', 'Video', row.EventVideoPath],
    ['video', 'Video', row.EventMedia],
  ] as const
  const documents = links.flatMap(([kind, title, href]) => {
    const target = href && /^https?:/i.test(href) ? linkTarget(href, url) : undefined
    return target ? [{ kind, title, url: target }] : []
  })
  return documents.filter(
    (document, at) => documents.findIndex((other) => other.url === document.url) === at,
  )
}
