import { readAgendaHead } from '../../src/agendas/head.ts'
import type { AgendaText } from '../../src/model/agenda-text.ts'
import { PageShapeError } from '../../src/model/errors.ts'
import type { ScrapedAgendaItem } from '../../src/model/meeting.ts'
import type { Page } from '../../src/scraping/contract.ts'
import {
  cleanText,
  findElement,
  findElements,
  linesOf,
  linkResolver,
  type MarkupNode,
  parseMarkup,
  textOf,
  walkMarkup,
} from '../../src/scraping/html.ts'
import { cutPage } from '../agenda-file.ts'
import { type ItemParts, isConsentHeading, splitFileNumber, toAgenda } from '../item.ts'
import type { MeetingDetails } from '../meeting.ts'
import { filesOf, type ToLink } from './files.ts'
import { refuseForeignPage } from './foreign-page.ts'
import { has, part, readDecision, readText } from './parse-motions.ts'
import { readOldItems } from './parse-old-agenda.ts'

/**
 * The items of a meeting's page, agenda or minutes: boxes of the present markup, else the
 * selectable headings of older ones, else the page's words cut by their numbering; and how to take
 * part, as its head prints it.
 *
 * @throws {PageShapeError} {PortalErrorPage}
 */
export function parseEscribeAgenda(page: Page): EscribeAgenda {
  const root = parseMarkup(page.text())
  const agendaItems = readItems(root, page)
  const header = part(root, 'AgendaHeader')
  if (!header) return { agendaItems }
  const { remoteUrl, comment } = readAgendaHead(headerText(header, page))
  return { agendaItems, head: { location: null, remoteUrl, comment } }
}

export type EscribeAgenda = Pick<MeetingDetails, 'agendaItems' | 'head'>

function headerText(header: MarkupNode, page: Page): AgendaText {
  const toLink = linkResolver(page.finalUrl)
  const links = findElements(header, ({ name }) => name === 'a').flatMap((link) => {
    const url = toLink(link.attribs?.href)
    return url ? [{ page: 1, text: cleanText(textOf(link)), url, toPage: null }] : []
  })
  return { pages: [{ page: 1, text: linesOf(header).join('\n') }], outline: [], links }
}

/** @throws {PageShapeError} {PortalErrorPage} */
function readItems(root: MarkupNode, page: Page): ScrapedAgendaItem[] {
  const toLink = linkResolver(page.finalUrl)
  const boxes = readBoxes(root, toLink)
  if (boxes.length > 0) return toAgenda(boxes)
  const old = readOldItems(root, toLink)
  if (old.length > 0) return toAgenda(old)
  refuseForeignPage(page, root)
  if (!findElement(root, isFrame)) {
    throw new PageShapeError('an agenda of eSCRIBE (.AgendaItemContainer)', page.url)
  }
  return cutPage(page)
}

/** What every page of a meeting has around its items, whatever their markup. */
const isFrame = (node: MarkupNode) =>
  /\b(?:Agenda|AgendaItems|AgendaHeader\w*|WordSection\d|SelectedItemTitle)\b/.test(
    node.attribs?.class ?? '',
  )

const isBox = (node: MarkupNode) => has(node, 'AgendaItem')
const isContainer = (node: MarkupNode) => has(node, 'AgendaItemContainer')

function readBoxes(root: MarkupNode, toLink: ToLink): ItemParts[] {
  const items: ItemParts[] = []
  const read = (nodes: readonly MarkupNode[], above: Above, depth: number) => {
    for (const container of nodes) {
      const inside = isContainer(container) && depth < 20 ? childContainers(container) : []
      const box = isBox(container) ? container : findElement(container, isBox)
      if (!box) continue
      const item = toItem(box, above, toLink)
      const isHeading = inside.length > 0 && item.documents?.length === 0 && !item.result
      items.push({ ...item, isHeading })
      read(
        inside,
        {
          section: item.title,
          isConsent: above.isConsent || isConsentHeading(item.title),
        },
        depth + 1,
      )
    }
  }
  const containers = childContainers(root)
  const top = { section: null, isConsent: false }
  read(containers.length > 0 ? containers : findElements(root, isBox), top, 0)
  return items
}

interface Above {
  readonly section: string | null
  readonly isConsent: boolean
}

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

/** Closed items have classes of their own and no number in them. */
function toItem(box: MarkupNode, above: Above, toLink: ToLink): ItemParts {
  const counter =
    part(box, 'AgendaItemCounter') ??
    findElement(box, (node) => /ClosedAgendaItemCounter/.test(node.attribs?.class ?? ''))
  const title =
    part(box, 'AgendaItemTitle') ??
    findElement(box, (node) => /ClosedAgendaItemTitle\b/.test(node.attribs?.class ?? ''))
  const words = title ? cleanText(textOf(title)) : ''
  const id = / AgendaItem(\d+) /.exec(` ${box.attribs?.class ?? ''} `)?.[1]
  const link = title && findElement(title, ({ name }) => name === 'a')
  const selected = /SelectItem\((\d+)/.exec(link?.attribs?.href ?? '')?.[1]
  return {
    upstreamId: id ?? selected ?? null,
    number: counter ? cleanText(textOf(counter)) || null : null,
    title: words || 'Untitled item',
    fileNumber: splitFileNumber(words)?.fileNumber ?? null,
    section: above.section,
    ...(above.isConsent && { consent: true }),
    text: readText(box),
    documents: filesOf(box, toLink),
    ...readDecision(box),
  }
}
