// Bulk storing as ingest does it, beside the driver's client.batch of single statements
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createClient } from '@libsql/client'
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { median, tellLoad } from './parts/measure.mjs'
import { product } from './parts/product.mjs'

const { insertRows } = await product('src/db/bulk.js')
const { openDb } = await product('src/db/client.js')

const quick = process.argv.includes('--quick')
const rowCount = quick ? 20_000 : 100_000
const rounds = quick ? 5 : 9
const rowsACommit = 10_000
const goal = 4.5

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

const folder = await mkdtemp(join(tmpdir(), 'watchdocket-bench-'))
let files = 0

async function freshDatabase() {
  const url = pathToFileURL(join(folder, `${files++}.db`)).href
  const client = createClient({ url })
  await client.execute('PRAGMA journal_mode = WAL')
  await client.execute(
    'CREATE TABLE notes (id INTEGER PRIMARY KEY, city TEXT NOT NULL, body TEXT NOT NULL, day INTEGER NOT NULL)',
  )
  await client.execute('CREATE INDEX notes_by_city ON notes (city, day)')
  client.close()
  return url
}

/** Both wait for the disk at every commit, and commit equally often. */
const ways = {
  async 'client.batch'(url) {
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
  async insertRows(url) {
    const db = await openDb({ url })
    for (const part of parts) await db.write((tx) => insertRows(tx, notes, part))
    db.close()
  },
}

async function cpuSecondsOf(work) {
  globalThis.gc?.()
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

async function requireAllRows(url, name) {
  const client = createClient({ url })
  const { rows: counted } = await client.execute('SELECT count(*), sum(day) FROM notes')
  client.close()
  if (counted[0][0] !== rowCount || counted[0][1] !== sumOfDays) {
    throw new Error(`${name} stored other rows than it was given`)
  }
}

tellLoad()
const spent = { 'client.batch': [], insertRows: [] }
try {
  for (let round = -1; round < rounds; round++) {
    for (const [name, way] of Object.entries(ways)) {
      const url = await freshDatabase()
      const seconds = await cpuSecondsOf(() => way(url))
      await requireAllRows(url, name)
      // The first round only warms up.
      if (round >= 0) spent[name].push(seconds)
    }
  }
} finally {
  await rm(folder, { recursive: true, force: true })
}

for (const name of Object.keys(ways)) {
  const perSecond = Math.round(rowCount / median(spent[name]))
  console.log(`${name.padEnd(14)} ${String(perSecond).padStart(8)} rows a CPU second`)
}
const ratio = median(spent['client.batch'].map((seconds, at) => seconds / spent.insertRows[at]))
const verdict = ratio >= goal ? 'met' : 'MISSED'
console.log(
  `\nTimes cheaper than client.batch: ${ratio.toFixed(2)}  (goal at least ${goal}: ${verdict}; median of ${rounds} pairs)`,
)
if (ratio < goal) process.exitCode = 1
