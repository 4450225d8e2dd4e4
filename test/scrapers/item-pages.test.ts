import { describe, expect, it } from 'vitest'
import { destiny } from '../../scrapers/destiny/index.ts'
import { granicus } from '../../scrapers/granicus/index.ts'
import { iqm2 } from '../../scrapers/iqm2/index.ts'
import { municode } from '../../scrapers/municode/index.ts'
import { novusagenda } from '../../scrapers/novusagenda/index.ts'
import type { TimeZone } from '../../src/model/ids.ts'
import { expectHonest } from './damage.ts'
import { fakePortal, makePage, readAll } from './pages.ts'

const zone = 'America/Chicago' as TimeZone

const novus = 'https://riverton.novusagenda.com/agendapublic'
/** The shape the reference tells of: a table with one row an item, its number in a cell before it. */
const meetingView = `<html><body><form id="form1"><table><tr><td>
<table><tr><td colspan="3"><b>CITY OF RIVERTON</b></td></tr>
<tr><td colspan="3"><strong>AGENDA, March 10, 2026, 6:30 PM</strong></td></tr>
<tr><td>1.</td><td colspan="2">Call to Order</td></tr>
<tr><td>2.</td><td colspan="2"><strong>CONSENT AGENDA</strong></td></tr>
<tr><td></td><td>a.</td><td><a href="CoverSheet.aspx?ItemID=501&amp;MeetingID=44">Renewal of license plate readers, Flock Group Inc.</a></td></tr>
<tr><td></td><td>b.</td><td><a href="javascript:void(0)" onclick="window.open('CoverSheet.aspx?ItemID=502&amp;MeetingID=44')">Minutes of the last meeting</a></td></tr>
<tr><td></td><td></td><td><a href="AttachmentViewer.ashx?AttachmentID=9&amp;ItemID=502">Draft minutes</a></td></tr>
<tr><td>3.</td><td colspan="2"><strong>NEW BUSINESS</strong></td></tr>
<tr><td></td><td>a.</td><td><a href="CoverSheet.aspx?ItemID=503&amp;MeetingID=44">Street sweeper</a></td></tr>
<tr><td>4.</td><td colspan="2">Adjournment</td></tr>
</table></td></tr></table></form></body></html>`
const coverSheet = `<html><body><div id="header"><h1>City of Riverton</h1></div><div id="ns-ContentArea">
<h2>Renewal of license plate readers</h2><p>Staff asks for two more years at $72,000.</p></div>
<table><tr><td><a href="AttachmentViewer.ashx?AttachmentID=71&amp;ItemID=501">Order form</a></td></tr>
<tr><td><a href="AttachmentViewer.ashx?AttachmentID=72&amp;ItemID=501">Staff report</a></td></tr></table></body></html>`

