import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Db } from '../../src/db/client.ts'
import { archivedSha, createSeedDb, seedPlaces } from '../support/seed.ts'
import { createTestSite } from '../support/web.ts'

let db: Db
let remove: () => Promise<void>

beforeAll(async () => {
  const made = await createSeedDb()
  db = made.db
  remove = made.remove
  await seedPlaces(db)
})
afterAll(() => remove())

/** An address for each route of the table, with something in place of its parameters. */
function addressesOf(site: ReturnType<typeof createTestSite>): string[] {
  const paths = site.app.routes
    .filter(({ method, path }) => method === 'GET' && path !== '/*' && path !== '*')
    .map(({ path }) =>
      path
        .replace('/councils/:slug', '/councils/riverton-wa')
        .replace('/meetings/:id', '/meetings/1')
        .replace('/items/:id', '/items/3')
        .replace(':sha256', archivedSha)
        .replace(':page', '1'),
    )
  return [...new Set(paths)]
}

const demanded = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
}

function expectHeaders(response: Response) {
  for (const [name, value] of Object.entries(demanded)) {
    expect(response.headers.get(name), name).toBe(value)
  }
  const policy = response.headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).not.toContain('unsafe')
  expect(response.headers.get('permissions-policy')).toBeTruthy()
  expect(response.headers.get('cross-origin-resource-policy')).toBeTruthy()
  expect(response.headers.get('set-cookie')).toBeNull()
  expect(response.headers.get('access-control-allow-credentials')).toBeNull()
}

