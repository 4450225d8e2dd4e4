import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import {
  chmod,
  mkdir,
  mkdtemp,
  open,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  truncate,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createFolderArchive, type FolderWrites } from '../../src/documents/archive-folder.ts'
import type { Sha256 } from '../../src/model/ids.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'archive-'))
})
afterEach(async () => {
  await chmod(folder, 0o700)
  await rm(folder, { recursive: true })
})

const pathOf = (sha256: Sha256) => join(folder, sha256.slice(0, 2), sha256)
/** Every file below the folder, by its path within. */
const files = async () =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)

const agenda = Buffer.from('Agenda of the council')

describe('the folder archive', () => {
  it('keeps bytes under their SHA-256', async () => {
    const archive = createFolderArchive(folder)
    const sha256 = await archive.put(agenda)
    expect(sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(await readFile(pathOf(sha256))).toEqual(agenda)
    expect(await archive.has(sha256)).toBe(true)
    expect(Buffer.from(await archive.get(sha256))).toEqual(agenda)
  })

  it('agrees with the hash the world computes', async () => {
    // printf '' | sha256sum
    expect(await createFolderArchive(folder).put(new Uint8Array())).toBe(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    )
  })

  it('stores identical bytes once, also when asked at once', async () => {
    const archive = createFolderArchive(folder)
    const [first] = await Promise.all([1, 2, 3].map(() => archive.put(agenda)))
    if (!first) throw new Error('nothing stored')
    const { ino } = await stat(pathOf(first))
    await createFolderArchive(folder).put(Buffer.from(agenda))
    expect(await files()).toEqual([first])
    expect((await stat(pathOf(first))).ino).toBe(ino)
  })

  it('finds what an archive from before keeps two folders deep, and stores it no second time', async () => {
    const archive = createFolderArchive(folder)
    const sha256 = await archive.put(agenda)
    const older = join(folder, sha256.slice(0, 2), sha256.slice(2, 4))
    await mkdir(older)
    await rename(pathOf(sha256), join(older, sha256))
    expect(await archive.has(sha256)).toBe(true)
    expect(Buffer.from(await archive.get(sha256))).toEqual(agenda)
    expect(await archive.put(agenda)).toBe(sha256)
    expect(await files()).toEqual([sha256])
    const listed: Sha256[] = []
    for await (const name of archive.list()) listed.push(name)
    expect(listed).toEqual([sha256])
  })

  it('gives back any bytes', async () => {
    const archive = createFolderArchive(folder)
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 5_000 }), async (bytes) => {
        expect([...(await archive.get(await archive.put(bytes)))]).toEqual([...bytes])
      }),
      { numRuns: 40 },
    )
  })

  it('says what it does not hold', async () => {
    const archive = createFolderArchive(folder)
    const absent = 'a'.repeat(64) as Sha256
    expect(await archive.has(absent)).toBe(false)
    await expect(archive.get(absent)).rejects.toMatchObject({ code: 'document_missing' })
  })

  it.each(['../../etc/passwd', '', 'A'.repeat(64), `${'a'.repeat(64)}/../x`])(
    'takes %j for no hash of ours',
    async (name) => {
      const archive = createFolderArchive(folder)
      expect(await archive.has(name as Sha256)).toBe(false)
      await expect(archive.get(name as Sha256)).rejects.toMatchObject({ code: 'document_missing' })
    },
  )

  it('notices a changed byte', async () => {
    const archive = createFolderArchive(folder)
    const sha256 = await archive.put(agenda)
    await writeFile(pathOf(sha256), agenda.toString().replace('council', 'mayor..'))
    await expect(archive.get(sha256)).rejects.toMatchObject({
      code: 'document_damaged',
      retry: 'when-changed',
    })
  })

  it('mends a file that was cut short when the same bytes come again', async () => {
    const archive = createFolderArchive(folder)
    const sha256 = await archive.put(agenda)
    await truncate(pathOf(sha256), 3)
    await archive.put(agenda)
    expect(Buffer.from(await archive.get(sha256))).toEqual(agenda)
  })
})

/** The real disk, failing with `code` at one of its calls. */
function failingAt(call: 'mkdir' | 'create' | 'write' | 'sync' | 'rename', code: string) {
  const fail = async () => Promise.reject(Object.assign(new Error(code), { code }))
  const writes: FolderWrites = {
    mkdir: async (path) => {
      if (call === 'mkdir') await fail()
      await mkdir(path, { recursive: true })
    },
    create: async (path) => {
      if (call === 'create') await fail()
      const file = await open(path, 'wx')
      return {
        // Half of it reaches the disk before there is no more room.
        writeFile: async (bytes) => {
          if (call !== 'write') return await file.writeFile(bytes)
          await file.write(agenda.subarray(0, 5))
          await fail()
        },
        sync: async () => {
          if (call === 'sync') await fail()
          await file.sync()
        },
        close: () => file.close(),
      }
    },
    rename: async (from, to) => {
      if (call === 'rename') await fail()
      await rename(from, to)
    },
    syncFolder: async () => undefined,
  }
  return createFolderArchive(folder, writes)
}

describe('a disk that fails', () => {
  it.each([
    ['mkdir', 'ENOSPC', 'disk_full'],
    ['create', 'ENOSPC', 'disk_full'],
    ['write', 'ENOSPC', 'disk_full'],
    ['write', 'EDQUOT', 'disk_full'],
    ['sync', 'ENOSPC', 'disk_full'],
    ['rename', 'ENOSPC', 'disk_full'],
    ['mkdir', 'EROFS', 'data_read_only'],
    ['create', 'EACCES', 'data_read_only'],
    ['rename', 'EPERM', 'data_read_only'],
  ] as const)('at %s with %s is %s, and leaves nothing behind', async (call, code, ours) => {
    const before = await createFolderArchive(folder).put(Buffer.from('earlier'))
    await expect(failingAt(call, code).put(agenda)).rejects.toMatchObject({ code: ours })
    expect(await files()).toEqual([before])
  })

  it('passes on what it does not know', async () => {
    await expect(failingAt('write', 'EIO').put(agenda)).rejects.toMatchObject({ code: 'EIO' })
    expect(await files()).toEqual([])
  })

  it('is used again once it has room', async () => {
    await expect(failingAt('write', 'ENOSPC').put(agenda)).rejects.toThrow()
    const archive = createFolderArchive(folder)
    expect(await archive.has(await archive.put(agenda))).toBe(true)
  })

  it.skipIf(process.getuid?.() === 0)('is really read-only to a user without rights', async () => {
    await chmod(folder, 0o500)
    await expect(createFolderArchive(folder).put(agenda)).rejects.toMatchObject({
      code: 'data_read_only',
    })
  })

  it.skipIf(!existsSync('/sys/kernel'))('is really read-only where nobody may write', async () => {
    await expect(createFolderArchive('/sys/kernel/archive').put(agenda)).rejects.toMatchObject({
      code: 'data_read_only',
    })
  })
})

it('stores a document of many megabytes', async () => {
  const archive = createFolderArchive(folder)
  const bytes = randomBytes(20 * 1_048_576)
  expect(Buffer.from(await archive.get(await archive.put(bytes))).equals(bytes)).toBe(true)
})
