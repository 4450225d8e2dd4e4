// documents: text of born-digital PDFs by the product's reader, beside pdftotext -bbox, pdfjs and pdfminer.six
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { figure, median, startChild, tellLoad } from './parts/measure.mjs'
import { product } from './parts/product.mjs'
import { f1, wordsOf } from './parts/words.mjs'

const captures = fileURLToPath(new URL('../../shared/captures/documents', import.meta.url))
const python = process.env.PYTHON ?? '/usr/bin/python3'
const isQuick = process.argv.includes('--quick')
const rounds = isQuick ? 3 : 7
const packetPages = 300
const largePages = 2_000
const here = (name) => fileURLToPath(new URL(`./documents/${name}`, import.meta.url))
const has = (program) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0

if (!existsSync(captures) || !has('pdftotext') || !has('qpdf')) {
  console.log('skipped: it takes ../shared/captures, pdftotext and qpdf')
  process.exit(0)
}
tellLoad()
const manifest = JSON.parse(readFileSync(join(captures, 'manifest.json'), 'utf8'))
const born = manifest.filter(
  ({ file, hasTextLayer, encrypted }) => /\.pdf$/.test(file) && hasTextLayer && !encrypted,
)
const files = born.map(({ file }) => join(captures, file))
const pagesOfFiles = born.reduce((sum, { pages }) => sum + pages, 0)

