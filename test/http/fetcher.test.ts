import type { IncomingMessage, ServerResponse } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import { requestKey } from '../../src/http/conditional.ts'
import type { HttpConfig, SourceAccess } from '../../src/http/http.ts'
import { followRedirects } from '../../src/http/redirects.ts'
import { openCookies } from '../../src/scraping/cookies.ts'
import {
  createKept,
  createTestHttp,
  dialOutsideTo,
  fetchErrorOf,
  permitted,
} from '../support/fetching.ts'
import { type Loopback, startLoopback } from '../support/loopback.ts'

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

type Route = (request: IncomingMessage, response: ServerResponse) => void

/** A portal whose pages are given by path, and a client of it. */
async function portal(
  routes: Readonly<Record<string, Route>>,
  {
    config = {},
    access = {},
  }: { config?: Partial<HttpConfig>; access?: Partial<SourceAccess> } = {},
) {
  const server: Loopback = await startLoopback((request, response) => {
    const route = routes[(request.url ?? '').split('?')[0] ?? '']
    if (route) route(request, response)
    else response.writeHead(404).end('nothing here')
  })
  closing.push(server.close)
  const { http, clock } = createTestHttp(config)
  closing.push(http.close)
  const kept = createKept()
  const requests: string[] = []
  const fetcher = http.fetcherFor({
    ...kept,
    permission: permitted,
    onRequest: (url) => requests.push(url.pathname),
    ...access,
  })
  return { origin: server.origin, server, fetcher, http, clock, kept, requests }
}

const page =
  (body: string, headers: Readonly<Record<string, string>> = {}): Route =>
  (_request, response) =>
    response.writeHead(200, { 'content-type': 'text/html', ...headers }).end(body)

const redirect =
  (to: string, status = 302): Route =>
  (_request, response) =>
    response.writeHead(status, { location: to }).end()

const status =
  (code: number, headers: Readonly<Record<string, string>> = {}): Route =>
  (_request, response) =>
    response.writeHead(code, headers).end('sorry')

/** Gives one route after another; the last one stays. */
const inTurn = (...routes: Route[]): Route => {
  let count = 0
  return (request, response) => {
    const route = routes[Math.min(count, routes.length - 1)]
    count += 1
    route?.(request, response)
  }
}

describe('a page', () => {
  it('comes with all that was said about it, already archived', async () => {
    const { fetcher, origin, kept, clock } = await portal({ '/calendar': page('<p>Agenda</p>') })
    const found = await fetcher.get(`${origin}/calendar`)
    expect(found).toMatchObject({
      url: `${origin}/calendar`,
      finalUrl: `${origin}/calendar`,
      status: 200,
      contentType: 'text/html',
      fetchedAt: clock.now(),
      isUnchanged: false,
    })
    expect(found.text()).toBe('<p>Agenda</p>')
    expect(kept.stored.get(found.sha256)).toEqual(Buffer.from('<p>Agenda</p>'))
  })

  it('decodes its text once', async () => {
    const { fetcher, origin } = await portal({ '/': page('x'.repeat(99)) })
    const found = await fetcher.get(`${origin}/`)
    expect(Object.is(found.text(), found.text())).toBe(true)
  })

  it('is asked for by name: who we are, what we want', async () => {
    const { fetcher, origin, server } = await portal({ '/': page('') })
    const cookies = openCookies(() => new Date('2026-03-01T12:00:00Z'))
    cookies.take(new URL(origin), ['year=2026; path=/'])
    await fetcher.get(`${origin}/`, { accept: 'application/json', cookies })
    expect(server.seen[0]?.headers).toMatchObject({
      'user-agent': 'Watchdocket/0.0.0 (+https://watchdocket.example; test@example.org)',
      accept: 'application/json',
      'accept-encoding': 'gzip, br, deflate',
      cookie: 'year=2026',
    })
  })

  it('that says "error" with 200 is passed on: its meaning is the adapter’s business', async () => {
    const { fetcher, origin } = await portal({ '/': page('Invalid parameters!') })
    expect((await fetcher.get(`${origin}/`)).text()).toBe('Invalid parameters!')
  })
})

