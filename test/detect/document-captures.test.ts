import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cutAgenda } from '../../src/agendas/cut-agenda.ts'
import { createDetector } from '../../src/detect/detect.ts'
import { detectDocument } from '../../src/detect/document.ts'
import { createDocumentReader, type DocumentReader } from '../../src/documents/document-reader.ts'
import { findReaderLayers } from '../../src/documents/reader-layers.ts'
import { createRecogniser, type Recogniser } from '../../src/documents/recogniser.ts'
import { buildReaderEntry } from '../documents/reader-entry.ts'

const folder = '../shared/captures/documents'
const manifest = join(folder, 'manifest.json')

interface Capture {
  readonly file: string
  readonly contentType: string
  readonly surveillanceRelated: boolean
  readonly hasTextLayer: boolean
  readonly expect?: {
    readonly read?: {
      readonly vendor?: string
      readonly total?: string
      readonly onImagePage?: readonly { page: number }[]
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
 * Recognising a page costs seconds: the first ones of a scan, and those whose words are known. Minutes
 * come to such a matter late.
 */
const mostRecognised = (file: string, isRelated: boolean) =>
  isRelated ? (/minutes/.test(file) ? 6 : 3) : 1

/** The text of each page, as the product has it once scanned pages are recognised. */
async function readPages(
  { file, contentType, surveillanceRelated, expect: facts }: Capture,
  reader: DocumentReader,
  recogniser: Recogniser,
) {
  const bytes = readFileSync(join(folder, file))
  const text = await reader.read(bytes, contentType)
  const scanned = text.pages.filter(({ needsOcr }) => needsOcr).map(({ page }) => page)
  const known = new Set(facts?.read?.onImagePage?.map(({ page }) => page))
  const first = mostRecognised(file, surveillanceRelated)
  const chosen = scanned.filter((page, at) => at < first || known.has(page))
  const recognised = new Map(
    (await recogniser.recognise(bytes, chosen)).map((page) => [page.page, page.text]),
  )
  return text.pages.flatMap(({ page, text: words }) => {
    const own = recognised.get(page) ?? words
    return own ? [{ page, text: own, isOcr: recognised.has(page) }] : []
  })
}

describe.skipIf(readable.length === 0)('captured documents, judged by themselves', () => {
  const detector = createDetector()
  let reader: DocumentReader
  let recogniser: Recogniser
  let entry: string
  beforeAll(async () => {
    entry = await buildReaderEntry()
    const layers = await findReaderLayers()
    reader = createDocumentReader({ entry, layers })
    recogniser = createRecogniser({ entry, layers, lanes: 1 })
  }, 120_000)
  afterAll(() => {
    reader.close()
    recogniser.close()
    rmSync(entry, { force: true })
  })

  it.each(readable)('$file', { timeout: 1_800_000 }, async (capture) => {
    const pages = await readPages(capture, reader, recogniser)
    const found = detectDocument(pages, detector)
    if (!capture.surveillanceRelated) {
      expect(found.band).not.toBe('found')
      return
    }
    // An agenda is about many things: it counts by its items.
    if (/agenda/.test(capture.file)) {
      const items = cutAgenda({ pages, outline: [] }).map(({ title, text }) =>
        detector.detect({ title, text: text ?? '' }),
      )
      const relevant = items.filter(({ band }) => band === 'found')
      expect(relevant.length).toBeGreaterThan(0)
      expect(relevant.every(({ vendors }) => vendors.length > 0)).toBe(true)
      return
    }
    expect(found.band).toBe('found')
    expect(found.technologies.length).toBeGreaterThan(0)
    const { vendor, onPage, total } = capture.expect?.read ?? {}
    const id = vendor ? vendorOf(vendor) : null
    if (id !== null) expect(found.vendors).toContain(id)
    const sums = new Set(found.sums.map(({ cents }) => cents))
    const printed = (onPage ?? []).filter(({ amount }) => amount).map(({ words }) => words)
    const due = total ? [...printed, total] : printed
    expect(due.filter((words) => !sums.has(centsOf(words)))).toEqual([])
    // Every quote stands on the page that is named.
    const textOf = new Map(pages.map(({ page, text: words }) => [page, words]))
    for (const { page, quote, start, end } of [...found.facts, ...found.sums, ...found.evidence]) {
      expect(textOf.get(page)?.slice(start, end)).toBe(quote)
    }
  })
})
