import { toLocal } from '../model/time.ts'
import { type Answer, escapeHtml, html } from './answer.ts'
import { cellText, font, framePage, grid, holder, link, rowControl } from './frame.ts'
import { printDate } from './moments.ts'
import { periodChoices, periodSpan } from './periods.ts'
import type { Replica } from './replica.ts'
import type { DemoMeeting } from './truth.ts'

/** InSite shows so many rows and pages the rest. */
export const rowsPerPage = 100

interface Column {
  readonly heading: string
  /** What stands in place of the heading for clients that have pictures for headings. */
  readonly picture: string
  cell(row: DemoMeeting, id: (control: string) => string): string
}

/** Address of a document or page of a meeting, as InSite writes it. */
export function viewHref(kind: string, { insiteId, guid }: DemoMeeting): string {
  return `View.ashx?M=${kind}&ID=${insiteId}&GUID=${guid}`
}

export function meetingHref({ insiteId, guid }: DemoMeeting): string {
  return `MeetingDetail.aspx?ID=${insiteId}&GUID=${guid}&Options=info|&Search=`
}

function columnsOf(replica: Replica): Column[] {
  const { habits } = replica.plan
  const body: Column = {
    heading: 'Name',
    picture: 'Images/body.gif',
    cell: (row, id) => {
      if (habits.bodyIsLabel) {
        return `<span id="${id('lblBody')}">${font(escapeHtml(row.bodyPrinted))}</span>`
      }
      const bodyId = replica.identity.id('body', row.body)
      const href = `DepartmentDetail.aspx?ID=${bodyId}&GUID=${replica.identity.guid('body', row.body)}`
      return link(id('hypBody'), escapeHtml(row.bodyPrinted), href)
    },
  }
  const columns: Column[] = [
    body,
    {
      heading: 'Meeting Date',
      picture: 'Images/date.gif',
      cell: (row) => printDate(row.date),
    },
    {
      heading: '<img title="ics" src="Images/ical.gif" alt="ics" border="0" />',
      picture: 'Images/ical.gif',
      cell: (row, id) => link(id('hypiCal'), 'iCalendar', viewHref('IC', row)),
    },
    {
      heading: 'Meeting Time',
      picture: 'Images/time.gif',
      cell: (row, id) =>
        `<span id="${id('lblTime')}">${font(escapeHtml(row.timePrinted ?? ''))}</span>`,
    },
    {
      heading: 'Meeting Location',
      picture: 'Images/place.gif',
      cell: (row) => {
        const place = escapeHtml(row.locationPrinted.replaceAll('\r\n', ', '))
        const comment = escapeHtml((row.comment ?? '').replaceAll('\r\n', ' '))
        return `${place}<br /><em>${comment}</em>`
      },
    },
    {
      heading: habits.headings.details,
      picture: 'Images/details.gif',
      cell: (row, id) =>
        link(
          id('hypMeetingDetail'),
          'Meeting&nbsp;details',
          row.isPublished ? meetingHref(row) : null,
          'Meeting&nbsp;details',
        ),
    },
    {
      heading: habits.headings.agenda,
      picture: 'Images/agenda.gif',
      cell: (row, id) =>
        link(id('hypAgenda'), 'Agenda', row.isPublished ? viewHref('A', row) : null),
    },
    {
      heading: habits.headings.minutes,
      picture: 'Images/minutes.gif',
      cell: (row, id) =>
        link(id('hypMinutes'), 'Minutes', row.hasMinutes ? viewHref('M', row) : null),
    },
    {
      heading: 'Video',
      picture: 'Images/video.gif',
      cell: (row, id) =>
        row.videoClip === null
          ? link(id('hypVideo'), 'Video', null)
          : `<a id="${id('hypVideo')}" class="videolink" onclick="window.open(&#39;Video.aspx?Mode=Granicus&amp;ID1=${row.videoClip}&amp;Mode2=Video&#39;,&#39;video&#39;);return false;" href="#">${font('Video', 'Blue')}</a>`,
    },
  ]
  return columns.filter(({ heading }) => habits.hasCalendarColumn || !heading.includes('ics'))
}

function calendarGrid(
  replica: Replica,
  name: string,
  meetings: readonly DemoMeeting[],
  columns: readonly Column[],
  pager = '',
): string {
  const headings = columns.map(({ heading, picture }) =>
    replica.plan.habits.hasPictureHeadings ? `<img src="${picture}" alt="" />` : heading,
  )
  const rows = meetings.map((meeting, index) =>
    columns.map(({ cell }) => cell(meeting, (control) => rowControl(name, index, control))),
  )
  return grid(name, headings, rows, pager)
}

