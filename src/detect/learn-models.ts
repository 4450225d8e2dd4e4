import { roles } from '../model/facts.ts'
import type { Detector } from './detect.ts'
import type { LabelledItem } from './evaluate.ts'
import { readSums } from './facts/item-facts.ts'
import { type Choice, type HowToLearn, learnChoice } from './learn-choice.ts'
import type { Models } from './learned/load.ts'
import type { LinearModel } from './learned/model.ts'
import { candidatesOf, sumSigns } from './learned/sum-signs.ts'

const howOfSum: HowToLearn = { outcomes: ['sum'], mayBeNone: true, leastSeen: 12, pull: 2 }

/** What one relevant item teaches. */
export interface ItemLesson {
  readonly place: string
  /** `null` where it prints no sum that may be the labelled one. */
  readonly sum: Choice | null
}

/** What a second reader might judge otherwise teaches half. */
const weightOf = ({ label }: LabelledItem) => (label.doubt ? 0.5 : 1)

function sumChoice(item: LabelledItem, rules: Detector): Choice | null {
  const { title, text, label } = item
  const found = rules.detect({ title, text }, { facts: false })
  const role = roles.find((one) => one === label.role) ?? null
  const input = readSums({ title, text }, found.evidence, { ...found, role })
  const candidates = candidatesOf(input)
  const cents = label.amountUsd === null ? null : Math.round(label.amountUsd * 100)
  const right = candidates.findIndex((candidate) => candidate.cents === cents)
  if (candidates.length === 0 || (cents !== null && right < 0)) return null
  return {
    alternatives: sumSigns(input, candidates).map((signs) => ({ outcome: 'sum', signs })),
    right: cents === null ? null : right,
    weight: weightOf(item),
  }
}

/** What labelled items teach; `rules`: a detector without models. Items that are not relevant teach nothing. */
export function readLessons(items: readonly LabelledItem[], rules: Detector): ItemLesson[] {
  return items
    .filter(({ label }) => label.relevant && label.role !== null)
    .map((item) => ({
      place: item.place,
      sum: sumChoice(item, rules),
    }))
}

/** Weights smaller than this change nothing that anybody would see. */
const leastWeight = 0.02

function toModel(choices: readonly Choice[], how: HowToLearn): LinearModel {
  const weights = Object.entries(learnChoice(choices, how)).flatMap(([sign, own]) =>
    own.some((weight) => Math.abs(weight) >= leastWeight)
      ? [[sign, own.map((weight) => Math.round(weight * 100) / 100)] as const]
      : [],
  )
  return { outcomes: how.outcomes, weights: Object.fromEntries(weights) }
}

/** The model of sums; the same lessons give the same model. */
export function learnModels(lessons: readonly ItemLesson[]): Models {
  return {
    sum: toModel(
      lessons.flatMap(({ sum }) => sum ?? []),
      howOfSum,
    ),
  }
}
