import type { ScrapedDocument } from '../../src/model/document.ts'
import { PageShapeError } from '../../src/model/errors.ts'
import type { Page } from '../../src/scraping/contract.ts'
import {
  cleanText,
  findElement,
  findElements,
  linkResolver,
  type MarkupNode,
  parseMarkup,
  textOf,
} from '../../src/scraping/html.ts'
import { fingerprint } from '../meeting.ts'
import { findPrintedDate, printedClock, withoutDate } from '../printed-date.ts'
import type { Listing } from '../run.ts'
import { calledOffWords, withoutRemark } from '../title-status.ts'
import { meetingIdOf } from './address.ts'
import type { ToLink } from './files.ts'
import { refuseForeignPage } from './foreign-page.ts'
import { type EscribeMeeting, pagesOf } from './parse-meetings.ts'

const classOf = (node: MarkupNode) => node.attribs?.class ?? ''

/** One meeting: a card of the calendar's list, or a row of the older lists. */
const isCard = (node: MarkupNode) =>
  /(?:^|\s)(?:upcoming-meeting-container|meeting)(?:\s|$)/i.test(classOf(node))

/** What is there of a list that has no meetings: its panels, or the types of past ones. */
const isFrame = (node: MarkupNode) =>
  /\b(?:MeetingList(?:Future|Past)|MeetingTypeContainer|MeetingTypeList|upcoming-meetings?\b|PastMeetingTypesName)/i.test(
    classOf(node),
  ) || /PastMeetingTypesAccordian|UpcomingMeeting/i.test(node.attribs?.id ?? '')

/** Blocks that say "Meeting Cancelled" or "in progress" stand hidden in every row. */
const isHidden = (node: MarkupNode) =>
  /(?:^|\s)(?:hidden|d-none|invisible)(?:\s|$)/i.test(classOf(node))

/** Rows that repeat their words for screens of several widths show one of them. */
const isRepeated = (node: MarkupNode) =>
  isHidden(node) || /(?:^|\s)visible-(?:sm|md|lg)(?:\s|$)/.test(classOf(node))

/**
 * Meetings that a page of the portal shows ready-made: those to come, and in older skins the past
 * ones of the type that stands open.
 *
 * @throws {PageShapeError} {PortalErrorPage}
 */
export function parseEscribeLists(page: Page): Listing<EscribeMeeting> {
  const root = parseMarkup(page.text())
  const toLink = linkResolver(page.finalUrl)
  const meetings = new Map<string, EscribeMeeting>()
  let count = 0
  const read = (nodes: readonly MarkupNode[], type: string | null) => {
    for (const card of nodes) {
      count += 1
      const meeting = readCard(card, type, toLink, page)
      if (meeting && !meetings.has(meeting.upstreamId)) meetings.set(meeting.upstreamId, meeting)
    }
  }
  const types = findElements(
    root,
    ({ attribs }) => attribs !== undefined && 'meetingtype' in attribs,
  )
  const past = new Set<MarkupNode>()
  const pastByType = types.map((panel) => {
    const cards = findElements(panel, isCard)
    for (const card of cards) past.add(card)
    return { cards, type: cleanText(panel.attribs?.meetingtype ?? '') || null }
  })
  read(
    findElements(root, (node) => isCard(node) && !past.has(node)),
    null,
  )
  for (const { cards, type } of pastByType) read(cards, type)
  if (count === 0 && !findElement(root, isFrame)) {
    refuseForeignPage(page, root)
    throw new PageShapeError('a list of meetings (.upcoming-meeting-container)', page.url)
  }
  if (count > 0 && meetings.size === 0) {
    throw new PageShapeError('meetings with a date (.meeting-date)', page.url)
  }
  return { meetings: [...meetings.values()], problems: [] }
}

