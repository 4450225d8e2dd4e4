import { AppError, type Problem, toProblem } from '../../src/model/errors.ts'
import type { TimeZone } from '../../src/model/ids.ts'
import { toLocal } from '../../src/model/time.ts'
import type { Page, ScrapeContext } from '../../src/scraping/contract.ts'
import { parsedOnce } from './once.ts'
import { type CalendarRow, type ParsedCalendar, parseCalendar } from './parse-calendar.ts'
import { choosePage, choosePeriod, periodsFor, readState } from './postback.ts'
import { isInside } from './read-event-list.ts'

interface OpenCalendar {
  readonly page: Page
  readonly calendar: ParsedCalendar
}

/** One customer's calendar while it is paged through. */
interface CalendarRun {
  readonly context: ScrapeContext
  readonly rows: Map<string, CalendarRow>
}

/**
 * The rows of the window in the order they are met, each once: the period the portal shows by
 * itself, then by postback its further pages and the years of the window that it leaves out.
 * Postbacks that fail, or that the portal ignores, are reported; what was read stands.
 *
 * @throws {AppError} when the first page cannot be had or is no calendar.
 */
export async function readCalendar(
  url: string,
  context: ScrapeContext,
  timeZone: TimeZone | null,
): Promise<readonly CalendarRow[]> {
  const run: CalendarRun = { context, rows: new Map() }
  const first = await open(await context.fetcher.get(url), context)
  await take(run, first)

  const today = toLocal(context.now, timeZone ?? ('UTC' as TimeZone)).date
  for (const period of periodsFor(first.calendar, context.window, today)) {
    const form = choosePeriod(readState(first.page.text()), first.calendar.periods, period)
    const next = await post(run, first.page, form, (answer) =>
      answer.period === period
        ? undefined
        : `the year box holds "${answer.period}" instead of "${period}"`,
    )
    if (next) await take(run, next)
  }

  addUpcoming(run, first)
  return [...run.rows.values()].filter(({ listed }) => isInside(listed.date, context.window))
}

async function open(page: Page, context: ScrapeContext): Promise<OpenCalendar> {
  return { page, calendar: await parsedOnce(context, page, parseCalendar) }
}

/** Keeps the rows of a page and of the pages after it. */
async function take(run: CalendarRun, opened: OpenCalendar): Promise<void> {
  let current = opened
  keep(run, current.calendar)
  const { period } = opened.calendar
  for (
    let pager = current.calendar.pager;
    pager && pager.page < pager.pages;
    pager = current.calendar.pager
  ) {
    const wanted = pager.page + 1
    const target = pager.targets[String(wanted)] ?? pager.targets['...']
    if (!target) {
      run.context.report(paging(opened.page.url, `page ${wanted} of ${pager.pages} has no link`))
      return
    }
    const form = choosePage(readState(current.page.text()), target)
    const next = await post(run, current.page, form, (answer) =>
      answer.period === period && answer.pager?.page === wanted
        ? undefined
        : `page ${wanted} of ${pager?.pages} was asked for, and page ${answer.pager?.page ?? 1} of "${answer.period}" came`,
    )
    if (!next) return
    current = next
    keep(run, current.calendar)
  }
}

function keep(run: CalendarRun, calendar: ParsedCalendar): void {
  for (const problem of calendar.problems) run.context.report(problem)
  for (const row of calendar.rows) {
    if (!run.rows.has(row.listed.upstreamId)) run.rows.set(row.listed.upstreamId, row)
  }
}

/** `undefined` after reporting: the portal sometimes ignores a postback and shows what it showed. */
async function post(
  run: CalendarRun,
  from: Page,
  fields: Record<string, string>,
  findFault: (answer: ParsedCalendar) => string | undefined,
): Promise<OpenCalendar | undefined> {
  try {
    const opened = await open(await run.context.fetcher.post(from.finalUrl, fields), run.context)
    const fault = findFault(opened.calendar)
    if (!fault) return opened
    run.context.report(paging(from.url, `the portal ignored what it was asked: ${fault}`))
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    run.context.report(toProblem(error, from.finalUrl))
  }
  return undefined
}

const paging = (url: string, message: string): Problem => ({ url, code: 'portal_paging', message })

/**
 * The grid of next meetings stands above whatever period is shown. Its rows count when the window
 * asks for their days; an open window means the period that the portal shows, and is told of them.
 */
function addUpcoming(run: CalendarRun, { page, calendar }: OpenCalendar): void {
  const missed = calendar.upcoming.filter(({ listed }) => !run.rows.has(listed.upstreamId))
  const { from, to } = run.context.window
  if (from !== null || to !== null) {
    for (const row of missed) run.rows.set(row.listed.upstreamId, row)
  } else if (missed.length > 0) {
    const days = missed.map(({ listed }) => `${listed.date} ${listed.body}`).join('; ')
    run.context.report({
      url: page.url,
      code: 'portal_period',
      message: `Upcoming meetings outside the period shown were left out (${days}); ask with --from and --to`,
    })
  }
}
