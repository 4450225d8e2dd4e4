import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  cursorText,
  filterQuery,
  listAddress,
  parseCursor,
  parseFindingFilter,
} from '../../web/filter.ts'

const queryOf = (address: string) => Object.fromEntries(new URLSearchParams(address))

describe('filter', () => {
  it('has one address whatever the order in which it was asked', () => {
    const one = parseFindingFilter(queryOf('vendor=axon&q=camera&place=riverton-wa')).filter
    const other = parseFindingFilter(queryOf('place=riverton-wa&vendor=axon&q= camera ')).filter
    expect(filterQuery(one)).toBe('?place=riverton-wa&vendor=axon&q=camera')
    expect(filterQuery(other)).toBe(filterQuery(one))
  })

  it('is empty without anything asked', () => {
    expect(filterQuery(parseFindingFilter({ place: '', q: '  ' }).filter)).toBe('')
    expect(listAddress('/past', {})).toBe('/past')
  })

  it('names what cannot be a value instead of taking it', () => {
    const { filter, refused } = parseFindingFilter({
      place: '../etc',
      technology: '<b>',
      band: 'sure',
    })
    expect(filter).toEqual({})
    expect(refused).toEqual(['place', 'technology', 'band'])
  })

  it('survives its own address', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), (q) => {
        const { filter } = parseFindingFilter({ q })
        expect(parseFindingFilter(queryOf(filterQuery(filter).slice(1))).filter).toEqual(filter)
      }),
    )
  })
})

describe('cursor', () => {
  it('survives its own text', () => {
    const cursor = { sortAt: 1_790_000_000_000, agendaItemId: 42 }
    expect(parseCursor(cursorText(cursor))).toEqual(cursor)
  })

  it.each(['', '1', '1.', 'a.b', '1.2.3', '1e3.4', "1.2' OR 1"])('is none in %j', (text) => {
    expect(parseCursor(text)).toBeUndefined()
  })
})
