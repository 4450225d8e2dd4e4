import { spawn } from 'node:child_process'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createClient } from '@libsql/client'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openDb } from '../../src/db/client.ts'
import { lockDataFolder } from '../../src/db/lock.ts'
import { checkDb, migrateDb } from '../../src/db/migrate.ts'
import { storeSetting } from '../../src/db/queries/settings.ts'
import { AppError } from '../../src/model/errors.ts'
import { addressIn, rowsOf, testDb, testFolder } from '../support/database.ts'

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'no error',
    (error: unknown) => (error instanceof AppError ? error.code : String(error)),
  )

/** A place that nobody may write to, not even root. */
const unwritable = '/sys/watchdocket'

async function writeMigrations(folder: string, statements: readonly string[]): Promise<string> {
  const to = join(folder, 'migrations')
  await mkdir(join(to, 'meta'), { recursive: true })
  const entries = statements.map((_, idx) => ({
    idx,
    version: '6',
    when: 1_000 + idx,
    tag: `000${idx}_step`,
    breakpoints: true,
  }))
  for (const [idx, statement] of statements.entries()) {
    await writeFile(join(to, `000${idx}_step.sql`), statement)
  }
  const journal = JSON.stringify({ version: '7', dialect: 'sqlite', entries })
  await writeFile(join(to, 'meta', '_journal.json'), journal)
  return to
}

describe('migrateDb', () => {
  it('makes a fresh database, and changes nothing the second time', async () => {
    const address = addressIn(await testFolder())
    const first = await migrateDb(address)
    expect(first.applied).toBeGreaterThan(1)
    expect(await migrateDb(address)).toEqual({ applied: 0, backup: null })
    await checkDb(address)
  })

  it('copies an existing database before it changes it', async () => {
    const folder = await testFolder()
    const address = addressIn(folder)
    const old = await writeMigrations(folder, ['CREATE TABLE old (a TEXT)'])
    await migrateDb(address, { folder: old })
    const client = createClient({ url: address.url })
    await client.execute("INSERT INTO old VALUES ('kept')")
    client.close()

    const newer = ['CREATE TABLE old (a TEXT)', 'ALTER TABLE old ADD COLUMN b TEXT']
    const report = await migrateDb(address, { folder: await writeMigrations(folder, newer) })
    expect(report.applied).toBe(1)
    expect(await readdir(join(folder, 'backups'))).toEqual(['before-upgrade-1000.db'])
    const copy = createClient({ url: pathToFileURL(report.backup ?? '').href })
    expect((await copy.execute('SELECT * FROM old')).columns).toEqual(['a'])
    copy.close()
  })

  it('leaves a database as it was when a migration breaks half way', async () => {
    const folder = await testFolder()
    const address = addressIn(folder)
    const broken =
      'CREATE TABLE two (a TEXT);\n--> statement-breakpoint\nCREATE TABLE two (b TEXT);'
    const migrations = await writeMigrations(folder, ['CREATE TABLE one (a TEXT)', broken])
    await expect(migrateDb(address, { folder: migrations })).rejects.toThrow(/already exists/)
    const client = createClient({ url: address.url })
    const { rows } = await client.execute(
      "SELECT name FROM sqlite_schema WHERE name IN ('one','two')",
    )
    expect(rows).toEqual([])
    client.close()
  })

  it('refuses a database of a newer version', async () => {
    const { address, db } = await testDb()
    await db.write((tx) =>
      tx.run("INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('x', 99999999999999)"),
    )
    expect(await codeOf(migrateDb(address))).toBe('db_newer')
  })

  it('names a data folder that cannot be written', async () => {
    expect(await codeOf(migrateDb({ url: `file:${unwritable}/watchdocket.db` }))).toBe(
      'data_read_only',
    )
    expect(await codeOf(lockDataFolder(unwritable))).toBe('data_read_only')
    expect(await codeOf(openDb({ url: `file:${unwritable}/watchdocket.db` }))).toBe(
      'data_read_only',
    )
  })

  it('names a file that is no database, and does not touch it', async () => {
    const folder = await testFolder()
    const path = join(folder, 'watchdocket.db')
    const junk = Buffer.alloc(20_000, 'this is no database ')
    await writeFile(path, junk)
    expect(await codeOf(migrateDb(addressIn(folder)))).toBe('db_damaged')
    expect(await codeOf(openDb(addressIn(folder)))).toBe('db_damaged')
    expect((await readFile(path)).equals(junk)).toBe(true)
  })

  it('finds a damaged page', async () => {
    const { db, address, folder } = await testDb()
    for (let n = 0; n < 50; n++) {
      await db.write((tx) => storeSetting(tx, `key-${n}`, 'v'.repeat(2_000)))
    }
    await db.checkpoint()
    db.close()
    const path = join(folder, 'watchdocket.db')
    const bytes = await readFile(path)
    for (let page = 3; page * 4096 < bytes.length; page += 2) {
      bytes.fill(0xa5, page * 4096, page * 4096 + 600)
    }
    await writeFile(path, bytes)
    expect(await codeOf(checkDb(address))).toBe('db_damaged')
  })
})

