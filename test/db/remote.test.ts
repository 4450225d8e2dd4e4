import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openDb, openReadDb } from '../../src/db/client.ts'
import { migrateDb } from '../../src/db/migrate.ts'
import { listCoverage } from '../../src/db/queries/coverage.ts'
import type { LocalDate } from '../../src/model/ids.ts'
import { rowsOf, testFolder } from '../support/database.ts'
import { serveHrana } from '../support/hrana-server.ts'
import { sourceId, watch } from '../support/ingesting.ts'
import { item, meeting } from '../support/meetings.ts'

const start = new Date('2026-03-05T12:00:00Z')
const token = 'secret-token'

const sitting = meeting({
  upstreamId: '77',
  date: '2026-03-10' as LocalDate,
  startsAt: '2026-03-11T01:00:00.000Z',
  agendaItems: [
    item({ upstreamId: '1', number: '1', title: 'Call to order' }),
    item({ upstreamId: '2', number: '2', title: 'Purchase of licence plate readers' }),
  ],
})

/** A migrated database behind a server, as a configuration names it. */
async function remoteDb() {
  const path = join(await testFolder(), 'server.db')
  const server = await serveHrana(path, token)
  const address = { url: server.url, authToken: token }
  const report = await migrateDb(address)
  const db = await openDb(address)
  onTestFinished(() => db.close())
  return { address, db, report, server, file: pathToFileURL(path).href }
}

describe('a database on a server', () => {
  it('is brought up to date once, search tables and triggers too', async () => {
    const { address, db, report } = await remoteDb()
    expect(report.applied).toBeGreaterThan(0)
    expect(await migrateDb(address)).toEqual({ applied: 0, backup: null })
    expect(
      await rowsOf(db, "SELECT name FROM sqlite_schema WHERE name = 'search_items'"),
    ).toHaveLength(1)
  })

  it('takes what a read found, and keeps another read of the same from doubling it', async () => {
    const { address, db, file } = await remoteDb()
    const source = await watch(db, start)
    const report = await source.read([sitting])
    expect(report).toMatchObject({ outcome: 'ok', meetingsCreated: 1, findings: 1 })
    source.pass(3_600_000)
    expect(await source.read([sitting])).toMatchObject({ outcome: 'ok', meetingsCreated: 0 })

    // What the pages read, over a connection of their own.
    const pages = await openReadDb(address)
    onTestFinished(() => pages.close())
    expect((await listCoverage(pages)).map((row) => row.sourceId)).toEqual([sourceId])
    // And what really stands in the server's file.
    const local = await openReadDb({ url: file })
    onTestFinished(() => local.close())
    const { rows } = await local.client.execute(
      "SELECT (SELECT count(*) FROM findings), (SELECT count(*) FROM search_items('plate'))",
    )
    expect([rows[0]?.[0], rows[0]?.[1]]).toEqual([1, 1])
  })

  it('stores nothing of a piece of work that fails', async () => {
    const { db } = await remoteDb()
    await watch(db, start)
    const failing = db.write(async (tx) => {
      await tx.run("UPDATE sources SET platform = 'other'")
      throw new Error('changed my mind')
    })
    await expect(failing).rejects.toThrow('changed my mind')
    expect(await rowsOf(db, 'SELECT platform FROM sources')).toEqual([{ platform: 'fake' }])
  })

  it('does pieces of work that come together one after the other', async () => {
    const { db } = await remoteDb()
    await watch(db, start)
    const add = () =>
      db.write(async (tx) => {
        await tx.run('UPDATE sources SET failures = failures + 1')
      })
    const broken = db.write(async (tx) => {
      await tx.run('UPDATE sources SET failures = 1000')
      throw new Error('not this one')
    })
    await Promise.allSettled([add(), add(), broken, add()])
    expect(await rowsOf(db, 'SELECT failures FROM sources')).toEqual([{ failures: 3 }])
  })

  it('lets nobody in without the token', async () => {
    const { address } = await remoteDb()
    await expect(migrateDb({ ...address, authToken: 'guessed' })).rejects.toMatchObject({
      code: 'db_unreachable',
    })
  })
})