describe('docs/api.md', () => {
  it('has a row for every address that is answered, and no other', () => {
    const told = [
      ...readFileSync('docs/api.md', 'utf8').matchAll(/^\| `(?:(POST) )?(\/[^`]*)` \|/gm),
    ].map(([, method, path]) => `${method ?? 'GET'} ${path}`)
    const routes = createTestSite(db).app.routes.filter(
      ({ method, path }) => method !== 'OPTIONS' && !path.endsWith('*'),
    )
    const answered = new Set(routes.map(({ method, path }) => `${method} ${path}`))
    expect(told.sort()).toEqual([...answered].sort())
  })
})

describe('every route', () => {
  it('answers and carries the headers, also to HEAD', async () => {
    const site = createTestSite(db)
    const addresses = addressesOf(site)
    expect(addresses.length).toBeGreaterThan(15)
    for (const address of addresses) {
      for (const method of ['GET', 'HEAD']) {
        const response = await site.app.request(address, { method })
        expect([address, method, response.status]).toEqual([address, method, 200])
        expectHeaders(response)
      }
    }
    expect(site.reported).toEqual([])
  })

  it('loads nothing from elsewhere and runs nothing inline', async () => {
    const site = createTestSite(db)
    for (const address of addressesOf(site)) {
      const response = await site.app.request(address)
      if (!response.headers.get('content-type')?.startsWith('text/html')) continue
      const text = await response.text()
      expect(text).not.toMatch(/<(script|img|iframe|link|source)[^>]+(src|href)="(https?:)?\/\//)
      expect(text).not.toMatch(/<script(?![^>]*src=)|<style|\sstyle="|\son[a-z]+="/)
      expect(text).toMatch(/^<!doctype html><html lang="en">/)
      expect(text.match(/<h1/g)).toHaveLength(1)
      expect(text.match(/<title>[^<]+<\/title>/g)).toHaveLength(1)
    }
  })

  it.each(['/nothing', '/items/0', '/items/999', '/items/1e3', '/meetings/x', '/councils/none'])(
    'says 404 on %s without repeating it',
    async (address) => {
      const response = await createTestSite(db).app.request(`${address}?q=canary-words`)
      expect(response.status).toBe(404)
      expectHeaders(response)
      const text = await response.text()
      expect(text).toContain('There is no such page')
      expect(text).not.toContain('canary-words')
    },
  )

  it('says 500 with a number that the log knows too, and nothing else', async () => {
    const client = { ...db.client, execute: () => Promise.reject(new Error('canary /srv SELECT')) }
    const site = createTestSite({ ...db, client: client as never })
    const response = await site.app.request('/')
    expect(response.status).toBe(500)
    expectHeaders(response)
    const text = await response.text()
    expect(text).toContain('r-42')
    expect(text).not.toContain('canary')
    expect(site.reported).toHaveLength(1)
  })

  it('asks for https for a year once the public comes by https', async () => {
    const plain = await createTestSite(db).app.request('/about')
    expect(plain.headers.get('strict-transport-security')).toBeNull()
    const { app } = createTestSite(db, { publicUrl: 'https://watch.example' })
    const response = await app.request('/about')
    expect(response.headers.get('strict-transport-security')).toBe('max-age=31536000')
  })

  it('says on every page that a demo is one', async () => {
    const site = createTestSite(db, { isDemo: true })
    for (const address of [...addressesOf(site), '/nothing']) {
      const response = await site.app.request(address)
      if (!response.headers.get('content-type')?.startsWith('text/html')) continue
      expect(await response.text()).toContain('Demo: fictional councils')
    }
  })
})

describe('finished pages', () => {
  it('are kept by address, minute and content, and confirmed by their ETag', async () => {
    let now = new Date('2026-11-23T18:00:00Z')
    let version = 1
    let reads = 0
    const client = new Proxy(db.client, {
      get(target, key) {
        if (key === 'execute' || key === 'batch') reads += 1
        const value: unknown = Reflect.get(target, key, target)
        return typeof value === 'function' ? value.bind(target) : value
      },
    })
    const { app } = createTestSite(
      { ...db, client },
      { now: () => now, contentVersion: () => version },
    )
    const first = await app.request('/')
    const etag = first.headers.get('etag') ?? ''
    expect(etag).toMatch(/^"[\w-]+"$/)
    expect(first.headers.get('cache-control')).toBe('public, max-age=60')
    expect(first.headers.get('content-length')).toBe(String((await first.arrayBuffer()).byteLength))
    const readsOfOne = reads

    const again = await app.request('/')
    expect(reads).toBe(readsOfOne)
    expect(again.headers.get('etag')).toBe(etag)
    const confirmed = await app.request('/', { headers: { 'if-none-match': `"x", W/${etag}` } })
    expect(confirmed.status).toBe(304)
    expect(await confirmed.text()).toBe('')
    expectHeaders(confirmed)

    version = 2
    expect((await app.request('/')).headers.get('etag')).toBe(etag)
    expect(reads).toBeGreaterThan(readsOfOne)

    now = new Date('2026-11-23T19:30:00Z')
    const later = await app.request('/', { headers: { 'if-none-match': etag } })
    expect(later.status).toBe(200)
    expect(await later.text()).toContain('in 2 days 7 h')
  })

  it('are not kept while a source is read for the first time', async () => {
    const empty = await createSeedDb()
    try {
      const response = await createTestSite(empty.db).app.request('/')
      expect(response.headers.get('cache-control')).toBe('no-cache')
    } finally {
      await empty.remove()
    }
  })
})

describe('static files', () => {
  it('are served by an address that names their content', async () => {
    const { app } = createTestSite(db)
    const page = await (await app.request('/about')).text()
    const address = /href="(\/style\.css\?v=[\w-]+)"/.exec(page)?.[1] ?? ''
    const response = await app.request(address)
    expect(response.headers.get('content-type')).toBe('text/css; charset=utf-8')
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expectHeaders(response)
    const other = await app.request('/style.css')
    expect(other.headers.get('cache-control')).toBe('public, max-age=60')
    const etag = other.headers.get('etag') ?? ''
    const confirmed = await app.request('/style.css', { headers: { 'if-none-match': etag } })
    expect(confirmed.status).toBe(304)
  })

  it.each(['/../package.json', '/..%2fpackage.json', '/.env', '/islands/', '/style.css/'])(
    'gives nothing at %s',
    async (address) => {
      expect((await createTestSite(db).app.request(address)).status).toBe(404)
    },
  )
})

describe('archived documents', () => {
  it('are sent to be saved, in a sandbox, under a name that cannot mislead', async () => {
    const response = await createTestSite(db).app.request(`/documents/${archivedSha}`)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('application/pdf')
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="Staff report.pdf"; filename*=UTF-8''Staff%20report.pdf`,
    )
    expect(response.headers.get('content-security-policy')).toBe("sandbox; default-src 'none'")
    expect(await response.text()).toBe('%PDF-1.4 fictional')
  })

  it.each(['b'.repeat(64), 'A'.repeat(64), 'x', `${archivedSha}0`])('none at %s', async (sha) => {
    expect((await createTestSite(db).app.request(`/documents/${sha}`)).status).toBe(404)
  })
})
