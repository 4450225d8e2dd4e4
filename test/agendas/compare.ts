import { createHash } from 'node:crypto'
import type { ScrapedAgendaItem } from '../../src/model/meeting.ts'

/**
 * One item as a reader of the printed agenda found it: page, printed number, how many words of its
 * first line are hashed, their hash, 1 for a heading, and whether it is voted on with others
 * (`null`: the agenda has no such list; `?`: the print does not tell).
 */
export type TrueItem = readonly [
  page: number,
  number: string | null,
  words: number,
  hash: string,
  heading: 0 | 1,
  consent: boolean | null | '?',
]

export interface TrueAgenda {
  /** Below ../shared/captures. */
  readonly file: string
  readonly sha256: string
  /** True for agendas that nobody looked at before a first cutter was finished. */
  readonly holdOut: boolean
  readonly items: readonly TrueItem[]
}

/** What was compared, in counts that can be added up. */
export interface Agreement {
  readonly wanted: number
  readonly cut: number
  readonly matched: number
  readonly headings: number
  readonly consents: number
  readonly consentsAsked: number
  /** Places in the truth that were not cut, and of items that are not in the truth. */
  readonly missed: readonly number[]
  readonly extra: readonly number[]
}

function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}_]+/u)
    .filter((word) => word !== '')
}

function hashWords(text: string, count: number): string {
  const words = wordsOf(text).slice(0, count).join(' ')
  return createHash('sha256').update(words).digest('hex').slice(0, 12)
}

function isSame(item: ScrapedAgendaItem, [, number, words, hash]: TrueItem): boolean {
  return item.number === number && hashWords(item.title, words) === hash
}

/** Finds the longest common run of items, in order: an item in the wrong place is not the same. */
export function compareItems(
  items: readonly ScrapedAgendaItem[],
  truth: readonly TrueItem[],
): Agreement {
  const width = truth.length + 1
  const best = new Uint16Array((items.length + 1) * width)
  for (let at = items.length - 1; at >= 0; at -= 1) {
    for (let to = truth.length - 1; to >= 0; to -= 1) {
      const [item, wanted] = [items[at], truth[to]]
      const same = item && wanted && isSame(item, wanted)
      const skip = Math.max(best[(at + 1) * width + to] ?? 0, best[at * width + to + 1] ?? 0)
      best[at * width + to] = same ? (best[(at + 1) * width + to + 1] ?? 0) + 1 : skip
    }
  }
  const pairs: [ScrapedAgendaItem, TrueItem][] = []
  const [missed, extra]: [number[], number[]] = [[], []]
  let [at, to] = [0, 0]
  while (at < items.length || to < truth.length) {
    const [item, wanted] = [items[at], truth[to]]
    if (item && wanted && isSame(item, wanted)) {
      pairs.push([item, wanted])
      at += 1
      to += 1
    } else if (
      !item ||
      (wanted && (best[at * width + to + 1] ?? 0) >= (best[(at + 1) * width + to] ?? 0))
    ) {
      missed.push(to)
      to += 1
    } else {
      extra.push(at)
      at += 1
    }
  }
  const asked = pairs.filter(([, wanted]) => wanted[5] !== '?')
  return {
    wanted: truth.length,
    cut: items.length,
    matched: pairs.length,
    headings: pairs.filter(([item, wanted]) => item.isHeading === (wanted[4] === 1)).length,
    consents: asked.filter(([item, wanted]) => item.consent === wanted[5]).length,
    consentsAsked: asked.length,
    missed,
    extra,
  }
}
