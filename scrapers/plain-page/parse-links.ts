import type { ScrapedDocument } from '../../src/model/document.ts'
import { PageShapeError, PortalErrorPage } from '../../src/model/errors.ts'
import { findLocalDate, type LocalDate } from '../../src/model/ids.ts'
import type { Page } from '../../src/scraping/contract.ts'
import {
  cleanText,
  findElement,
  linkResolver,
  type MarkupNode,
  parseMarkup,
  walkMarkup,
} from '../../src/scraping/html.ts'
import { fingerprint } from '../meeting.ts'
import { findPrintedDate, printedClock, withoutDate } from '../printed-date.ts'
import { isPublicMeeting } from '../public-meeting.ts'
import { fileKind } from '../row-documents.ts'
import type { RowMeeting } from '../row-shape.ts'
import type { Listing } from '../run.ts'
import { seenText } from '../seen-text.ts'
import { calledOffWords, withoutRemark } from '../title-status.ts'

/** Addresses that give a file without its ending. */
const fileAddress =
  /\.(?:pdf|docx?|rtf)(?:$|[?#])|\/(?:showpublisheddocument|DocumentCenter\/View|ViewFile|document|media)\/\d+|drive\.google\.com\/file|\/d\/f\?|dropbox\.com\/s/i

interface FoundLink {
  readonly url: string
  readonly words: string
  readonly date: LocalDate
  readonly time: string
  readonly heading: string
  readonly row: string
  /** Whether the day stands in the file's name alone. */
  readonly isByName: boolean
}

/**
 * Meetings of a page that links to agendas: the day stands in the words of a link, its row, the
 * heading above, or the name of the file; files of one day and body are one meeting.
 *
 * @throws {PageShapeError} for a page without a single dated agenda.
 */
export function parsePlainPage(page: Page): Listing<RowMeeting> {
  const markup = page.text()
  const root = parseMarkup(markup)
  const head = findElement(root, ({ name }) => name === 'title')
  const title = head ? seenText(head) : ''
  if (/\b404\b|not found|access denied|just a moment|bandwidth limit/i.test(title)) {
    throw new PortalErrorPage(title, page.url)
  }
  const meetings = group(findLinks(root, page), bodyOf(title), page)
  if (meetings.length === 0) throw new PageShapeError('links to agendas with their dates', page.url)
  return { meetings, problems: [] }
}

/** "City Council Agendas | Town of Riverton": the body is what is left without such words. */
function bodyOf(title: string): string {
  const first = title.split(/ [|–—-] | • /)[0] ?? ''
  const body = first.replace(
    /\b(?:20\d\d|agendas?|minutes|meetings?|and|&|packets?|archives?|documents?|current|past|public)\b/gi,
    ' ',
  )
  return cleanText(body).replace(/^[\s/|,:&–—-]+|[\s/|,:&–—-]+$/g, '')
}

/** A heading that is nothing but a day, as of a post for each meeting, names no body. */
function bodyOfHeading(heading: string): string {
  const rest = withoutDate(heading)
  return findPrintedDate(rest) ? '' : bodyOf(rest)
}

const isBlock = ({ name }: MarkupNode) =>
  name === 'tr' ||
  name === 'li' ||
  name === 'p' ||
  name === 'dd' ||
  name === 'article' ||
  name === 'div'

/** Walks the page once, keeping the heading above and the smallest block around each link. */
function findLinks(root: MarkupNode, page: Page): FoundLink[] {
  const toLink = linkResolver(page.finalUrl)
  const found: FoundLink[] = []
  const textOfBlock = blockReader()
  let heading = ''
  const visit = (node: MarkupNode, blocks: readonly MarkupNode[], depth: number): void => {
    if (depth > 400) return
    if (/^h[1-6]$|^caption$|^summary$|^legend$/.test(node.name ?? ''))
      heading = seenText(node).slice(0, 300)
    if (node.name === 'nav' || node.name === 'footer' || node.name === 'script') return
    if (node.name === 'a') {
      const link = readLink(node, blocks.map(textOfBlock), heading, toLink)
      if (link) found.push(link)
      return
    }
    const inside = isBlock(node) ? [node, ...blocks].slice(0, 3) : blocks
    for (const child of node.children ?? []) visit(child, inside, depth + 1)
  }
  visit(root, [], 0)
  return found
}

/** More words than this are no row of a list. */
const longestRow = 600

/** The words of a block, read once however many links stand in it; "" for what is longer than a row. */
function blockReader(): (block: MarkupNode) => string {
  const known = new Map<MarkupNode, string>()
  return (block) => {
    let text = known.get(block)
    if (text === undefined) {
      text = isLong(block) ? '' : seenText(block)
      if (text.length >= longestRow) text = ''
      known.set(block, text)
    }
    return text
  }
}

/** Told after a few characters: the block around all links of a page would be read for each of them. */
function isLong(block: MarkupNode): boolean {
  let length = 0
  walkMarkup(block, ({ type, data = '' }) => {
    if (type === 'text') length += data.trim().length
    return length < longestRow * 2
  })
  return length >= longestRow * 2
}

function readLink(
  node: MarkupNode,
  blocks: readonly string[],
  heading: string,
  toLink: (href: string | undefined) => string | undefined,
): FoundLink | undefined {
  // Clerks' editors leave blanks and breaks in addresses.
  const href = node.attribs?.href?.replace(/[\n\r\t]+\s*/g, '').trim()
  const url = toLink(href?.replace(/ /g, '%20'))
  const words = cleanText(`${seenText(node)} ${node.attribs?.title ?? ''}`.trim()).slice(0, 300)
  if (!url || !href) return undefined
  const kind = fileKind(words, url)
  if (!fileAddress.test(href) && (kind === undefined || kind === 'other')) return undefined
  const own = findPrintedDate(words)
  // A block with several days is a list, and its words are about all of them.
  const row = blocks.find((text) => findPrintedDate(text) && isOfOneDay(text)) ?? ''
  const printed = own?.date ?? findPrintedDate(row)?.date
  const named = printed ? undefined : dateInName(url)
  const date = printed ?? named ?? findPrintedDate(heading)?.date
  if (!date) return undefined
  const isByName = named !== undefined
  const told = own && findPrintedDate(row)?.date !== own.date ? '' : row
  return {
    url,
    words,
    date,
    time: printedClock(words) || printedClock(told),
    heading,
    row: told,
    isByName,
  }
}

function isOfOneDay(text: string): boolean {
  const first = findPrintedDate(text)
  const next = first && findPrintedDate(text.slice(first.end))
  return !next || next.date === first.date
}

/** `Agenda-22-08-15.pdf`, `090622`, `2022_09_06`, `9.16.2022`; folders of uploads are no dates. */
function dateInName(url: string): LocalDate | undefined {
  let name = url.split(/[?#]/)[0]?.split('/').at(-1) ?? ''
  try {
    name = decodeURIComponent(name)
  } catch {
    return undefined
  }
  const spaced = name.replace(/[_]+/g, ' ').replace(/-/g, ' - ')
  const plain =
    findPrintedDate(spaced) ??
    findPrintedDate(name.replace(/[_ ]+/g, '-').replace(/[A-Za-z]+-/g, ' '))
  if (plain) return plain.date
  const forms: readonly [RegExp, (parts: readonly string[]) => string][] = [
    [/(?<!\d)(20\d{2})[-_. ]?(\d{2})[-_. ]?(\d{2})(?!\d)/, ([, y, m, d]) => `${y}-${m}-${d}`],
    [/(?<!\d)(\d{2})[-_. ]?(\d{2})[-_. ]?(20\d{2})(?!\d)/, ([, m, d, y]) => `${y}-${m}-${d}`],
    [
      /(?<!\d)(\d{2})[-_. ](\d{2})[-_. ](\d{2})(?!\d)/,
      ([, a, b, c]) => (Number(a) > 12 ? `20${a}-${b}-${c}` : `20${c}-${a}-${b}`),
    ],
    [/(?<!\d)(\d{2})(\d{2})(\d{2})(?!\d)/, ([, m, d, y]) => `20${y}-${m}-${d}`],
  ]
  for (const [form, toDate] of forms) {
    const match = form.exec(name)
    const date = match && findLocalDate(toDate([...match]))
    if (date) return date
  }
  return undefined
}

/** A form or map is no meeting because its file is named after a day. */
const isOfMeeting = (link: FoundLink): boolean =>
  kindOf(link) !== 'other' ||
  isPublicMeeting(`${link.words} ${link.heading} ${link.row} ${link.url.split('/').at(-1) ?? ''}`)

const isGeneral =
  /^(?:\d{4}|agendas?|minutes|meetings?|packets?|archives?|documents?|(?:agendas?|meetings?).{0,6}(?:minutes|agendas?)|january|february|march|april|may|june|july|august|september|october|november|december|\d{4}.{0,20}|upcoming|past|current|search|quick links|contact.{0,20}|share.{0,20}|(?:january|february|march|april|may|june|july|august|september|october|november|december) \d{4})$/i

/** One meeting for each day and body; what is said of it is put together from its links. */
function group(links: readonly FoundLink[], pageBody: string, page: Page): RowMeeting[] {
  const meetings = new Map<string, RowMeeting>()
  for (const link of links) {
    if (link.isByName && !isOfMeeting(link)) continue
    const named = nameOf(link)
    const heading = bodyOfHeading(link.heading)
    const body =
      named || (heading && !isGeneral.test(heading) ? heading : '') || pageBody || 'Meeting'
    const key = `${link.date} ${body.toLowerCase()}`
    const known = meetings.get(key)
    const kind = kindOf(link)
    const document: ScrapedDocument = { kind, title: link.words || kind, url: link.url }
    const documents = [...(known?.documents ?? []), document].filter(
      (one, at, all) => all.findIndex(({ url }) => url === one.url) === at,
    )
    const agenda =
      documents.find((one) => one.kind === 'agenda') ??
      documents.find((one) => one.kind === 'packet')
    meetings.set(key, {
      upstreamId: key,
      body,
      bodyUpstreamId: null,
      date: link.date,
      printedTime: known?.printedTime || link.time,
      location: null,
      comment: null,
      agendaStatus:
        known?.agendaStatus ??
        calledOffWords(link.words) ??
        calledOffWords(link.url.split('/').at(-1) ?? ''),
      minutesStatus: null,
      isHidden: false,
      sourceUrl: page.finalUrl,
      documents,
      listFingerprint: fingerprint(documents.map(({ title, url }) => `${title} ${url}`)),
      detailUrl: null,
      agendaUrl: agenda?.url ?? null,
    })
  }
  return [...meetings.values()]
}

const labels =
  /\b(?:view|download|click here|here|pdf|html|agendas?|minutes|packets?|amended|revised|updated|final|draft|english|spanish|espa[ñn]ol|regular|special|meetings?|notices?|of|the|for|and|with|attachments?|approved|video|audio|part \d|\d+(?:\.\d+)? ?[mk]b)\b/gi

/** The body where a link names it: "Planning Commission Agenda - March 3, 2026". */
function nameOf({ words, row }: FoundLink): string {
  for (const text of [words, row]) {
    const rest = cleanText(
      withoutRemark(withoutDate(text))
        .replace(labels, ' ')
        .replace(/[()[\]|:;,–—_-]+|\.(?:pdf|docx?)\b/gi, ' '),
    )
    const body =
      /\b(?:(?:city|town|village|county|borough) (?:council|commission|board)|(?:[A-Z][\w'&]+ ){1,5}(?:commission|committee|board|council|authority|agency|district|corporation))\b/i.exec(
        rest,
      )?.[0]
    if (body && body.length < 90) return cleanText(body.replace(/\b(\w+)(?: \1\b)+/gi, '$1'))
  }
  return ''
}

/** By the link's own words, the file's name, else the heading or row it stands in. */
function kindOf({ words, url, heading, row }: FoundLink): ScrapedDocument['kind'] {
  const own = fileKind(words, url)
  if (own && own !== 'other') return own
  for (const text of [heading, row, url]) {
    if (/minutes/i.test(text) && !/agenda/i.test(text)) return 'minutes'
    if (/packet/i.test(text)) return 'packet'
    if (/agenda/i.test(text)) return 'agenda'
  }
  return own ?? 'other'
}
