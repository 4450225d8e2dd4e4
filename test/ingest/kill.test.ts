import { type ChildProcess, spawn } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { openDb } from '../../src/db/client.ts'
import { migrateDb } from '../../src/db/migrate.ts'
import { addSource, recoverClaims } from '../../src/db/queries/sources.ts'
import { addressIn, rowsOf, testFolder } from '../support/database.ts'
import { riverton, sourceId } from '../support/ingesting.ts'

const total = 60
const start = new Date('2026-03-05T12:00:00Z')

/** Reads a council of sixty meetings in a process of its own, telling of each as it is yielded. */
const reader = (url: string) => `
  import { openDb } from './src/db/client.ts'
  import { claimSource } from './src/db/queries/sources.ts'
  import { ingestSource } from './src/ingest/pipeline.ts'
  import { fakeScraper, noFetcher, wordDetector } from './test/support/ingesting.ts'
  import { item, meeting } from './test/support/meetings.ts'

  const db = await openDb({ url: ${JSON.stringify(url)} })
  const now = new Date(${start.getTime()})
  const source = await db.write((tx) =>
    claimSource(tx, ${JSON.stringify(sourceId)}, { now, token: String(process.pid), leaseMs: 600000 }),
  )
  const scraper = fakeScraper(function* () {
    for (let n = 0; n < ${total}; n++) {
      console.log(n)
      const startsAt = new Date(now.getTime() + (n + 1) * 86_400_000).toISOString()
      yield meeting({
        upstreamId: 'm' + n,
        date: startsAt.slice(0, 10),
        startsAt,
        agendaItems: Array.from({ length: 30 }, (_, at) =>
          item({
            upstreamId: n + '-' + at,
            title: at === 7 ? 'Buy licence plate readers' : 'Item ' + at,
            documents: [{ kind: 'attachment', title: 'Report', url: 'https://r.example/' + n + '/' + at }],
          }),
        ),
      })
    }
  })
  const log = { info() {}, warn() {}, error() {} }
  const report = await ingestSource(source, {
    db, scraper, fetcher: noFetcher, detector: wordDetector, now: () => now, random: () => 0.5, log,
  })
  console.log('done ' + report.outcome)
  db.close()`

function run(url: string): {
  child: ChildProcess
  ended: Promise<string>
  reached(n: number): Promise<void>
} {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '-e', reader(url)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  let said = ''
  child.stdout.on('data', (data) => {
    said += String(data)
  })
  return {
    child,
    ended: new Promise((resolve) => child.once('exit', () => resolve(said))),
    reached: (n) =>
      new Promise((resolve) => {
        child.stdout.on('data', () => {
          if (said.split('\n').includes(String(n))) resolve()
        })
      }),
  }
}

describe('a process killed in the middle of a read', () => {
  it('has lost nothing and doubles nothing after a restart', async () => {
    const folder = await testFolder()
    const address = addressIn(folder)
    await migrateDb(address)
    const setup = await openDb(address)
    await setup.write((tx) => addSource(tx, riverton, start))
    setup.close()

    let stored = 0
    for (const at of [5, 23]) {
      const victim = run(address.url)
      await victim.reached(at)
      victim.child.kill('SIGKILL')
      await victim.ended

      const db = await openDb(address)
      await db.write((tx) => recoverClaims(tx, start, { isAlone: true }))
      const [held] = await rowsOf(
        db,
        `SELECT count(*) AS meetings, (SELECT count(*) FROM agenda_items) AS items,
           (SELECT count(*) FROM findings) AS findings, (SELECT count(*) FROM documents) AS files,
           (SELECT count(*) FROM document_links) AS links,
           (SELECT count(*) FROM meeting_versions) AS versions,
           (SELECT count(*) FROM runs WHERE outcome = 'running') AS running
         FROM meetings`,
      )
      const meetings = Number(held?.meetings)
      // Every meeting before the one that was being yielded had been committed, each as a whole.
      expect(meetings).toBeGreaterThanOrEqual(Math.max(at, stored))
      expect(held).toEqual({
        meetings,
        items: meetings * 30,
        findings: meetings,
        files: meetings * 30,
        links: meetings * 30,
        versions: meetings,
        running: 0,
      })
      expect(await rowsOf(db, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }])
      stored = meetings
      db.close()
    }

    expect(await run(address.url).ended).toMatch(/done ok/)
    const db = await openDb(address)
    expect(
      await rowsOf(
        db,
        `SELECT (SELECT count(*) FROM meetings) AS meetings,
           (SELECT count(*) FROM meeting_versions) AS versions,
           (SELECT count(*) FROM agenda_items) AS items, (SELECT count(*) FROM findings) AS findings,
           (SELECT count(*) FROM document_links) AS links,
           (SELECT count(*) FROM meetings WHERE is_unconfirmed) AS unconfirmed,
           (SELECT group_concat(outcome) FROM (SELECT outcome FROM runs ORDER BY id)) AS runs`,
      ),
    ).toEqual([
      {
        meetings: total,
        versions: total,
        items: total * 30,
        findings: total,
        links: total * 30,
        unconfirmed: 0,
        runs: 'interrupted,interrupted,ok',
      },
    ])
    db.close()
  }, 180_000)
})
