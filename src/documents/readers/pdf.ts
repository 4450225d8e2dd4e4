import { DocumentError } from '../document-error.ts'
import type { DocumentPage, DocumentProblem, PageLink } from '../document-text.ts'
import { mendText } from './mend-text.ts'
import { frameOf, type PageFrame } from './page-frame.ts'
import {
  type Contained,
  cutOff,
  type PageSink,
  type Reader,
  type ReadLimits,
  type Wants,
} from './page-sink.ts'
import {
  type Engine,
  engineVersion,
  type OpenPdf,
  readUtf16,
  startEngine,
  withBuffer,
  withDocument,
  withPage,
} from './pdf-engine.ts'
import { glyphsOf, inOrder, placeLines, textOf } from './pdf-lines.ts'
import { type FoundLink, findLinks, readOutline, wordsUnder } from './pdf-outline.ts'
import { wordsOf } from './pdf-words.ts'
import type { PlacedLine } from './placed-line.ts'
import { isJunkText } from './text-quality.ts'
import type { Glyphs } from './turned-lines.ts'

/** Under so many words a page may be a picture with a stamp on it. */
const fewWords = 30
/**
 * The engine keeps the objects and fonts of every page that it has read, some 40 MB of 300. They go
 * after so many, that 2,000 take no more memory than these; reading on costs some 10 ms.
 */
const pagesBetweenOpenings = 100
/** Of a larger file after more: one whose list of pages is gone is searched through at each opening. */
const bytesOfOpening = 16 * 1024 * 1024
const mostLinks = 10_000
const mostAttachments = 200
const largestAttachment = 100 * 1024 * 1024

/** Starts the engine unless it runs; it stays warm for all documents of its process. */
export async function createPdfReader(running?: Engine): Promise<Reader> {
  const engine = running ?? (await startEngine())
  return {
    name: 'pdfium',
    version: engineVersion,
    read: (bytes, limits, sink, wants) => readPdf(engine, bytes, limits, sink, wants),
  }
}

/** Counts the pages of PDFs, and gives the files in them: no word is read. */
export function createPdfCounter(engine: Engine): Reader {
  return {
    name: 'pdfium',
    version: engineVersion,
    read: (bytes, limits, sink) =>
      withDocument(engine, bytes, ({ handle }) => {
        const count = Math.min(engine._FPDF_GetPageCount(handle), limits.pages)
        for (let page = 1; page <= count; page++) sink.page(unreadable(page))
        return attachmentsOf(engine, handle)
      }),
  }
}

function readPdf(
  engine: Engine,
  bytes: Uint8Array,
  limits: ReadLimits,
  sink: PageSink,
  wants: Wants = { words: false },
): readonly Contained[] {
  return withDocument(engine, bytes, (document) => {
    const isWhole = hasEndMark(bytes)
    const isAnyRead = readPages(
      engine,
      document,
      limits,
      { sink, isWhole, size: bytes.length },
      wants,
    )
    const contained = attachmentsOf(engine, document.handle)
    if (!isAnyRead && contained.length === 0) {
      throw new DocumentError(
        'document_damaged',
        'No page of the PDF can be read: it is cut off or damaged',
      )
    }
    if (!isWhole) sink.problem(noEndMark)
    sink.outline(readOutline(engine, document.handle))
    return contained
  })
}

/** A PDF ends with a mark; the engine mends one that does not, from what is left of it. */
function hasEndMark(bytes: Uint8Array): boolean {
  let end = bytes.length
  while (end > 0 && isPadding(bytes[end - 1] ?? 0)) end--
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, end)
  return file.subarray(-4_096).includes('%%EOF')
}

/** Zeros and blanks, with which some stores fill a file up. */
const isPadding = (byte: number) => byte === 0 || byte === 32 || (byte >= 9 && byte <= 13)

const noEndMark: DocumentProblem = {
  code: 'document_damaged',
  message: 'The PDF is cut off or damaged at its end: pages may be missing',
  pages: [],
}

