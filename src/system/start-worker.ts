import { randomUUID } from 'node:crypto'
import { scrapers } from '../../scrapers/index.ts'
import { recognisePortal } from '../../scrapers/recognise-portal.ts'
import type { ChildWork } from '../child.ts'
import { controlSocketPath, serveCommands } from '../commands/channel.ts'
import type { CommandDeps } from '../commands/deps.ts'
import { commands } from '../commands/index.ts'
import type { Config } from '../config.ts'
import { isLocalDb, openDb } from '../db/client.ts'
import { lockDataFolder } from '../db/lock.ts'
import { migrateDb } from '../db/migrate.ts'
import { readShownVersions } from '../db/queries/content-version.ts'
import {
  claimDocumentJob,
  type DocumentJob,
  recoverDocumentJobs,
} from '../db/queries/document-jobs.ts'
import {
  claimRecognition,
  type RecognitionJob,
  recoverRecognitions,
} from '../db/queries/page-recognitions.ts'
import {
  type ClaimedSource,
  claimDueSources,
  claimSource,
  matchSourcesToPlatforms,
  recoverClaims,
  releaseSource,
  rescheduleSource,
} from '../db/queries/sources.ts'
import { createDetector } from '../detect/detect.ts'
import { createDocumentReader } from '../documents/document-reader.ts'
import { createRecogniser } from '../documents/recogniser.ts'
import { archiveNothing, rememberNothing } from '../http/keep-nothing.ts'
import { createScheduler, startBeat } from '../jobs/scheduler.ts'
import type { Log } from '../log.ts'
import { InputError } from '../model/errors.ts'
import { dbAddress, prepareDataFolder } from './folders.ts'
import { openArchive } from './open-archive.ts'
import { openDirectory } from './open-directory.ts'
import { openHttp } from './open-http.ts'
import { createReading } from './reading.ts'
import { resolveSource } from './resolve-source.ts'
import { hasRoom } from './room.ts'
import { startSilenceWatch } from './silence-watch.ts'

/** What the worker is told about who listens. */
export interface WorkerDoors {
  readonly log: Log
  /** Something that pages show has been committed; called at most a few times a second. */
  changed(contentVersion: number): void
}

/** A worker at work, for the process of its own and for commands that run without a server. */
export interface Worker extends ChildWork {
  readonly deps: CommandDeps
  readonly contentVersion: number
  /** Recognises every page that waits for it, then resolves; a scheduled worker does so by itself. */
  recogniseDue(signal: AbortSignal): Promise<void>
}

/** A run renews its lease at every meeting; a dead one's source is free again after this. */
const leaseMs = 10 * 60_000
/** A source whose run could not be stored waits this long. */
const unstoredPauseMs = 30_000
const tellEveryMs = 250
const lookForRoomEveryMs = 1_000

/** Sources whose documents are read at the same time: as many as there are reading processes. */
const documentLanes = 2
/** Pages recognised at the same time, and pages of one document taken at once. */
const recognitionLanes = 2
const pagesATurn = 2
/** Who watches a demonstration waits twenty seconds for what a council would show in fifteen minutes. */
const demoHaste = 45

/** Content and progress both change pages: their sum grows with either. */
const sumOf = (versions: { content: number; status: number }) => versions.content + versions.status

/**
 * Takes the data folder, brings the database up to date, and does all the writing there is.
 * With `isScheduled` it also reads what is due, on a beat, and listens for commands.
 *
 * @throws {AlreadyRunningError} {DataReadOnlyError} {DbDamagedError} {DiskFullError}
 * @throws {InputError} `data_exposed`
 */