describe('NovusAgenda', () => {
  it('reads the items of an agenda page with numbers, sections and consent', () => {
    const page = makePage(`${novus}/MeetingView.aspx?MeetingID=44&doctype=Agenda`, meetingView)
    const { agendaItems = [] } = novusagenda.parsePage('items', page, zone)
    expect(
      agendaItems.map(({ number, title, section, consent, isHeading, upstreamId }) => [
        number,
        title,
        section,
        consent,
        isHeading,
        upstreamId,
      ]),
    ).toEqual([
      ['1.', 'Call to Order', null, false, false, null],
      ['2.', 'CONSENT AGENDA', null, null, true, null],
      [
        'a.',
        'Renewal of license plate readers, Flock Group Inc.',
        'CONSENT AGENDA',
        true,
        false,
        '501',
      ],
      ['b.', 'Minutes of the last meeting', 'CONSENT AGENDA', true, false, '502'],
      ['3.', 'NEW BUSINESS', null, null, true, null],
      ['a.', 'Street sweeper', 'NEW BUSINESS', false, false, '503'],
      ['4.', 'Adjournment', 'NEW BUSINESS', false, false, null],
    ])
    expect(agendaItems[3]?.documents).toEqual([
      {
        kind: 'attachment',
        title: 'Draft minutes',
        url: `${novus}/AttachmentViewer.ashx?AttachmentID=9&ItemID=502`,
      },
    ])
  })

  it('reads a cover sheet as a matter, and its files', () => {
    const page = makePage(`${novus}/CoverSheet.aspx?ItemID=501&MeetingID=44`, coverSheet)
    const { matters = [] } = novusagenda.parsePage('matter', page, zone)
    expect(matters[0]).toMatchObject({
      upstreamId: '501',
      title: 'Renewal of license plate readers',
      text: expect.stringContaining('two more years at $72,000'),
    })
    const { documents = [] } = novusagenda.parsePage('attachments', page, zone)
    expect(documents.map(({ title }) => title)).toEqual(['Order form', 'Staff report'])
  })

  it('asks the cover sheets of a meeting still to come for their files, and of none that is over', async () => {
    const list = (date: string) =>
      `<table id="SearchAgendasMeetings_radGridMeetings_ctl00"><tr class="rgRow"><td>${date}</td><td>Council Regular Meeting</td><td>City Hall</td><td><a href="MeetingView.aspx?MeetingID=44&amp;MinutesMeetingID=-1&amp;doctype=Agenda">Agenda</a></td></tr></table>`
    const read = async (date: string) => {
      const portal = fakePortal(({ url }) => {
        if (/meetingsresponsive/i.test(url)) return { body: list(date) }
        if (/MeetingView/i.test(url)) return { body: meetingView }
        return /ItemID=501/.test(url) ? { body: coverSheet } : undefined
      })
      const target = { portalUrl: `${novus}/`, timeZone: zone, options: {} }
      return { ...(await readAll(novusagenda, target, portal)), asked: portal.asked }
    }
    const coming = await read('03/10/26')
    expect(coming.meetings[0]?.agendaItems[2]).toMatchObject({
      title: 'Renewal of license plate readers, Flock Group Inc.',
      documents: [{ title: 'Order form' }, { title: 'Staff report' }],
      text: expect.stringContaining('$72,000'),
    })
    expect(coming.problems.map(({ code }) => code)).toEqual(['replay_missing'])
    const over = await read('02/10/26')
    expect(over.asked.filter(({ url }) => /CoverSheet/.test(url))).toEqual([])
    expect(over.meetings[0]?.agendaItems).toHaveLength(7)
  })
})

const quick = 'https://public.destinyhosted.com/agenda_publish.cfm?id=9'
/** Hosted, older: links to memos, headings in bold without a link. */
const olderAgenda = `<html><head><title>AgendaQuick&#8482;</title></head><body><table>
<tr><td colspan="3"><b>CITY COUNCIL AGENDA</b></td></tr>
<tr><td colspan="3">Tuesday, March 10, 2026 6:00 P.M.</td></tr>
<tr><td colspan="3"><b>CONSENT</b></td></tr>
<tr><td>1</td><td>A.</td><td><a class="ai_link" href="agenda_publish.cfm?id=9&amp;dsp=agm&amp;seq=310&amp;rev=0&amp;ag=12&amp;ln=5">Cameras for the parks</a></td></tr>
<tr><td></td><td>B.</td><td><a class="ai_link" href="agenda_publish.cfm?id=9&amp;dsp=agm&amp;seq=311&amp;rev=0&amp;ag=12&amp;ln=6">Sale of a truck</a></td></tr>
<tr><td></td><td></td><td>Attachments:</td></tr>
<tr><td></td><td></td><td><a href="/div9docs/2026/CC/20260310_12/311_bill.pdf">Bill of sale</a></td></tr>
<tr><td colspan="3"><b>PUBLIC HEARINGS</b></td></tr>
<tr><td></td><td>C.</td><td><a class="ai_link" href="agenda_publish.cfm?id=9&amp;dsp=agm&amp;seq=312&amp;rev=0&amp;ag=12&amp;ln=8">Zoning case 7</a></td></tr>
<tr><td colspan="3"><b>NOTICE TO THE PUBLIC</b></td></tr>
</table></body></html>`