describe('a form', () => {
  it('is sent encoded', async () => {
    let body = ''
    const { fetcher, origin, server } = await portal({
      '/search': (request, response) => {
        request.on('data', (chunk) => {
          body += chunk
        })
        request.on('end', () => response.end('found'))
      },
    })
    await fetcher.post(`${origin}/search`, { 'a b': 'c&d', ü: '1' })
    expect(body).toBe('a+b=c%26d&%C3%BC=1')
    expect(server.seen[0]?.headers['content-type']).toBe('application/x-www-form-urlencoded')
  })

  it('of a page method is JSON whose numbers and switches stay such', async () => {
    let body = ''
    const { fetcher, origin, server } = await portal({
      '/List': (request, response) => {
        request.on('data', (chunk) => {
          body += chunk
        })
        request.on('end', () => response.end('{}'))
      },
    })
    await fetcher.post(`${origin}/List`, { id: 7, all: true, name: 'x' }, { asJson: true })
    expect(JSON.parse(body)).toEqual({ id: 7, all: true, name: 'x' })
    expect(server.seen[0]?.headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'x-requested-with': 'XMLHttpRequest',
    })
  })

  it("of a page's script names that page, to its own origin alone", async () => {
    const other = await portal({ '/there': page('there') })
    const { fetcher, origin, server } = await portal({
      '/part': page('part'),
      '/list': (_request, response) => response.end('list'),
      '/away': redirect(`${other.origin}/there`),
      '/near': redirect('/part'),
    })
    const asked = { fromPage: `${origin}/meeting?id=4` }
    const shown = { referer: asked.fromPage, 'x-requested-with': 'XMLHttpRequest' }
    await fetcher.get(`${origin}/part`, asked)
    await fetcher.post(`${origin}/list`, { id: '4' }, asked)
    await fetcher.get(`${origin}/near`, asked)
    await fetcher.get(`${origin}/away`, asked)
    await fetcher.get(`${origin}/part`, { fromPage: `${other.origin}/meeting` })
    const [part, list, near, nearPart, away, foreign] = server.seen.map(({ headers }) => headers)
    for (const headers of [part, list, near, nearPart, away]) expect(headers).toMatchObject(shown)
    expect(foreign).not.toHaveProperty('referer')
    expect(foreign).not.toHaveProperty('x-requested-with')
    expect(other.server.seen[0]?.headers).not.toHaveProperty('referer')
  })

  it('is remembered by what it asks, not by the state of the page it came from', () => {
    const url = new URL('https://portal.example/Calendar.aspx')
    const asked = requestKey('POST', url, { year: '2026', __EVENTTARGET: 'y', __VIEWSTATE: 'a' })
    expect(requestKey('POST', url, { __EVENTTARGET: 'y', year: '2026', __VIEWSTATE: 'b' })).toBe(
      asked,
    )
    expect(requestKey('POST', url, { year: '2025', __EVENTTARGET: 'y' })).not.toBe(asked)
    expect(requestKey('GET', url)).toBe('GET https://portal.example/Calendar.aspx')
  })
})

