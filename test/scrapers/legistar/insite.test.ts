import { describe, expect, it } from 'vitest'
import { legistar } from '../../../scrapers/legistar/index.ts'
import type { TimeZone } from '../../../src/model/ids.ts'
import {
  type Answer,
  type Asked,
  fakePortal,
  makePage,
  openWindow,
  readAll,
  window,
} from '../pages.ts'
import {
  calendarPage,
  detailPage,
  guidOf,
  historyPage,
  legislationPage,
  type Row,
  site,
} from './made.ts'

const target = {
  portalUrl: `${site}/Calendar.aspx`,
  timeZone: 'America/Chicago' as TimeZone,
  options: { client: 'riverton', siteUrl: site, useApi: 'never' },
}
const read = async (answer: Answer, over: Partial<Parameters<typeof readAll>[2]> = {}) => {
  const portal = fakePortal(answer)
  const result = await readAll(legistar, target, { fetcher: portal.fetcher, ...over })
  return { ...result, asked: portal.asked }
}
const bare = (id: number, date: string, over: Partial<Row> = {}): Row => ({
  id,
  date,
  hasPage: false,
  ...over,
})
const page = (text: string) => ({ body: text })
const isList = ({ url, method }: Asked) => url.endsWith('Calendar.aspx') && method === 'GET'
const periodOf = ({ form }: Asked) =>
  (
    JSON.parse(String(form.ctl00_ContentPlaceHolder1_lstYears_ClientState ?? '{}')) as {
      text?: string
    }
  ).text

describe('periods', () => {
  it('asks for the years of the window that the page leaves out, with the state just read', async () => {
    const { meetings, asked, problems } = await read(
      (request) => {
        if (request.method === 'GET') return page(calendarPage({ rows: [bare(1, '12/30/2026')] }))
        const period = periodOf(request) ?? ''
        return page(calendarPage({ rows: [bare(2, '1/5/2027')], period }))
      },
      { window: window('2026-12-01', '2027-02-01'), now: new Date('2026-12-10T12:00:00Z') },
    )
    expect(meetings.map(({ date }) => date)).toEqual(['2026-12-30', '2027-01-05'])
    expect(problems).toEqual([])
    const [, posted] = asked
    expect(posted).toMatchObject({ method: 'POST', url: `${site}/Calendar.aspx` })
    expect(posted?.form).toMatchObject({
      __VIEWSTATE: 'S0',
      __EVENTVALIDATION: 'V&1',
      __EVENTTARGET: 'ctl00$ContentPlaceHolder1$lstYears',
    })
  })

  it('does not believe an answer whose year box holds something else', async () => {
    const { meetings, problems } = await read(
      ({ method }) => page(calendarPage({ rows: [bare(method === 'GET' ? 1 : 2, '12/30/2026')] })),
      { window: window('2026-12-01', '2027-02-01'), now: new Date('2026-12-10T12:00:00Z') },
    )
    expect(meetings.map(({ upstreamId }) => upstreamId)).toEqual([guidOf(1).toLowerCase()])
    expect(problems.map(({ code }) => code)).toEqual(['portal_paging'])
  })

  it('takes an open window for the period shown, and tells of next meetings outside it', async () => {
    const upcoming = [bare(1, '2/10/2026'), bare(9, '4/10/2026')]
    const answer = () =>
      page(calendarPage({ rows: [bare(1, '2/10/2026')], upcoming, period: 'Last Month' }))
    const open = await read(answer, { window: openWindow })
    expect(open.meetings.length).toBe(1)
    expect(open.problems.map(({ code }) => code)).toEqual(['portal_period'])
    const bounded = await read(answer, { window: window('2026-02-01', '2026-04-30') })
    expect(bounded.meetings.map(({ date }) => date)).toEqual(['2026-02-10', '2026-04-10'])
  })
})

