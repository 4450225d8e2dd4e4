import * as z from 'zod'
import type { ScrapedDocument } from '../../src/model/document.ts'
import { type Problem, toProblem, UnknownDateError } from '../../src/model/errors.ts'
import { findLocalDate, findLocalTime } from '../../src/model/ids.ts'
import type { Page } from '../../src/scraping/contract.ts'
import { cleanLines, cleanText, linkTarget, parseMarkup, textOf } from '../../src/scraping/html.ts'
import { flag, key, optionalKey, parseRows, readJson, readRows, text } from '../json.ts'
import { documentKind, fingerprint, type ListedMeeting } from '../meeting.ts'
import type { Listing } from '../run.ts'
import { calledOffWords } from '../title-status.ts'

/** An event of the calendar, and where its agenda is. */
export interface CivicClerkMeeting extends ListedMeeting {
  /** What the items are asked by; not the event's own id. `null`: no agenda yet. */
  readonly agendaId: string | null
  readonly agendaFileUrl: string | null
  /** The former product's page around the agenda. */
  readonly frameUrl?: string
}

export interface EventsPage extends Listing<CivicClerkMeeting> {
  readonly nextUrl: string | null
}

const fileRow = z.object({ fileId: key, type: text, name: text, publishOn: text.catch(null) })
type FileRow = z.infer<typeof fileRow>

const place = z.object({
  address1: text,
  address2: text,
  city: text,
  state: text,
  zipCode: text,
})

const eventRow = z.object({
  id: key,
  eventName: text,
  eventDescription: text,
  startDateTime: text,
  eventDate: text,
  categoryName: text,
  eventCategoryName: text,
  categoryId: optionalKey,
  agendaId: optionalKey,
  agendaName: text,
  eventLocation: place.nullish().catch(null),
  publishedFiles: z.array(fileRow).nullish().catch(null),
  externalMediaUrl: text,
  youtubeVideoId: text,
  mediaStreamPath: text,
  eventNotice: text,
  isDeleted: flag,
  isPublished: z.unknown(),
})
type EventRow = z.infer<typeof eventRow>

/**
 * A list of events, or one event.
 *
 * @throws {PageShapeError} {PortalErrorPage}
 */
export function parseEvents(page: Page): EventsPage {
  const { rows, problems } = parseRows(readRows(page, 'id'), eventRow, ({ id }) => id, page.url)
  const told: Problem[] = [...problems]
  const meetings: CivicClerkMeeting[] = []
  for (const row of rows) {
    if (row.isDeleted) continue
    try {
      meetings.push(toMeeting(row, page))
    } catch (error) {
      if (!(error instanceof UnknownDateError)) throw error
      told.push(toProblem(error, page.url))
    }
  }
  return { meetings, problems: told, nextUrl: nextOf(page) }
}

function nextOf(page: Page): string | null {
  const envelope = z.object({ '@odata.nextLink': z.string() }).safeParse(readJson(page))
  if (!envelope.success) return null
  const url = linkTarget(envelope.data['@odata.nextLink'], page.finalUrl)
  // Only this API's own further pages are followed.
  return url && new URL(url).origin === new URL(page.finalUrl).origin ? url : null
}

