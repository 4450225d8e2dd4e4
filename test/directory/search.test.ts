import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findByPortal } from '../../src/directory/find-by-portal.ts'
import { fold, foldName } from '../../src/directory/fold.ts'
import { readDirectory } from '../../src/directory/read.ts'
import { distanceTo, findPlace, searchDirectory } from '../../src/directory/search.ts'

const directory = readDirectory()
const readable = new Set(['legistar'])
const search = (text: string, limit = 6) => searchDirectory(directory, text, { readable, limit })
const councils = (text: string, limit = 6) =>
  search(text, limit).councils.map((match) => match.place.slug)

describe('searchDirectory', () => {
  it.each([
    ['seattle', 'seattle-wa'],
    ['  SEATTLE,  Wash ', 'seattle-wa'],
    ['king county wa', 'king-county-wa'],
    ['king county, washington', 'king-county-wa'],
    ['king', 'king-county-wa'],
    ['city of oakland', 'oakland-ca'],
    ['st paul', 'st-paul-mn'],
    ['Saint Paul', 'st-paul-mn'],
    ['St. Paul, MN', 'st-paul-mn'],
    ['st lou', 'st-louis-mo'],
    ['dona ana', 'dona-ana-county-nm'],
    ['Doña Ana', 'dona-ana-county-nm'],
    ['la canada', 'la-canada-flintridge-ca'],
    ['san fran', 'san-francisco-ca'],
    ['new york', 'new-york-ny'],
    ['kansas city', 'kansas-city-mo'],
    ['dc', 'washington-dc'],
    ['obispo', 'san-luis-obispo-county-ca'],
  ])('finds %j first as %s', (text, slug) => {
    expect(councils(text)[0]).toBe(slug)
  })

  it('lists a state by its code, the readable and larger first', () => {
    const found = search('wa', 50).councils
    expect(found.every((match) => match.place.state === 'WA')).toBe(true)
    expect(found.slice(0, 4).map((match) => match.place.slug)).toContain('seattle-wa')
  })

  it('puts councils and school boards into lists of their own', () => {
    const { councils: cities, schools } = search('oakland', 50)
    expect(cities.some((match) => match.place.type === 'school')).toBe(false)
    expect(schools.every((match) => match.place.type === 'school')).toBe(true)
    expect(schools.map((match) => match.place.slug)).toContain('oakland-unified-school-district-ca')
  })

  it('finds towns by the county they lie in, behind the county itself', () => {
    const found = councils('bergen county', 20)
    expect(found[0]).toBe('bergen-county-nj')
    expect(found).toContain('teaneck-township-nj')
  })

  it('finds what lies around a place', () => {
    const found = searchDirectory(directory, 'within 15 miles of tacoma wa', { limit: 20 }).councils
    expect(found[0]?.place.slug).toBe('tacoma-wa')
    const miles = found.map((match) => match.distanceMiles ?? -1)
    expect(miles).toEqual(miles.toSorted((a, b) => a - b))
    expect(miles.at(-1)).toBeLessThanOrEqual(15)
    expect(found.map((match) => match.place.slug)).not.toContain('seattle-wa')
    expect(councils('near tacoma', 100)).toContain('seattle-wa')
  })

  it('lists nothing for nothing, and for what no place is called', () => {
    expect(search('')).toEqual({ councils: [], schools: [] })
    expect(search(' ., ')).toEqual({ councils: [], schools: [] })
    expect(search('xyzzyville')).toEqual({ councils: [], schools: [] })
  })

  it('keeps to its limit and never throws, whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.integer({ min: -5, max: 200 }),
        (text, limit) => {
          const found = searchDirectory(directory, text, { limit })
          const most = Math.min(Math.max(limit, 0), 100)
          expect(found.councils.length).toBeLessThanOrEqual(most)
          expect(found.schools.length).toBeLessThanOrEqual(most)
        },
      ),
      { numRuns: 50 },
    )
  })

  it('finds every government by its own name and state', () => {
    fc.assert(
      fc.property(fc.constantFrom(...directory.places), (place) => {
        const found = search(`${place.name} ${place.state}`, 100)
        const list = place.type === 'school' ? found.schools : found.councils
        expect(list.map((match) => match.place.slug)).toContain(place.slug)
      }),
      { numRuns: 200 },
    )
  })

  it('goes on finding a city while its name is being typed', () => {
    const name = 'san francisco'
    for (let typed = 5; typed <= name.length; typed++) {
      expect(councils(name.slice(0, typed), 20)).toContain('san-francisco-ca')
    }
  })
})

describe('findPlace and distanceTo', () => {
  it('finds a council by its exact name only', () => {
    expect(findPlace(directory, 'Saint Louis', 'MO')?.slug).toBe('st-louis-mo')
    expect(findPlace(directory, 'Seatt', 'WA')).toBeUndefined()
  })

  it('measures great circles', () => {
    const seattle = { latitude: 47.6062, longitude: -122.3321 }
    const portland = { latitude: 45.5152, longitude: -122.6784 }
    expect(distanceTo(seattle, portland)).toBeCloseTo(145.4, 0)
    expect(distanceTo(seattle, seattle)).toBe(0)
    expect(distanceTo(seattle, { latitude: null, longitude: null })).toBeNull()
  })
})

describe('fold', () => {
  it('leaves lower-case ASCII words, and leaves them alone the second time', () => {
    expect(fold("  Doña Ana & St. John's ")).toBe('dona ana and st johns')
    expect(foldName('Ft. Worth')).toBe('fort worth')
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const folded = fold(text)
        expect(folded).toMatch(/^([a-z0-9]+( [a-z0-9]+)*)?$/)
        expect(fold(folded)).toBe(folded)
      }),
    )
  })
})

describe('findByPortal', () => {
  const client = (query: Parameters<typeof findByPortal>[1]) =>
    findByPortal(directory, query)?.client

  it('finds by platform and client, whatever the case', () => {
    const row = findByPortal(directory, { platform: 'legistar', client: 'Seattle' })
    expect(row?.timeZone).toBe('America/Los_Angeles')
    expect(row?.name).toBe('Seattle')
  })

  it('finds by another page of the same host', () => {
    expect(client({ url: 'http://seattle.legistar.com/MeetingDetail.aspx?ID=1' })).toBe('seattle')
    expect(client({ url: 'https://www.seattle.legistar.com/Calendar.aspx' })).toBe('seattle')
  })

  it('tells customers of a shared host apart by their folder', () => {
    expect(client({ url: 'https://go.boarddocs.com/ak/asdk12/Board.nsf/vpublic?open' })).toBe(
      'ak/asdk12',
    )
    expect(client({ url: 'https://go.boarddocs.com/ak/nobody/Board.nsf/Public' })).toBeUndefined()
    expect(client({ url: 'https://agendasuite.org/iip/elsewhere/agendaitem/list' })).toBeUndefined()
  })

  it('finds every row again by its own address', () => {
    const lost = directory.rows.filter(
      (row) => findByPortal(directory, { url: row.portalUrl }) !== row,
    )
    expect(lost).toEqual([])
  })

  it.each(['', 'nonsense', 'ftp://seattle.legistar.com/', 'https://city.example/'])(
    'finds nothing for %j',
    (url) => {
      expect(findByPortal(directory, { url })).toBeUndefined()
    },
  )
})
