import { DocumentError } from '../document-error.ts'
import type { OutlineEntry } from '../document-text.ts'
import { mendText, tidyRow } from './mend-text.ts'
import { OdfHidden } from './odf-hidden.ts'
import { needPart, partOf, sayHidden, walkXml } from './office-xml.ts'
import { givePages, type PageSink, type Reader } from './page-sink.ts'
import { partsOf } from './zip.ts'
import type { ZipEntry } from './zip-entry.ts'

/** The styles that a file has in common; without them its words are read all the same. */
function stylesOf(
  bytes: Uint8Array,
  entries: ReadonlyMap<string, ZipEntry>,
  sink: PageSink,
): string {
  try {
    return partOf(bytes, entries, 'styles.xml')
  } catch (error) {
    if (!(error instanceof DocumentError) || error.code !== 'document_damaged') throw error
    const message = 'The styles of the file cannot be unpacked: what they hide may be read'
    sink.problem({ code: 'document_damaged', message, pages: [] })
    return ''
  }
}

/**
 * OpenDocument texts, presentations and workbooks: pages where the writer last broke them, slides,
 * or sheets, without what is hidden.
 *
 * Format: OASIS OpenDocument 1.3, part 3.
 */
export const odfReader: Reader = {
  name: 'odf',
  version: '4',
  read(bytes, limits, sink) {
    const entries = partsOf(bytes, sink)
    if (/encryption-data\b/.test(partOf(bytes, entries, 'META-INF/manifest.xml'))) {
      throw new DocumentError('document_encrypted', 'The file asks for a password')
    }
    const xml = needPart(bytes, entries, 'content.xml')
    let isWorkbook = false
    const pages: string[][] = [[]]
    const outline: OutlineEntry[] = []
    /** Set while a heading is open. */
    let heading: { readonly level: number; readonly words: string[] } | undefined
    const hidden = new OdfHidden()
    let inWords = 0
    let inCell = 0
    const put = (words: string) => {
      if (!hidden.isHidden) pages.at(-1)?.push(words)
    }
    const breakPage = () => {
      if (!hidden.isHidden && (pages.at(-1) ?? []).some((part) => part.trim() !== ''))
        pages.push([])
    }
    walkXml(stylesOf(bytes, entries, sink), {
      open: (name, attributes) => hidden.open(name, attributes),
      close: (name) => hidden.close(name),
    })
    walkXml(xml, {
      open(name, attributes) {
        hidden.open(name, attributes)
        if (name === 'text:p' || name === 'text:h') {
          inWords++
          const level = Number(attributes['text:outline-level'] ?? 1) - 1
          if (name === 'text:h' && !hidden.isHidden)
            heading = { level: Math.max(level, 0), words: [] }
        } else if (name === 'text:tab') put('\t')
        else if (name === 'text:line-break') put('\n')
        else if (name === 'text:s') put(' '.repeat(Math.min(20, Number(attributes['text:c'] ?? 1))))
        else if (name === 'office:spreadsheet') isWorkbook = true
        else if (name === 'table:table-cell') inCell++
        else if (name === 'text:soft-page-break' || name === 'draw:page') breakPage()
        else if (name === 'table:table' && inWords === 0 && inCell === 0) {
          const sheet = attributes['table:name']
          if (isWorkbook && !hidden.isHidden) {
            breakPage()
            put(`${sheet ?? ''}\n`)
            if (sheet) outline.push({ title: sheet, level: 0, page: pages.length })
          }
        }
      },
      text(words) {
        if (inWords === 0) return
        hidden.words(words)
        if (hidden.isHidden) return
        put(words)
        heading?.words.push(words)
      },
      close(name) {
        if (name === 'text:p' || name === 'text:h') {
          inWords--
          const title = heading?.words.join('').replace(/\s+/g, ' ').trim()
          if (name === 'text:h' && heading && title) {
            outline.push({ title, level: heading.level, page: pages.length })
          }
          if (name === 'text:h') heading = undefined
          put(inCell > 0 ? ' ' : '\n')
        } else if (name === 'table:table-cell') {
          inCell--
          put('\t')
        } else if (name === 'table:table-row') put('\n')
        hidden.close(name)
      },
    })
    sayHidden(hidden.told, sink)
    const texts = pages.map((parts) => mendText(parts.join('').split('\n').map(tidyRow).join('\n')))
    givePages(texts, limits, sink, outline)
  },
}
