import type { Nearness } from './lexicon.ts'
import type { PhraseMatch } from './match.ts'
import { firstFrom } from './overlaps.ts'

/** Places of remembered phrases, ascending, as ordinals of their first and last words. */
export type Places = ReadonlyMap<number, readonly PhraseMatch[]>

/** The nearest phrase of a set that does not overlap the match, within so many words of it. */
export function isNear(
  match: PhraseMatch,
  phrases: readonly number[],
  before: number,
  after: number,
  places: Places,
): boolean {
  for (const phrase of phrases) {
    const found = places.get(phrase)
    if (!found) continue
    for (let index = firstFrom(found, match.firstWord - before); index < found.length; index += 1) {
      const other = found[index] as PhraseMatch
      if (other.firstWord > match.lastWord + after) break
      const overlaps = other.firstWord <= match.lastWord && other.lastWord >= match.firstWord
      if (!overlaps) return true
      // Phrases overlapping the match are few: they begin inside it.
    }
  }
  return false
}

/** Whether what a term asks for, or yields to, stands within its words of a match. */
export function near(match: PhraseMatch, { phrases, within }: Nearness, places: Places): boolean {
  return isNear(match, phrases, within, within, places)
}
