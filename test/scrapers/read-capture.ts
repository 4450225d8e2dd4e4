import { findScraper } from '../../scrapers/index.ts'
import { recogniseAddress } from '../../scrapers/platforms.ts'
import { AppError } from '../../src/model/errors.ts'
import type { PageKind, ParsedPage } from '../../src/scraping/contract.ts'
import { type Entry, pageOf, zoneOf } from './manifest.ts'

/** What reads the pages of one product's modules, and of any city: the one that finds most is meant. */
const families: Readonly<Record<string, readonly string[]>> = {
  civicplus: ['civicplus', 'civicengage', 'feed'],
  generic: ['feed', 'openmedia', 'proudcity', 'vision', 'plain-page'],
}

/** A recorded page as its adapter reads it; of several adapters that know it, by the richest. */
export function readFor(
  folder: string,
  entry: Entry,
  /** Where it is kept, if not in a folder of the adapter's name. */
  kept = folder,
): Required<Omit<ParsedPage, 'matters' | 'problems'>> & { platform: string } {
  const told = entry.url ? recogniseAddress(entry.url)?.platform : undefined
  const names = [...new Set([told ?? folder, ...(families[folder] ?? [folder])])]
  const reads = names.flatMap((platform) => {
    try {
      const read = findScraper(platform)?.parsePage(
        entry.kind as PageKind,
        pageOf(kept, entry),
        zoneOf(entry),
      )
      const { meetings = [], agendaItems = [], documents = [] } = read ?? {}
      return [{ platform, meetings, agendaItems, documents }]
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      return []
    }
  })
  const size = (read: (typeof reads)[number]) =>
    read.meetings.length + read.agendaItems.length + read.documents.length
  const [best] = reads.sort((a, b) => size(b) - size(a))
  return best ?? { platform: names.join(), meetings: [], agendaItems: [], documents: [] }
}
