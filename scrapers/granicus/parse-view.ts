import type { ScrapedDocument } from '../../src/model/document.ts'
import { PageShapeError, PortalErrorPage, type Problem } from '../../src/model/errors.ts'
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
import { findPrintedDate, printedClock, withoutDate } from '../printed-date.ts'
import type { Listing } from '../run.ts'
import { calledOffWords, withoutRemark } from '../title-status.ts'
import { meetingKeyOf } from './address.ts'

/** A row of a view: a meeting to come, or a recording. */
export interface GranicusMeeting extends ListedMeeting {
  readonly agendaUrl: string | null
}

const isRow = ({ name }: MarkupNode) => name === 'tr'
const isCell = ({ name }: MarkupNode) => name === 'td' || name === 'th'

/** Hidden Unix times stand before the printed ones; scripts and styles are no words. */
function isUnseen({ attribs, name }: MarkupNode): boolean {
  return (
    name === 'script' ||
    name === 'style' ||
    /display\s*:\s*none/i.test(attribs?.style ?? '') ||
    / sort(?:able)?(?:date|value) /i.test(` ${attribs?.class ?? ''} `)
  )
}

const seenText = (node: MarkupNode) => cleanText(textOf(node, isUnseen))

/** The marks of a view of any template; a page without them is another page. */
const frame =
  /ViewPublisher|AgendaViewer\.php|MediaPlayer\.php|listingTable|granicus\.com\/(?:player|videos)|Granicus/i

/**
 * The meetings of a view. No class is common to its templates: a meeting is an innermost row that
 * holds a date, and as a rule links to a viewer.
 *
 * @throws {PageShapeError} {PortalErrorPage}
 */
export function parseView(page: Page): Listing<GranicusMeeting> {
  const markup = page.text()
  const root = parseMarkup(markup)
  const title = findElement(root, ({ name }) => name === 'title')
  const said = title ? cleanText(textOf(title)) : ''
  if (/\b404\b|not found|access denied|just a moment/i.test(said)) {
    throw new PortalErrorPage(said, page.url)
  }
  if (!frame.test(markup))
    throw new PageShapeError('a view of Granicus (rows with viewer links)', page.url)
  const toLink = linkResolver(page.finalUrl)
  const meetings = new Map<string, GranicusMeeting>()
  const problems: Problem[] = []
  const rows = innermostRows(root)
  for (const row of rows.length > 0 ? rows : blocks(root)) {
    const meeting = readRow(row, toLink, page)
    if (!meeting) {
      const undated = findUndated(row, toLink)
      // "In progress" stands in place of the date; the day of the clock here would be a guess.
      if (undated)
        problems.push({
          url: undated,
          code: 'date_unknown',
          message: 'A meeting in progress is listed without its date',
        })
      continue
    }
    const known = meetings.get(meeting.upstreamId)
    // The same meeting may stand in a table of its body and in one of all.
    if (!known) meetings.set(meeting.upstreamId, meeting)
  }
  return { meetings: [...meetings.values()], problems }
}

/** Layout tables nest: only rows without rows inside are rows of the list. */
function innermostRows(root: MarkupNode): MarkupNode[] {
  return findElements(root, (node) => isRow(node) && findElement(node, isRow) === undefined)
}

function findUndated(
  row: MarkupNode,
  toLink: (href: string | undefined) => string | undefined,
): string | undefined {
  const text = seenText(row)
  if (findPrintedDate(text) || !/in progress|live now/i.test(text)) return undefined
  return documentsOf(row, toLink).find(({ kind }) => kind === 'agenda')?.url
}

/** Views without tables set each meeting into a box of its own. */
function blocks(root: MarkupNode): MarkupNode[] {
  const isBlock = ({ name, attribs }: MarkupNode) =>
    (name === 'div' || name === 'li') &&
    / (?:row|listing-?item|event|meeting|item) /i.test(` ${attribs?.class ?? ''} `)
  return findElements(root, (node) => isBlock(node) && findElement(node, isBlock) === undefined)
}

