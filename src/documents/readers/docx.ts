import { DocumentError } from '../document-error.ts'
import type { OutlineEntry } from '../document-text.ts'
import { headingLevel, isOn, type WordStyle, wordStyles } from './docx-styles.ts'
import { mendText, tidyRow } from './mend-text.ts'
import { mainPart, partOf, sayMacros, walkShown, type XmlHandler } from './office-xml.ts'
import { givePages, type Reader } from './page-sink.ts'
import { partsOf } from './zip.ts'

/**
 * The words of one WordprocessingML part by page. Pages are where Word last broke them, so that a
 * quote's page is the one a person sees; a document never opened in Word is one page.
 *
 * Format: ECMA-376 part 1, chapter 17. Deleted and hidden text, field codes, macros and everything
 * outside the file are left out; there are no entities but XML's own five.
 */
function wordsOf(xml: string, styleOf: (id: string | undefined) => WordStyle): Words {
  const pages: string[][] = [[]]
  const headings: OutlineEntry[] = []
  let heading: { level: number | undefined; words: string[] } = { level: undefined, words: [] }
  /** A text box stands in a run of its own paragraph, so that runs lie in one another. */
  const runs: { isHidden: boolean }[] = []
  /** Properties of a paragraph hold those of its mark, which are no run's. */
  let inParagraphProperties = 0
  /** How the properties were before a tracked change; they hold no more. */
  let inFormer = 0
  /** A text box stands in the middle of a paragraph's words; it is read behind them. */
  let boxes: string[] = []
  let inCell = 0
  let inBox = 0
  const put = (text: string) => {
    if (inBox > 0) boxes.push(text)
    else pages.at(-1)?.push(text)
    if (inBox === 0) heading.words.push(text)
  }
  const putShown = (text: string) => {
    if (!runs.some(({ isHidden }) => isHidden)) put(text)
  }
  const endHeading = () => {
    const title = heading.words.join('').replace(/\s+/g, ' ').trim()
    const { level } = heading
    if (level !== undefined && title !== '') headings.push({ title, level, page: pages.length })
    heading = { level: undefined, words: [] }
  }
  const take = (name: string, value: string | undefined) => {
    const run = inParagraphProperties > 0 ? undefined : runs.at(-1)
    if (inBox > 0 && (name === 'w:pStyle' || name === 'w:outlineLvl')) return
    if (name === 'w:pStyle') heading.level = styleOf(value).heading
    else if (name === 'w:outlineLvl') heading.level = headingLevel(value)
    else if (name === 'w:rStyle' && run) run.isHidden = styleOf(value).isHidden
    else if (name === 'w:vanish' && run) run.isHidden = isOn(value)
  }
  const breakPage = () => {
    const isBegun = (pages.at(-1) ?? []).some((part) => part.trim() !== '')
    if (inBox === 0 && isBegun) pages.push([])
  }
  const endParagraph = () => {
    const end = inCell > 0 ? ' ' : '\n'
    putShown(end)
    if (inBox > 0 || boxes.length === 0) return
    pages.at(-1)?.push(...boxes, end)
    boxes = []
  }
  const handler: XmlHandler = {
    open(name, attributes) {
      if (former.has(name)) inFormer++
      else if (inFormer > 0) return
      else if (name === 'w:p' && inBox === 0) endHeading()
      else if (name === 'w:pPr') inParagraphProperties++
      else if (name === 'w:r') runs.push({ isHidden: false })
      else if (properties.has(name)) take(name, attributes['w:val'])
      else if (name === 'w:txbxContent') inBox++
      else if (name === 'w:tab') putShown('\t')
      else if (name === 'w:noBreakHyphen') putShown('-')
      else if (name === 'w:lastRenderedPageBreak') breakPage()
      else if (name === 'w:br' || name === 'w:cr') {
        if (attributes['w:type'] === 'page') breakPage()
        else putShown('\n')
      } else if (name === 'w:tc') inCell++
    },
    text: putShown,
    close(name) {
      if (former.has(name)) inFormer--
      else if (name === 'w:pPr') inParagraphProperties--
      else if (name === 'w:r') runs.pop()
      else if (name === 'w:txbxContent') inBox--
      else if (name === 'w:p') {
        if (inBox === 0) endHeading()
        endParagraph()
      } else if (name === 'w:tc') {
        inCell--
        put('\t')
      } else if (name === 'w:tr') put('\n')
    },
  }
  walkShown(xml, 'w:t', handler, isGone)
  pages.at(-1)?.push(...boxes)
  return {
    pages: pages.map((parts) => mendText(parts.join('').split('\n').map(tidyRow).join('\n'))),
    headings,
  }
}

interface Words {
  /** Of each page. */
  readonly pages: readonly string[]
  readonly headings: readonly OutlineEntry[]
}

const properties = new Set(['w:pStyle', 'w:outlineLvl', 'w:rStyle', 'w:vanish'])
const former = new Set(['w:rPrChange', 'w:pPrChange'])

/** Tracked changes: what was deleted, and where words stood before they were moved. */
const isGone = (name: string) => name === 'w:del' || name === 'w:moveFrom'

/** Word documents. Headers, footers and notes stand behind the page they are printed on or the last. */
export const docxReader: Reader = {
  name: 'docx',
  version: '4',
  read(bytes, limits, sink) {
    const entries = partsOf(bytes, sink)
    sayMacros(entries, 'word', sink)
    const body = partOf(bytes, entries, mainPart(bytes, entries, 'word/document.xml').name)
    if (body === '') throw new DocumentError('document_damaged', 'The Word file has no text part')
    const styleOf = wordStyles(partOf(bytes, entries, 'word/styles.xml'))
    const textOf = (name: string) => wordsOf(partOf(bytes, entries, name), styleOf).pages.join('\n')
    const { pages, headings } = wordsOf(body, styleOf)
    const around = [...entries.keys()]
      .filter((name) => /^word\/(header|footer)\d*\.xml$/.test(name))
      .toSorted()
      .map(textOf)
    const notes = [textOf('word/footnotes.xml'), textOf('word/endnotes.xml')]
    const first = [pages[0] ?? '', ...new Set(around)].filter((text) => text !== '').join('\n\n')
    const withAround = [first, ...pages.slice(1)]
    const last = [withAround.at(-1) ?? '', ...notes].filter((text) => text !== '').join('\n\n')
    givePages([...withAround.slice(0, -1), last], limits, sink, headings)
  },
}
