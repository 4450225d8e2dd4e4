import type { AgendaLink, AgendaText } from '../src/model/agenda-text.ts'
import type { Page } from '../src/scraping/contract.ts'
import {
  cleanLines,
  cleanText,
  findElements,
  linkResolver,
  type MarkupNode,
  parseMarkup,
  textOf,
} from '../src/scraping/html.ts'

const furniture = /^(?:nav|header|footer|aside|select|option|button|noscript|svg|iframe|form)$/

/** Menus and footers of a city's site; an agenda never stands in them. */
const isFurniture = ({ name, attribs }: MarkupNode) =>
  (name !== undefined && furniture.test(name)) || attribs?.role === 'navigation'

/** A page of HTML as one page of text with its links, to be cut into items like a file. */
export function agendaTextOf(page: Page, isLeftOut = isFurniture): AgendaText {
  const root = parseMarkup(page.text())
  const toLink = linkResolver(page.finalUrl)
  const links: AgendaLink[] = findElements(root, ({ name }) => name === 'a').flatMap((link) => {
    const url = toLink(link.attribs?.href)
    const text = cleanText(textOf(link))
    return url && text ? [{ page: 1, text, url, toPage: null }] : []
  })
  return { pages: [{ page: 1, text: cleanLines(textOf(root, isLeftOut)) }], outline: [], links }
}