describe('redirects', () => {
  it('are followed, and the last address is told', async () => {
    const { fetcher, origin } = await portal({
      '/old': redirect('/newer', 301),
      '/newer': redirect('new', 308),
      '/new': page('here'),
    })
    const found = await fetcher.get(`${origin}/old`)
    expect([found.url, found.finalUrl, found.text()]).toEqual([
      `${origin}/old`,
      `${origin}/new`,
      'here',
    ])
  })

  it('end after five', async () => {
    const { fetcher, origin, requests } = await portal({ '/': redirect('/') })
    const error = await fetchErrorOf(fetcher.get(`${origin}/`))
    expect(error.code).toBe('fetch_redirects')
    expect(requests).toHaveLength(6)
  })

  it('may be exactly five', async () => {
    const routes = Object.fromEntries(
      [0, 1, 2, 3, 4].map((step) => [`/${step}`, redirect(`/${step + 1}`)]),
    )
    const { fetcher, origin } = await portal({ ...routes, '/5': page('arrived') })
    expect((await fetcher.get(`${origin}/0`)).text()).toBe('arrived')
  })

  it('without a place to go are errors with their status', async () => {
    const { fetcher, origin } = await portal({ '/': status(302) })
    expect((await fetchErrorOf(fetcher.get(`${origin}/`))).status).toBe(302)
  })

  it('are given to a caller who asks to see them', async () => {
    const { fetcher, origin } = await portal({ '/': redirect('/elsewhere') })
    const found = await fetcher.get(`${origin}/`, { alsoAccept: [302] })
    expect([found.status, found.finalUrl]).toEqual([302, `${origin}/`])
  })

  it.each(['//', '/\\', 'file:///etc/passwd', 'http://u:p@portal.example/', 'javascript:1'])(
    'to %j are refused',
    async (to) => {
      const { fetcher, origin } = await portal({ '/': redirect(to) })
      expect((await fetchErrorOf(fetcher.get(`${origin}/`))).code).toMatch(
        /^(address_invalid|fetch_scheme)$/,
      )
    },
  )

  it.each([
    [301, 'GET'],
    [302, 'GET'],
    [303, 'GET'],
    [307, 'POST'],
    [308, 'POST'],
  ] as const)('of a form by %i arrive as %s', async (code, method) => {
    const { fetcher, origin, server } = await portal({
      '/form': redirect('/', code),
      '/': page(''),
    })
    await fetcher.post(`${origin}/form`, { year: '2026' })
    expect(server.seen[1]).toMatchObject({ method, url: '/' })
    expect(server.seen[1]?.headers['content-type']).toBe(
      method === 'POST' ? 'application/x-www-form-urlencoded' : undefined,
    )
  })

  it('keep the cookies of their way within the origin, and none for the next request', async () => {
    const other = await startLoopback((_request, response) => response.end())
    closing.push(other.close)
    const { fetcher, origin, server } = await portal({
      '/site/doc': inTurn(redirect('/site/CookieCheck.aspx'), redirect(`${other.origin}/`)),
      '/site/CookieCheck.aspx': (_request, response) =>
        response.writeHead(302, { location: '/site/doc', 'set-cookie': 'a=1; path=/' }).end(),
    })
    await fetcher.get(`${origin}/site/doc`)
    expect(server.seen.map(({ headers }) => headers.cookie)).toEqual([undefined, undefined, 'a=1'])
    expect(other.seen.map(({ headers }) => headers.cookie)).toEqual([undefined])
    await fetcher.get(`${origin}/site/doc`)
    expect(server.seen.map(({ headers }) => headers.cookie)).toHaveLength(4)
    expect(server.seen[3]?.headers.cookie).toBeUndefined()
  })

  it('keep a cookie within the origin and drop it beyond', async () => {
    const other = await startLoopback((_request, response) => response.end())
    closing.push(other.close)
    const { fetcher, origin, server } = await portal({
      '/within': redirect('/page'),
      '/page': page(''),
      '/beyond': redirect(`${other.origin}/`),
    })
    const cookies = openCookies(() => new Date('2026-03-01T12:00:00Z'))
    cookies.take(new URL(origin), ['session=1'])
    await fetcher.get(`${origin}/within`, { cookies })
    await fetcher.get(`${origin}/beyond`, { cookies })
    expect(server.seen.map(({ headers }) => headers.cookie)).toEqual([
      'session=1',
      'session=1',
      'session=1',
    ])
    expect(other.seen[0]?.headers.cookie).toBeUndefined()
  })
})

