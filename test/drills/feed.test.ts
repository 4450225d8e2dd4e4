import { beforeAll, describe, expect, it, vi } from 'vitest'
import { openDb } from '../../src/db/client.ts'
import { rescheduleSource } from '../../src/db/queries/sources.ts'
import { addressIn, testFolder } from '../support/database.ts'
import { addCouncil, councilOf, countOf, goodRuns, queryData, startPortals } from './council.ts'
import { buildProgram, hasProcessList, runProgram, startServer, until } from './server.ts'

vi.setConfig({ testTimeout: 240_000, hookTimeout: 180_000 })
beforeAll(() => buildProgram())

/** From the end of the read that saw a change to the feed that shows it. */
const feedWithinMs = 5_000

describe('a change at a portal', () => {
  it('reaches feed, calendar and pages within one read and five seconds', async () => {
    const portals = await startPortals()
    const server = await startServer(await testFolder())
    const sourceId = await addCouncil(server, councilOf(portals, 'alderbay'))
    await goodRuns(server.dataDir, 1)
    const places = ['/feed.atom', '/feed.json', '/calendar.ics', '/']
    const textOf = async (path: string) => {
      const text = await (await fetch(server.url + path)).text()
      // A calendar folds its lines and escapes its commas.
      return text.replace(/\r\n /g, '').replaceAll('\\,', ',')
    }
    for (const path of places) expect(await textOf(path)).not.toContain('1,742,900')

    portals.advance('agenda-changes')
    await server.ask('read-now', { sourceId })
    await goodRuns(server.dataDir, 2)
    for (const path of places) {
      await until(
        `${path} shows the change`,
        async () => (await textOf(path)).includes('1,742,900') || undefined,
        feedWithinMs,
      )
    }
    expect((await server.stop()).code).toBe(0)
  })

  it('is looked for again within a minute where a demonstration is watched', async () => {
    const demo = runProgram(['demo', '--port', '0'])
    const url = await until('the address', () => /http:\/\/127[.\d:]+/.exec(demo.out())?.[0])
    const coverage = async () => await (await fetch(`${url}/coverage`)).text()
    // One refuses robots, one is down, one is of a platform that nobody reads yet.
    await until('refusals are told', async () => {
      const page = await coverage()
      return page.includes('Portal refuses us') && page.includes('Portal cannot be reached')
    })
    const readsOf = () => demo.err().match(/"sourceId":"alder-bay-wa-legistar"/g)?.length ?? 0
    await until('Alder Bay is read a second time', () => readsOf() >= 2, 120_000)
    demo.child.kill('SIGTERM')
    expect((await demo.ended).code).toBe(0)
  })
})

describe.skipIf(!hasProcessList)('a machine that slept (needs /proc)', () => {
  it('reads on waking what came due meanwhile', async () => {
    const portals = await startPortals()
    const dataDir = await testFolder()
    const first = await startServer(dataDir)
    const sourceId = await addCouncil(first, councilOf(portals, 'wexley'))
    await goodRuns(dataDir, 1)
    await first.stop()
    const dueAt = Date.now() + 20_000
    const db = await openDb(addressIn(dataDir))
    await db.write((tx) => rescheduleSource(tx, sourceId, new Date(dueAt)))
    db.close()

    const server = await startServer(dataDir)
    const parts = [server.pid, await server.part('worker'), await server.part('web')]
    for (const pid of parts) process.kill(pid, 'SIGSTOP')
    await until('its time has passed', () => Date.now() > dueAt + 1_000)
    expect(await countOf(dataDir, 'runs')).toBe(1)
    for (const pid of parts) process.kill(pid, 'SIGCONT')
    await goodRuns(dataDir, 2)
    expect(await queryData(dataDir, 'SELECT health FROM sources')).toEqual([{ health: 'ok' }])
    expect((await server.stop()).code).toBe(0)
  })
})
