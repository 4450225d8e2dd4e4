import { readAgendaHead } from '../../src/agendas/head.ts'
import type { Page } from '../../src/scraping/contract.ts'
import { cleanText, findElements, parseMarkup, textOf } from '../../src/scraping/html.ts'
import { agendaTextOf } from '../html-agenda.ts'
import { fingerprint, type MeetingDetails } from '../meeting.ts'
import { calledOffWords, withoutRemark } from '../title-status.ts'
import { templateIdOf } from './address.ts'
import type { PrimeGovMeeting } from './parse-meetings.ts'

/**
 * The meeting that a compiled agenda is about, by what it prints above its items; `undefined` when
 * no one day is printed there. The day in its title is of universal time, and not read. The page
 * does not name its meeting's own number.
 */
export function findMeetingOnPage(
  page: Page,
  { head }: Pick<MeetingDetails, 'head'>,
): PrimeGovMeeting | undefined {
  const root = parseMarkup(page.text())
  const titles = findElements(root, ({ name }) => name === 'title').map((title) =>
    cleanText(textOf(title)),
  )
  const title = titles.find((words) => /\d{1,2}\/\d{1,2}\/\d{4}/.test(words)) ?? ''
  const name = title.replace(/\s*-?\s*\d{1,2}\/\d{1,2}\/\d{4}.*$/, '') || 'Meeting'
  const { date, time } = readAgendaHead(agendaTextOf(page))
  const templateId = templateIdOf(page.finalUrl)
  if (!date) return undefined
  return {
    upstreamId: `template-${templateId ?? fingerprint([page.finalUrl])}`,
    body: withoutRemark(name),
    bodyUpstreamId: null,
    date,
    printedTime: time ?? '',
    location: head?.location ?? null,
    comment: null,
    agendaStatus: calledOffWords(name),
    minutesStatus: null,
    isHidden: false,
    sourceUrl: page.finalUrl,
    documents: [{ kind: 'agenda', title: 'HTML Agenda', url: page.finalUrl }],
    listFingerprint: null,
    htmlUrl: page.finalUrl,
    fileUrl: null,
  }
}
