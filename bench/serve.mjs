// Home page at 100,000 stored items beside fastify sending a ready string; delays while ingest runs
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { Agent, get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { figure, median, percentile, startChild, tellLoad } from './parts/measure.mjs'
import { seed } from './serve/seed.mjs'

const quick = process.argv.includes('--quick')
const rounds = quick ? 3 : 7
const requests = quick ? 600 : 1_500
const sources = 1_000
/** A database of an earlier run, to spare the seeding while trying things: `--database=file:…`. */
const kept = process.argv.find((option) => option.startsWith('--database='))?.split('=')[1]

tellLoad()
const folder = await mkdtemp(join(tmpdir(), 'watchdocket-bench-'))
const databaseUrl = kept ?? pathToFileURL(join(folder, 'watchdocket.db')).href
if (!kept) {
  const seeded = await seed(databaseUrl, { items: 100_000, sources, now: new Date() })
  console.log(`${seeded.items} items, ${seeded.findings} findings, ${sources} sources\n`)
}

const here = (path) => new URL(path, import.meta.url)
const web = await startChild(here('serve/web-child.mjs'), [folder, databaseUrl])

/** The text of a page, which must be one of the list. */
async function pageAt(path) {
  const response = await fetch(web.ready.url + path)
  const text = await response.text()
  if (response.status !== 200 || !text.includes('Flagged for')) {
    throw new Error(`${path} is not a page of the list: ${response.status}\n${text.slice(0, 500)}`)
  }
  return text
}

const page = await pageAt('/')
const pageFile = join(folder, 'home.html')
await writeFile(pageFile, page)
const peer = await startChild(here('serve/fastify-child.mjs'), [pageFile])

/** Addresses of different pages of the list: each begins beside another finding. */
async function listCursors() {
  const cursors = []
  let path = '/export.ndjson?when=upcoming&band=found'
  const text = await (await fetch(web.ready.url + path)).text()
  for (const line of text.trimEnd().split('\n')) {
    const { startsAt, id } = JSON.parse(line)
    path = `/?after=${Date.parse(startsAt)}.${id}`
    cursors.push(path)
  }
  // The last ones begin short pages.
  return cursors.slice(0, -60)
}
const cursors = await listCursors()

const agent = new Agent({ keepAlive: true, maxSockets: 16 })

/**
 * One answer in full, over connections that stay open. A connection that the server closed for
 * idleness while this one was on its way is no answer: it is asked again on another.
 */
function take(url) {
  return new Promise((resolve, reject) => {
    const request = get(url, { agent }, (response) => {
      response.on('error', reject)
      response.on('end', () =>
        response.statusCode === 200
          ? resolve()
          : reject(new Error(`${url}: ${response.statusCode}`)),
      )
      response.resume()
    })
    request.on('error', (error) =>
      request.reusedSocket && error.code === 'ECONNRESET'
        ? take(url).then(resolve, reject)
        : reject(error),
    )
  })
}

/** CPU microseconds of the server for each of these addresses, 16 asked at a time. */
async function cost(server, paths) {
  const before = await server.ask('cpu')
  let at = 0
  const worker = async () => {
    while (at < paths.length) await take(server.ready.url + paths[at++])
  }
  await Promise.all(Array.from({ length: 16 }, worker))
  return ((await server.ask('cpu')) - before) / paths.length
}

const onPage = 25

/**
 * Pages that nobody has asked for since the content changed, and no two with a row in common: each
 * is read from the database and written. What all pages share (the filter, the note on coverage) is
 * made by a look at home before, which is not counted.
 */
async function costAnew(amount) {
  const costs = []
  while (costs.length * (cursors.length / onPage) < amount) {
    await web.ask('changed')
    await pageAt('/')
    const first = onPage + Math.floor(Math.random() * onPage)
    costs.push(
      await cost(
        web,
        cursors.filter((_, at) => at >= first && (at - first) % onPage === 0),
      ),
    )
  }
  return median(costs)
}

/** The first look at home after something was stored: shared parts are made anew as well. */
async function costAfterChange(amount) {
  let spent = 0
  for (let at = 0; at < amount; at += 1) {
    await web.ask('changed')
    const before = await web.ask('cpu')
    await (await fetch(web.ready.url)).arrayBuffer()
    spent += (await web.ask('cpu')) - before
  }
  return spent / amount
}

const homes = Array.from({ length: requests }, () => '/')
const measured = { peer: [], cached: [], anew: [], changed: [] }
for (let round = -1; round < rounds; round += 1) {
  const taken = {
    peer: await cost(peer, homes),
    cached: await cost(web, homes),
    anew: await costAnew(requests),
    changed: await costAfterChange(quick ? 10 : 30),
  }
  // The first round warms the compilers up.
  if (round >= 0) for (const [kind, value] of Object.entries(taken)) measured[kind].push(value)
}
const ratio = (kind) => median(measured[kind].map((value, at) => value / measured.peer[at]))

console.log(
  `Page of ${Buffer.byteLength(page)} bytes, ${rounds} interleaved rounds, CPU of the server`,
)
figure('fastify, ready string', median(measured.peer), 'µs a request')
figure('watchdocket, cached', median(measured.cached), 'µs a request')
figure('watchdocket, page made anew', median(measured.anew), 'µs a request')
figure('watchdocket, first look after a change', median(measured.changed), 'µs a request')
figure('cached, times fastify', ratio('cached'), '×', 1.4)
figure('made anew, times fastify', ratio('anew'), '×', 2)
await peer.stop()

/**
 * Asks 50 times a second, whether answers come or not: half the time for home, else for other
 * pages, now and then for a feed, a calendar or the long page on coverage. Gives how long after its
 * due time each answer was there.
 */
async function latencies(seconds) {
  const pages = cursors.filter((_, at) => at % onPage === 0).slice(0, 40)
  const followed = [
    '/feed.atom',
    '/feed.atom?technology=drones',
    '/feed.json?place=millbrook-7-oh',
    '/calendar.ics?place=millbrook-7-oh',
    '/calendar.ics?vendor=skydio',
  ]
  const mix = [...pages, '/past', '/?technology=drones', '/coverage', ...followed]
  const perSecond = 50
  const took = { home: [], others: [] }
  const running = []
  const begin = performance.now()
  for (let at = 0; at < seconds * perSecond; at += 1) {
    const due = begin + (at * 1_000) / perSecond
    const wait = due - performance.now()
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
    const isHome = at % 2 === 1
    const path = isHome ? '/' : mix[(at / 2) % mix.length]
    running.push(
      take(web.ready.url + path).then(() =>
        took[isHome ? 'home' : 'others'].push(performance.now() - due),
      ),
    )
  }
  await Promise.all(running)
  return took
}

let changes = 0
const ingest = await startChild(here('serve/ingest-child.mjs'), [databaseUrl, String(sources)], {
  onEvent() {
    changes += 1
    void web.ask('changed')
  },
})
await latencies(2)
const quiet = await latencies(quick ? 4 : 10)
await ingest.ask('start')
await latencies(2)
await web.ask('delay')
const begun = performance.now()
changes = 0
const busy = await latencies(quick ? 8 : 30)
const worst = await web.ask('delay')
const seconds = (performance.now() - begun) / 1_000
const { items } = await ingest.ask('stop')

console.log(
  `\n50 requests/s; ${Math.round(items / (seconds + 2))} items/s ingested, ${(changes / seconds).toFixed(1)} changes/s told`,
)
figure('home, p50 without ingest', percentile(quiet.home, 0.5), 'ms')
figure('home, p99 without ingest', percentile(quiet.home, 0.99), 'ms')
figure('home, p50 while ingest runs', percentile(busy.home, 0.5), 'ms')
figure('home, p99 while ingest runs', percentile(busy.home, 0.99), 'ms', 50)
figure('other pages and feeds, p50 while ingest runs', percentile(busy.others, 0.5), 'ms')
figure('other pages and feeds, p99 while ingest runs', percentile(busy.others, 0.99), 'ms')
figure('worst timer delay of the web process', worst.lateMs, 'ms', 50)
figure('most CPU it spent between two timer ticks', worst.heldMs, 'ms')

await ingest.stop()
await web.stop()
await rm(folder, { recursive: true, force: true })
