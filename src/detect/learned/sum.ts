import { type CommittedSum, stated } from '../facts/sum-field.ts'
import type { SumUse } from '../facts/sum-use.ts'
import { commands, isBought, mayCommit, onlyTells, spendsNothing } from '../facts/title-commits.ts'
import { candidatesOf, type SumInput, sumSigns } from './sum-signs.ts'
import { likelyByWords, sumWords, withWords } from './sum-words.ts'
import { likelihood, type TreeModel } from './trees.ts'
import type { WordModel } from './words.ts'

/** A sum, and in which field it stands. */
export type PlacedSum = CommittedSum & { readonly isOfTitle: boolean }

/** So likely a sum must be where the rules read none. */
const leastAlone = 0.4
/** The same where the title or what is done leave no room for a sum. */
const leastAgainst = 0.6
/** Below, no rule and no more than a guess stands behind a sum. */
const leastClear = 0.8
/** So likely another must be than the one that the rules read, which must be less likely than not. */
const leastInstead = 0.4
const mostOfRules = 0.3

/** What is paid because of a thing buys nothing. */
const settles = /\bsettle(?:s|ment)?\b[^.;$]{0,40}\b(?:claims?|suits?|lawsuits?|litigation)\b/i
const aDollar = 100

const committedByNobody: readonly SumUse[] = ['credit', 'least', 'option', 'penalty', 'previous']

/**
 * The sum that an item commits: the rules' own reading weighed beside every other sum that title and
 * text print, by how they stand and by the words beside them. `undefined`: rather none.
 */
export function weighSum(
  input: SumInput,
  byRules: PlacedSum | undefined,
  model: TreeModel,
  words: WordModel | null = null,
): PlacedSum | undefined {
  // No lesson is on what is only mentioned, nor on what costs nothing.
  if (input.role === 'mention' || byRules?.cents === 0) return byRules
  if (!byRules && settles.test(input.title.text)) return undefined
  const candidates = candidatesOf(input, byRules)
  const ofRules = candidates.findIndex(({ cents }) => cents === byRules?.cents)
  const structure = sumSigns(input, candidates, byRules)
  const byWords = words ? likelyByWords(sumWords(input, candidates), words) : []
  const likely = withWords(structure, byWords, ofRules).map((signs) => likelihood(signs, model))
  const most = Math.max(0, ...likely)
  const best = candidates[likely.indexOf(most)]
  const own = likely[ofRules] ?? 0
  if (byRules) {
    const isSame = !best || Math.abs(best.cents - byRules.cents) < aDollar
    if (isSame || most < leastInstead || own > mostOfRules) return byRules
  } else if (most < (maySpend(input) ? leastAlone : leastAgainst)) return undefined
  // What was, may be, or comes in is committed by nobody, where rules saw nothing else.
  if (!byRules && best?.places.every(({ use }) => committedByNobody.includes(use))) return undefined
  const place = best?.places.find(({ isOfTitle }) => isOfTitle) ?? best?.places[0]
  const grade = byRules || most >= leastClear ? 'stated' : 'unclear'
  return place && { ...stated(place, grade), isOfTitle: place.isOfTitle }
}

/** Whether words of the title, or what the item does, leave room for a sum: a rule, a plea or a report has none. */
function maySpend({ title: { text }, role }: SumInput): boolean {
  if (!mayCommit(text) || spendsNothing(role) || commands.test(text)) return false
  if (onlyTells(role, text)) return false
  // What is asked for by an "RFP for body cameras" has no price yet, whatever it may come to.
  return role !== 'procurement' || isBought(text, role)
}