export async function startWorker(
  config: Config,
  doors: WorkerDoors,
  { isScheduled }: { readonly isScheduled: boolean },
): Promise<Worker> {
  const { log } = doors
  const now = () => new Date()
  await prepareDataFolder(config)
  const lock = await lockDataFolder(config.dataDir)
  try {
    const migrated = await migrateDb(dbAddress(config))
    if (migrated.backup) log.info('database copied before its upgrade', { path: migrated.backup })
    const db = await openDb(dbAddress(config))
    await db.write(async (tx) => {
      // A database on a server may have other workers: their claims end by their leases alone.
      const isAlone = isLocalDb(dbAddress(config))
      await recoverClaims(tx, now(), { isAlone })
      if (isAlone) await recoverDocumentJobs(tx)
      if (isAlone) await recoverRecognitions(tx)
      await matchSourcesToPlatforms(
        tx,
        scrapers.map(({ platform }) => platform),
        now(),
      )
    })

    const directory = openDirectory(config)
    const http = openHttp(config)
    const archive = openArchive(config)
    const reader = createDocumentReader()
    const recogniser = createRecogniser({ lanes: recognitionLanes })
    const ending = new AbortController()

    let telling: NodeJS.Timeout | undefined
    const tell = async () => doors.changed(sumOf(await readShownVersions(db.read)))
    const changed = () => {
      telling ??= setTimeout(() => {
        telling = undefined
        tell().catch((error: unknown) => log.error('not told', { message: String(error) }))
      }, tellEveryMs)
    }

    const reading = createReading({
      db,
      http,
      archive,
      reader,
      recogniser,
      detector: createDetector(),
      log,
      now,
      random: Math.random,
      changed,
      haste: config.demo ? demoHaste : 1,
      signal: ending.signal,
    })
    const terms = () => ({ now: now(), token: randomUUID(), leaseMs })
    /** Sources of runs that could not be stored: held until that, too, can be stored. */
    const unstored = new Map<string, ClaimedSource>()
    const giveBack = async () => {
      for (const [id, source] of unstored) {
        await db.write(async (tx) => {
          await rescheduleSource(tx, id, new Date(now().getTime() + unstoredPauseMs))
          await releaseSource(tx, source)
        })
        unstored.delete(id)
      }
    }
    let isPaused = false
    let lookedAt = Number.NEGATIVE_INFINITY
    const mayRead = async () => {
      const wasPaused = isPaused
      if (performance.now() - lookedAt < lookForRoomEveryMs) return !isPaused
      lookedAt = performance.now()
      isPaused = !(await hasRoom(config.dataDir))
      if (isPaused && !wasPaused) log.error('disk nearly full, reading pauses', {})
      if (wasPaused && !isPaused) log.info('there is room again, reading goes on', {})
      return !isPaused
    }
    const scheduler = createScheduler<ClaimedSource>({
      async claim(most) {
        if (!(await mayRead())) return []
        await giveBack()
        return await db.write((tx) => claimDueSources(tx, terms(), most))
      },
      async run(source) {
        try {
          await reading.read(source)
          documents.wake()
        } catch (error) {
          unstored.set(source.id, source)
          throw error
        }
      },
      concurrency: config.concurrency,
      log,
    })
    // A lane of their own: a packet of 100 MB must not hold up an agenda.
    const documents = createScheduler<DocumentJob>({
      async claim() {
        if (!(await mayRead())) return []
        const job = await db.write((tx) => claimDocumentJob(tx, terms()))
        return job ? [job] : []
      },
      run: async (job) => {
        await reading.readDocuments(job, leaseMs)
        pictures.wake()
      },
      concurrency: documentLanes,
      log,
    })
    const claimPictures = () => db.write((tx) => claimRecognition(tx, terms(), pagesATurn))
    // Behind all text: it takes seconds of CPU time a page, at the lowest priority.
    const pictures = createScheduler<RecognitionJob>({
      async claim() {
        if (!(await mayRead())) return []
        const job = await claimPictures()
        return job ? [job] : []
      },
      run: (job) => reading.recognise(job),
      concurrency: recognitionLanes,
      log,
    })
    const wake = () => {
      scheduler.wake()
      documents.wake()
      pictures.wake()
    }
    /** Where no lane runs, whoever asked for the read waits for its documents too. */
    const readWithDocuments = async (source: ClaimedSource) => {
      const report = await reading.read(source)
      if (isScheduled) return report
      for (;;) {
        const job = await db.write((tx) => claimDocumentJob(tx, terms(), source.id))
        if (!job) return report
        await reading.readDocuments(job, leaseMs)
      }
    }

    const search = (address: string) =>
      recognisePortal(
        address,
        http.fetcherFor({
          memory: rememberNothing,
          archive: archiveNothing,
          signal: ending.signal,
        }),
      )

    const deps: CommandDeps = {
      db,
      now,
      changed,
      wake: isScheduled ? scheduler.wake : () => undefined,
      resolve: (wanted) => resolveSource(directory(), config.demo ?? [], wanted, search),
      async readToEnd(sourceId) {
        const claimed = await db.write((tx) => claimSource(tx, sourceId, terms()))
        if (claimed) return await readWithDocuments(claimed)
        throw new InputError(
          'source_not_active',
          `"${sourceId}" is being read already, paused or not readable yet`,
          'See `watchdocket sources list`',
        )
      },
    }

    const stopBeat = isScheduled ? startBeat(wake) : async () => undefined
    // On a timer of its own: that nothing is read any more is what it is there to notice.
    const stopWatch = isScheduled ? startSilenceWatch({ db, log, now }) : () => undefined
    const channel = isScheduled
      ? await serveCommands(controlSocketPath(config.dataDir), commands, deps, (error) =>
          log.error('command failed', {
            message: error instanceof Error ? error.message : String(error),
          }),
        )
      : undefined
    const redetecting = isScheduled ? reading.redetect() : Promise.resolve()
    redetecting.catch((error: unknown) => log.error('redetect failed', { message: String(error) }))
    const rereading = isScheduled ? reading.reread() : Promise.resolve()
    rereading.catch((error: unknown) => log.error('reread failed', { message: String(error) }))
    if (isScheduled) wake()

    return {
      deps,
      contentVersion: sumOf(await readShownVersions(db.read)),
      async recogniseDue(signal) {
        const lane = async () => {
          while (!signal.aborted && !ending.signal.aborted) {
            const job = await claimPictures()
            if (!job) return
            await reading.recognise(job)
          }
        }
        await Promise.all(Array.from({ length: recognitionLanes }, lane))
      },
      async stop() {
        ending.abort()
        await stopBeat()
        stopWatch()
        await channel?.close()
        reader.close()
        recogniser.close()
        await Promise.all([scheduler.stop(), documents.stop(), pictures.stop()])
        await Promise.allSettled([redetecting, rereading])
        clearTimeout(telling)
        await http.close()
        await archive.close()
        await db.checkpoint().catch((error: unknown) => {
          log.warn('log not emptied', { message: String(error) })
        })
        db.close()
        lock.release()
      },
    }
  } catch (error) {
    lock.release()
    throw error
  }
}
