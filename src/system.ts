import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { findScraper } from '../scrapers/index.ts'
import { platformLabel, recogniseAddress, unverified } from '../scrapers/platforms.ts'
import { recognisePortal } from '../scrapers/recognise-portal.ts'
import type { Command } from './cli/command.ts'
import { backupCommand } from './cli/commands/backup.ts'
import { demoCommand } from './cli/commands/demo.ts'
import { detectCommand } from './cli/commands/detect.ts'
import { directoryCommand } from './cli/commands/directory.ts'
import { doctorCommand } from './cli/commands/doctor.ts'
import { evalCommand } from './cli/commands/eval.ts'
import { exportCommand } from './cli/commands/export.ts'
import { extractCommand } from './cli/commands/extract.ts'
import { ingestCommand } from './cli/commands/ingest.ts'
import { packCommand } from './cli/commands/pack.ts'
import { parseCommand } from './cli/commands/parse.ts'
import { recogniseCommand } from './cli/commands/recognise.ts'
import { type RecognisedPortal, scrapeCommand } from './cli/commands/scrape.ts'
import { searchCommand } from './cli/commands/search.ts'
import { serveCommand } from './cli/commands/serve.ts'
import { sourcesCommand } from './cli/commands/sources.ts'
import { verifyCommand } from './cli/commands/verify.ts'
import { controlSocketPath, createAsk } from './commands/channel.ts'
import { type Config, readConfig } from './config.ts'
import { startDemoPortals } from './demo/portal.ts'
import { createDetector, type Detector } from './detect/detect.ts'
import { technologyName, vendorName } from './detect/taxonomy.ts'
import { findByPortal } from './directory/find-by-portal.ts'
import { createDocumentReader } from './documents/document-reader.ts'
import { createRecogniser } from './documents/recogniser.ts'
import { archiveNothing, rememberNothing, sha256Of } from './http/keep-nothing.ts'
import { createPage } from './http/page.ts'
import { createReplayFetcher } from './http/replay.ts'
import { unpackSaved } from './http/saved-bytes.ts'
import { InputError, shorten } from './model/errors.ts'
import { packItem, verifyInstallation } from './system/evidence.ts'
import { examine } from './system/examine.ts'
import { openDirectory } from './system/open-directory.ts'
import { openCare, openIngesting, openReading } from './system/open-doors.ts'
import { openHttp } from './system/open-http.ts'
import { serve } from './system/serve.ts'

const now = () => new Date()

/** The detector, compiled when it is first wanted: most commands never want it. */
const detector = (() => {
  let compiled: Detector | undefined
  return () => {
    compiled ??= createDetector()
    return compiled
  }
})()

/** What commands that look at portals share: recognition, adapters, zones. */
function portalDeps() {
  const directory = openDirectory({ demo: null })
  return {
    recognise: recogniseAddress,
    findScraper,
    zoneFor({ platform, client, portalUrl }: RecognisedPortal) {
      return findByPortal(directory(), { platform, client, url: portalUrl })?.timeZone ?? null
    },
    now,
  }
}

/** The polite client of one run that stores nothing. */
async function createLiveFetcher(config: Config) {
  const http = openHttp(config)
  const fetcher = http.fetcherFor({ memory: rememberNothing, archive: archiveNothing })
  return { fetcher, close: () => http.close() }
}

/** @throws {InputError} `file_missing` or `file_unreadable` */
async function readText(path: string): Promise<string> {
  return await readFile(path, 'utf8').catch((error: unknown) => {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    const why = isMissing ? 'does not exist' : 'cannot be read'
    const said = `The file "${shorten(path, 200)}" ${why}`
    throw new InputError(isMissing ? 'file_missing' : 'file_unreadable', said, 'Check its name', {
      cause: error,
    })
  })
}

/** A folder for one demonstration, gone with it. */
async function makeFolder() {
  const path = await mkdtemp(join(tmpdir(), 'watchdocket-demo-'))
  return { path, remove: () => rm(path, { recursive: true, force: true }) }
}

const sleep = (ms: number, signal: AbortSignal) =>
  wait(ms, undefined, { signal }).catch(() => undefined)

/** Every command of the command line, in the order in which help tells them. */
export function listCommands(config: () => Config = readConfig): readonly Command[] {
  const openWith =
    <T>(open: (config: Config) => Promise<T>) =>
    () =>
      open(config())
  return [
    serveCommand({ config, serve }),
    demoCommand({
      config,
      serve,
      startPortals: () => startDemoPortals({ now }),
      makeFolder,
      ask: (dataDir, name, input) => createAsk(controlSocketPath(dataDir))(name, input),
    }),
    sourcesCommand({ open: openWith(openCare), now }),
    directoryCommand({
      directory: openDirectory({ demo: null }),
      platforms: {
        label: platformLabel,
        isReadable: (platform) => findScraper(platform) !== undefined,
        isVerified: (platform) => !unverified.has(platform),
      },
    }),
    ingestCommand({ open: openWith(openIngesting), sleep }),
    exportCommand({
      openReadDb: openWith(openReading),
      now,
      taxonomy: { technology: technologyName, vendor: vendorName },
      get publicUrl() {
        return config().publicUrl
      },
    }),
    searchCommand({ openReadDb: openWith(openReading) }),
    backupCommand({ open: openWith(openCare) }),
    verifyCommand({ verify: (progress) => verifyInstallation(config(), progress) }),
    packCommand({ pack: (item, path) => packItem(config(), item, path, now()) }),
    doctorCommand({ examine: () => examine(config()) }),
    recogniseCommand({
      recognisePortal,
      createReplayFetcher: (folder) => createReplayFetcher(folder, { now }),
      createLiveFetcher: () => createLiveFetcher(config()),
    }),
    scrapeCommand({
      ...portalDeps(),
      recognisePortal,
      createReplayFetcher: (folder) => createReplayFetcher(folder, { now }),
      createLiveFetcher: () => createLiveFetcher(config()),
      openReader: () => createDocumentReader(),
    }),
    parseCommand({
      ...portalDeps(),
      createPage: ({ url, contentType, bytes: saved }) => {
        const bytes = unpackSaved(saved)
        return createPage({
          url,
          finalUrl: url,
          status: 200,
          contentType,
          fetchedAt: now(),
          bytes,
          sha256: sha256Of(bytes),
          isUnchanged: false,
        })
      },
    }),
    detectCommand({
      get detector() {
        return detector()
      },
    }),
    evalCommand({
      get detector() {
        return detector()
      },
      readText,
    }),
    extractCommand({
      sizeOf: async (path) => (await stat(path)).size,
      readFile: (path) => readFile(path),
      openReader: () => createDocumentReader(),
      openRecogniser: () => createRecogniser(),
    }),
  ]
}
