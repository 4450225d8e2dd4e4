import type { WordModel } from './learned/words.ts'

/** One thing with its signs, and which of the answers is right. */
export interface WordLesson {
  readonly signs: ReadonlySet<string>
  readonly answer: string
  readonly weight: number
}

export interface HowToWeigh {
  /** Signs that fewer lessons show teach nothing. */
  readonly leastSeen: number
  /** How often all lessons are gone through. */
  readonly rounds: number
  /** How far one lesson moves a weight. */
  readonly step: number
  /** Weights that win less than this stay 0: the more, the fewer signs are left. */
  readonly leastWorth: number
  /** Pull of all weights towards 0. */
  readonly pull: number
}

/** Signs by number, the commonest first; the same lessons give the same numbers. */
function numberSigns(lessons: readonly WordLesson[], leastSeen: number): Map<string, number> {
  const seen = new Map<string, number>()
  for (const { signs } of lessons) {
    for (const sign of signs) seen.set(sign, (seen.get(sign) ?? 0) + 1)
  }
  const kept = [...seen].filter(([, count]) => count >= leastSeen)
  kept.sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
  return new Map(kept.map(([sign], at) => [sign, at]))
}

/** The same order in every run, another in every round. */
function shuffled(count: number, round: number): Uint32Array {
  const order = Uint32Array.from({ length: count }, (_, at) => at)
  let state = 7 + round
  for (let at = count - 1; at > 0; at -= 1) {
    state = (state * 16_807) % 2_147_483_647
    const other = state % (at + 1)
    const moved = order[at] ?? 0
    order[at] = order[other] ?? 0
    order[other] = moved
  }
  return order
}

/** What was said against and for each weight so far, from which it follows. */
interface Ledger {
  readonly pulls: Float64Array
  readonly squares: Float64Array
  /** As they follow now. */
  readonly weights: Float64Array
}

function weightOf(pull: number, square: number, how: HowToWeigh): number {
  const beyond = Math.abs(pull) - how.leastWorth
  if (beyond <= 0) return 0
  return (-Math.sign(pull) * beyond) / ((1 + Math.sqrt(square)) / how.step + how.pull)
}

/** Takes one lesson in: how wrong each answer's odds are moves the weights of its signs. */
function takeIn(
  ledger: Ledger,
  signs: Uint32Array,
  right: number,
  weight: number,
  answers: number,
  how: HowToWeigh,
): void {
  const scale = 1 / Math.sqrt(signs.length)
  const odds = new Float64Array(answers)
  for (const sign of signs) {
    for (let answer = 0; answer < answers; answer += 1)
      odds[answer] = (odds[answer] ?? 0) + (ledger.weights[sign * answers + answer] ?? 0) * scale
  }
  const most = Math.max(...odds)
  const shares = odds.map((one) => Math.exp(one - most))
  const whole = shares.reduce((sum, share) => sum + share, 0)
  for (let answer = 0; answer < answers; answer += 1) {
    const wrong = (shares[answer] ?? 0) / whole - (answer === right ? 1 : 0)
    const slope = wrong * weight * scale
    for (const sign of signs) {
      const at = sign * answers + answer
      const square = ledger.squares[at] ?? 0
      const next = square + slope * slope
      const drift = (Math.sqrt(next) - Math.sqrt(square)) / how.step
      const pull = (ledger.pulls[at] ?? 0) + slope - drift * (ledger.weights[at] ?? 0)
      ledger.pulls[at] = pull
      ledger.squares[at] = next
      ledger.weights[at] = weightOf(pull, next, how)
    }
  }
}

/** So many digits of a weight are kept. */
const digits = 2

/**
 * Weighs the signs of lessons: multinomial logistic regression that leaves most weights at 0
 * (follow the regularised leader). The same lessons give the same model.
 */
export function weighWords(
  lessons: readonly WordLesson[],
  answers: readonly string[],
  how: HowToWeigh,
): WordModel {
  const numbers = numberSigns(lessons, how.leastSeen)
  const start = numbers.size
  const rows = lessons.map(({ signs }) =>
    Uint32Array.from([...[...signs].flatMap((sign) => numbers.get(sign) ?? []), start]),
  )
  const size = (start + 1) * answers.length
  const ledger: Ledger = {
    pulls: new Float64Array(size),
    squares: new Float64Array(size),
    weights: new Float64Array(size),
  }
  for (let round = 0; round < how.rounds; round += 1) {
    for (const at of shuffled(lessons.length, round)) {
      const lesson = lessons[at]
      const row = rows[at]
      if (!lesson || !row) continue
      const right = answers.indexOf(lesson.answer)
      takeIn(ledger, row, right, lesson.weight, answers.length, how)
    }
  }
  // A weight of -0 would be written as 0.
  const weightsOf = (sign: number) =>
    answers.map(
      (_, answer) =>
        Number((ledger.weights[sign * answers.length + answer] ?? 0).toFixed(digits)) || 0,
    )
  const weights = [...numbers]
    .map(([sign, number]) => [sign, weightsOf(number)] as const)
    .filter(([, own]) => own.some((weight) => weight !== 0))
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return { answers, start: weightsOf(start), weights: new Map(weights) }
}