describe('what is unchanged', () => {
  it('is told by the same bytes', async () => {
    const { fetcher, origin } = await portal({ '/': inTurn(page('a'), page('a'), page('b')) })
    const reads = [
      await fetcher.get(`${origin}/`),
      await fetcher.get(`${origin}/`),
      await fetcher.get(`${origin}/`),
    ]
    expect(reads.map(({ isUnchanged }) => isUnchanged)).toEqual([false, true, false])
  })

  it('is asked about with both validators, and given from the archive on 304', async () => {
    const modified = 'Sun, 01 Mar 2026 10:00:00 GMT'
    const { fetcher, origin, server, kept, clock } = await portal({
      '/': inTurn(
        page('agenda', { etag: '"v1"', 'last-modified': modified }),
        (_request, response) => response.writeHead(304, { etag: '"v1"' }).end(),
      ),
    })
    const first = await fetcher.get(`${origin}/`)
    clock.move(60_000)
    const second = await fetcher.get(`${origin}/`)
    expect(server.seen[1]?.headers).toMatchObject({
      'if-none-match': '"v1"',
      'if-modified-since': modified,
    })
    expect(second).toMatchObject({
      status: 200,
      contentType: 'text/html',
      sha256: first.sha256,
      isUnchanged: true,
      fetchedAt: clock.now(),
    })
    expect(second.text()).toBe('agenda')
    const remembered = kept.remembered.get(`GET ${origin}/`)
    expect(remembered?.fetchedAt).toEqual(clock.now())
    expect(remembered?.fullAt).toEqual(first.fetchedAt)
  })

  it('is fetched in full once a week, whatever the validators say', async () => {
    const { fetcher, origin, server, clock } = await portal({ '/': page('a', { etag: '"v1"' }) })
    await fetcher.get(`${origin}/`)
    clock.move(7 * 86_400_000 - 1)
    await fetcher.get(`${origin}/`)
    clock.move(7 * 86_400_000)
    await fetcher.get(`${origin}/`)
    expect(server.seen.map(({ headers }) => headers['if-none-match'])).toEqual([
      undefined,
      '"v1"',
      undefined,
    ])
  })

  it('is fetched in full when the archive has lost the bytes a 304 speaks of', async () => {
    const { fetcher, origin, server, kept } = await portal({
      '/': (request, response) =>
        request.headers['if-none-match']
          ? response.writeHead(304).end()
          : response.writeHead(200, { etag: '"v1"' }).end('a'),
    })
    await fetcher.get(`${origin}/`)
    kept.stored.clear()
    expect((await fetcher.get(`${origin}/`)).text()).toBe('a')
    expect(server.seen).toHaveLength(3)
  })

  it('is asked about at the address that gave the validator, not at one that points there', async () => {
    const { fetcher, origin, server } = await portal({
      '/latest': redirect('/7'),
      '/7': page('seven', { etag: '"7"' }),
    })
    await fetcher.get(`${origin}/latest`)
    await fetcher.get(`${origin}/latest`)
    expect(server.seen.map(({ url, headers }) => [url, headers['if-none-match']])).toEqual([
      ['/latest', undefined],
      ['/7', undefined],
      ['/latest', undefined],
      ['/7', '"7"'],
    ])
  })
})

describe('statuses', () => {
  it.each([400, 401, 403, 404, 410, 451])('%i is asked for once and never again', async (code) => {
    const { fetcher, origin, requests } = await portal({ '/': status(code) })
    const error = await fetchErrorOf(fetcher.get(`${origin}/`))
    expect(error).toMatchObject({ code: 'fetch_status', status: code, retry: 'never' })
    expect(error.where.url).toBe(`${origin}/`)
    expect(requests).toHaveLength(1)
  })

  it.each([408, 429, 500, 502, 503, 504])('%i is asked for thrice, later again', async (code) => {
    const { fetcher, origin, requests } = await portal({ '/': status(code) })
    const error = await fetchErrorOf(fetcher.get(`${origin}/`))
    expect(error).toMatchObject({ code: 'fetch_status', status: code, retry: 'later' })
    expect(requests).toHaveLength(3)
  })

  it('the caller asks to see are given, without repeats', async () => {
    const { fetcher, origin, requests } = await portal({ '/': status(500) })
    const found = await fetcher.get(`${origin}/`, { alsoAccept: [403, 500] })
    expect([found.status, found.text()]).toEqual([500, 'sorry'])
    expect(requests).toHaveLength(1)
  })

  it('that pass are repeated after growing, jittered pauses', async () => {
    const { fetcher, origin, clock } = await portal(
      { '/': inTurn(status(500), status(500), page('up again')) },
      { config: { random: () => 0.75 } },
    )
    expect((await fetcher.get(`${origin}/`)).text()).toBe('up again')
    expect(clock.sleeps).toEqual([1_250, 2_500])
  })

  it('keep what was known before', async () => {
    const { fetcher, origin, kept } = await portal({ '/': inTurn(page('a'), status(500)) })
    await fetcher.get(`${origin}/`)
    const before = structuredClone([...kept.remembered])
    await fetchErrorOf(fetcher.get(`${origin}/`))
    expect([...kept.remembered]).toEqual(before)
  })
})

