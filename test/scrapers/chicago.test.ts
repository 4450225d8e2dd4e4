import { describe, expect, it } from 'vitest'
import { chicago } from '../../scrapers/chicago/index.ts'
import { recogniseAddress } from '../../scrapers/platforms.ts'
import { expectHonest } from './damage.ts'
import { fakePortal, readAll, window } from './pages.ts'

const api = 'https://api.chicityclerkelms.chicago.gov'
const row = (meetingId: string, parts: object = {}) => ({
  meetingId,
  status: 'Scheduled',
  bodyId: 'B1',
  body: 'Committee on Public Safety',
  comment: 'Written public comment deadline October 11, 2023',
  location: 'City Council Chamber, 121 N LaSalle St',
  videoLink: '',
  transcriptLink: null,
  date: '2023-10-12T15:00:00+00:00',
  files: [
    {
      path: 'https://files.example/agenda.pdf',
      fileName: 'Agenda.pdf',
      attachmentType: 'Agenda',
      sort: 20,
    },
    {
      path: 'https://files.example/notice.pdf',
      fileName: 'Notice.pdf',
      attachmentType: 'Notice',
      sort: 10,
    },
  ],
  agenda: null,
  ...parts,
})
const agenda = {
  groups: [
    {
      title: 'New business',
      items: [
        {
          matterId: 'M2',
          matterTitle: 'Gunshot detection contract',
          recordNumber: 'O2023-0002',
          sort: 2,
          displayId: '2',
        },
        { matterId: null, commentId: 'C1', commentText: 'Roll call', sort: 1, displayId: '1' },
      ],
    },
  ],
}
const matter = {
  status: 'Passed',
  attachments: [{ path: 'https://files.example/o.pdf', fileName: 'O2023-0002.pdf' }],
  actions: [
    {
      actionName: 'Referred',
      actionDate: '2023-09-01T10:00:00',
      votes: [{ voterName: 'A. Older', vote: 'Nay' }],
    },
    {
      actionName: 'Passed',
      actionDate: '2023-10-12T10:00:00',
      votes: [{ voterName: 'B. Newer', vote: 'Yea' }],
    },
  ],
}
const list = {
  data: [row('A', { agenda }), row('B', { status: 'Cancelled' }), row('C', { date: 'soon' })],
  meta: { count: 3 },
}

const target = {
  portalUrl: 'https://chicityclerkelms.chicago.gov/Meetings/',
  options: {},
  timeZone: null,
}
const portal = () =>
  fakePortal(({ url }) => {
    if (url.startsWith(`${api}/meeting-agenda?`)) return { body: JSON.stringify(list) }
    if (url === `${api}/meeting-agenda/A`) return { body: JSON.stringify(row('A', { agenda })) }
    if (url === `${api}/matter/M2`) return { body: JSON.stringify(matter) }
    return undefined
  })

describe("Chicago's own service", () => {
  it('is known by its hosts', () => {
    expect(
      recogniseAddress('https://chicityclerkelms.chicago.gov/Meeting/?meetingId=A'),
    ).toMatchObject({
      platform: 'chicago',
      isVerified: false,
    })
  })

  it('tells instants on the clock of the city, and states in its own words', async () => {
    const { fetcher, asked } = portal()
    const { meetings, problems } = await readAll(chicago, target, {
      fetcher,
      window: window('2023-10-01', '2023-10-31'),
    })
    expect(meetings).toMatchObject([
      {
        upstreamId: 'A',
        date: '2023-10-12',
        time: '10:00',
        timeZone: 'America/Chicago',
        status: 'confirmed',
      },
      { upstreamId: 'B', status: 'cancelled', statusText: 'Cancelled', flags: ['items-not-read'] },
    ])
    expect(meetings[0]?.documents.map(({ kind }) => kind)).toEqual(['notice', 'agenda'])
    expect(problems.map(({ code }) => code)).toContain('date_unknown')
    expect(asked[0]?.url).toContain(
      'filter=date ge 2023-09-30T00:00:00Z and date lt 2023-11-02T00:00:00Z',
    )
  })

  it('gives items in their order, with files and the votes of the day', async () => {
    const { fetcher } = portal()
    const { meetings } = await readAll(chicago, target, { fetcher })
    expect(meetings[0]?.agendaItems).toMatchObject([
      { number: '1', title: 'Roll call', section: 'New business' },
      {
        number: '2',
        fileNumber: 'O2023-0002',
        matterStatus: 'Passed',
        result: 'Passed',
        documents: [{ title: 'O2023-0002.pdf' }],
        votes: [{ person: 'B. Newer', option: 'yes' }],
      },
    ])
  })

  it('reads one meeting by its address, and a refusal by its name', async () => {
    const { fetcher } = portal()
    const address = 'https://chicityclerkelms.chicago.gov/Meeting/?meetingId=A'
    expect((await readAll(chicago, { ...target, address }, { fetcher })).meetings).toHaveLength(1)
    const shut = fakePortal(() => ({ body: '<html><title>Access Denied</title></html>' }))
    const { meetings, problems } = await readAll(chicago, target, { fetcher: shut.fetcher })
    expect(meetings).toEqual([])
    expect(problems.length).toBeGreaterThan(0)
  })

  it('stays honest over damage', () => {
    const honest = {
      data: [row('A'), row('B', { date: '2023-10-13T15:00:00+00:00' })],
      meta: { count: 2 },
    }
    expectHonest(chicago, 'calendar', {
      url: `${api}/meeting-agenda`,
      text: JSON.stringify(honest),
    })
    expectHonest(chicago, 'items', {
      url: `${api}/meeting-agenda/A`,
      text: JSON.stringify(row('A', { agenda })),
    })
  })
})
