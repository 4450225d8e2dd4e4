import * as z from 'zod'
import { type Problem, toProblem, UnknownDateError } from '../../src/model/errors.ts'
import { findLocalDate, findLocalTime } from '../../src/model/ids.ts'
import type { Page } from '../../src/scraping/contract.ts'
import { cleanText } from '../../src/scraping/html.ts'
import { flag, key, optionalKey, parseRows, readRows, text } from '../json.ts'
import { fingerprint, type ListedMeeting } from '../meeting.ts'
import { withoutDate } from '../printed-date.ts'
import type { Listing } from '../run.ts'
import { calledOffWords, withoutRemark } from '../title-status.ts'

const row = z.object({
  Id: key,
  Name: text,
  MeetingDate: text,
  MeetingDateTime: text,
  MeetingLocation: text,
  TypeId: optionalKey,
  Published: flag.optional(),
})

/**
 * The meetings service's answer. What is not published yet is told as tentative.
 *
 * @throws {PageShapeError} {PortalErrorPage}
 */
export function parseCivicWebMeetings(page: Page): Listing<ListedMeeting> {
  const { rows, problems } = parseRows(readRows(page, 'Id'), row, ({ Id }) => Id, page.url)
  const told: Problem[] = [...problems]
  const meetings: ListedMeeting[] = []
  for (const one of rows) {
    try {
      meetings.push(toMeeting(one, page))
    } catch (error) {
      if (!(error instanceof UnknownDateError)) throw error
      told.push(toProblem(error, page.url))
    }
  }
  return { meetings, problems: told }
}

/** @throws {UnknownDateError} */
function toMeeting(one: z.infer<typeof row>, page: Page): ListedMeeting {
  const stamp = one.MeetingDateTime ?? one.MeetingDate ?? ''
  const [, day = '', clock = ''] = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}))?/.exec(stamp) ?? []
  const date = findLocalDate(day)
  if (!date) throw new UnknownDateError(stamp, page.url)
  const name = cleanText(one.Name ?? '')
  const isDraft = /\bdraft\b/i.test(name)
  return {
    upstreamId: one.Id,
    body: withoutRemark(withoutDate(name.replace(/\(?draft agenda\)?/i, ''))) || 'Meeting',
    bodyUpstreamId: one.TypeId,
    date,
    printedTime: clock === '00:00' ? '' : (findLocalTime(clock) ?? ''),
    location: one.MeetingLocation ? cleanText(one.MeetingLocation) : null,
    comment: null,
    agendaStatus: calledOffWords(name) ?? (isDraft ? 'Draft agenda' : null),
    minutesStatus: null,
    isHidden: false,
    sourceUrl: new URL(`/Portal/MeetingInformation.aspx?Id=${one.Id}`, page.finalUrl).href,
    documents: [],
    listFingerprint: fingerprint([name, stamp, one.MeetingLocation, String(one.Published)]),
  }
}
