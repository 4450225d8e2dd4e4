import { DocumentError } from '../document-error.ts'
import { readJpeg } from './jpeg.ts'
import { cutOff, endMissing, type Reader } from './page-sink.ts'
import { type PicturePage, pdfOfPictures, sizeOf } from './picture-pdf.ts'
import { readPng } from './png-picture.ts'
import { readTiff } from './tiff.ts'

/** Types of files that are nothing but pictures. */
export type PictureType = 'image/png' | 'image/jpeg' | 'image/tiff'

const readers: Readonly<Record<PictureType, (bytes: Uint8Array) => readonly PicturePage[]>> = {
  'image/png': (bytes) => [readPng(bytes)],
  'image/jpeg': (bytes) => [readJpeg(bytes)],
  'image/tiff': readTiff,
}

const hundredth = (points: number) => Math.round(points * 100) / 100

/** A picture of a page, or several: all their words are still to be recognised. */
export const pictureReader = (type: PictureType): Reader => ({
  name: 'picture',
  version: '2',
  read(bytes, limits, sink) {
    const pages = readers[type](bytes)
    for (const [index, page] of pages.slice(0, limits.pages).entries()) {
      const { width, height } = sizeOf(page)
      const isAcross = page.turns % 2 === 1
      sink.page({
        page: index + 1,
        text: null,
        ocr: false,
        needsOcr: true,
        width: hundredth(isAcross ? height : width),
        height: hundredth(isAcross ? width : height),
      })
    }
    if (pages.length > limits.pages) sink.problem(cutOff(limits.pages, pages.length))
    const cut = pages.flatMap(({ isCut }, index) => (isCut ? [index + 1] : []))
    if (cut.length > 0) sink.problem(endMissing(cut.filter((page) => page <= limits.pages)))
    const message = `${pages.length === 1 ? '1 page' : `${pages.length} pages`} of ${pages.length} hold pictures of text, which is not read`
    const numbers = pages.slice(0, limits.pages).map((_, index) => index + 1)
    sink.problem({ code: 'document_needs_ocr', message, pages: numbers })
    return []
  },
})

export const isPictureType = (mediaType: string): mediaType is PictureType =>
  Object.hasOwn(readers, mediaType)

/**
 * The same pictures as a PDF.
 *
 * @throws {DocumentError} when they cannot be opened.
 */
export function pictureAsPdf(bytes: Uint8Array, type: PictureType): Uint8Array {
  const pages = readers[type](bytes)
  if (pages.length === 0) throw new DocumentError('document_damaged', 'The file holds no picture')
  return pdfOfPictures(pages)
}
