import type { ScrapedDocument } from '../src/model/document.ts'
import { PageShapeError, type Problem } from '../src/model/errors.ts'
import { findLocalDate, findLocalTime, type LocalDate } from '../src/model/ids.ts'
import type { Page } from '../src/scraping/contract.ts'
import {
  cleanText,
  findElement,
  findElements,
  linkResolver,
  type MarkupNode,
  parseMarkup,
  textOf,
  walkMarkup,
} from '../src/scraping/html.ts'
import { findEventMarkup } from './event-markup.ts'
import { fingerprint, type ListedMeeting } from './meeting.ts'
import { findPrintedDate, printedClock, withoutDate } from './printed-date.ts'
import type { Listing } from './run.ts'
import { refuseByTitle } from './stand-in.ts'
import { calledOffWords, withoutRemark } from './title-status.ts'

/** A meeting of a list that is made of rows, boxes or entries, whatever their markup. */
export interface RowMeeting extends ListedMeeting {
  /** The meeting's own page, where the row leads to one. */
  readonly detailUrl: string | null
  readonly agendaUrl: string | null
}

/** What a platform's rows look like, as far as it cannot be told from any row with a date. */
export interface RowShape {
  /** What every page of the platform holds, rows or not; without it the page is another. */
  readonly frame: RegExp
  /** How the frame is told to people: `a list of meetings (table.views-table)`. */
  readonly frameName: string
  readonly isRow?: (node: MarkupNode) => boolean
  /** The platform's number of a meeting in an address. */
  readonly keyOf: (url: string) => string | undefined
  /** The same number somewhere in the source of a meeting's own page. */
  readonly keyOfPage?: RegExp
  /** The same number where the row itself carries it. */
  readonly keyOfRow?: (row: MarkupNode) => string | undefined
  /** Addresses of a meeting's own page. */
  readonly isDetail?: RegExp
  /** What a link is to its meeting; `undefined`: decide by its words. */
  readonly kindOf?: (url: string, words: string) => ScrapedDocument['kind'] | null | undefined
  /** The cell or element that names the meeting; else the row's best words. */
  readonly isTitle?: (node: MarkupNode) => boolean
  readonly isPlace?: (node: MarkupNode) => boolean
  /** The place where no mark tells its cell. */
  readonly placeOf?: (row: MarkupNode) => string | undefined
  /** Body and name on a meeting's own page, where its first heading says neither. */
  readonly detailNames?: (
    root: MarkupNode,
  ) => { readonly body: string; readonly name: string } | undefined
  /** What the title of a row's link says, with the groups `name` and `when`. */
  readonly linkTitle?: RegExp
  /** Which titles are meetings, on lists that hold other events too. */
  readonly isMeeting?: (name: string) => boolean
  /** The body where rows stand under its heading and do not name it. */
  readonly bodyOf?: (page: Page, root: MarkupNode) => string | undefined
}

type ToLink = (href: string | undefined) => string | undefined

export const hasClass = (node: MarkupNode, pattern: RegExp) =>
  pattern.test(node.attribs?.class ?? '')

const rowClass =
  /(?:^|[\s_-])(?:row|item|event|meeting|card|teaser|listing|entry|result)s?(?:$|[\s_-])/i
const anyRow = (node: MarkupNode) =>
  node.name === 'tr' ||
  node.name === 'li' ||
  node.name === 'article' ||
  node.name === 'dd' ||
  (node.name === 'div' && hasClass(node, rowClass))

const isUnseen = ({ name, attribs }: MarkupNode) =>
  name === 'script' ||
  name === 'style' ||
  // Stamps for machines, which repeat what is printed.
  attribs?.itemprop === 'startDate' ||
  attribs?.itemprop === 'endDate' ||
  /display\s*:\s*none/i.test(attribs?.style ?? '') ||
  /(?:^|\s)(?:is-hidden|sr-only|visually-hidden|screen-reader-text)(?:\s|$)/i.test(
    attribs?.class ?? '',
  )

/** Rows, their cells and what is around them are asked for more than once. */
const seenTexts = new WeakMap<MarkupNode, string>()

/** The words of a node as they are seen, on one line. */
export function seenText(node: MarkupNode): string {
  const known = seenTexts.get(node)
  if (known !== undefined) return known
  const text = cleanText(textOf(node, isUnseen))
  seenTexts.set(node, text)
  return text
}

/**
 * The meetings of a list: innermost rows that hold a date.
 *
 * @throws {PageShapeError} {PortalErrorPage}
 */
