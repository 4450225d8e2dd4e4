import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { setFlagsFromString } from 'node:v8'
import { init } from '@embedpdf/pdfium'
import { DocumentError } from '../document-error.ts'
import { salvagePdf } from './pdf-salvage.ts'

interface Started {
  readonly exports: Readonly<Record<string, unknown>>
}

/** What is used of it here: its types come with those of browsers, which are not those of Node. */
declare const WebAssembly: {
  compile(bytes: Uint8Array): Promise<object>
  readonly Instance: new (program: object, imports: object) => Started
}

/** The engine's memory, as numbers of each kind. */
interface EngineMemory {
  readonly HEAPU8: Uint8Array
  readonly HEAPU16: Uint16Array
  readonly HEAPF32: Float32Array
  readonly HEAPF64: Float64Array
}

/** The engine's bare exports that are used here: its wrapped ones cost a call more each. */
export interface Engine extends EngineMemory {
  _malloc(size: number): number
  _free(pointer: number): void
  _PDFiumExt_Init(): void
  _FPDF_LoadMemDocument(data: number, size: number, password: number): number
  _FPDF_CloseDocument(document: number): void
  _FPDF_GetLastError(): number
  _FPDF_GetPageCount(document: number): number
  _FPDF_LoadPage(document: number, index: number): number
  _FPDF_ClosePage(page: number): void
  _FPDF_GetPageWidthF(page: number): number
  _FPDF_GetPageHeightF(page: number): number
  _FPDF_GetPageBoundingBox(page: number, rectangle: number): number
  _FPDFPage_GetRotation(page: number): number
  _FPDFText_LoadPage(page: number): number
  _FPDFText_ClosePage(textPage: number): void
  _FPDFText_CountChars(textPage: number): number
  _FPDFText_GetText(textPage: number, start: number, count: number, buffer: number): number
  _FPDFText_GetUnicode(textPage: number, index: number): number
  _FPDFText_GetCharIndexFromTextIndex(textPage: number, index: number): number
  _FPDFText_GetCharAngle(textPage: number, index: number): number
  _FPDFText_GetCharOrigin(textPage: number, index: number, x: number, y: number): number
  _FPDFText_GetLooseCharBox(textPage: number, index: number, rectangle: number): number
  _FPDFText_GetCharBox(
    textPage: number,
    index: number,
    left: number,
    right: number,
    bottom: number,
    top: number,
  ): number
  _FPDFPage_GetAnnotCount(page: number): number
  _FPDFPage_GetAnnot(page: number, index: number): number
  _FPDFPage_CloseAnnot(annotation: number): void
  _FPDFAnnot_GetSubtype(annotation: number): number
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
  _FPDFAction_GetType(action: number): number
  _FPDFAction_GetDest(document: number, action: number): number
  _FPDFAction_GetURIPath(document: number, action: number, buffer: number, size: number): number
  _FPDFDest_GetDestPageIndex(document: number, destination: number): number
  _FPDFLink_Enumerate(page: number, position: number, link: number): number
  _FPDFLink_GetDest(document: number, link: number): number
  _FPDFLink_GetAction(link: number): number
  _FPDFLink_GetAnnotRect(link: number, rectangle: number): number
  _FPDFDoc_GetAttachmentCount(document: number): number
  _FPDFDoc_GetAttachment(document: number, index: number): number
  _FPDFAttachment_GetName(attachment: number, buffer: number, size: number): number
  _FPDFAttachment_GetFile(attachment: number, buffer: number, size: number, length: number): number
  _FPDFBitmap_CreateEx(w: number, h: number, format: number, buffer: number, stride: number): number
  _FPDFBitmap_FillRect(b: number, x: number, y: number, w: number, h: number, color: number): number
  _FPDFBitmap_Destroy(bitmap: number): void
  _FPDF_RenderPageBitmap(
    bitmap: number,
    page: number,
    x: number,
    y: number,
    width: number,
    height: number,
    rotate: number,
    flags: number,
  ): void
}

/** The package and our use of it: other words come of the same bytes when either changes. */
export const engineVersion = '2.15.1+6'

/**
 * Small functions of the engine are compiled into those that call them: a sixth less time for the
 * same text. A compiler that does so by itself knows no such flags and goes on without them. And
 * what runs is compiled well after some calls already: a tenth less for the first 3,000 pages.
 */
const compilerFlags = [
  '--wasm-inlining',
  '--wasm-inlining-budget=10000',
  '--wasm-inlining-max-size=1000',
  '--wasm-tiering-budget=5000',
]

/**
 * The program's own exports under the names of the package's, whose calls check themselves once
 * more each time. Views of its memory are looked up anew: it moves when it grows.
 */
function bareEngine(memory: EngineMemory, exported: Started['exports']): Engine {
  const views = {
    get HEAPU8() {
      return memory.HEAPU8
    },
    get HEAPU16() {
      return memory.HEAPU16
    },
    get HEAPF32() {
      return memory.HEAPF32
    },
    get HEAPF64() {
      return memory.HEAPF64
    },
  }
  for (const [name, call] of Object.entries(exported)) Object.assign(views, { [`_${name}`]: call })
  return views as unknown as Engine
}

