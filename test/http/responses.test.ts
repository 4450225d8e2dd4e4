import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { honestBody, honestResponses, hostileResponses } from '../hostile/responses.ts'
import { createKept, createTestHttp, fetchErrorOf, permitted } from '../support/fetching.ts'
import { startLoopback, startRawLoopback } from '../support/loopback.ts'

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

async function answering(answer: Buffer) {
  const server = await startRawLoopback((socket) => socket.end(answer))
  closing.push(server.close)
  const { http } = createTestHttp({ retry: { attempts: 1 } })
  const kept = createKept()
  return {
    url: `${server.origin}/`,
    kept,
    fetcher: http.fetcherFor({ ...kept, permission: permitted }),
  }
}

describe('an honest answer', () => {
  it.each(honestResponses)('arrives whole: $name', async ({ answer }) => {
    const { url, fetcher } = await answering(answer)
    expect((await fetcher.get(url)).text()).toBe(honestBody)
  })

  it('may be empty, even if its encoding is named', async () => {
    const head = 'HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 0\r\n\r\n'
    const { url, fetcher } = await answering(Buffer.from(head))
    expect((await fetcher.get(url)).bytes).toHaveLength(0)
  })
})

describe('a hostile answer', () => {
  it.each(hostileResponses)('is refused with $code: $name', async ({ answer, code }) => {
    const { url, kept, fetcher } = await answering(answer)
    const error = await fetchErrorOf(fetcher.get(url))
    expect(error.code).toBe(code)
    expect(error.where.url).toBe(url)
    expect(kept.remembered.size).toBe(0)
  })

  it('leaves its part in the archive, named as a part', async () => {
    const head = 'HTTP/1.1 200 OK\r\nContent-Length: 4000\r\n\r\n'
    const { url, kept, fetcher } = await answering(Buffer.from(`${head}half an agenda`))
    const error = await fetchErrorOf(fetcher.get(url))
    expect(Buffer.from(kept.stored.get(String(error.where.partial)) ?? []).toString()).toBe(
      'half an agenda',
    )
  })

  it('costs no more memory than its limit', async () => {
    const bomb = gzipSync(Buffer.alloc(512 * 1_048_576))
    const head = `HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: ${bomb.length}\r\n\r\n`
    const { url, fetcher } = await answering(Buffer.concat([Buffer.from(head), bomb]))
    const before = process.memoryUsage().rss
    expect((await fetchErrorOf(fetcher.get(url))).code).toBe('fetch_too_large')
    expect(process.memoryUsage().rss - before).toBeLessThan(128 * 1_048_576)
  })
})

