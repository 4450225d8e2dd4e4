import { createHash } from 'node:crypto'
import { shorten } from '../model/errors.ts'
import type { Sha256 } from '../model/ids.ts'
import { DocumentError } from './document-error.ts'
import type { DocumentText } from './document-text.ts'
import { isReadable, judgeMediaType } from './media-type.ts'
import { findReaderLayers, type ReaderLayers, readerCommand } from './reader-layers.ts'
import { createReaderPool, type PoolOptions, type ReaderPool } from './reader-pool.ts'

/** Turns the bytes of published files into text, in processes that can be killed. */
export interface DocumentReader {
  /**
   * The text of a document by page. `declaredType` is what the server or the file's name said, "" for
   * nothing; the bytes decide, and a disagreement is a problem of the result.
   *
   * @throws {DocumentError} when nothing of it can be read. A document of pictures is no error: its
   * pages say `needsOcr`.
   */
  read(bytes: Uint8Array, declaredType: string): Promise<DocumentText>
  /** Ends the reading processes. */
  close(): void
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

const defaults: Omit<PoolOptions, 'command'> = {
  children: 2,
  wallMs: 45_000,
  limits: { pages: 2_000, textLength: 20 * mebibyte },
  outputBytes: 64 * mebibyte,
  filesPerChild: 20,
  bytesPerChild: 64 * mebibyte,
  cpuMsPerChild: 40_000,
  idleMs: 30_000,
}

/** Makes the one door to reading. Nothing is started before the first document. */
export function createDocumentReader(options: DocumentReaderOptions = {}): DocumentReader {
  let pool: Promise<ReaderPool> | undefined
  let isClosed = false
  const sizeLimit = options.sizeBytes ?? 100 * mebibyte

  async function open(): Promise<ReaderPool> {
    const layers = options.layers ?? (await findReaderLayers())
    const command = readerCommand(layers, options.entry, options.execArgv)
    const opened = createReaderPool({ ...defaults, ...options.pool, command })
    if (isClosed) opened.close()
    return opened
  }

  return {
    async read(bytes, declaredType) {
      if (bytes.length === 0) throw new DocumentError('document_damaged', 'The file is empty')
      if (bytes.length > sizeLimit) {
        const size = `${Math.round(bytes.length / mebibyte)} MiB`
        throw new DocumentError('document_too_large', `The file has ${size}`)
      }
      const { mediaType, agreesWithDeclared } = judgeMediaType(bytes, declaredType)
      if (!isReadable(mediaType)) {
        throw new DocumentError('document_type', `Files of type ${mediaType} cannot be read yet`)
      }
      pool ??= open()
      const result = await (await pool).run(bytes, mediaType)
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
