import * as z from 'zod'
import type { Page, Recognition } from '../../src/scraping/contract.ts'
import { defineScraper } from '../../src/scraping/define-scraper.ts'
import { makeMeeting } from '../meeting.ts'
import { type Listing, mergeListings, readLists, yieldMeetings } from '../run.ts'
import { parseBoardDocsAgenda, parseBoardDocsMeeting } from './parse-agenda.ts'
import { parseBoardDocsDetails, parseBoardDocsFiles, toMatter } from './parse-item.ts'
import { type BoardDocsMeeting, parseBoardDocsList, siteOf } from './parse-lists.ts'
import { parseBoardDocsXml } from './parse-xml.ts'
import { readItems } from './read-items.ts'

/** BoardDocs: one XML for what is active, a list for the rest, agendas and their prints by meeting. */
export const boarddocs = defineScraper({
  platform: 'boarddocs',
  label: 'BoardDocs',
  version: 5,
  options: z.object({}),
  recognise,

  parsePage(kind, page, timeZone) {
    if (kind === 'items' && !isXml(page))
      return { agendaItems: parseBoardDocsAgenda(page), problems: [] }
    if (kind === 'attachments' && !isXml(page))
      return { documents: parseBoardDocsFiles(page), problems: [] }
    if (kind === 'matter' && !isXml(page)) {
      const matters = parseBoardDocsDetails(page).map((item) => toMatter(item, page))
      return { matters, problems: [] }
    }
    if (kind === 'meeting') {
      const meeting = parseBoardDocsMeeting(page)
      if (meeting) return { meetings: [makeMeeting(meeting, timeZone)], problems: [] }
      const message = 'The page of a meeting names no day'
      return { problems: [{ url: page.url, code: 'date_unknown', message }] }
    }
    const { meetings, problems } = parseList(page)
    const made = meetings.map((one) =>
      makeMeeting(one, timeZone, { agendaItems: one.agendaItems ?? [] }),
    )
    const agendaItems = made.flatMap((one) => one.agendaItems)
    const documents = agendaItems.flatMap((item) => item.documents)
    return {
      meetings: made,
      ...(kind === 'items' && { agendaItems }),
      ...(kind === 'attachments' && { documents }),
      problems,
    }
  },

  async *meetings(target, context) {
    const { portalUrl, address = portalUrl } = target
    const site = siteOf(portalUrl)
    const isList = /\/(?:XML-ActiveMeetings|BD-Get\w*List\w*)/i.test(address)
    const at = (url: string) => ({ url, parse: parseList })
    const pages = isList
      ? [address]
      : [`${site}XML-ActiveMeetings`, `${site}BD-GETMeetingsListForSEO`]
    const listings = await readLists(context, pages.map(at), [
      // The portal's own pages ask for one committee's; without a number it gives the first one's.
      {
        url: `${site}BD-GetMeetingsList?open`,
        form: { current_committee_id: '' },
        parse: parseList,
      },
    ])
    const wanted = /[?&]id=([0-9A-Z]{8,20})/i.exec(address)?.[1]
    // The XML holds items, and comes first: the same meeting of the list adds nothing.
    const meetings = mergeListings(context, listings).filter(
      ({ upstreamId }) => wanted === undefined || upstreamId === wanted,
    )
    yield* yieldMeetings(meetings, target, context, async (meeting) => {
      const held = meeting.agendaItems ?? []
      if (held.length > 0) return { agendaItems: held }
      return await readItems(meeting, site, target.timeZone, context)
    })
  },
})

function recognise(url: URL): Recognition | undefined {
  if (!/^(?:go|www)\.boarddocs\.com$/.test(url.hostname)) return undefined
  const [, state, slug] = /^\/(\w{2,8})\/([^/]+)\//.exec(`${url.pathname}/`) ?? []
  if (!state || !slug) return undefined
  const portalUrl = `https://go.boarddocs.com/${state}/${slug}/Board.nsf/Public`
  return { platform: 'boarddocs', client: `${state}/${slug}`, options: {}, portalUrl }
}

const isXml = (page: Page) =>
  /^\s*(?:\ufeff)?<\?xml|^\s*<meetings/i.test(page.textBetween(0, Math.min(400, page.bytes.length)))

const parseList = (page: Page): Listing<BoardDocsMeeting> =>
  isXml(page) ? parseBoardDocsXml(page) : parseBoardDocsList(page)
