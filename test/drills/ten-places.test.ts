import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findScraper } from '../../scrapers/index.ts'
import { platformLabel, unverified } from '../../scrapers/platforms.ts'
import { getPlaceSlug } from '../../src/db/queries/source-care.ts'
import { addSource, claimSource } from '../../src/db/queries/sources.ts'
import { agenda, decided, ordinaryMeetings } from '../../src/demo/agenda.ts'
import { sendAnswer } from '../../src/demo/answer.ts'
import { answerPortal } from '../../src/demo/answer-portal.ts'
import { type CouncilPlan, usualHabits } from '../../src/demo/plan.ts'
import { replicaPortals } from '../../src/demo/portals/index.ts'
import { createReplica, type Replica } from '../../src/demo/replica.ts'
import type { DirectoryPlace } from '../../src/directory/directory.ts'
import { readDirectory } from '../../src/directory/read.ts'
import { searchDirectory } from '../../src/directory/search.ts'
import { archiveNothing, rememberNothing } from '../../src/http/keep-nothing.ts'
import { ingestSource } from '../../src/ingest/pipeline.ts'
import { resolveSource } from '../../src/system/resolve-source.ts'
import { rowsOf } from '../support/database.ts'
import { createTestHttp } from '../support/fetching.ts'
import { wordDetector } from '../support/ingesting.ts'
import { readText } from '../support/read-text.ts'
import { createSeedDb } from '../support/seed.ts'
import { createTestSite } from '../support/web.ts'

/** A portal of the bench's simulated nation: bench/nation/other-portals.mjs. */
interface OtherPortal {
  readonly listPath: string
  answer(
    replica: Replica,
    path: string,
    params: URLSearchParams,
    isPost: boolean,
  ): Parameters<typeof sendAnswer>[2] | undefined
}
const nation = '../../bench/nation/other-portals.mjs'
const { otherPortals } = (await import(nation)) as {
  otherPortals: ReadonlyMap<string, OtherPortal>
}

const now = new Date('2026-03-03T17:00:00Z')
const directory = readDirectory()

/** The same ten at every run; another seed gives ten others. */
function pickPlaces(count: number, seed: number): DirectoryPlace[] {
  let state = seed
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
  const picked = new Set<DirectoryPlace>()
  while (picked.size < count) {
    const place = directory.places[Math.floor(random() * directory.places.length)]
    if (place) picked.add(place)
  }
  return [...picked]
}

const neverSeen = directory.places.find(({ portals }) => unverified.has(portals[0]?.platform ?? ''))
const places = [...pickPlaces(10, 20_261_128), ...(neverSeen ? [neverSeen] : [])]

const spoken = (platform: string) => (platform === 'diligent' ? 'civicweb' : platform)

function planOf({ name, state, timeZone }: DirectoryPlace, platform: string): CouncilPlan {
  const frame = { body: 'Governing Board', location: 'Room 1, 1 Main Street', time: '19:00' }
  const at = (days: number) => ({ ...frame, at: { days, time: frame.time } })
  return {
    client: 'replica',
    name,
    government: name,
    state,
    type: 'city',
    timeZone,
    division: 'ocd-division/country:us/state:oh/place:replica',
    population: 1,
    latitude: 0,
    longitude: 0,
    platform: spoken(platform),
    api: 'open',
    portal: 'up',
    habits: { ...usualHabits, numbering: 'running' },
    members: ['Member Ives', 'Member Roth'],
    meetings: [
      { key: 'next', ...at(4), agenda: 'final', sections: agenda('next', {}) },
      { key: 'last', ...at(-10), agenda: 'final', sections: decided(agenda('last', {})) },
      ...ordinaryMeetings({ ...frame, days: [-24, 32] }),
    ],
  }
}

