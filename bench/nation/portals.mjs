// Replicas of portals by the thousand in one process: each stands at an address of its own (127.a.b.c).
import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import { gzipSync } from 'node:zlib'
import { product } from '../parts/product.mjs'
import { otherPortals } from './other-portals.mjs'
import { platformOf } from './places.mjs'
import { createPlan } from './plans.mjs'

const { createReplica } = await product('src/demo/replica.js')
const { answerPortal } = await product('src/demo/answer-portal.js')

const [count, changedShare] = process.argv.slice(2).map(Number)
const startedAt = new Date()
/** Stands for the address of a portal until an answer goes out. */
const anywhere = 'http://replica.invalid'
const variants = 4

/** The last round in which each portal changed; 0: never. */
const changedIn = new Uint8Array(count)

const share = (words) => createHash('sha256').update(words).digest().readUInt32BE(0) / 2 ** 32

const replicas = new Map()
function replicaOf(platform, variant, round) {
  const key = `${platform} ${variant} ${round}`
  const known = replicas.get(key)
  if (known) return known
  const settings = {
    origin: anywhere,
    startedAt,
    now: () => startedAt,
    seed: 'nation',
    number: 217,
  }
  const living = createReplica(createPlan(platform, variant, 0), settings)
  // Ids are given in the order of asking: what was there before keeps them.
  if (round > 0) living.apply({ apply: () => createPlan(platform, variant, round) }, startedAt)
  const replica = living.read()
  replicas.set(key, replica)
  return replica
}

/** What hundreds of portals answer in the same words is made once. */
const made = new Map()

async function answer(platform, variant, round, request) {
  // Forms of pages that carry a state are answered one by one.
  const isOwn = platform === 'legistar' && request.method === 'POST'
  const key = `${platform} ${variant} ${round} ${request.method} ${request.url} ${request.headers.cookie ?? ''}`
  const known = isOwn ? undefined : made.get(key)
  if (known) return known
  const replica = replicaOf(platform, variant, round)
  const url = new URL(request.url, anywhere)
  const other = otherPortals.get(platform)
  const said = other
    ? other.answer(
        replica,
        decodeURIComponent(url.pathname),
        url.searchParams,
        request.method === 'POST',
      )
    : await answerPortal(replica, url, request)
  const { status, type, body, headers } = said ?? {
    status: 404,
    type: 'text/html',
    body: 'Not found',
  }
  const isFile = typeof body !== 'string'
  const ready = {
    status,
    headers: { ...headers, 'content-type': type },
    text: isFile ? undefined : body,
    namesItself: !isFile && body.includes(anywhere),
    bytes: isFile ? Buffer.from(body) : gzipSync(body, { level: 1 }),
    isFile,
    // Files have validators; most pages of real portals have none.
    etag: isFile ? `"${createHash('sha256').update(body).digest('hex').slice(0, 20)}"` : undefined,
  }
  if (!isOwn) made.set(key, ready)
  return ready
}

/** When each host was last asked, milliseconds; what came too early for the pace is counted. */
const askedAt = new Float64Array(count)
const told = { requests: 0, bytes: 0, notModified: 0, tooFast: 0, shortestGapMs: Infinity }
let paceMs = 1_000

const server = createServer((request, response) => {
  const [, a = 0, b = 0, c = 0] =
    /^(?:::ffff:)?127\.(\d+)\.(\d+)\.(\d+)$/.exec(request.socket.localAddress ?? '') ?? []
  const index = (Number(a) - 1) * 65_536 + Number(b) * 256 + Number(c)
  if (!(index >= 0 && index < count)) return request.socket.destroy()
  const at = performance.now()
  const gap = at - askedAt[index]
  if (askedAt[index] > 0) {
    told.shortestGapMs = Math.min(told.shortestGapMs, gap)
    // Both ends run on the same two cores: a tenth is left to the delays of this one.
    if (gap < paceMs * 0.8) told.tooFast += 1
  }
  askedAt[index] = at
  told.requests += 1
  if (request.url === '/robots.txt') {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('none')
    return
  }
  answer(platformOf(index), index % variants, changedIn[index], request)
    .then(({ status, headers, text, namesItself, bytes, isFile, etag }) => {
      if (etag && request.headers['if-none-match'] === etag) {
        told.notModified += 1
        response.writeHead(304, { etag }).end()
        return
      }
      const origin = `http://${request.headers.host}`
      const own = namesItself ? Buffer.from(text.replaceAll(anywhere, origin)) : bytes
      const location = headers.location?.replaceAll(anywhere, origin)
      told.bytes += own.length
      response.writeHead(status, {
        ...headers,
        ...(location && { location }),
        ...(etag && { etag }),
        ...(!isFile && !namesItself && { 'content-encoding': 'gzip' }),
        'content-length': own.length,
      })
      response.end(own)
    })
    .catch((error) => {
      console.error(error)
      response.destroy()
    })
})
server.keepAliveTimeout = 5_000

process.on('message', ({ ask, round, spacingMs }) => {
  if (ask === 'change') {
    paceMs = spacingMs
    let changed = 0
    for (let index = 0; index < count; index++) {
      if (share(`round ${round} portal ${index}`) >= changedShare) continue
      changedIn[index] = round
      changed += 1
    }
    Object.assign(told, {
      requests: 0,
      bytes: 0,
      notModified: 0,
      tooFast: 0,
      shortestGapMs: Infinity,
    })
    process.send({ changed })
  } else if (ask === 'told') {
    process.send({ ...told, changedIn: [...changedIn] })
  }
})
process.on('SIGTERM', () => process.exit(0))
process.on('disconnect', () => process.exit(0))
// One socket for every address of the loopback net; others are turned away above.
server.listen(0, '0.0.0.0', () => process.send({ port: server.address().port }))
