import { beforeAll, describe, expect, it, vi } from 'vitest'
import { testFolder } from '../support/database.ts'
import {
  addCouncil,
  contentOf,
  councilOf,
  countOf,
  goodRuns,
  integrityOf,
  startPortals,
} from './council.ts'
import { buildProgram, freePort, hasProcessList, isAlive, startServer, until } from './server.ts'

vi.setConfig({ testTimeout: 240_000, hookTimeout: 180_000 })
beforeAll(() => buildProgram())

describe.skipIf(!hasProcessList)('killed without a word (needs /proc)', () => {
  it('a worker in the middle of a read is started again; nothing is lost or doubled', async () => {
    const portals = await startPortals()
    const council = councilOf(portals, 'alderbay')

    const calm = await startServer(await testFolder())
    await addCouncil(calm, council)
    await goodRuns(calm.dataDir, 1)
    const undisturbed = await contentOf(calm.dataDir)
    expect(undisturbed.meetings.length).toBeGreaterThan(5)
    expect(undisturbed.findings.length).toBeGreaterThan(0)
    await calm.stop()

    const env = { WATCHDOCKET_PORT: String(await freePort()) }
    const server = await startServer(await testFolder(), { env })
    const web = await server.part('web')
    const { dataDir } = server
    const sourceId = await addCouncil(server, council)
    for (const least of [2, 5]) {
      await until(
        `${least} meetings are stored`,
        async () => (await countOf(dataDir, 'meetings')) >= least || undefined,
      )
      const victim = await server.part('worker')
      process.kill(victim, 'SIGKILL')
      const held = await countOf(dataDir, 'meetings')
      expect(held).toBeLessThan(undisturbed.meetings.length)
      expect(await integrityOf(dataDir)).toBe('ok')
      // Pages go on meanwhile, and the worker that follows takes the source up again.
      expect((await fetch(`${server.url}/coverage`)).status).toBe(200)
      await until('another worker answers', async () => {
        await server.ask('read-now', { sourceId })
        return true
      })
      expect(await server.part('worker')).not.toBe(victim)
      expect(await countOf(dataDir, 'meetings')).toBeGreaterThanOrEqual(held)
    }
    await goodRuns(dataDir, 1)

    expect(await contentOf(dataDir)).toEqual(undisturbed)
    expect(await server.part('web')).toBe(web)
    expect(await countOf(dataDir, 'runs', "outcome = 'interrupted'")).toBe(2)
    expect(await countOf(dataDir, 'runs', "outcome = 'running'")).toBe(0)
    expect(await integrityOf(dataDir)).toBe('ok')
    expect((await server.stop()).code).toBe(0)
  })

  it('the supervisor takes its children along, and a new start works at once', async () => {
    const portals = await startPortals()
    const dataDir = await testFolder()
    const first = await startServer(dataDir)
    await addCouncil(first, councilOf(portals, 'wexley'))
    await until('a meeting is stored', async () => (await countOf(dataDir, 'meetings')) > 0)
    const parts = [await first.part('worker'), await first.part('web')]
    process.kill(first.pid, 'SIGKILL')
    await first.ended

    const second = await startServer(dataDir)
    expect((await fetch(second.url)).status).toBe(200)
    await until('the orphans have ended', () => !parts.some(isAlive))
    expect(await integrityOf(dataDir)).toBe('ok')
    expect((await second.stop()).code).toBe(0)
  })

  it('web is started again at the same port, and reading goes on meanwhile', async () => {
    const portals = await startPortals()
    const server = await startServer(await testFolder())
    const worker = await server.part('worker')
    const victim = await server.part('web')
    process.kill(victim, 'SIGKILL')
    await addCouncil(server, councilOf(portals, 'wexley'))
    await until('pages are back', async () => (await fetch(server.url)).status === 200)
    expect(await server.part('web')).not.toBe(victim)
    expect(await server.part('worker')).toBe(worker)
    await goodRuns(server.dataDir, 1)
    // What the new process shows is what is stored now, not what its predecessor knew.
    const home = await (await fetch(`${server.url}/coverage`)).text()
    expect(home).toContain('Wexley')
    expect((await server.stop()).code).toBe(0)
  })
})
