import { createHash } from 'node:crypto'
import { FetchError } from '../../src/http/fetch-error.ts'
import type { Problem } from '../../src/model/errors.ts'
import type { LocalDate, Sha256 } from '../../src/model/ids.ts'
import type { ScrapedMeeting } from '../../src/model/meeting.ts'
import type {
  DateWindow,
  Fetcher,
  Fields,
  Page,
  ScrapeContext,
  Scraper,
  ScrapeTarget,
} from '../../src/scraping/contract.ts'
import { readText } from '../support/read-text.ts'

/** A page as a fetcher would give it. */
export function makePage(url: string, body: string, status = 200): Page {
  const bytes = Buffer.from(body)
  return {
    url,
    finalUrl: url,
    status,
    contentType: '',
    fetchedAt: new Date('2026-03-01T12:00:00Z'),
    bytes,
    sha256: createHash('sha256').update(bytes).digest('hex') as Sha256,
    isUnchanged: false,
    text: () => body,
    textBetween: (start, end) => bytes.toString('utf8', start, end),
  }
}

export interface Asked {
  readonly method: 'GET' | 'POST'
  readonly url: string
  readonly form: Fields
}

/** What a fake portal says to a request; `undefined`: the address is not there. */
export type Answer = (asked: Asked) => { body: string; status?: number } | Error | undefined

/** A portal in memory that remembers what it was asked. */
export function fakePortal(answer: Answer): { fetcher: Fetcher; asked: Asked[] } {
  const asked: Asked[] = []
  const reply = async (request: Asked): Promise<Page> => {
    asked.push(request)
    const said = answer(request)
    if (said instanceof Error) throw said
    if (!said) {
      throw new FetchError('replay_missing', `nothing at ${request.url}`, {
        where: { url: request.url },
      })
    }
    return makePage(request.url, said.body, said.status ?? 200)
  }
  return {
    asked,
    fetcher: {
      get: (url) => reply({ method: 'GET', url: decodeURIComponent(url), form: {} }),
      post: (url, form) => reply({ method: 'POST', url, form }),
    },
  }
}

export const openWindow: DateWindow = { from: null, to: null }
export const window = (from: string, to: string): DateWindow => ({
  from: from as LocalDate,
  to: to as LocalDate,
})

/** Everything one run yields and reports. */
export async function readAll(
  scraper: Scraper,
  target: ScrapeTarget,
  parts: Partial<ScrapeContext> & Pick<ScrapeContext, 'fetcher'>,
): Promise<{ meetings: ScrapedMeeting[]; seen: string[]; problems: Problem[] }> {
  const meetings: ScrapedMeeting[] = []
  const seen: string[] = []
  const problems: Problem[] = []
  const context: ScrapeContext = {
    window: openWindow,
    now: new Date('2026-03-01T12:00:00Z'),
    report: (problem) => problems.push(problem),
    parsed: async <T>(page: Page, parse: (page: Page) => T) => parse(page),
    readText,
    isSettled: () => false,
    ...parts,
  }
  for await (const meeting of scraper.meetings(target, context)) {
    if ('isSeenOnly' in meeting) seen.push(meeting.upstreamId)
    else meetings.push(meeting)
  }
  return { meetings, seen, problems }
}
