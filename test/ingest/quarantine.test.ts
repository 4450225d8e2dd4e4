import { rmSync } from 'node:fs'
import { expect, it, onTestFinished } from 'vitest'
import { DocumentError } from '../../src/documents/document-error.ts'
import { createDocumentReader, type DocumentReader } from '../../src/documents/document-reader.ts'
import { noLayers } from '../../src/documents/reader-layers.ts'
import { rereadDocuments } from '../../src/ingest/reread-documents.ts'
import type { LocalDate } from '../../src/model/ids.ts'
import { writeEntry } from '../documents/reader-entry.ts'
import { rowsOf, testDb } from '../support/database.ts'
import { detector, documentDesk, sha256Of } from '../support/document-reading.ts'
import { watch } from '../support/ingesting.ts'
import { item, meeting } from '../support/meetings.ts'
import { createTestSite } from '../support/web.ts'

const start = new Date('2026-03-05T12:00:00Z')
const hour = 3_600_000
const blankPage = { page: 1, text: '', ocr: false, needsOcr: false, width: null, height: null }

/** Answers every request with its text as one page; a process that `dies` is killed by some texts. */
const program = (dies: boolean) => `
  import { stdin, stdout } from 'node:process'
  const say = (message) => stdout.write(JSON.stringify(message) + '\\n')
  let held = Buffer.alloc(0)
  stdin.on('data', (data) => {
    held = Buffer.concat([held, data])
    for (let end = held.indexOf(10); end >= 0; end = held.indexOf(10)) {
      const { length } = JSON.parse(held.subarray(0, end).toString())
      if (held.length < end + 1 + length) return
      const text = held.subarray(end + 1, end + 1 + length).toString()
      held = held.subarray(end + 1 + length)
      if (${dies} && text.includes('poison')) return process.kill(process.pid, 'SIGKILL')
      const page = { page: 1, ocr: false, needsOcr: false, width: null, height: null }
      say({ t: 'page', page, hasText: true, hasWords: false })
      say({ t: 'text', text })
      say({ t: 'done', reader: 'drill', version: '1', cpuMs: 1 })
    }
  })
`

/** A reader in real processes, and how often it was asked for the document that kills them. */
function openReader(dies: boolean) {
  const entry = writeEntry(dies ? 'dies' : 'lives', program(dies))
  const reader = createDocumentReader({ entry, layers: noLayers, pool: { children: 1 } })
  onTestFinished(() => {
    reader.close()
    rmSync(entry, { force: true })
  })
  const asked = { poison: 0 }
  const counting: DocumentReader = {
    ...reader,
    read: (bytes, declaredType, ...rest) => {
      if (Buffer.from(bytes).includes('poison')) asked.poison += 1
      return reader.read(bytes, declaredType, ...rest)
    },
  }
  return { reader: counting, asked }
}