describe('Destiny AgendaQuick', () => {
  it('stays honest over damage, as NovusAgenda does', () => {
    expectHonest(destiny, 'items', { url: `${quick}&dsp=ag&seq=12`, text: olderAgenda })
    expectHonest(novusagenda, 'items', { url: `${novus}/MeetingView.aspx`, text: meetingView })
  })

  it('reads the older agenda: headings in bold, files in rows below their item', () => {
    const { agendaItems = [] } = destiny.parsePage(
      'items',
      makePage(`${quick}&dsp=ag&seq=12`, olderAgenda),
      zone,
    )
    expect(
      agendaItems.map(({ number, title, section, consent, documents }) => [
        number,
        title,
        section,
        consent,
        documents.map((file) => file.title),
      ]),
    ).toEqual([
      [null, 'CONSENT', null, null, []],
      ['A.', 'Cameras for the parks', 'CONSENT', true, []],
      ['B.', 'Sale of a truck', 'CONSENT', true, ['Bill of sale']],
      [null, 'PUBLIC HEARINGS', null, null, []],
      ['C.', 'Zoning case 7', 'PUBLIC HEARINGS', false, []],
    ])
  })
})

describe('Municode', () => {
  const url = 'https://meetings.municode.com/adaHtmlDocument/index?cc=RIVERTON&me=0a&ip=False'
  const page = `<html><body><h1>City Council</h1>
<section class="agenda-section"><h2 class="section-header">A. CALL TO ORDER</h2></section>
<section class="agenda-section"><h2 class="section-header">B. CONSENT AGENDA</h2>
<ul class="agenda-items"><li>1. Body-worn cameras, Axon Enterprise</li>
<ul class="agenda_item_attachments"><li><a href="https://mccmeetings.blob.core.usgovcloudapi.net/riverton-pubu/MEET-Item-1.pdf">Quote</a></li></ul>
<li><span>2.</span><p>Minutes of March 3</p></li></ul></section>
<section class="agenda-section"><h2 class="section-header">C. ADJOURNMENT</h2></section></body></html>`

  it('reads the HTML agenda: sections, items, and files that stand beside their item', () => {
    const { agendaItems = [] } = municode.parsePage('items', makePage(url, page), zone)
    expect(
      agendaItems.map(({ number, title, section, consent, isHeading, documents }) => [
        number,
        title,
        section,
        consent,
        isHeading,
        documents.length,
      ]),
    ).toEqual([
      ['A.', 'CALL TO ORDER', null, false, false, 0],
      ['B.', 'CONSENT AGENDA', null, null, true, 0],
      ['1.', 'Body-worn cameras, Axon Enterprise', 'CONSENT AGENDA', true, false, 1],
      ['2.', 'Minutes of March 3', 'CONSENT AGENDA', true, false, 0],
      ['C.', 'ADJOURNMENT', null, false, false, 0],
    ])
  })

  it('stays honest over damage', () => {
    expectHonest(municode, 'items', { url, text: page })
  })

  it('says that an address of such an agenda gave another page', () => {
    const other = makePage(url, '<html><body><p>Sign in to go on</p></body></html>')
    expect(() => municode.parsePage('items', other, zone)).toThrow(/ul\.agenda-items/)
  })

  it('asks for the HTML agenda before the file', async () => {
    const guid = '0123456789abcdef0123456789abcdef'
    const blob = `https://mccmeetings.blob.core.usgovcloudapi.net/riverton-pubu/MEET-Agenda-${guid}.pdf`
    const portal = fakePortal((asked) => {
      if (/PublishPage/.test(asked.url))
        return {
          body: `<table class="mcm"><tr><td class="meeting">City Council</td><td class="date">3/10/2026</td><td class="agenda"><a href="${blob}">Agenda</a> <a href="https://meetings.municode.com/adaHtmlDocument/index?cc=RIVERTON&amp;me=${guid}&amp;ip=False">HTML agenda</a></td></tr></table>PublishPage`,
        }
      return asked.url.includes(`cc=RIVERTON&me=${guid}`) ? { body: page } : undefined
    })
    const portalUrl = 'https://meetings.municode.com/PublishPage?cid=RIVERTON'
    const target = { portalUrl, timeZone: zone, options: {} }
    const { meetings, problems } = await readAll(municode, target, portal)
    expect(problems).toEqual([])
    expect(meetings[0]?.agendaItems).toHaveLength(5)
  })
})

