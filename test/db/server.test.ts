import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { openDb, openReadDb } from '../../src/db/client.ts'
import { DbUnreachableError, isDbFault } from '../../src/db/errors.ts'
import { migrateDb } from '../../src/db/migrate.ts'
import { FetchError } from '../../src/http/fetch-error.ts'

const closers: (() => void)[] = []
afterEach(() => {
  for (const close of closers.splice(0)) close()
})

/** A server that answers everything with this status. */
async function answering(status: number): Promise<string> {
  const server = createServer((_, response) => response.writeHead(status).end('{"error":"no"}'))
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  closers.push(() => server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** An address where nothing listens any more. */
async function deserted(): Promise<string> {
  const url = await answering(200)
  for (const close of closers.splice(0)) close()
  return url
}

const thrownBy = (work: Promise<unknown>) =>
  work.then(
    () => 'no error',
    (error: unknown) => error,
  )

describe('a database on a server', () => {
  it.each([
    ['that is not there', deserted],
    ['that does not let us in', () => answering(401)],
    ['that is broken', () => answering(502)],
  ])('%s is named, with what helps', async (_, start) => {
    const url = await start()
    const migrating = await thrownBy(migrateDb({ url, authToken: 'secret-token' }))
    expect(migrating).toBeInstanceOf(DbUnreachableError)
    expect(String(migrating)).not.toContain('secret-token')

    const db = await openReadDb({ url })
    expect(await thrownBy(db.client.execute('SELECT 1'))).toBeInstanceOf(DbUnreachableError)
    db.close()
  })

  it('is not copied to a folder of this machine', async () => {
    const db = await openDb({ url: await answering(200) })
    expect(await thrownBy(db.copyTo('/nowhere'))).toMatchObject({ code: 'backup_remote' })
    db.close()
  })
})

describe('what cannot be stored', () => {
  it('is told from a portal that cannot be reached', () => {
    const cause = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })
    expect(isDbFault(cause)).toBe(true)
    expect(isDbFault(new Error('fetch failed', { cause }))).toBe(true)
    expect(isDbFault(new FetchError('fetch_refused', 'No connection', { cause }))).toBe(false)
  })
})
