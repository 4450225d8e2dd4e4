import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { createReplayFetcher } from '../../src/http/replay.ts'
import { fetchErrorOf } from '../support/fetching.ts'

const now = () => new Date('2026-03-01T12:00:00Z')
const folders: string[] = []
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true })
})

/** A folder of files; objects are written as JSON. */
async function folderOf(files: Readonly<Record<string, unknown>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'replay-'))
  folders.push(folder)
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    const text = typeof content === 'string' ? content : JSON.stringify(content)
    await writeFile(join(folder, name), text)
  }
  return folder
}

const api = 'https://api.portal.example/v1/riverton'

/** A replay in which each file's body is its name. */
async function replayOf(
  entries: readonly (Readonly<Record<string, unknown>> & { readonly file: string })[],
  prefer: readonly string[] = [],
) {
  const bodies = Object.fromEntries(entries.map(({ file }) => [file, file]))
  const folder = await folderOf({ ...bodies, 'manifest.json': entries })
  return await createReplayFetcher(folder, { now, prefer })
}

describe('a capture', () => {
  it('is answered as a page', async () => {
    const fetcher = await replayOf([
      { file: 'events.json', url: `${api}/events`, method: 'GET', contentType: 'application/json' },
    ])
    expect(await fetcher.get(`${api}/events`)).toMatchObject({
      url: `${api}/events`,
      finalUrl: `${api}/events`,
      status: 200,
      contentType: 'application/json',
      fetchedAt: now(),
      isUnchanged: false,
      sha256: createHash('sha256').update('events.json').digest('hex'),
    })
    expect((await fetcher.getDocument(`${api}/events`)).text()).toBe('events.json')
  })

  it.each([
    ['the other scheme', 'https://portal.example/a?x=1', 'http://portal.example/a?x=1'],
    ['a named default port', 'https://portal.example/a', 'https://portal.example:443/a'],
    ['a trailing slash', 'https://portal.example/a/', 'https://portal.example/a'],
    [
      'a trailing slash before a query',
      'https://portal.example/a/?x=1',
      'https://portal.example/a?x=1',
    ],
    ['the root', 'https://portal.example/', 'https://portal.example'],
    ['another order', 'https://portal.example/a?x=1&y=2', 'https://portal.example/a?y=2&x=1'],
    [
      'other encoding',
      "https://portal.example/a?$filter=Type eq 'A'",
      'https://portal.example/a?%24filter=Type+eq+%27A%27',
    ],
    ['other encoding of the path', 'https://portal.example/a%20b', 'https://portal.example/a b'],
    ['an upper-case host', 'https://portal.example/a', 'https://PORTAL.example/a'],
    ['a fragment', 'https://portal.example/a', 'https://portal.example/a#part'],
    [
      'Options and Search',
      'https://portal.example/Meeting.aspx?ID=7',
      'https://portal.example/Meeting.aspx?ID=7&Options=info|&Search=',
    ],
    [
      'Options and Search of its own',
      'https://portal.example/Meeting.aspx?ID=7&Options=info&Search=',
      'https://portal.example/Meeting.aspx?ID=7',
    ],
  ])('is found in spite of %s', async (_name, held, asked) => {
    const fetcher = await replayOf([{ file: 'a', url: held }])
    expect((await fetcher.get(asked)).text()).toBe('a')
  })

  it.each([
    ['another host', 'https://other.example/a?x=1'],
    ['another path', 'https://portal.example/b?x=1'],
    ['another value', 'https://portal.example/a?x=2'],
    ['one parameter more', 'https://portal.example/a?x=1&y=2'],
    ['one parameter less', 'https://portal.example/a'],
    ['another port', 'https://portal.example:8443/a?x=1'],
    ['another case', 'https://portal.example/A?x=1'],
  ])('does not answer %s', async (_name, asked) => {
    const fetcher = await replayOf([{ file: 'a', url: 'https://portal.example/a?x=1' }])
    const error = await fetchErrorOf(fetcher.get(asked))
    expect([error.code, error.retry]).toEqual(['replay_missing', 'never'])
    expect(error.message).toContain(new URL(asked).href)
    expect(error.message).toContain('replay-')
  })

  it('with the noise it was asked for wins over one without', async () => {
    const fetcher = await replayOf([
      { file: 'plain', url: 'https://portal.example/M?ID=7' },
      { file: 'noisy', url: 'https://portal.example/M?Search=&ID=7' },
    ])
    expect((await fetcher.get('https://portal.example/M?ID=7&Search=')).text()).toBe('noisy')
    expect((await fetcher.get('https://portal.example/M?ID=7')).text()).toBe('plain')
  })
})

