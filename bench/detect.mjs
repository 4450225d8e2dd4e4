// detect: the whole taxonomy over text, beside GNU grep and one big RegExp; growth; items and packets with facts
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { benchFolder } from './parts/installation.mjs'
import { figure, median, tellLoad } from './parts/measure.mjs'
import { product } from './parts/product.mjs'

const isQuick = process.argv.includes('--quick')
const rounds = isQuick ? 3 : 7
const megabytes = isQuick ? 2 : 8

const { compileMatcher } = await product('src/detect/match.js')
const { compileLexicon } = await product('src/detect/lexicon.js')
const { loadTaxonomy } = await product('src/detect/taxonomy.js')
const { createDetector } = await product('src/detect/detect.js')
const { detectDocument } = await product('src/detect/document.js')

/** The same numbers at every run. */
let state = 1
const random = () => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
  return state / 2 ** 32
}
const pick = (list) => list[Math.floor(random() * list.length)]

// Real agenda items where they are beside the tree, else words of council life.
const corpus = process.env.WATCHDOCKET_CORPUS ?? '../shared/corpus/items.jsonl'
const items = existsSync(corpus)
  ? readFileSync(corpus, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
  : Array.from({ length: 2_000 }, () => ({
      title: 'Authorize the Director to enter into an agreement for paving of Elm Street',
      text: Array.from({ length: 300 }, () =>
        pick(['council', 'the', 'of', 'street', 'budget', 'park', 'water', 'officer', 'contract']),
      ).join(' '),
    }))

/** Milliseconds of CPU of one call. */
function cpuOf(run) {
  const before = process.cpuUsage()
  run()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000
}

const spent = {}
function keep(times) {
  for (const [name, value] of Object.entries(times)) {
    spent[name] = [...(spent[name] ?? []), value]
  }
}

const warm = 4
const detector = createDetector()
const someItems = items.slice(0, isQuick ? 300 : 1_000)
// A packet as councils have them: ten pages of it are about surveillance technology.
const pageLength = 2_600
const bodies = (isRelevant) =>
  items
    .filter(({ label }) => (label?.relevant ?? false) === isRelevant)
    .map(({ title, text: body = '' }) => `${title}\n${body}`)
    .join('\n')
const [others, telling] = [bodies(false), bodies(true)]
const packetOf = (round) =>
  Array.from({ length: 300 }, (_, at) => {
    const from = at >= 200 && at < 210 ? telling : others
    const start = (at * pageLength + round * 1_234) % Math.max(1, from.length - pageLength)
    return { page: at + 1, text: from.slice(start, start + pageLength) }
  })
// First, as in a worker: one detector, that reads one document after the other. The matchers and
// megabytes below would be collected on its account, and teach V8 other shapes.
for (let round = -2 * warm; round < 2 * rounds; round += 1) {
  const packet = packetOf(round + 2 * warm)
  const times = {
    items: cpuOf(() => {
      for (const { title, text: body } of someItems) detector.detect({ title, text: body })
    }),
    packet: cpuOf(() => detectDocument(packet, detector)),
  }
  if (round >= 0) keep(times)
}

const lexicon = compileLexicon(loadTaxonomy())
// What the taxonomy looks for and what it takes for something else; words of context are no finds.
const phrases = [...lexicon.matcher.list()]
  .filter(([number]) => lexicon.meanings.has(number) || lexicon.covers.has(number))
  .map(([, phrase]) => phrase)

const words = items
  .flatMap(({ title, text = '' }) => `${title} ${text}`.split(/\s+/))
  .filter((word) => word !== '')
const lines = []
for (let size = 0; size < megabytes * 1e6; ) {
  const from = Math.floor(random() * Math.max(1, words.length - 200))
  const line = words.slice(from, from + 200)
  // A find in some 3,000 words, as agendas have.
  if (random() < 0.07) line.splice(Math.floor(random() * line.length), 0, pick(phrases))
  lines.push(line.join(' ').replace(/[^\x20-\x7e]/g, ' '))
  size += lines.at(-1).length + 1
}
const text = lines.join('\n')
const folder = benchFolder()
const [textFile, phraseFile] = [join(folder, 'text'), join(folder, 'phrases')]
writeFileSync(textFile, text)
writeFileSync(phraseFile, `${phrases.join('\n')}\n`)

const matcher = compileMatcher(phrases.map((phrase) => phrase.split(' ')))
const escaped = (phrase) => phrase.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
const longestFirst = [...phrases].sort((a, b) => b.length - a.length)
const expression = new RegExp(`\\b(?:${longestFirst.map(escaped).join('|')})\\b`, 'gi')
const regExpText = text.slice(0, 1e6)

function grep(listFile, bytes = text.length) {
  const told = spawnSync(
    'bash',
    [
      '-c',
      `TIMEFORMAT='%U %S'; time head -c ${bytes} "${textFile}" | grep -F -i -w -o -f "${listFile}" | wc -l`,
    ],
    { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } },
  )
  const [user = 0, system = 0] = told.stderr.trim().split(/\s+/).slice(-2).map(Number)
  return (user + system) * 1_000
}

