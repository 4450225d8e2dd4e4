import { expect, it } from 'vitest'
import { searchPages } from '../../src/db/queries/search-pages.ts'
import type { LocalDate } from '../../src/model/ids.ts'
import type { ScrapedAgendaItem } from '../../src/model/meeting.ts'
import { rowsOf, testDb } from '../support/database.ts'
import { detector, documentDesk, sha256Of } from '../support/document-reading.ts'
import { watch } from '../support/ingesting.ts'
import { item, meeting } from '../support/meetings.ts'
import { createTestSite } from '../support/web.ts'

const start = new Date('2026-03-05T12:00:00Z')
const url = 'https://riverton.example/packet.pdf'
const flock = [
  'Agenda Item No. 7.b\nSubject: Technology services agreement for the Police Department',
  'Staff recommends an agreement with Flock Group, Inc. for 24 automated license plate readers.\nThe total cost shall not exceed $151,200.',
]
const fleet = ['Agenda Item No. 7.a\nSubject: Purchase of six patrol vehicles', 'Quotation.']
const agenda =
  'Agenda\n7.a Purchase of six patrol vehicles\n7.b Technology services agreement for the Police Department'
const packet = [agenda, ...fleet, ...flock].join('\f')

const vehicles = item({ upstreamId: 'a', number: '7.a', title: 'Purchase of six patrol vehicles' })
const services = item({
  upstreamId: 'b',
  position: 1,
  number: '7.b',
  title: 'Technology services agreement for the Police Department',
})

async function open() {
  const { db } = await testDb()
  const source = await watch(db, start)
  const desk = documentDesk(db, source.clock)
  desk.served.set(url, packet)
  const read = (agendaItems: ScrapedAgendaItem[]) =>
    source.read(
      [
        meeting({
          upstreamId: 'm1',
          date: '2026-03-10' as LocalDate,
          startsAt: '2026-03-10T23:00:00.000Z',
          agendaItems,
          documents: [{ kind: 'packet', title: 'Agenda packet', url }],
        }),
      ],
      { detector },
    )
  const parts = () =>
    rowsOf(
      db,
      `SELECT i.number, from_page AS "from", to_page AS "to", basis FROM packet_parts p
       JOIN agenda_items i ON i.id = p.agenda_item_id ORDER BY from_page`,
    )
  return { db, source, desk, read, parts }
}

it('a packet gives its evidence to the item whose pages it stands on, and to no other', async () => {
  const { db, desk, read, parts } = await open()
  await read([vehicles, services])
  expect(await desk.turn()).toMatchObject({ read: 1 })
  expect(await parts()).toEqual([
    { number: '7.a', from: 2, to: 3, basis: 'cover' },
    { number: '7.b', from: 4, to: 5, basis: 'cover' },
  ])
  const findings = await rowsOf(
    db,
    `SELECT i.number, f.band, f.amount_cents, f.reasons FROM findings f
     JOIN agenda_items i ON i.id = f.agenda_item_id`,
  )
  expect(findings).toMatchObject([{ number: '7.b', band: 'found', amount_cents: 15_120_000 }])
  expect(findings[0]?.reasons).toMatch(/“Agenda packet, pages 4 to 5” names “.+” on page 5/)
  const evidence = await rowsOf(
    db,
    'SELECT page, quote, start, "end", document_sha256 FROM detections',
  )
  for (const row of evidence) {
    expect(row).toMatchObject({ page: 5, document_sha256: sha256Of(packet) })
    expect(flock[1]?.slice(Number(row.start), Number(row.end))).toBe(row.quote)
  }
  const { hits } = await searchPages(db, '"license plate readers"', { limit: 5 })
  expect(hits.map(({ page, item: owner }) => [page, owner?.number])).toEqual([[5, '7.b']])
  const { app } = createTestSite(db)
  const htmlOf = async (address: string) => await (await app.request(address)).text()
  const page = await htmlOf('/items/2')
  expect(page).toMatch(/Agenda packet<\/bdi>, pages 4 to 5/)
  expect(page).toContain('by a cover sheet; check where it ends')
  expect(page).toContain('<bdi>Agenda packet</bdi>, page 5</a>')
  expect(page).toContain(`href="/documents/${sha256Of(packet)}/pages/4"`)

  // The way back: a page of a part to its item, the agenda's own page to the meeting.
  const part = await htmlOf(`/documents/${sha256Of(packet)}/pages/5`)
  expect(part).toContain('<a href="/items/2"><bdi>7.b Technology services agreement')
  expect(part).not.toContain('href="/items/1"')
  expect(part).toContain(
    '<a href="/meetings/1">City Council, Riverton, Tuesday, March 10, 2026</a>',
  )
  const first = await htmlOf(`/documents/${sha256Of(packet)}/pages/1`)
  expect(first).not.toContain('href="/items/')
  expect(first).toContain('<a href="/meetings/1">')
})

it('is cut anew when the agenda changes, and its evidence moves along', async () => {
  const { db, source, desk, read, parts } = await open()
  await read([vehicles])
  await desk.turn()
  expect(await parts()).toEqual([{ number: '7.a', from: 2, to: 3, basis: 'cover' }])
  expect(await rowsOf(db, 'SELECT * FROM findings')).toEqual([])

  source.pass(3_600_000)
  await read([vehicles, services])
  expect(await desk.turn()).toMatchObject({ unchanged: 1 })
  expect(await parts()).toHaveLength(2)
  expect(await rowsOf(db, 'SELECT band FROM findings')).toEqual([{ band: 'found' }])

  source.pass(3_600_000)
  await read([vehicles, services])
  source.pass(13 * 3_600_000)
  await read([vehicles, services])
  await desk.turn()
  expect(await rowsOf(db, 'SELECT band FROM findings')).toEqual([{ band: 'found' }])
  expect(desk.readHashes).toHaveLength(1)
})
