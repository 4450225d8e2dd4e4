import * as z from 'zod'
import type { ScrapedDocument } from '../../src/model/document.ts'
import { type Problem, toProblem, UnknownDateError } from '../../src/model/errors.ts'
import {
  findLocalDate,
  findLocalTime,
  type LocalDate,
  type LocalTime,
} from '../../src/model/ids.ts'
import { findMonthDate } from '../../src/model/written-date.ts'
import type { Page } from '../../src/scraping/contract.ts'
import { findClockTime } from '../../src/scraping/dates.ts'
import { cleanText, linkTarget } from '../../src/scraping/html.ts'
import { key, optionalKey, order, parseRows, readRows, text } from '../json.ts'
import { documentKind, fingerprint, type ListedMeeting } from '../meeting.ts'
import type { Listing } from '../run.ts'
import { calledOffWords, withoutRemark } from '../title-status.ts'

/** A row of the list; `templateId` is what addresses are made of, `id` leads nowhere. */
export interface PrimeGovMeeting extends ListedMeeting {
  /** The compiled agenda with its items; `null` when only files are published. */
  readonly htmlUrl: string | null
  /** The agenda as a file. */
  readonly fileUrl: string | null
}

const documentRow = z.object({
  templateId: optionalKey,
  templateName: text,
  compileOutputType: order,
  link: text,
  language: text,
})
type DocumentRow = z.infer<typeof documentRow>

const meetingRow = z.object({
  id: optionalKey,
  meetingId: optionalKey,
  title: text,
  meetingTitle: text,
  committeeId: optionalKey,
  committeeName: text,
  dateTime: text,
  meetingDate: text,
  date: text,
  time: text,
  location: text,
  videoUrl: text,
  zoomMeetingLink: text,
  documentList: z.array(documentRow).nullish(),
})
type MeetingRow = z.infer<typeof meetingRow>

const htmlOutput = 3

/**
 * The portal's lists: upcoming, archived, and a search, which has a row for each document.
 *
 * @throws {PageShapeError} {PortalErrorPage}
 */
export function parsePrimeGovMeetings(page: Page): Listing<PrimeGovMeeting> {
  const found = readRows(page, 'id')
  const isSearch = found.some((row) => 'meetingId' in row && 'meetingDate' in row)
  const schema = meetingRow.transform((row, context) => {
    const id = isSearch ? row.meetingId : row.id
    if (id !== null && key.safeParse(id).success) return { ...row, id }
    context.addIssue({ code: 'custom', message: 'no id', path: ['id'] })
    return z.NEVER
  })
  // A search names a meeting once for each of its documents.
  const { rows, problems } = parseRows(found, schema, (row) => (isSearch ? null : row.id), page.url)
  const meetings = new Map<string, PrimeGovMeeting>()
  const told: Problem[] = [...problems]
  for (const row of rows) {
    try {
      const meeting = toMeeting(row, row.id, isSearch, page)
      const known = meetings.get(row.id)
      meetings.set(row.id, known ? merge(known, meeting) : meeting)
    } catch (error) {
      if (!(error instanceof UnknownDateError)) throw error
      told.push(toProblem(error, page.url))
    }
  }
  return { meetings: [...meetings.values()], problems: told }
}

function merge(known: PrimeGovMeeting, again: PrimeGovMeeting): PrimeGovMeeting {
  const urls = new Set(known.documents.map(({ url }) => url))
  const documents = [...known.documents, ...again.documents.filter(({ url }) => !urls.has(url))]
  return {
    ...known,
    documents,
    htmlUrl: known.htmlUrl ?? again.htmlUrl,
    fileUrl: known.fileUrl ?? again.fileUrl,
  }
}

