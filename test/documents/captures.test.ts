import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDocumentReader, type DocumentReader } from '../../src/documents/document-reader.ts'
import { findReaderLayers } from '../../src/documents/reader-layers.ts'
import { withRecognised } from '../../src/documents/recognised-text.ts'
import { createRecogniser, type Recogniser } from '../../src/documents/recogniser.ts'
import { buildReaderEntry } from './reader-entry.ts'

const folder = '../shared/captures/documents'
const manifest = join(folder, 'manifest.json')

interface Capture {
  readonly file: string
  readonly contentType: string
  readonly sha256: string
  readonly pages: number | null
  readonly pagesWithoutText: readonly number[] | number | null
  readonly expect?: {
    readonly verified?: {
      readonly firstWords: string | null
      readonly dollarAmounts: readonly string[]
      readonly keywordPages: Readonly<Record<string, readonly number[]>>
    }
    readonly verifiedHow?: string
    readonly read?: Readonly<Record<string, unknown>>
    readonly readHow?: string
  }
}

const captures: Capture[] = existsSync(manifest) ? JSON.parse(readFileSync(manifest, 'utf8')) : []

const unreadable = new Map([['broken/two-bytes.pdf', 'document_damaged']])

/**
 * First words that were noted in another order than the page is read here: cells of a form, and
 * headers and footers of printed web pages, column by column. Their words must be on page 1.
 */
const otherOrder = new Set([
  'clinton-ut/alpr-policy.pdf',
  'alamogordo-nm/flock-quotation-signed.pdf',
  'costa-mesa-ca/ort-grant-application.pdf',
  'san-jose-ca/memo-police-chief-selection.pdf',
  'beverly-hills-ca/planning-agenda.pdf',
  'burbank-ca/parks-board-agenda.pdf',
  'la-puente-ca/planning-agenda.pdf',
  'lomita-ca/agenda.pdf',
  'rosemead-ca/agenda.pdf',
  'chicago-il/police-district-council-notice.pdf',
  'des-moines-ia/outside-counsel-roll-call.pdf',
])

/** How the words behind the manifest's keywords are written. */
const keywords: Readonly<Record<string, RegExp>> = {
  alpr: /alprs?|lpr|licen[sc]e[\s-]+plate/i,
  'axon-taser': /axon|taser/i,
  'body camera': /body[\s-]+(worn[\s-]+)?camera/i,
}
const keywordOf = (name: string) =>
  keywords[name] ?? new RegExp(name.replaceAll(' ', '[\\s-]+'), 'i')

interface Quote {
  readonly page: number
  readonly words: string
}
const quotesOf = (capture: Capture, key: 'onPage' | 'onImagePage') =>
  (capture.expect?.read?.[key] ?? []) as readonly Quote[]

/** Case, signs and breaks of lines aside: what recognition and a person both see of words. */
const bare = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

/** Whether a page has these words in this order; a cell that goes on below has its row's others between. */
function isPrinted(text: string, printed: string): boolean {
  if (bare(text).includes(bare(printed))) return true
  const tokens = text.split(/\s+/).map(bare).filter(Boolean)
  const wanted = printed.split(/\s+/).map(bare).filter(Boolean)
  return tokens.some((_, start) => {
    let at = start
    return wanted.every((word) => {
      const next = tokens.indexOf(word, at)
      at = next + 1
      return next >= 0 && next < start + wanted.length + 6
    })
  })
}

/** How documents of a kind call themselves, and the devices they are about. */
const names: Readonly<Record<string, RegExp>> = {
  contract: /agreement|contract/i,
  quotation: /quot/i,
  minutes: /minutes/i,
  'public records response': /freedom of information|foia|public records|rfp/i,
  'purchase order': /purchase\s+order/i,
  'statement of work': /statement\s+of\s+work/i,
  'license plate readers': /licen[sc]e\s+plate|alpr|lpr|flock/i,
}

const months =
  'January February March April May June July August September October November December'.split(' ')

/** The ways in which documents write a day. */
function isDated(text: string, day: string): boolean {
  const [year = '', month = '', date = ''] = day.slice(0, 10).split('-')
  const [m, d] = [Number(month), Number(date)]
  const written = [
    `${months[m - 1]}0*${d}${year}`,
    `${months[m - 1]}0*${d}(st|nd|rd|th)${year}`,
    `0?${m}0?${d}(20)?${year.slice(2)}`,
    `0?${d}0?${m}${year}`,
  ]
  return written.some((pattern) => new RegExp(pattern, 'i').test(bare(text)))
}

