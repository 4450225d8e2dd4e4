import { fieldLabels, publishedFields } from '../../scrapers/fields.ts'
import { platforms, unverified } from '../../scrapers/platforms.ts'
import { readDirectory } from '../../src/directory/read.ts'
import type { Score } from './measure.ts'

const head = `# Platforms

What the adapters make of recorded answers of real portals. \`npm run scorecard\` writes this page; a test holds that it is true.

- **portals**: rows of the shipped directory.
- **read**: \`yes\`, or \`unverified\` where no recording of a real portal's list was at hand: the adapter is built from the
  platform's public description and nobody has seen it work.
- **pages, meetings, items**: recorded pages that gave something, and what they gave; a list is read as a run would, with the
  agendas that were recorded beside it.
- **fields**: obtained from the recordings, of those the platform publishes at all (\`scrapers/fields.ts\`).
- **not seen**: fields it publishes that no recording gave: hidden from the adapter, or in no recording.

{agendas}

An address of any of them is recognised when it is pasted, and a city's own page is followed to its portal
(\`watchdocket recognise\`). What each gives and hides, and its quirks, are in \`scrapers/<id>/README.md\`.

| id | platform | portals | read | pages | meetings | items | fields | not seen |
|---|---|---|---|---|---|---|---|---|`

/** The scorecard as it is committed: the platform with the most portals first. */
export function toMarkdown(
  scores: ReadonlyMap<string, Score>,
  agendas: { readonly carry: number; readonly give: number },
): string {
  const counts = new Map<string, number>()
  for (const { platform } of readDirectory().rows) {
    counts.set(platform, (counts.get(platform) ?? 0) + 1)
  }
  const portals = (id: string) => counts.get(id) ?? 0
  const rows = platforms
    .toSorted((a, b) => portals(b.id) - portals(a.id))
    .map(({ id, label }) => {
      const score = scores.get(id)
      const published = publishedFields(id)
      const obtained = published.filter((field) => score?.obtained.has(field))
      const missing = published.filter((field) => !score?.obtained.has(field))
      const cells = [
        `\`${id}\``,
        label,
        portals(id),
        unverified.has(id) ? 'unverified' : 'yes',
        score?.pages ?? 0,
        score?.meetings ?? 0,
        score?.items ?? 0,
        `${obtained.length} / ${published.length}`,
        score ? missing.map((field) => fieldLabels[field]).join(', ') || '–' : 'all',
      ]
      return `| ${cells.join(' | ')} |`
    })
  const share = Math.floor((agendas.give / agendas.carry) * 100)
  const told = `${agendas.give} of the ${agendas.carry} recorded agendas that carry a list of items give items (${share} %).`
  return `${head.replace('{agendas}', told)}\n${rows.join('\n')}\n`
}