it('a document that kills its reader is set aside with the reason, and tried once by a new one', async () => {
  const { db } = await testDb()
  const source = await watch(db, start)
  const desk = documentDesk(db, source.clock)
  const file = (name: string) => ({
    kind: 'attachment' as const,
    title: name,
    url: `https://riverton.example/${name}`,
  })
  desk.served.set(file('bad').url, 'poison for readers of drones')
  desk.served.set(file('good').url, 'Purchase of drones.')
  const drones = item({
    number: '7.b',
    title: 'Approval of an agreement',
    documents: [file('bad'), file('good')],
  })
  const look = async (parts: { reader: DocumentReader; readerVersion: string }) => {
    source.pass(13 * hour)
    await source.read(
      [
        meeting({
          date: '2026-03-20' as LocalDate,
          startsAt: '2026-03-20T23:00:00.000Z',
          agendaItems: [drones],
        }),
      ],
      { detector },
    )
    return await desk.turn(parts)
  }
  const held = () =>
    rowsOf(
      db,
      `SELECT d.title, v.number, v.pages, v.reader, v.error_code FROM document_versions v
       JOIN documents d ON d.id = v.document_id ORDER BY d.title`,
    )
  const page = async () => (await createTestSite(db).app.request('/items/1')).text()

  const killed = openReader(true)
  const first = { reader: killed.reader, readerVersion: 'watchdocket 1' }
  expect(await look(first)).toMatchObject({ read: 1, unreadable: 1, failed: 0 })
  expect(await held()).toMatchObject([
    { title: 'bad', pages: null, reader: 'watchdocket 1', error_code: 'reader_died' },
    { title: 'good', pages: 1, error_code: null },
  ])
  expect(await page()).toMatch(/Could not be read: The reader ended early \(SIGKILL\)/)
  expect(await page()).toContain('reader_died</code>. Open the original; if it happens again')
  expect(await look(first)).toMatchObject({ unchanged: 2 })
  expect(killed.asked.poison).toBe(1)

  expect(await look({ ...first, readerVersion: 'watchdocket 2' })).toMatchObject({ unreadable: 1 })
  expect(await look({ ...first, readerVersion: 'watchdocket 2' })).toMatchObject({ unchanged: 2 })
  expect(killed.asked.poison).toBe(2)
  expect((await held())[0]).toMatchObject({ reader: 'watchdocket 2', error_code: 'reader_died' })

  const mended = openReader(false)
  const third = { reader: mended.reader, readerVersion: 'watchdocket 3' }
  expect(await look(third)).toMatchObject({ read: 1, unchanged: 1 })
  expect((await held())[0]).toMatchObject({ number: 1, pages: 1, error_code: null })
  expect(await page()).not.toContain('Could not be read')
})

it('what an older program could not read is read again from the archive, long after its meeting', async () => {
  const { db } = await testDb()
  const source = await watch(db, start)
  const desk = documentDesk(db, source.clock)
  const url = 'https://riverton.example/report.pdf'
  const body = 'encrypted purchase of drones'
  desk.served.set(url, body)
  const agendaItems = [
    item({
      number: '7.b',
      title: 'Approval of an agreement',
      documents: [{ kind: 'attachment', title: 'report', url }],
    }),
  ]
  await source.read(
    [
      meeting({
        date: '2026-03-10' as LocalDate,
        startsAt: '2026-03-10T23:00:00.000Z',
        agendaItems,
      }),
    ],
    { detector },
  )
  expect(await desk.turn()).toMatchObject({ unreadable: 1 })
  const rows = () =>
    rowsOf(db, 'SELECT number, pages, reader, error_code, last_seen_at FROM document_versions')
  const [before] = await rows()

  source.pass(60 * 24 * hour)
  let readings = 0
  const again = (readerVersion: string, held: Uint8Array | null = Buffer.from(body)) =>
    rereadDocuments({
      db,
      readHeld: async () => held ?? undefined,
      reader: {
        async read(bytes) {
          readings += 1
          if (readerVersion === 'watchdocket 2') {
            throw new DocumentError('document_damaged', 'Still not')
          }
          return {
            sha256: sha256Of(Buffer.from(bytes).toString()),
            mediaType: 'application/pdf',
            reader: 'drill',
            version: '3',
            pages: [{ ...blankPage, text: 'Purchase of 12 drones for the Police Department.' }],
            outline: [],
            links: [],
            problems: [],
          }
        },
        close: () => undefined,
      },
      readerVersion,
      detector,
      now: () => source.clock.now,
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    })
  await again('watchdocket 1')
  await again('watchdocket 2', null)
  expect(readings).toBe(0)
  await again('watchdocket 2')
  await again('watchdocket 2')
  expect(readings).toBe(1)
  await again('watchdocket 3')
  await again('watchdocket 3')
  expect(readings).toBe(2)
  expect(await rows()).toEqual([{ ...before, pages: 1, reader: 'drill 3', error_code: null }])
  expect(await rowsOf(db, 'SELECT technologies FROM findings')).toEqual([
    { technologies: '["drone"]' },
  ])
})
