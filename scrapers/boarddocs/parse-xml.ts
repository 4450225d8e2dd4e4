import type { ScrapedDocument } from '../../src/model/document.ts'
import { PageShapeError, type Problem } from '../../src/model/errors.ts'
import { findLocalDate } from '../../src/model/ids.ts'
import type { Page } from '../../src/scraping/contract.ts'
import {
  cleanLines,
  cleanText,
  findElement,
  findElements,
  linkTarget,
  type MarkupNode,
  parseXml,
  textOf,
} from '../../src/scraping/html.ts'
import { piecesOf } from '../../src/scraping/page-pieces.ts'
import { type ItemParts, toAgenda } from '../item.ts'
import type { Listing } from '../run.ts'
import { type BoardDocsMeeting, toMeeting } from './parse-lists.ts'

const child = (node: MarkupNode, wanted: string) =>
  (node.children ?? []).find(({ name }) => name === wanted)
const field = (node: MarkupNode, wanted: string) => {
  const found = child(node, wanted)
  return found ? cleanText(textOf(found)) : ''
}

/**
 * `XML-ActiveMeetings`: every active meeting with its categories and items in one answer.
 *
 * @throws {PageShapeError}
 */
export function parseBoardDocsXml(page: Page): Listing<BoardDocsMeeting> {
  const root = parseXml(piecesOf(page))
  const list = findElement(root, ({ name }) => name === 'meetings')
  if (!list) throw new PageShapeError('XML of active meetings (<meetings>)', page.url)
  const problems: Problem[] = []
  const meetings = findElements(list, ({ name }) => name === 'meeting').flatMap(
    (node): BoardDocsMeeting[] => {
      const start = child(node, 'start')
      const date = findLocalDate(start ? field(start, 'date') : '')
      const id = node.attribs?.id
      if (!date || !id) {
        problems.push({
          url: page.url,
          code: 'date_unknown',
          message: `A meeting without id or day: "${field(node, 'name').slice(0, 80)}"`,
        })
        return []
      }
      const described = child(node, 'description')
      const description = described ? cleanLines(textOf(described)) : ''
      const body = cleanText(node.attribs?.bodyname ?? '') || null
      const bodyId = node.attribs?.bodyid ?? null
      const meeting = toMeeting({
        id,
        name: field(node, 'name'),
        date,
        description,
        page,
        body,
        bodyId,
      })
      return [{ ...meeting, agendaItems: toAgenda(itemsOf(node, page)) }]
    },
  )
  return { meetings, problems }
}

const mark = /^((?:\d{1,3}|[A-Za-z]|[IVX]{1,5})(?:\.[\dA-Za-z]{1,3})*[.)]?)\s+(\S[\s\S]*)$/

function itemsOf(meeting: MarkupNode, page: Page): ItemParts[] {
  return findElements(meeting, ({ name }) => name === 'category').flatMap((category) => {
    const section = field(category, 'name')
    return findElements(category, ({ name }) => name === 'item').map((item): ItemParts => {
      const words = field(item, 'name')
      const [, number = null, title = words] = mark.exec(words) ?? []
      const type = field(item, 'actiontype')
      return {
        upstreamId: item.attribs?.id ?? null,
        number,
        title,
        section,
        matterType: type || null,
        consent: /\bconsent\b/i.test(type) ? true : null,
        sourceUrl: linkTarget(field(item, 'link'), page.finalUrl) ?? null,
        documents: filesOf(item, page),
      }
    })
  })
}

function filesOf(item: MarkupNode, page: Page): ScrapedDocument[] {
  return findElements(item, ({ name }) => name === 'file' || name === 'attachment').flatMap(
    (file) => {
      const url = linkTarget(field(file, 'link') || cleanText(textOf(file)), page.finalUrl)
      return url
        ? [{ kind: 'attachment' as const, title: field(file, 'name') || 'Attachment', url }]
        : []
    },
  )
}
