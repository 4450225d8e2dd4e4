import type { PhraseMatch } from './match.ts'

/** Index of the first match that begins at or after a word. */
export function firstFrom(matches: readonly PhraseMatch[], word: number): number {
  let low = 0
  let high = matches.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((matches[middle] as PhraseMatch).firstWord < word) low = middle + 1
    else high = middle
  }
  return low
}

/** Tells whether a match shares some of its words, but not all, with one of these. */
export function overlapping(matches: readonly PhraseMatch[]) {
  const byStart = [...matches].sort((a, b) => a.firstWord - b.firstWord)
  return (match: PhraseMatch): boolean => {
    let index = firstFrom(byStart, match.firstWord - longestPhrase)
    for (; index < byStart.length; index += 1) {
      const name = byStart[index] as PhraseMatch
      if (name.firstWord > match.lastWord) return false
      if (name.lastWord < match.firstWord) continue
      const isSame = name.firstWord === match.firstWord && name.lastWord === match.lastWord
      if (!isSame) return true
    }
    return false
  }
}

/** Tells whether a match begins inside one of these and goes on beyond it. */
export function beginningInside(matches: readonly PhraseMatch[]) {
  const byStart = [...matches].sort((a, b) => a.firstWord - b.firstWord)
  return ({ firstWord, lastWord }: PhraseMatch): boolean => {
    let index = firstFrom(byStart, firstWord - longestPhrase)
    for (; index < byStart.length; index += 1) {
      const other = byStart[index] as PhraseMatch
      if (other.firstWord >= firstWord) return false
      if (other.lastWord >= firstWord && other.lastWord < lastWord) return true
    }
    return false
  }
}

/** Phrases are at most this many words long, so a container begins no further back. */
const longestPhrase = 12

/** Finds a match that holds another, by at least so many words more. */
export function containing(matches: readonly PhraseMatch[]) {
  const byStart = [...matches].sort((a, b) => a.firstWord - b.firstWord)
  return (inner: PhraseMatch, more: number): PhraseMatch | undefined => {
    const size = inner.lastWord - inner.firstWord + 1
    for (
      let index = firstFrom(byStart, inner.firstWord - longestPhrase);
      index < byStart.length;
      index += 1
    ) {
      const outer = byStart[index] as PhraseMatch
      if (outer.firstWord > inner.firstWord) return undefined
      if (outer.lastWord < inner.lastWord) continue
      if (outer.lastWord - outer.firstWord + 1 >= size + more) return outer
    }
    return undefined
  }
}
