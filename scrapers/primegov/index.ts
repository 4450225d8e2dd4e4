import { z } from 'zod'
import type { ScrapeContext, ScrapeTarget } from '../../src/scraping/contract.ts'
import { defineScraper } from '../../src/scraping/define-scraper.ts'
import { makeMeeting } from '../meeting.ts'
import { type Listing, type ListPage, mergeListings, readLists, yieldMeetings } from '../run.ts'
import { recognisePrimeGov, templateIdOf } from './address.ts'
import { parsePrimeGovAgenda } from './parse-agenda.ts'
import { type PrimeGovMeeting, parsePrimeGovMeetings } from './parse-meetings.ts'

const options = z.object({})

/** PrimeGov (OneMeeting): its public API for the lists, compiled agendas for the items. */
export const primegov = defineScraper({
  platform: 'primegov',
  label: 'PrimeGov',
  version: 1,
  options,
  recognise: recognisePrimeGov,

  parsePage(kind, page, timeZone) {
    if (kind === 'items' || (kind === 'meeting' && page.text().trimStart().startsWith('<'))) {
      return { agendaItems: parsePrimeGovAgenda(page), problems: [] }
    }
    const { meetings, problems } = parsePrimeGovMeetings(page)
    return { meetings: meetings.map((meeting) => makeMeeting(meeting, timeZone)), problems }
  },

  async *meetings(target, context) {
    const listings = await readLists(context, listPages(target, context))
    const wanted = templateIdOf(target.address)
    const meetings = mergeListings(context, listings).filter(
      ({ htmlUrl }) => wanted === undefined || (htmlUrl ?? '').endsWith(`=${wanted}`),
    )
    yield* yieldMeetings(meetings, target, context, async ({ htmlUrl }) => {
      if (!htmlUrl) return { agendaItems: [] }
      const page = await context.fetcher.get(htmlUrl)
      return { agendaItems: await context.parsed(page, parsePrimeGovAgenda) }
    })
  },
})

const list = (url: string): ListPage<Listing<PrimeGovMeeting>> => ({
  url,
  options: { accept: 'application/json' },
  parse: parsePrimeGovMeetings,
})

/** The list that was pasted; else what is to come, and the years that the window reaches back into. */
function listPages(
  { portalUrl, address }: Pick<ScrapeTarget, 'portalUrl' | 'address'>,
  { window, now }: ScrapeContext,
) {
  if (address && /\/api\/v?\d*\/?PublicPortal\/List/i.test(address)) return [list(address)]
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