describe('Retry-After', () => {
  it('of some seconds is waited for', async () => {
    const { fetcher, origin, clock } = await portal({
      '/': inTurn(status(429, { 'retry-after': '20' }), page('now')),
    })
    expect((await fetcher.get(`${origin}/`)).text()).toBe('now')
    const waited = clock.sleeps.reduce((sum, ms) => sum + ms, 0)
    expect(waited).toBeGreaterThanOrEqual(20_000)
    expect(waited).toBeLessThanOrEqual(23_000)
  })

  it('as a date is waited for', async () => {
    const { fetcher, origin, clock } = await portal({
      '/': inTurn(status(503, { 'retry-after': 'Sun, 01 Mar 2026 12:00:30 GMT' }), page('now')),
    })
    await fetcher.get(`${origin}/`)
    expect(clock.sleeps.reduce((sum, ms) => sum + ms, 0)).toBeGreaterThanOrEqual(30_000)
  })

  it('of hours ends the run and closes the host until then', async () => {
    const { fetcher, origin, clock, requests } = await portal({
      '/': status(429, { 'retry-after': '7200' }),
      '/other': page('other'),
    })
    const error = await fetchErrorOf(fetcher.get(`${origin}/`))
    expect(error.retry).toBe('later')
    expect(error.retryAt?.getTime()).toBeGreaterThanOrEqual(clock.now().getTime() + 7_000_000)
    const next = await fetchErrorOf(fetcher.get(`${origin}/other`))
    expect(next.retryAt).not.toBeNull()
    expect(requests).toEqual(['/'])
    clock.move(8_000_000)
    expect((await fetcher.get(`${origin}/other`)).text()).toBe('other')
  })
})

describe('a broken connection', () => {
  it('is tried again', async () => {
    const { fetcher, origin, requests } = await portal({
      '/': inTurn((request) => request.socket.destroy(), page('whole')),
    })
    expect((await fetcher.get(`${origin}/`)).text()).toBe('whole')
    expect(requests).toHaveLength(2)
  })
})

