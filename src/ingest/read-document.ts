import type { Db, Tx } from '../db/client.ts'
import { raiseContentVersion, raiseStatusVersion } from '../db/queries/content-version.ts'
import type { DueDocument } from '../db/queries/document-due.ts'
import { listItemsOfDocument, storeDocumentEvidence } from '../db/queries/document-evidence.ts'
import {
  clearDocumentFailure,
  type DocumentVersion,
  findNewestVersion,
  findReading,
  listPages,
  recordDocumentFailure,
  recordDocumentProgress,
  storeVersion,
  touchVersion,
  type UnreadDocument,
  type VersionToStore,
} from '../db/queries/document-reading.ts'
import { listParts } from '../db/queries/packet-parts.ts'
import { queueRecognitions } from '../db/queries/page-recognitions.ts'
import { DocumentError } from '../documents/document-error.ts'
import type { DocumentReader } from '../documents/document-reader.ts'
import { sniffMediaType } from '../documents/media-type.ts'
import { AppError } from '../model/errors.ts'
import type { Sha256 } from '../model/ids.ts'
import type { Page } from '../scraping/contract.ts'
import { type CutPacket, findParts, isSameCut, judgeParts, storeParts } from './cut-packets.ts'
import type { Detector } from './detector.ts'
import { judgeDocument, refreshDocuments } from './document-evidence.ts'
import { keepText } from './document-text.ts'
import { judgeItemsOf } from './judge-items.ts'

/** The fetcher of a source, as far as documents need it. */
export interface DocumentFetcher {
  /** Archives what comes. */
  getDocument(url: string): Promise<Page>
}

export interface ReadDocumentDeps {
  readonly db: Db
  readonly fetcher: DocumentFetcher
  readonly reader: DocumentReader
  /** Name and version of the program: what it could not read is tried again by another one. */
  readonly readerVersion: string
  readonly detector: Detector
  now(): Date
  /** Once it is aborted, what goes wrong says nothing about the document and is thrown. */
  readonly signal?: AbortSignal
  /** Part of every write: holds the lease, or throws. */
  keep(tx: Tx): Promise<void>
}

/** What became of one address. */
export type DocumentOutcome =
  | { readonly outcome: 'read' | 'unreadable' | 'unchanged' }
  | {
      readonly outcome: 'failed'
      readonly code: string
      /** Asking the same host again soon may give the same. */
      readonly isPassing: boolean
      readonly retryAt: Date | null
    }

const minuteMs = 60_000
const longestWaitMs = 12 * 60 * minuteMs
const unlikelyWaitMs = 24 * 60 * minuteMs

/** When an address that failed is asked again: soon, then seldom; what will not pass, daily. */
function againAt(now: Date, failures: number, isPassing: boolean, retryAt: Date | null): Date {
  const wait = isPassing
    ? Math.min(30 * minuteMs * 2 ** Math.min(failures, 10), longestWaitMs)
    : unlikelyWaitMs
  return new Date(Math.max(now.getTime() + wait, retryAt?.getTime() ?? 0))
}

const isFetchFault = (error: unknown): error is AppError =>
  error instanceof AppError && /^(fetch_|address_|replay_)/.test(error.code)

/**
 * Fetches one document, reads it if its bytes have not been read before, and judges the items that
 * it hangs on anew, all that is stored in one transaction.
 *
 * @throws {DiskFullError} {DbBusyError} {DbDamagedError} {ClaimLostError}
 */
export async function readDocument(
  sourceId: string,
  document: DueDocument,
  deps: ReadDocumentDeps,
): Promise<DocumentOutcome> {
  let page: Page
  try {
    page = await deps.fetcher.getDocument(document.url)
  } catch (error) {
    if (deps.signal?.aborted || !isFetchFault(error)) throw error
    return await fail(document, error, deps)
  }
  const newest = await findNewestVersion(deps.db.read, document.id)
  if (newest && newest.mediaType !== 'text/html' && sniffMediaType(page.bytes) === 'text/html') {
    const code = 'document_type'
    const message = 'the address gave a web page in place of the file'
    return await storeFailure(
      document,
      { code, message, isPassing: true, isMissing: false, retryAt: null },
      deps,
    )
  }
  if (newest?.sha256 === page.sha256 && !isToBeRead(newest, deps)) {
    return await touch(sourceId, document, newest, deps)
  }
  return await store(sourceId, document, page, newest, deps, null)
}

