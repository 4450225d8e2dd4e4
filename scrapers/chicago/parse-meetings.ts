import * as z from 'zod'
import type { ScrapedDocument } from '../../src/model/document.ts'
import {
  PageShapeError,
  type Problem,
  toProblem,
  UnknownDateError,
} from '../../src/model/errors.ts'
import type { TimeZone } from '../../src/model/ids.ts'
import { toLocal } from '../../src/model/time.ts'
import type { Page } from '../../src/scraping/contract.ts'
import { cleanLines, cleanText, linkTarget } from '../../src/scraping/html.ts'
import { key, optionalKey, order, parseRows, readJson, text } from '../json.ts'
import { documentKind, fingerprint, type ListedMeeting } from '../meeting.ts'
import type { Listing } from '../run.ts'

/** The clerk's service is one city's: its instants are told on that city's clock. */
export const chicagoZone = 'America/Chicago' as TimeZone

export interface ChicagoMeeting extends ListedMeeting {
  readonly agendaUrl: string | null
}

export interface ChicagoPage extends Listing<ChicagoMeeting> {
  /** Rows that the service has for the question asked; `null` where it does not say. */
  readonly total: number | null
}

const file = z.object({ path: text, fileName: text, attachmentType: text, sort: order.catch(null) })

/** One address, several, or "". */
const links = z
  .union([z.string(), z.array(z.string())])
  .nullish()
  .transform((value) => [value ?? []].flat().filter((link) => link !== ''))
  .catch([])

const row = z.object({
  meetingId: key,
  status: text,
  bodyId: optionalKey,
  body: text,
  comment: text,
  location: text,
  videoLink: links,
  transcriptLink: links,
  date: text,
  files: z
    .array(file)
    .nullish()
    .transform((files) => files ?? [])
    .catch([]),
})
type Row = z.infer<typeof row>

const answer = z.object({
  data: z.array(z.record(z.string(), z.unknown())),
  meta: z.object({ count: z.number() }).optional().catch(undefined),
})

/**
 * `/meeting-agenda` and `/meeting`: a list of meetings, or one meeting alone.
 *
 * @throws {PageShapeError} {PortalErrorPage}
 */
export function parseChicagoMeetings(page: Page): ChicagoPage {
  const value = readJson(page)
  const list = answer.safeParse(value)
  const single = z.record(z.string(), z.unknown()).safeParse(value)
  const isSingle = single.success && 'meetingId' in single.data
  if (!list.success && !isSingle) throw new PageShapeError('a list of meetings ("data")', page.url)
  const found = list.success ? list.data.data : single.success ? [single.data] : []
  const { rows, problems } = parseRows(found, row, ({ meetingId }) => meetingId, page.url)
  const told: Problem[] = [...problems]
  const meetings: ChicagoMeeting[] = []
  for (const one of rows) {
    try {
      meetings.push(toMeeting(one, page))
    } catch (error) {
      if (!(error instanceof UnknownDateError)) throw error
      told.push(toProblem(error, page.url))
    }
  }
  return { meetings, problems: told, total: list.success ? (list.data.meta?.count ?? null) : null }
}

const instantForm = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/

/** @throws {UnknownDateError} */
function toMeeting(one: Row, page: Page): ChicagoMeeting {
  const stamp = one.date ?? ''
  const instant = instantForm.test(stamp) ? new Date(stamp) : undefined
  if (!instant || Number.isNaN(instant.getTime())) throw new UnknownDateError(stamp, page.url)
  const { date, time } = toLocal(instant, chicagoZone)
  const documents = [...filesOf(one), ...recordingsOf(one)]
  const agenda = documents.find(({ kind }) => kind === 'agenda')
  return {
    upstreamId: one.meetingId,
    body: cleanText(one.body ?? '') || 'Meeting',
    bodyUpstreamId: one.bodyId,
    date,
    printedTime: time,
    location: one.location ? cleanText(one.location) : null,
    comment: cleanLines(one.comment ?? '') || null,
    agendaStatus: one.status,
    minutesStatus: null,
    isHidden: false,
    sourceUrl: `https://chicityclerkelms.chicago.gov/Meeting/?meetingId=${encodeURIComponent(one.meetingId)}`,
    documents,
    listFingerprint: fingerprint([
      one.body,
      stamp,
      one.status,
      one.location,
      one.comment,
      ...documents.map(({ title, url }) => `${title} ${url}`),
    ]),
    agendaUrl: agenda?.url ?? null,
  }
}

function filesOf({ files }: Row): ScrapedDocument[] {
  return files
    .toSorted((one, other) => (one.sort ?? 0) - (other.sort ?? 0))
    .flatMap(({ path, fileName, attachmentType }) => {
      const url = linkTarget(path ?? undefined, 'https://chicityclerkelms.chicago.gov/')
      const title = cleanText(fileName ?? attachmentType ?? '') || 'Document'
      return url ? [{ kind: documentKind(attachmentType ?? ''), title, url }] : []
    })
}

function recordingsOf({ videoLink, transcriptLink }: Row): ScrapedDocument[] {
  const to = (kind: 'video' | 'captions', title: string) => (link: string) => {
    const url = linkTarget(link, 'https://chicityclerkelms.chicago.gov/')
    return url ? [{ kind, title, url }] : []
  }
  return [
    ...videoLink.flatMap(to('video', 'Video')),
    ...transcriptLink.flatMap(to('captions', 'Transcript')),
  ]
}
