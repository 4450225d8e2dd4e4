import { chmod, mkdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from '../config.ts'
import type { DbAddress } from '../db/client.ts'
import { nameDbError } from '../db/errors.ts'
import { InputError } from '../model/errors.ts'

export function dbAddress(config: Config): DbAddress {
  return { url: config.databaseUrl, authToken: config.databaseToken }
}

/** Pictures of pages, drawn when they are asked for: the web process's own, and safe to delete. */
export const pictureFolder = (config: Config) => join(config.dataDir, 'page-pictures')

export const archiveFolder = (config: Config) => join(config.dataDir, 'archive')

/**
 * Makes the data folder where it is missing, open to this account alone.
 *
 * @throws {InputError} `data_exposed` when other accounts may read or write it, `data_no_folder`
 * when a file is in its way.
 * @throws {DataReadOnlyError} when it cannot be made.
 */
export async function prepareDataFolder(config: Config): Promise<void> {
  const made = await mkdir(config.dataDir, { recursive: true, mode: 0o700 }).catch(
    (error: unknown) => {
      const { code } = error as NodeJS.ErrnoException
      if (code !== 'EEXIST' && code !== 'ENOTDIR') {
        throw nameDbError(error, { folder: config.dataDir })
      }
      throw new InputError(
        'data_no_folder',
        `${config.dataDir} is a file, or lies within one`,
        'Move that file away, or set WATCHDOCKET_DATA to a folder',
        { cause: error },
      )
    },
  )
  if (made !== undefined) await chmod(config.dataDir, 0o700)
  const { mode } = await stat(config.dataDir)
  if ((mode & 0o007) !== 0) {
    throw new InputError(
      'data_exposed',
      `Every account of this machine may look into ${config.dataDir}`,
      `Close it: chmod 700 "${config.dataDir}"`,
    )
  }
}