describe('pages of a hundred', () => {
  const pages: Answer = ({ method, form }) => {
    const at =
      method === 'GET' ? 1 : Number(/page(\d)$/.exec(String(form.__EVENTTARGET ?? ''))?.[1])
    return page(
      calendarPage({ rows: [bare(at, `3/${at}/2026`)], pager: [at, 3, 3], state: `S${at}` }),
    )
  }

  it('are followed by postback, each with the state of the page before', async () => {
    const { meetings, asked, problems } = await read(pages)
    expect(meetings.map(({ date }) => date)).toEqual(['2026-03-01', '2026-03-02', '2026-03-03'])
    expect(asked.map(({ form }) => form.__VIEWSTATE)).toEqual([undefined, 'S1', 'S2'])
    expect(problems).toEqual([])
  })

  it('end with a problem when the portal shows the first page again', async () => {
    const { meetings, problems } = await read(() =>
      page(calendarPage({ rows: [bare(1, '3/1/2026')], pager: [1, 2, 3] })),
    )
    expect(meetings.length).toBe(1)
    expect(problems.map(({ code }) => code)).toEqual(['portal_paging'])
  })
})

describe('rows', () => {
  it('are each read once; unknown dates become problems', async () => {
    const rows = [
      bare(1, '3/1/2026'),
      bare(1, '3/1/2026'),
      bare(2, '1 Mar 2026'),
      bare(3, '13/13/2026'),
      bare(4, '3/4/2026', { time: '' }),
    ]
    const { meetings, problems } = await read(() => page(calendarPage({ rows })))
    expect(meetings.map(({ date, time }) => [date, time])).toEqual([
      ['2026-03-01', '18:30'],
      ['2026-03-04', null],
    ])
    expect(problems.map(({ code }) => code).sort()).toEqual([
      'date_unknown',
      'date_unknown',
      'duplicate_id',
    ])
  })

  it('keep location and remark apart', async () => {
    const place = 'Room 1<br /><em>CANCELLED &amp; moved?</em>'
    const { meetings } = await read(() =>
      page(calendarPage({ rows: [bare(1, '3/1/2026', { place })] })),
    )
    expect(meetings[0]).toMatchObject({
      location: 'Room 1',
      comment: 'CANCELLED & moved?',
      status: 'cancelled',
    })
  })

  it('survive scripts in names and a title of ten megabytes', async () => {
    const body = `<script>alert(1)</script>${'x'.repeat(10_000_000)}`
    const { meetings } = await read(() =>
      page(calendarPage({ rows: [bare(1, '3/1/2026', { body })] })),
    )
    expect(meetings[0]?.body.startsWith('xxx')).toBe(true)
  })
})

