import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findScraper } from '../../scrapers/index.ts'
import { recogniseAddress } from '../../scrapers/platforms.ts'
import { recognisePortal } from '../../scrapers/recognise-portal.ts'
import { parseCommand } from '../../src/cli/commands/parse.ts'
import { type ScrapeDeps, scrapeCommand } from '../../src/cli/commands/scrape.ts'
import { sha256Of } from '../../src/http/keep-nothing.ts'
import { createPage } from '../../src/http/page.ts'
import { createReplayFetcher } from '../../src/http/replay.ts'
import type { TimeZone } from '../../src/model/ids.ts'
import { api, calendarPage, detailPage, event, item, site } from '../scrapers/legistar/made.ts'
import { fakePortal, makePage } from '../scrapers/pages.ts'
import { readText } from '../support/read-text.ts'

const now = () => new Date('2026-03-01T12:00:00Z')
const deps: ScrapeDeps = {
  recognise: recogniseAddress,
  recognisePortal,
  findScraper,
  createReplayFetcher: (folder) => createReplayFetcher(folder, { now }),
  createLiveFetcher: async () => ({
    fetcher: fakePortal(() => ({ body: '[]' })).fetcher,
    close: async () => undefined,
  }),
  openReader: () => ({
    read: (bytes, contentType) => readText({ bytes, contentType }),
    close: () => undefined,
  }),
  zoneFor: () => 'America/Chicago' as TimeZone,
  now,
}
const parseDeps = {
  ...deps,
  createPage: ({
    url,
    contentType,
    bytes,
  }: {
    url: string
    contentType: string
    bytes: Uint8Array
  }) =>
    createPage({
      url,
      finalUrl: url,
      status: 200,
      contentType,
      bytes,
      fetchedAt: now(),
      sha256: sha256Of(bytes),
      isUnchanged: false,
    }),
}

async function run(
  name: 'scrape' | 'parse',
  argv: readonly string[],
  over: Partial<ScrapeDeps> = {},
) {
  const said: string[] = []
  const terminal = {
    out: (text: string) => said.push(text),
    err: () => undefined,
    lines: async function* () {},
    stopped: new AbortController().signal,
  }
  const command = name === 'scrape' ? scrapeCommand({ ...deps, ...over }) : parseCommand(parseDeps)
  const code = await command.run(argv, terminal)
  return { code, text: said.join('\n') }
}

const folderOf = (captures: readonly { url: string; body: string; status?: number }[]) => {
  const folder = mkdtempSync(join(tmpdir(), 'watchdocket-replay-'))
  const entries = captures.map(({ url, status = 200 }, at) => ({
    file: `${at}.txt`,
    url,
    method: 'GET',
    contentType: '',
    status,
  }))
  for (const [at, { body }] of captures.entries()) writeFileSync(join(folder, `${at}.txt`), body)
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(entries))
  return folder
}
const fileOf = (body: string) => {
  const file = join(mkdtempSync(join(tmpdir(), 'watchdocket-page-')), 'page.html')
  writeFileSync(file, body)
  return file
}

