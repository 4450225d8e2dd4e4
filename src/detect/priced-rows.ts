import type { Hit } from './hit.ts'

/** Parts with sums of their own stand this far apart, in characters. */
const leastRow = 6
const widestRow = 120

/** "Plate readers, $40,000; pole cameras, $90,000": parts of a purchase, each with a sum of its own. */
export function pricedRows(hits: readonly Hit[]): readonly Hit[] {
  const priced = hits
    .filter(
      ({ isPriced, meaning: { technology } }) =>
        isPriced && technology !== null && technology !== 'digital-evidence-management',
    )
    .sort((a, b) => a.start - b.start)
  return priced.filter((hit, at) =>
    [priced[at - 1], priced[at + 1]].some((other) => {
      if (!other || other.meaning.technology === hit.meaning.technology) return false
      const gap = Math.max(other.start - hit.end, hit.start - other.end)
      return gap >= leastRow && gap <= widestRow
    }),
  )
}
