import type { Tx } from '../db/client.ts'
import { storeHabits } from '../db/queries/body-habits.ts'
import { raiseContentVersion } from '../db/queries/content-version.ts'
import { surveyDocuments } from '../db/queries/document-due.ts'
import { queueDocuments } from '../db/queries/document-jobs.ts'
import { settleGoneDocuments } from '../db/queries/document-links.ts'
import { findNeighbours, unconfirmMeetings } from '../db/queries/meeting-rows.ts'
import { finishRun } from '../db/queries/runs.ts'
import { type HealthVerdict, recordHealth } from '../db/queries/source-health.ts'
import { releaseSource, rescheduleSource } from '../db/queries/sources.ts'
import type { LocalDate } from '../model/ids.ts'
import { settleListing } from './absence.ts'
import { failedHealth, goodHealth, problemToFault, type RunFault, suspectHealth } from './health.ts'
import { findSigns, isSuspect, type RunEvidence, type Sign, shapeCodes } from './judge-run.ts'
import { firstForetold, learnHabits } from './learn-habits.ts'
import { zoneOf } from './open-run.ts'
import type { ReadingEnd } from './read-portal.ts'
import { nextRunAt, retryRunAt } from './rhythm.ts'
import type { RunReport } from './run-report.ts'
import { isDetailProblem, type Run } from './run-state.ts'
import { type StoringDeps, saveProgress } from './store-run.ts'
import type { FetchTally } from './watch-fetches.ts'

/** What is to be made of a run. */
export type RunVerdict =
  | { readonly outcome: 'ok'; readonly signs: readonly Sign[] }
  | { readonly outcome: 'suspect'; readonly signs: readonly Sign[] }
  | { readonly outcome: 'failed'; readonly fault: RunFault }
  | { readonly outcome: 'interrupted' }

function evidenceOf(run: Run, fetches: FetchTally): RunEvidence {
  const isDetail = (index: number) => {
    const problem = run.reported[index]
    return problem !== undefined && isDetailProblem(run, problem)
  }
  const codes = run.reported.map(({ code }) => code)
  return {
    meetings: [...run.seen.values()],
    windowDays: run.windowDays,
    listProblems: codes.filter((_, index) => !isDetail(index)),
    detailProblems: codes.filter((_, index) => isDetail(index)),
    shapeFaults: run.reported
      .filter(({ code }) => shapeCodes.has(code))
      .map(({ message }) => message),
    documentsListed: run.documentUrls.size,
    documentsMissing: run.reported.filter(({ url }) => run.documentUrls.has(url)).length,
    fetches,
  }
}

/** Judges the run by what it saw, before anything of it touches what was known. */
export function judgeRun(run: Run, end: ReadingEnd, fetches: FetchTally, now: Date): RunVerdict {
  if (end.ended === 'stopped') return { outcome: 'interrupted' }
  if (end.ended === 'failed') return { outcome: 'failed', fault: end.fault }
  const problem = run.reported.find((one) => !isDetailProblem(run, one))
  if (run.seen.size === 0 && problem) {
    return { outcome: 'failed', fault: problemToFault(problem) }
  }
  const { source, history } = run
  const known = [...run.known.values()]
  const expected = { now, known, history, mayBeEmpty: source.mayBeEmpty }
  const signs = findSigns(evidenceOf(run, fetches), expected)
  const suspectSince = source.healthCode === 'portal_suspect' ? source.healthSince : null
  return { outcome: isSuspect(signs, now, suspectSince) ? 'suspect' : 'ok', signs }
}

function healthOfVerdict(
  verdict: RunVerdict,
  run: Run,
  foretold: LocalDate | null | undefined,
): HealthVerdict {
  switch (verdict.outcome) {
    case 'ok':
      return goodHealth(
        run.counts.meetingsUpcoming,
        foretold,
        run.source.health === 'quiet' ? run.source.healthMessage : null,
      )
    case 'suspect':
      return suspectHealth(verdict.signs)
    case 'failed':
      return failedHealth(verdict.fault)
    case 'interrupted': {
      const { health, healthCode, healthMessage, healthCure } = run.source
      return { health, code: healthCode, message: healthMessage, cure: healthCure }
    }
  }
}

