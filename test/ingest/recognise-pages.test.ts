import { describe, expect, it } from 'vitest'
import {
  claimRecognition,
  type RecognitionJob,
  recoverRecognitions,
} from '../../src/db/queries/page-recognitions.ts'
import { DocumentError } from '../../src/documents/document-error.ts'
import type { DocumentPage } from '../../src/documents/document-text.ts'
import { recognisePages } from '../../src/ingest/recognise-pages.ts'
import type { ScrapedMeeting } from '../../src/model/meeting.ts'
import { rowsOf, testDb } from '../support/database.ts'
import { detector, documentDesk, sha256Of } from '../support/document-reading.ts'
import { watch } from '../support/ingesting.ts'
import { item, meeting } from '../support/meetings.ts'

const start = new Date('2026-03-05T12:00:00Z')
const minute = 60_000
const log = { info: () => undefined, warn: () => undefined, error: () => undefined }

/** What the scanned page of the report says. */
const said =
  'Staff recommends an agreement with Flock Group, Inc. (Flock Safety) for 24 automated license plate reader cameras, not to exceed $151,200.'

const url = 'https://riverton.example/report.pdf'
const body = ['Cover page of a report', 'picture', 'picture'].join('\f')

const sitting = meeting({
  upstreamId: 'm10',
  date: '2026-03-10' as never,
  startsAt: '2026-03-10T23:00:00.000Z',
  agendaItems: [
    item({
      upstreamId: '7',
      number: '7.b',
      title: 'Approval of a technology services agreement for the Police Department',
      documents: [{ kind: 'attachment', title: 'report.pdf', url }],
    }),
  ],
})

const words = (text: string) =>
  text
    .split(' ')
    .filter(Boolean)
    .map((word, at) => ({ text: word, x: at, y: 1, w: 1, h: 1, confidence: 0.9 }))

const page = (number: number, text: string): DocumentPage => ({
  page: number,
  text,
  ocr: true,
  needsOcr: false,
  width: 612,
  height: 792,
  words: words(text),
})

async function open() {
  const { db } = await testDb()
  const source = await watch(db, start)
  const desk = documentDesk(db, source.clock)
  desk.served.set(url, body)
  const read = (seen: ScrapedMeeting) => source.read([seen], { detector })
  await read(sitting)
  let claims = 0
  const claim = (now = source.clock.now) =>
    db.write((tx) =>
      claimRecognition(tx, { now, token: `ocr-${++claims}`, leaseMs: 10 * minute }, 2),
    )
  const recognise = (
    job: RecognitionJob,
    read: (pages: readonly number[]) => DocumentPage[] = (pages) =>
      pages.map((number) => page(number, number === 2 ? said : '')),
  ) =>
    recognisePages(job, {
      db,
      readHeld: async () => Buffer.from(body),
      recogniser: {
        name: async () => 'fake 1',
        recognise: async (_, pages) => read(pages),
        close: () => undefined,
      },
      detector,
      log,
      now: () => source.clock.now,
    })
  return { db, desk, claim, recognise, read, clock: source.clock }
}

