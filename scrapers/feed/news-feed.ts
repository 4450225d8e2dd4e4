import type { Problem } from '../../src/model/errors.ts'
import type { TimeZone } from '../../src/model/ids.ts'
import type { Page } from '../../src/scraping/contract.ts'
import {
  cleanText,
  findElement,
  findElements,
  linkTarget,
  type MarkupNode,
  parseXml,
  textOf,
} from '../../src/scraping/html.ts'
import { findPrintedDate, printedClock } from '../printed-date.ts'
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
    const field = (wanted: RegExp) => {
      const found = findElement(entry, ({ name }) => name !== undefined && wanted.test(name))
      return found ? textOf(found).trim() : ''
    }
    const title = cleanText(field(/^title$/))
    const text = plain(field(/^(?:description|summary|content|content:encoded)$/))
    const days = cleanText(field(/EventDates$/))
    const times = cleanText(field(/EventTimes$/))
    const when =
      findPrintedDate(days) ?? findPrintedDate(title) ?? findPrintedDate(text.slice(0, 300))
    const link = findElement(entry, ({ name }) => name === 'link')
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
    const id = cleanText(field(/^(?:guid|id)$/)) || url || `${title} ${when.date}`
    return [
      {
        id,
        title,
        text,
        location: cleanText(field(/Location$/i)),
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
