import { eq, sql } from 'drizzle-orm'
import type { Tx } from '../client.ts'
import { type SourceHealth, sourceHealthEvents, sources } from '../schema/sources.ts'
import { raiseContentVersion } from './content-version.ts'

/** How a source fares after a run, with what a person can do about it. */
export interface HealthVerdict {
  readonly health: SourceHealth
  readonly code: string | null
  readonly message: string | null
  readonly cure: string | null
}

export interface RunEnd {
  readonly at: Date
  /** The run was believed. */
  readonly isGood: boolean
  /** It found a meeting. */
  readonly isFruitful: boolean
  readonly nextRunAt: Date
}

/**
 * Writes what a run says of its source. The moment and the event are recorded only where health
 * or its code differ from before, so that "since" stays true. A good read that found something
 * clears the mark that the address needs checking.
 */
export async function recordHealth(
  tx: Tx,
  sourceId: string,
  verdict: HealthVerdict,
  { at, isGood, isFruitful, nextRunAt }: RunEnd,
): Promise<void> {
  const [before] = await tx
    .select({
      health: sources.health,
      code: sources.healthCode,
      needsChecking: sources.needsChecking,
    })
    .from(sources)
    .where(eq(sources.id, sourceId))
  if (!before) return
  const isCleared = isGood && isFruitful && before.needsChecking
  const isOther = before.health !== verdict.health || before.code !== verdict.code
  await tx
    .update(sources)
    .set({
      health: verdict.health,
      healthCode: verdict.code,
      healthMessage: verdict.message,
      healthCure: verdict.cure,
      nextRunAt,
      failures: isGood ? 0 : sql`${sources.failures} + 1`,
      ...(isOther && { healthSince: at }),
      ...(isGood && { lastSuccessAt: at }),
      ...(isCleared && { needsChecking: false }),
    })
    .where(eq(sources.id, sourceId))
  if (isOther) {
    const { health, code, message } = verdict
    await tx.insert(sourceHealthEvents).values({ sourceId, at, health, code, message })
  }
  if (isOther || isCleared) await raiseContentVersion(tx)
}
