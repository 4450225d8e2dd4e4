import { type Client, createClient, type TransactionMode } from '@libsql/client'
import { drizzle, type LibSQLDatabase } from 'drizzle-orm/libsql'
import { InputError } from '../model/errors.ts'
import { nameDbError } from './errors.ts'
import { keepingPragma, keepStatements } from './kept-statements.ts'
import * as schema from './schema/index.ts'
import { createWriteLane } from './write-lane.ts'

/** What queries that only read are given: a page cannot write by accident. */
export type Reader = Pick<
  LibSQLDatabase<typeof schema>,
  'select' | 'selectDistinct' | 'with' | '$count' | 'all' | 'get' | 'values'
>

/** One open transaction. Functions that write take this, so the caller decides what belongs together. */
export type Tx = Parameters<Parameters<LibSQLDatabase<typeof schema>['transaction']>[0]>[0]

/** The door for reading. */
export interface ReadDb {
  readonly read: Reader
  /** The client behind `read`, for the few hot statements that drizzle is too dear for. Reads only. */
  readonly client: Client
  close(): void
}

/** The door of the one process that writes. */
export interface Db extends ReadDb {
  /**
   * Runs `work` in one transaction, after every earlier `write` of this process has ended, and
   * resolves once it is on disk. Writes that wait for each other share a commit, not a fate.
   * No fetch, no parsing and no waiting belongs inside.
   *
   * @throws {DiskFullError} {DbBusyError} {DbDamagedError} {DataReadOnlyError}
   */
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** Moves the write-ahead log into the file and empties it. */
  checkpoint(): Promise<void>
  /**
   * Writes a copy of the whole database to a path where nothing stands yet. By the writer, since a
   * connection that may not write cannot do this either.
   *
   * @throws {DiskFullError} {DataReadOnlyError} {DbDamagedError}
   * @throws {InputError} `backup_remote` when the database is on a server.
   */
  copyTo(path: string): Promise<void>
}

export interface DbAddress {
  /** `file:/srv/data/watchdocket.db` or `libsql://db.example`. */
  readonly url: string
  readonly authToken?: string | undefined
}

/** The driver waits 0 s for a lock unless told (measured: one of two writers lost all its rows). */
const lockWaitMs = 5_000

/** Lasting for the connection they are run on, not for the file. */
const writerPragmas = [
  'PRAGMA synchronous = FULL',
  'PRAGMA foreign_keys = ON',
  'PRAGMA secure_delete = ON',
  keepingPragma,
  // 16 MB instead of 4: a page that changes again and again is copied to the file more seldom.
  'PRAGMA wal_autocheckpoint = 4000',
  'PRAGMA journal_size_limit = 67108864',
  'PRAGMA cache_size = -8000',
]

/** Two connections that checkpoint can lose committed rows with this SQLite (3.45.1). */
const readerPragmas = [
  'PRAGMA wal_autocheckpoint = 0',
  keepingPragma,
  'PRAGMA cache_size = -4000',
  'PRAGMA query_only = ON',
]

export const isLocalDb = ({ url }: DbAddress) => url.startsWith('file:')

/**
 * A client of one connection. The driver opens further connections behind our back when it may,
 * and pragmas do not follow to those.
 */
export function connect(address: DbAddress): Client {
  keepStatements()
  try {
    return createClient({
      url: address.url,
      timeout: lockWaitMs,
      ...(isLocalDb(address) && { concurrency: 1 }),
      ...(address.authToken && { authToken: address.authToken }),
    })
  } catch (error) {
    throw nameDbError(error, { url: address.url })
  }
}

async function run(client: Client, pragmas: readonly string[]): Promise<void> {
  for (const pragma of pragmas) await client.execute(pragma)
}

/**
 * A client whose connection refuses to write. The driver replaces a connection that it could not
 * roll back, so after an error the pragmas are set again before anything else runs.
 */
