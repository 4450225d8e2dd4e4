import { PageShapeError, PortalErrorPage } from '../../src/model/errors.ts'
import type { ScrapedAgendaItem } from '../../src/model/meeting.ts'
import type { Page } from '../../src/scraping/contract.ts'
import {
  cleanText,
  findElement,
  linesOf,
  type MarkupNode,
  parseMarkup,
  textOf,
  walkMarkup,
} from '../../src/scraping/html.ts'
import { type ItemParts, toAgenda } from '../item.ts'
import { itemPageOf } from './item-page.ts'

/** Whoever writes more has linked a whole document to one item. */
const longestTitle = 20_000

const call = /loadAgenda(Item|Section)\(\s*(\d+)\s*(?:,\s*(true|false))?/i

/**
 * The items of an agenda in either of its versions: a tree of sections and items, or a word
 * processor's document in which nothing but the links to items has a meaning. What a document prints
 * between two of them belongs to the first; nothing tells where the words below the last end.
 *
 * @throws {PageShapeError} {PortalErrorPage} for the page that a tenant gives for the other version.
 */
export function parseOnBaseAgenda(page: Page): ScrapedAgendaItem[] {
  const markup = page.text()
  if (!/loadAgenda(?:Item|Section)\(/i.test(markup)) {
    const title = cleanText(/<title[^>]*>([^<]{0,200})/i.exec(markup)?.[1] ?? '')
    if (/error|not found/i.test(`${title} ${markup.slice(0, 3_000)}`)) {
      throw new PortalErrorPage(title || 'error', page.url)
    }
    throw new PageShapeError('an agenda of OnBase (loadAgendaItem)', page.url)
  }
  const items = new Map<string, ItemParts>()
  let section: string | null = null
  let number: string | null = null
  let last: string | undefined
  let below: string[] = []
  const isDocument = !/accessible-item/.test(markup)
  const closeLast = () => {
    const item = items.get(last ?? '')
    const words = below.filter((_, at) => at < below.length - 1 || !isSubheading(below[at] ?? ''))
    const text = [item?.text, ...words].filter(Boolean).join('\n')
    if (last && item && !item.isHeading) items.set(last, { ...item, text })
    below = []
  }
  walkMarkup(parseMarkup(markup), (node) => {
    if (node.name === 'td' || node.name === 'p') {
      const printed = numberIn(node)
      const words = printed || !isDocument ? [] : wordsBelow(node)
      if (printed) number = printed
      // The number was that of what stands here without a link.
      else if (words.length > 0) number = null
      if (last) below.push(...words)
    }
    const [, what, id, isSection] =
      call.exec(`${node.attribs?.href ?? ''} ${node.attribs?.onclick ?? ''}`) ?? []
    if (node.name !== 'a' || !what || !id) return true
    const isHeading = what.toLowerCase() === 'section' || isSection === 'true'
    const key = `${isHeading ? 'S' : 'I'}${id}`
    const words = wordsOf(node)
    const known = items.get(key)
    if (key !== last && words !== '') {
      closeLast()
      last = key
    }
    // One item may be split over several links.
    if (known) {
      if (known.title.length < longestTitle) {
        items.set(key, { ...known, title: cleanText(`${known.title} ${words}`) })
      }
    } else if (words !== '') {
      const [, own = null, title = words] =
        /^([\dA-Z]{1,3}(?:\.[\dA-Za-z]{1,3})*[.)]?)\s+(\S.*)$/.exec(words) ?? []
      const isNumbered = own !== null && /[\d.)]/.test(own)
      items.set(key, {
        upstreamId: id,
        number: isNumbered ? own : number,
        title: isNumbered ? title : words,
        section: isHeading ? null : section,
        isHeading,
        sourceUrl: isHeading ? null : itemPageOf(page.finalUrl, id),
      })
      if (isHeading) section = words
    }
    number = null
    return false
  })
  return toAgenda([...items.values()])
}

/** The words themselves; the link's title is the same for all. */
function wordsOf(node: MarkupNode): string {
  const own = findElement(node, ({ attribs }) =>
    /accessible-(?:item|header)-text/.test(attribs?.class ?? ''),
  )
  const number = own ? cleanText(textOf(node, (inner) => inner === own)) : ''
  const words = cleanText(textOf(own ?? node))
  return words === '' ? '' : number ? `${number} ${words}` : words
}

/** A cell or line that holds a number and nothing else. */
function numberIn(node: MarkupNode): string | undefined {
  if (findElement(node, ({ name }) => name === 'a' || name === 'table')) return undefined
  const text = cleanText(textOf(node))
  return /^(?:\d{1,3}|[A-Za-z]|[IVX]{1,5})(?:\.[\dA-Za-z]{1,3})*[.)]$/.test(text) ? text : undefined
}

/** Lines of a paragraph that leads to no item, or of a cell without paragraphs; not its mark. */
function wordsBelow(node: MarkupNode): string[] {
  const isOther = ({ name, attribs }: MarkupNode) =>
    name === 'p' || name === 'table' || call.test(attribs?.href ?? '')
  if (findElement(node, isOther)) return []
  return linesOf(node).filter((line) => !/^(?:\d{1,3}|[A-Za-z]|[IVX]{1,5})[.)]?$/.test(line))
}

/** The last line before the next item may head it: a department in capitals. */
const isSubheading = (line: string) => line.length < 60 && !/[\p{Ll}\d]/u.test(line)
