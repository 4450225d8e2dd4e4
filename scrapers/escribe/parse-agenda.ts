import { cutAgenda } from '../../src/agendas/cut-agenda.ts'
import type { ScrapedDocument } from '../../src/model/document.ts'
import { PageShapeError } from '../../src/model/errors.ts'
import type { ScrapedAgendaItem } from '../../src/model/meeting.ts'
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
  walkMarkup,
} from '../../src/scraping/html.ts'
import { agendaTextOf } from '../html-agenda.ts'
import { type ItemParts, splitFileNumber, toAgenda } from '../item.ts'

const has = (node: MarkupNode, name: string) =>
  ` ${node.attribs?.class ?? ''} `.includes(` ${name} `)
const part = (node: MarkupNode, name: string) => findElement(node, (inner) => has(inner, name))

/**
 * The items of a meeting's page: boxes of the present markup, else the selectable headings of older
 * ones, else the page's words cut by their numbering.
 *
 * @throws {PageShapeError}
 */
export function parseEscribeAgenda(page: Page): ScrapedAgendaItem[] {
  const markup = page.text()
  if (!/AgendaItem|SelectItem|escribe/i.test(markup)) {
    throw new PageShapeError('an agenda of eSCRIBE (.AgendaItemContainer)', page.url)
  }
  const root = parseMarkup(markup)
  const toLink = linkResolver(page.finalUrl)
  const boxes = readBoxes(root, toLink)
  if (boxes.length > 0) return toAgenda(boxes)
  const old = readOld(root, toLink)
  return old.length > 0 ? toAgenda(old) : cutAgenda(agendaTextOf(page))
}

type ToLink = (href: string | undefined) => string | undefined

function readBoxes(root: MarkupNode, toLink: ToLink): ItemParts[] {
  const items: ItemParts[] = []
  const read = (nodes: readonly MarkupNode[], section: string | null, depth: number) => {
    for (const container of nodes) {
      const box = findElement(container, (node) => has(node, 'AgendaItem'))
      if (!box) continue
      const item = toItem(box, section, toLink)
      const inside = depth < 20 ? childContainers(container) : []
      items.push({ ...item, isHeading: inside.length > 0 && item.documents?.length === 0 })
      read(inside, depth === 0 ? item.title : section, depth + 1)
    }
  }
  read(childContainers(root), null, 0)
  return items
}

const isContainer = (node: MarkupNode) => has(node, 'AgendaItemContainer')

/** The containers inside, without those inside them. */
function childContainers(node: MarkupNode): MarkupNode[] {
  const found: MarkupNode[] = []
  walkMarkup(node, (inner) => {
    if (!isContainer(inner)) return true
    found.push(inner)
    return false
  })
  return found
}

function toItem(box: MarkupNode, section: string | null, toLink: ToLink): ItemParts {
  const counter = part(box, 'AgendaItemCounter')
  const title = part(box, 'AgendaItemTitle')
  const words = title ? cleanText(textOf(title)) : ''
  const split = splitFileNumber(words)
  const id = / AgendaItem(\d+) /.exec(` ${box.attribs?.class ?? ''} `)?.[1] ?? null
  const text = findElements(
    box,
    (node) => has(node, 'RichText') || has(node, 'AgendaItemDescription'),
  )
    .map((node) => cleanLines(textOf(node)))
    .filter((lines) => lines !== '')
  return {
    upstreamId: id,
    number: counter ? cleanText(textOf(counter)) || null : null,
    title: words || 'Untitled item',
    fileNumber: split?.fileNumber ?? null,
    section,
    text: [...new Set(text)].join('\n'),
    documents: filesOf(box, toLink),
  }
}

/** A file has a link on its icon and one on its name. */
function filesOf(box: MarkupNode, toLink: ToLink): ScrapedDocument[] {
  const documents = new Map<string, ScrapedDocument>()
  for (const link of findElements(box, ({ name }) => name === 'a')) {
    const url = /filestream\.ashx/i.test(link.attribs?.href ?? '')
      ? toLink(link.attribs?.href)
      : undefined
    if (!url) continue
    const id = /DocumentId=(\d+)/i.exec(url)?.[1] ?? url
    const title = cleanText(textOf(link)) || cleanText(link.attribs?.['data-original-title'] ?? '')
    const known = documents.get(id)
    if (!known || (known.title === 'Attachment' && title)) {
      documents.set(id, { kind: 'attachment', title: title || 'Attachment', url })
    }
  }
  return [...documents.values()]
}

const selectable = (node: MarkupNode) =>
  has(node, 'SelectableItem') || (node.attribs !== undefined && 'itemid' in node.attribs)

/** Agendas up to 2020: elements that can be selected, as their word processor wrote them. */
function readOld(root: MarkupNode, toLink: ToLink): ItemParts[] {
  const items = new Map<string, ItemParts>()
  for (const node of findElements(root, selectable)) {
    const id = node.attribs?.itemid ?? String(items.size)
    const lines = cleanLines(textOf(node)).split('\n')
    const words = lines[0] ?? ''
    const [, number = null, title = words] =
      /^(\d{1,3}[.)](?:\d+[.)]?)*)\s+(\S.*)$/.exec(words) ?? []
    if (title === '' || items.has(id)) continue
    items.set(id, {
      upstreamId: node.attribs?.itemid ?? null,
      number,
      title,
      text: lines.slice(1).join('\n'),
      documents: filesOf(node, toLink),
    })
  }
  return [...items.values()]
}
