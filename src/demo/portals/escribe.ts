import { json, escapeHtml as text } from '../answer.ts'
import { attachmentPath, type Replica } from '../replica.ts'
import type { DemoItem, DemoMeeting } from '../truth.ts'
import { listedName, page, type ReplicaPortal, shownItems, slashDate } from './portal-request.ts'

function row(replica: Replica, meeting: DemoMeeting) {
  const { guid, date, time, location } = meeting
  const url = `${replica.origin}/Meeting.aspx?Id=${guid}&Agenda=Agenda&lang=English`
  return {
    ID: guid,
    MeetingName: listedName(meeting),
    MeetingType: meeting.body,
    StartDate: `${date.replaceAll('-', '/')} ${time ?? '00:00'}:00`,
    FormattedStart: slashDate(date),
    TimeOverride: '',
    Location: location,
    Description: '',
    HasAgenda: meeting.isPublished,
    MeetingDocumentLink: meeting.isPublished
      ? [{ Type: 'Agenda', Format: 'HTML', Title: 'Agenda (HTML)', Url: url, LanguageId: 9 }]
      : [],
  }
}

function box(_replica: Replica, item: DemoItem): string {
  const files = (item.matter?.attachments ?? [])
    .map(
      (file) =>
        `<div class="AgendaItemAttachment"><a href="filestream.ashx?DocumentId=${file.id}" title="${text(file.name)}" data-original-title="${text(file.name)}">${text(file.name)}</a></div>`,
    )
    .join('')
  const words = item.matter?.text
    ? `<div class="AgendaItemContentRow"><div class="RichText"><p>${text(item.matter.text)}</p></div></div>`
    : ''
  return `<div class="AgendaItemContainer"><div class="AgendaItem AgendaItem${item.id}"><div class="AgendaItemTitleRow"><div class="AgendaItemCounter">${text(item.number ?? '')}</div><div class="AgendaItemTitle"><a href="#">${text(item.title)}</a></div></div>${files}${words}</div></div>`
}

/** A calendar that a page method gives, and agendas as boxes. */
export const escribePortal: ReplicaPortal = {
  listPath: '/',
  answer(replica, { path, params, isPost }) {
    if (isPost && path === '/MeetingsCalendarView.aspx/GetCalendarMeetings') {
      return json({ d: replica.meetings.map((meeting) => row(replica, meeting)) })
    }
    if (path.toLowerCase() === '/filestream.ashx') {
      const id = params.get('DocumentId')
      const file = replica.meetings
        .flatMap(({ items }) => items.flatMap(({ matter }) => matter?.attachments ?? []))
        .find((one) => String(one.id) === id)
      return (
        file && {
          status: 302,
          type: 'text/plain',
          body: '',
          headers: { location: attachmentPath(replica, file) },
        }
      )
    }
    if (path === '/Meeting.aspx') {
      const meeting = replica.meetings.find(
        ({ guid, isPublished }) =>
          isPublished && guid.toLowerCase() === params.get('Id')?.toLowerCase(),
      )
      return (
        meeting &&
        page(
          replica,
          'Agenda',
          `<div class="AgendaHeader"><p>${text(meeting.body)}</p><p>${text(meeting.location)}</p></div><div class="AgendaItems">${shownItems(
            meeting,
          )
            .map((item) => box(replica, item))
            .join('\n')}</div>`,
        )
      )
    }
    return path === '/' ? page(replica, 'Meetings', '<div id="calendar"></div>') : undefined
  },
}