/**
 * With the whole taxonomy grep takes minutes a megabyte: what it takes to begin is measured apart, and
 * the rest on a piece of the text.
 */
function grepWhole() {
  const [short, long] = [50_000, 150_000]
  const begun = grep(phraseFile, short)
  const perByte = (grep(phraseFile, long) - begun) / (long - short)
  return begun + perByte * (text.length - short)
}

/** Every phrase at every word, by comparing: slow and surely right. */
function bruteForce(wordsOfText, list) {
  let found = 0
  for (let at = 0; at < wordsOfText.length; at += 1) {
    for (const phrase of list) {
      if (phrase.every((word, next) => wordsOfText[at + next] === word)) found += 1
    }
  }
  return found
}

const some = phrases.filter((_, at) => at % 40 === 0).map((phrase) => phrase.split(' '))
const vocabulary = [...new Set(some.flat())].slice(0, 400)
const noise = Array.from({ length: 20_000 }, () =>
  random() < 0.3 ? pick(some).join(' ') : pick(vocabulary),
)
  .join(' ')
  .split(' ')
const ours = compileMatcher(some).find(noise.join(' ')).length
const theirs = bruteForce(noise, some)
if (ours !== theirs) throw new Error(`Hits differ: ${ours}, by brute force ${theirs}`)

// Each phrase with nine further words of the text behind it, as a growing taxonomy would have.
const further = [...new Set(text.toLowerCase().match(/[a-z]{4,}/g))]
const split = (list) => list.map((phrase) => phrase.toLowerCase().split(' '))
function tenfold(list) {
  const grown = [...list]
  for (let at = 0; grown.length < list.length * 10; at += 1) {
    grown.push(`${list[at % list.length]} ${further[(at * 7) % further.length]}`)
  }
  return compileMatcher(split(grown))
}
const few = phrases.filter((_, at) => at % Math.floor(phrases.length / 1_500) === 0).slice(0, 1_500)
const fewFile = join(folder, 'few')
writeFileSync(fewFile, `${few.join('\n')}\n`)
const small = compileMatcher(split(few))
const smallTenfold = tenfold(few)
const large = tenfold(phrases)

for (let round = -warm; round < rounds; round += 1) {
  const times = {
    ours: cpuOf(() => matcher.find(text)),
    regExp: (cpuOf(() => regExpText.match(expression)) * text.length) / regExpText.length,
    grepFew: grep(fewFile),
    small: cpuOf(() => small.find(text)),
    smallTenfold: cpuOf(() => smallTenfold.find(text)),
    large: cpuOf(() => large.find(text)),
  }
  if (round === 0) times.grep = grepWhole()
  if (round >= 0) keep(times)
}

const of = (name) => median(spent[name])
const speed = (ms) => text.length / 1e6 / (ms / 1_000)
tellLoad()
console.log(
  `${phrases.length} phrases, ${(text.length / 1e6).toFixed(1)} MB, ${rounds} rounds; ${ours} hits equal by brute force\n`,
)
for (const name of ['ours', 'grep', 'regExp']) {
  figure(`${name}: MB of text per CPU second`, speed(of(name)), 'MB/s')
}
const atLeast = (name, value, goal) =>
  console.log(
    `${name.padEnd(58)} ${value.toFixed(2).padStart(9)} ×  (goal at least ${goal}: ${value >= goal ? 'met' : 'MISSED'})`,
  )
atLeast('faster than grep -F -i -w -o -f', of('grep') / of('ours'), 1.5)
atLeast('the same with 1,500 phrases', of('grepFew') / of('small'), 1.5)
atLeast('faster than one RegExp', of('regExp') / of('ours'), 2.5)
figure('15,000 phrases, of the time of 1,500', of('smallTenfold') / of('small'), '×', 1.5)
figure('ten times the whole taxonomy, of its time', of('large') / of('ours'), '×')
figure('an item with its facts', of('items') / someItems.length, 'ms', 2)
figure(`a packet of 300 pages of ${pageLength} characters`, of('packet'), 'ms', 150)
