import { cutAgenda } from '../../src/agendas/cut-agenda.ts'
import { PageShapeError } from '../../src/model/errors.ts'
import type { ScrapedAgendaItem } from '../../src/model/meeting.ts'
import type { Page } from '../../src/scraping/contract.ts'
import {
  cleanText,
  findElement,
  findElements,
  type MarkupNode,
  parseMarkup,
  textOf,
} from '../../src/scraping/html.ts'
import { parseHtmlAgenda } from '../civicplus/parse-html-agenda.ts'
import { agendaTextOf } from '../html-agenda.ts'
import { type ItemParts, toAgenda } from '../item.ts'
import { refuseStandIn } from '../stand-in.ts'
import { parseGenerated } from './parse-generated.ts'

const numbered = /^((?:\d{1,3}|[A-Z]|[IVX]{1,6})(?:[.)](?:[A-Za-z0-9]{1,3}[.)]?)*))\s+(\S.*)$/

/**
 * The items of an agenda page: of the player's index, of CivicPlus's boxes, to which some viewers
 * lead, of the page that is generated from the item list, or of free markup, cut by its numbering
 * and headings.
 *
 * @throws {PageShapeError} {PortalErrorPage} for a page that leads on by script alone, and for what is
 *   plainly no agenda.
 */
export function parseGranicusAgenda(page: Page): ScrapedAgendaItem[] {
  const markup = page.text()
  const boxes = /\bclass=["'][^"']*\blevel1\b/i.test(markup) ? parseHtmlAgenda(page) : []
  if (boxes.length > 0) return boxes
  const root = parseMarkup(markup)
  const marks = indexPoints(root)
  if (marks.length > 0) return marks
  const generated = parseGenerated(root, page)
  if (generated.length > 0) return generated
  const seeking = toAgenda(findElements(root, seeks).map(toPoint))
  if (seeking.length > 1) return seeking
  const text = agendaTextOf(page)
  if ((text.pages[0]?.text ?? '').length < 40) {
    throw new PageShapeError('an agenda, and got a page without words,', page.url)
  }
  // Links to places in the recording are no files of an item.
  const links = (text.links ?? []).filter(
    ({ url }) => !/\/MediaPlayer\.php|\/player\/clip\//i.test(url ?? ''),
  )
  const items = cutAgenda({ ...text, links })
  if (items.length === 0) refuseStandIn(page)
  return items
}

const isPoint = ({ attribs }: MarkupNode) =>
  / index-point /.test(` ${attribs?.class ?? ''} `) ||
  (attribs !== undefined && 'data-index-point' in attribs)

/** In the agenda beside the player, which moves the recording to an item. */
const seeks = ({ name, attribs }: MarkupNode) =>
  name === 'a' && /SetPlayerPosition\(/i.test(`${attribs?.href ?? ''} ${attribs?.onclick ?? ''}`)

/** Marks of the recording, each an item as the clerk has worded it. */
const indexPoints = (root: MarkupNode) => toAgenda(findElements(root, isPoint).map(toPoint))

function toPoint(node: MarkupNode): ItemParts {
  const link = findElement(node, ({ name }) => name === 'a') ?? node
  const words = cleanText(textOf(link)) || cleanText(textOf(node))
  const [, number = null, title = words] = numbered.exec(words) ?? []
  return { title, number, upstreamId: node.attribs?.['data-id'] ?? node.attribs?.id ?? null }
}
