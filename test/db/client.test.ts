import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { openReadDb } from '../../src/db/client.ts'
import { storeSetting } from '../../src/db/queries/settings.ts'
import { AppError } from '../../src/model/errors.ts'
import { rowsOf, testDb } from '../support/database.ts'

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'no error',
    (error: unknown) => (error instanceof AppError ? error.code : String(error)),
  )

const pragmasOf = async (read: (sql: string) => Promise<unknown>) => {
  const names = [
    'synchronous',
    'foreign_keys',
    'secure_delete',
    'trusted_schema',
    'journal_mode',
    'busy_timeout',
    'query_only',
    'wal_autocheckpoint',
  ]
  const values: Record<string, unknown> = {}
  for (const name of names) values[name] = await read(`PRAGMA ${name}`)
  return values
}

const asWriter = {
  synchronous: 2,
  foreign_keys: 1,
  secure_delete: 1,
  trusted_schema: 0,
  journal_mode: 'wal',
  busy_timeout: 5000,
  query_only: 0,
  wal_autocheckpoint: 4000,
}

describe('the connection that writes', () => {
  it('keeps its pragmas from transaction to transaction, also after one that failed', async () => {
    const { db } = await testDb()
    const now = () =>
      pragmasOf(async (statement) => {
        const [row] = await db.write((tx) => tx.values<[unknown]>(sql.raw(statement)))
        return row?.[0]
      })
    expect(await now()).toEqual(asWriter)
    await db.write((tx) => tx.run(sql`SELECT broken`)).catch(() => undefined)
    await Promise.all([1, 2, 3].map((n) => db.write((tx) => storeSetting(tx, `k${n}`, 'v'))))
    expect(await now()).toEqual(asWriter)
  })

  it('takes one write after the other, and goes on after one that failed', async () => {
    const { db } = await testDb()
    const order: string[] = []
    const slow = db.write(async (tx) => {
      await storeSetting(tx, 'a', '1')
      await new Promise((resolve) => setTimeout(resolve, 20))
      order.push('slow')
    })
    const broken = db.write(async () => {
      order.push('broken')
      throw new Error('on purpose')
    })
    const last = db.write(async (tx) => {
      order.push('last')
      await storeSetting(tx, 'b', '2')
    })
    await Promise.allSettled([slow, broken, last])
    expect(order).toEqual(['slow', 'broken', 'last'])
    expect(
      await rowsOf(db, "SELECT key FROM settings WHERE key <> 'installation_id' ORDER BY key"),
    ).toEqual([{ key: 'a' }, { key: 'b' }])
  })

  it('rolls back as a whole, and its reads see only what is committed', async () => {
    const { db } = await testDb()
    await db
      .write(async (tx) => {
        await storeSetting(tx, 'a', '1')
        expect(await rowsOf(db, "SELECT * FROM settings WHERE key = 'a'")).toEqual([])
        throw new Error('on purpose')
      })
      .catch(() => undefined)
    expect(await rowsOf(db, "SELECT * FROM settings WHERE key = 'a'")).toEqual([])
  })

  it('names a full disk, loses nothing, and stores again once there is room', async () => {
    const { db } = await testDb()
    await db.write((tx) => storeSetting(tx, 'before', 'stays'))
    const limit = (pages: number) =>
      db.write((tx) => tx.run(sql.raw(`PRAGMA max_page_count = ${pages}`)))
    await limit(1)
    const large = 'x'.repeat(500_000)
    expect(await codeOf(db.write((tx) => storeSetting(tx, 'large', large)))).toBe('disk_full')
    expect(await rowsOf(db, "SELECT key FROM settings WHERE key <> 'installation_id'")).toEqual([
      { key: 'before' },
    ])
    await limit(1_000_000)
    expect(await codeOf(db.write((tx) => storeSetting(tx, 'large', large)))).toBe('no error')
    expect(await rowsOf(db, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }])
  })

  it('tells no statement and no value in what it throws', async () => {
    const { db } = await testDb()
    const secret = 'ada@riverton.example'
    const error = await db
      .write((tx) => tx.run(sql`INSERT INTO nowhere VALUES (${secret})`))
      .catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(Error)
    expect(String(error)).not.toContain(secret)
  })
})

describe('a connection that reads', () => {
  it('can neither write nor checkpoint, also after errors', async () => {
    const { address } = await testDb()
    const reader = await openReadDb(address)
    const now = () =>
      pragmasOf(async (statement) => (await reader.client.execute(statement)).rows[0]?.[0])
    const expected = { ...asWriter, secure_delete: 0, query_only: 1, wal_autocheckpoint: 0 }
    expect(await now()).toEqual(expected)

    const attempts = ["INSERT INTO settings VALUES ('a', '1')", 'SELECT broken', 'DROP TABLE runs']
    for (const attempt of attempts) {
      expect(await codeOf(reader.client.execute(attempt))).not.toBe('no error')
    }
    const batch = reader.client.batch(["INSERT INTO settings VALUES ('a', '1')"], 'write')
    expect(await codeOf(batch)).not.toBe('no error')
    expect(await now()).toEqual(expected)
    reader.close()
  })

  it('sees what the writer commits', async () => {
    const { db, address } = await testDb()
    const reader = await openReadDb(address)
    await db.write((tx) => storeSetting(tx, 'a', '1'))
    expect(
      (await reader.client.execute("SELECT value FROM settings WHERE key = 'a'")).rows[0]?.[0],
    ).toBe('1')
    reader.close()
  })
})
