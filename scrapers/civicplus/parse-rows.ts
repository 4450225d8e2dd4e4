import type { ScrapedDocument } from '../../src/model/document.ts'
import {
  PageShapeError,
  PortalErrorPage,
  type Problem,
  toProblem,
  UnknownDateError,
} from '../../src/model/errors.ts'
import { findLocalDate, type LocalDate } from '../../src/model/ids.ts'
import { findMonthDate } from '../../src/model/written-date.ts'
import type { Page } from '../../src/scraping/contract.ts'
import { findClockTime } from '../../src/scraping/dates.ts'
import {
  cleanText,
  findElement,
  findElements,
  linkResolver,
  type MarkupNode,
  parseMarkup,
  textOf,
  walkMarkup,
} from '../../src/scraping/html.ts'
import { fingerprint, type ListedMeeting } from '../meeting.ts'
import type { Listing } from '../run.ts'
import { calledOffWords } from '../title-status.ts'

/** A row of AgendaCenter: one agenda, notice or cancellation. */
export interface AgendaRow extends ListedMeeting {
  readonly title: string
  /** The agenda as a page with its items; `null` where the tenant makes none. */
  readonly htmlUrl: string | null
  readonly fileUrl: string | null
}

const hasClass = (node: MarkupNode, name: string) =>
  ` ${node.attribs?.class ?? ''} `.includes(` ${name} `)

