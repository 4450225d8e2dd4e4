import * as z from 'zod'
import { cutAgenda } from '../../src/agendas/cut-agenda.ts'
import type { ScrapeContext } from '../../src/scraping/contract.ts'
import { defineScraper } from '../../src/scraping/define-scraper.ts'
import { type MeetingDetails, makeMeeting } from '../meeting.ts'
import { mergeListings, readLists, yieldMeetings } from '../run.ts'
import { isAgendaAddress, meetingKeyOf, recogniseGranicus } from './address.ts'
import { parseGranicusAgenda } from './parse-agenda.ts'
import { parseGranicusFeed } from './parse-feed.ts'
import { type GranicusMeeting, parseView } from './parse-view.ts'

/** Views are numbered; a portal whose view is not known is asked for the usual one. */
const usualView = '/ViewPublisher.php?view_id=1'

/** Granicus views, agendas and recordings. */
export const granicus = defineScraper({
  platform: 'granicus',
  label: 'Granicus',
  version: 2,
  options: z.object({}),
  recognise: recogniseGranicus,

  parsePage(kind, page, timeZone) {
    if (kind === 'items') return { agendaItems: parseGranicusAgenda(page), problems: [] }
    const { meetings, problems } = kind === 'rss' ? parseGranicusFeed(page) : parseView(page)
    return { meetings: meetings.map((meeting) => makeMeeting(meeting, timeZone)), problems }
  },

  async *meetings(target, context) {
    const { portalUrl, address = portalUrl } = target
    const isRoot = new URL(portalUrl).pathname === '/'
    const usual = isRoot ? new URL(usualView, portalUrl).href : portalUrl
    const isView = /\/ViewPublisher\.php/i.test(address)
    const isFeed = /\/ViewPublisherRSS\.php/i.test(address)
    const view = { url: isView ? address : usual, parse: parseView }
    const feed = { url: address, parse: parseGranicusFeed }
    const lists = isFeed
      ? await readLists(context, [feed])
      : await readLists(context, [view], isRoot ? [{ url: portalUrl, parse: parseView }] : [])
    const wanted = isView || isFeed ? undefined : meetingKeyOf(address)
    const meetings = mergeListings(context, lists).filter(
      ({ upstreamId, documents }) =>
        wanted === undefined ||
        upstreamId === wanted ||
        documents.some(({ url }) => meetingKeyOf(url) === wanted),
    )
    yield* yieldMeetings(meetings, target, context, (meeting) =>
      readDetails(meeting, isAgendaAddress(address) ? address : meeting.agendaUrl, context),
    )
  },
})

/** A viewer answers with a page, or leads to a file. */
async function readDetails(
  _meeting: GranicusMeeting,
  agendaUrl: string | null,
  context: ScrapeContext,
): Promise<MeetingDetails> {
  if (agendaUrl === null) return { agendaItems: [] }
  const page = await context.fetcher.get(agendaUrl)
  const isMarkup = /^\s*(?:\ufeff)?</.test(page.text().slice(0, 200))
  if (isMarkup) return { agendaItems: await context.parsed(page, parseGranicusAgenda) }
  return { agendaItems: cutAgenda(await context.readText(page)) }
}
