import type { ScrapedDocument } from '../../src/model/document.ts'
import { PageShapeError, PortalErrorPage, UnknownDateError } from '../../src/model/errors.ts'
import type { ScrapedAgendaItem } from '../../src/model/meeting.ts'
import type { Page } from '../../src/scraping/contract.ts'
import {
  cleanText,
  findElement,
  findElements,
  linesOf,
  linkResolver,
  type MarkupNode,
  parseMarkup,
  printed,
  textOf,
} from '../../src/scraping/html.ts'
import { type ItemParts, toAgenda } from '../item.ts'
import { findPrintedDate, printedClock } from '../printed-date.ts'
import type { MinneapolisMeeting } from './parse-meetings.ts'

/** Words for screen readers behind a link. */
const linkRemark = /\s*\(?this link open(?:s|ed)? (?:in )?a new window\)?\.?/gi

const isHeading = ({ name, attribs }: MarkupNode) =>
  name === 'h4' && /(?:^|\s)caption-subject(?:\s|$)/.test(attribs?.class ?? '')

/**
 * The items of a marked agenda (`/MarkedAgenda/<body>/<id>`): lists under headings that say how they
 * are taken up.
 *
 * @throws {PageShapeError} {PortalErrorPage}
 */
export function parseMinneapolisAgenda(page: Page): ScrapedAgendaItem[] {
  const { root } = readMarkup(page)
  const toLink = linkResolver(page.finalUrl)
  const read = new Set<MarkupNode>()
  const parts: ItemParts[] = []
  let section: string | null | undefined
  for (const node of findElements(root, (one) => isHeading(one) || one.name === 'ol')) {
    if (node.name !== 'ol') {
      section = printed(textOf(node))
      // Lists above the first heading are menus; those inside an item are part of its words.
    } else if (section !== undefined && !read.has(node)) {
      for (const inner of findElements(node, ({ name }) => name === 'ol')) read.add(inner)
      for (const one of node.children ?? []) {
        if (one.name === 'li') parts.push(toItem(one, section, toLink))
      }
    }
  }
  if (section === undefined) {
    throw new PageShapeError('an agenda with headings (caption-subject)', page.url)
  }
  return toAgenda(parts)
}

/** @throws {PortalErrorPage} for a page that says that it is none. */
function readMarkup(page: Page) {
  const root = parseMarkup(page.text())
  const head = findElement(root, ({ name }) => name === 'title')
  const title = head ? cleanText(textOf(head)) : ''
  if (/just a moment|denied|not found|\b404\b|error/i.test(title)) {
    throw new PortalErrorPage(title, page.url)
  }
  return { root, title }
}

/** The second span is the title, by those who have read the page; else the words of the link. */
function toItem(
  node: MarkupNode,
  section: string | null,
  toLink: (href: string | undefined) => string | undefined,
): ItemParts {
  const links = findElements(node, ({ name }) => name === 'a')
  const spans = findElements(node, ({ name }) => name === 'span').map(wordsOf)
  const lines = linesOf(node)
    .map(withoutRemark)
    .filter((line) => line !== '')
  const title = spans[1] || (links[0] && wordsOf(links[0])) || lines[0] || ''
  const urls = links.flatMap((link) => {
    const url = toLink(link.attribs?.href)
    return url ? [{ url, title: wordsOf(link) }] : []
  })
  const sourceUrl = urls.find(({ url }) => /\/File\//i.test(url))?.url ?? null
  const fileNumber = sourceUrl
    ? (/\/File\/(?:\w+\/)?(\d{4}-\d{4,6})/i.exec(sourceUrl)?.[1] ?? null)
    : null
  return {
    title,
    section,
    fileNumber,
    matterUpstreamId: fileNumber,
    sourceUrl,
    text: lines.filter((line) => line !== title).join('\n'),
    documents: urls.flatMap(({ url, title: words }): ScrapedDocument[] =>
      /\/Download\/|\.pdf(?:$|[?#])/i.test(url)
        ? [{ kind: 'attachment', title: words || 'Attachment', url }]
        : [],
    ),
  }
}

const withoutRemark = (words: string) => cleanText(words.replace(linkRemark, ''))
const wordsOf = (node: MarkupNode) => withoutRemark(cleanText(textOf(node)))

/** "Climate & Infrastructure Committee Agenda 8/6/2026 1:30 PM - City of Minneapolis". */
const titleForm = /^(.+?)\s+Agenda\s+(\d{1,2}\/\d{1,2}\/\d{4}\s+\d{1,2}:\d{2}\s?[AP]M)\b/i

/**
 * The meeting that an agenda's page is of, by its title.
 *
 * @throws {UnknownDateError} {PortalErrorPage}
 */
export function parseMinneapolisMeeting(page: Page): MinneapolisMeeting {
  const { title } = readMarkup(page)
  const [, body = '', when = ''] = titleForm.exec(title) ?? []
  const date = findPrintedDate(when)?.date
  if (!date) throw new UnknownDateError(title, page.url)
  const abbreviation = readAgendaPath(page.url)?.abbreviation ?? body
  return {
    upstreamId: `${abbreviation}/${date}`,
    body,
    bodyUpstreamId: abbreviation,
    date,
    printedTime: printedClock(when),
    location: null,
    comment: null,
    agendaStatus: null,
    minutesStatus: null,
    isHidden: false,
    sourceUrl: page.url,
    documents: [],
    listFingerprint: null,
    agendaPageUrl: page.url,
  }
}

/** `/MarkedAgenda/CI/6133`, `/Board/MarkedAgenda/ZBA/12`. */
export function readAgendaPath(url: string) {
  const [, abbreviation = ''] = /\/MarkedAgenda\/([\w%.-]+)\/\d+(?:$|[?#/])/i.exec(url) ?? []
  if (abbreviation === '') return undefined
  try {
    return { abbreviation: decodeURIComponent(abbreviation) }
  } catch {
    return undefined
  }
}
