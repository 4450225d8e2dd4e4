// html: rows and links of large captured pages by the product's own reader, beside lxml
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { median } from './parts/measure.mjs'
import { product } from './parts/product.mjs'

const { parseMarkup, walkMarkup } = await product('src/scraping/html.js')

const captures = fileURLToPath(new URL('../../shared/captures', import.meta.url))
const python = process.env.PYTHON ?? '/usr/bin/python3'
const rounds = process.argv.includes('--quick') ? 1 : 7
const leastBytes = 200_000

if (!existsSync(captures)) {
  console.log('skipped: no captures at ../shared/captures')
  process.exit(0)
}

const files = readdirSync(captures, { recursive: true, encoding: 'utf8' })
  .map((name) => join(captures, name))
  .filter((path) => /\.html?$/.test(path) && statSync(path).size >= leastBytes)
const docs = files.map((path) => readFileSync(path, 'utf8'))

const squash = (text) => text.replace(/\s+/g, ' ').trim()

/** All characters below a node, scripts included, as lxml's itertext gives them. */
function textOf(node) {
  let text = ''
  walkMarkup(node, (inner) => {
    if (inner.type === 'text') text += inner.data
    return inner.type !== 'comment'
  })
  return text
}

/** The same work as rows_lxml.py: cells of rows with three or more, and every link. */
function work(doc) {
  let rows = 0
  let links = 0
  let chars = 0
  walkMarkup(parseMarkup(doc), (node) => {
    if (node.name === 'a' && node.attribs?.href) links += 1
    if (node.name === 'tr') {
      const cells = (node.children ?? []).filter((child) => child.name === 'td')
      if (cells.length >= 3) {
        rows += 1
        for (const cell of cells) chars += squash(textOf(cell)).length
      }
    }
    return true
  })
  return [rows, links, chars]
}

const ours = []
const peer = []
let counts = []
let peerCounts = []
for (let round = -1; round < rounds; round += 1) {
  const before = process.cpuUsage()
  const told = docs.map(work)
  const { user, system } = process.cpuUsage(before)
  counts = told.reduce((sums, each) => each.map((value, at) => value + (sums[at] ?? 0)), [])
  const lxml = JSON.parse(
    execFileSync(
      python,
      [fileURLToPath(new URL('./html/rows_lxml.py', import.meta.url)), ...files],
      {
        encoding: 'utf8',
      },
    ),
  )
  peerCounts = lxml.counts
  // The first round warms up both.
  if (round < 0) continue
  ours.push((user + system) / 1000)
  peer.push(lxml.cpuMs)
}

const megabytes = docs.reduce((sum, doc) => sum + Buffer.byteLength(doc), 0) / 1e6
const speed = (ms) => `${(megabytes / (ms / 1000)).toFixed(1)} MB/CPU s`
console.log(
  `${files.length} pages of ${leastBytes / 1000} kB and more, ${megabytes.toFixed(1)} MB, ${rounds} rounds`,
)
console.log(`rows, links, characters: ours ${counts.join(' ')}, lxml ${peerCounts.join(' ')}`)
console.log(`lxml ${speed(median(peer))}`)
console.log(
  `ours ${speed(median(ours))}   ${(median(ours) / median(peer)).toFixed(2)} of lxml's time (goal 1.00)`,
)