async function nextTime(verdict: RunVerdict, run: Run, deps: StoringDeps): Promise<Date> {
  const now = deps.now()
  if (verdict.outcome === 'interrupted') return now
  if (verdict.outcome === 'failed') {
    const { retry, notBefore } = verdict.fault
    const failures = run.source.failures + 1
    return retryRunAt(now, failures, retry, deps.random(), notBefore, deps.haste)
  }
  const neighbours = await findNeighbours(deps.db.read, run.source.id, now)
  return nextRunAt(now, neighbours, deps.random(), deps.haste)
}

/**
 * Writes the verdict and gives the source back, all in one transaction: a source is never free
 * without its next time being set.
 *
 * @throws {ClaimLostError}
 */
export async function closeRun(
  run: Run,
  verdict: RunVerdict,
  deps: StoringDeps,
): Promise<RunReport> {
  const { source } = run
  const next = await nextTime(verdict, run, deps)
  const signs = 'signs' in verdict ? verdict.signs.map(({ says }) => says) : []
  const { outcome } = verdict
  const isGood = outcome === 'ok'

  const timeZone = zoneOf(source)
  const hasChanged = run.counts.meetingsCreated + run.counts.meetingsChanged > 0
  const habits =
    isGood && timeZone
      ? await learnHabits(deps.db.read, { id: source.id, timeZone }, hasChanged, deps.now())
      : null
  const health = healthOfVerdict(verdict, run, habits ? firstForetold(habits) : undefined)
  const documents = await surveyDocuments(deps.db.read, source.id, deps.now())
  await deps.db.write(async (tx) => {
    const now = deps.now()
    await saveProgress(tx, run, deps)
    const hasSettled = await settle(tx, run, verdict, now)
    const isAnotherHabit = await storeHabits(tx, source.id, habits ?? [])
    if (hasSettled || isAnotherHabit) await raiseContentVersion(tx)
    if (outcome === 'interrupted') await rescheduleSource(tx, source.id, next)
    else {
      const isFruitful = run.seen.size > 0
      await recordHealth(tx, source.id, health, { at: now, isGood, isFruitful, nextRunAt: next })
    }
    await finishRun(tx, run.id, {
      finishedAt: now,
      outcome,
      problems: run.problems,
      signs,
      structure: deps.tally().structure,
      errorCode: isGood ? null : health.code,
      errorMessage: isGood ? null : health.message,
    })
    await queueDocuments(tx, { id: run.id, sourceId: source.id }, documents, now)
    await releaseSource(tx, source)
  })
  deps.onChange?.()
  return {
    runId: run.id,
    sourceId: source.id,
    outcome,
    isFirstRead: run.isFirstRead,
    ...run.counts,
    health: health.health,
    signs,
    problems: run.problems,
    error: isGood || outcome === 'interrupted' ? null : errorOf(health),
    nextRunAt: next,
  }
}

function errorOf({ code, message, cure }: HealthVerdict): RunReport['error'] {
  return code === null ? null : { code, message: message ?? '', cure: cure ?? '' }
}

/** True when pages show something else now. */
async function settle(tx: Tx, run: Run, verdict: RunVerdict, now: Date): Promise<boolean> {
  if (verdict.outcome === 'suspect' && run.isFirstRead) {
    await unconfirmMeetings(tx, run.createdIds)
    return run.createdIds.length > 0
  }
  if (verdict.outcome !== 'ok') return false
  const isFileGone = await settleGoneDocuments(tx, run.source.id)
  const isListingChanged = await settleListing(tx, {
    known: [...run.known.values()],
    seenUpstreamIds: run.seen,
    createdIds: run.createdIds,
    mayMiss: run.reported.some((problem) => !isDetailProblem(run, problem)),
    now,
  })
  return isFileGone || isListingChanged
}