describe('a list captured whole', () => {
  const held = [
    { file: 'events', url: `${api}/events` },
    { file: 'filtered', url: `${api}/matters?$filter=MatterTypeName eq 'Minutes'` },
    { file: 'later', url: `${api}/bodies?$skip=1000&$top=1000` },
  ]

  it.each([
    ['/events?$top=1000&$skip=0', 'events'],
    ["/events?$filter=EventDate ge datetime'2026-01-01'&$orderby=EventDate&$top=1000", 'events'],
    ['/events?EventItems=1&AgendaNote=1&MinutesNote=1&Attachments=1&token=abc', 'events'],
    ["/matters?$filter=MatterTypeName+eq+'Minutes'&$top=1000&$skip=0&token=abc", 'filtered'],
    ['/bodies?$top=1000&$skip=1000', 'later'],
  ])('answers %s', async (asked, file) => {
    expect((await (await replayOf(held)).get(`${api}${asked}`)).text()).toBe(file)
  })

  it.each([
    '/events?$top=1000&$skip=1000',
    '/events?$select=EventId',
    '/events?$top=10&other=1',
    '/events/7?$top=10',
    '/matters',
    "/matters?$filter=MatterTypeName eq 'Contract'",
    '/bodies',
    '/bodies?$skip=2000&$top=1000',
  ])('does not answer %s', async (asked) => {
    const fetcher = await replayOf(held)
    expect((await fetchErrorOf(fetcher.get(`${api}${asked}`))).code).toBe('replay_missing')
  })
})

describe('several captures of an address', () => {
  const entries = [
    { file: 'unknown', url: `${api}/events`, capturedOn: null },
    { file: 'old', url: `${api}/events`, capturedOn: '2024-08' },
    { file: 'new', url: `${api}/events/`, capturedOn: '2026-01-31' },
    { file: 'newest', url: `${api}/events`, capturedOn: '2026-02' },
  ]

  it('answer by the newest', async () => {
    expect((await (await replayOf(entries)).get(`${api}/events`)).text()).toBe('newest')
  })

  it('answer by the one that is preferred', async () => {
    const fetcher = await replayOf(entries, ['old'])
    expect((await fetcher.get(`${api}/events`)).text()).toBe('old')
  })

  it('are told apart by method, whatever the form', async () => {
    const fetcher = await replayOf([
      { file: 'get', url: `${api}/Calendar.aspx` },
      { file: 'post', url: `${api}/Calendar.aspx`, method: 'POST' },
    ])
    expect((await fetcher.get(`${api}/Calendar.aspx`)).text()).toBe('get')
    expect((await fetcher.post(`${api}/Calendar.aspx`, { year: '2026' })).text()).toBe('post')
  })

  it('are told apart by the fields they answer, where they say so', async () => {
    const url = `${api}/List`
    const fetcher = await replayOf([
      { file: 'any', url, method: 'POST' },
      { file: 'four', url, method: 'POST', form: { id: 4, start: 0 } },
    ])
    expect((await fetcher.post(url, { id: 4, start: 0, end: 9 })).text()).toBe('four')
    expect((await fetcher.post(url, { id: 5, start: 0 })).text()).toBe('any')
    const strict = await replayOf([{ file: 'four', url, method: 'POST', form: { id: 4 } }])
    expect((await fetchErrorOf(strict.post(url, { id: 5 }))).code).toBe('replay_missing')
  })

  it('hold no form where only a page was captured', async () => {
    const fetcher = await replayOf([{ file: 'get', url: `${api}/Calendar.aspx` }])
    const error = await fetchErrorOf(fetcher.post(`${api}/Calendar.aspx`, {}))
    expect(error.code).toBe('replay_missing')
    expect(error.message).toContain('POST')
  })
})

describe('statuses', () => {
  it.each([
    [{ status: 404 }, 404],
    [{ expect: { httpStatus: 500 } }, 500],
    [{ status: null, expect: { httpStatus: 403 } }, 403],
    [{ status: 410, expect: { httpStatus: 200 } }, 410],
  ])('of %j are those of the real client', async (fields, status) => {
    const fetcher = await replayOf([{ file: 'a', url: `${api}/events`, ...fields }])
    const error = await fetchErrorOf(fetcher.get(`${api}/events`))
    expect(error).toMatchObject({ code: 'fetch_status', status })
    const page = await fetcher.get(`${api}/events`, { alsoAccept: [status] })
    expect([page.status, page.text()]).toEqual([status, 'a'])
  })

  it('of redirects lead on, by the manifest or by the note in the body', async () => {
    const folder = await folderOf({
      'note.html':
        '<h2>Object moved to <a href="https://city.example/end?a=1&amp;b=2">here</a>.</h2>',
      'empty.html': '',
      'end.html': 'the end',
      'manifest.json': [
        { file: 'note.html', url: 'http://vendor.example/a', status: 302 },
        { file: 'empty.html', url: 'http://vendor.example/b', status: 301, location: '/a' },
        { file: 'empty.html', url: 'http://vendor.example/c', status: 301 },
        { file: 'end.html', url: 'https://city.example/end?a=1&b=2' },
      ],
    })
    const fetcher = await createReplayFetcher(folder, { now })
    const page = await fetcher.get('http://vendor.example/b')
    expect([page.text(), page.finalUrl]).toEqual(['the end', 'https://city.example/end?a=1&b=2'])
    expect((await fetchErrorOf(fetcher.get('http://vendor.example/c'))).status).toBe(301)
  })
})

