import type { ScrapedDocument } from '../../src/model/document.ts'
import { PageShapeError } from '../../src/model/errors.ts'
import type { ScrapedAgendaItem } from '../../src/model/meeting.ts'
import type { Page } from '../../src/scraping/contract.ts'
import {
  cleanLines,
  cleanText,
  findElement,
  findElements,
  linkTarget,
  type MarkupNode,
  parseMarkup,
  textOf,
  walkMarkup,
} from '../../src/scraping/html.ts'
import { type ItemParts, splitFileNumber, toAgenda } from '../item.ts'

const hasClass = (node: MarkupNode, name: string) =>
  ` ${node.attribs?.class ?? ''} `.includes(` ${name} `)

/**
 * The items of a compiled agenda (`/Portal/Meeting`), under the headings of its sections.
 *
 * @throws {PageShapeError} for a page that is no compiled agenda.
 */
export function parsePrimeGovAgenda(page: Page): ScrapedAgendaItem[] {
  const root = parseMarkup(page.text(), 'browser')
  const items: ItemParts[] = []
  let section: string | null = null
  let isAgenda = false
  walkMarkup(root, (node) => {
    if (node.attribs?.id === 'MeetingContents') isAgenda = true
    if (node.attribs && 'data-sectionid' in node.attribs) {
      isAgenda = true
      section = sectionHeading(node) || section
    }
    const isItem =
      hasClass(node, 'meeting-item') ||
      (node.attribs?.['data-itemid'] && !hasClass(node, 'agenda-item'))
    if (!isItem) return true
    items.push(toItem(node, section, page))
    return false
  })
  if (!isAgenda) throw new PageShapeError('a compiled agenda (#MeetingContents)', page.url)
  return toAgenda(items)
}

/** The first row of a section, without the items below it. */
function sectionHeading(section: MarkupNode): string {
  const row = findElement(section, (node) => hasClass(node, 'section-row'))
  return row ? cleanText(textOf(row, (node) => hasClass(node, 'meeting-item'))).slice(0, 1_000) : ''
}

function toItem(node: MarkupNode, section: string | null, page: Page): ItemParts {
  const cell = findElement(node, (inner) => hasClass(inner, 'number-cell'))
  const words = findElement(node, (inner) => hasClass(inner, 'agenda-item')) ?? node
  // Rules drawn of dashes are no words.
  const lines = cleanLines(textOf(words))
    .split('\n')
    .filter((line) => /[\p{L}\p{N}]/u.test(line))
  const first = lines[0] ?? ''
  const split = splitFileNumber(first)
  const [title = '', ...rest] = split
    ? [split.rest, ...lines.slice(1)].filter((line) => line !== '')
    : lines
  const id = node.attribs?.['data-itemid'] ?? null
  return {
    upstreamId: id,
    number: cell ? cleanText(textOf(cell)) || null : null,
    title: title || first || 'Untitled item',
    fileNumber: split?.fileNumber ?? null,
    section,
    text: rest.join('\n'),
    sourceUrl: id ? `${page.finalUrl.split('#')[0]}#AgendaItem_${id}` : null,
    documents: attachmentsOf(node, page),
  }
}

/** Files; the viewer of the same file is a script and no document. */
function attachmentsOf(node: MarkupNode, page: Page): ScrapedDocument[] {
  const documents = new Map<string, ScrapedDocument>()
  for (const link of findElements(node, ({ name }) => name === 'a')) {
    const href = link.attribs?.href
    if (!href || !/historyattachment|CompiledDocument|DownloadFile|\.pdf(?:$|\?)/i.test(href))
      continue
    const url = linkTarget(href, page.finalUrl)
    if (!url || documents.has(url)) continue
    const title =
      cleanText(textOf(link)) || cleanText((link.attribs?.title ?? '').replace(/^Download /, ''))
    documents.set(url, { kind: 'attachment', title: title || 'Attachment', url })
  }
  return [...documents.values()]
}
