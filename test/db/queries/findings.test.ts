import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Db } from '../../../src/db/client.ts'
import type { FindingListing } from '../../../src/db/queries/finding-listing.ts'
import { listTags } from '../../../src/db/queries/finding-tags.ts'
import {
  type FindingFilter,
  type FindingPage,
  listFindings,
} from '../../../src/db/queries/findings.ts'
import { findings } from '../../../src/db/schema/index.ts'
import { createSeedDb, seededPlaces, seedNow, seedPlaces } from '../../support/seed.ts'

let db: Db
let remove: () => Promise<void>

beforeAll(async () => {
  const made = await createSeedDb()
  db = made.db
  remove = made.remove
  await seedPlaces(db)
})
afterAll(() => remove())

const list = (filter: FindingFilter, page: Partial<FindingPage> = {}) =>
  listFindings(db, filter, { when: 'upcoming', now: seedNow, limit: 50, ...page })
const titles = (rows: readonly FindingListing[]) => rows.map((row) => row.title)

describe('list of findings', () => {
  it('gives upcoming ones soonest first, cancelled and removed ones among them', async () => {
    const rows = await list({})
    expect(titles(rows).map((title) => title.split(' ').slice(0, 2).join(' '))).toEqual([
      'Renewal of',
      'Purchase of',
      'Presentation on',
      'Grant acceptance',
      'Facial recognition',
      'Cell-site simulator',
    ])
    expect(rows.map((row) => row.status)).toContain('cancelled')
    expect(rows.filter((row) => row.removedAt)).toHaveLength(1)
  })

  it('gives past ones newest first', async () => {
    const rows = await list({}, { when: 'past' })
    expect(titles(rows)).toEqual(['Annual report on license plate readers'])
    expect(rows[0]).toMatchObject({ result: 'Pass', action: 'Received and filed' })
  })

  it('fills every field of a listing', async () => {
    const [, row] = await list({})
    expect(row).toMatchObject({
      placeSlug: 'riverton-wa',
      placeName: 'Riverton',
      state: 'WA',
      body: 'City Council',
      date: '2026-11-25',
      time: '18:30',
      timeZone: 'America/Los_Angeles',
      startsAt: new Date('2026-11-26T02:30:00Z'),
      sortAt: new Date('2026-11-26T02:30:00Z'),
      status: 'confirmed',
      noLongerListedSince: null,
      isUnconfirmed: false,
      sequence: 1,
      number: '7.b',
      consent: true,
      fileNumber: '26-0114',
      removedAt: null,
      technologies: ['alpr'],
      vendors: ['flock-safety'],
      band: 'found',
      amountCents: 31_500_000,
      amountQuote: '$315,000',
      quote: 'license plate readers',
      officialUrl: 'https://riverton.legistar.example/LegislationDetail.aspx?ID=114',
      detectorVersion: '1',
    })
  })

  it.each([
    [{ place: 'maple-county-or' }, 2],
    [{ technology: 'alpr' }, 1],
    [{ vendor: 'axon' }, 1],
    [{ technology: 'alpr', vendor: 'flock-safety' }, 1],
    [{ technology: 'alpr', vendor: 'axon' }, 0],
    [{ band: 'possible' as const }, 1],
    [{ q: 'plate readers' }, 1],
    [{ q: 'cost retention' }, 1],
    [{ q: 'plate drone' }, 0],
    [{ q: '"plate" OR * NEAR(' }, 0],
    [{ q: '***' }, 0],
    [{ place: "x' OR 1=1 --" }, 0],
  ])('keeps to %j', async (filter, count) => {
    expect(await list(filter)).toHaveLength(count)
  })

  it('pages forward and back without overlap or gap', async () => {
    const all = await list({})
    const seen: FindingListing[] = []
    let after: FindingPage['after']
    for (;;) {
      const rows = await list({}, { limit: 2, after })
      if (rows.length === 0) break
      seen.push(...rows)
      const last = rows.at(-1)
      after = last && { sortAt: last.sortAt.getTime(), agendaItemId: last.agendaItemId }
    }
    expect(seen).toEqual(all)

    const border = all[4]
    const before = border && {
      sortAt: border.sortAt.getTime(),
      agendaItemId: border.agendaItemId,
    }
    expect(await list({}, { limit: 2, before })).toEqual(all.slice(2, 4))
  })

  it('leaves out what a reviewer rejected', async () => {
    const [first] = await list({ technology: 'drones' })
    expect(first).toBeDefined()
    await db.write((tx) => tx.update(findings).set({ review: 'rejected' }))
    expect(await list({})).toEqual([])
    await db.write((tx) => tx.update(findings).set({ review: 'pending' }))
  })

  it('counts what the filter offers on each side of now', async () => {
    const upcoming = await listTags(db, { when: 'upcoming', now: seedNow })
    expect(upcoming.places).toEqual([
      { id: 'maple-county-or', name: 'Maple County, OR', count: 2 },
      { id: 'port-elsinore-me', name: 'Port Elsinore, ME', count: 1 },
      { id: 'riverton-wa', name: 'Riverton, WA', count: 3 },
    ])
    const flagged = seededPlaces.flatMap((place) =>
      place.meetings
        .filter((meeting) => meeting.inDays > 0)
        .flatMap((meeting) => meeting.items.flatMap((item) => item.finding?.technologies ?? [])),
    )
    expect(upcoming.technologies.reduce((sum, tag) => sum + tag.count, 0)).toBe(flagged.length)
    const past = await listTags(db, { when: 'past', now: seedNow })
    expect(past.technologies).toEqual([{ id: 'alpr', name: null, count: 1 }])
  })
})
