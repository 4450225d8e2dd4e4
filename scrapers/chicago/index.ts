import * as z from 'zod'
import { AppError, type Problem, toProblem } from '../../src/model/errors.ts'
import type { ScrapedAgendaItem } from '../../src/model/meeting.ts'
import type { Recognition, ScrapeContext } from '../../src/scraping/contract.ts'
import { defineScraper } from '../../src/scraping/define-scraper.ts'
import { itemsOfFile } from '../agenda-file.ts'
import { type MeetingDetails, makeMeeting } from '../meeting.ts'
import { mergeListings, readLists, yieldMeetings } from '../run.ts'
import { parseChicagoAgenda, parseChicagoMatter } from './parse-agenda.ts'
import {
  type ChicagoMeeting,
  type ChicagoPage,
  chicagoZone,
  parseChicagoMeetings,
} from './parse-meetings.ts'

const api = 'https://api.chicityclerkelms.chicago.gov'
/** The most rows the service gives at once, and pages that are asked for: thirty years of meetings. */
const pageSize = 500
const mostPages = 20
/** Matters change seldom and a council meeting has hundreds: each is asked for once a day. */
const freshForMs = 86_400_000

/** Chicago's City Clerk: a service of its own, since the council left Legistar. */
export const chicago = defineScraper({
  platform: 'chicago',
  label: 'Chicago City Clerk eLMS',
  version: 1,
  options: z.object({}),
  recognise,

  parsePage(kind, page, timeZone) {
    if (kind === 'items') return { agendaItems: parseChicagoAgenda(page), problems: [] }
    if (kind === 'attachments') {
      return { documents: parseChicagoMatter(page, '').documents ?? [], problems: [] }
    }
    const { meetings, problems } = parseChicagoMeetings(page)
    const made = meetings.map((meeting) => makeMeeting(meeting, timeZone ?? chicagoZone))
    return { meetings: made, problems }
  },

  async *meetings({ address = '', ...target }, context) {
    const wanted = /[?&]meetingId=([\w-]+)|\/meeting(?:-agenda)?\/([\w-]+)/i.exec(address)
    const id = wanted?.[1] ?? wanted?.[2]
    const isList = /^https:\/\/api\.[^/]+\/meeting(?:-agenda)?(?:\?|$)/i.test(address)
    const pages = id
      ? await readLists(context, [at(`${api}/meeting-agenda/${id}`)])
      : isList
        ? await readLists(context, [at(address)])
        : await readPages(context)
    const timeZone = target.timeZone ?? chicagoZone
    yield* yieldMeetings(mergeListings(context, pages), { timeZone }, context, (meeting) =>
      readDetails(meeting, context),
    )
  },
})

const at = (url: string) => ({ url, parse: parseChicagoMeetings })

function recognise(url: URL): Recognition | undefined {
  if (!/^(?:api\.)?chicityclerkelms\.chicago\.gov$/.test(url.hostname)) return undefined
  const portalUrl = 'https://chicityclerkelms.chicago.gov/Meetings/'
  return { platform: 'chicago', client: 'chicago', options: {}, portalUrl }
}

/** Page after page, as far as the service says there are more. */
async function readPages(context: ScrapeContext): Promise<ChicagoPage[]> {
  const { from, to } = context.window
  // Instants, and a day to spare on either side: the run keeps to the window by the local day.
  const bounds = [
    from && `date ge ${shift(from, -1)}T00:00:00Z`,
    to && `date lt ${shift(to, 2)}T00:00:00Z`,
  ].filter((part) => part)
  const filter = bounds.length > 0 ? `filter=${encodeURIComponent(bounds.join(' and '))}&` : ''
  const pages: ChicagoPage[] = []
  for (let number = 0; number < mostPages; number += 1) {
    const query = `${filter}sort=date%20desc&top=${pageSize}&skip=${number * pageSize}`
    const whole = number === 0 ? [at(`${api}/meeting-agenda`), at(`${api}/meeting`)] : []
    const [page] = await readLists(context, [at(`${api}/meeting-agenda?${query}`)], whole)
    if (!page) break
    pages.push(page)
    const count = page.meetings.length + page.problems.length
    if (count < pageSize || (page.total ?? Number.POSITIVE_INFINITY) <= (number + 1) * pageSize)
      break
  }
  return pages
}

const shift = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/** The items where the service has them, with what is known of their matters; else the agenda's file. */
async function readDetails(
  { upstreamId, agendaUrl, date }: ChicagoMeeting,
  context: ScrapeContext,
): Promise<MeetingDetails> {
  const page = await context.fetcher.get(`${api}/meeting-agenda/${encodeURIComponent(upstreamId)}`)
  const items = await context.parsed(page, parseChicagoAgenda)
  if (items.length === 0) {
    return { agendaItems: agendaUrl ? await itemsOfFile(context, agendaUrl) : [] }
  }
  let failure: Problem | undefined
  const agendaItems: ScrapedAgendaItem[] = []
  for (const item of items) {
    // One refusal is told, and stands for all: the others would only be asked in vain.
    if (item.matterUpstreamId === null || failure) {
      agendaItems.push(item)
      continue
    }
    const url = `${api}/matter/${encodeURIComponent(item.matterUpstreamId)}`
    try {
      const matter = await context.fetcher.get(url, { freshForMs })
      agendaItems.push({ ...item, ...parseChicagoMatter(matter, date) })
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      failure = toProblem(error, url)
      agendaItems.push(item)
    }
  }
  if (failure) context.report(failure)
  return { agendaItems }
}
