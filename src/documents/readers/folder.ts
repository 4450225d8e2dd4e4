import { DocumentError } from '../document-error.ts'
import type { DocumentPage, OutlineEntry } from '../document-text.ts'
import { isReadable, type ReadableType, sniffMediaType } from '../media-type.ts'
import type { PageSink, Reader, ReadLimits } from './page-sink.ts'
import { listZip, unzipEntry } from './zip.ts'

/** What systems put beside files, and folders themselves. */
const isFurniture = (name: string) =>
  name.endsWith('/') || /(?:^|\/)(?:__MACOSX\/|\.DS_Store|Thumbs\.db|~\$)/.test(name)

/**
 * The documents of a ZIP, one behind the other in the order of their names; the name of each stands
 * in the outline. A ZIP inside it is not opened. One that cannot be read is told, and the others go on.
 *
 * @throws {DocumentError} when none of them can be read.
 */
export async function readFolder(
  bytes: Uint8Array,
  limits: ReadLimits,
  sink: PageSink,
  find: (mediaType: Exclude<ReadableType, 'application/zip'>) => Promise<Reader>,
): Promise<void> {
  const outline: OutlineEntry[] = []
  let pages = 0
  let length = 0
  const entries = [...listZip(bytes).values()].filter(({ name }) => !isFurniture(name))
  for (const entry of entries.toSorted((a, b) => a.name.localeCompare(b.name))) {
    const before = pages
    const inside: OutlineEntry[] = []
    const own: PageSink = {
      page(page: DocumentPage) {
        pages += 1
        length += page.text?.length ?? 0
        sink.page({ ...page, page: before + page.page })
      },
      outline: (found) => void inside.push(...found),
      problem: (problem) =>
        sink.problem({
          ...problem,
          message: `${entry.name}: ${problem.message}`,
          pages: problem.pages.map((page) => before + page),
        }),
    }
    try {
      const content = unzipEntry(bytes, entry)
      const mediaType = sniffMediaType(content)
      if (!isReadable(mediaType) || mediaType === 'application/zip') {
        throw new DocumentError('document_type', `No reader for "${mediaType}" inside a ZIP`)
      }
      const left = { pages: limits.pages - pages, textLength: limits.textLength - length }
      const reader = await find(mediaType)
      reader.read(content, left, own)
    } catch (error) {
      if (!(error instanceof DocumentError)) throw error
      own.problem({ code: error.code, message: error.message, pages: [] })
      continue
    }
    outline.push({ title: entry.name, level: 0, page: before + 1 })
    for (const { title, level, page } of inside) {
      outline.push({ title, level: level + 1, page: page === null ? null : before + page })
    }
  }
  if (pages === 0) throw new DocumentError('document_type', 'Nothing in this ZIP could be read')
  sink.outline(outline)
}
