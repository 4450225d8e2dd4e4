import { DocumentError } from '../document-error.ts'
import { mendText, tidyRow } from './mend-text.ts'
import { mainPart, partOf, sayMacros, walkShown, type XmlHandler } from './office-xml.ts'
import { givePages, type Reader } from './page-sink.ts'
import { listZip } from './zip.ts'

/**
 * The words of one WordprocessingML part by page. Pages are where Word last broke them, so that a
 * quote's page is the one a person sees; a document never opened in Word is one page.
 *
 * Format: ECMA-376 part 1, chapter 17. Deleted text, field codes, macros and everything outside the
 * file are left out; there are no entities but XML's own five.
 */
function wordsOf(xml: string): string[] {
  const pages: string[][] = [[]]
  /** A text box stands in the middle of a paragraph's words; it is read behind them. */
  let boxes: string[] = []
  let inCell = 0
  let inBox = 0
  const put = (text: string) => {
    if (inBox > 0) boxes.push(text)
    else pages.at(-1)?.push(text)
  }
  const breakPage = () => {
    const isBegun = (pages.at(-1) ?? []).some((part) => part.trim() !== '')
    if (inBox === 0 && isBegun) pages.push([])
  }
  const endParagraph = () => {
    const end = inCell > 0 ? ' ' : '\n'
    put(end)
    if (inBox > 0 || boxes.length === 0) return
    pages.at(-1)?.push(...boxes, end)
    boxes = []
  }
  const handler: XmlHandler = {
    open(name, attributes) {
      if (name === 'w:txbxContent') inBox++
      else if (name === 'w:tab') put('\t')
      else if (name === 'w:noBreakHyphen') put('-')
      else if (name === 'w:lastRenderedPageBreak') breakPage()
      else if (name === 'w:br' || name === 'w:cr') {
        if (attributes['w:type'] === 'page') breakPage()
        else put('\n')
      } else if (name === 'w:tc') inCell++
    },
    text: put,
    close(name) {
      if (name === 'w:txbxContent') inBox--
      else if (name === 'w:p') endParagraph()
      else if (name === 'w:tc') {
        inCell--
        put('\t')
      } else if (name === 'w:tr') put('\n')
    },
  }
  walkShown(xml, 'w:t', handler, isGone)
  pages.at(-1)?.push(...boxes)
  return pages.map((parts) => mendText(parts.join('').split('\n').map(tidyRow).join('\n')))
}

/** Tracked changes: what was deleted, and where words stood before they were moved. */
const isGone = (name: string) => name === 'w:del' || name === 'w:moveFrom'

/** Word documents. Headers, footers and notes stand behind the page they are printed on or the last. */
export const docxReader: Reader = {
  name: 'docx',
  version: '3',
  read(bytes, limits, sink) {
    const entries = listZip(bytes)
    sayMacros(entries, 'word', sink)
    const body = partOf(bytes, entries, mainPart(bytes, entries, 'word/document.xml').name)
    if (body === '') throw new DocumentError('document_damaged', 'The Word file has no text part')
    const textOf = (name: string) => wordsOf(partOf(bytes, entries, name)).join('\n')
    const pages = wordsOf(body)
    const around = [...entries.keys()]
      .filter((name) => /^word\/(header|footer)\d*\.xml$/.test(name))
      .toSorted()
      .map(textOf)
    const notes = [textOf('word/footnotes.xml'), textOf('word/endnotes.xml')]
    const first = [pages[0] ?? '', ...new Set(around)].filter((text) => text !== '').join('\n\n')
    const withAround = [first, ...pages.slice(1)]
    const last = [withAround.at(-1) ?? '', ...notes].filter((text) => text !== '').join('\n\n')
    givePages([...withAround.slice(0, -1), last], limits, sink)
  },
}