/** Not read yet, or by a program that could not. */
function isToBeRead({ readAt, pages, reader }: DocumentVersion, deps: ReadDocumentDeps): boolean {
  return readAt === null || (pages === null && reader !== deps.readerVersion)
}

async function fail(
  document: DueDocument,
  error: AppError,
  deps: ReadDocumentDeps,
): Promise<DocumentOutcome> {
  const retryAt = 'retryAt' in error && error.retryAt instanceof Date ? error.retryAt : null
  const { code, message } = error
  const isPassing = error.retry === 'later'
  const isMissing = error.where.status === 404 || error.where.status === 410
  return await storeFailure(document, { code, message, isPassing, isMissing, retryAt }, deps)
}

async function storeFailure(
  document: DueDocument,
  failure: {
    readonly code: string
    readonly message: string
    readonly isPassing: boolean
    readonly isMissing: boolean
    readonly retryAt: Date | null
  },
  { db, now, keep }: ReadDocumentDeps,
): Promise<DocumentOutcome> {
  const { code, message, isPassing, isMissing, retryAt } = failure
  await db.write(async (tx) => {
    await keep(tx)
    const at = now()
    const again = againAt(at, document.failures, isPassing, retryAt)
    await recordDocumentFailure(tx, document.id, { code, message, againAt: again, isMissing }, at)
    if (document.failures === 0 || isMissing) await raiseContentVersion(tx)
  })
  return { outcome: 'failed', code, isPassing, retryAt }
}

/** The same bytes as at the look before; their items are judged only if nobody has done so. */
async function touch(
  sourceId: string,
  document: DueDocument,
  newest: DocumentVersion,
  deps: ReadDocumentDeps,
): Promise<DocumentOutcome> {
  const { db, now, keep } = deps
  const cut = await cutAgain(document, newest, deps)
  const isJudgedAnew = await refreshOthers(document, cut, deps)
  await db.write(async (tx) => {
    await keep(tx)
    await touchVersion(tx, newest.id, now())
    const isMended = await clearDocumentFailure(tx, document.id)
    if (isMended || cut) await raiseContentVersion(tx)
    const version = { documentId: document.id, versionId: newest.id, sha256: newest.sha256 }
    const others = cut ? await storeParts(tx, version, cut, now()) : []
    if (isJudgedAnew || cut)
      await judgeItemsOf(tx, { sourceId, documentId: document.id }, others, deps)
  })
  return { outcome: 'unchanged' }
}

/** The packet cut anew where its meeting has other items now; `null`: it is as it was. */
async function cutAgain(
  document: DueDocument,
  newest: DocumentVersion,
  { db, detector }: ReadDocumentDeps,
): Promise<CutPacket | null> {
  if (newest.pages === null || newest.pages < 2) return null
  const pages = await listPages(db.read, newest.id)
  const read = { pages, pageCount: newest.pages, contents: newest.contents }
  const parts = await findParts(db, document.id, read)
  if (isSameCut(parts, await listParts(db.read, newest.id))) return null
  return await judgeParts(parts, pages, detector)
}

/** Items are judged with all their documents, so that all must have been judged by this detector. */
async function refreshOthers(
  document: Pick<DueDocument, 'id' | 'isOfItem'>,
  cut: CutPacket | null,
  deps: Pick<ReadDocumentDeps, 'db' | 'detector' | 'now'>,
): Promise<boolean> {
  const others = cut?.parts.map(({ itemId }) => itemId) ?? []
  if (!document.isOfItem && others.length === 0) return false
  const items = await listItemsOfDocument(deps.db.read, document.id, others)
  return (await refreshDocuments({ itemIds: items.map(({ id }) => id) }, deps)) > 0
}

type Reading = Pick<
  VersionToStore,
  'mediaType' | 'reader' | 'pages' | 'errorCode' | 'errorMessage' | 'contents' | 'texts'
> & {
  /** Pages to be recognised, where these bytes are read for the first time. */
  readonly pictures: readonly number[]
}

