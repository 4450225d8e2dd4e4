import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { findSetting, storeSetting } from '../../src/db/queries/settings.ts'
import { createWriteLane, type Transact } from '../../src/db/write-lane.ts'
import { testDb } from '../support/database.ts'

/** A lane over a real database that counts its commits. */
async function openLane() {
  const { db } = await testDb()
  let commits = 0
  const transact: Transact = async (work) => {
    const result = await db.write(work)
    commits += 1
    return result
  }
  return { db, lane: createWriteLane(transact), commits: () => commits }
}

const store = (key: string) => (tx: Parameters<typeof storeSetting>[0]) =>
  storeSetting(tx, key, 'v')

describe('writes that wait for each other', () => {
  it('share a commit, in the order in which they were asked for', async () => {
    const { db, lane, commits } = await openLane()
    const order: number[] = []
    const numbers = [1, 2, 3, 4, 5, 6]
    await Promise.all(
      numbers.map((n) =>
        lane.write(async (tx) => {
          await store(`k${n}`)(tx)
          order.push(n)
        }),
      ),
    )
    expect(order).toEqual(numbers)
    expect(commits()).toBe(1)
    for (const n of numbers) expect(await findSetting(db.read, `k${n}`)).toBe('v')
  })

  it('fail alone: what the others stored stays', async () => {
    const { db, lane } = await openLane()
    const [first, broken, bad, last] = await Promise.allSettled([
      lane.write(store('first')),
      lane.write(async (tx) => {
        await store('broken')(tx)
        throw new Error('on purpose')
      }),
      lane.write(async (tx) => {
        await store('bad')(tx)
        await tx.run(sql`SELECT nothing FROM nowhere`)
      }),
      lane.write(store('last')),
    ])
    expect([first, broken, bad, last].map((one) => one?.status)).toEqual([
      'fulfilled',
      'rejected',
      'rejected',
      'fulfilled',
    ])
    for (const [key, value] of [
      ['first', 'v'],
      ['broken', undefined],
      ['bad', undefined],
      ['last', 'v'],
    ] as const) {
      expect(await findSetting(db.read, key)).toBe(value)
    }
  })

  it('are told of nothing before it is committed, and all of a commit that failed', async () => {
    const { db } = await testDb()
    const told: string[] = []
    const lane = createWriteLane(async (work) => {
      await db.write(async (tx) => {
        await work(tx)
        expect(told).toEqual([])
        throw new Error('the disk is gone')
      })
      throw new Error('never reached')
    })
    const asked = ['a', 'b'].map((key) =>
      lane.write(store(key)).then(
        () => told.push(key),
        () => told.push(`no ${key}`),
      ),
    )
    await Promise.all(asked)
    expect(told).toEqual(['no a', 'no b'])
    expect(await findSetting(db.read, 'a')).toBeUndefined()
  })

  it('let work that must be alone have no transaction around it', async () => {
    const { db, lane } = await openLane()
    const before = lane.write(store('before'))
    const vacuum = lane.alone(async () => {
      expect(await findSetting(db.read, 'before')).toBe('v')
      expect(await findSetting(db.read, 'after')).toBeUndefined()
    })
    const after = lane.write(store('after'))
    await Promise.all([before, vacuum, after])
    expect(await findSetting(db.read, 'after')).toBe('v')
  })

  it('go on after one that could not begin', async () => {
    const { db } = await testDb()
    let isClosed = true
    const lane = createWriteLane(async (work) => {
      if (isClosed) throw new Error('not now')
      return await db.write(work)
    })
    await expect(lane.write(store('a'))).rejects.toThrow('not now')
    isClosed = false
    await lane.write(store('a'))
    expect(await findSetting(db.read, 'a')).toBe('v')
  })
})
