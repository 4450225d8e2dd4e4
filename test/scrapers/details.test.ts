import { describe, expect, it } from 'vitest'
import { findScraper } from '../../scrapers/index.ts'
import { makePage } from './pages.ts'

const parse = (
  platform: string,
  kind: 'calendar' | 'meeting' | 'items',
  url: string,
  body: string,
) => findScraper(platform)?.parsePage(kind, makePage(url, body), null)

describe("a meeting's own page", () => {
  it('is read by its microdata, at the hour that is printed whatever its offset', () => {
    const page = `<h2>Calendar</h2><div itemscope itemtype="http://schema.org/Event">
      <span itemprop="name">Budget Hearing</span><div itemprop="startDate">2026-05-01T18:00:00</div>
      <div itemprop="location" itemscope><div itemprop="name">City Hall</div>
      <span itemprop="address" itemscope><span itemprop="streetAddress">7 Elm St</span></span></div></div>
      <a data-share-url="https://riverton.gov/Calendar.aspx?EID=6652">Share</a>`
    expect(
      parse('civicengage', 'meeting', 'https://riverton.gov/Calendar.aspx', page)?.meetings,
    ).toMatchObject([
      {
        upstreamId: '6652',
        body: 'Budget Hearing',
        date: '2026-05-01',
        time: '18:00',
        location: 'City Hall, 7 Elm St',
      },
    ])
  })

  it('is read by its JSON-LD; a list of several events there tells nothing', () => {
    const event = (name: string, day: string) => ({
      '@type': 'Event',
      name,
      startDate: `${day}T19:00:00-05:00`,
      location: {
        '@type': 'Place',
        name: 'Town Hall',
        address: { streetAddress: '1 Oak St', addressLocality: 'Riverton' },
      },
    })
    const page = (...events: object[]) =>
      `<div class="proudcity"><script type="application/ld+json">${JSON.stringify(events)}</script></div>`
    const url = 'https://riverton.gov/meetings/council-meeting'
    expect(
      parse('proudcity', 'meeting', url, page(event('Town Council', '2026-05-04')))?.meetings,
    ).toMatchObject([
      {
        body: 'Town Council',
        date: '2026-05-04',
        time: '19:00',
        location: 'Town Hall, 1 Oak St, Riverton',
      },
    ])
    const several = page(event('One', '2026-05-04'), event('Two', '2026-05-05'))
    expect(parse('proudcity', 'meeting', url, several)).toMatchObject({
      problems: [{ code: 'date_unknown' }],
    })
  })

  it('names body, place and files of Digital Towpath, and none of the menu', () => {
    const page = `<nav><a href="/news">News &amp; Public Notices</a></nav><h1>Meeting Detail</h1>
      <h2 class="title dtp-meeting-category">Town Board</h2><h3 class="dtp-meeting-title">July Meeting</h3>
      <time datetime="2025-07-09">July 9, 2025, 6:30 pm</time>
      <div class="dtp-meeting-venue">Town Hall</div><div class="dtp-meeting-zipcode">Riverton, NY 13690</div>
      <h3>Agenda</h3><a href="/files/1.pdf">one.pdf</a><h3>Minutes</h3><a href="/files/2025.pdf">2025 07 09.pdf</a>`
    expect(
      parse('digitaltowpath', 'meeting', 'https://riverton.gov/meetings/detail/3', page)?.meetings,
    ).toMatchObject([
      {
        upstreamId: '3',
        body: 'Town Board',
        comment: 'July Meeting',
        time: '18:30',
        location: 'Town Hall, Riverton, NY 13690',
        documents: [{ kind: 'agenda' }, { kind: 'minutes' }],
      },
    ])
  })

  it('of CivicWeb is the button that is pressed', () => {
    const button = (id: number, state: string, day: string) =>
      `<button class="meeting-list-item-button${state}" onclick="x.meetingClick(this, ${id},0,0)"><span class="meeting-list-item-button-date">${day}</span><span class="meeting-list-item-button-name">Board Meeting</span></button>`
    const page = button(1, '', 'Mar 09 2026') + button(2, '-selected', 'Apr 13 2026')
    expect(
      parse(
        'civicweb',
        'meeting',
        'https://riverton.civicweb.net/Portal/MeetingInformation.aspx',
        page,
      )?.meetings,
    ).toMatchObject([{ upstreamId: '2', date: '2026-04-13', body: 'Board Meeting', time: null }])
  })
})