describe('IQM2', () => {
  const url = 'https://rivertonwa.iqm2.com/Citizens/Detail_LegiFile.aspx?ID=1201&MeetingID=77'
  const legiFile = `<html><body><div id="ContentPlaceholder1_divBody"><h1>Resolution 2026-114</h1>
<h2>Approve an agreement for gunshot detection</h2>
<table id="tblLegiFileInfo" class="LegiFileInfo"><tr><th>Department:</th><td>Police</td><th>Sponsors:</th><td>Ann Lee, Bo Cruz</td></tr>
<tr><th>Category:</th><td>Agreement</td></tr></table>
<a href="FileOpen.aspx?Type=30&amp;ID=1201">Printout</a>
<a href="FileOpen.aspx?Type=4&amp;ID=881&amp;MeetingID=77">Agreement</a>
<a href="FileOpen.aspx?Type=4&amp;ID=881&amp;MeetingID=78">Agreement</a>
<p>WHEREAS the City seeks three more years.</p></div>
<table class="MeetingHistory"><tr><td>Mar 10, 2026 6:30 PM</td><td><a href="Detail_Meeting.aspx?ID=78">City Council</a></td><td>Regular Meeting</td></tr>
<tr><td>RESULT:</td><td>ADOPTED [4 TO 1]</td></tr><tr><td>NAYS:</td><td>Bo Cruz</td></tr>
<tr><td>Mar 3, 2026 4:00 PM</td><td><a href="Detail_Meeting.aspx?ID=77">Safety Committee</a></td><td>Forwarded</td></tr></table></body></html>`

  it('reads a legislative file: facts, files once each, and its meetings with their results', () => {
    const { matters = [] } = iqm2.parsePage('matter', makePage(url, legiFile), zone)
    expect(matters[0]).toMatchObject({
      upstreamId: '1201',
      fileNumber: '2026-114',
      title: 'Approve an agreement for gunshot detection',
      type: 'Agreement',
      sponsors: ['Ann Lee', 'Bo Cruz'],
      text: expect.stringContaining('three more years'),
      documents: [{ title: 'Agreement' }],
      history: [
        { meetingUpstreamId: '77', date: '2026-03-03', body: 'Safety Committee' },
        {
          meetingUpstreamId: '78',
          date: '2026-03-10',
          body: 'City Council',
          result: 'ADOPTED [4 TO 1]',
          text: 'RESULT: ADOPTED [4 TO 1]\nNAYS: Bo Cruz',
        },
      ],
    })
  })

  it('knows a page that is no file', () => {
    const page = makePage(url, '<html><body>Sign in</body></html>')
    expect(() => iqm2.parsePage('attachments', page, zone)).toThrow(/tblLegiFileInfo/)
  })
})

describe('Granicus', () => {
  it('reads the agenda beside the player, whose links move the recording', () => {
    const page = makePage(
      'https://riverton.granicus.com/AgendaViewer.php?clip_id=5&embedded=1',
      `<html><body><div><a href="#" onclick="top.SetPlayerPosition('12', 101)">1. Call to order</a></div>
<div><a href="javascript:SetPlayerPosition(340, 102)">2. Drones for the fire department</a></div></body></html>`,
    )
    const { agendaItems = [] } = granicus.parsePage('items', page, zone)
    expect(agendaItems.map(({ number, title }) => [number, title])).toEqual([
      ['1.', 'Call to order'],
      ['2.', 'Drones for the fire department'],
    ])
  })
})
