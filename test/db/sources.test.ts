import { spawn } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { createFetchMemory } from '../../src/db/queries/fetches.ts'
import {
  findParseMemo,
  pruneParseMemos,
  storeParseMemos,
} from '../../src/db/queries/parse-memos.ts'
import { startRun } from '../../src/db/queries/runs.ts'
import {
  addSource,
  claimDueSource,
  claimSource,
  listDueSourceIds,
  matchSourcesToPlatforms,
  recoverClaims,
  releaseSource,
  renewClaim,
  rescheduleSource,
  setSourcePaused,
} from '../../src/db/queries/sources.ts'
import type { Sha256 } from '../../src/model/ids.ts'
import { rowsOf, testDb } from '../support/database.ts'
import { riverton, sourceId } from '../support/ingesting.ts'

const now = new Date('2026-03-05T12:00:00Z')
const later = (ms: number) => new Date(now.getTime() + ms)
const terms = (token: string, at = now) => ({ now: at, token, leaseMs: 60_000 })

describe('addSource', () => {
  it('adds a portal once, and gives places and sources their own addresses', async () => {
    const { db } = await testDb()
    const add = (over: object) =>
      db.write((tx) => addSource(tx, { ...riverton, ...over } as typeof riverton, now))
    const county = { ...riverton.jurisdiction, type: 'county' as const }

    expect(await add({})).toMatchObject({ id: sourceId, isNew: true })
    expect(await add({})).toMatchObject({ id: sourceId, isNew: false })
    expect(await add({ client: 'riverton-boards' })).toMatchObject({ id: `${sourceId}-2` })
    expect(await add({ jurisdiction: county })).toMatchObject({ id: `${sourceId}-3` })
    expect(await rowsOf(db, 'SELECT slug FROM jurisdictions ORDER BY id')).toEqual([
      { slug: 'riverton-wa' },
      { slug: 'riverton-wa-2' },
    ])
  })

  it('keeps a portal of a platform without adapter, and never runs it', async () => {
    const { db } = await testDb()
    await db.write((tx) => addSource(tx, { ...riverton, isReadable: false }, now))
    expect(await listDueSourceIds(db.read, later(1e9), 10)).toEqual([])
    expect(await db.write((tx) => claimDueSource(tx, terms('a', later(1e9))))).toBeUndefined()
    expect(await db.write((tx) => claimSource(tx, sourceId, terms('a')))).toBeUndefined()
    expect(await rowsOf(db, 'SELECT state, health FROM sources')).toEqual([
      { state: 'unreadable', health: 'unreadable' },
    ])

    await db.write((tx) => matchSourcesToPlatforms(tx, ['fake'], now))
    expect(await listDueSourceIds(db.read, now, 10)).toEqual([sourceId])
  })
})

describe('claims', () => {
  it('give a due source to one, until its lease ends or it is given back', async () => {
    const { db } = await testDb()
    await db.write((tx) => addSource(tx, riverton, now))
    const take = (token: string, at = now) => db.write((tx) => claimDueSource(tx, terms(token, at)))

    const held = await take('a')
    expect(held).toMatchObject({ id: sourceId, claimToken: 'a', placeName: 'Riverton' })
    if (!held) throw new Error('not claimed')
    expect(await take('b')).toBeUndefined()
    expect(await db.write((tx) => renewClaim(tx, held, later(120_000)))).toBe(true)
    expect(await take('b', later(90_000))).toBeUndefined()
    expect(await take('b', later(130_000))).toMatchObject({ claimToken: 'b' })
    expect(await db.write((tx) => renewClaim(tx, held, later(999_000)))).toBe(false)
    await db.write((tx) => releaseSource(tx, held))
    expect(await rowsOf(db, 'SELECT claim_token FROM sources')).toEqual([{ claim_token: 'b' }])
  })

  it('take the longest due first, and nothing that is not due or paused', async () => {
    const { db } = await testDb()
    for (const client of ['a', 'b', 'c']) {
      await db.write((tx) => addSource(tx, { ...riverton, client }, now))
    }
    await db.write((tx) => rescheduleSource(tx, `${sourceId}-2`, later(-5_000)))
    await db.write((tx) => rescheduleSource(tx, `${sourceId}-3`, later(5_000)))
    const first = await db.write((tx) => claimDueSource(tx, terms('x')))
    const second = await db.write((tx) => claimDueSource(tx, terms('y')))
    const third = await db.write((tx) => claimDueSource(tx, terms('z')))
    expect([first?.id, second?.id, third?.id]).toEqual([`${sourceId}-2`, sourceId, undefined])

    await db.write((tx) => setSourcePaused(tx, `${sourceId}-3`, true, now))
    expect(await listDueSourceIds(db.read, later(1e9), 10)).not.toContain(`${sourceId}-3`)
  })

  it('of two processes at once give each source to exactly one', async () => {
    const { db, address } = await testDb()
    for (let n = 0; n < 40; n++) {
      await db.write((tx) => addSource(tx, { ...riverton, client: `c${n}` }, now))
    }
    const script = `
      import { openDb } from './src/db/client.ts'
      import { claimDueSource } from './src/db/queries/sources.ts'
      const db = await openDb(${JSON.stringify({ url: address.url })})
      const now = new Date(${now.getTime()})
      for (;;) {
        const terms = { now, token: process.argv[1], leaseMs: 60000 }
        const source = await db.write((tx) => claimDueSource(tx, terms))
        if (!source) break
        console.log(source.id)
        await new Promise((resolve) => setTimeout(resolve, 1))
      }
      db.close()`
    const claimers = ['one', 'two'].map(
      (name) =>
        new Promise<string[]>((resolve, reject) => {
          let said = ''
          const child = spawn(
            process.execPath,
            ['--import', 'tsx', '--input-type=module', '-e', script, name],
            { stdio: ['ignore', 'pipe', 'inherit'] },
          )
          child.stdout.on('data', (data) => {
            said += String(data)
          })
          child.on('error', reject)
          child.on('exit', (code) =>
            code === 0 ? resolve(said.trim().split('\n')) : reject(new Error(`exit ${code}`)),
          )
        }),
    )
    const claimed = (await Promise.all(claimers)).flat().filter(Boolean)
    expect(claimed).toHaveLength(40)
    expect(new Set(claimed).size).toBe(40)
  })

  it('of dead processes are freed, and their runs closed and counted', async () => {
    const { db } = await testDb()
    await db.write((tx) => addSource(tx, riverton, now))
    await db.write((tx) => claimDueSource(tx, terms('dead')))
    await db.write((tx) =>
      startRun(tx, {
        sourceId,
        startedAt: now,
        adapterVersion: 1,
        windowDays: null,
        isFirstRead: true,
        nextRunAtIfLost: later(300_000),
      }),
    )
    const recover = (isAlone: boolean, at = now) =>
      db.write((tx) => recoverClaims(tx, at, { isAlone }))
    expect(await recover(false)).toEqual([])
    expect(await recover(true)).toEqual([sourceId])
    expect(await rowsOf(db, 'SELECT outcome, finished_at FROM runs')).toEqual([
      { outcome: 'interrupted', finished_at: now.getTime() },
    ])
    expect(await rowsOf(db, 'SELECT failures, claim_token, next_run_at FROM sources')).toEqual([
      { failures: 1, claim_token: null, next_run_at: later(300_000).getTime() },
    ])
  })
})