describe('limits', () => {
  it('end a body that drips, though it never pauses for long', async () => {
    const server = await startRawLoopback((socket) => {
      socket.write('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n')
      const drip = setInterval(() => socket.write('1\r\na\r\n'), 20)
      socket.on('close', () => clearInterval(drip))
    })
    closing.push(server.close)
    const { http } = createTestHttp({
      limits: { wholeMs: 200 },
      retry: { attempts: 1 },
      monotonicMs: () => performance.now(),
    })
    const fetcher = http.fetcherFor({ ...createKept(), permission: permitted })
    expect((await fetchErrorOf(fetcher.get(server.origin))).code).toBe('fetch_deadline')
  })

  it('end a chain of slow redirects by one deadline', async () => {
    let hops = 0
    const server = await startLoopback((_request, response) => {
      hops += 1
      setTimeout(() => response.writeHead(302, { location: `/${hops}` }).end(), 90)
    })
    closing.push(server.close)
    const { http } = createTestHttp({
      limits: { wholeMs: 200 },
      retry: { attempts: 1 },
      monotonicMs: () => performance.now(),
    })
    const fetcher = http.fetcherFor({ ...createKept(), permission: permitted })
    expect((await fetchErrorOf(fetcher.get(server.origin))).code).toBe('fetch_deadline')
    expect(hops).toBeLessThan(5)
  })

  it('end the wait for a first byte', async () => {
    const server = await startRawLoopback(() => undefined)
    closing.push(server.close)
    const { http } = createTestHttp({ limits: { firstByteMs: 50 }, retry: { attempts: 1 } })
    const fetcher = http.fetcherFor({ ...createKept(), permission: permitted })
    expect((await fetchErrorOf(fetcher.get(server.origin))).code).toBe('fetch_deadline')
  })

  it('end the wait for a connection', async () => {
    const { http } = createTestHttp({
      limits: { connectMs: 50 },
      retry: { attempts: 1 },
      resolve: () => new Promise(() => undefined),
    })
    const fetcher = http.fetcherFor({ ...createKept(), permission: permitted })
    expect((await fetchErrorOf(fetcher.get('http://portal.example/'))).code).toBe('fetch_deadline')
  })

  it('differ for pages, JSON and documents', async () => {
    const body = Buffer.alloc(3_000, 0x20)
    const server = await startLoopback((request, response) =>
      response
        .writeHead(200, {
          'content-type': request.url === '/json' ? 'application/json' : 'text/html',
        })
        .end(body),
    )
    closing.push(server.close)
    const { http } = createTestHttp({
      limits: { pageBytes: 2_000, jsonBytes: 4_000, documentBytes: 4_000 },
    })
    const fetcher = http.fetcherFor({ ...createKept(), permission: permitted })
    expect((await fetchErrorOf(fetcher.get(`${server.origin}/page`))).code).toBe('fetch_too_large')
    expect((await fetcher.get(`${server.origin}/json`)).bytes).toHaveLength(3_000)
    expect((await fetcher.getDocument(`${server.origin}/page`)).bytes).toHaveLength(3_000)
  })

  it('count what is sent as well, for compressed bytes that decode to nothing', async () => {
    const empty = gzipSync('')
    const server = await startLoopback((_request, response) =>
      response
        .writeHead(200, { 'content-encoding': 'gzip' })
        .end(Buffer.concat(Array.from({ length: 200 }, () => empty))),
    )
    closing.push(server.close)
    const { http } = createTestHttp({ limits: { pageBytes: 2_000 }, retry: { attempts: 1 } })
    const fetcher = http.fetcherFor({ ...createKept(), permission: permitted })
    expect((await fetchErrorOf(fetcher.get(server.origin))).code).toBe('fetch_too_large')
  })

  it('may be lowered for a source, never raised', async () => {
    const server = await startLoopback((_request, response) => response.end('x'.repeat(3_000)))
    closing.push(server.close)
    const { http } = createTestHttp({ limits: { pageBytes: 2_000 } })
    const access = { ...createKept(), permission: permitted, limits: { pageBytes: 9_000 } }
    const error = await fetchErrorOf(http.fetcherFor(access).get(server.origin))
    expect(error.where.maxBytes).toBe(2_000)
  })
})

describe('failures of the connection', () => {
  it('have codes that say what failed', async () => {
    const server = await startLoopback((_request, response) => response.end())
    await server.close()
    const { http } = createTestHttp({ retry: { attempts: 1 } })
    const fetcher = http.fetcherFor({ ...createKept(), permission: permitted })
    const refused = await fetchErrorOf(fetcher.get(server.origin))
    expect([refused.code, refused.retry]).toEqual(['fetch_refused', 'later'])

    const { http: nameless } = createTestHttp({
      retry: { attempts: 1 },
      resolve: async () => Promise.reject(Object.assign(new Error('x'), { code: 'ENOTFOUND' })),
    })
    const unknown = nameless.fetcherFor({ ...createKept(), permission: permitted })
    expect((await fetchErrorOf(unknown.get('http://portal.example/'))).code).toBe('fetch_dns')
  })

  it('that speak no TLS, or with a certificate nobody vouches for, are fetch_tls', async () => {
    const server = await startRawLoopback((socket) => socket.end('HTTP/1.1 200 OK\r\n\r\n'))
    closing.push(server.close)
    const { http } = createTestHttp({ retry: { attempts: 1 } })
    const fetcher = http.fetcherFor({ ...createKept(), permission: permitted })
    const error = await fetchErrorOf(fetcher.get(server.origin.replace('http:', 'https:')))
    expect(error.code).toBe('fetch_tls')
  })

  it('end with the caller’s own reason when the caller stops', async () => {
    const server = await startRawLoopback(() => undefined)
    closing.push(server.close)
    const stop = new AbortController()
    const { http } = createTestHttp()
    const fetcher = http.fetcherFor({
      ...createKept(),
      permission: permitted,
      signal: stop.signal,
      onRequest: () => setTimeout(() => stop.abort(new Error('shutting down')), 20),
    })
    await expect(fetcher.get(server.origin)).rejects.toThrow('shutting down')
  })
})
