import { afterEach, describe, expect, it } from 'vitest'
import { laserfiche } from '../../../scrapers/laserfiche/index.ts'
import { AppError } from '../../../src/model/errors.ts'
import { createKept, createTestHttp, permitted } from '../../support/fetching.ts'
import { startLoopback } from '../../support/loopback.ts'
import { readAll, window } from '../pages.ts'
import { listingOf, repository, shellPage } from './made.ts'

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

/** A WebLink that checks for cookies, signs visitors in by itself and lists nothing to others. */
async function startWebLink({ isPublic = true, takesCookies = true, path = '/WebLink' }) {
  const server = await startLoopback(async (request, response) => {
    const { pathname, search } = new URL(request.url ?? '', 'http://localhost')
    const cookie = request.headers.cookie ?? ''
    const to = (location: string, ...cookies: string[]) =>
      response.writeHead(302, { location, 'set-cookie': cookies }).end()
    if (!pathname.startsWith('/WebLink/')) {
      return to(`${pathname.replace(/^\/[^/]+/, '/WebLink')}${search}`)
    }
    if (/\/CookieCheck\.aspx$/.test(pathname)) {
      return to(`/WebLink/Browse.aspx${search}`, 'AcceptsCookies=1; path=/')
    }
    if (!takesCookies || !cookie.includes('AcceptsCookies=1')) {
      return to(`/WebLink/CookieCheck.aspx${search}`, 'WebLinkSession=abc; path=/WebLink; HttpOnly')
    }
    if (!isPublic) {
      return response.end('<html><head><title>Sign In</title></head><body></body></html>')
    }
    if (request.method !== 'POST') {
      response.setHeader('set-cookie', 'MachineTag=m1; path=/')
      return response.end(pathname.includes('/edoc/') ? '1. CALL TO ORDER' : shellPage())
    }
    if (!cookie.includes('WebLinkSession=abc') || !cookie.includes('MachineTag=m1')) {
      return response.writeHead(401).end()
    }
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part)
    return response.end(listingOf(repository, JSON.parse(Buffer.concat(parts).toString())))
  })
  closing.push(server.close)
  const { http } = createTestHttp({})
  closing.push(http.close)
  const fetcher = http.fetcherFor({ ...createKept(), permission: permitted })
  const portalUrl = `${server.origin}${path}/Browse.aspx?dbid=0&repo=Riverton`
  return { fetcher, target: { portalUrl, timeZone: null, options: {} } }
}

describe('the way into a repository', () => {
  it('keeps the cookies of its redirects, for its listings too', async () => {
    const { fetcher, target } = await startWebLink({})
    const march = window('2026-03-01', '2026-03-31')
    const { meetings, problems } = await readAll(laserfiche, target, { fetcher, window: march })
    expect(problems).toEqual([])
    expect(meetings).toHaveLength(6)
  })

  it('is asked for its listings where it went on to', async () => {
    const { fetcher, target } = await startWebLink({ path: '/weblink8' })
    const march = window('2026-03-01', '2026-03-31')
    const { meetings, problems } = await readAll(laserfiche, target, { fetcher, window: march })
    expect(problems).toEqual([])
    expect(meetings).toHaveLength(6)
    expect(meetings[0]?.sourceUrl).toContain('/WebLink/')
  })

  it('that goes in a circle is told as what it is', async () => {
    const { fetcher, target } = await startWebLink({ takesCookies: false })
    const error = await readAll(laserfiche, target, { fetcher }).catch((one) => one)
    expect([error.code, error.message]).toEqual([
      'portal_error_page',
      expect.stringContaining('its own cookies'),
    ])
  })

  it('is closed where the repository is not public', async () => {
    const { fetcher, target } = await startWebLink({ isPublic: false })
    const error = await readAll(laserfiche, target, { fetcher }).catch((one) => one)
    expect(error).toBeInstanceOf(AppError)
    expect(error.code).toBe('portal_error_page')
  })
})
