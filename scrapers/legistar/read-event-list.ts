import { AppError, toProblem } from '../../src/model/errors.ts'
import { addDays } from '../../src/model/time.ts'
import type { DateWindow, ScrapeContext } from '../../src/scraping/contract.ts'
import type { LegistarApi } from './api.ts'
import { parsedOnce } from './once.ts'
import { type ParsedEvent, parseEventsPage } from './parse-api-events.ts'

/** The most rows the Web API gives in one answer; it does not say when it has cut the rest off. */
const pageSize = 1_000
/** No customer holds as many meetings in a window; a list that goes on is a list that goes round. */
const pageLimit = 60

/**
 * The events of the window, in the order of their ids, each once. Rows that cannot be read, and
 * pages after the first that cannot be had, are reported.
 *
 * @throws {AppError} when the first page cannot be had.
 */
export async function readEventList(
  api: LegistarApi,
  context: ScrapeContext,
): Promise<readonly ParsedEvent[]> {
  const { window } = context
  const events: ParsedEvent[] = []
  const seen = new Set<string>()
  for (let at = 0; at < pageLimit; at += 1) {
    const page = await readPage(api, context, at)
    if (!page) break
    for (const problem of page.problems) context.report(problem)
    const isNew = page.ids.some((id) => !seen.has(id))
    if (at > 0 && page.ids.length > 0 && !isNew) {
      context.report({
        url: page.url,
        code: 'portal_paging',
        message: `The portal ignores $skip: page ${at + 1} repeats earlier ids; ${seen.size} events were read`,
      })
      break
    }
    for (const event of page.events) {
      const { upstreamId, date } = event.listed
      // Some customers ignore $filter, so dates are filtered here as well.
      if (!seen.has(upstreamId) && isInside(date, window)) events.push(event)
    }
    for (const id of page.ids) seen.add(id)
    if (page.ids.length < pageSize) break
  }
  return events
}

async function readPage(api: LegistarApi, context: ScrapeContext, at: number) {
  const filter = dateFilter(context.window)
  const query = {
    ...(filter && { $filter: filter }),
    $orderby: 'EventId',
    $top: String(pageSize),
    ...(at > 0 && { $skip: String(at * pageSize) }),
  }
  try {
    const page = await api.get('/events', query)
    const parsed = await parsedOnce(context, page, parseEventsPage)
    return { ...parsed, url: page.url }
  } catch (error) {
    if (at === 0 || !(error instanceof AppError)) throw error
    const problem = toProblem(error, api.addressOf('/events'))
    context.report({
      url: api.clean(problem.url),
      code: problem.code,
      message: api.clean(`The list goes on after ${at * pageSize} events: ${problem.message}`),
    })
    return undefined
  }
}

/** OData v3; both ends included. */
function dateFilter({ from, to }: DateWindow): string | undefined {
  const bounds = [
    from && `EventDate ge datetime'${from}'`,
    to && `EventDate lt datetime'${addDays(to, 1)}'`,
  ].filter((bound) => bound)
  return bounds.length > 0 ? bounds.join(' and ') : undefined
}

/** Both ends included. */
export function isInside(date: string, { from, to }: DateWindow): boolean {
  return (from === null || date >= from) && (to === null || date <= to)
}
