import type { Accuracy, KeptAside, Measured } from '../model/accuracy.ts'
import { ablate, crossValidate } from './ablate.ts'
import { ablateModels, compareModels } from './ablate-models.ts'
import shipped from './accuracy.json' with { type: 'json' }
import type { Detector } from './detect.ts'
import { type Evaluation, evaluate, evaluateByPlace, type LabelledItem } from './evaluate.ts'
import type { Lessons } from './lessons.ts'
import { compileLexicon } from './lexicon.ts'
import { loadTaxonomy } from './taxonomy.ts'

/** On all that an evaluation tells, what is published of a set beside the main one. */
function measured(items: readonly LabelledItem[], detector: Detector): [Measured, Evaluation] {
  const evaluation = evaluate(items, detector)
  const { positives, relevance, technologies, vendors, calibration } = evaluation
  const { amounts, printedAmounts, roles, byRole } = evaluation
  const calibrationError = calibration?.expectedError ?? null
  return [
    {
      items: items.length,
      positives,
      relevance,
      technologies,
      vendors,
      amounts,
      printedAmounts,
      roles,
      byRole,
      calibrationError,
    },
    evaluation,
  ]
}

/** The same of items that nobody chose words, rules or weights by. */
function measureKeptAside(items: readonly LabelledItem[], detector: Detector): KeptAside {
  const [whole, { baseline, intervals }] = measured(items, detector)
  const [strict] = measured(
    items.filter(({ label }) => !label.doubt),
    detector,
  )
  const places = new Set(items.map(({ place }) => place)).size
  const models = compareModels(items, loadTaxonomy(), detector)
  return { places, whole, strict, baseline, models, intervals }
}

/**
 * Measures a detector on labelled items as it is published; figures to three places. `keptAside`:
 * items that had no part in making it.
 */
export function measureAccuracy(
  items: readonly LabelledItem[],
  known: Lessons,
  keptAside: readonly LabelledItem[],
  detector: Detector,
): Accuracy {
  const whole = evaluate(items, detector)
  const titles = evaluate(
    items.map((item) => ({ ...item, text: '' })),
    detector,
  )
  const taxonomy = loadTaxonomy()
  const lexicon = compileLexicon(taxonomy)
  const crossed = crossValidate(items, known.retold, taxonomy, lexicon)
  const drawn = items.filter(({ kind }) => kind === 'random-negative')
  const struck = drawn.filter(({ title, text }) => detector.detect({ title, text }).relevant).length
  const accuracy: Accuracy = {
    version: whole.version,
    items: whole.items,
    positives: whole.positives,
    doubtful: whole.doubtful,
    places: new Set(items.map(({ place }) => place)).size,
    keptAside: measureKeptAside(keptAside, detector),
    relevance: whole.relevance,
    strictRelevance: whole.strictRelevance,
    titlesOnly: titles.relevance,
    baseline: whole.baseline,
    crossValidated: crossed.relevance,
    // Its bins hang on the last digit of weights, which differs between releases of Node.
    crossCalibration: crossed.calibration && { ...crossed.calibration, bins: [] },
    ablations: ablate(items, taxonomy, lexicon),
    models: ablateModels(items, known, taxonomy, detector),
    lessons: Object.values(known).flat().length,
    falseFindsPer2000: drawn.length === 0 ? null : (struck / drawn.length) * 2_000,
    technologies: whole.technologies,
    vendors: whole.vendors,
    amounts: whole.amounts,
    roles: whole.roles,
    actions: whole.actions,
    calibration: whole.calibration,
    intervals: whole.intervals,
    technology: whole.technology,
    byPlace: evaluateByPlace(items, detector)
      .filter(({ relevance }) => relevance.truePositives + relevance.falseNegatives > 0)
      .map(({ place, relevance }) => ({ place, relevance })),
  }
  return JSON.parse(JSON.stringify(accuracy), (_, value: unknown) =>
    // What lies half-way is off by the last bit in some releases of Node.
    typeof value === 'number' ? Math.round(Number((value * 1_000).toPrecision(12))) / 1_000 : value,
  ) as Accuracy
}

/** What was measured of this release; `npm run accuracy` writes it. */
export const shippedAccuracy: Accuracy = shipped
