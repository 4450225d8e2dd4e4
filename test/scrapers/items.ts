import { describe, expect, it } from 'vitest'
import { findScraper } from '../../scrapers/index.ts'
import {
  compare,
  type Entry,
  entriesOf,
  type Facts,
  hasCaptures,
  pageOf,
  zoneOf,
} from './manifest.ts'

/** Stated of the part before the first tag that does not match; the file goes on after it. */
const cutShort = 'akron-public-schools-oh/xml-activemeetings.xml'

const folders = ['civicclerk', 'onbase', 'boarddocs', 'civicweb', 'simbli', 'destiny']
const hasAny = hasCaptures('civicclerk')

const factsOf = ({ expect: stated }: Entry): Facts =>
  (stated?.verified as Facts | undefined) ?? stated ?? {}

describe.skipIf(!hasAny)('recorded agendas', () => {
  const entries = folders.flatMap((folder) =>
    entriesOf(folder)
      .filter(({ kind }) => kind === 'items')
      .map((entry) => ({ folder, entry, file: entry.file })),
  )

  it.each(entries)('$folder $file', ({ folder, entry, file }) => {
    const facts = factsOf(entry)
    const read = findScraper(folder)?.parsePage('items', pageOf(folder, entry), zoneOf(entry))
    const meetings = read?.meetings ?? []
    const all =
      meetings.length > 0
        ? meetings.flatMap(({ agendaItems }) => agendaItems)
        : (read?.agendaItems ?? [])
    const items = all.filter(({ isHeading }) => !isHeading)
    const ids = new Set(all.map(({ upstreamId }) => upstreamId)).size
    const made = {
      items: items.length,
      totalItems: items.length,
      treeItems: all.length,
      bookmarks: all.length,
      distinctItemIds: ids,
      attachments: all.flatMap(({ documents }) => documents).length,
      meetings: meetings.length,
    }
    const both = compare(facts, made)
    if (file === cutShort) expect(all.length).toBeGreaterThan(Number(facts.totalItems))
    else expect(both.made).toEqual(both.told)
    const titles = all.map(({ number, title }) => `${number ?? ''} ${title}`)
    for (const first of [
      facts.first,
      facts.firstItems,
      facts.firstTitles,
      facts.firstItemTitles,
    ].flat()) {
      if (typeof first !== 'string') continue
      expect(titles.some((title) => title.includes(first))).toBe(true)
    }
  })
})
