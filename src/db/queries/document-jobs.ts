import { and, eq, isNull, lte, or, sql } from 'drizzle-orm'
import type { Tx } from '../client.ts'
import { jobs } from '../schema/jobs.ts'
import { runs, sources } from '../schema/sources.ts'
import { raiseStatusVersion } from './content-version.ts'
import type { DocumentSurvey } from './document-due.ts'

/** A source whose documents wait to be read, key and id of `jobs` of this kind. */
const kind = 'documents'

/** The documents of a source, which this process alone may read until the lease ends. */
export interface DocumentJob {
  readonly id: number
  readonly sourceId: string
  readonly claimToken: string
  readonly claimedUntil: Date
  /** When it was due: put later by who asks for more while it is held. */
  readonly dueAt: Date
}

const ofSource = (sourceId: string) => and(eq(jobs.kind, kind), eq(jobs.key, sourceId))

/**
 * Shows in a run how many documents have been read, in it or before, and asks for those that are
 * due; asking twice is asking once.
 */
export async function queueDocuments(
  tx: Tx,
  run: { readonly id: number; readonly sourceId: string },
  { read, areDue }: DocumentSurvey,
  now: Date,
): Promise<void> {
  await tx.update(runs).set({ documentsRead: read }).where(eq(runs.id, run.id))
  if (!areDue) return
  await tx
    .insert(jobs)
    .values({ kind, key: run.sourceId, payload: {}, dueAt: now })
    .onConflictDoUpdate({ target: [jobs.kind, jobs.key], set: { dueAt: now } })
}

/** Takes the source whose documents have waited longest, or nothing. Nobody else gets it meanwhile. */
export async function claimDocumentJob(
  tx: Tx,
  { now, token, leaseMs }: { readonly now: Date; readonly token: string; readonly leaseMs: number },
  sourceId?: string,
): Promise<DocumentJob | undefined> {
  const claimedUntil = new Date(now.getTime() + leaseMs)
  const next = tx
    .select({ id: jobs.id })
    .from(jobs)
    .innerJoin(sources, eq(sources.id, jobs.key))
    .where(
      and(
        sourceId === undefined ? eq(jobs.kind, kind) : ofSource(sourceId),
        lte(jobs.dueAt, now),
        or(isNull(jobs.claimToken), lte(jobs.claimedUntil, now)),
        eq(sources.state, 'active'),
      ),
    )
    .orderBy(jobs.dueAt, jobs.id)
    .limit(1)
  const [claimed] = await tx
    .update(jobs)
    .set({ claimToken: token, claimedUntil, attempts: sql`${jobs.attempts} + 1` })
    .where(eq(jobs.id, next))
    .returning({ id: jobs.id, sourceId: jobs.key, dueAt: jobs.dueAt })
  return claimed && { ...claimed, claimToken: token, claimedUntil }
}

const held = ({ id, claimToken }: DocumentJob) =>
  and(eq(jobs.id, id), eq(jobs.claimToken, claimToken))

/** Puts off the end of a lease; false when it is not ours any more, and the work must stop. */
export async function renewDocumentJob(tx: Tx, job: DocumentJob, until: Date): Promise<boolean> {
  const renewed = await tx
    .update(jobs)
    .set({ claimedUntil: until })
    .where(held(job))
    .returning({ id: jobs.id })
  return renewed.length > 0
}

/**
 * Ends the work, or gives it back for `again`. What was asked for while it was held stays asked
 * for. A stale token changes nothing.
 */
export async function finishDocumentJob(
  tx: Tx,
  job: DocumentJob,
  again: { readonly at: Date; readonly error: string | null } | null,
): Promise<void> {
  if (again === null) await tx.delete(jobs).where(and(held(job), eq(jobs.dueAt, job.dueAt)))
  const rest = again && { dueAt: again.at, lastError: again.error }
  await tx
    .update(jobs)
    .set({ claimToken: null, claimedUntil: null, ...rest })
    .where(held(job))
  await raiseStatusVersion(tx)
}

/** Frees what processes held that are dead: called once at start, with the data folder locked. */
export async function recoverDocumentJobs(tx: Tx): Promise<void> {
  await tx.update(jobs).set({ claimToken: null, claimedUntil: null }).where(eq(jobs.kind, kind))
}
