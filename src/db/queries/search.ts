import type { InValue } from '@libsql/client'
import type { ReadDb } from '../client.ts'
import { matchTyped } from './search-query.ts'
import {
  mostExamined,
  mostRanked,
  type SearchScope,
  type SnippetPart,
  snippetParts,
} from './search-scope.ts'

/** One item that holds everything a search asks for. */
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

export interface SearchResult<Hit = SearchHit> {
  /** Best fit first. */
  readonly hits: readonly Hit[]
  /** How many were found; with `isBounded` there are that many or more. */
  readonly count: number
  /** True when only the newest hits were looked at. */
  readonly isBounded: boolean
}

/** Which slice of the ranked hits is wanted. */
export interface SearchWindow {
  readonly limit: number
  readonly offset?: number
}

const nothing = { hits: [], count: 0, isBounded: false }

/**
 * The common table expressions `newest` (ranked), `chosen` (of those, what is in scope) and `best`. One place is
 * narrowed to before, as its rows are few; more places, dates and kinds are judged hit by hit.
 */
export function rankedHits(
  index: 'search_items' | 'search_pages',
  {
    match,
    ofPlace,
    joins,
    conditions,
    window,
  }: {
    readonly match: string
    /** Row ids of one place, with its id as `?`. */
    readonly ofPlace: { readonly sql: string; readonly place: number } | undefined
    /** From `newest` to whatever the conditions name. */
    readonly joins: string
    readonly conditions: readonly { readonly sql: string; readonly args: readonly InValue[] }[]
    readonly window: SearchWindow
  },
): { readonly ctes: string; readonly args: InValue[] } {
  const inPlace = ofPlace ? `AND rowid IN (${ofPlace.sql})` : ''
  const where = conditions.map(({ sql }) => sql).join(' AND ')
  const examined = conditions.length > 0 ? mostExamined : mostRanked
  return {
    ctes: `newest AS MATERIALIZED (
        SELECT rowid AS id, rank AS score FROM ${index} WHERE ${index} MATCH ? ${inPlace}
        ORDER BY rowid DESC LIMIT ${examined}),
      chosen AS MATERIALIZED (
        SELECT newest.id, newest.score FROM newest ${where ? `${joins} WHERE ${where}` : ''}
        LIMIT ${mostRanked}),
      best AS MATERIALIZED (
        SELECT id, score FROM chosen ORDER BY score, id DESC LIMIT ? OFFSET ?),
      told AS (SELECT (SELECT count(*) FROM chosen) AS hits,
        (SELECT count(*) FROM newest) >= ${examined}
          OR (SELECT count(*) FROM chosen) >= ${mostRanked} AS is_bounded)`,
    args: [
      match,
      ...(ofPlace ? [ofPlace.place] : []),
      ...conditions.flatMap(({ args }) => args),
      Math.min(window.limit, 100),
      Math.min(window.offset ?? 0, mostRanked),
    ],
  }
}

/** Conditions on the place and the meeting of a hit, by the columns' names. */
export function scopeConditions({ places }: SearchScope, placeColumn: string) {
  return places && places.length !== 1
    ? [
        {
          sql: `${placeColumn} IN (SELECT value FROM json_each(?))`,
          args: [JSON.stringify(places)],
        },
      ]
    : []
}

export const onePlace = ({ places }: SearchScope) => (places?.length === 1 ? places[0] : undefined)

/** A search over every agenda item read, bounded in what it ranks. Nothing typed that is a word: nothing. */
export async function searchItems(
  db: Pick<ReadDb, 'client'>,
  typed: string,
  window: SearchWindow,
  scope: SearchScope = {},
): Promise<SearchResult> {
  const match = matchTyped(typed)
  if (!match) return nothing
  const place = onePlace(scope)
  const { ctes, args } = rankedHits('search_items', {
    match,
    window,
    ofPlace:
      place === undefined
        ? undefined
        : {
            place,
            sql: `SELECT i.id FROM bodies b JOIN meetings m ON m.body_id = b.id
              JOIN agenda_items i ON i.meeting_id = m.id WHERE b.jurisdiction_id = ?`,
          },
    joins: `CROSS JOIN agenda_items i ON i.id = newest.id
      CROSS JOIN meetings m ON m.id = i.meeting_id CROSS JOIN bodies b ON b.id = m.body_id`,
    conditions: [
      ...scopeConditions(scope, 'b.jurisdiction_id'),
      ...(scope.from ? [{ sql: 'm.date >= ?', args: [scope.from] }] : []),
      ...(scope.to ? [{ sql: 'm.date <= ?', args: [scope.to] }] : []),
    ],
  })
  const [counted, found] = await db.client.batch(
    [
      { sql: `WITH ${ctes} SELECT hits, is_bounded FROM told`, args },
      {
        // Snippets are made for the rows shown alone.
        sql: `WITH ${ctes}
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
        args: [...args, match],
      },
    ],
    'read',
  )
  return {
    count: Number(counted?.rows[0]?.[0] ?? 0),
    isBounded: counted?.rows[0]?.[1] === 1,
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
