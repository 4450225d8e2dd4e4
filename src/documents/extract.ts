import { shorten } from '../model/errors.ts'
import { DocumentError } from './document-error.ts'
import { isReadable, type ReadableType } from './media-type.ts'
import { readWithContained } from './readers/contained.ts'
import { docxReader } from './readers/docx.ts'
import { emlReader } from './readers/eml.ts'
import { htmlReader } from './readers/html.ts'
import { mboxReader } from './readers/mbox.ts'
import { msgReader } from './readers/msg.ts'
import { odfReader } from './readers/odf.ts'
import type { PageSink, Reader, ReadLimits, Wants } from './readers/page-sink.ts'
import { createPdfReader } from './readers/pdf.ts'
import { pictureReader } from './readers/picture.ts'
import { plainReader } from './readers/plain.ts'
import { pptxReader } from './readers/pptx.ts'
import { rtfReader } from './readers/rtf.ts'
import { tnefReader } from './readers/tnef.ts'
import { xlsxReader } from './readers/xlsx.ts'
import { zipReader } from './readers/zip-folder.ts'

/** The reader of each type; one may take a while to start. */
const readers: Readonly<Record<ReadableType, () => Promise<Reader> | Reader>> = {
  'application/pdf': () => createPdfReader(),
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': () => docxReader,
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': () => xlsxReader,
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': () => pptxReader,
  'application/vnd.oasis.opendocument': () => odfReader,
  'application/mbox': () => mboxReader,
  'application/rtf': () => rtfReader,
  'application/vnd.ms-outlook': () => msgReader,
  'application/vnd.ms-tnef': () => tnefReader,
  'application/zip': () => zipReader,
  'image/png': () => pictureReader('image/png'),
  'image/jpeg': () => pictureReader('image/jpeg'),
  'image/tiff': () => pictureReader('image/tiff'),
  'message/rfc822': () => emlReader,
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
    wants?: Wants,
  ): Promise<{ readonly reader: string; readonly version: string }>
  /** The reader of a type, started when it is first wanted. */
  find(mediaType: ReadableType): Promise<Reader>
}

/** Picks a reader by media type and keeps it warm. */
export function createExtractor(): Extractor {
  const started = new Map<string, Promise<Reader>>()
  return {
    async extract(bytes, mediaType, limits, sink, wants = { words: false }) {
      if (!isReadable(mediaType)) {
        throw new DocumentError('document_type', `No reader for "${shorten(mediaType)}" yet`)
      }
      const reader = await find(mediaType)
      await readWithContained(reader, bytes, { limits, sink, wants }, find)
      return { reader: reader.name, version: reader.version }
    },
    find,
  }

  async function find(mediaType: ReadableType): Promise<Reader> {
    return await (started.get(mediaType) ?? start(mediaType))
  }

  function start(mediaType: ReadableType): Promise<Reader> {
    const reader = Promise.resolve(readers[mediaType]())
    started.set(mediaType, reader)
    return reader
  }
}
