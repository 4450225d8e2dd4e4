import type { SignCounts, Tree, TreeModel } from './learned/trees.ts'

/** One thing with its signs, and whether it is what is asked for. */
export interface TreeLesson {
  readonly signs: SignCounts
  readonly isRight: boolean
  readonly weight: number
}

export interface HowToGrow {
  readonly trees: number
  readonly leaves: number
  /** How much of each tree's answer is believed. */
  readonly rate: number
  /** Pull of answers towards 0. */
  readonly pull: number
  /** A leaf of fewer lessons is not made. */
  readonly leastInLeaf: number
  /** Signs that fewer lessons show teach nothing. */
  readonly leastSeen: number
}

/** So many steps tell amounts of one sign apart. */
const mostSteps = 24

/** A sign as a column: which step each lesson stands on, and what lies between steps. */
interface Column {
  readonly sign: string
  readonly steps: Uint8Array
  /** Between step `at` and the next; as many as steps less one. */
  readonly between: readonly number[]
}

function toColumn(sign: string, lessons: readonly TreeLesson[]): Column {
  const amounts = Float64Array.from(lessons, ({ signs }) => signs.get(sign) ?? 0)
  const sorted = Float64Array.from(amounts).sort()
  const different = [...new Set(sorted)]
  const marks =
    different.length <= mostSteps
      ? different
      : [
          ...new Set(
            Array.from(
              { length: mostSteps },
              (_, at) => sorted[Math.floor((at * sorted.length) / mostSteps)] ?? 0,
            ),
          ),
        ]
  const between = marks.slice(1).map((mark, at) => {
    const middle = ((marks[at] ?? 0) + mark) / 2
    const rounded = Number(middle.toPrecision(4))
    return rounded >= (marks[at] ?? 0) && rounded < mark ? rounded : middle
  })
  const steps = Uint8Array.from(amounts, (amount) => {
    let step = 0
    while (step < between.length && amount > (between[step] ?? 0)) step += 1
    return step
  })
  return { sign, steps, between }
}

/** Signs that enough lessons show, by name, so that every run agrees. */
function columnsOf(lessons: readonly TreeLesson[], leastSeen: number): Column[] {
  const seen = new Map<string, number>()
  for (const { signs } of lessons) {
    for (const [sign, amount] of signs) if (amount !== 0) seen.set(sign, (seen.get(sign) ?? 0) + 1)
  }
  return [...seen]
    .filter(([, count]) => count >= leastSeen)
    .map(([sign]) => sign)
    .sort()
    .map((sign) => toColumn(sign, lessons))
}

/** Where to divide the lessons of a leaf, and what is won by it. */
interface Split {
  readonly column: Column
  readonly step: number
  readonly gain: number
}

interface Leaf {
  readonly rows: Int32Array
  readonly slope: number
  readonly curve: number
  readonly split: Split | null
}

/** Grows one tree after the other, each on what those before it leave wrong (gradient boosting). */
class Grower {
  readonly columns: readonly Column[]
  readonly slopes: Float64Array
  readonly curves: Float64Array
  readonly how: HowToGrow
  readonly sumOfSlopes = new Float64Array(mostSteps)
  readonly sumOfCurves = new Float64Array(mostSteps)
  readonly counts = new Int32Array(mostSteps)

  constructor(columns: readonly Column[], size: number, how: HowToGrow) {
    this.columns = columns
    this.slopes = new Float64Array(size)
    this.curves = new Float64Array(size)
    this.how = how
  }

  worth(slope: number, curve: number): number {
    return (slope * slope) / (curve + this.how.pull)
  }

