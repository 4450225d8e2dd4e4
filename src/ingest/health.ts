import type { HealthVerdict } from '../db/queries/source-health.ts'
import type { SourceHealth } from '../db/schema/sources.ts'
import {
  AppError,
  ArchiveUnavailableError,
  type Problem,
  type Retry,
  shorten,
} from '../model/errors.ts'
import type { LocalDate } from '../model/ids.ts'
import type { Sign, SignName } from './judge-run.ts'

/** Why a run ended badly, as it is told everywhere. */
export interface RunFault {
  readonly code: string
  readonly message: string
  readonly cure: string
  readonly retry: Retry
  /** The portal's own wish when to ask again. */
  readonly notBefore: Date | null
  readonly status: number | null
}

const changedShape: ReadonlySet<string> = new Set([
  'page_shape',
  'date_unknown',
  'portal_suspect',
  'portal_paging',
  'portal_moved',
  'internal',
])
const blocked: ReadonlySet<string> = new Set(['portal_wall', 'fetch_forbidden_address'])
const unauthorisedStatus: ReadonlySet<number> = new Set([401, 407])
const blockedStatus: ReadonlySet<number> = new Set([403, 406, 418, 429, 451])

export function healthOf(fault: Pick<RunFault, 'code' | 'status' | 'retry'>): SourceHealth {
  const { code, status, retry } = fault
  if (changedShape.has(code)) return 'changed-shape'
  if (blocked.has(code)) return 'blocked'
  // A robots.txt that could not be had refuses nobody: its host is out of reach for now.
  if (code === 'fetch_robots') return retry === 'later' ? 'unreachable' : 'blocked'
  if (status !== null && unauthorisedStatus.has(status)) return 'unauthorised'
  if (status !== null && blockedStatus.has(status)) return 'blocked'
  return 'unreachable'
}

/** What broke a run. A fault of the adapter itself is told as a page it did not understand. */
export function toFault(error: unknown): RunFault {
  if (error instanceof AppError) {
    const status = error.where.status
    const retryAt = 'retryAt' in error ? error.retryAt : null
    return {
      code: error.code,
      message: error.message,
      cure: error.cure,
      retry: error.retry,
      notBefore: retryAt instanceof Date ? retryAt : null,
      status: typeof status === 'number' ? status : null,
    }
  }
  return {
    code: 'internal',
    message: `The adapter failed on what the portal sent: ${shorten(String(error), 160)}`,
    cure: 'Report it with the name of this source; the archived pages show what was sent',
    retry: 'when-changed',
    notBefore: null,
    status: null,
  }
}

/** As the client words it; a problem carries no more than its code and its message. */
const saysDisallowed = /\bdisallows\b/

/** The first thing that went wrong where nothing at all could be read. */
export function problemToFault({ code, message }: Problem): RunFault {
  if (code === 'fetch_robots' && saysDisallowed.test(message)) {
    return {
      code,
      message,
      cure: 'Ask the portal owner; what they allow is recorded by `watchdocket sources permit <id>`',
      retry: 'when-changed',
      notBefore: null,
      status: null,
    }
  }
  if (code === 'archive_unavailable') {
    const { cure, retry } = new ArchiveUnavailableError(message, false)
    return { code, message, cure, retry, notBefore: null, status: null }
  }
  const status = code === 'fetch_status' ? /\b([45]\d\d)\b/.exec(message)?.[1] : undefined
  return {
    code,
    message,
    cure: 'Open the address in a browser and compare; it is tried again by itself',
    retry: 'later',
    notBefore: null,
    status: status ? Number(status) : null,
  }
}

const shapeSigns: ReadonlySet<SignName> = new Set(['nothing', 'emptied', 'one-date', 'shape'])

export function suspectHealth(signs: readonly Sign[]): HealthVerdict {
  const names = new Set(signs.map(({ name }) => name))
  const health = names.has('elsewhere')
    ? 'blocked'
    : signs.some(({ name }) => shapeSigns.has(name))
      ? 'changed-shape'
      : 'suspect'
  return {
    health,
    code: 'portal_suspect',
    message: `The read was not believed: ${signs.map(({ says }) => says).join('; ')}`,
    cure: 'Compare the portal with what is shown here; if it stays so it is believed in 14 days',
  }
}

export function failedHealth(fault: RunFault): HealthVerdict {
  const { code, message, cure } = fault
  return { health: healthOf(fault), code, message, cure }
}

/**
 * After a run that was believed: `quiet` says that nothing is to come, not that it is broken, and
 * whether that is usual for its bodies. `foretold` is the next day on which one of them meets by
 * habit, `null` for none; `undefined`: habits were not looked at again, and what was said stands.
 */
export function goodHealth(
  meetingsUpcoming: number,
  foretold: LocalDate | null | undefined,
  before: string | null,
): HealthVerdict {
  const none = { code: null, cure: null }
  if (meetingsUpcoming > 0) return { ...none, health: 'ok', message: null }
  if (foretold === undefined && before !== null) {
    return { ...none, health: 'quiet', message: before }
  }
  const usual = foretold
    ? `by the habit of its bodies one would be on ${foretold}`
    : 'and none is foretold by the habit of its bodies'
  const message = `The portal was read and lists no meeting to come; ${usual}`
  return { ...none, health: 'quiet', message }
}
