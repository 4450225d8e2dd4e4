import { access, constants, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import type { Finding } from '../cli/commands/doctor.ts'
import { controlSocketPath, createAsk } from '../commands/channel.ts'
import type { Config } from '../config.ts'
import { isLocalDb, openReadDb } from '../db/client.ts'
import { checkDb } from '../db/migrate.ts'
import { listCoverage } from '../db/queries/coverage.ts'
import { archiveNothing, rememberNothing } from '../http/keep-nothing.ts'
import { AppError } from '../model/errors.ts'
import { findTimeZone, type Sha256 } from '../model/ids.ts'
import { dbAddress } from './folders.ts'
import { openArchive } from './open-archive.ts'
import { openHttp } from './open-http.ts'
import { programRoot } from './program.ts'

const ok = (check: string, says: string): Finding => ({ check, state: 'ok', says, cure: '' })
const note = (check: string, says: string, cure: string): Finding => ({
  check,
  state: 'note',
  says,
  cure,
})
const wrong = (check: string, says: string, cure: string): Finding => ({
  check,
  state: 'wrong',
  says,
  cure,
})

/** An error as a finding: its sentence, and its cure where it has one. */
function fault(check: string, error: unknown): Finding {
  if (error instanceof AppError) return wrong(check, `${error.code}: ${error.message}`, error.cure)
  return wrong(check, error instanceof Error ? error.message : String(error), 'See the message')
}

/** File systems over a network, by the kernel's magic numbers: SQLite's locks do not hold there. */
const networkFileSystems = new Map([
  [0x6969, 'NFS'],
  [0xff534d42, 'CIFS'],
  [0xfe534d42, 'SMB2'],
])

const leastFreeBytes = 500 * 1024 * 1024
const leastFreeShare = 0.05

async function examineDisk({ dataDir }: Config): Promise<Finding[]> {
  try {
    const { mode } = await stat(dataDir)
    await access(dataDir, constants.R_OK | constants.W_OK)
    const { bavail, blocks, bsize, type } = await statfs(dataDir)
    const free = bavail * bsize
    const told = `${Math.round(free / 1024 / 1024)} MiB free at ${dataDir}`
    const isLow = free < leastFreeBytes || bavail / blocks < leastFreeShare
    const network = networkFileSystems.get(type)
    return [
      (mode & 0o077) === 0
        ? ok('folder', `${dataDir} is open to this account alone`)
        : wrong('folder', `Other accounts may look into ${dataDir}`, `chmod 700 "${dataDir}"`),
      isLow
        ? wrong('disk', told, 'Free some space: writing stops when the disk is full')
        : ok('disk', told),
      network
        ? wrong(
            'file system',
            `${dataDir} is on ${network}`,
            'Move the data folder to a local disk',
          )
        : ok('file system', 'local'),
    ]
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') return [fault('folder', error)]
    return [note('folder', `${dataDir} does not exist yet`, 'The first start makes it')]
  }
}

/** No such bytes are held anywhere: whoever can say so was reached and let us look. */
const noHash = '0'.repeat(64) as Sha256

async function examineArchive(config: Config): Promise<Finding[]> {
  if (config.bucket === null) return []
  const archive = openArchive(config)
  try {
    await archive.has(noHash)
    return [ok('archive', `the bucket at ${new URL(config.bucket.url).host} answers`)]
  } catch (error) {
    return [fault('archive', error)]
  } finally {
    await archive.close()
  }
}

async function examineServer({ dataDir }: Config): Promise<Finding> {
  try {
    // No command has this name: any answer at all means that a worker listens.
    await createAsk(controlSocketPath(dataDir))('is-anybody-there', {})
  } catch (error) {
    if (error instanceof AppError && error.code === 'command_unknown') {
      return ok('server', 'the worker answers')
    }
  }
  return note(
    'server',
    'not running on this data folder',
    'npm start, or systemctl start watchdocket',
  )
}

async function examineDatabase(config: Config): Promise<Finding[]> {
  const address = dbAddress(config)
  const path = join(config.dataDir, 'watchdocket.db')
  if (isLocalDb(address) && config.databaseUrl.endsWith('/watchdocket.db')) {
    const isThere = await access(path).then(
      () => true,
      () => false,
    )
    if (!isThere) return [note('database', 'not made yet', 'The first start makes it')]
  }
  try {
    await checkDb(address)
    const db = await openReadDb(address)
    const { rows } = await db.client.execute('SELECT sqlite_version()')
    const sources = await listCoverage(db)
    db.close()
    const troubled = sources.filter(
      ({ sourceState, health }) =>
        sourceState === 'active' && !['ok', 'quiet', 'new'].includes(health),
    )
    return [
      ok('database', `sound; SQLite ${String(rows[0]?.[0])}`),
      troubled.length === 0
        ? ok('sources', `${sources.length} watched, none in trouble`)
        : note(
            'sources',
            `${troubled.length} of ${sources.length} in trouble`,
            'watchdocket sources health says which and why',
          ),
      ...examineClock(sources.flatMap(({ lastRunAt }) => lastRunAt ?? [])),
    ]
  } catch (error) {
    return [fault('database', error)]
  }
}

/** A clock that stands before something we did ourselves is wrong. */
function examineClock(runs: readonly Date[]): Finding[] {
  const newest = Math.max(0, ...runs.map(Number))
  return newest > Date.now() + 60_000
    ? [
        wrong(
          'clock',
          `It is ${new Date().toISOString()} here, but a read was made at ${new Date(newest).toISOString()}`,
          'Set the clock; schedules and deadlines depend on it',
        ),
      ]
    : [ok('clock', `${new Date().toISOString()}, not before anything stored`)]
}

async function examineProgram(): Promise<Finding[]> {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const built = await stat(join(programRoot, 'dist', '.built')).catch(() => undefined)
  return [
    major > 20 || (major === 20 && minor >= 19)
      ? ok('node', process.version)
      : wrong('node', `${process.version} is too old`, 'Install Node 20.19 or newer'),
    findTimeZone('America/Los_Angeles')
      ? ok('time zones', 'the tz database is there')
      : wrong('time zones', 'Node has no tz database', 'Install a Node with full ICU'),
    built && built.mtimeMs > Date.now() + 60_000
      ? wrong('clock', 'The program was built in the future', 'Set the clock')
      : ok('program', built ? 'built' : 'runs from its sources'),
  ]
}

/** Asks the robots.txt of one portal: name lookup, way out and certificates in one go. */
async function examineNetwork(config: Config, portal: string): Promise<Finding> {
  const http = openHttp(config)
  const address = new URL('/robots.txt', portal).href
  try {
    const fetcher = http.fetcherFor({ memory: rememberNothing, archive: archiveNothing })
    const page = await fetcher.get(address, { alsoAccept: [403, 404, 410] })
    return ok('network', `${new URL(portal).host} answered with status ${page.status}`)
  } catch (error) {
    return fault('network', error)
  } finally {
    await http.close()
  }
}

async function examplePortal(config: Config): Promise<string> {
  try {
    const db = await openReadDb(dbAddress(config))
    const [first] = await listCoverage(db)
    db.close()
    if (first) return first.portalUrl
  } catch {
    // No database yet: any portal that is always there serves as well.
  }
  return 'https://webapi.legistar.com/'
}

/** Looks at everything an installation stands on, one thing after the other. */
export async function* examine(config: Config): AsyncGenerator<Finding> {
  yield* await examineProgram()
  yield* await examineDisk(config)
  yield* await examineArchive(config)
  yield await examineServer(config)
  yield* await examineDatabase(config)
  yield note('mail', 'this version sends no mail', 'Feeds and calendars tell of what is found')
  yield config.publicUrl === null || config.publicUrl.startsWith('https:')
    ? ok('address', config.publicUrl ?? 'this machine alone')
    : wrong('address', `${config.publicUrl} is not encrypted`, 'Serve the public over https')
  yield await examineNetwork(config, await examplePortal(config))
}
