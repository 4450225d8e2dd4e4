import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { onTestFinished } from 'vitest'
import { type Db, type DbAddress, openDb } from '../../src/db/client.ts'
import { migrateDb } from '../../src/db/migrate.ts'

/** An empty folder that goes with the test. */
export async function testFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'watchdocket-test-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

export const addressIn = (folder: string): DbAddress => ({
  url: pathToFileURL(join(folder, 'watchdocket.db')).href,
})

/** A migrated database in a file of its own; it goes with the test. */
export async function testDb(): Promise<{ db: Db; address: DbAddress; folder: string }> {
  const folder = await testFolder()
  const address = addressIn(folder)
  await migrateDb(address)
  const db = await openDb(address)
  onTestFinished(() => db.close())
  return { db, address, folder }
}

/** All rows of a table or a query, as plain objects. */
export async function rowsOf(db: Db, sql: string): Promise<Record<string, unknown>[]> {
  const { columns, rows } = await db.client.execute(sql)
  return rows.map((row) => Object.fromEntries(columns.map((name, at) => [name, row[at]])))
}
