import { mkdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { InputError } from '../model/errors.ts'
import type { Db } from './client.ts'
import { nameDbError } from './errors.ts'
import { checkDb } from './migrate.ts'

export interface Backup {
  readonly path: string
  readonly sizeBytes: number
}

/**
 * Writes a copy of the whole database into a new folder, checks it, and only then gives it its
 * name: a copy that stands there is a good one.
 *
 * @throws {InputError} `backup_exists` when the folder is there already.
 * @throws {DiskFullError} {DataReadOnlyError} {DbDamagedError}
 */
export async function backUpDb(db: Db, folder: string): Promise<Backup> {
  const path = join(folder, 'watchdocket.db')
  const part = `${path}.part`
  try {
    await mkdir(folder, { mode: 0o700 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') {
      throw new InputError('backup_exists', `${folder} is there already`, 'Name a new folder', {
        cause: error,
      })
    }
    throw nameDbError(error, { folder })
  }
  try {
    await db.copyTo(part)
    await checkDb({ url: pathToFileURL(part).href })
    await rename(part, path)
    return { path, sizeBytes: (await stat(path)).size }
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw nameDbError(error, { folder })
  }
}
