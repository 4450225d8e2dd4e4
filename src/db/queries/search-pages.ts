import type { DocumentKind } from '../../model/document.ts'
import type { ReadDb } from '../client.ts'
import {
  onePlace,
  rankedHits,
  type SearchResult,
  type SearchWindow,
  scopeConditions,
} from './search.ts'
import { matchTyped } from './search-query.ts'
import { type PageScope, type SnippetPart, snippetParts } from './search-scope.ts'

/** A page of a document that holds everything a search asks for. */
export interface PageHit {
  readonly documentTitle: string
  readonly documentUrl: string
  readonly kind: DocumentKind
  readonly sha256: string
  /** From 1. */
  readonly page: number
  /** The document's address gives other bytes now. */
  readonly isEarlierVersion: boolean
  /** The portal has taken it away. */
  readonly goneSince: Date | null
  /** The item that the page or its document belongs to; `null` when it hangs on a meeting alone. */
  readonly item: {
    readonly id: number
    readonly number: string | null
    readonly title: string
  } | null
  readonly meeting: {
    readonly id: number
    readonly body: string
    readonly date: string
  } | null
  readonly placeSlug: string
  readonly placeName: string
  readonly state: string
  readonly snippet: readonly SnippetPart[]
}

/** Meetings at which a document is before a body: its own, its item's, those that hear its matter. */
const meetingDates = `SELECT m.date FROM document_links l
    JOIN meetings m ON m.id = l.meeting_id WHERE l.document_id = d.id
  UNION ALL SELECT m.date FROM document_links l JOIN agenda_items i ON i.id = l.agenda_item_id
    JOIN meetings m ON m.id = i.meeting_id WHERE l.document_id = d.id
  UNION ALL SELECT m.date FROM document_links l JOIN agenda_items i ON i.matter_id = l.matter_id
    JOIN meetings m ON m.id = i.meeting_id WHERE l.document_id = d.id`

/** Pages of documents, best fit first among the newest hits. */
export async function searchPages(
  db: Pick<ReadDb, 'client'>,
  typed: string,
  window: SearchWindow,
  scope: PageScope = {},
): Promise<SearchResult<PageHit>> {
  const match = matchTyped(typed)
  if (!match) return { hits: [], count: 0, isBounded: false }
  const place = onePlace(scope)
  const { from, to, kind } = scope
  const dated = [from && 'date >= ?', to && 'date <= ?'].filter((part) => part).join(' AND ')
  const { ctes, args } = rankedHits('search_pages', {
    match,
    window,
    ofPlace:
      place === undefined
        ? undefined
        : {
            place,
            sql: `SELECT p.id FROM sources s JOIN documents d ON d.source_id = s.id
              JOIN document_versions v ON v.document_id = d.id
              JOIN document_pages p ON p.document_version_id = v.id WHERE s.jurisdiction_id = ?`,
          },
    joins: `CROSS JOIN document_pages p ON p.id = newest.id
      CROSS JOIN document_versions v ON v.id = p.document_version_id
      CROSS JOIN documents d ON d.id = v.document_id CROSS JOIN sources s ON s.id = d.source_id`,
    conditions: [
      ...scopeConditions(scope, 's.jurisdiction_id'),
      ...(kind ? [{ sql: 'd.kind = ?', args: [kind] }] : []),
      ...(dated
        ? [
            {
              sql: `EXISTS (SELECT 1 FROM (${meetingDates}) WHERE ${dated})`,
              args: [from, to].flatMap((date) => date ?? []),
            },
          ]
        : []),
    ],
  })
  const [counted, found] = await db.client.batch(
    [
      { sql: `WITH ${ctes} SELECT hits, is_bounded FROM told`, args },
      {
        sql: `WITH ${ctes}, placed AS (
            SELECT best.id, best.score, p.page, v.sha256, d.title, d.url, d.kind, d.gone_since,
              v.number < (SELECT max(number) FROM document_versions WHERE document_id = d.id)
                AS is_earlier,
              j.slug, j.name, j.state,
              coalesce(
                (SELECT agenda_item_id FROM packet_parts WHERE document_version_id = v.id
                  AND p.page BETWEEN from_page AND to_page LIMIT 1),
                (SELECT agenda_item_id FROM document_links WHERE document_id = d.id
                  AND agenda_item_id IS NOT NULL ORDER BY gone_since IS NOT NULL, id DESC LIMIT 1),
                (SELECT i.id FROM document_links l JOIN agenda_items i ON i.matter_id = l.matter_id
                  WHERE l.document_id = d.id ORDER BY i.id DESC LIMIT 1)) AS item_id,
              (SELECT meeting_id FROM document_links WHERE document_id = d.id
                AND meeting_id IS NOT NULL ORDER BY gone_since IS NOT NULL, id DESC LIMIT 1)
                AS meeting_id,
              snippet(search_pages, 0, char(1), char(2), '…', 32) AS snippet
            FROM best
            CROSS JOIN search_pages ON search_pages.rowid = best.id AND search_pages MATCH ?
            CROSS JOIN document_pages p ON p.id = best.id
            CROSS JOIN document_versions v ON v.id = p.document_version_id
            CROSS JOIN documents d ON d.id = v.document_id
            CROSS JOIN sources s ON s.id = d.source_id
            CROSS JOIN jurisdictions j ON j.id = s.jurisdiction_id)
          SELECT placed.*, i.number, i.title, m.id, b.name, m.date FROM placed
          LEFT JOIN agenda_items i ON i.id = placed.item_id
          LEFT JOIN meetings m ON m.id = coalesce(i.meeting_id, placed.meeting_id)
          LEFT JOIN bodies b ON b.id = m.body_id
          ORDER BY placed.score, placed.id DESC`,
        args: [...args, match],
      },
    ],
    'read',
  )
  return {
    count: Number(counted?.rows[0]?.[0] ?? 0),
    isBounded: counted?.rows[0]?.[1] === 1,
    hits: (found?.rows ?? []).map((row) => ({
      page: Number(row[2]),
      sha256: String(row[3]),
      documentTitle: String(row[4]),
      documentUrl: String(row[5]),
      kind: String(row[6]) as DocumentKind,
      goneSince: row[7] === null ? null : new Date(Number(row[7])),
      isEarlierVersion: row[8] === 1,
      placeSlug: String(row[9]),
      placeName: String(row[10]),
      state: String(row[11]),
      snippet: snippetParts(String(row[14])),
      item:
        row[12] === null
          ? null
          : {
              id: Number(row[12]),
              number: row[15] === null ? null : String(row[15]),
              title: String(row[16]),
            },
      meeting:
        row[17] === null
          ? null
          : { id: Number(row[17]), body: String(row[18]), date: String(row[19]) },
    })),
  }
}
