import { html, escapeHtml as text } from '../answer.ts'
import { agendaPdf } from '../documents.ts'
import { attachmentPath, type Replica } from '../replica.ts'
import type { DemoItem, DemoMeeting } from '../truth.ts'
import {
  clock,
  listedName,
  page,
  type ReplicaPortal,
  shownItems,
  wordDate,
} from './portal-request.ts'

const digits = (date: string) => {
  const [year, month, day] = date.split('-')
  return `${month}${day}${year}`
}

const agendaPath = ({ date, id }: DemoMeeting) =>
  `/AgendaCenter/ViewFile/Agenda/_${digits(date)}-${id}`

function row(meeting: DemoMeeting): string {
  const { id, date, time } = meeting
  const words = wordDate(date)
  const name = `${listedName(meeting)}${time ? ` ${clock(time)}` : ''}`
  return `<tr id="row${id}" class="catAgendaRow"><td><h3 class="noMargin" id="h4${digits(date)}-${id}"><a id="_${digits(date)}-${id}"></a><strong aria-label="Agenda for ${words}"><abbr>${words.slice(0, 3)}</abbr> ${words.split(' ').slice(1).join(' ')}</strong></h3>
<p><a id="${digits(date)}-${id}" href="${agendaPath(meeting)}?html=true" target="_blank">${text(name)}</a></p></td>
<td class="minutes"></td><td class="media"></td><td class="downloads"><div class="popoutContainer"><ol role="menu"><li><a class="html" role="menuitem" href="${agendaPath(meeting)}?html=true">HTML</a></li><li><a class="pdf" role="menuitem" href="${agendaPath(meeting)}">PDF</a></li></ol></div></td></tr>`
}

function list(replica: Replica): string {
  const bodies = [...new Set(replica.meetings.map(({ body }) => body))]
  return bodies
    .map((body, at) => {
      const rows = replica.meetings.filter(
        (meeting) => meeting.body === body && meeting.isPublished,
      )
      return `<div id="cat${at + 1}" class="listing listingCollapse"><h2 tabindex="0">${text(body)}</h2><div id="category-panel-${at + 1}"><table summary="List of Agendas"><thead><tr><th>Agenda</th><th>Minutes</th><th>Media</th><th>Download</th></tr></thead><tbody>${rows.map(row).join('\n')}</tbody></table></div></div>`
    })
    .join('\n')
}

function box(replica: Replica, item: DemoItem): string {
  const files = (item.matter?.attachments ?? [])
    .map((file) => `<a class="file" href="${attachmentPath(replica, file)}">${text(file.name)}</a>`)
    .join('')
  return `<div class="item level2"><div class="bullet">${text(item.number ?? '')}</div><div class="title">${text(item.title)}</div><div class="desc">${text(item.matter?.text ?? '')}</div><div class="documents">${files}</div></div>`
}

function agenda(replica: Replica, meeting: DemoMeeting): string {
  const sections: string[] = []
  let inside: string[] = []
  let heading = ''
  const close = () => {
    if (heading || inside.length > 0)
      sections.push(
        `<div class="item level1"><div class="title">${text(heading || 'Agenda')}</div>${inside.join('\n')}</div>`,
      )
    inside = []
  }
  for (const item of shownItems(meeting)) {
    if (item.isHeading) {
      close()
      heading = item.title
    } else inside.push(box(replica, item))
  }
  close()
  return sections.join('\n')
}

/** AgendaCenter: rows by category, agendas as pages of three levels and as files. */
export const civicplusPortal: ReplicaPortal = {
  listPath: '/AgendaCenter',
  answer(replica, { path, params }) {
    if (/^\/AgendaCenter(?:\/Search)?\/?$/i.test(path)) {
      return page(
        replica,
        'Agenda Center',
        `<div id="AgendaCenterContent" class="agendaCenter">${list(replica)}</div>`,
      )
    }
    const [, id] = /^\/AgendaCenter\/ViewFile\/Agenda\/_\d{8}-(\d+)$/i.exec(path) ?? []
    const meeting = replica.meetings.find((one) => one.isPublished && String(one.id) === id)
    if (!meeting) return undefined
    if (params.get('html') !== 'true') return agendaPdf(replica, meeting)
    return html(
      `<!DOCTYPE html><html lang="en"><head><title>${text(meeting.body)}</title></head><body><div id="divAgenda">${agenda(replica, meeting)}</div></body></html>`,
    )
  },
}