export function parseRowList(page: Page, shape: RowShape): Listing<RowMeeting> {
  const markup = page.text()
  const root = parseMarkup(markup)
  refuseByTitle(root, page)
  if (!shape.frame.test(markup)) throw new PageShapeError(shape.frameName, page.url)
  const toLink = linkResolver(page.finalUrl)
  const body = shape.bodyOf?.(page, root)
  const meetings = new Map<string, RowMeeting>()
  const problems: Problem[] = []
  for (const row of findRows(root, shape)) {
    const meeting = readRow(row, shape, toLink, page, body)
    if (meeting && !meetings.has(meeting.upstreamId)) meetings.set(meeting.upstreamId, meeting)
  }
  return { meetings: [...meetings.values()], problems }
}

interface Row {
  readonly node: MarkupNode
  readonly when: When | undefined
  /** The day of the calendar's cell around it. */
  readonly day: LocalDate | undefined
}

/** Rows with a date that hold no smaller row with one; in a month's grid, links to meetings. */
function findRows(root: MarkupNode, { isRow = anyRow, isDetail }: RowShape): Row[] {
  const found: Row[] = []
  const leads = (node: MarkupNode) =>
    findElement(node, ({ name, attribs }) => name === 'a' && !!isDetail?.test(attribs?.href ?? ''))
  const visit = (node: MarkupNode, depth: number, outer: LocalDate | undefined): boolean => {
    const day = dayOfCell(node) ?? outer
    let isInside = false
    if (depth < 500)
      for (const child of node.children ?? []) isInside = visit(child, depth + 1, day) || isInside
    if (isInside || node.name === undefined || !isRow(node)) return isInside
    const when = whenOf(node)
    if (!when && !(day && leads(node))) return false
    found.push({ node, when, day })
    return true
  }
  visit(root, 0, undefined)
  return found
}

/** Grids tell a day to those who do not see them: `<td aria-label="Tuesday, 6 September 2022">`. */
function dayOfCell({ name, attribs }: MarkupNode): LocalDate | undefined {
  const told = name === 'td' ? (attribs?.['aria-label'] ?? attribs?.['data-date']) : undefined
  return told ? findPrintedDate(told)?.date : undefined
}

interface When {
  readonly date: LocalDate
  /** As printed; "" when none is. */
  readonly time: string
}

/** Stamps in attributes are local wall clocks, whatever offset stands behind them. */
const stamp = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}))?/

function whenOf(row: MarkupNode, told?: string): When | undefined {
  const text = told ?? seenText(row).slice(0, 3_000)
  const printed = findPrintedDate(text)
  const around = printed ? text.slice(printed.end, printed.end + 60) : text.slice(0, 200)
  const isAllDay = /^[\s,|-]*(?:all day\b|12:00 am\s*[-–—]\s*11:59 pm)/i.test(around)
  const clock = isAllDay ? '' : printedClock(around) || printedClock(text)
  if (printed) return { date: printed.date, time: clock }
  const stamped = findElement(row, ({ attribs }) =>
    stamp.test(attribs?.datetime ?? attribs?.content ?? ''),
  )
  const [, day = '', time = ''] =
    stamp.exec(stamped?.attribs?.datetime ?? stamped?.attribs?.content ?? '') ?? []
  const date = findLocalDate(day)
  // Noon and midnight of UTC stand for a day without a time.
  const isDayOnly = time === '00:00' || /T12:00(?::00)?Z$/.test(stamped?.attribs?.datetime ?? '')
  return date && { date, time: clock || (isDayOnly ? '' : (findLocalTime(time) ?? '')) }
}

function readRow(
  { node: row, when: own, day }: Row,
  shape: RowShape,
  toLink: ToLink,
  page: Page,
  heading: string | undefined,
): RowMeeting | undefined {
  const told = shape.linkTitle && titleGroups(row, shape.linkTitle)
  const printed = told?.when === undefined ? own : whenOf(row, told.when)
  const when = printed ?? (day && { date: day, time: printedClock(seenText(row)) })
  if (!when) return undefined
  const links = linksOf(row, toLink)
  const detailUrl = links.find(({ url }) => shape.isDetail?.test(url))?.url ?? null
  const documents = documentsOf(links, shape)
  const key =
    shape.keyOfRow?.(row) ??
    links.map(({ url }) => shape.keyOf(url)).find((one) => one !== undefined)
  // Prose that names a day, and lists of years, are no meetings.
  if (key === undefined && documents.length === 0 && detailUrl === null) return undefined
  const title = told?.name ? splitNames(told.name, row) : undefined
  const name = title?.name ?? titleOf(row, shape, links) ?? heading ?? 'Meeting'
  if (shape.isMeeting && !shape.isMeeting(name)) return undefined
  const body = heading ?? title?.body ?? withoutRemark(withoutDate(name))
  const agenda =
    documents.find(({ kind }) => kind === 'agenda') ??
    documents.find(({ kind }) => kind === 'packet')
  return {
    upstreamId: key ?? `${name} ${when.date} ${when.time}`.trim(),
    body,
    bodyUpstreamId: null,
    date: when.date,
    printedTime: when.time,
    location: placeIn(row, shape),
    comment: commentOf(name, body),
    agendaStatus: calledOffWords(name) ?? calledOffIn(documents) ?? calledOffBeside(row, name),
    minutesStatus: null,
    isHidden: false,
    sourceUrl: detailUrl ?? agenda?.url ?? page.finalUrl,
    documents,
    listFingerprint: fingerprint([seenText(row), ...documents.map(({ url }) => url)]),
    detailUrl,
    agendaUrl: agenda?.url ?? null,
  }
}

