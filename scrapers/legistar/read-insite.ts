import { AppError, toProblem } from '../../src/model/errors.ts'
import type { TimeZone } from '../../src/model/ids.ts'
import type { ScrapedAgendaItem, ScrapedMeeting } from '../../src/model/meeting.ts'
import type { FetchOptions, ScrapeContext, SeenMeeting } from '../../src/scraping/contract.ts'
import { isOver, type ListedMeeting, makeMeeting } from '../meeting.ts'
import { chooseMatters, joinMatter, matterFreshness } from './matter-policy.ts'
import { parsedOnce } from './once.ts'
import type { LegistarOptions } from './options.ts'
import type { CalendarRow } from './parse-calendar.ts'
import { parseHistoryDetail } from './parse-history-detail.ts'
import { parseLegislationDetail } from './parse-legislation-detail.ts'
import {
  type DetailItem,
  type ParsedMeetingDetail,
  parseMeetingDetail,
} from './parse-meeting-detail.ts'

/** What one run over InSite pages needs beside the row at hand. */
export interface InSiteRun {
  readonly context: ScrapeContext
  readonly timeZone: TimeZone | null
  readonly options: LegistarOptions
}

const dayMs = 86_400_000
/** Agendas come out days before: a page without one is not asked for weeks ahead. */
const lookAheadDays = 10

/** One row of a calendar with the items of its page. */
export async function readRow(
  run: InSiteRun,
  { listed, detailUrl }: CalendarRow,
): Promise<ScrapedMeeting | SeenMeeting> {
  const { upstreamId, listFingerprint } = listed
  if (listFingerprint !== null && run.context.isSettled(upstreamId, listFingerprint)) {
    return { upstreamId, isSeenOnly: true }
  }
  const startsInMs = Date.parse(listed.date) - run.context.now.getTime()
  const isFar = startsInMs > lookAheadDays * dayMs
  const hasAgenda = listed.documents.some(({ kind }) => kind === 'agenda' || kind === 'packet')
  if (!detailUrl || (isFar && !hasAgenda)) return makeMeeting(listed, run.timeZone)
  try {
    const detail = await readDetail(run, detailUrl)
    return await finish(run, mergeDetail(listed, detail.listed), detail)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    run.context.report(toProblem(error, detailUrl))
    return makeMeeting(listed, run.timeZone, { agendaItems: [], areItemsMissing: true })
  }
}

/**
 * One meeting by the address of its page.
 *
 * @throws {AppError} when the page cannot be had or is none of a meeting.
 */
export async function readMeetingPage(run: InSiteRun, url: string): Promise<ScrapedMeeting> {
  const detail = await readDetail(run, url)
  return await finish(run, detail.listed, detail)
}

async function readDetail(run: InSiteRun, url: string): Promise<ParsedMeetingDetail> {
  const page = await run.context.fetcher.get(url)
  const detail = await parsedOnce(run.context, page, parseMeetingDetail)
  for (const problem of detail.problems) run.context.report(problem)
  if (detail.pager && detail.pager.pages > 1) {
    run.context.report({
      url,
      code: 'portal_paging',
      message: `The page shows ${detail.items.length} of ${detail.pager.items} items`,
    })
  }
  return detail
}

/** The list knows the meeting's id, remarks and files; its page knows states and further files. */
function mergeDetail(listed: ListedMeeting, detail: ListedMeeting): ListedMeeting {
  const known = new Set(listed.documents.map(({ url }) => url))
  return {
    ...listed,
    location: listed.location ?? detail.location,
    comment: listed.comment ?? detail.comment,
    agendaStatus: detail.agendaStatus,
    minutesStatus: detail.minutesStatus,
    documents: [...listed.documents, ...detail.documents.filter(({ url }) => !known.has(url))],
  }
}

async function finish(
  run: InSiteRun,
  listed: ListedMeeting,
  { items }: ParsedMeetingDetail,
): Promise<ScrapedMeeting> {
  const over = isOver(listed.date, run.timeZone, run.context.now)
  const fresh = matterFreshness(Date.parse(listed.date) - run.context.now.getTime())
  const chosen = chooseMatters(
    items.map(({ item }) => item),
    over,
    run.options,
  )
  const agendaItems: ScrapedAgendaItem[] = []
  for (const detail of items) {
    const voted = over ? await withVotes(run, detail) : detail.item
    const isChosen = chosen.has(voted.matterUpstreamId ?? '')
    agendaItems.push(isChosen ? await withMatter(run, voted, fresh) : voted)
  }
  return makeMeeting(listed, run.timeZone, { agendaItems })
}

/** Who voted how stands on a page of its own, for results only: "Pass", "Fail". */
async function withVotes(
  run: InSiteRun,
  { item, actionUrl }: DetailItem,
): Promise<ScrapedAgendaItem> {
  if (!actionUrl || item.result === null) return item
  const action = await attempt(run, actionUrl, async () =>
    parseHistoryDetail(await run.context.fetcher.get(actionUrl)),
  )
  if (!action) return item
  const { mover, seconder, votes, actionText } = action
  return {
    ...item,
    mover,
    seconder,
    votes,
    text: [item.text, actionText].filter(Boolean).join('\n\n'),
  }
}

/** Attachments and text are on the page of the file only. */
async function withMatter(
  run: InSiteRun,
  item: ScrapedAgendaItem,
  options: FetchOptions,
): Promise<ScrapedAgendaItem> {
  const url = item.sourceUrl
  if (!url) return item
  const matter = await attempt(run, url, async () =>
    parseLegislationDetail(await run.context.fetcher.get(url, options)),
  )
  if (!matter) return item
  return { ...joinMatter(item, matter), matterStatus: matter.status, documents: matter.documents }
}

async function attempt<T>(
  run: InSiteRun,
  url: string,
  read: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await read()
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    run.context.report(toProblem(error, url))
    return undefined
  }
}
