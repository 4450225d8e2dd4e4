import { z } from 'zod'
import { AppError } from '../../src/model/errors.ts'
import type { ScrapeContext, ScrapeTarget } from '../../src/scraping/contract.ts'
import { defineScraper } from '../../src/scraping/define-scraper.ts'
import { itemsOfFile } from '../agenda-file.ts'
import { type MeetingDetails, makeMeeting } from '../meeting.ts'
import { mergeListings, readLists, yieldMeetings } from '../run.ts'
import { readPasted, recogniseCivicClerk } from './address.ts'
import { type CivicClerkMeeting, type EventsPage, parseEvents } from './parse-events.ts'
import { parseItems } from './parse-items.ts'

const options = z.object({ client: z.string() })
type Target = ScrapeTarget<z.infer<typeof options>>

/** The API gives pages of so many events at most; a run away from its end is stopped there. */
const mostPages = 50

/** CivicClerk: the OData API behind its portal. */
export const civicclerk = defineScraper({
  platform: 'civicclerk',
  label: 'CivicClerk',
  version: 1,
  options,
  recognise: recogniseCivicClerk,

  parsePage(kind, page, timeZone) {
    if (kind === 'items') return { agendaItems: parseItems(page), problems: [] }
    const { meetings, problems } = parseEvents(page)
    return { meetings: meetings.map((meeting) => makeMeeting(meeting, timeZone)), problems }
  },

  async *meetings(target, context) {
    const pasted = readPasted(target.address)
    const pages = await readEvents(target, context)
    const meetings = mergeListings(context, pages).filter(
      ({ upstreamId, agendaId }) =>
        (pasted.eventId ?? upstreamId) === upstreamId && (pasted.agendaId ?? agendaId) === agendaId,
    )
    yield* yieldMeetings(meetings, target, context, (meeting) =>
      readDetails(meeting, target, context),
    )
  },
})

const apiOf = ({ options: { client } }: Target) => `https://${client}.api.civicclerk.com/v1/`

/** The list that was pasted, the one event that was, or all of the window, page by page. */
async function readEvents(target: Target, context: ScrapeContext): Promise<EventsPage[]> {
  const { list, eventId } = readPasted(target.address)
  const api = apiOf(target)
  const { from, to } = context.window
  const bounds = [from && `startDateTime ge ${from}`, to && `startDateTime le ${to}T23:59:59Z`]
  const filter = bounds.filter((bound) => bound).join(' and ')
  const whole = `${api}Events?${filter && `$filter=${encodeURIComponent(filter)}&`}$orderby=startDateTime`
  const at = (url: string) => ({ url, options: { accept: 'application/json' }, parse: parseEvents })
  const first = list ?? (eventId ? `${api}Events/${eventId}` : whole)
  const pages = await readLists(context, [at(first)], [at(`${api}Events`)])
  for (let page = pages[0]; page?.nextUrl && pages.length < mostPages; page = pages.at(-1)) {
    const [more] = await readLists(context, [at(page.nextUrl)])
    if (!more) break
    pages.push(more)
  }
  return pages
}

/**
 * The tree of items; where a tenant does not open it, the agenda's file cut into items, or the marks
 * of the recording.
 */
async function readDetails(
  { agendaId, agendaFileUrl, upstreamId, documents }: CivicClerkMeeting,
  target: Target,
  context: ScrapeContext,
): Promise<MeetingDetails> {
  if (agendaId === null) return { agendaItems: [] }
  const api = apiOf(target)
  let failure: unknown
  try {
    const page = await context.fetcher.get(`${api}Meetings/${agendaId}`, {
      accept: 'application/json',
    })
    const agendaItems = await context.parsed(page, parseItems)
    if (agendaItems.length > 0) return { agendaItems }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    failure = error
  }
  try {
    if (agendaFileUrl) {
      const agendaItems = await itemsOfFile(context, agendaFileUrl)
      if (agendaItems.length > 0) return { agendaItems }
    }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    failure ??= error
  }
  if (documents.some(({ kind }) => kind === 'video')) {
    try {
      const page = await context.fetcher.get(`${api}EventsMedia/${upstreamId}`, {
        accept: 'application/json',
      })
      const agendaItems = await context.parsed(page, parseItems)
      if (agendaItems.length > 0) return { agendaItems }
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      failure ??= error
    }
  }
  if (failure && agendaFileUrl) throw failure
  return { agendaItems: [] }
}
