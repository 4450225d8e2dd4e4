import type { Detector } from './detect.ts'
import type { LabelledItem } from './evaluate.ts'
import { cuesOf, readAction } from './facts/action.ts'
import { readSums } from './facts/item-facts.ts'
import { type Choice, type HowToLearn, learnChoice } from './learn-choice.ts'
import type { Models } from './learned/load.ts'
import type { LinearModel } from './learned/model.ts'
import { roleSigns } from './learned/role-signs.ts'
import { candidatesOf, sumSigns } from './learned/sum-signs.ts'

/** What labels say of an item's role; `mention` is told by rules alone. */
const outcomesOfRole: readonly string[] = [
  'procurement',
  'grant',
  'data-sharing',
  'policy',
  'oversight',
  'report',
  'other',
]

const howOfRole: HowToLearn = { outcomes: outcomesOfRole, mayBeNone: false, leastSeen: 40, pull: 2 }
const howOfSum: HowToLearn = { outcomes: ['sum'], mayBeNone: true, leastSeen: 12, pull: 2 }

/** What a second reader might judge otherwise teaches half. */
const weightOf = ({ label }: LabelledItem) => (label.doubt ? 0.5 : 1)

/**
 * The rules were written with these items in view and are right on them more often than elsewhere.
 * So each choice is taught twice, the second time without what the rules say of it.
 */
const ofCues = /^cues /

function twice(choice: Choice): Choice[] {
  const blind = choice.alternatives.map(({ outcome, signs }) => ({
    outcome,
    signs: new Map([...signs].filter(([sign]) => !ofCues.test(sign))),
  }))
  const weight = choice.weight / 2
  return [
    { ...choice, weight },
    { ...choice, alternatives: blind, weight },
  ]
}

function roleChoice(item: LabelledItem, rules: Detector): Choice {
  const { title, text, label } = item
  const { technologies } = rules.detect({ title, text }, { facts: false })
  const byCues = readAction(title, text, false).role
  const signs = roleSigns({ title, text, technologies, byCues, cuesOfTitle: cuesOf(title) })
  return {
    alternatives: outcomesOfRole.map((outcome) => ({ outcome, signs })),
    right: outcomesOfRole.indexOf(label.role ?? ''),
    weight: weightOf(item),
  }
}

/** `undefined` where what is labelled can be read nowhere. */
function sumChoice(item: LabelledItem, detector: Detector): Choice | undefined {
  const { title, text, label } = item
  const found = detector.detect({ title, text }, { facts: false })
  const input = readSums({ title, text }, found.evidence, found)
  const candidates = candidatesOf(input)
  const right = candidates.findIndex(
    ({ cents }) => cents === Math.round((label.amountUsd ?? -1) * 100),
  )
  if (candidates.length === 0 || (label.amountUsd !== null && right < 0)) return undefined
  return {
    alternatives: sumSigns(input, candidates).map((signs) => ({ outcome: 'sum', signs })),
    right: label.amountUsd === null ? null : right,
    weight: weightOf(item),
  }
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

/**
 * Models of roles and sums from labelled items that are relevant; the same items give the same models.
 * `withModels` builds a detector, since what a sum is for depends on the role.
 */
export function learnModels(
  items: readonly LabelledItem[],
  withModels: (models: Models) => Detector,
): Models {
  const relevant = items.filter(({ label }) => label.relevant && label.role !== null)
  const rules = withModels({ role: null, sum: null })
  const role = toModel(relevant.map((item) => roleChoice(item, rules)).flatMap(twice), howOfRole)
  const byRole = withModels({ role, sum: null })
  const sums = relevant.flatMap((item) => sumChoice(item, byRole) ?? [])
  return { role, sum: toModel(sums, howOfSum) }
}
