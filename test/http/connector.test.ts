import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { HttpConfig } from '../../src/http/http.ts'
import { forbiddenHosts, forbiddenRecords, refusedAddresses } from '../hostile/addresses.ts'
import {
  createKept,
  createTestHttp,
  dialOutsideTo,
  fetchErrorOf,
  permitted,
} from '../support/fetching.ts'
import { type Loopback, startLoopback } from '../support/loopback.ts'

const publicAddress = '93.184.216.34'

let server: Loopback

beforeAll(async () => {
  server = await startLoopback((request, response) => {
    const to = new URL(request.url ?? '', 'http://x').searchParams.get('to')
    // As bytes of UTF-8, which is how servers send what ASCII does not hold.
    if (to) response.writeHead(302, { location: Buffer.from(to).toString('latin1') }).end()
    else response.end('reached')
  })
})
afterAll(() => server.close())

/** A client that sees the outside world, of which every public address ends at `server`. */
function outside(config: Partial<HttpConfig> = {}) {
  const dialled: string[] = []
  const { http } = createTestHttp({
    allowLoopback: false,
    retry: { attempts: 1 },
    resolve: async () => [publicAddress],
    dial: dialOutsideTo(server.port, dialled),
    ...config,
  })
  const fetcher = http.fetcherFor({ ...createKept(), permission: permitted })
  return { fetcher, dialled, http }
}

describe('the guard', () => {
  it('lets a public address through, so that the refusals below mean something', async () => {
    const { fetcher, dialled } = outside()
    const page = await fetcher.get('http://portal.example/agenda')
    expect(page.text()).toBe('reached')
    expect(dialled).toEqual([publicAddress])
    expect(server.seen.at(-1)?.headers.host).toBe('portal.example')
  })

  it.each([publicAddress, '[2606:2800:220:1:248:1893:25c8:1946]', '[64:ff9b::93.184.216.34]'])(
    'dials the public literal %s',
    async (host) => {
      const { fetcher, dialled } = outside()
      await fetcher.get(`http://${host}/`)
      expect(dialled).toHaveLength(1)
    },
  )

  it.each(forbiddenHosts)('never dials http://%s/', async (host) => {
    const { fetcher, dialled } = outside()
    const error = await fetchErrorOf(fetcher.get(`http://${host}/`))
    expect(error.code).toBe('fetch_forbidden_address')
    expect(error.retry).toBe('never')
    expect(dialled).toEqual([])
  })

  it.each(forbiddenHosts)('never follows a redirect to https://%s/', async (host) => {
    const { fetcher, dialled } = outside()
    const to = encodeURIComponent(`https://${host}/latest/meta-data/`)
    const error = await fetchErrorOf(fetcher.get(`http://portal.example/?to=${to}`))
    expect(error.code).toBe('fetch_forbidden_address')
    expect(dialled).toEqual([publicAddress])
  })

  it.each(forbiddenRecords.map((records) => [records.join(' '), records] as const))(
    'refuses a name that stands for %s',
    async (_name, records) => {
      const { fetcher, dialled } = outside({ resolve: async () => records })
      const error = await fetchErrorOf(fetcher.get('http://portal.example/'))
      expect(error.code).toBe('fetch_forbidden_address')
      expect(dialled).toEqual([])
    },
  )

  it.each(['localhost', 'localhost.', 'a.localhost'])(
    'judges what the system itself says of %s',
    async (host) => {
      const { fetcher, dialled } = outside({ resolve: undefined as never })
      const error = await fetchErrorOf(fetcher.get(`http://${host}/`))
      expect(['fetch_forbidden_address', 'fetch_dns']).toContain(error.code)
      expect(dialled).toEqual([])
    },
  )

  it('dials the address it judged, though the name means another a moment later', async () => {
    const answers = [[publicAddress], ['127.0.0.1']]
    const { fetcher, dialled } = outside({
      resolve: async () => answers.shift() ?? ['127.0.0.1'],
    })
    await fetcher.get('http://portal.example/')
    expect(dialled).toEqual([publicAddress])
    expect(answers).toHaveLength(1)
  })

  it('judges a new connection anew', async () => {
    const answers = [[publicAddress], ['10.0.0.1']]
    const { fetcher, dialled } = outside({ resolve: async () => answers.shift() ?? [] })
    await fetcher.get('http://portal.example/')
    const error = await fetchErrorOf(fetcher.get('http://portal.example:8080/'))
    expect(error.code).toBe('fetch_forbidden_address')
    expect(dialled).toEqual([publicAddress])
  })

  it('lets go of a connection that ends elsewhere than it was dialled to', async () => {
    const toSelf = dialOutsideTo(server.port)
    const { fetcher } = outside({
      dial: async (address, port, signal) => ({
        ...(await toSelf(address, port, signal)),
        remoteAddress: '127.0.0.1',
      }),
    })
    const before = server.seen.length
    const error = await fetchErrorOf(fetcher.get('http://portal.example/'))
    expect(error.code).toBe('fetch_forbidden_address')
    expect(server.seen).toHaveLength(before)
  })

  it('tries the next address of a name when one does not answer', async () => {
    const tried: string[] = []
    const dial = dialOutsideTo(server.port)
    const { fetcher } = outside({
      resolve: async () => ['93.184.216.1', '93.184.216.2'],
      dial: (address, port, signal) => {
        tried.push(address)
        if (address.endsWith('.1')) return Promise.reject(new Error('no route'))
        return dial(address, port, signal)
      },
    })
    await fetcher.get('http://portal.example/')
    expect(tried).toEqual(['93.184.216.1', '93.184.216.2'])
  })

  it.each(refusedAddresses)('answers %s for %j without a look-up', async (code, address) => {
    const asked: string[] = []
    const { fetcher } = outside({
      resolve: async (host) => {
        asked.push(host)
        return [publicAddress]
      },
    })
    expect((await fetchErrorOf(fetcher.get(address))).code).toBe(code)
    expect(asked).toEqual([])
  })

  it.each([21, 22, 25, 110, 143, 444, 465, 1023, 2049, 6000, 6667, 10080])(
    'refuses port %i',
    async (port) => {
      const { fetcher, dialled } = outside()
      const error = await fetchErrorOf(fetcher.get(`http://portal.example:${port}/`))
      expect(error.code).toBe('fetch_port')
      expect(dialled).toEqual([])
    },
  )

  it.each([80, 443, 1024, 8080, 65535])('allows port %i', async (port) => {
    const { fetcher, dialled } = outside()
    await fetcher.get(`http://portal.example:${port}/`)
    expect(dialled).toEqual([publicAddress])
  })
})

