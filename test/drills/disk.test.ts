import { execFileSync } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { mkdir, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
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
import { buildProgram, hasProcessList, runOnce, startServer, until } from './server.ts'

vi.setConfig({ testTimeout: 240_000, hookTimeout: 180_000 })
beforeAll(() => buildProgram())

/** Whether a small file system can be mounted here; `mount` needs the right to. */
const mayMount = (() => {
  const folder = mkdtempSync(join(tmpdir(), 'watchdocket-mount-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder], { stdio: 'ignore' })
    execFileSync('umount', [folder], { stdio: 'ignore' })
    return true
  } catch {
    return false
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})()

/** A disk of its own for the test, open to this account alone. */
async function smallDisk(size: string): Promise<string> {
  const folder = join(await testFolder(), 'disk')
  await mkdir(folder)
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size},mode=700`, 'tmpfs', folder])
  onTestFinished(() => void execFileSync('umount', ['-l', folder]))
  return folder
}

const freeBytes = (folder: string) => {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize
}

/** Leaves only so much room on the disk of a folder. */
async function fill(folder: string, leaving: number) {
  const path = join(folder, 'film')
  const size = freeBytes(folder) - leaving
  await writeFile(path, Buffer.alloc(size))
  return {
    /** Makes a little room, and only that. */
    shrink: (bytes: number) => truncate(path, size - bytes),
    remove: () => rm(path),
  }
}

describe.skipIf(!mayMount || !hasProcessList)('a full disk (needs the right to mount)', () => {
  it('stops writing with disk_full, shows what is stored, and goes on when there is room', async () => {
    const portals = await startPortals()
    const first = councilOf(portals, 'wexley')
    const council = councilOf(portals, 'alderbay')
    const dataDir = await smallDisk('24m')
    const server = await startServer(dataDir)
    await addCouncil(server, first)
    await goodRuns(dataDir, 1)
    const before = await contentOf(dataDir)

    // Enough for the next read to begin, too little for it to end.
    const film = await fill(dataDir, 1_500_000)
    await addCouncil(server, council)
    await until('the disk is told to be full', () => server.err().includes('"disk_full"'))
    // Too little for reading to go on, too little for a copy.
    await film.shrink(200_000)
    await expect(server.ask('back-up', { folder: join(dataDir, 'copy') })).rejects.toMatchObject({
      code: 'disk_full',
    })
    for (const path of ['/', '/coverage', '/search?q=camera', '/feed.atom']) {
      expect([path, (await fetch(server.url + path)).status]).toEqual([path, 200])
    }
    expect(await integrityOf(dataDir)).toBe('ok')
    expect((await contentOf(dataDir)).meetings).toEqual(
      expect.arrayContaining(before.meetings) as unknown,
    )

    await film.remove()
    await goodRuns(dataDir, 2)
    expect(await integrityOf(dataDir)).toBe('ok')
    expect(await countOf(dataDir, 'runs', "outcome = 'running'")).toBe(0)
    const stored = await contentOf(dataDir)
    expect(new Set(stored.meetings.map((row) => row.upstream_id)).size).toBe(stored.meetings.length)
    expect(stored.meetings.every(({ versions }) => versions === 1)).toBe(true)
    expect((await server.stop()).code).toBe(0)
  })

  it('keeps a new installation from starting, and says why', async () => {
    const dataDir = await smallDisk('1m')
    await fill(dataDir, 100_000)
    const refused = await runOnce(dataDir, ['serve'])
    expect(refused.code).toBe(1)
    expect(refused.err).toMatch(/^disk_full: /m)
    expect(refused.err).not.toMatch(/\n\s+at /)
  })
})

const nobody = 65_534
const isRoot = process.getuid?.() === 0
/** Root may write everywhere: the drill runs the program as an account without rights. */
const asNobody = ['setpriv', `--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups']
const mayDemote = (() => {
  if (!isRoot) return true
  try {
    execFileSync('setpriv', [...asNobody.slice(1), 'true'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
})()

describe.skipIf(!mayDemote)('a data folder that may not be written (needs setpriv as root)', () => {
  const under = isRoot ? asNobody : []

  async function folderOf(owner: number): Promise<string> {
    const folder = await testFolder()
    chmodSync(folder, 0o755)
    const dataDir = join(folder, 'data')
    await mkdir(dataDir)
    if (isRoot) chownSync(dataDir, owner, owner)
    return dataDir
  }

  it('stops the start with data_read_only, new or not', async () => {
    const dataDir = await folderOf(nobody)
    chmodSync(dataDir, 0o500)
    const refused = await runOnce(dataDir, ['serve'], { under })
    expect(refused.code).toBe(1)
    expect(refused.err).toMatch(/^data_read_only: /m)
    expect(refused.err).not.toMatch(/\n\s+at /)
    expect(existsSync(join(dataDir, 'watchdocket.db'))).toBe(false)

    const inside = await runOnce(join(dataDir, 'within'), ['serve'], { under })
    expect(inside.code).toBe(1)
    expect(inside.err).toMatch(/^data_read_only: /m)
  })

  it('that has become so is told by every command', async () => {
    const dataDir = await folderOf(nobody)
    chmodSync(dataDir, 0o700)
    const made = await runOnce(dataDir, ['ingest', '--once'], { under })
    expect([made.code, made.err]).toEqual([0, ''])
    chmodSync(dataDir, 0o500)
    for (const argv of [
      ['sources', 'list'],
      ['export', '--json'],
      ['sources', 'pause', 'x'],
    ]) {
      const told = await runOnce(dataDir, argv, { under })
      expect([argv, told.code]).toEqual([argv, 1])
      expect(told.err).toMatch(/^data_read_only: /m)
      expect(told.err).not.toMatch(/\n\s+at /)
    }
  })
})
