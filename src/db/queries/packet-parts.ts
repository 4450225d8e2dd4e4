import { sql } from 'drizzle-orm'
import type { PartBasis } from '../../model/packet.ts'
import { insertRows } from '../bulk.ts'
import type { Reader, Tx } from '../client.ts'
import { packetParts } from '../schema/documents.ts'

/** Pages of a packet that belong to an item, both ends included. */
export interface StoredPart {
  readonly itemId: number
  readonly fromPage: number
  readonly toPage: number
  readonly basis: PartBasis
  readonly words: string
}

/** An item whose pages a packet may hold. */
export interface PacketItemRow {
  readonly id: number
  readonly number: string | null
  readonly title: string
  readonly fileNumber: string | null
}

/**
 * Items of the one meeting that a document hangs on as a whole, in agenda order; none where it hangs
 * on several, as then nobody knows whose pages it holds.
 */
export async function listPacketItems(db: Reader, documentId: number): Promise<PacketItemRow[]> {
  const rows = await db.values<[number, string | null, string, string | null]>(sql`
    WITH meeting AS (SELECT DISTINCT meeting_id AS id FROM document_links
      WHERE document_id = ${documentId} AND meeting_id IS NOT NULL AND gone_since IS NULL)
    SELECT i.id, i.number, i.title, i.file_number FROM agenda_items i
    WHERE i.meeting_id = (SELECT id FROM meeting) AND (SELECT count(*) FROM meeting) = 1
      AND i.removed_at IS NULL AND i.is_heading = 0
      AND (SELECT kind FROM documents WHERE id = ${documentId}) IN ('packet', 'agenda', 'other')
    ORDER BY i.position, i.id LIMIT 2000`)
  return rows.map((row) => ({ id: row[0], number: row[1], title: row[2], fileNumber: row[3] }))
}

export async function listParts(db: Reader, versionId: number): Promise<StoredPart[]> {
  const rows = await db.values<[number, number, number, PartBasis, string]>(sql`
    SELECT agenda_item_id, from_page, to_page, basis, words FROM packet_parts
    WHERE document_version_id = ${versionId} ORDER BY from_page`)
  return rows.map((row) => ({
    itemId: row[0],
    fromPage: row[1],
    toPage: row[2],
    basis: row[3],
    words: row[4],
  }))
}

/** Makes the parts of a version be these; gives the items that had or have pages of its document. */
export async function replaceParts(
  tx: Tx,
  { documentId, versionId }: { readonly documentId: number; readonly versionId: number },
  parts: readonly StoredPart[],
): Promise<number[]> {
  const before = await tx.values<[number]>(sql`SELECT DISTINCT agenda_item_id FROM packet_parts
    WHERE document_version_id IN (SELECT id FROM document_versions WHERE document_id = ${documentId})`)
  await tx.run(sql`DELETE FROM packet_parts WHERE document_version_id = ${versionId}`)
  await insertRows(
    tx,
    packetParts,
    parts.map(({ itemId, ...part }) => ({
      ...part,
      agendaItemId: itemId,
      documentVersionId: versionId,
    })),
  )
  return [...new Set([...before.map((row) => row[0]), ...parts.map(({ itemId }) => itemId)])]
}

/** A packet's pages that belong to an item, as its page tells them. */
export interface ItemPart {
  readonly title: string
  readonly url: string
  readonly sha256: string
  readonly fromPage: number
  readonly toPage: number
  readonly basis: PartBasis
  readonly words: string
}

/** Pages of the newest packets that belong to an item, in order. */
export async function listItemParts(db: Reader, agendaItemId: number): Promise<ItemPart[]> {
  const rows = await db.values<[string, string, string, number, number, PartBasis, string]>(sql`
    SELECT d.title, d.url, v.sha256, p.from_page, p.to_page, p.basis, p.words
    FROM packet_parts p JOIN document_versions v ON v.id = p.document_version_id
    JOIN documents d ON d.id = v.document_id
    WHERE p.agenda_item_id = ${agendaItemId}
      AND v.number = (SELECT max(number) FROM document_versions WHERE document_id = d.id)
    ORDER BY d.id, p.from_page LIMIT 200`)
  return rows.map((row) => ({
    title: row[0],
    url: row[1],
    sha256: row[2],
    fromPage: row[3],
    toPage: row[4],
    basis: row[5],
    words: row[6],
  }))
}
