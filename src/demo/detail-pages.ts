import { type Answer, escapeHtml, html } from './answer.ts'
import { meetingHref, viewHref } from './calendar-page.ts'
import { cellText, font, framePage, grid, holder, link, rowControl } from './frame.ts'
import { printDate } from './moments.ts'
import { type Hearing, listHearings, type Replica } from './replica.ts'
import type { DemoItem, DemoMatter, DemoMeeting } from './truth.ts'

/** One labelled line of a detail page: `lblDateX` says what `lblDate` holds. */
function line(label: string, content: string): string {
  return `<table border="0" cellpadding="2" cellspacing="2" width="100%">
                            <tr valign="top">
                                <td style="width: 150px">${font(label, 'Navy')}</td>
                                <td>${content}</td>
                            </tr>
                        </table>`
}

function label(control: string, text: string | null): string {
  return `<span id="${holder}_${control}">${font(escapeHtml(text ?? ''))}</span>`
}

export function matterHref({ insiteId, guid }: DemoMatter): string {
  return `LegislationDetail.aspx?ID=${insiteId}&GUID=${guid}&Options=&Search=`
}

/** InSite's id of an action differs from the API's id of the item; the GUID is the same. */
export function actionId(replica: Replica, item: DemoItem): number {
  return replica.identity.id('history', item.guid)
}

function actionLink(replica: Replica, item: DemoItem, control: string): string {
  if (item.action === null) return `<a id="${control}">${font('Not&nbsp;available', 'Gray')}</a>`
  const href = `HistoryDetail.aspx?ID=${actionId(replica, item)}&amp;GUID=${item.guid}`
  return `<a id="${control}" onclick="var obj = radopen(&#39;${href}&#39;, &#39;HistoryDetail&#39;); focusRadWindow(obj); return false;" href="#">${font('Action&nbsp;details', 'Blue')}</a>`
}

/** `MeetingDetail.aspx`: the meeting's heading and its agenda, headings without a file included. */
export function meetingPage(replica: Replica, meeting: DemoMeeting): Answer {
  const rows = meeting.items.map((item, index) => {
    const id = (control: string) => rowControl('gridMain', index, control)
    const file = item.matter
      ? link(id('hypFile'), escapeHtml(item.matter.file), matterHref(item.matter))
      : '&nbsp;'
    return [
      file,
      item.matter ? '1' : '&nbsp;',
      cellText(item.number),
      cellText(item.matter?.name ?? null),
      cellText(item.matter?.type ?? null),
      cellText(item.title),
      cellText(item.action),
      cellText(item.result),
      actionLink(replica, item, id('hypDetails')),
      link(id('hypVideo'), 'Video', null),
    ]
  })
  const headings = [
    'File&nbsp;#',
    'Ver.',
    'Agenda&nbsp;#',
    'Name',
    'Type',
    'Title',
    'Action',
    'Result',
    'Action&nbsp;Details',
    'Video',
  ]
  const bodyId = replica.identity.id('body', meeting.body)
  const body = `DepartmentDetail.aspx?ID=${bodyId}&GUID=${replica.identity.guid('body', meeting.body)}`
  const agenda = meeting.isPublished ? viewHref('A', meeting) : null
  const minutes = meeting.hasMinutes ? viewHref('M', meeting) : null
  const place = meeting.locationPrinted.replaceAll('\r\n', ', ')
  const remark = (meeting.comment ?? '').replaceAll('\r\n', ' ')
  const content = `<h1 class="sr-only">Meeting Details</h1>
    <div id="${holder}_pageTop1" class="rmpView RadPageView">
      ${line('Meeting Name:', link(`${holder}_hypName`, escapeHtml(meeting.bodyPrinted), body))}
      ${line('Agenda status:', label('lblAgendaStatus', meeting.agendaStatus))}
      ${line('Meeting date/time:', `${label('lblDate', printDate(meeting.date))} ${label('lblTime', meeting.timePrinted)}`)}
      ${line('Minutes status:', label('lblMinutesStatus', meeting.minutesStatus))}
      ${line('Meeting location:', `<span id="${holder}_lblLocation">${font(`${escapeHtml(place)}${remark ? `<br /><em>${escapeHtml(remark)}</em>` : ''}`)}</span>`)}
      ${line('Published agenda:', link(`${holder}_hypAgenda`, 'Agenda', agenda))}
      ${line('Published minutes:', link(`${holder}_hypMinutes`, 'Minutes', minutes))}
      ${line('Attachments:', `<span id="${holder}_ucAttachments_lblAttachments">${font('')}</span>`)}
    </div>
    <div id="${holder}_pageItems" class="rmpView">
      <span class="rmText">${meeting.items.length} records</span>
      ${grid('gridMain', headings, rows)}
    </div>`
  return html(
    framePage(replica, {
      title: `${replica.plan.government} - Meeting of ${meeting.body} on ${printDate(meeting.date)}`,
      action: meetingHref(meeting),
      state: { page: 'MeetingDetail.aspx', period: '', gridPage: 1 },
      content,
    }),
  )
}

