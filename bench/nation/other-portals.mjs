// Replicas of the platforms of the directory that the demonstration does not speak, in their true shapes.

const text = (words) =>
  String(words ?? '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

const html = (body) => ({ status: 200, type: 'text/html; charset=utf-8', body })
const json = (value) => ({
  status: 200,
  type: 'application/json; charset=utf-8',
  body: JSON.stringify(value),
})
const page = (title, body) =>
  html(
    `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${text(title)}</title></head><body>${body}</body></html>`,
  )

const slashes = (date) => `${date.slice(5, 7)}/${date.slice(8)}/${date.slice(0, 4)}`
const clock = (time) => {
  const [hour, minute] = (time ?? '18:00').split(':').map(Number)
  return `${((hour + 11) % 12) + 1}:${String(minute).padStart(2, '0')} ${hour < 12 ? 'AM' : 'PM'}`
}
const shown = ({ items }) => items.filter(({ title }) => title !== '')
const printedNumber = (number) => (number ? `${number.replace(/\.$/, '')}. ` : '')

/** Headings and numbered lines, as a word processor's page has them. */
const agendaWords = (meeting) =>
  `<h1>${text(meeting.body)}</h1>${shown(meeting)
    .map(({ title, number, isHeading }) =>
      isHeading
        ? `<p><b>${text(title)}</b></p>`
        : `<p>${text(printedNumber(number))}${text(title)}</p>`,
    )
    .join('\n')}`

const findBy = (replica, id) =>
  replica.meetings.find((one) => one.isPublished && String(one.id) === id)

/** A list of rows at one address, agendas as pages at others. */
const rows = ({ list, at, frame, row, agenda, agendaAt, items = agendaWords }) => ({
  listPath: list,
  answer(replica, path, params) {
    if (at.test(path) && !agendaAt?.test(`${path}?${params}`)) {
      return page(
        `${frame} ${replica.plan.government}`,
        `<div id="${frame}">${replica.meetings.map((meeting) => row(meeting)).join('\n')}</div>`,
      )
    }
    const meeting = findBy(replica, agenda(path, params))
    return meeting && page(meeting.body, items(meeting, path, params))
  },
})

const link = (meeting, href, words) =>
  meeting.isPublished ? `<a href="${text(href)}">${text(words)}</a>` : ''

const boarddocs = {
  listPath: '/oh/replica/Board.nsf/Public',
  answer(replica, path, _params, isPost) {
    const unique = ({ id }) => `R${String(id).padStart(11, '0')}`
    if (/XML-ActiveMeetings$/i.test(path)) {
      const meetings = replica.meetings
        .filter(({ isPublished }) => isPublished)
        .map((meeting) => {
          const items = shown(meeting).filter(({ isHeading }) => !isHeading)
          return `<meeting id="${unique(meeting)}" bodyname="${text(meeting.body)}" bodyid="B1"><name>${text(meeting.body)}</name><start><date>${meeting.date}</date></start><description>${text(clock(meeting.time))}</description><category id="C1"><name>Agenda</name>${items
            .map(
              (item) =>
                `<item id="I${item.id}"><name>${text(printedNumber(item.number))}${text(item.title)}</name><actiontype>Action</actiontype></item>`,
            )
            .join('\n')}</category></meeting>`
        })
      return {
        status: 200,
        type: 'text/xml; charset=utf-8',
        body: `<?xml version="1.0" encoding="UTF-8"?>\n<meetings>${meetings.join('\n')}</meetings>`,
      }
    }
    if (/BD-GETMeetingsListForSEO$/i.test(path)) {
      return json([
        ...replica.meetings.map((meeting) => ({
          Name: meeting.body,
          Description: clock(meeting.time),
          Unique: unique(meeting),
          Date: `${meeting.date}T00:00:00Z`,
        })),
        {},
      ])
    }
    return isPost && /BD-GetAgenda$/i.test(path)
      ? html('<div class="wrap-category"><dl><dt class="category-name">Agenda</dt></dl></div>')
      : undefined
  },
}

const simbli = {
  listPath: '/SB_Meetings/SB_MeetingListing.aspx?S=4001',
  answer(replica, path, _params, isPost) {
    if (isPost && /GetMeetingListing$/i.test(path)) {
      return json(
        replica.meetings.map((meeting) => ({
          Master_MeetingID: meeting.id,
          MM_MeetingTitle: meeting.body,
          MM_DateTime: `${meeting.date}T${meeting.time ?? '18:00'}:00`,
          ML_TypeTitle: meeting.body,
          MM_Address1: meeting.location,
          MeetingsCount: replica.meetings.length,
        })),
      )
    }
    return /SB_MeetingListing/i.test(path)
      ? page(
          'Meeting Listing',
          '<script>var constr = "replica-connection"; var sct = "replica-token";</script><div id="meetings"></div>',
        )
      : undefined
  },
}

const civicclerk = {
  listPath: '/',
  answer(replica, path) {
    if (path === '/') return page('CivicClerk', '<div id="root"></div>')
    if (path === '/v1/Events') {
      return json({
        '@odata.context': 'replica',
        value: replica.meetings.map((meeting) => ({
          id: meeting.id,
          eventName: meeting.body,
          startDateTime: `${meeting.date}T${meeting.time ?? '00:00'}:00Z`,
          categoryName: meeting.body,
          agendaId: meeting.isPublished ? meeting.id : 0,
          eventLocation: { address1: meeting.location, city: replica.plan.name, state: 'OH' },
          publishedFiles: [],
          isPublished: 'Published',
        })),
      })
    }
    const meeting = findBy(replica, /^\/v1\/Meetings\/(\d+)$/.exec(path)?.[1])
    return (
      meeting &&
      json({
        id: meeting.id,
        items: shown(meeting).map((item, index) => ({
          id: item.id,
          agendaObjectItemName: item.title,
          agendaObjectItemOutlineNumber: item.number,
          sortOrder: index,
          isSection: item.isHeading ? 1 : 0,
          childItems: [],
          attachmentsList: [],
        })),
      })
    )
  },
}

/** The agenda, or the page of one of its items: its words, and no file. */
const onbaseAgenda = (meeting, path, params) => {
  if (!/Item$/i.test(path)) return onbaseOutline(meeting)
  const item = shown(meeting).find(({ id }) => String(id) === params.get('itemId'))
  return item
    ? `<h2>Item Details</h2><p>${text(item.title)}</p><h2>Supporting Documents</h2>`
    : '<p>Item not found</p>'
}

const onbaseOutline = (meeting) =>
  shown(meeting)
    .map(
      ({ id, title, number, isHeading }) =>
        `<p><a href="javascript:loadAgendaItem(${id},${isHeading})">${text(printedNumber(number))}${text(title)}</a></p>`,
    )
    .join('\n')

const tableRow = (cells) => `<table><tr>${cells.join('')}</tr></table>`

export const otherPortals = new Map([
  ['boarddocs', boarddocs],
  ['simbli', simbli],
  ['civicclerk', civicclerk],
  [
    'swagit',
    rows({
      list: '/',
      at: /^\/$/,
      frame: 'video-table',
      row: (meeting) =>
        tableRow([
          `<td><a href="/videos/${meeting.id}">${text(meeting.body)}</a></td>`,
          `<td>${slashes(meeting.date)}</td>`,
          `<td>${link(meeting, `/videos/${meeting.id}/agenda`, 'Agenda')}</td>`,
        ]),
      agenda: (path) => /^\/videos\/(\d+)\/agenda$/.exec(path)?.[1],
    }),
  ],
  [
    'champds',
    rows({
      list: '/replica',
      at: /^\/replica$/,
      frame: 'champds',
      row: (meeting) =>
        tableRow([
          `<td><a href="/replica/event/${meeting.id}">${text(meeting.body)}</a></td>`,
          `<td>${slashes(meeting.date)} ${clock(meeting.time)}</td>`,
          `<td>${link(meeting, `/replica/agenda/${meeting.id}.html`, 'Agenda')}</td>`,
        ]),
      agenda: (path) => /^\/replica\/agenda\/(\d+)\.html$/.exec(path)?.[1],
    }),
  ],
  [
    'municode',
    rows({
      list: '/PublishPage?cid=REPLICA',
      at: /^\/PublishPage$/i,
      frame: 'PublishPage',
      row: (meeting) =>
        tableRow([
          `<td class="meeting">${text(meeting.body)}</td>`,
          `<td class="date">${slashes(meeting.date)}</td><td class="time">${clock(meeting.time)}</td>`,
          `<td class="venue">${text(meeting.location)}</td>`,
          `<td class="agenda">${link(meeting, `/adaHtmlDocument/index?cc=R&me=${meeting.id.toString(16)}`, 'Agenda')}</td>`,
        ]),
      agenda: (_path, params) => String(Number.parseInt(params.get('me') ?? '', 16)),
    }),
  ],
  [
    'onbase',
    rows({
      list: '/OnBaseAgendaOnline',
      at: /^\/OnBaseAgendaOnline\/?$/i,
      frame: 'OnBase',
      row: (meeting) =>
        `<table><tr class="meeting-row" data-meeting-id="${meeting.id}"><td data-sortable-type="mtgName">${text(meeting.body)}</td><td data-sortable-type="mtgType">${text(meeting.body)}</td><td data-sortable-type="mtgTime">${slashes(meeting.date)} ${clock(meeting.time)}</td><td>${link(meeting, `/OnBaseAgendaOnline/Meetings/ViewMeeting?id=${meeting.id}&doctype=1`, 'Agenda')}</td></tr></table>`,
      agenda: (path, params) =>
        /ViewAgenda$|ViewMeetingAgendaItem$/i.test(path)
          ? (params.get('meetingId') ?? '')
          : undefined,
      items: onbaseAgenda,
    }),
  ],
  [
    'destiny',
    rows({
      list: '/agenda_publish.cfm?id=12345',
      at: /^\/agenda_publish\.cfm$/i,
      agendaAt: /dsp=ag/,
      frame: 'meeting-table',
      row: (meeting) =>
        tableRow([
          `<td>${link(meeting, `/agenda_publish.cfm?id=12345&dsp=ag&seq=${meeting.id}`, slashes(meeting.date)) || slashes(meeting.date)}</td>`,
          `<td>${text(meeting.body)}</td>`,
        ]),
      agenda: (_path, params) => params.get('seq') ?? undefined,
    }),
  ],
  [
    'novusagenda',
    rows({
      list: '/agendapublic/',
      at: /^\/agendapublic\/meetingsresponsive\.aspx$/i,
      frame: 'radGridMeetings',
      row: (meeting) =>
        tableRow([
          `<td>${slashes(meeting.date)}</td><td class="meeting-type">${text(meeting.body)}</td>`,
          `<td>${link(meeting, `/agendapublic/MeetingView.aspx?MeetingID=${meeting.id}&MinutesMeetingID=-1&doctype=Agenda`, 'Agenda')}</td>`,
        ]),
      agenda: (_path, params) => params.get('MeetingID') ?? undefined,
    }),
  ],
  [
    'boardbook',
    rows({
      list: '/Public/Organization/77',
      at: /^\/Public\/Organization\/77$/,
      frame: 'boardbook',
      row: (meeting) =>
        tableRow([
          `<td>${text(meeting.body)} ${slashes(meeting.date)} at ${clock(meeting.time)}</td>`,
          `<td>${link(meeting, `/Public/Agenda/77?meeting=${meeting.id}`, 'Agenda')}</td>`,
        ]),
      agenda: (_path, params) => params.get('meeting') ?? undefined,
    }),
  ],
  [
    'openmedia',
    rows({
      list: '/',
      at: /^\/$/,
      frame: 'ompnetwork',
      row: (meeting) =>
        tableRow([
          `<td><a href="/sessions/${meeting.id}">${text(meeting.body)}</a></td>`,
          `<td>${slashes(meeting.date)} ${clock(meeting.time)}</td>`,
          `<td>${link(meeting, `/files/${meeting.id}/agenda.html`, 'Agenda')}</td>`,
        ]),
      agenda: (path) => /^\/files\/(\d+)\/agenda\.html$/.exec(path)?.[1],
    }),
  ],
  [
    'agendasuite',
    rows({
      list: '/iip/replica/agendaitem/list',
      at: /^\/iip\/replica\/agendaitem\/list$/,
      frame: 'agendasuite',
      row: (meeting) =>
        tableRow([
          `<td><a href="/iip/replica/meeting/details/${meeting.id}">${text(meeting.body)}</a></td>`,
          `<td>${slashes(meeting.date)} ${clock(meeting.time)}</td>`,
          `<td>${link(meeting, `/iip/replica/file/${meeting.id}/agenda.html`, 'Agenda')}</td>`,
        ]),
      agenda: (path) => /^\/iip\/replica\/file\/(\d+)\/agenda\.html$/.exec(path)?.[1],
    }),
  ],
])
