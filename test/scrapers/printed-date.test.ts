import { describe, expect, it } from 'vitest'
import { findPrintedDate } from '../../scrapers/printed-date.ts'

describe('a date in words', () => {
  it.each([
    ['Aug 10, 22 regular meeting', '2022-08-10'],
    ['Aug 10 ’22', '2022-08-10'],
    ['Sept. 5th, 2026', '2026-09-05'],
    ['September 5 2026 agenda', '2026-09-05'],
    ['March 3, 20 26 agenda', '2026-03-03'],
    ['March 3, 20 10:30 am', '2020-03-03'],
  ])('%s', (text, date) => {
    expect(findPrintedDate(text)?.date).toBe(date)
  })

  it.each([
    'Canceled for the holiday on Monday, September 5 13 Tuesday',
    'September 5, 10:30 am',
    'September 5',
    'Minutes of March 17, 20',
    'March 17, 20{26 6:30 PM',
    'Mar 18 19 20 21',
  ])('%s: names no year', (text) => {
    expect(findPrintedDate(text)).toBeUndefined()
  })
})
