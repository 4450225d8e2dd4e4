import type { PageWord } from '../document-text.ts'
import { wordsOfQuote } from '../quoted-words.ts'
import { type Engine, withPage } from './pdf-engine.ts'
import { wordsOf } from './pdf-words.ts'
import { encodePng, type Pixels } from './png.ts'

/** How a page is drawn. */
export interface PictureSize {
  /** Pixels for each point; 300 to the inch are 300 / 72. */
  readonly scale: number
  /** Pixels in all at most: a page of a square metre is drawn smaller. */
  readonly mostPixels: number
}

const bgra = 4
const annotations = 0x01
/** Antialiasing stays on; pictures may be dropped from memory once they are drawn. */
const limitedCache = 0x200

/** Draws an open page; `undefined` when it has no size. */
function drawPage(
  engine: Engine,
  page: number,
  { scale, mostPixels }: PictureSize,
): { readonly scale: number; readonly pixels: Pixels } | undefined {
  const width = engine._FPDF_GetPageWidthF(page)
  const height = engine._FPDF_GetPageHeightF(page)
  if (!(width > 0 && height > 0)) return undefined
  const fitting = Math.min(scale, Math.sqrt(mostPixels / (width * height)))
  const across = Math.max(1, Math.floor(width * fitting))
  const down = Math.max(1, Math.floor(height * fitting))
  if (across * down > mostPixels * 2) return undefined
  const size = across * down * 4
  const buffer = engine._malloc(size)
  if (buffer === 0) return undefined
  const bitmap = engine._FPDFBitmap_CreateEx(across, down, bgra, buffer, across * 4)
  try {
    engine._FPDFBitmap_FillRect(bitmap, 0, 0, across, down, 0xffffffff)
    engine._FPDF_RenderPageBitmap(bitmap, page, 0, 0, across, down, 0, annotations | limitedCache)
    const drawn = engine.HEAPU8.subarray(buffer, buffer + size)
    const data = new Uint8Array(across * down * 3)
    for (let from = 0, to = 0; from < size; from += 4, to += 3) {
      data[to] = drawn[from + 2] ?? 0
      data[to + 1] = drawn[from + 1] ?? 0
      data[to + 2] = drawn[from] ?? 0
    }
    return { scale: fitting, pixels: { width: across, height: down, channels: 3, data } }
  } finally {
    engine._FPDFBitmap_Destroy(bitmap)
    engine._free(buffer)
  }
}

/** Paints words over with a marker: what was white becomes its colour, and black stays. */
function markWords({ width, height, data }: Pixels, words: readonly PageWord[], scale: number) {
  const edge = Math.max(1, Math.round(scale))
  for (const word of words) {
    const left = Math.max(0, Math.floor(word.x * scale) - edge)
    const right = Math.min(width, Math.ceil((word.x + word.w) * scale) + edge)
    const top = Math.max(0, Math.floor(word.y * scale) - edge)
    const bottom = Math.min(height, Math.ceil((word.y + word.h) * scale) + edge)
    for (let y = top; y < bottom; y++) {
      for (let x = left; x < right; x++) {
        const at = (y * width + x) * 3
        data[at + 1] = Math.round(((data[at + 1] ?? 0) * 225) / 255)
        data[at + 2] = Math.round(((data[at + 2] ?? 0) * 90) / 255)
      }
    }
  }
}

/** Pixels across for each point of a page's width, whatever its size. */
const scaleFor = (engine: Engine, page: number, width: number) =>
  width / Math.max(1, engine._FPDF_GetPageWidthF(page))

/** A page in colours with the words of `quotes` marked, where they stand on it or among `words`. */
export function pictureOf(
  engine: Engine,
  document: number,
  index: number,
  asked: {
    readonly width: number
    readonly mostPixels: number
    readonly quotes: readonly string[]
    readonly words: readonly PageWord[]
  },
): { readonly scale: number; readonly png: Buffer } | undefined {
  return withPage(engine, document, index, (page) => {
    const scale = scaleFor(engine, page, asked.width)
    const drawn = drawPage(engine, page, { scale, mostPixels: asked.mostPixels })
    if (!drawn) return undefined
    if (asked.quotes.length > 0) {
      const words = asked.words.length > 0 ? asked.words : wordsOf(engine, page)
      const marked = asked.quotes.flatMap((quote) => wordsOfQuote(words, quote))
      markWords(drawn.pixels, [...new Set(marked)], drawn.scale)
    }
    return { scale: drawn.scale, png: encodePng(drawn.pixels) }
  })
}

/** A page in greys, as recognition wants it, and the pixels for each point. */
export function scanOf(
  engine: Engine,
  document: number,
  index: number,
  size: PictureSize,
): { readonly scale: number; readonly png: Buffer } | undefined {
  return withPage(engine, document, index, (page) => {
    const drawn = drawPage(engine, page, size)
    if (!drawn) return undefined
    const { width, height, data: colours } = drawn.pixels
    const data = new Uint8Array(width * height)
    for (let at = 0, from = 0; at < data.length; at++, from += 3) {
      const red = colours[from] ?? 0
      const green = colours[from + 1] ?? 0
      const blue = colours[from + 2] ?? 0
      data[at] = (red * 77 + green * 150 + blue * 29) >> 8
    }
    return { scale: drawn.scale, png: encodePng({ width, height, channels: 1, data }) }
  })
}
