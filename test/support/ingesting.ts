import type { Db } from '../../src/db/client.ts'
import { addSource, claimSource, type NewSource } from '../../src/db/queries/sources.ts'
import type { Detector } from '../../src/ingest/detector.ts'
import { type IngestDeps, ingestSource } from '../../src/ingest/pipeline.ts'
import type { RunReport } from '../../src/ingest/run-report.ts'
import type { Detection, Evidence } from '../../src/model/detection.ts'
import type { ScrapedMeeting } from '../../src/model/meeting.ts'
import type { Fetcher, ScrapeContext, Scraper, SeenMeeting } from '../../src/scraping/contract.ts'
import { readText } from './read-text.ts'

export const riverton: NewSource = {
  jurisdiction: {
    divisionId: null,
    name: 'Riverton',
    state: 'WA',
    type: 'city',
    timeZone: 'America/Los_Angeles',
  },
  platform: 'fake',
  client: 'riverton',
  portalUrl: 'https://riverton.example/calendar',
  options: {},
  isReadable: true,
}

export const sourceId = 'riverton-wa-fake'

/** Finds two words, so that a test can tell what was detected from what. */
export const wordDetector: Detector = {
  version: 'words-1',
  detect: ({ title, text = '' }): Detection => {
    const evidence = [...evidenceIn(title, 'title'), ...evidenceIn(text, 'text')]
    const technologies = [...new Set(evidence.map(({ technology }) => technology ?? ''))]
    return {
      relevant: evidence.length > 0,
      support: evidence.length > 0 ? 0.9 : 0,
      score: evidence.length > 0 ? 0.9 : 0,
      band: evidence.length > 0 ? 'found' : 'none',
      technologies,
      vendors: [],
      role: null,
      action: null,
      facts: {
        amountUsd: null,
        amounts: [],
        committed: null,
        stated: [],
        missing: [],
        pagesRead: 0,
        conflicts: [],
      },
      evidence,
      reasons: evidence.map(({ term }) => `names ${term}`),
      version: 'words-1',
    }
  },
}

function evidenceIn(text: string, field: 'title' | 'text'): Evidence[] {
  return [...text.matchAll(/licence plate readers|drones/gi)].map((match) => ({
    quote: match[0],
    start: match.index,
    end: match.index + match[0].length,
    term: match[0].toLowerCase(),
    field,
    technology: match[0].toLowerCase() === 'drones' ? 'drone' : 'alpr',
    vendor: null,
  }))
}

export const noFetcher: Fetcher = {
  get: () => Promise.reject(new Error('This test fetches nothing')),
  post: () => Promise.reject(new Error('This test fetches nothing')),
}

/** An adapter that yields what it is told to, and throws where it is told to. */
export function fakeScraper(
  read: (context: ScrapeContext) => Iterable<ScrapedMeeting | SeenMeeting | Error>,
  version = 1,
): Scraper {
  return {
    platform: 'fake',
    label: 'Fake',
    version,
    recognise: () => undefined,
    async *meetings(_target, context) {
      for (const found of read(context)) {
        if (found instanceof Error) throw found
        yield found
      }
    },
    parsePage: () => ({ problems: [] }),
  }
}

const log = { info: () => undefined, warn: () => undefined, error: () => undefined }

/** One council and a clock: each `read` is one run at the clock's time. */
export async function watch(db: Db, start: Date, over: Partial<NewSource> = {}) {
  const clock = { now: start }
  await db.write((tx) => addSource(tx, { ...riverton, ...over }, start))
  let reads = 0
  return {
    clock,
    pass: (ms: number) => {
      clock.now = new Date(clock.now.getTime() + ms)
    },
    async read(
      found: Iterable<ScrapedMeeting | SeenMeeting | Error> | Scraper,
      deps: Partial<IngestDeps> = {},
    ): Promise<RunReport> {
      const terms = { now: clock.now, token: `run-${++reads}`, leaseMs: 600_000 }
      const claimed = await db.write((tx) => claimSource(tx, sourceId, terms))
      if (!claimed) throw new Error('The source is held by somebody else')
      return await ingestSource(claimed, {
        db,
        scraper: 'platform' in found ? found : fakeScraper(() => found),
        fetcher: noFetcher,
        detector: wordDetector,
        readText,
        readerVersion: 'test 1',
        now: () => clock.now,
        random: () => 0.5,
        log,
        ...deps,
      })
    },
  }
}
