import { shorten } from '../model/errors.ts'
import { DocumentError } from './document-error.ts'
import { isReadable, type ReadableType } from './media-type.ts'
import { docxReader } from './readers/docx.ts'
import { htmlReader } from './readers/html.ts'
import type { PageSink, Reader, ReadLimits } from './readers/page-sink.ts'
import { createPdfReader } from './readers/pdf.ts'
import { plainReader } from './readers/plain.ts'

/** The reader of each type; one may take a while to start. */
const readers: Readonly<Record<ReadableType, () => Promise<Reader> | Reader>> = {
  'application/pdf': createPdfReader,
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': () => docxReader,
  'text/html': () => htmlReader,
  'text/plain': () => plainReader,
}

export interface Extractor {
  /**
   * Reads one document into `sink` and says what read it.
   *
   * @throws {DocumentError} when it cannot be read.
   */
  extract(
    bytes: Uint8Array,
    mediaType: string,
    limits: ReadLimits,
    sink: PageSink,
  ): Promise<{ readonly reader: string; readonly version: string }>
}

/** Picks a reader by media type and keeps it warm. */
export function createExtractor(): Extractor {
  const started = new Map<string, Promise<Reader>>()
  return {
    async extract(bytes, mediaType, limits, sink) {
      if (!isReadable(mediaType)) {
        throw new DocumentError('document_type', `No reader for "${shorten(mediaType)}" yet`)
      }
      const reader = await (started.get(mediaType) ?? start(mediaType))
      reader.read(bytes, limits, sink)
      return { reader: reader.name, version: reader.version }
    },
  }

  function start(mediaType: ReadableType): Promise<Reader> {
    const reader = Promise.resolve(readers[mediaType]())
    started.set(mediaType, reader)
    return reader
  }
}
