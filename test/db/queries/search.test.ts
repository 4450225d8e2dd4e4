import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { insertRows } from '../../../src/db/bulk.ts'
import type { Db } from '../../../src/db/client.ts'
import { searchItems } from '../../../src/db/queries/search.ts'
import { searchPages } from '../../../src/db/queries/search-pages.ts'
import { matchTyped } from '../../../src/db/queries/search-query.ts'
import { findSearchPlaces, mostRanked, snippetParts } from '../../../src/db/queries/search-scope.ts'
import { matchEvery, searchWords } from '../../../src/db/queries/search-words.ts'
import {
  agendaItems,
  documentPages,
  documentVersions,
  packetParts,
} from '../../../src/db/schema/index.ts'
import type { LocalDate } from '../../../src/model/ids.ts'
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
    const { hits } = await searchItems(
      db,
      'agreement',
      { limit: 10 },
      { places: await findSearchPlaces(db, 'Maple County, OR') },
    )
    expect(hits.map((hit) => hit.placeSlug)).toEqual(['maple-county-or'])
  })

  it('finds pages of documents', async () => {
    const { hits, count } = await searchPages(db, 'retention thirty', { limit: 5 })
    const [hit] = hits
    expect(count).toBe(1)
    expect(hit).toMatchObject({ page: 3, documentTitle: 'Staff report', placeName: 'Riverton' })
    expect(hit?.snippet.filter((part) => part.isHit).map((part) => part.text)).toEqual([
      'Retention',
      'thirty',
    ])
  })

  it.each([
    ['phrase', '"plate images"', 1],
    ['phrase out of order', '"images plate"', 0],
    ['phrase without its end', '"plate images', 1],
    ['prefix', 'retent*', 1],
    ['prefix of a phrase', '"plate imag"*', 1],
    ['prefix that is another word', 'camer*', 0],
    ['near', 'retention NEAR/8 thirty', 1],
    ['not as near', 'retention NEAR/2 thirty', 0],
    ['near phrases', '"plate images" NEAR "thirty days"', 1],
    ['near at the edge is a word', 'NEAR retention', 0],
  ])('finds pages by %s', async (_, typed, count) => {
    expect((await searchPages(db, typed, { limit: 5 })).count).toBe(count)
  })

  it('keeps pages to a place, a kind and the dates of meetings', async () => {
    const { hits } = await searchPages(db, 'retention', { limit: 5 })
    const date = hits[0]?.meeting?.date as LocalDate
    const count = async (scope: Parameters<typeof searchPages>[3]) =>
      (await searchPages(db, 'retention', { limit: 5 }, scope)).count
    const riverton = await findSearchPlaces(db, 'riverton')
    const states = await findSearchPlaces(db, 'wa')
    const elsewhere = await findSearchPlaces(db, 'Port')
    expect([riverton.length, elsewhere.length]).toEqual([1, 1])
    expect(await count({ places: riverton })).toBe(1)
    expect(await count({ places: elsewhere })).toBe(0)
    expect(await count({ places: [...riverton, ...elsewhere, ...states] })).toBe(1)
    expect(await count({ places: [] })).toBe(0)
    expect(await count({ kind: 'attachment', from: date, to: date })).toBe(1)
    expect(await count({ kind: 'minutes' })).toBe(0)
    expect(await count({ from: '2999-01-01' as LocalDate })).toBe(0)
    expect(await count({ to: '1999-01-01' as LocalDate })).toBe(0)
    const dated = await searchItems(
      db,
      'agreement',
      { limit: 9 },
      { from: '2999-01-01' as LocalDate },
    )
    expect(dated.count).toBe(0)
  })

  it('says that it looked at the newest hits alone', async () => {
    const text = 'quorum is present'
    await db.write(async (tx) => {
      const [version] = await tx.select().from(documentVersions).limit(1)
      await insertRows(
        tx,
        documentPages,
        Array.from({ length: mostRanked + 1 }, (_, at) => ({
          documentVersionId: version?.id ?? 0,
          page: 1_000 + at,
          text,
        })),
      )
    })
    const result = await searchPages(db, 'quorum', { limit: 3 })
    expect(result).toMatchObject({ count: mostRanked, isBounded: true })
    expect(result.hits.map(({ page }) => page)).toEqual([
      1_000 + mostRanked,
      999 + mostRanked,
      998 + mostRanked,
    ])
  })

  it('belongs to the item whose part of a packet holds the page', async () => {
    await db.write(async (tx) => {
      const [version] = await tx.select().from(documentVersions).limit(1)
      const [item] = await tx.select().from(agendaItems).where(eq(agendaItems.number, '9.1'))
      await tx.insert(packetParts).values({
        documentVersionId: version?.id ?? 0,
        agendaItemId: item?.id ?? 0,
        fromPage: 2,
        toPage: 3,
        basis: 'outline',
        words: '9.1',
      })
    })
    const { hits } = await searchPages(db, 'retention thirty', { limit: 5 })
    expect(hits[0]?.item?.number).toBe('9.1')
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
    await expect(searchPages(db, typed, { limit: 5 })).resolves.toBeDefined()
  })

  it('answers whatever is typed', async () => {
    const odd = fc.constantFrom(
      '"',
      '*',
      'NEAR',
      'NEAR/3',
      ' ',
      'a',
      'plate',
      'ﬁ',
      '٣',
      'é',
      '(',
      '-',
    )
    await fc.assert(
      fc.asyncProperty(fc.array(odd, { maxLength: 14 }), async (parts) => {
        await searchPages(db, parts.join(''), { limit: 1 })
        await searchPages(db, parts.join(' '), { limit: 1 })
      }),
      { numRuns: 60 },
    )
  })

  it('never gives the index anything but quoted words', () => {
    const phrase = '"[\\p{L}\\p{N}]+( [\\p{L}\\p{N}]+)*"( \\*)?'
    const group = `(${phrase}|NEAR\\(${phrase}( ${phrase})+, \\d{1,3}\\))`
    const quotedAlone = new RegExp(`^(${group}( ${group})*)?$`, 'u')
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (typed) => {
        const words = searchWords(typed)
        expect(matchTyped(typed)).toMatch(quotedAlone)
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
