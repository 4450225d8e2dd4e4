import { FetchError } from './fetch-error.ts'
import type { Random, Sleep } from './waiting.ts'

export interface PaceSettings {
  /** Least time between two requests to one group; 0 switches spacing off (the demo, replicas). */
  readonly spacingMs: number
  readonly inFlightPerGroup: number
  readonly inFlight: number
  /** A host that asks for more patience than this is left for a later run. */
  readonly longestWaitMs: number
}

export const defaultPace: PaceSettings = {
  spacingMs: 1_000,
  inFlightPerGroup: 1,
  inFlight: 8,
  longestWaitMs: 60_000,
}

/** What the operator set, none above the ceilings of 2 requests to a group and 16 in all. */
export function withinPaceCeilings(wanted: Partial<PaceSettings>): PaceSettings {
  const pace = { ...defaultPace, ...wanted }
  return {
    ...pace,
    inFlightPerGroup: Math.min(pace.inFlightPerGroup, 2),
    inFlight: Math.min(pace.inFlight, 16),
  }
}

/** However slow a host is, it is asked again after this long. */
const slowestMs = 30_000
/** Idle groups beyond this many are forgotten. */
const mostGroups = 5_000

/** Takes turns: who may ask whom, and when. A group is a host or several hosts of one owner. */
export interface Pace {
  /**
   * Runs `work` when it is the group's turn, first come first served. Groups do not wait for each
   * other, save for the bound on all requests together.
   *
   * @throws {FetchError} `fetch_status` with `retryAt` when the group asked for a long rest.
   */
  run<T>(group: string, signal: AbortSignal | undefined, work: () => Promise<T>): Promise<T>
  /** Sends nothing to the group for `ms`, jittered; never shortens a wait that stands. */
  rest(group: string, ms: number): void
  /** The group's own wish for more space between requests (Crawl-delay). */
  slowTo(group: string, spacingMs: number): void
}

interface Group {
  running: number
  /** Neither ends early nor is passed by: turns are handed on in order. */
  readonly waiting: (() => void)[]
  /** Monotonic time before which no request of the group starts. */
  nextAt: number
  restUntil: number
  spacingMs: number
  latencyMs: number
}

export function createPace(
  settings: PaceSettings,
  deps: {
    readonly now: () => Date
    readonly monotonicMs: () => number
    readonly sleep: Sleep
    readonly random: Random
  },
): Pace {
  const { now, monotonicMs, sleep, random } = deps
  const groups = new Map<string, Group>()
  const all = { running: 0, waiting: [] as (() => void)[] }

  function groupOf(name: string): Group {
    const known = groups.get(name)
    if (known) return known
    if (groups.size >= mostGroups) forgetIdle()
    const fresh: Group = {
      running: 0,
      waiting: [],
      nextAt: 0,
      restUntil: 0,
      spacingMs: settings.spacingMs,
      latencyMs: 0,
    }
    groups.set(name, fresh)
    return fresh
  }

  function forgetIdle() {
    const at = monotonicMs()
    for (const [name, group] of groups) {
      const isIdle = group.running === 0 && group.waiting.length === 0
      if (isIdle && group.nextAt <= at && group.restUntil <= at) groups.delete(name)
    }
  }

  async function waitForTurn(group: Group, signal: AbortSignal | undefined) {
    for (;;) {
      const at = monotonicMs()
      const restMs = group.restUntil - at
      if (restMs > settings.longestWaitMs) {
        const retryAt = new Date(now().getTime() + restMs)
        throw new FetchError(
          'fetch_status',
          `The host asked to be left alone until ${retryAt.toISOString()}`,
          { retry: 'later', retryAt },
        )
      }
      const waitMs = Math.max(group.nextAt - at, restMs)
      if (waitMs <= 0) return
      await sleep(waitMs, signal)
    }
  }

  function paced<T>(group: Group, work: () => Promise<T>): Promise<T> {
    const startedAt = monotonicMs()
    const spacingMs = group.spacingMs * (1 + 0.1 * random())
    group.nextAt = startedAt + spacingMs
    const rest = (isSuccess: boolean) => {
      const endedAt = monotonicMs()
      const tookMs = endedAt - startedAt
      // A quick error says nothing about a host's strength: it may slow us down, never speed us up.
      group.latencyMs = isSuccess
        ? group.latencyMs * 0.7 + tookMs * 0.3
        : Math.max(group.latencyMs, tookMs)
      if (group.spacingMs === 0) return
      // Counted from the end: however long a request was on its way, the host sees no less.
      const restMs = Math.max(spacingMs, Math.min(group.latencyMs, slowestMs))
      group.nextAt = Math.max(group.nextAt, endedAt + restMs)
    }
    return work().then(
      (value) => {
        rest(true)
        return value
      },
      (error: unknown) => {
        rest(false)
        throw error
      },
    )
  }

  return {
    async run(name, signal, work) {
      const group = groupOf(name)
      await take(group, settings.inFlightPerGroup, signal)
      try {
        await waitForTurn(group, signal)
        await take(all, settings.inFlight, signal)
        try {
          return await paced(group, work)
        } finally {
          give(all)
        }
      } finally {
        give(group)
      }
    },
    rest(name, ms) {
      const group = groupOf(name)
      const until = monotonicMs() + ms * (1 + 0.1 * random())
      group.restUntil = Math.max(group.restUntil, until)
    },
    slowTo(name, spacingMs) {
      const group = groupOf(name)
      group.spacingMs = Math.min(Math.max(group.spacingMs, spacingMs), slowestMs)
    },
  }
}

interface Turnstile {
  running: number
  readonly waiting: (() => void)[]
}

function take(turnstile: Turnstile, most: number, signal: AbortSignal | undefined): Promise<void> {
  signal?.throwIfAborted()
  if (turnstile.running < most) {
    turnstile.running += 1
    return Promise.resolve()
  }
  return new Promise((resolve, reject) => {
    const enter = () => {
      signal?.removeEventListener('abort', leave)
      resolve()
    }
    const leave = () => {
      turnstile.waiting.splice(turnstile.waiting.indexOf(enter), 1)
      reject(signal?.reason)
    }
    turnstile.waiting.push(enter)
    signal?.addEventListener('abort', leave, { once: true })
  })
}

/** Hands the place to the next in line, or frees it. */
function give(turnstile: Turnstile): void {
  const next = turnstile.waiting.shift()
  if (next) next()
  else turnstile.running -= 1
}
