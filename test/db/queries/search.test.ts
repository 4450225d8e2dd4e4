import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Db } from '../../../src/db/client.ts'
import { searchItems, searchPages, snippetParts } from '../../../src/db/queries/search.ts'
import { matchEvery, searchWords } from '../../../src/db/queries/search-words.ts'
import { documentPages, documentVersions } from '../../../src/db/schema/index.ts'
import { createSeedDb, seedPlaces } from '../../support/seed.ts'

let db: Db
let remove: () => Promise<void>

beforeAll(async () => {
  const made = await createSeedDb()
  db = made.db
  remove = made.remove
  await seedPlaces(db)
  await db.write(async (tx) => {
    const [version] = await tx.select().from(documentVersions).limit(1)
    await tx.insert(documentPages).values({
      documentVersionId: version?.id ?? 0,
      page: 3,
      text: 'Retention of plate images shall not exceed thirty days.',
    })
  })
})
afterAll(() => remove())

describe('search', () => {
  it('finds items that hold every word, with the words marked', async () => {
    const { hits, count, isBounded } = await searchItems(db, 'plate flock', { limit: 10 })
    expect({ count, isBounded }).toEqual({ count: 1, isBounded: false })
    expect(hits[0]).toMatchObject({ number: '7.b', band: 'found', placeSlug: 'riverton-wa' })
    const marked = hits[0]?.title.filter((part) => part.isHit).map((part) => part.text)
    expect(marked).toEqual(['plate', 'Flock'])
  })

  it('folds the endings of words', async () => {
    const { hits } = await searchItems(db, 'purchasing reader', { limit: 10 })
    expect(hits.map((hit) => hit.number)).toEqual(['7.b'])
  })

  it('pages without overlap', async () => {
    const all = await searchItems(db, 'agreement', { limit: 10 })
    const first = await searchItems(db, 'agreement', { limit: 1 })
    const second = await searchItems(db, 'agreement', { limit: 1, offset: 1 })
    expect([...first.hits, ...second.hits]).toEqual(all.hits.slice(0, 2))
    expect(all.hits.length).toBeGreaterThan(1)
  })

  it('keeps to a place', async () => {
    const { hits } = await searchItems(db, 'agreement', { limit: 10, placeSlug: 'maple-county-or' })
    expect(hits.map((hit) => hit.placeSlug)).toEqual(['maple-county-or'])
  })

  it('finds pages of documents', async () => {
    const [hit] = await searchPages(db, 'retention thirty', 5)
    expect(hit).toMatchObject({ page: 3, documentTitle: 'Staff report', placeName: 'Riverton' })
    expect(hit?.snippet.filter((part) => part.isHit).map((part) => part.text)).toEqual([
      'Retention',
      'thirty',
    ])
  })

  it.each([
    '"',
    'a" OR title:"b',
    'NEAR(',
    '*',
    '(',
    '-',
    ':',
    'AND OR NOT',
    '^x',
    '\u0000',
    '{a b}',
  ])('takes %j as words or as nothing, never as syntax', async (typed) => {
    await expect(searchItems(db, typed, { limit: 5 })).resolves.toBeDefined()
  })

  it('never gives the index anything but quoted words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (typed) => {
        const words = searchWords(typed)
        expect(words.length).toBeLessThanOrEqual(12)
        expect(matchEvery(words)).toMatch(/^("[\p{L}\p{N}]{1,64}"( "[\p{L}\p{N}]{1,64}")*)?$/u)
      }),
    )
  })

  it('cuts marked text into parts', () => {
    expect(snippetParts('a \u0001b\u0002 c\u0002')).toEqual([
      { text: 'a ', isHit: false },
      { text: 'b', isHit: true },
      { text: ' c', isHit: false },
    ])
  })
})
