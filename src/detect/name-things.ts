import type { Hit } from './read-field.ts'
import type { Taxonomy } from './taxonomy.ts'

/** What an item is about, the best supported first. */
export interface Named {
  readonly technologies: readonly string[]
  readonly vendors: readonly string[]
}

const tierWeight = { strong: 1, plain: 0.6, weak: 0.45 } as const
const titleWeight = 4

/** A text names much in passing: what has less support than this share of the best is left out. */
const leastShare = 0.5

/** Support of each id: titles before texts, sure words before doubtful ones, repeats a little. */
function support(hits: readonly Hit[], idOf: (hit: Hit) => string | null): Map<string, number> {
  const sums = new Map<string, number>()
  const times = new Map<string, number>()
  for (const hit of hits) {
    const id = idOf(hit)
    if (id === null) continue
    const weight = tierWeight[hit.meaning.tier] * (hit.field === 'title' ? titleWeight : 1)
    const count = (times.get(id) ?? 0) + 1
    times.set(id, count)
    sums.set(id, (sums.get(id) ?? 0) + weight / count)
  }
  return sums
}

function ranked(sums: ReadonlyMap<string, number>): string[] {
  const best = Math.max(0, ...sums.values())
  return [...sums]
    .filter(([, sum]) => sum >= best * leastShare)
    .sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))
    .map(([id]) => id)
}

/** Names technologies and vendors by their support in title and text. */
export function nameThings(hits: readonly Hit[], taxonomy: Taxonomy): Named {
  const inTitle = hits.filter((hit) => hit.field === 'title')
  const titleTechnologies = support(inTitle, (hit) => hit.meaning.technology)
  const technologies =
    titleTechnologies.size > 0 ? titleTechnologies : support(hits, (hit) => hit.meaning.technology)
  const vendors = support(hits, (hit) => hit.meaning.vendor)
  const named = ranked(vendors)
  if (technologies.size === 0) {
    for (const id of named) {
      const implied = taxonomy.vendors.find((vendor) => vendor.id === id)?.implies
      if (implied) technologies.set(implied, vendors.get(id) ?? 0)
    }
  }
  return { technologies: ranked(technologies), vendors: named }
}
