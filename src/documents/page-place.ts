import { DocumentError } from './document-error.ts'
import { isReadable, type ReadableType, sniffMediaType } from './media-type.ts'
import { readWithContained } from './readers/contained.ts'
import type { Reader, ReadLimits } from './readers/page-sink.ts'
import { isPictureType, pictureAsPdf } from './readers/picture.ts'

/** A page that can be drawn: a PDF, and the page's number in it from 1. */
export interface PagePlace {
  readonly pdf: Uint8Array
  readonly page: number
}

/** Kinds that hold pages to be drawn, themselves or in files within them. */
const drawn: ReadonlySet<string> = new Set([
  'application/pdf',
  'application/zip',
  'application/mbox',
  'application/vnd.ms-tnef',
  'application/vnd.ms-outlook',
  'message/rfc822',
])
export const hasPictures = (mediaType: string) => drawn.has(mediaType) || isPictureType(mediaType)

/**
 * Finds pages of a document among the files within it, which are gone through as when they were
 * read. `counter` reads no words of a PDF, only how many pages it has.
 *
 * @throws {DocumentError} `document_type` for a page that cannot be drawn.
 */
export async function findPages(
  bytes: Uint8Array,
  pages: readonly number[],
  deps: {
    readonly limits: ReadLimits
    readonly counter: Reader
    find(mediaType: ReadableType): Promise<Reader>
  },
): Promise<PagePlace[]> {
  const mediaType = sniffMediaType(bytes)
  if (!isReadable(mediaType)) throw notDrawn(mediaType)
  const places = new Map<number, PagePlace>()
  let seen = 0
  const noting = (reader: Reader, toPdf: (bytes: Uint8Array) => Uint8Array): Reader => ({
    ...reader,
    read(file, limits, sink) {
      const before = seen
      const contained = reader.read(file, limits, sink)
      const own = pages.filter((page) => page > before && page <= seen)
      const pdf = own.length > 0 ? toPdf(file) : file
      for (const page of own) places.set(page, { pdf, page: page - before })
      return contained
    },
  })
  const find = async (type: ReadableType): Promise<Reader> => {
    if (type === 'application/pdf') return noting(deps.counter, (pdf) => pdf)
    const reader = await deps.find(type)
    return isPictureType(type) ? noting(reader, (picture) => pictureAsPdf(picture, type)) : reader
  }
  const nothing = () => undefined
  const sink = { page: () => void seen++, outline: nothing, links: nothing, problem: nothing }
  const wants = { words: false }
  await readWithContained(await find(mediaType), bytes, { limits: deps.limits, sink, wants }, find)
  return pages.map((page) => {
    const place = places.get(page)
    if (place) return place
    if (page > seen) throw new DocumentError('document_damaged', `There is no page ${page}`)
    throw notDrawn(mediaType)
  })
}

const notDrawn = (mediaType: string) =>
  new DocumentError('document_type', `Pages of ${mediaType} are not drawn`)