function guardReader(client: Client, pragmas: readonly string[]): Client {
  let isSure = true
  const settle = async () => {
    if (isSure) return
    await run(client, pragmas)
    isSure = true
  }
  const guarded =
    <Args extends unknown[], Result>(call: (...args: Args) => Promise<Result>) =>
    async (...args: Args): Promise<Result> => {
      await settle()
      try {
        return await call.apply(client, args)
      } catch (error) {
        isSure = false
        throw nameDbError(error)
      }
    }
  const execute = guarded(client.execute.bind(client) as Client['execute'])
  const batch = guarded(client.batch.bind(client))
  return new Proxy(client, {
    get(target, key) {
      if (key === 'execute') return execute
      if (key === 'batch') return batch
      const value: unknown = Reflect.get(target, key, target)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}

/**
 * The same client, whose transactions can be rolled back twice. SQLite ends a transaction by
 * itself when the disk is full, and the driver's complaint about rolling that back would hide why.
 */
function tolerateRollback(client: Client): Client {
  const transaction = async (mode: TransactionMode = 'write') => {
    const opened = await client.transaction(mode)
    const rollback = opened.rollback.bind(opened)
    opened.rollback = () => rollback().catch(() => undefined)
    return opened
  }
  return new Proxy(client, {
    get(target, key) {
      if (key === 'transaction') return transaction
      const value: unknown = Reflect.get(target, key, target)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}

/**
 * Opens the database for reading alone; a write through it fails.
 *
 * @throws {DataReadOnlyError} {DbDamagedError}
 */
export async function openReadDb(address: DbAddress): Promise<ReadDb> {
  const plain = connect(address)
  // A server's connections are its own affair: none of the pragmas is ours to set there.
  const pragmas = isLocalDb(address) ? readerPragmas : []
  try {
    await run(plain, pragmas)
  } catch (error) {
    plain.close()
    throw nameDbError(error, { url: address.url })
  }
  const client = guardReader(plain, pragmas)
  return { client, read: drizzle({ client, schema }), close: () => plain.close() }
}

/**
 * Opens the database for the one process that writes and checkpoints. The folder's lock is held
 * by then, and the schema migrated.
 *
 * Writes queue up here because the local driver is synchronous: a second writer of the same
 * process would hold the event loop for the whole lock wait, so that the first could never commit.
 * Reads have a connection of their own and see what is committed.
 *
 * @throws {DataReadOnlyError} {DbDamagedError}
 */
export async function openDb(address: DbAddress): Promise<Db> {
  const writer = connect(address)
  const isLocal = isLocalDb(address)
  try {
    if (isLocal) {
      await writer.execute('PRAGMA journal_mode = WAL')
      await run(writer, writerPragmas)
    }
  } catch (error) {
    writer.close()
    throw nameDbError(error, { url: address.url })
  }
  const reader = await openReadDb(address)
  const orm = drizzle({ client: tolerateRollback(writer), schema })
  let isSure = true

  const surely = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      if (!isSure && isLocal) await run(writer, writerPragmas)
      isSure = true
      return await work()
    } catch (error) {
      isSure = false
      throw nameDbError(error)
    }
  }
  const lane = createWriteLane((work) =>
    surely(() => orm.transaction(work, { behavior: 'immediate' })),
  )

  return {
    client: reader.client,
    read: reader.read,
    write: (work) => lane.write(work),
    checkpoint: () =>
      lane.alone(() =>
        surely(async () => {
          if (isLocal) await writer.execute('PRAGMA wal_checkpoint(TRUNCATE)')
        }),
      ),
    async copyTo(path) {
      if (!isLocal) {
        throw new InputError(
          'backup_remote',
          `The database is on a server: ${new URL(address.url).host}`,
          'Back it up where it runs; the archive of originals is in the data folder here',
        )
      }
      await lane.alone(() =>
        surely(async () => {
          await writer.execute({ sql: 'VACUUM INTO ?', args: [path] })
        }),
      )
    },
    close() {
      reader.close()
      writer.close()
    },
  }
}
