import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type FetchCode, FetchError, statusError } from '../../src/http/fetch-error.ts'
import { isWorthRepeating, parseRetryAfter, withRetries } from '../../src/http/retry.ts'
import { createTestClock } from '../support/fetching.ts'

const now = new Date('2026-03-01T12:00:00Z')

describe('parseRetryAfter', () => {
  it.each([
    ['0', 1_000],
    ['1', 1_000],
    ['120', 120_000],
    [' 120 ', 120_000],
    ['86400', 86_400_000],
    ['999999999', 86_400_000],
    ['Sun, 01 Mar 2026 12:02:00 GMT', 120_000],
    ['Sunday, 01-Mar-26 12:02:00 GMT', 120_000],
    ['Sun Mar  1 12:02:00 2026 GMT', 120_000],
    ['Sun, 01 Mar 2026 11:00:00 GMT', 1_000],
    ['Sun, 01 Mar 2037 11:00:00 GMT', 86_400_000],
  ])('reads %j', (value, waitMs) => {
    expect(parseRetryAfter(value, now)).toBe(waitMs)
  })

  it.each(['', 'soon', '-5', '1.5', '99999999999', 'Sun', 'Infinity', '0x10'])(
    'makes nothing of %j',
    (value) => {
      expect(parseRetryAfter(value, now)).toBeUndefined()
    },
  )

  it('is never under a second or over a day', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.nat().map(String)), (value) => {
        const waitMs = parseRetryAfter(value, now)
        return waitMs === undefined || (waitMs >= 1_000 && waitMs <= 86_400_000)
      }),
    )
  })
})

describe('withRetries', () => {
  const deps = () => {
    const clock = createTestClock()
    return { ...clock, random: () => 0.5, signal: undefined }
  }
  const failing = (error: unknown) => {
    const calls = { count: 0 }
    const work = async () => {
      calls.count += 1
      throw error
    }
    return { work, calls }
  }

  it.each(['fetch_refused', 'fetch_deadline', 'fetch_incomplete'] as FetchCode[])(
    'repeats %s up to its bound',
    async (code) => {
      const { work, calls } = failing(new FetchError(code, 'x'))
      const given = deps()
      await expect(withRetries(work, { attempts: 3, firstPauseMs: 100 }, given)).rejects.toThrow(
        'x',
      )
      expect(calls.count).toBe(3)
      expect(given.sleeps).toEqual([100, 200])
    },
  )

  it.each([
    'address_invalid',
    'fetch_scheme',
    'fetch_port',
    'fetch_forbidden_address',
    'fetch_dns',
    'fetch_tls',
    'fetch_headers',
    'fetch_too_large',
    'fetch_encoding',
    'fetch_redirects',
    'fetch_robots',
    'replay_missing',
  ] as FetchCode[])('gives up on %s at once', async (code) => {
    const { work, calls } = failing(new FetchError(code, 'x'))
    await expect(withRetries(work, { attempts: 3, firstPauseMs: 1 }, deps())).rejects.toThrow('x')
    expect(calls.count).toBe(1)
  })

  it('repeats nothing that is not a failed fetch', () => {
    expect(isWorthRepeating(new TypeError('a fault of ours'))).toBe(false)
    expect(isWorthRepeating(statusError('https://portal.example/', 404))).toBe(false)
    expect(isWorthRepeating(statusError('https://portal.example/', 503))).toBe(true)
  })

  it('spreads its pauses around the one it is due', async () => {
    const given = { ...deps(), random: () => 0 }
    const { work } = failing(new FetchError('fetch_refused', 'x'))
    await withRetries(work, { attempts: 2, firstPauseMs: 100 }, given).catch(() => undefined)
    expect(given.sleeps).toEqual([50])
  })
})
