import type { ReadDb } from '../db/client.ts'
import { listEvidence } from '../db/queries/evidence.ts'
import { listFindingDocuments } from '../db/queries/finding-documents.ts'
import { listFindingFacts } from '../db/queries/finding-facts.ts'
import type { FindingFilter } from '../db/queries/findings.ts'
import { walkFindings } from '../db/queries/walk-findings.ts'
import { type FindingRecord, toRecord } from './finding-record.ts'

/** Which findings an export holds: `all` is upcoming, soonest first, and then past, newest first. */
export const exportWhens = ['upcoming', 'past', 'all'] as const
export type ExportWhen = (typeof exportWhens)[number]

export interface ExportRequest {
  readonly filter: FindingFilter
  readonly when: ExportWhen
  readonly now: Date
  /** The most records that are given; `null`: all there are. */
  readonly limit: number | null
  /** For links to our pages, without a slash at the end. */
  readonly publicUrl: string | null
}

/** Records of a list, a handful at a time: what the writers of this room take. */
export type RecordPages = AsyncIterable<readonly FindingRecord[]>

/** Findings of a filtered list with their evidence, each exactly once. */
export async function* exportFindings(
  db: Pick<ReadDb, 'client'>,
  { filter, when, now, limit, publicUrl }: ExportRequest,
): AsyncGenerator<readonly FindingRecord[]> {
  let left = limit ?? Number.POSITIVE_INFINITY
  for (const side of when === 'all' ? (['upcoming', 'past'] as const) : [when]) {
    for await (const rows of walkFindings(db, filter, { when: side, now })) {
      const taken = rows.slice(0, left)
      const ids = taken.map(({ agendaItemId }) => agendaItemId)
      const evidence = await listEvidence(db, ids)
      const documents = await listFindingDocuments(db, ids)
      const facts = await listFindingFacts(db, ids)
      yield taken.map((row) => {
        const id = row.agendaItemId
        const parts = {
          evidence: evidence.get(id) ?? [],
          documents: documents.get(id) ?? [],
          facts: facts.get(id) ?? [],
        }
        return toRecord(row, parts, publicUrl)
      })
      left -= taken.length
      if (left === 0) return
    }
  }
}
