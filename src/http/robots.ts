import { decodeText } from './charset.ts'
import type { HttpAnswer } from './exchange.ts'
import { FetchError } from './fetch-error.ts'
import { parseRobots, type RobotsRules } from './robots-rules.ts'

const keptMs = 86_400_000
/** How long an unreachable robots.txt closes its host before it is asked for again. */
const keptFailureMs = 300_000
const mostHosts = 20_000

/** Refusals of ours are no reason to wait: they are told as they are. */
const neverAsked = new Set<string>([
  'address_invalid',
  'fetch_scheme',
  'fetch_port',
  'fetch_forbidden_address',
])

const everything: RobotsRules = { isAllowed: () => true, crawlDelayMs: 0 }

/** The robots.txt of every host asked, kept a day. */
export interface Robots {
  /**
   * Passes when the address may be asked for; tells the spacing its host wishes.
   *
   * @throws {FetchError} `fetch_robots`: `when-changed` where it is disallowed, `later` where
   * robots.txt could not be had.
   */
  check(url: URL, load: LoadRobots): Promise<{ readonly crawlDelayMs: number }>
}

/** Fetches one robots.txt, redirects followed; throws when no answer could be had. */
export type LoadRobots = (url: URL) => Promise<HttpAnswer>

interface Entry {
  readonly rules: RobotsRules | FetchError
  readonly until: number
}

/** By RFC 9309: 4xx and endless redirects allow everything, 5xx and no answer mean wait. */
export function createRobots(agent: string, now: () => Date): Robots {
  const entries = new Map<string, Entry>()
  const loading = new Map<string, Promise<Entry>>()

  async function read(origin: string, load: LoadRobots): Promise<Entry> {
    const stale = entries.get(origin)
    const rules = await rulesOf(new URL('/robots.txt', origin), load, agent)
    // An unreachable file leaves the rules known before in force (RFC 9309 §2.4).
    const kept = rules instanceof FetchError && stale ? stale.rules : rules
    const entry = {
      rules: kept,
      until: now().getTime() + (rules instanceof FetchError ? keptFailureMs : keptMs),
    }
    if (entries.size >= mostHosts) forgetOld()
    entries.set(origin, entry)
    return entry
  }

  function forgetOld() {
    const at = now().getTime()
    for (const [origin, { until }] of entries) if (until <= at) entries.delete(origin)
  }

  async function entryOf(origin: string, load: LoadRobots): Promise<Entry> {
    const known = entries.get(origin)
    if (known && known.until > now().getTime()) return known
    const underway = loading.get(origin)
    if (underway) {
      try {
        return await underway
      } catch (error) {
        if (error instanceof FetchError) throw error
        // Another source's run was stopped while it asked; that is no answer to ours.
        return await entryOf(origin, load)
      }
    }
    const own = read(origin, load).finally(() => loading.delete(origin))
    loading.set(origin, own)
    return await own
  }

  return {
    async check(url, load) {
      const { rules } = await entryOf(url.origin, load)
      if (rules instanceof FetchError) throw rules
      if (!rules.isAllowed(`${url.pathname}${url.search}`)) {
        throw new FetchError('fetch_robots', `robots.txt of ${url.host} disallows this address`, {
          where: { url: url.href },
        })
      }
      return rules
    },
  }
}

async function rulesOf(
  url: URL,
  load: LoadRobots,
  agent: string,
): Promise<RobotsRules | FetchError> {
  try {
    const { status, headers, bytes } = await load(url)
    if (status >= 200 && status < 300) {
      return parseRobots(decodeText(bytes, String(headers['content-type'] ?? '')), agent)
    }
    if (status < 500) return everything
    return unavailable(url, `it answered ${status}`)
  } catch (error) {
    if (!(error instanceof FetchError)) throw error
    if (error.code === 'fetch_redirects' || (error.status ?? 500) < 500) return everything
    if (neverAsked.has(error.code)) throw error
    return unavailable(url, error.message, error)
  }
}

function unavailable(url: URL, why: string, cause?: FetchError): FetchError {
  return new FetchError('fetch_robots', `robots.txt of ${url.host} could not be had: ${why}`, {
    cause,
    retry: 'later',
    retryAt: cause?.retryAt ?? undefined,
    cure: 'The host may be down; without its robots.txt nothing else is asked. A source that is watched is tried again by itself',
    where: { robots: url.href },
  })
}
