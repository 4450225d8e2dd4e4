import { createHash } from 'node:crypto'
import { constants } from 'node:os'
import { shorten } from '../model/errors.ts'
import type { Sha256 } from '../model/ids.ts'
import { DocumentError } from './document-error.ts'
import type { DocumentText, PageWord } from './document-text.ts'
import { judgeMediaType, sniffMediaType } from './media-type.ts'
import { hasPictures } from './page-place.ts'
import { findReaderLayers, type ReaderLayers, readerCommand } from './reader-layers.ts'
import { createReaderPool, type PoolOptions, type ReaderPool } from './reader-pool.ts'
import { largestDocument, refuseSize, refuseType } from './refuse.ts'

/** Turns the bytes of published files into text, in processes that can be killed. */
export interface DocumentReader {
  /**
   * The text of a document by page. `declaredType` is what the server or the file's name said, "" for
   * nothing; the bytes decide, and a disagreement is a problem of the result.
   *
   * @throws {DocumentError} when nothing of it can be read. A document of pictures is no error: its
   * pages say `needsOcr`.
   */
  read(
    bytes: Uint8Array,
    declaredType: string,
    wants?: { readonly words: boolean },
  ): Promise<DocumentText>
  /** Ends the reading processes. */
  close(): void
}

/** Draws pages of published files, in processes that can be killed. */
export interface PageDrawer {
  /**
   * A page of a PDF, a picture or a file in a file as PNG, with the words of quotes marked.
   *
   * @throws {DocumentError} `document_type` for what has no pages to draw, and every other way in
   *   which drawing can fail.
   */
  picture(bytes: Uint8Array, asked: PictureAsked): Promise<Uint8Array>
}

export interface PictureAsked {
  /** From 1. */
  readonly page: number
  /** Pixels across. */
  readonly width: number
  readonly quotes: readonly string[]
  /** Words of the page as they were recognised; none where its own text places them. */
  readonly words: readonly PageWord[]
}

export interface DocumentReaderOptions {
  /** Program of the reading process; the shipped one unless told. */
  readonly entry?: string
  /** Arguments of Node before the program: a loader, when the program is not compiled. */
  readonly execArgv?: readonly string[]
  /** Looked for at the first document unless told. */
  readonly layers?: ReaderLayers
  /** Bytes of a document at most. */
  readonly sizeBytes?: number
  readonly pool?: Partial<Omit<PoolOptions, 'command'>>
}

const mebibyte = 1024 * 1024

/** Bounds of one process that reads, as measured: a packet of 300 pages takes it some 2 s and 200 MB. */
export const readingBounds: Omit<PoolOptions, 'command'> = {
  children: 2,
  wallMs: 45_000,
  limits: { pages: 2_000, textLength: 20 * mebibyte },
  outputBytes: 64 * mebibyte,
  filesPerChild: 20,
  bytesPerChild: 64 * mebibyte,
  cpuMsPerChild: 40_000,
  idleMs: 30_000,
  priority: constants.priority.PRIORITY_BELOW_NORMAL,
}

/** Makes the one door to reading. Nothing is started before the first document. */
export function createDocumentReader(
  options: DocumentReaderOptions = {},
): DocumentReader & PageDrawer {
  let pool: Promise<ReaderPool> | undefined
  let isClosed = false
  const sizeLimit = options.sizeBytes ?? largestDocument

  async function open(): Promise<ReaderPool> {
    const layers = options.layers ?? (await findReaderLayers())
    const command = readerCommand(layers, options.entry, options.execArgv)
    const opened = createReaderPool({ ...readingBounds, ...options.pool, command })
    if (isClosed) opened.close()
    return opened
  }

  return {
    async read(bytes, declaredType, { words } = { words: false }) {
      refuseSize(bytes.length, sizeLimit)
      const { mediaType, agreesWithDeclared } = judgeMediaType(bytes, declaredType)
      refuseType(mediaType)
      pool ??= open()
      const { pictures: _, ...result } = await (await pool).run(bytes, mediaType, {
        kind: 'read',
        words,
      })
      if (result.pages.every((page) => page.text === '')) {
        throw new DocumentError('document_damaged', 'The file holds no words and no pictures')
      }
      return {
        sha256: createHash('sha256').update(bytes).digest('hex') as Sha256,
        mediaType,
        ...result,
        problems: agreesWithDeclared
          ? result.problems
          : [disagreement(declaredType, mediaType), ...result.problems],
      }
    },
    async picture(bytes, asked) {
      refuseSize(bytes.length, sizeLimit)
      const mediaType = sniffMediaType(bytes)
      if (!hasPictures(mediaType)) {
        throw new DocumentError('document_type', `Pages of ${mediaType} are not drawn`)
      }
      pool ??= open()
      const { pictures } = await (await pool).run(bytes, mediaType, { kind: 'picture', ...asked })
      const [picture] = pictures
      if (picture) return picture.png
      throw new DocumentError('reader_died', 'The reader sent no picture')
    },
    close() {
      isClosed = true
      void pool?.then((opened) => opened.close())
    },
  }
}

const disagreement = (declared: string, mediaType: string) => ({
  code: 'document_type' as const,
  message: `Published as ${shorten(declared)}, but the file is ${mediaType}`,
  pages: [],
})
