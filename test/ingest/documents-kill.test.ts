import { type ChildProcess, spawn } from 'node:child_process'
import { expect, it } from 'vitest'
import { openDb } from '../../src/db/client.ts'
import { migrateDb } from '../../src/db/migrate.ts'
import { recoverDocumentJobs } from '../../src/db/queries/document-jobs.ts'
import { addressIn, rowsOf, testFolder } from '../support/database.ts'
import { documentDesk } from '../support/document-reading.ts'
import { watch } from '../support/ingesting.ts'
import { item, meeting } from '../support/meetings.ts'

const start = new Date('2026-03-05T12:00:00Z')
const total = 30
const urlOf = (n: number) => `https://riverton.example/${n}.pdf`

/** Reads the documents of a council in a process of its own, telling of each as it is asked for. */
const program = (url: string) => `
  import { openDb } from './src/db/client.ts'
  import { documentDesk } from './test/support/document-reading.ts'
  const db = await openDb({ url: ${JSON.stringify(url)} })
  const desk = documentDesk(db, { now: new Date(${start.getTime()}) })
  for (let n = 0; n < ${total}; n++) {
    desk.served.set('https://riverton.example/' + n + '.pdf', 'Purchase of ' + n + ' drones.')
  }
  let told = 0
  await desk.turn({ onChange: () => console.log(++told) })
  console.log('done')
  db.close()`

function run(url: string) {
  const child: ChildProcess = spawn(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '-e', program(url)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  let said = ''
  const reached = new Promise<void>((resolve) => {
    child.stdout?.on('data', (data) => {
      said += String(data)
      if (said.split('\n').includes('7')) resolve()
    })
  })
  const ended = new Promise<string>((resolve) => child.once('exit', () => resolve(said)))
  return { child, reached, ended }
}

it('a process killed among documents has lost nothing and doubles nothing', async () => {
  const folder = await testFolder()
  const address = addressIn(folder)
  await migrateDb(address)
  const setup = await openDb(address)
  const source = await watch(setup, start)
  await source.read([
    meeting({
      agendaItems: Array.from({ length: total }, (_, n) =>
        item({
          upstreamId: String(n),
          title: `Agreement ${n}`,
          documents: [{ kind: 'attachment', title: `Report ${n}`, url: urlOf(n) }],
        }),
      ),
    }),
  ])
  setup.close()

  const victim = run(address.url)
  await victim.reached
  victim.child.kill('SIGKILL')
  await victim.ended

  const db = await openDb(address)
  const count = () =>
    rowsOf(
      db,
      `SELECT count(*) AS versions, (SELECT count(*) FROM document_pages) AS pages,
         (SELECT count(*) FROM findings) AS findings,
         (SELECT documents_read FROM runs) AS told, (SELECT findings FROM runs) AS counted
       FROM document_versions`,
    )
  const [held] = await count()
  const kept = Number(held?.versions)
  expect(kept).toBeGreaterThanOrEqual(7)
  expect(held).toEqual({ versions: kept, pages: kept, findings: kept, told: kept, counted: kept })
  expect(await documentDesk(db, { now: start }).turn()).toBeUndefined()
  await db.write((tx) => recoverDocumentJobs(tx))
  db.close()

  expect(await run(address.url).ended).toMatch(/done/)
  const after = await openDb(address)
  const rows = await rowsOf(
    after,
    `SELECT (SELECT count(*) FROM document_versions) AS versions,
       (SELECT count(*) FROM document_pages) AS pages, (SELECT count(*) FROM findings) AS findings,
       (SELECT documents_read FROM runs) AS told, (SELECT count(*) FROM jobs) AS jobs`,
  )
  expect(rows).toEqual([{ versions: total, pages: total, findings: total, told: total, jobs: 0 }])
  after.close()
})
