import type { Dispatcher } from 'undici'
import { openCookies } from '../scraping/cookies.ts'
import { createDeadline } from './deadline.ts'
import { exchange, type HttpAnswer, type HttpRequest, headerText } from './exchange.ts'
import { isPassingStatus, statusError } from './fetch-error.ts'
import type { FetchLimits } from './limits.ts'
import type { Pace } from './pace.ts'
import { followRedirects, isRedirect } from './redirects.ts'
import { parseRetryAfter, type RetrySettings, withRetries } from './retry.ts'
import type { Robots } from './robots.ts'
import type { Random, Sleep } from './waiting.ts'

/** What all requests of the process have in common. */
export interface TransportParts {
  readonly dispatcher: Dispatcher
  readonly pace: Pace
  readonly robots: Robots
  readonly retry: RetrySettings
  readonly userAgent: string
  readonly now: () => Date
  readonly monotonicMs: () => number
  readonly sleep: Sleep
  readonly random: Random
}

/** What one source's requests have in common. */
export interface Journey {
  readonly limits: FetchLimits
  /** Asks nobody's robots.txt: the owner's permission is on record. */
  readonly isPermitted: boolean
  readonly signal: AbortSignal | undefined
  groupOf(url: URL): string
  /** Called before each request that leaves, robots.txt and redirects among them. */
  onRequest(url: URL): void
}

/**
 * Sends a request as often as is sensible, each in its turn, each hop allowed by its robots.txt.
 * Gives the last answer whose status is 2xx, 304, or one that `isWanted`.
 *
 * @throws {FetchError}
 */
export async function send(
  parts: TransportParts,
  journey: Journey,
  request: HttpRequest,
  isWanted: (status: number) => boolean,
): Promise<HttpAnswer> {
  return await withRetries(
    async () => {
      const { wholeMs, redirects } = journey.limits
      const deadline = createDeadline(wholeMs, parts.monotonicMs, journey.signal)
      const cookies = request.cookies ?? openCookies(parts.now)
      const answer = await followRedirects(
        { ...request, cookies },
        redirects,
        async (hop) => {
          if (!journey.isPermitted && hop.purpose !== 'robots') {
            await checkRobots(parts, journey, hop.url)
          }
          return await sendOnce(parts, journey, hop, deadline, isWanted)
        },
        isWanted,
      )
      const { status, url } = answer
      const isAnswer = (status >= 200 && status < 300) || status === 304 || isWanted(status)
      if (!isAnswer) throw statusError(url.href, status, retryAtOf(answer, parts.now()))
      return answer
    },
    parts.retry,
    { sleep: parts.sleep, random: parts.random, signal: journey.signal },
  )
}

async function sendOnce(
  parts: TransportParts,
  journey: Journey,
  request: HttpRequest,
  deadline: ReturnType<typeof createDeadline>,
  isWanted: (status: number) => boolean,
): Promise<HttpAnswer> {
  const group = journey.groupOf(request.url)
  return await parts.pace.run(group, journey.signal, async () => {
    journey.onRequest(request.url)
    const answer = await exchange(
      parts.dispatcher,
      { ...request, headers: headersOf(request, parts.userAgent) },
      journey.limits,
      deadline,
      (status) => isWanted(status) || (status < 300 && !isRedirect(status)),
    )
    request.cookies?.take(request.url, linesOf(answer))
    const waitMs = retryAfterOf(answer, parts.now())
    if (waitMs !== undefined) parts.pace.rest(group, waitMs)
    return answer
  })
}

function headersOf(
  { url, headers, validators, cookies }: HttpRequest,
  userAgent: string,
): Readonly<Record<string, string>> {
  const cookie = cookies?.headerFor(url)
  const sent = { 'user-agent': userAgent, ...headers, ...(cookie && { cookie }) }
  return validators?.address === url.href ? { ...sent, ...validators.headers } : sent
}

/** One line comes by itself, several as a list. */
function linesOf({ headers }: HttpAnswer): readonly string[] {
  const lines: string | string[] | undefined = headers['set-cookie']
  return lines === undefined ? [] : [lines].flat()
}

async function checkRobots(parts: TransportParts, journey: Journey, url: URL): Promise<void> {
  const { crawlDelayMs } = await parts.robots.check(url, (robotsUrl) =>
    send(
      parts,
      journey,
      {
        method: 'GET',
        url: robotsUrl,
        headers: { accept: 'text/plain, */*;q=0.5', 'accept-encoding': 'gzip, br, deflate' },
        body: null,
        purpose: 'robots',
      },
      // The caller reads what a refusal means; faults of the server are worth repeating first.
      (status) => status < 500 && !isRedirect(status),
    ),
  )
  if (crawlDelayMs > 0) parts.pace.slowTo(journey.groupOf(url), crawlDelayMs)
}

function retryAfterOf({ status, headers }: HttpAnswer, now: Date): number | undefined {
  if (!isPassingStatus(status)) return undefined
  return parseRetryAfter(headerText(headers, 'retry-after'), now)
}

function retryAtOf(answer: HttpAnswer, now: Date): Date | undefined {
  const waitMs = retryAfterOf(answer, now)
  return waitMs === undefined ? undefined : new Date(now.getTime() + waitMs)
}
