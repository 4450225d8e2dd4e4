import type { SourceHealth } from '../db/schema/sources.ts'
import type { Problem } from '../model/errors.ts'

/** What a run has come to so far; grows while it lasts. */
export interface RunCounts {
  readonly meetingsSeen: number
  readonly meetingsUpcoming: number
  readonly meetingsCreated: number
  readonly meetingsChanged: number
  readonly itemsSeen: number
  readonly documentsSeen: number
  readonly findings: number
  readonly requests: number
}

/** How one read of one source went. */
export interface RunReport extends RunCounts {
  readonly runId: number
  readonly sourceId: string
  /** `interrupted`: stopped from outside before its end; what was stored stands. */
  readonly outcome: 'ok' | 'suspect' | 'failed' | 'interrupted'
  /** Nothing of this source was known before: nobody is alerted of the past. */
  readonly isFirstRead: boolean
  readonly health: SourceHealth
  /** The signs that made the run suspect, in words. */
  readonly signs: readonly string[]
  readonly problems: readonly Problem[]
  /** Why it failed or was not believed; `null` after a good run. */
  readonly error: {
    readonly code: string
    readonly message: string
    readonly cure: string
  } | null
  readonly nextRunAt: Date
}
