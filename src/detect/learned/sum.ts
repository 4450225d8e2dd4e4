import { type CommittedSum, stated } from '../facts/sum-field.ts'
import type { SumUse } from '../facts/sum-use.ts'
import { commands, isBought, mayCommit, onlyTells, spendsNothing } from '../facts/title-commits.ts'
import { candidatesOf, type SumInput, sumSigns } from './sum-signs.ts'
import { likelyByWords, sumWords, withWords } from './sum-words.ts'
import { likelihood, type TreeModel } from './trees.ts'
import type { WordModel } from './words.ts'

/** A sum, and in which field it stands. */
export type PlacedSum = CommittedSum & { readonly isOfTitle: boolean }

/** How likely a sum must be, by structure alone and where the words beside it were read as well. */
interface Limits {
  /** Where the rules read none, and the title or what is done leave no room for a sum. */
  readonly against: number
  /** To stand in for what the rules read. */
  readonly instead: number
  /** Where no sum is as likely as that, what the rules read is none that is committed. */
  readonly least: number
  /** What is so told is committed by nobody, where rules saw nothing else. */
  readonly ofNobody: readonly SumUse[]
}

const never: readonly SumUse[] = ['credit', 'least', 'option', 'penalty', 'previous']
const byStructure: Limits = {
  against: 0.8,
  instead: 0.5,
  least: 0,
  ofNobody: [...never, 'available', 'movement'],
}
/** What is moved, or is there to pay with, may be what is paid: words tell. */
const withWordsRead: Limits = { against: 0.4, instead: 0.4, least: 0.15, ofNobody: never }
/** What the words beside sums say, and trees that weigh it beside how the sums stand. */
export interface ByWords {
  readonly words: WordModel
  readonly trees: TreeModel
}

/** Below, no rule and no more than a guess stands behind a sum. */
const leastClear = 0.8
/** So likely a sum must be where the rules read none. */
const alone = 0.4
/** What the rules read must be less likely than that where another stands in for it. */
const mostOfRules = 0.3

/** What is paid because of a thing buys nothing. */
const settles = /\bsettle(?:s|ment)?\b[^.;$]{0,40}\b(?:claims?|suits?|lawsuits?|litigation)\b/i
const aDollar = 100

/**
 * The sum that an item commits: the rules' own reading weighed beside every other sum that title and
 * text print, by how they stand, as `model` has learned it, and where there is a text by the words beside
 * them, too. `undefined`: rather none.
 */
export function weighSum(
  input: SumInput,
  byRules: PlacedSum | undefined,
  model: TreeModel,
  beside: ByWords | null = null,
): PlacedSum | undefined {
  // No lesson is on what is only mentioned, nor on what costs nothing.
  if (input.role === 'mention' || byRules?.cents === 0) return byRules
  if (!byRules && settles.test(input.title.text)) return undefined
  const candidates = candidatesOf(input, byRules)
  const ofRules = candidates.findIndex(({ cents }) => cents === byRules?.cents)
  const structure = sumSigns(input, candidates, byRules)
  const byWords = beside ? likelyByWords(sumWords(input, candidates), beside.words) : []
  const isRead = beside !== null && byWords.some((one) => one !== undefined)
  const limits = isRead ? withWordsRead : byStructure
  const likely = isRead
    ? withWords(structure, byWords, ofRules).map((signs) => likelihood(signs, beside.trees))
    : structure.map((signs) => likelihood(signs, model))
  const most = Math.max(0, ...likely)
  const best = candidates[likely.indexOf(most)]
  const own = likely[ofRules] ?? 0
  if (most < limits.least) return undefined
  if (byRules) {
    const isSame = !best || Math.abs(best.cents - byRules.cents) < aDollar
    if (isSame || most < limits.instead || own > mostOfRules) return byRules
  } else if (most < (maySpend(input) ? alone : limits.against)) return undefined
  if (!byRules && best?.places.every(({ use }) => limits.ofNobody.includes(use))) return undefined
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