const isTimed = (text: string, time: string) => {
  const [hour = '', minute = ''] = time.split(':')
  const twelve = Number(hour) % 12 || 12
  return (
    new RegExp(`\\b(0?${twelve}|${hour}):${minute}`).test(text) ||
    (minute === '00' && new RegExp(`\\b0?${twelve}\\s*[ap]\\.?m`, 'i').test(text))
  )
}

const has = (text: string, value: unknown) => bare(text).includes(bare(String(value)))

/** A sum as a number of its own: 3,000 is not in 30,000. */
const hasAmount = (text: string, value: unknown) => {
  const digits = String(value).replace(/[$,\s]|\.00$/g, '')
  return new RegExp(`(?<![\\d.])${digits}(?:\\.00)?(?![\\d])`).test(
    text.replace(/(?<=\d),(?=\d)/g, ''),
  )
}

/** Names of "maker through seller (what the seller is)". */
const namesIn = (vendor: unknown) =>
  String(vendor)
    .replace(/\(.*?\)/g, '')
    .split(' through ')

/** What the text of a document must hold for each fact that a person read in it. */
const factChecks: Readonly<Record<string, (text: string, value: unknown) => boolean>> = {
  vendor: (text, value) => namesIn(value).every((name) => has(text, name)),
  documentType: (text, value) => names[String(value)]?.test(text) ?? false,
  technology: (text, value) => names[String(value)]?.test(text) ?? false,
  total: hasAmount,
  unitPrice: hasAmount,
  quantity: hasAmount,
  purchaseOrder: has,
  solicitation: has,
  body: has,
  meetingDate: (text, value) => isDated(text, String(value)),
  date: (text, value) => isDated(text, String(value)),
  effective: (text, value) => isDated(text, String(value)),
  signed: (text, value) => isDated(text, String(value)),
  due: (text, value) => isDated(text, String(value)) && isTimed(text, String(value).slice(11)),
  start: (text, value) => isDated(text, String(value)) && isTimed(text, String(value).slice(11)),
  calledToOrder: (text, value) => isTimed(text, String(value)),
  // The day that the note shows as it is printed.
  note: (text, value) => has(text, /\d+\/\d+\/\d+/.exec(String(value))?.[0] ?? ''),
  onPage: () => true,
  onImagePage: () => true,
}

/** Pages that have to be recognised before the facts of these documents can be looked for. */
const factPages: Readonly<Record<string, readonly number[]>> = {
  'greenville-sc/foia-response-2026-scan.pdf': [1, 60],
  'joplin-mo/purchase-orders-scan.pdf': [1],
  'alamogordo-nm/flock-sow-signed.pdf': [1],
  'alamogordo-nm/minutes-2025-05-06-final-scan.pdf': [1],
}

const words = (text: string) => text.replace(/\s+/g, ' ').replace(/\$ /g, '$').trim()

