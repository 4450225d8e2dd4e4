// Stores many rows one way, and prints the CPU seconds that took: node --expose-gc way.mjs <way> <rows>
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { createClient } from '@libsql/client'
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { product } from '../parts/product.mjs'

const [name, rowCount] = [process.argv[2], Number(process.argv[3])]
const rowsACommit = 10_000

const words =
  'award contract purchase licence plate readers police department staff report council approve agreement vendor amendment grant resolution public hearing second reading budget camera'.split(
    ' ',
  )
const rows = Array.from({ length: rowCount }, (_, at) => ({
  id: at + 1,
  city: `city-${at % 500}`,
  body: Array.from({ length: 25 }, (_, n) => words[(at * 7 + n * (at % 11)) % words.length]).join(
    ' ',
  ),
  day: at % 10_000,
}))
const parts = Array.from({ length: rowCount / rowsACommit }, (_, at) =>
  rows.slice(at * rowsACommit, (at + 1) * rowsACommit),
)
const sumOfDays = rows.reduce((sum, row) => sum + row.day, 0)

/** Both wait for the disk at every commit, and commit equally often. */
const ways = {
  'client.batch': async () => async (url) => {
    const client = createClient({ url, timeout: 5_000, concurrency: 1 })
    await client.execute('PRAGMA synchronous = FULL')
    for (const part of parts) {
      const statements = part.map(({ id, city, body, day }) => ({
        sql: 'INSERT INTO notes (id, city, body, day) VALUES (?, ?, ?, ?)',
        args: [id, city, body, day],
      }))
      await client.batch(statements, 'write')
    }
    client.close()
  },
  async insertRows() {
    const { insertRows } = await product('src/db/bulk.js')
    const { openDb } = await product('src/db/client.js')
    const notes = sqliteTable(
      'notes',
      {
        id: integer('id').primaryKey(),
        city: text('city').notNull(),
        body: text('body').notNull(),
        day: integer('day').notNull(),
      },
      (table) => [index('notes_by_city').on(table.city, table.day)],
    )
    return async (url) => {
      const db = await openDb({ url })
      for (const part of parts) await db.write((tx) => insertRows(tx, notes, part))
      db.close()
    }
  },
}

async function freshDatabase(folder) {
  const url = pathToFileURL(join(folder, 'notes.db')).href
  const client = createClient({ url })
  await client.execute('PRAGMA journal_mode = WAL')
  await client.execute(
    'CREATE TABLE notes (id INTEGER PRIMARY KEY, city TEXT NOT NULL, body TEXT NOT NULL, day INTEGER NOT NULL)',
  )
  await client.execute('CREATE INDEX notes_by_city ON notes (city, day)')
  client.close()
  return url
}

async function requireAllRows(url) {
  const client = createClient({ url })
  const { rows: counted } = await client.execute('SELECT count(*), sum(day) FROM notes')
  client.close()
  if (counted[0][0] !== rowCount || counted[0][1] !== sumOfDays) {
    throw new Error(`${name} stored other rows than it was given`)
  }
}

const work = await ways[name]()

/** The driver frees a statement a turn of the event loop after it was collected. */
async function clearAway() {
  globalThis.gc()
  await setImmediate()
  await setImmediate()
}

const folder = await mkdtemp(join(tmpdir(), 'watchdocket-bench-'))
try {
  const url = await freshDatabase(folder)
  await clearAway()
  const before = process.cpuUsage()
  await work(url)
  await clearAway()
  const { user, system } = process.cpuUsage(before)
  await requireAllRows(url)
  console.log((user + system) / 1e6)
} finally {
  await rm(folder, { recursive: true, force: true })
}
