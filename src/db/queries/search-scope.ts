import type { DocumentKind } from '../../model/document.ts'
import type { LocalDate } from '../../model/ids.ts'
import type { ReadDb } from '../client.ts'

/** Where and when a search looks. */
export interface SearchScope {
  /** Ids of jurisdictions; absent: everywhere. */
  readonly places?: readonly number[] | undefined
  /** Dates of meetings, both included. */
  readonly from?: LocalDate | undefined
  readonly to?: LocalDate | undefined
}

export interface PageScope extends SearchScope {
  readonly kind?: DocumentKind | undefined
}

/**
 * Ranking every hit of a common word took 30 times as long as ranking the newest 5,000 (322 ms and
 * 10 ms over a million items).
 */
export const mostRanked = 5_000

/** Hits that are looked at for a date, a kind or several places: about 30 ms. */
export const mostExamined = 20_000

/** A stretch of a snippet; `isHit`: these are words that were searched for. */
export interface SnippetPart {
  readonly text: string
  readonly isHit: boolean
}

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

const mostPlaces = 2_000

/**
 * The places that a person means: by slug, by name with or without state, else those whose name
 * begins so; two letters are a state. Empty when none is watched.
 */
export async function findSearchPlaces(
  db: Pick<ReadDb, 'client'>,
  typed: string,
): Promise<number[]> {
  const text = typed.trim().slice(0, 120)
  if (text === '') return []
  const exact = await db.client.execute({
    sql: `SELECT id FROM jurisdictions WHERE slug = lower(?1) OR lower(name) = lower(?1)
      OR lower(name || ', ' || state) = lower(?1) OR (length(?1) = 2 AND state = upper(?1))
      LIMIT ${mostPlaces}`,
    args: [text],
  })
  const { rows } =
    exact.rows.length > 0
      ? exact
      : await db.client.execute({
          sql: `SELECT id FROM jurisdictions
            WHERE substr(lower(name), 1, length(?1)) = lower(?1) LIMIT ${mostPlaces}`,
          args: [text],
        })
  return rows.map((row) => Number(row[0]))
}
