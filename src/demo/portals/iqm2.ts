import { escapeHtml as text } from '../answer.ts'
import { agendaPdf } from '../documents.ts'
import { findAttachment, type Replica } from '../replica.ts'
import type { DemoItem, DemoMeeting } from '../truth.ts'
import {
  clock,
  page,
  type ReplicaPortal,
  shownItems,
  slashDate,
  wordDate,
} from './portal-request.ts'

function row(meeting: DemoMeeting): string {
  const { id, date, time, body, location, status, statusText } = meeting
  const isOff = status === 'cancelled' || status === 'rescheduled'
  const tip = `Board:&#9;${text(body)}&#13;Type:&#9;Regular Meeting&#13;Status:&#9;${text(isOff ? (statusText ?? status) : 'Scheduled')}&#13;&#13;${text(location)}`
  const when =
    `${wordDate(date).slice(0, 3)} ${wordDate(date).split(' ').slice(1).join(' ')} ${clock(time)}`.trim()
  const files = meeting.isPublished
    ? `<a href="/Citizens/FileOpen.aspx?Type=14&amp;ID=${id}&amp;Inline=True">Agenda</a>`
    : ''
  return `<div class="Row MeetingRow"><div class="RowTop"><div class="RowLink"><a href="/Citizens/Detail_Meeting.aspx?ID=${id}" title="${tip}">${when}</a></div><div class="RowRight MeetingLinks"><div>${files}</div></div></div><div class="RowBottom"><div class="RowDetails">${text(body)} - Regular Meeting</div>${isOff ? '<div class="MeetingCancelled">Cancelled</div>' : ''}</div></div>`
}

function outlineRows(item: DemoItem): string {
  if (item.isHeading) {
    return `<tr><td class="Num"></td><td class="Title" colspan="10"><strong>${text(item.title)}</strong></td></tr>`
  }
  const files = (item.matter?.attachments ?? []).map(
    (file) =>
      `<tr><td></td><td></td><td></td><td class="Num">a.</td><td class="Title"><a href="FileOpen.aspx?Type=4&amp;ID=${file.id}">${text(file.name)}</a></td></tr>`,
  )
  const title = item.matter
    ? `<a href="Detail_LegiFile.aspx?Frame=&amp;ID=${item.matter.id}">${text(item.title)}</a>`
    : text(item.title)
  return `<tr><td></td><td class="Num">${text(item.number ?? '')}</td><td class="Title" colspan="9">${title}</td></tr>${files.join('')}`
}

function fileOf(replica: Replica, type: string | null, id: string | null) {
  if (type === '14') {
    const meeting = replica.meetings.find((one) => one.isPublished && String(one.id) === id)
    return meeting && agendaPdf(replica, meeting)
  }
  const file = findAttachment(replica, (one) => String(one.id) === id)
  return (
    file && {
      status: 302,
      type: 'text/plain',
      body: '',
      headers: { location: `/${replica.plan.client}/attachments/${file.fileName}` },
    }
  )
}

/** A calendar of rows whose links say all in their titles, and outlines in a table. */
export const iqm2Portal: ReplicaPortal = {
  listPath: '/Citizens/Calendar.aspx',
  answer(replica, { path, params }) {
    const id = params.get('ID')
    if (/^\/Citizens\/(?:Calendar|Default)\.aspx$/i.test(path)) {
      const rows = [...replica.meetings].sort((a, b) => (a.date < b.date ? 1 : -1)).map(row)
      return page(
        replica,
        'Meetings',
        `<div id="ContentPlaceholder1_pnlMeetings">${rows.join('\n')}</div>`,
      )
    }
    if (/\/Detail_Meeting\.aspx$/i.test(path)) {
      const meeting = replica.meetings.find((one) => String(one.id) === id)
      const rows = meeting?.isPublished ? shownItems(meeting).map(outlineRows).join('\n') : ''
      return (
        meeting &&
        page(
          replica,
          'Meeting',
          `<span id="ContentPlaceholder1_lblMeetingDate">${slashDate(meeting.date)} ${clock(meeting.time)}</span><table id='MeetingDetail' class='MeetingDetail'>${rows}</table>`,
        )
      )
    }
    return /\/FileOpen\.aspx$/i.test(path) ? fileOf(replica, params.get('Type'), id) : undefined
  },
}
