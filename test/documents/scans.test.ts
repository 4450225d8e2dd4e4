import { rmSync } from 'node:fs'
import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { DocumentError } from '../../src/documents/document-error.ts'
import { createDocumentReader } from '../../src/documents/document-reader.ts'
import { sniffMediaType } from '../../src/documents/media-type.ts'
import { findReaderLayers } from '../../src/documents/reader-layers.ts'
import { isPictureType, pictureAsPdf, pictureReader } from '../../src/documents/readers/picture.ts'
import { encodePng } from '../../src/documents/readers/png.ts'
import { recogniseText } from '../../src/documents/recognised-text.ts'
import { createRecogniser } from '../../src/documents/recogniser.ts'
import { makePdf, makeZip } from './hostile.ts'
import { pixelsOf } from './pixels.ts'
import { buildReaderEntry } from './reader-entry.ts'

const entry = await buildReaderEntry()
const layers = await findReaderLayers()
const reader = createDocumentReader({ entry, layers })
const recogniser = createRecogniser({ entry, layers, program: null })
afterAll(() => {
  reader.close()
  recogniser.close()
  rmSync(entry, { force: true })
})

/** Large print, so that little recognition reads it. */
const printed = makePdf([
  'BT /F1 36 Tf 72 600 Td (Item 7.b) Tj ET\nBT /F1 36 Tf 72 540 Td (Plate readers) Tj ET',
])
const width = 1_224
const png = await reader.picture(printed, { page: 1, width, quotes: [], words: [] })

const drawn = pixelsOf(png)
const height = drawn.height
const greys = Buffer.from(drawn.data.filter((_, at) => at % 3 === 0))

interface TiffShape {
  readonly bits?: number
  readonly samples?: number
  readonly photometric?: number
  readonly compression?: number
  /** Entries of one value each. */
  readonly more?: Readonly<Record<number, number>>
  readonly tiles?: readonly [width: number, height: number]
}

/** A TIFF of 144 dpi whose pages hold these pieces, each strips or tiles from the upper left. */
function tiffOf(pages: readonly (readonly Buffer[])[], shape: TiffShape): Buffer {
  const { bits = 8, samples = 1, photometric = 1, compression = 1, more = {}, tiles } = shape
  const pieces: Buffer[] = [Buffer.from('II*\0\0\0\0\0', 'latin1')]
  let length = 8
  const add = (piece: Buffer) => {
    pieces.push(piece)
    length += piece.length
    return length - piece.length
  }
  const long = (values: readonly number[]) => {
    const bytes = Buffer.alloc(values.length * 4)
    for (const [at, value] of values.entries()) bytes.writeUInt32LE(value, at * 4)
    return bytes
  }
  const several = (values: readonly number[]) =>
    values.length > 1 ? add(long(values)) : (values[0] ?? 0)
  let link = pieces[0]?.subarray(4, 8) ?? Buffer.alloc(4)
  for (const parts of pages) {
    const offsets = several(parts.map(add))
    const lengths = several(parts.map((part) => part.length))
    const resolution = add(long([144, 1]))
    const entries = [
      [256, 4, 1, width],
      [257, 4, 1, height],
      [258, 3, 1, bits],
      [259, 3, 1, compression],
      [262, 3, 1, photometric],
      [tiles ? 324 : 273, 4, parts.length, offsets],
      [277, 3, 1, samples],
      [tiles ? 325 : 279, 4, parts.length, lengths],
      [282, 5, 1, resolution],
      ...(tiles ?? []).map((size, at) => [322 + at, 3, 1, size]),
      ...Object.entries(more).map(([tag, value]) => [Number(tag), 4, 1, value]),
    ].toSorted(([a = 0], [b = 0]) => a - b)
    const list = Buffer.alloc(2 + entries.length * 12 + 4)
    list.writeUInt16LE(entries.length, 0)
    for (const [at, [tag = 0, type = 0, count = 0, value = 0]] of entries.entries()) {
      list.writeUInt16LE(tag, 2 + at * 12)
      list.writeUInt16LE(type, 4 + at * 12)
      list.writeUInt32LE(count, 6 + at * 12)
      list.writeUInt32LE(value, 10 + at * 12)
    }
    link.writeUInt32LE(add(list), 0)
    link = list.subarray(list.length - 4)
  }
  return Buffer.concat(pieces)
}