describe('with loopback opened for the demo', () => {
  it.each(['127.0.0.1', '127.1', 'localhost'])('reaches %s at any port', async (host) => {
    const { http } = createTestHttp({ resolve: async () => ['127.0.0.1'] })
    const fetcher = http.fetcherFor({ ...createKept(), permission: permitted })
    expect((await fetcher.get(`http://${host}:${server.port}/`)).text()).toBe('reached')
  })

  it('opens nothing else', async () => {
    const { fetcher, dialled } = outside({ allowLoopback: true })
    const others = forbiddenHosts.filter(
      (host) => !['127.0.0.1', '[::1]'].includes(loopbackOf(host)),
    )
    expect(others.length).toBeGreaterThan(35)
    for (const host of others) {
      const error = await fetchErrorOf(fetcher.get(`http://${host}/`))
      expect([host, error.code]).toEqual([host, 'fetch_forbidden_address'])
    }
    expect(dialled).toEqual([])
  })

  it('keeps the port rule for the rest of the world', async () => {
    const { fetcher } = outside({ allowLoopback: true })
    expect((await fetchErrorOf(fetcher.get('http://portal.example:22/'))).code).toBe('fetch_port')
  })
})

/** What a host is to the parser, with all of 127.0.0.0/8 as one. */
function loopbackOf(host: string): string {
  const { hostname } = new URL(`http://${host}/`)
  return /^127\./.test(hostname) ? '127.0.0.1' : hostname
}

describe('proxies of the environment', () => {
  it('are ignored', async () => {
    process.env.HTTP_PROXY = 'http://127.0.0.1:9'
    process.env.http_proxy = 'http://127.0.0.1:9'
    try {
      const { fetcher } = outside()
      expect((await fetcher.get('http://portal.example/')).text()).toBe('reached')
    } finally {
      delete process.env.HTTP_PROXY
      delete process.env.http_proxy
    }
  })
})
