import type { Db } from '../db/client.ts'
import { pruneParseMemos } from '../db/queries/parse-memos.ts'
import { pruneRuns } from '../db/queries/runs.ts'
import { findSetting, storeSetting } from '../db/queries/settings.ts'

const hourMs = 3_600_000
const dayMs = 24 * hourMs
const key = 'tidied_at'

/**
 * Once an hour forgets runs of a quarter ago and parse memos that nobody used for a month: 20,000
 * sources bring as many runs in an hour as one call takes away.
 */
export async function tidyIfDue(db: Db, now: Date): Promise<void> {
  const last = Number((await findSetting(db.read, key)) ?? 0)
  if (now.getTime() - last < hourMs) return
  await db.write(async (tx) => {
    await storeSetting(tx, key, String(now.getTime()))
    await pruneRuns(tx, new Date(now.getTime() - 90 * dayMs))
    const unusedSince = new Date(now.getTime() - 30 * dayMs)
    await pruneParseMemos(tx, { unusedSince, mostRows: 200_000 })
  })
}
