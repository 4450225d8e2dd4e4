import { describe, expect, it } from 'vitest'
import { onbase } from '../../scrapers/onbase/index.ts'
import type { TimeZone } from '../../src/model/ids.ts'
import type { FetchOptions } from '../../src/scraping/contract.ts'
import { expectHonest } from './damage.ts'
import { type Answer, fakePortal, makePage, readAll } from './pages.ts'

const zone = 'America/Chicago' as TimeZone

const site = 'https://riverton.example.gov/OnBaseAgendaOnline'
const listOf = (date: string) =>
  `<html><head><title>OnBase Agenda Online</title></head><body><table><tr class="meeting-row" data-meeting-id="44">
<td data-sortable-type="mtgName">Regular</td><td data-sortable-type="mtgType">City Council</td><td data-sortable-type="mtgTime">${date} 6:30:00 PM</td>
<td><a href="/OnBaseAgendaOnline/Meetings/ViewMeeting?id=44&amp;doctype=1">Agenda</a>
<a href="/OnBaseAgendaOnline/Documents/Downloadfile/Regular_44_Agenda.pdf?documentType=1&amp;meetingId=44">Download Agenda</a></td></tr></table></body></html>`
const outline = `<html><body><p><a href="javascript:loadAgendaItem(7,true);">CONSENT AGENDA</a></p>
<p><a href="javascript:loadAgendaItem(101,false);">1. Renewal of license plate readers</a></p>
<p><a href="javascript:loadAgendaItem(102,false);">2. Sale of a truck</a></p></body></html>`
const chrome = (main: string) =>
  `<html><head><title>Agenda Item - OnBase Agenda Online</title></head><body><nav><a href="/OnBaseAgendaOnline/">Home</a></nav>
<h1>Agenda Online</h1>${main}<div>Copyright Hyland Software</div></body></html>`
const file = (name: string, item: number, publish: number) =>
  `/OnBaseAgendaOnline/Documents/DownloadFile/${name}?documentType=1&amp;meetingId=44&amp;itemId=${item}&amp;publishId=${publish}&amp;isSection=False&amp;isAttachment=True`
const readers = `<h2>Item Details</h2><div><p>Renewal of license plate readers</p><p>Staff asks for $72,000.</p></div>
<h2>Supporting Documents</h2><ul><li><a id="lnkAttachment_1" href="${file('Order.pdf', 101, 900)}">Order form</a></li>
<li><a id="lnkAttachment_2" href="${file('Report.pdf', 101, 901)}">Staff report</a></li></ul><a href="#main">Back to Meeting Outline</a>`
const truck =
  '<h2>Item Details</h2><p>Sale of a truck</p><a href="#main">Back to Meeting Outline</a>'
const shell = chrome('<p>Item not found</p>')

/** Reads one portal, and tells of each request what it was asked with. */
async function readSite(date: string, itemPage: (item: string, isInside: boolean) => string) {
  const asked: { url: string; options: FetchOptions }[] = []
  const answer: Answer = ({ url }) => {
    if (url === site) return { body: listOf(date) }
    if (/ViewAgenda\?/.test(url)) return { body: outline }
    if (/ViewMeeting\?/.test(url)) return { body: '<html><body>the meeting</body></html>' }
    const item = /itemId=(\d+)/.exec(url)?.[1]
    const last = asked.at(-1)?.options
    return item ? { body: itemPage(item, last?.fromPage !== undefined) } : undefined
  }
  const portal = fakePortal(answer)
  const fetcher = {
    ...portal.fetcher,
    get: (url: string, options: FetchOptions = {}) => {
      asked.push({ url, options })
      return portal.fetcher.get(url)
    },
  }
  const target = { portalUrl: site, timeZone: zone, options: {} }
  const { meetings, problems } = await readAll(onbase, target, { fetcher })
  const pages = asked.filter(({ url }) => /ViewMeeting/.test(url))
  return { meeting: meetings[0], problems, pages }
}

