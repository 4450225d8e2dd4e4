import { expect, it } from 'vitest'
import { runs, sources } from '../../src/db/schema/index.ts'
import { tidyIfDue } from '../../src/ingest/tidy.ts'
import { createSeedDb, seedNow, seedPlaces } from '../support/seed.ts'

const hour = 3_600_000
const day = 24 * hour

it('runs of a quarter ago are forgotten, hour by hour, and no others', async () => {
  const { db, remove } = await createSeedDb()
  try {
    await seedPlaces(db)
    const [source] = await db.read.select({ id: sources.id }).from(sources).limit(1)
    if (!source) throw new Error('The seed has no source')
    const store = (daysAgo: number) =>
      db.write((tx) =>
        tx.insert(runs).values({
          sourceId: source.id,
          startedAt: new Date(seedNow.getTime() - daysAgo * day),
          outcome: 'ok',
          adapterVersion: 1,
          problems: [],
          signs: [],
        }),
      )
    const ages = async () =>
      (await db.read.select({ startedAt: runs.startedAt }).from(runs))
        .map(({ startedAt }) => Math.floor((seedNow.getTime() - startedAt.getTime()) / day))
        .filter((age) => age > 60)
        .sort((a, b) => a - b)

    await store(100)
    await store(89)
    await tidyIfDue(db, seedNow)
    expect(await ages()).toEqual([89])

    await store(100)
    await tidyIfDue(db, new Date(seedNow.getTime() + hour / 2))
    expect(await ages()).toEqual([89, 100])
    await tidyIfDue(db, new Date(seedNow.getTime() + hour))
    expect(await ages()).toEqual([89])
  } finally {
    await remove()
  }
})
