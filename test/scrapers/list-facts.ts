import { isPublicMeeting } from '../../scrapers/public-meeting.ts'
import type { TimeZone } from '../../src/model/ids.ts'
import { findLocalDate } from '../../src/model/ids.ts'
import type { ScrapedMeeting } from '../../src/model/meeting.ts'
import { toLocal } from '../../src/model/time.ts'
import { findMonthDate, findUsDate } from '../../src/model/written-date.ts'

/** One meeting of a list, as a manifest states it in any of its words. */
export interface ListFact {
  readonly words: string
  readonly id: string | null
  readonly date: string | null
  /** `null`: not stated. */
  readonly time: string | null
}

const text = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''

const names =
  'name meeting eventName Name MM_MeetingTitle title Title summary nameAndType text Meeting_Type Board_Name cells'.split(
    ' ',
  )
const whens =
  'startLocal MeetingDateTime MM_DateTime start Start numberdate date time when shown Meeting_Date text cells'.split(
    ' ',
  )
const ids = 'id event Id Master_MeetingID mid unique Agenda_ID video details href url'.split(' ')

const wordsOf = (fact: Record<string, unknown>, keys: readonly string[]) =>
  keys
    .map((key) => (Array.isArray(fact[key]) ? fact[key].join(' ') : text(fact[key])))
    .filter((word) => word !== '')

/** 24 hours, "18:00", of "6:00 PM", "7pm" or "T18:00". */
function clockIn(words: string): string | null {
  const stamp = /\d[T ](\d\d):(\d\d)(?!\d?\s*[ap]\.?m)/i.exec(words)
  if (stamp) return `${stamp[1]}:${stamp[2]}`
  const [, hour, minute = '00', half] =
    /\b(\d{1,2})(?::(\d\d))?(?::\d\d)?\s*([ap])\.?m/i.exec(words) ?? []
  if (!hour) return null
  const hours = (Number(hour) % 12) + (half?.toLowerCase() === 'p' ? 12 : 0)
  return `${String(hours).padStart(2, '0')}:${minute}`
}

function dateIn(words: string): string | null {
  const [, year, month, day] = /(\d{4})-?(\d\d)-?(\d\d)/.exec(words) ?? []
  return (
    findLocalDate(`${year}-${month}-${day}`) ?? findUsDate(words) ?? findMonthDate(words) ?? null
  )
}

export function toListFact(fact: unknown, timeZone: TimeZone): ListFact {
  const row = (
    typeof fact === 'object' && fact !== null && !Array.isArray(fact) ? fact : { cells: fact }
  ) as Record<string, unknown>
  const when = wordsOf(row, whens).map((words) =>
    words.replace(/^DTSTART[^:]*:(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)\d\d)?/, '$1-$2-$3T$4:$5:00'),
  )
  const instant = when.find((words) => /\dT\d\d:\d\d(?::\d\d)?Z$/.test(words))
  const local = instant && toLocal(new Date(instant), timeZone)
  return {
    words: wordsOf(row, names)
      .join(' ')
      .replace(/^SUMMARY:/, '')
      .replace(/\s+/g, ' '),
    id: wordsOf(row, ids)[0] ?? null,
    date: local ? local.date : (when.map(dateIn).find((date) => date !== null) ?? null),
    time: local ? local.time : (when.map(clockIn).find((time) => time !== null) ?? null),
  }
}

/** Whether a meeting that was read is the one a fact states. */
export function fits(fact: ListFact, { upstreamId, date, time }: ScrapedMeeting): boolean {
  if (fact.date !== null && fact.date !== date) return false
  if (fact.time !== null && time !== null && fact.time !== time) return false
  const isNumber = fact.id !== null && /^\d+$/.test(fact.id)
  return !isNumber || !/^\d+$/.test(upstreamId) || upstreamId === fact.id
}

/** Facts that should be among the meetings: calendars hold story hours too. */
export const isMeetingFact = ({ words }: ListFact) => isPublicMeeting(words)
