import { load } from 'cheerio'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Db } from '../../src/db/client.ts'
import {
  agendaItems,
  bodies,
  detections,
  documents,
  findings,
  itemVotes,
  jurisdictions,
  matterHistory,
  matters,
  meetingChanges,
  meetings,
  sources,
} from '../../src/db/schema/index.ts'
import { createSeedDb, seedPlaces } from '../support/seed.ts'
import { createTestSite } from '../support/web.ts'

let db: Db
let remove: () => Promise<void>

const script = '<script>alert(1)</script><img src=x onerror=alert(1)>'
const attribute = '" onmouseover="alert(1)" x="'
const turned = '\u202Egnp.exe\u2066'
const hostile = `${script}${attribute}${turned}\u0000\u0007`
const link = 'javascript:alert(1)'

/** Every column of outside text holds the worst that a portal could print. */
beforeAll(async () => {
  const made = await createSeedDb()
  db = made.db
  remove = made.remove
  await seedPlaces(db)
  await db.write(async (tx) => {
    await tx.update(jurisdictions).set({ name: hostile })
    for (const body of await tx.select().from(bodies)) {
      const { eq } = await import('drizzle-orm')
      await tx
        .update(bodies)
        .set({ name: `${hostile}${body.id}` })
        .where(eq(bodies.id, body.id))
    }
    await tx.update(meetings).set({
      statusText: hostile,
      location: hostile,
      comment: hostile,
      remoteUrl: link,
      sourceUrl: link,
      agendaStatus: hostile,
      flags: [hostile],
    })
    await tx.update(agendaItems).set({
      title: `${hostile} license plate readers`,
      text: `${hostile} the text`,
      section: hostile,
      fileNumber: hostile,
      number: hostile,
      action: hostile,
      result: hostile,
      mover: hostile,
      seconder: hostile,
      sourceUrl: link,
    })
    await tx.update(findings).set({ quote: hostile, reasons: [hostile], amountQuote: hostile })
    await tx.update(detections).set({ quote: hostile, term: hostile, start: -5, end: 900_000 })
    await tx.update(documents).set({
      title: hostile,
      errorCode: 'reader_died',
      errorMessage: hostile,
    })
    await tx.update(itemVotes).set({ person: hostile, printed: hostile })
    await tx.update(matters).set({
      title: hostile,
      type: hostile,
      status: hostile,
      sponsors: [hostile],
      sourceUrl: link,
    })
    await tx.update(matterHistory).set({ body: hostile, action: hostile, result: hostile })
    await tx.update(meetingChanges).set({ sentence: hostile })
    await tx.update(sources).set({
      healthCode: hostile,
      healthMessage: hostile,
      healthCure: hostile,
      permissionBy: hostile,
      permissionOn: '2026-01-01',
      permissionNote: hostile,
    })
  })
})
afterAll(() => remove())

const addresses = [
  '/',
  '/past',
  '/?band=possible',
  '/meetings/1',
  '/meetings/2',
  ...Array.from({ length: 10 }, (_, at) => `/items/${at + 1}`),
  '/councils',
  '/councils/riverton-wa',
  '/councils/new-carthage-oh',
  '/coverage',
  '/search?q=license+readers',
  `/search?q=${encodeURIComponent(hostile)}`,
  `/?q=${encodeURIComponent(hostile)}`,
  `/add?q=${encodeURIComponent(hostile)}`,
  `/add?q=${encodeURIComponent(`https://a.example/${script}`)}`,
]

describe('outside text', () => {
  it.each(addresses)('is only ever text on %s', async (address) => {
    const { app, reported } = createTestSite(db)
    const response = await app.request(address)
    expect(reported).toEqual([])
    expect(response.status).toBe(200)
    const text = await response.text()
    const $ = load(text)
    const elements = $('*')
      .toArray()
      .flatMap((node) => ('attribs' in node ? [node] : []))
    const odd = elements.filter(({ attribs }) =>
      Object.keys(attribs).some((name) => /^on/i.test(name)),
    )
    expect(odd.map(({ name }) => name)).toEqual([])
    expect($('img, iframe, object, style, base').length).toBe(0)
    const scripts = elements.filter(({ name }) => name === 'script')
    expect(scripts.filter(({ attribs }) => !attribs.src?.startsWith('/islands/'))).toEqual([])
    const targets = elements.flatMap(({ attribs }) => [attribs.href, attribs.action])
    const away = targets.filter((target) => target && !/^(https?:\/\/|\/|#)/.test(target))
    expect(away).toEqual([])
    // biome-ignore lint/suspicious/noControlCharactersInRegex: none of these may be left
    expect(/[\u0000-\u0008\u000b-\u001f\u202a-\u202e\u2066-\u2069]/.test(text)).toBe(false)
  })
})
