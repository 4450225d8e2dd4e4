import type { FieldReading, Hit } from './hit.ts'
import type { Signs } from './score.ts'
import type { Taxonomy, Tier } from './taxonomy.ts'

const tierWords: Readonly<Record<Tier, string>> = {
  strong: 'names',
  plain: 'mentions',
  weak: 'mentions, with words that fit beside it,',
}

const order: readonly Tier[] = ['strong', 'plain', 'weak']

/** Most reasons a person reads. */
const mostReasons = 6

/** Why, in plain words, the strongest first. */
export function giveReasons(
  signs: Signs,
  fields: readonly FieldReading[],
  taxonomy: Taxonomy,
): string[] {
  const nameOf = (id: string) =>
    (
      taxonomy.technologies.find((it) => it.id === id) ??
      taxonomy.vendors.find((it) => it.id === id)
    )?.name ?? ''
  const said = new Set<string>()
  const hits = fields
    .flatMap((reading) => reading.hits)
    .sort((a, b) => rank(a) - rank(b) || a.start - b.start)
  for (const hit of hits) {
    if (said.size >= mostReasons) break
    const { technology, vendor, tier } = hit.meaning
    const where = hit.field === 'title' ? 'The title' : 'The text'
    const what = nameOf(technology ?? vendor ?? '')
    const key = `${where} ${tierWords[tier]} “${hit.quote.replace(/\s+/g, ' ')}” (${what})`
    said.add(key)
  }
  if (signs.cued && said.size > 0) {
    said.add('Words of buying, funding or rule-making stand near it')
  }
  if ((signs.counted || signs.priced) && said.size > 0) {
    said.add('A number of it, or a price, stands right beside it')
  }
  if (signs.onlyBroad && said.size > 0) {
    said.add('Such papers often list surveillance technology, and this one names none so far')
  }
  const isLeftToText = signs.underOpenTitle || signs.underBareTitle || signs.underEmptyTitle
  if (isLeftToText && said.size > 0) {
    said.add('The title leaves it to the text what it is about, and the text names it')
  }
  if (signs.underGrantTitle && said.size > 0) {
    said.add('The title is of a grant to police, and the text names what it pays for')
  }
  if (signs.underSecurityTitle && said.size > 0) {
    said.add('The title is of security work, and the text names cameras')
  }
  for (const { quote, why } of new Set(fields.flatMap((reading) => reading.dropped.slice(0, 2)))) {
    if (said.size >= mostReasons + 2) break
    said.add(`Left out “${quote.replace(/\s+/g, ' ')}”: ${why}`)
  }
  return [...said]
}

function rank(hit: Hit): number {
  return (hit.field === 'title' ? 0 : 10) + order.indexOf(hit.meaning.tier)
}
