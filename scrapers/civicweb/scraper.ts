import * as z from 'zod'
import { AppError } from '../../src/model/errors.ts'
import type { Page, Recognition, ScrapeContext, Scraper } from '../../src/scraping/contract.ts'
import { defineScraper } from '../../src/scraping/define-scraper.ts'
import { itemsAt } from '../agenda-file.ts'
import { type ListedMeeting, makeMeeting } from '../meeting.ts'
import { meetingFromDetail } from '../row-detail.ts'
import { parseRowList } from '../row-list.ts'
import type { RowShape } from '../row-shape.ts'
import { type Listing, mergeListings, readLists, yieldMeetings } from '../run.ts'
import { parseCivicWebDocuments } from './parse-documents.ts'
import { parseInformation } from './parse-information.ts'
import { parseCivicWebMeetings } from './parse-meetings.ts'

const idOf = (url: string) =>
  /MeetingInformation\.aspx\?(?:[^#]*&)?Id=(\d+)/i.exec(url)?.[1] ??
  /\/meetings\/(\d+)(?:\/|$)/i.exec(url)?.[1]

/** The pages of the portal, for where its service is closed. */
const shape: RowShape = {
  frame: /MeetingInformation\.aspx|meeting-type|civicweb|icompass/i,
  frameName: 'a list of CivicWeb (MeetingInformation.aspx)',
  keyOf: idOf,
  isDetail: /MeetingInformation\.aspx/i,
}

const isJson = (page: Page) => /^\s*(?:\ufeff)?[[{]/.test(page.text().slice(0, 100))

function parseList(page: Page): Listing<ListedMeeting> {
  return isJson(page) ? parseCivicWebMeetings(page) : parseRowList(page, shape)
}

/** CivicWeb and Diligent Community are one product under two names: a meetings service, and pages. */
export function civicWebScraper(
  platform: string,
  label: string,
  recognise: (url: URL) => Recognition | undefined,
): Scraper {
  return defineScraper({
    platform,
    label,
    version: 2,
    options: z.object({}),
    recognise,

    parsePage(kind, page, timeZone) {
      if (isJson(page) && (kind === 'items' || kind === 'attachments')) {
        const { documents, agendaItems } = parseCivicWebDocuments(page)
        return { agendaItems, documents, problems: [] }
      }
      if (kind === 'meeting' && !isJson(page)) {
        const meeting = parseInformation(page) ?? meetingFromDetail(page, shape)
        if (meeting) return { meetings: [makeMeeting(meeting, timeZone)], problems: [] }
        const message = 'The page of a meeting names no day'
        return { problems: [{ url: page.url, code: 'date_unknown', message }] }
      }
      const { meetings, problems } = parseList(page)
      return { meetings: meetings.map((meeting) => makeMeeting(meeting, timeZone)), problems }
    },

    async *meetings(target, context) {
      const { portalUrl, address = portalUrl } = target
      const service = new URL('/Services/MeetingsService.svc/meetings', portalUrl).href
      const { from, to } = context.window
      const bounds = from || to ? `?from=${from ?? '1990-01-01'}&to=${to ?? '9999-12-31'}` : ''
      const isList = /MeetingsService\.svc\/meetings(?:\?|$)/i.test(address)
      const at = (url: string) => ({ url, parse: parseList })
      const listings = await readLists(
        context,
        [at(isList ? address : `${service}${bounds}`)],
        [service, new URL('/Portal/MeetingTypeList.aspx', portalUrl).href].map(at),
      )
      const wanted = idOf(address)
      const meetings = mergeListings(context, listings).filter(
        ({ upstreamId }) => wanted === undefined || upstreamId === wanted,
      )
      yield* yieldMeetings(meetings, target, context, (meeting) =>
        readDetails(meeting, `${service}/${meeting.upstreamId}/meetingDocuments`, context),
      )
    },
  })
}

async function readDetails(meeting: ListedMeeting, url: string, context: ScrapeContext) {
  const page = await context.fetcher.get(url, { accept: 'application/json' })
  const { documents, agendaItems, calledOff } = await context.parsed(page, parseCivicWebDocuments)
  const listed = { ...meeting, documents, agendaStatus: calledOff ?? meeting.agendaStatus }
  if (agendaItems.length > 0) return { listed, agendaItems }
  const file = documents.find(({ kind }) => kind === 'agenda')
  if (!file) return { listed, agendaItems: [] }
  try {
    return { listed, agendaItems: await itemsAt(context, file.url) }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    context.report({ url: file.url, code: error.code, message: error.message })
    return { listed, agendaItems: [], areItemsMissing: true }
  }
}
