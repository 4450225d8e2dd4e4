import { DocumentError } from '../document-error.ts'
import type { DocumentPage, OutlineEntry, PageLink } from '../document-text.ts'
import { isReadable, type ReadableType, sniffMediaType } from '../media-type.ts'
import { refuseType } from '../refuse.ts'
import type { Contained, PageSink, Reader, ReadLimits, Wants } from './page-sink.ts'

/** A ZIP in a message in a ZIP is read; what is packed deeper was not meant for readers. */
const deepest = 3
const mostFiles = 2_000

/**
 * Reads a document, and behind its pages the documents that it contains, in their order; the name
 * of each stands in the outline. One that cannot be read is told, and the others go on.
 *
 * @throws {DocumentError} when nothing of it can be read.
 */
export async function readWithContained(
  reader: Reader,
  bytes: Uint8Array,
  { limits, sink, wants }: { limits: ReadLimits; sink: PageSink; wants: Wants },
  find: (mediaType: ReadableType) => Promise<Reader>,
): Promise<void> {
  const outline: OutlineEntry[] = []
  const links: PageLink[] = []
  let pages = 0
  let length = 0
  let files = 0
  let firstComplaint: DocumentError | undefined

  /** Puts the pages of one document behind those that there are already. */
  function place(label: string, before: number, inside: OutlineEntry[]): PageSink {
    return {
      page(page: DocumentPage) {
        pages += 1
        length += page.text?.length ?? 0
        sink.page({ ...page, page: before + page.page })
      },
      outline: (found) => void inside.push(...found),
      links: (found) => {
        for (const link of found) {
          const toPage = link.toPage === null ? null : before + link.toPage
          links.push({ ...link, page: before + link.page, toPage })
        }
      },
      problem: (problem) =>
        sink.problem({
          ...problem,
          message: label === '' ? problem.message : `${label}: ${problem.message}`,
          pages: problem.pages.map((page) => before + page),
        }),
    }
  }

  async function readOne(
    ownReader: Reader,
    content: Uint8Array,
    { label, depth }: { readonly label: string; readonly depth: number },
  ): Promise<void> {
    const before = pages
    const inside: OutlineEntry[] = []
    const left = { pages: limits.pages - pages, textLength: limits.textLength - length }
    const contained = ownReader.read(content, left, place(label, before, inside), wants) ?? []
    const base = label === '' ? 0 : depth
    for (const { title, level, page } of inside) {
      outline.push({ title, level: base + level, page: page === null ? null : before + page })
    }
    for (const file of contained) await readFile(file, { label, depth })
  }

  async function readFile(
    file: Contained,
    { label, depth }: { readonly label: string; readonly depth: number },
  ): Promise<void> {
    const name = label === '' ? file.name : `${label} / ${file.name}`
    try {
      files += 1
      if (files > mostFiles || depth >= deepest) {
        throw new DocumentError('document_too_complex', 'Not opened: files inside files')
      }
      const content = file.bytes()
      const mediaType = sniffMediaType(content)
      refuseType(mediaType)
      if (!isReadable(mediaType)) return
      const at = outline.length
      const before = pages
      await readOne(await find(mediaType), content, { label: name, depth: depth + 1 })
      if (pages > before)
        outline.splice(at, 0, { title: file.name, level: depth, page: before + 1 })
    } catch (error) {
      if (!(error instanceof DocumentError)) throw error
      const { code, message } = error
      firstComplaint ??= new DocumentError(code, `${name}: ${message}`)
      sink.problem({ code, message: `${name}: ${message}`, pages: [] })
    }
  }

  await readOne(reader, bytes, { label: '', depth: 0 })
  if (pages === 0) {
    const why = firstComplaint ? `: ${firstComplaint.message}` : ''
    const message = `Nothing inside this file could be read${why}`
    throw new DocumentError(firstComplaint?.code ?? 'document_type', message)
  }
  sink.outline(outline)
  sink.links(links)
}
