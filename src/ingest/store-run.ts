import type { Tx } from '../db/client.ts'
import { storeParseMemos } from '../db/queries/parse-memos.ts'
import { recordProgress } from '../db/queries/runs.ts'
import { renewClaim } from '../db/queries/sources.ts'
import { toProblem } from '../model/errors.ts'
import { ClaimLostError } from './claim-lost.ts'
import { detectItems } from './detect-items.ts'
import { refreshDocuments } from './document-evidence.ts'
import type { ParseMemory } from './parse-memory.ts'
import type { IngestDeps } from './pipeline.ts'
import { addProblem, type ReadMeeting, type Run } from './run-state.ts'
import { storeMeeting } from './store-meeting.ts'
import type { FetchTally } from './watch-fetches.ts'

/** What storing needs beside the run. */
export interface StoringDeps extends IngestDeps {
  readonly memory: ParseMemory
  tally(): FetchTally
}

/** Holds the lease for as long again as it was given for. */
async function keepClaim(tx: Tx, run: Run, now: Date): Promise<void> {
  const leaseMs = run.source.claimedUntil.getTime() - run.startedAt.getTime()
  const isOurs = await renewClaim(
    tx,
    run.source,
    new Date(now.getTime() + Math.max(leaseMs, 60_000)),
  )
  if (!isOurs) throw new ClaimLostError(run.source.id)
}

/**
 * Part of every write of a run: nothing is stored by one that has lost its source.
 *
 * @throws {ClaimLostError}
 */
export async function saveProgress(tx: Tx, run: Run, deps: StoringDeps): Promise<void> {
  const now = deps.now()
  const { requests, pagesChanged } = deps.tally()
  run.counts.requests = requests
  await keepClaim(tx, run, now)
  await storeParseMemos(tx, deps.memory.take(), now)
  await recordProgress(tx, run.id, { ...run.counts, pagesChanged })
}

/** Stores one meeting and how far the run has come, in one short transaction. */
export async function storeRead(
  { meeting, contentHash }: ReadMeeting,
  run: Run,
  deps: StoringDeps,
): Promise<void> {
  const { detector } = deps
  const { id: sourceId, jurisdictionId } = run.source
  await refreshDocuments({ sourceId, upstreamId: meeting.upstreamId }, deps)
  const stored = await deps.db.write(async (tx) => {
    const stored = await storeMeeting(tx, {
      sourceId,
      jurisdictionId,
      runId: run.id,
      seenAt: deps.now(),
      meeting,
      contentHash,
      isFirstRead: run.isFirstRead,
      isUnconfirmed: !run.isFirstRead,
      detectorVersion: detector.version,
      detect: (whole) =>
        detectItems(whole, detector, (error) =>
          addProblem(run, toProblem(error, meeting.sourceUrl)),
        ),
    })
    const { counts } = run
    counts.findings += stored.findings
    if (stored.isCreated) counts.meetingsCreated++
    if (stored.isChanged) counts.meetingsChanged++
    await saveProgress(tx, run, deps)
    return stored
  })
  if (stored.isCreated) run.createdIds.push(stored.id)
  deps.onChange?.()
  // The driver never lets go of the thread by itself, and others have requests waiting.
  await new Promise((resolve) => setImmediate(resolve))
}