/** The text of the bytes: from the same ones read before, else by the reader. */
async function textOf(
  page: Held,
  { db, reader, readerVersion, signal }: Omit<ReadDocumentDeps, 'fetcher'>,
): Promise<Reading> {
  const known = await findReading(db.read, page.sha256, readerVersion)
  if (known) {
    const { mediaType, pages, errorCode, errorMessage, contents } = known
    return {
      mediaType,
      pages,
      errorCode,
      errorMessage,
      contents,
      reader: known.reader ?? '',
      texts: known.id,
      pictures: [],
    }
  }
  try {
    const text = await reader.read(page.bytes, page.contentType)
    const { mediaType } = text
    return { mediaType, reader: `${text.reader} ${text.version}`, ...keepText(text) }
  } catch (error) {
    if (signal?.aborted || !(error instanceof DocumentError)) throw error
    return {
      mediaType: sniffMediaType(page.bytes),
      reader: readerVersion,
      pages: null,
      errorCode: error.code,
      errorMessage: error.message,
      contents: null,
      texts: [],
      pictures: [],
    }
  }
}

/**
 * Reads the archived bytes of a document once more that an older program could not read. Nothing is
 * asked of the portal, so that what is known of its address stays as it was.
 *
 * @throws {DiskFullError} {DbBusyError} {DbDamagedError}
 */
export async function readAgain(
  { sourceId, document, version }: UnreadDocument,
  bytes: Uint8Array,
  deps: Omit<ReadDocumentDeps, 'fetcher' | 'keep'>,
): Promise<DocumentOutcome> {
  const { sha256, mediaType } = version
  const held = { bytes, sha256: sha256 as Sha256, contentType: mediaType }
  const keep = async () => undefined
  return await store(sourceId, document, held, version, { ...deps, keep }, version.lastSeenAt)
}

/** What came from an address, or was kept from it. */
type Held = Pick<Page, 'bytes' | 'sha256' | 'contentType' | 'headers'>

/** `seenAt` is when the address gave these bytes; `null` for just now. */
async function store(
  sourceId: string,
  document: Pick<DueDocument, 'id' | 'isOfItem'>,
  page: Held,
  newest: DocumentVersion | undefined,
  deps: Omit<ReadDocumentDeps, 'fetcher'>,
  seenAt: Date | null,
): Promise<DocumentOutcome> {
  const { db, detector, now, keep } = deps
  const { pictures, ...reading } = await textOf(page, deps)
  const isRead = reading.pages !== null
  const { texts } = reading
  const pages = typeof texts === 'number' ? await listPages(db.read, texts) : texts
  const detection = document.isOfItem && isRead ? await judgeDocument(pages, detector) : null
  const read = { pages, pageCount: reading.pages ?? 0, contents: reading.contents }
  const cut = await judgeParts(await findParts(db, document.id, read), pages, detector)
  const mayTell =
    newest !== undefined ||
    cut.parts.length > 0 ||
    (detection !== null && detection.band !== 'none')
  if (mayTell) await refreshOthers(document, cut, deps)
  await db.write(async (tx) => {
    await keep(tx)
    if (seenAt === null) await clearDocumentFailure(tx, document.id)
    const versionId = await storeVersion(tx, {
      ...reading,
      documentId: document.id,
      sha256: page.sha256,
      sizeBytes: page.bytes.length,
      headers: page.headers ?? null,
      seenAt: seenAt ?? now(),
    })
    if (isRead && pictures.length > 0) {
      await queueRecognitions(tx, page.sha256, pictures, now())
    }
    if (detection) {
      await storeDocumentEvidence(tx, page.sha256, JSON.stringify(detection), now())
    }
    const version = { documentId: document.id, versionId, sha256: page.sha256 }
    const others = await storeParts(tx, version, cut, now())
    const hasItems = document.isOfItem || others.length > 0
    if (mayTell && hasItems)
      await judgeItemsOf(tx, { sourceId, documentId: document.id }, others, deps)
    if (isRead && newest?.pages == null) {
      await recordDocumentProgress(tx, sourceId, { read: 1, findings: 0 })
    }
    await raiseContentVersion(tx)
    await raiseStatusVersion(tx)
  })
  return { outcome: isRead ? 'read' : 'unreadable' }
}