describe.skipIf(captures.length === 0)('the captured documents', () => {
  let reader: DocumentReader
  let recogniser: Recogniser
  let entry: string
  beforeAll(async () => {
    entry = await buildReaderEntry()
    const layers = await findReaderLayers()
    reader = createDocumentReader({ entry, layers })
    recogniser = createRecogniser({ entry, layers, program: null })
  })
  afterAll(() => {
    reader.close()
    recogniser.close()
    rmSync(entry, { force: true })
  })

  it.each(captures.filter((capture) => unreadable.has(capture.file)))(
    '$file: ends with a code',
    async ({ file, contentType }) => {
      const bytes = readFileSync(join(folder, file))
      await expect(reader.read(bytes, contentType)).rejects.toMatchObject({
        code: unreadable.get(file),
      })
    },
  )

  it.each(captures.filter((capture) => !unreadable.has(capture.file)))(
    '$file: pages, first words, amounts and keywords',
    async ({ file, contentType, sha256, pages, pagesWithoutText, expect: facts }) => {
      const text = await reader.read(readFileSync(join(folder, file)), contentType)
      expect(text.sha256).toBe(sha256)
      if (pages !== null) expect(text.pages).toHaveLength(pages)

      const without = text.pages.filter((page) => !page.text).map((page) => page.page)
      if (typeof pagesWithoutText === 'number') expect(without).toHaveLength(pagesWithoutText)
      else if (pagesWithoutText) expect(without).toEqual(pagesWithoutText)
      // Every page without words says why.
      const told = text.problems.flatMap((problem) => problem.pages)
      expect(without.filter((page) => !told.includes(page))).toEqual([])

      const pageText = (page: number) => words(text.pages[page - 1]?.text ?? '')
      const all = words(text.pages.map((page) => page.text ?? '').join('\n'))
      const verified = facts?.verified
      if (verified?.firstWords && otherOrder.has(file)) {
        const missing = words(verified.firstWords)
          .split(' ')
          .filter((word) => !pageText(1).includes(word))
        expect(missing).toEqual([])
      } else if (verified?.firstWords) {
        expect(all.slice(0, verified.firstWords.length)).toBe(words(verified.firstWords))
      }
      const amounts = (verified?.dollarAmounts ?? []).map(words)
      expect(amounts.filter((amount) => !all.includes(amount))).toEqual([])
      for (const [keyword, wanted] of Object.entries(verified?.keywordPages ?? {})) {
        const found = wanted.filter((page) => keywordOf(keyword).test(pageText(page)))
        expect([keyword, found]).toEqual([keyword, wanted])
      }
      for (const { page, words: printed } of (facts?.read?.onPage ?? []) as readonly Quote[]) {
        expect(pageText(page)).toContain(words(printed))
      }
      if (facts?.read && quotesOf({ expect: facts } as Capture, 'onImagePage').length === 0) {
        expect(wrongFacts(facts.read, all)).toEqual([])
      }
    },
  )

  const wrongFacts = (facts: Readonly<Record<string, unknown>>, text: string) =>
    Object.entries(facts).filter(([key, value]) => !factChecks[key]?.(text, value))

  it('leaves no fact of the manifest unread', () => {
    const read = captures.flatMap(({ expect: facts }) => Object.keys(facts?.read ?? {}))
    expect(read.filter((key) => !factChecks[key])).toEqual([])
    const others = captures.flatMap(({ expect: facts }) => [
      ...Object.keys(facts ?? {}),
      ...Object.keys(facts?.verified ?? {}),
    ])
    expect([...new Set(others)].toSorted()).toEqual([
      'dollarAmounts',
      'firstWords',
      'keywordPages',
      'read',
      'readHow',
      'verified',
      'verifiedHow',
    ])
    const pictured = captures.filter((capture) => quotesOf(capture, 'onImagePage').length > 0)
    expect(pictured.map(({ file }) => file).toSorted()).toEqual(Object.keys(factPages).toSorted())
  })

  it.each(captures.filter((capture) => quotesOf(capture, 'onImagePage').length > 0))(
    '$file: facts on pages that are pictures, recognised by the engine that is installed with us',
    { timeout: 600_000 },
    async (capture) => {
      const bytes = readFileSync(join(folder, capture.file))
      const text = await reader.read(bytes, capture.contentType)
      const pages = factPages[capture.file] ?? []
      const recognised = await recogniser.recognise(bytes, pages)
      expect(recognised.map(({ ocr, page }) => [ocr, page])).toEqual(
        pages.map((page) => [true, page]),
      )
      const merged = withRecognised(text, recognised)
      for (const { page, words: printed } of quotesOf(capture, 'onImagePage')) {
        expect(pages).toContain(page)
        expect([printed, isPrinted(merged.pages[page - 1]?.text ?? '', printed)]).toEqual([
          printed,
          true,
        ])
      }
      for (const { words: placed } of recognised) {
        expect(placed?.length).toBeGreaterThan(20)
        expect(placed?.every(({ confidence }) => confidence !== undefined)).toBe(true)
      }
      const all = merged.pages.map((page) => page.text ?? '').join('\n')
      expect(wrongFacts(capture.expect?.read ?? {}, all)).toEqual([])
    },
  )

  it('reads the header of a response that was saved as a PDF as the text it is', async () => {
    const bytes = readFileSync(join(folder, 'broken/headers-saved-as.pdf'))
    const text = await reader.read(bytes, 'application/pdf')
    expect(text).toMatchObject({ mediaType: 'text/plain', problems: [{ code: 'document_type' }] })
  })
})
