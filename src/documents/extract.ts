import { shorten } from '../model/errors.ts'
import { DocumentError } from './document-error.ts'
import { isReadable, type ReadableType } from './media-type.ts'
import { docxReader } from './readers/docx.ts'
import { readFolder } from './readers/folder.ts'
import { htmlReader } from './readers/html.ts'
import { odfReader } from './readers/odf.ts'
import type { PageSink, Reader, ReadLimits } from './readers/page-sink.ts'
import { createPdfReader } from './readers/pdf.ts'
import { plainReader } from './readers/plain.ts'
import { pptxReader } from './readers/pptx.ts'
import { rtfReader } from './readers/rtf.ts'
import { xlsxReader } from './readers/xlsx.ts'

/** A file that is one document, and not a folder of them. */
export type SingleType = Exclude<ReadableType, 'application/zip'>

/** The reader of each type; one may take a while to start. */
const readers: Readonly<Record<SingleType, () => Promise<Reader> | Reader>> = {
  'application/pdf': createPdfReader,
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': () => docxReader,
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': () => xlsxReader,
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': () => pptxReader,
  'application/vnd.oasis.opendocument': () => odfReader,
  'application/rtf': () => rtfReader,
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
      if (mediaType === 'application/zip') {
        await readFolder(bytes, limits, sink, find)
        return { reader: 'zip', version: '1' }
      }
      const reader = await find(mediaType)
      reader.read(bytes, limits, sink)
      return { reader: reader.name, version: reader.version }
    },
  }

  async function find(mediaType: SingleType): Promise<Reader> {
    return await (started.get(mediaType) ?? start(mediaType))
  }

  function start(mediaType: SingleType): Promise<Reader> {
    const reader = Promise.resolve(readers[mediaType]())
    started.set(mediaType, reader)
    return reader
  }
}
