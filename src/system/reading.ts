import { findScraper } from '../../scrapers/index.ts'
import type { Db } from '../db/client.ts'
import type { DocumentJob } from '../db/queries/document-jobs.ts'
import { createFetchMemory } from '../db/queries/fetches.ts'
import type { RecognitionJob } from '../db/queries/page-recognitions.ts'
import { type ClaimedSource, getSource, type SourceToRead } from '../db/queries/sources.ts'
import type { Archive } from '../documents/archive.ts'
import type { DocumentReader } from '../documents/document-reader.ts'
import { readersVersion } from '../documents/media-type.ts'
import { readHeld } from '../documents/read-held.ts'
import type { Recogniser } from '../documents/recogniser.ts'
import type { Http } from '../http/http.ts'
import type { Detector } from '../ingest/detector.ts'
import { ingestSource } from '../ingest/pipeline.ts'
import { type DocumentsReport, readDocuments } from '../ingest/read-documents.ts'
import { recognisePages } from '../ingest/recognise-pages.ts'
import { redetectItems } from '../ingest/redetect.ts'
import { rereadDocuments } from '../ingest/reread-documents.ts'
import type { RunReport } from '../ingest/run-report.ts'
import type { Log } from '../log.ts'
import type { Scraper } from '../scraping/contract.ts'
import { programVersion } from './program.ts'

export interface ReadingParts {
  readonly db: Db
  readonly http: Http
  readonly archive: Archive
  readonly reader: DocumentReader
  readonly recogniser: Recogniser
  readonly detector: Detector
  readonly log: Log
  now(): Date
  random(): number
  changed(): void
  /** Divides the time to the next read. */
  readonly haste: number
  readonly signal: AbortSignal
}

export interface Reading {
  /** Reads one claimed source to its end. */
  read(source: ClaimedSource): Promise<RunReport>
  /** Reads some of the documents of one source that are due. */
  readDocuments(job: DocumentJob, leaseMs: number): Promise<DocumentsReport>
  /** Recognises some pages that are pictures. */
  recognise(job: RecognitionJob): Promise<void>
  /** Reads once more what an older program could not read. */
  reread(): Promise<void>
  /** Looks again at items that an older detector judged, until none is left. */
  redetect(): Promise<void>
}

/** What could not be read is tried again when this changes. */
const readerVersion = `watchdocket ${programVersion} readers ${readersVersion}`

/** Sources of other platforms are never claimed: their state is `unreadable`. */
function getScraper(platform: string): Scraper {
  const scraper = findScraper(platform)
  if (!scraper) throw new Error(`No adapter for the platform ${platform}`)
  return scraper
}

/** Hands each source its adapter and a client of its own. */
export function createReading(parts: ReadingParts): Reading {
  const {
    db,
    http,
    archive,
    reader,
    recogniser,
    detector,
    log,
    now,
    random,
    changed,
    haste,
    signal,
  } = parts

  function openFetcher(source: SourceToRead) {
    const { permissionBy, permissionOn, permissionNote } = source
    const memory = createFetchMemory(db, source.id)
    const permission =
      permissionBy && permissionOn && permissionNote
        ? { by: permissionBy, on: permissionOn, note: permissionNote }
        : null
    return { memory, fetcher: http.fetcherFor({ memory, archive, permission, signal }) }
  }

  return {
    async read(source) {
      const { fetcher } = openFetcher(source)
      return await ingestSource(source, {
        db,
        scraper: getScraper(source.platform),
        fetcher,
        detector,
        readText: (page) => reader.read(page.bytes, page.contentType),
        readerVersion,
        now,
        random,
        log,
        onChange: changed,
        haste,
        signal,
      })
    },
    async readDocuments(job, leaseMs) {
      const { memory, fetcher } = openFetcher(await getSource(db.read, job.sourceId))
      const report = await readDocuments(job, {
        db,
        fetcher,
        reader,
        readerVersion,
        detector,
        now,
        log,
        leaseMs,
        onChange: changed,
        signal,
      })
      await memory.flush()
      return report
    },
    async recognise(job) {
      await recognisePages(job, {
        db,
        readHeld: readHeld(archive),
        recogniser,
        detector,
        log,
        now,
        onChange: changed,
        signal,
      })
    },
    async reread() {
      await rereadDocuments({
        db,
        readHeld: readHeld(archive),
        reader,
        readerVersion,
        detector,
        log,
        now,
        onChange: changed,
        signal,
      })
    },
    async redetect() {
      while (!signal.aborted && (await redetectItems({ db, detector, now })) > 0) changed()
    },
  }
}
