import { DocumentError } from './document-error.ts'
import type { DocumentPage } from './document-text.ts'
import type { ReadableType } from './media-type.ts'
import { findPages } from './page-place.ts'
import type { PagePicture, ReaderTask } from './reader-task.ts'
import type { Reader, ReadLimits } from './readers/page-sink.ts'
import { createPdfCounter, readPdfPage } from './readers/pdf.ts'
import { type Engine, engineVersion, startEngine, withDocument } from './readers/pdf-engine.ts'
import { pictureOf, scanOf } from './readers/pdf-picture.ts'
import { type OcrLanguage, startTesseract, type TesseractEngine } from './readers/tesseract.ts'
import { looksSpanish, recognisedPage, wordsOfTable } from './recognised-page.ts'

export interface PainterSink {
  page(page: DocumentPage): void
  picture(picture: PagePicture): void
}

/** Draws pages of PDFs, and recognises words on them. */
export interface PagePainter {
  /** @throws {DocumentError} when a page cannot be drawn. */
  paint(
    bytes: Uint8Array,
    task: Exclude<ReaderTask, { kind: 'read' }>,
    limits: ReadLimits,
    sink: PainterSink,
  ): Promise<{ readonly reader: string; readonly version: string }>
}

/** Fine enough for small print; pages far larger than paper are drawn coarser. */
export const scanDpi = 300
const scanSize = { scale: scanDpi / 72, mostPixels: 16_000_000 }
const mostPixels = 4_000_000

const notDrawn = (page: number) =>
  new DocumentError('document_damaged', `Page ${page} cannot be drawn`)

/** Keeps its engines warm; each is started when it is first wanted. */
export function createPagePainter(find: (mediaType: ReadableType) => Promise<Reader>): PagePainter {
  let engine: Promise<Engine> | undefined
  const recognisers = new Map<OcrLanguage, Promise<TesseractEngine>>()

  async function recognise(language: OcrLanguage, png: Uint8Array, dpi: number): Promise<string> {
    const started = recognisers.get(language) ?? startTesseract([language])
    recognisers.set(language, started)
    return (await started).recognise(png, dpi)
  }

  return {
    async paint(bytes, task, limits, sink) {
      engine ??= startEngine()
      const pdfium = await engine
      const pages = task.kind === 'picture' ? [task.page] : task.pages
      const counter = createPdfCounter(pdfium)
      const places = await findPages(bytes, pages, { limits, counter, find })
      if (task.kind === 'picture') {
        const [place] = places
        if (!place) throw notDrawn(task.page)
        const picture = withDocument(pdfium, place.pdf, ({ handle }) =>
          pictureOf(pdfium, handle, place.page - 1, { ...task, mostPixels }),
        )
        if (!picture) throw notDrawn(task.page)
        sink.picture({ page: task.page, ...picture })
        return { reader: 'pdfium', version: engineVersion }
      }
      for (const [index, place] of places.entries()) {
        const number = pages[index] ?? 0
        const { layer, scan } = withDocument(pdfium, place.pdf, ({ handle }) => ({
          layer: { ...readPdfPage(pdfium, handle, place.page), page: number },
          scan: scanOf(pdfium, handle, place.page - 1, scanSize),
        }))
        if (!scan) throw notDrawn(number)
        const { png } = scan
        if (task.kind === 'scan') {
          sink.page(layer)
          sink.picture({ page: number, scale: scan.scale, png })
          continue
        }
        const dpi = Math.round(scan.scale * 72)
        const english = await recognise('eng', png, dpi)
        const tsv = looksSpanish(wordsOfTable(english)) ? await recognise('spa', png, dpi) : english
        sink.page(recognisedPage(layer, tsv, scan.scale))
      }
      return task.kind === 'scan'
        ? { reader: 'pdfium', version: engineVersion }
        : { reader: 'tesseract.js', version: ocrVersion }
    },
  }
}

/** The package of the engine, and what is made of its words. */
export const ocrVersion = '7.0.0+3'
