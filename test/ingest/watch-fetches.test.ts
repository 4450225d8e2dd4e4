import { describe, expect, it } from 'vitest'
import { storeParseMemos } from '../../src/db/queries/parse-memos.ts'
import { FetchError } from '../../src/http/fetch-error.ts'
import { createPage } from '../../src/http/page.ts'
import { healthOf, toFault } from '../../src/ingest/health.ts'
import { createParseMemory } from '../../src/ingest/parse-memory.ts'
import { watchFetches } from '../../src/ingest/watch-fetches.ts'
import { PageShapeError } from '../../src/model/errors.ts'
import type { Sha256 } from '../../src/model/ids.ts'
import type { Page } from '../../src/scraping/contract.ts'
import { testDb } from '../support/database.ts'

function page(text: string, over: Partial<Page> = {}): Page {
  const parts = {
    url: 'https://riverton.legistar.example/Calendar.aspx',
    finalUrl: 'https://riverton.legistar.example/Calendar.aspx',
    status: 200,
    contentType: 'text/html; charset=utf-8',
    fetchedAt: new Date(),
    bytes: new TextEncoder().encode(text),
    sha256: 'a'.repeat(64) as Sha256,
    isUnchanged: false,
  }
  return { ...createPage(parts), ...over }
}

const strangersOf = async (answer: Page) => {
  const { fetcher, tally } = watchFetches({
    get: () => Promise.resolve(answer),
    post: () => Promise.resolve(answer),
  })
  await fetcher.get(answer.url)
  return tally().strangers
}

describe('watchFetches', () => {
  it.each([
    ['<title>Just a moment...</title>', 'a bot wall'],
    ['<html><body><div class="g-recaptcha"></div>', 'a bot wall'],
    ['<title>Sign In - Portal</title>', 'a sign-in page'],
    ['<title>Cookie Consent</title>', 'a consent page'],
  ])('knows %s as %s', async (text, what) => {
    expect(await strangersOf(page(text))).toEqual([
      `riverton.legistar.example answered with ${what}`,
    ])
  })

  it('takes neither an agenda nor a redirect within the owner for a wall', async () => {
    const agenda = '<title>City Council</title> Access denied to the bridge; sign in at the door'
    expect(await strangersOf(page(agenda))).toEqual([])
    expect(await strangersOf(page('x', { finalUrl: 'https://www.legistar.example/x' }))).toEqual([])
    expect(await strangersOf(page('x', { finalUrl: 'https://parked.example.net/' }))).toEqual([
      'riverton.legistar.example sent us on to parked.example.net',
    ])
  })

  it('counts requests, also those that fail, and answers that changed', async () => {
    const answers = [page('a'), page('b', { isUnchanged: true })]
    const { fetcher, tally } = watchFetches({
      get: () => Promise.resolve(answers.shift() ?? page('c')),
      post: () => Promise.reject(new Error('refused')),
    })
    await fetcher.get('https://riverton.example')
    await fetcher.get('https://riverton.example')
    await fetcher.post('https://riverton.example', {}).catch(() => undefined)
    expect(tally()).toMatchObject({ requests: 3, pagesChanged: 1 })
  })
})

describe('health', () => {
  const status = (code: number) =>
    healthOf(
      toFault(
        new FetchError('fetch_status', `The server answered ${code}`, { where: { status: code } }),
      ),
    )

  it('says what kind of trouble it is', () => {
    expect([401, 403, 429, 404, 503].map(status)).toEqual([
      'unauthorised',
      'blocked',
      'blocked',
      'unreachable',
      'unreachable',
    ])
    expect(healthOf(toFault(new FetchError('fetch_robots', 'no')))).toBe('blocked')
    expect(healthOf(toFault(new FetchError('fetch_dns', 'no')))).toBe('unreachable')
    expect(healthOf(toFault(new PageShapeError('a list', 'https://x.example')))).toBe(
      'changed-shape',
    )
  })

  it('tells a fault of the adapter without its stack', () => {
    const fault = toFault(new TypeError('Cannot read properties of undefined'))
    expect(fault).toMatchObject({ code: 'internal', retry: 'when-changed' })
    expect(fault.message).not.toMatch(/\bat \//)
  })

  it('keeps the wish of the portal when to be asked again', () => {
    const retryAt = new Date('2026-03-06T00:00:00Z')
    expect(toFault(new FetchError('fetch_status', 'busy', { retryAt })).notBefore).toBe(retryAt)
  })
})

describe('createParseMemory', () => {
  const adapter = { platform: 'fake', version: 1 }
  const target = { timeZone: null, options: {} }
  const now = () => new Date('2026-03-05T12:00:00Z')

  it('parses the same bytes once, by parser, adapter version and options', async () => {
    const { db } = await testDb()
    let parses = 0
    const parseLength = ({ bytes }: Page) => {
      parses++
      return { length: bytes.length }
    }
    const parseOther = ({ bytes }: Page) => {
      parses++
      return bytes.length + 1
    }
    const unchanged = page('hello', { isUnchanged: true })
    const first = createParseMemory(db.read, adapter, target, now)
    expect(await first.parsed(unchanged, parseLength)).toEqual({ length: 5 })
    await db.write((tx) => storeParseMemos(tx, first.take(), now()))
    expect(first.take()).toEqual([])

    const again = createParseMemory(db.read, adapter, target, now)
    expect(await again.parsed(unchanged, parseLength)).toEqual({ length: 5 })
    expect(parses).toBe(1)
    expect(await again.parsed(unchanged, parseOther)).toBe(6)
    expect(await again.parsed(page('hello'), parseLength)).toEqual({ length: 5 })
    const newer = createParseMemory(db.read, { ...adapter, version: 2 }, target, now)
    await newer.parsed(unchanged, parseLength)
    const elsewhere = createParseMemory(db.read, adapter, { ...target, options: { a: 1 } }, now)
    await elsewhere.parsed(unchanged, parseLength)
    expect(parses).toBe(5)
  })

  it('keeps nothing of a parser that throws', async () => {
    const { db } = await testDb()
    const memory = createParseMemory(db.read, adapter, target, now)
    await expect(
      memory.parsed(page('x'), () => {
        throw new Error('broken')
      }),
    ).rejects.toThrow('broken')
    expect(memory.take()).toEqual([])
  })
})
