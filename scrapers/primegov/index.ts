import * as z from 'zod'
import { AppError, PageShapeError, toProblem } from '../../src/model/errors.ts'
import type { LocalDate } from '../../src/model/ids.ts'
import type { DateWindow, Page, ScrapeContext, ScrapeTarget } from '../../src/scraping/contract.ts'
import { defineScraper } from '../../src/scraping/define-scraper.ts'
import { itemsOfFile } from '../agenda-file.ts'
import { type MeetingDetails, makeMeeting } from '../meeting.ts'
import { type Listing, type ListPage, mergeListings, readLists, yieldMeetings } from '../run.ts'
import { recognisePrimeGov, templateIdOf } from './address.ts'
import { findMeetingOnPage } from './meeting-on-page.ts'
import { parsePrimeGovAgenda } from './parse-agenda.ts'
import { type PrimeGovMeeting, parsePrimeGovMeetings } from './parse-meetings.ts'

const options = z.object({})

/** PrimeGov (OneMeeting): its public API for the lists, compiled agendas for the items. */
export const primegov = defineScraper({
  platform: 'primegov',
  label: 'PrimeGov',
  version: 2,
  options,
  recognise: recognisePrimeGov,

  parsePage(kind, page, timeZone) {
    if (!isMarkup(page)) {
      const { meetings, problems } = parsePrimeGovMeetings(page)
      return { meetings: meetings.map((meeting) => makeMeeting(meeting, timeZone)), problems }
    }
    if (kind === 'calendar') throw new PageShapeError('a list of meetings (JSON)', page.url)
    const details = parsePrimeGovAgenda(page)
    const meeting = kind === 'meeting' ? findMeetingOnPage(page, details) : undefined
    return {
      agendaItems: details.agendaItems,
      ...(meeting && { meetings: [makeMeeting(meeting, timeZone, details)] }),
      problems: [],
    }
  },

  async *meetings(target, context) {
    const wanted = templateIdOf(target.address)
    const listings = await readLists(context, listPages(target, context))
    const listed = mergeListings(context, listings)
    const meetings = wanted === undefined ? listed : listed.filter(showsTemplate(wanted))
    yield* yieldMeetings(
      wanted !== undefined && meetings.length === 0
        ? await readPastedPage(target, context)
        : meetings,
      target,
      context,
      (meeting) => readDetails(meeting, context),
    )
  },
})

const isMarkup = (page: Page) => page.text().trimStart().startsWith('<')

const showsTemplate = (id: string) => (meeting: PrimeGovMeeting) =>
  [meeting.htmlUrl ?? '', ...meeting.documents.map(({ url }) => url)].some((url) =>
    new RegExp(`[?&]meetingTemplateId=${id}(?:&|$)`, 'i').test(url),
  )

/** The page that was pasted, where no list names its meeting. */
async function readPastedPage(
  { address = '' }: Pick<ScrapeTarget, 'address'>,
  context: ScrapeContext,
): Promise<PrimeGovMeeting[]> {
  const url = address.replace('/Public/CompiledDocument', '/Portal/Meeting')
  try {
    const page = await context.fetcher.get(url)
    const meeting = findMeetingOnPage(page, await context.parsed(page, parsePrimeGovAgenda))
    if (!meeting) throw new PageShapeError('the date of the meeting above its items', url)
    return [meeting]
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    context.report(toProblem(error, url))
    return []
  }
}

/** The compiled page with its items; where only a file is published, that file cut into items. */
async function readDetails(
  { htmlUrl, fileUrl }: PrimeGovMeeting,
  context: ScrapeContext,
): Promise<MeetingDetails> {
  if (!htmlUrl) return { agendaItems: fileUrl ? await itemsOfFile(context, fileUrl) : [] }
  try {
    const page = await context.fetcher.get(htmlUrl)
    const details = await context.parsed(page, parsePrimeGovAgenda)
    if (details.agendaItems.length > 0 || !fileUrl) return details
  } catch (error) {
    if (!(error instanceof AppError) || !fileUrl) throw error
    try {
      return { agendaItems: await itemsOfFile(context, fileUrl) }
    } catch (second) {
      // The page is the better way: its trouble is the one to tell.
      throw second instanceof AppError ? error : second
    }
  }
  return { agendaItems: await itemsOfFile(context, fileUrl) }
}

const list = (url: string): ListPage<Listing<PrimeGovMeeting>> => ({
  url,
  options: { accept: 'application/json' },
  parse: parsePrimeGovMeetings,
})

/** A search of every committee, as the portal's own form sends it. */
const search = (url: string, { from, to }: DateWindow): ListPage<Listing<PrimeGovMeeting>> => ({
  ...list(url),
  form: { CommitteeId: '', MeetingDateFrom: usDate(from), MeetingDateTo: usDate(to) },
})

const usDate = (date: LocalDate | null) => date?.replace(/^(\d+)-(\d+)-(\d+)$/, '$2/$3/$1') ?? ''

/** The list that was pasted; else what is to come, and the years that the window reaches back into. */
function listPages(
  { portalUrl, address }: Pick<ScrapeTarget, 'portalUrl' | 'address'>,
  { window, now }: ScrapeContext,
) {
  if (address && /\/api\/.*\/List\w*Meetings/i.test(address)) return [list(address)]
  if (address && /\/api\/.*search$/i.test(address)) return [search(address, window)]
  const api = new URL('/api/v2/PublicPortal/', portalUrl).href
  const thisYear = now.getUTCFullYear()
  const first = window.from ? Number(window.from.slice(0, 4)) : thisYear - 1
  const last = window.to ? Math.min(Number(window.to.slice(0, 4)), thisYear) : thisYear
  const years: string[] = []
  for (let year = last; year >= first && years.length < 30; year -= 1) years.push(String(year))
  return [
    list(`${api}ListUpcomingMeetings`),
    ...years.map((year) => list(`${api}ListArchivedMeetings?year=${year}`)),
  ]
}
