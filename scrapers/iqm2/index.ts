import * as z from 'zod'
import type { LocalDate } from '../../src/model/ids.ts'
import type { ScrapeContext } from '../../src/scraping/contract.ts'
import { defineScraper } from '../../src/scraping/define-scraper.ts'
import { itemsOfFile } from '../agenda-file.ts'
import { type MeetingDetails, makeMeeting } from '../meeting.ts'
import { mergeListings, readLists, yieldMeetings } from '../run.ts'
import { meetingIdOf, recogniseIqm2 } from './address.ts'
import { type Iqm2Meeting, parseIqm2Calendar } from './parse-calendar.ts'
import { parseIqm2Feed } from './parse-feed.ts'
import { parseLegiFile } from './parse-legi-file.ts'
import { parseIqm2Head, parseIqm2Outline } from './parse-outline.ts'

/** IQM2 / MinuteTraq: calendar rows, and the outline of each meeting. */
export const iqm2 = defineScraper({
  platform: 'iqm2',
  label: 'IQM2 / MinuteTraq',
  version: 1,
  options: z.object({}),
  recognise: recogniseIqm2,

  parsePage(kind, page, timeZone) {
    if (kind === 'items') return { agendaItems: parseIqm2Outline(page), problems: [] }
    if (kind === 'matter') return { matters: [parseLegiFile(page)], problems: [] }
    if (kind === 'attachments') return { documents: parseLegiFile(page).documents, problems: [] }
    if (kind === 'meeting') {
      const head = parseIqm2Head(page)
      const details = { agendaItems: parseIqm2Outline(page) }
      return { meetings: head ? [makeMeeting(head, timeZone, details)] : [], problems: [] }
    }
    const { meetings, problems } = kind === 'rss' ? parseIqm2Feed(page) : parseIqm2Calendar(page)
    return { meetings: meetings.map((meeting) => makeMeeting(meeting, timeZone)), problems }
  },

  async *meetings(target, context) {
    const { portalUrl, address = portalUrl } = target
    const wanted = meetingIdOf(address)
    if (wanted && /Detail_Meeting/i.test(address)) {
      const page = await context.fetcher.get(address)
      const head = parseIqm2Head(page)
      if (head) {
        yield* yieldMeetings([head], target, context, async () => ({
          agendaItems: await context.parsed(page, parseIqm2Outline),
        }))
        return
      }
    }
    const isPasted =
      address !== portalUrl && /\/Citizens\/(?:Calendar|Default)\.aspx/i.test(address)
    const first = isPasted ? address : listUrl(portalUrl, context)
    const lists = await readLists(
      context,
      [{ url: first, parse: parseIqm2Calendar }],
      [portalUrl, portalUrl.replace('Calendar', 'calendar')].map((url) => ({
        url,
        parse: parseIqm2Calendar,
      })),
    )
    const meetings = mergeListings(context, lists).filter(
      ({ upstreamId }) => wanted === undefined || upstreamId === wanted,
    )
    yield* yieldMeetings(meetings, target, context, (meeting) => readDetails(meeting, context))
  },
})

const usDate = (date: LocalDate) =>
  `${Number(date.slice(5, 7))}/${Number(date.slice(8))}/${date.slice(0, 4)}`

function listUrl(portalUrl: string, { window: { from, to } }: ScrapeContext): string {
  return from && to ? `${portalUrl}?From=${usDate(from)}&To=${usDate(to)}` : portalUrl
}

/** The outline; a meeting may have files and an empty one. */
async function readDetails(
  { outlineUrl, fileUrl }: Iqm2Meeting,
  context: ScrapeContext,
): Promise<MeetingDetails> {
  if (outlineUrl && /Detail_Meeting/i.test(outlineUrl)) {
    const page = await context.fetcher.get(outlineUrl)
    const agendaItems = await context.parsed(page, parseIqm2Outline)
    if (agendaItems.length > 0) return { agendaItems }
  }
  return { agendaItems: fileUrl ? await itemsOfFile(context, fileUrl) : [] }
}
