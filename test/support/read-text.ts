import { DocumentError } from '../../src/documents/document-error.ts'
import type { DocumentPage, OutlineEntry } from '../../src/documents/document-text.ts'
import { createExtractor } from '../../src/documents/extract.ts'
import { judgeMediaType } from '../../src/documents/media-type.ts'
import type { AgendaText } from '../../src/model/agenda-text.ts'
import type { Page } from '../../src/scraping/contract.ts'

const extractor = createExtractor()
const limits = { pages: 2_000, textLength: 20_000_000 }

/** The text of a document, read in this process: what the killable readers give, without them. */
export async function readText({
  bytes,
  contentType,
}: Pick<Page, 'bytes' | 'contentType'>): Promise<AgendaText> {
  if (bytes.length === 0) throw new DocumentError('document_damaged', 'The file is empty')
  const { mediaType } = judgeMediaType(bytes, contentType)
  const pages: DocumentPage[] = []
  const outline: OutlineEntry[] = []
  await extractor.extract(bytes, mediaType, limits, {
    page: (page) => pages.push(page),
    links: () => undefined,
    outline: (entries) => outline.push(...entries),
    problem: () => undefined,
  })
  return { pages, outline }
}
