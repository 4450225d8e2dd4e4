import type { Detector } from './detect.ts'
import type { LabelledItem } from './evaluate.ts'
import { evenText } from './even-text.ts'
import { findCommitted } from './facts/committed.ts'
import { readSums } from './facts/item-facts.ts'
import { headingEnd } from './heading.ts'
import { numberOfPlace } from './learn.ts'
import { growTrees, type HowToGrow, type TreeLesson } from './learn-trees.ts'
import { type HowToWeigh, type WordLesson, weighWords } from './learn-words.ts'
import type { Models } from './learned/load.ts'
import { learnedRoles } from './learned/role.ts'
import { roleSigns } from './learned/role-signs.ts'
import { candidatesOf, sumSigns } from './learned/sum-signs.ts'
import {
  committed,
  likelyByWords,
  notCommitted,
  sumAnswers,
  sumWords,
  withWords,
} from './learned/sum-words.ts'
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
const howOfRole: HowToWeigh = { leastSeen: 8, rounds: 20, step: 3, leastWorth: 2, pull: 0 }

/** A sum that an item prints, what tells of it, and whether it is the labelled one. */
interface SumLesson extends TreeLesson {
  readonly words: ReadonlySet<string>
}

/** Places are divided into so many groups, each of which is read by words learned from the others. */
const groups = 4
/** Words beside sums are learned from what portals print rather than from what we made up. */
const timesOfReal = 3

/** What one relevant item teaches. */
export interface ItemLesson {
  readonly place: string
  readonly sums: readonly SumLesson[]
  /** Which of them the rules read; -1: none. */
  readonly ofRules: number
  /** Whether it is worded as a portal gave it, and not invented. */
  readonly isReal: boolean
  /** What it does, by its words. */
  readonly role: WordLesson | undefined
}

/** What a second reader might judge otherwise teaches half. */
const weightOf = ({ label }: LabelledItem) => (label.doubt ? 0.5 : 1)

function sumLessons(item: LabelledItem, rules: Detector): Pick<ItemLesson, 'sums' | 'ofRules'> {
  const { title, text, label } = item
  const found = rules.detect({ title, text }, { facts: false })
  if (!found.relevant) return { sums: [], ofRules: -1 }
  const input = readSums({ title, text }, found.evidence, found)
  const byRules = findCommitted(input.title, input.text, input.role)
  const candidates = candidatesOf(input, byRules)
  const words = sumWords(input, candidates)
  const cents = label.amountUsd === null ? null : Math.round(label.amountUsd * 100)
  return {
    sums: sumSigns(input, candidates, byRules).map((signs, at) => ({
      signs,
      words: words[at] ?? new Set(),
      isRight: candidates[at]?.cents === cents,
      weight: weightOf(item),
    })),
    ofRules: candidates.findIndex((candidate) => candidate.cents === byRules?.cents),
  }
}

function roleLesson(item: LabelledItem): WordLesson | undefined {
  const role = learnedRoles.find((one) => one === item.label.role)
  if (!role) return undefined
  const title = evenText(item.title).text
  const text = evenText(item.text).text
  const signs = roleSigns(title, text.slice(headingEnd(title, text)))
  return { signs, answer: role, weight: weightOf(item) }
}

/** What labelled items teach; `rules`: a detector without models. Items that are not relevant teach nothing. */
export function readLessons(
  items: readonly LabelledItem[],
  rules: Detector,
  isReal: boolean,
): ItemLesson[] {
  return items
    .filter(({ label }) => label.relevant && label.role !== null)
    .map((item) => ({
      place: item.place,
      ...sumLessons(item, rules),
      isReal,
      role: roleLesson(item),
    }))
}

function weighSumWords(lessons: readonly ItemLesson[]): WordModel {
  const taught = lessons.flatMap(({ sums, isReal }) =>
    sums
      .filter(({ words }) => words.size > 0)
      .map(({ words, isRight, weight }) => ({
        signs: words,
        answer: isRight ? committed : notCommitted,
        weight: isReal ? weight * timesOfReal : weight,
      })),
  )
  return weighWords(taught, sumAnswers, howOfSumWords)
}

/** What words say of each sum, learned from other places, so that trees learn how far words are to be believed. */
function besideWords(lessons: readonly ItemLesson[]): TreeLesson[] {
  const read = lessons.filter(({ sums }) => sums.some(({ words }) => words.size > 0))
  return Array.from({ length: groups }, (_, group) => {
    const isIn = ({ place }: ItemLesson) => numberOfPlace(place) % groups === group
    const model = weighSumWords(lessons.filter((lesson) => !isIn(lesson)))
    return read.filter(isIn).flatMap(({ sums, ofRules }) => {
      const likely = likelyByWords(
        sums.map(({ words }) => words),
        model,
      )
      const signs = sums.map((one) => one.signs)
      const all = withWords(signs, likely, ofRules)
      return sums.map(({ isRight, weight }, at) => ({
        signs: all[at] ?? new Map(),
        isRight,
        weight,
      }))
    })
  }).flat()
}

/** The models of sums and roles; the same lessons give the same models. */
export function learnModels(lessons: readonly ItemLesson[]): Models {
  const roles = lessons.flatMap(({ role }) => role ?? [])
  return {
    sum: growTrees(
      lessons.flatMap(({ sums }) => sums),
      howOfSum,
    ),
    sumByWords: {
      words: weighSumWords(lessons),
      trees: growTrees(besideWords(lessons), howOfSum),
    },
    role: weighWords(roles, learnedRoles, howOfRole),
  }
}
