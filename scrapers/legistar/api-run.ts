import { AppError, type Problem, toProblem } from '../../src/model/errors.ts'
import type { TimeZone } from '../../src/model/ids.ts'
import type { Page, ScrapeContext } from '../../src/scraping/contract.ts'
import type { ApiOptions, LegistarApi } from './api.ts'
import type { LegistarOptions } from './options.ts'

/** What one run over the Web API needs beside the event at hand. */
export interface ApiRun {
  readonly api: LegistarApi
  readonly context: ScrapeContext
  readonly timeZone: TimeZone | null
  readonly options: LegistarOptions
  /** Parts of the API that this customer turned out not to have; they are not asked for again. */
  readonly absent: Set<string>
}

/** `undefined` after reporting why a path could not be had. Errors of our own rise. */
export async function attempt<T>(
  run: ApiRun,
  path: string,
  read: (path: string) => Promise<T>,
): Promise<T | undefined> {
  try {
    return await read(path)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    report(run, toProblem(error, run.api.addressOf(path)))
    return undefined
  }
}

/** The same for a part that some customers do not have: one lasting refusal is enough for a run. */
export async function attemptPart<T>(
  run: ApiRun,
  part: string,
  path: string,
  parse: (page: Page) => T,
  options: ApiOptions = {},
): Promise<T | undefined> {
  if (run.absent.has(part)) return undefined
  return await attempt(run, path, async () => {
    try {
      return parse(await run.api.get(path, {}, options))
    } catch (error) {
      if (error instanceof AppError && isLasting(error)) run.absent.add(part)
      throw error
    }
  })
}

export function report(run: ApiRun, problem: Problem): void {
  const { clean } = run.api
  run.context.report({ ...problem, url: clean(problem.url), message: clean(problem.message) })
}

/** An error page of the API says "not for this customer"; a broken line says nothing of the kind. */
function isLasting({ code, retry }: AppError): boolean {
  return retry !== 'later' || code === 'portal_error_page'
}
