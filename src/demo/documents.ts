import { toInstant } from '../model/time.ts'
import { type Answer, escapeHtml, html, invalidParameters } from './answer.ts'
import { printDate } from './moments.ts'
import { writePdf } from './pdf.ts'
import { attachmentPath, filePath, findAttachment, listMatters, type Replica } from './replica.ts'
import type { DemoAttachment, DemoMeeting } from './truth.ts'

function pdf(heading: string, paragraphs: readonly string[], lastModified: Date): Answer {
  return { status: 200, type: 'application/pdf', body: writePdf(heading, paragraphs), lastModified }
}

function headingOf({ plan }: Replica, meeting: DemoMeeting, noun: string): string {
  return `${plan.government} - ${meeting.body} - ${noun}, ${printDate(meeting.date)}`
}

/** The agenda as a file: the same items as the portal lists. */
export function agendaPdf(replica: Replica, meeting: DemoMeeting): Answer {
  const items = meeting.items
    .filter(({ title }) => title !== '')
    .map(({ number, title, matter }) =>
      [number, matter ? `${matter.file}.` : null, title].filter((part) => part !== null).join(' '),
    )
  const place = `${meeting.timePrinted ?? 'Time to be announced'}, ${meeting.location.replaceAll('\r\n', ', ')}`
  return pdf(headingOf(replica, meeting, 'Agenda'), [place, ...items], meeting.touchedAt)
}

function minutesPdf(replica: Replica, meeting: DemoMeeting): Answer {
  const items = meeting.items
    .filter(({ action }) => action !== null)
    .map(({ number, title, mover, seconder, action, tally }) => {
      const motion = mover && seconder ? ` Moved by ${mover}, seconded by ${seconder}.` : ''
      return `${number ?? ''} ${title}.${motion} ${action ?? ''}${tally ? ` (${tally})` : ''}.`.trim()
    })
  return pdf(headingOf(replica, meeting, 'Minutes'), items, meeting.touchedAt)
}

function icsText(text: string): string {
  return text.replace(/[\\;,]/g, (character) => `\\${character}`).replaceAll('\r\n', '\\n')
}

function icsInstant(at: Date): string {
  return at.toISOString().replace(/[-:]|\.\d+/g, '')
}

function calendarFile(replica: Replica, meeting: DemoMeeting): Answer {
  const start = meeting.time
    ? `DTSTART:${icsInstant(toInstant(meeting.date, meeting.time, replica.timeZone).instant)}`
    : `DTSTART;VALUE=DATE:${meeting.date.replaceAll('-', '')}`
  const lines = [
    'BEGIN:VCALENDAR',
    'PRODID:-//Granicus//InSite//EN',
    'VERSION:2.0',
    'BEGIN:VEVENT',
    `UID:${meeting.guid}`,
    `DTSTAMP:${icsInstant(meeting.touchedAt)}`,
    start,
    `SUMMARY:${icsText(`${replica.plan.government} - ${meeting.bodyPrinted}`)}`,
    `LOCATION:${icsText(meeting.locationPrinted)}`,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]
  return { status: 200, type: 'text/calendar; charset=utf-8', body: lines.join('\r\n') }
}

function attachmentFile(replica: Replica, attachment: DemoAttachment): Answer {
  const matter = listMatters(replica).find(({ attachments }) => attachments.includes(attachment))
  const touchedAt = matter?.touchedAt ?? replica.now
  const heading = `${replica.plan.government} - File ${matter?.file ?? ''} - ${attachment.name}`
  if (attachment.format === 'pdf') return pdf(heading, attachment.paragraphs, touchedAt)
  const body = attachment.paragraphs.map((text) => `<p>${escapeHtml(text)}</p>`).join('\n')
  return {
    ...html(
      `<!DOCTYPE html>\n<html lang="en"><head><title>${escapeHtml(attachment.name)}</title></head>\n<body><h1>${escapeHtml(heading)}</h1>\n${body}\n</body></html>\n`,
    ),
    lastModified: touchedAt,
  }
}

/** `View.ashx`: a document of a meeting, or (`M=F`) one that hangs on a file. */
export function viewDocument(replica: Replica, params: URLSearchParams): Answer {
  const kind = params.get('M')
  const id = Number(params.get('ID'))
  const guid = params.get('GUID')?.toUpperCase()
  if (kind === 'F') {
    const file = findAttachment(replica, (each) => each.id === id && each.guid === guid)
    return file ? attachmentFile(replica, file) : invalidParameters
  }
  const meeting = replica.meetings.find((each) => each.insiteId === id && each.guid === guid)
  if (!meeting) return invalidParameters
  if (kind === 'A' && meeting.isPublished) return agendaPdf(replica, meeting)
  if (kind === 'M' && meeting.hasMinutes) return minutesPdf(replica, meeting)
  return kind === 'IC' ? calendarFile(replica, meeting) : invalidParameters
}

/** A file under the addresses that the Web API prints, if `path` is one. */
export function findFile(replica: Replica, path: string): Answer | undefined {
  const file = findAttachment(replica, (each) => attachmentPath(replica, each) === path)
  if (file) return attachmentFile(replica, file)
  for (const meeting of replica.meetings) {
    if (meeting.isPublished && filePath(replica, meeting, 'A') === path) {
      return agendaPdf(replica, meeting)
    }
    if (meeting.hasMinutes && filePath(replica, meeting, 'M') === path) {
      return minutesPdf(replica, meeting)
    }
  }
  return undefined
}
