import { PageShapeError, type Problem } from '../../src/model/errors.ts'
import type { Page } from '../../src/scraping/contract.ts'
import {
  cleanText,
  findElement,
  findElements,
  linkTarget,
  type MarkupNode,
  parseMarkup,
  textOf,
} from '../../src/scraping/html.ts'
import { fingerprint } from '../meeting.ts'
import { findPrintedDate, printedClock } from '../printed-date.ts'
import type { Listing } from '../run.ts'
import { calledOffWords } from '../title-status.ts'
import { meetingIdOf } from './address.ts'
import type { Iqm2Meeting } from './parse-calendar.ts'

const entry = /^(.{2,200}?) - ([^-]{2,60}) - ([^-]{8,40})$/i

/** Entries of RSS, and boxes of one heading each where a tenant answers with a page. */
const isEntry = (node: MarkupNode): boolean =>
  node.name === 'item' ||
  node.name === 'entry' ||
  (node.name === 'div' &&
    (node.children ?? []).some(({ name }) => name === 'h2') &&
    findElement(node, ({ name }) => name === 'div') === undefined)

function linkOf(node: MarkupNode): string {
  const link = findElement(node, ({ name }) => name === 'link')
  return link ? cleanText(link.attribs?.href ?? textOf(link)) : ''
}

/**
 * The calendar's feed, RSS or the list of links that some tenants answer with: entries such as
 * "Planning Board - Agenda - Jul 16, 2026 1:00 PM".
 *
 * @throws {PageShapeError}
 */
export function parseIqm2Feed(page: Page): Listing<Iqm2Meeting> {
  const root = parseMarkup(page.text())
  const links = findElements(root, isEntry)
  const meetings: Iqm2Meeting[] = []
  const problems: Problem[] = []
  for (const node of links) {
    const inside = findElement(node, ({ name }) => name === 'title' || name === 'h2')
    const title = cleanText(textOf(inside ?? node)).slice(0, 400)
    const [, body = '', what = '', when = ''] = entry.exec(title) ?? []
    const date = findPrintedDate(when)?.date
    if (!date) continue
    const href = findElement(node, ({ name }) => name === 'a')?.attribs?.href ?? linkOf(node)
    const url = linkTarget(href, page.finalUrl) ?? page.finalUrl
    const kind = /minutes/i.test(what) ? 'minutes' : /packet/i.test(what) ? 'packet' : 'agenda'
    meetings.push({
      upstreamId: meetingIdOf(url) ?? title,
      body,
      bodyUpstreamId: null,
      date,
      printedTime: printedClock(when),
      location: null,
      comment: null,
      agendaStatus: calledOffWords(title),
      minutesStatus: null,
      isHidden: false,
      sourceUrl: url,
      documents: [{ kind, title: what, url }],
      listFingerprint: fingerprint([title, url]),
      outlineUrl: /Detail_Meeting/i.test(url) ? url : null,
      fileUrl: kind === 'agenda' && /FileOpen/i.test(url) ? url : null,
    })
  }
  if (links.length === 0) throw new PageShapeError('a feed of IQM2', page.url)
  return { meetings, problems }
}
