import * as z from 'zod'
import { PageShapeError } from '../../src/model/errors.ts'
import type { LocalDate } from '../../src/model/ids.ts'
import { addDays } from '../../src/model/time.ts'
import type { Page, Recognition, ScrapeContext } from '../../src/scraping/contract.ts'
import { defineScraper } from '../../src/scraping/define-scraper.ts'
import { makeMeeting } from '../meeting.ts'
import { mergeListings, readLists, yieldMeetings } from '../run.ts'
import { parsePortlandAgenda, portlandZone, readDayPath } from './parse-agenda.ts'
import { parseMoreDays, parsePortlandDays } from './parse-days.ts'

const portalUrl = 'https://www.portland.gov/council/agenda'
/** Pages of the list that are asked for, and the days that one agenda may reach over. */
const mostPages = 100
const longestAgenda = 6

/** Portland, Oregon: pages of the city's own site, one for each week's or day's sessions. */
export const portland = defineScraper({
  platform: 'portland',
  label: 'Portland council agendas',
  version: 1,
  options: z.object({}),
  recognise,

  parsePage(kind, page, timeZone) {
    const { meetings, problems } = parsePortlandAgenda(page)
    if (kind === 'items') {
      const [first] = meetings
      if (!first) throw noSessions(page)
      return { agendaItems: [...first.agendaItems], problems: [...problems] }
    }
    if (meetings.length > 0 || problems.length > 0) {
      const made = meetings.map((one) => makeMeeting(one, timeZone ?? portlandZone, one))
      return { meetings: made, problems: [...problems] }
    }
    const { days } = parsePortlandDays(page)
    return { meetings: days.map((day) => makeMeeting(day, timeZone ?? portlandZone)), problems: [] }
  },

  async *meetings({ address = '', ...target }, context) {
    const urls = readDayPath(address) ? [address] : await findDays(context)
    const pages = urls.map((url) => ({ url, parse: parseSessions }))
    const timeZone = target.timeZone ?? portlandZone
    const sessions = mergeListings(context, await readLists(context, pages))
    yield* yieldMeetings(sessions, { timeZone }, context, async ({ agendaItems }) => ({
      agendaItems,
    }))
  },
})

const noSessions = ({ url }: Page) =>
  new PageShapeError('the sessions of an agenda (relation--type-council-session)', url)

/** @throws {PageShapeError} for a page that should have sessions and has none. */
function parseSessions(page: Page) {
  const listing = parsePortlandAgenda(page)
  if (listing.meetings.length === 0 && listing.problems.length === 0) throw noSessions(page)
  return listing
}

function recognise(url: URL): Recognition | undefined {
  if (!/^(?:www\.)?portland\.gov$/.test(url.hostname)) return undefined
  if (!/^\/council\/agenda(?:\/|$)/.test(url.pathname)) return undefined
  return { platform: 'portland', client: 'portland', options: {}, portalUrl }
}

/** The days of the window that have an agenda, as far as the list goes back; else this week's page. */
async function findDays(context: ScrapeContext): Promise<string[]> {
  const { from, to } = context.window
  // A page is named by its first day, and its last session may be some days later.
  const earliest = from && addDays(from, -longestAgenda)
  const found = new Set<string>()
  const wanted: string[] = []
  for (let number = 0; number < mostPages; number += 1) {
    const url = `${portalUrl}/all${number > 0 ? `?page=${number}` : ''}`
    const parse = number === 0 ? parsePortlandDays : parseMoreDays
    const [list] = await readLists(context, [{ url, parse }])
    if (!list) return number === 0 ? [portalUrl] : wanted
    const fresh = list.days.filter(({ sourceUrl }) => !found.has(sourceUrl))
    for (const { sourceUrl, date } of fresh) {
      found.add(sourceUrl)
      if ((!earliest || date >= earliest) && (!to || date <= to)) wanted.push(sourceUrl)
    }
    if (fresh.length === 0 || isPast(fresh, earliest)) break
  }
  return wanted
}

/** A page of days that are all too old ends a list only where the newest stand first. */
function isPast(days: readonly { readonly date: LocalDate }[], earliest: LocalDate | null) {
  const first = days[0]?.date
  const last = days.at(-1)?.date
  if (!earliest || !first || !last || first < last) return false
  return days.every(({ date }) => date < earliest)
}
