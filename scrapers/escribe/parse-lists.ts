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
import { findPrintedDate, printedClock } from '../printed-date.ts'
import type { Listing } from '../run.ts'
import { calledOffWords, withoutRemark } from '../title-status.ts'
import { meetingIdOf } from './address.ts'
import type { EscribeMeeting } from './parse-meetings.ts'

const has = (node: MarkupNode, pattern: RegExp) => pattern.test(node.attribs?.class ?? '')

const boxClass =
  /\b(?:upcoming-meeting-container|MeetingContainer|meeting-container|UpcomingMeeting|calendar-item|ListMeeting)\b|\bmeeting-header\b/i

/** Blocks that say "Meeting Cancelled" stand hidden in every row. */
const isHidden = ({ attribs }: MarkupNode) => / hidden /i.test(` ${attribs?.class ?? ''} `)

/**
 * Meetings that a page of the portal shows ready-made: those to come, and in older skins the past
 * ones of a type.
 *
 * @throws {PageShapeError}
 */
export function parseEscribeLists(page: Page): Listing<EscribeMeeting> {
  const markup = page.text()
  if (!/escribe/i.test(markup)) throw new PageShapeError('a list of eSCRIBE', page.url)
  const toLink = linkResolver(page.finalUrl)
  const root = parseMarkup(markup)
  const isBox = (node: MarkupNode) => node.name !== undefined && has(node, boxClass)
  const boxes = findElements(root, (node) => isBox(node) && findElement(node, isBox) === undefined)
  const meetings = new Map<string, EscribeMeeting>()
  for (const box of boxes) {
    const meeting = readBox(box, toLink, page)
    if (meeting && !meetings.has(meeting.upstreamId)) meetings.set(meeting.upstreamId, meeting)
  }
  return { meetings: [...meetings.values()], problems: [] }
}

function readBox(
  box: MarkupNode,
  toLink: (href: string | undefined) => string | undefined,
  page: Page,
): EscribeMeeting | undefined {
  const text = cleanText(textOf(box, isHidden))
  const date = findPrintedDate(text)?.date
  if (!date) return undefined
  const titled = findElement(
    box,
    (node) => has(node, /title|meeting-?name|MeetingType/i) || /^h[1-6]$/.test(node.name ?? ''),
  )
  const name = (titled ? cleanText(textOf(titled, isHidden)) : '') || text.slice(0, 80)
  const place = findElement(box, (node) => has(node, /location/i))
  const documents = findElements(box, ({ name: tag }) => tag === 'a').flatMap(
    (link): ScrapedDocument[] => {
      const url = toLink(link.attribs?.href)
      if (!url || !/FileStream\.ashx|Meeting\.aspx/i.test(url)) return []
      const title =
        cleanText(textOf(link)) ||
        cleanText(link.attribs?.title ?? link.attribs?.['aria-label'] ?? '') ||
        'Agenda'
      const kind = /minutes/i.test(`${title} ${url}`)
        ? 'minutes'
        : /cover/i.test(title)
          ? 'summary'
          : /agenda/i.test(`${title} ${url}`)
            ? 'agenda'
            : 'other'
      return [{ kind, title, url }]
    },
  )
  const html = documents.find(({ url }) => /Meeting\.aspx/i.test(url))
  const id = [...documents.map(({ url }) => url), box.attribs?.['data-id'] ?? '']
    .map((one) => meetingIdOf(one))
    .find((one) => one)
  return {
    upstreamId: id ?? `${name} ${date} ${printedClock(text)}`.trim(),
    body: withoutRemark(name),
    bodyUpstreamId: null,
    date,
    printedTime: printedClock(text),
    location: place ? cleanText(textOf(place, isHidden)) || null : null,
    comment: null,
    agendaStatus:
      calledOffWords(name) ?? (/meeting cancell?ed/i.test(text) ? 'Meeting Cancelled' : null),
    minutesStatus: null,
    isHidden: false,
    sourceUrl: html?.url ?? page.finalUrl,
    documents,
    listFingerprint: fingerprint([text, ...documents.map(({ url }) => url)]),
    htmlUrl: html?.url ?? null,
    fileUrl:
      documents.find(({ kind, url }) => kind === 'agenda' && /FileStream/i.test(url))?.url ?? null,
  }
}