/** False when there is no page of which anything could be read. */
function readPages(
  engine: Engine,
  document: OpenPdf,
  limits: ReadLimits,
  { sink, isWhole, size }: { readonly sink: PageSink; readonly isWhole: boolean; size: number },
  wants: Wants,
): boolean {
  const count = engine._FPDF_GetPageCount(document.handle)
  const between = pagesBetweenOpenings * Math.max(1, Math.ceil(size / bytesOfOpening))
  const damaged: number[] = []
  const pictures: number[] = []
  const links: PageLink[] = []
  let length = 0
  for (let index = 0; index < count; index++) {
    if (index >= limits.pages || length > limits.textLength) {
      sink.problem(cutOff(index, count))
      break
    }
    if (index > 0 && index % between === 0) document.renew()
    const { handle } = document
    let found: readonly FoundLink[] = []
    const read = withPage(
      engine,
      handle,
      index,
      (opened) => readPage(engine, opened, index + 1, wants, { found, links }),
      (asFound) => {
        if (links.length < mostLinks) found = findLinks(engine, handle, asFound)
      },
    )
    // A page without a word in a file that is cut off has lost what was on it.
    const isLost = !isWhole && read?.text === '' && !read.needsOcr
    const page = isLost ? undefined : read
    if (page === undefined) damaged.push(index + 1)
    if (page?.needsOcr) pictures.push(index + 1)
    length += page?.text?.length ?? 0
    sink.page(page ?? unreadable(index + 1))
  }
  sink.links(links)
  if (pictures.length > 0) {
    const message = `${countOf(pictures.length)} of ${count} hold pictures of text, which is not read`
    sink.problem({ code: 'document_needs_ocr', message, pages: pictures })
  }
  if (damaged.length > 0) {
    const message = `${countOf(damaged.length)} of ${count} cannot be read: the PDF is damaged`
    sink.problem({ code: 'document_damaged', message, pages: damaged })
  }
  return damaged.length < count
}

const countOf = (pages: number) => (pages === 1 ? '1 page' : `${pages} pages`)

const unreadable = (page: number): DocumentPage => ({
  page,
  text: null,
  ocr: false,
  needsOcr: false,
  width: null,
  height: null,
})

const hundredth = (points: number) => Math.round(points * 100) / 100

/** The words of a text, counted up to `most`. */
function countWords(text: string, most: number): number {
  let count = 0
  for (const word = /\S+/g; count < most && word.test(text); ) count++
  return count
}

function readPage(
  engine: Engine,
  page: number,
  number: number,
  wants: Wants,
  { found, links }: { readonly found: readonly FoundLink[]; readonly links: PageLink[] },
): DocumentPage {
  return withBuffer(engine, 32, (scratch) => {
    const frame = frameOf(engine, page, scratch)
    const { text: printed, raw } = readText(engine, page, frame, scratch, (lines, glyphs) => {
      for (const link of found) {
        const { url, toPage } = link
        links.push({ page: number, text: wordsUnder(link, lines, frame, glyphs), url, toPage })
      }
    })
    const isJunk = isJunkText(printed, raw)
    const words = countWords(printed, fewWords)
    const area = frame.width * frame.height
    const needsOcr =
      isJunk || (words < fewWords && isPicture(engine, page, area, words === 0 ? 0 : 0.5))
    return {
      page: number,
      text: isJunk || (needsOcr && words === 0) ? null : printed,
      ocr: false,
      needsOcr,
      width: hundredth(frame.width),
      height: hundredth(frame.height),
      ...(wants.words && !isJunk && words > 0 ? { words: wordsOf(engine, page) } : {}),
    }
  })
}

/** One page of an open PDF, from 1. */
export function readPdfPage(engine: Engine, document: number, number: number): DocumentPage {
  const page = withPage(engine, document, number - 1, (opened) =>
    readPage(engine, opened, number, { words: false }, { found: [], links: [] }),
  )
  return page ?? unreadable(number)
}

