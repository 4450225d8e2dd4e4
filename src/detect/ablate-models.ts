import type { ModelAblation } from '../model/accuracy.ts'
import { createDetector, type Detector } from './detect.ts'
import { evaluate, type LabelledItem } from './evaluate.ts'
import { foldsOf } from './learn.ts'
import { learnModels, readLessons } from './learn-models.ts'
import { noModels } from './learned/load.ts'
import type { Lessons } from './lessons.ts'
import type { Taxonomy } from './taxonomy.ts'

function measured(name: string, items: readonly LabelledItem[], detector: Detector): ModelAblation {
  const { amounts } = evaluate(items, detector)
  return { name, amounts }
}

function together(name: string, parts: readonly ModelAblation[]): ModelAblation {
  const sum = (count: (part: ModelAblation) => number) =>
    parts.reduce((total, part) => total + count(part), 0)
  const share = (part: number, whole: number) => (whole === 0 ? null : part / whole)
  const [sums, exact] = [sum(({ amounts }) => amounts.stated), sum(({ amounts }) => amounts.exact)]
  const invented = sum(({ amounts }) => amounts.invented)
  return {
    name,
    amounts: { stated: sums, exact, invented, exactShare: share(exact, sums) },
  }
}

/** What the model of sums is worth on items that it did not learn from. */
export function compareModels(
  items: readonly LabelledItem[],
  taxonomy: Taxonomy,
  shipped: Detector,
): ModelAblation[] {
  return [
    measured('as shipped', items, shipped),
    measured('rules alone', items, createDetector(taxonomy, noModels)),
  ]
}

/**
 * The same on items that are among those it learned from, and each place by a model that learned
 * from the other places and from the `lessons` that come with the product.
 */
export function ablateModels(
  items: readonly LabelledItem[],
  { invented, retold, fresh }: Lessons,
  taxonomy: Taxonomy,
  shipped: Detector,
): ModelAblation[] {
  const rules = createDetector(taxonomy, noModels)
  const folds = foldsOf(items.map(({ place }) => place))
  const isOf = (place: string, fold: string) => folds.get(place) === fold
  const own = readLessons(items, rules, true)
  const beside = [
    ...readLessons(retold, rules, true),
    ...readLessons([...invented, ...fresh], rules, false),
  ]
  const taught = [...new Set(folds.values())].filter((fold) =>
    own.some(({ place }) => isOf(place, fold)),
  )
  const crossed = taught.map((fold) => {
    const others = own.filter(({ place }) => !isOf(place, fold))
    const detector = createDetector(taxonomy, learnModels([...others, ...beside]))
    return measured(
      fold,
      items.filter(({ place }) => isOf(place, fold)),
      detector,
    )
  })
  return [
    ...compareModels(items, taxonomy, shipped),
    together('each place by a model learned from the others', crossed),
  ]
}
