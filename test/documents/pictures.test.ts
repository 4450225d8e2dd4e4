import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDocumentReader } from '../../src/documents/document-reader.ts'
import type { PageWord } from '../../src/documents/document-text.ts'
import { createPictureCache } from '../../src/documents/picture-cache.ts'
import { wordsOfQuote } from '../../src/documents/quoted-words.ts'
import { findReaderLayers } from '../../src/documents/reader-layers.ts'
import { encodePng } from '../../src/documents/readers/png.ts'
import type { Sha256 } from '../../src/model/ids.ts'
import { makePdf, showLines } from './hostile.ts'
import { pixelsOf } from './pixels.ts'
import { buildReaderEntry } from './reader-entry.ts'

const sha = 'c'.repeat(64) as Sha256
const pdf = makePdf([showLines('Approve 24 cameras', 'from Flock Safety')])
const asked = { page: 1, width: 612, quotes: [] as string[], words: [] }

describe('a PNG', () => {
  it('holds the pixels that it was made of', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 9 }),
        fc.constantFrom(1, 3),
        fc.infiniteStream(fc.integer({ min: 0, max: 255 })),
        (width, height, channels, bytes) => {
          const data = Uint8Array.from(bytes.take(width * height * channels))
          const pixels = { width, height, channels: channels as 1 | 3, data }
          expect(pixelsOf(encodePng(pixels))).toEqual(pixels)
        },
      ),
    )
  })
})

describe('the words of a quote', () => {
  const words: PageWord[] = 'to buy 24 license- plate readers for $1,200 readers'
    .split(' ')
    .map((text, x) => ({ text, x, y: 0, w: 1, h: 1 }))
  it.each([
    ['license plate readers', [3, 4, 5]],
    ['LICENSE-PLATE', [3, 4]],
    ['readers', [5, 8]],
    ['$1,200', [7]],
    ['read', []],
    ['drones', []],
    ['-', []],
  ])('%s', (quote, places) => {
    expect(wordsOfQuote(words, quote).map(({ x }) => x)).toEqual(places)
  })
})

describe('pictures of pages', () => {
  let entry: string
  let folder: string
  let reader: ReturnType<typeof createDocumentReader>
  beforeAll(async () => {
    entry = await buildReaderEntry()
    folder = mkdtempSync(join(tmpdir(), 'watchdocket-pictures-'))
    reader = createDocumentReader({ entry, layers: await findReaderLayers() })
  })
  afterAll(() => {
    reader.close()
    rmSync(entry, { force: true })
    rmSync(folder, { recursive: true, force: true })
  })

  it('are as wide as asked, and marked where quoted words stand', async () => {
    const plain = pixelsOf(await reader.picture(pdf, asked))
    expect([plain.width, plain.height]).toEqual([612, 792])
    const marked = pixelsOf(await reader.picture(pdf, { ...asked, quotes: ['Flock Safety'] }))
    const changed = [...plain.data].flatMap((value, at) => (value === marked.data[at] ? [] : [at]))
    expect(changed.length).toBeGreaterThan(100)
    const rows = [...new Set(changed.map((at) => Math.floor(at / 3 / 612)))]
    // The second line stands at 700 points from below: 92 from above.
    expect(Math.min(...rows)).toBeGreaterThan(75)
    expect(Math.max(...rows)).toBeLessThan(100)
  })

  it('are refused with a code for pages and files that cannot be drawn', async () => {
    await expect(reader.picture(pdf, { ...asked, page: 9 })).rejects.toMatchObject({
      code: 'document_damaged',
    })
    await expect(reader.picture(Buffer.from('plain'), asked)).rejects.toMatchObject({
      code: 'document_type',
    })
  })

  it('are kept on disk, drawn once, and make room for others', async () => {
    let drawn = 0
    const cache = createPictureCache({
      folder,
      drawer: {
        picture: async () => {
          drawn++
          return new Uint8Array(1_000)
        },
      },
      archive: { get: async () => pdf },
      mostBytes: 5_000,
      mostWaiting: 8,
    })
    await Promise.all([cache.draw(sha, asked), cache.draw(sha, asked)])
    await cache.draw(sha, asked)
    expect(drawn).toBe(1)
    for (let page = 2; page < 12; page++) await cache.draw(sha, { ...asked, page })
    expect(readdirSync(folder).length).toBeLessThanOrEqual(5)
    await cache.draw(sha, { ...asked, quotes: ['Flock'] })
    expect(drawn).toBe(12)
  })
})
