import { escapeHtml as text } from '../answer.ts'
import { agendaPdf } from '../documents.ts'
import type { DemoMeeting } from '../truth.ts'
import { clock, listedName, page, type ReplicaPortal, wordDate } from './portal-request.ts'

function row(meeting: DemoMeeting): string {
  const { id, date, time } = meeting
  const agenda = meeting.isPublished
    ? `<a href="/AgendaViewer.php?view_id=1&amp;event_id=${id}">Agenda</a>`
    : ''
  return `<tr class="listingRow"><td class="listItem" headers="Name" scope="row">${text(listedName(meeting))}</td><td class="listItem" headers="Date">${wordDate(date)} - ${clock(time)}</td><td class="listItem">${agenda}</td></tr>`
}

/** A view of upcoming events and past ones; agendas are files. */
export const granicusPortal: ReplicaPortal = {
  listPath: '/ViewPublisher.php?view_id=1',
  answer(replica, { path, params }) {
    if (path === '/ViewPublisher.php') {
      return page(
        replica,
        'ViewPublisher',
        `<table class="listingTable" id="upcoming"><thead><tr><th id="Name">Name</th><th id="Date">Date</th><th>Agenda</th></tr></thead><tbody>${replica.meetings.map(row).join('\n')}</tbody></table>`,
      )
    }
    if (path !== '/AgendaViewer.php') return undefined
    const meeting = replica.meetings.find(
      ({ id, isPublished }) => isPublished && String(id) === params.get('event_id'),
    )
    return meeting && agendaPdf(replica, meeting)
  },
}
