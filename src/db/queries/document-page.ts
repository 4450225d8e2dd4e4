import { sql } from 'drizzle-orm'
import type { RecognisedWord } from '../../model/document.ts'
import type { Reader } from '../client.ts'

/** A page of an archived document, as it is shown. */
export interface ShownPage {
  readonly title: string
  readonly mediaType: string
  /** Pages of the document. */
  readonly pages: number
  /** "" for a page without words, or whose words are still to be recognised. */
  readonly text: string
  /** Recognised from a picture, and so perhaps misread. */
  readonly isOcr: boolean
  /** From 0 to 1: how sure the recognition was, on average. */
  readonly confidence: number | null
  /** Words with their places, where they were recognised. */
  readonly words: readonly RecognisedWord[]
  /** Everything that is quoted from this page. */
  readonly quotes: readonly string[]
  /** What the page belongs to, next meeting first: items where that is known, else meetings. */
  readonly belongsTo: readonly PageOwner[]
}

/** An item or a meeting that a page of a document belongs to. */
export interface PageOwner {
  readonly itemId: number | null
  readonly number: string | null
  /** Of the item; "" for a meeting as a whole. */
  readonly title: string
  readonly meetingId: number
  readonly body: string
  readonly place: string
  readonly date: string
}

const mostQuotes = 50
const mostOwners = 5

/** A packet's page belongs to the item whose part it stands in, an attachment's to its items. */
async function listOwners(db: Reader, sha256: string, page: number): Promise<PageOwner[]> {
  const rows = await db.values<
    [number | null, string | null, string | null, number, string, string, string]
  >(sql`
    WITH held AS (SELECT id, document_id FROM document_versions WHERE sha256 = ${sha256}),
    links AS (SELECT l.* FROM document_links l JOIN held ON held.document_id = l.document_id),
    items AS (
      SELECT agenda_item_id AS id FROM links WHERE agenda_item_id IS NOT NULL
      UNION SELECT i.id FROM links JOIN agenda_items i ON i.matter_id = links.matter_id
      UNION SELECT p.agenda_item_id FROM packet_parts p JOIN held ON held.id = p.document_version_id
        WHERE ${page} BETWEEN p.from_page AND p.to_page),
    owners AS (
      SELECT i.id AS item_id, i.number, i.title, i.meeting_id
      FROM items JOIN agenda_items i ON i.id = items.id
      UNION ALL
      SELECT NULL, NULL, NULL, meeting_id FROM links
      WHERE meeting_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM items))
    SELECT DISTINCT o.item_id, o.number, o.title, m.id, b.name, j.name, m.date
    FROM owners o JOIN meetings m ON m.id = o.meeting_id JOIN bodies b ON b.id = m.body_id
    JOIN jurisdictions j ON j.id = b.jurisdiction_id
    ORDER BY m.sort_at DESC, o.item_id LIMIT ${mostOwners}`)
  return rows.map((row) => ({
    itemId: row[0],
    number: row[1],
    title: row[2] ?? '',
    meetingId: row[3],
    body: row[4],
    place: row[5],
    date: row[6],
  }))
}

/** One page of the newest document of these bytes; `undefined` when there is no such page. */
export async function findShownPage(
  db: Reader,
  sha256: string,
  page: number,
): Promise<ShownPage | undefined> {
  const [row] = await db.values<
    [string, string, number, string | null, number | null, number | null, string | null]
  >(sql`SELECT d.title, v.media_type, v.pages, p.text, p.is_ocr, r.confidence, r.words
    FROM document_versions v JOIN documents d ON d.id = v.document_id
    LEFT JOIN document_pages p ON p.document_version_id = v.id AND p.page = ${page}
    LEFT JOIN page_recognitions r ON r.sha256 = v.sha256 AND r.page = ${page}
    WHERE v.sha256 = ${sha256} AND v.pages >= ${page} ORDER BY v.id DESC LIMIT 1`)
  if (!row) return undefined
  const quotes = await db.values<[string]>(sql`
    SELECT quote FROM detections WHERE document_sha256 = ${sha256} AND page = ${page}
    UNION SELECT quote FROM facts WHERE document_sha256 = ${sha256} AND page = ${page}
    LIMIT ${mostQuotes}`)
  return {
    title: row[0],
    mediaType: row[1],
    pages: row[2],
    text: row[3] ?? '',
    isOcr: row[4] === 1,
    confidence: row[5],
    words: row[6] === null ? [] : (JSON.parse(row[6]) as RecognisedWord[]),
    quotes: quotes.flatMap((each) => each[0] ?? []),
    belongsTo: await listOwners(db, sha256, page),
  }
}
