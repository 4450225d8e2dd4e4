import type { ScrapedDocument } from '../../src/model/document.ts'
import type { Page } from '../../src/scraping/contract.ts'
import {
  cleanText,
  findElement,
  findElements,
  linesOf,
  type MarkupNode,
  textOf,
} from '../../src/scraping/html.ts'
import { type ItemParts, splitFileNumber } from '../item.ts'
import { readNamedVotes } from '../votes.ts'

export type ToLink = (href: string | undefined) => string | undefined

export const hasClass = (node: MarkupNode, name: string) =>
  ` ${node.attribs?.class ?? ''} `.includes(` ${name} `)

/** The number of the item that an element is the box of; older templates have it on the words only. */
export function itemIdOf(node: MarkupNode): string | undefined {
  const { attribs } = node
  if (!attribs || node.name === undefined) return undefined
  const marked = attribs['data-itemid'] ?? /^AgendaItem_(\d+)$/.exec(attribs.id ?? '')?.[1]
  if (marked !== undefined) return /^\d+$/.test(marked) ? marked : undefined
  if (!hasClass(node, 'item-table')) return undefined
  const words = findElement(node, (inner) => /^AgendaItem_\d+$/.test(inner.attribs?.id ?? ''))
  return words?.attribs?.id?.slice('AgendaItem_'.length)
}

interface Around {
  readonly section: string | null
  readonly toLink: ToLink
  readonly page: Page
}

/** One item: its number, its words, the lines below them, its result, its files. */
export function readItem(node: MarkupNode, id: string, around: Around): ItemParts {
  const isNotOwn = (inner: MarkupNode) => {
    const other = itemIdOf(inner)
    return other !== undefined && other !== id
  }
  const { number, lines } = readWords(node, isNotOwn)
  const at = lines.findIndex((line) => /^RESULTS?\s?:/i.test(line))
  const words = at < 0 ? lines : lines.slice(0, at)
  const first = words[0] ?? ''
  const split = splitFileNumber(first)
  const alone = split ? undefined : words.find((line, place) => place > 0 && isFileNumber(line))
  const own = words.filter((line) => line !== alone)
  const [title = '', ...rest] = joinKind(
    split ? [split.rest, ...own.slice(1)].filter((line) => line !== '') : own,
  )
  return {
    upstreamId: id,
    number,
    title: title || first || 'Untitled item',
    fileNumber: split?.fileNumber ?? alone ?? null,
    section: around.section,
    text: rest.join('\n'),
    sourceUrl: `${around.page.finalUrl.split('#')[0]}#AgendaItem_${id}`,
    documents: filesOf(node, isNotOwn, around.toLink),
    ...(at >= 0 && readResult(lines.slice(at))),
  }
}

/** "CD 4" and "DISCUSSION ITEM ONLY" stand in a cell beside the words, and are read with them. */
function joinKind(lines: readonly string[]): readonly string[] {
  const [kind = '', words = '', ...rest] = lines
  return kind.length <= 24 && words.length >= 60 ? [`${kind} ${words}`, ...rest] : lines
}

/** "CMA 2026-101", "POR 2025 #12" on a line of its own, where councils print it below the words. */
const isFileNumber = (line: string) =>
  line.length <= 20 && /^[A-Z]{1,5}[ -]\d{2,4}[ -]#?\d{1,5}[A-Z]?$/.test(line)

