import { toInstant } from '../../model/time.ts'
import type { Replica } from '../replica.ts'
import type { DemoMeeting } from '../truth.ts'
import { agendaUrl, type ReplicaPortal } from './portal-request.ts'

const escaped = (words: string) =>
  words.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r?\n/g, '\\n')

function event(replica: Replica, meeting: DemoMeeting): string[] {
  const start = meeting.time
    ? `DTSTART:${toInstant(meeting.date, meeting.time, replica.timeZone)
        .instant.toISOString()
        .replace(/[-:]|\.\d+/g, '')}`
    : `DTSTART;VALUE=DATE:${meeting.date.replaceAll('-', '')}`
  const agenda = agendaUrl(replica, meeting)
  return [
    'BEGIN:VEVENT',
    `UID:${meeting.guid}`,
    start,
    `SUMMARY:${escaped(`${meeting.body} Meeting`)}`,
    `LOCATION:${escaped(meeting.location)}`,
    ...(agenda ? [`DESCRIPTION:${escaped(`Agenda: ${agenda}`)}`] : []),
    ...(meeting.status === 'cancelled' ? ['STATUS:CANCELLED'] : []),
    'END:VEVENT',
  ]
}

/** One iCalendar file, whose events link their agendas. */
export const feedPortal: ReplicaPortal = {
  listPath: '/calendar/meetings.ics',
  answer(replica, { path }) {
    if (path !== '/calendar/meetings.ics') return undefined
    const lines = [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      `PRODID:-//${replica.plan.government}//Calendar//EN`,
      ...replica.meetings.flatMap((meeting) => event(replica, meeting)),
      'END:VCALENDAR',
    ]
    return { status: 200, type: 'text/calendar; charset=utf-8', body: `${lines.join('\r\n')}\r\n` }
  },
}
