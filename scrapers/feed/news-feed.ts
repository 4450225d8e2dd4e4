import type { Problem } from '../../src/model/errors.ts'
import type { TimeZone } from '../../src/model/ids.ts'
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
 * Entries of RSS or Atom. The day of the meeting stands in fields of its own (CivicPlus), in the
 * title, or in the first lines; the day of publication is none, and never taken for it.
 */
export function parseNewsFeed(
  page: Page,
  _timeZone: TimeZone | null,
  problems: Problem[],
): FeedEntry[] {
  return findElements(parseXml(page.text()), isEntry).flatMap((entry): FeedEntry[] => {
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
  })
}
