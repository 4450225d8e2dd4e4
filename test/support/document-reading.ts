import { createHash } from 'node:crypto'
import type { Db } from '../../src/db/client.ts'
import { claimDocumentJob } from '../../src/db/queries/document-jobs.ts'
import { createDetector } from '../../src/detect/detect.ts'
import { DocumentError } from '../../src/documents/document-error.ts'
import type { DocumentReader } from '../../src/documents/document-reader.ts'
import { createPage } from '../../src/http/page.ts'
import type { ReadDocumentDeps } from '../../src/ingest/read-document.ts'
import { readDocuments } from '../../src/ingest/read-documents.ts'
import { AppError, type Retry } from '../../src/model/errors.ts'
import type { Sha256 } from '../../src/model/ids.ts'
import type { Page } from '../../src/scraping/contract.ts'

/** What an address gives: a text whose pages are parted by form feeds, or why it gives nothing. */
export type Served = string | Error

/** An error as the client throws it. */
export class FetchFault extends AppError {
  readonly cure = 'Ask again'
  readonly code: string
  readonly retry: Retry

  constructor(code: string, retry: Retry) {
    super(`The host said ${code}`)
    this.code = code
    this.retry = retry
  }
}

export const detector = createDetector()
const log = { info: () => undefined, warn: () => undefined, error: () => undefined }

export const sha256Of = (text: string) =>
  createHash('sha256').update(Buffer.from(text)).digest('hex') as Sha256

/** A desk at which documents are read: addresses and their bytes, and what was asked of whom. */
export function documentDesk(db: Db, clock: { readonly now: Date }) {
  const served = new Map<string, Served>()
  const asked: string[] = []
  const readHashes: string[] = []
  let claims = 0

  const fetcher: ReadDocumentDeps['fetcher'] = {
    async getDocument(url): Promise<Page> {
      asked.push(url)
      const body = served.get(url)
      if (body === undefined) throw new FetchFault('fetch_status', 'never')
      if (typeof body !== 'string') throw body
      const bytes = new Uint8Array(Buffer.from(body))
      return createPage({
        url,
        finalUrl: url,
        status: 200,
        contentType: 'application/pdf',
        fetchedAt: clock.now,
        bytes,
        sha256: sha256Of(body),
        isUnchanged: false,
        headers: { etag: '1' },
      })
    },
  }
  const reader: DocumentReader = {
    async read(bytes) {
      const text = Buffer.from(bytes).toString()
      readHashes.push(sha256Of(text))
      if (text.startsWith('encrypted')) {
        throw new DocumentError('document_encrypted', 'It asks for a password')
      }
      return {
        sha256: sha256Of(text),
        mediaType: 'application/pdf',
        reader: 'fake',
        version: '1',
        pages: text.split('\f').map((page, at) => ({
          page: at + 1,
          text: page === 'picture' ? null : page,
          ocr: false,
          needsOcr: page === 'picture',
          width: null,
          height: null,
        })),
        outline: [],
        links: [],
        problems: [],
      }
    },
    close: () => undefined,
  }

  return {
    served,
    asked,
    readHashes,
    /** One turn at the documents of the source; `undefined` when none are asked for. */
    async turn(over: Partial<Parameters<typeof readDocuments>[1]> = {}) {
      const leaseMs = 600_000
      const terms = { now: clock.now, token: `documents-${++claims}`, leaseMs }
      const job = await db.write((tx) => claimDocumentJob(tx, terms))
      if (!job) return undefined
      return await readDocuments(job, {
        db,
        fetcher,
        reader,
        readerVersion: 'watchdocket 1',
        detector,
        now: () => clock.now,
        log,
        leaseMs,
        ...over,
      })
    },
  }
}
