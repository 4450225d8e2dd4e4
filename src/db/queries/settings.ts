import { eq } from 'drizzle-orm'
import type { Reader, Tx } from '../client.ts'
import { settings } from '../schema/jobs.ts'

export async function findSetting(db: Reader, key: string): Promise<string | undefined> {
  const [row] = await db
    .select({ value: settings.value })
    .from(settings)
    .where(eq(settings.key, key))
  return row?.value
}

export async function storeSetting(tx: Tx, key: string, value: string): Promise<void> {
  await tx
    .insert(settings)
    .values({ key, value })
    .onConflictDoUpdate({ target: settings.key, set: { value } })
}
