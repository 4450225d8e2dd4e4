/**
 * The product's own client, archive and adapter over the pages: `ours.mjs PORT COUNT FIRST SECOND [PLATFORM]`
 * reads every page of round FIRST, then of round SECOND, and prints the CPU time of the second.
 * The same round twice is an unchanged portal.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { product } from '../parts/product.mjs'

const { createFolderArchive } = await product('src/documents/archive-folder.js')
const { createHttp } = await product('src/http/http.js')
const { findScraper } = await product('scrapers/index.js')

const [port, count, first, second, platform = 'legistar'] = process.argv.slice(2)
const scraper = findScraper(platform)
const kinds = await (await fetch(`http://127.0.0.1:${port}/list`)).json()

const folder = mkdtempSync(join(tmpdir(), 'watchdocket-bench-'))
const remembered = new Map()
const http = createHttp({
  agent: { version: '0', page: 'bench', contact: 'bench' },
  allowLoopback: true,
  pace: { spacingMs: 0, inFlightPerGroup: 2, inFlight: 16 },
  now: () => new Date(),
})
const fetcher = http.fetcherFor({
  memory: {
    find: async (request) => remembered.get(request),
    remember: async (fetched) => void remembered.set(fetched.request, fetched),
  },
  archive: createFolderArchive(folder),
  // Sixteen at a time, as the peer: every page counts as a host of its own.
  paceGroup: (url) => url.pathname,
})

const seen = { rows: 0, unchanged: 0 }

async function readOne(number) {
  const kind = kinds[number % kinds.length].replace('.json', '')
  const page = await fetcher.get(`http://127.0.0.1:${port}/${number}`)
  if (page.isUnchanged) {
    seen.unchanged += 1
    return
  }
  const read = scraper.parsePage(kind, page, 'America/Chicago')
  seen.rows +=
    (read.meetings?.length ?? 0) + (read.agendaItems?.length ?? 0) + (read.matters?.length ?? 0)
}

async function readAll(round) {
  await fetch(`http://127.0.0.1:${port}/round/${round}`)
  let next = 0
  await Promise.all(
    Array.from({ length: 16 }, async () => {
      while (next < Number(count)) await readOne(next++)
    }),
  )
}

await readAll(first)
seen.rows = 0
const before = process.cpuUsage()
await readAll(second)
const { user, system } = process.cpuUsage(before)
await http.close()
rmSync(folder, { recursive: true, force: true })
console.log(JSON.stringify({ cpuMs: (user + system) / 1000, ...seen }))
