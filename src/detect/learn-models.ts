import type { Detector } from './detect.ts'
import type { LabelledItem } from './evaluate.ts'
import { findCommitted } from './facts/committed.ts'
import { readSums } from './facts/item-facts.ts'
import { growTrees, type HowToGrow, type TreeLesson } from './learn-trees.ts'
import type { Models } from './learned/load.ts'
import { candidatesOf, sumSigns } from './learned/sum-signs.ts'

const howOfSum: HowToGrow = {
  trees: 300,
  leaves: 12,
  rate: 0.06,
  pull: 3,
  leastInLeaf: 20,
  leastSeen: 25,
}

/** What one relevant item teaches. */
export interface ItemLesson {
  readonly place: string
  /** Each sum that it prints, and whether it is the labelled one. */
  readonly sums: readonly TreeLesson[]
}

/** What a second reader might judge otherwise teaches half. */
const weightOf = ({ label }: LabelledItem) => (label.doubt ? 0.5 : 1)

function sumLessons(item: LabelledItem, rules: Detector): TreeLesson[] {
  const { title, text, label } = item
  const found = rules.detect({ title, text }, { facts: false })
  if (!found.relevant) return []
  const input = readSums({ title, text }, found.evidence, found)
  const byRules = findCommitted(input.title, input.text, input.role)
  const candidates = candidatesOf(input, byRules)
  const cents = label.amountUsd === null ? null : Math.round(label.amountUsd * 100)
  return sumSigns(input, candidates, byRules).map((signs, at) => ({
    signs,
    isRight: candidates[at]?.cents === cents,
    weight: weightOf(item),
  }))
}

/** What labelled items teach; `rules`: a detector without models. Items that are not relevant teach nothing. */
export function readLessons(items: readonly LabelledItem[], rules: Detector): ItemLesson[] {
  return items
    .filter(({ label }) => label.relevant && label.role !== null)
    .map((item) => ({ place: item.place, sums: sumLessons(item, rules) }))
}

/** The model of sums; the same lessons give the same model. */
export function learnModels(lessons: readonly ItemLesson[]): Models {
  return {
    sum: growTrees(
      lessons.flatMap(({ sums }) => sums),
      howOfSum,
    ),
  }
}
