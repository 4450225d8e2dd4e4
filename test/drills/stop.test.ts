import { existsSync, statSync } from 'node:fs'
import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { controlSocketPath } from '../../src/commands/channel.ts'
import { testFolder } from '../support/database.ts'
import { addCouncil, councilOf, countOf, goodRuns, integrityOf, startPortals } from './council.ts'
import {
  buildProgram,
  freePort,
  hasProcessList,
  isAlive,
  runOnce,
  startServer,
  until,
} from './server.ts'

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })
beforeAll(() => buildProgram())

/** Bytes in the log of a data folder that no checkpoint has moved into the file. */
function unsavedBytes(dataDir: string): number {
  const path = join(dataDir, 'watchdocket.db-wal')
  return existsSync(path) ? statSync(path).size : 0
}

describe.skipIf(!hasProcessList)('asked to stop (needs /proc)', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    '%s in the middle of a read ends all three processes with 0 and an empty log',
    async (signal) => {
      const portals = await startPortals()
      // Slow enough that the read is not over before the signal comes, on any machine.
      const env = { WATCHDOCKET_PACE_MS: '1000' }
      const server = await startServer(await testFolder(), { env })
      const { dataDir } = server
      const parts = [await server.part('worker'), await server.part('web')]
      await addCouncil(server, councilOf(portals, 'alderbay'))
      await until('a meeting is stored', async () => (await countOf(dataDir, 'meetings')) > 0)

      const ended = await server.stop(signal)
      expect(ended).toMatchObject({ code: 0, signal: null })
      expect(parts.filter(isAlive)).toEqual([])
      expect(unsavedBytes(dataDir)).toBe(0)
      expect(await integrityOf(dataDir)).toBe('ok')
      // The read that was cut short is told as such, and goes on at the next start by itself.
      expect(await countOf(dataDir, 'runs', "outcome = 'interrupted'")).toBe(1)
      const again = await startServer(dataDir)
      await goodRuns(dataDir, 1)
      expect((await again.stop()).code).toBe(0)
    },
  )

  it('ends at once while a dead part waits to be started again', async () => {
    const server = await startServer(await testFolder())
    const web = await server.part('web')
    process.kill(web, 'SIGKILL')
    await until('its death is told', () => server.err().includes('process died'))
    expect(await server.stop()).toMatchObject({ code: 0, signal: null })
  })
})

describe.skipIf(!hasProcessList)('a second server (needs /proc)', () => {
  it('on the same folder is refused, and the first goes on', async () => {
    const first = await startServer(await testFolder())
    const parts = [await first.part('worker'), await first.part('web')]
    const second = await runOnce(first.dataDir, ['serve'])
    expect(second.code).toBe(1)
    expect(second.err).toContain('already_running: Another Watchdocket')
    expect(second.err).toContain(String(parts[0]))
    expect(second.err).not.toMatch(/\n\s+at /)
    expect(second.out).toBe('')

    expect([await first.part('worker'), await first.part('web')]).toEqual(parts)
    expect((await fetch(first.url)).status).toBe(200)
    // Commands that change something are for the server that runs.
    const added = await runOnce(first.dataDir, ['sources', 'list'])
    expect(added.code).toBe(0)
    expect((await first.stop()).code).toBe(0)
  })

  it('on the same port is refused, and leaves its own folder free', async () => {
    const port = await freePort()
    const holder = createServer()
    await new Promise<void>((resolve) => holder.listen(port, '127.0.0.1', resolve))
    onTestFinished(() => void holder.close())
    const dataDir = await testFolder()
    const refused = await runOnce(dataDir, ['serve', '--port', String(port)])
    expect(refused.code).toBe(1)
    expect(refused.err).toContain(`port_taken: Something else listens on 127.0.0.1 port ${port}`)
    expect(unsavedBytes(dataDir)).toBe(0)
    const server = await startServer(dataDir)
    expect((await server.stop()).code).toBe(0)
  })
})

describe('a start that cannot be', () => {
  it('says who may look into the data folder', async () => {
    const dataDir = await testFolder()
    await chmod(dataDir, 0o755)
    const refused = await runOnce(dataDir, ['serve'])
    expect(refused.code).toBe(1)
    expect(refused.err).toContain('data_exposed: ')
    expect(refused.err).toContain(`chmod 700 "${dataDir}"`)
    expect(existsSync(join(dataDir, 'watchdocket.db'))).toBe(false)
  })

  it('names every setting that cannot be used, before anything is started', async () => {
    const dataDir = join(await testFolder(), 'never-made')
    const env = { WATCHDOCKET_PORT: '70000', WATCHDOCKET_PACE_MS: 'soon' }
    const refused = await runOnce(dataDir, ['serve'], { env })
    expect(refused.code).toBe(2)
    expect(refused.err).toMatch(/^setting_invalid: .*WATCHDOCKET_PORT.*WATCHDOCKET_PACE_MS/)
    expect(refused.err).not.toMatch(/\n\s+at /)
    expect(existsSync(dataDir)).toBe(false)
  })

  it('does not touch a database that is none', async () => {
    const dataDir = await testFolder()
    const path = join(dataDir, 'watchdocket.db')
    await writeFile(path, 'This is a letter to the clerk, not a database.\n'.repeat(100))
    const before = statSync(path)
    const refused = await runOnce(dataDir, ['serve'])
    expect(refused.code).toBe(1)
    expect(refused.err).toContain('db_damaged: ')
    expect(statSync(path)).toMatchObject({ size: before.size, mtimeMs: before.mtimeMs })
  })

  it('tells of a data folder that is a file', async () => {
    const dataDir = join(await testFolder(), 'data')
    await writeFile(dataDir, '')
    const refused = await runOnce(dataDir, ['serve'])
    expect(refused.code).toBe(1)
    expect(refused.err).toContain(`data_no_folder: ${dataDir}`)
    expect(refused.err).not.toMatch(/\n\s+at /)
  })
})

describe('a data folder', () => {
  it('whose path is longer than a socket may have works like any other', async () => {
    const dataDir = join(await testFolder(), 'a'.repeat(90), 'b'.repeat(90))
    await mkdir(dataDir, { recursive: true, mode: 0o700 })
    const server = await startServer(dataDir)
    expect(controlSocketPath(dataDir).startsWith(dataDir)).toBe(false)
    const portals = await startPortals()
    await addCouncil(server, councilOf(portals, 'wexley'))
    expect(await countOf(dataDir, 'sources')).toBe(1)
    expect((await server.stop()).code).toBe(0)
    expect(existsSync(controlSocketPath(dataDir))).toBe(false)
  })

  it('with spaces, quotes, percent and letters beyond ASCII works like any other', async () => {
    const dataDir = join(await testFolder(), `Café "räte" 100% #1 it's?`)
    const server = await startServer(dataDir)
    expect((await fetch(`${server.url}/coverage`)).status).toBe(200)
    expect(existsSync(join(dataDir, 'watchdocket.db'))).toBe(true)
    expect((await runOnce(dataDir, ['sources', 'list'])).code).toBe(0)
    expect((await server.stop()).code).toBe(0)
  })
})
