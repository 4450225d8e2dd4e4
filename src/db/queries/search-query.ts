/** More than this narrows nothing further. */
const mostWords = 12
const longestTyped = 1_000
const longestWord = 64

/** Shorter beginnings stand for half the dictionary. */
const shortestPrefix = 2

/** So many words may lie between words that are to stand near one another, unless told. */
const usualDistance = 10
const longestDistance = 100

/** Words that must follow one another; `isPrefix`: the last may go on. */
interface Phrase {
  readonly words: readonly string[]
  readonly isPrefix: boolean
}

type Token = Phrase | { readonly near: number; readonly typed: string }

const tokens = /"([^"]*)"?(\*?)|(NEAR(?:\/(\d{1,3}))?)(?=\s|$)|([^\s"]+)/gu

const wordsOf = (text: string) =>
  (text.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word.slice(0, longestWord))

const mayBegin = (words: readonly string[]) => (words.at(-1)?.length ?? 0) >= shortestPrefix

function readTokens(typed: string): Token[] {
  const found: Token[] = []
  let left = mostWords
  const add = (words: readonly string[], isPrefix: boolean) => {
    const taken = words.slice(0, left)
    left -= taken.length
    if (taken.length > 0) {
      found.push({ words: taken, isPrefix: isPrefix && taken.length === words.length })
    }
  }
  for (const [, quoted, star, near, distance, run] of typed.matchAll(tokens)) {
    if (near !== undefined) {
      found.push({
        near: Math.min(Number(distance ?? usualDistance), longestDistance),
        typed: near,
      })
    } else if (quoted !== undefined) {
      const words = wordsOf(quoted)
      add(words, star === '*' && mayBegin(words))
    } else if (run !== undefined) {
      const words = wordsOf(run)
      const isPrefix = run.endsWith('*') && mayBegin(words)
      for (const [at, word] of words.entries()) add([word], isPrefix && at === words.length - 1)
    }
  }
  return found
}

const isPhrase = (token: Token | undefined): token is Phrase =>
  token !== undefined && 'words' in token

const phraseText = ({ words, isPrefix }: Phrase) => `"${words.join(' ')}"${isPrefix ? ' *' : ''}`

/**
 * What a person typed as an FTS5 query; "" when it holds no word. All of it must occur:
 *
 * - `plate reader`: both words, in any order
 * - `"plate reader"`: one after the other
 * - `surveil*`: words that begin so
 * - `retention NEAR plate`, `retention NEAR/5 plate`: at most ten (five) words between them
 *
 * Phrases are quoted strings of letters and digits, and operators are our own, so that nothing
 * typed can be an operator of the query language.
 */
export function matchTyped(typed: string): string {
  const read = readTokens(typed.normalize('NFC').slice(0, longestTyped))
  const groups: { phrases: Phrase[]; distance: number }[] = []
  for (const [at, token] of read.entries()) {
    if (isPhrase(token)) {
      const before = read[at - 1]
      const group = groups.at(-1)
      // NEAR joins what stands on both its sides; at the edge of a search it is a word like others.
      if (before && !isPhrase(before) && group && isPhrase(read[at - 2])) {
        group.phrases.push(token)
        group.distance = Math.max(group.distance, before.near)
      } else groups.push({ phrases: [token], distance: 0 })
    } else if (!isPhrase(read[at - 1]) || !isPhrase(read[at + 1])) {
      groups.push({ phrases: [{ words: ['near'], isPrefix: false }], distance: 0 })
    }
  }
  return groups
    .map(({ phrases, distance }) => {
      const text = phrases.map(phraseText).join(' ')
      return phrases.length === 1 ? text : `NEAR(${text}, ${distance})`
    })
    .join(' ')
}
