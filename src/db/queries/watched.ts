import { eq, inArray } from 'drizzle-orm'
import type { Reader } from '../client.ts'
import { jurisdictions, sources } from '../schema/index.ts'

/** Which of these portals are watched already: address to the slug of the place. */
export async function listWatchedPortals(
  db: Reader,
  portalUrls: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (portalUrls.length === 0) return new Map()
  const rows = await db
    .select({ portalUrl: sources.portalUrl, slug: jurisdictions.slug })
    .from(sources)
    .innerJoin(jurisdictions, eq(jurisdictions.id, sources.jurisdictionId))
    .where(inArray(sources.portalUrl, [...portalUrls]))
    .limit(500)
  return new Map(rows.map((row) => [row.portalUrl, row.slug]))
}

/** The slug of the place that a source belongs to. */
export async function findPlaceOfSource(db: Reader, sourceId: string): Promise<string | undefined> {
  const [row] = await db
    .select({ slug: jurisdictions.slug })
    .from(sources)
    .innerJoin(jurisdictions, eq(jurisdictions.id, sources.jurisdictionId))
    .where(eq(sources.id, sourceId))
  return row?.slug
}
