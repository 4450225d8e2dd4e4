import { PageShapeError } from '../../src/model/errors.ts'
import type { ScrapedAgendaItem } from '../../src/model/meeting.ts'
import type { Page } from '../../src/scraping/contract.ts'
import {
  cleanText,
  findElement,
  type MarkupNode,
  parseMarkup,
  textOf,
  walkMarkup,
} from '../../src/scraping/html.ts'
import { piecesOf } from '../../src/scraping/page-pieces.ts'
import { type ItemParts, toAgenda } from '../item.ts'
import { findPrintedDate } from '../printed-date.ts'
import { type BoardDocsMeeting, siteOf, toMeeting } from './parse-lists.ts'

const has = (node: MarkupNode, name: string) =>
  ` ${node.attribs?.class ?? ''} `.includes(` ${name} `)
const part = (node: MarkupNode, name: string) => {
  const found = findElement(node, (inner) => has(inner, name))
  return found ? cleanText(textOf(found)) : ''
}

/**
 * The fragment of an agenda: headings and items follow each other, they are not nested.
 *
 * @throws {PageShapeError}
 */
export function parseBoardDocsAgenda(page: Page): ScrapedAgendaItem[] {
  const site = siteOf(page.finalUrl)
  const items: ItemParts[] = []
  let section: string | null = null
  let isAgenda = false
  walkMarkup(parseMarkup(piecesOf(page)), (node) => {
    isAgenda ||= /category-name|wrap-category|agenda-numbering/i.test(node.attribs?.class ?? '')
    if (has(node, 'category-name')) section = cleanText(textOf(node))
    if (node.name !== 'li' || !has(node, 'item')) return true
    isAgenda ||= node.attribs?.unique !== undefined
    const id = node.attribs?.unique ?? null
    const type = part(node, 'actiontype').replace(/[\s,]+$/, '')
    items.push({
      upstreamId: id,
      sourceUrl: id && new URL(`goto?open&id=${encodeURIComponent(id)}`, site).href,
      number: part(node, 'order') || null,
      title: part(node, 'title'),
      section,
      matterType: type || null,
      consent: /\bconsent\b/i.test(type) ? true : null,
    })
    return false
  })
  if (!isAgenda) throw new PageShapeError('an agenda of BoardDocs (.category-name)', page.url)
  return toAgenda(items)
}

/** The head of one meeting; `undefined` where its day is in no known form. */
export function parseBoardDocsMeeting(page: Page): BoardDocsMeeting | undefined {
  const root = parseMarkup(page.text())
  const name = part(root, 'meeting-name')
  const date = findPrintedDate(
    part(root, 'meeting-date') || cleanText(textOf(root)).slice(0, 2_000),
  )?.date
  const id = /goto\?open&(?:amp;)?id=([0-9A-Z]{6,20})/i.exec(page.text())?.[1]
  if (!date || !id) return undefined
  const description = part(root, 'meeting-description')
  return toMeeting({ id, name, date, description, page, body: null, bodyId: null })
}