/** @throws {UnknownDateError} */
function toMeeting(row: EventRow, page: Page): CivicClerkMeeting {
  const stamp = row.startDateTime ?? row.eventDate ?? ''
  // It ends in Z and is the local wall clock all the same: seen in every tenant.
  const [, day = '', clock = ''] = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/.exec(stamp) ?? []
  const date = findLocalDate(day)
  if (!date || day.startsWith('1900') || day.startsWith('0001')) {
    throw new UnknownDateError(stamp, page.url)
  }
  const name = cleanText(row.eventName ?? row.agendaName ?? '')
  const body = cleanText(row.categoryName ?? row.eventCategoryName ?? '') || name || 'Meeting'
  const api = new URL('/v1/', page.finalUrl).href
  const published = row.publishedFiles ?? []
  const files = published.map((file) => toDocument(file, api))
  const notice = files.find(({ kind, title }) => kind === 'notice' && calledOffWords(title))
  const agendaId = row.agendaId === '0' ? null : row.agendaId
  const documents = [...files, ...videoOf(row)]
  const location = placeOf(row)
  const description = wordsOf(row.eventDescription)
  const remarks = [name, description, wordsOf(row.eventNotice)]
  return {
    upstreamId: row.id,
    body,
    bodyUpstreamId: row.categoryId,
    date,
    // Midnight stands for no time.
    printedTime: clock === '00:00' ? '' : (findLocalTime(clock) ?? ''),
    location,
    comment:
      [...new Set(remarks)].filter((part) => part !== '' && part !== body).join('\n') || null,
    agendaStatus: calledOffWords(name) ?? notice?.title ?? null,
    minutesStatus: null,
    isHidden: typeof row.isPublished === 'string' && !/^published$/i.test(row.isPublished),
    sourceUrl: page.finalUrl.replace(
      /^https?:\/\/([\w-]+)\.api\.civicclerk\.com\/.*$/s,
      `https://$1.portal.civicclerk.com/event/${row.id}/files`,
    ),
    documents,
    listFingerprint: fingerprint([
      name,
      stamp,
      agendaId,
      location,
      ...documents.map(({ title, url }) => `${title} ${url}`),
    ]),
    agendaId,
    agendaFileUrl: findAgendaFile(published, api),
  }
}

/** Amended agendas are published beside the first: the newest counts; packets hold the agenda too. */
function findAgendaFile(files: readonly FileRow[], api: string): string | null {
  for (const wanted of ['agenda', 'packet'] as const) {
    const newest = files
      .filter((file) => kindOf(file) === wanted)
      .sort((one, other) => (other.publishOn ?? '').localeCompare(one.publishOn ?? ''))[0]
    if (newest) return toDocument(newest, api).url
  }
  return null
}

/** Descriptions are written in an editor: with markup in some tenants. */
const wordsOf = (written: string | null) =>
  cleanLines(
    /<[a-z/]/i.test(written ?? '') ? textOf(parseMarkup(written ?? '')) : (written ?? ''),
  ).slice(0, 5_000)

const fileKinds: Readonly<Record<string, ScrapedDocument['kind']>> = {
  agenda: 'agenda',
  'agenda packet': 'packet',
  minutes: 'minutes',
  notice: 'notice',
}

const kindOf = ({ type }: Pick<FileRow, 'type'>) =>
  fileKinds[(type ?? '').toLowerCase()] ?? documentKind(type ?? '')

/** The `url` of a file leads nowhere: its address is made of its number. */
function toDocument({ fileId, type, name }: FileRow, api: string): ScrapedDocument {
  return {
    kind: kindOf({ type }),
    title: cleanText(name ?? type ?? '') || 'Document',
    url: `${api}Meetings/GetMeetingFileStream(fileId=${encodeURIComponent(fileId)},plainText=false)`,
  }
}

function videoOf(row: EventRow): ScrapedDocument[] {
  const written = [
    row.externalMediaUrl,
    row.youtubeVideoId &&
      `https://www.youtube.com/watch?v=${encodeURIComponent(row.youtubeVideoId)}`,
    row.mediaStreamPath,
  ].find((url) => /^https?:\/\//i.test(url ?? ''))
  const url = linkTarget(written ?? undefined, 'https://address.invalid/')
  return url ? [{ kind: 'video', title: 'Video', url }] : []
}

function placeOf({ eventLocation }: EventRow): string | null {
  if (!eventLocation) return null
  const { address1, address2, city, state, zipCode } = eventLocation
  const parts = [address1, address2, city, state, zipCode].map((part) => cleanText(part ?? ''))
  // Clerks write the street into both lines.
  return [...new Set(parts)].filter((part) => part !== '').join(', ') || null
}