describe('robots.txt', () => {
  const robots =
    (text: string): Route =>
    (_request, response) =>
      response.writeHead(200, { 'content-type': 'text/plain' }).end(text)
  const obedient = { access: { permission: null } }

  it('is asked for first, once a day', async () => {
    const { fetcher, origin, requests, clock } = await portal(
      { '/robots.txt': robots('User-agent: *\nDisallow: /private'), '/': page('a') },
      obedient,
    )
    await fetcher.get(`${origin}/`)
    await fetcher.get(`${origin}/`)
    clock.move(86_400_001)
    await fetcher.get(`${origin}/`)
    expect(requests).toEqual(['/robots.txt', '/', '/', '/robots.txt', '/'])
  })

  it('closes what it disallows, on redirects too', async () => {
    const { fetcher, origin, requests } = await portal(
      {
        '/robots.txt': robots('User-agent: watchdocket\nDisallow: /private'),
        '/': redirect('/private/agenda'),
        '/private/agenda': page('a'),
      },
      obedient,
    )
    const error = await fetchErrorOf(fetcher.get(`${origin}/`))
    expect([error.code, error.retry]).toEqual(['fetch_robots', 'when-changed'])
    expect(error.where.url).toBe(`${origin}/private/agenda`)
    expect(requests).toEqual(['/robots.txt', '/'])
  })

  it('is passed by on the owner’s recorded permission', async () => {
    const { fetcher, origin, requests } = await portal({
      '/robots.txt': robots('User-agent: *\nDisallow: /'),
      '/': page('a'),
    })
    await fetcher.get(`${origin}/`)
    expect(requests).toEqual(['/'])
  })

  it.each([401, 403, 404, 410, 429])('that answers %i allows everything', async (code) => {
    const { fetcher, origin } = await portal(
      { '/robots.txt': status(code), '/': page('a') },
      obedient,
    )
    expect((await fetcher.get(`${origin}/`)).text()).toBe('a')
  })

  it.each([500, 503])('that answers %i closes the host for now', async (code) => {
    const { fetcher, origin, requests, clock } = await portal(
      { '/robots.txt': status(code), '/': page('a') },
      obedient,
    )
    const error = await fetchErrorOf(fetcher.get(`${origin}/`))
    expect([error.code, error.retry]).toEqual(['fetch_robots', 'later'])
    await fetchErrorOf(fetcher.get(`${origin}/`))
    expect(requests).toEqual(['/robots.txt', '/robots.txt', '/robots.txt'])
    clock.move(600_000)
    await fetchErrorOf(fetcher.get(`${origin}/`))
    expect(requests).toHaveLength(6)
  })

  it('that cannot be reached closes the host for now', async () => {
    const { fetcher, origin } = await portal(
      { '/robots.txt': (request) => request.socket.destroy(), '/': page('a') },
      obedient,
    )
    const error = await fetchErrorOf(fetcher.get(`${origin}/`))
    expect([error.code, error.retry]).toEqual(['fetch_robots', 'later'])
  })

  it('that fails after a day leaves the rules of yesterday in force', async () => {
    const { fetcher, origin, clock } = await portal(
      {
        '/robots.txt': inTurn(robots('User-agent: *\nDisallow: /private'), status(500)),
        '/': page('a'),
      },
      obedient,
    )
    await fetcher.get(`${origin}/`)
    clock.move(86_400_001)
    expect((await fetcher.get(`${origin}/`)).text()).toBe('a')
    expect((await fetchErrorOf(fetcher.get(`${origin}/private`))).code).toBe('fetch_robots')
  })

  it('may be redirected, and endless redirects allow everything', async () => {
    const { fetcher, origin } = await portal(
      { '/robots.txt': redirect('/r'), '/r': robots('User-agent: *\nDisallow: /'), '/': page('') },
      obedient,
    )
    expect((await fetchErrorOf(fetcher.get(`${origin}/`))).code).toBe('fetch_robots')
    const circle = await portal(
      { '/robots.txt': redirect('/robots.txt'), '/': page('a') },
      obedient,
    )
    expect((await circle.fetcher.get(`${circle.origin}/`)).text()).toBe('a')
  })

  it('counts up to 512 KiB; what follows is not read', async () => {
    const filler = `# ${'x'.repeat(998)}\n`.repeat(600)
    const { fetcher, origin } = await portal(
      {
        '/robots.txt': robots(`User-agent: *\nDisallow: /early\n${filler}Disallow: /late\n`),
        '/late': page('a'),
      },
      obedient,
    )
    expect((await fetchErrorOf(fetcher.get(`${origin}/early`))).code).toBe('fetch_robots')
    expect((await fetcher.get(`${origin}/late`)).text()).toBe('a')
  })

  it('is asked for once by two who ask at once, though the first is stopped', async () => {
    const stop = new AbortController()
    let answer = () => undefined as unknown
    const { http, origin, kept, server } = await portal(
      {
        '/robots.txt': inTurn(
          () => undefined,
          (_request, response) => {
            answer = () => response.end('')
            answer()
          },
        ),
        '/': page('a'),
      },
      obedient,
    )
    const first = http.fetcherFor({ ...kept, signal: stop.signal }).get(`${origin}/`)
    const second = http.fetcherFor(kept).get(`${origin}/`)
    while (server.seen.length === 0) await new Promise((resolve) => setImmediate(resolve))
    stop.abort(new Error('stopped'))
    await expect(first).rejects.toThrow('stopped')
    expect((await second).text()).toBe('a')
  })

  it('may ask for more space between requests', async () => {
    const { fetcher, origin, clock } = await portal(
      { '/robots.txt': robots('User-agent: *\nCrawl-delay: 5\nAllow: /'), '/': page('a') },
      obedient,
    )
    await fetcher.get(`${origin}/`)
    await fetcher.get(`${origin}/`)
    expect(clock.sleeps.at(-1)).toBeGreaterThanOrEqual(4_500)
  })
})

describe('from https to http', () => {
  it('nothing is followed', async () => {
    const asked: string[] = []
    const followed = followRedirects(
      {
        method: 'GET',
        url: new URL('https://portal.example/'),
        headers: {},
        body: null,
        purpose: 'page',
      },
      5,
      async ({ url }) => {
        asked.push(url.href)
        const headers = { location: 'http://portal.example/' }
        return { url, status: 302, headers, bytes: new Uint8Array() }
      },
    )
    expect((await fetchErrorOf(followed)).code).toBe('fetch_redirects')
    expect(asked).toEqual(['https://portal.example/'])
  })

  it('but from http to https', async () => {
    const dialled: string[] = []
    const plain = await startLoopback((_request, response) =>
      response.writeHead(302, { location: 'https://portal.example/' }).end(),
    )
    closing.push(plain.close)
    const { http } = createTestHttp({
      allowLoopback: false,
      resolve: async () => ['93.184.216.34'],
      dial: dialOutsideTo(plain.port, dialled),
      retry: { attempts: 1 },
    })
    const fetcher = http.fetcherFor({ ...createKept(), permission: permitted })
    // The listener speaks no TLS, so the second hop ends in its handshake: it was tried.
    expect((await fetchErrorOf(fetcher.get('http://portal.example/'))).code).toBe('fetch_tls')
    expect(dialled).toHaveLength(2)
  })
})
