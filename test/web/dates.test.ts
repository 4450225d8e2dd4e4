import { describe, expect, it } from 'vitest'
import { clockTime, fromNow, longDate, notice, printedTime, span } from '../../web/dates.ts'

const now = new Date('2026-11-23T18:00:00Z')
const later = (ms: number) => new Date(now.getTime() + ms)
const [minute, hour, day] = [60_000, 3_600_000, 86_400_000]

describe('times in words', () => {
  it.each([
    [2 * day + 4 * hour, 'in 2 days 4 h'],
    [day, 'in 1 day'],
    [30 * day, 'in 30 days'],
    [4 * hour + 12 * minute, 'in 4 h 12 min'],
    [5 * minute + 59_000, 'in 5 min'],
    [10_000, 'in less than a minute'],
    [-3 * day, '3 days ago'],
  ])('says %d ms as "%s"', (ms, words) => {
    expect(fromNow(later(ms), now)).toBe(words)
  })

  it('names the zone as people do, in summer and in winter', () => {
    const winter = { date: '2026-12-01', time: '18:30', timeZone: 'America/Los_Angeles' }
    expect(printedTime({ ...winter, startsAt: new Date('2026-12-02T02:30:00Z') })).toBe(
      'Tuesday, December 1, 2026, 6:30 PM PST',
    )
    const summer = { date: '2026-07-01', time: '00:05', timeZone: 'America/New_York' }
    expect(printedTime({ ...summer, startsAt: new Date('2026-07-01T04:05:00Z') })).toBe(
      'Wednesday, July 1, 2026, 12:05 AM EDT',
    )
  })

  it('says what is not known', () => {
    const unknown = { date: '2026-12-01', time: null, timeZone: null, startsAt: null }
    expect(printedTime(unknown)).toBe('Tuesday, December 1, 2026, no time printed')
    expect(printedTime({ ...unknown, time: '12:00' })).toBe(
      'Tuesday, December 1, 2026, 12:00 PM, zone unknown',
    )
  })

  it('shows a date or zone it does not know as it stands', () => {
    expect(longDate('someday')).toBe('someday')
    const odd = { date: '2026-12-01', time: '09:00', timeZone: 'Mars/Olympus', startsAt: now }
    expect(printedTime(odd)).toBe('Tuesday, December 1, 2026, 9:00 AM Mars/Olympus')
  })

  it('tells how early a meeting was seen, and nothing when it was late', () => {
    expect(notice(now, later(19 * hour))).toBe('19 h')
    expect(notice(later(hour), now)).toBeNull()
    expect(notice(now, null)).toBeNull()
  })

  it('has a word for every hour of the clock', () => {
    const hours = Array.from({ length: 24 }, (_, at) => `${String(at).padStart(2, '0')}:00`)
    expect(new Set(hours.map(clockTime)).size).toBe(24)
    expect(clockTime('13:07')).toBe('1:07 PM')
    expect(span(0)).toBe('less than a minute')
  })
})
