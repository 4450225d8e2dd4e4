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
}

const mostQuotes = 50

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
  }
}
