import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { verifyArchive } from '../../src/documents/verify-archive.ts'
import { type BucketAddress, createBucketArchive } from '../../src/http/bucket-archive.ts'
import { createDispatcher } from '../../src/http/connector.ts'
import { defaultLimits } from '../../src/http/limits.ts'
import type { Sha256 } from '../../src/model/ids.ts'
import { Secret } from '../../src/model/secret.ts'
import { type BucketDouble, startBucket } from '../support/bucket.ts'
import { sha256Of } from '../support/document-reading.ts'

let bucket: BucketDouble
beforeAll(async () => {
  bucket = await startBucket()
})
afterAll(() => bucket.close())
beforeEach(() => {
  bucket.objects.clear()
  bucket.failures.length = 0
})

function open(over: Partial<BucketAddress> = {}) {
  const waits: number[] = []
  const dispatcher = createDispatcher({
    ...defaultLimits,
    allowLoopback: false,
    named: { host: '127.0.0.1', port: bucket.port },
  })
  const { url, region, keyId } = bucket
  const archive = createBucketArchive(
    { url, region, keyId, secret: new Secret(bucket.secret), ...over },
    {
      dispatcher,
      now: () => new Date(),
      sleep: async (ms) => {
        waits.push(ms)
      },
    },
  )
  return { archive, waits }
}

const bytes = (text: string) => new Uint8Array(Buffer.from(text))
const held = async (archive: { list(): AsyncIterable<Sha256> }) => {
  const hashes: string[] = []
  for await (const sha256 of archive.list()) hashes.push(sha256)
  return hashes.sort()
}

describe('an archive in a bucket', () => {
  it('keeps bytes under the names of a folder, once, and gives them back', async () => {
    const { archive } = open()
    const sha256 = await archive.put(bytes('agenda'))
    expect(sha256).toBe(sha256Of('agenda'))
    expect([...bucket.objects.keys()]) //
      .toEqual([`kept/here/${sha256.slice(0, 2)}/${sha256}`])
    expect(Buffer.from(await archive.get(sha256)).toString()).toBe('agenda')
    expect([await archive.has(sha256), await archive.has(sha256Of('other'))]).toEqual([true, false])

    const before = bucket.seen.length
    await archive.put(bytes('agenda'))
    expect(bucket.seen.length).toBe(before)
    await open().archive.put(bytes('agenda'))
    expect(bucket.seen.slice(before).map(({ method }) => method)).toEqual(['HEAD'])
  })

  it('finds and lists what an archive from before keeps two folders deep', async () => {
    const { archive } = open()
    const sha256 = sha256Of('agenda')
    const older = `kept/here/${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`
    bucket.objects.set(older, Buffer.from('agenda'))
    expect(Buffer.from(await archive.get(sha256)).toString()).toBe('agenda')
    expect(await archive.has(sha256)).toBe(true)
    expect(await held(archive)).toEqual([sha256])
  })

  it('lists what is its own, page by page', async () => {
    const { archive } = open()
    const put = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((text) => archive.put(bytes(text))))
    bucket.objects.set('kept/here/readme.txt', Buffer.from('no hash'))
    bucket.objects.set(`elsewhere/${sha256Of('x')}`, Buffer.from('x'))
    expect(await held(archive)).toEqual([...put].sort())
  })

  it('is verified as a folder is: others bytes are damaged, absent ones missing', async () => {
    const { archive } = open()
    const [kept, lost, spoilt] = await Promise.all(
      ['kept', 'lost', 'spoilt'].map((text) => archive.put(bytes(text))),
    )
    for (const key of bucket.objects.keys()) {
      if (key.endsWith(String(lost))) bucket.objects.delete(key)
      if (key.endsWith(String(spoilt))) bucket.objects.set(key, Buffer.from('other bytes'))
    }
    expect(await verifyArchive(archive, new Set([kept, lost, spoilt].map(String)))) //
      .toMatchObject({ checked: 2, damaged: [spoilt], missing: [lost], unnamed: 0 })
    await expect(archive.get(lost as Sha256)).rejects.toMatchObject({ code: 'document_missing' })
    await expect(archive.get(spoilt as Sha256)).rejects.toMatchObject({ code: 'document_damaged' })
    await open().archive.put(bytes('spoilt'))
    expect(Buffer.from(await archive.get(spoilt as Sha256)).toString()).toBe('spoilt')
  })

  it('asks again while the store is busy, and says so when it stays so', async () => {
    const { archive, waits } = open()
    bucket.failures.push(503, 500)
    await archive.put(bytes('agenda'))
    expect(waits).toEqual([500, 2_000])
    bucket.failures.push(503, 503, 503)
    await expect(archive.get(sha256Of('agenda'))).rejects.toMatchObject({
      code: 'archive_unavailable',
      retry: 'later',
      message: expect.stringMatching(/answered 503 \(SlowDown\) to GET/),
    })
  })

  it('names a wrong key, a wrong bucket and a host that is not there, and never the secret', async () => {
    for (const [over, said, retry] of [
      [{ secret: new Secret('another') }, /answered 403/, 'when-changed'],
      [{ region: 'elsewhere' }, /answered 403/, 'when-changed'],
      [{ url: `${bucket.origin}/other` }, /no bucket "other"/, 'when-changed'],
      [{ url: 'http://127.0.0.1:9/bucket' }, /forbidden address/, 'later'],
    ] as const) {
      const failed = open(over).archive.put(bytes('agenda'))
      await expect(failed).rejects.toMatchObject({ code: 'archive_unavailable', retry })
      await expect(failed).rejects.toThrow(said)
    }
    const secret = new Secret('word')
    expect([`${secret}`, JSON.stringify({ secret })]).toEqual(['[secret]', '{"secret":"[secret]"}'])
  })
})
