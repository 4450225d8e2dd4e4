import { type Client, createClient } from '@libsql/client'
import { drizzle, type LibSQLDatabase } from 'drizzle-orm/libsql'
import * as schema from './schema/index.ts'

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
  /** The client itself, for the few hot or bulk statements that drizzle is too dear for. */
  readonly client: Client
  close(): void
}

/** The door of the one process that writes. */
export interface Db extends ReadDb {
  /**
   * Runs `work` in one transaction, after every earlier `write` of this process has ended.
   * No fetch, no parsing and no waiting belongs inside.
   */
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T>
}

export interface DbAddress {
  /** `file:/srv/data/watchdocket.db` or `libsql://db.example`. */
  readonly url: string
  readonly authToken?: string | undefined
}

/** The driver waits 0 s for a lock unless told (measured: one of two writers lost all its rows). */
const lockWaitMs = 5_000

function connect({ url, authToken }: DbAddress): Client {
  return createClient({ url, timeout: lockWaitMs, ...(authToken && { authToken }) })
}

const isLocal = ({ url }: DbAddress) => url.startsWith('file:')

/**
 * Opens the database for the one process that writes and checkpoints.
 *
 * Writes queue up here because the local driver is synchronous: a second writer of the same
 * process would hold the event loop for the whole lock wait, so that the first could never commit.
 */
export async function openDb(address: DbAddress): Promise<Db> {
  const client = connect(address)
  if (isLocal(address)) {
    // Pragmas bind the connection they were run on; the write-ahead log is a property of the file.
    await client.execute('PRAGMA journal_mode = WAL')
    await client.execute('PRAGMA journal_size_limit = 67108864')
  }
  const read = drizzle({ client, schema })
  let lastWrite: Promise<unknown> = Promise.resolve()

  return {
    client,
    read,
    write(work) {
      const result = lastWrite.then(() => read.transaction(work, { behavior: 'immediate' }))
      lastWrite = result.catch(() => undefined)
      return result
    },
    close: () => client.close(),
  }
}

/** Opens the database for reading alone; a write through it fails. */
export async function openReadDb(address: DbAddress): Promise<ReadDb> {
  const client = connect(address)
  if (isLocal(address)) {
    await client.execute('PRAGMA query_only = ON')
    // Two connections that checkpoint can lose committed rows with this SQLite (3.45.1).
    await client.execute('PRAGMA wal_autocheckpoint = 0')
  }
  return { client, read: drizzle({ client, schema }), close: () => client.close() }
}
