import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lostRunAt, nextRunAt, retryRunAt } from '../../src/ingest/rhythm.ts'

const now = new Date('2026-03-05T12:00:00Z')
const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
const at = (ms: number) => new Date(now.getTime() + ms)
const minutesUntil = (date: Date) => (date.getTime() - now.getTime()) / minute

describe('nextRunAt', () => {
  it.each([
    ['a meeting in an hour', { nextAt: at(hour), lastAt: null }, 15],
    ['a meeting in exactly 96 hours', { nextAt: at(96 * hour), lastAt: null }, 15],
    ['a meeting a minute later than that', { nextAt: at(96 * hour + minute), lastAt: null }, 60],
    ['a meeting in sixty days', { nextAt: at(60 * day), lastAt: null }, 60],
    ['a last meeting a month ago', { nextAt: null, lastAt: at(-30 * day) }, 60],
    ['nothing within sixty days', { nextAt: at(61 * day), lastAt: at(-61 * day) }, 1440],
    ['nothing at all', { nextAt: null, lastAt: null }, 1440],
  ])('%s', (_, neighbours, minutes) => {
    expect(minutesUntil(nextRunAt(now, neighbours, 0.5))).toBeCloseTo(minutes)
  })

  it('spreads by a tenth either way', () => {
    const neighbours = { nextAt: at(hour), lastAt: null }
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (random) => {
        const minutes = minutesUntil(nextRunAt(now, neighbours, random))
        expect(minutes).toBeGreaterThanOrEqual(13.4)
        expect(minutes).toBeLessThanOrEqual(16.6)
      }),
    )
  })
})

describe('retryRunAt', () => {
  it('waits twice as long after each failure, and never more than a day', () => {
    const waits = [1, 2, 3, 4, 9, 50, 5_000].map((failures) =>
      minutesUntil(retryRunAt(now, failures, 'later', 0.5)),
    )
    expect(waits.map(Math.round)).toEqual([5, 10, 20, 40, 1280, 1440, 1440])
  })

  it('waits longer where waiting alone cures nothing, and as long as the portal asks', () => {
    expect(minutesUntil(retryRunAt(now, 1, 'when-changed', 0.5))).toBeCloseTo(60)
    expect(retryRunAt(now, 1, 'later', 0.5, at(2 * hour))).toEqual(at(2 * hour))
    expect(minutesUntil(retryRunAt(now, 50, 'later', 0.999))).toBeLessThanOrEqual(1440)
  })
})

describe('lostRunAt', () => {
  it('is soon after the first process that died, and later each time after', () => {
    const waits = [0, 1, 2, 3].map((failures) => minutesUntil(lostRunAt(now, failures, 0.5)))
    expect(waits.map((minutes) => Math.round(minutes * 3) / 3)).toEqual([1 / 3, 5, 10, 20])
  })
})