const folder = mkdtempSync(join(tmpdir(), 'watchdocket-bench-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
/** A PDF of exactly so many pages, joined from these over and over. */
function joined(name, parts, partPages, pages) {
  const all = join(folder, `all-${name}`)
  const path = join(folder, name)
  const times = Math.ceil(pages / partPages)
  const sources = Array.from({ length: times }, () => parts).flat()
  spawnSync('qpdf', ['--empty', '--pages', ...sources, '--', all], { stdio: 'ignore' })
  spawnSync('qpdf', [all, '--pages', '.', `1-${pages}`, '--', path], { stdio: 'ignore' })
  return path
}
const packet = joined('packet.pdf', files, pagesOfFiles, packetPages)
const large = joined('large.pdf', [packet], packetPages, largePages)

const big = { encoding: 'utf8', maxBuffer: 1 << 30, stdio: ['ignore', 'pipe', 'ignore'] }
const node = (script, ...args) =>
  JSON.parse(execFileSync(process.execPath, [here(script), ...args], big))

const { noLayers, readerCommand } = await product('src/documents/reader-layers.js')
/** The same in a process with the bounds on memory that readers have. */
function asReader(script, ...args) {
  const { file, args: bounds, env } = readerCommand(noLayers, here(script))
  return JSON.parse(execFileSync(file, [...bounds, ...args], { ...big, env }))
}

/** CPU time of a command with all that it starts, in ms. */
function cpuOf(command) {
  const script = `( ${command} ) >/dev/null 2>&1; times`
  const { stdout } = spawnSync('bash', ['-c', script], { encoding: 'utf8' })
  // The second line tells of the children: `0m1.234s 0m0.567s`.
  const last = stdout.trim().split('\n').at(-1)
  const [user, system] = [...last.matchAll(/(\d+)m([\d.]+)s/g)].map(
    ([, minutes, seconds]) => Number(minutes) * 60 + Number(seconds),
  )
  return (user + system) * 1_000
}
const quoted = (paths) => paths.map((path) => `'${path}'`).join(' ')
const poppler = (paths) =>
  cpuOf(`for f in ${quoted(paths)}; do pdftotext -bbox "$f" /dev/null; done`)
/** What starting the program so many times costs by itself. */
const starting = (paths) => cpuOf(`for f in ${quoted(paths)}; do pdftotext -v; done`)

const reader = await startChild(new URL('./documents/reader.mjs', import.meta.url))
const readAll = (paths, wantsText = false) => reader.ask('read', { files: paths, wantsText })
// Readers are kept warm: the first rounds compile the engine.
for (let round = 0; round < 3; round += 1) await readAll(files)

for (const [name, paths, pages] of [
  ['files', files, pagesOfFiles],
  ['packet', [packet], packetPages],
]) {
  const [ours, native, starts] = [[], [], []]
  for (let round = 0; round < rounds; round += 1) {
    ours.push((await readAll(paths)).cpuMs)
    native.push(poppler(paths))
    starts.push(starting(paths))
  }
  const own = median(ours)
  const other = median(native)
  const bare = other - median(starts)
  const each = (ms) => `${(ms / pages).toFixed(2)} ms a page`
  console.log(`\n${name}, ${pages} pages: ${each(own)}, pdftotext -bbox ${each(other)}`)
  // Our process is warm, so that the start of the other one must not count.
  figure(`${name}: CPU against pdftotext -bbox without its start`, own / bare, '×', 1.2)
  figure(`${name}: the same with its start for each file`, own / other, '×')
  if (existsSync(fileURLToPath(new URL('./node_modules/pdfjs-dist', import.meta.url)))) {
    const peer = median(node('pdfjs-once.mjs', isQuick ? '1' : '3', ...paths).cpuMs)
    figure(`${name}: CPU against pdfjs (goal: a third)`, own / peer, '×', 1 / 3)
  }
  if (spawnSync(python, ['-c', 'import pdfminer']).status === 0) {
    const { cpuMs } = JSON.parse(execFileSync(python, [here('pdfminer_once.py'), ...paths], big))
    figure(`${name}: CPU against pdfminer.six`, own / cpuMs[0], '×')
  }
}

const entities = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }
/** The words that pdftotext -bbox places on a file's pages. */
const placedWords = (file) =>
  [...execFileSync('pdftotext', ['-bbox', file, '-'], big).matchAll(/<word [^>]*>(.*?)<\/word>/g)]
    .map(([, word]) => word.replace(/&(\w+);/g, (whole, name) => entities[name] ?? whole))
    .join(' ')
const { texts } = await readAll(files, true)
const scores = files.map((file, at) => ({
  file: file.slice(captures.length + 1),
  score: f1(wordsOf(texts[at].join('\n')), wordsOf(placedWords(file))),
}))
const mean = scores.reduce((sum, { score }) => sum + score, 0) / scores.length
const [worst] = scores.toSorted((a, b) => a.score - b.score)
console.log('\nwords against those of pdftotext -bbox, F1:')
const least = (name, value, goal) =>
  console.log(
    `${name.padEnd(58)} ${value.toFixed(4).padStart(9)}    (goal ${goal}: ${value >= goal ? 'met' : 'MISSED'})`,
  )
least('mean over the files', mean, 0.998)
least(`worst: ${worst.file}`, worst.score, 0.98)
await reader.stop()

console.log('\na reading process of its own:')
const onPacket = asReader('read-once.mjs', '0', 'no', packet).peakMb
const onLarge = asReader('read-once.mjs', '0', 'no', large).peakMb
figure(`peak memory, ${packetPages} pages`, onPacket, 'MB', 256)
figure(`peak memory, ${largePages.toLocaleString('en')} pages`, onLarge, 'MB', 256)
figure(
  'growth a page beyond those',
  ((onLarge - onPacket) / (largePages - packetPages)) * 1_024,
  'KB',
)

const { createDocumentReader } = await product('src/documents/document-reader.js')
const bytes = readFileSync(packet)
/** Packets a second that so many processes read, once they are warm. */
async function rateOf(children) {
  // None is ended for having read enough: starting another one is no part of this.
  const pool = createDocumentReader({ pool: { children, bytesPerChild: 1e12 } })
  const readMany = (count) =>
    Promise.all(Array.from({ length: count }, () => pool.read(bytes, 'application/pdf')))
  await readMany(children * 4)
  const startedAt = performance.now()
  await readMany(4)
  const elapsed = performance.now() - startedAt
  pool.close()
  return 4_000 / elapsed
}
const rates = []
for (let round = 0; round < (isQuick ? 1 : 3); round += 1) {
  rates.push((await rateOf(2)) / (await rateOf(1)))
}
const two = median(rates)
console.log(
  `${'two readers against one, by the clock'.padEnd(58)} ${two.toFixed(2).padStart(9)} ×  (goal at least 1.5: ${two >= 1.5 ? 'met' : 'MISSED'})`,
)

const { compileLexicon } = await product('src/detect/lexicon.js')
const { loadTaxonomy } = await product('src/detect/taxonomy.js')
const lexicon = compileLexicon(loadTaxonomy())
// What the taxonomy looks for and what it takes for something else; words of context are no finds.
const phrases = [...lexicon.matcher.list()]
  .filter(([number]) => lexicon.meanings.has(number) || lexicon.covers.has(number))
  .map(([, phrase]) => phrase)
const step = Math.floor(phrases.length / 1_500)
const some = phrases.filter((_, at) => at % step === 0).slice(0, 1_500)
/** CPU time of finding these phrases in the packet with tools that every system has. */
function grepped(list) {
  const file = join(folder, 'phrases')
  writeFileSync(file, `${list.join('\n')}\n`)
  return cpuOf(
    `pdftotext '${packet}' '${folder}/text'; grep -F -i -w -f '${file}' '${folder}/text'`,
  )
}
const storing = (count) =>
  cpuOf(`'${process.execPath}' '${here('store-packets.mjs')}' ${count} '${packet}'`)
const [stored, found] = [[], []]
for (let round = 0; round < (isQuick ? 1 : 3); round += 1) {
  found.push(grepped(some))
  // What starting costs falls out of the difference.
  stored.push((storing(5) - storing(2)) / 3)
}
const own = median(stored)
console.log(
  `\nfrom the bytes of the packet to stored pages and findings: ${own.toFixed(0)} ms of CPU`,
)
const against = 'against pdftotext and grep -F -i -w -f,'
figure(`${against} ${some.length} phrases`, own / median(found), '×', 1.8)
// With the whole taxonomy grep takes a minute: once is enough to tell.
if (!isQuick) figure(`${against} ${phrases.length} phrases`, own / grepped(phrases), '×', 1.8)