function readRow(
  row: MarkupNode,
  toLink: (href: string | undefined) => string | undefined,
  page: Page,
): GranicusMeeting | undefined {
  const text = seenText(row)
  const printed = findPrintedDate(text)
  if (!printed) return undefined
  const documents = documentsOf(row, toLink)
  const cells = findElements(row, isCell)
  const dateCell = cells.find(
    (cell) => findPrintedDate(seenText(cell)) !== undefined && !isNameCell(cell),
  )
  const label = isRow(row)
    ? undefined
    : findElement(row, ({ name: tag }) => /^(?:span|strong|b|h[1-6])$/.test(tag ?? ''))
  const name =
    (label ? seenText(label) : nameOf(cells, documents)) || withoutDate(text.slice(0, 300))
  // A row of prose that happens to name a day is no meeting.
  if (documents.length === 0 && ((isRow(row) && cells.length < 2) || text.length > 400))
    return undefined
  const dated = dateCell ? seenText(dateCell) : text
  const date = findPrintedDate(dated)?.date ?? printed.date
  const time = printedClock(dated.replace(/\d{1,2}h \d{1,2}m/g, ' '))
  const key =
    documents.map(({ url }) => meetingKeyOf(url)).find((one) => one?.startsWith('event:')) ??
    documents.map(({ url }) => meetingKeyOf(url)).find((one) => one !== undefined)
  const agenda = documents.find(({ kind }) => kind === 'agenda')
  const body = withoutRemark(withoutDate(name))
  return {
    upstreamId: key ?? `${name} ${date} ${time}`.trim(),
    body,
    bodyUpstreamId: null,
    date,
    printedTime: time,
    location: null,
    comment: name === body ? null : name,
    agendaStatus: calledOffWords(name),
    minutesStatus: null,
    isHidden: false,
    sourceUrl: agenda?.url ?? page.finalUrl,
    documents,
    listFingerprint: fingerprint([name, date, time, ...documents.map(({ url }) => url)]),
    agendaUrl: agenda?.url ?? null,
  }
}

const isNameCell = ({ attribs }: MarkupNode) =>
  /(?:^|\s)(?:event)?name\b/i.test(attribs?.headers ?? '') || attribs?.scope === 'row'

/** Words of links to viewers are labels, and durations and dates no names. */
function nameOf(cells: readonly MarkupNode[], documents: readonly ScrapedDocument[]): string {
  const named = cells.find((cell) => isNameCell(cell) && seenText(cell) !== '')
  if (named) return seenText(named)
  const labels = new Set(documents.map(({ title }) => title))
  for (const cell of cells) {
    const text = seenText(cell)
    const printed = findPrintedDate(text)
    const isDateOnly =
      printed &&
      withoutDate(text)
        .replace(printedClock(text), '')
        .replace(/[^\p{L}]/gu, '').length < 4
    if (text === '' || isDateOnly || labels.has(text) || /^[\d:\s]*(?:\d+h)?\s*\d*m?$/i.test(text))
      continue
    if (/^(?:agenda|minutes|video|view|listen|download|packet|in progress)\b.{0,12}$/i.test(text))
      continue
    if (/\p{L}{3}/u.test(text)) return text
  }
  return ''
}

const opened = /window\.open\(\s*['"]([^'"]+)['"]/i

function documentsOf(
  row: MarkupNode,
  toLink: (href: string | undefined) => string | undefined,
): ScrapedDocument[] {
  const documents = new Map<string, ScrapedDocument>()
  for (const link of findElements(row, ({ name }) => name === 'a')) {
    const { href = '', onclick = '', title = '' } = link.attribs ?? {}
    const target =
      /^javascript:/i.test(href.trim()) || href === '#' ? opened.exec(onclick)?.[1] : href
    const url = toLink(target?.replace(/^\/\//, 'https://'))
    // Playlists of a player that is gone.
    if (!url || /\/ASX\.php/i.test(url)) continue
    const image = findElement(link, ({ name }) => name === 'img')?.attribs
    const words = seenText(link) || cleanText(title || image?.alt || image?.title || '')
    const kind = kindOf(url, words)
    if (!documents.has(url)) documents.set(url, { kind, title: words || kind, url })
  }
  return [...documents.values()]
}

function kindOf(url: string, words: string): ScrapedDocument['kind'] {
  if (/AgendaViewer\.php/i.test(url)) return /packet/i.test(words) ? 'packet' : 'agenda'
  if (/MinutesViewer\.php/i.test(url)) return 'minutes'
  if (/MediaPlayer\.php|\/player\/clip\/|\/videos\/|\.mp4(?:$|\?)|\.wmv(?:$|\?)/i.test(url))
    return 'video'
  if (/\.mp3(?:$|\?)/i.test(url) || /audio/i.test(words)) return 'audio'
  if (/packet/i.test(words)) return 'packet'
  if (/minutes|synopsis|action/i.test(words)) return 'minutes'
  if (/agenda/i.test(words)) return 'agenda'
  return /notice|cancel/i.test(words) ? 'notice' : 'other'
}
