import { type Signs, supportOf } from './score.ts'
import type { Scoring } from './taxonomy.ts'

/** An item that shows signs, and whether it is relevant. */
export interface Lesson {
  readonly place: string
  readonly signs: Signs
  readonly relevant: boolean
  /** How much it teaches: less where a second reader might judge otherwise. */
  readonly weight: number
}

/** Pull towards the weights that people set: few places teach, so they teach gently. */
const pull = 30
const steps = 1_500
const stepSize = 0.03

/** Signs that weigh against; every other one may only add, so that no text takes anything away. */
const against: ReadonlySet<string> = new Set(['titleElsewhere', 'onlyTextElsewhere'])

const logistic = (sum: number) => 1 / (1 + Math.exp(-sum))

/**
 * Weights by regularised logistic regression over the signs: pulled towards `prior`, never of the
 * wrong sign, the same at every run. Linear in lessons.
 */
export function learnWeights(
  lessons: readonly Lesson[],
  prior: Scoring['prior'],
): Pick<Scoring, 'bias' | 'weights'> {
  const names = Object.keys(prior.weights).sort()
  const size = names.length
  const start = [...names.map((name) => prior.weights[name] ?? 0), prior.bias]
  const inputs = lessons.map(({ signs }) => [...names.map((name) => signs[name] ?? 0), 1])
  const values = [...start]
  const mean = values.map(() => 0)
  const square = values.map(() => 0)
  for (let step = 1; step <= steps; step += 1) {
    const slope = values.map((value, at) => pull * (value - (start[at] ?? 0)))
    inputs.forEach((input, index) => {
      const sum = input.reduce((total, count, at) => total + count * (values[at] ?? 0), 0)
      const error =
        (logistic(sum) - Number(lessons[index]?.relevant)) * (lessons[index]?.weight ?? 0)
      for (let at = 0; at <= size; at += 1) slope[at] = (slope[at] ?? 0) + error * (input[at] ?? 0)
    })
    values.forEach((value, at) => {
      const gradient = (slope[at] ?? 0) / Math.max(1, lessons.length)
      mean[at] = 0.9 * (mean[at] ?? 0) + 0.1 * gradient
      square[at] = 0.999 * (square[at] ?? 0) + 0.001 * gradient * gradient
      const mended = (mean[at] ?? 0) / (1 - 0.9 ** step)
      const spread = Math.sqrt((square[at] ?? 0) / (1 - 0.999 ** step)) + 1e-8
      const next = value - (stepSize * mended) / spread
      const name = names[at]
      if (name === undefined) values[at] = next
      else values[at] = against.has(name) ? Math.min(0, next) : Math.max(0, next)
    })
  }
  const round = (value: number) => Math.round(value * 100) / 100
  return {
    bias: round(values[size] ?? 0),
    weights: Object.fromEntries(names.map((name, at) => [name, round(values[at] ?? 0)])),
  }
}

/** Places with enough items to be left out alone; the others go in groups. */
const leastAlone = 60
const groups = 5

/** A number that hangs on a place's name alone, so that each run divides places alike. */
export function numberOfPlace(place: string): number {
  let letters = 0
  for (const letter of place) letters = (letters * 31 + letter.charCodeAt(0)) % 65_521
  return letters
}

/** Which places are left out together: large ones alone, small ones by their names' letters. */
export function foldsOf(places: readonly string[]): Map<string, string> {
  const sizes = new Map<string, number>()
  for (const place of places) sizes.set(place, (sizes.get(place) ?? 0) + 1)
  return new Map(
    [...sizes].map(([place, size]) => [
      place,
      size >= leastAlone ? place : `others ${numberOfPlace(place) % groups}`,
    ]),
  )
}

/** The support of each lesson under weights learned from other places alone. */
export function crossSupport(
  lessons: readonly Lesson[],
  prior: Scoring['prior'],
  folds: ReadonlyMap<string, string>,
): number[] {
  const models = new Map(
    [...new Set(folds.values())].map((fold) => [
      fold,
      learnWeights(
        lessons.filter(({ place }) => folds.get(place) !== fold),
        prior,
      ),
    ]),
  )
  return lessons.map(({ place, signs }) => {
    const model = models.get(folds.get(place) ?? '')
    return model ? supportOf(signs, model) : 0
  })
}

/** So many items stand behind each knot of the calibration, at least. */
const leastBehindKnot = 40

/**
 * Knots `[support, share relevant]` that never fall: neighbours that do are put together. From
 * supports of items that the weights were not learned from, so that they do not flatter.
 */
export function learnCalibration(
  judged: readonly { readonly support: number; readonly relevant: boolean }[],
): Scoring['calibration'] {
  if (judged.length === 0)
    return [
      [0, 0],
      [1, 1],
    ]
  const sorted = [...judged].sort((a, b) => a.support - b.support)
  interface Block {
    count: number
    support: number
    relevant: number
  }
  // Nobody is as sure as a full row of hits looks.
  const shareOf = ({ relevant, count }: Block) => (relevant + 0.5) / (count + 1)
  const blocks: Block[] = []
  // Shares of one size: a short last one would let a single mistake speak for all above it.
  const shares = Math.max(1, Math.floor(sorted.length / leastBehindKnot))
  for (let share = 0; share < shares; share += 1) {
    const from = Math.round((share * sorted.length) / shares)
    const inside = sorted.slice(from, Math.round(((share + 1) * sorted.length) / shares))
    blocks.push({
      count: inside.length,
      support: inside.reduce((sum, { support }) => sum + support, 0),
      relevant: inside.filter(({ relevant }) => relevant).length,
    })
    for (let last = blocks.pop(); last; last = blocks.pop()) {
      const before = blocks.at(-1)
      if (!before || shareOf(before) < shareOf(last)) {
        blocks.push(last)
        break
      }
      blocks[blocks.length - 1] = {
        count: before.count + last.count,
        support: before.support + last.support,
        relevant: before.relevant + last.relevant,
      }
    }
  }
  const round = (value: number) => Math.round(value * 1_000) / 1_000
  const knots = blocks.map((block) => [round(block.support / block.count), round(shareOf(block))])
  const inner = knots.filter(([x = 0]) => x > 0 && x < 1)
  // The surest items are all but 1 and stand behind its knot, though none between the others does.
  return [[0, 0], ...inner, [1, knots.at(-1)?.[1] ?? 1]]
}
