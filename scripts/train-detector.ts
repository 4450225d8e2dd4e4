/**
 * Learns from labelled items, `npm run train -- labelled.jsonl`, and writes what it learned: the
 * weights of the score and its calibration, which the retold items of `src/detect/lessons` teach too,
 * into `src/detect/taxonomy/scoring.json`, and the models of sums and roles, which all lessons there teach too,
 * into `src/detect/learned`. The
 * same items give the same files; `--dry` only prints. Beside it, what weights learned without a place
 * make of it.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { createDetector, signsOf } from '../src/detect/detect.ts'
import type { LabelledItem } from '../src/detect/evaluate.ts'
import {
  crossSupport,
  foldsOf,
  type Lesson,
  learnCalibration,
  learnWeights,
} from '../src/detect/learn.ts'
import { learnModels, readLessons } from '../src/detect/learn-models.ts'
import { noModels } from '../src/detect/learned/load.ts'
import type { TreeModel } from '../src/detect/learned/trees.ts'
import type { WordModel } from '../src/detect/learned/words.ts'
import { compileLexicon } from '../src/detect/lexicon.ts'
import { supportOf } from '../src/detect/score.ts'
import { loadTaxonomy } from '../src/detect/taxonomy.ts'

const { values: options, positionals } = parseArgs({
  options: { dry: { type: 'boolean', default: false } },
  allowPositionals: true,
})
const [path = '../shared/corpus/items.jsonl'] = positionals
const scoringFile = new URL('../src/detect/taxonomy/scoring.json', import.meta.url)

const modelsFolder = new URL('../src/detect/learned/', import.meta.url)
const lessonsFolder = new URL('../src/detect/lessons/', import.meta.url)
const inventedFile = new URL('items.jsonl', lessonsFolder)
const retoldFile = new URL('retold.jsonl', lessonsFolder)
const lookedUpFile = new URL('looked-up.jsonl', lessonsFolder)
const freshFile = new URL('fresh.jsonl', lessonsFolder)

const readItems = (file: string | URL): LabelledItem[] =>
  readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => {
      const item = JSON.parse(line)
      return { ...item, text: item.text ?? '' }
    })

const taxonomy = loadTaxonomy()
const lexicon = compileLexicon(taxonomy)
const toLesson = ({ title, text, place, label }: LabelledItem): Lesson => ({
  place,
  signs: signsOf({ title, text }, lexicon),
  relevant: label.relevant,
  weight: label.doubt ? 0.3 : 1,
})
const items = readItems(path).map(toLesson)
const folds = foldsOf(items.map(({ place }) => place))
const lessons = items.filter(({ signs }) => Object.keys(signs).length > 0)
const unseen = items.filter(({ signs, relevant }) => relevant && Object.keys(signs).length === 0)

const { scoring } = taxonomy
const { prior } = scoring
const learned = learnWeights(lessons, prior)
const crossed = crossSupport(lessons, prior, folds)

function figures(name: string, judged: readonly (readonly [Lesson, number])[], missed = 0): string {
  const count = (relevant: boolean, isFound: boolean) =>
    judged.filter(
      ([lesson, support]) => lesson.relevant === relevant && support >= scoring.found === isFound,
    ).length
  const [right, extra, lost] = [count(true, true), count(false, true), count(true, false) + missed]
  const share = (part: number, whole: number) => (whole === 0 ? '–' : (part / whole).toFixed(3))
  return `${name.padEnd(34)} precision ${share(right, right + extra)}  recall ${share(right, right + lost)}  F1 ${share(2 * right, 2 * right + extra + lost)}`
}

const under = (weights: typeof learned) =>
  lessons.map((lesson) => [lesson, supportOf(lesson.signs, weights)] as const)
console.log(figures('weights set by people', under(prior), unseen.length))
console.log(figures('learned, on what taught them', under(learned), unseen.length))
const judged = lessons.map((lesson, at) => [lesson, crossed[at] ?? 0] as const)
console.log(figures('learned from other places', judged, unseen.length))
for (const fold of [...new Set(folds.values())].sort()) {
  console.log(
    figures(
      `  ${fold}`,
      judged.filter(([{ place }]) => folds.get(place) === fold),
    ),
  )
}

// Retold items teach no weights: to those they are places that nobody has looked at. Where only what is
// relevant was looked up, nothing is to be learned of how sure a score may be.
const retold = readItems(retoldFile)
  .map(toLesson)
  .filter(({ signs }) => Object.keys(signs).length > 0)
const calibration = learnCalibration([
  ...judged.map(([{ relevant }, support]) => ({ relevant, support })),
  ...retold.map(({ relevant, signs }) => ({ relevant, support: supportOf(signs, learned) })),
])
if (!options.dry) {
  writeFileSync(
    scoringFile,
    `${JSON.stringify({ ...scoring, ...learned, calibration }, null, 2)}\n`,
  )
}

/** One tree a line, so that a change can be seen. */
const toText = ({ start, trees }: TreeModel) =>
  [
    `{\n  "start": ${start},\n  "trees": [`,
    trees.map((tree) => `    ${JSON.stringify(tree)}`).join(',\n'),
    '  ]\n}\n',
  ].join('\n')

/** One sign a line. */
const wordsToText = ({ start, weights }: WordModel) =>
  [
    `{\n  "start": ${JSON.stringify(start)},\n  "weights": {`,
    [...weights]
      .map(([sign, own]) => `    ${JSON.stringify(sign)}: ${JSON.stringify(own)}`)
      .join(',\n'),
    '  }\n}\n',
  ].join('\n')

function keep(name: string, text: string): void {
  if (!options.dry) writeFileSync(new URL(name, modelsFolder), text)
}

const trained = { ...taxonomy, scoring: { ...scoring, ...learned, calibration } }
const rules = createDetector(trained, noModels)
const lessonsOf = (files: readonly (string | URL)[], isReal: boolean) =>
  readLessons(files.flatMap(readItems), rules, isReal)
const { sum, sumByWords, role } = learnModels([
  ...lessonsOf([path], true),
  ...lessonsOf([inventedFile], false),
  ...lessonsOf([retoldFile, lookedUpFile], true),
  ...lessonsOf([freshFile], false),
])
if (sum) {
  console.log(`sum: ${sum.trees.length} trees`)
  keep('sum.json', toText(sum))
}
if (sumByWords) {
  const { words, trees } = sumByWords
  console.log(`words beside sums: ${words.weights.size}, weighed by ${trees.trees.length} trees`)
  keep('sum-words.json', wordsToText(words))
  keep('sum-beside-words.json', toText(trees))
}
if (role) {
  console.log(`words of roles: ${role.weights.size}`)
  keep('role.json', wordsToText(role))
}
