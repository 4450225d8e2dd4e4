import * as z from 'zod'
import type { Page, PageRecognition, Recognition } from '../../src/scraping/contract.ts'
import { defineScraper } from '../../src/scraping/define-scraper.ts'
import { itemsAt } from '../agenda-file.ts'
import { makeMeeting } from '../meeting.ts'
import { mergeListings, readLists, yieldMeetings } from '../run.ts'
import { parseFeed } from './entries.ts'

const options = z.object({ feedUrl: z.string().optional() })
const open = { from: null, to: null }

/** Any iCalendar, RSS, Atom or JSON calendar: the meetings of public bodies in it. */
export const feed = defineScraper({
  platform: 'feed',
  label: 'iCalendar or RSS feed',
  version: 2,
  options,
  recognise,
  recognisePage,

  parsePage(_kind, page, timeZone) {
    const { meetings, problems } = parseFeed(page, timeZone, open)
    return { meetings: meetings.map((meeting) => makeMeeting(meeting, timeZone)), problems }
  },

  async *meetings(target, context) {
    const url = target.options.feedUrl ?? target.portalUrl
    // Repeating events are told as far as the window reaches.
    const parse = (page: Page) => parseFeed(page, target.timeZone, context.window)
    const listings = await readLists(context, [{ url, parse, dependsOnTime: true }])
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

function recognise(url: URL): Recognition | undefined {
  const isFeed =
    /\.(?:ics|ical|rss|atom)$/i.test(url.pathname) ||
    /(?:^|\/)(?:rss|feed|atom|ical)\/?$|RSSFeed\.aspx$|(?:rss|feed)\.xml$|iCalendar\.aspx$|icalfeed\.ashx$|\/wp-json\/tribe\/events\/v1/i.test(
      url.pathname,
    ) ||
    /(?:^|[?&])(?:ical|format)=(?:1|ical|ics|rss)\b/i.test(url.search)
  return isFeed ? found(url.hostname, url.href) : undefined
}

const found = (client: string, feedUrl: string): Recognition => ({
  platform: 'feed',
  client,
  options: { feedUrl },
  portalUrl: feedUrl,
})

/** WordPress's events plugin tells its API in the head of every page. */
function recognisePage(page: Page): PageRecognition | undefined {
  const api = /<link[^>]+href=["']([^"']+\/wp-json\/tribe\/events\/v1\/?)["']/i.exec(
    page.text(),
  )?.[1]
  if (!api || !URL.canParse(api, page.finalUrl)) return undefined
  const url = new URL(api, page.finalUrl)
  url.pathname = `${url.pathname.replace(/\/$/, '')}/events`
  return {
    ...found(url.hostname, `${url.href}?per_page=50`),
    confidence: 'likely',
    why: 'a link to the site’s events API',
  }
}