  bestOf(column: Column, rows: Int32Array, slope: number, curve: number): Split | null {
    const { steps, between } = column
    const { sumOfSlopes, sumOfCurves, counts } = this
    sumOfSlopes.fill(0)
    sumOfCurves.fill(0)
    counts.fill(0)
    for (const row of rows) {
      const step = steps[row] ?? 0
      sumOfSlopes[step] = (sumOfSlopes[step] ?? 0) + (this.slopes[row] ?? 0)
      sumOfCurves[step] = (sumOfCurves[step] ?? 0) + (this.curves[row] ?? 0)
      counts[step] = (counts[step] ?? 0) + 1
    }
    const whole = this.worth(slope, curve)
    let best: Split | null = null
    let [left, bent, count] = [0, 0, 0]
    for (let step = 0; step < between.length; step += 1) {
      left += sumOfSlopes[step] ?? 0
      bent += sumOfCurves[step] ?? 0
      count += counts[step] ?? 0
      if (count < this.how.leastInLeaf) continue
      if (rows.length - count < this.how.leastInLeaf) break
      const gain = this.worth(left, bent) + this.worth(slope - left, curve - bent) - whole
      if (gain > (best?.gain ?? leastGain)) best = { column, step, gain }
    }
    return best
  }

  toLeaf(rows: Int32Array): Leaf {
    let [slope, curve] = [0, 0]
    for (const row of rows) {
      slope += this.slopes[row] ?? 0
      curve += this.curves[row] ?? 0
    }
    let split: Split | null = null
    if (rows.length >= 2 * this.how.leastInLeaf) {
      for (const column of this.columns) {
        const own = this.bestOf(column, rows, slope, curve)
        if (own && own.gain > (split?.gain ?? 0)) split = own
      }
    }
    return { rows, slope, curve, split }
  }

  /** A tree, and into `answers` what it says of each lesson. */
  grow(all: Int32Array, answers: Float64Array): Tree {
    const leaves = new Map<number, Leaf>([[0, this.toLeaf(all)]])
    const questions = new Map<number, { readonly split: Split; readonly ways: [number, number] }>()
    let names = 1
    while (leaves.size < this.how.leaves) {
      let best: [number, Split] | undefined
      for (const [name, { split }] of leaves) {
        if (split && split.gain > (best?.[1].gain ?? 0)) best = [name, split]
      }
      const leaf = best && leaves.get(best[0])
      if (!best || !leaf) break
      const [name, split] = best
      const { steps } = split.column
      const ways: [number, number] = [names, names + 1]
      names += 2
      leaves.delete(name)
      questions.set(name, { split, ways })
      leaves.set(ways[0], this.toLeaf(leaf.rows.filter((row) => (steps[row] ?? 0) <= split.step)))
      leaves.set(ways[1], this.toLeaf(leaf.rows.filter((row) => (steps[row] ?? 0) > split.step)))
    }
    const build = (name: number): Tree => {
      const question = questions.get(name)
      if (question) {
        const { column, step } = question.split
        const [no, yes] = question.ways
        return [column.sign, column.between[step] ?? 0, build(no), build(yes)]
      }
      const { rows, slope, curve } = leaves.get(name) as Leaf
      const answer = (-slope / (curve + this.how.pull)) * this.how.rate
      const rounded = Math.round(answer * 1_000) / 1_000
      for (const row of rows) answers[row] = (answers[row] ?? 0) + rounded
      return rounded
    }
    return build(0)
  }
}

const leastGain = 1e-6

/**
 * Trees by gradient boosting on logistic loss, leaf by leaf: the same at every run, in whatever order
 * lessons come but for rounding. Time: trees × leaves × lessons × signs.
 */
export function growTrees(lessons: readonly TreeLesson[], how: HowToGrow): TreeModel {
  const columns = columnsOf(lessons, how.leastSeen)
  const grower = new Grower(columns, lessons.length, how)
  const weigh = (is: boolean) =>
    lessons.reduce((sum, { isRight, weight }) => sum + (isRight === is ? weight : 0), 0)
  const start = Math.round(Math.log((weigh(true) + 1) / (weigh(false) + 1)) * 1_000) / 1_000
  const answers = new Float64Array(lessons.length).fill(start)
  const all = Int32Array.from(lessons.keys())
  const trees: Tree[] = []
  for (let count = 0; count < how.trees; count += 1) {
    for (const [row, { isRight, weight }] of lessons.entries()) {
      const likely = 1 / (1 + Math.exp(-(answers[row] ?? 0)))
      grower.slopes[row] = weight * (likely - (isRight ? 1 : 0))
      grower.curves[row] = weight * likely * (1 - likely)
    }
    trees.push(grower.grow(all, answers))
  }
  return { start, trees }
}
