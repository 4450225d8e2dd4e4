// memory: what the running processes hold with 1,000 sources, while they read portals and answer
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { createClient } from '@libsql/client'
import { benchFolder, memoryOf, startInstallation } from './parts/installation.mjs'
import { figure, tellLoad } from './parts/measure.mjs'
import { product } from './parts/product.mjs'
import { seed } from './serve/seed.mjs'

const quick = process.argv.includes('--quick')
const seconds = quick ? 30 : 120
const sources = 1_000
const goalMb = 300

tellLoad()
const folder = benchFolder()
const url = pathToFileURL(join(folder, 'watchdocket.db')).href
const seeded = await seed(url, { items: quick ? 20_000 : 100_000, sources, now: new Date() })

/** Every source is due now, at one of the demonstration's portals: nothing leaves this machine. */
const { startDemoPortals } = await product('src/demo/portal.js')
const portals = await startDemoPortals({ now: () => new Date() })
const councils = portals.councils.filter(({ platform }) => platform === 'legistar')
const db = createClient({ url })
const { rows } = await db.execute('SELECT id FROM sources ORDER BY id')
await db.batch(
  rows.map(({ id }, at) => {
    const { portalUrl, options } = councils[at % councils.length]
    return {
      sql: 'UPDATE sources SET portal_url = ?, options = ?, next_run_at = 0 WHERE id = ?',
      args: [portalUrl, JSON.stringify(options), id],
    }
  }),
  'write',
)
db.close()

const server = await startInstallation(folder, {
  env: { WATCHDOCKET_ALLOW_LOOPBACK: '1', WATCHDOCKET_PACE_MS: '0' },
})
const pages = [
  '/',
  '/past',
  '/coverage',
  '/councils',
  '/?technology=drones',
  '/search?q=cameras',
  '/feed.atom',
  '/calendar.ics',
  '/export.csv',
]
const most = { both: 0, sum: 0, worker: 0, web: 0 }
let asked = 0
const until = performance.now() + seconds * 1_000
while (performance.now() < until) {
  await (await fetch(new URL(pages[asked % pages.length], server.url))).arrayBuffer()
  asked += 1
  const { worker, web } = memoryOf(server.pid)
  if (worker && web) {
    const sum = worker.rss + web.rss
    most.sum = Math.max(most.sum, sum)
    most.both = Math.max(most.both, sum - Math.min(worker.file, web.file))
    most.worker = Math.max(most.worker, worker.rss)
    most.web = Math.max(most.web, web.rss)
  }
  await pause(100)
}
await server.stop()
await portals.close()

const after = createClient({ url })
const { rows: told } = await after.execute({
  sql: 'SELECT outcome, count(*) AS runs FROM runs WHERE id > ? GROUP BY outcome ORDER BY 2 DESC',
  args: [seeded.runs],
})
after.close()
console.log(
  `${sources} sources, ${seeded.items} items; ${asked} pages in ${seconds} s, reads: ${told.map(({ outcome, runs }) => `${runs} ${outcome}`).join(', ')}; the most that was seen`,
)
figure('worker, resident', most.worker, 'MiB')
figure('web, resident', most.web, 'MiB')
figure('the sum of both', most.sum, 'MiB')
figure('both together, the program that they share counted once', most.both, 'MiB', goalMb)
