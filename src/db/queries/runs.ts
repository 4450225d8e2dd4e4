import { eq, sql } from 'drizzle-orm'
import type { Problem } from '../../model/errors.ts'
import type { Reader, Tx } from '../client.ts'
import { runs, sources } from '../schema/sources.ts'
import { raiseStatusVersion } from './content-version.ts'

export type RunRow = typeof runs.$inferSelect

/** The counters of a run; those not given stay as they are. */
export type RunProgressUpdate = Partial<
  Pick<
    RunRow,
    | 'meetingsSeen'
    | 'meetingsUpcoming'
    | 'meetingsCreated'
    | 'meetingsChanged'
    | 'itemsSeen'
    | 'documentsSeen'
    | 'findings'
    | 'requests'
    | 'pagesChanged'
  >
>

/**
 * Opens a run and puts the source's next one ahead in time, so that a read which takes the
 * process down with it cannot be started over and over.
 */
export async function startRun(
  tx: Tx,
  run: {
    readonly sourceId: string
    readonly startedAt: Date
    readonly adapterVersion: number
    readonly windowDays: number | null
    readonly isFirstRead: boolean
    readonly nextRunAtIfLost: Date
  },
): Promise<number> {
  const { nextRunAtIfLost, ...row } = run
  const [opened] = await tx
    .insert(runs)
    .values({ ...row, outcome: 'running', problems: [], signs: [] })
    .returning({ id: runs.id })
  if (!opened) throw new Error('The database gave no id for a new run')
  await tx
    .update(sources)
    .set({ nextRunAt: nextRunAtIfLost, lastRunAt: run.startedAt })
    .where(eq(sources.id, run.sourceId))
  await raiseStatusVersion(tx)
  return opened.id
}

/** Shows how far a run has come. */
export async function recordProgress(
  tx: Tx,
  runId: number,
  progress: RunProgressUpdate,
): Promise<void> {
  await tx.update(runs).set(progress).where(eq(runs.id, runId))
  await raiseStatusVersion(tx)
}

export async function finishRun(
  tx: Tx,
  runId: number,
  end: RunProgressUpdate & {
    readonly finishedAt: Date
    readonly outcome: 'ok' | 'suspect' | 'failed' | 'interrupted'
    readonly problems: readonly Problem[]
    readonly signs: readonly string[]
    readonly structure: string | null
    readonly errorCode: string | null
    readonly errorMessage: string | null
  },
): Promise<void> {
  await tx.update(runs).set(end).where(eq(runs.id, runId))
  await raiseStatusVersion(tx)
}

/** What earlier runs that were believed say about what to expect. */
export interface RunHistory {
  /** Newest first. */
  readonly believed: readonly Pick<
    RunRow,
    | 'startedAt'
    | 'adapterVersion'
    | 'meetingsSeen'
    | 'meetingsUpcoming'
    | 'windowDays'
    | 'structure'
  >[]
  /** When some answer last had other bytes than before; `null`: in none of the runs kept. */
  readonly lastChangedAt: Date | null
  readonly firstRunAt: Date | null
}

/** Runs of a source that began at or after `since`. */
export async function readRunHistory(
  db: Reader,
  sourceId: string,
  since: Date,
): Promise<RunHistory> {
  const [found] = await db.values<[string, number | null, number | null]>(sql`
    SELECT (SELECT json_group_array(json_array(started_at, adapter_version, meetings_seen,
        meetings_upcoming, window_days, structure)) FROM
        (SELECT * FROM runs WHERE source_id = ${sourceId} AND outcome = 'ok'
          AND started_at >= ${since.getTime()} ORDER BY started_at DESC, id DESC LIMIT 2000)),
      (SELECT max(started_at) FROM runs WHERE source_id = ${sourceId} AND pages_changed > 0),
      (SELECT min(started_at) FROM runs WHERE source_id = ${sourceId})`)
  const instantOf = (at: number | null | undefined) => (at ? new Date(at) : null)
  return {
    believed: (JSON.parse(found?.[0] ?? '[]') as BelievedCells[]).map((cells) => ({
      startedAt: new Date(cells[0]),
      adapterVersion: cells[1],
      meetingsSeen: cells[2],
      meetingsUpcoming: cells[3],
      windowDays: cells[4],
      structure: cells[5],
    })),
    lastChangedAt: instantOf(found?.[1]),
    firstRunAt: instantOf(found?.[2]),
  }
}

type BelievedCells = readonly [
  ...[startedAt: number, adapterVersion: number, meetingsSeen: number],
  ...[meetingsUpcoming: number, windowDays: number | null, structure: string | null],
]

/**
 * Forgets runs that began before; versions that they stored stay. Only the 20,000 oldest are looked
 * at in a call, so that its cost does not grow with the table.
 */
export async function pruneRuns(tx: Tx, before: Date): Promise<void> {
  await tx.run(sql`DELETE FROM runs WHERE started_at < ${before.getTime()}
    AND id IN (SELECT id FROM runs ORDER BY id LIMIT 20000)`)
}
