import { isDbFault } from '../db/errors.ts'
import { type KnownMeeting, listKnownMeetings } from '../db/queries/meeting-rows.ts'
import { toProblem } from '../model/errors.ts'
import type { TimeZone } from '../model/ids.ts'
import type { ScrapedMeeting } from '../model/meeting.ts'
import { toLocal } from '../model/time.ts'
import type { ScrapeContext, SeenMeeting } from '../scraping/contract.ts'
import { boundMeeting } from './bound-meeting.ts'
import { type RunFault, toFault } from './health.ts'
import { zoneOf } from './open-run.ts'
import {
  addProblem,
  noteMeeting,
  noteReported,
  noteSettled,
  type Run,
  settledIn,
} from './run-state.ts'
import { watchStorage } from './storage-faults.ts'
import { type StoringDeps, saveProgress, storeRead } from './store-run.ts'

/** How the reading itself ended. */
export type ReadingEnd =
  | { readonly ended: 'whole' }
  | { readonly ended: 'stopped' }
  | { readonly ended: 'failed'; readonly fault: RunFault }

/** Who has added a council watches its first read; later ones nobody waits for. */
const progressEveryMs = { first: 1_000, later: 15_000 } as const
const utc = 'UTC' as TimeZone

/**
 * Goes through what the adapter yields. Meetings not known yet are stored as they come; changes to
 * known ones are held until the whole run has been judged.
 *
 * @throws {ClaimLostError}
 * @throws {DiskFullError} {DbBusyError} {DbDamagedError}
 */
export async function readPortal(run: Run, deps: StoringDeps): Promise<ReadingEnd> {
  const { source } = run
  const target = { portalUrl: source.portalUrl, timeZone: zoneOf(source), options: source.options }
  const storage = watchStorage(contextOf(run, deps))
  const meetings = deps.scraper.meetings(target, storage.context)[Symbol.asyncIterator]()
  let savedAt = run.startedAt.getTime()
  try {
    for (;;) {
      const next = await nextOf(meetings, storage, deps)
      if ('ended' in next) return next
      await take(next.meeting, run, deps)
      const now = deps.now().getTime()
      if (now - savedAt >= progressEveryMs[run.isFirstRead ? 'first' : 'later']) {
        savedAt = now
        await deps.db.write((tx) => saveProgress(tx, run, deps))
        deps.onChange?.()
      }
    }
  } finally {
    await meetings.return?.().catch(() => undefined)
  }
}

/** The adapter's next meeting, or how it ended: only what it throws, or read without keeping, is its fault. */
async function nextOf(
  meetings: AsyncIterator<ScrapedMeeting | SeenMeeting>,
  storage: { throwIfAny(): void },
  { signal }: StoringDeps,
): Promise<ReadingEnd | { readonly meeting: ScrapedMeeting | SeenMeeting }> {
  if (signal?.aborted) return { ended: 'stopped' }
  try {
    const { done, value } = await meetings.next()
    storage.throwIfAny()
    return done ? { ended: 'whole' } : { meeting: value }
  } catch (error) {
    if (isDbFault(error)) throw error
    return signal?.aborted ? { ended: 'stopped' } : { ended: 'failed', fault: toFault(error) }
  }
}

function contextOf(run: Run, deps: StoringDeps): ScrapeContext {
  const { source, startedAt } = run
  const { date: today } = toLocal(startedAt, zoneOf(source) ?? utc)
  // A new adapter may read more of the same pages: everything is looked at once more.
  const isSameAdapter = run.history.believed[0]?.adapterVersion === deps.scraper.version
  return {
    fetcher: deps.fetcher,
    window: run.window,
    now: startedAt,
    report: (problem) => noteReported(run, problem),
    parsed: deps.memory.parsed,
    readText: (page) => deps.memory.readText(page, deps.readText),
    isSettled: isSameAdapter ? settledIn([...run.known.values()], startedAt, today) : () => false,
  }
}

async function take(
  found: ScrapedMeeting | SeenMeeting,
  run: Run,
  deps: StoringDeps,
): Promise<void> {
  if ('isSeenOnly' in found) {
    const known = await findKnown(found.upstreamId, run, deps)
    if (known && !run.seen.has(known.upstreamId)) noteSettled(run, known)
    return
  }
  const meeting = boundOrReport(found, run)
  if (!meeting) return
  if (run.seen.has(meeting.upstreamId)) {
    addProblem(run, {
      url: meeting.sourceUrl,
      code: 'duplicate_id',
      message: `The portal lists "${meeting.upstreamId}" twice; the first was taken`,
    })
    return
  }
  const known = await findKnown(meeting.upstreamId, run, deps)
  const read = noteMeeting(run, meeting)
  if (!known) await storeRead(read, run, deps)
  else if (known.contentHash !== read.contentHash || known.isDetectionStale) run.held.push(read)
  else run.counts.findings += known.findings
}

function boundOrReport(found: ScrapedMeeting, run: Run): ScrapedMeeting | undefined {
  try {
    return boundMeeting(found)
  } catch (error) {
    noteReported(run, toProblem(error, found.sourceUrl))
    return undefined
  }
}

/** A meeting may be known from another date than those of the window. */
async function findKnown(
  upstreamId: string,
  run: Run,
  { db, detector }: StoringDeps,
): Promise<KnownMeeting | undefined> {
  const held = run.known.get(upstreamId)
  if (held) return held
  const filter = { upstreamId }
  const [found] = await listKnownMeetings(db.read, run.source.id, filter, detector.version)
  if (found) run.known.set(upstreamId, found)
  return found
}
