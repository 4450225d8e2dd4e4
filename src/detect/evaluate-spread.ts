import type { Calibration, Interval } from '../model/accuracy.ts'

/** How far the figures of a small, lopsided corpus can be believed. */

export interface ScoredItem {
  readonly score: number
  readonly relevant: boolean
}

const tenths = 10

/** Calibration over the items that show any sign at all: the others are rightly 0 and prove nothing. */
export function calibrationOf(items: readonly ScoredItem[]): Calibration | null {
  const signed = items.filter(({ score }) => score > 0)
  if (signed.length === 0) return null
  const bins = Array.from({ length: tenths }, (_, at) => {
    const inside = signed.filter(
      ({ score }) => Math.min(tenths - 1, Math.floor(score * tenths)) === at,
    )
    const share = (sum: number) => (inside.length === 0 ? 0 : sum / inside.length)
    return {
      from: at / tenths,
      items: inside.length,
      meanScore: share(inside.reduce((sum, { score }) => sum + score, 0)),
      shareRelevant: share(inside.filter(({ relevant }) => relevant).length),
    }
  })
  const expectedError = bins.reduce(
    (sum, { items: count, meanScore, shareRelevant }) =>
      sum + (count / signed.length) * Math.abs(meanScore - shareRelevant),
    0,
  )
  return { expectedError, bins: bins.filter((bin) => bin.items > 0) }
}

/** The same numbers at every run, so that a page made of them stands still. */
function createRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

export const resamples = 1_000

/**
 * The spread of figures when whole places are drawn again: items of one place resemble each other,
 * so that drawing items would flatter. `measure` gives `null` for what a draw cannot tell.
 */
export function bootstrapByPlace<Item>(
  byPlace: ReadonlyMap<string, readonly Item[]>,
  measure: (items: readonly Item[]) => Readonly<Record<string, number | null>>,
): Record<string, Interval> {
  const places = [...byPlace.values()]
  const random = createRandom(20_261_122)
  const drawn = new Map<string, number[]>()
  for (let round = 0; round < resamples; round += 1) {
    const items = places.flatMap(() => places[Math.floor(random() * places.length)] ?? [])
    for (const [name, value] of Object.entries(measure(items))) {
      if (value === null) continue
      const list = drawn.get(name)
      if (list) list.push(value)
      else drawn.set(name, [value])
    }
  }
  return Object.fromEntries(
    [...drawn].map(([name, values]) => {
      const sorted = values.sort((a, b) => a - b)
      const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? 0
      return [name, { low: at(0.025), high: at(0.975) }]
    }),
  )
}
