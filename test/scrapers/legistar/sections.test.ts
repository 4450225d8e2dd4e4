import { describe, expect, it } from 'vitest'
import { outline } from '../../../scrapers/legistar/sections.ts'

/** `number | title | *` per line; the star marks a row with a file behind it, `c` the portal's mark. */
const read = (text: string) => {
  const rows = text
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((part) => part.trim()))
    .map(([number, title = '', marks = '']) => ({
      number: number || null,
      title,
      isActedOn: marks.includes('*'),
      isMarkedConsent: marks.includes('c'),
    }))
  return outline(rows).map((place, at) => ({ ...place, title: rows[at]?.title }))
}

describe('an agenda without parents', () => {
  it('nests by number', () => {
    const places = read(`
      1. | ROLL CALL |
      2. | BUSINESS ITEMS |
      2.A | Camera contract | *
      2.B | Radio contract | *
      3. | ADJOURNMENT |`)
    expect(places.map(({ isHeading }) => isHeading)).toEqual([false, true, false, false, false])
    expect(places.map(({ section }) => section)).toEqual([
      null,
      null,
      'BUSINESS ITEMS',
      'BUSINESS ITEMS',
      null,
    ])
    expect(new Set(places.map(({ consent }) => consent))).toEqual(new Set([null]))
  })

  it('follows headings without numbers, and knows the consent calendar', () => {
    const places = read(`
       | CONSENT CALENDAR |
      4 | Approve minutes | *
      5 | Accept grant | *
       | REGULAR CALENDAR |
      6 | Purchase of drones | *`)
    expect(places.map(({ consent }) => consent)).toEqual([null, true, true, null, false])
    expect(places[4]?.section).toBe('REGULAR CALENDAR')
  })

  it('nests digits under roman headings', () => {
    const places = read(`
      III. | CONSENT AGENDA |
      1. | Licence plate readers | *
      2. | Body cameras | *
      IV. | PUBLIC HEARINGS |
      3. | Rezoning | *`)
    expect(places.map(({ section }) => section)).toEqual([
      null,
      'CONSENT AGENDA',
      'CONSENT AGENDA',
      null,
      'PUBLIC HEARINGS',
    ])
    expect(places.map(({ consent }) => consent)).toEqual([null, true, true, null, false])
  })

  it('believes the row that names consent items by number', () => {
    const places = read(`
      1. | Call to order |
      2. | Consent agenda items 4 through 5 may be considered in one motion | *
      3. | Public forum | *
      4. | Uniforms | *
      5. | Vehicles | *
      6. | Land use | *`)
    expect(places.map(({ consent }) => consent)).toEqual([false, false, false, true, true, false])
  })

  it('honours the mark of the portal, and does not read its absence where nobody is marked', () => {
    expect(read('1 | A | *c\n2 | B | *').map(({ consent }) => consent)).toEqual([true, false])
    expect(read('1 | A | *\n2 | B | *').map(({ consent }) => consent)).toEqual([null, null])
  })

  it('takes a run of hours at the head for a timetable', () => {
    const places = read(`
      9:00 a.m.- | Closed session |
      1:30 p.m.- | Regular session |
      1.1 | Proclamation | *`)
    expect(places.map(({ isHeading }) => isHeading)).toEqual([true, true, false])
    expect(places[2]?.section).toBeNull()
  })

  it('does not take a consent decree for a consent calendar', () => {
    const places = read(`
      1. | POLICE CONSENT DECREE |
      1.1 | Monitoring report | *`)
    expect(places[1]).toMatchObject({ consent: null, section: 'POLICE CONSENT DECREE' })
  })
})
