import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Tx } from '../db/client.ts'
import { listDueDocuments } from '../db/queries/document-due.ts'
import {
  type DocumentJob,
  finishDocumentJob,
  renewDocumentJob,
} from '../db/queries/document-jobs.ts'
import type { Log } from '../log.ts'
import { ClaimLostError } from './claim-lost.ts'
import { type DocumentOutcome, type ReadDocumentDeps, readDocument } from './read-document.ts'

export interface ReadDocumentsDeps extends Omit<ReadDocumentDeps, 'keep'> {
  readonly log: Log
  /** How long a claim is renewed for. */
  readonly leaseMs: number
  /** Called after each commit that changed what pages show. */
  readonly onChange?: () => void
}

/** What one turn at a source's documents came to. */
export interface DocumentsReport {
  readonly sourceId: string
  readonly read: number
  readonly unchanged: number
  readonly unreadable: number
  readonly failed: number
  /** More are due, now or once the host has had a rest. */
  readonly hasMore: boolean
}

/** A source that lists thousands must let others have their turn. */
const mostATurn = 40
/** So many failures in a row are the host's and not the documents'. */
const mostFailures = 3
const restMs = 30 * 60_000

/**
 * Reads documents of one claimed source that are due, one at a time: archived first, then read,
 * searched and judged. What a kill interrupts is due still.
 *
 * @throws {DiskFullError} {DbBusyError} {DbDamagedError} {DataReadOnlyError} when nothing can be
 *   stored: the lease then lapses, and the rest is read after it.
 */
export async function readDocuments(
  job: DocumentJob,
  deps: ReadDocumentsDeps,
): Promise<DocumentsReport> {
  const { db, now, signal } = deps
  const counts = { read: 0, unchanged: 0, unreadable: 0, failed: 0 }
  const keep = async (tx: Tx) => {
    const until = new Date(now().getTime() + deps.leaseMs)
    if (!(await renewDocumentJob(tx, job, until))) throw new ClaimLostError(job.sourceId)
  }
  const due = await listDueDocuments(db.read, job.sourceId, now(), mostATurn)
  let inARow = 0
  let rest: DocumentOutcome | undefined
  try {
    for (const document of due) {
      if (signal?.aborted) break
      const outcome = await readDocument(job.sourceId, document, { ...deps, keep })
      counts[outcome.outcome]++
      inARow = outcome.outcome === 'failed' && outcome.isPassing ? inARow + 1 : 0
      if (inARow === mostFailures) rest = outcome
      deps.onChange?.()
      if (rest) break
      await nextTurn()
    }
  } catch (error) {
    // A fetch that was cut off by our own end says nothing about the document.
    if (error instanceof ClaimLostError) {
      deps.log.warn('documents lost their source', { sourceId: job.sourceId, code: error.code })
      return { sourceId: job.sourceId, ...counts, hasMore: true }
    }
    if (!signal?.aborted) throw error
  }
  const hasMore = signal?.aborted === true || rest !== undefined || due.length === mostATurn
  const at = rest ? new Date(now().getTime() + restMs) : now()
  const error = rest?.outcome === 'failed' ? rest.code : null
  await db.write((tx) => finishDocumentJob(tx, job, hasMore ? { at, error } : null))
  deps.onChange?.()
  if (counts.read + counts.unreadable + counts.failed > 0) {
    deps.log.info('documents read', { sourceId: job.sourceId, ...counts })
  }
  return { sourceId: job.sourceId, ...counts, hasMore }
}
