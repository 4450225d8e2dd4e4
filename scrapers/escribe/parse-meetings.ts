import { z } from 'zod'
import type { ScrapedDocument } from '../../src/model/document.ts'
import { type Problem, toProblem, UnknownDateError } from '../../src/model/errors.ts'
import { findLocalDate, findLocalTime } from '../../src/model/ids.ts'
import type { Page } from '../../src/scraping/contract.ts'
import { cleanLines, cleanText, linkTarget, parseMarkup, textOf } from '../../src/scraping/html.ts'
import { flag, key, parseRows, readJson, text } from '../json.ts'
import { fingerprint, type ListedMeeting } from '../meeting.ts'
import type { Listing } from '../run.ts'
import { calledOffWords, withoutRemark } from '../title-status.ts'

export interface EscribeMeeting extends ListedMeeting {
  /** The agenda as a page with its items. */
  readonly htmlUrl: string | null
  readonly fileUrl: string | null
}

const link = z.object({
  Type: text,
  Format: text,
  Title: text,
  Url: text,
  LanguageId: z.number().nullish(),
})

const row = z.object({
  ID: key,
  MeetingName: text,
  MeetingType: text,
  StartDate: text,
  TimeOverride: text,
  Location: text,
  Description: text,
  HasAgenda: flag,
  MeetingDocumentLink: z.array(link).nullish(),
})

const envelope = z.union([
  z.object({ d: z.array(z.record(z.string(), z.unknown())) }).transform(({ d }) => d),
  z.array(z.record(z.string(), z.unknown())),
])

const english = 9

/**
 * The answer of the calendar's page method.
 *
 * @throws {PageShapeError} {PortalErrorPage}
 */
export function parseEscribeMeetings(page: Page): Listing<EscribeMeeting> {
  const list = envelope.safeParse(readJson(page))
  const found = list.success ? list.data : []
  const { rows, problems } = parseRows(found, row, ({ ID }) => ID, page.url)
  const told: Problem[] = [...problems]
  if (!list.success) {
    told.push({
      url: page.url,
      code: 'page_shape',
      message: 'Expected a list of meetings under "d"',
    })
  }
  const meetings: EscribeMeeting[] = []
  for (const one of rows) {
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
function toMeeting(one: z.infer<typeof row>, page: Page): EscribeMeeting {
  const stamp = one.StartDate ?? ''
  const [, year, month, day, clock = ''] =
    /^(\d{4})[/-](\d{2})[/-](\d{2})[ T](\d{2}:\d{2})/.exec(stamp) ?? []
  const date = findLocalDate(`${year}-${month}-${day}`)
  if (!date) throw new UnknownDateError(stamp, page.url)
  const name = cleanText(one.MeetingName ?? one.MeetingType ?? '') || 'Meeting'
  const base = new URL('/', page.finalUrl).href
  const documents = documentsOf(one, base)
  const notice = documents.find(({ title }) => calledOffWords(title))
  const html = documents.find(
    ({ url, kind }) => kind === 'agenda' && /\/Meeting\.aspx\?/i.test(url),
  )
  const file = documents.find(({ url, kind }) => kind === 'agenda' && /FileStream/i.test(url))
  const description = cleanLines(textOf(parseMarkup(one.Description ?? '')))
  const override = one.TimeOverride ? cleanText(textOf(parseMarkup(one.TimeOverride))) : null
  const called = calledOffWords(name) ?? calledOffWords(one.Location ?? '') ?? notice?.title ?? null
  return {
    upstreamId: one.ID.toLowerCase(),
    body: withoutRemark(name),
    bodyUpstreamId: null,
    date,
    printedTime: clock === '00:00' ? '' : (findLocalTime(clock) ?? ''),
    location: one.Location ? cleanText(one.Location) : null,
    comment: [override, description].filter((part) => part).join('\n') || null,
    agendaStatus: called,
    minutesStatus: null,
    isHidden: false,
    sourceUrl: html?.url ?? `${base}Meeting.aspx?Id=${one.ID}`,
    documents,
    listFingerprint: fingerprint([
      name,
      stamp,
      one.TimeOverride,
      one.Location,
      ...documents.map(({ title, url }) => `${title} ${url}`),
    ]),
    htmlUrl: html?.url ?? null,
    fileUrl: file?.url ?? null,
  }
}

const kinds: Readonly<Record<string, ScrapedDocument['kind']>> = {
  agenda: 'agenda',
  postagenda: 'agenda',
  agendacover: 'summary',
  postminutes: 'minutes',
  minutes: 'minutes',
  video: 'video',
}

/** Tenants of two languages list each file twice: English ones, where there are any. */
function documentsOf(one: z.infer<typeof row>, base: string): ScrapedDocument[] {
  const links = one.MeetingDocumentLink ?? []
  const inEnglish = links.filter(({ LanguageId }) => LanguageId == null || LanguageId === english)
  const documents = new Map<string, ScrapedDocument>()
  for (const { Type, Title, Url } of inEnglish.length > 0 ? inEnglish : links) {
    const url = linkTarget(Url ?? undefined, base)
    if (!url || documents.has(url)) continue
    const title = cleanText(Title ?? '') || (Type ?? 'Document')
    const kind = calledOffWords(title) ? 'notice' : (kinds[(Type ?? '').toLowerCase()] ?? 'other')
    documents.set(url, { kind, title, url })
  }
  return [...documents.values()]
}
