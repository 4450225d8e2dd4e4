import * as z from 'zod'
import type { LocalDate } from '../../src/model/ids.ts'
import type { Page, ScrapeContext, ScrapeTarget } from '../../src/scraping/contract.ts'
import { defineScraper } from '../../src/scraping/define-scraper.ts'
import { itemsOfFile } from '../agenda-file.ts'
import { type MeetingDetails, makeMeeting } from '../meeting.ts'
import { type Listing, type ListPage, mergeListings, readLists, yieldMeetings } from '../run.ts'
import { refuseStandIn } from '../stand-in.ts'
import { agendaIdOf, isListAddress, recogniseCivicPlus } from './address.ts'
import { parseArchive } from './parse-archive.ts'
import { parseHtmlAgenda } from './parse-html-agenda.ts'
import { type AgendaRow, parseAgendaRows } from './parse-rows.ts'

/** CivicPlus AgendaCenter, and the Archive Center of the same product. */
export const civicplus = defineScraper({
  platform: 'civicplus',
  label: 'CivicPlus AgendaCenter',
  version: 2,
  options: z.object({}),
  recognise: recogniseCivicPlus,

  parsePage(kind, page, timeZone) {
    if (kind === 'items') {
      const agendaItems = parseHtmlAgenda(page)
      if (agendaItems.length === 0) refuseStandIn(page)
      return { agendaItems, problems: [] }
    }
    const { meetings, problems } = parseList(page)
    return { meetings: meetings.map((meeting) => makeMeeting(meeting, timeZone)), problems }
  },

  async *meetings(target, context) {
    const wanted = agendaIdOf(target.address)
    const rows = mergeListings(context, await readRows(target, context)).filter(
      ({ upstreamId }) => wanted === undefined || upstreamId === wanted,
    )
    yield* yieldMeetings(rows, target, context, (row) => readDetails(row, context))
  },
})

const isArchive = (url: string) => /\/Archive\.aspx/i.test(url)

function parseList(page: Page): Listing<AgendaRow> {
  return isArchive(page.url) || isArchive(page.finalUrl)
    ? parseArchive(page)
    : parseAgendaRows(page)
}

const list = (url: string): ListPage<Listing<AgendaRow>> => ({ url, parse: parseList })

const usDate = (date: LocalDate) => `${date.slice(5, 7)}/${date.slice(8)}/${date.slice(0, 4)}`

/**
 * The list that was pasted; else a search over the window, which holds what the landing page shows
 * and what it does not; else the landing page. A search that finds nothing is asked about there.
 */
async function readRows(
  { portalUrl, address }: Pick<ScrapeTarget, 'portalUrl' | 'address'>,
  context: ScrapeContext,
): Promise<Listing<AgendaRow>[]> {
  if (isArchive(portalUrl)) return await readLists(context, [list(address ?? portalUrl)])
  if (address && isListAddress(address)) return await readLists(context, [list(address)])
  const { from, to } = context.window
  const pasted = address && address !== portalUrl && !agendaIdOf(address) ? [list(address)] : []
  const landing = [list(portalUrl), ...pasted]
  if (from === null && to === null)
    return await readLists(context, landing.slice(0, 1), landing.slice(1))
  const bounds = `startDate=${from ? usDate(from) : ''}&endDate=${to ? usDate(to) : ''}`
  const search = `${portalUrl}/Search/?term=&CIDs=all&${bounds}&dateRange=&dateSelector=`
  const found = await readLists(context, [list(search)], landing)
  if (found.some(({ meetings }) => meetings.length > 0)) return found
  return [...found, ...(await readLists(context, landing.slice(0, 1)))]
}

/** From the page of items where there is one, else from the file, cut by its numbering. */
async function readDetails(row: AgendaRow, context: ScrapeContext): Promise<MeetingDetails> {
  if (row.htmlUrl) {
    const page = await context.fetcher.get(row.htmlUrl)
    const agendaItems = await context.parsed(page, parseHtmlAgenda)
    if (agendaItems.length > 0) return { agendaItems }
  }
  if (!row.fileUrl) return { agendaItems: [] }
  return { agendaItems: await itemsOfFile(context, row.fileUrl) }
}