describe('pages that are pictures', () => {
  it('wait while documents are to be read, and are recognised after them', async () => {
    const { db, desk, claim, recognise, clock } = await open()
    expect(await desk.turn()).toMatchObject({ read: 1 })
    await db.write((tx) =>
      tx.run(
        `INSERT INTO jobs (kind, key, payload, due_at) VALUES ('documents', 'other', '{}', ${clock.now.getTime()})`,
      ),
    )
    expect(await claim()).toBeUndefined()
    await db.write((tx) => tx.run(`DELETE FROM jobs WHERE key = 'other'`))

    expect(await rowsOf(db, 'SELECT * FROM findings')).toEqual([])
    const job = await claim()
    expect(job).toMatchObject({ sha256: sha256Of(body), pages: [2, 3] })
    expect(await claim()).toBeUndefined()
    if (job) await recognise(job)

    expect(await rowsOf(db, 'SELECT page, text, is_ocr FROM document_pages ORDER BY page')).toEqual(
      [
        { page: 1, text: 'Cover page of a report', is_ocr: 0 },
        { page: 2, text: said, is_ocr: 1 },
      ],
    )
    expect(await rowsOf(db, 'SELECT error_code FROM document_versions')).toEqual([
      { error_code: null },
    ])
    expect(
      await rowsOf(db, 'SELECT page, engine, confidence, due_at FROM page_recognitions'),
    ).toEqual([
      { page: 2, engine: 'fake 1', confidence: 0.9, due_at: null },
      { page: 3, engine: 'fake 1', confidence: null, due_at: null },
    ])
    const [finding] = await rowsOf(db, 'SELECT band, technologies FROM findings')
    expect(finding).toEqual({ band: 'found', technologies: '["alpr"]' })
    const marks = await rowsOf(db, 'SELECT DISTINCT page, is_ocr FROM detections WHERE page > 0')
    expect(marks).toEqual([{ page: 2, is_ocr: 1 }])
    expect(await claim()).toBeUndefined()
  })

  it('cut a packet anew when they are its cover sheets, and judge its parts', async () => {
    const { db, desk, claim, recognise, read } = await open()
    const packetUrl = 'https://riverton.example/packet.pdf'
    const scanned = ['Agenda of the meeting', 'picture', 'picture'].join('\f')
    desk.served.set(packetUrl, scanned)
    const title = 'Approval of a technology services agreement for the Police Department'
    await read({
      ...sitting,
      agendaItems: [
        item({ upstreamId: '6', number: '7.a', title: 'Purchase of six patrol vehicles' }),
        item({ upstreamId: '7', number: '7.b', title }),
      ],
      documents: [{ kind: 'packet', title: 'Agenda packet', url: packetUrl }],
    })
    expect(await desk.turn()).toMatchObject({ read: 1 })
    expect(await rowsOf(db, 'SELECT * FROM packet_parts')).toEqual([])

    const sheet = `Agenda Item No. 7.b\nSubject: ${title}`
    const job = await claim()
    if (job) await recognise(job, () => [page(2, sheet), page(3, said)])
    expect(
      await rowsOf(
        db,
        'SELECT i.number, from_page, to_page FROM packet_parts p JOIN agenda_items i ON i.id = p.agenda_item_id',
      ),
    ).toEqual([{ number: '7.b', from_page: 2, to_page: 3 }])
    expect(
      await rowsOf(
        db,
        'SELECT i.number, f.band FROM findings f JOIN agenda_items i ON i.id = f.agenda_item_id',
      ),
    ).toEqual([{ number: '7.b', band: 'found' }])
  })

  it('are not kept waiting for longer than ten minutes', async () => {
    const { db, desk, claim, clock } = await open()
    await desk.turn()
    const later = new Date(clock.now.getTime() + 11 * minute)
    await db.write((tx) =>
      tx.run(
        `INSERT INTO jobs (kind, key, payload, due_at) VALUES ('documents', 'other', '{}', ${later.getTime()})`,
      ),
    )
    expect(await claim(later)).toMatchObject({ pages: [2, 3] })
  })

  it('are tried again later and given up in the end, and a kill loses nothing', async () => {
    const { db, desk, claim, recognise, clock } = await open()
    await desk.turn()
    const fail = () => {
      throw new DocumentError('reader_died', 'It died')
    }
    expect(await claim()).toBeDefined()
    await db.write(recoverRecognitions)
    for (const hours of [2, 4, 0]) {
      const job = await claim()
      expect(job).toMatchObject({ pages: [2, 3] })
      if (job) await recognise(job, fail)
      expect(await claim()).toBeUndefined()
      clock.now = new Date(clock.now.getTime() + hours * 60 * minute)
    }
    expect(await claim(new Date('2030-01-01'))).toBeUndefined()
    expect(await rowsOf(db, 'SELECT DISTINCT error_code, attempts FROM page_recognitions')).toEqual(
      [{ error_code: 'reader_died', attempts: 3 }],
    )
    expect(await rowsOf(db, 'SELECT error_code FROM document_versions')).toEqual([
      { error_code: 'document_needs_ocr' },
    ])
  })
})
