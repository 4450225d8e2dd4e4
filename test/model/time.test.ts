import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  findLocalDate,
  findLocalTime,
  type LocalDate,
  type LocalTime,
  type TimeZone,
} from '../../src/model/ids.ts'
import { addDays, daysBetween, endOfDay, toInstant, toLocal } from '../../src/model/time.ts'

const at = (date: string, time: string, zone: string) =>
  toInstant(date as LocalDate, time as LocalTime, zone as TimeZone)

describe('toInstant', () => {
  it.each([
    ['2026-01-15', '18:30', 'America/Los_Angeles', '2026-01-16T02:30:00.000Z', 'exact'],
    ['2026-07-15', '18:30', 'America/Los_Angeles', '2026-07-16T01:30:00.000Z', 'exact'],
    ['2026-07-15', '18:30', 'America/Phoenix', '2026-07-16T01:30:00.000Z', 'exact'],
    ['2026-12-01', '09:00', 'Pacific/Honolulu', '2026-12-01T19:00:00.000Z', 'exact'],
    // Clocks go from 02:00 to 03:00 on 8 March 2026.
    ['2026-03-08', '01:59', 'America/New_York', '2026-03-08T06:59:00.000Z', 'exact'],
    ['2026-03-08', '02:30', 'America/New_York', '2026-03-08T07:30:00.000Z', 'gap'],
    ['2026-03-08', '03:00', 'America/New_York', '2026-03-08T07:00:00.000Z', 'exact'],
    // Clocks go back from 02:00 to 01:00 on 1 November 2026.
    ['2026-11-01', '01:30', 'America/Chicago', '2026-11-01T06:30:00.000Z', 'ambiguous'],
    ['2026-11-01', '02:00', 'America/Chicago', '2026-11-01T08:00:00.000Z', 'exact'],
  ])('%s %s in %s is %s', (date, time, zone, instant, fit) => {
    const found = at(date, time, zone)
    expect([found.instant.toISOString(), found.fit]).toEqual([instant, fit])
  })

  it('is undone by toLocal wherever the reading exists', () => {
    const zones = [
      'America/New_York',
      'America/Los_Angeles',
      'America/Anchorage',
      'America/Puerto_Rico',
    ]
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 9_000 }),
        fc.integer({ min: 0, max: 1_439 }),
        fc.constantFrom(...zones),
        (days, minutes, zone) => {
          const date = addDays('2010-01-01' as LocalDate, days)
          const time = new Date(minutes * 60_000).toISOString().slice(11, 16) as LocalTime
          const { instant, fit } = toInstant(date, time, zone as TimeZone)
          fc.pre(fit !== 'gap')
          expect(toLocal(instant, zone as TimeZone)).toEqual({ date, time })
        },
      ),
    )
  })
})

describe('days', () => {
  it('count by the calendar across a change of clocks', () => {
    expect(addDays('2026-03-07' as LocalDate, 2)).toBe('2026-03-09')
    expect(daysBetween('2026-10-31' as LocalDate, '2026-11-02' as LocalDate)).toBe(2)
  })

  it('end when the next one begins, 23 or 25 hours later', () => {
    const end = (date: string) =>
      endOfDay(date as LocalDate, 'America/New_York' as TimeZone).toISOString()
    expect(end('2026-03-08')).toBe('2026-03-09T04:00:00.000Z')
    expect(end('2026-11-01')).toBe('2026-11-02T05:00:00.000Z')
  })
})

describe('readings', () => {
  it('are refused when no calendar or clock shows them', () => {
    expect(findLocalDate('2026-02-30')).toBeUndefined()
    expect(findLocalDate('2024-02-29')).toBe('2024-02-29')
    expect(findLocalTime('24:00')).toBeUndefined()
    expect(findLocalTime('00:00')).toBe('00:00')
  })
})