/** Starts the engine; it stays warm for all documents of its process. About 100 ms. */
export async function startEngine(): Promise<Engine> {
  for (const flag of compilerFlags) setFlagsFromString(flag)
  const file = createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm')
  const program = await WebAssembly.compile(await readFile(file))
  let exported: Started['exports'] = {}
  const start = {
    instantiateWasm(imports: object, isReady: (started: Started) => void) {
      const instance = new WebAssembly.Instance(program, imports)
      exported = instance.exports
      isReady(instance)
      return exported
    },
  }
  const { pdfium } = await init(start as unknown as Parameters<typeof init>[0])
  const engine = bareEngine(pdfium as unknown as EngineMemory, exported)
  engine._PDFiumExt_Init()
  return engine
}

/** Values of FPDF_GetLastError: https://pdfium.googlesource.com/pdfium/+/main/public/fpdfview.h */
const loadErrors: Readonly<Record<number, DocumentError['code']>> = {
  4: 'document_encrypted',
  5: 'document_encrypted',
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

/** A PDF while it is open. */
export interface OpenPdf {
  /** The engine's own; another one after `renew`. */
  readonly handle: number
  /**
   * Closes and opens it once more: the engine keeps every object and font that it has met until
   * then.
   *
   * @throws {DocumentError} when there is no room left.
   */
  renew(): void
}

/**
 * Opens a PDF for as long as `work` runs. One whose password is empty opens like any other.
 *
 * @throws {DocumentError}
 */
export function withDocument<T>(
  engine: Engine,
  bytes: Uint8Array,
  work: (document: OpenPdf) => T,
): T {
  const opened = tryDocument(engine, bytes, work)
  if (!(opened instanceof DocumentError)) return opened.result
  const salvaged = opened.code === 'document_damaged' ? salvagePdf(bytes) : undefined
  const mended = salvaged ? tryDocument(engine, salvaged, work) : opened
  if (mended instanceof DocumentError) throw opened
  return mended.result
}

/** The error says that the engine opens no page of these bytes; others are thrown. */
function tryDocument<T>(
  engine: Engine,
  bytes: Uint8Array,
  work: (document: OpenPdf) => T,
): { readonly result: T } | DocumentError {
  return withBuffer(engine, bytes.length, (data) => {
    // The heap may have moved while it grew, so that it is looked up anew after each call.
    engine.HEAPU8.set(bytes, data)
    let handle = engine._FPDF_LoadMemDocument(data, bytes.length, 0)
    if (handle === 0) return loadError(engine._FPDF_GetLastError())
    const document: OpenPdf = {
      get handle() {
        return handle
      },
      renew() {
        engine._FPDF_CloseDocument(handle)
        handle = engine._FPDF_LoadMemDocument(data, bytes.length, 0)
        if (handle === 0) throw loadError(engine._FPDF_GetLastError())
      },
    }
    try {
      if (engine._FPDF_GetPageCount(handle) < 1) {
        return new DocumentError('document_damaged', 'The PDF has no pages')
      }
      return { result: work(document) }
    } finally {
      if (handle !== 0) engine._FPDF_CloseDocument(handle)
    }
  })
}

/** @throws {DocumentError} `document_too_complex` when there is no room for so much. */
export function withBuffer<T>(engine: Engine, size: number, work: (buffer: number) => T): T {
  const buffer = engine._malloc(size)
  if (buffer === 0) {
    throw new DocumentError('document_too_complex', 'The PDF does not fit in memory')
  }
  try {
    return work(buffer)
  } finally {
    engine._free(buffer)
  }
}

/** Kinds of fpdf_annot.h that put words on a page: typed notes, stamps, fields of forms. */
const wordsOnTop: ReadonlySet<number> = new Set([3, 13, 20])
const mostAnnotations = 500

/** Only such pages are taken apart for what lies on them: it costs as much as reading them. */
function hasWordsOnTop(engine: Engine, page: number): boolean {
  const count = Math.min(engine._FPDFPage_GetAnnotCount(page), mostAnnotations)
  for (let index = 0; index < count; index++) {
    const annotation = engine._FPDFPage_GetAnnot(page, index)
    if (annotation === 0) continue
    const kind = engine._FPDFAnnot_GetSubtype(annotation)
    engine._FPDFPage_CloseAnnot(annotation)
    if (wordsOnTop.has(kind)) return true
  }
  return false
}

/**
 * A page whose filled-in form fields are part of it: they are drawn on top, and neither the
 * engine's text nor its pictures have more than what is drawn inside. `asFound` sees it before
 * that, with its links. `undefined` when it cannot be opened.
 */
export function withPage<T>(
  engine: Engine,
  document: number,
  index: number,
  work: (page: number) => T,
  asFound: (page: number) => void = () => undefined,
): T | undefined {
  let page = engine._FPDF_LoadPage(document, index)
  if (page === 0) return undefined
  asFound(page)
  const flattened = 1
  if (hasWordsOnTop(engine, page) && engine._FPDFPage_Flatten(page, 0) === flattened) {
    engine._FPDF_ClosePage(page)
    page = engine._FPDF_LoadPage(document, index)
    if (page === 0) return undefined
  }
  try {
    return work(page)
  } finally {
    engine._FPDF_ClosePage(page)
  }
}

const utf16 = new TextDecoder('utf-16le')

/** A string that the engine writes as UTF-16 with a zero behind it, "" when longer than `most` bytes. */
export function readUtf16(
  engine: Engine,
  most: number,
  write: (buffer: number, size: number) => number,
): string {
  const size = write(0, 0)
  if (size <= 2 || size > most) return ''
  return withBuffer(engine, size, (buffer) => {
    write(buffer, size)
    return utf16.decode(engine.HEAPU8.subarray(buffer, buffer + size - 2))
  })
}
