import type { ModelAblation } from '../model/accuracy.ts'
import { createDetector, type Detector } from './detect.ts'
import { evaluate, type LabelledItem } from './evaluate.ts'
import { foldsOf } from './learn.ts'
import { learnModels, readLessons } from './learn-models.ts'
import { noModels } from './learned/load.ts'
import type { Lessons } from './lessons.ts'
import type { Taxonomy } from './taxonomy.ts'

function measured(name: string, items: readonly LabelledItem[], detector: Detector): ModelAblation {
  const { amounts, roles } = evaluate(items, detector)
  return { name, amounts, roles }
}

function together(name: string, parts: readonly ModelAblation[]): ModelAblation {
  const sum = (count: (part: ModelAblation) => number) =>
    parts.reduce((total, part) => total + count(part), 0)
  const share = (part: number, whole: number) => (whole === 0 ? null : part / whole)
  const [sums, exact] = [sum(({ amounts }) => amounts.stated), sum(({ amounts }) => amounts.exact)]
  const invented = sum(({ amounts }) => amounts.invented)
  const [stated, right] = [sum(({ roles }) => roles.stated), sum(({ roles }) => roles.right)]
  return {
    name,
    roles: { stated, right, share: share(right, stated) },
    amounts: { stated: sums, exact, invented, exactShare: share(exact, sums) },
  }
}

/** What the models are worth on items that they did not learn from. */
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
 * The same on items that are among those they learned from, and each place by models that learned
 * from the other places and from the `lessons` that come with the product.
 */
export function ablateModels(
  items: readonly LabelledItem[],
  { invented, retold, lookedUp, fresh }: Lessons,
  taxonomy: Taxonomy,
  shipped: Detector,
): ModelAblation[] {
  const rules = createDetector(taxonomy, noModels)
  const folds = foldsOf(items.map(({ place }) => place))
  // Each fold is learned without: the small places, which hold few sums, are left out at once.
  const foldOf = (place: string) => (folds.get(place) === place ? place : 'others')
  const isOf = (place: string, fold: string) => foldOf(place) === fold
  const own = readLessons(items, rules, true)
  const beside = [
    ...readLessons([...retold, ...lookedUp], rules, true),
    ...readLessons([...invented, ...fresh], rules, false),
  ]
  const taught = [...new Set(own.map(({ place }) => foldOf(place)))].sort()
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
    together('each place by models learned from the others', crossed),
  ]
}
