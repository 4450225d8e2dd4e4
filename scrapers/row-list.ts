import { PageShapeError, type Problem } from '../src/model/errors.ts'
import type { LocalDate } from '../src/model/ids.ts'
import type { Page } from '../src/scraping/contract.ts'
import {
  findElement,
  findElements,
  linkResolver,
  type MarkupNode,
  parseMarkup,
} from '../src/scraping/html.ts'
import { fingerprint } from './meeting.ts'
import { findPrintedDate, printedClock, withoutDate } from './printed-date.ts'
import { calledOffIn, documentsOf, linksOf, type RowLink, type ToLink } from './row-documents.ts'
import type { RowMeeting, RowShape } from './row-shape.ts'
import { commentOf, placeIn, splitNames, titleGroups, type When, whenOf } from './row-words.ts'
import type { Listing } from './run.ts'
import { hasClass, seenText } from './seen-text.ts'
import { refuseByTitle } from './stand-in.ts'
import { calledOffWords, withoutRemark } from './title-status.ts'

const rowClass =
  /(?:^|[\s_-])(?:row|item|event|meeting|card|teaser|listing|entry|result)s?(?:$|[\s_-])/i
const anyRow = (node: MarkupNode) =>
  node.name === 'tr' ||
  node.name === 'li' ||
  node.name === 'article' ||
  node.name === 'dd' ||
  (node.name === 'div' && hasClass(node, rowClass))

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
