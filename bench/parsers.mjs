// parsers: each adapter over its recorded pages, beside lxml doing the same rows of the same pages
/**
 * Every recorded page of HTML, XML or JSON of a platform is read by its adapter, and by lxml (JSON: by
 * Python's own reader): every row, list entry and box with its words and its absolute links. CPU time,
 * rounds interleaved, medians. A worker reads thousands of pages: both sides read the pages until they
 * are warm, and small sets of pages several times a round, as often on both sides.
 * Needs python3-lxml and the captures in ../shared.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { median } from './parts/measure.mjs'
import { product } from './parts/product.mjs'

const { findScraper } = await product('scrapers/index.js')
const { createPage } = await product('src/http/page.js')

const captures = fileURLToPath(new URL('../../shared/captures', import.meta.url))
const script = fileURLToPath(new URL('./parsers/rows_lxml.py', import.meta.url))
const python = process.env.PYTHON ?? '/usr/bin/python3'
const quick = process.argv.includes('--quick')
const only = process.argv.slice(2).find((word) => !word.startsWith('--'))
const rounds = quick ? 3 : 7
const goal = 1.5
/** What one round reads at least. */
const roundKb = 1_500

if (!existsSync(captures)) {
  console.log('skipped: no captures at ../shared/captures')
  process.exit(0)
}

/** Folders that hold pages of several adapters are read by the first that knows the page. */
const families = {
  civicplus: ['civicplus', 'civicengage', 'feed'],
  generic: ['feed', 'openmedia', 'proudcity', 'vision', 'plain-page'],
  'legistar-api': ['legistar'],
  'legistar-insite': ['legistar'],
}
const kinds = new Set(['calendar', 'meeting', 'items', 'rss'])

function read(scraper, kind, { url, contentType, bytes }) {
  const fetchedAt = new Date(0)
  const page = createPage({ url, finalUrl: url, status: 200, contentType, fetchedAt, bytes })
  try {
    const { meetings = [], agendaItems = [] } = scraper.parsePage(kind, page, 'America/Chicago')
    return meetings.length + agendaItems.length
  } catch {
    return 0
  }
}

/** Pages by the adapter that reads them. */
const jobs = new Map()
for (const folder of readdirSync(captures).sort()) {
  if (folder === 'documents') continue
  for (const entry of JSON.parse(readFileSync(join(captures, folder, 'manifest.json'), 'utf8'))) {
    if (!kinds.has(entry.kind)) continue
    const path = join(captures, folder, entry.file)
    const bytes = new Uint8Array(readFileSync(path))
    const url = entry.url ?? 'https://address.invalid/'
    const page = { url, contentType: entry.contentType ?? '', bytes }
    const [best] = (families[folder] ?? [folder])
      .flatMap((name) => findScraper(name) ?? [])
      .map((scraper) => ({ scraper, rows: read(scraper, entry.kind, page) }))
      .filter(({ rows }) => rows > 0)
      .sort((a, b) => b.rows - a.rows)
    if (!best) continue
    // An answer of a service may hold markup in its fields; the peer reads it as JSON, too.
    const head = Buffer.from(bytes.subarray(0, 200)).toString().trimStart()
    const name = `${best.scraper.platform}${head.startsWith('<') ? '' : ' (json)'}`
    const list = jobs.get(name) ?? []
    jobs.set(name, list)
    list.push({ scraper: best.scraper, kind: entry.kind, page, path, rows: best.rows })
  }
}

console.log(`${rounds} rounds; goal: at most ${goal.toFixed(2)} of lxml's time`)
console.log('platform            pages     kB   rows   ours ms   lxml ms   ratio')
let isMissed = false
for (const [platform, pages] of [...jobs].sort(([a], [b]) => (a < b ? -1 : 1))) {
  if (only && only !== platform.split(' ')[0]) continue
  const size = pages.reduce((sum, { page }) => sum + page.bytes.length, 0) / 1000
  const times = Math.max(1, Math.ceil(roundKb / size))
  const ours = []
  const peer = []
  for (let round = -1; round < rounds; round += 1) {
    const before = process.cpuUsage()
    for (let time = 0; time < times; time += 1)
      for (const { scraper, kind, page } of pages) read(scraper, kind, page)
    const { user, system } = process.cpuUsage(before)
    const told = execFileSync(python, [script, String(times), ...pages.map(({ path }) => path)], {
      encoding: 'utf8',
    })
    // The first round warms up; the peer warms up in each of its own.
    if (round < 0) continue
    ours.push((user + system) / 1000 / times)
    peer.push(JSON.parse(told).cpuMs / times)
  }
  const ratio = median(ours) / median(peer)
  const rows = pages.reduce((sum, one) => sum + one.rows, 0)
  // The goal is about lxml's own pages; answers of services stand beside Python's json alone.
  const isOver = ratio > goal && !platform.endsWith('(json)')
  if (isOver) isMissed = true
  console.log(
    [
      platform.padEnd(18),
      String(pages.length).padStart(6),
      size.toFixed(0).padStart(6),
      String(rows).padStart(6),
      median(ours).toFixed(1).padStart(9),
      median(peer).toFixed(1).padStart(9),
      `${ratio.toFixed(2)}${isOver ? '  over the goal' : ''}`.padStart(7),
    ].join(' '),
  )
}
process.exitCode = isMissed ? 1 : 0
