/** Answers in the true shapes of both interfaces, of a council that does not exist. */

export const api = 'https://webapi.legistar.com/v1/riverton'
export const site = 'https://riverton.legistar.com'

export const event = (id: number, over: Record<string, unknown> = {}) => ({
  EventId: id,
  EventBodyId: 138,
  EventBodyName: 'City Council',
  EventDate: '2026-03-10T00:00:00',
  EventTime: '6:30 PM',
  EventAgendaStatusName: 'Final',
  EventMinutesStatusName: 'Draft',
  EventLocation: 'Council Chambers',
  EventAgendaFile: `https://riverton.legistar1.com/riverton/meetings/${id}_A.pdf`,
  EventMinutesFile: null,
  EventAgendaLastPublishedUTC: '2026-03-05T10:00:00.1',
  EventComment: null,
  EventVideoPath: null,
  EventMedia: null,
  EventInSiteURL: `${site}/MeetingDetail.aspx?LEGID=${id}&GID=9&G=AAAA`,
  EventItems: [],
  ...over,
})

export const item = (id: number, over: Record<string, unknown> = {}) => ({
  EventItemId: id,
  EventItemAgendaSequence: id,
  EventItemMinutesSequence: id,
  EventItemAgendaNumber: `${id}.`,
  EventItemTitle: `Item ${id}`,
  EventItemAgendaNote: null,
  EventItemMinutesNote: null,
  EventItemActionName: null,
  EventItemActionText: null,
  EventItemPassedFlag: null,
  EventItemPassedFlagName: null,
  EventItemRollCallFlag: 0,
  EventItemConsent: 0,
  EventItemMover: null,
  EventItemSeconder: null,
  EventItemMatterId: null,
  EventItemMatterFile: null,
  EventItemMatterName: null,
  EventItemMatterType: null,
  EventItemMatterStatus: null,
  EventItemMatterAttachments: [],
  ...over,
})

export const attachment = (name: string, over: Record<string, unknown> = {}) => ({
  MatterAttachmentId: 1,
  MatterAttachmentName: name,
  MatterAttachmentHyperlink: `https://riverton.legistar1.com/riverton/attachments/${name}.pdf`,
  MatterAttachmentShowOnInternetPage: true,
  MatterAttachmentSort: 1,
  ...over,
})

export const guidOf = (id: number) => `${String(id).padStart(8, '0')}-AAAA-BBBB-CCCC-DDDDDDDDDDDD`

export interface Row {
  readonly id: number
  readonly date: string
  readonly body?: string
  readonly time?: string
  readonly place?: string
  readonly hasPage?: boolean
  readonly hasAgenda?: boolean
}

/** One row of the calendar grid, as the server writes it. */
function calendarRow(
  {
    id,
    date,
    body = 'City Council',
    time = '6:30 PM',
    place = 'Room 1',
    hasPage = true,
    hasAgenda = true,
  }: Row,
  at: number,
  grid: string,
): string {
  const name = (control: string) =>
    `ctl00_ContentPlaceHolder1_${grid}_ctl00_ctl${at * 2 + 4}_${control}`
  const link = (control: string, href: string | null, text: string) =>
    `<td><font size="2"><a id="${name(control)}"${href ? ` href="${href}"` : ''}>${text}</a></font></td>`
  const key = `ID=${id}&amp;GUID=${guidOf(id)}`
  return `<tr class="${at % 2 ? 'rgAltRow' : 'rgRow'}" id="ctl00_ContentPlaceHolder1_${grid}_ctl00__${at}">
    ${link('hypBody', `DepartmentDetail.aspx?ID=7&amp;GUID=${guidOf(7)}`, body)}
    <td class="rgSorted"><font size="2">${date}</font></td>
    ${link('hypiCal', `View.ashx?M=IC&amp;${key}`, '<img src="ical.gif"/>')}
    <td><span id="${name('lblTime')}">${time}</span></td>
    <td><font size="2">${place}</font></td>
    ${link('hypMeetingDetail', hasPage ? `MeetingDetail.aspx?${key}&amp;Options=info|&amp;Search=` : null, 'Meeting&nbsp;details')}
    ${link('hypAgenda', hasAgenda ? `View.ashx?M=A&amp;${key}` : null, hasAgenda ? 'Agenda' : 'Not&nbsp;available')}
  </tr>`
}

const headings = [
  'Name',
  'Meeting Date',
  '',
  'Meeting Time',
  'Meeting Location',
  'Meeting Details',
  'Agenda',
]

function grid(name: string, rows: readonly Row[], pager = ''): string {
  return `<table class="rgMasterTable" id="ctl00_ContentPlaceHolder1_${name}_ctl00"><thead>${pager}<tr>
    ${headings.map((words) => `<th class="rgHeader">${words}</th>`).join('')}</tr></thead><tbody>
    ${rows.map((row, at) => calendarRow(row, at, name)).join('\n')}</tbody></table>`
}

function pagerRow(page: number, pages: number, items: number): string {
  const link = (n: number) =>
    `<a href="javascript:__doPostBack(&#39;ctl00$grid$page${n}&#39;,&#39;&#39;)"><span>${n}</span></a>`
  const numbers = Array.from({ length: pages }, (_, at) => link(at + 1)).join('')
  return `<tr class="rgPager"><td colspan="7"><table><tbody><tr><td>
    <div class="rgWrap rgNumPart">${numbers}</div>
    <div class="rgWrap rgInfoPart"> Page <strong>${page}</strong> of <strong>${pages}</strong>, items <strong>1</strong> to <strong>2</strong> of <strong>${items}</strong>.</div>
    </td></tr></tbody></table></td></tr>`
}

