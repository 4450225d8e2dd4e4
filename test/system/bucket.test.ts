import { inspect } from 'node:util'
import { expect, it, onTestFinished } from 'vitest'
import { fromSent, toSent } from '../../src/child.ts'
import { readConfig } from '../../src/config.ts'
import { documents, documentVersions } from '../../src/db/schema/index.ts'
import { verifyInstallation } from '../../src/system/evidence.ts'
import { openArchive } from '../../src/system/open-archive.ts'
import { startBucket } from '../support/bucket.ts'
import { testDb } from '../support/database.ts'
import { sha256Of } from '../support/document-reading.ts'
import { sourceId, watch } from '../support/ingesting.ts'

it('an installation whose archive is a bucket keeps, gives and verifies there', async () => {
  const bucket = await startBucket()
  onTestFinished(() => bucket.close())
  const { db, folder } = await testDb()
  await watch(db, new Date('2026-03-05T12:00:00Z'))
  const config = readConfig({
    WATCHDOCKET_DATA: folder,
    WATCHDOCKET_ARCHIVE_URL: `${bucket.url}/`,
    WATCHDOCKET_ARCHIVE_REGION: bucket.region,
    WATCHDOCKET_ARCHIVE_KEY_ID: bucket.keyId,
    WATCHDOCKET_ARCHIVE_SECRET: bucket.secret,
  })
  // As it travels to a child process and into a log.
  const sent = fromSent(JSON.parse(JSON.stringify(toSent(config))))
  expect(sent.bucket?.secret.reveal()).toBe(bucket.secret)
  expect(`${JSON.stringify(config)} ${inspect(config)}`).not.toContain(bucket.secret)

  const archive = openArchive(sent)
  onTestFinished(() => archive.close())
  const sha256 = await archive.put(Buffer.from('a contract'))
  const absent = sha256Of('never kept')
  await db.write(async (tx) => {
    const at = new Date()
    const frame = { sourceId, kind: 'attachment' as const, title: 'File' }
    const [document] = await tx
      .insert(documents)
      .values({ ...frame, url: 'https://riverton.example/1', firstSeenAt: at, lastSeenAt: at })
      .returning()
    for (const [number, hash] of [sha256, absent].entries()) {
      await tx.insert(documentVersions).values({
        documentId: document?.id ?? 0,
        number: number + 1,
        sha256: hash,
        mediaType: 'text/plain',
        sizeBytes: 10,
        firstSeenAt: at,
        lastSeenAt: at,
      })
    }
  })
  expect(await verifyInstallation(config, () => undefined)).toEqual({
    checked: 1,
    bytes: 10,
    damaged: [],
    missing: [absent],
    unnamed: 0,
  })
})

it.each([
  [{ WATCHDOCKET_ARCHIVE_URL: 'https://s3.example.org/bucket' }, /no key/],
  [{ WATCHDOCKET_ARCHIVE_URL: 'https://s3.example.org' }, /must name a bucket/],
  [{ WATCHDOCKET_ARCHIVE_URL: 'https://id:word@s3.example.org/b' }, /must hold no user/],
  [{ WATCHDOCKET_ARCHIVE_URL: 's3://bucket/x' }, /WATCHDOCKET_ARCHIVE_URL/],
] as const)('is refused by its settings: %o', (environment, said) => {
  expect(() => readConfig(environment)).toThrow(said)
})
