import type { Retry } from '../model/errors.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** Within this of a meeting its agenda changes most and matters most. */
const closeMs = 96 * hour
/** Without a meeting for this long on both sides, nothing is expected soon. */
const dormantMs = 60 * day

/** A tenth more or less, so that sources do not come due together. */
const jittered = (ms: number, random: number) => ms * (0.9 + 0.2 * random)

/** A source's next meeting and its last one, as stored; `null`: none is known. */
export interface Neighbours {
  readonly nextAt: Date | null
  readonly lastAt: Date | null
}

/** How often a source that can be read is read, by its meetings. */
export function intervalAt(now: Date, { nextAt, lastAt }: Neighbours): number {
  const ahead = nextAt ? nextAt.getTime() - now.getTime() : Number.POSITIVE_INFINITY
  const behind = lastAt ? now.getTime() - lastAt.getTime() : Number.POSITIVE_INFINITY
  if (ahead <= closeMs) return 15 * minute
  return Math.min(ahead, behind) <= dormantMs ? hour : day
}

/** When a source that could be read is read next. */
export function nextRunAt(
  now: Date,
  neighbours: Neighbours,
  /** 0 to below 1. */
  random: number,
  /** Divides every interval; 1 in earnest. */
  haste = 1,
): Date {
  return new Date(now.getTime() + jittered(intervalAt(now, neighbours) / haste, random))
}

/**
 * When a source is read again whose run is lost with its process. Many runs go with one process, and
 * most are blameless: after the first loss it is soon, after a second in a row as after a failure.
 */
export function lostRunAt(
  now: Date,
  /** Failures in a row before this run. */
  failures: number,
  random: number,
): Date {
  if (failures > 0) return retryRunAt(now, failures, 'later', random)
  return new Date(now.getTime() + jittered(20_000, random))
}

/**
 * When a source that could not be read is tried again: twice as late after each failure, from five
 * minutes (an hour, when waiting alone will not cure it) up to a day.
 */
export function retryRunAt(
  now: Date,
  /** Failures in a row, this one included. */
  failures: number,
  retry: Retry,
  random: number,
  /** The portal's own wish, where it told one. */
  notBefore: Date | null = null,
  haste = 1,
): Date {
  const first = retry === 'later' ? 5 * minute : hour
  const wait = Math.min(day, first * 2 ** Math.min(failures - 1, 20))
  const at = Math.min(now.getTime() + day, now.getTime() + jittered(wait / haste, random))
  return new Date(Math.max(at, notBefore?.getTime() ?? 0))
}
