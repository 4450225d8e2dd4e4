// What the database of the simulated nation says, and the one thing a bench may write: that all is due.
import { product } from '../parts/product.mjs'

/** By a connection of its own: one that lives on may know an index as it was. */
async function soundness(url) {
  const { openReadDb } = await product('src/db/client.js')
  const db = await openReadDb({ url })
  const { rows } = await db.client.execute('PRAGMA quick_check(1)')
  db.close()
  return String(rows[0]?.[0])
}

export async function readNation(url) {
  const { connect, openReadDb } = await product('src/db/client.js')
  const db = await openReadDb({ url })
  const one = async (sql, args = []) => (await db.client.execute({ sql, args })).rows[0]?.[0]
  return {
    async countReadSince(since) {
      return Number(
        await one('SELECT count(*) FROM sources WHERE last_success_at >= ?', [since.getTime()]),
      )
    },
    /** As if the time of every source had come; the server runs on and finds it at its next beat. */
    async makeAllDue(now) {
      const client = connect({ url })
      try {
        // The worker alone checkpoints.
        await client.execute('PRAGMA wal_autocheckpoint = 0')
        await client.execute({ sql: 'UPDATE sources SET next_run_at = ?', args: [now.getTime()] })
      } finally {
        client.close()
      }
    },
    /** Which portals have what a round has changed in them stored, and what was stored twice. */
    async readFacts() {
      const health = await db.client.execute(
        'SELECT health, count(*) AS n FROM sources GROUP BY health',
      )
      const doubles = await one(
        'SELECT count(*) FROM (SELECT 1 FROM meetings GROUP BY source_id, date, body_id HAVING count(*) > 1)',
      )
      const marked = await db.client.execute(
        `SELECT m.source_id, i.title FROM agenda_items i JOIN meetings m ON m.id = i.meeting_id
          WHERE i.title LIKE 'Changed in round %' AND i.removed_at IS NULL`,
      )
      const special = await db.client.execute(
        `SELECT m.source_id FROM meetings m JOIN bodies b ON b.id = m.body_id
          WHERE b.name LIKE 'Special %' AND m.no_longer_listed_since IS NULL`,
      )
      const indexOf = (id) => Number(String(id).split('-').at(-1))
      return {
        meetings: Number(await one('SELECT count(*) FROM meetings')),
        items: Number(await one('SELECT count(*) FROM agenda_items WHERE removed_at IS NULL')),
        doubles: Number(doubles),
        health: Object.fromEntries(health.rows.map((row) => [String(row.health), Number(row.n)])),
        /** The round that an item of theirs names, by portal. */
        itemRound: new Map(
          marked.rows.map((row) => [indexOf(row[0]), Number(/round (\d+)/.exec(row[1])?.[1])]),
        ),
        special: new Set(special.rows.map((row) => indexOf(row[0]))),
        sound: await soundness(url),
      }
    },
    close: () => db.close(),
  }
}
