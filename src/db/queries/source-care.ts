import { and, desc, eq, isNull } from 'drizzle-orm'
import type { Reader, Tx } from '../client.ts'
import { jurisdictions } from '../schema/jurisdictions.ts'
import { sourceHealthEvents, sources } from '../schema/sources.ts'
import { raiseContentVersion, raiseStatusVersion } from './content-version.ts'

/** Records who allowed us past robots.txt, on the day of `now` in UTC; `null` takes it back. */
export async function permitSource(
  tx: Tx,
  sourceId: string,
  permission: { readonly by: string; readonly note: string } | null,
  now: Date,
): Promise<void> {
  await tx
    .update(sources)
    .set({
      permissionBy: permission?.by ?? null,
      permissionOn: permission ? now.toISOString().slice(0, 10) : null,
      permissionNote: permission?.note ?? null,
      nextRunAt: now,
    })
    .where(eq(sources.id, sourceId))
  await raiseStatusVersion(tx)
}

/** Marks the newest turn of a source's health as known; a note that is there already stays. */
export async function acknowledgeHealth(
  tx: Tx,
  sourceId: string,
  note: string,
  now: Date,
): Promise<void> {
  const [newest] = await tx
    .select({ id: sourceHealthEvents.id })
    .from(sourceHealthEvents)
    .where(eq(sourceHealthEvents.sourceId, sourceId))
    .orderBy(desc(sourceHealthEvents.at), desc(sourceHealthEvents.id))
    .limit(1)
  if (!newest) return
  await tx
    .update(sourceHealthEvents)
    .set({ acknowledgedAt: now, acknowledgedNote: note })
    .where(and(eq(sourceHealthEvents.id, newest.id), isNull(sourceHealthEvents.acknowledgedAt)))
  await raiseContentVersion(tx)
}

/** The slug of a government that is there. */
export async function getPlaceSlug(db: Reader, jurisdictionId: number): Promise<string> {
  const [place] = await db
    .select({ slug: jurisdictions.slug })
    .from(jurisdictions)
    .where(eq(jurisdictions.id, jurisdictionId))
  if (!place) throw new Error(`No jurisdiction ${jurisdictionId}`)
  return place.slug
}
