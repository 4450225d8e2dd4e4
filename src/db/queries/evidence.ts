import type { ReadDb } from '../client.ts'

/** Quoted words behind a finding, and where they stand. */
export interface EvidenceRow {
  readonly quote: string
  /** UTF-16 code units in `field`. */
  readonly start: number
  readonly end: number
  /** The taxonomy term that matched. */
  readonly term: string
  /** `title`, `text`, `section`, `body` or `document`. */
  readonly field: string
  readonly technology: string | null
  readonly vendor: string | null
  /** The document's bytes, for words that stand in one. */
  readonly documentSha256: string | null
  /** From 1. */
  readonly page: number | null
}

/** The evidence of many items at once, in the order in which it was found; items without are left out. */
export async function listEvidence(
  db: Pick<ReadDb, 'client'>,
  agendaItemIds: readonly number[],
): Promise<ReadonlyMap<number, readonly EvidenceRow[]>> {
  const { rows } = await db.client.execute({
    // One JSON text for all: rows of the driver cost several times as much.
    sql: `SELECT '[' || coalesce(group_concat(r), '') || ']' FROM (
      SELECT json_array(agenda_item_id, json_object(
        'quote', quote, 'start', start, 'end', "end", 'term', term, 'field', field,
        'technology', technology, 'vendor', vendor, 'documentSha256', document_sha256,
        'page', page)) AS r
      FROM detections WHERE agenda_item_id IN (SELECT value FROM json_each(?))
      ORDER BY agenda_item_id, id)`,
    args: [JSON.stringify(agendaItemIds)],
  })
  const byItem = new Map<number, EvidenceRow[]>()
  for (const [id, row] of JSON.parse(String(rows[0]?.[0])) as [number, EvidenceRow][]) {
    const known = byItem.get(id)
    if (known) known.push(row)
    else byItem.set(id, [row])
  }
  return byItem
}
