import * as z from 'zod'
import { addDays, toLocal } from '../../src/model/time.ts'
import type { Recognition, ScrapeContext } from '../../src/scraping/contract.ts'
import { defineScraper } from '../../src/scraping/define-scraper.ts'
import { itemsOfFile } from '../agenda-file.ts'
import { type MeetingDetails, makeMeeting } from '../meeting.ts'
import { mergeListings, readLists, yieldMeetings } from '../run.ts'
import { parseMinneapolisAgenda, parseMinneapolisMeeting, readAgendaPath } from './parse-agenda.ts'
import {
  lims,
  type MinneapolisMeeting,
  minneapolisZone,
  parseMinneapolisMeetings,
} from './parse-meetings.ts'

/** The first year that the system has meetings of, and the days ahead that are asked for. */
const firstDay = '2017-01-01'
const daysAhead = 365

/** Minneapolis: the City Clerk's own Legislative Information Management System. */
export const minneapolis = defineScraper({
  platform: 'minneapolis',
  label: 'Minneapolis LIMS',
  version: 1,
  options: z.object({}),
  recognise,

  parsePage(kind, page, timeZone) {
    if (kind === 'items') return { agendaItems: parseMinneapolisAgenda(page), problems: [] }
    const zone = timeZone ?? minneapolisZone
    if (kind === 'meeting') {
      return { meetings: [makeMeeting(parseMinneapolisMeeting(page), zone)], problems: [] }
    }
    const { meetings, problems } = parseMinneapolisMeetings(page)
    return { meetings: meetings.map((meeting) => makeMeeting(meeting, zone)), problems }
  },

  async *meetings({ address = '', ...target }, context) {
    const timeZone = target.timeZone ?? minneapolisZone
    const listed = readAgendaPath(address)
      ? await readLists(context, [{ url: address, parse: parseMinneapolisMeeting }])
      : mergeListings(context, await readCalendar(context))
    yield* yieldMeetings(listed, { timeZone }, context, (meeting) => readDetails(meeting, context))
  },
})

function recognise(url: URL): Recognition | undefined {
  if (url.hostname !== 'lims.minneapolismn.gov') return undefined
  const portalUrl = `${lims}/Calendar/all/monthly`
  return { platform: 'minneapolis', client: 'minneapolis', options: {}, portalUrl }
}

/** The calendar of all bodies; where it cannot be had, the council's own list of meetings. */
async function readCalendar(context: ScrapeContext) {
  const { from, to } = context.window
  const query = new URLSearchParams({
    fromDate: from ?? firstDay,
    toDate: to ?? addDays(toLocal(context.now, minneapolisZone).date, daysAhead),
    meetingType: '0',
    committeeId: 'null',
    pageCount: '10000',
    offsetStart: '0',
    abbreviation: '',
    keywords: '',
    sortOrder: '1',
  })
  const council = {
    url: `${lims}/CityCouncil/CityCouncilMeetingsPagedList?abbreviation=`,
    form: {
      draw: '1',
      start: '0',
      length: '3000',
      'order[0][column]': '1',
      'order[0][dir]': 'DESC',
    },
    parse: parseMinneapolisMeetings,
  }
  const calendar = {
    url: `${lims}/Calendar/GetCalenderList?${query}`,
    parse: parseMinneapolisMeetings,
  }
  return await readLists(context, [calendar], [council])
}

/** The items of the marked agenda; of the file where there is no such page. */
async function readDetails(
  { agendaPageUrl, documents }: MinneapolisMeeting,
  context: ScrapeContext,
): Promise<MeetingDetails> {
  if (agendaPageUrl) {
    const page = await context.fetcher.get(agendaPageUrl)
    return { agendaItems: await context.parsed(page, parseMinneapolisAgenda) }
  }
  const agenda = documents.find(({ kind }) => kind === 'agenda')
  return { agendaItems: agenda ? await itemsOfFile(context, agenda.url) : [] }
}