const hidden = /\b(?:item_contents|attachment-holder|attachmentCell|attachment-cell)\b/
const furniture =
  /^(?:combine item['’]s attachments.*|view item details?|item details|has attachments|attachments?:?)$/i

/** The cells of an item are its clip, its number, its words and buttons; without cells, all is words. */
function readWords(
  node: MarkupNode,
  isNotOwn: (inner: MarkupNode) => boolean,
): { readonly number: string | null; readonly lines: string[] } {
  const isLeftOut = (inner: MarkupNode) =>
    isNotOwn(inner) ||
    hidden.test(inner.attribs?.class ?? '') ||
    hasClass(inner, 'optionalButtonsCell')
  // Rules drawn of dashes are no words.
  const wordsOf = (inner: MarkupNode) =>
    linesOf(inner, isLeftOut).filter((line) => /[\p{L}\p{N}]/u.test(line) && !furniture.test(line))
  const [row, ...rows] = rowsOf(node)
  const cells = (row?.children ?? [])
    .filter(({ name }) => name === 'td' || name === 'th')
    .filter((cell) => !isLeftOut(cell))
    .map((cell) => ({ cell, lines: wordsOf(cell) }))
    .filter(({ lines }) => lines.length > 0)
  const [first, second] = cells
  if (!first) return splitNumber(wordsOf(node))
  const below = rows.flatMap((inner) => wordsOf(inner))
  const head = first.lines.join(' ')
  const isNumber =
    second !== undefined && (hasClass(first.cell, 'number-cell') || numberAlone.test(head))
  if (!isNumber) return splitNumber([...cells.flatMap(({ lines }) => lines), ...below])
  return { number: head, lines: [...cells.slice(1).flatMap(({ lines }) => lines), ...below] }
}

const numberAlone = /^\(?(?:\d{1,3}|[A-Za-z]{1,2}|[IVXLC]{1,6})(?:[.-]?[A-Za-z\d]{1,3}){0,3}[.)]?$/
const numberBefore = /^(\(?(?:\d{1,3}|[A-Z]|[IVXLC]{1,6})(?:\.[A-Za-z\d]{1,3}){0,3}[.)])\s+(?=\S)/

/** "4.a. Contract with …": the number in front of the words. */
function splitNumber(lines: readonly string[]) {
  const [first = '', ...rest] = lines
  const number = numberBefore.exec(first)
  if (number?.[1]) return { number: number[1], lines: [first.slice(number[0].length), ...rest] }
  const isAlone = rest.length > 0 && first.length <= 8 && /^\(?[\dA-Z]{1,3}[.)]$/.test(first)
  return isAlone ? { number: first, lines: rest } : { number: null, lines: [...lines] }
}

/** The rows of the table that an item is, or of the first inside its box, without inner tables'. */
function rowsOf(node: MarkupNode): MarkupNode[] {
  const isTable = ({ name }: MarkupNode) => name === 'table'
  const table = isTable(node) ? node : (node.children ?? []).find(isTable)
  return (table?.children ?? []).flatMap((inner) =>
    inner.name === 'tr'
      ? [inner]
      : inner.name === 'tbody' || inner.name === 'thead'
        ? (inner.children ?? []).filter(({ name }) => name === 'tr')
        : [],
  )
}

const continues =
  /^(?:mover?|moved|motion|second|yeas?|ayes?|nays?|noes?|for|against|abs|present|recus|excus)/i

/** "RESULT: ORDER ADOPTED [9-0]", then who voted how, on the same line or on those below. */
export function readResult(lines: readonly string[]): Partial<ItemParts> {
  const [first = '', ...others] = lines
  const end = others.findIndex((line) => !continues.test(line))
  const voted = end < 0 ? others : others.slice(0, end)
  const { before, votes } = readNamedVotes([first, ...voted].join(' '))
  const action = cleanText(before.replace(/^RESULTS?\s?:/i, '')).slice(0, 500)
  return { ...(action && { action }), ...(votes.length > 0 && { votes }) }
}

/** Files; the viewer of the same file is a script and no document. */
function filesOf(
  node: MarkupNode,
  isNotOwn: (inner: MarkupNode) => boolean,
  toLink: ToLink,
): ScrapedDocument[] {
  const foreign = new Set(findElements(node, isNotOwn).flatMap((inner) => linksOf(inner)))
  const documents = new Map<string, ScrapedDocument>()
  for (const link of linksOf(node)) {
    const href = link.attribs?.href
    if (foreign.has(link) || !href) continue
    if (!/historyattachment|CompiledDocument|\.(?:pdf|docx?|xlsx?|pptx?)(?:$|\?)/i.test(href)) {
      continue
    }
    const url = toLink(href)
    if (!url || documents.has(url)) continue
    const title =
      cleanText(textOf(link)) || cleanText((link.attribs?.title ?? '').replace(/^Download /, ''))
    documents.set(url, { kind: 'attachment', title: title || 'Attachment', url })
  }
  return [...documents.values()]
}

const linksOf = (node: MarkupNode) => findElements(node, ({ name }) => name === 'a')
