import { describe, expect, it } from 'vitest'
import { legistar } from '../../../scrapers/legistar/index.ts'
import { FetchError } from '../../../src/http/fetch-error.ts'
import type { TimeZone } from '../../../src/model/ids.ts'
import { type Answer, fakePortal, readAll, window } from '../pages.ts'
import { api, attachment, calendarPage, event, item, site } from './made.ts'

const target = {
  portalUrl: `${site}/Calendar.aspx`,
  timeZone: 'America/Chicago' as TimeZone,
  options: { client: 'riverton', siteUrl: site },
}
const json = (value: unknown, status = 200) => ({ body: JSON.stringify(value), status })
const read = (answer: Answer, over: Partial<Parameters<typeof readAll>[2]> = {}, options = {}) => {
  const portal = fakePortal(answer)
  const merged = { ...target, options: { ...target.options, ...options } }
  return readAll(legistar, merged, { fetcher: portal.fetcher, ...over }).then((result) => ({
    ...result,
    asked: portal.asked.map(({ url }) => url),
  }))
}

const noClient = json(
  {
    Message: 'An error has occurred.',
    ExceptionMessage:
      'LegistarConnectionString setting is not set up in InSite for client: riverton',
  },
  500,
)

describe('the list of events', () => {
  it('is asked for by date, in a fixed order, and filtered again', async () => {
    const { meetings, asked } = await read(
      ({ url }) => {
        if (!url.includes('/events?')) return json([])
        return json([event(1), event(2, { EventDate: '2026-05-01T00:00:00' })])
      },
      { window: window('2026-03-01', '2026-03-31') },
    )
    expect(asked[0]).toBe(
      `${api}/events?$filter=EventDate ge datetime'2026-03-01' and EventDate lt datetime'2026-04-01'&$orderby=EventId&$top=1000`,
    )
    expect(meetings.map(({ upstreamId }) => upstreamId)).toEqual(['1'])
    expect(meetings[0]).toMatchObject({
      date: '2026-03-10',
      time: '18:30',
      startsAt: '2026-03-10T23:30:00.000Z',
      sourceUrl: `${site}/MeetingDetail.aspx?LEGID=1&GID=9&G=AAAA`,
    })
  })

  it('is paged past a thousand', async () => {
    const all = Array.from({ length: 2_300 }, (_, at) => event(at + 1, { EventItems: [item(1)] }))
    const { meetings, problems, asked } = await read(({ url }) => {
      const skip = Number(/skip=(\d+)/.exec(url)?.[1] ?? 0)
      return json(all.slice(skip, skip + 1_000))
    })
    expect(meetings.length).toBe(2_300)
    expect(problems).toEqual([])
    expect(asked.length).toBe(3)
  })

  it('notices a portal that ignores $skip', async () => {
    const all = Array.from({ length: 1_000 }, (_, at) => event(at + 1, { EventItems: [item(1)] }))
    const { meetings, problems, asked } = await read(() => json(all))
    expect(meetings.length).toBe(1_000)
    expect(problems.map(({ code }) => code)).toEqual(['portal_paging'])
    expect(asked.length).toBe(2)
  })

  it('keeps what came when a later page cannot be had', async () => {
    const all = Array.from({ length: 1_000 }, (_, at) => event(at + 1, { EventItems: [item(1)] }))
    const { meetings, problems } = await read(({ url }) =>
      url.includes('skip') ? undefined : json(all),
    )
    expect(meetings.length).toBe(1_000)
    expect(problems.map(({ code }) => code)).toEqual(['replay_missing'])
  })

  it('tells rows it cannot read and goes on with the others', async () => {
    const { meetings, problems } = await read(({ url }) =>
      url.includes('/events?')
        ? json([
            event(1, { EventDate: '10.03.2026', EventItems: [item(1)] }),
            event(2, { EventDate: '2026-03-10T00:00:00Z', EventItems: [item(1)] }),
            event(3, { EventItems: [item(1)] }),
            event(3, { EventItems: [item(1)] }),
            { EventBodyName: 'without an id' },
          ])
        : undefined,
    )
    expect(meetings.map(({ upstreamId }) => upstreamId)).toEqual(['3'])
    expect(problems.map(({ code }) => code).sort()).toEqual([
      'date_unknown',
      'date_unknown',
      'duplicate_id',
      'page_shape',
    ])
  })
})