/** @throws {UnknownDateError} */
function toMeeting(row: MeetingRow, id: string, isSearch: boolean, page: Page): PrimeGovMeeting {
  const title = cleanText((isSearch ? row.meetingTitle : row.title) ?? row.committeeName ?? '')
  const { date, time } = whenOf(row, page.url)
  const documentRows = (row.documentList ?? []).filter(isPublic)
  const documents = [
    ...documentRows.flatMap((document) => toDocument(document, page) ?? []),
    ...videoOf(row, page),
  ]
  const agendas = inEnglish(documentRows)
    .filter(({ templateName }) => agendaRank(templateName) > 0)
    .sort((one, other) => agendaRank(other.templateName) - agendaRank(one.templateName))
  const html = agendas.find((document) => isPage(document))
  const file = agendas.find((document) => !isPage(document))
  const notice = documentRows.find(({ templateName }) => calledOffWords(templateName ?? ''))
  return {
    upstreamId: id,
    body: withoutRemark(title) || 'Meeting',
    bodyUpstreamId: row.committeeId,
    date,
    printedTime: time ?? '',
    location: row.location,
    comment: row.zoomMeetingLink,
    agendaStatus: calledOffWords(title) ?? notice?.templateName ?? null,
    minutesStatus: null,
    isHidden: false,
    sourceUrl: html
      ? meetingUrl(page, html.templateId ?? '')
      : new URL('/public/portal', page.finalUrl).href,
    documents,
    listFingerprint: fingerprint([
      title,
      date,
      time,
      row.location,
      ...documents.map(({ title: name, url }) => `${name} ${url}`),
    ]),
    htmlUrl: html ? meetingUrl(page, html.templateId ?? '') : null,
    fileUrl: (file && toDocument(file, page)?.url) ?? null,
  }
}

const isPage = ({ compileOutputType, templateId, link }: DocumentRow) =>
  compileOutputType === htmlOutput && templateId !== null && link === null

/** Drafts have no number that an address could be made of. */
const isPublic = ({ templateId, link }: DocumentRow) => templateId !== null || link !== null

function inEnglish(rows: readonly DocumentRow[]): DocumentRow[] {
  const english = rows.filter(({ language }) => language === null || /^en\b/i.test(language))
  return english.length > 0 ? english : [...rows]
}

/** What is read for its items: the agenda as it was last amended, else a packet; 0 for the rest. */
function agendaRank(name: string | null): number {
  const words = name ?? ''
  if (/minutes|journal|summary|action|result|transcript|speaker|comment/i.test(words)) return 0
  if (/cancel/i.test(words)) return 0
  if (/agenda|docket|warrant|order of business/i.test(words)) {
    if (/packet/i.test(words)) return 2
    return /revis|amend|updat|final/i.test(words) ? 4 : 3
  }
  if (/packet/i.test(words)) return 2
  return /notice/i.test(words) ? 1 : 0
}

/** Local wall time; answers of 2021 have it in words only. */
function whenOf(row: MeetingRow, url: string): { date: LocalDate; time: LocalTime | null } {
  const stamp = row.dateTime ?? row.meetingDate ?? ''
  const [, day = '', clock = ''] =
    /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?$/.exec(stamp) ?? []
  const stamped = findLocalDate(day)
  if (stamped) return { date: stamped, time: findLocalTime(clock) ?? null }
  const date = findMonthDate(row.date ?? '')
  if (!date) throw new UnknownDateError(stamp || (row.date ?? ''), url)
  return { date, time: findClockTime(row.time ?? '') ?? null }
}

const meetingUrl = (page: Page, templateId: string) =>
  new URL(`/Portal/Meeting?meetingTemplateId=${encodeURIComponent(templateId)}`, page.finalUrl).href

function toDocument(row: DocumentRow, page: Page): ScrapedDocument | undefined {
  const title = cleanText(row.templateName ?? '') || 'Document'
  const url =
    linkTarget(row.link ?? undefined, page.finalUrl) ??
    (row.templateId === null
      ? undefined
      : row.compileOutputType === htmlOutput
        ? meetingUrl(page, row.templateId)
        : new URL(
            `/Public/CompiledDocument?meetingTemplateId=${encodeURIComponent(row.templateId)}&compileOutputType=${row.compileOutputType ?? 1}`,
            page.finalUrl,
          ).href)
  return url ? { kind: kindOf(title), title, url } : undefined
}

/** "HTM Agenda", "Special Agenda", "HTML Journal": clerks name them freely. */
function kindOf(title: string): ScrapedDocument['kind'] {
  const known = documentKind(title)
  // "SAP Video" is a sheet about one.
  if (known !== 'other' && known !== 'video') return known
  if (/packet/i.test(title)) return 'packet'
  if (/journal/i.test(title)) return 'minutes'
  return /agenda/i.test(title) ? 'agenda' : 'other'
}

function videoOf({ videoUrl }: MeetingRow, page: Page): ScrapedDocument[] {
  const url = linkTarget(videoUrl ?? undefined, page.finalUrl)
  return url ? [{ kind: 'video', title: 'Video', url }] : []
}
