import { AppError, type Problem, toProblem } from '../src/model/errors.ts'
import type { LocalDate } from '../src/model/ids.ts'
import type { ScrapedMeeting } from '../src/model/meeting.ts'
import type {
  DateWindow,
  FetchOptions,
  Fields,
  Page,
  ScrapeContext,
  ScrapeTarget,
  SeenMeeting,
} from '../src/scraping/contract.ts'
import { type ListedMeeting, type MeetingDetails, makeMeeting } from './meeting.ts'

/** What one page that lists meetings gave. */
export interface Listing<Listed extends ListedMeeting = ListedMeeting> {
  readonly meetings: readonly Listed[]
  readonly problems: readonly Problem[]
}

export const isInside = (date: LocalDate, { from, to }: DateWindow): boolean =>
  (from === null || date >= from) && (to === null || date <= to)

/**
 * Yields each listed meeting of the window once. Details are read unless the meeting is over and
 * its row is as it was; where they cannot be had, that is told and the meeting is yielded all the same.
 */
export async function* yieldMeetings<Listed extends ListedMeeting>(
  listed: Iterable<Listed>,
  { timeZone }: Pick<ScrapeTarget, 'timeZone'>,
  context: ScrapeContext,
  readDetails: (meeting: Listed) => Promise<MeetingDetails & { readonly listed?: Listed }>,
): AsyncGenerator<ScrapedMeeting | SeenMeeting> {
  const seen = new Set<string>()
  for (const meeting of listed) {
    const { upstreamId, listFingerprint } = meeting
    if (seen.has(upstreamId) || !isInside(meeting.date, context.window)) continue
    seen.add(upstreamId)
    if (listFingerprint !== null && context.isSettled(upstreamId, listFingerprint)) {
      yield { upstreamId, isSeenOnly: true }
      continue
    }
    let details: MeetingDetails & { readonly listed?: Listed }
    try {
      details = await readDetails(meeting)
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      context.report(toProblem(error, meeting.sourceUrl))
      details = { agendaItems: [], areItemsMissing: true }
    }
    // A meeting's own page may tell more of it than its row.
    yield makeMeeting(details.listed ?? meeting, timeZone, details)
  }
}

/** One way to have a list: an address, how to ask it, and how to read what comes. */
export interface ListPage<T> {
  readonly url: string
  readonly options?: FetchOptions
  /** True when what is read depends on the day: the same bytes are then read anew each time. */
  readonly dependsOnTime?: boolean
  /** Sent as a form, where the portal wants a POST. */
  readonly form?: Fields
  parse(page: Page): T
}

async function ask(context: ScrapeContext, { url, form, options }: ListPage<unknown>) {
  return form
    ? await context.fetcher.post(url, form, options)
    : await context.fetcher.get(url, options)
}

/**
 * Reads every page that can be had; those that cannot are told. When none can, the fallbacks are
 * tried one after the other, and the first that can be had stands alone.
 */
export async function readLists<T>(
  context: ScrapeContext,
  pages: readonly ListPage<T>[],
  fallbacks: readonly ListPage<T>[] = [],
): Promise<T[]> {
  const read: T[] = []
  const problems: Problem[] = []
  const take = async (page: ListPage<T>) => {
    try {
      const answer = await ask(context, page)
      read.push(page.dependsOnTime ? page.parse(answer) : await context.parsed(answer, page.parse))
      return true
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      problems.push(toProblem(error, page.url))
      return false
    }
  }
  for (const page of pages) await take(page)
  if (read.length === 0) {
    for (const page of fallbacks) if (await take(page)) break
  }
  // A fallback that works makes the usual address's absence no trouble of the portal's.
  const isFallback = read.length > 0 && problems.length >= pages.length && pages.length > 0
  if (!isFallback) for (const problem of problems) context.report(problem)
  return read
}

/** Tells what went wrong inside pages that were read, and gives the meetings of all of them. */
export function mergeListings<Listed extends ListedMeeting>(
  context: ScrapeContext,
  listings: readonly Listing<Listed>[],
): Listed[] {
  for (const { problems } of listings) for (const problem of problems) context.report(problem)
  return listings.flatMap(({ meetings }) => meetings)
}
