import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDetector } from '../../src/detect/detect.ts'
import { createDocumentReader, type DocumentReader } from '../../src/documents/document-reader.ts'
import { judgeDocument } from '../../src/ingest/document-evidence.ts'
import { keepText } from '../../src/ingest/document-text.ts'
import { buildReaderEntry } from '../documents/reader-entry.ts'

const folder = '../shared/captures/documents'
const manifest = join(folder, 'manifest.json')

interface Capture {
  readonly file: string
  readonly contentType: string
  readonly surveillanceRelated: boolean
}

const captures: Capture[] = existsSync(manifest) ? JSON.parse(readFileSync(manifest, 'utf8')) : []

/** Without words to read: scans, two bytes, and a kind that a later reader will read. */
const unread = /scan|page-image|rtf-sample|two-bytes/

/**
 * Related by what is known of them and not by what they say: an agreement that calls its subject a
 * service, signatures, and agendas with one item of many.
 */
const notByItsWords = /flock-mou|flock-sow-signed|florence-al\/agenda|huntsville-al\/agenda/

describe.skipIf(captures.length === 0)('the captured documents, judged by themselves', () => {
  const detector = createDetector()
  let reader: DocumentReader
  let entry: string
  beforeAll(async () => {
    entry = await buildReaderEntry()
    reader = createDocumentReader({ entry })
  })
  afterAll(() => {
    reader.close()
    rmSync(entry, { force: true })
  })

  it.each(captures.filter(({ file }) => !unread.test(file)))(
    '$file',
    async ({ file, contentType, surveillanceRelated }) => {
      const text = await reader.read(readFileSync(join(folder, file)), contentType)
      const { texts } = keepText(text)
      const { band, evidence } = await judgeDocument(texts, detector)
      const isTold = surveillanceRelated && !notByItsWords.test(file)
      expect(band === 'found').toBe(isTold)
      for (const { page, start, end, quote } of evidence) {
        expect(texts.find((one) => one.page === page)?.text.slice(start, end)).toBe(quote)
      }
    },
  )
})
