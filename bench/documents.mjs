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
  figure(`${name}: CPU against pdftotext -bbox`, own / other, '×', 1.2)
  figure(`${name}: the same without its start for each file`, own / bare, '×')
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
const onPacket = node('read-once.mjs', '0', 'no', packet).peakMb
const onLarge = node('read-once.mjs', '0', 'no', large).peakMb
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
  const pool = createDocumentReader({ pool: { children } })
  const readMany = (count) =>
    Promise.all(Array.from({ length: count }, () => pool.read(bytes, 'application/pdf')))
  await readMany(children * 2)
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
const phraseFile = join(folder, 'phrases')
writeFileSync(phraseFile, `${compileLexicon(loadTaxonomy()).phraseList.join('\n')}\n`)
const grepped = `pdftotext '${packet}' '${folder}/text'; LC_ALL=C.UTF-8 grep -F -i -w -f '${phraseFile}' '${folder}/text'`
const storing = (count) =>
  cpuOf(`'${process.execPath}' '${here('store-packets.mjs')}' ${count} '${packet}'`)
const [stored, found] = [[], []]
for (let round = 0; round < (isQuick ? 1 : 3); round += 1) {
  found.push(cpuOf(grepped))
  // What starting costs falls out of the difference.
  stored.push((storing(6) - storing(2)) / 4)
}
console.log('\nfrom the bytes of the packet to stored pages and findings:')
console.log(
  `${median(stored).toFixed(0)} ms of CPU, pdftotext and grep ${median(found).toFixed(0)} ms`,
)
figure(
  'CPU against pdftotext and grep -F -i -w -f phrases',
  median(stored) / median(found),
  '×',
  1.8,
)
