import type { Ablation, Calibration, Figures } from '../model/accuracy.ts'
import { hitsOf, signsOf } from './detect.ts'
import { figuresOf, type LabelledItem } from './evaluate.ts'
import { calibrationOf } from './evaluate-spread.ts'
import type { Hit } from './hit.ts'
import { crossSupport, foldsOf, type Lesson, learnCalibration } from './learn.ts'
import { compileLexicon, type Lexicon } from './lexicon.ts'
import { calibrate, type Signs, supportOf } from './score.ts'
import type { Taxonomy } from './taxonomy.ts'

function figures(items: readonly LabelledItem[], found: readonly boolean[]): Figures {
  const count = (relevant: boolean, isFound: boolean) =>
    items.filter((item, at) => item.label.relevant === relevant && found[at] === isFound).length
  return figuresOf(count(true, true), count(false, true), count(true, false))
}

const showsAny = (signs: Signs) => Object.keys(signs).length > 0

const toLesson = ({ place, label }: LabelledItem, signs: Signs): Lesson => ({
  place,
  signs,
  relevant: label.relevant,
  weight: label.doubt ? 0.3 : 1,
})

const termOf = ({ meaning }: Hit) => meaning.term.toLowerCase()

/** Terms that stand in relevant items of one place and no other, by that place. */
function termsOfOnePlace(
  items: readonly LabelledItem[],
  lexicon: Lexicon,
): Map<string, Set<string>> {
  const places = new Map<string, Set<string>>()
  for (const item of items.filter(({ label }) => label.relevant)) {
    for (const hit of hitsOf(item, lexicon)) {
      const seen = places.get(termOf(hit)) ?? new Set()
      places.set(termOf(hit), seen.add(item.place))
    }
  }
  const only = new Map<string, Set<string>>()
  for (const [term, [place, ...others]] of [...places].map(
    ([term, seen]) => [term, [...seen]] as const,
  )) {
    if (place === undefined || others.length > 0) continue
    only.set(place, (only.get(place) ?? new Set()).add(term))
  }
  return only
}

/** The lexicon as if it had never heard of these terms: shorter ones in them speak again. */
function leaveOut(lexicon: Lexicon, terms: ReadonlySet<string>): Lexicon {
  return {
    ...lexicon,
    meanings: {
      ...lexicon.meanings,
      get: (phrase) =>
        lexicon.meanings.get(phrase)?.filter(({ term }) => !terms.has(term.toLowerCase())),
    },
  }
}

export interface CrossValidation {
  readonly relevance: Figures
  readonly calibration: Calibration | null
}

/**
 * Each place judged by weights learned from the others alone, and its scores calibrated by the others
 * and by the `retold` items, which teach no weights.
 */
export function crossValidate(
  items: readonly LabelledItem[],
  retold: readonly LabelledItem[],
  taxonomy: Taxonomy,
  lexicon: Lexicon,
): CrossValidation {
  const { scoring } = taxonomy
  const folds = foldsOf(items.map(({ place }) => place))
  const own = items.map((item) => toLesson(item, signsOf(item, lexicon)))
  const shown = own.filter(({ signs }) => showsAny(signs))
  const crossed = crossSupport(shown, scoring.prior, folds)
  const supports = new Map(shown.map((lesson, at) => [lesson, crossed[at] ?? 0]))
  const found = own.map((lesson) => (supports.get(lesson) ?? 0) >= scoring.found)
  const judged = shown.map(({ place, relevant }, at) => ({
    fold: folds.get(place),
    relevant,
    support: crossed[at] ?? 0,
  }))
  const beside = retold
    .map((item) => toLesson(item, signsOf(item, lexicon)))
    .filter(({ signs }) => showsAny(signs))
    .map(({ relevant, signs }) => ({ relevant, support: supportOf(signs, scoring) }))
  const scored = [...new Set(folds.values())].flatMap((fold) => {
    const knots = learnCalibration([...judged.filter((one) => one.fold !== fold), ...beside])
    return judged
      .filter((one) => one.fold === fold)
      .map(({ relevant, support }) => ({ relevant, score: calibrate(support, knots) }))
  })
  return { relevance: figures(items, found), calibration: calibrationOf(scored) }
}

/** Relevance without one thing at a time; the weights stay as they are. */
export function ablate(
  items: readonly LabelledItem[],
  taxonomy: Taxonomy,
  lexicon: Lexicon,
): Ablation[] {
  const { scoring } = taxonomy
  const under = (
    weights: Pick<typeof scoring, 'bias' | 'weights'>,
    words: Lexicon,
    counts: (hit: Hit) => boolean = () => true,
  ) =>
    figures(
      items,
      items.map((item) => {
        const signs = signsOf(item, words, counts)
        return showsAny(signs) && supportOf(signs, weights) >= scoring.found
      }),
    )
  const without = (change: Partial<Taxonomy>) =>
    under(scoring, compileLexicon({ ...taxonomy, ...change }))
  const named = (names: readonly string[]) => ({
    bias: scoring.bias,
    weights: Object.fromEntries(
      Object.entries(scoring.weights).filter(([name]) => !names.includes(name)),
    ),
  })
  const onlyHere = termsOfOnePlace(items, lexicon)
  const borneOut = new Map(
    [...onlyHere].map(([place, terms]) => [place, leaveOut(lexicon, terms)] as const),
  )
  const elsewhere = figures(
    items,
    items.map((item) => {
      const signs = signsOf(item, borneOut.get(item.place) ?? lexicon)
      return showsAny(signs) && supportOf(signs, scoring) >= scoring.found
    }),
  )
  return [
    { name: 'as shipped', relevance: under(scoring, lexicon) },
    { name: 'weights set by people, none learned', relevance: under(scoring.prior, lexicon) },
    { name: 'without exclusions', relevance: without({ cover: [], near: [] }) },
    { name: 'without denials', relevance: without({ negations: [] }) },
    {
      name: 'without vendors and products',
      relevance: under(scoring, lexicon, ({ meaning }) => meaning.vendor === null),
    },
    {
      name: 'strong terms alone',
      relevance: under(scoring, lexicon, ({ meaning }) => meaning.tier === 'strong'),
    },
    {
      name: 'without words of buying and deciding',
      relevance: under(
        named([
          'cued',
          'operative',
          'bought',
          'counted',
          'priced',
          'underBuyingTitle',
          'underGrantTitle',
          'underOpenTitle',
          'underBareTitle',
          'underEmptyTitle',
          'underSecurityTitle',
          'acquiredUnderBuyingTitle',
        ]),
        lexicon,
      ),
    },
    {
      name: 'without titles about something else',
      relevance: under(named(['titleElsewhere', 'onlyTextElsewhere']), lexicon),
    },
    { name: 'without terms that no other place bears out', relevance: elsewhere },
  ]
}