describe('the memory of fetches', () => {
  const fetch = (request: string, etag: string) => ({
    request,
    url: 'https://riverton.example/calendar',
    finalUrl: 'https://riverton.example/calendar',
    status: 200,
    contentType: 'text/html',
    etag,
    lastModified: null,
    sha256: 'a'.repeat(64) as Sha256,
    sizeBytes: 10,
    fetchedAt: now,
    fullAt: now,
  })

  it('answers from what it holds back, and from the table after', async () => {
    const { db } = await testDb()
    await db.write((tx) => addSource(tx, riverton, now))
    const memory = createFetchMemory(db, sourceId)
    expect(await memory.find('GET a')).toBeUndefined()
    await memory.remember(fetch('GET a', '1'))
    await memory.remember(fetch('GET a', '2'))
    expect(await memory.find('GET a')).toMatchObject({ etag: '2' })
    expect(await rowsOf(db, 'SELECT * FROM fetches')).toEqual([])
    await memory.flush()
    expect(await createFetchMemory(db, sourceId).find('GET a')).toEqual(fetch('GET a', '2'))
    await memory.remember(fetch('GET a', '3'))
    await memory.flush()
    expect(await createFetchMemory(db, sourceId).find('GET a')).toMatchObject({ etag: '3' })
  })

  it('writes by itself once it holds much', async () => {
    const { db } = await testDb()
    await db.write((tx) => addSource(tx, riverton, now))
    const memory = createFetchMemory(db, sourceId)
    for (let n = 0; n < 100; n++) await memory.remember(fetch(`GET ${n}`, 'x'))
    expect(await rowsOf(db, 'SELECT count(*) AS n FROM fetches')).toEqual([{ n: 100 }])
  })
})

describe('parse memos', () => {
  const memo = (n: number, result = '{}') => ({
    sha256: `hash-${n}`,
    parser: 'fake@1:calendar',
    url: 'https://riverton.example',
    result,
  })

  it('are found by bytes, parser and address; endless results are not kept', async () => {
    const { db } = await testDb()
    const long = JSON.stringify('x'.repeat(2_000_000))
    await db.write((tx) => storeParseMemos(tx, [memo(1, '[1]'), memo(2, long)], now))
    expect(await findParseMemo(db.read, memo(1))).toEqual({ result: '[1]', usedAt: now })
    expect(await findParseMemo(db.read, { ...memo(1), parser: 'fake@2:calendar' })).toBeUndefined()
    expect(await findParseMemo(db.read, memo(2))).toBeUndefined()
  })

  it('go when nobody used them, and the oldest when there are too many', async () => {
    const { db } = await testDb()
    for (const n of [1, 2, 3, 4, 5]) {
      await db.write((tx) => storeParseMemos(tx, [memo(n)], later(n * 1_000)))
    }
    const prune = (unusedSince: Date, mostRows: number) =>
      db.write((tx) => pruneParseMemos(tx, { unusedSince, mostRows }))
    expect(await prune(later(2_500), 3)).toBe(2)
    expect(await prune(later(0), 1)).toBe(2)
    expect(await rowsOf(db, 'SELECT sha256 FROM parse_memos')).toEqual([{ sha256: 'hash-5' }])
  })
})
