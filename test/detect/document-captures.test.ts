import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDetector } from '../../src/detect/detect.ts'
import { detectDocument } from '../../src/detect/document.ts'
import { createDocumentReader, type DocumentReader } from '../../src/documents/document-reader.ts'
import { findReaderLayers } from '../../src/documents/reader-layers.ts'
import { buildReaderEntry } from '../documents/reader-entry.ts'

const folder = '../shared/captures/documents'
const manifest = join(folder, 'manifest.json')

interface Capture {
  readonly file: string
  readonly contentType: string
  readonly surveillanceRelated: boolean
  readonly hasTextLayer: boolean
  readonly expect?: {
    readonly verified?: { readonly keywordPages?: Readonly<Record<string, readonly number[]>> }
    readonly read?: {
      readonly vendor?: string
      readonly documentType?: string
      readonly onPage?: readonly { page: number; words: string; amount?: boolean }[]
    }
  }
}

const captures: Capture[] = existsSync(manifest) ? JSON.parse(readFileSync(manifest, 'utf8')) : []
const unreadable = new Set(['broken/two-bytes.pdf'])
const readable = captures.filter(({ file }) => !unreadable.has(file))

/** Vendors as the manifest writes them. */
const vendorOf = (words: string) =>
  /flock/i.test(words) ? 'flock-safety' : /vigilant/i.test(words) ? 'motorola-solutions' : null

const centsOf = (words: string) => Math.round(Number(words.replace(/[$,]/g, '')) * 100)

/**
 * Whether its own text says plainly what it is about: words of the technology on more than one
 * page. Scans have none; agendas are judged item by item.
 */
function isTelling({ file, expect: facts }: Capture): boolean {
  const { alpr = [], flock = [], drone = [] } = facts?.verified?.keywordPages ?? {}
  return !/agenda/.test(file) && new Set([...alpr, ...flock, ...drone]).size > 1
}

describe.skipIf(readable.length === 0)('captured documents, judged by themselves', () => {
  const detector = createDetector()
  let reader: DocumentReader
  let entry: string
  beforeAll(async () => {
    entry = await buildReaderEntry()
    reader = createDocumentReader({ entry, layers: await findReaderLayers() })
  }, 120_000)
  afterAll(() => {
    reader.close()
    rmSync(entry, { force: true })
  })

  it.each(readable)('$file', { timeout: 120_000 }, async (capture) => {
    const text = await reader.read(readFileSync(join(folder, capture.file)), capture.contentType)
    const pages = text.pages.flatMap(({ page, text: words }) =>
      words ? [{ page, text: words }] : [],
    )
    const found = detectDocument(pages, detector)
    if (!capture.surveillanceRelated) {
      expect(found.band).not.toBe('found')
      return
    }
    if (!isTelling(capture)) return
    expect(found.band).toBe('found')
    const { vendor, onPage } = capture.expect?.read ?? {}
    const id = vendor ? vendorOf(vendor) : null
    if (id !== null) expect(found.vendors).toContain(id)
    const sums = new Set(found.sums.map(({ cents }) => cents))
    const printed = (onPage ?? []).filter(({ amount }) => amount)
    expect(printed.filter(({ words }) => !sums.has(centsOf(words)))).toEqual([])
    // Every quote stands on the page that is named.
    const textOf = new Map(pages.map(({ page, text: words }) => [page, words]))
    for (const { page, quote, start, end } of [...found.facts, ...found.sums, ...found.evidence]) {
      expect(textOf.get(page)?.slice(start, end)).toBe(quote)
    }
  })
})
