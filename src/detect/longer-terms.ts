import type { Meaning } from './lexicon.ts'
import type { PhraseMatch } from './match.ts'
import { near, type Places } from './near.ts'
import { containing } from './overlaps.ts'

/** Where cameras hang, and whose they are, tells no other kind of camera: "campus security cameras". */
export const ofAnyCamera: ReadonlySet<string> = new Set([
  'video-surveillance',
  'camera-registry-integration',
])

/**
 * Tells whether a term stands inside a longer one. "Purchase of cameras", which asks for a place beside
 * it, hides no "cameras" beside "police" where no place is named; a term of another technology still
 * says what kind of camera it is.
 */
export function longerTerms(
  candidates: readonly { readonly match: PhraseMatch; readonly meaning: Meaning }[],
  places: Places,
) {
  const sure: PhraseMatch[] = []
  const unmet = new Map<string, PhraseMatch[]>()
  for (const { match, meaning } of candidates) {
    if (!meaning.technology) continue
    if (!meaning.needs || near(match, meaning.needs, places)) sure.push(match)
    // "Cameras at red lights" is longer than "cameras", and says no other kind of camera.
    else if (!ofAnyCamera.has(meaning.technology)) {
      const list = unmet.get(meaning.technology)
      if (list) list.push(match)
      else unmet.set(meaning.technology, [match])
    }
  }
  const ofSure = containing(sure)
  const ofUnmet = [...unmet].map(([id, matches]) => ({ id, find: containing(matches) }))
  return (match: PhraseMatch, technology: string): boolean =>
    ofSure(match, 1) !== undefined ||
    ofUnmet.some(({ id, find }) => id !== technology && find(match, 1) !== undefined)
}