describe('a folder', () => {
  const manifest = [
    { file: 'riverton/events.json', url: `${api}/events` },
    { file: 'lakeside/events.json', url: 'https://api.portal.example/v1/lakeside/events' },
    { file: 'lakeside/unknown.json', url: null },
  ]
  const files = {
    'legistar/manifest.json': manifest,
    'legistar/riverton/events.json': 'riverton',
    'legistar/lakeside/events.json': 'lakeside',
    'other/manifest.json': [{ file: 'page.html', url: 'https://other.example/' }],
    'other/page.html': 'other',
    'nothing/page.html': '',
  }
  const lakeside = 'https://api.portal.example/v1/lakeside/events'

  it('below a manifest is its part of it', async () => {
    const folder = await folderOf(files)
    const fetcher = await createReplayFetcher(join(folder, 'legistar/riverton/'), { now })
    expect((await fetcher.get(`${api}/events`)).text()).toBe('riverton')
    expect((await fetchErrorOf(fetcher.get(lakeside))).code).toBe('replay_missing')
  })

  it('of several manifests is all of them', async () => {
    const fetcher = await createReplayFetcher(await folderOf(files), { now })
    expect((await fetcher.get(lakeside)).text()).toBe('lakeside')
    expect((await fetcher.get('https://other.example/')).text()).toBe('other')
  })

  it.each(['nothing', 'not-there', 'other/page.html', 'legistar/other'])(
    '%s answers nothing and says so',
    async (name) => {
      const folder = await folderOf(files)
      await expect(createReplayFetcher(join(folder, name), { now })).rejects.toMatchObject({
        code: 'replay_folder',
        retry: 'never',
      })
    },
  )

  it.each([
    ['not JSON', '[{'],
    ['not a list', { file: 'a', url: api }],
    ['an entry that is none', ['a']],
    ['no file', [{ url: api }]],
    ['no address', [{ file: 'a', url: 'events' }]],
    ['an address of another kind', [{ file: 'a', url: 7 }]],
    ['a file that is missing', [{ file: 'b', url: api }]],
    ['a file outside', [{ file: '../../etc/passwd', url: api }]],
    ['a file by its full path', [{ file: '/etc/passwd', url: api }]],
    ['another method', [{ file: 'a', url: api, method: 'PUT' }]],
    ['a status that is none', [{ file: 'a', url: api, status: '200' }]],
    ['a status out of range', [{ file: 'a', url: api, status: 99 }]],
  ])('with a manifest of %s is refused in a sentence', async (_name, content) => {
    const folder = await folderOf({ a: 'a', 'manifest.json': content })
    await expect(createReplayFetcher(folder, { now })).rejects.toMatchObject({
      code: 'replay_manifest',
      message: expect.stringContaining('manifest.json'),
    })
  })
})

const captures = '../shared/captures'
const platforms = existsSync(captures) ? readdirSync(captures) : []

interface Entry {
  readonly file: string
  readonly url: string | null
  readonly method: 'GET' | 'POST' | null
  readonly status?: number | null
  readonly expect?: { readonly httpStatus?: number } | null
}

describe.skipIf(platforms.length === 0)('every shared capture', () => {
  it.each(platforms)('of %s is answered byte for byte', async (platform) => {
    const folder = join(captures, platform)
    const entries: Entry[] = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))
    for (const { file, url, method, status, expect: facts } of entries) {
      if (url === null) continue
      const expected = status ?? facts?.httpStatus ?? 200
      const fetcher = await createReplayFetcher(folder, { now, prefer: [file] })
      const options = { alsoAccept: [expected] }
      const page =
        method === 'POST' ? await fetcher.post(url, {}, options) : await fetcher.get(url, options)
      expect([file, page.status]).toEqual([file, expected])
      expect(readFileSync(join(folder, file)).equals(page.bytes), file).toBe(true)
    }
  })

  it('of one city is answered from the city’s own folder', async () => {
    const fetcher = await createReplayFetcher(join(captures, 'legistar-api/olympia-wa'), { now })
    const url = 'https://webapi.legistar.com/v1/olympia/events?$top=1000&$skip=0'
    expect(JSON.parse((await fetcher.get(url)).text())).toHaveLength(3)
  })
})
