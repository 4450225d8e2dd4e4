/** What each word or pair of words says for each of some answers, as it stands in the JSON files beside this one. */
export interface WordModel {
  readonly answers: readonly string[]
  /** Logarithms of odds before anything is read, one of each answer. */
  readonly start: readonly number[]
  /** Of each sign that tells something: one weight of each answer. */
  readonly weights: ReadonlyMap<string, readonly number[]>
}

/** An answer, and how likely it is, 0 to 1. */
export interface LikelyAnswer {
  readonly answer: string
  readonly likelihood: number
}

/** Letters that a text must have for its words to tell anything: a bare title is read by rules alone. */
const leastText = 200

export const hasWords = (text: string): boolean => text.length >= leastText

const pastMoney = /\$ ?[\d,.]+/g
const pastDigits = /\d+/g
const word = /[a-z#]+/g

/** Words in small letters; each sum is one word, and each other number. */
export function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().replace(pastMoney, ' #sum ').replace(pastDigits, '#').match(word) ?? []
}

/**
 * How likely each answer is to something with these signs; they add up to 1. Each sign counts the less
 * the more there are, so that long texts are no surer than short ones.
 */
export function likelyAnswers(signs: ReadonlySet<string>, model: WordModel): LikelyAnswer[] {
  const scale = 1 / Math.sqrt(signs.size + 1)
  const odds = model.start.map((start) => start * scale)
  for (const sign of signs) {
    const weights = model.weights.get(sign)
    if (!weights) continue
    for (const [at, weight] of weights.entries()) odds[at] = (odds[at] ?? 0) + weight * scale
  }
  const most = Math.max(...odds)
  const shares = odds.map((one) => Math.exp(one - most))
  const whole = shares.reduce((sum, share) => sum + share, 0)
  return model.answers.map((answer, at) => ({ answer, likelihood: (shares[at] ?? 0) / whole }))
}

const isNumbers = (value: unknown, length: number): value is number[] =>
  Array.isArray(value) && value.length === length && value.every((one) => typeof one === 'number')

/** Checks what was read from a file. Throws a `TypeError` where it is no model. */
export function toWordModel(read: {
  answers: readonly string[]
  start: unknown
  weights: Readonly<Record<string, unknown>>
}): WordModel {
  const { answers, start } = read
  if (!isNumbers(start, answers.length)) throw new TypeError('no start for each answer')
  const weights = Object.entries(read.weights).map(([sign, own]) => {
    if (!isNumbers(own, answers.length)) throw new TypeError(`no weights of "${sign}"`)
    return [sign, own] as const
  })
  return { answers, start, weights: new Map(weights) }
}
