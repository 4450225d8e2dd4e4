import { FetchError, isPassingStatus } from './fetch-error.ts'
import { jittered, type Random, type Sleep } from './waiting.ts'

export interface RetrySettings {
  /** The first one included. */
  readonly attempts: number
  readonly firstPauseMs: number
}

export const defaultRetry: RetrySettings = { attempts: 3, firstPauseMs: 1_000 }

const shortestRetryAfterMs = 1_000
const longestRetryAfterMs = 86_400_000

/**
 * Whether asking again within the same run can help: the network failed on the way or the server
 * said that it passes. Names, certificates and refusals do not mend within seconds.
 */
export function isWorthRepeating(error: unknown): boolean {
  if (!(error instanceof FetchError)) return false
  if (error.code === 'fetch_status') return isPassingStatus(error.status ?? 0)
  return (
    error.code === 'fetch_refused' ||
    error.code === 'fetch_deadline' ||
    error.code === 'fetch_incomplete'
  )
}

/** Runs `work` again after a growing, jittered pause while its errors are worth repeating. */
export async function withRetries<T>(
  work: () => Promise<T>,
  settings: RetrySettings,
  deps: {
    readonly sleep: Sleep
    readonly random: Random
    readonly signal: AbortSignal | undefined
  },
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work()
    } catch (error) {
      if (attempt >= settings.attempts || !isWorthRepeating(error)) throw error
      const pauseMs = settings.firstPauseMs * 2 ** (attempt - 1)
      await deps.sleep(jittered(pauseMs, 0.5, deps.random), deps.signal)
    }
  }
}

/**
 * The wait a `Retry-After` header asks for, in either of its forms (RFC 9110 §10.2.3), held between
 * a second and a day; `undefined` when there is none that can be read.
 */
export function parseRetryAfter(value: string, now: Date): number | undefined {
  const text = value.trim()
  const seconds = /^\d{1,10}$/.test(text) ? Number(text) : undefined
  const date = /^[A-Z][a-z]{2,8},? /.test(text) ? Date.parse(text) : Number.NaN
  const waitMs = seconds !== undefined ? seconds * 1_000 : date - now.getTime()
  if (Number.isNaN(waitMs)) return undefined
  return Math.min(Math.max(waitMs, shortestRetryAfterMs), longestRetryAfterMs)
}
