import type { ScrapedDocument } from '../../src/model/document.ts'
import { PageShapeError, PortalErrorPage } from '../../src/model/errors.ts'
import type { ScrapedMatter } from '../../src/model/matter.ts'
import type { Page } from '../../src/scraping/contract.ts'
import {
  cleanLines,
  cleanText,
  findElement,
  findElements,
  linkResolver,
  type MarkupNode,
  parseMarkup,
  textOf,
} from '../../src/scraping/html.ts'
import { hasClass } from '../seen-text.ts'
import { refuseStandIn } from '../stand-in.ts'
import { type Decision, readDecision } from './parse-motion.ts'

/** An item as its own page has it, or the print of the whole agenda. */
export interface ItemDetails {
  /** As printed, its number before it: "9.2 Minutes of July 9". */
  readonly subject: string
  readonly id: string | null
  readonly type: string | null
  readonly text: string
  readonly documents: readonly ScrapedDocument[]
  /** `undefined` before anything was decided. */
  readonly decision: Decision | undefined
}

const isFile = /\/p?files\/[^/]+\/\$file\//i
const size = /\s*\(\s*[\d.,]+\s*(?:bytes?|[KMG]i?B)\s*\)$/i
/** What the agenda tells already, or of nobody's interest. */
const known = /^(?:subject|category|type|meeting|access)\b/i

const isBlock = (node: MarkupNode) =>
  node.attribs?.id === 'view-agenda-item' ||
  (node.name === 'div' && hasClass(node, /(?:^|\s)agendaorder(?:\s|$)/))
const isBody = (node: MarkupNode) =>
  hasClass(node, /(?:^|\s)itembody(?:\s|$)/) || node.attribs?.key === 'publicbody'

/**
 * The items of `PRINT-AgendaDetailed` or of `BD-GetAgendaItem`, each with its words and files.
 *
 * @throws {PageShapeError} {PortalErrorPage}
 */
export function parseBoardDocsDetails(page: Page): ItemDetails[] {
  const root = parseMarkup(page.text())
  const toLink = linkResolver(page.finalUrl)
  const items = findElements(root, isBlock).flatMap((block) => readBlock(block, toLink) ?? [])
  if (items.length > 0) return items
  throw refusal(page, 'an item of BoardDocs (.agendaorder with a Subject)')
}

/**
 * The files of one item: `BD-GetPublicFiles`, or any page above.
 *
 * @throws {PageShapeError} {PortalErrorPage}
 */
export function parseBoardDocsFiles(page: Page): ScrapedDocument[] {
  const root = parseMarkup(page.text())
  const files = filesIn(root, linkResolver(page.finalUrl))
  if (files.length > 0 || findElement(root, isBlock)) return files
  // It is asked of items that have files, so that an answer without any is another page.
  throw refusal(page, 'files of BoardDocs (a.public-file)')
}

/** The items that an agenda marks as having files, by the portal's number. */
export function itemsWithFiles(page: Page): string[] {
  return findElements(
    parseMarkup(page.text()),
    (node) => node.name === 'li' && hasClass(node, /(?:^|\s)item(?:\s|$)/),
  ).flatMap((item) => {
    const id = item.attribs?.unique
    const isMarked =
      findElement(item, (node) => hasClass(node, /\bfa-file|\bfa-paperclip/)) !== undefined ||
      /contains an attachment/i.test(textOf(item))
    return id && isMarked ? [id] : []
  })
}

export function toMatter(item: ItemDetails, page: Page): ScrapedMatter {
  return {
    upstreamId: item.id ?? page.url,
    fileNumber: null,
    name: null,
    title: item.subject.replace(/^(?:\d{1,3}(?:\.\d{1,3})+|[\dA-Za-z]{1,3}[.)])\s+/, ''),
    type: item.type,
    status: null,
    introducedOn: null,
    sponsors: [],
    text: item.text,
    sourceUrl: page.finalUrl,
    documents: item.documents,
    history: [],
  }
}

function refusal(page: Page, expected: string): Error {
  const said = cleanText(page.text().slice(0, 200))
  if (/^no access/i.test(said)) return new PortalErrorPage('No Access', page.url)
  if (said !== '') refuseStandIn(page)
  return new PageShapeError(expected, page.url)
}

type ToLink = (href: string | undefined) => string | undefined

function readBlock(block: MarkupNode, toLink: ToLink): ItemDetails | undefined {
  const rows = rowsOf(block)
  const subject = rows.find(([label]) => /^subject\b/i.test(label))?.[1] ?? boldSubject(block)
  if (!subject) return undefined
  const body = findElement(block, isBody)
  const told = rows.filter(([label]) => !known.test(label)).map((row) => row.join(': '))
  const words = body ? cleanLines(textOf(body)) : ''
  return {
    subject,
    id: block.attribs?.unique ?? idIn(block) ?? null,
    type: rows.find(([label]) => /^type\b/i.test(label))?.[1] || null,
    text: [...told, words].filter((part) => part !== '').join('\n'),
    documents: filesIn(block, toLink),
    decision: readDecision(block),
  }
}

/** Label and value of each row that has both: "Dollar Amount", "Recommended Action". */
function rowsOf(block: MarkupNode): (readonly [string, string])[] {
  return findElements(block, (node) => hasClass(node, /(?:^|\s)row(?:\s|$)/)).flatMap((row) => {
    const label = findElement(row, (node) => hasClass(node, /\bleftcol\b/))
    const value = findElement(row, (node) => hasClass(node, /\brightcol\b/))
    const isOwnPart = (node: MarkupNode) => isBody(node) || isFile.test(node.attribs?.href ?? '')
    if (!label || !value || findElement(value, isOwnPart)) return []
    const pair = [cleanText(textOf(label)).replace(/\s*:$/, ''), cleanText(textOf(value))] as const
    return pair[1] === '' ? [] : [pair]
  })
}

/** Prints without rows have it in a line: "Subject 9.2 Minutes of July 9". */
function boldSubject(block: MarkupNode): string | undefined {
  const line = findElement(
    block,
    (node) =>
      node.name === 'div' &&
      /^subject\s/i.test(cleanText(textOf(node))) &&
      !(node.children ?? []).some(({ name }) => name === 'div' || name === 'dl'),
  )
  return line && cleanText(textOf(line)).replace(/^subject\s+/i, '')
}

/** The button that copies the item's address has it. */
function idIn(block: MarkupNode): string | undefined {
  const address = /goto\?open&(?:amp;)?id=([0-9A-Z]{6,20})/i
  const holder = findElement(block, ({ attribs }) =>
    Object.values(attribs ?? {}).some((value) => address.test(value)),
  )
  const values = Object.values(holder?.attribs ?? {})
  return values.flatMap((value) => address.exec(value)?.[1] ?? [])[0]
}

function filesIn(node: MarkupNode, toLink: ToLink): ScrapedDocument[] {
  const files = findElements(node, ({ name }) => name === 'a').flatMap((link) => {
    const url = toLink(link.attribs?.href)
    if (!url || !isFile.test(url)) return []
    const title = cleanText(textOf(link)).replace(size, '') || nameIn(url)
    return [{ kind: 'attachment' as const, title, url }]
  })
  return [...new Map(files.map((file) => [file.url, file])).values()]
}

function nameIn(url: string): string {
  try {
    return decodeURIComponent(url.split(/\/\$file\//i).at(-1) ?? '') || 'Attachment'
  } catch {
    return 'Attachment'
  }
}
