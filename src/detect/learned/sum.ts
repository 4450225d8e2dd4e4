import { type CommittedSum, stated } from '../facts/sum-field.ts'
import { candidatesOf, type SumInput, sumSigns } from './sum-signs.ts'
import { likelihood, type TreeModel } from './trees.ts'

/** A sum, and in which field it stands. */
export type PlacedSum = CommittedSum & { readonly isOfTitle: boolean }

/** So likely a sum must be where the rules read none. */
const leastAlone = 0.5
/** So likely another must be than the one that the rules read, which must be less likely than not. */
const leastInstead = 0.45
const mostOfRules = 0.5
/** What rules read and all signs speak against is none. */
const leastOfRules = 0.15

/**
 * The sum that an item commits: the rules' own reading weighed beside every other sum that title and
 * text print. `undefined`: rather none.
 */
export function weighSum(
  input: SumInput,
  byRules: PlacedSum | undefined,
  model: TreeModel,
): PlacedSum | undefined {
  // No lesson is on what is only mentioned, nor on what costs nothing.
  if (input.role === 'mention' || byRules?.cents === 0) return byRules
  const candidates = candidatesOf(input, byRules)
  const likely = sumSigns(input, candidates, byRules).map((signs) => likelihood(signs, model))
  const most = Math.max(0, ...likely)
  const best = candidates[likely.indexOf(most)]
  const own = likely[candidates.findIndex(({ cents }) => cents === byRules?.cents)] ?? 0
  if (byRules) {
    if (most < leastOfRules) return undefined
    if (!best || best.cents === byRules.cents || most < leastInstead || own > mostOfRules)
      return byRules
  } else if (most < leastAlone) return undefined
  const place = best?.places.find(({ isOfTitle }) => isOfTitle) ?? best?.places[0]
  return place && { ...stated(place), isOfTitle: place.isOfTitle }
}
