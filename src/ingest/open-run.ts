import { hasMeetings, listKnownMeetings } from '../db/queries/meeting-rows.ts'
import { readRunHistory, startRun } from '../db/queries/runs.ts'
import type { ClaimedSource } from '../db/queries/sources.ts'
import { findTimeZone } from '../model/ids.ts'
import type { IngestDeps } from './pipeline.ts'
import { lostRunAt } from './rhythm.ts'
import { type Run, scheduledWindow, windowDaysOf } from './run-state.ts'

const eightWeeksMs = 56 * 86_400_000

export const zoneOf = ({ timeZone }: ClaimedSource) =>
  timeZone === null ? null : (findTimeZone(timeZone) ?? null)

/** Writes the run's row and gathers what is known of the source from before. */
export async function openRun(source: ClaimedSource, deps: IngestDeps): Promise<Run> {
  const { db, scraper } = deps
  const startedAt = deps.now()
  const window = deps.window ?? scheduledWindow(startedAt, zoneOf(source))
  const windowDays = windowDaysOf(window)
  // Until one read has come to its end, everything it stores is of the past.
  const isFirstRead = source.lastSuccessAt === null || !(await hasMeetings(db.read, source.id))
  const since = new Date(startedAt.getTime() - eightWeeksMs)
  const history = await readRunHistory(db.read, source.id, since)
  const known = await listKnownMeetings(db.read, source.id, window, deps.detector.version)
  const id = await db.write((tx) =>
    startRun(tx, {
      sourceId: source.id,
      startedAt,
      adapterVersion: scraper.version,
      windowDays,
      isFirstRead,
      nextRunAtIfLost: lostRunAt(startedAt, source.failures, deps.random()),
    }),
  )
  deps.onChange?.()
  return {
    id,
    source,
    startedAt,
    window,
    windowDays,
    isFirstRead,
    history,
    known: new Map(known.map((meeting) => [meeting.upstreamId, meeting])),
    seen: new Map(),
    held: [],
    createdIds: [],
    problems: [],
    reported: [],
    detailIds: new Set(),
    documentUrls: new Set(),
    counts: {
      meetingsSeen: 0,
      meetingsUpcoming: 0,
      meetingsCreated: 0,
      meetingsChanged: 0,
      itemsSeen: 0,
      documentsSeen: 0,
      findings: 0,
      requests: 0,
    },
  }
}
