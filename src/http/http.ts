import type { Archive } from '../documents/archive.ts'
import { createDispatcher, type Dial, type Resolve } from './connector.ts'
import type { FetchMemory } from './fetch-memory.ts'
import { createFetcher, type SourceFetcher } from './fetcher.ts'
import { type FetchLimits, lowered, withinCeilings } from './limits.ts'
import { createPace, type PaceSettings, withinPaceCeilings } from './pace.ts'
import { defaultRetry, type RetrySettings } from './retry.ts'
import { createRobots } from './robots.ts'
import { type AgentIdentity, productToken, userAgent } from './user-agent.ts'
import { type Random, type Sleep, sleep } from './waiting.ts'

export interface HttpConfig {
  readonly agent: AgentIdentity
  /** Opens loopback addresses, and those only, at any port; for the demo and for tests. */
  readonly allowLoopback: boolean
  readonly pace?: Partial<PaceSettings>
  readonly limits?: Partial<FetchLimits>
  readonly retry?: Partial<RetrySettings>
  readonly now: () => Date
  /** Milliseconds of a clock that is never set back. */
  readonly monotonicMs?: () => number
  readonly sleep?: Sleep
  readonly random?: Random
  readonly resolve?: Resolve
  readonly dial?: Dial
}

/** Who allowed us past a site's robots.txt, when, and in what words. */
export interface Permission {
  readonly by: string
  readonly on: string
  readonly note: string
}

/** What differs between one source's run and another's. */
export interface SourceAccess {
  readonly memory: FetchMemory
  readonly archive: Archive
  readonly permission?: Permission | null
  /** Whose turn a request takes: the owner of several hosts; a host by itself when unset. */
  readonly paceGroup?: string | ((url: URL) => string)
  /** Lower limits than the installation's. */
  readonly limits?: Partial<FetchLimits>
  readonly signal?: AbortSignal
  /** Told of each request that leaves, robots.txt, redirects and repeats among them. */
  readonly onRequest?: (url: URL) => void
}

/** The long-lived half of the client: connections, turns and robots.txt of every host. */
export interface Http {
  fetcherFor(access: SourceAccess): SourceFetcher
  /** Ends idle connections; waits for requests under way. */
  close(): Promise<void>
}

export function createHttp(config: HttpConfig): Http {
  const limits = withinCeilings(config.limits ?? {})
  const timing = {
    now: config.now,
    monotonicMs: config.monotonicMs ?? (() => performance.now()),
    sleep: config.sleep ?? sleep,
    random: config.random ?? Math.random,
  }
  const dispatcher = createDispatcher({
    allowLoopback: config.allowLoopback,
    connectMs: limits.connectMs,
    firstByteMs: limits.firstByteMs,
    headerBytes: limits.headerBytes,
    resolve: config.resolve,
    dial: config.dial,
  })
  const parts = {
    ...timing,
    dispatcher,
    pace: createPace(withinPaceCeilings(config.pace ?? {}), timing),
    robots: createRobots(productToken, config.now),
    retry: { ...defaultRetry, ...config.retry },
    userAgent: userAgent(config.agent),
  }

  return {
    fetcherFor({ memory, archive, permission, paceGroup, limits: lower, signal, onRequest }) {
      const journey = {
        limits: lowered(limits, lower ?? {}),
        isPermitted: permission !== undefined && permission !== null,
        signal,
        groupOf: (url: URL) =>
          typeof paceGroup === 'function' ? paceGroup(url) : (paceGroup ?? url.host),
        onRequest: (url: URL) => onRequest?.(url),
      }
      return createFetcher(parts, journey, { memory, archive })
    },
    close: () => dispatcher.close(),
  }
}
