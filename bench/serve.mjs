// Home page at 100,000 stored items beside fastify sending a ready string; delays while ingest runs
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import autocannon from 'autocannon'
import { figure, median, startChild } from './parts/measure.mjs'
import { seed } from './serve/seed.mjs'

const quick = process.argv.includes('--quick')
const rounds = quick ? 3 : 7
const requests = quick ? 600 : 3_000
const sources = 1_000

const folder = await mkdtemp(join(tmpdir(), 'watchdocket-bench-'))
const databaseUrl = pathToFileURL(join(folder, 'watchdocket.db')).href
const seeded = await seed(databaseUrl, {
  items: quick ? 20_000 : 100_000,
  sources,
  now: new Date(),
})
console.log(`${seeded.items} items, ${seeded.findings} findings, ${sources} sources\n`)

const here = (path) => new URL(path, import.meta.url)
const web = await startChild(here('serve/web-child.mjs'), [folder, databaseUrl])
const home = await fetch(web.ready.url)
const page = await home.text()
if (home.status !== 200 || !page.includes('authorizing the purchase')) {
  throw new Error(
    `The home page is not what is to be measured: ${home.status}\n${page.slice(0, 500)}`,
  )
}
const pageFile = join(folder, 'home.html')
await writeFile(pageFile, page)
const peer = await startChild(here('serve/fastify-child.mjs'), [pageFile])

let unique = 0
/** An address that no cache has seen. */
const freshPath = () => {
  unique += 1
  return `/?fresh=${unique}`
}

/** CPU microseconds of the server for each of `amount` requests at 16 connections. */
async function cost(server, amount, path) {
  const before = await server.ask('cpu')
  const result = await autocannon({
    url: server.ready.url,
    connections: 16,
    amount,
    requests: [{ method: 'GET', setupRequest: (request) => ({ ...request, path: path() }) }],
  })
  const after = await server.ask('cpu')
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(`${result.non2xx} answers were not 200, ${result.errors} errors`)
  }
  return (after - before) / amount
}

/** The same, when the content has changed before each request: one after the other. */
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

const measured = { peer: [], cached: [], anew: [], changed: [] }
for (let round = -1; round < rounds; round += 1) {
  const taken = {
    peer: await cost(peer, requests, () => '/'),
    cached: await cost(web, requests, () => '/'),
    anew: await cost(web, requests, freshPath),
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
figure('watchdocket, made anew', median(measured.anew), 'µs a request')
figure('watchdocket, first look after a change', median(measured.changed), 'µs a request')
figure('cached, times fastify', ratio('cached'), '×', 1.4)
figure('made anew, times fastify', ratio('anew'), '×', 2)

await peer.stop()
await web.stop()
await rm(folder, { recursive: true, force: true })