function historyRows(replica: Replica, hearings: readonly Hearing[]): string[][] {
  return hearings.toReversed().map(({ meeting, item }, index) => {
    const id = (control: string) => rowControl('gridLegislation', index, control)
    const bodyId = replica.identity.id('body', meeting.body)
    const body = `DepartmentDetail.aspx?ID=${bodyId}&GUID=${replica.identity.guid('body', meeting.body)}`
    return [
      printDate(meeting.date),
      '1',
      link(id('hypBody'), escapeHtml(meeting.body), body),
      cellText(item.action),
      cellText(item.result),
      actionLink(replica, item, id('hypDetails')),
      link(
        id('hypMeetingDetail'),
        'Meeting&nbsp;details',
        meeting.isPublished ? meetingHref(meeting) : null,
      ),
    ]
  })
}

/** `LegislationDetail.aspx`: one file with its sponsors, attachments, history and text. */
export function matterPage(replica: Replica, matter: DemoMatter): Answer {
  const hearings = listHearings(replica, matter)
  const acted = hearings.filter(({ item }) => item.action !== null)
  const sponsors = matter.sponsors
    .map((name) => {
      const id = replica.identity.id('person', name)
      const guid = replica.identity.guid('person', name)
      return `<a href="PersonDetail.aspx?ID=${id}&GUID=${guid}"style="color: blue;">${escapeHtml(name)}</a>`
    })
    .join(', ')
  const attachments = matter.attachments
    .map(
      ({ id, guid, name }, index) =>
        `${index + 1}. <a href="View.ashx?M=F&ID=${id}&GUID=${guid}" style="color: blue;">${escapeHtml(name)}</a>`,
    )
    .join(', ')
  const passed = acted.findLast(({ item }) => item.result === 'Pass')
  const headings = [
    'Date',
    'Ver.',
    'Action&nbsp;By',
    'Action',
    'Result',
    'Action&nbsp;Details',
    'Meeting&nbsp;Details',
  ]
  const content = `<div id="${holder}_pageDetails">
      ${line('File #:', label('lblFile2', matter.file))}
      ${matter.name === null ? '' : line('Name:', label('lblName2', matter.name))}
      ${line('Type:', label('lblType2', matter.type))}
      ${line('Status:', label('lblStatus2', matter.status))}
      ${line('File created:', label('lblIntroduced2', printDate(matter.introducedOn)))}
      ${line('In control:', `<a id="${holder}_hypInControlOf2">${font(escapeHtml(matter.body), 'Blue')}</a>`)}
      ${line('Final action:', label('lblPassed2', passed ? printDate(passed.meeting.date) : ''))}
      ${line('Title:', label('lblTitle2', matter.title))}
      ${line('Sponsors:', `<span id="${holder}_lblSponsors2">${font(sponsors)}</span>`)}
      ${line('Attachments:', `<span id="${holder}_lblAttachments2">${font(attachments)}</span>`)}
    </div>
    <div id="${holder}_pageHistory">
      <span class="rmText">${acted.length} record${acted.length === 1 ? '' : 's'}</span>
      ${grid('gridLegislation', headings, historyRows(replica, acted))}
    </div><div id="${holder}_pageText" class="rmpHiddenView">
      <div id="${holder}_divText" style="margin: 10px;">${escapeHtml(matter.text)}</div>
    </div>`
  return html(
    framePage(replica, {
      title: `${replica.plan.government} - File #: ${matter.file}`,
      action: matterHref(matter),
      state: { page: 'LegislationDetail.aspx', period: '', gridPage: 1 },
      content,
    }),
  )
}

/** `HistoryDetail.aspx`: what one body did with a file, and who voted how. */
export function actionPage(replica: Replica, { meeting, item }: Hearing): Answer {
  const rows = item.votes.map(({ person, printed }, index) => {
    const id = replica.identity.id('person', person)
    const href = `PersonDetail.aspx?ID=${id}&GUID=${replica.identity.guid('person', person)}`
    return [
      link(rowControl('gridVote', index, 'hypPerson'), escapeHtml(person), href),
      cellText(printed),
    ]
  })
  const content = `<div id="${holder}_pageTop1">
      ${line('File #:', item.matter ? link(`${holder}_hypFile`, escapeHtml(item.matter.file), matterHref(item.matter)) : '')}
      ${line('Type:', label('lblType', item.matter?.type ?? null))}
      ${line('Title:', label('lblTitle', item.title))}
      ${line('Mover:', `<a id="${holder}_hypMover">${font(escapeHtml(item.mover ?? ''))}</a>`)}
      ${line('Seconder:', `<a id="${holder}_hypSeconder">${font(escapeHtml(item.seconder ?? ''))}</a>`)}
      ${line('Result:', label('lblResult', item.result))}
      ${line('Agenda note:', label('lblAgendaNote', item.note))}
      ${line('Action:', label('lblAction', item.action))}
      ${line('Action text:', label('lblActionText', item.actionText))}
    </div>
    <div id="${holder}_tabBottom"><span class="rtsTxt">Votes (${item.tally ?? '0:0'})</span></div>
    <div id="${holder}_menuVote"><span class="rmText">${item.votes.length} records</span></div>
    <table id="${holder}_tblVote2"><tr><td>
      ${grid('gridVote', ['Person&nbsp;Name', 'Vote'], rows)}
    </td></tr></table>`
  return html(
    framePage(replica, {
      title: `${replica.plan.government} - Action details of ${printDate(meeting.date)}`,
      action: `HistoryDetail.aspx?ID=${actionId(replica, item)}&GUID=${item.guid}`,
      state: { page: 'HistoryDetail.aspx', period: '', gridPage: 1 },
      content,
    }),
  )
}
