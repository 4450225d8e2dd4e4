import { cutAgenda } from '../../src/agendas/cut-agenda.ts'
import { readAgendaHead } from '../../src/agendas/head.ts'
import type { AgendaText } from '../../src/model/agenda-text.ts'
import { PageShapeError } from '../../src/model/errors.ts'
import type { Page } from '../../src/scraping/contract.ts'
import {
  cleanLines,
  cleanText,
  findElement,
  linesOf,
  linkResolver,
  type MarkupNode,
  parseMarkup,
  textOf,
  walkMarkup,
} from '../../src/scraping/html.ts'
import { type ItemParts, toAgenda } from '../item.ts'
import type { MeetingDetails } from '../meeting.ts'
import { hasClass, itemIdOf, readItem, readResult, type ToLink } from './parse-item.ts'

/** What a compiled agenda holds: its items, and what it prints above them. */
export type CompiledAgenda = Pick<MeetingDetails, 'agendaItems'> &
  Required<Pick<MeetingDetails, 'head'>>

/**
 * The items of a compiled agenda (`/Portal/Meeting`), under the headings of its sections, with the
 * place and the ways to take part that are printed above them.
 *
 * @throws {PageShapeError} for a page that is no compiled agenda.
 */
export function parsePrimeGovAgenda(page: Page): CompiledAgenda {
  const root = parseMarkup(page.text())
  const contents = findElement(root, ({ attribs }) => attribs?.id === 'MeetingContents')
  const toLink = linkResolver(page.finalUrl)
  const { items, sections } = readContents(contents ?? root, toLink, page)
  if (!contents && items.length === 0 && sections === 0) {
    throw new PageShapeError('a compiled agenda (#MeetingContents)', page.url)
  }
  const text = contents ? textAround(contents, toLink) : { pages: [], outline: [] }
  const isFree = items.length === 0 && sections === 0
  const { location, remoteUrl, comment } = readAgendaHead(text)
  return {
    // Templates without marks are text, with numbers like any other agenda's.
    agendaItems: isFree ? cutAgenda(text) : toAgenda(items),
    head: { location, remoteUrl, comment },
  }
}

const isSection = ({ attribs }: MarkupNode) => attribs !== undefined && 'data-sectionid' in attribs

/**
 * Items in page order. Templates of two kinds: boxes inside sections, and, made of Word files,
 * tables of items that follow tables of headings. Results stand below the item they are about.
 */
function readContents(contents: MarkupNode, toLink: ToLink, page: Page) {
  const items = new Map<string, ItemParts>()
  const areas = new Map<string, MarkupNode>()
  let section: string | null = null
  let sections = 0
  let below = ''
  let last: string | undefined
  const finish = () => {
    const item = last === undefined ? undefined : items.get(last)
    const result = item && findResult(below)
    if (last !== undefined && item && result) items.set(last, { ...item, ...result })
    below = ''
    last = undefined
  }
  walkMarkup(contents, (node) => {
    if (node.type === 'text') {
      if (last !== undefined && below.length < 5_000)
        below += (node.data ?? '').replace(/[\r\n]+/g, ' ')
      return false
    }
    if (node.name === undefined) return node.type !== 'comment'
    if (node.name === 'script' || node.name === 'style') return false
    const area = /^agenda_item_area_(\d+)$/.exec(node.attribs?.id ?? '')?.[1]
    if (area !== undefined) areas.set(area, node)
    const id = itemIdOf(node)
    if (id !== undefined) {
      if (items.has(id)) return true
      finish()
      items.set(id, readItem(node, id, { section, toLink, page }))
      last = id
      // Items may hold others; what is left of this one is not read again.
      return hasOtherItem(node, id)
    }
    if (isSection(node)) {
      finish()
      sections += 1
      section = headingOf(node) || section
    } else if (/^(?:br|p|div|tr|td|li)$/.test(node.name)) {
      below += '\n'
    }
    return true
  })
  finish()
  const found = [...items].map(([id, item]) =>
    withArea(item, id, areas.get(id), { section, toLink, page }),
  )
  return { items: found, sections }
}

const hasOtherItem = (node: MarkupNode, id: string) =>
  findElement(node, (inner) => {
    const other = itemIdOf(inner)
    return other !== undefined && other !== id
  }) !== undefined

/** Older templates keep the files of an item in a box of their own elsewhere. */
function withArea(
  item: ItemParts,
  id: string,
  area: MarkupNode | undefined,
  around: Parameters<typeof readItem>[2],
): ItemParts {
  if (!area || (item.documents?.length ?? 0) > 0) return item
  return { ...item, documents: readItem(area, id, around).documents ?? [] }
}

/** What a section's own row says, without the items below it. */
function headingOf(section: MarkupNode): string {
  const row = findElement(section, (node) => hasClass(node, 'section-row')) ?? section
  const isLeftOut = (node: MarkupNode) =>
    itemIdOf(node) !== undefined || hasClass(node, 'item_contents')
  const lines = linesOf(row, isLeftOut).filter((line) => /[\p{L}\p{N}]/u.test(line))
  // A number of its own line goes before the words.
  const [first = '', second = ''] = lines
  const heading = /^[\dIVXLC]{1,6}[.)]?$/.test(first) ? `${first} ${second}` : first
  return cleanText(heading).slice(0, 1_000)
}

/** "RESULT: ORDER ADOPTED [9-0] YEAS: …", below an item once it was voted on. */
function findResult(below: string): Partial<ItemParts> | undefined {
  const lines = cleanLines(below).split('\n')
  const at = lines.findIndex((line) => /^RESULTS?\s?:/i.test(line))
  return at < 0 ? undefined : readResult(lines.slice(at))
}

/** The words above the first item, and between and below them, as one page. */
function textAround(contents: MarkupNode, toLink: ToLink): AgendaText {
  const isItem = (node: MarkupNode) => isSection(node) || itemIdOf(node) !== undefined
  const links: NonNullable<AgendaText['links']>[number][] = []
  walkMarkup(contents, (node) => {
    if (node.name === undefined || isItem(node)) return false
    const url = node.name === 'a' ? toLink(node.attribs?.href) : undefined
    if (url) links.push({ page: 1, text: cleanText(textOf(node)), url, toPage: null })
    return true
  })
  return { pages: [{ page: 1, text: linesOf(contents, isItem).join('\n') }], outline: [], links }
}
