import { type CommittedSum, stated } from '../facts/sum-field.ts'
import { commands, isBought, mayCommit, onlyTells, spendsNothing } from '../facts/title-commits.ts'
import { type LinearModel, weigh } from './model.ts'
import { candidatesOf, type SumInput, sumSigns } from './sum-signs.ts'

/** How sure words must be that a sum is the item's: a logarithm of odds, where 0 is as likely as none. */
const leastOdds = 1.4

/**
 * The sum that an item commits where the rules read none: the one that title or text print whose own
 * words, and those of the others, speak for it most. `undefined`: rather none.
 */
export function weighSum(
  input: SumInput,
  model: LinearModel,
): (CommittedSum & { readonly isOfTitle: boolean }) | undefined {
  const { title, role } = input
  // No lesson is on what is only mentioned.
  if (role === 'mention') return undefined
  if (!mayCommit(title.text) || spendsNothing(role) || commands.test(title.text)) return undefined
  if (onlyTells(role, title.text)) return undefined
  // What is asked for by an "RFP for body cameras" has no price yet, whatever it may come to.
  if (role === 'procurement' && !isBought(title.text, role)) return undefined
  const candidates = candidatesOf(input)
  const sums = sumSigns(input, candidates).map((signs) => weigh(signs, model)[0] ?? 0)
  const most = Math.max(...sums)
  const places = candidates[sums.indexOf(most)]?.places ?? []
  const place = places.find(({ isOfTitle }) => isOfTitle) ?? places[0]
  if (!place || most < leastOdds) return undefined
  return { ...stated(place), isOfTitle: place.isOfTitle }
}
