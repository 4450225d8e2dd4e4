import { and, eq } from 'drizzle-orm'
import type { Tx } from '../client.ts'
import { bodies } from '../schema/meetings.ts'

/**
 * The body of this name at this source, made if it is not there yet. The portal's id, where it
 * gives one, is kept beside the name; two ids of one name are one body.
 */
export async function findOrAddBody(
  tx: Tx,
  body: {
    readonly sourceId: string
    readonly jurisdictionId: number
    readonly name: string
    readonly upstreamId: string | null
  },
): Promise<number> {
  const [known] = await tx
    .select({ id: bodies.id, upstreamId: bodies.upstreamId })
    .from(bodies)
    .where(and(eq(bodies.sourceId, body.sourceId), eq(bodies.name, body.name)))
  if (known) {
    if (body.upstreamId !== null && known.upstreamId === null) {
      await tx.update(bodies).set({ upstreamId: body.upstreamId }).where(eq(bodies.id, known.id))
    }
    return known.id
  }
  const [added] = await tx.insert(bodies).values(body).returning({ id: bodies.id })
  if (!added) throw new Error('The database gave no id for a new body')
  return added.id
}
