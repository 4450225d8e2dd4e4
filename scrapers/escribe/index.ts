import * as z from 'zod'
import { AppError, PageShapeError, toProblem } from '../../src/model/errors.ts'
import type { TimeZone } from '../../src/model/ids.ts'
import type { ScrapedAgendaItem } from '../../src/model/meeting.ts'
import { addDays, toLocal } from '../../src/model/time.ts'
import type { Page, ScrapeContext, ScrapeTarget } from '../../src/scraping/contract.ts'
import { defineScraper } from '../../src/scraping/define-scraper.ts'
import { itemsOfFile } from '../agenda-file.ts'
import { isOver, type MeetingDetails, makeMeeting } from '../meeting.ts'
import { type Listing, type ListPage, mergeListings, readLists, yieldMeetings } from '../run.ts'
import { meetingIdOf, recogniseEscribe } from './address.ts'
import { findMeetingOnPage } from './meeting-on-page.ts'
import { type EscribeAgenda, parseEscribeAgenda } from './parse-agenda.ts'
import { parseEscribeLists } from './parse-lists.ts'
import { type EscribeMeeting, parseEscribeMeetings } from './parse-meetings.ts'

/** eSCRIBE: its calendar's page method for the list, its agenda pages for the items. */
export const escribe = defineScraper({
  platform: 'escribe',
  label: 'eSCRIBE',
  version: 3,
  options: z.object({}),
  recognise: recogniseEscribe,

  parsePage(kind, page, timeZone) {
    if (kind === 'items' || kind === 'attachments') {
      const { agendaItems } = parseEscribeAgenda(page)
      const documents = agendaItems.flatMap((item) => item.documents)
      return kind === 'items' ? { agendaItems, problems: [] } : { documents, problems: [] }
    }
    if (kind === 'meeting' && isMarkup(page)) {
      const details = parseEscribeAgenda(page)
      const meeting = findMeetingOnPage(page)
      if (!meeting) throw new PageShapeError('the day of the meeting (time, title)', page.url)
      const meetings = [makeMeeting(meeting, timeZone, details)]
      return { meetings, agendaItems: details.agendaItems, problems: [] }
    }
    const { meetings, problems } = parseList(page)
    return { meetings: meetings.map((meeting) => makeMeeting(meeting, timeZone)), problems }
  },

  async *meetings(target, context) {
    const wanted = meetingIdOf(target.address ?? '')
    const listed = mergeListings(context, await readPages(target, context))
    const meetings =
      wanted === undefined ? listed : listed.filter(({ upstreamId }) => upstreamId === wanted)
    yield* yieldMeetings(
      wanted !== undefined && meetings.length === 0
        ? await readPastedPage(target, context)
        : meetings,
      target,
      context,
      (meeting) => readDetails(meeting, target.timeZone, context),
    )
  },
})

const isMarkup = (page: Page) => page.text().trimStart().startsWith('<')

const parseList = (page: Page): Listing<EscribeMeeting> =>
  isMarkup(page) ? parseEscribeLists(page) : parseEscribeMeetings(page)

/** The list that was pasted; else the calendar, and where it is closed, what the portal shows. */
async function readPages(
  { portalUrl, address = portalUrl }: Pick<ScrapeTarget, 'portalUrl' | 'address'>,
  context: ScrapeContext,
) {
  const usual = calendar(portalUrl, context)
  const shown = { url: portalUrl, parse: parseList }
  const pasted = { url: address, parse: parseList }
  if (/\/PastMeetings(?:\?|$)/i.test(address)) {
    const type = new URL(address).searchParams.get('Expanded') ?? ''
    const form = { type, pageNumber: '1' }
    return await readLists(context, [{ ...usual, url: address, form }])
  }
  // A page of lists that names a type shows more of it than a calendar's span of days.
  if (/[?&]Expanded=/i.test(address)) return await readLists(context, [pasted], [usual, shown])
  const isPage = /\/Meetings(?:CalendarView)?\.aspx(?:\?|$)/i.test(address)
  return await readLists(context, [usual], isPage ? [pasted, shown] : [shown])
}

/** One question for the whole window; an open end reaches a year. */
function calendar(
  portalUrl: string,
  { window, now }: ScrapeContext,
): ListPage<Listing<EscribeMeeting>> {
  const { date: today } = toLocal(now, 'UTC' as TimeZone)
  const from = window.from ?? addDays(today, -365)
  const to = window.to ?? addDays(today, 365)
  return {
    url: new URL('/MeetingsCalendarView.aspx/GetCalendarMeetings', portalUrl).href,
    form: { calendarStartDate: `${from}T00:00:00`, calendarEndDate: `${to}T23:59:59` },
    options: { asJson: true, accept: 'application/json' },
    parse: parseEscribeMeetings,
  }
}

/** The page that was pasted, where no list names its meeting. */
async function readPastedPage(
  { address = '' }: Pick<ScrapeTarget, 'address'>,
  context: ScrapeContext,
): Promise<EscribeMeeting[]> {
  try {
    const page = await context.fetcher.get(address)
    const meeting = findMeetingOnPage(page)
    if (!meeting) throw new PageShapeError('the day of the meeting (time, title)', address)
    return [meeting]
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    context.report(toProblem(error, address))
    return []
  }
}

async function readDetails(
  meeting: EscribeMeeting,
  timeZone: TimeZone | null,
  context: ScrapeContext,
): Promise<MeetingDetails> {
  const agenda = await readAgenda(meeting, context)
  const { minutesUrl, date } = meeting
  if (!minutesUrl || !isOver(date, timeZone, context.now)) return agenda
  try {
    const page = await context.fetcher.get(minutesUrl)
    const minutes = await context.parsed(page, parseEscribeAgenda)
    if (agenda.agendaItems.length === 0) return minutes
    return { ...agenda, agendaItems: withResults(agenda.agendaItems, minutes.agendaItems) }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    context.report(toProblem(error, minutesUrl))
    return agenda
  }
}

/** The page of items; where there is none, or nothing on it, the agenda's file cut into items. */
async function readAgenda(
  { htmlUrl, fileUrl, minutesUrl }: EscribeMeeting,
  context: ScrapeContext,
): Promise<EscribeAgenda> {
  let failure: AppError | undefined
  if (htmlUrl) {
    try {
      const page = await context.fetcher.get(htmlUrl)
      const agenda = await context.parsed(page, parseEscribeAgenda)
      if (agenda.agendaItems.length > 0) return agenda
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      failure = error
    }
  }
  try {
    if (fileUrl) return { agendaItems: await itemsOfFile(context, fileUrl) }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    // The page is the better way: its trouble is the one to tell.
    failure ??= error
  }
  if (failure && !minutesUrl) throw failure
  if (failure) context.report(toProblem(failure, htmlUrl ?? ''))
  return { agendaItems: [] }
}

/** How items ended, from the minutes, which have the same items under the same numbers. */
function withResults(
  agendaItems: readonly ScrapedAgendaItem[],
  minutes: readonly ScrapedAgendaItem[],
): readonly ScrapedAgendaItem[] {
  const keyOf = ({ number, title }: ScrapedAgendaItem) => `${number ?? ''} ${title.toLowerCase()}`
  const decided = minutes.filter(({ result, mover, votes }) => result || mover || votes.length > 0)
  const ended = new Map(decided.map((item) => [keyOf(item), item]))
  return agendaItems.map((item) => {
    const end = ended.get(keyOf(item))
    if (!end) return item
    const { result, mover, seconder, votes } = end
    return { ...item, result, mover, seconder, votes }
  })
}
