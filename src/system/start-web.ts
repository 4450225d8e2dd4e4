import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import type { AddressInfo, Server } from 'node:net'
import { join } from 'node:path'
import { createAdaptorServer } from '@hono/node-server'
import { scrapers } from '../../scrapers/index.ts'
import { platformLabel, recogniseAddress, unverified } from '../../scrapers/platforms.ts'
import { createApp } from '../../web/app.tsx'
import type { AddSourceOutcome, AppContext, Directory as WebDirectory } from '../../web/context.ts'
import type { ChildWork } from '../child.ts'
import { controlSocketPath, createAsk } from '../commands/channel.ts'
import type { Config } from '../config.ts'
import { openReadDb } from '../db/client.ts'
import { shippedAccuracy } from '../detect/accuracy.ts'
import { technologyName, vendorName } from '../detect/taxonomy.ts'
import type { DirectoryPlace } from '../directory/directory.ts'
import { findByPortal } from '../directory/find-by-portal.ts'
import { findByWebsite } from '../directory/find-by-website.ts'
import { type DirectoryMatch, searchDirectory } from '../directory/search.ts'
import { createDocumentReader } from '../documents/document-reader.ts'
import { createPictureCache } from '../documents/picture-cache.ts'
import type { Log } from '../log.ts'
import { InputError } from '../model/errors.ts'
import { dbAddress, pictureFolder } from './folders.ts'
import { openArchive } from './open-archive.ts'
import { openDirectory } from './open-directory.ts'
import { programRoot } from './program.ts'

export interface Web extends ChildWork {
  /** Where this server answers on this machine. */
  readonly url: string
}

const loopbackNames = new Set(['localhost', '127.0.0.1', '[::1]', '::1'])

/** Bounds of security: slow or idle clients hold nothing for long. */
const serverLimits = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 5_000,
  maxConnections: 500,
}

/**
 * Whether a visitor may change something: only on an installation that this machine alone uses.
 * The name in the request counts too, since a stranger may point any name of theirs at loopback.
 */
function mayChange(config: Config, c: AppContext): boolean {
  if (config.publicUrl !== null || !loopbackNames.has(config.host)) return false
  const isForwarded = ['x-forwarded-for', 'forwarded'].some((name) => c.req.header(name))
  return !isForwarded && loopbackNames.has(new URL(c.req.url).hostname)
}

/** The directory as the pages want it: portal addresses are the ids. */
function openWebDirectory(config: Config): WebDirectory {
  const directory = openDirectory(config)
  const readable = new Set(scrapers.map(({ platform }) => platform))
  const entryOf = (place: DirectoryPlace, distanceMiles: number | null) => ({
    ...place,
    distanceMiles,
    portals: place.portals.map((row) => ({ ...row, id: row.portalUrl })),
  })
  return {
    search(text, limit) {
      const found = searchDirectory(directory(), text, { limit, readable })
      const entries = (matches: readonly DirectoryMatch[]) =>
        matches.map(({ place, distanceMiles }) => entryOf(place, distanceMiles))
      return { councils: entries(found.councils), schools: entries(found.schools) }
    },
    findByAddress(address) {
      const row = findByPortal(directory(), { url: address })
      const place = row && directory().placeOf.get(row)
      if (row && place) return entryOf({ ...place, portals: [row] }, null)
      const owner = findByWebsite(directory(), address)
      return owner && entryOf(owner, null)
    },
  }
}

function listen(server: Server, { port, host }: Config): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const said = error.code === 'EADDRINUSE' ? 'Something else listens' : 'Nobody may listen'
      reject(
        new InputError(
          error.code === 'EADDRINUSE' ? 'port_taken' : 'port_refused',
          `${said} on ${host} port ${port}`,
          'Set WATCHDOCKET_PORT to another port, or to 0 for any free one',
          { cause: error },
        ),
      )
    })
    server.listen(port, host, () => resolve(server.address() as AddressInfo))
  })
}

/**
 * Opens the database for reading and the port for visitors.
 *
 * @throws {InputError} `port_taken`, `port_refused`
 */
export async function startWeb(
  config: Config,
  { log, contentVersion: first }: { readonly log: Log; readonly contentVersion: number },
): Promise<Web> {
  const db = await openReadDb(dbAddress(config))
  const archive = openArchive(config)
  const drawer = createDocumentReader({ pool: { children: 1, wallMs: 20_000 } })
  const pictures = createPictureCache({
    folder: pictureFolder(config),
    drawer,
    archive,
    mostBytes: 256 * 1024 * 1024,
    mostWaiting: 8,
  })
  const ask = createAsk(controlSocketPath(config.dataDir))
  let contentVersion = first

  const app = createApp({
    db,
    now: () => new Date(),
    commands: {
      addSource: async (input) => (await ask('add-source', input)) as AddSourceOutcome,
      readNow: async (sourceId) => {
        await ask('read-now', { sourceId })
      },
      acknowledge: async (sourceId, note) => {
        await ask('acknowledge-health', { sourceId, note })
      },
    },
    canChange: (c) => mayChange(config, c),
    directory: openWebDirectory(config),
    recognise: (address) => recogniseAddress(address),
    platforms: {
      label: platformLabel,
      isReadable: (platform) => scrapers.some((scraper) => scraper.platform === platform),
      isVerified: (platform) => !unverified.has(platform),
    },
    accuracy: shippedAccuracy,
    taxonomy: { technology: technologyName, vendor: vendorName },
    archive,
    drawPage: (sha256, asked) => pictures.draw(sha256, asked),
    siteName: config.siteName,
    isDemo: config.demo !== null,
    publicUrl: config.publicUrl,
    contentVersion: () => contentVersion,
    publicFolders: ['dist/web/public', 'web/public']
      .map((folder) => join(programRoot, folder))
      .filter((folder) => existsSync(folder)),
    requestNumber: () => randomBytes(5).toString('hex'),
    report: (error, requestNumber) =>
      log.error('page failed', {
        requestNumber,
        message: error instanceof Error ? (error.stack ?? error.message) : String(error),
      }),
  })

  const server = createAdaptorServer({ fetch: app.fetch }) as Server
  Object.assign(server, serverLimits)
  const address = await listen(server, config)
  const host = address.family === 'IPv6' ? `[${address.address}]` : address.address

  return {
    url: `http://${host}:${address.port}`,
    changed(version) {
      contentVersion = version
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => {
          db.close()
          drawer.close()
          void archive.close().finally(resolve)
        })
        if ('closeIdleConnections' in server)
          (server as import('node:http').Server).closeIdleConnections()
        setTimeout(
          () => (server as import('node:http').Server).closeAllConnections(),
          5_000,
        ).unref()
      }),
  }
}
