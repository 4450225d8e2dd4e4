import { readdirSync } from 'node:fs'
import type { Field } from '../../scrapers/fields.ts'
import { findScraper } from '../../scrapers/index.ts'
import { recogniseAddress } from '../../scrapers/platforms.ts'
import { AppError } from '../../src/model/errors.ts'
import type { ScrapedAgendaItem, ScrapedMeeting } from '../../src/model/meeting.ts'
import type { PageKind, ParsedPage, Scraper } from '../../src/scraping/contract.ts'
import {
  capturesRoot,
  type Entry,
  entriesOf,
  pageOf,
  rawEntriesOf,
  replay,
  zoneOf,
} from '../scrapers/manifest.ts'
import { readFor } from '../scrapers/read-capture.ts'

/** What an adapter made of the recorded pages of its platform. */
export interface Score {
  /** Recorded pages that gave meetings or items. */
  pages: number
  meetings: number
  items: number
  readonly obtained: Set<Field>
}

const ofMeetings: Partial<Record<Field, (meeting: ScrapedMeeting) => unknown>> = {
  time: ({ time }) => time,
  location: ({ location }) => location,
  cancelled: ({ status }) => status === 'cancelled' || status === 'rescheduled',
  remarks: ({ comment, remoteUrl }) => comment ?? remoteUrl,
  agenda: ({ documents }) => documents.some(({ kind }) => kind === 'agenda' || kind === 'packet'),
  minutes: ({ documents }) => documents.some(({ kind }) => kind === 'minutes'),
  video: ({ documents }) => documents.some(({ kind }) => kind === 'video'),
}

const ofItems: Partial<Record<Field, (item: ScrapedAgendaItem) => unknown>> = {
  items: () => true,
  number: ({ number }) => number,
  section: ({ section }) => section,
  consent: ({ consent }) => consent,
  fileNumber: ({ fileNumber }) => fileNumber,
  text: ({ text }) => text,
  files: ({ documents }) => documents.length,
  result: ({ action, result }) => action ?? result,
  votes: ({ votes, rollCall }) => votes.length + rollCall.length,
  matter: ({ matterUpstreamId, matter }) => matterUpstreamId ?? matter,
}

const pageKinds: ReadonlySet<string> = new Set<PageKind>([
  'calendar',
  'meeting',
  'items',
  'matter',
  'attachments',
  'rss',
])

/** Those that read pages no address tells, tried in this order as a person would choose them. */
const anyPage = ['feed', 'proudcity', 'vision', 'plain-page']

function tryScrapers(folder: string, entry: Entry): Scraper[] {
  const recognised = entry.url ? recogniseAddress(entry.url) : undefined
  const names = recognised ? [recognised.platform] : [folder, ...(entry.url ? anyPage : [])]
  return names.flatMap((name) => findScraper(name) ?? [])
}

function tally(score: Score, { meetings = [], agendaItems = [] }: Omit<ParsedPage, 'problems'>) {
  const items = [...agendaItems, ...meetings.flatMap((meeting) => meeting.agendaItems)]
  score.meetings += meetings.length
  score.items += items.length
  for (const [field, has] of Object.entries(ofMeetings)) {
    if (meetings.some((meeting) => has(meeting))) score.obtained.add(field as Field)
  }
  for (const [field, has] of Object.entries(ofItems)) {
    if (items.some((item) => has(item))) score.obtained.add(field as Field)
  }
}

/** Reads every recorded page alone, and every recorded list as a run would, with what stands behind it. */
export async function measure(): Promise<ReadonlyMap<string, Score>> {
  const scores = new Map<string, Score>()
  for (const folder of readdirSync(capturesRoot).sort()) {
    for (const entry of entriesOf(folder)) {
      if (!pageKinds.has(entry.kind)) continue
      for (const scraper of tryScrapers(folder, entry)) {
        const read = await readEntry(scraper, folder, entry)
        if (!read) continue
        const fresh = { pages: 0, meetings: 0, items: 0, obtained: new Set<Field>() }
        const score = scores.get(scraper.platform) ?? fresh
        scores.set(scraper.platform, score)
        score.pages += 1
        tally(score, read)
        break
      }
    }
  }
  return scores
}

const isKnown = (scraper: Scraper, folder: string, entry: Entry) =>
  entry.url &&
  (scraper.recognise(new URL(entry.url)) ?? scraper.recognisePage?.(pageOf(folder, entry)))

async function readEntry(
  scraper: Scraper,
  folder: string,
  entry: Entry,
): Promise<ParsedPage | undefined> {
  try {
    const page = scraper.parsePage(entry.kind as PageKind, pageOf(folder, entry), zoneOf(entry))
    if (page.agendaItems?.length) return page
    if (!page.meetings?.length) return undefined
    if (entry.method !== 'GET' || !isKnown(scraper, folder, entry)) return page
    const { meetings } = await replay(scraper, folder, entry)
    return meetings.length > 0 ? { meetings, problems: [] } : page
  } catch (error) {
    // A refusal is what some of the recorded answers are; other tests hold that they are named.
    if (error instanceof AppError) return undefined
    throw error
  }
}

/** Recorded agendas that carry a list of items, and how many of them give items. */
export function measureAgendas(): { readonly carry: number; readonly give: number } {
  let [carry, give] = [0, 0]
  for (const folder of readdirSync(capturesRoot).sort()) {
    for (const entry of rawEntriesOf(folder)) {
      if (entry.kind !== 'items' || statesNone(entry)) continue
      carry += 1
      const { agendaItems, meetings } = readFor(
        folder.replace(/^legistar-.*/, 'legistar'),
        entry,
        folder,
      )
      if (agendaItems.length > 0 || meetings.some((one) => one.agendaItems.length > 0)) give += 1
    }
  }
  return { carry, give }
}

/** An index of a recording that has no mark yet is no list of items. */
const statesNone = ({ expect: stated }: Entry) => stated?.bookmarks === 0
