import { escapeHtml as text } from '../answer.ts'
import { agendaUrl, listedName, page, type ReplicaPortal, wordDate } from './portal-request.ts'

/** A page of a village that links its agendas, and nothing else. */
export const plainPagePortal: ReplicaPortal = {
  listPath: '/agendas-and-minutes/',
  answer(replica, { path }) {
    if (path !== '/agendas-and-minutes/') return undefined
    const links = replica.meetings.flatMap((meeting) => {
      const url = agendaUrl(replica, meeting)
      return url
        ? [
            `<li><a href="${url}">${text(listedName(meeting))} Agenda - ${wordDate(meeting.date)}</a></li>`,
          ]
        : []
    })
    return page(
      replica,
      'Agendas and Minutes',
      `<main><h1>Agendas and minutes</h1><ul>${links.join('\n')}</ul></main>`,
    )
  },
}
