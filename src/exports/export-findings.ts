import { setImmediate as nextTurn } from 'node:timers/promises'
import type { ReadDb } from '../db/client.ts'
import { listEvidence } from '../db/queries/evidence.ts'
import { type FindingCursor, type FindingFilter, listFindings } from '../db/queries/findings.ts'
import { type FindingRecord, toRecord } from './finding-record.ts'

/** Which findings an export holds: `all` is upcoming, soonest first, and then past, newest first. */
export type ExportWhen = 'upcoming' | 'past' | 'all'

export interface ExportRequest {
  readonly filter: FindingFilter
  readonly when: ExportWhen
  readonly now: Date
  /** The most records that are given; `null`: all there are. */
  readonly limit: number | null
  /** For links to our pages, without a slash at the end. */
  readonly publicUrl: string | null
}

/**
 * Rows read in one go. The driver holds the thread while it reads (about 10 ms for these), so the
 * next go waits until others have had their turn.
 */
const rowsAtOnce = 200

/**
 * Findings of a filtered list, a handful at a time, each exactly once. What is stored while it
 * runs may be in or not.
 */
export async function* exportFindings(
  db: Pick<ReadDb, 'client'>,
  { filter, when, now, limit, publicUrl }: ExportRequest,
): AsyncGenerator<readonly FindingRecord[]> {
  let left = limit ?? Number.POSITIVE_INFINITY
  for (const side of when === 'all' ? (['upcoming', 'past'] as const) : [when]) {
    let after: FindingCursor | undefined
    while (left > 0) {
      const asked = Math.min(rowsAtOnce, left)
      const page = { when: side, now, limit: asked, after }
      const findings = await listFindings(db, filter, page)
      const ids = findings.map(({ agendaItemId }) => agendaItemId)
      const evidence = await listEvidence(db, ids)
      if (findings.length > 0) {
        yield findings.map((finding) =>
          toRecord(finding, evidence.get(finding.agendaItemId) ?? [], publicUrl),
        )
      }
      left -= findings.length
      const last = findings.at(-1)
      if (findings.length < asked || !last) break
      after = { sortAt: last.sortAt.getTime(), agendaItemId: last.agendaItemId }
      await nextTurn()
    }
  }
}

/** What stops a list before its end is told in the list itself, where the format has room for it. */
export type RecordPages = AsyncIterable<readonly FindingRecord[]>
