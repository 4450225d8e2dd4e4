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
import { cutPage } from '../agenda-file.ts'
import { type ItemParts, toAgenda } from '../item.ts'
import { hasClass } from '../seen-text.ts'

/** The address of an agenda's HTML form. */
export const htmlAgenda = /\/adaHtmlDocument\b/i
const isSection = (node: MarkupNode) => hasClass(node, /(?:^|\s)agenda-section(?:\s|$)/)
const isHeader = (node: MarkupNode) => hasClass(node, /(?:^|\s)section-header(?:\s|$)/)
const isFiles = (node: MarkupNode) =>
  hasClass(node, /(?:^|\s)agenda[_-]item[_-]attachments(?:\s|$)/)
const isList = (node: MarkupNode) => hasClass(node, /(?:^|\s)agenda-items(?:\s|$)/)
const numbered = /^(\(?(?:\d{1,3}|[A-Za-z]|[IVXivx]{1,6})(?:\.[\dA-Za-z]{1,3})*[.)])\s*(\S.*)$/

/**
 * The items of the HTML agenda: sections with their lists; the files of an item stand in a list
 * behind it. Pages in another form are cut by their own numbering.
 *
 * @throws {PageShapeError}
 */
export function parseMunicodeAgenda(page: Page): ScrapedAgendaItem[] {
  const root = parseMarkup(page.text())
  if (findElement(root, isList) === undefined) {
    const items = cutPage(page)
    if (items.length > 0 || !htmlAgenda.test(page.url)) return items
    throw new PageShapeError('an HTML agenda (ul.agenda-items)', page.url)
  }
  const toLink = linkResolver(page.finalUrl)
  const items: ItemParts[] = []
  let section: string | null = null
  let heading: number | undefined
  walkMarkup(root, (node) => {
    if (isSection(node)) {
      section = null
      heading = undefined
    }
    if (isHeader(node)) {
      const words = cleanText(textOf(node))
      const [, number = null, title = words] = numbered.exec(words) ?? []
      section = title || null
      heading = items.push({ number, title, isHeading: false }) - 1
      return false
    }
    if (isFiles(node)) {
      const last = items.at(-1)
      if (last && items.length - 1 !== heading) {
        const documents = [...(last.documents ?? []), ...filesOf(node, toLink)]
        items[items.length - 1] = { ...last, documents }
      }
      return false
    }
    if (node.name !== 'li') return true
    items.push(readItem(node, section, toLink))
    const head = heading === undefined ? undefined : items[heading]
    // A section with nothing below it is something to be done itself: "Adjournment".
    if (head && heading !== undefined) items[heading] = { ...head, isHeading: true }
    return false
  })
  return toAgenda(items)
}

type ToLink = (href: string | undefined) => string | undefined

function readItem(node: MarkupNode, section: string | null, toLink: ToLink): ItemParts {
  const lines = cleanLines(textOf(node, isFiles)).split('\n').filter(Boolean)
  const [first = '', second] = lines
  // The number may stand on a line of its own.
  const isAlone = second !== undefined && /^[\dA-Za-z(]{1,5}[.)]$/.test(first)
  const words = isAlone ? `${first} ${second}` : first
  const [, number = null, title = words] = numbered.exec(words) ?? []
  const own = findElement(node, isFiles)
  return {
    number,
    title,
    section,
    text: lines.slice(isAlone ? 2 : 1).join('\n'),
    documents: own ? filesOf(own, toLink) : [],
  }
}

function filesOf(list: MarkupNode, toLink: ToLink): ScrapedDocument[] {
  return findElements(list, ({ name }) => name === 'a').flatMap((link): ScrapedDocument[] => {
    const url = toLink(link.attribs?.href)
    return url ? [{ kind: 'attachment', title: cleanText(textOf(link)) || 'Attachment', url }] : []
  })
}