/** Starts the replica of a place's portal; gives its address, and what it truly holds. */
async function openReplica(place: DirectoryPlace, platform: string) {
  let replica: Replica | undefined
  const server = createServer((request, response) => {
    const live = replica as Replica
    const url = new URL(request.url ?? '/', live.origin)
    const other = otherPortals.get(platform)
    const isPost = request.method === 'POST'
    const missing = { status: 404, type: 'text/plain', body: 'Not found' }
    const said = other
      ? (other.answer(live, url.pathname, url.searchParams, isPost) ?? missing)
      : undefined
    Promise.resolve(said ?? answerPortal(live, url, request)).then(
      (answer) => sendAnswer(request, response, answer),
      () => response.destroy(),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const settings = { origin, startedAt: now, now: () => now, seed: 'ten', number: 1 }
  replica = createReplica(planOf(place, platform), settings).read()
  const path =
    otherPortals.get(platform)?.listPath ??
    replicaPortals.get(spoken(platform))?.listPath ??
    '/Calendar.aspx'
  const options =
    platform === 'legistar'
      ? { client: 'replica', siteUrl: origin, apiUrl: `${origin}/v1` }
      : platform === 'civicclerk'
        ? { client: 'replica', apiUrl: `${origin}/v1` }
        : {}
  return { server, replica, portalUrl: `${origin}${path}`, options }
}

const { http } = createTestHttp({ now: () => now })
const servers: Server[] = []
let db: Awaited<ReturnType<typeof createSeedDb>>['db']
let remove: () => Promise<void>
beforeAll(async () => {
  const made = await createSeedDb()
  db = made.db
  remove = made.remove
})
afterAll(async () => {
  for (const server of servers) server.close()
  await http.close()
  await remove()
})

describe.each(places.map((place) => ({ place, slug: place.slug })))('$slug', ({ place }) => {
  it('is found by its name, added, read, and told truly', async () => {
    const typed = `${place.name} ${place.state}`
    const found = searchDirectory(directory, typed, { limit: 20 })
    const list = place.type === 'school' ? found.schools : found.councils
    expect(list.map((match) => match.place.slug)).toContain(place.slug)

    const [row] = place.portals
    if (!row) throw new Error(`${place.slug} has no portal`)
    const wanted = await resolveSource(directory, [], { directoryId: row.portalUrl }, () => {
      throw new Error('A row of the directory is not searched for')
    })
    expect(wanted).toMatchObject({ platform: row.platform, needsChecking: row.needsChecking })
    expect(wanted.jurisdiction).toMatchObject({ name: place.name, state: place.state })
    expect(wanted.isReadable).toBe(true)

    const { server, replica, portalUrl, options } = await openReplica(place, row.platform)
    servers.push(server)
    const { id, jurisdictionId } = await db.write((tx) =>
      addSource(tx, { ...wanted, portalUrl, options }, now),
    )
    const source = await db.write((tx) =>
      claimSource(tx, id, { now, token: 'ten', leaseMs: 600_000 }),
    )
    const scraper = findScraper(row.platform)
    if (!source || !scraper) throw new Error(`${place.slug} cannot be read`)
    const report = await ingestSource(source, {
      db,
      scraper,
      fetcher: http.fetcherFor({ memory: rememberNothing, archive: archiveNothing }),
      detector: wordDetector,
      readText,
      readerVersion: 'test',
      now: () => now,
      random: () => 0.5,
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    })
    expect(report).toMatchObject({ outcome: 'ok', error: null, health: 'ok' })
    const truth = replica.meetings.filter(({ isPublished }) => isPublished)
    expect(report.meetingsSeen).toBeGreaterThanOrEqual(truth.length)

    const site = createTestSite(db, {
      now: () => now,
      platforms: {
        label: platformLabel,
        isReadable: (platform) => findScraper(platform) !== undefined,
        isVerified: (platform) => !unverified.has(platform),
      },
    })
    const pageOf = async (path: string) => await (await site.app.request(path)).text()
    // Its items need a token of each meeting's own page: nothing is invented, and that is told.
    const hasItems = row.platform !== 'simbli'
    expect(report.itemsSeen > 0).toBe(hasItems)
    const [meeting] = await rowsOf(db, `SELECT id FROM meetings WHERE source_id = '${id}'`)
    const agendaPage = await pageOf(`/meetings/${meeting?.id}`)
    expect(agendaPage.includes('The items of this agenda could not be read')).toBe(!hasItems)
    const council = await pageOf(`/councils/${await getPlaceSlug(db.read, jurisdictionId)}`)
    expect(council).toContain('Governing Board')
    expect(council.includes('Needs checking') || council.includes('needs checking')).toBe(false)
    const coverage = await pageOf('/coverage')
    const [, own = ''] = coverage.split(`<tr id="source-${id}">`)
    const told = own.slice(0, own.indexOf('</tr>'))
    expect(told).toContain('Read without problems')
    expect(told.includes('unverified adapter')).toBe(unverified.has(row.platform))
  })
})
