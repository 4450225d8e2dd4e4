import type { LinearModel, SignCounts } from './learned/model.ts'

/** One thing that may be chosen: an outcome and the signs that speak for it. */
export interface Alternative {
  readonly outcome: string
  readonly signs: SignCounts
}

/** A choice that people made among alternatives. */
export interface Choice {
  readonly alternatives: readonly Alternative[]
  /** Which of them is right; `null`: none. */
  readonly right: number | null
  readonly weight: number
}

export interface HowToLearn {
  readonly outcomes: readonly string[]
  /** That none is right is an alternative of its own, whose signs add up to 0. */
  readonly mayBeNone: boolean
  /** Signs that fewer choices show teach nothing. */
  readonly leastSeen: number
  /** Pull towards 0: one over the variance that weights may have. */
  readonly pull: number
}

const steps = 200
const stepSize = 0.08

/** Signs of an alternative as places in the list of weights. */
interface Row {
  readonly ids: Int32Array
  readonly counts: Float64Array
}

/** Signs that enough choices show, numbered by name, so that every run agrees. */
function numberSigns(choices: readonly Choice[], leastSeen: number): Map<string, number> {
  const seen = new Map<string, number>()
  for (const { alternatives } of choices) {
    const own = new Set(alternatives.flatMap(({ signs }) => [...signs.keys()]))
    for (const sign of own) seen.set(sign, (seen.get(sign) ?? 0) + 1)
  }
  const names = [...seen].filter(([, count]) => count >= leastSeen).map(([name]) => name)
  return new Map(names.sort().map((name, at) => [name, at]))
}

function toRow(
  { outcome, signs }: Alternative,
  numbers: ReadonlyMap<string, number>,
  outcomes: readonly string[],
): Row {
  const own = outcomes.indexOf(outcome)
  const known = [...signs].flatMap(([name, count]) => {
    const at = numbers.get(name)
    return at === undefined || count === 0 ? [] : [[at * outcomes.length + own, count] as const]
  })
  return {
    ids: Int32Array.from(known, ([id]) => id),
    counts: Float64Array.from(known, ([, count]) => count),
  }
}

function sumOfRow({ ids, counts }: Row, values: Float64Array): number {
  let sum = 0
  for (let at = 0; at < ids.length; at += 1) sum += (counts[at] ?? 0) * (values[ids[at] ?? 0] ?? 0)
  return sum
}

/** Adds what one choice says about which way each weight should go. */
function addSlope(
  slope: Float64Array,
  values: Float64Array,
  rows: readonly Row[],
  { right, weight }: Choice,
  mayBeNone: boolean,
): void {
  const sums = rows.map((row) => sumOfRow(row, values))
  const most = Math.max(mayBeNone ? 0 : Number.NEGATIVE_INFINITY, ...sums)
  const powers = sums.map((sum) => Math.exp(sum - most))
  const whole = powers.reduce((total, power) => total + power, mayBeNone ? Math.exp(-most) : 0)
  for (const [index, { ids, counts }] of rows.entries()) {
    const error = weight * ((powers[index] ?? 0) / whole - (index === right ? 1 : 0))
    for (let at = 0; at < ids.length; at += 1) {
      const id = ids[at] ?? 0
      slope[id] = (slope[id] ?? 0) + error * (counts[at] ?? 0)
    }
  }
}

/**
 * Weights by regularised logistic regression over choices (a conditional logit), by gradient steps
 * whose size adapts: the same at every run. Outcomes have weights of their own for the same signs.
 * Time: steps × all signs of all alternatives.
 */
export function learnChoice(
  choices: readonly Choice[],
  { outcomes, mayBeNone, leastSeen, pull }: HowToLearn,
): LinearModel['weights'] {
  const numbers = numberSigns(choices, leastSeen)
  const size = numbers.size * outcomes.length
  const rows = choices.map(({ alternatives }) =>
    alternatives.map((alternative) => toRow(alternative, numbers, outcomes)),
  )
  const values = new Float64Array(size)
  const mean = new Float64Array(size)
  const square = new Float64Array(size)
  for (let step = 1; step <= steps; step += 1) {
    const slope = values.map((value) => pull * value)
    for (const [at, choice] of choices.entries()) {
      addSlope(slope, values, rows[at] ?? [], choice, mayBeNone)
    }
    // The second half of the steps is ever smaller, so that the weights come to rest.
    const rate = stepSize * Math.min(1, (2 * (steps - step + 1)) / steps)
    for (let at = 0; at < size; at += 1) {
      const own = slope[at] ?? 0
      mean[at] = 0.9 * (mean[at] ?? 0) + 0.1 * own
      square[at] = 0.99 * (square[at] ?? 0) + 0.01 * own * own
      const mended = (mean[at] ?? 0) / (1 - 0.9 ** step)
      const spread = Math.sqrt((square[at] ?? 0) / (1 - 0.99 ** step)) + 1e-8
      values[at] = (values[at] ?? 0) - (rate * mended) / spread
    }
  }
  return Object.fromEntries(
    [...numbers].map(([name, at]) => [
      name,
      outcomes.map((_, outcome) => values[at * outcomes.length + outcome] ?? 0),
    ]),
  )
}
