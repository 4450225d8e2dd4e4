import type { ReadDb } from '../client.ts'

/** A published file behind an item, and what is held of it. */
export interface FindingDocument {
  readonly title: string
  readonly kind: string
  readonly url: string
  /** Of the newest bytes; `null`: none are held. */
  readonly sha256: string | null
  readonly pages: number | null
  /** Different sets of bytes that its address has given. */
  readonly versions: number
  readonly firstSeenAt: string
  /** The portal serves it no more since then. */
  readonly goneSince: string | null
}

const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString())

/** Files of many items and their matters at once, each once an item, in the portal's order. */
export async function listFindingDocuments(
  db: Pick<ReadDb, 'client'>,
  agendaItemIds: readonly number[],
): Promise<ReadonlyMap<number, readonly FindingDocument[]>> {
  const { rows } = await db.client.execute({
    // One JSON text for all: rows of the driver cost several times as much.
    sql: `WITH items AS (SELECT id, matter_id FROM agenda_items
        WHERE id IN (SELECT value FROM json_each(?))),
      links AS (
        SELECT items.id AS item, l.document_id, l.position, 0 AS far
        FROM items CROSS JOIN document_links l ON l.agenda_item_id = items.id
        UNION ALL SELECT items.id, l.document_id, l.position, 1
        FROM items CROSS JOIN document_links l ON l.matter_id = items.matter_id),
      once AS (SELECT item, document_id, min(far) AS far, min(position) AS position
        FROM links GROUP BY item, document_id)
      SELECT '[' || coalesce(group_concat(r), '') || ']' FROM (
        SELECT json_array(once.item, json_object('title', d.title, 'kind', d.kind, 'url', d.url,
          'sha256', v.sha256, 'pages', v.pages, 'versions', coalesce(v.number, 0),
          'firstSeenAt', d.first_seen_at, 'goneSince', d.gone_since)) AS r
        FROM once CROSS JOIN documents d ON d.id = once.document_id
        LEFT JOIN document_versions v ON v.document_id = d.id
          AND v.number = (SELECT max(number) FROM document_versions WHERE document_id = d.id)
        ORDER BY once.item, once.far, once.position, d.id)`,
    args: [JSON.stringify(agendaItemIds)],
  })
  const byItem = new Map<number, FindingDocument[]>()
  type Row = FindingDocument & { readonly firstSeenAt: number; readonly goneSince: number | null }
  for (const [id, row] of JSON.parse(String(rows[0]?.[0])) as [number, Row][]) {
    const document = {
      ...row,
      firstSeenAt: new Date(row.firstSeenAt).toISOString(),
      goneSince: iso(row.goneSince),
    }
    const known = byItem.get(id)
    if (known) known.push(document)
    else byItem.set(id, [document])
  }
  return byItem
}
