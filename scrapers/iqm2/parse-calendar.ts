import type { ScrapedDocument } from '../../src/model/document.ts'
import { PageShapeError, type Problem } from '../../src/model/errors.ts'
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
import { fingerprint, type ListedMeeting } from '../meeting.ts'
import { findPrintedDate, printedClock } from '../printed-date.ts'
import type { Listing } from '../run.ts'
import { meetingIdOf } from './address.ts'

export interface Iqm2Meeting extends ListedMeeting {
  readonly outlineUrl: string | null
  readonly fileUrl: string | null
}

const has = (node: MarkupNode, name: string) =>
  ` ${node.attribs?.class ?? ''} `.includes(` ${name} `)

/**
 * The rows of the calendar, month or list. Board, type, status and place stand together only in the
 * title of a row's link.
 *
 * @throws {PageShapeError}
 */
export function parseIqm2Calendar(page: Page): Listing<Iqm2Meeting> {
  const markup = page.text()
  if (!/MeetingRow|ctlMeetings|Citizens/i.test(markup)) {
    throw new PageShapeError('a calendar of IQM2 (.MeetingRow)', page.url)
  }
  const toLink = linkResolver(page.finalUrl)
  const meetings: Iqm2Meeting[] = []
  const problems: Problem[] = []
  for (const row of findElements(parseMarkup(markup), (node) => has(node, 'MeetingRow'))) {
    const meeting = toMeeting(row, toLink, page)
    if (meeting) meetings.push(meeting)
    else {
      const message = `A row without a known date: "${cleanText(textOf(row)).slice(0, 80)}"`
      problems.push({ url: page.url, code: 'date_unknown', message })
    }
  }
  return { meetings, problems }
}

function toMeeting(
  row: MarkupNode,
  toLink: (href: string | undefined) => string | undefined,
  page: Page,
): Iqm2Meeting | undefined {
  const box = findElement(row, (node) => has(node, 'RowLink')) ?? row
  const link = findElement(box, ({ name }) => name === 'a')
  const words = link ? cleanText(textOf(link)) : cleanText(textOf(box))
  const tip = readTip(link?.attribs?.title ?? '')
  const date = findPrintedDate(words)?.date ?? findPrintedDate(tip.when)?.date
  if (!date) return undefined
  const outlineUrl = toLink(link?.attribs?.href) ?? null
  const documents = documentsOf(row, toLink)
  const isCancelled = findElement(row, (node) => has(node, 'MeetingCancelled')) !== undefined
  const upstreamId = meetingIdOf(outlineUrl ?? '') ?? idOfFiles(documents)
  const body = tip.board || 'Meeting'
  const time = printedClock(words) || printedClock(tip.when)
  const status = isCancelled && !/cancel/i.test(tip.status) ? 'Cancelled' : tip.status
  return {
    upstreamId: upstreamId ?? `${body} ${date} ${time}`.trim(),
    body,
    bodyUpstreamId: null,
    date,
    printedTime: time,
    location: tip.place || null,
    comment: tip.type || null,
    agendaStatus: status || null,
    minutesStatus: null,
    isHidden: false,
    sourceUrl: outlineUrl ?? page.finalUrl,
    documents,
    listFingerprint: fingerprint([
      link?.attribs?.title,
      words,
      status,
      ...documents.map(({ title, url }) => `${title} ${url}`),
    ]),
    outlineUrl,
    fileUrl: documents.find(({ kind }) => kind === 'agenda')?.url ?? null,
  }
}

interface Tip {
  readonly when: string
  readonly board: string
  readonly type: string
  readonly status: string
  readonly place: string
}

/** Lines of "Board:⇥…", then the place. */
function readTip(title: string): Tip {
  const lines = title
    .split(/[\r\n]+/)
    .map(cleanText)
    .filter((line) => line !== '')
  const field = (name: string) =>
    cleanText(
      lines.find((line) => line.toLowerCase().startsWith(`${name}:`))?.slice(name.length + 1) ?? '',
    )
  const isField = (line: string) => /^(?:board|type|status):/i.test(line)
  return {
    when: lines[0] ?? '',
    board: field('board'),
    type: field('type'),
    status: field('status'),
    place: lines
      .slice(1)
      .filter((line) => !isField(line))
      .join(' '),
  }
}

const kindOf = (words: string): ScrapedDocument['kind'] => {
  if (/minutes/i.test(words)) return 'minutes'
  if (/packet/i.test(words)) return 'packet'
  if (/agenda/i.test(words)) return 'agenda'
  return /summary|proceedings/i.test(words) ? 'summary' : /video/i.test(words) ? 'video' : 'other'
}

/** Links that are hidden stand for files that are not published. */
function documentsOf(
  row: MarkupNode,
  toLink: (href: string | undefined) => string | undefined,
): ScrapedDocument[] {
  return findElements(row, ({ name }) => name === 'a').flatMap((link): ScrapedDocument[] => {
    const title = cleanText(textOf(link))
    const opened = /OpenWindow\(\s*["'](\/Citizens\/SplitView\.aspx[^"']+)/i.exec(
      link.attribs?.onclick ?? '',
    )?.[1]
    const href = opened ?? link.attribs?.href
    if (has(link, 'HiddenDocumentLink') || !href || title === '') return []
    if (/^javascript:|Detail_Meeting\.aspx/i.test(href)) return []
    const url = toLink(href)
    return url ? [{ kind: kindOf(title), title: title || 'Document', url }] : []
  })
}

function idOfFiles(documents: readonly ScrapedDocument[]): string | undefined {
  return documents.map(({ url }) => meetingIdOf(url)).find((id) => id !== undefined)
}
