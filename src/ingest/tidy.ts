import type { Db } from '../db/client.ts'
import { pruneParseMemos } from '../db/queries/parse-memos.ts'
import { pruneRuns } from '../db/queries/runs.ts'
import { findSetting, storeSetting } from '../db/queries/settings.ts'

const dayMs = 86_400_000
const key = 'tidied_at'

/** Once a day forgets runs of a quarter ago and parse memos that nobody used for a month. */
export async function tidyIfDue(db: Db, now: Date): Promise<void> {
  const last = Number((await findSetting(db.read, key)) ?? 0)
  if (now.getTime() - last < dayMs) return
  await db.write(async (tx) => {
    await storeSetting(tx, key, String(now.getTime()))
    await pruneRuns(tx, new Date(now.getTime() - 90 * dayMs))
    const unusedSince = new Date(now.getTime() - 30 * dayMs)
    await pruneParseMemos(tx, { unusedSince, mostRows: 200_000 })
  })
}