interface PageText {
  readonly text: string
  /** As the engine gives it: with codes of glyphs that are no letters. */
  readonly raw: string
}

function readText(
  engine: Engine,
  page: number,
  frame: PageFrame,
  scratch: number,
  look: (lines: readonly PlacedLine[], glyphs: Glyphs) => void,
): PageText {
  const textPage = engine._FPDFText_LoadPage(page)
  if (textPage === 0) return { text: '', raw: '' }
  try {
    const room = (engine._FPDFText_CountChars(textPage) + 1) * 2
    const raw = withBuffer(engine, room, (buffer) => textOf(engine, textPage, buffer, room))
    const glyphs = glyphsOf(engine, textPage, frame, scratch)
    const lines = placeLines(raw, frame, glyphs)
    look(lines, glyphs)
    const ordered = inOrder(lines, frame, glyphs).map((line) => line.text)
    return { text: mendText(ordered.join('\n')), raw }
  } finally {
    engine._FPDFText_ClosePage(textPage)
  }
}

/** Object kinds of fpdf_edit.h that show something. */
const pathObject = 2
const imageObject = 3
const formObject = 5

/**
 * Whether something is drawn that may be words: pictures over at least `share` of the page, or
 * anything at all when `share` is 0.
 */
function isPicture(engine: Engine, page: number, area: number, share: number): boolean {
  const count = Math.min(engine._FPDFPage_CountObjects(page), 5_000)
  return withBuffer(engine, 16, (box) => {
    let covered = 0
    for (let index = 0; index < count; index++) {
      const object = engine._FPDFPage_GetObject(page, index)
      const kind = engine._FPDFPageObj_GetType(object)
      if (share === 0 && [pathObject, imageObject, formObject].includes(kind)) return true
      if (kind !== imageObject && kind !== formObject) continue
      if (!engine._FPDFPageObj_GetBounds(object, box, box + 4, box + 8, box + 12)) continue
      const [left = 0, bottom = 0, right = 0, top = 0] = engine.HEAPF32.subarray(
        box >> 2,
        (box >> 2) + 4,
      )
      covered += Math.max(0, right - left) * Math.max(0, top - bottom)
    }
    return share > 0 && covered >= area * share
  })
}

/** The files inside the PDF, copied out of it: the document is closed before they are read. */
function attachmentsOf(engine: Engine, document: number): Contained[] {
  const count = Math.min(engine._FPDFDoc_GetAttachmentCount(document), mostAttachments)
  const files: Contained[] = []
  let total = 0
  for (let index = 0; index < count; index++) {
    const attachment = engine._FPDFDoc_GetAttachment(document, index)
    if (attachment === 0) continue
    const name = readUtf16(engine, 1_000, (buffer, size) =>
      engine._FPDFAttachment_GetName(attachment, buffer, size),
    )
    const content = attachedBytes(engine, attachment, largestAttachment - total)
    total += content?.length ?? 0
    files.push({
      name: name || `attachment ${index + 1}`,
      bytes() {
        if (content) return content
        throw new DocumentError('document_too_large', 'The files inside the PDF are too large')
      },
    })
  }
  return files
}

function attachedBytes(engine: Engine, attachment: number, most: number): Uint8Array | undefined {
  return withBuffer(engine, 8, (out) => {
    const sizeOf = () => new DataView(engine.HEAPU8.buffer).getUint32(out, true)
    if (!engine._FPDFAttachment_GetFile(attachment, 0, 0, out)) return new Uint8Array()
    const size = sizeOf()
    if (size > most) return undefined
    return withBuffer(engine, Math.max(1, size), (buffer) => {
      engine._FPDFAttachment_GetFile(attachment, buffer, size, out)
      return engine.HEAPU8.slice(buffer, buffer + size)
    })
  })
}
