// scrape: fetching and parsing 2,000 pages, beside a Scrapy spider that does the same
/**
 * Fetching and parsing 2,000 pages of captures from a loopback portal, beside a Scrapy spider
 * that does the same. CPU time of each process for its crawl, rounds interleaved, medians.
 * `--platform NAME` does it for one platform's captures, `--all` for each platform with captures.
 * Needs Debian's python3-scrapy and the captures in ../shared.
 */
import { execFileSync, fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { median } from './parts/measure.mjs'
import { product } from './parts/product.mjs'

const { findScraper } = await product('scrapers/index.js')

const here = fileURLToPath(new URL('./scrape', import.meta.url))
const captures = fileURLToPath(new URL('../../shared/captures', import.meta.url))
const quick = process.argv.includes('--quick')
const count = quick ? 200 : 2_000
const rounds = quick ? 1 : 5
const python = process.env.PYTHON ?? '/usr/bin/python3'

if (!existsSync(captures)) {
  console.log('skipped: no captures at ../shared/captures')
  process.exit(0)
}

const run = (command, ...args) =>
  JSON.parse(
    execFileSync(command, args.map(String), { encoding: 'utf8', maxBuffer: 1e8 })
      .trim()
      .split('\n')
      .at(-1),
  )

/** One platform's captures, fetched and read by both: changed pages alone. */
async function measurePlatform(name) {
  const portal = fork(join(here, 'portal.mjs'), [captures, name])
  const [{ port, kinds }] = await once(portal, 'message')
  const ours = []
  const peer = []
  for (let round = 0; kinds.length > 0 && round < rounds; round += 1) {
    const script = join(here, 'ours.mjs')
    const [first, second] = [`${round}a`, `${round}b`]
    ours.push(run(process.execPath, script, port, platformCount, first, second, name))
    peer.push(run(python, join(here, 'peer.py'), port, platformCount, name))
  }
  portal.kill()
  if (kinds.length === 0)
    return console.log(`${name.padEnd(16)} no page here that its adapter reads`)
  const [mine, theirs] = [ours, peer].map(
    (runs) => median(runs.map(({ cpuMs }) => cpuMs)) / platformCount,
  )
  // Every row, entry and box of a page is read there; what of them is a meeting or an item, here alone.
  const rows = `${ours.at(-1).rows} meetings and items of ${peer.at(-1).rows} rows`
  console.log(
    `${name.padEnd(16)} ours ${mine.toFixed(2)} ms a page, Scrapy ${theirs.toFixed(2)}: ${(theirs / mine).toFixed(2)} times cheaper (${rows})`,
  )
}

const platformCount = quick ? 200 : 500
const at = process.argv.indexOf('--platform')
const platforms = process.argv.includes('--all')
  ? readdirSync(captures).filter((name) => findScraper(name))
  : process.argv.slice(at + 1, at < 0 ? 0 : at + 2)
if (platforms.length > 0) {
  for (const name of platforms) await measurePlatform(name)
  process.exit(0)
}

const portal = fork(join(here, 'portal.mjs'), [captures])
const [{ port, kinds }] = await once(portal, 'message')
console.log(`${count} pages of ${kinds.length} captures, ${rounds} rounds`)

const measured = { changed: [], unchanged: [], peer: [] }
let shown = {}
for (let round = 0; round < rounds; round += 1) {
  const changed = run(
    process.execPath,
    join(here, 'ours.mjs'),
    port,
    count,
    `${round}a`,
    `${round}b`,
  )
  const peer = run(python, join(here, 'peer.py'), port, count)
  const unchanged = run(
    process.execPath,
    join(here, 'ours.mjs'),
    port,
    count,
    `${round}d`,
    `${round}d`,
  )
  measured.changed.push(changed.cpuMs)
  measured.unchanged.push(unchanged.cpuMs)
  measured.peer.push(peer.cpuMs)
  shown = { rows: changed.rows, peerRows: peer.rows, unchanged: unchanged.unchanged }
}
portal.kill()

const [changed, unchanged, peer] = [measured.changed, measured.unchanged, measured.peer].map(median)
const each = (ms) => `${(ms / count).toFixed(2)} ms a page`
console.log(
  `rows: ours ${shown.rows}, Scrapy ${shown.peerRows}; unchanged pages seen: ${shown.unchanged}`,
)
console.log(`Scrapy              ${each(peer)}`)
console.log(
  `changed portal      ${each(changed)}   ${(peer / changed).toFixed(2)} times cheaper than Scrapy (goal 4)`,
)
console.log(
  `unchanged portal    ${each(unchanged)}   ${(peer / unchanged).toFixed(2)} times cheaper than Scrapy (goal 10)`,
)