describe('scrape', () => {
  const folder = () =>
    folderOf([
      {
        url: `${api}/events`,
        body: JSON.stringify([event(1), event(2, { EventDate: '2020-01-01T00:00:00' })]),
      },
      { url: `${api}/events/1/eventitems`, body: JSON.stringify([item(1), item(2)]) },
    ])

  it('prints meetings, items and problems of a folder of captures, in the promised shape', async () => {
    const { code, text } = await run('scrape', [site, '--replay', folder(), '--json'])
    const { platform, meetings, problems } = JSON.parse(text)
    expect(code).toBe(0)
    expect(platform).toBe('legistar')
    expect(meetings.length).toBe(2)
    expect(meetings[0]).toMatchObject({
      upstreamId: '1',
      body: 'City Council',
      date: '2026-03-10',
      time: '18:30',
      timeZone: 'America/Chicago',
      startsAt: '2026-03-10T23:30:00.000Z',
      status: 'confirmed',
      location: 'Council Chambers',
      documents: [{ kind: 'agenda', title: 'Agenda' }],
    })
    expect(meetings[0].agendaItems[0]).toMatchObject({
      position: 0,
      number: '1.',
      title: 'Item 1',
      fileNumber: null,
      consent: null,
      section: null,
      text: '',
      documents: [],
      action: null,
      result: null,
      votes: [],
    })
    expect(problems).toEqual([
      {
        url: expect.stringContaining('/events/2/eventitems'),
        code: 'replay_missing',
        message: expect.any(String),
      },
    ])
  })

  it('bounds the window at both ends, both included, and takes the zone it is given', async () => {
    const argv = [
      site,
      '--replay',
      folder(),
      '--from',
      '2026-03-10',
      '--to',
      '2026-03-10',
      '--zone',
      'America/New_York',
      '--json',
    ]
    const { meetings } = JSON.parse((await run('scrape', argv)).text)
    expect(
      meetings.map(({ upstreamId, startsAt }: { upstreamId: string; startsAt: string }) => [
        upstreamId,
        startsAt,
      ]),
    ).toEqual([['1', '2026-03-10T22:30:00.000Z']])
  })

  it('asks a live portal for the last month and the next four', async () => {
    const portal = fakePortal(() => ({ body: '[]' }))
    let isClosed = false
    const createLiveFetcher = async () => ({
      fetcher: portal.fetcher,
      close: async () => {
        isClosed = true
      },
    })
    await run('scrape', [site, '--json'], { createLiveFetcher })
    expect(portal.asked[0]?.url).toContain(
      "ge datetime'2026-01-30' and EventDate lt datetime'2026-06-30'",
    )
    expect(isClosed).toBe(true)
  })

  it('fails, with problems printed, when nothing could be read', async () => {
    const { code, text } = await run('scrape', [site, '--replay', folderOf([]), '--json'])
    expect(code).toBe(1)
    expect(JSON.parse(text)).toMatchObject({
      meetings: [],
      problems: [
        { code: 'replay_missing' },
        { code: 'replay_missing' },
        { code: 'replay_missing' },
      ],
    })
  })

  it('shows the pasted page itself when it led to no meeting', async () => {
    const url = `${api}/events/9/eventitems`
    const { code, text } = await run('scrape', [
      url,
      '--replay',
      folderOf([{ url, body: JSON.stringify([item(1)]) }]),
      '--json',
    ])
    expect(code).toBe(0)
    expect(JSON.parse(text).agendaItems).toEqual([expect.objectContaining({ title: 'Item 1' })])
  })

  it('tells by name why a host that says nothing by its address cannot be had', async () => {
    const { code, text } = await run('scrape', [
      'https://www.riverton.gov/council',
      '--replay',
      folderOf([{ url: `${api}/events`, body: '[]' }]),
      '--json',
    ])
    expect(code).toBe(1)
    expect(JSON.parse(text)).toMatchObject({
      platform: null,
      meetings: [],
      problems: [{ url: 'https://www.riverton.gov/council', code: 'replay_missing' }],
    })
  })

  it('knows a page that answers and is no portal', async () => {
    const url = 'https://www.riverton.gov/council'
    const replay = folderOf([{ url, body: '<html><body><p>Welcome</p></body></html>' }])
    await expect(run('scrape', [url, '--replay', replay, '--json'])).rejects.toMatchObject({
      code: 'platform_unknown',
    })
  })

  it.each([
    [['not an address'], 'address_invalid'],
    [[], 'usage'],
    [[site, '--zone', 'Mars/Base'], 'zone_unknown'],
    [[site, '--from', '2026-02-30'], 'window_invalid'],
    [[site, '--from', '2026-03-02', '--to', '2026-03-01'], 'window_invalid'],
    [[site, '--replay', '/no/such/folder'], 'replay_folder'],
  ])('%j is asked wrongly: %s', async (argv, code) => {
    await expect(run('scrape', [...argv, '--json'])).rejects.toMatchObject({ code })
  })

  it('says the same in lines without --json', async () => {
    const { text } = await run('scrape', [site, '--replay', folder()])
    expect(text).toContain('2026-03-10  18:30  confirmed      2 items  City Council')
    expect(text).toContain('legistar: 2 meetings, 1 problems')
  })
})

