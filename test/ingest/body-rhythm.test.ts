import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foretoldDates, learnRhythm, weekdayOf } from '../../src/ingest/body-rhythm.ts'
import { sayRhythm } from '../../src/ingest/learn-habits.ts'
import type { LocalDate } from '../../src/model/ids.ts'
import { addDays, daysBetween } from '../../src/model/time.ts'

const day = (text: string) => text as LocalDate
const today = day('2026-11-23')

/** Every `step` days from `from` up to today. */
const every = (from: string, step: number) => {
  const days: LocalDate[] = []
  for (let date = day(from); date <= today; date = addDays(date, step)) days.push(date)
  return days
}

describe('weekdayOf', () => {
  it('agrees with the calendar, before and after 1970', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 40_000 }), (days) => {
        const date = addDays(day('1970-01-01'), days)
        expect(weekdayOf(date)).toBe(new Date(`${date}T00:00:00Z`).getUTCDay())
      }),
    )
  })
})

describe('the rhythm of a body', () => {
  it('is every Tuesday', () => {
    const rhythm = learnRhythm(every('2026-06-02', 7), today)
    expect(rhythm).toMatchObject({ kind: 'weeks', every: 1, weekday: 2, kept: 1 })
    expect(rhythm && sayRhythm(rhythm)).toBe('every Tuesday')
  })

  it('is every second Monday, in the right weeks', () => {
    const days = every('2026-03-02', 14)
    const rhythm = learnRhythm(days, today)
    expect(rhythm && sayRhythm(rhythm)).toBe('every second Monday')
    const next = rhythm && foretoldDates(rhythm, addDays(today, 1), addDays(today, 20))[0]
    expect(next && daysBetween(days.at(-1) ?? today, next)).toBe(14)
  })

  it('is on the 1st and 3rd Thursday, in spite of a recess and a special meeting', () => {
    const thursdays = every('2026-01-01', 7).filter((date) => {
      const week = Math.ceil(Number(date.slice(8)) / 7)
      return (week === 1 || week === 3) && !date.startsWith('2026-08')
    })
    const rhythm = learnRhythm([...thursdays, day('2026-05-26')], today)
    expect(rhythm && sayRhythm(rhythm)).toBe('on the 1st and 3rd Thursday of the month')
    expect(rhythm && foretoldDates(rhythm, day('2026-12-01'), day('2026-12-31'))).toEqual([
      '2026-12-03',
      '2026-12-17',
    ])
  })

  it('is none where there are few meetings, no weekday, or no order', () => {
    expect(learnRhythm(every('2026-10-27', 7).slice(0, 4), today)).toBeNull()
    expect(learnRhythm(every('2026-09-01', 1), today)).toBeNull()
    const gaps = [0, 7, 35, 42, 91, 98, 147].map((days) => addDays(day('2026-05-05'), days))
    expect(learnRhythm(gaps, today)).toBeNull()
  })

  it('never foretells a day of another weekday, and is the same in any order', () => {
    const date = fc.integer({ min: 0, max: 60 }).map((weeks) => addDays(today, -7 * weeks))
    fc.assert(
      fc.property(fc.array(date, { maxLength: 60 }), (days) => {
        const rhythm = learnRhythm(days, today)
        expect(learnRhythm(days.toReversed(), today)).toEqual(rhythm)
        if (!rhythm) return
        for (const foretold of foretoldDates(rhythm, today, addDays(today, 90))) {
          expect(weekdayOf(foretold)).toBe(rhythm.weekday)
        }
      }),
    )
  })
})