describe('the page of a meeting', () => {
  const rows = [{ id: 1, date: '3/10/2026' }]
  const items = [
    { id: 11, title: 'CONSENT CALENDAR' },
    {
      id: 12,
      number: '1.',
      title: 'Licence plate readers',
      file: '26-0114',
      action: 'Approve',
      result: 'Pass',
    },
  ]
  const portal: Answer = (asked) => {
    if (isList(asked)) return page(calendarPage({ rows }))
    if (asked.url.includes('MeetingDetail')) return page(detailPage(items))
    if (asked.url.includes('LegislationDetail')) return page(legislationPage)
    return asked.url.includes('HistoryDetail') ? page(historyPage) : undefined
  }

  it('gives items, and before the meeting their files', async () => {
    const { meetings, problems, asked } = await read(portal)
    expect(problems).toEqual([])
    expect(meetings[0]).toMatchObject({ agendaStatus: 'Final', flags: [] })
    expect(meetings[0]?.documents.map(({ kind }) => kind)).toEqual(['agenda', 'packet'])
    expect(meetings[0]?.agendaItems[0]).toMatchObject({
      isHeading: true,
      title: 'CONSENT CALENDAR',
    })
    expect(meetings[0]?.agendaItems[1]).toMatchObject({
      number: '1.',
      fileNumber: '26-0114',
      consent: true,
      section: 'CONSENT CALENDAR',
      result: 'Pass',
      votes: [],
      matter: { text: 'Sec. 1\nBuys forty cameras.', introducedOn: '2026-02-01' },
      documents: [
        {
          kind: 'attachment',
          title: 'Contract.pdf',
          url: `${site}/View.ashx?M=F&ID=5&GUID=${guidOf(5)}`,
        },
      ],
    })
    expect(asked.length).toBe(3)
  })

  it('gives votes once the meeting is over', async () => {
    const { meetings, asked } = await read(portal, { now: new Date('2026-04-01T00:00:00Z') })
    expect(meetings[0]?.agendaItems[1]).toMatchObject({
      mover: 'Ada Quill',
      seconder: 'Ben Orr',
      matter: null,
      votes: [
        { person: 'Ada Quill', option: 'yes', printed: 'Aye' },
        { person: 'Ben Orr', option: 'excused', printed: 'Recused' },
      ],
    })
    expect(asked.length).toBe(3)
  })

  it.each([
    ['Invalid parameters!', 'portal_error_page'],
    ['', 'portal_error_page'],
    [
      '<html><table></table>This record no longer exists. It might have been deleted.</html>',
      'portal_error_page',
    ],
    ['<html><head><title>Sign in</title></head></html>', 'portal_error_page'],
    ['{"a":1}', 'page_shape'],
    ['<html>nothing here</html>', 'page_shape'],
  ])('that says "%s" leaves the meeting without items', async (body, code) => {
    const { meetings, problems } = await read((asked) =>
      isList(asked) ? portal(asked) : page(body),
    )
    expect(meetings[0]).toMatchObject({ agendaItems: [], flags: ['items-not-read'] })
    expect(problems.map((problem) => problem.code)).toEqual([code])
  })

  it('is not asked for weeks ahead while there is no agenda', async () => {
    const far = [{ id: 1, date: '5/10/2026', hasAgenda: false }]
    const { asked } = await read(() => page(calendarPage({ rows: far })))
    expect(asked.length).toBe(1)
  })

  it('behind a redirect to Error.aspx is an error page', () => {
    const gone = {
      ...makePage(`${site}/MeetingDetail.aspx?ID=1`, detailPage(items)),
      finalUrl: `${site}/Error.aspx`,
    }
    expect(() => legistar.parsePage('items', gone, null)).toThrow(
      expect.objectContaining({ code: 'portal_error_page' }),
    )
  })
})

describe('feeds', () => {
  const feed = (entries: string) =>
    makePage(
      `${site}/Feed.ashx?M=Calendar&ID=1&GUID=${guidOf(1)}`,
      `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Riverton</title>${entries}</channel></rss>`,
    )
  it('name meetings with date and time; other entries of a calendar are problems', () => {
    const parsed = legistar.parsePage(
      'rss',
      feed(`
      <item><title>City Council - 3/10/2026 - 6:30 PM</title><link>${site}/Gateway.aspx?M=MD&amp;From=RSS&amp;ID=1&amp;GUID=${guidOf(1)}</link><guid>x</guid></item>
      <item><title>Parks - North Board - 3/11/2026</title><guid>y</guid></item>
      <item><title>City Council - 31/31/2026 - 6:30 PM</title></item>
      <item><title>About us</title></item>`),
      'America/Chicago' as TimeZone,
    )
    expect(parsed.meetings?.map(({ body, date, time }) => [body, date, time])).toEqual([
      ['City Council', '2026-03-10', '18:30'],
      ['Parks - North Board', '2026-03-11', null],
    ])
    expect(parsed.problems.map(({ code }) => code)).toEqual(['date_unknown', 'page_shape'])
  })
  it('that are none are named', () => {
    const notFeed = makePage(`${site}/Feed.ashx`, 'Invalid parameters!')
    expect(() => legistar.parsePage('rss', notFeed, null)).toThrow(
      expect.objectContaining({ code: 'portal_error_page' }),
    )
  })
})