describe('parse', () => {
  it('reads a saved page by its content, under the platform or its captures folder name', async () => {
    const calendar = fileOf(calendarPage({ rows: [{ id: 1, date: '3/10/2026' }] }))
    const argv = [
      calendar,
      '--platform',
      'legistar-insite',
      '--kind',
      'calendar',
      '--url',
      `${site}/Calendar.aspx`,
      '--json',
    ]
    const { code, text } = await run('parse', argv)
    expect(code).toBe(0)
    expect(JSON.parse(text)).toMatchObject({
      platform: 'legistar',
      kind: 'calendar',
      agendaItems: [],
      matters: [],
      documents: [],
      problems: [],
      meetings: [
        {
          date: '2026-03-10',
          timeZone: 'America/Chicago',
          sourceUrl: expect.stringContaining(`${site}/MeetingDetail`),
        },
      ],
    })
    const events = fileOf(JSON.stringify([event(1)]))
    const api = JSON.parse(
      (
        await run('parse', [
          events,
          '--platform',
          'legistar-api',
          '--kind',
          'calendar',
          '--zone',
          'America/Denver',
          '--json',
        ])
      ).text,
    )
    expect(api.meetings[0].timeZone).toBe('America/Denver')
  })

  it('fills items beside the meeting that carries them', async () => {
    const page = fileOf(detailPage([{ id: 1, number: '1.', title: 'Cameras' }]))
    const { text } = await run('parse', [
      page,
      '--platform',
      'legistar',
      '--kind',
      'items',
      '--json',
    ])
    const { agendaItems, meetings } = JSON.parse(text)
    expect(agendaItems).toEqual(meetings[0].agendaItems)
    expect(agendaItems[0].title).toBe('Cameras')
  })

  it.each([
    ['HTML where JSON was promised', '<html><title>Sign in</title></html>', 'page_shape'],
    ['truncated JSON', '[{"EventId": 1, "Ev', 'page_shape'],
    ['an error object', '{"Message":"An error has occurred."}', 'portal_error_page'],
  ])('names %s', async (_, body, code) => {
    const argv = [
      fileOf(body),
      '--platform',
      'legistar',
      '--kind',
      'calendar',
      '--url',
      `${api}/events`,
      '--json',
    ]
    const result = await run('parse', argv)
    expect(result.code).toBe(1)
    expect(JSON.parse(result.text)).toMatchObject({
      meetings: [],
      problems: [{ code, url: `${api}/events` }],
    })
  })

  it.each([
    [['x', '--platform', 'unheard', '--kind', 'items'], 'platform_unknown'],
    [['x', '--platform', 'legistar', '--kind', 'pages'], 'kind_unknown'],
    [['/no/such/file', '--platform', 'legistar', '--kind', 'items'], 'file_missing'],
    [['/', '--platform', 'legistar', '--kind', 'items'], 'file_unreadable'],
    [['x', '--platform', 'legistar'], 'usage'],
    [['x', '--platform', 'legistar', '--kind', 'items', '--url', 'nowhere'], 'address_invalid'],
  ])('%j is asked wrongly: %s', async (argv, code) => {
    await expect(run('parse', argv)).rejects.toMatchObject({ code })
  })

  it('is pure: the page it is given has no network', () => {
    const { parsePage } = findScraper('legistar') ?? {}
    expect(
      parsePage?.('items', makePage(site, JSON.stringify([item(1)])), null).agendaItems?.length,
    ).toBe(1)
  })
})
