import { json, escapeHtml as text } from '../answer.ts'
import { agendaPdf } from '../documents.ts'
import { attachmentPath, type Replica } from '../replica.ts'
import type { DemoItem, DemoMeeting } from '../truth.ts'
import {
  clock,
  isToCome,
  listedName,
  page,
  type ReplicaPortal,
  shownItems,
  wordDate,
} from './portal-request.ts'

function row(meeting: DemoMeeting) {
  const { id, date, time } = meeting
  const file = (number: number, name: string, compileOutputType: number) => ({
    id: 900_000 + number,
    language: 'en-US',
    compileOutputType,
    publishStatus: 1,
    templateId: id,
    meetingId: id,
    templateName: name,
    link: null,
  })
  return {
    id,
    meetingTypeId: 7,
    committeeId: 3,
    dateTime: time ? `${date}T${time}:00` : `${date}T00:00:00`,
    date: wordDate(date),
    time: clock(time),
    documentList: meeting.isPublished
      ? [file(id * 2, 'HTML Agenda', 3), file(id * 2 + 1, 'Agenda', 1)]
      : [],
    isZoomMeeting: false,
    videoUrl: null,
    meetingState: 3,
    // Trailing blanks are the platform's own.
    title: `${listedName(meeting)} `,
  }
}

function itemRow(replica: Replica, item: DemoItem): string {
  if (item.isHeading) {
    return `<table><tr class="section-row"><td>${text(item.title)}</td></tr></table>`
  }
  const files = (item.matter?.attachments ?? []).map(
    (attachment) =>
      `<div class="attachment-holder"><a href="${attachmentPath(replica, attachment)}" title="Download ${text(attachment.name)}">${text(attachment.name)}</a></div>`,
  )
  return `<table class="item-table"><tr><td class="number-cell">${text(item.number ?? '')}</td><td><div class="agenda-item" id="AgendaItem_${item.id}"><p>${text(item.title)}</p><p>${text(item.matter?.text ?? '')}</p></div></td></tr></table>
<div class="item_contents" id="agenda_item_area_${item.id}">${files.join('')}</div>`
}

/** Lists as JSON, agendas as compiled pages. */
export const primegovPortal: ReplicaPortal = {
  listPath: '/public/portal',
  answer(replica, { path, params }) {
    const service = '/api/v2/PublicPortal/'
    if (path === `${service}ListUpcomingMeetings`) {
      return json(replica.meetings.filter((meeting) => isToCome(replica, meeting)).map(row))
    }
    if (path === `${service}ListArchivedMeetings`) {
      const year = params.get('year') ?? ''
      const past = replica.meetings.filter(
        (meeting) => !isToCome(replica, meeting) && meeting.date.startsWith(year),
      )
      return json(past.map(row))
    }
    const isFile = path === '/Public/CompiledDocument'
    if (isFile || path.toLowerCase() === '/portal/meeting') {
      const meeting = replica.meetings.find(
        ({ id, isPublished }) => isPublished && String(id) === params.get('meetingTemplateId'),
      )
      if (!meeting) return undefined
      if (isFile) return agendaPdf(replica, meeting)
      const items = shownItems(meeting).map((item) => itemRow(replica, item))
      return page(
        replica,
        'Meeting',
        `<div id="MeetingContents" role="main"><p>${text(meeting.body)}</p><p>${wordDate(meeting.date)} - ${clock(meeting.time)}</p><p>${text(meeting.location)}</p><div data-sectionid="1">${items.join('\n')}</div></div>`,
      )
    }
    if (path === '/public/portal') return page(replica, 'Public Portal', '<div id="root"></div>')
    return undefined
  },
}
