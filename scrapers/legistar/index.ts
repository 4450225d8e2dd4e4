import { AppError, type Problem, toProblem } from '../../src/model/errors.ts'
import type { ScrapedMeeting } from '../../src/model/meeting.ts'
import type { ScrapeContext, ScrapeTarget, SeenMeeting } from '../../src/scraping/contract.ts'
import { defineScraper } from '../../src/scraping/define-scraper.ts'
import { findLegistarAddress, type MeetingAddress, recogniseLegistar } from './address.ts'
import { ApiClosedError, type LegistarApi, openApi } from './api.ts'
import type { ApiRun } from './api-run.ts'
import { type LegistarOptions, legistarOptions } from './options.ts'
import { type ParsedEvent, parseEventsPage } from './parse-api-events.ts'
import { parseLegistarPage } from './parse-page.ts'
import { readEvent } from './read-api.ts'
import { readCalendar } from './read-calendar.ts'
import { isInside, readEventList } from './read-event-list.ts'
import { type InSiteRun, readMeetingPage, readRow } from './read-insite.ts'

type Target = ScrapeTarget<LegistarOptions>
type Meetings = AsyncGenerator<ScrapedMeeting | SeenMeeting>

/**
 * Granicus Legistar: the Web API, and the public InSite pages where that is closed, unknown or
 * empty. Its quirks are told in README.md beside this file.
 */
export const legistar = defineScraper<LegistarOptions>({
  platform: 'legistar',
  label: 'Granicus Legistar',
  version: 1,
  options: legistarOptions,
  recognise: recogniseLegistar,
  parsePage: parseLegistarPage,

  async *meetings(target, context) {
    const meeting = findPastedMeeting(target)
    if (meeting) {
      yield* readOneMeeting(target, context, meeting)
      return
    }
    const fromApi = await listByApi(target, context)
    if (fromApi.events && (fromApi.events.length > 0 || target.options.useApi === 'always')) {
      const run = apiRun(target, context, fromApi.api)
      for (const event of fromApi.events) yield await readEvent(run, event)
      return
    }
    yield* readInSitePages(target, context, fromApi)
  },
})

function findPastedMeeting({ address }: Target): MeetingAddress | null {
  if (address === undefined || !URL.canParse(address)) return null
  return findLegistarAddress(new URL(address))?.meeting ?? null
}

function openApiOf({ options }: Target, context: ScrapeContext): LegistarApi | undefined {
  const client = options.apiClient === undefined ? options.client : options.apiClient
  if (client === null || options.useApi === 'never' || options.bodyUrl) return undefined
  return openApi(context.fetcher, { apiUrl: options.apiUrl, client, token: options.token })
}

function apiRun({ options, timeZone }: Target, context: ScrapeContext, api: LegistarApi): ApiRun {
  return { api, context, timeZone, options, absent: new Set() }
}

/** What became of asking the Web API for its events. */
type ApiListing =
  | {
      readonly api: LegistarApi
      readonly events: readonly ParsedEvent[]
      readonly failure?: undefined
    }
  | { readonly api?: undefined; readonly events?: undefined; readonly failure?: ApiFailure }

interface ApiFailure {
  readonly problem: Problem
  /** The documented answer of a customer without an open API: nothing to tell if InSite works. */
  readonly isDocumented: boolean
}

/** @throws {AppError} an outage: the same ids are worth waiting for, InSite numbers meetings otherwise. */
async function listByApi(target: Target, context: ScrapeContext): Promise<ApiListing> {
  const api = openApiOf(target, context)
  if (!api) return {}
  try {
    return { api, events: await readEventList(api, context) }
  } catch (error) {
    return { failure: toFailure(error, api, '/events', target.options) }
  }
}

function toFailure(
  error: unknown,
  api: LegistarApi,
  path: string,
  options: LegistarOptions,
): ApiFailure {
  if (!(error instanceof AppError)) throw error
  const isOutage = error.retry === 'later' && error.code.startsWith('fetch_')
  if (isOutage || options.useApi === 'always') throw error
  const { url, code, message } = toProblem(error, api.addressOf(path))
  const problem = { url: api.clean(url), code, message: api.clean(message) }
  return { problem, isDocumented: error instanceof ApiClosedError }
}

async function* readInSitePages(
  target: Target,
  context: ScrapeContext,
  listing: ApiListing,
): Meetings {
  const failure = listing.failure
  if (failure && !failure.isDocumented) context.report(failure.problem)
  const run: InSiteRun = { context, timeZone: target.timeZone, options: target.options }
  const rows = await openCalendar(target, context)
  if (!rows) {
    if (failure?.isDocumented) context.report(failure.problem)
    return
  }
  if (failure && !failure.isDocumented && rows.length > 0) {
    context.report({
      url: failure.problem.url,
      code: 'portal_suspect',
      message:
        'The Web API failed in an unknown way and the InSite pages were read instead: they number meetings otherwise',
    })
  }
  for (const row of rows) yield await readRow(run, row)
}

/**
 * The rows of the portal's calendar; else of the pasted page, where that is another one. `undefined`
 * after reporting why neither can be had; an empty calendar is an answer.
 */
async function openCalendar({ options, address, timeZone }: Target, context: ScrapeContext) {
  const usual = options.bodyUrl ?? `${options.siteUrl}/Calendar.aspx`
  const candidates = [usual]
  const isOfSite =
    address !== undefined &&
    URL.canParse(address) &&
    new URL(address).origin === new URL(usual).origin
  if (isOfSite && address !== usual) candidates.push(address)
  const problems: Problem[] = []
  for (const url of candidates) {
    try {
      return await readCalendar(url, context, timeZone)
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      problems.push(toProblem(error, url))
    }
  }
  for (const problem of problems) context.report(problem)
  return undefined
}

/** The Web API where the address holds its number of the meeting, else the meeting's own page. */
async function* readOneMeeting(
  target: Target,
  context: ScrapeContext,
  meeting: MeetingAddress,
): Meetings {
  const api = openApiOf(target, context)
  let failure: ApiFailure | undefined
  if (api && meeting.eventId) {
    const path = `/events/${meeting.eventId}`
    try {
      const { events, problems } = parseEventsPage(await api.get(path))
      for (const problem of problems) context.report(problem)
      const run = apiRun(target, context, api)
      for (const event of events) {
        if (isInside(event.listed.date, context.window)) yield await readEvent(run, event)
      }
      return
    } catch (error) {
      failure = toFailure(error, api, path, target.options)
    }
  }
  if (failure && !(failure.isDocumented && meeting.pageUrl)) context.report(failure.problem)
  if (!meeting.pageUrl) return
  const run: InSiteRun = { context, timeZone: target.timeZone, options: target.options }
  try {
    const read = await readMeetingPage(run, meeting.pageUrl)
    if (isInside(read.date, context.window)) yield read
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    context.report(toProblem(error, meeting.pageUrl))
    if (failure?.isDocumented) context.report(failure.problem)
  }
}
