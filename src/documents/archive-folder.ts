import { createHash, randomUUID } from 'node:crypto'
import {
  closeSync,
  fsync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  writeFile,
  writeFileSync,
} from 'node:fs'
import { readdir, readFile, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { DataReadOnlyError, DiskFullError } from '../model/errors.ts'
import type { Sha256 } from '../model/ids.ts'
import type { Archive } from './archive.ts'
import { DocumentDamagedError, DocumentMissingError } from './archive-errors.ts'

/** A file that is being written. */
export interface NewFile {
  writeFile(bytes: Uint8Array): Promise<void>
  sync(): Promise<void>
  close(): Promise<void>
}

/** The calls that write, so that a test can let a disk fail where none can be filled. */
export interface FolderWrites {
  mkdir(path: string): Promise<void>
  /** Fails if the file is there already. */
  create(path: string): Promise<NewFile>
  rename(from: string, to: string): Promise<void>
  syncFolder(path: string): Promise<void>
}

/**
 * Files up to here are read in one call: through the thread pool a page costs ten times the CPU,
 * and an unchanged portal is mostly such reads.
 */
const readAtOnce = 262_144

/** Pages of portals are smaller; larger files are written by a thread, so that nothing waits for them. */
const writeAtOnce = 2_097_152

/**
 * An archive in a local folder: `ab/<sha256>`, named by our own hash alone. Files of an archive from
 * before, `ab/cd/<sha256>`, are found where they are: 65,536 folders hold 4 kB each even when empty,
 * and making one was two fifths of what storing a page in a new archive cost.
 *
 * A file comes into being by a rename of one that is whole and on disk, so a kill or a full disk
 * leaves either all of it or none.
 */
export function createFolderArchive(folder: string, writes: FolderWrites = diskWrites): Archive {
  const folderOf = (sha256: Sha256) => join(folder, sha256.slice(0, 2))
  const pathOf = (sha256: Sha256) => join(folderOf(sha256), sha256)
  const olderPathOf = (sha256: Sha256) => join(folderOf(sha256), sha256.slice(2, 4), sha256)
  /** Where the bytes stand; `undefined` when they are not here. */
  const find = (sha256: Sha256) =>
    [pathOf(sha256), olderPathOf(sha256)]
      .map((path) => ({ path, size: sizeOf(path) }))
      .find(({ size }) => size !== undefined)
  const underway = new Map<Sha256, Promise<void>>()

  async function store(sha256: Sha256, bytes: Uint8Array): Promise<void> {
    // A file of another length was damaged: writing it anew mends it.
    if (sizeOf(pathOf(sha256)) === bytes.length) return
    if (sizeOf(olderPathOf(sha256)) === bytes.length) return
    const temporary = join(folderOf(sha256), `.${sha256}.${randomUUID()}`)
    try {
      await writes.mkdir(folderOf(sha256))
      const file = await writes.create(temporary)
      try {
        await file.writeFile(bytes)
        await file.sync()
      } finally {
        await file.close()
      }
      await writes.rename(temporary, pathOf(sha256))
      await writes.syncFolder(folderOf(sha256))
    } catch (error) {
      await rm(temporary, { force: true }).catch(() => undefined)
      throw explain(error, folder)
    }
  }

  return {
    async put(bytes) {
      const sha256 = hash(bytes)
      const storing =
        underway.get(sha256) ?? store(sha256, bytes).finally(() => underway.delete(sha256))
      underway.set(sha256, storing)
      await storing
      return sha256
    },

    async get(sha256) {
      const { path, size } = (isSha256(sha256) && find(sha256)) || {}
      if (path === undefined || size === undefined) throw new DocumentMissingError(sha256)
      const bytes = size <= readAtOnce ? readFileSync(path) : await readFile(path)
      if (hash(bytes) !== sha256) throw new DocumentDamagedError(sha256)
      return bytes
    },

    async has(sha256) {
      return isSha256(sha256) && find(sha256) !== undefined
    },

    async *list() {
      for (const first of await namesIn(folder)) {
        for (const second of await namesIn(join(folder, first))) {
          const names = isSha256(second) ? [second] : await namesIn(join(folder, first, second))
          for (const name of names) if (isSha256(name)) yield name as Sha256
        }
      }
    },
  }
}

const syncFile = promisify(fsync)
const writeBehind = promisify(writeFile)

/** Only waiting for the disk, and writing what is large, is left to the thread pool. */
const diskWrites: FolderWrites = {
  async mkdir(path) {
    if (mkdirSync(path, { recursive: true })) await this.syncFolder(dirname(path))
  },
  async create(path) {
    const file = openSync(path, 'wx', 0o600)
    return {
      async writeFile(bytes: Uint8Array) {
        if (bytes.length <= writeAtOnce) writeFileSync(file, bytes)
        else await writeBehind(file, bytes)
      },
      sync: () => syncFile(file),
      async close() {
        closeSync(file)
      },
    }
  },
  async rename(from, to) {
    renameSync(from, to)
  },
  async syncFolder(path) {
    // Without this the name may be gone after a power cut, though the bytes are on disk.
    const folder = openSync(path, 'r')
    try {
      await syncFile(folder)
    } finally {
      closeSync(folder)
    }
  },
}

/** What stands in a folder; nothing where there is none. */
async function namesIn(path: string): Promise<string[]> {
  try {
    return await readdir(path)
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error))) return []
    throw error
  }
}

/** `undefined` when there is no such file. */
function sizeOf(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.size
}

function hash(bytes: Uint8Array): Sha256 {
  return createHash('sha256').update(bytes).digest('hex') as Sha256
}

function isSha256(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text)
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

function explain(error: unknown, folder: string): unknown {
  const code = codeOf(error)
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new DiskFullError({ cause: error, where: { folder } })
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM') {
    return new DataReadOnlyError({ cause: error, where: { folder } })
  }
  return error
}
