import type { ScrapedDocument } from '../../src/model/document.ts'
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
} from '../../src/scraping/html.ts'
import { cutPage } from '../agenda-file.ts'
import { type ItemParts, toAgenda } from '../item.ts'
import type { ItemPageShape } from '../item-page.ts'
import { readLinkedItems } from '../linked-items.ts'

const keyOf = (url: string) =>
  /[?&]dsp=agm\b/i.test(url) || /agenda-item\.cfm/i.test(url)
    ? /[?&]seq=(\d+)/i.exec(url)?.[1]
    : undefined
const isFile = (url: string) => /\.(?:pdf|docx?|xlsx?|pptx?)(?:$|\?)|docs\//i.test(url)

/** The memo behind an item. */
export const memo: ItemPageShape = {
  frame: /AgendaQuick|dsp=agm|agenda-item\.cfm|agenda_publish\.cfm/i,
  frameName: 'a memo of AgendaQuick',
  keyOf,
  isFile,
}

const mark = /^(?:\d{1,3}|[A-Za-z]|[IVX]{1,5})(?:\.[\dA-Za-z]{1,3})*[.)]$/

/**
 * The items of an agenda. The newer form is a row of blocks without nesting, in which number, words
 * and link follow each other; the older is a table of links to memos.
 */
export function parseDestinyAgenda(page: Page): ScrapedAgendaItem[] {
  const root = parseMarkup(page.text())
  const table = findElement(root, ({ attribs }) => attribs?.id === 'agenda-table')
  const toLink = linkResolver(page.finalUrl)
  const items = table ? readBlocks(table, toLink) : readLinkedItems(root, toLink, { keyOf, isFile })
  return items.length > 0 ? toAgenda(items) : cutPage(page)
}

type ToLink = (href: string | undefined) => string | undefined

function readBlocks(table: MarkupNode, toLink: ToLink): ItemParts[] {
  const items: ItemParts[] = []
  let section: string | null = null
  let number: string | null = null
  for (const block of (table.children ?? []).filter(({ name }) => name === 'div')) {
    const link = findElement(
      block,
      ({ name, attribs }) => name === 'a' && /agenda-item\.cfm/i.test(attribs?.href ?? ''),
    )
    const last = items.at(-1)
    if (link && last && !last.isHeading) {
      const url = toLink(link.attribs?.href)
      const upstreamId = /[?&]seq=(\d+)/i.exec(link.attribs?.href ?? '')?.[1] ?? null
      items[items.length - 1] = {
        ...last,
        sourceUrl: url ?? null,
        upstreamId,
        documents: filesOf(block, toLink),
      }
      continue
    }
    const lines = cleanLines(textOf(block))
      .split('\n')
      .filter((line) => line !== '')
    const [title = '', ...rest] = lines
    if (mark.test(title) && rest.length === 0) number = title
    else if (/[\p{L}]{2}/u.test(title)) {
      const isHeading =
        number === null &&
        findElement(block, ({ name }) => name === 'strong' || name === 'b') !== undefined &&
        rest.length === 0
      if (isHeading) section = title
      if (isHeading || number !== null) {
        items.push({
          number,
          title,
          text: rest.join('\n'),
          section: isHeading ? null : section,
          isHeading,
        })
      }
      number = null
    }
  }
  return items
}

function filesOf(node: MarkupNode, toLink: ToLink): ScrapedDocument[] {
  return findElements(node, ({ name }) => name === 'a').flatMap((link): ScrapedDocument[] => {
    const url = toLink(link.attribs?.href)
    if (!url || !isFile(url)) return []
    return [{ kind: 'attachment', title: cleanText(textOf(link)) || 'Attachment', url }]
  })
}
