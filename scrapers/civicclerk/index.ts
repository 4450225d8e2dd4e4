import * as z from 'zod'
import { cutLines } from '../../src/agendas/cut-agenda.ts'
import { AppError } from '../../src/model/errors.ts'
import type { ScrapedAgendaItem } from '../../src/model/meeting.ts'
import type { Page, ScrapeContext, ScrapeTarget } from '../../src/scraping/contract.ts'
import { defineScraper } from '../../src/scraping/define-scraper.ts'
import { itemsAt, itemsOfFile } from '../agenda-file.ts'
import { type MeetingDetails, makeMeeting } from '../meeting.ts'
import { type Listing, type ListPage, mergeListings, readLists, yieldMeetings } from '../run.ts'
import { readPasted, recogniseCivicClerk } from './address.ts'
import { type CivicClerkMeeting, type EventsPage, parseEvents } from './parse-events.ts'
import { parseItems } from './parse-items.ts'
import { findOldAgenda, parseOldAgenda, parseOldGrids } from './parse-old-pages.ts'

const options = z.object({
  client: z.string(),
  /** Root of the API with its version, where it is not the tenant's own. */
  apiUrl: z.url({ protocol: /^https?$/ }).optional(),
})
type Target = ScrapeTarget<z.infer<typeof options>>

/** The API gives pages of so many events at most; a run away from its end is stopped there. */
const mostPages = 50

/** CivicClerk: the OData API behind its portal. */
export const civicclerk = defineScraper({
  platform: 'civicclerk',
  label: 'CivicClerk',
  version: 2,
  options,
  recognise: recogniseCivicClerk,

  parsePage(kind, page, timeZone) {
    const shape = shapeOf(page)
    if (kind === 'items' || kind === 'attachments' || shape === 'items') {
      const agendaItems = readItems(page, shape)
      const documents = agendaItems.flatMap((item) => item.documents)
      return kind === 'attachments' ? { documents, problems: [] } : { agendaItems, problems: [] }
    }
    const { meetings, problems } = shape === 'markup' ? parseOldGrids(page) : parseEvents(page)
    return { meetings: meetings.map((meeting) => makeMeeting(meeting, timeZone)), problems }
  },

  async *meetings(target, context) {
    const { eventId, agendaId } = readPasted(target.address)
    const meetings = mergeListings(context, await readEvents(target, context)).filter(
      (meeting) =>
        (eventId ?? meeting.upstreamId) === meeting.upstreamId &&
        (agendaId ?? meeting.agendaId) === meeting.agendaId,
    )
    yield* yieldMeetings(meetings, target, context, (meeting) =>
      readDetails(meeting, target, context),
    )
  },
})

/** What a page of this platform holds, by its first character and its fields. */
function shapeOf(page: Page): 'markup' | 'text' | 'items' | 'events' {
  const text = page
    .text()
    .replace(/^\ufeff/, '')
    .trimStart()
  if (text.startsWith('<')) return 'markup'
  if (!/^[[{]/.test(text)) return 'text'
  const isList = /^\s*\[|"value"\s*:\s*\[/.test(text)
  return !isList && /"(?:eventBookmarks|items)"\s*:\s*\[/.test(text) ? 'items' : 'events'
}

function readItems(page: Page, shape: ReturnType<typeof shapeOf>): readonly ScrapedAgendaItem[] {
  if (shape === 'markup') return parseOldAgenda(page)
  // The server's own text of an agenda's file; a sentence that it cannot help has no list in it.
  const cut = shape === 'text' ? cutLines(page.text().split(/\r?\n/)) : []
  return cut.length > 0 ? cut : parseItems(page)
}

const apiOf = ({ options: { client, apiUrl } }: Target) =>
  apiUrl ? `${apiUrl.replace(/\/+$/, '')}/` : `https://${client}.api.civicclerk.com/v1/`

type Listings = readonly Listing<CivicClerkMeeting>[]

/** The list that was pasted, the one event that was, or all of the window, page by page. */
async function readEvents(target: Target, context: ScrapeContext): Promise<Listings> {
  const { list, eventId, old } = readPasted(target.address)
  const api = apiOf(target)
  const { from, to } = context.window
  const bounds = [from && `startDateTime ge ${from}`, to && `startDateTime le ${to}T23:59:59Z`]
  const filter = bounds.filter((bound) => bound).join(' and ')
  const whole = `${api}Events?${filter && `$filter=${encodeURIComponent(filter)}&`}$orderby=startDateTime`
  const at = (url: string) => ({ url, options: { accept: 'application/json' }, parse: parseEvents })
  const first = list ?? (eventId ? `${api}Events/${eventId}` : whole)
  const others: ListPage<Listing<CivicClerkMeeting>>[] = old
    ? [{ url: old, parse: parseOldGrids }]
    : [at(`${api}Events`)]
  const pages = await readLists<Listing<CivicClerkMeeting>>(context, [at(first)], others)
  let next = nextOf(pages[0])
  while (next !== null && pages.length < mostPages) {
    const [more] = await readLists(context, [at(next)])
    if (!more) break
    pages.push(more)
    // A link that leads to itself would never end.
    next = more.nextUrl === next ? null : more.nextUrl
  }
  return pages
}

const nextOf = (page: (Listing<CivicClerkMeeting> & Partial<EventsPage>) | undefined) =>
  page?.nextUrl ?? null

/** One way to an agenda's items; `undefined` where this meeting does not have it. */
type Way = (() => Promise<readonly ScrapedAgendaItem[]>) | undefined

/**
 * The tree of items; where a tenant does not open it, the agenda's file cut into items, or the marks
 * of the recording. What could not be had is told when nothing else could.
 */
async function readDetails(
  { agendaId, agendaFileUrl, upstreamId, documents, frameUrl }: CivicClerkMeeting,
  target: Target,
  context: ScrapeContext,
): Promise<MeetingDetails> {
  const api = apiOf(target)
  const parsed = async (url: string) => {
    const page = await context.fetcher.get(url, { accept: 'application/json' })
    return await context.parsed(page, parseItems)
  }
  const isRecorded = documents.some(({ kind }) => kind === 'video')
  const ways: readonly Way[] = [
    frameUrl ? () => readOldAgenda(frameUrl, context) : undefined,
    agendaId ? () => parsed(`${api}Meetings/${agendaId}`) : undefined,
    agendaFileUrl ? () => itemsOfFile(context, agendaFileUrl) : undefined,
    isRecorded && agendaId ? () => parsed(`${api}EventsMedia/${upstreamId}`) : undefined,
  ]
  let failure: AppError | undefined
  for (const way of ways) {
    if (!way) continue
    try {
      const agendaItems = await way()
      if (agendaItems.length > 0) return { agendaItems }
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      // Many tenants answer 404 for the tree and have the file.
      if (!failure || isNotThere(failure)) failure = error
    }
  }
  if (failure && (agendaFileUrl || !isNotThere(failure))) throw failure
  return { agendaItems: [] }
}

const isNotThere = ({ where }: AppError) => where.status === 404

async function readOldAgenda(
  frameUrl: string,
  context: ScrapeContext,
): Promise<readonly ScrapedAgendaItem[]> {
  const url = findOldAgenda(await context.fetcher.get(frameUrl))
  return url ? await itemsAt(context, url, parseOldAgenda) : []
}
