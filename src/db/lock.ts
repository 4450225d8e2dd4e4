import { mkdir } from 'node:fs/promises'
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
 * The lock is an open write transaction on a small SQLite file, so the kernel ends it with the
 * process however that dies. Nothing else of this process may open that file: closing any other
 * handle of it would end a POSIX lock.
 *
 * @throws {AlreadyRunningError} when another process, or an earlier call of this one, holds it.
 * @throws {DataReadOnlyError} when the folder cannot be made or written.
 */
export async function lockDataFolder(dataDir: string): Promise<FolderLock> {
  const where = { folder: dataDir }
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 })
    const url = pathToFileURL(join(dataDir, 'watchdocket.lock')).href
    const client = createClient({ url, timeout: 0, concurrency: 1 })
    try {
      await client.execute('PRAGMA journal_mode = DELETE')
      const stamp = await client.transaction('write')
      await stamp.execute('CREATE TABLE IF NOT EXISTS holder (pid INTEGER NOT NULL)')
      await stamp.execute('DELETE FROM holder')
      await stamp.execute({ sql: 'INSERT INTO holder VALUES (?)', args: [process.pid] })
      await stamp.commit()
      // From here on the file is reserved, but still readable: the next one learns who has it.
      const held = await client.transaction('write')
      let isHeld = true
      return {
        release() {
          if (!isHeld) return
          isHeld = false
          held.close()
          client.close()
        },
      }
    } catch (error) {
      const named = nameDbError(error, where)
      if (!(named instanceof DbBusyError)) {
        client.close()
        throw named
      }
      const holder = await client
        .execute('SELECT pid FROM holder')
        .then(({ rows }) => (rows[0] ? `process ${String(rows[0].pid)}` : undefined))
        .catch(() => undefined)
      client.close()
      throw new AlreadyRunningError(holder, { where })
    }
  } catch (error) {
    throw nameDbError(error, where)
  }
}