/** The module's own marks; a page without any is another page. */
const frame =
  /AgendaCenterContent|catAgendaRow|changeYear\(|agendaCenter|<h1[^>]*>\s*Agenda Cent(?:er|re)/i

/**
 * The rows of AgendaCenter: landing page, search, or the fragment of one body and year, whose rows
 * stand under no heading.
 *
 * @throws {PageShapeError} {PortalErrorPage}
 */
export function parseAgendaRows(page: Page): Listing<AgendaRow> {
  const markup = page.text()
  const title = cleanText(/<title[^>]*>([^<]{0,200})/i.exec(markup)?.[1] ?? '')
  if (/custom ?404|page not found|access denied|just a moment/i.test(title)) {
    throw new PortalErrorPage(title, page.url)
  }
  if (!frame.test(markup))
    throw new PageShapeError('rows of AgendaCenter (tr.catAgendaRow)', page.url)
  const toLink = linkResolver(page.finalUrl)
  const meetings: AgendaRow[] = []
  const problems: Problem[] = []
  const root = parseMarkup(markup)
  let body = bodyInTitles(root)
  walkMarkup(root, (node) => {
    if (node.name === 'h2') {
      body = cleanText(textOf(node)).replace(/^[\s▼►▲▶▸▾+−–-]+/u, '') || body
      return false
    }
    if (node.name !== 'tr' || !hasClass(node, 'catAgendaRow')) return true
    try {
      meetings.push(toRow(node, body, page, toLink))
    } catch (error) {
      if (!(error instanceof UnknownDateError)) throw error
      problems.push(toProblem(error, page.url))
    }
    return false
  })
  return { meetings, problems }
}

const viewFile = /\/ViewFile\/(?:Archived)?(?:Agenda|Item)\/_(\d{2})(\d{2})(\d{4})-(\d+)/i

/** @throws {UnknownDateError} */
function toRow(
  row: MarkupNode,
  body: string,
  page: Page,
  toLink: (href: string | undefined) => string | undefined,
): AgendaRow {
  const links = findElements(row, ({ name }) => name === 'a')
  const file = links.map((link) => viewFile.exec(link.attribs?.href ?? '')).find((match) => match)
  const head = findElement(row, ({ name }) => name === 'h3' || name === 'h4')
  const strong = head && findElement(head, ({ name }) => name === 'strong')
  const headWords = cleanText(head ? textOf(head) : '')
  const printed = strong ? cleanText(textOf(strong)) : headWords
  const date = dateOf(file, strong, printed)
  if (!date) throw new UnknownDateError(printed, page.url)
  const paragraph = findElement(row, ({ name }) => name === 'p')
  const title = cleanText(paragraph ? textOf(paragraph) : '')
  const documents = documentsOf(row, toLink, title)
  const isAmended = /\bamended\b/i.test(headWords)
  const upstreamId = file?.[4] ?? /^row(\d+?)[0-9a-f]{8}$/.exec(row.attribs?.id ?? '')?.[1] ?? null
  const first = documents.find(({ kind }) => kind === 'agenda')
  const called = calledOffWords(title)
  return {
    upstreamId: upstreamId ?? `${body} ${date} ${title}`,
    body,
    bodyUpstreamId: null,
    date,
    printedTime: timeIn(title),
    location: null,
    comment: title === body ? null : title || null,
    agendaStatus: called ?? (isAmended ? 'Amended' : null),
    minutesStatus: null,
    isHidden: false,
    sourceUrl: first?.url ?? page.finalUrl,
    documents,
    listFingerprint: fingerprint([
      title,
      date,
      headWords,
      ...documents.map(({ title: name, url }) => `${name} ${url}`),
    ]),
    title,
    htmlUrl: documents.find(({ url }) => /[?&]html=true/i.test(url))?.url ?? null,
    fileUrl:
      documents.find(({ kind, url }) => kind === 'agenda' && !/[?&]html=true/i.test(url))?.url ??
      null,
  }
}

const bodyName =
  /(?:\b[A-Z][\w'&.-]*\s(?:(?:and|of|for|&)\s)?){1,6}(?:Commission|Committee|Council|Board|Authority|Agency|Trustees|Supervisors|Commissioners|Task Force)\b/

/**
 * Fragments of one body and year stand under no heading: the body most of their titles name, else
 * nothing but what they are.
 */
function bodyInTitles(root: MarkupNode): string {
  if (findElement(root, ({ name }) => name === 'h2')) return 'Agenda'
  const counts = new Map<string, number>()
  const rows = findElements(root, (node) => node.name === 'tr' && hasClass(node, 'catAgendaRow'))
  for (const row of rows) {
    const paragraph = findElement(row, ({ name }) => name === 'p')
    const name = bodyName.exec(cleanText(paragraph ? textOf(paragraph) : ''))?.[0]
    if (name) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const [first] = [...counts].sort(([, a], [, b]) => b - a)
  return first && first[1] * 3 >= rows.length ? first[0] : 'Agenda'
}

/** The digits of the file's address are the safest date on the page. */
function dateOf(
  file: RegExpExecArray | null | undefined,
  strong: MarkupNode | undefined,
  printed: string,
): LocalDate | undefined {
  const [, month, day, year] = file ?? []
  const label = /\b([A-Z][a-z]+ \d{1,2}, \d{4})/.exec(strong?.attribs?.['aria-label'] ?? '')?.[1]
  return (
    findLocalDate(`${year}-${month}-${day}`) ??
    findMonthDate(label ?? '') ??
    findMonthDate(/^[A-Za-z]+\.? \d{1,2},? \d{4}/.exec(printed)?.[0] ?? '')
  )
}

/** Now and then a title says when: "Special Meeting 5:30 PM". */
export function timeIn(title: string): string {
  const found =
    /\b(\d{1,2}(?::\d{2})? ?[ap]\.? ?m\b\.?|\d{1,2}:\d{2} ?[ap]\b|(?:12 )?noon\b)/i.exec(title)
  return found && findClockTime(found[0]) ? found[0] : ''
}

/** In older templates the day and the stamp of its publication are the link. */
const isPosted = /^[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}(?:\s*[—–-]|$)/

function documentsOf(
  row: MarkupNode,
  toLink: (href: string | undefined) => string | undefined,
  rowTitle: string,
): ScrapedDocument[] {
  const documents = new Map<string, ScrapedDocument>()
  const add = (link: MarkupNode, kind: ScrapedDocument['kind'], title: string) => {
    const url = toLink(link.attribs?.href)
    if (url && !documents.has(url)) documents.set(url, { kind, title, url })
  }
  walkMarkup(row, (node) => {
    if (node.name !== 'a' && node.name !== 'td') return true
    if (node.name === 'td') {
      const cell = /\b(minutes|media|videos)\b/.exec(node.attribs?.class ?? '')?.[1]
      if (!cell) return true
      for (const link of findElements(node, ({ name }) => name === 'a')) {
        const label = cell === 'minutes' ? 'Minutes' : 'Video'
        add(link, cell === 'minutes' ? 'minutes' : 'video', label)
      }
      return false
    }
    const href = node.attribs?.href ?? ''
    const words = cleanText(textOf(node))
    if (/\/ViewFile\/Minutes\//i.test(href)) add(node, 'minutes', words || 'Minutes')
    else if (/\/ViewFile\//i.test(href)) {
      if (/[?&]packet=true/i.test(href)) add(node, 'packet', words || 'Packet')
      else add(node, 'agenda', isPosted.test(words) ? rowTitle || 'Agenda' : words || 'Agenda')
    }
    return true
  })
  return [...documents.values()]
}
