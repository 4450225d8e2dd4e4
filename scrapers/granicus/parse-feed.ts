import { PageShapeError, type Problem } from '../../src/model/errors.ts'
import type { Page } from '../../src/scraping/contract.ts'
import {
  cleanText,
  findElement,
  findElements,
  linkTarget,
  parseXml,
  textOf,
} from '../../src/scraping/html.ts'
import { fingerprint } from '../meeting.ts'
import { findPrintedDate, withoutDate } from '../printed-date.ts'
import type { Listing } from '../run.ts'
import { calledOffWords, withoutRemark } from '../title-status.ts'
import { meetingKeyOf } from './address.ts'
import type { GranicusMeeting } from './parse-view.ts'

/**
 * The feed of a view. Its `pubDate` is Pacific time on a twelve-hour clock without halves, whatever
 * the city's zone: only the day in the title is believed.
 *
 * @throws {PageShapeError}
 */
export function parseGranicusFeed(page: Page): Listing<GranicusMeeting> {
  const root = parseXml(page.text())
  if (!findElement(root, ({ name }) => name === 'rss' || name === 'channel')) {
    throw new PageShapeError('an RSS feed', page.url)
  }
  const meetings: GranicusMeeting[] = []
  const problems: Problem[] = []
  for (const entry of findElements(root, ({ name }) => name === 'item')) {
    const field = (wanted: string) => {
      const found = findElement(entry, ({ name }) => name === wanted)
      return found ? cleanText(textOf(found)) : ''
    }
    const title = field('title')
    const url = linkTarget(field('link').replaceAll('&amp;', '&'), page.finalUrl)
    // The day of the meeting is added behind the name, which may hold another.
    const behind = / - ([^-]+)$/.exec(title)
    const date = findPrintedDate(behind?.[1] ?? '')?.date ?? findPrintedDate(title)?.date
    if (!url || !date) {
      problems.push({
        url: page.url,
        code: 'date_unknown',
        message: `No date in "${title.slice(0, 80)}"`,
      })
      continue
    }
    const name = behind ? title.slice(0, behind.index) : title
    const body = withoutRemark(withoutDate(name))
    meetings.push({
      upstreamId: meetingKeyOf(url) ?? url,
      body,
      bodyUpstreamId: null,
      date,
      printedTime: '',
      location: null,
      comment: name === body ? null : name,
      agendaStatus: calledOffWords(name),
      minutesStatus: null,
      isHidden: false,
      sourceUrl: url,
      documents: [
        {
          kind: /Minutes/i.test(url) ? 'minutes' : /Media/i.test(url) ? 'video' : 'agenda',
          title: name,
          url,
        },
      ],
      listFingerprint: fingerprint([title, url]),
      agendaUrl: /AgendaViewer/i.test(url) ? url : null,
    })
  }
  return { meetings, problems }
}