describe('a closed or failing API', () => {
  const inSite: Answer = ({ url }) =>
    url.endsWith('Calendar.aspx')
      ? { body: calendarPage({ rows: [{ id: 5, date: '3/10/2026', hasPage: false }] }) }
      : undefined
  const apiSays =
    (answer: ReturnType<Answer>): Answer =>
    (asked) =>
      asked.url.startsWith(api) ? answer : inSite(asked)

  it.each([
    ['no such client', noClient],
    ['a token wanted', { body: 'Forbidden', status: 403 }],
    ['an empty list', json([])],
  ])('reads InSite quietly after %s', async (_, answer) => {
    const { meetings, problems } = await read(apiSays(answer))
    expect(meetings.length).toBe(1)
    expect(problems).toEqual([])
  })

  it.each([
    ['HTML instead of JSON', { body: '<html><title>Sign in</title></html>' }, 'page_shape'],
    [
      'an error page',
      { body: '<html><title>The resource cannot be found.</title></html>', status: 404 },
      'portal_error_page',
    ],
    ['truncated JSON', { body: JSON.stringify([event(1)]).slice(0, 300) }, 'page_shape'],
    [
      'XML',
      { body: '<ArrayOfGranicusEvent xmlns="x"><GranicusEvent/></ArrayOfGranicusEvent>' },
      'page_shape',
    ],
    ['an empty answer', { body: '' }, 'page_shape'],
    [
      'another exception',
      json({ Message: 'Error', ExceptionMessage: 'A query failed' }, 500),
      'portal_error_page',
    ],
    ['an address not held', undefined, 'replay_missing'],
  ])('reads InSite after %s, and tells', async (_, answer, code) => {
    const { meetings, problems } = await read(apiSays(answer))
    expect(meetings.length).toBe(1)
    expect(problems.map((problem) => problem.code)).toEqual([code, 'portal_suspect'])
  })

  it('tells the closed API when InSite cannot be read either', async () => {
    const { problems } = await read(({ url }) =>
      url.startsWith(api) ? noClient : { body: 'Invalid parameters!' },
    )
    expect(problems.map(({ code }) => code)).toEqual(['portal_error_page', 'portal_error_page'])
    expect(problems.map(({ message }) => message).join()).toMatch(
      /no such tenant.*no such Legistar client/s,
    )
  })

  it('stops at an outage: InSite numbers meetings otherwise', async () => {
    const outage = new FetchError('fetch_deadline', 'too slow', { where: { url: api } })
    await expect(read(apiSays(outage))).rejects.toBe(outage)
  })

  it('sends a token and never shows it', async () => {
    const { asked, problems } = await read(
      ({ url }) => (url.startsWith(api) ? { body: '<html>secret-1</html>' } : undefined),
      {},
      { token: 'secret-1' },
    )
    expect(asked[0]).toContain('token=secret-1')
    expect(JSON.stringify(problems)).not.toContain('secret-1')
  })
})