describe('lockDataFolder', () => {
  it('holds the folder against a second one, and gives it back', async () => {
    const folder = await testFolder()
    const lock = await lockDataFolder(folder)
    const second = await lockDataFolder(folder).catch((error: unknown) => error)
    expect(second).toMatchObject({ code: 'already_running' })
    expect(String(second)).toContain(`process ${process.pid}`)
    lock.release()
    lock.release()
    const third = await lockDataFolder(folder)
    third.release()
  })

  it('is held by another process until that is killed', async () => {
    const folder = await testFolder()
    const holder = spawn(
      process.execPath,
      [
        '--import',
        'tsx',
        '--input-type=module',
        '-e',
        `import { lockDataFolder } from './src/db/lock.ts'
         await lockDataFolder(${JSON.stringify(folder)})
         console.log('held')
         setInterval(() => undefined, 1000)`,
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    )
    onTestFinished(() => void holder.kill('SIGKILL'))
    await new Promise((resolve) => holder.stdout.once('data', resolve))
    expect(await codeOf(lockDataFolder(folder))).toBe('already_running')
    const ended = new Promise((resolve) => holder.once('exit', resolve))
    holder.kill('SIGKILL')
    await ended
    const lock = await lockDataFolder(folder)
    lock.release()
  })
})

describe('full text', () => {
  it('follows items as they are stored, changed and deleted', async () => {
    const { db } = await testDb()
    await db.write(async (tx) => {
      await tx.run(`INSERT INTO jurisdictions (id, slug, name, state, type)
        VALUES (1, 'riverton-wa', 'Riverton', 'WA', 'city')`)
      await tx.run(`INSERT INTO sources (id, jurisdiction_id, platform, client, portal_url, options,
          state, added_at, health_since)
        VALUES ('s', 1, 'fake', 'r', 'https://riverton.example', '{}', 'active', 1, 1)`)
      await tx.run(
        "INSERT INTO bodies (id, source_id, jurisdiction_id, name) VALUES (1, 's', 1, 'C')",
      )
      await tx.run(`INSERT INTO meetings (id, source_id, body_id, upstream_id, date, sort_at, status,
          source_url, flags, fingerprint, content_hash, version, first_seen_at, last_seen_at,
          changed_at, read_at)
        VALUES (1, 's', 1, 'u', '2026-03-10', 1, 'confirmed', 'x', '[]', 'f', 'c', 1, 1, 1, 1, 1)`)
      await tx.run(`INSERT INTO agenda_items (id, meeting_id, position, title, text, section,
          first_seen_at) VALUES (1, 1, 0, 'Licence plate readers', '', NULL, 1)`)
    })
    const found = async (words: string) =>
      (await rowsOf(db, `SELECT rowid FROM search_items('${words}')`)).length
    expect([await found('plates'), await found('drone')]).toEqual([1, 0])
    await db.write((tx) => tx.run("UPDATE agenda_items SET title = 'Drones', position = 3"))
    expect([await found('plates'), await found('drone')]).toEqual([0, 1])
    await db.write((tx) =>
      tx.run("INSERT INTO search_items(search_items) VALUES('integrity-check')"),
    )
    await db.write((tx) => tx.run('DELETE FROM meetings'))
    expect(await found('drone')).toBe(0)
    await db.write((tx) =>
      tx.run("INSERT INTO search_items(search_items) VALUES('integrity-check')"),
    )
  })
})
