import type { Db } from '../db/client.ts'
import type { ClaimedSource } from '../db/queries/sources.ts'
import type { Log } from '../log.ts'
import type { DateWindow, Fetcher, ScrapeContext, Scraper } from '../scraping/contract.ts'
import { ClaimLostError } from './claim-lost.ts'
import { closeRun, judgeRun } from './close-run.ts'
import type { Detector } from './detector.ts'
import { openRun, zoneOf } from './open-run.ts'
import { createParseMemory } from './parse-memory.ts'
import { readPortal } from './read-portal.ts'
import type { RunReport } from './run-report.ts'
import type { Run } from './run-state.ts'
import { type StoringDeps, storeRead } from './store-run.ts'
import { tidyIfDue } from './tidy.ts'
import { watchFetches } from './watch-fetches.ts'

export interface IngestDeps {
  readonly db: Db
  readonly scraper: Scraper
  readonly fetcher: Fetcher
  readonly detector: Detector
  /** Reads one document in a killable process. */
  readonly readText: ScrapeContext['readText']
  /** Name and version of what reads documents. */
  readonly readerVersion: string
  readonly now: () => Date
  /** 0 to below 1. */
  readonly random: () => number
  readonly log: Log
  /** Divides the time to the next read; 1 unless given, more where a demonstration is watched. */
  readonly haste?: number
  /** Unless given: 45 days back to 180 days ahead. */
  readonly window?: DateWindow
  /** Called after each commit that changed what pages show, progress included. */
  readonly onChange?: () => void
  /** Ends the run at the next meeting; what was stored stands. */
  readonly signal?: AbortSignal
}

/**
 * Reads one claimed source, stores what is new, and gives the source back with the time of its
 * next read.
 *
 * What goes wrong with the portal is in the report and in the source's health, not thrown. A run
 * that failed or was not believed changes nothing of what was known before it.
 *
 * @throws {DiskFullError} {DbBusyError} {DbDamagedError} {DataReadOnlyError} when nothing can be
 *   stored: the lease then lapses, and the source is read again after it.
 */
export async function ingestSource(source: ClaimedSource, deps: IngestDeps): Promise<RunReport> {
  const run = await openRun(source, deps)
  const storing = watched(source, deps)
  try {
    const end = await readPortal(run, storing)
    const verdict = judgeRun(run, end, storing.tally(), deps.now())
    if (verdict.outcome === 'ok') {
      for (const read of run.held) await storeRead(read, run, storing)
    }
    const report = await closeRun(run, verdict, storing)
    tell(report, deps.log)
    await tidyIfDue(deps.db, deps.now())
    return report
  } catch (error) {
    if (error instanceof ClaimLostError) return lostReport(run, error, deps.log)
    throw error
  }
}

function watched(source: ClaimedSource, deps: IngestDeps): StoringDeps {
  const { fetcher, tally } = watchFetches(deps.fetcher)
  const target = { timeZone: zoneOf(source), options: source.options }
  const { db, scraper, now, readerVersion } = deps
  const memory = createParseMemory(db.read, scraper, target, now, readerVersion)
  return { ...deps, fetcher, tally, memory }
}

function tell(report: RunReport, log: Log): void {
  const { sourceId, outcome, meetingsSeen, meetingsCreated, meetingsChanged, requests } = report
  const fields = { sourceId, outcome, meetingsSeen, meetingsCreated, meetingsChanged, requests }
  if (report.error) log.warn('run ended', { ...fields, code: report.error.code })
  else log.info('run ended', fields)
}

/** The source belongs to another run by now, which has closed ours as interrupted. */
function lostReport(run: Run, { code, message, cure }: ClaimLostError, log: Log): RunReport {
  log.warn('run lost its source', { sourceId: run.source.id, code })
  return {
    runId: run.id,
    sourceId: run.source.id,
    outcome: 'interrupted',
    isFirstRead: run.isFirstRead,
    ...run.counts,
    health: run.source.health,
    signs: [],
    problems: run.problems,
    error: { code, message, cure },
    nextRunAt: run.source.nextRunAt ?? run.startedAt,
  }
}
