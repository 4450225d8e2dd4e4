import { json, escapeHtml as text } from '../answer.ts'
import { agendaPdf } from '../documents.ts'
import { attachmentPath, type Replica } from '../replica.ts'
import type { DemoMeeting } from '../truth.ts'
import { clock, listedName, page, type ReplicaPortal, shownItems } from './portal-request.ts'

const shortDate = (date: string) => {
  const [year, month = '1', day] = date.split('-')
  const name = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')[Number(month) - 1]
  return `${name} ${day} ${year}`
}

function row(meeting: DemoMeeting) {
  const { id, date, time, location } = meeting
  return {
    ExternalCalendar: false,
    Id: id,
    MeetingDate: date,
    MeetingDateTime: `${date} ${time ?? '00:00'}`,
    MeetingLocation: location,
    MeetingTime: clock(time),
    Name: `${listedName(meeting)} - ${shortDate(date)}`,
    Published: meeting.isPublished,
    TypeId: 24,
    VideoIcon: '',
  }
}

function agenda(replica: Replica, meeting: DemoMeeting): string {
  const items = shownItems(meeting).map((item) => {
    if (item.isHeading) return `<p><strong>${text(item.title)}</strong></p>`
    const files = (item.matter?.attachments ?? [])
      .map(
        (file) => `<p><a href="${attachmentPath(replica, file)}">${text(file.name)} - Pdf</a></p>`,
      )
      .join('')
    const number = item.number ? `${text(item.number.replace(/\.$/, ''))}. ` : ''
    return `<p>${number}${text(item.title)}</p>${files}`
  })
  return `<h1>${text(meeting.body)}</h1>${items.join('\n')}`
}

/** The number of an agenda's document, which is not the meeting's. */
const documentId = ({ id }: DemoMeeting) => id * 3

/** A service of lists and documents, whose agendas are one piece of markup each. */
export const civicwebPortal: ReplicaPortal = {
  listPath: '/Portal/MeetingTypeList.aspx',
  answer(replica, { path, params }) {
    const service = '/Services/MeetingsService.svc/meetings'
    if (path === service) {
      const [from, to] = [params.get('from') ?? '', params.get('to') ?? '9999']
      return json(replica.meetings.filter(({ date }) => date >= from && date <= to).map(row))
    }
    const [, id] = /\/meetings\/(\d+)\/meetingDocuments$/.exec(path) ?? []
    const meeting = replica.meetings.find((one) => String(one.id) === id)
    if (meeting) {
      const { isPublished, body, date } = meeting
      const name = `${body} - ${shortDate(date)}`
      return json(
        isPublished
          ? [
              {
                Id: documentId(meeting),
                DocumentType: 1,
                Type: 1,
                Name: name,
                IsPublic: true,
                Html: agenda(replica, meeting),
              },
            ]
          : [],
      )
    }
    const file = /^\/document\/(\d+)/.exec(path)?.[1]
    const shown = replica.meetings.find((one) => String(documentId(one)) === file)
    if (shown?.isPublished) return agendaPdf(replica, shown)
    return /^\/Portal\//i.test(path)
      ? page(replica, 'Meeting Type List', '<div id="meetings"></div>')
      : undefined
  },
}