/** Past meetings are shown by their day under the name of their type. */
function readCard(
  card: MarkupNode,
  type: string | null,
  toLink: ToLink,
  page: Page,
): EscribeMeeting | undefined {
  const words = cleanText(textOf(card, isRepeated))
  const moment = findElement(card, (node) => /\bmeeting-date\b/.test(classOf(node)))
  const when = moment ? cleanText(textOf(moment)) : words
  const date = findPrintedDate(when)?.date
  if (!date) return undefined
  const titled =
    findElement(card, (node) => /\bmeeting-?title/i.test(classOf(node))) ??
    findElement(card, (node) => /^h[1-6]$/.test(node.name ?? ''))
  const title = titled ? withoutDate(cleanText(textOf(titled, isRepeated))) : ''
  const name = type ?? (title || 'Meeting')
  const place = findElement(card, (node) => /location-tooltip|startLocation/i.test(classOf(node)))
  const documents = documentsOf(card, toLink)
  const links = findElements(card, ({ name: tag }) => tag === 'a')
  const id = links
    .flatMap(({ attribs }) => decoded(attribs?.href ?? ''))
    .flatMap((href) => meetingIdOf(href) ?? [])[0]
  const pages = pagesOf(documents)
  const isCalledOff = /\bmeeting cancell?ed\b/i.test(words)
  return {
    upstreamId: id ?? `${name} ${date} ${printedClock(when)}`.trim(),
    body: withoutRemark(name),
    bodyUpstreamId: null,
    date,
    printedTime: printedClock(when),
    location: place ? cleanText(textOf(place)) || null : null,
    comment: null,
    agendaStatus:
      calledOffWords(title) ?? calledOffWords(name) ?? (isCalledOff ? 'Meeting Cancelled' : null),
    minutesStatus: null,
    isHidden: false,
    sourceUrl:
      pages.htmlUrl ?? (id ? new URL(`/Meeting.aspx?Id=${id}`, page.finalUrl).href : page.finalUrl),
    documents,
    listFingerprint: fingerprint([words, ...documents.map(({ url }) => url)]),
    ...pages,
  }
}

/** Sharing links carry the meeting's address inside their own. */
function decoded(href: string): string[] {
  try {
    return [href, decodeURIComponent(href)]
  } catch {
    return [href]
  }
}

function documentsOf(card: MarkupNode, toLink: ToLink): ScrapedDocument[] {
  const documents = new Map<string, ScrapedDocument>()
  const links = findElements(card, ({ name }) => name === 'a')
  const inEnglish = links.filter((link) => !isFrench(link))
  for (const link of inEnglish.some(isFile) ? inEnglish : links) {
    const url = toLink(link.attribs?.href)
    if (!url || documents.has(url)) continue
    // A meeting's address without a view is the meeting, and no document.
    if (!/FileStream\.ashx|Meeting\.aspx\?.*Agenda=|Player|VideoStream/i.test(url)) continue
    const text = cleanText(textOf(link, ({ attribs }) => /sr-only/.test(attribs?.class ?? '')))
    const label = cleanText(link.attribs?.['aria-label'] ?? link.attribs?.title ?? '')
    // "Agenda (PDF) for Budget Committee 3 March 2026" is written on a button that says "PDF".
    const title = /^(?:html|pdf|video)?$/i.test(text) ? label.replace(/ for .*$/, '') || text : text
    documents.set(url, { kind: kindOf(`${title} ${url}`), title: title || 'Agenda', url })
  }
  return [...documents.values()].filter(
    ({ kind, url }) => kind !== 'video' || !/VideoStream/i.test(url),
  )
}

const isFile = ({ attribs }: MarkupNode) => /FileStream|Agenda=/i.test(attribs?.href ?? '')
const isFrench = ({ attribs }: MarkupNode) =>
  attribs?.lang === 'fr' || /[?&]lang=French/i.test(attribs?.href ?? '')

function kindOf(words: string): ScrapedDocument['kind'] {
  if (/minutes/i.test(words)) return 'minutes'
  if (/Player|VideoStream/i.test(words)) return 'video'
  if (calledOffWords(words)) return 'notice'
  if (/packag|packet/i.test(words)) return 'packet'
  return /agenda/i.test(words) ? 'agenda' : 'other'
}