export interface CalendarPage {
  readonly rows: readonly Row[]
  readonly period?: string
  readonly upcoming?: readonly Row[]
  readonly pager?: readonly [number, number, number]
  readonly state?: string
}

export function calendarPage({
  rows,
  period = 'This Year',
  upcoming,
  pager,
  state = 'S0',
}: CalendarPage): string {
  const periods = ['All Years', '2027', '2025', '2024', 'Last Year', 'This Year', 'Next Year']
  return `<!DOCTYPE html><html><head><title>Riverton - Calendar</title></head><body><form action="./Calendar.aspx">
    <input type="hidden" name="__VIEWSTATE" id="__VIEWSTATE" value="${state}" />
    <input type="hidden" name="__EVENTVALIDATION" id="__EVENTVALIDATION" value="V&amp;1" />
    <input name="ctl00$ContentPlaceHolder1$lstYears" type="text" id="ctl00_ContentPlaceHolder1_lstYears_Input" value="${period}" />
    <div id="ctl00_ContentPlaceHolder1_lstYears_DropDown"><ul class="rcbList">${periods.map((each) => `<li class="rcbItem">${each}</li>`).join('')}</ul></div>
    ${upcoming ? grid('gridUpcomingMeetings', upcoming) : ''}
    <div id="ctl00_ContentPlaceHolder1_gridCalendar" class="RadGrid">${grid('gridCalendar', rows, pager ? pagerRow(...pager) : '')}</div>
    </form></body></html>`
}

export interface DetailRow {
  readonly id: number
  readonly number?: string
  readonly title: string
  readonly file?: string
  readonly action?: string
  readonly result?: string
}

export function detailPage(rows: readonly DetailRow[], date = '3/10/2026'): string {
  const label = (name: string, text: string) =>
    `<span id="ctl00_ContentPlaceHolder1_${name}">${text}</span>`
  const cells = (
    { id, number = '', title, file, action = '&nbsp;', result = '&nbsp;' }: DetailRow,
    at: number,
  ) => {
    const name = `ctl00_ContentPlaceHolder1_gridMain_ctl00_ctl${at * 2 + 4}`
    const key = `ID=${id}&amp;GUID=${guidOf(id)}`
    const fileLink = file
      ? `<a id="${name}_hypFile" href="LegislationDetail.aspx?${key}">${file}</a>`
      : ''
    const details = `<a id="${name}_hypDetails" onclick="radopen(&#39;HistoryDetail.aspx?${key}&#39;, &#39;x&#39;)" href="#">Action details</a>`
    return [fileLink, number, title, action, result, result === '&nbsp;' ? '' : details]
      .map((cell) => `<td>${cell}</td>`)
      .join('')
  }
  const heads = ['File&nbsp;#', 'Agenda&nbsp;#', 'Title', 'Action', 'Result', 'Action&nbsp;Details']
  return `<!DOCTYPE html><html><body>
    <a id="ctl00_ContentPlaceHolder1_hypName" href="DepartmentDetail.aspx?ID=7&amp;GUID=${guidOf(7)}">City Council</a>
    ${label('lblDate', date)} ${label('lblTime', '6:30 PM')} ${label('lblLocation', 'Room 1')}
    ${label('lblAgendaStatus', 'Final')} ${label('lblMinutesStatus', 'Draft')}
    <a id="ctl00_ContentPlaceHolder1_hypAgendaPacket" href="View.ashx?M=PA&amp;ID=1&amp;GUID=${guidOf(1)}">Agenda Packet</a>
    <table class="rgMasterTable" id="ctl00_ContentPlaceHolder1_gridMain_ctl00"><thead><tr>
    ${heads.map((words) => `<th class="rgHeader">${words}</th>`).join('')}</tr></thead><tbody>
    ${rows.map((row, at) => `<tr class="rgRow" id="ctl00_ContentPlaceHolder1_gridMain_ctl00__${at}">${cells(row, at)}</tr>`).join('')}
    </tbody></table></body></html>`
}

export const legislationPage = `<!DOCTYPE html><html><body>
  <span id="ctl00_ContentPlaceHolder1_lblFile2">26-0114</span>
  <span id="ctl00_ContentPlaceHolder1_lblType2">Contract</span>
  <span id="ctl00_ContentPlaceHolder1_lblStatus2">Agenda Ready</span>
  <span id="ctl00_ContentPlaceHolder1_lblIntroduced2">2/1/2026</span>
  <span id="ctl00_ContentPlaceHolder1_lblTitle2">Licence plate readers</span>
  <span id="ctl00_ContentPlaceHolder1_lblAttachments2">1. <a href="View.ashx?M=F&ID=5&GUID=${guidOf(5)}">Contract.pdf</a></span>
  <div id="ctl00_ContentPlaceHolder1_divText">Sec. 1<br/>Buys forty cameras.</div>
  </body></html>`

export const historyPage = `<!DOCTYPE html><html><body>
  <a id="ctl00_ContentPlaceHolder1_hypMover">Ada Quill</a>
  <span id="ctl00_ContentPlaceHolder1_lblSeconder">Ben Orr</span>
  <table id="ctl00_ContentPlaceHolder1_gridVote_ctl00"><thead><tr><th class="rgHeader">Person Name</th><th class="rgHeader">Vote</th></tr></thead>
  <tr class="rgRow"><td><a id="ctl00_x_gridVote_ctl00_ctl04_hypPerson" href="PersonDetail.aspx?ID=1">Ada Quill</a></td><td>Aye</td></tr>
  <tr class="rgAltRow"><td>Ben Orr</td><td>Recused</td></tr></table></body></html>`
