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
  walkMarkup,
} from '../../src/scraping/html.ts'
import { type ItemParts, toAgenda } from '../item.ts'

const levelOf = (node: MarkupNode) => {
  const classes = ` ${node.attribs?.class ?? ''} `
  const level = / level(\d) /.exec(classes)?.[1]
  return classes.includes(' item ') && level ? Number(level) : undefined
}
const withClass = (name: string) => (node: MarkupNode) =>
  ` ${node.attribs?.class ?? ''} `.includes(` ${name} `)

/**
 * The items of an agenda that a tenant publishes as a page (`?html=true`): boxes of three levels,
 * of which the outermost are the sections. Empty for a page that holds none.
 */
export function parseHtmlAgenda(page: Page): ScrapedAgendaItem[] {
  const toLink = linkResolver(page.finalUrl)
  const items: ItemParts[] = []
  let section: string | null = null
  walkMarkup(parseMarkup(page.text()), (node) => {
    const level = levelOf(node)
    if (level === undefined) return true
    const isOther = (inner: MarkupNode) => inner !== node && levelOf(inner) !== undefined
    const part = (name: string) => ownElement(node, withClass(name), isOther)
    const title = part('title')
    const words = title ? cleanText(textOf(title, isOther)) : ''
    if (level === 1) section = words || section
    const bullet = part('bullet')
    const text = part('desc')
    const files = part('documents')
    items.push({
      title: words,
      number: bullet ? cleanText(textOf(bullet)) || null : null,
      section: level === 1 ? null : section,
      isHeading: level === 1 && hasItems(node),
      text: text ? cleanLines(textOf(text, isOther)) : '',
      documents: files ? documentsOf(files, toLink) : [],
    })
    return true
  })
  return toAgenda(items)
}

const hasItems = (node: MarkupNode) =>
  findElement(node, (inner) => inner !== node && levelOf(inner) !== undefined) !== undefined

/** The first fitting element that belongs to this item and to none inside it. */
function ownElement(
  node: MarkupNode,
  isWanted: (inner: MarkupNode) => boolean,
  isOther: (inner: MarkupNode) => boolean,
): MarkupNode | undefined {
  let found: MarkupNode | undefined
  walkMarkup(node, (inner) => {
    if (found || isOther(inner)) return false
    if (isWanted(inner)) found = inner
    return !found
  })
  return found
}

function documentsOf(
  box: MarkupNode,
  toLink: (href: string | undefined) => string | undefined,
): ScrapedDocument[] {
  return findElements(box, ({ name }) => name === 'a').flatMap((link) => {
    const url = toLink(link.attribs?.href)
    const title = cleanText(textOf(link)) || 'Attachment'
    return url ? [{ kind: 'attachment' as const, title, url }] : []
  })
}