/** Grey pages as strips of so many rows, packed or not. */
function makeTiff(pages: number, { rows, isPacked }: { rows: number; isPacked: boolean }): Buffer {
  const strips = Array.from({ length: Math.ceil(height / rows) }, (_, at) => {
    const strip = greys.subarray(at * rows * width, (at + 1) * rows * width)
    return isPacked ? deflateSync(strip) : strip
  })
  return tiffOf(
    Array.from({ length: pages }, () => strips),
    { compression: isPacked ? 8 : 1, more: { 278: rows } },
  )
}

/** The page as tiles; those at the right and the lower edge reach beyond it, in black. */
function tilesOf(across: number, down: number): Buffer[] {
  const tiles: Buffer[] = []
  for (let top = 0; top < height; top += down) {
    for (let left = 0; left < width; left += across) {
      const tile = Buffer.alloc(across * down)
      for (let row = 0; row < down && top + row < height; row++) {
        const start = (top + row) * width
        greys.copy(tile, row * across, start + left, start + Math.min(left + across, width))
      }
      tiles.push(tile)
    }
  }
  return tiles
}

/** Each grey as several samples. */
const widened = (samplesOf: (grey: number, pixel: number) => readonly number[]) =>
  Buffer.from(Array.from(greys, samplesOf).flat())

/** Bytes as LZW codes of 9 bits, all of them single bytes: the list is begun anew in time. */
function asCodes(bytes: Uint8Array): Buffer {
  const codes = [...bytes].flatMap((byte, at) => (at % 200 === 0 ? [256, byte] : [byte]))
  const packed = Buffer.alloc(Math.ceil(((codes.length + 1) * 9) / 8))
  for (const [at, code] of [...codes, 257].entries()) {
    for (let bit = 0; bit < 9; bit++) {
      const place = at * 9 + bit
      if ((code >> (8 - bit)) & 1)
        packed[place >> 3] = (packed[place >> 3] ?? 0) | (128 >> (place & 7))
    }
  }
  return packed
}

const plane = deflateSync(greys)
const differences = Buffer.from(
  greys.map((grey, at) => grey - (at % width ? (greys[at - 1] ?? 0) : 0)),
)

/** The same page in the ways that scanners, copiers and fax servers store it. */
const kinds: Readonly<Record<string, Buffer>> = {
  tiles: tiffOf([tilesOf(256, 128)], { tiles: [256, 128] }),
  'tiles that are packed': tiffOf([tilesOf(512, 512).map((tile) => deflateSync(tile))], {
    tiles: [512, 512],
    compression: 8,
  }),
  'each colour apart': tiffOf([[plane, plane, plane]], {
    samples: 3,
    photometric: 2,
    compression: 8,
    more: { 284: 2 },
  }),
  'samples of 16 bits': tiffOf([[widened((grey) => [99, grey])]], { bits: 16 }),
  opacity: tiffOf([[deflateSync(widened((grey) => (grey > 250 ? [0, 0] : [grey, 255])))]], {
    samples: 2,
    compression: 8,
    more: { 338: 2 },
  }),
  differences: tiffOf([[deflateSync(differences)]], { compression: 8, more: { 317: 2 } }),
  'codes of LZW and opacity': tiffOf([[asCodes(widened((grey) => [grey, 255]))]], {
    samples: 2,
    compression: 5,
    more: { 338: 1 },
  }),
}

const tiff = makeTiff(2, { rows: 100, isPacked: true })

/** A grey JPEG of 8 by 8 pixels, 150 to the inch, seen from its right side as a camera writes it. */
const jpeg = Buffer.concat([
  Buffer.from('ffd8ffe000104a46494600010101009600960000', 'hex'),
  Buffer.from('ffe1001e457869660000', 'hex'),
  Buffer.from('4d4d002a000000080001011200030000000100060000', 'hex'),
  Buffer.from('ffc0000b080008001001011100', 'hex'),
])

