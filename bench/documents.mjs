// documents: text of born-digital PDFs by the product's reader, beside pdftotext -bbox, pdfjs and pdfminer.six
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { figure, median, tellLoad } from './parts/measure.mjs'

const captures = fileURLToPath(new URL('../../shared/captures/documents', import.meta.url))
const python = process.env.PYTHON ?? '/usr/bin/python3'
const isQuick = process.argv.includes('--quick')
const rounds = isQuick ? 2 : 5
const here = (name) => fileURLToPath(new URL(`./documents/${name}`, import.meta.url))
const has = (program) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0

if (!existsSync(captures) || !has('pdftotext') || !has('qpdf')) {
  console.log('skipped: it takes ../shared/captures, pdftotext and qpdf')
  process.exit(0)
}
tellLoad()
const manifest = JSON.parse(readFileSync(join(captures, 'manifest.json'), 'utf8'))
const files = manifest
  .filter(({ file, hasTextLayer, encrypted }) => /\.pdf$/.test(file) && hasTextLayer && !encrypted)
  .map(({ file }) => join(captures, file))

const folder = mkdtempSync(join(tmpdir(), 'watchdocket-bench-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
const join_ = (name, parts) => {
  const path = join(folder, name)
  spawnSync('qpdf', ['--empty', '--pages', ...parts, '--', path], { stdio: 'ignore' })
  return path
}
const packet = join_('packet.pdf', files)
const large = join_('large.pdf', Array(7).fill(packet))

const big = { encoding: 'utf8', maxBuffer: 1 << 30, stdio: ['ignore', 'pipe', 'ignore'] }
const node = (script, ...args) =>
  JSON.parse(execFileSync(process.execPath, [here(script), ...args], big))

/** CPU time of a command with its children, in ms. */
function cpuOf(command) {
  const script = `( ${command} ) >/dev/null 2>&1; times`
  const { stdout } = spawnSync('bash', ['-c', script], { encoding: 'utf8' })
  // The second line tells of the children: `0m1.234s 0m0.567s`.
  const [user, system] = [
    ...stdout
      .trim()
      .split('\n')
      .at(-1)
      .matchAll(/(\d+)m([\d.]+)s/g),
  ].map(([, minutes, seconds]) => Number(minutes) * 60 + Number(seconds))
  return (user + system) * 1_000
}
const quoted = (paths) => paths.map((path) => `'${path}'`).join(' ')
const poppler = (paths) =>
  cpuOf(`for f in ${quoted(paths)}; do pdftotext -bbox "$f" /dev/null; done`)

const words = (text) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []
function f1(ours, theirs) {
  const counts = new Map()
  for (const word of theirs) counts.set(word, (counts.get(word) ?? 0) + 1)
  let both = 0
  for (const word of ours) {
    const left = counts.get(word) ?? 0
    if (left > 0) both += 1
    counts.set(word, left - 1)
  }
  return (2 * both) / Math.max(1, ours.length + theirs.length)
}

for (const [name, paths] of [
  ['the files', files],
  ['the packet', [packet]],
]) {
  const ours = []
  const native = []
  for (let round = 0; round < rounds; round += 1) {
    ours.push(...node('read-once.mjs', '1', 'no', ...paths).cpuMs)
    native.push(poppler(paths))
  }
  const own = median(ours)
  console.log(
    `\n${name}: ${own.toFixed(0)} ms of CPU, pdftotext -bbox ${median(native).toFixed(0)} ms`,
  )
  figure(`${name}: CPU against pdftotext -bbox`, own / median(native), '×', 1.2)
  if (existsSync(fileURLToPath(new URL('./node_modules/pdfjs-dist', import.meta.url)))) {
    const peer = median(node('pdfjs-once.mjs', '1', ...paths).cpuMs)
    figure(`${name}: CPU against pdfjs (goal: a third)`, own / peer, '×', 1 / 3)
  }
  if (!isQuick && spawnSync(python, ['-c', 'import pdfminer']).status === 0) {
    const peer = JSON.parse(execFileSync(python, [here('pdfminer_once.py'), ...paths], big))
      .cpuMs[0]
    figure(`${name}: CPU against pdfminer.six`, own / peer, '×')
  }
}

const read = node('read-once.mjs', '0', 'yes', ...files)
const scores = files.map((file, at) => ({
  file,
  ours: words(read.texts[at].join('\n')),
  theirs: words(execFileSync('pdftotext', [file, '-'], big)),
}))
const all = f1(
  scores.flatMap(({ ours }) => ours),
  scores.flatMap(({ theirs }) => theirs),
)
console.log(`\nwords against pdftotext: F1 ${all.toFixed(4)} (goal 0.998)`)
for (const { file, ours, theirs } of scores) {
  const score = f1(ours, theirs)
  if (score < 0.98)
    console.log(`  below 0.98: ${score.toFixed(3)} ${file.slice(captures.length + 1)}`)
}
const once = node('read-once.mjs', '0', 'no', packet)
figure('peak memory of a reader, the packet', once.peakMb, 'MB', 256)
figure(
  'peak memory of a reader, seven packets in one',
  node('read-once.mjs', '0', 'no', large).peakMb,
  'MB',
)
