import { PDFiumLibrary } from '@hyzyla/pdfium'
import { DocumentError } from '../document-error.ts'
import type { DocumentPage, DocumentProblem, OutlineEntry } from '../document-text.ts'
import { mendText } from './mend-text.ts'
import { cutOff, type PageSink, type Reader, type ReadLimits } from './page-sink.ts'
import { inReadingOrder, type PlacedLine } from './reading-order.ts'

/** The engine's exports that are used here; the package keeps them private in its types. */
interface Engine {
  readonly HEAPU8: Uint8Array
  readonly HEAPF32: Float32Array
  readonly HEAPF64: Float64Array
  _malloc(size: number): number
  _free(pointer: number): void
  _FPDF_LoadMemDocument(data: number, size: number, password: number): number
  _FPDF_CloseDocument(document: number): void
  _FPDF_GetLastError(): number
  _FPDF_GetPageCount(document: number): number
  _FPDF_LoadPage(document: number, index: number): number
  _FPDF_ClosePage(page: number): void
  _FPDF_GetPageWidthF(page: number): number
  _FPDF_GetPageHeightF(page: number): number
  _FPDFText_LoadPage(page: number): number
  _FPDFText_ClosePage(textPage: number): void
  _FPDFText_CountChars(textPage: number): number
  _FPDFText_GetUnicode(textPage: number, index: number): number
  _FPDFText_GetCharBox(
    textPage: number,
    index: number,
    left: number,
    right: number,
    bottom: number,
    top: number,
  ): number
  _FPDFPage_GetRotation(page: number): number
  _FPDF_GetFormType(document: number): number
  _FPDFPage_GetAnnotCount(page: number): number
  _FPDFPage_Flatten(page: number, flag: number): number
  _FPDFPage_CountObjects(page: number): number
  _FPDFPage_GetObject(page: number, index: number): number
  _FPDFPageObj_GetType(object: number): number
  _FPDFPageObj_GetBounds(o: number, left: number, bottom: number, r: number, top: number): number
  _FPDFBookmark_GetFirstChild(document: number, bookmark: number): number
  _FPDFBookmark_GetNextSibling(document: number, bookmark: number): number
  _FPDFBookmark_GetTitle(bookmark: number, buffer: number, size: number): number
  _FPDFBookmark_GetDest(document: number, bookmark: number): number
  _FPDFBookmark_GetAction(bookmark: number): number
  _FPDFAction_GetDest(document: number, action: number): number
  _FPDFDest_GetDestPageIndex(document: number, destination: number): number
}

/** Values of FPDF_GetLastError: https://pdfium.googlesource.com/pdfium/+/main/public/fpdfview.h */
const loadErrors: Readonly<Record<number, DocumentError['code']>> = {
  4: 'document_encrypted',
  5: 'document_encrypted',
}

/** Under so many words a page may be a picture with a stamp on it. */
const fewWords = 30
const outlineEntries = 5_000
const outlineDepth = 16

const utf16 = new TextDecoder('utf-16le')

/** Starts the engine; it stays warm for all documents of its process. About 100 ms. */
export async function createPdfReader(): Promise<Reader> {
  const library = await PDFiumLibrary.init()
  const engine = (library as unknown as { readonly module: Engine }).module
  return {
    name: 'pdfium',
    version: '2.1.13+1',
    read: (bytes, limits, sink) => readPdf(engine, bytes, limits, sink),
  }
}

function readPdf(engine: Engine, bytes: Uint8Array, limits: ReadLimits, sink: PageSink): void {
  const data = engine._malloc(bytes.length)
  if (data === 0) throw new DocumentError('document_too_complex', 'The PDF does not fit in memory')
  // The heap may have moved while it grew, so that it is looked up anew after each call.
  engine.HEAPU8.set(bytes, data)
  try {
    const document = engine._FPDF_LoadMemDocument(data, bytes.length, 0)
    if (document === 0) throw loadError(engine._FPDF_GetLastError())
    try {
      readPages(engine, document, limits, sink)
      if (!hasEndMark(bytes)) sink.problem(noEndMark)
      sink.outline(readOutline(engine, document))
    } finally {
      engine._FPDF_CloseDocument(document)
    }
  } finally {
    engine._free(data)
  }
}

