import type { ReadDb } from '../client.ts'
import type { FindingPage } from './findings.ts'

/** One choice of the filter form and how many findings it would leave. */
export interface TagCount {
  /** Taxonomy id, or slug of a place. */
  readonly id: string
  /** Place name and state; `null` for taxonomy ids, whose names the taxonomy knows. */
  readonly name: string | null
  readonly count: number
}

export interface FindingTags {
  readonly technologies: readonly TagCount[]
  readonly vendors: readonly TagCount[]
  /** Ways of buying. */
  readonly routes: readonly TagCount[]
  readonly places: readonly TagCount[]
}

/** Which technologies, vendors, ways of buying and places occur, each kind in alphabetical order of id or name. */
export async function listTags(
  db: Pick<ReadDb, 'client'>,
  { when, now }: Pick<FindingPage, 'when' | 'now'>,
): Promise<FindingTags> {
  const side = when === 'upcoming' ? '>=' : '<'
  const [tags, places] = await db.client.batch(
    [
      {
        sql: `SELECT kind, tag, count(*) FROM finding_tags WHERE sort_at ${side} ?
          GROUP BY kind, tag ORDER BY kind, tag`,
        args: [now.getTime()],
      },
      {
        sql: `SELECT j.slug, j.name || CASE j.state WHEN '' THEN '' ELSE ', ' || j.state END, c.n
          FROM (SELECT jurisdiction_id, count(*) AS n FROM findings
            WHERE sort_at ${side} ? GROUP BY jurisdiction_id) c
          JOIN jurisdictions j ON j.id = c.jurisdiction_id ORDER BY j.name, j.state, j.slug`,
        args: [now.getTime()],
      },
    ],
    'read',
  )
  const ofKind = (kind: string) =>
    (tags?.rows ?? [])
      .filter((row) => row[0] === kind)
      .map((row) => ({ id: String(row[1]), name: null, count: Number(row[2]) }))
  return {
    technologies: ofKind('technology'),
    vendors: ofKind('vendor'),
    routes: ofKind('route'),
    places: (places?.rows ?? []).map((row) => ({
      id: String(row[0]),
      name: String(row[1]),
      count: Number(row[2]),
    })),
  }
}
