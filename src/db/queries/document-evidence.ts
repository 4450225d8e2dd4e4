import { eq, type SQL, sql } from 'drizzle-orm'
import type { Reader, Tx } from '../client.ts'
import { parseMemos } from '../schema/documents.ts'
import { agendaItems, bodies, meetings } from '../schema/meetings.ts'
import type { DetectableItem } from './meeting-rows.ts'
import { storeParseMemos } from './parse-memos.ts'

/** What a document says by itself is kept by the hash of its bytes, among what parsers made. */
const parser = 'document'

const dayMs = 86_400_000
const mostItems = 200

/** Items by id, or all those of one meeting of a source. */
export type ItemChoice =
  | { readonly itemIds: readonly number[] }
  | { readonly sourceId: string; readonly upstreamId: string }

function chosen(choice: ItemChoice): SQL {
  return 'itemIds' in choice
    ? sql`SELECT i.id, i.matter_id FROM json_each(${JSON.stringify(choice.itemIds)}) AS j
        JOIN agenda_items i ON i.id = j.value`
    : sql`SELECT i.id, i.matter_id FROM meetings m JOIN agenda_items i ON i.meeting_id = m.id
        WHERE m.source_id = ${choice.sourceId} AND m.upstream_id = ${choice.upstreamId}
          AND i.removed_at IS NULL`
}

/** The newest bytes of every document that hangs on an item or its matter, each once. */
const heldDocuments = (choice: ItemChoice) => sql`WITH items AS (${chosen(choice)}),
  held AS (
    SELECT items.id AS item_id, l.document_id
    FROM items JOIN document_links l ON l.agenda_item_id = items.id AND l.gone_since IS NULL
    UNION
    SELECT items.id, l.document_id
    FROM items JOIN document_links l ON l.matter_id = items.matter_id AND l.gone_since IS NULL),
  versions AS (
    SELECT held.item_id, d.title, v.id AS version_id, v.sha256, '' AS part
    FROM held JOIN documents d ON d.id = held.document_id
    JOIN document_versions v ON v.document_id = d.id AND v.pages IS NOT NULL
      AND v.number = (SELECT max(number) FROM document_versions WHERE document_id = d.id)
    UNION
    SELECT items.id, d.title, v.id, v.sha256, p.from_page || '-' || p.to_page
    FROM items JOIN packet_parts p ON p.agenda_item_id = items.id
    JOIN document_versions v ON v.id = p.document_version_id
    JOIN documents d ON d.id = v.document_id
    WHERE v.number = (SELECT max(number) FROM document_versions WHERE document_id = d.id)
      AND EXISTS (SELECT 1 FROM document_links l WHERE l.document_id = d.id
        AND l.meeting_id IS NOT NULL AND l.gone_since IS NULL))`

/** A document of an item, with the JSON of what it says by itself. */
export interface HeldEvidence {
  readonly itemId: number
  readonly itemTitle: string
  readonly title: string
  readonly sha256: string
  /** `214-230`: these pages of it alone; "" for the whole. */
  readonly part: string
  readonly result: string
}

/** Documents that say something, item by item. */
export async function listDocumentEvidence(
  db: Reader,
  itemIds: readonly number[],
): Promise<HeldEvidence[]> {
  const rows = await db.values<[number, string, string, string, string, string]>(
    sql`${heldDocuments({ itemIds })}
      SELECT versions.item_id, i.title, versions.title, versions.sha256, versions.part, m.result
      FROM versions JOIN agenda_items i ON i.id = versions.item_id
      JOIN parse_memos m ON m.sha256 = versions.sha256 AND m.parser = ${parser}
        AND m.url = versions.part
      WHERE json_extract(m.result, '$.band') <> 'none'
      ORDER BY versions.item_id, versions.version_id`,
  )
  return rows.map((row) => ({
    itemId: row[0],
    itemTitle: row[1],
    title: row[2],
    sha256: row[3],
    part: row[4],
    result: row[5],
  }))
}

/** Versions whose pages no detector of this version has judged, each set of bytes once. */
export async function listUnjudgedVersions(
  db: Reader,
  choice: ItemChoice,
  version: string,
): Promise<{ readonly versionId: number; readonly sha256: string; readonly part: string }[]> {
  const rows = await db.values<[number, string, string]>(
    sql`${heldDocuments(choice)}
      SELECT min(versions.version_id), versions.sha256, versions.part
      FROM versions LEFT JOIN parse_memos m
        ON m.sha256 = versions.sha256 AND m.parser = ${parser} AND m.url = versions.part
      WHERE json_extract(m.result, '$.version') IS NOT ${version}
      GROUP BY versions.sha256, versions.part`,
  )
  return rows.map((row) => ({ versionId: row[0], sha256: row[1], part: row[2] }))
}

/** Keeps what a document says by itself; `result` is JSON with `band` and `version`. */
export async function storeDocumentEvidence(
  tx: Tx,
  sha256: string,
  result: string,
  at: Date,
  part = '',
): Promise<void> {
  await storeParseMemos(tx, [{ sha256, parser, url: part, result }], at)
}

/** Notes that what these documents say is in use, so that it is not forgotten. */
export async function touchDocumentEvidence(
  tx: Tx,
  sha256s: readonly string[],
  at: Date,
): Promise<void> {
  await tx
    .update(parseMemos)
    .set({ usedAt: at })
    .where(
      sql`${parseMemos.sha256} IN (SELECT value FROM json_each(${JSON.stringify(sha256s)}))
        AND ${parseMemos.parser} = ${parser} AND ${parseMemos.usedAt} < ${at.getTime() - dayMs}`,
    )
}

/** Items that a document hangs on, itself or by their matter, and others; the latest meetings first. */
export async function listItemsOfDocument(
  db: Reader,
  documentId: number,
  others: readonly number[] = [],
): Promise<DetectableItem[]> {
  return await db
    .select({
      id: agendaItems.id,
      meetingId: agendaItems.meetingId,
      jurisdictionId: bodies.jurisdictionId,
      sortAt: meetings.sortAt,
      title: agendaItems.title,
      text: agendaItems.text,
      section: agendaItems.section,
      body: bodies.name,
    })
    .from(agendaItems)
    .innerJoin(meetings, eq(meetings.id, agendaItems.meetingId))
    .innerJoin(bodies, eq(bodies.id, meetings.bodyId))
    .where(
      sql`${agendaItems.id} IN (
        SELECT agenda_item_id FROM document_links
        WHERE document_id = ${documentId} AND agenda_item_id IS NOT NULL AND gone_since IS NULL
        UNION
        SELECT i.id FROM document_links l JOIN agenda_items i ON i.matter_id = l.matter_id
        WHERE l.document_id = ${documentId} AND l.gone_since IS NULL
        UNION SELECT value FROM json_each(${JSON.stringify(others)}))`,
    )
    .orderBy(sql`${meetings.sortAt} DESC`, sql`${agendaItems.id} DESC`)
    .limit(mostItems)
}

/** How many of these items are findings. */
export async function countFindings(db: Reader, itemIds: readonly number[]): Promise<number> {
  const [row] = await db.values<[number]>(sql`SELECT count(*) FROM findings
    WHERE agenda_item_id IN (SELECT value FROM json_each(${JSON.stringify(itemIds)}))`)
  return row?.[0] ?? 0
}