/** A PDF ends with a mark; the engine mends one that does not, from what is left of it. */
function hasEndMark(bytes: Uint8Array): boolean {
  const tail = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).subarray(-4_096)
  return tail.includes('%%EOF')
}

const noEndMark: DocumentProblem = {
  code: 'document_damaged',
  message: 'The PDF has no end: pages may be missing',
  pages: [],
}

function loadError(engineCode: number): DocumentError {
  const code = loadErrors[engineCode] ?? 'document_damaged'
  return new DocumentError(
    code,
    code === 'document_encrypted'
      ? 'The PDF asks for a password'
      : 'The PDF cannot be opened: it is cut off or damaged',
  )
}

function readPages(engine: Engine, document: number, limits: ReadLimits, sink: PageSink): void {
  const count = engine._FPDF_GetPageCount(document)
  if (count < 1) throw new DocumentError('document_damaged', 'The PDF has no pages')
  const damaged: number[] = []
  const pictures: number[] = []
  let length = 0
  for (let index = 0; index < count; index++) {
    if (index >= limits.pages || length > limits.textLength) {
      sink.problem(cutOff(index, count))
      break
    }
    const page = readPage(engine, document, index)
    if (page === undefined) damaged.push(index + 1)
    if (page?.needsOcr) pictures.push(index + 1)
    length += page?.text?.length ?? 0
    sink.page(page ?? unreadable(index + 1))
  }
  if (pictures.length > 0) {
    const message = `${countOf(pictures.length)} of ${count} hold pictures of text, which is not read`
    sink.problem({ code: 'document_needs_ocr', message, pages: pictures })
  }
  if (damaged.length > 0) {
    const message = `${countOf(damaged.length)} of ${count} cannot be opened: the PDF is damaged`
    sink.problem({ code: 'document_damaged', message, pages: damaged })
  }
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

function readPage(engine: Engine, document: number, index: number): DocumentPage | undefined {
  const page = openPage(engine, document, index)
  if (page === 0) return undefined
  try {
    const text = readText(engine, page)
    const width = engine._FPDF_GetPageWidthF(page)
    const height = engine._FPDF_GetPageHeightF(page)
    const words = text === '' ? 0 : text.split(/\s+/).length
    const needsOcr =
      words < fewWords && isPicture(engine, page, width * height, words === 0 ? 0 : 0.5)
    return {
      page: index + 1,
      text: needsOcr && words === 0 ? null : text,
      ocr: false,
      needsOcr,
      width: Math.round(width * 100) / 100,
      height: Math.round(height * 100) / 100,
    }
  } finally {
    engine._FPDF_ClosePage(page)
  }
}

/**
 * A page whose filled-in form fields are part of its text: they are drawn on top of it, and the
 * engine's text has only what is drawn in it. 0 when the page cannot be opened.
 */
function openPage(engine: Engine, document: number, index: number): number {
  const page = engine._FPDF_LoadPage(document, index)
  const hasFields =
    page !== 0 && engine._FPDF_GetFormType(document) > 0 && engine._FPDFPage_GetAnnotCount(page) > 0
  const flattened = 1
  if (!hasFields || engine._FPDFPage_Flatten(page, 0) !== flattened) return page
  engine._FPDF_ClosePage(page)
  return engine._FPDF_LoadPage(document, index)
}

function readText(engine: Engine, page: number): string {
  const textPage = engine._FPDFText_LoadPage(page)
  if (textPage === 0) return ''
  const box = engine._malloc(32)
  try {
    const lines = readLines(engine, textPage, box)
    // A page that is shown turned has other axes; its lines stay as the file has them.
    const isTurned = engine._FPDFPage_GetRotation(page) !== 0
    return mendText((isTurned ? lines : inReadingOrder(lines)).map(({ text }) => text).join('\n'))
  } finally {
    engine._free(box)
    engine._FPDFText_ClosePage(textPage)
  }
}

/** Two marks by which the engine shows a hyphen at a line end, and that a code has no character. */
const hyphenMark = 2
const noCharacter = 0xfffe

/** The lines as the file draws them, each with the box from its first to its last character. */
function readLines(engine: Engine, textPage: number, box: number): PlacedLine[] {
  const lines: PlacedLine[] = []
  const count = engine._FPDFText_CountChars(textPage)
  let codes: number[] = []
  let first = -1
  let last = -1
  const endLine = () => {
    if (first >= 0)
      lines.push({
        text: String.fromCodePoint(...codes),
        ...span(engine, textPage, box, first, last),
      })
    codes = []
    first = -1
  }
  for (let index = 0; index < count; index++) {
    const code = engine._FPDFText_GetUnicode(textPage, index)
    // Lines of 10,000 characters are no lines; cut, they cannot fill the stack.
    if (code === 10 || code === 13 || codes.length >= 10_000) endLine()
    if (code === 10 || code === 13 || code === 0) continue
    if (code === hyphenMark || code === noCharacter) {
      codes.push(0x2d)
      continue
    }
    codes.push(code > 0x10ffff ? 0xfffd : code)
    if (code !== 32 && code !== 0xa0) {
      if (first < 0) first = index
      last = index
    }
  }
  endLine()
  return lines
}

/** From the left end of the first character to the right end of the last. */
function span(engine: Engine, textPage: number, box: number, first: number, last: number) {
  const boxOf = (index: number) => {
    engine._FPDFText_GetCharBox(textPage, index, box, box + 8, box + 16, box + 24)
    const [left = 0, right = 0, bottom = 0, top = 0] = engine.HEAPF64.subarray(
      box >> 3,
      (box >> 3) + 4,
    )
    return { left, right, bottom, top }
  }
  const start = boxOf(first)
  const end = boxOf(last)
  return {
    left: Math.min(start.left, end.left),
    right: Math.max(start.right, end.right),
    top: Math.max(start.top, end.top),
    bottom: Math.min(start.bottom, end.bottom),
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
  const box = engine._malloc(16)
  try {
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
  } finally {
    engine._free(box)
  }
}

/** The bookmarks, in order, capped in number and depth: they may lead in circles. */
function readOutline(engine: Engine, document: number): OutlineEntry[] {
  const entries: OutlineEntry[] = []
  const seen = new Set<number>()
  const walk = (parent: number, level: number): void => {
    let bookmark = engine._FPDFBookmark_GetFirstChild(document, parent)
    while (bookmark !== 0 && !seen.has(bookmark) && entries.length < outlineEntries) {
      seen.add(bookmark)
      const title = readTitle(engine, bookmark)
      if (title !== '') entries.push({ title, level, page: targetOf(engine, document, bookmark) })
      if (level < outlineDepth) walk(bookmark, level + 1)
      bookmark = engine._FPDFBookmark_GetNextSibling(document, bookmark)
    }
  }
  walk(0, 0)
  return entries
}

function readTitle(engine: Engine, bookmark: number): string {
  const size = Math.min(engine._FPDFBookmark_GetTitle(bookmark, 0, 0), 4_000)
  if (size <= 2) return ''
  const buffer = engine._malloc(size)
  try {
    const needed = engine._FPDFBookmark_GetTitle(bookmark, buffer, size)
    if (needed > size) return ''
    return mendText(utf16.decode(engine.HEAPU8.subarray(buffer, buffer + size - 2)))
  } finally {
    engine._free(buffer)
  }
}

function targetOf(engine: Engine, document: number, bookmark: number): number | null {
  let destination = engine._FPDFBookmark_GetDest(document, bookmark)
  if (destination === 0) {
    const action = engine._FPDFBookmark_GetAction(bookmark)
    if (action !== 0) destination = engine._FPDFAction_GetDest(document, action)
  }
  if (destination === 0) return null
  const index = engine._FPDFDest_GetDestPageIndex(document, destination)
  return index < 0 ? null : index + 1
}