describe('a meeting and its items', () => {
  const items = [
    item(3, {
      EventItemAgendaSequence: 3,
      EventItemTitle: 'Cameras',
      EventItemMatterId: 77,
      EventItemMatterFile: '26-0114',
      EventItemPassedFlag: 1,
      EventItemPassedFlagName: 'Pass',
      EventItemMinutesNote: 'Draft words',
      EventItemMatterAttachments: [
        attachment('b', { MatterAttachmentSort: 2 }),
        attachment('a'),
        attachment('hidden', { MatterAttachmentShowOnInternetPage: false }),
      ],
    }),
    item(1, { EventItemAgendaSequence: 1, EventItemTitle: 'Roll call', EventItemRollCallFlag: 1 }),
    item(2, { EventItemAgendaSequence: 2, EventItemTitle: '  ' }),
    item(9, {
      EventItemAgendaSequence: null,
      EventItemMinutesSequence: 2,
      EventItemTitle: 'Added in the minutes',
    }),
    item(3, { EventItemTitle: 'Repeated' }),
  ]
  const portal: Answer = ({ url }) => {
    if (url.includes('/events?')) return json([event(4)])
    if (url.includes('/events/4/eventitems')) return json(items)
    if (url.endsWith('/eventitems/3/votes'))
      return json([
        { VotePersonName: 'Ben Orr', VoteValueName: 'Nay', VoteSort: 2 },
        { VotePersonName: 'Ada Quill', VoteValueName: 'Aye', VoteSort: 1 },
      ])
    if (url.endsWith('/rollcalls'))
      return json([
        { RollCallPersonName: 'Ada Quill', RollCallValueName: 'Present' },
        { RollCallPersonName: 'Ben Orr', RollCallValueName: 'Excused' },
      ])
    if (url.endsWith('/matters/77'))
      return json({
        MatterId: 77,
        MatterTitle: 'Cameras',
        MatterFile: '26-0114',
        MatterIntroDate: '2026-02-01T00:00:00',
      })
    if (url.endsWith('/histories'))
      return json([
        {
          MatterHistoryId: 1,
          MatterHistoryEventId: 2,
          MatterHistoryActionDate: '2026-02-10T00:00:00',
          MatterHistoryActionName: 'Referred',
        },
        {
          MatterHistoryId: 2,
          MatterHistoryEventId: 2,
          MatterHistoryActionDate: '2026-02-10T00:00:00',
          MatterHistoryActionName: 'Referred',
          MatterHistoryActionText: 'to committee',
        },
      ])
    if (url.endsWith('/sponsors'))
      return json([{ MatterSponsorName: 'Ada Quill', MatterSponsorSequence: 0 }])
    if (url.endsWith('/versions'))
      return json([
        { Key: '901', Value: '10' },
        { Key: '900', Value: '2' },
      ])
    if (url.endsWith('/texts/901'))
      return json({
        MatterTextId: 901,
        MatterTextPlain: null,
        MatterTextRtf:
          "{\\rtf1{\\fonttbl{\\f0 Arial;}}\\f0 Forty caf\\'e9 cameras\\par from Acme.}",
      })
    return undefined
  }

  it('come in agenda order, with furniture and repeats left out', async () => {
    const { meetings, problems } = await read(portal)
    const read3 = meetings[0]?.agendaItems.map(({ position, title }) => [position, title])
    expect(read3).toEqual([
      [0, 'Roll call'],
      [1, 'Cameras'],
      [2, 'Added in the minutes'],
    ])
    expect(problems.map(({ code }) => code)).toEqual(['duplicate_id'])
  })

  it('carry votes, roll call, documents and matter', async () => {
    const { meetings } = await read(portal)
    const cameras = meetings[0]?.agendaItems[1]
    expect(cameras?.votes.map(({ person, option }) => [person, option])).toEqual([
      ['Ada Quill', 'yes'],
      ['Ben Orr', 'no'],
    ])
    expect(cameras?.documents.map(({ title }) => title)).toEqual(['a', 'b'])
    expect(cameras?.sourceUrl).toBe(`${site}/gateway.aspx?M=L&ID=77`)
    expect(cameras?.text).toBe('Forty café cameras\nfrom Acme.')
    expect(cameras?.matter).toMatchObject({
      introducedOn: '2026-02-01',
      sponsors: ['Ada Quill'],
      text: 'Forty café cameras\nfrom Acme.',
    })
    expect(cameras?.matter?.history).toEqual([
      expect.objectContaining({ action: 'Referred', text: 'to committee' }),
    ])
    expect(meetings[0]?.rollCall).toEqual([
      { person: 'Ada Quill', present: true, printed: 'Present' },
      { person: 'Ben Orr', present: false, printed: 'Excused' },
    ])
  })

  it('show notes of the minutes only once these are final', async () => {
    const final: Answer = (asked) =>
      asked.url.includes('/events?')
        ? json([event(4, { EventMinutesStatusName: 'Final' })])
        : portal(asked)
    const { meetings } = await read(final)
    expect(meetings[0]?.agendaItems[1]?.text).toBe('Draft words')
  })

  it('are not asked for while no agenda is published', async () => {
    const draft = event(4, {
      EventAgendaStatusName: 'Draft',
      EventAgendaFile: null,
      EventAgendaLastPublishedUTC: null,
    })
    const { meetings, asked } = await read(() => json([draft]))
    expect(meetings[0]).toMatchObject({ status: 'tentative', agendaItems: [], flags: [] })
    expect(asked.length).toBe(1)
  })

  it('say so when they cannot be had', async () => {
    const { meetings, problems } = await read((asked) =>
      asked.url.includes('eventitems') ? undefined : portal(asked),
    )
    expect(meetings[0]?.flags).toEqual(['items-not-read'])
    expect(problems.map(({ code }) => code)).toEqual(['replay_missing'])
  })

  it('stay unread when nothing is new of a settled meeting', async () => {
    const { seen, meetings, asked } = await read(portal, {
      isSettled: (id, print) => id === '4' && print.length > 0,
    })
    expect([seen, meetings, asked.length]).toEqual([['4'], [], 1])
  })

  it('cost few requests: no votes before the meeting, and none where a portal has none', async () => {
    const past = { now: new Date('2026-04-01T00:00:00Z') }
    const many = Array.from({ length: 30 }, (_, at) =>
      item(at + 1, {
        EventItemMatterId: at + 1,
        EventItemAgendaNote: 'text',
        EventItemMatterAttachments: [attachment('a')],
      }),
    )
    const quiet: Answer = ({ url }) => {
      if (url.includes('/events?')) return json([event(4)])
      if (url.includes('/events/4/')) return json(many)
      return url.endsWith('/votes') ? json([]) : undefined
    }
    expect((await read(quiet)).asked.length).toBe(2)
    expect((await read(quiet, past)).asked.length).toBe(2 + 5)
    const refusing: Answer = (asked) =>
      asked.url.endsWith('/votes') ? { body: '', status: 404 } : quiet(asked)
    expect((await read(refusing, past)).asked.length).toBe(2 + 1)
  })
})

describe('the address of one meeting', () => {
  it('is read alone, by the number the API knows', async () => {
    const portal = fakePortal(({ url }) =>
      url === `${api}/events/4` ? json(event(4, { items: [item(1)] })) : undefined,
    )
    const address = `${site}/MeetingDetail.aspx?LEGID=4&GID=9&G=AAAA`
    const { meetings, problems } = await readAll(
      legistar,
      { ...target, address },
      { fetcher: portal.fetcher },
    )
    expect(meetings.map(({ upstreamId }) => upstreamId)).toEqual(['4'])
    expect([problems, portal.asked.length]).toEqual([[], 1])
  })
})
