import { inArray, sql } from 'drizzle-orm'
import type { Reader, Tx } from '../client.ts'
import { settings } from '../schema/jobs.ts'

/**
 * Two counters that only grow, so that pages can be cached until something they show has changed.
 */
export interface ShownVersions {
  /** Meetings, items, findings, which places are watched. */
  readonly content: number
  /** How reading goes: runs, their progress, health of sources. */
  readonly status: number
}

const contentKey = 'content_version'
const statusKey = 'status_version'

async function raise(tx: Tx, key: string): Promise<void> {
  await tx
    .insert(settings)
    .values({ key, value: '1' })
    .onConflictDoUpdate({
      target: settings.key,
      set: { value: sql`cast(cast(${settings.value} as integer) + 1 as text)` },
    })
}

/** Part of every transaction that changes what pages show of meetings, findings or places. */
export const raiseContentVersion = (tx: Tx) => raise(tx, contentKey)

/** Part of every transaction that changes only how reading goes. */
export const raiseStatusVersion = (tx: Tx) => raise(tx, statusKey)

/** Both counters as last committed; 0 before the first change. */
export async function readShownVersions(db: Reader): Promise<ShownVersions> {
  const rows = await db
    .select()
    .from(settings)
    .where(inArray(settings.key, [contentKey, statusKey]))
  const counterOf = (key: string) => Number(rows.find((row) => row.key === key)?.value ?? 0)
  return { content: counterOf(contentKey), status: counterOf(statusKey) }
}

/** The content counter alone. */
export async function readContentVersion(db: Reader): Promise<number> {
  return (await readShownVersions(db)).content
}
