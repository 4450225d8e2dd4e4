import type { Detector } from './detect.ts'
import type { LabelledItem } from './evaluate.ts'
import { evenText } from './even-text.ts'
import { headingEnd } from './heading.ts'
import { learnSums, type SumLesson, sumsOf } from './learn-sums.ts'
import { type HowToWeigh, type WordLesson, weighWords } from './learn-words.ts'
import type { Models } from './learned/load.ts'
import { learnedRoles } from './learned/role.ts'
import { roleSigns } from './learned/role-signs.ts'

/** Few words are left, so that all of them can be read over. */
const howOfRole: HowToWeigh = { leastSeen: 8, rounds: 20, step: 3, leastWorth: 2, pull: 0 }

/** What one relevant item teaches. */
export interface ItemLesson extends SumLesson {
  /** What it does, by its words. */
  readonly role: WordLesson | undefined
}

/** What a second reader might judge otherwise teaches half. */
const weightOf = ({ label }: LabelledItem) => (label.doubt ? 0.5 : 1)

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
      sums: sumsOf(item, rules),
      weight: weightOf(item),
      isReal,
      role: roleLesson(item),
    }))
}

/** The models of sums and roles; the same lessons give the same models. */
export function learnModels(lessons: readonly ItemLesson[]): Models {
  const roles = lessons.flatMap(({ role }) => role ?? [])
  return { ...learnSums(lessons), role: weighWords(roles, learnedRoles, howOfRole) }
}
