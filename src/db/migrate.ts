import { existsSync, readFileSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Client } from '@libsql/client'
import { drizzle } from 'drizzle-orm/libsql'
import { migrate } from 'drizzle-orm/libsql/migrator'
import { connect, type DbAddress, isLocalDb } from './client.ts'
import { DbDamagedError, DbNewerError, nameDbError } from './errors.ts'

export interface MigrationReport {
  /** How many migrations were run now; 0 when the schema was current. */
  readonly applied: number
  /** The copy made before an existing database was changed. */
  readonly backup: string | null
}

export interface MigrationOptions {
  /** Folder with the SQL files and `meta/_journal.json`; the one of this package unless given. */
  readonly folder?: string
}

interface Journal {
  readonly entries: readonly { readonly when: number; readonly tag: string }[]
}

/** The package's `drizzle` folder: sources and the built program stand at different depths. */
function findMigrations(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'drizzle', 'meta', '_journal.json'))) {
    const parent = dirname(folder)
    if (parent === folder) throw new Error('The folder drizzle/ is missing from this installation')
    folder = parent
  }
  return join(folder, 'drizzle')
}

/** When the newest migration of the database was generated; `null` for a database without any. */
async function findNewest(client: Client): Promise<number | null> {
  const { rows: tables } = await client.execute(
    "SELECT 1 FROM sqlite_schema WHERE name = '__drizzle_migrations'",
  )
  if (tables.length === 0) return null
  const { rows } = await client.execute(
    'SELECT max(created_at) AS newest FROM __drizzle_migrations',
  )
  const newest = rows[0]?.newest
  return newest === null || newest === undefined ? null : Number(newest)
}

async function requireSound(client: Client): Promise<void> {
  const { rows } = await client.execute('PRAGMA quick_check(1)')
  const said = String(rows[0]?.[0] ?? 'no answer')
  if (said !== 'ok') throw new DbDamagedError(said)
}

/** A whole copy beside the database, named after the schema it holds; complete or not there. */
async function backUp(client: Client, address: DbAddress, schema: number): Promise<string> {
  const folder = join(dirname(fileURLToPath(address.url)), 'backups')
  const path = join(folder, `before-upgrade-${schema}.db`)
  const part = `${path}.part`
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await rm(part, { force: true })
  await client.execute({ sql: 'VACUUM INTO ?', args: [part] })
  await rename(part, path)
  return path
}

/**
 * Brings the schema up to date, on a fresh file as on an old one; run again it changes nothing.
 * All missing migrations are one transaction: after a fault the database is as it was.
 *
 * @throws {DataReadOnlyError} {DbDamagedError} {DiskFullError} {DbBusyError}
 * @throws {DbNewerError} when the database knows migrations that this program does not.
 */
export async function migrateDb(
  address: DbAddress,
  { folder = findMigrations() }: MigrationOptions = {},
): Promise<MigrationReport> {
  const journal = JSON.parse(readFileSync(join(folder, 'meta', '_journal.json'), 'utf8')) as Journal
  const known = journal.entries.map((entry) => entry.when)
  const client = connect(address)
  try {
    const newest = await findNewest(client)
    if (newest !== null && newest > Math.max(...known)) throw new DbNewerError()
    const missing = known.filter((when) => newest === null || when > newest)
    if (missing.length === 0) return { applied: 0, backup: null }

    let backup: string | null = null
    if (isLocalDb(address)) {
      await client.execute('PRAGMA journal_mode = WAL')
      if (newest !== null) {
        await requireSound(client)
        backup = await backUp(client, address, newest)
      }
    }
    await migrate(drizzle({ client }), { migrationsFolder: folder })
    return { applied: missing.length, backup }
  } catch (error) {
    throw nameDbError(error, { url: address.url })
  } finally {
    client.close()
  }
}

/**
 * Reads the whole file and checks that it holds together; seconds on a large one.
 *
 * @throws {DbDamagedError} naming what is wrong.
 */
export async function checkDb(address: DbAddress): Promise<void> {
  const client = connect(address)
  try {
    if (isLocalDb(address)) await requireSound(client)
  } catch (error) {
    throw nameDbError(error, { url: address.url })
  } finally {
    client.close()
  }
}
