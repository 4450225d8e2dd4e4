import * as z from 'zod'
import type { ScrapedDocument } from '../../src/model/document.ts'
import {
  PageShapeError,
  type Problem,
  toProblem,
  UnknownDateError,
} from '../../src/model/errors.ts'
import { findLocalDate, findLocalTime, type LocalDate } from '../../src/model/ids.ts'
import type { Page } from '../../src/scraping/contract.ts'
import { cleanLines, cleanText, linkTarget, parseMarkup, textOf } from '../../src/scraping/html.ts'
import { flag, optionalKey, parseRows, readJson, text } from '../json.ts'
import { documentKind, fingerprint, type ListedMeeting } from '../meeting.ts'
import { findPrintedDate, printedClock } from '../printed-date.ts'
import type { Listing } from '../run.ts'
import { calledOffWords, withoutRemark } from '../title-status.ts'

export interface EscribeMeeting extends ListedMeeting {
  /** The agenda as a page with its items. */
  readonly htmlUrl: string | null
  /** The minutes as a page: the same items, and how they ended. */
  readonly minutesUrl: string | null
  readonly fileUrl: string | null
}

const link = z.object({
  Type: text.catch(null),
  Format: text.catch(null),
  Title: text.catch(null),
  Url: text.catch(null),
  LanguageId: z.number().nullish().catch(null),
})
type LinkRow = z.infer<typeof link>

const links = z
  .array(link)
  .nullish()
  .transform((rows) => rows ?? [])
  .catch([])

/** The calendar's rows, and those of a type's past meetings, which have other names for the same. */
const row = z
  .object({
    ID: optionalKey,
    Id: optionalKey,
    MeetingName: text,
    MeetingType: text,
    StartDate: text,
    FormattedStart: text,
    MeetingDate: text,
    TimeOverride: text,
    Location: text,
    LocationName: text,
    Description: text,
    Cancelled: flag,
    VideoUrl: text,
    MeetingDocumentLink: links,
    MeetingLinks: links,
  })
  .transform(({ ID, Id, ...rest }, context) => {
    const id = ID ?? Id
    if (id !== null) return { ...rest, id: id.toLowerCase() }
    context.addIssue({ code: 'custom', message: 'no ID', path: ['ID'] })
    return z.NEVER
  })
type Row = z.infer<typeof row>

const rows = z.array(z.record(z.string(), z.unknown()))
const envelope = z.union([
  z.object({ d: rows }).transform(({ d }) => d),
  z.object({ d: z.object({ Meetings: rows }) }).transform(({ d }) => d.Meetings),
  rows,
])

const english = 9

/**
 * The answers of the calendar's page methods: meetings of a span of days, or past ones of a type.
 *
 * @throws {PageShapeError} {PortalErrorPage}
 */
export function parseEscribeMeetings(page: Page): Listing<EscribeMeeting> {
  const list = envelope.safeParse(readJson(page))
  if (!list.success) throw new PageShapeError('a list of meetings ("d")', page.url)
  const read = parseRows(list.data, row, ({ id }) => id, page.url)
  const told: Problem[] = [...read.problems]
  const meetings: EscribeMeeting[] = []
  for (const one of read.rows) {
    try {
      meetings.push(toMeeting(one, page))
    } catch (error) {
      if (!(error instanceof UnknownDateError)) throw error
      told.push(toProblem(error, page.url))
    }
  }
  return { meetings, problems: told }
}

/** @throws {UnknownDateError} */
function toMeeting(one: Row, page: Page): EscribeMeeting {
  const { date, clock } = whenOf(one, page.url)
  const name = cleanText(one.MeetingName ?? one.MeetingType ?? '') || 'Meeting'
  const base = new URL('/', page.finalUrl).href
  const documents = documentsOf(one, base)
  const notice = documents.find(({ title }) => calledOffWords(title))
  const place = cleanText(one.Location ?? one.LocationName ?? '') || null
  const description = cleanLines(textOf(parseMarkup(one.Description ?? '')))
  const override = one.TimeOverride ? cleanText(textOf(parseMarkup(one.TimeOverride))) : null
  const called =
    calledOffWords(name) ??
    calledOffWords(place ?? '') ??
    (one.Cancelled ? 'Meeting Cancelled' : null) ??
    notice?.title ??
    null
  const pages = pagesOf(documents)
  return {
    upstreamId: one.id,
    body: withoutRemark(name),
    bodyUpstreamId: null,
    date,
    printedTime: clock,
    location: place,
    comment: [override, description].filter((part) => part && part !== place).join('\n') || null,
    agendaStatus: called,
    minutesStatus: null,
    isHidden: false,
    sourceUrl: pages.htmlUrl ?? `${base}Meeting.aspx?Id=${one.id}`,
    documents,
    listFingerprint: fingerprint([
      name,
      one.StartDate ?? one.FormattedStart,
      one.TimeOverride,
      place,
      ...documents.map(({ title, url }) => `${title} ${url}`),
    ]),
    ...pages,
  }
}

