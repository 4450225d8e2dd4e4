import { z } from 'zod'
import type { TimeZone } from '../../src/model/ids.ts'
import { addDays, toLocal } from '../../src/model/time.ts'
import type { Page, ScrapeContext } from '../../src/scraping/contract.ts'
import { defineScraper } from '../../src/scraping/define-scraper.ts'
import { itemsOfFile } from '../agenda-file.ts'
import { type MeetingDetails, makeMeeting } from '../meeting.ts'
import { type Listing, mergeListings, readLists, yieldMeetings } from '../run.ts'
import { meetingIdOf, recogniseEscribe } from './address.ts'
import { parseEscribeAgenda } from './parse-agenda.ts'
import { parseEscribeLists } from './parse-lists.ts'
import { type EscribeMeeting, parseEscribeMeetings } from './parse-meetings.ts'

/** eSCRIBE: its calendar's page method for the list, its agenda pages for the items. */
export const escribe = defineScraper({
  platform: 'escribe',
  label: 'eSCRIBE',
  version: 1,
  options: z.object({}),
  recognise: recogniseEscribe,

  parsePage(kind, page, timeZone) {
    if (kind === 'items') return { agendaItems: parseEscribeAgenda(page), problems: [] }
    const { meetings, problems } = parseList(page)
    return { meetings: meetings.map((meeting) => makeMeeting(meeting, timeZone)), problems }
  },

  async *meetings(target, context) {
    const { portalUrl, address = portalUrl } = target
    const isPage = /\/Meetings\.aspx/i.test(address)
    const list = isPage ? { url: address, parse: parseEscribeLists } : calendar(portalUrl, context)
    const landing = { url: portalUrl, parse: parseEscribeLists }
    const wanted = meetingIdOf(address)
    const meetings = mergeListings(context, await readLists(context, [list], [landing])).filter(
      ({ upstreamId }) => wanted === undefined || upstreamId === wanted,
    )
    yield* yieldMeetings(meetings, target, context, (meeting) => readDetails(meeting, context))
  },
})

const parseList = (page: Page): Listing<EscribeMeeting> =>
  page.text().trimStart().startsWith('<') ? parseEscribeLists(page) : parseEscribeMeetings(page)

/** One question for the whole window; an open end reaches a year. */
function calendar(portalUrl: string, { window, now }: ScrapeContext) {
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

async function readDetails(
  { htmlUrl, fileUrl }: EscribeMeeting,
  context: ScrapeContext,
): Promise<MeetingDetails> {
  if (htmlUrl) {
    const page = await context.fetcher.get(htmlUrl)
    const agendaItems = await context.parsed(page, parseEscribeAgenda)
    if (agendaItems.length > 0) return { agendaItems }
  }
  return { agendaItems: fileUrl ? await itemsOfFile(context, fileUrl) : [] }
}
