import { access } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { unverified } from '../../scrapers/platforms.ts'
import type { Ingesting } from '../cli/commands/ingest.ts'
import type { SourceCare } from '../cli/commands/sources.ts'
import { type Ask, controlSocketPath, createAsk } from '../commands/channel.ts'
import { commands } from '../commands/index.ts'
import type { Config } from '../config.ts'
import { isLocalDb, openReadDb, type ReadDb } from '../db/client.ts'
import { AlreadyRunningError } from '../db/errors.ts'
import { listOverdueAgendas } from '../db/queries/body-habits.ts'
import { listCoverage } from '../db/queries/coverage.ts'
import { summariseCoverage } from '../db/queries/platform-coverage.ts'
import { listDueSourceIds, listSources } from '../db/queries/sources.ts'
import type { RunReport } from '../ingest/run-report.ts'
import { createLog } from '../log.ts'
import { InputError } from '../model/errors.ts'
import { dbAddress } from './folders.ts'
import { startWorker } from './start-worker.ts'

/** Ways to the process that writes, and what must be closed after. */
interface Writing {
  readonly ask: Ask
  /** Recognises pages that are pictures, where no server does so by itself. */
  recognise(signal: AbortSignal): Promise<void>
  close(): Promise<void>
}

/**
 * The server's worker where one runs on this data folder; else this process takes the folder and
 * does the same work itself.
 */
async function openWriting(config: Config): Promise<Writing> {
  const log = createLog(
    (line) => process.stderr.write(line),
    () => new Date(),
    'cli',
  )
  try {
    const worker = await startWorker(
      config,
      { log, changed: () => undefined },
      { isScheduled: false },
    )
    const byName = new Map(commands.map((command) => [command.name, command]))
    return {
      async ask(name, input) {
        const command = byName.get(name)
        if (!command)
          throw new InputError('command_unknown', `No command "${name}"`, 'See docs/cli.md')
        return await command.run(input, worker.deps)
      },
      recognise: (signal) => worker.recogniseDue(signal),
      close: () => worker.stop(),
    }
  } catch (error) {
    if (!(error instanceof AlreadyRunningError)) throw error
    const nothing = async () => undefined
    return { ask: createAsk(controlSocketPath(config.dataDir)), recognise: nothing, close: nothing }
  }
}

/** @throws {InputError} `nothing_stored` when there is no database yet. */
async function expectStored(config: Config): Promise<void> {
  const address = dbAddress(config)
  if (isLocalDb(address)) {
    await access(fileURLToPath(address.url)).catch((error: unknown) => {
      throw new InputError(
        'nothing_stored',
        `There is no database at ${fileURLToPath(address.url)}`,
        'Start the server once, or set WATCHDOCKET_DATA to its data folder',
        { cause: error },
      )
    })
  }
}

/**
 * The database for reading alone.
 *
 * @throws {InputError} `nothing_stored`
 */
export async function openReading(config: Config): Promise<ReadDb> {
  await expectStored(config)
  return await openReadDb(dbAddress(config))
}

/** For `sources` and `backup`. What only reads opens no writer. */
export async function openCare(config: Config): Promise<SourceCare> {
  const opened: { close(): unknown }[] = []

  /** `undefined` before anything was ever stored: then nothing is watched. */
  async function readOr<T>(read: (db: ReadDb) => Promise<T>): Promise<T | undefined> {
    try {
      const db = await openReading(config)
      opened.push(db)
      return await read(db)
    } catch (error) {
      if (error instanceof InputError && error.code === 'nothing_stored') return undefined
      throw error
    }
  }

  return {
    async ask(name, input) {
      // In a wrong folder a backup would be made of nothing, and look like one.
      if (name !== 'add-source') await expectStored(config)
      const writing = await openWriting(config)
      opened.push(writing)
      return await writing.ask(name, input)
    },
    listCoverage: async () => (await readOr(listCoverage)) ?? [],
    async readHealth(now) {
      const health = await readOr(async (db) => {
        const { since, platforms } = await summariseCoverage(db, now)
        return {
          since,
          platforms: platforms.map((row) => ({
            ...row,
            isVerified: !unverified.has(row.platform),
          })),
          overdue: await listOverdueAgendas(db.read),
          sources: await listCoverage(db),
        }
      })
      return health ?? { since: now, platforms: [], overdue: [], sources: [] }
    },
    async close() {
      for (const door of opened) await door.close()
    },
  }
}

/** For `ingest`: the server reads where one runs, else this process does. */
export async function openIngesting(config: Config): Promise<Ingesting> {
  const writing = await openWriting(config)
  const db = await openReading(config)
  return {
    async readSource(sourceId) {
      return (await writing.ask('read-source', { sourceId })) as RunReport
    },
    recognise: (signal) => writing.recognise(signal),
    async listSourceIds(which) {
      if (which === 'due') return await listDueSourceIds(db.read, new Date(), 1_000)
      const all = await listSources(db.read)
      return all.filter(({ state }) => state === 'active').map(({ id }) => id)
    },
    async close() {
      db.close()
      await writing.close()
    },
  }
}
