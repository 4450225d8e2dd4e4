import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createPace, type PaceSettings, withinPaceCeilings } from '../../src/http/pace.ts'
import { createTestClock, fetchErrorOf } from '../support/fetching.ts'

function create(settings: Partial<PaceSettings> = {}) {
  const clock = createTestClock()
  const pace = createPace(withinPaceCeilings({ spacingMs: 1_000, ...settings }), {
    ...clock,
    random: () => 0.5,
  })
  /** Starts of requests on the clock. */
  const starts: number[] = []
  const request =
    (tookMs = 0) =>
    async () => {
      starts.push(clock.monotonicMs())
      clock.move(tookMs)
    }
  return { clock, pace, starts, request }
}

/** A request under way until it is ended by hand. */
function openRequest() {
  let end = () => undefined as unknown
  const isOver = new Promise<void>((resolve) => {
    end = resolve
  })
  return { end: () => end(), work: () => isOver }
}

/** Lets everything run that waits for nothing but its turn in the event loop. */
const settle = () => new Promise((resolve) => setImmediate(resolve))

describe('pace', () => {
  it('spaces requests to one group', async () => {
    const { pace, starts, request } = create()
    for (let count = 0; count < 4; count += 1) await pace.run('a', undefined, request())
    expect(starts).toEqual([0, 1_050, 2_100, 3_150])
  })

  it('leaves the whole space behind the end of an answer, whatever chance says', async () => {
    const clock = createTestClock()
    for (const chance of [0, 0.99]) {
      const pace = createPace(withinPaceCeilings({ spacingMs: 1_000 }), {
        ...clock,
        random: () => chance,
      })
      let endedAt = Number.NEGATIVE_INFINITY
      for (let count = 0; count < 4; count += 1) {
        await pace.run('a', undefined, async () => {
          expect(clock.monotonicMs() - endedAt).toBeGreaterThanOrEqual(1_000)
          clock.move(300)
          endedAt = clock.monotonicMs()
        })
      }
    }
  })

  it('lets groups not wait for each other', async () => {
    const { pace, starts, request } = create()
    await pace.run('a', undefined, request())
    await pace.run('b', undefined, request())
    expect(starts).toEqual([0, 0])
  })

  it('without spacing never sleeps, however slow the host', async () => {
    const { clock, pace, request } = create({ spacingMs: 0 })
    await pace.run('a', undefined, request(9_000))
    await pace.run('a', undefined, request())
    expect(clock.sleeps).toEqual([])
  })

  it('gives a slow host time to breathe', async () => {
    const { pace, starts, request } = create()
    for (let count = 0; count < 8; count += 1) await pace.run('a', undefined, request(4_000))
    const gaps = starts.slice(1).map((at, index) => at - (starts[index] ?? 0))
    expect(gaps.at(-1)).toBeGreaterThan(7_000)
    expect(gaps).toEqual(gaps.toSorted((a, b) => a - b))
  })

  it('is never sped up by quick errors', async () => {
    const { pace, starts, request } = create()
    for (let count = 0; count < 8; count += 1) await pace.run('a', undefined, request(4_000))
    const fail = async () => {
      await request(0)()
      throw new Error('refused')
    }
    for (let count = 0; count < 5; count += 1) {
      await pace.run('a', undefined, fail).catch(() => undefined)
    }
    const gaps = starts.slice(1).map((at, index) => at - (starts[index] ?? 0))
    const errorGaps = gaps.slice(-4)
    expect(Math.min(...errorGaps)).toBeGreaterThan(3_500)
  })

  it('has one request of a group and eight in all under way', async () => {
    const { pace } = create({ spacingMs: 0 })
    const running = { now: 0, most: 0 }
    const open = Array.from({ length: 20 }, openRequest)
    const runs = open.map(({ work }, index) =>
      pace.run(`group ${index % 10}`, undefined, async () => {
        running.now += 1
        running.most = Math.max(running.most, running.now)
        await work()
        running.now -= 1
      }),
    )
    await settle()
    expect(running.now).toBe(8)
    for (const { end } of open) end()
    await Promise.all(runs)
    expect(running.most).toBe(8)

    const same = [openRequest(), openRequest()]
    let started = 0
    const both = same.map(({ work }) =>
      pace.run('one', undefined, () => {
        started += 1
        return work()
      }),
    )
    await settle()
    expect(started).toBe(1)
    for (const { end } of same) end()
    await Promise.all(both)
    expect(started).toBe(2)
  })

  it('cannot be set above two requests of a group and sixteen in all', () => {
    expect(withinPaceCeilings({ inFlight: 99, inFlightPerGroup: 99 })).toMatchObject({
      inFlight: 16,
      inFlightPerGroup: 2,
    })
  })

  it('serves a group in the order of asking', async () => {
    const { pace } = create({ spacingMs: 0 })
    const served: number[] = []
    await Promise.all(
      [1, 2, 3, 4].map((number) => pace.run('a', undefined, async () => void served.push(number))),
    )
    expect(served).toEqual([1, 2, 3, 4])
  })

  it('lets one who stops waiting leave the line without holding it up', async () => {
    const { pace } = create({ spacingMs: 0 })
    const first = openRequest()
    const running = pace.run('a', undefined, first.work)
    const stop = new AbortController()
    const leaver = pace.run('a', stop.signal, async () => 'never')
    const last = pace.run('a', undefined, async () => 'served')
    stop.abort(new Error('gone'))
    await expect(leaver).rejects.toThrow('gone')
    first.end()
    await running
    expect(await last).toBe('served')
  })

  it('rests as long as asked, and refuses rests beyond its patience', async () => {
    const { clock, pace, starts, request } = create()
    pace.rest('a', 30_000)
    await pace.run('a', undefined, request())
    expect(starts[0]).toBeGreaterThanOrEqual(30_000)

    pace.rest('a', 3_600_000)
    const error = await fetchErrorOf(pace.run('a', undefined, request()))
    expect(error).toMatchObject({ code: 'fetch_status', retry: 'later' })
    expect(error.retryAt?.getTime()).toBeGreaterThanOrEqual(clock.now().getTime() + 3_600_000)
    await pace.run('b', undefined, request())
    expect(starts).toHaveLength(2)
  })

  it('is not hurried by a shorter rest asked for later', async () => {
    const { pace, starts, request } = create()
    pace.rest('a', 50_000)
    pace.rest('a', 1_000)
    await pace.run('a', undefined, request())
    expect(starts[0]).toBeGreaterThanOrEqual(50_000)
  })

  it('never starts two requests of a group closer than the spacing allows', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ tookMs: fc.nat(5_000), fails: fc.boolean(), rest: fc.nat(9_000) }), {
          maxLength: 30,
        }),
        fc.integer({ min: 1, max: 5_000 }),
        async (requests, spacingMs) => {
          const { pace, starts, request } = create({ spacingMs })
          for (const { tookMs, fails, rest } of requests) {
            const work = async () => {
              await request(tookMs)()
              if (rest > 5_000) pace.rest('a', rest)
              if (fails) throw new Error('x')
            }
            await pace.run('a', undefined, work).catch(() => undefined)
          }
          const gaps = starts.slice(1).map((at, index) => at - (starts[index] ?? 0))
          return gaps.every((gap) => gap >= spacingMs * 0.9)
        },
      ),
    )
  })
})
