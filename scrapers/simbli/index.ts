import * as z from 'zod'
import { PageShapeError } from '../../src/model/errors.ts'
import type { Recognition, ScrapeContext } from '../../src/scraping/contract.ts'
import { defineScraper } from '../../src/scraping/define-scraper.ts'
import { parameter } from '../address-shapes.ts'
import { makeMeeting } from '../meeting.ts'
import { mergeListings, readLists, yieldMeetings } from '../run.ts'
import { parseSimbliItems, parseSimbliListing } from './parse-listing.ts'

const host = 'simbli.eboardsolutions.com'

/** Simbli eBoard: the meetings service behind its listing, with the tokens of its page. */
export const simbli = defineScraper({
  platform: 'simbli',
  label: 'Simbli eBoard',
  version: 1,
  options: z.object({}),
  recognise,

  parsePage(kind, page, timeZone) {
    if (kind === 'items') return { agendaItems: parseSimbliItems(page), problems: [] }
    const { meetings, problems } = parseSimbliListing(page)
    return { meetings: meetings.map((meeting) => makeMeeting(meeting, timeZone)), problems }
  },

  async *meetings(target, context) {
    const { portalUrl, address = portalUrl } = target
    const service = new URL('/Services/api/GetMeetingListing', portalUrl).href
    const isService = /GetMeetingListing/i.test(address)
    const form = isService ? {} : await tokensOf(portalUrl, context)
    const listings = await readLists(context, [{ url: service, form, parse: parseSimbliListing }])
    const wanted = /[?&]MID=(\d+)/i.exec(address)?.[1]
    const meetings = mergeListings(context, listings).filter(
      ({ upstreamId }) => wanted === undefined || upstreamId === wanted,
    )
    // The tree of items wants a token of each meeting's own page, which needs a browser: the list
    // alone is told, and that items are not read.
    yield* yieldMeetings(meetings, target, context, async () => ({
      agendaItems: [],
      areItemsMissing: true,
    }))
  },
})

function recognise(url: URL): Recognition | undefined {
  const school = parameter(url, 'S')
  const isService = url.hostname === host && /\/Services\/api\//i.test(url.pathname)
  if (url.hostname !== host || (!isService && (!school || !/^\d+$/.test(school)))) return undefined
  const portalUrl = `https://${host}/SB_Meetings/SB_MeetingListing.aspx${school ? `?S=${school}` : ''}`
  return { platform: 'simbli', client: school ?? host, options: {}, portalUrl }
}

/** What the service asks for, as the page of the listing hands it to its script. */
async function tokensOf(
  portalUrl: string,
  context: ScrapeContext,
): Promise<Record<string, string>> {
  const page = await context.fetcher.get(portalUrl)
  const markup = page.text()
  const value = (name: string) =>
    new RegExp(`["']?${name}["']?\\s*[:=]\\s*["']([^"']{1,500})["']`, 'i').exec(markup)?.[1]
  const connection = value('ConnectionString') ?? value('constr')
  const token = value('SecurityToken') ?? value('sct')
  if (!connection || !token) {
    throw new PageShapeError(
      'the tokens of the meetings service (ConnectionString, SecurityToken)',
      page.url,
    )
  }
  return {
    SchoolID: /[?&]S=(\d+)/i.exec(portalUrl)?.[1] ?? '',
    ConnectionString: connection,
    SecurityToken: token,
    ListingType: '0',
    RecordStart: '0',
    RecordCount: '200',
    SortColName: 'DateTime',
    IsSortDesc: 'true',
  }
}
