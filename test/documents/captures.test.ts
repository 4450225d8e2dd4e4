import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDocumentReader, type DocumentReader } from '../../src/documents/document-reader.ts'
import { findReaderLayers } from '../../src/documents/reader-layers.ts'
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
    readonly read?: { readonly onPage?: readonly { page: number; words: string }[] }
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

const words = (text: string) => text.replace(/\s+/g, ' ').replace(/\$ /g, '$').trim()

describe.skipIf(captures.length === 0)('the captured documents', () => {
  let reader: DocumentReader
  let entry: string
  beforeAll(async () => {
    entry = await buildReaderEntry()
    reader = createDocumentReader({ entry, layers: await findReaderLayers() })
  })
  afterAll(() => {
    reader.close()
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
      for (const { page, words: printed } of facts?.read?.onPage ?? []) {
        expect(pageText(page)).toContain(words(printed))
      }
    },
  )

  it.skip.each(
    captures.filter((capture) => capture.pagesWithoutText && capture.file.includes('scan')),
  )('$file: words of the scanned pages, once pictures are recognised', () => undefined)

  it('reads the header of a response that was saved as a PDF as the text it is', async () => {
    const bytes = readFileSync(join(folder, 'broken/headers-saved-as.pdf'))
    const text = await reader.read(bytes, 'application/pdf')
    expect(text).toMatchObject({ mediaType: 'text/plain', problems: [{ code: 'document_type' }] })
  })
})
