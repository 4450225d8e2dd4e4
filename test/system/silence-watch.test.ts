import { describe, expect, it } from 'vitest'
import { acknowledgeHealth } from '../../src/db/queries/source-care.ts'
import { recordHealth } from '../../src/db/queries/source-health.ts'
import { addSource, setSourcePaused } from '../../src/db/queries/sources.ts'
import { watchSilence } from '../../src/system/silence-watch.ts'
import { testDb } from '../support/database.ts'
import { riverton, sourceId } from '../support/ingesting.ts'

const start = new Date('2026-03-05T12:00:00Z')
const hour = 3_600_000
const hoursIn = (hours: number) => new Date(start.getTime() + hours * hour)

const good = { health: 'ok', code: null, message: null, cure: null } as const
const bad = { health: 'unreachable', code: 'fetch_refused', message: 'No', cure: '' } as const

async function open() {
  const { db } = await testDb()
  await db.write((tx) => addSource(tx, riverton, start))
  const lines: string[] = []
  const say = (event: string) => lines.push(event)
  const log = { info: say, warn: say, error: say }
  const runAt = (hours: number, isGood: boolean) =>
    db.write((tx) =>
      recordHealth(tx, sourceId, isGood ? good : bad, {
        at: hoursIn(hours),
        isGood,
        isFruitful: isGood,
        nextRunAt: hoursIn(hours + 24),
      }),
    )
  const look = async (hours: number) => {
    lines.length = 0
    const alarms = await watchSilence({ db, log, now: () => hoursIn(hours) })
    return [...alarms.map(({ kind }) => kind), ...lines]
  }
  return { db, runAt, look }
}

describe('the watch over silent sources', () => {
  it('tells once, reminds daily, reports recovery', async () => {
    // No meeting is known: it is read daily, so that two days are silence.
    const { runAt, look } = await open()
    await runAt(0, true)
    await runAt(24, false)
    expect(await look(25)).toEqual([])
    expect(await look(47)).toEqual([])
    expect(await look(49)).toEqual(['silent', 'source silent'])
    expect(await look(50)).toEqual([])
    expect(await look(72)).toEqual([])
    expect(await look(74)).toEqual(['still-silent', 'source still silent'])
    expect(await look(75)).toEqual([])
    await runAt(76, true)
    expect(await look(77)).toEqual(['heard-again', 'source heard again'])
    expect(await look(78)).toEqual([])
  })

  it('notices that nothing is read any more, though nothing has failed', async () => {
    const { runAt, look } = await open()
    await runAt(0, true)
    expect(await look(24.1)).toEqual([])
    expect(await look(49)).toEqual(['silent', 'source silent'])
  })

  it('reminds nobody of what the operator knows, and says nothing of what is paused', async () => {
    const { db, runAt, look } = await open()
    await runAt(0, true)
    await runAt(24, false)
    expect(await look(49)).toEqual(['silent', 'source silent'])
    await db.write((tx) => acknowledgeHealth(tx, sourceId, 'They are moving', hoursIn(50)))
    expect(await look(90)).toEqual([])
    await db.write((tx) => setSourcePaused(tx, sourceId, true, hoursIn(91)))
    expect(await look(92)).toEqual([])
  })
})
