import type { ScrapedDocument } from '../src/model/document.ts'
import {
  cleanText,
  findElement,
  findElements,
  type MarkupNode,
  textOf,
} from '../src/scraping/html.ts'
import { type ItemParts, isConsentHeading } from './item.ts'

/** An agenda of rows, in which an item is a link to a page of its own. */
export interface LinkedAgenda {
  /** The number of the item in the address of its own page; `undefined` for other addresses. */
  readonly keyOf: (url: string) => string | undefined
  readonly isFile: (url: string) => boolean
}

type ToLink = (href: string | undefined) => string | undefined

const mark =
  /^(?:(?:item|no\.?)\s*)?\(?((?:\d{1,3}|[A-Za-z]{1,2}|[IVXivx]{1,6})(?:\.[\dA-Za-z]{1,3})*)[.):]{1,2}$/i
const leading = /^(\(?(?:\d{1,3}|[A-Z]{1,2}|[IVX]{1,6})(?:\.[\dA-Za-z]{1,3})*[.)]{1,2})\s+(\S.*)$/
const isFilesLabel = /^(?:attachments?|supporting documents?|files?)\s*:?$/i
const opened = /(?:window\.open|open\w*|popup\w*)\(\s*(?:&#39;|['"])([^'"]+?)(?:&#39;|['"])/i

/** Where a link leads, by its address or by the script that opens it. */
export function addressOf({ attribs }: MarkupNode, toLink: ToLink): string | undefined {
  const { href = '', onclick = '' } = attribs ?? {}
  const isScript = href === '' || href.startsWith('#') || /^javascript:/i.test(href.trim())
  const called = isScript ? opened.exec(`${onclick} ${href}`)?.[1] : undefined
  return toLink(called?.replaceAll('&amp;', '&') ?? (isScript ? undefined : href))
}

interface Row {
  readonly key: string | undefined
  readonly url: string | undefined
  readonly number: string | null
  readonly words: string
  readonly documents: readonly ScrapedDocument[]
  readonly isStrong: boolean
}

/**
 * The items of such an agenda, its headings among them: numbered rows without a page of their own
 * are items or headings too, bold ones without a number are headings. Files stand in the item's own
 * row, or below it. Empty where no row leads to the page of an item.
 */
export function readLinkedItems(
  root: MarkupNode,
  toLink: ToLink,
  agenda: LinkedAgenda,
): ItemParts[] {
  const rows = innermostRows(root).map((row) => readRow(row, toLink, agenda))
  const first = rows.findIndex(({ key, number }) => key !== undefined || number !== null)
  if (!rows.some(({ key }) => key !== undefined)) return []
  const items: ItemParts[] = []
  let section: string | null = null
  rows.slice(headStart(rows, first)).forEach((row, at, all) => {
    if (row.words === '' || isFilesLabel.test(row.words) || isFileRow(row)) {
      addFiles(items, row.documents)
      return
    }
    if (row.key === undefined && row.number === null && !row.isStrong) {
      addText(items, row)
      return
    }
    const isHeading = row.key === undefined && (row.number === null || leadsOthers(all, at))
    if (isHeading) section = row.words
    items.push({
      upstreamId: row.key ?? null,
      number: row.number,
      title: row.words,
      section: isHeading ? null : section,
      isHeading,
      sourceUrl: row.key === undefined ? null : (row.url ?? null),
      documents: row.documents,
    })
  })
  // Bold words behind the last item are no heading of anything.
  const last = items.findLastIndex(({ isHeading, number }) => !isHeading || number)
  return items.slice(0, last + 1)
}

/** The heading right above the first item belongs to the agenda, the page's head does not. */
function headStart(rows: readonly Row[], first: number): number {
  const above = rows[first - 1]
  const isItsHeading =
    above?.isStrong === true && above.words !== '' && rows[first]?.key !== undefined
  return isItsHeading ? first - 1 : first
}

const isFileRow = ({ key, documents, words }: Row) =>
  key === undefined &&
  documents.length > 0 &&
  documents.map(({ title }) => title).join(' ').length >= words.length - 20

/** A numbered row without a page heads those below when they are counted in another way. */
function leadsOthers(rows: readonly Row[], at: number): boolean {
  const row = rows[at]
  const next = rows.slice(at + 1).find(({ number, key }) => number !== null || key !== undefined)
  if (!row || next === undefined) return false
  if (isConsentHeading(row.words)) return true
  return next.key !== undefined && styleOf(next.number) !== styleOf(row.number)
}

/** "1." and "12." are of one style, "A." and "1.a" of others. */
const styleOf = (number: string | null) =>
  (number ?? '')
    .replace(/\d+/g, '1')
    .replace(/\b[IVX]+\b/g, 'I')
    .replace(/\b[A-HJ-UWYZ]\b/g, 'A')
    .replace(/\b[a-z]\b/g, 'a')

function addFiles(items: ItemParts[], documents: readonly ScrapedDocument[]): void {
  const last = items.at(-1)
  if (!last || last.isHeading || documents.length === 0) return
  const known = new Set((last.documents ?? []).map(({ url }) => url))
  const added = documents.filter(({ url }) => !known.has(url))
  items[items.length - 1] = { ...last, documents: [...(last.documents ?? []), ...added] }
}

function addText(items: ItemParts[], row: Row): void {
  const last = items.at(-1)
  if (!last || last.isHeading) return
  items[items.length - 1] = { ...last, text: [last.text, row.words].filter(Boolean).join('\n') }
  addFiles(items, row.documents)
}

/** Rows of tables that hold no smaller row. */
function innermostRows(root: MarkupNode): MarkupNode[] {
  const isRow = ({ name }: MarkupNode) => name === 'tr'
  return findElements(root, isRow).filter(
    (row) => !(row.children ?? []).some((child) => findElement(child, isRow) !== undefined),
  )
}

function readRow(row: MarkupNode, toLink: ToLink, { keyOf, isFile }: LinkedAgenda): Row {
  const links = findElements(row, ({ name }) => name === 'a').map((link) => ({
    link,
    url: addressOf(link, toLink),
    words: cleanText(textOf(link)),
  }))
  const own = links.find(({ url, words }) => words !== '' && keyOf(url ?? '') !== undefined)
  const item = own ?? links.find(({ url }) => keyOf(url ?? '') !== undefined)
  const cells = findElements(row, ({ name }) => name === 'td' || name === 'th').map((cell) =>
    cleanText(textOf(cell)),
  )
  const marks = cells.filter((text) => mark.test(text))
  const longest = cells.filter((text) => !mark.test(text)).sort((a, b) => b.length - a.length)[0]
  const said = own?.words ?? longest ?? cleanText(textOf(row))
  const [, printed = null, rest = said] = marks.length > 0 ? [] : (leading.exec(said) ?? [])
  const documents = links.flatMap(({ url, words }): ScrapedDocument[] =>
    url && isFile(url) ? [{ kind: 'attachment', title: words || 'Attachment', url }] : [],
  )
  return {
    key: item?.url === undefined ? undefined : keyOf(item.url),
    url: item?.url,
    number: marks.join('') || printed,
    words: rest,
    documents: [...new Map(documents.map((file) => [file.url, file])).values()],
    isStrong: isStrong(row),
  }
}

/** Bold from its first word to its last. */
function isStrong(row: MarkupNode): boolean {
  const isBold = ({ name, attribs }: MarkupNode) =>
    name === 'strong' ||
    name === 'b' ||
    name === 'th' ||
    /^h[1-6]$/.test(name ?? '') ||
    /font-weight\s*:\s*(?:bold|[6-9]00)/i.test(attribs?.style ?? '')
  return (
    findElement(row, isBold) !== undefined &&
    !/[\p{L}\d]/u.test(textOf(row, isBold).replace(/^[\s\dA-Z]{1,5}[.)]/, ''))
  )
}
