import * as z from 'zod'
import type { ScrapedDocument } from '../../src/model/document.ts'
import {
  PageShapeError,
  type Problem,
  toProblem,
  UnknownDateError,
} from '../../src/model/errors.ts'
import { findLocalDate, type TimeZone } from '../../src/model/ids.ts'
import type { Page } from '../../src/scraping/contract.ts'
import { cleanLines, cleanText, linkTarget } from '../../src/scraping/html.ts'
import { flag, optionalKey, parseRows, readJson, text } from '../json.ts'
import { fingerprint, type ListedMeeting } from '../meeting.ts'
import type { Listing } from '../run.ts'

export const lims = 'https://lims.minneapolismn.gov'
/** The system is one city's: its hours are told on that city's clock. */
export const minneapolisZone = 'America/Chicago' as TimeZone

export interface MinneapolisMeeting extends ListedMeeting {
  /** The page with the items; `null` while there is no agenda. */
  readonly agendaPageUrl: string | null
}

const row = z.object({
  committeeName: text,
  committeeType: text.catch(null),
  committeeId: optionalKey.catch(null),
  abbreviation: text.catch(null),
  description: text.catch(null),
  meetingTime: text,
  location: text.catch(null),
  address: text.catch(null),
  cancelled: flag.catch(false),
  agendaId: optionalKey.catch(null),
  agendaStatus: text.catch(null),
  agendaPdf: text.catch(null),
  mainVideoURL: text.catch(null),
  committeeReportDocument: text.catch(null),
  committeeReportDocumentId: optionalKey.catch(null),
})
type Row = z.infer<typeof row>

const record = z.record(z.string(), z.unknown())
const list = z.array(record)
const paged = z.object({ data: list })

/** The calendar writes `CommitteeName`, the lists of meetings `committeeName`. */
const inOneCase = (found: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(found).map(([name, value]) => [
      name.charAt(0).toLowerCase() + name.slice(1),
      value,
    ]),
  )

/**
 * The calendar (`/Calendar/GetCalenderList`), or a list of meetings (`…PagedList`).
 *
 * @throws {PageShapeError} {PortalErrorPage}
 */
export function parseMinneapolisMeetings(page: Page): Listing<MinneapolisMeeting> {
  const value = readJson(page)
  const found = list.safeParse(value).data ?? paged.safeParse(value).data?.data
  if (!found) throw new PageShapeError('a list of meetings with MeetingTime', page.url)
  const { rows, problems } = parseRows(found.map(inOneCase), row, () => null, page.url)
  const told: Problem[] = [...problems]
  const meetings: MinneapolisMeeting[] = []
  const ordinals = new Map<string, number>()
  for (const one of rows) {
    try {
      const meeting = toMeeting(one, page)
      // A body that meets twice on one day: the ids of agendas come too late to tell meetings apart.
      const ordinal = (ordinals.get(meeting.upstreamId) ?? 0) + 1
      ordinals.set(meeting.upstreamId, ordinal)
      const upstreamId = ordinal > 1 ? `${meeting.upstreamId}/${ordinal}` : meeting.upstreamId
      meetings.push({ ...meeting, upstreamId })
    } catch (error) {
      if (!(error instanceof UnknownDateError)) throw error
      told.push(toProblem(error, page.url))
    }
  }
  return { meetings, problems: told }
}

/** @throws {UnknownDateError} */
function toMeeting(one: Row, page: Page): MinneapolisMeeting {
  const stamp = one.meetingTime ?? ''
  // A wall clock without a zone: the city's own.
  const [, day = '', time = ''] =
    /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?$/.exec(stamp) ?? []
  const date = findLocalDate(day)
  if (!date) throw new UnknownDateError(stamp, page.url)
  const body = cleanText(one.committeeName ?? '') || 'Meeting'
  const agendaPageUrl = agendaPageOf(one)
  const documents = documentsOf(one)
  const place = [one.location, one.address].flatMap((part) => printedPart(part))
  return {
    upstreamId: `${one.abbreviation ?? one.committeeId ?? body}/${date}`,
    body,
    bodyUpstreamId: one.abbreviation ?? one.committeeId,
    date,
    // Midnight stands for an hour that nobody has entered.
    printedTime: time === '00:00' ? '' : time,
    location: [...new Set(place)].join(', ') || null,
    comment: cleanLines(one.description ?? '') || null,
    agendaStatus: one.cancelled ? 'Cancelled' : one.agendaStatus,
    minutesStatus: null,
    isHidden: false,
    sourceUrl: agendaPageUrl ?? `${lims}/Calendar/all/monthly`,
    documents,
    listFingerprint: fingerprint([JSON.stringify(one)]),
    agendaPageUrl,
  }
}

const printedPart = (part: string | null) => (part ? [cleanText(part)] : [])

/** `0` stands for a meeting that has no agenda yet. */
const agendaIdOf = ({ agendaId }: Row) =>
  agendaId !== null && /^[1-9]\d*$/.test(agendaId) ? agendaId : null

/** Agendas of appointed boards stand under a path of their own. */
function agendaPageOf(one: Row): string | null {
  const id = agendaIdOf(one)
  if (!id || !one.abbreviation) return null
  const isCouncil = /^(?:city council|standing committee|independent committee)$/i.test(
    one.committeeType ?? 'City Council',
  )
  return `${lims}/${isCouncil ? '' : 'Board/'}MarkedAgenda/${encodeURIComponent(one.abbreviation)}/${id}`
}

function documentsOf(one: Row): ScrapedDocument[] {
  const { committeeReportDocument: report, committeeReportDocumentId: reportId } = one
  const named: readonly (readonly [ScrapedDocument['kind'], string, string | null])[] = [
    ['agenda', 'Agenda', one.agendaPdf],
    [
      'minutes',
      'Report',
      report && reportId
        ? `/Download/CommitteeReport/${encodeURIComponent(reportId)}/${encodeURIComponent(report.replaceAll(' ', '-'))}`
        : null,
    ],
    ['video', 'Video', one.mainVideoURL],
  ]
  return named.flatMap(([kind, title, href]) => {
    const url = href ? linkTarget(href, `${lims}/`) : undefined
    return url ? [{ kind, title, url }] : []
  })
}
