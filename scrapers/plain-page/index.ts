import * as z from 'zod'
import { AppError } from '../../src/model/errors.ts'
import type { Page, PageRecognition } from '../../src/scraping/contract.ts'
import { defineScraper } from '../../src/scraping/define-scraper.ts'
import { cutPage, itemsAt } from '../agenda-file.ts'
import { makeMeeting } from '../meeting.ts'
import { mergeListings, readLists, yieldMeetings } from '../run.ts'
import { parsePlainPage } from './parse-links.ts'

const options = z.object({ pageUrl: z.string().optional() })
/** Fewer dated agendas than this are no list of meetings. */
const fewestMeetings = 3

/** Any page that lists agendas as files: no selectors, only words and dates. */
export const plainPage = defineScraper({
  platform: 'plain-page',
  label: 'Page of PDF agendas',
  version: 3,
  options,
  recognise: () => undefined,
  recognisePage,

  parsePage(kind, page, timeZone) {
    if (kind === 'items') return { agendaItems: cutPage(page), problems: [] }
    const { meetings, problems } = parsePlainPage(page)
    return { meetings: meetings.map((meeting) => makeMeeting(meeting, timeZone)), problems }
  },

  async *meetings(target, context) {
    const url = target.options.pageUrl ?? target.portalUrl
    const listings = await readLists(context, [{ url, parse: parsePlainPage }])
    yield* yieldMeetings(
      mergeListings(context, listings),
      target,
      context,
      async ({ agendaUrl }) => ({
        agendaItems: agendaUrl ? await itemsAt(context, agendaUrl) : [],
      }),
    )
  },
})

/** A page with several dated agendas, at least one of them told as such. */
function recognisePage(page: Page): PageRecognition | undefined {
  try {
    const { meetings } = parsePlainPage(page)
    const withAgenda = meetings.filter(({ agendaUrl }) => agendaUrl !== null)
    if (withAgenda.length < fewestMeetings) return undefined
    const { hostname } = new URL(page.finalUrl)
    return {
      platform: 'plain-page',
      client: hostname,
      options: { pageUrl: page.finalUrl },
      portalUrl: page.finalUrl,
      confidence: 'likely',
      why: `the page itself lists ${withAgenda.length} dated agendas`,
    }
  } catch (error) {
    if (error instanceof AppError) return undefined
    throw error
  }
}
