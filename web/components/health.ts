import type { CoverageRow } from '../../src/db/queries/coverage.ts'
import { fromNow, span, utcTime } from '../dates.ts'

/** How a source's health is said in a few words. */
const words: Readonly<Record<CoverageRow['health'], string>> = {
  new: 'Not read yet',
  ok: 'Read without problems',
  quiet: 'Read, nothing upcoming listed',
  suspect: 'Last read not believed',
  'changed-shape': 'Portal has changed its pages',
  blocked: 'Portal refuses us',
  unreachable: 'Portal cannot be reached',
  unauthorised: 'Portal asks for a key',
  unreadable: 'Not readable yet',
}

export function healthWords(row: CoverageRow): string {
  if (row.sourceState === 'unreadable') return words.unreadable
  if (row.sourceState === 'paused') return 'Paused by the operator'
  return words[row.health]
}

export type HealthTone = 'good' | 'wait' | 'care' | 'stop'

export function healthTone(row: CoverageRow): HealthTone {
  if (row.sourceState !== 'active' || row.health === 'unreadable') return 'stop'
  if (row.health === 'ok' || row.health === 'quiet') return row.needsChecking ? 'care' : 'good'
  return row.health === 'new' ? 'wait' : row.health === 'suspect' ? 'care' : 'stop'
}

/** Whether something is wrong that an operator can say they know of. */
export function isTroubled(row: CoverageRow): boolean {
  return row.sourceState === 'active' && !['ok', 'quiet', 'new'].includes(row.health)
}

/** True while lists say something about this source that can be relied on. */
export function isCovered(row: CoverageRow): boolean {
  const tone = healthTone(row)
  return tone === 'good' || (tone === 'care' && row.health !== 'suspect')
}

/** Whether its newest run is still under way, or its first one is about to begin. */
export function isReading(row: CoverageRow): boolean {
  if (row.sourceState !== 'active') return false
  return row.run?.outcome === 'running' || (row.run === null && row.health === 'new')
}

/** Whether its figures still grow: a read is under way, or that of its documents. */
export function isFollowed(row: CoverageRow): boolean {
  return isReading(row) || (row.sourceState === 'active' && row.isReadingDocuments)
}

/** The same for its first read alone: with many sources one is always being read again. */
export function isFirstRead(row: CoverageRow): boolean {
  return row.lastSuccessAt === null && isReading(row)
}

/** When it was last read with success, in words: never only a blank. */
export function lastSuccess(row: CoverageRow, now: Date): string {
  if (!row.lastSuccessAt) return 'never read with success'
  return `last good read ${fromNow(row.lastSuccessAt, now)} (${utcTime(row.lastSuccessAt)})`
}

/** How long nothing was heard, once that is longer than a day. */
export function silence(row: CoverageRow, now: Date): string | null {
  const since = row.lastSuccessAt ?? row.addedAt
  const ms = now.getTime() - since.getTime()
  return ms > 86_400_000 ? `silent for ${span(ms)}` : null
}
