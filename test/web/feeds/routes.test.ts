import { sql } from 'drizzle-orm'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import ICAL from 'ical.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Db } from '../../../src/db/client.ts'
import { readInstallationId } from '../../../src/db/queries/installation.ts'
import { createSeedDb, seedNow, seedPlaces } from '../../support/seed.ts'
import { createTestSite } from '../../support/web.ts'

const publicUrl = 'https://watch.example.org'
let db: Db
let remove: () => Promise<void>

beforeAll(async () => {
  const seeded = await createSeedDb()
  db = seeded.db
  remove = seeded.remove
  await seedPlaces(db)
})
afterAll(() => remove())

const get = (path: string, headers: Record<string, string> = {}, given = {}) =>
  createTestSite(db, { publicUrl, ...given }).app.request(path, { headers })

const itemsOf = async (response: Response) =>
  ((await response.json()) as { items: { title: string; id: string }[] }).items

const eventsOf = async (response: Response) =>
  new ICAL.Component(ICAL.parse(await response.text())).getAllSubcomponents('vevent')

describe('feeds', () => {
  it.each([
    ['/feed.atom', 'application/atom+xml; charset=utf-8'],
    ['/feed.json', 'application/feed+json; charset=utf-8'],
    ['/calendar.ics', 'text/calendar; charset=utf-8'],
  ])(
    '%s is public, readable elsewhere and answered 304 while nothing changes',
    async (path, type) => {
      const { app } = createTestSite(db, { publicUrl })
      const first = await app.request(path)
      expect(first.status).toBe(200)
      expect(first.headers.get('content-type')).toBe(type)
      expect(first.headers.get('cache-control')).toBe('public, max-age=60')
      expect(first.headers.get('access-control-allow-origin')).toBe('*')
      expect(first.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
      expect(first.headers.get('access-control-allow-credentials')).toBeNull()
      expect(first.headers.get('x-content-type-options')).toBe('nosniff')
      expect(first.headers.get('set-cookie')).toBeNull()

      const etag = first.headers.get('etag') ?? ''
      const again = await app.request(path, { headers: { 'if-none-match': `"other", W/${etag}` } })
      expect(again.status).toBe(304)
      expect(again.headers.get('etag')).toBe(etag)
      expect(again.headers.get('access-control-allow-origin')).toBe('*')
      expect(await again.text()).toBe('')

      const later = { now: () => new Date(seedNow.getTime() + 3_600_000) }
      const hourLater = await get(path, { 'if-none-match': etag }, later)
      expect(hourLater.status).toBe(304)
    },
  )

  it('lists found items of upcoming and lately past meetings, and who is not covered', async () => {
    const titles = (await itemsOf(await get('/feed.json'))).map(({ title }) => title)
    expect(titles.filter((title) => title.startsWith('Not covered now'))).toEqual([
      'Not covered now: Cedar Bluffs, IA',
      'Not covered now: Port Elsinore, ME',
    ])
    expect(titles.some((title) => title.includes('Purchase of license plate readers'))).toBe(true)
    expect(titles.some((title) => title.includes('Annual report on license plate'))).toBe(true)
    expect(titles.some((title) => title.includes('Presentation on street cameras'))).toBe(false)
  })

  it('calls nobody to what a mended source brings of meetings that are over', async () => {
    const mended = await createSeedDb()
    try {
      await seedPlaces(mended.db)
      // As if the source had been broken until after the meeting.
      await mended.db.write((tx) =>
        tx.run(sql`UPDATE findings SET found_at = sort_at + 3600000 WHERE agenda_item_id IN
          (SELECT id FROM agenda_items WHERE title LIKE 'Annual report on license plate%')`),
      )
      const { app } = createTestSite(mended.db, { publicUrl })
      const titles = (await itemsOf(await app.request('/feed.json'))).map(({ title }) => title)
      expect(titles.some((title) => title.includes('Annual report on license plate'))).toBe(false)
      expect(titles.some((title) => title.includes('Purchase of license plate readers'))).toBe(true)
    } finally {
      await mended.remove()
    }
  })

  it('puts what changed last first, after the silent sources', async () => {
    const feed = (await (await get('/feed.json')).json()) as { items: { date_modified: string }[] }
    const times = feed.items.slice(2).map((item) => Date.parse(item.date_modified))
    expect(times).toEqual([...times].sort((a, b) => b - a))
    expect(new Set(times).size).toBeGreaterThan(1)
  })

  it('gives the possible ones to who asks for them', async () => {
    const titles = (await itemsOf(await get('/feed.json?band=possible'))).map(({ title }) => title)
    expect(titles.filter((title) => !title.startsWith('Not covered'))).toEqual([
      expect.stringContaining('Presentation on street cameras'),
    ])
  })

  it('follows the filter of its address', async () => {
    const xml = await (await get('/feed.atom?technology=drones&place=riverton-wa')).text()
    expect(XMLValidator.validate(xml)).toBe(true)
    const { feed } = new XMLParser({ ignoreAttributes: false }).parse(xml) as {
      feed: { title: string; subtitle: string; entry: { title: string } }
    }
    expect(feed.title).toBe('Watchdocket: Riverton, WA · Drones')
    expect(feed.subtitle).toMatch(/^1 source read as planned\. Councils outside/)
    expect(feed.entry.title).toMatch(/^Cancelled: Public Safety Committee, Riverton, WA/)
  })

  it('puts one event for each meeting into the calendar, cancelled ones marked', async () => {
    const events = await eventsOf(await get('/calendar.ics'))
    const told = events
      .map((event) => [
        String(event.getFirstPropertyValue('status')),
        String(event.getFirstPropertyValue('summary')),
      ])
      .filter(([, summary]) => !summary?.startsWith('Not covered now'))
    expect(told).toContainEqual(['CANCELLED', expect.stringMatching(/^Cancelled: Public Safety/)])
    expect(told).toContainEqual(['CONFIRMED', expect.stringMatching(/^City Council, Riverton/)])
    const uids = events.map((event) => String(event.getFirstPropertyValue('uid')))
    expect(new Set(uids).size).toBe(uids.length)
  })

  it('says in the demo that nothing in it is real', async () => {
    const demo = { isDemo: true }
    const feed = (await (await get('/feed.json', {}, demo)).json()) as { title: string }
    expect(feed.title).toBe('Watchdocket (demo, fictional councils): All watched councils')
    expect(await (await get('/feed.atom', {}, demo)).text()).toContain('(demo, fictional councils)')
    const calendar = await (await get('/calendar.ics', {}, demo)).text()
    expect(calendar).toContain('NAME:Watchdocket (demo\\, fictional councils)')
  })

  it('names this installation alone in its ids', async () => {
    const installation = await readInstallationId(db)
    expect(installation).toMatch(/^[0-9a-f]{16}$/)
    for (const { id } of await itemsOf(await get('/feed.json'))) {
      expect(id.startsWith(`tag:${installation}.watchdocket.invalid,2026:`)).toBe(true)
    }
  })

  it('takes the alarm that is asked for', async () => {
    const triggers = async (path: string) =>
      (await eventsOf(await get(path))).flatMap((event) =>
        event
          .getAllSubcomponents('valarm')
          .map((alarm) => String(alarm.getFirstPropertyValue('trigger'))),
      )
    expect(await triggers('/calendar.ics?alarm=none')).toEqual([])
    expect(await triggers('/calendar.ics?technology=alpr&alarm=48')).toContain('-PT48H')
    expect((await get('/calendar.ics?alarm=-1')).status).toBe(400)
  })

  it.each(['/feed.atom', '/feed.json', '/calendar.ics'])(
    'refuses a filter that cannot be instead of giving another list: %s',
    async (path) => {
      const response = await get(`${path}?place=<script>`)
      expect(response.status).toBe(400)
      const text = await response.text()
      expect(text).toContain('filter_value')
      expect(text).not.toContain('<script>&')
      const mistyped = await get(`${path}?technology=dronez`)
      expect(mistyped.status).toBe(400)
      expect(await mistyped.text()).toContain('dronez')
    },
  )

  it('names the address the visitor came by where none is set, and keeps that for nobody else', async () => {
    const { app } = createTestSite(db)
    const first = await app.request('http://127.0.0.1:4747/feed.json')
    expect(first.headers.get('cache-control')).toBe('private, max-age=60')
    const feed = (await first.json()) as { feed_url: string }
    expect(feed.feed_url).toBe('http://127.0.0.1:4747/feed.json')
    const other = (await (await app.request('http://box.local/feed.json')).json()) as typeof feed
    expect(other.feed_url).toBe('http://box.local/feed.json')
    const etag = first.headers.get('etag') ?? ''
    const again = await app.request('http://127.0.0.1:4747/feed.json', {
      headers: { 'if-none-match': etag },
    })
    expect(again.status).toBe(304)
  })

  it('lets a page elsewhere ask whether something is new', async () => {
    const { app } = createTestSite(db, { publicUrl })
    const response = await app.request('/feed.json', { method: 'OPTIONS' })
    expect(response.status).toBe(204)
    expect(response.headers.get('access-control-allow-headers')).toBe('If-None-Match')
    expect((await app.request('/feed.json', { method: 'POST' })).status).not.toBe(200)
  })
})
