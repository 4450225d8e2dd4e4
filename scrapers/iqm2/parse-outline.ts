import type { ScrapedDocument } from '../../src/model/document.ts'
import { PageShapeError } from '../../src/model/errors.ts'
import type { ScrapedAgendaItem } from '../../src/model/meeting.ts'
import type { Page } from '../../src/scraping/contract.ts'
import {
  cleanText,
  cutElement,
  findElement,
  findElements,
  linkResolver,
  type MarkupNode,
  parseMarkup,
  textOf,
} from '../../src/scraping/html.ts'
import { type ItemParts, toAgenda } from '../item.ts'
import { fingerprint, type ListedMeeting } from '../meeting.ts'
import { findPrintedDate, printedClock } from '../printed-date.ts'
import { meetingIdOf } from './address.ts'

const isCell = ({ name }: MarkupNode) => name === 'td'
const has = (node: MarkupNode, name: string) =>
  ` ${node.attribs?.class ?? ''} `.includes(` ${name} `)

/**
 * The outline of a meeting: depth is made of empty cells, attachments are rows below their item.
 * Sections come as headings. Empty where the outline is.
 *
 * @throws {PageShapeError} for a page without an outline's place.
 */
export function parseIqm2Outline(page: Page): ScrapedAgendaItem[] {
  const markup = page.text()
  const start = markup.search(/<table[^>]*\bid=['"]MeetingDetail['"]/i)
  if (start < 0) {
    if (/lblOutline|lblMeetingDate/i.test(markup)) return []
    throw new PageShapeError('an outline of IQM2 (#MeetingDetail)', page.url)
  }
  const table = parseMarkup(cutElement(markup, start, 'table') ?? markup.slice(start))
  const toLink = linkResolver(page.finalUrl)
  const items: ItemParts[] = []
  let section: string | null = null
  for (const row of findElements(table, ({ name }) => name === 'tr')) {
    const title = findElement(row, (node) => isCell(node) && has(node, 'Title'))
    if (!title) continue
    const link = findElement(title, ({ name }) => name === 'a')
    const words = cleanText(textOf(title))
    const url = toLink(link?.attribs?.href?.split(' ')[0])
    if (url && /FileOpen\.aspx/i.test(url)) {
      const item = items.at(-1)
      if (item)
        items[items.length - 1] = {
          ...item,
          documents: [...(item.documents ?? []), attachment(words, url)],
        }
      continue
    }
    if (words === '') continue
    const number = numberOf(row)
    const depth = depthOf(row)
    const isHeading = number === null && depth === 0
    if (isHeading) section = words
    items.push({
      upstreamId: /[?&]ID=(\d+)/i.exec(url ?? '')?.[1] ?? null,
      number,
      title: words,
      section: isHeading ? null : section,
      isHeading,
      matterUpstreamId: /Detail_LegiFile\.aspx/i.test(url ?? '')
        ? (/[?&]ID=(\d+)/i.exec(url ?? '')?.[1] ?? null)
        : null,
      sourceUrl: url ?? null,
      documents: [],
    })
  }
  return toAgenda(items)
}

const attachment = (words: string, url: string): ScrapedDocument => ({
  kind: 'attachment',
  title: words || 'Attachment',
  url,
})

function numberOf(row: MarkupNode): string | null {
  const cell = findElement(row, (node) => isCell(node) && has(node, 'Num'))
  return cell ? cleanText(textOf(cell)) || null : null
}

/** Cells before the number. */
function depthOf(row: MarkupNode): number {
  const cells = (row.children ?? []).filter(isCell)
  return Math.max(
    0,
    cells.findIndex((cell) => has(cell, 'Num')),
  )
}

/** The head of a meeting's own page; `undefined` where its date is in no known form. */
export function parseIqm2Head(page: Page): ListedMeeting | undefined {
  const markup = page.text()
  const field = (name: string) =>
    cleanText(
      textOf(
        parseMarkup(
          new RegExp(`id="ContentPlaceholder1_lbl${name}"[^>]*>([^<]{0,500})`, 'i').exec(
            markup,
          )?.[1] ?? '',
        ),
      ),
    )
  const when = field('MeetingDate')
  const date = findPrintedDate(when)?.date
  const upstreamId = meetingIdOf(page.url) ?? meetingIdOf(page.finalUrl)
  if (!date || !upstreamId) return undefined
  const type = field('MeetingType')
  return {
    upstreamId,
    body: field('MeetingGroup') || 'Meeting',
    bodyUpstreamId: null,
    date,
    printedTime: printedClock(when),
    location: null,
    comment: type || null,
    agendaStatus: field('MeetingStatus') || null,
    minutesStatus: null,
    isHidden: false,
    sourceUrl: page.finalUrl,
    documents: [],
    listFingerprint: fingerprint([when, type]),
  }
}
