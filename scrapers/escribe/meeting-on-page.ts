import { findLocalDate, findLocalTime } from '../../src/model/ids.ts'
import type { Page } from '../../src/scraping/contract.ts'
import {
  cleanText,
  findElement,
  findElements,
  linesOf,
  type MarkupNode,
  parseMarkup,
  textOf,
} from '../../src/scraping/html.ts'
import { fingerprint } from '../meeting.ts'
import { findPrintedDate, withoutDate } from '../printed-date.ts'
import { calledOffWords, withoutRemark } from '../title-status.ts'
import { meetingIdOf } from './address.ts'
import type { EscribeMeeting } from './parse-meetings.ts'
import { part } from './parse-motions.ts'

/**
 * The meeting that a page of items is about, by its own head: name, day, time, place. Older pages
 * have name and day in their title only. `undefined` when no day is printed.
 */
export function findMeetingOnPage(page: Page): EscribeMeeting | undefined {
  const root = parseMarkup(page.text())
  const title = cleanText(textOf(findElement(root, ({ name }) => name === 'title') ?? nothing))
  const heading = part(root, 'AgendaHeaderTitle')
  const name = heading ? (linesOf(heading)[0] ?? '') : withoutDate(title)
  const stamps = findElements(root, (node) => node.name === 'time').flatMap(
    ({ attribs }) => attribs?.datetime ?? [],
  )
  const date =
    stamps.flatMap((stamp) => findLocalDate(stamp) ?? [])[0] ?? findPrintedDate(title)?.date
  if (!date) return undefined
  const start = part(root, 'AgendaMeetingTimeStart')
  const clock = start && findElement(start, (node) => node.name === 'time')?.attribs?.datetime
  const place = part(root, 'LocationValue')
  const isMinutes = /[?&]Agenda=(?:Post)?Minutes/i.test(page.finalUrl)
  const kind = isMinutes ? 'minutes' : 'agenda'
  return {
    upstreamId: meetingIdOf(page.finalUrl) ?? fingerprint([page.finalUrl]),
    body: withoutRemark(name) || 'Meeting',
    bodyUpstreamId: null,
    date,
    printedTime: findLocalTime(clock ?? '') ?? '',
    location: place ? linesOf(place).join(', ') || null : null,
    comment: null,
    agendaStatus: calledOffWords(title) ?? (heading ? calledOffWords(textOf(heading)) : null),
    minutesStatus: null,
    isHidden: false,
    sourceUrl: page.finalUrl,
    documents: [
      { kind, title: isMinutes ? 'Minutes (HTML)' : 'Agenda (HTML)', url: page.finalUrl },
    ],
    listFingerprint: null,
    htmlUrl: page.finalUrl,
    minutesUrl: null,
    fileUrl: null,
  }
}

const nothing: MarkupNode = { type: 'root' }
