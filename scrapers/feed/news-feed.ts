import type { Problem } from '../../src/model/errors.ts'
import type { Page } from '../../src/scraping/contract.ts'
import {
  cleanText,
  findElements,
  linkTarget,
  type MarkupNode,
  parseXml,
  textOf,
} from '../../src/scraping/html.ts'
import { findPrintedDate, printedClock } from '../printed-date.ts'
import { isPublicMeeting } from '../public-meeting.ts'
import { type FeedEntry, plain } from './entry.ts'

const isEntry = ({ name }: MarkupNode) => name === 'item' || name === 'entry'

/**
 * A city's calendar is mostly camps and concerts: an item with days of its own whose plain title
 * names no meeting is left out before the feed is taken apart. Where markup could hide in it, as in
 * comments and CDATA, nothing is left out here.
 */
function withoutOthers(text: string): string {
  if (!text.includes('EventDates>') || text.includes('<!')) return text
  let rest = ''
  let from = 0
  for (;;) {
    const start = text.indexOf('<item>', from)
    const end = start === -1 ? -1 : text.indexOf('</item>', start)
    if (end === -1) return rest + text.slice(from)
    const item = text.slice(start, end)
    const title = /<title>([^<&]*)<\/title>/.exec(item)?.[1]
    const isOther =
      title !== undefined && item.includes('EventDates>') && !isPublicMeeting(cleanText(title))
    rest += text.slice(from, isOther ? start : end)
    from = isOther ? end + '</item>'.length : end
  }
}

/**
 * Entries of RSS or Atom. The day of the meeting stands in fields of its own (CivicPlus), in the
 * title, or in the first lines; the day of publication is none, and never taken for it.
 */
export function parseNewsFeed(page: Page, problems: Problem[]): FeedEntry[] {
  const entries = findElements(parseXml(withoutOthers(page.text())), isEntry)
  return entries.flatMap((entry) => readEntry(entry, page, problems))
}

function readEntry(entry: MarkupNode, page: Page, problems: Problem[]): FeedEntry[] {
  const fields = entry.children ?? []
  const field = (wanted: RegExp) => {
    const found = fields.find(({ name }) => name !== undefined && wanted.test(name))
    return found ? textOf(found).trim() : ''
  }
  const title = cleanText(field(/^title$/))
  const days = cleanText(field(/EventDates$/))
  // Most dated entries of a city's calendar are no meetings: what else they say is not read.
  const isOther = days !== '' && !isPublicMeeting(title)
  const told = (wanted: RegExp) => (isOther ? '' : field(wanted))
  const text = plain(told(/^(?:description|summary|content|content:encoded)$/))
  const times = cleanText(told(/EventTimes$/))
  const when =
    findPrintedDate(days) ?? findPrintedDate(title) ?? findPrintedDate(text.slice(0, 300))
  const link = fields.find(({ name }) => name === 'link')
  const url =
    linkTarget(
      link?.attribs?.href ?? (link ? cleanText(textOf(link)) : undefined),
      page.finalUrl,
    ) ?? null
  if (!when) {
    problems.push({
      url: page.url,
      code: 'date_unknown',
      message: `No day of a meeting in "${title.slice(0, 80)}"`,
    })
    return []
  }
  const id = cleanText(told(/^(?:guid|id)$/)) || url || `${title} ${when.date}`
  return [
    {
      id,
      title,
      text,
      location: cleanText(told(/Location$/i)),
      url,
      date: when.date,
      time:
        printedClock(times) ||
        (days ? '' : printedClock(title) || printedClock(text.slice(0, 300))),
      isCancelled: false,
      body: null,
    },
  ]
}
