import { and, eq, sql } from 'drizzle-orm'
import type { ScrapedMatter } from '../../model/matter.ts'
import { insertRows } from '../bulk.ts'
import type { Tx } from '../client.ts'
import { matterHistory, matters } from '../schema/matters.ts'

/**
 * Stores files as they read now, each with its whole history, and gives the ids of all the
 * `upstreamIds` that are held, read now or earlier.
 */
export async function storeMatters(
  tx: Tx,
  sourceId: string,
  read: readonly ScrapedMatter[],
  upstreamIds: readonly string[],
  seenAt: Date,
): Promise<ReadonlyMap<string, number>> {
  const unique = [...new Map(read.map((matter) => [matter.upstreamId, matter])).values()]
  await insertRows(
    tx,
    matters,
    unique.map(({ documents: _, history: __, ...matter }) => ({
      ...matter,
      sourceId,
      firstSeenAt: seenAt,
      lastSeenAt: seenAt,
    })),
    {
      target: [matters.sourceId, matters.upstreamId],
      update: [
        matters.fileNumber,
        matters.name,
        matters.title,
        matters.type,
        matters.status,
        matters.introducedOn,
        matters.sponsors,
        matters.text,
        matters.sourceUrl,
        matters.lastSeenAt,
      ],
    },
  )
  const wanted = JSON.stringify([...new Set([...upstreamIds, ...unique.map((m) => m.upstreamId)])])
  const rows = await tx
    .select({ id: matters.id, upstreamId: matters.upstreamId })
    .from(matters)
    .where(
      and(
        eq(matters.sourceId, sourceId),
        sql`${matters.upstreamId} IN (SELECT value FROM json_each(${wanted}))`,
      ),
    )
  const ids = new Map(rows.map((row) => [row.upstreamId, row.id]))
  await replaceHistory(tx, unique, ids)
  return ids
}

async function replaceHistory(
  tx: Tx,
  read: readonly ScrapedMatter[],
  ids: ReadonlyMap<string, number>,
): Promise<void> {
  const steps = read.flatMap(({ upstreamId, history }) => {
    const matterId = ids.get(upstreamId)
    return matterId === undefined
      ? []
      : history.map((step, position) => ({ ...step, matterId, position }))
  })
  const list = JSON.stringify(read.map(({ upstreamId }) => ids.get(upstreamId)))
  await tx
    .delete(matterHistory)
    .where(sql`${matterHistory.matterId} IN (SELECT value FROM json_each(${list}))`)
  await insertRows(tx, matterHistory, steps)
}