const problemsOf = (bytes: Uint8Array) => {
  const type = sniffMediaType(bytes)
  if (!isPictureType(type)) throw new Error(`${type} is no picture`)
  const problems: (readonly [string, readonly number[]])[] = []
  const nothing = () => undefined
  pictureReader(type).read(
    bytes,
    { pages: 10, textLength: 100 },
    {
      page: nothing,
      outline: nothing,
      links: nothing,
      problem: ({ code, pages }) => problems.push([code, pages]),
    },
  )
  return problems
}

const pagesOf = (bytes: Uint8Array) => {
  const type = sniffMediaType(bytes)
  if (!isPictureType(type)) throw new Error(`${type} is no picture`)
  const pages: (readonly [number | null, number | null, boolean])[] = []
  const nothing = () => undefined
  pictureReader(type).read(
    bytes,
    { pages: 10, textLength: 100 },
    {
      page: (page) => pages.push([page.width, page.height, page.needsOcr]),
      outline: nothing,
      links: nothing,
      problem: nothing,
    },
  )
  return pages
}

describe('a file that is a picture', () => {
  it('has the size of its paper where it tells it, else that of a letter', () => {
    const letter = [612, 792, true]
    expect(pagesOf(png)).toEqual([letter])
    expect(pagesOf(tiff)).toEqual([letter, letter])
    expect(pagesOf(jpeg)).toEqual([[3.84, 7.68, true]])
  })

  it('is drawn like a page, whichever way it is packed', async () => {
    const asked = { page: 1, width, quotes: [], words: [] }
    const plain = makeTiff(1, { rows: height, isPacked: false })
    for (const [file, page] of [
      [png, 1],
      [tiff, 2],
      [plain, 1],
    ] as const) {
      const { data } = pixelsOf(await reader.picture(file, { ...asked, page }))
      const others = data.filter((value, at) => Math.abs(value - (drawn.data[at] ?? 0)) > 40)
      expect(others.length).toBeLessThan(data.length / 500)
    }
    await expect(reader.picture(tiff, { ...asked, page: 3 })).rejects.toMatchObject({
      code: 'document_damaged',
    })
  })

  it.each(Object.entries(kinds))('is drawn the same as a TIFF of %s', async (_, file) => {
    const { data } = pixelsOf(await reader.picture(file, { page: 1, width, quotes: [], words: [] }))
    const others = data.filter((value, at) => Math.abs(value - (drawn.data[at] ?? 0)) > 40)
    expect(others.length).toBeLessThan(data.length / 500)
  })

  it('says so where its end is missing', () => {
    const whole = [['document_needs_ocr', [1]]]
    const cut = [['document_damaged', [1]], ...whole]
    const ended = Buffer.concat([jpeg, Buffer.from([0xff, 0xd9])])
    expect(problemsOf(png)).toEqual(whole)
    expect(problemsOf(png.subarray(0, -20))).toEqual(cut)
    expect(problemsOf(ended)).toEqual(whole)
    expect(problemsOf(jpeg)).toEqual(cut)
    const lost = tiffOf([[greys]], {})
    expect(problemsOf(lost)).toEqual(whole)
    // The list of a scan stands before its rows where a program writes it while it scans.
    const list = lost.subarray(lost.readUInt32LE(4))
    list.writeUInt32LE(lost.length - 9, 2 + 5 * 12 + 8)
    expect(problemsOf(lost)).toEqual(cut)
  })

  it('is no larger than its file', () => {
    const strip = deflateSync(greys)
    const pages = Array.from({ length: 9 }, () => [strip])
    const whole = tiffOf(pages, { compression: 8 })
    const offset = whole.readUInt32LE(whole.readUInt32LE(4) + 2 + 5 * 12 + 8)
    // Every page points to the bytes of the first, and the file ends behind the last list.
    for (let at = whole.readUInt32LE(4); at !== 0; at = whole.readUInt32LE(at + 2 + 9 * 12))
      whole.writeUInt32LE(strip.length * 3, at + 2 + 7 * 12 + 8)
    expect(offset).toBe(8)
    expect(() => pagesOf(whole)).toThrow(expect.objectContaining({ code: 'document_too_complex' }))
  })

  it('with opacity is seen on white', () => {
    const head = Buffer.alloc(13)
    head.writeUInt32BE(2, 0)
    head.writeUInt32BE(1, 4)
    head.set([8, 6, 0, 0, 0], 8)
    // Black and opaque, and black with no opacity at all, as a difference to what is left of it.
    const rows = deflateSync(Buffer.from([1, 0, 0, 0, 255, 0, 0, 0, 1]))
    const chunk = (name: string, data: Buffer) => {
      const length = Buffer.alloc(4)
      length.writeUInt32BE(data.length)
      return Buffer.concat([length, Buffer.from(name), data, Buffer.alloc(4)])
    }
    const file = Buffer.concat([png.subarray(0, 8), chunk('IHDR', head), chunk('IDAT', rows)])
    const pdf = Buffer.from(pictureAsPdf(file, 'image/png'))
    const at = pdf.indexOf('stream\n') + 7
    expect([...pdf.subarray(at, at + 6)]).toEqual([0, 0, 0, 255, 255, 255])
  })

  it('ends every mutilation with pages or with a code', () => {
    const small = Buffer.from(
      encodePng({ width: 3, height: 2, channels: 3, data: new Uint8Array(18) }),
    )
    const files: Readonly<Record<string, Buffer>> = {
      ...kinds,
      small,
      jpeg,
      'cut off': tiff.subarray(0, 4_000),
      'a strip': makeTiff(1, { rows: 900, isPacked: true }),
    }
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(files)),
        fc.array(fc.tuple(fc.nat(200), fc.nat(255)), { maxLength: 6 }),
        fc.nat(400),
        fc.boolean(),
        (name, changes, cut, isAtEnd) => {
          const bytes = Buffer.from(files[name] ?? [])
          for (const [at, value] of changes) {
            const place = isAtEnd ? bytes.length - 1 - at : at
            if (place > 3 && place < bytes.length) bytes[place] = value
          }
          try {
            pagesOf(bytes.subarray(0, Math.max(4, bytes.length - cut)))
            pictureAsPdf(bytes, sniffMediaType(bytes) as 'image/png')
          } catch (error) {
            expect(error).toBeInstanceOf(DocumentError)
          }
        },
      ),
      { numRuns: 150 },
    )
  })
})

