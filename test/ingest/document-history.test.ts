import { describe, expect, it } from 'vitest'
import { listFindingDocuments } from '../../src/db/queries/finding-documents.ts'
import { listDocuments } from '../../src/db/queries/meeting-page.ts'
import type { LocalDate } from '../../src/model/ids.ts'
import type { ScrapedAgendaItem } from '../../src/model/meeting.ts'
import { rowsOf, testDb } from '../support/database.ts'
import { detector, documentDesk, FetchFault, sha256Of } from '../support/document-reading.ts'
import { watch } from '../support/ingesting.ts'
import { item, meeting } from '../support/meetings.ts'
import { createTestSite } from '../support/web.ts'

const start = new Date('2026-03-05T12:00:00Z')
const hour = 3_600_000
const url = 'https://riverton.example/report.pdf'
const report = (title = 'Staff report') => ({ kind: 'attachment' as const, title, url })

const drones = item({
  upstreamId: '7',
  number: '7.b',
  title: 'Purchase of drones',
  documents: [report()],
})

class NotThere extends FetchFault {
  constructor(status = 404) {
    super('fetch_status', 'never')
    Object.assign(this, { where: { status } })
  }
}

async function open() {
  const { db } = await testDb()
  const source = await watch(db, start)
  const desk = documentDesk(db, source.clock)
  desk.served.set(url, 'first page')
  const read = (items: ScrapedAgendaItem[], over = {}) =>
    source.read(
      [
        meeting({
          upstreamId: 'm1',
          date: '2026-03-10' as LocalDate,
          startsAt: '2026-03-10T23:00:00.000Z',
          agendaItems: items,
          ...over,
        }),
      ],
      { detector },
    )
  const look = async () => {
    source.pass(13 * hour)
    await read([drones])
    await desk.turn()
  }
  const goneSince = async () =>
    (await rowsOf(db, 'SELECT gone_since FROM documents'))[0]?.gone_since ?? null
  const page = async () => (await createTestSite(db).app.request('/items/1')).text()
  await read([drones])
  await desk.turn()
  return { db, source, desk, read, look, goneSince, page }
}

describe('a document that changes between two reads', () => {
  it('is kept in both versions, with what was said of them, and the item shows both', async () => {
    const { db, desk, look, page } = await open()
    expect(await page()).not.toContain('Changed since it was first seen')
    desk.served.set(url, 'first page\fsecond page')
    await look()
    const versions = await rowsOf(
      db,
      'SELECT number, sha256, pages, headers FROM document_versions ORDER BY number',
    )
    expect(versions).toEqual([
      { number: 1, sha256: sha256Of('first page'), pages: 1, headers: '{"etag":"1"}' },
      {
        number: 2,
        sha256: sha256Of('first page\fsecond page'),
        pages: 2,
        headers: '{"etag":"1"}',
      },
    ])
    const text = await page()
    expect(text).toContain('Changed since it was first seen: 2 versions')
    expect(text).toMatch(/Version 2<\/a>, first seen .+ 2 pages instead of 1, 12 bytes more/s)
    expect(text).toContain(`/documents/${sha256Of('first page')}`)
    expect((await listFindingDocuments(db, [1])).get(1)).toMatchObject([
      { title: 'Staff report', versions: 2, pages: 2, goneSince: null },
    ])
  })
})

describe('a document that the portal deletes', () => {
  it('is marked once its address has said so twice, with when it was missing first', async () => {
    const { db, desk, look, goneSince, source, page } = await open()
    desk.served.set(url, new NotThere())
    await look()
    const first = source.clock.now.getTime()
    expect(await goneSince()).toBeNull()
    source.pass(24 * hour)
    await look()
    expect(await goneSince()).toBe(first)
    expect(await page()).toContain('Gone from the portal since')
    expect(await rowsOf(db, 'SELECT count(*) AS n FROM document_versions')).toEqual([{ n: 1 }])
    expect((await listFindingDocuments(db, [1])).get(1)?.[0]?.goneSince) //
      .toBe(new Date(first).toISOString())

    desk.served.set(url, 'first page')
    source.pass(24 * hour)
    await look()
    expect(await goneSince()).toBeNull()
  })

  it('is not gone by faults of the server, nor when one answer alone says so', async () => {
    const { desk, look, goneSince, source } = await open()
    for (const answer of [new NotThere(503), new NotThere(), new NotThere(503), new NotThere()]) {
      desk.served.set(url, answer)
      source.pass(24 * hour)
      await look()
      expect(await goneSince()).toBeNull()
    }
  })
})

describe('a document that is linked no more', () => {
  it('stays on the item, marked since the read that missed it, and comes back with its link', async () => {
    const { db, read, source, goneSince, page, desk } = await open()
    source.pass(hour)
    const missed = source.clock.now.getTime()
    await read([{ ...drones, documents: [] }])
    expect(await goneSince()).toBe(missed)
    expect(await page()).toContain('Gone from the portal since')
    const [held] = await listDocuments(db.read, 'agendaItemId', 1)
    expect(held).toMatchObject({ sha256: sha256Of('first page'), pages: 1 })
    source.pass(13 * hour)
    await read([{ ...drones, documents: [] }])
    expect(await goneSince()).toBe(missed)
    expect(await desk.turn()).toBeUndefined()

    source.pass(hour)
    await read([drones])
    expect(await goneSince()).toBeNull()
    expect(await rowsOf(db, 'SELECT gone_since FROM document_links')).toEqual([
      { gone_since: null },
    ])
  })

  it('is not gone while it hangs elsewhere, which the item says', async () => {
    const { read, source, goneSince, page } = await open()
    source.pass(hour)
    const other = item({ upstreamId: '8', title: 'Report', documents: [report()] })
    await read([{ ...drones, documents: [] }, other])
    expect(await goneSince()).toBeNull()
    expect(await page()).toContain('No longer linked here since')
  })
})
