import { wordSimilarity, wordsOf } from './similarity.ts'

/** What items are recognised by. */
export interface AlignableItem {
  readonly upstreamId: string | null
  readonly number: string | null
  readonly title: string
  readonly fileNumber: string | null
}

export interface Alignment {
  /** Index before, index after; ascending by index after, each index at most once. */
  readonly pairs: readonly (readonly [before: number, after: number])[]
  readonly removed: readonly number[]
  readonly added: readonly number[]
}

/** Under the same number or file, this share of common words is enough to be the same item. */
const alikeWithNumber = 0.5
/** With nothing but the words to go by. */
const alikeByWords = 0.75
/** Comparing everything with everything is not worth more than this. */
const mostComparisons = 250_000

/**
 * Finds out which item of yesterday is which item of today: by the portal's id, else by number or
 * file with similar words, else by words alone. `isSame` says whether two items say the same; it
 * settles which of several candidates belong together.
 */
export function alignItems(
  before: readonly AlignableItem[],
  after: readonly AlignableItem[],
  isSame: (a: number, b: number) => boolean = () => false,
): Alignment {
  const freeBefore = new Set(before.keys())
  const freeAfter = new Set(after.keys())
  const pairs: (readonly [number, number])[] = []
  const pair = (a: number, b: number) => {
    pairs.push([a, b])
    freeBefore.delete(a)
    freeAfter.delete(b)
  }

  /** Pairs free items of equal key, in order, where `fits` agrees. */
  const pairByKey = (
    keyOf: (item: AlignableItem) => string | null,
    fits: (a: number, b: number) => boolean,
  ) => {
    const waiting = new Map<string, number[]>()
    for (const a of freeBefore) {
      const item = before[a]
      const key = item && keyOf(item)
      if (!key) continue
      const same = waiting.get(key)
      if (same) same.push(a)
      else waiting.set(key, [a])
    }
    for (const b of [...freeAfter]) {
      const item = after[b]
      const key = item && keyOf(item)
      const candidates = key ? waiting.get(key) : undefined
      const at = candidates?.findIndex((a) => fits(a, b)) ?? -1
      const found = candidates?.[at]
      if (found === undefined) continue
      candidates?.splice(at, 1)
      pair(found, b)
    }
  }

  const wordsBefore = before.map((item) => wordsOf(item.title))
  const wordsAfter = after.map((item) => wordsOf(item.title))
  const similarity = (a: number, b: number) => wordSimilarity(wordsBefore[a], wordsAfter[b])
  const title = (item: AlignableItem) => item.title

  pairByKey((item) => item.upstreamId, isSame)
  pairByKey(
    (item) => item.upstreamId,
    () => true,
  )
  pairByKey(title, isSame)
  pairByKey(
    (item) => item.fileNumber && `${item.fileNumber} ${item.title}`,
    () => true,
  )
  pairByKey(
    (item) => item.number && `${item.number} ${item.title}`,
    () => true,
  )
  pairByKey(title, () => true)
  pairByKey(
    (item) => item.fileNumber,
    (a, b) => similarity(a, b) >= alikeWithNumber,
  )
  pairByKey(
    (item) => item.number,
    (a, b) => similarity(a, b) >= alikeWithNumber,
  )
  if (freeBefore.size * freeAfter.size <= mostComparisons) {
    const alike = [...freeBefore].flatMap((a) =>
      [...freeAfter]
        .map((b) => ({ a, b, share: similarity(a, b) }))
        .filter(({ share }) => share >= alikeByWords),
    )
    alike.sort((x, y) => y.share - x.share || x.b - y.b || x.a - y.a)
    for (const { a, b } of alike) if (freeBefore.has(a) && freeAfter.has(b)) pair(a, b)
  }

  return {
    pairs: pairs.sort((x, y) => x[1] - y[1]),
    removed: [...freeBefore],
    added: [...freeAfter],
  }
}

/**
 * The indices (into `numbers`) of one longest rising run that may leave gaps: what need not be
 * moved to bring the rest into order.
 */
export function longestRising(numbers: readonly number[]): Set<number> {
  const tails: number[] = []
  const previous: number[] = []
  for (const [at, value] of numbers.entries()) {
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((numbers[tails[middle] ?? 0] ?? 0) < value) low = middle + 1
      else high = middle
    }
    previous[at] = low > 0 ? (tails[low - 1] ?? -1) : -1
    tails[low] = at
  }
  const run = new Set<number>()
  for (let at = tails.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) run.add(at)
  return run
}
