import type { FactBody, FactGrade } from '../../model/facts.ts'
import type { ReadDb } from '../client.ts'

/** A stored fact and where its words stand. */
export type FindingFact = FactBody & {
  readonly grade: FactGrade
  readonly quote: string
  /** UTF-16 code units in `field`. */
  readonly start: number
  readonly end: number
  /** `title`, `text`, `section` or `document`. */
  readonly field: string
  readonly documentSha256: string | null
  /** From 1. */
  readonly page: number | null
  /** Recognised from a picture, and so perhaps misread. */
  readonly isOcr: boolean
  /** Version of taxonomy and rules that read it. */
  readonly extractorVersion: string
}

type Row = Omit<FindingFact, 'isOcr'> & { readonly isOcr: number }

/** The facts of many items at once, in the order in which they were found; items without are left out. */
export async function listFindingFacts(
  db: Pick<ReadDb, 'client'>,
  agendaItemIds: readonly number[],
): Promise<ReadonlyMap<number, readonly FindingFact[]>> {
  const { rows } = await db.client.execute({
    // One JSON text for all: rows of the driver cost several times as much.
    sql: `SELECT '[' || coalesce(group_concat(r), '') || ']' FROM (
      SELECT json_array(agenda_item_id, json_object(
        'kind', kind, 'value', json(value), 'grade', grade, 'quote', quote, 'start', start,
        'end', "end", 'field', field, 'documentSha256', document_sha256, 'page', page,
        'isOcr', is_ocr, 'extractorVersion', extractor_version)) AS r
      FROM facts WHERE agenda_item_id IN (SELECT value FROM json_each(?))
      ORDER BY agenda_item_id, id)`,
    args: [JSON.stringify(agendaItemIds)],
  })
  const byItem = new Map<number, FindingFact[]>()
  for (const [id, row] of JSON.parse(String(rows[0]?.[0])) as [number, Row][]) {
    const fact = { ...row, isOcr: row.isOcr === 1 } as FindingFact
    const known = byItem.get(id)
    if (known) known.push(fact)
    else byItem.set(id, [fact])
  }
  return byItem
}
