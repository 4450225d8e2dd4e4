/**
 * What a logistic regression over the detector's signs would reach, beside the hand-set weights:
 * `npx tsx scripts/train-detector.ts labelled.jsonl`. Each of the largest places in turn is judged
 * by weights learned without it. Deterministic. Prints; writes nothing.
 */
import { readFileSync } from 'node:fs'
import { signsOf } from '../src/detect/detect.ts'
import { compileLexicon } from '../src/detect/lexicon.ts'
import type { Signs } from '../src/detect/score.ts'
import { loadTaxonomy } from '../src/detect/taxonomy.ts'

interface Row {
  readonly signs: Signs
  readonly relevant: boolean
  readonly place: string
  readonly weight: number
}

interface Model {
  readonly bias: number
  readonly weights: readonly number[]
}

const [path] = process.argv.slice(2)
if (!path) throw new Error('Usage: npx tsx scripts/train-detector.ts labelled.jsonl')

const taxonomy = loadTaxonomy()
const lexicon = compileLexicon(taxonomy)
const rows: Row[] = readFileSync(path, 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => {
    const { title, text, place, label } = JSON.parse(line)
    return {
      signs: signsOf({ title, ...(text && { text }) }, lexicon),
      relevant: label.relevant,
      place,
      // A line a second reader might judge otherwise teaches less.
      weight: label.doubt ? 0.3 : 1,
    }
  })
const names = [...new Set(rows.flatMap(({ signs }) => Object.keys(signs)))].sort()

/** Pull towards the hand-set weights; of 1, 3 and 10, cross-validation liked 3 to 10. */
const pull = 10
const steps = 600

/** Adam on the logistic loss; weights are kept from falling below 0, so that no sign takes away. */
function train(sample: readonly Row[]): Model {
  const size = names.length
  const inputs = sample.map(({ signs }) => names.map((name) => signs[name] ?? 0))
  const prior = names.map((name) => taxonomy.scoring.weights[name] ?? 0)
  const values = [...names.map(() => 1), -3]
  const mean = values.map(() => 0)
  const square = values.map(() => 0)
  for (let step = 1; step <= steps; step += 1) {
    const slope = values.map((value, at) => (at < size ? pull * (value - (prior[at] ?? 0)) : 0))
    inputs.forEach((input, index) => {
      const { relevant, weight } = sample[index] as Row
      const sum = input.reduce((total, count, at) => total + count * (values[at] ?? 0), 0)
      const error = (1 / (1 + Math.exp(-sum - (values[size] ?? 0))) - Number(relevant)) * weight
      for (let at = 0; at < size; at += 1) slope[at] = (slope[at] ?? 0) + error * (input[at] ?? 0)
      slope[size] = (slope[size] ?? 0) + error
    })
    values.forEach((value, at) => {
      const gradient = (slope[at] ?? 0) / sample.length
      mean[at] = 0.9 * (mean[at] ?? 0) + 0.1 * gradient
      square[at] = 0.999 * (square[at] ?? 0) + 0.001 * gradient * gradient
      const mended = (mean[at] ?? 0) / (1 - 0.9 ** step)
      const spread = Math.sqrt((square[at] ?? 0) / (1 - 0.999 ** step)) + 1e-8
      const next = value - (0.05 * mended) / spread
      values[at] = at < size ? Math.max(0, next) : next
    })
  }
  return { weights: values.slice(0, size), bias: values[size] ?? 0 }
}

function finds({ bias, weights }: Model, { signs }: Row): boolean {
  const sum = names.reduce(
    (total, name, at) => total + (weights[at] ?? 0) * (signs[name] ?? 0),
    bias,
  )
  return Object.keys(signs).length > 0 && sum >= 0
}

function figures(name: string, judged: readonly (readonly [Row, boolean])[]): string {
  const count = (relevant: boolean, found: boolean) =>
    judged.filter(([row, is]) => row.relevant === relevant && is === found).length
  const [right, extra, missed] = [count(true, true), count(false, true), count(true, false)]
  const share = (part: number, whole: number) => (whole === 0 ? '–' : (part / whole).toFixed(3))
  return `${name}: precision ${share(right, right + extra)} recall ${share(right, right + missed)} F1 ${share(2 * right, 2 * right + extra + missed)}`
}

const largest = ['New York', 'Columbus', 'New Orleans', 'Chicago', 'Joplin', 'Berkeley']
const foldOf = ({ place }: Row) => (largest.includes(place) ? place : 'other places')

const { bias, weights } = taxonomy.scoring
const byHand: Model = { bias, weights: names.map((name) => weights[name] ?? 0) }
console.log(
  figures(
    'weights by hand',
    rows.map((row) => [row, finds(byHand, row)] as const),
  ),
)
const all = train(rows)
console.log(
  figures(
    'trained on all',
    rows.map((row) => [row, finds(all, row)] as const),
  ),
)
const crossed = [...largest, 'other places'].flatMap((fold) => {
  const model = train(rows.filter((row) => foldOf(row) !== fold))
  const judged = rows
    .filter((row) => foldOf(row) === fold)
    .map((row) => [row, finds(model, row)] as const)
  console.log(figures(`  ${fold}, trained without it`, judged))
  return judged
})
console.log(figures('trained, cross-validated by place', crossed))
