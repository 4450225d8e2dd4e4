import type { Db } from '../db/client.ts'
import { raiseContentVersion } from '../db/queries/content-version.ts'
import { listItemsOfDocument, storeDocumentEvidence } from '../db/queries/document-evidence.ts'
import { findNewestVersion, listPages, type StoredPage } from '../db/queries/document-reading.ts'
import {
  countAttempts,
  failRecognition,
  listUnrecognised,
  noteUnrecognised,
  type PageRecognised,
  type RecognitionJob,
  releaseRecognition,
  storeRecognised,
} from '../db/queries/page-recognitions.ts'
import { DocumentError } from '../documents/document-error.ts'
import type { DocumentPage } from '../documents/document-text.ts'
import type { Recogniser } from '../documents/recogniser.ts'
import type { Log } from '../log.ts'
import { findParts, judgeParts, storeParts } from './cut-packets.ts'
import type { Detector } from './detector.ts'
import { judgeDocument, refreshDocuments } from './document-evidence.ts'
import { cleanText, picturesLeft } from './document-text.ts'
import { judgeItemsOf } from './judge-items.ts'

export interface RecognisePagesDeps {
  readonly db: Db
  /** Archived bytes; `undefined` for what is missing or damaged. */
  readHeld(sha256: string): Promise<Uint8Array | undefined>
  readonly recogniser: Recogniser
  readonly detector: Detector
  readonly log: Log
  now(): Date
  readonly onChange?: () => void
  /** Once it is aborted, what goes wrong says nothing about the pages. */
  readonly signal?: AbortSignal
}

const hourMs = 3_600_000
const mostAttempts = 3

function asRecognised({ page, text, words = [] }: DocumentPage): PageRecognised {
  const sure = words.map(({ confidence = 0 }) => confidence)
  const mean = sure.length > 0 ? sure.reduce((sum, each) => sum + each, 0) / sure.length : null
  return {
    page,
    text: cleanText(text ?? ''),
    words,
    confidence: mean === null ? null : Math.round(mean * 1_000) / 1_000,
  }
}

/**
 * Recognises some pages that are pictures, stores their words as text of their document, and judges
 * the items anew that it hangs on.
 *
 * @throws {DiskFullError} {DbBusyError} {DbDamagedError} when nothing can be stored: the lease lapses.
 */
export async function recognisePages(job: RecognitionJob, deps: RecognisePagesDeps): Promise<void> {
  const { db, recogniser, log, now, signal } = deps
  try {
    const bytes = await deps.readHeld(job.sha256)
    if (!bytes) throw new DocumentError('document_damaged', 'The archived file is gone or damaged')
    const pages = (await recogniser.recognise(bytes, job.pages)).map(asRecognised)
    await store(job, pages, await recogniser.name(), deps)
    log.info('pages recognised', { sha256: job.sha256, pages: pages.length })
  } catch (error) {
    if (signal?.aborted) return await db.write((tx) => releaseRecognition(tx, job))
    if (!(error instanceof DocumentError)) throw error
    const attempts = (await countAttempts(db.read, job)) + 1
    const againAt =
      attempts < mostAttempts ? new Date(now().getTime() + hourMs * 2 ** attempts) : null
    await db.write((tx) => failRecognition(tx, job, { code: error.code, againAt }))
    log.warn('pages not recognised', { sha256: job.sha256, code: error.code })
  }
}

async function store(
  job: RecognitionJob,
  pages: readonly PageRecognised[],
  engine: string,
  { db, detector, now, onChange }: RecognisePagesDeps,
): Promise<void> {
  const versions = await db.write(async (tx) => {
    const stored = await storeRecognised(tx, job, pages, { engine, at: now() })
    const left = await listUnrecognised(tx, job.sha256)
    if (stored) await noteUnrecognised(tx, job.sha256, picturesLeft(left))
    if (stored) await raiseContentVersion(tx)
    return stored
  })
  const [version] = versions ?? []
  if (!versions || !version) return
  const texts = await listPages(db.read, version.id)
  const detection = await judgeDocument(texts, detector)
  await db.write((tx) => storeDocumentEvidence(tx, job.sha256, JSON.stringify(detection), now()))
  const documents = new Map(versions.map((each) => [each.documentId, each] as const))
  for (const document of documents.values()) {
    const cut = await cutAnew(document.documentId, { sha256: job.sha256, texts }, { db, detector })
    const cutFor = cut?.packet.parts.map(({ itemId }) => itemId) ?? []
    // Items are judged with all their documents, so that all must have been judged by this detector.
    const items = await listItemsOfDocument(db.read, document.documentId, cutFor)
    await refreshDocuments({ itemIds: items.map(({ id }) => id) }, { db, detector, now })
    await db.write(async (tx) => {
      const others = cut ? await storeParts(tx, cut.version, cut.packet, now()) : []
      await judgeItemsOf(tx, document, others, { detector, now })
    })
  }
  onChange?.()
}

/**
 * A packet cut and judged by its words as they are now: cover sheets and reports may be pictures.
 * `undefined` where its address has given other bytes since.
 */
async function cutAnew(
  documentId: number,
  { sha256, texts }: { readonly sha256: string; readonly texts: readonly StoredPage[] },
  { db, detector }: Pick<RecognisePagesDeps, 'db' | 'detector'>,
) {
  const newest = await findNewestVersion(db.read, documentId)
  if (newest?.sha256 !== sha256 || newest.pages === null) return undefined
  const { id: versionId, pages: pageCount, contents } = newest
  const parts = await findParts(db, documentId, { pages: texts, pageCount, contents })
  const packet = await judgeParts(parts, texts, detector)
  return { version: { documentId, versionId, sha256 }, packet }
}