/** A name without its day, unless it is the body's own; remarks stand as they are printed. */
function commentOf(name: string, body: string): string | null {
  const words = withoutDate(name)
  if (name === body || words === body) return null
  return calledOffWords(name) ? name : words
}

/**
 * "Rules Committee Meeting Actions Rules Committee": where a link's title runs name and body into
 * each other, the row prints the name alone.
 */
function splitNames(told: string, row: MarkupNode): { name: string; body: string } {
  const own = findElements(row, ({ name }) => /^(?:p|span|td|div|strong)$/.test(name ?? ''))
    .map(seenText)
    .find((words) => words.length > 3 && told.startsWith(`${words} `))
  const twice = /^(.{4,}?) (\1\b.*)$/.exec(told)
  if (own) return { name: own, body: told.slice(own.length + 1) }
  return twice?.[2]
    ? { name: told, body: twice[2] }
    : { name: told, body: withoutRemark(withoutDate(told)) }
}

function placeIn(row: MarkupNode, { isPlace, placeOf }: RowShape): string | null {
  const told = isPlace ? findElements(row, isPlace).map(seenText) : [placeOf?.(row) ?? '']
  // Blocks of blocks say the same twice.
  const parts = [...new Set(told)].filter((part) => part !== '')
  const place = parts
    .filter((part, at) => !parts.some((other, index) => index !== at && other.includes(part)))
    .join(', ')
    .replace(/^@\s*/, '')
  return place || null
}

function titleGroups(
  row: MarkupNode,
  pattern: RegExp,
): Readonly<Record<string, string>> | undefined {
  for (const { attribs } of findElements(row, ({ name }) => name === 'a')) {
    const groups = pattern.exec(cleanText(attribs?.title ?? ''))?.groups
    if (groups) return groups
  }
  return undefined
}

function calledOffIn(documents: readonly ScrapedDocument[]): string | null {
  const notice = documents.find(({ title }) => title.length < 120 && calledOffWords(title))
  return notice?.title ?? null
}

/** A cell that says nothing else, such as "Cancelled". */
function calledOffBeside(row: MarkupNode, name: string): string | null {
  for (const cell of findElements(
    row,
    ({ name: tag }) => tag === 'td' || tag === 'span' || tag === 'strong',
  )) {
    const text = seenText(cell)
    if (text !== name && text.length < 40 && calledOffWords(text)) return text
  }
  return null
}

interface RowLink {
  readonly url: string
  readonly words: string
  /** The heading it stands under, inside the row or page; "" for none. */
  readonly heading: string
}

