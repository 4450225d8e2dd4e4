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

/** A TIFF of 144 dpi whose pages are strips of so many rows, packed or not. */
function makeTiff(pages: number, { rows, isPacked }: { rows: number; isPacked: boolean }): Buffer {
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
  let link = pieces[0]?.subarray(4, 8) ?? Buffer.alloc(4)
  for (let page = 0; page < pages; page++) {
    const strips = Array.from({ length: Math.ceil(height / rows) }, (_, at) => {
      const strip = greys.subarray(at * rows * width, (at + 1) * rows * width)
      return isPacked ? deflateSync(strip) : strip
    })
    const offsets = add(long(strips.map(add)))
    const lengths = add(long(strips.map((strip) => strip.length)))
    const resolution = add(long([144, 1]))
    const entries = [
      [256, 4, 1, width],
      [257, 4, 1, height],
      [258, 3, 1, 8],
      [259, 3, 1, isPacked ? 8 : 1],
      [262, 3, 1, 1],
      [273, 4, strips.length, strips.length > 1 ? offsets : 8],
      [277, 3, 1, 1],
      [278, 4, 1, rows],
      [279, 4, strips.length, strips.length > 1 ? lengths : (strips[0]?.length ?? 0)],
      [282, 5, 1, resolution],
    ]
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
const tiff = makeTiff(2, { rows: 100, isPacked: true })

/** A grey JPEG of 8 by 8 pixels, 150 to the inch, seen from its right side as a camera writes it. */
const jpeg = Buffer.concat([
  Buffer.from('ffd8ffe000104a46494600010101009600960000', 'hex'),
  Buffer.from('ffe1001e457869660000', 'hex'),
  Buffer.from('4d4d002a000000080001011200030000000100060000', 'hex'),
  Buffer.from('ffc0000b080008001001011100', 'hex'),
])

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
    fc.assert(
      fc.property(
        fc.constantFrom(
          small,
          jpeg,
          tiff.subarray(0, 4_000),
          makeTiff(1, { rows: 900, isPacked: true }),
        ),
        fc.array(fc.tuple(fc.nat(200), fc.nat(255)), { maxLength: 6 }),
        fc.nat(400),
        (file, changes, cut) => {
          const bytes = Buffer.from(file)
          for (const [at, value] of changes) if (at > 3 && at < bytes.length) bytes[at] = value
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
