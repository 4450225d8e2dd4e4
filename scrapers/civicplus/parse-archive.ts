import { PageShapeError, type Problem } from '../../src/model/errors.ts'
import { findMonthDate, findUsDate } from '../../src/model/written-date.ts'
import type { Page } from '../../src/scraping/contract.ts'
import {
  cleanText,
  findElements,
  linkResolver,
  type MarkupNode,
  parseMarkup,
  textOf,
  walkMarkup,
} from '../../src/scraping/html.ts'
import { fingerprint } from '../meeting.ts'
import type { Listing } from '../run.ts'
import { calledOffWords } from '../title-status.ts'
import { type AgendaRow, timeIn } from './parse-rows.ts'

const isArchived = ({ name, attribs }: MarkupNode) =>
  name === 'a' &&
  /Archive\.aspx\?ADID=\d+|ArchiveCenter\/ViewFile\/Item\/\d+/i.test(attribs?.href ?? '')

/** `March 3, 2026`, `3/3/2026`, `03-03-26` and `3.3.26` in a title. */
const written =
  /\b(?:[A-Z][a-z]{2,8}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2}))\b/

function dateIn(text: string) {
  const found = written.exec(text)?.[0] ?? ''
  const [, month, day, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2,4})$/.exec(found) ?? []
  if (!year) return findMonthDate(found)
  return findUsDate(`${month}/${day}/${year.length === 2 ? `20${year}` : year}`)
}

/**
 * One category of the Archive Center: files by title, whose date stands in the title. Titles
 * without one are told as problems: the date of filing is none of a meeting.
 *
 * @throws {PageShapeError}
 */
export function parseArchive(page: Page): Listing<AgendaRow> {
  const markup = page.text()
  if (!/archive/i.test(markup.slice(0, 200_000))) {
    throw new PageShapeError('a list of the Archive Center', page.url)
  }
  const root = parseMarkup(markup)
  const toLink = linkResolver(page.finalUrl)
  const body = headingOf(root) ?? 'Archive'
  const meetings: AgendaRow[] = []
  const problems: Problem[] = []
  for (const link of findElements(root, isArchived)) {
    const url = toLink(link.attribs?.href)
    const title = cleanText(textOf(link))
    const upstreamId = /(\d+)$/.exec(link.attribs?.href ?? '')?.[1]
    if (!url || !upstreamId || title === '') continue
    const date = dateIn(title)
    if (!date) {
      problems.push({
        url: page.url,
        code: 'date_unknown',
        message: `No date in "${title.slice(0, 80)}"`,
      })
      continue
    }
    const kind = /minutes/i.test(`${title} ${body}`) ? 'minutes' : 'agenda'
    meetings.push({
      upstreamId,
      body,
      bodyUpstreamId: null,
      date,
      printedTime: timeIn(title),
      location: null,
      comment: title,
      agendaStatus: calledOffWords(title),
      minutesStatus: null,
      isHidden: false,
      sourceUrl: url,
      documents: [{ kind, title, url }],
      listFingerprint: fingerprint([title, url]),
      title,
      htmlUrl: null,
      fileUrl: kind === 'agenda' ? url : null,
    })
  }
  return { meetings, problems }
}

/** The name of the category: the heading before its list, or the page's title. */
function headingOf(root: MarkupNode): string | undefined {
  let heading: string | undefined
  let isDone = false
  walkMarkup(root, (node) => {
    if (isDone) return false
    if (isArchived(node)) isDone = true
    if (node.name === 'h1' || node.name === 'h2' || node.name === 'h3') {
      const words = cleanText(textOf(node))
      if (words && !/^archive cent(?:er|re)|^tools$|^categories/i.test(words)) heading = words
    }
    return !isDone
  })
  return heading
}
