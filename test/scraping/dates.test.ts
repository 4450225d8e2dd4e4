import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findUsDate } from '../../src/model/written-date.ts'
import { findClockTime, findStampDate, getStampDate, getUsDate } from '../../src/scraping/dates.ts'

describe('dates', () => {
  it.each([
    ['3/1/2026', '2026-03-01'],
    ['03/01/2026', '2026-03-01'],
    [' 12/31/2026 ', '2026-12-31'],
    ['2/29/2028', '2028-02-29'],
  ])('%s is %s', (text, date) => expect(findUsDate(text)).toBe(date))

  it.each([
    '2/29/2026',
    '13/1/2026',
    '1/3/26',
    '2026-03-01',
    'March 1, 2026',
    '',
    '1/1/2026 x',
    '0/1/2026',
  ])('"%s" is none', (text) => {
    expect(findUsDate(text)).toBeUndefined()
    expect(() => getUsDate(text, 'https://a.example/')).toThrow(
      expect.objectContaining({ code: 'date_unknown' }),
    )
  })

  it('a stamp names a day only without an offset', () => {
    expect(findStampDate('2026-03-01T00:00:00')).toBe('2026-03-01')
    expect(findStampDate('2026-03-01T10:00:00.123')).toBe('2026-03-01')
    expect(findStampDate('2026-03-01')).toBe('2026-03-01')
    for (const text of [
      '2026-03-01T00:00:00Z',
      '2026-03-01T00:00:00-06:00',
      '2026-02-30T00:00:00',
      'x',
    ]) {
      expect(findStampDate(text)).toBeUndefined()
    }
    expect(() => getStampDate(null, 'https://a.example/')).toThrow(
      expect.objectContaining({ code: 'date_unknown' }),
    )
  })
})

describe('clock times', () => {
  it.each([
    ['6:30 PM', '18:30'],
    ['6:30 p.m.', '18:30'],
    ['6 pm', '18:00'],
    ['12:00 AM', '00:00'],
    ['12:15 PM', '12:15'],
    ['18:30', '18:30'],
    ['9:00 a.m.-', '09:00'],
    ['Noon', '12:00'],
    ['12:00 noon', '12:00'],
    ['1:30 PM - 3:00 PM', '13:30'],
    ['9:30 AM (or after Council Briefing)', '09:30'],
  ])('"%s" is %s', (text, time) => expect(findClockTime(text)).toBe(time))

  it.each([
    '',
    'TBD',
    'Deferred',
    'after 9:00 AM',
    '25:00',
    '13:00 PM',
    '0:30 AM',
    '6',
    '10/13/2026',
    '9:75 AM',
    '6 people',
  ])('"%s" is none', (text) => expect(findClockTime(text)).toBeUndefined())

  it('is never more than what is printed', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (text) => {
        const time = findClockTime(text)
        if (time !== undefined && !/noon/i.test(text)) expect(text).toMatch(/\d/)
      }),
    )
  })
})
