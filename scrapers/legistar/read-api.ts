import { AppError, PortalErrorPage, toProblem } from '../../src/model/errors.ts'
import type { ScrapedAgendaItem, ScrapedMeeting } from '../../src/model/meeting.ts'
import type { SeenMeeting } from '../../src/scraping/contract.ts'
import { isOver, type MeetingDetails, makeMeeting } from '../meeting.ts'
import { type ApiRun, attempt, attemptPart, report } from './api-run.ts'
import { chooseMatters, joinMatter, matterFreshness } from './matter-policy.ts'
import { parsedOnce } from './once.ts'
import { areMinutesFinal, type ParsedEvent } from './parse-api-events.ts'
import {
  type ParsedItem,
  type ParsedItems,
  parseItemsPage,
  withMinutes,
} from './parse-api-items.ts'
import { parseRollCallsPage, parseVotesPage } from './parse-api-votes.ts'
import { readMeetingPage } from './read-insite.ts'
import { readMatter } from './read-matter.ts'

/**
 * One event with its items, votes and matters. Parts that cannot be had are reported and left out.
 */
export async function readEvent(
  run: ApiRun,
  event: ParsedEvent,
): Promise<ScrapedMeeting | SeenMeeting> {
  const { listed } = event
  const { upstreamId, listFingerprint } = listed
  if (listFingerprint !== null && run.context.isSettled(upstreamId, listFingerprint)) {
    return { upstreamId, isSeenOnly: true }
  }
  return makeMeeting(listed, run.timeZone, await readDetails(run, event))
}

async function readDetails(run: ApiRun, event: ParsedEvent): Promise<MeetingDetails> {
  const { listed, nested } = event
  const over = isOver(listed.date, run.timeZone, run.context.now)
  // Before an agenda is published its items are nobody's business yet, and usually none.
  if (!nested && !over && !event.isPublished) return { agendaItems: [] }

  const parsed = nested ?? (await readItems(run, listed.upstreamId))
  if (!parsed) return { agendaItems: [], areItemsMissing: true }
  for (const problem of parsed.problems) report(run, problem)
  if (parsed.items.length === 0 && !nested && event.isPublished) {
    return { agendaItems: await readPageItems(run, listed.sourceUrl) }
  }

  const isFinal = areMinutesFinal(listed.minutesStatus)
  // What others stored with an event is whole: the API is not asked about it again.
  const voted = nested
    ? parsed.items.map((item) => withMinutes(item, isFinal))
    : await readVotes(run, parsed.items, over, isFinal)
  const linked = voted.map((item) => withGateway(item, run.options.siteUrl))
  const agendaItems = nested ? linked : await readMatters(run, linked, over, event)
  return {
    agendaItems,
    rollCall: agendaItems.find(({ rollCall }) => rollCall.length > 0)?.rollCall ?? [],
  }
}

/**
 * Some customers keep the items of published agendas from the API: they stand on the meeting's page.
 * A page that is not public says no more than the API did.
 */
async function readPageItems(
  { context, timeZone, options, api }: ApiRun,
  url: string,
): Promise<readonly ScrapedAgendaItem[]> {
  if (options.useApi === 'always' || !/\/MeetingDetail\.aspx\?/i.test(url)) return []
  try {
    return (await readMeetingPage({ context, timeZone, options }, url)).agendaItems
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    if (!(error instanceof PortalErrorPage)) {
      const { code, message } = toProblem(error, url)
      context.report({ url: api.clean(url), code, message: api.clean(message) })
    }
    return []
  }
}

async function readItems(run: ApiRun, eventId: string): Promise<ParsedItems | undefined> {
  // Without the three switches notes are null and attachments empty.
  const switches = { AgendaNote: '1', MinutesNote: '1', Attachments: '1' }
  return await attempt(run, `/events/${eventId}/eventitems`, async (path) => {
    const page = await run.api.get(path, switches)
    return await parsedOnce(run.context, page, parseItemsPage)
  })
}

/** After so many empty answers in a row a meeting is taken to have no recorded votes. */
const emptyLimit = 5

/**
 * Votes of the items whose flag promises them, and, once the meeting is over, of those that could
 * have been voted on: flags are often left out.
 */
async function readVotes(
  run: ApiRun,
  items: readonly ParsedItem[],
  over: boolean,
  isFinal: boolean,
): Promise<ScrapedAgendaItem[]> {
  const result: ScrapedAgendaItem[] = []
  let emptyInRow = 0
  for (const parsed of items) {
    let item = withMinutes(parsed, isFinal)
    const isLikely = over && item.matterUpstreamId !== null && emptyInRow < emptyLimit
    if (parsed.hasPassedFlag || (isLikely && !item.isHeading)) {
      const votes = await attemptPart(
        run,
        'votes',
        `/eventitems/${item.upstreamId}/votes`,
        (page) => parseVotesPage(page),
      )
      if (votes) item = { ...item, votes }
      emptyInRow = votes?.length ? 0 : emptyInRow + 1
    }
    if (parsed.hasRollCallFlag) {
      const path = `/eventitems/${item.upstreamId}/rollcalls`
      const rollCall = await attemptPart(run, 'rollcalls', path, (page) => parseRollCallsPage(page))
      if (rollCall) item = { ...item, rollCall }
    }
    result.push(item)
  }
  return result
}

/** The public page of a matter by its number at the API, which InSite itself numbers otherwise. */
function withGateway(item: ScrapedAgendaItem, siteUrl: string): ScrapedAgendaItem {
  if (item.matterUpstreamId === null || item.sourceUrl !== null) return item
  const id = encodeURIComponent(item.matterUpstreamId)
  return { ...item, sourceUrl: `${siteUrl}/gateway.aspx?M=L&ID=${id}` }
}

async function readMatters(
  run: ApiRun,
  items: readonly ScrapedAgendaItem[],
  over: boolean,
  event: ParsedEvent,
): Promise<ScrapedAgendaItem[]> {
  const startsInMs = Date.parse(event.listed.date) - run.context.now.getTime()
  const chosen = chooseMatters(items, over, run.options)
  const result: ScrapedAgendaItem[] = []
  for (const item of items) {
    if (!chosen.has(item.matterUpstreamId ?? '')) {
      result.push(item)
      continue
    }
    const matter = await readMatter(run, item, matterFreshness(startsInMs))
    const documents = item.documents.length > 0 ? item.documents : matter.documents
    result.push({ ...joinMatter(item, matter), documents })
  }
  return result
}
