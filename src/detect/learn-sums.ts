import type { Detector } from './detect.ts'
import type { LabelledItem } from './evaluate.ts'
import { findCommitted } from './facts/committed.ts'
import { readSums } from './facts/item-facts.ts'
import { type CommittedSum, stated } from './facts/sum-field.ts'
import { numberOfPlace } from './learn.ts'
import { growTrees, type HowToGrow, type TreeLesson } from './learn-trees.ts'
import { type HowToWeigh, weighWords } from './learn-words.ts'
import type { ByWords } from './learned/sum.ts'
import {
  candidatesOf,
  type SumCandidate,
  type SumInput,
  type SumPlace,
  sumSigns,
} from './learned/sum-signs.ts'
import {
  committed,
  likelyByWords,
  notCommitted,
  sumAnswers,
  sumWords,
  withWords,
} from './learned/sum-words.ts'
import type { TreeModel } from './learned/trees.ts'
import type { WordModel } from './learned/words.ts'

const howOfSum: HowToGrow = {
  trees: 300,
  leaves: 12,
  rate: 0.06,
  pull: 3,
  leastInLeaf: 20,
  leastSeen: 25,
}

/** Few words are left, so that all of them can be read over. */
const howOfSumWords: HowToWeigh = { leastSeen: 8, rounds: 12, step: 0.5, leastWorth: 1, pull: 0 }

/**
 * What rules read of the lessons, most of which were at hand when the rules were made, is right more often than
 * what they read of an item that nobody has seen: there they err on one sum of ten. So trees that weigh
 * words learn each item three times: as it was read, as if rules had read none, and as if they had read the
 * sum that words make likeliest of those that are wrong. Of bare titles this would unlearn what is declined.
 */
const asRead = 0.75
const asIfNoneWereRead = 0.1
const asIfReadWrongly = 0.15

/** Places are divided into so many groups, each of which is read by words learned from the others. */
const groups = 4
/** Words beside sums are learned from what portals print rather than from what we made up. */
const timesOfReal = 3

/** The sums of an item, what rules read of them, and which of them is labelled. */
export interface SumsOfItem {
  readonly input: SumInput
  readonly byRules: CommittedSum | undefined
  /** In cents; `null`: none. */
  readonly labelled: number | null
  readonly candidates: readonly SumCandidate[]
  /** Words beside each candidate. */
  readonly words: readonly ReadonlySet<string>[]
}

/** What an item teaches of sums; `sums` is `null` where the rules do not find it. */
export interface SumLesson {
  readonly place: string
  readonly sums: SumsOfItem | null
  /** What a second reader might judge otherwise teaches less. */
  readonly weight: number
  /** Whether it is worded as a portal gave it, and not invented. */
  readonly isReal: boolean
}

/** `rules`: a detector without models. */
export function sumsOf({ title, text, label }: LabelledItem, rules: Detector): SumsOfItem | null {
  const found = rules.detect({ title, text }, { facts: false })
  if (!found.relevant) return null
  const input = readSums({ title, text }, found.evidence, found)
  const byRules = findCommitted(input.title, input.text, input.role)
  const candidates = candidatesOf(input, byRules)
  const labelled = label.amountUsd === null ? null : Math.round(label.amountUsd * 100)
  return { input, byRules, labelled, candidates, words: sumWords(input, candidates) }
}

function weighSumWords(lessons: readonly SumLesson[]): WordModel {
  const taught = lessons.flatMap(({ sums, isReal, weight }) =>
    (sums?.words ?? []).flatMap((signs, at) => ({
      signs,
      answer: sums?.candidates[at]?.cents === sums?.labelled ? committed : notCommitted,
      weight: isReal ? weight * timesOfReal : weight,
    })),
  )
  return weighWords(
    taught.filter(({ signs }) => signs.size > 0),
    sumAnswers,
    howOfSumWords,
  )
}

/** Each sum of an item as if rules had read `reading`, with what words say of it where they were read. */
function treeLessons(
  { input, labelled }: SumsOfItem,
  reading: CommittedSum | undefined,
  likely: ReadonlyMap<number, number | undefined>,
  weight: number,
): TreeLesson[] {
  const candidates = candidatesOf(input, reading)
  const signs = withWords(
    sumSigns(input, candidates, reading),
    candidates.map(({ cents }) => likely.get(cents)),
    candidates.findIndex(({ cents }) => cents === reading?.cents),
  )
  return signs.map((own, at) => ({
    signs: own,
    isRight: candidates[at]?.cents === labelled,
    weight,
  }))
}

/** The sum that rules might have read amiss: the likeliest that is neither labelled nor read. */
function likeliestWrong(
  { candidates, byRules, labelled }: SumsOfItem,
  likely: ReadonlyMap<number, number | undefined>,
): CommittedSum | undefined {
  const isOther = ({ cents, places }: SumCandidate) =>
    places.length > 0 && cents !== labelled && cents !== byRules?.cents
  const [place] = candidates
    .filter(isOther)
    .reduce<readonly SumPlace[]>((best, { cents, places }) => {
      const most = best[0] ? (likely.get(best[0].cents) ?? 0) : -1
      return (likely.get(cents) ?? 0) > most ? places : best
    }, [])
  return place && stated(place)
}

/** What words say of each sum, learned from other places, so that trees learn how far words are to be believed. */
function besideWords(lessons: readonly SumLesson[]): TreeLesson[] {
  const isRead = ({ sums }: SumLesson) => sums?.words.some(({ size }) => size > 0) ?? false
  return Array.from({ length: groups }, (_, group) => {
    const isIn = ({ place }: SumLesson) => numberOfPlace(place) % groups === group
    const model = weighSumWords(lessons.filter((lesson) => !isIn(lesson)))
    return lessons
      .filter(isRead)
      .filter(isIn)
      .flatMap(({ sums, weight }) => {
        if (!sums) return []
        const byWords = likelyByWords(sums.words, model)
        const likely = new Map(sums.candidates.map(({ cents }, at) => [cents, byWords[at]]))
        const wrong = likeliestWrong(sums, likely)
        return [
          ...treeLessons(sums, sums.byRules, likely, weight * asRead),
          ...(sums.byRules ? treeLessons(sums, undefined, likely, weight * asIfNoneWereRead) : []),
          ...(wrong ? treeLessons(sums, wrong, likely, weight * asIfReadWrongly) : []),
        ]
      })
  }).flat()
}

const unread: ReadonlyMap<number, undefined> = new Map()

/** How each sum stands, as rules read its item, and whether it is the labelled one. */
export const structureLessons = (lessons: readonly SumLesson[]): TreeLesson[] =>
  lessons.flatMap(({ sums, weight }) =>
    sums ? treeLessons(sums, sums.byRules, unread, weight) : [],
  )

/** Trees on how sums stand alone, and words with the trees that weigh them. */
export const learnSums = (
  lessons: readonly SumLesson[],
): { readonly sum: TreeModel; readonly sumByWords: ByWords } => ({
  sum: growTrees(structureLessons(lessons), howOfSum),
  sumByWords: {
    words: weighSumWords(lessons),
    trees: growTrees(besideWords(lessons), howOfSum),
  },
})
