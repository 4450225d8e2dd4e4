import type { Detector } from './detect.ts'
import type { LabelledItem } from './evaluate.ts'
import { evenText } from './even-text.ts'
import { findCommitted } from './facts/committed.ts'
import { readSums } from './facts/item-facts.ts'
import { headingEnd } from './heading.ts'
import { growTrees, type HowToGrow, type TreeLesson } from './learn-trees.ts'
import { type HowToWeigh, type WordLesson, weighWords } from './learn-words.ts'
import type { Models } from './learned/load.ts'
import { learnedRoles } from './learned/role.ts'
import { roleSigns } from './learned/role-signs.ts'
import { candidatesOf, sumSigns } from './learned/sum-signs.ts'
import { committed, notCommitted, sumAnswers, sumWords } from './learned/sum-words.ts'

const howOfSum: HowToGrow = {
  trees: 300,
  leaves: 12,
  rate: 0.06,
  pull: 3,
  leastInLeaf: 20,
  leastSeen: 25,
}

/** Few words are left, so that all of them can be read over. */
const howOfSumWords: HowToWeigh = { leastSeen: 8, rounds: 12, step: 1, leastWorth: 2, pull: 0 }
const howOfRole: HowToWeigh = { leastSeen: 8, rounds: 20, step: 3, leastWorth: 2, pull: 0 }

/** What one relevant item teaches. */
export interface ItemLesson {
  readonly place: string
  /** Each sum that it prints, and whether it is the labelled one. */
  readonly sums: readonly TreeLesson[]
  /** The same by the words beside it. */
  readonly sumWords: readonly WordLesson[]
  /** What it does, by its words. */
  readonly role: WordLesson | undefined
}

/** What a second reader might judge otherwise teaches half. */
const weightOf = ({ label }: LabelledItem) => (label.doubt ? 0.5 : 1)

function sumLessons(item: LabelledItem, rules: Detector): Pick<ItemLesson, 'sums' | 'sumWords'> {
  const { title, text, label } = item
  const found = rules.detect({ title, text }, { facts: false })
  if (!found.relevant) return { sums: [], sumWords: [] }
  const input = readSums({ title, text }, found.evidence, found)
  const byRules = findCommitted(input.title, input.text, input.role)
  const candidates = candidatesOf(input, byRules)
  const cents = label.amountUsd === null ? null : Math.round(label.amountUsd * 100)
  const weight = weightOf(item)
  const isRight = (at: number) => candidates[at]?.cents === cents
  return {
    sums: sumSigns(input, candidates, byRules).map((signs, at) => ({
      signs,
      isRight: isRight(at),
      weight,
    })),
    sumWords: sumWords(input, candidates).flatMap((signs, at) =>
      signs.size === 0 ? [] : { signs, answer: isRight(at) ? committed : notCommitted, weight },
    ),
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
export function readLessons(items: readonly LabelledItem[], rules: Detector): ItemLesson[] {
  return items
    .filter(({ label }) => label.relevant && label.role !== null)
    .map((item) => ({ place: item.place, ...sumLessons(item, rules), role: roleLesson(item) }))
}

/** The models of sums and roles; the same lessons give the same models. */
export function learnModels(lessons: readonly ItemLesson[]): Models {
  return {
    sum: growTrees(
      lessons.flatMap(({ sums }) => sums),
      howOfSum,
    ),
    sumWords: weighWords(
      lessons.flatMap(({ sumWords }) => sumWords),
      sumAnswers,
      howOfSumWords,
    ),
    role: weighWords(
      lessons.flatMap(({ role }) => role ?? []),
      learnedRoles,
      howOfRole,
    ),
  }
}