describe('a row of a list', () => {
  it('that lasts all day has no hour', () => {
    const page = `<li><h3><a id="eventTitle_7" href="/Calendar.aspx?EID=7">Finance Committee Meeting</a></h3>
      <div class="date">February 16, 2026, All Day</div><span itemprop="startDate">2026-02-16T00:00:00</span></li>`
    expect(
      parse('civicengage', 'calendar', 'https://riverton.gov/Calendar.aspx', page)?.meetings,
    ).toMatchObject([{ date: '2026-02-16', time: null }])
  })

  it('of NovusAgenda tells the place behind the type, and minutes by their own number', () => {
    const page = `<table id="radGridMeetings"><tr class="rgRow"><td><input></td><td>08/09/22</td><td>Council Meeting</td><td>405 Main St</td>
      <td><a href="DisplayAgendaPDF.ashx?MeetingID=353"><img alt="Agenda PDF"></a></td>
      <td><a href="DisplayAgendaPDF.ashx?MinutesMeetingID=298"><img alt="Legal Minutes"></a></td></tr></table>`
    expect(
      parse('novusagenda', 'calendar', 'https://riverton.novusagenda.com/agendapublic/', page)
        ?.meetings,
    ).toMatchObject([
      {
        upstreamId: '353',
        body: 'Council Meeting',
        location: '405 Main St',
        documents: [{ kind: 'agenda' }, { kind: 'minutes' }],
      },
    ])
  })

  it('of OnBase parts name and body that its title runs into each other', () => {
    const page = `<div id="meetings-list"><div class="row"><strong>9/21/2022</strong><p>Rules Committee Meeting Actions</p>
      <a id="lnkMeetingAgenda_9" href="/agendaonline/Meetings/ViewMeeting?id=9&amp;doctype=1" title="View Agenda for Rules Committee Meeting Actions Rules Committee on 9/21/2022 2:00:00 PM">Agenda</a></div></div>`
    expect(
      parse('onbase', 'calendar', 'https://riverton.hylandcloud.com/agendaonline', page)?.meetings,
    ).toMatchObject([
      {
        upstreamId: '9',
        body: 'Rules Committee',
        comment: 'Rules Committee Meeting Actions',
        time: '14:00',
      },
    ])
  })
})

describe('a page of agendas', () => {
  const agendas = (rows: string) =>
    parse('plain-page', 'calendar', 'https://riverton.gov/agendas', `<title>Agendas</title>${rows}`)
      ?.meetings ?? []

  it('does not give one meeting the words of the list around it', () => {
    const read = agendas(
      `<div>Joint School Board ${['March 3, 2026', 'March 17, 2026'].map((day) => `<a href="/${day.slice(6, 8).trim()}.pdf">${day} – Agenda</a>`).join(' ')}</div>`,
    )
    expect(read.map(({ date, body }) => [date, body])).toEqual([
      ['2026-03-03', 'Meeting'],
      ['2026-03-17', 'Meeting'],
    ])
  })

  it('leaves out forms whose file is named after a day', () => {
    const read = agendas(
      '<a href="/2026-03-03-agenda.pdf">Agenda</a> <a href="/2026-01-05-permit-form.pdf">Permit form</a>',
    )
    expect(read.map(({ date }) => date)).toEqual(['2026-03-03'])
  })

  it('reads a thousand links of one block in its stride', () => {
    const links = Array.from(
      { length: 1_000 },
      (_, at) => `<a href="/a${at}.pdf">March ${(at % 28) + 1}, 2026 Agenda</a>`,
    )
    expect(agendas(`<div><div><div>${links.join('\n')}</div></div></div>`)).toHaveLength(28)
  })
})

describe('what BoardDocs runs together', () => {
  it('is parted into place, hour and remark', () => {
    const list = [
      {
        unique: 'AAAAAAAA0001',
        name: 'Postponed to February 3, 2026--REGULAR MEETING',
        numberdate: '20260127',
      },
      {
        Unique: 'AAAAAAAA0002',
        Name: 'Board Meeting',
        Date: '2026-07-20T00:00:00Z',
        Description: 'BOARD MEETING6:00 P.M.4000 South IH 35 Frontage Rd. Austin, TX 78704',
      },
    ]
    const url = 'https://go.boarddocs.com/tx/riverton/Board.nsf/BD-GetMeetingsList?open'
    expect(parse('boarddocs', 'calendar', url, JSON.stringify(list))?.meetings).toMatchObject([
      { body: 'REGULAR MEETING', status: 'cancelled' },
      { time: '18:00', location: '4000 South IH 35 Frontage Rd. Austin, TX 78704' },
    ])
  })
})

describe('marks of a CivicClerk recording', () => {
  it('are numbered as printed, never as counted, and stand under their heading', () => {
    const mark = (id: number, parentId: number, markerTitle: string) => ({
      id,
      parentId,
      markerName: String(id),
      markerTitle,
      agendaObjectItemId: id,
      additionalBookmarks: [],
    })
    const media = {
      eventBookmarks: [
        mark(4, -1, 'Presentations'),
        mark(5, 4, '1. A proclamation'),
        mark(6, -1, 'Adjourn'),
      ],
    }
    const url = 'https://riverton.api.civicclerk.com/v1/EventsMedia/7'
    const items = parse('civicclerk', 'items', url, JSON.stringify(media))?.agendaItems ?? []
    expect(
      items.map(({ number, title, section, isHeading }) => [number, title, section, isHeading]),
    ).toEqual([
      [null, 'Presentations', null, true],
      ['1.', 'A proclamation', 'Presentations', false],
      [null, 'Adjourn', null, false],
    ])
  })
})
