import type { Db } from '../db/client.ts'
import type { ClaimedSource } from '../db/queries/sources.ts'
import type { Log } from '../log.ts'
import type { DateWindow, Fetcher, Scraper } from '../scraping/contract.ts'
import type { Detector } from './detector.ts'
import type { RunReport } from './run-report.ts'

export interface IngestDeps {
  readonly db: Db
  readonly scraper: Scraper
  readonly fetcher: Fetcher
  readonly detector: Detector
  readonly now: () => Date
  /** 0 to below 1. */
  readonly random: () => number
  readonly log: Log
  /** Unless given: 45 days back to 180 days ahead. */
  readonly window?: DateWindow
  /** Called after each commit that changed what pages show. */
  readonly onChange?: () => void
  /** Ends the run at the next meeting; what was stored stands. */
  readonly signal?: AbortSignal
}

/**
 * Reads one claimed source, stores what is new, and gives the source back with the time of its
 * next read.
 *
 * What goes wrong with the portal is in the report and in the source's health, not thrown.
 *
 * @throws {DiskFullError} {DbBusyError} {DbDamagedError} when nothing can be stored.
 */
export async function ingestSource(source: ClaimedSource, deps: IngestDeps): Promise<RunReport> {
  deps.log.info('run begins', { sourceId: source.id })
  throw new Error('ingestSource is being written')
}
