import { describe, expect, it } from 'vitest'
import { minneapolis } from '../../scrapers/minneapolis/index.ts'
import { recogniseAddress } from '../../scrapers/platforms.ts'
import { expectHonest, expectRefusal } from './damage.ts'
import { fakePortal, readAll, window } from './pages.ts'

const lims = 'https://lims.minneapolismn.gov'
const row = (parts: object = {}) => ({
  CommitteeName: 'Climate & Parks Committee',
  CommitteeType: 'Standing Committee',
  Abbreviation: 'CP',
  MeetingTime: '2026-08-06T13:30:00',
  Location: 'Room 350',
  Address: '1 Example Street',
  Description: null,
  Cancelled: false,
  AgendaId: 6100,
  AgendaStatus: 'Marked Agenda Published',
  ...parts,
})
const calendar = [
  row(),
  row({ MeetingTime: '2026-08-06T16:00:00', AgendaId: 0 }),
  row({
    CommitteeName: 'Example Advisory Board',
    CommitteeType: 'Appointed Board',
    Abbreviation: 'EAB',
    MeetingTime: '2026-08-07T00:00:00',
    AgendaId: 12,
    Cancelled: true,
  }),
  row({ MeetingTime: 'soon' }),
]
const agenda = `<html><head><title>Climate &amp; Parks Committee Agenda 8/6/2026 1:30 PM - City of Minneapolis</title></head><body>
  <ol><li>Home</li></ol>
  <div class="portlet"><div class="portlet-title"><div class="caption"><h4 class="caption-subject bold">Consent</h4></div></div>
  <div class="portlet-body"><ol><li><span>1.</span><span>Contract for plate readers</span>
    <a href="/File/2026-00871">Contract for plate readers <span>This link open a new window</span></a>
    <p>Authorizing an agreement.</p><ol><li>Staff report</li></ol>
    <a href="/Download/RCAV2/9/Contract.pdf">Contract</a></li></ol></div></div>
  <div><div><h4 class="caption-subject">Discussion</h4></div></div>
  <div><ol><li><a href="/File/2026-00900">Traffic cameras</a></li></ol></div></body></html>`

const target = { portalUrl: `${lims}/Calendar/all/monthly`, options: {}, timeZone: null }
const portal = () =>
  fakePortal(({ url }) => {
    if (url.startsWith(`${lims}/Calendar/GetCalenderList?`))
      return { body: JSON.stringify(calendar) }
    if (url === `${lims}/MarkedAgenda/CP/6100`) return { body: agenda }
    return undefined
  })

describe('Minneapolis’ own system', () => {
  it('is known by its host', () => {
    expect(recogniseAddress(`${lims}/MarkedAgenda/CP/6100`)).toMatchObject({
      platform: 'minneapolis',
      portalUrl: target.portalUrl,
      isVerified: false,
    })
  })

  it('gives the calendar of the window on the clock of the city', async () => {
    const { fetcher, asked } = portal()
    const { meetings, problems } = await readAll(minneapolis, target, {
      fetcher,
      window: window('2026-08-01', '2026-08-31'),
    })
    expect(asked[0]?.url).toContain('fromDate=2026-08-01&toDate=2026-08-31&meetingType=0')
    expect(meetings).toMatchObject([
      {
        upstreamId: 'CP/2026-08-06',
        time: '13:30',
        timeZone: 'America/Chicago',
        status: 'confirmed',
        location: 'Room 350, 1 Example Street',
        sourceUrl: `${lims}/MarkedAgenda/CP/6100`,
      },
      { upstreamId: 'CP/2026-08-06/2', time: '16:00', agendaItems: [] },
      {
        upstreamId: 'EAB/2026-08-07',
        time: null,
        status: 'cancelled',
        sourceUrl: `${lims}/Board/MarkedAgenda/EAB/12`,
        flags: ['time-unknown', 'items-not-read'],
      },
    ])
    expect(problems.map(({ code }) => code)).toContain('date_unknown')
  })

  it('gives items under their headings, and one meeting by its address', async () => {
    const { fetcher } = portal()
    const address = `${lims}/MarkedAgenda/CP/6100`
    const { meetings } = await readAll(minneapolis, { ...target, address }, { fetcher })
    expect(meetings).toMatchObject([
      { upstreamId: 'CP/2026-08-06', body: 'Climate & Parks Committee', time: '13:30' },
    ])
    expect(meetings[0]?.agendaItems).toMatchObject([
      {
        title: 'Contract for plate readers',
        section: 'Consent',
        consent: true,
        fileNumber: '2026-00871',
        sourceUrl: `${lims}/File/2026-00871`,
        documents: [{ title: 'Contract', url: `${lims}/Download/RCAV2/9/Contract.pdf` }],
      },
      { title: 'Traffic cameras', section: 'Discussion', consent: false },
    ])
    expect(meetings[0]?.agendaItems[0]?.text).toContain('Authorizing an agreement.')
  })

  it('reads the council’s own list where the calendar cannot be had', async () => {
    const data = [
      {
        committeeName: 'City Council',
        abbreviation: 'Council',
        meetingTime: '2026-08-13T09:30:00',
        agendaId: 0,
        committeeReportDocument: 'Regular Meeting.pdf',
        committeeReportDocumentId: 38,
        mainVideoURL: 'https://video.example/1',
      },
    ]
    const { fetcher } = fakePortal(({ method }) =>
      method === 'POST' ? { body: JSON.stringify({ data }) } : undefined,
    )
    const { meetings } = await readAll(minneapolis, target, { fetcher })
    expect(meetings[0]?.documents).toMatchObject([
      { kind: 'minutes', url: `${lims}/Download/CommitteeReport/38/Regular-Meeting.pdf` },
      { kind: 'video', url: 'https://video.example/1' },
    ])
  })

  it('says that it was refused, and stays honest over damage', () => {
    const url = `${lims}/Calendar/GetCalenderList?meetingType=0`
    const sound = JSON.stringify(calendar.slice(0, 3))
    expectHonest(minneapolis, 'calendar', { url, text: sound })
    expectHonest(minneapolis, 'items', { url: `${lims}/MarkedAgenda/CP/6100`, text: agenda })
    expectHonest(minneapolis, 'meeting', { url: `${lims}/MarkedAgenda/CP/6100`, text: agenda })
    expectRefusal(minneapolis, 'calendar', url)
    expectRefusal(minneapolis, 'items', `${lims}/MarkedAgenda/CP/6100`)
  })
})