/**
 * "2026/03/05 16:30:00" is the local wall clock. Past meetings have a stamp of universal time there,
 * which is not read, and beside it the words: "Thursday, March 5, 2026 @ 4:30 PM".
 *
 * @throws {UnknownDateError}
 */
function whenOf(one: Row, url: string): { date: LocalDate; clock: string } {
  const [, year, month, day, clock = ''] =
    /^(\d{4})[/-](\d{2})[/-](\d{2})[ T](\d{2}:\d{2})/.exec(one.StartDate ?? '') ?? []
  const stamped = findLocalDate(`${year}-${month}-${day}`)
  // Midnight stands for no time.
  if (stamped)
    return { date: stamped, clock: clock === '00:00' ? '' : (findLocalTime(clock) ?? '') }
  const words = [one.FormattedStart, one.MeetingDate].filter((part) => part !== null).join(' ')
  const date = findPrintedDate(words)?.date
  if (!date) throw new UnknownDateError(one.StartDate ?? words, url)
  return { date, clock: printedClock(words) }
}

/** Which of the pages and files are read for items: a revised agenda before the first. */
export function pagesOf(
  documents: readonly ScrapedDocument[],
): Pick<EscribeMeeting, 'htmlUrl' | 'minutesUrl' | 'fileUrl'> {
  const page = (view: RegExp) =>
    documents.find(({ url }) => /\/Meeting\.aspx\?/i.test(url) && view.test(url))?.url ?? null
  const file = (kind: ScrapedDocument['kind']) =>
    documents.find((one) => one.kind === kind && /FileStream\.ashx/i.test(one.url))?.url
  return {
    htmlUrl: page(/Agenda=Merged/i) ?? page(/Agenda=(?:Post)?Agenda/i),
    minutesUrl: page(/Agenda=(?:Post)?Minutes/i),
    fileUrl: file('agenda') ?? file('packet') ?? null,
  }
}

/** Tenants of two languages list each file twice: English ones, where there are any. */
function documentsOf(one: Row, base: string): ScrapedDocument[] {
  const all = [...one.MeetingDocumentLink, ...one.MeetingLinks]
  const inEnglish = all.filter(({ LanguageId }) => !LanguageId || LanguageId === english)
  const documents = new Map<string, ScrapedDocument>()
  for (const row of inEnglish.length > 0 ? inEnglish : all) {
    const url = linkTarget(row.Url ?? undefined, base)
    if (!url || documents.has(url)) continue
    const title = cleanText(row.Title ?? '') || (row.Type ?? 'Document')
    documents.set(url, { kind: kindOf(row, title), title, url })
  }
  const video = linkTarget(one.VideoUrl ?? undefined, base)
  if (video && !documents.has(video)) {
    documents.set(video, { kind: 'video', title: 'Video', url: video })
  }
  return [...documents.values()]
}

/** `AgendaCover` is the agenda alone, and `Agenda` as a file is the agenda with all its reports. */
function kindOf({ Type, Format }: LinkRow, title: string): ScrapedDocument['kind'] {
  const type = (Type ?? '').toLowerCase()
  if (calledOffWords(title)) return 'notice'
  if (/minutes/.test(type)) return 'minutes'
  if (/video/.test(type)) return 'video'
  if (!/agenda|merged/.test(type)) return documentKind(title)
  const isFile = /^\./.test(Format ?? '')
  return isFile && (/packag|packet/i.test(title) || type === 'merged') ? 'packet' : 'agenda'
}