describe('Hyland OnBase', () => {
  it('asks the items of a meeting to come for their files, by the address that gives the file', async () => {
    const { meeting, problems, pages } = await readSite('3/10/2026', (item) =>
      chrome(item === '101' ? readers : truck),
    )
    expect(problems).toEqual([])
    expect(meeting?.flags).not.toContain('item-pages-not-read')
    expect(meeting?.documents).toMatchObject([
      { url: `${site}/Meetings/ViewMeeting?id=44&doctype=1` },
      { url: `${site}/Documents/ViewDocument/Regular_44_Agenda.pdf?documentType=1&meetingId=44` },
    ])
    const [heading, first, second] = meeting?.agendaItems ?? []
    expect(heading).toMatchObject({ isHeading: true, sourceUrl: null, documents: [] })
    expect(first).toMatchObject({
      sourceUrl: `${site}/Meetings/ViewMeetingAgendaItem?meetingId=44&itemId=101&isSection=false&type=agenda`,
      text: 'Renewal of license plate readers\nStaff asks for $72,000.',
    })
    expect(first?.documents).toEqual([
      {
        kind: 'attachment',
        title: 'Order form',
        url: `${site}/Documents/ViewDocument/Order.pdf?documentType=1&meetingId=44&itemId=101&publishId=900&isSection=False&isAttachment=True`,
      },
      expect.objectContaining({ title: 'Staff report' }),
    ])
    // The words of the agenda once more are no report.
    expect(second).toMatchObject({ text: '', documents: [] })
    expect(pages.map(({ options }) => options.cookies)).toEqual([undefined, undefined])
  })

  it('goes in as a browser does, once, where items show nothing to others', async () => {
    const { meeting, problems, pages } = await readSite('3/10/2026', (item, isInside) =>
      isInside ? (item === '101' ? readers : truck) : shell,
    )
    expect(problems).toEqual([])
    expect(meeting?.agendaItems[1]?.documents).toHaveLength(2)
    const door = `${site}/Meetings/ViewMeeting?id=44&doctype=1`
    expect(
      pages.map(({ url, options }) => [/itemId=(\d+)/.exec(url)?.[1], options.fromPage]),
    ).toEqual([
      ['101', undefined],
      [undefined, undefined],
      ['101', door],
      ['102', door],
    ])
    expect(pages[3]?.options.cookies).toBe(pages[1]?.options.cookies)
  })

  it('tells of items that show nothing to anybody, and asks none of a meeting that is over', async () => {
    const closed = await readSite('3/10/2026', () => shell)
    expect(closed.problems.map(({ code }) => code)).toEqual(['page_shape', 'page_shape'])
    expect(closed.meeting?.agendaItems).toHaveLength(3)
    expect(closed.meeting?.flags).toContain('item-pages-not-read')
    const over = await readSite('2/10/2026', () => readers)
    expect(over.pages).toEqual([])
    expect(over.meeting?.flags).toContain('item-pages-not-read')
    expect(over.meeting?.agendaItems).toHaveLength(3)
  })

  it('reads a page of an item as a matter, and its files, whole or in part', () => {
    const url = `${site}/Meetings/ViewMeetingAgendaItem?meetingId=44&itemId=101&isSection=false&type=agenda`
    for (const text of [readers, chrome(readers)]) {
      const page = makePage(url, text)
      expect(onbase.parsePage('matter', page, zone).matters).toMatchObject([
        { upstreamId: '101', title: 'Renewal of license plate readers' },
      ])
      expect(onbase.parsePage('attachments', page, zone).documents).toHaveLength(2)
      expectHonest(onbase, 'matter', { url, text })
    }
    expect(() => onbase.parsePage('attachments', makePage(url, shell), zone)).toThrow(
      /Supporting Documents/,
    )
  })

  it('reads what a document prints below an item, and not what heads the next or ends the page', () => {
    const at = (id: number, isSection: boolean, words: string) =>
      `<a name="${id}"></a><a href="javascript:loadAgendaItem(${id},${isSection});">${words}</a>`
    const text = `<html><body><p>How to take part</p>
<table><tr><td><p>1.</p></td><td><p>${at(7, true, 'CONSENT AGENDA')}</p><p>These are voted on at once.</p></td></tr></table>
<table><tr><td>a.</td><td><p>${at(101, false, 'Approval of minutes')}</p><p>To approve the minutes of March 3. <b>[Approved by Vote: 7/0]</b></p></td></tr></table>
<p>POLICE DEPARTMENT</p>
<table><tr><td>2</td><td>${at(102, false, 'License plate readers')}</td></tr><tr><td>Staff asks for $72,000<br>over two years.</td></tr></table>
<p>${at(8, true, 'GENERAL BUSINESS')}</p><p>${at(103, false, 'Sale of a truck')}</p><p>Doors open at six.</p></body></html>`
    const page = makePage(`${site}/Documents/ViewAgenda?meetingId=44&type=agenda&doctype=1`, text)
    const { agendaItems = [] } = onbase.parsePage('items', page, zone)
    expect(agendaItems.map((item) => [item.title, item.text])).toEqual([
      ['CONSENT AGENDA', ''],
      ['Approval of minutes', 'To approve the minutes of March 3. [Approved by Vote: 7/0]'],
      ['License plate readers', 'Staff asks for $72,000\nover two years.'],
      ['GENERAL BUSINESS', ''],
      ['Sale of a truck', ''],
    ])
    expectHonest(onbase, 'items', { url: page.url, text })
  })

  it('reads the meetings that newer releases give to a script', async () => {
    const meetings = [
      {
        ID: 44,
        Name: 'Regular Meeting - March 10, 2026',
        MeetingTypeName: 'Council Regular',
        IsAgendaAvailable: true,
        IsMinutesAvailable: false,
        Time: '2026-03-10T18:30:00-04:00',
        Location: '1 City Hall Plaza {rear}',
        AgendaUniqueName: 'March_10,_2026_44_Agenda',
        MinutesUniqueName: 'March_10_2026_Minutes',
      },
      {
        ID: 45,
        Name: 'CANCELLED "Evening"',
        MeetingTypeName: 'Council Evening',
        IsAgendaAvailable: false,
        Time: '2026-03-11T00:00:00-04:00',
        Location: null,
      },
      { ID: 46, Name: 'Soon', MeetingTypeName: 'Council Regular', Time: 'soon' },
    ]
    const text = `<html><head><title>Agenda Online</title></head><body><script>
showSearchResults(new SearchResults(${JSON.stringify({ MeetingTypes: [], Meetings: meetings, HasError: false })}));</script></body></html>`
    const url = `${site}/`
    const read = onbase.parsePage('calendar', makePage(url, text), zone)
    expect(read.problems.map(({ code }) => code)).toEqual(['date_unknown'])
    expect(read.meetings).toMatchObject([
      {
        upstreamId: '44',
        body: 'Council Regular',
        comment: 'Regular Meeting',
        date: '2026-03-10',
        time: '18:30',
        location: '1 City Hall Plaza {rear}',
        sourceUrl: `${site}/Meetings/ViewMeeting?id=44&doctype=1`,
        documents: [
          {
            kind: 'agenda',
            url: `${site}/Documents/ViewDocument/March_10%2C_2026_44_Agenda.pdf?documentType=1&meetingId=44`,
          },
        ],
      },
      { upstreamId: '45', status: 'cancelled', time: null, documents: [] },
    ])
    expectHonest(onbase, 'calendar', { url, text })
    const cut = makePage(url, text.slice(0, -120))
    expect(() => onbase.parsePage('calendar', cut, zone)).toThrow(/new SearchResults/)

    const portal = fakePortal((asked) => {
      if (asked.url === url) return { body: text }
      if (/ViewAgenda\?meetingId=44/.test(asked.url)) return { body: outline }
      return /itemId=/.test(asked.url) ? { body: truck } : undefined
    })
    const target = { portalUrl: url, timeZone: zone, options: {} }
    const all = await readAll(onbase, target, portal)
    expect(all.meetings.map(({ agendaItems }) => agendaItems.length)).toEqual([3, 0])
    expect(all.problems.map(({ code }) => code)).toEqual(['date_unknown'])
  })

  it('tells a script that holds no list of meetings from one that is empty', () => {
    const given = (what: string) =>
      makePage(`${site}/`, `<html><script>show(new SearchResults(${what}))</script></html>`)
    expect(onbase.parsePage('calendar', given('{"Meetings":null}'), zone).meetings).toEqual([])
    expect(() => onbase.parsePage('calendar', given('{"Rows":[]}'), zone)).toThrow(/"Meetings"/)
  })

  it('leaves the number of what has no link to itself', () => {
    const text = `<html><body><table><tr><td>1.</td><td>Call to order</td></tr>
<tr><td></td><td><a href="javascript:loadAgendaItem(101,false);">Renewal of readers</a></td></tr>
<tr><td>3.</td><td><a href="javascript:loadAgendaItem(102,false);">Sale of a truck</a></td></tr></table></body></html>`
    const page = makePage(`${site}/Documents/ViewAgenda?meetingId=44&type=agenda`, text)
    const { agendaItems = [] } = onbase.parsePage('items', page, zone)
    expect(agendaItems.map(({ number, title }) => [number, title])).toEqual([
      [null, 'Renewal of readers'],
      ['3.', 'Sale of a truck'],
    ])
  })

  it('is not held up by one item in very many links', () => {
    const link = '<a href="javascript:loadAgendaItem(101,false);">Renewal of readers</a>'
    const page = makePage(`${site}/Documents/ViewAgenda?meetingId=44`, link.repeat(20_000))
    const { agendaItems = [] } = onbase.parsePage('items', page, zone)
    expect(agendaItems).toHaveLength(1)
    expect(agendaItems[0]?.title.length).toBeLessThan(21_000)
  })
})
