import type { ReadDb } from '../client.ts'
import { matchEvery, searchWords } from './search-words.ts'

/** A stretch of a snippet; `isHit`: these are words that were searched for. */
export interface SnippetPart {
  readonly text: string
  readonly isHit: boolean
}

/** One item that holds every word of a search. */
export interface SearchHit {
  readonly agendaItemId: number
  readonly meetingId: number
  readonly placeSlug: string
  readonly placeName: string
  readonly state: string
  readonly body: string
  readonly date: string
  readonly number: string | null
  readonly band: 'found' | 'possible' | null
  readonly title: readonly SnippetPart[]
  readonly snippet: readonly SnippetPart[]
}

export interface SearchResult {
  /** Best fit first. */
  readonly hits: readonly SearchHit[]
  /** How many items hold the words; `mostRanked` means that many or more. */
  readonly count: number
  /** True when only the newest `mostRanked` items were ranked. */
  readonly isBounded: boolean
}

/**
 * Ranking every hit of a common word took 30 times as long as ranking the newest 5,000 (322 ms and
 * 10 ms over a million items).
 */
export const mostRanked = 5_000

/** Marks in snippets; no text of a portal can hold them, as `char(1)` and `char(2)` are controls. */
const [hitStart, hitEnd] = ['\u0001', '\u0002']

/** Text with hits between marks, cut into its parts. A mark without its partner marks nothing. */
export function snippetParts(marked: string): SnippetPart[] {
  const parts: SnippetPart[] = []
  let isHit = false
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the marks are control characters
  for (const piece of marked.split(/([\u0001\u0002])/)) {
    if (piece === hitStart) isHit = true
    else if (piece === hitEnd) isHit = false
    else if (piece) parts.push({ text: piece, isHit })
  }
  return parts
}

/** A search over everything read, bounded in what it ranks. Nothing typed that is a word: nothing. */
export async function searchItems(
  db: Pick<ReadDb, 'client'>,
  typed: string,
  {
    limit,
    offset = 0,
    placeSlug,
  }: { limit: number; offset?: number; placeSlug?: string | undefined },
): Promise<SearchResult> {
  const match = matchEvery(searchWords(typed))
  if (!match) return { hits: [], count: 0, isBounded: false }
  const inPlace =
    placeSlug === undefined
      ? ''
      : `AND rowid IN (SELECT i.id FROM jurisdictions j JOIN bodies b ON b.jurisdiction_id = j.id
          JOIN meetings m ON m.body_id = b.id JOIN agenda_items i ON i.meeting_id = m.id
          WHERE j.slug = ?)`
  const given = placeSlug === undefined ? [match] : [match, placeSlug]
  const [counted, found] = await db.client.batch(
    [
      {
        sql: `SELECT count(*) FROM (SELECT 1 FROM search_items
          WHERE search_items MATCH ? ${inPlace} LIMIT ${mostRanked})`,
        args: given,
      },
      {
        // Ranks are taken first and bounded; snippets are made for the rows shown alone.
        sql: `WITH newest AS (
            SELECT rowid AS id, rank AS score FROM search_items
            WHERE search_items MATCH ? ${inPlace} ORDER BY rowid DESC LIMIT ${mostRanked}),
          best AS (SELECT id, score FROM newest ORDER BY score, id DESC LIMIT ? OFFSET ?)
          SELECT i.id, m.id, j.slug, j.name, j.state, b.name, m.date, i.number,
            CASE f.review WHEN 'rejected' THEN NULL ELSE f.band END,
            highlight(search_items, 0, char(1), char(2)),
            snippet(search_items, 1, char(1), char(2), '…', 24)
          FROM best
          CROSS JOIN search_items ON search_items.rowid = best.id AND search_items MATCH ?
          CROSS JOIN agenda_items i ON i.id = best.id
          CROSS JOIN meetings m ON m.id = i.meeting_id
          CROSS JOIN bodies b ON b.id = m.body_id
          CROSS JOIN jurisdictions j ON j.id = b.jurisdiction_id
          LEFT JOIN findings f ON f.agenda_item_id = i.id
          ORDER BY best.score, best.id DESC`,
        args: [...given, Math.min(limit, 100), Math.min(offset, mostRanked), match],
      },
    ],
    'read',
  )
  const count = Number(counted?.rows[0]?.[0] ?? 0)
  return {
    count,
    isBounded: count >= mostRanked,
    hits: (found?.rows ?? []).map((row) => ({
      agendaItemId: Number(row[0]),
      meetingId: Number(row[1]),
      placeSlug: String(row[2]),
      placeName: String(row[3]),
      state: String(row[4]),
      body: String(row[5]),
      date: String(row[6]),
      number: row[7] === null ? null : String(row[7]),
      band: row[8] === null ? null : (String(row[8]) as 'found' | 'possible'),
      title: snippetParts(String(row[9])),
      snippet: snippetParts(String(row[10])),
    })),
  }
}

/** A page of a document that holds every word of a search. */
export interface PageHit {
  readonly documentTitle: string
  readonly documentUrl: string
  readonly sha256: string
  readonly page: number
  /** Where the document hangs; `null` when it hangs on nothing that is kept. */
  readonly agendaItemId: number | null
  readonly meetingId: number | null
  readonly placeName: string
  readonly state: string
  readonly snippet: readonly SnippetPart[]
}

/** Pages of documents, best fit first among the newest `mostRanked` hits. */
export async function searchPages(
  db: Pick<ReadDb, 'client'>,
  typed: string,
  limit: number,
): Promise<PageHit[]> {
  const match = matchEvery(searchWords(typed))
  if (!match) return []
  const { rows } = await db.client.execute({
    sql: `WITH newest AS (
        SELECT rowid AS id, rank AS score FROM search_pages
        WHERE search_pages MATCH ? ORDER BY rowid DESC LIMIT ${mostRanked}),
      best AS (SELECT id, score FROM newest ORDER BY score, id DESC LIMIT ?)
      SELECT d.title, d.url, v.sha256, p.page,
        (SELECT agenda_item_id FROM document_links WHERE document_id = d.id
          AND agenda_item_id IS NOT NULL LIMIT 1),
        (SELECT meeting_id FROM document_links WHERE document_id = d.id
          AND meeting_id IS NOT NULL LIMIT 1),
        j.name, j.state,
        snippet(search_pages, 0, char(1), char(2), '…', 32)
      FROM best
      CROSS JOIN search_pages ON search_pages.rowid = best.id AND search_pages MATCH ?
      CROSS JOIN document_pages p ON p.id = best.id
      CROSS JOIN document_versions v ON v.id = p.document_version_id
      CROSS JOIN documents d ON d.id = v.document_id
      CROSS JOIN sources s ON s.id = d.source_id
      CROSS JOIN jurisdictions j ON j.id = s.jurisdiction_id
      ORDER BY best.score, best.id DESC`,
    args: [match, Math.min(limit, 100), match],
  })
  const numberOf = (cell: unknown) => (cell === null ? null : Number(cell))
  return rows.map((row) => ({
    documentTitle: String(row[0]),
    documentUrl: String(row[1]),
    sha256: String(row[2]),
    page: Number(row[3]),
    agendaItemId: numberOf(row[4]),
    meetingId: numberOf(row[5]),
    placeName: String(row[6]),
    state: String(row[7]),
    snippet: snippetParts(String(row[8])),
  }))
}