describe('a scan of two columns', () => {
  it('is recognised one column after the other', { timeout: 300_000 }, async () => {
    const prose = (words: string) => Array.from({ length: 8 }, () => words)
    const left = prose('the council met in the town hall')
    const right = prose('nine people spoke about cameras')
    const column = (x: number, lines: readonly string[]) =>
      lines.map((line, at) => `BT /F1 16 Tf ${x} ${640 - at * 20} Td (${line}) Tj ET`).join('\n')
    const page = makePdf([`${column(50, left)}\n${column(330, right)}`])
    const scan = await reader.picture(page, { page: 1, width, quotes: [], words: [] })
    const [recognised] = await recogniser.recognise(scan, [1])
    const words = recognised?.text?.replace(/\s+/g, ' ')
    expect(words).toContain(left.join(' '))
    expect(words).toContain(right.join(' '))
  })
})

describe('scans inside other files', () => {
  it('are recognised where they stand', { timeout: 300_000 }, async () => {
    const zip = makeZip([
      { name: 'a.txt', data: 'First words' },
      { name: 'b.tif', data: tiff },
      { name: 'c.pdf', data: printed },
    ])
    const text = await reader.read(zip, 'application/zip')
    expect(text.pages.map((page) => page.text)).toEqual([
      'First words',
      null,
      null,
      'Item 7.b\nPlate readers',
    ])
    const { pages, problems } = await recogniseText(text, zip, { recogniser, lanes: 1 })
    expect(pages.map((page) => [page.page, page.ocr])).toEqual([
      [1, false],
      [2, true],
      [3, true],
      [4, false],
    ])
    for (const { text: words } of pages.slice(1, 3)) {
      expect(words?.replace(/\s+/g, ' ')).toBe('Item 7.b Plate readers')
    }
    expect(problems).toEqual([])
    const asked = { page: 4, width: 300, quotes: [], words: [] }
    expect(pixelsOf(await reader.picture(zip, asked)).width).toBe(300)
    await expect(reader.picture(zip, { ...asked, page: 1 })).rejects.toMatchObject({
      code: 'document_type',
    })
  })
})
