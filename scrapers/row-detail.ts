import type { ScrapedDocument } from '../src/model/document.ts'
import type { LocalDate } from '../src/model/ids.ts'
import type { Page } from '../src/scraping/contract.ts'
import {
  findElement,
  findElements,
  linkResolver,
  type MarkupNode,
  parseMarkup,
} from '../src/scraping/html.ts'
import { findEventMarkup } from './event-markup.ts'
import { fingerprint } from './meeting.ts'
import { findPrintedDate, printedClock, withoutDate } from './printed-date.ts'
import { calledOffIn, documentsOf, linksOf } from './row-documents.ts'
import type { RowMeeting, RowShape } from './row-shape.ts'
import { commentOf, placeIn, splitNames, titleGroups, whenOf } from './row-words.ts'
import { seenText } from './seen-text.ts'
import { calledOffWords, withoutRemark } from './title-status.ts'

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