const opened = /(?:window\.open|open\w*)\(\s*(?:&#39;|['"])([^'"]+?)(?:&#39;|['"])/i

const isFurniture = ({ name, attribs }: MarkupNode) =>
  name === 'nav' || name === 'header' || name === 'footer' || attribs?.role === 'navigation'

function linksOf(row: MarkupNode, toLink: ToLink): RowLink[] {
  const links: MarkupNode[] = []
  const headings = new Map<MarkupNode, string>()
  let heading = ''
  walkMarkup(row, (node) => {
    if (isFurniture(node)) return false
    if (/^h[1-6]$/.test(node.name ?? '')) heading = seenText(node).slice(0, 100)
    if (node.name === 'a') {
      links.push(node)
      headings.set(node, heading)
    }
    return true
  })
  return links.flatMap((link) => {
    const { href = '', onclick = '', title = '', 'aria-label': label = '' } = link.attribs ?? {}
    const isScript = href === '' || href === '#' || /^javascript:/i.test(href.trim())
    const url = toLink(isScript ? opened.exec(onclick)?.[1]?.replaceAll('&amp;', '&') : href)
    const image = findElement(link, ({ name }) => name === 'img')?.attribs
    const words = seenText(link) || cleanText(title || label || image?.alt || image?.title || '')
    return url ? [{ url, words, heading: headings.get(link) ?? '' }] : []
  })
}

/** Addresses that end like files. */
export const fileAddress = /\.(?:pdf|docx?|rtf|xlsx?|pptx?|html?)(?:$|[?#])/i

/** The kind of a file by the words of its link, else by its address. */
export function fileKind(words: string, url: string): ScrapedDocument['kind'] | undefined {
  const text = `${words} ${decodeQuietly(url.split('/').at(-1) ?? '')}`
  if (/\bminutes\b|\bactas?\b/i.test(words)) return 'minutes'
  if (/packet|full agenda|supporting|board ?book/i.test(words)) return 'packet'
  if (/\bagendas?\b|orden del d[ií]a/i.test(words)) return 'agenda'
  if (/notice|cancel|aviso/i.test(words)) return 'notice'
  if (/\bvideo|youtube|watch|\bmedia\b/i.test(words) || /youtu\.?be|vimeo|swagit|\.mp4/i.test(url))
    return 'video'
  if (/audio|\.mp3/i.test(text)) return 'audio'
  if (/minutes/i.test(text)) return 'minutes'
  if (/packet/i.test(text)) return 'packet'
  if (/agenda/i.test(text)) return 'agenda'
  return fileAddress.test(url) ? 'other' : undefined
}

function decodeQuietly(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function documentsOf(links: readonly RowLink[], shape: RowShape): ScrapedDocument[] {
  const documents = new Map<string, ScrapedDocument>()
  for (const { url, words, heading } of links) {
    const told = shape.kindOf?.(url, words)
    if (told === null || (told === undefined && shape.isDetail?.test(url))) continue
    if (isMenu.test(words)) continue
    const own = told ?? fileKind(words, url)
    const kind = own === 'other' ? (fileKind(heading, '') ?? own) : own
    const title = words === '' || isBareLink.test(words) ? capital(kind ?? '') : words
    if (kind && !documents.has(url)) documents.set(url, { kind, title, url })
  }
  return [...documents.values()]
}

/** The way to a list, on pages of single meetings. */
const isMenu =
  /^(?:all |view |past |upcoming )*(?:meetings?,? )?agendas?,? (?:&|and) minutes$|^(?:news (?:&|and) )?public notices$/i
/** Words that say nothing of the file. */
const isBareLink = /^(?:document|multimedia|file|attachment)? ?link$/i
const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

const isLabel =
  /^(?:file name|title|name|view|download|open|read|html|pdf|(?:meeting |view |download |special |revised |draft |final )*(?:agendas?|minutes|packets?|video|audio|details?|media|notice|more|info(?:rmation)?|link|documents?|cancell?ed|n\/a)(?: (?:pdf|html|packet|available|details?|video))?|upcoming|in progress)[\s.:!»>()-]*$/i

/** The words that name the meeting: a title's own element, a heading, else the longest that is no label. */
function titleOf(row: MarkupNode, shape: RowShape, links: readonly RowLink[]): string | undefined {
  const own = shape.isTitle && findElement(row, shape.isTitle)
  const ownWords = own ? seenText(own) : ''
  if (ownWords) return ownWords.slice(0, 500)
  const isPart = (node: MarkupNode) =>
    partNames.has(node.name ?? '') &&
    isName(seenText(node)) &&
    findElement(node, ({ name }) => name === 'td' || name === 'p' || name === 'div') === undefined
  const part = findElement(row, isPart)
  return part ? seenText(part) : links.find(({ words }) => isName(words))?.words
}

const partNames = new Set('h1 h2 h3 h4 h5 h6 a td th strong b span p div'.split(' '))

/** Words that are more than a label, a day or an hour. */
function isName(words: string): boolean {
  if (words.length >= 300 || !/\p{L}{3}/u.test(words) || isLabel.test(words)) return false
  const rest = withoutDate(words)
  const letters = rest.replace(printedClock(words), '').replace(/[^\p{L}]/gu, '')
  return letters.length > 3 && !isLabel.test(rest)
}

/** What a meeting's own page adds to its row. */
export interface DetailFacts {
  readonly when: { readonly date: LocalDate; readonly time: string } | undefined
  readonly title: string | null
  readonly body: string | null
  readonly location: string | null
  readonly documents: readonly ScrapedDocument[]
  /** The platform's number of the meeting, where the page's links agree on one. */
  readonly key: string | undefined
}

/** The day, the hour and the files that a meeting's own page tells. */
export function readDetailPage(page: Page, shape: RowShape): DetailFacts {
  const root = parseMarkup(page.text())
  const main =
    findElement(root, ({ name, attribs }) => name === 'main' || attribs?.role === 'main') ??
    findElement(root, ({ name }) => name === 'article') ??
    root
  const heading = findElement(main, ({ name }) => name === 'h1' || name === 'h2')
  const head = findElement(root, ({ name }) => name === 'title')
  const told = head ? seenText(head) : ''
  // A title that holds day and hour names the meeting; else its own words do.
  const isTold = findPrintedDate(told) !== undefined && printedClock(told) !== ''
  const words = isTold ? withoutDate(told.split(/ [-–|] (?=[^-–|]*$)/)[0] ?? told) : ''
  const event = findEventMarkup(root)
  const names = shape.detailNames?.(root)
  const linked = shape.linkTitle && titleGroups(root, shape.linkTitle)
  const links = linksOf(main, linkResolver(page.finalUrl))
  return {
    when:
      (isTold && whenOf(head ?? main)) ||
      event ||
      (linked?.when ? whenOf(main, linked.when) : undefined) ||
      whenOf(main),
    title:
      names?.name ||
      words ||
      event?.name ||
      linked?.name ||
      (heading ? seenText(heading) || null : null),
    body: names?.body ?? (linked?.name && !words ? splitNames(linked.name, main).body : null),
    location: event?.location ?? placeIn(main, shape),
    documents: documentsOf(links, { ...shape, isDetail: /$^/ }),
    key:
      keyOnPage(page, root, shape) ?? commonest(links.flatMap(({ url }) => shape.keyOf(url) ?? [])),
  }
}

/** By the address a page tells of itself, else where its source holds the number. */
function keyOnPage(page: Page, root: MarkupNode, shape: RowShape): string | undefined {
  const told = findElements(
    root,
    ({ name, attribs }) =>
      (name === 'link' && attribs?.rel === 'canonical') ||
      (name === 'meta' && attribs?.property === 'og:url'),
  ).flatMap(({ attribs }) => shape.keyOf(attribs?.href ?? attribs?.content ?? '') ?? [])
  return told[0] ?? shape.keyOfPage?.exec(page.text())?.[1]
}

function commonest(keys: readonly string[]): string | undefined {
  const counts = new Map<string, number>()
  for (const one of keys) counts.set(one, (counts.get(one) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0]
}

/** A row with what its own page tells besides; what the row says itself stands. */
export function withDetail(meeting: RowMeeting, facts: DetailFacts): RowMeeting {
  const urls = new Set(meeting.documents.map(({ url }) => url))
  const documents = [...meeting.documents, ...facts.documents.filter(({ url }) => !urls.has(url))]
  const isSameDay = facts.when?.date === meeting.date
  const agenda =
    documents.find(({ kind }) => kind === 'agenda') ??
    documents.find(({ kind }) => kind === 'packet')
  return {
    ...meeting,
    documents,
    location: meeting.location ?? (isSameDay ? facts.location : null),
    printedTime: meeting.printedTime || (isSameDay ? (facts.when?.time ?? '') : ''),
    agendaUrl: meeting.agendaUrl ?? agenda?.url ?? null,
  }
}

/** A meeting from its own page alone; `undefined` where that names no day. */
export function meetingFromDetail(page: Page, shape: RowShape): RowMeeting | undefined {
  const { when, title, documents, ...facts } = readDetailPage(page, shape)
  if (!when) return undefined
  const name = title ?? 'Meeting'
  const body = facts.body ?? withoutRemark(withoutDate(name))
  const agenda =
    documents.find(({ kind }) => kind === 'agenda') ??
    documents.find(({ kind }) => kind === 'packet')
  return {
    upstreamId: shape.keyOf(page.url) ?? facts.key ?? new URL(page.url).pathname,
    body,
    bodyUpstreamId: null,
    date: when.date,
    printedTime: when.time,
    location: facts.location,
    comment: commentOf(name, body),
    agendaStatus: calledOffWords(name) ?? calledOffIn(documents),
    minutesStatus: null,
    isHidden: false,
    sourceUrl: page.finalUrl,
    documents,
    listFingerprint: fingerprint([name, when.date, when.time, ...documents.map(({ url }) => url)]),
    detailUrl: page.url,
    agendaUrl: agenda?.url ?? null,
  }
}
