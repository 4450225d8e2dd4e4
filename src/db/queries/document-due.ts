import { type SQL, sql } from 'drizzle-orm'
import type { DocumentKind } from '../../model/document.ts'
import type { Reader } from '../client.ts'

const hourMs = 3_600_000

/** A meeting of yesterday is still talked about; agendas further ahead are seldom final. */
const pastMs = 24 * hourMs
const aheadMs = 21 * 24 * hourMs

/** What is held is asked for again at most so often, unless its meeting has changed since. */
const checkAgainMs = 12 * hourMs

/** An item that says little itself: what it is about stands in its attachments. */
const shortItem = 160

/** Recordings are not read, and minutes tell of meetings that are over. */
const readKinds: readonly DocumentKind[] = [
  'agenda',
  'packet',
  'attachment',
  'notice',
  'summary',
  'other',
]

/** An address to be asked, and what is held of it. */
export interface DueDocument {
  readonly id: number
  readonly url: string
  readonly title: string
  /** It hangs on an item or its matter, and so may tell what the item is about. */
  readonly isOfItem: boolean
  /** Times in a row that it could not be had or read. */
  readonly failures: number
}

/** The documents of a source's upcoming meetings: by turn, then by meeting time. */
function wantedDocuments(sourceId: string, now: Date): SQL {
  return sql`WITH near AS (
      SELECT id, sort_at, changed_at FROM meetings
      WHERE source_id = ${sourceId} AND status <> 'cancelled' AND no_longer_listed_since IS NULL
        AND sort_at BETWEEN ${now.getTime() - pastMs} AND ${now.getTime() + aheadMs}),
    items AS (
      SELECT i.id, i.matter_id, near.sort_at, near.changed_at,
        CASE WHEN f.agenda_item_id IS NOT NULL THEN 0
          WHEN length(i.title) + length(i.text) < ${shortItem} THEN 1 ELSE 2 END AS turn
      FROM near JOIN agenda_items i ON i.meeting_id = near.id AND i.removed_at IS NULL
      LEFT JOIN findings f ON f.agenda_item_id = i.id AND f.review <> 'rejected'),
    links AS (
      SELECT l.document_id, 2 AS turn, near.sort_at, near.changed_at, 0 AS of_item
      FROM near JOIN document_links l ON l.meeting_id = near.id AND l.gone_since IS NULL
      UNION ALL
      SELECT l.document_id, items.turn, items.sort_at, items.changed_at, 1
      FROM items JOIN document_links l ON l.agenda_item_id = items.id AND l.gone_since IS NULL
      UNION ALL
      SELECT l.document_id, items.turn, items.sort_at, items.changed_at, 1
      FROM items JOIN document_links l ON l.matter_id = items.matter_id AND l.gone_since IS NULL),
    wanted AS (
      SELECT document_id, min(turn) AS turn, min(sort_at) AS sort_at,
        max(changed_at) AS changed_at, max(of_item) AS of_item
      FROM links GROUP BY document_id)`
}

/** `w` what is wanted, `d` the document, `v` its newest bytes, `j` when it is asked again after a failure. */
const heldOfWanted = sql`wanted w JOIN documents d ON d.id = w.document_id
    AND d.kind IN (SELECT value FROM json_each(${JSON.stringify(readKinds)}))
  LEFT JOIN document_versions v ON v.document_id = d.id
    AND v.number = (SELECT max(number) FROM document_versions WHERE document_id = d.id)
  LEFT JOIN jobs j ON j.kind = 'document' AND j.key = CAST(d.id AS TEXT)`

const isDue = (now: Date) => sql`iif(j.id IS NOT NULL, j.due_at <= ${now.getTime()}, v.id IS NULL
  OR v.last_seen_at <= ${now.getTime() - checkAgainMs} OR v.last_seen_at < w.changed_at)`

/**
 * Documents to be asked now: those of flagged items first, then of items that say little, then the
 * rest by meeting time.
 */
export async function listDueDocuments(
  db: Reader,
  sourceId: string,
  now: Date,
  limit: number,
): Promise<DueDocument[]> {
  const rows = await db.values<[number, string, string, number, number]>(
    sql`${wantedDocuments(sourceId, now)}
      SELECT d.id, d.url, d.title, w.of_item, coalesce(j.attempts, 0)
      FROM ${heldOfWanted} WHERE ${isDue(now)}
      ORDER BY w.turn, w.sort_at, w.of_item DESC, d.id LIMIT ${limit}`,
  )
  return rows.map((row) => ({
    id: row[0],
    url: row[1],
    title: row[2],
    isOfItem: row[3] === 1,
    failures: row[4],
  }))
}

/** How a source's documents stand. */
export interface DocumentSurvey {
  /** Documents of its upcoming meetings that have been read. */
  readonly read: number
  /** Some are to be asked now. */
  readonly areDue: boolean
}

export async function surveyDocuments(
  db: Reader,
  sourceId: string,
  now: Date,
): Promise<DocumentSurvey> {
  const [row] = await db.values<[number | null, number | null]>(
    sql`${wantedDocuments(sourceId, now)}
      SELECT sum(v.pages IS NOT NULL), max(${isDue(now)}) FROM ${heldOfWanted}`,
  )
  return { read: row?.[0] ?? 0, areDue: row?.[1] === 1 }
}
