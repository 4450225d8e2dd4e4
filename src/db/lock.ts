import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createClient } from '@libsql/client'
import { AlreadyRunningError, DbBusyError, nameDbError } from './errors.ts'

export interface FolderLock {
  /** Gives the folder back. Called twice, the second call does nothing. */
  release(): void
}

/**
 * Takes the data folder for this process, making the folder where it is missing.
 *
 * The lock is a write transaction that stays open on an empty SQLite file, so the kernel ends it
 * with the process however that dies. Nothing is ever written to that file: a commit would need
 * more than the lock itself, and could be held up by one who merely tried. Nothing else of this
 * process may open it: closing any other handle of it would end a POSIX lock.
 *
 * @throws {AlreadyRunningError} when another process, or an earlier call of this one, holds it.
 * @throws {DataReadOnlyError} when the folder cannot be made or written.
 */
export async function lockDataFolder(dataDir: string): Promise<FolderLock> {
  const where = { folder: dataDir }
  const pidPath = join(dataDir, 'watchdocket.pid')
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 })
    const url = pathToFileURL(join(dataDir, 'watchdocket.lock')).href
    const client = createClient({ url, timeout: 0, concurrency: 1 })
    const held = await client.transaction('write').catch(async (error: unknown) => {
      client.close()
      const named = nameDbError(error, where)
      if (!(named instanceof DbBusyError)) throw named
      const pid = await readFile(pidPath, 'utf8').catch(() => undefined)
      throw new AlreadyRunningError(pid && `process ${pid.trim()}`, { where })
    })
    let isHeld = true
    const release = () => {
      if (!isHeld) return
      isHeld = false
      held.close()
      client.close()
    }
    await writeFile(pidPath, `${process.pid}\n`, { mode: 0o600 }).catch((error: unknown) => {
      release()
      throw error
    })
    return { release }
  } catch (error) {
    throw nameDbError(error, where)
  }
}
