/**
 * Learns the weights of the score and its calibration from labelled items and writes them into
 * `src/detect/taxonomy/scoring.json`: `npm run train -- labelled.jsonl`. The same items give the
 * same file; `--dry` only prints. Beside it, what weights learned without a place make of it.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { signsOf } from '../src/detect/detect.ts'
import {
  crossSupport,
  foldsOf,
  type Lesson,
  learnCalibration,
  learnWeights,
} from '../src/detect/learn.ts'
import { compileLexicon } from '../src/detect/lexicon.ts'
import { supportOf } from '../src/detect/score.ts'
import { loadTaxonomy } from '../src/detect/taxonomy.ts'

const { values: options, positionals } = parseArgs({
  options: { dry: { type: 'boolean', default: false } },
  allowPositionals: true,
})
const [path = '../shared/corpus/items.jsonl'] = positionals
const scoringFile = new URL('../src/detect/taxonomy/scoring.json', import.meta.url)

const taxonomy = loadTaxonomy()
const lexicon = compileLexicon(taxonomy)
const items = readFileSync(path, 'utf8')
  .trimEnd()
  .split('\n')
  .map((line): Lesson => {
    const { title, text, place, label } = JSON.parse(line)
    return {
      place,
      signs: signsOf({ title, ...(text && { text }) }, lexicon),
      relevant: label.relevant,
      weight: label.doubt ? 0.3 : 1,
    }
  })
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

const calibration = learnCalibration(
  judged.map(([{ relevant }, support]) => ({ relevant, support })),
)
if (!options.dry) {
  writeFileSync(
    scoringFile,
    `${JSON.stringify({ ...scoring, ...learned, calibration }, null, 2)}\n`,
  )
}