function pagerRow(pages: number, page: number, shown: number, total: number, columns: number) {
  const target = (number: number) =>
    `ctl00$ContentPlaceHolder1$gridCalendar$ctl00$ctl02$ctl00$ctl${String(2 * number).padStart(2, '0')}`
  const links = Array.from({ length: pages }, (_, index) => {
    const current = index + 1 === page ? ' class="rgCurrentPage"' : ''
    return `<a onclick="Telerik.Web.UI.Grid.NavigateToPage(&#39;${holder}_gridCalendar_ctl00&#39;, &#39;${index + 1}&#39;); return false;"${current} href="javascript:__doPostBack(&#39;${target(index + 1)}&#39;,&#39;&#39;)"><span>${index + 1}</span></a>`
  }).join('')
  const first = (page - 1) * rowsPerPage + 1
  return `<tr class="rgPager">
							<td colspan="${columns}"><table summary="Data pager which controls on which page is the RadGrid control." border="0"><tbody>
									<tr>
										<td class="rgPagerCell NumericPages"><div class="rgWrap rgNumPart">
											<div id="${holder}_gridCalendar_ctl00NPPHTop">${links}</div>
										</div><div class="rgWrap rgInfoPart">
											 &nbsp;Page <strong><span id='${holder}_gridCalendar_ctl00CPITop'>${page}</span></strong> of <strong><span id='${holder}_gridCalendar_ctl00PCNTop'>${pages}</span></strong>, items <strong><span id='${holder}_gridCalendar_ctl00FIPTop'>${first}</span></strong> to <strong><span id='${holder}_gridCalendar_ctl00LIPTop'>${first + shown - 1}</span></strong> of <strong><span id='${holder}_gridCalendar_ctl00DSCTop'>${total}</span></strong>.
										</div></td>
									</tr>
								</tbody></table></td>
						</tr>`
}

function comboBox(name: string, value: string, choices: readonly string[], title: string): string {
  const id = `${holder}_${name}`
  const items = choices.map((choice) => `<li class="rcbItem">${escapeHtml(choice)}</li>`).join('')
  return `<div id="${id}" class="RadComboBox RadComboBox_Default">
						<table summary="combobox" border="0"><tr class="rcbReadOnly">
								<td class="rcbInputCell rcbInputCellLeft" style="width:100%;"><input name="ctl00$ContentPlaceHolder1$${name}" type="text" class="rcbInput radPreventDecorate" id="${id}_Input" value="${escapeHtml(value)}" readonly="readonly" title="${title}" /></td>
							</tr></table><div class="rcbSlide" style="z-index:10000;display:none;"><div id="${id}_DropDown" class="RadComboBoxDropDown RadComboBoxDropDown_Default "><div class="rcbScroll rcbWidth"><ul class="rcbList">${items}</ul></div></div></div><input id="${id}_ClientState" name="${id}_ClientState" type="hidden" />
					</div>`
}

/** `Calendar.aspx` for a period, page 1 first. Newest meeting first, as InSite sorts. */
export function calendarPage(replica: Replica, period: string, wantedPage: number): Answer {
  const { plan, meetings, timeZone, now, number } = replica
  const today = toLocal(now, timeZone).date
  const span = periodSpan(period, today) ?? 'all'
  const held = meetings
    .filter(({ date }) => span === 'all' || (date >= span.from && date <= span.to))
    .sort((a, b) => b.date.localeCompare(a.date) || b.insiteId - a.insiteId)
  const pages = Math.max(1, Math.ceil(held.length / rowsPerPage))
  const page = Math.min(Math.max(1, wantedPage), pages)
  const shown = held.slice((page - 1) * rowsPerPage, page * rowsPerPage)
  const columns = columnsOf(replica)
  const pager = pages > 1 ? pagerRow(pages, page, shown.length, held.length, columns.length) : ''
  const upcoming = meetings
    .filter(({ date }) => date >= today)
    .sort((a, b) => a.date.localeCompare(b.date))
    .slice(0, 5)
  const above = plan.habits.hasUpcomingGrid
    ? `<div id="${holder}_divUpcomingMeetings"><span id="${holder}_lblUpcomingMeetings">Upcoming Meetings</span>
        ${calendarGrid(replica, 'gridUpcomingMeetings', upcoming, columns)}</div>`
    : ''
  const bodies = [...new Set(meetings.map(({ body }) => body))].sort()
  const years = periodChoices(meetings.map(({ date }) => date))
  const content = `    ${above}
    <div id="${holder}_panMain">
      ${comboBox('lstYears', period, years, 'Date Range Dropdown List')}
      ${comboBox('lstBodies', 'All Departments', ['All Departments', ...bodies], 'Departments Dropdown List')}
      <div id="${holder}_divGrid" style="width: 100%;">
        ${calendarGrid(replica, 'gridCalendar', shown, columns, pager)}
      </div>
    </div>`
  const answer = html(
    framePage(replica, {
      title: `${plan.government} - Calendar`,
      action: 'Calendar.aspx',
      state: { page: 'Calendar.aspx', period, gridPage: page },
      content,
    }),
  )
  const settings = ['Options=info|', `Year=${period}`, 'Body=All'].map(
    (setting) => `Setting-${number}-Calendar ${setting}; path=/`,
  )
  return { ...answer, headers: { 'set-cookie': settings } }
}

/** `DepartmentDetail.aspx`: one body's meetings, without a column for its name. */
export function departmentPage(replica: Replica, body: string): Answer {
  const held = replica.meetings
    .filter((meeting) => meeting.body === body)
    .sort((a, b) => b.date.localeCompare(a.date))
  return html(
    framePage(replica, {
      title: `${replica.plan.government} - ${body}`,
      action: 'DepartmentDetail.aspx',
      state: { page: 'DepartmentDetail.aspx', period: 'All Years', gridPage: 1 },
      content: `<span id="${holder}_lblName2">${font(cellText(body))}</span>
      ${calendarGrid(replica, 'gridCalendar', held, columnsOf(replica).slice(1))}`,
    }),
  )
}
