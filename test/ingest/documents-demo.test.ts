import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { findArchivedDocument } from '../../src/db/queries/archived-documents.ts'
import { claimDocumentJob } from '../../src/db/queries/document-jobs.ts'
import { addSource, claimSource } from '../../src/db/queries/sources.ts'
import { createDetector } from '../../src/detect/detect.ts'
import { createFolderArchive } from '../../src/documents/archive-folder.ts'
import { createDocumentReader } from '../../src/documents/document-reader.ts'
import { createRecogniser } from '../../src/documents/recogniser.ts'
import { createHttp } from '../../src/http/http.ts'
import type { Sha256 } from '../../src/model/ids.ts'
import { createReading } from '../../src/system/reading.ts'
import { openStage, tuesday } from '../demo/stage.ts'
import { buildReaderEntry } from '../documents/reader-entry.ts'
import { rowsOf, testDb } from '../support/database.ts'

const leaseMs = 600_000
const log = { info: () => undefined, warn: () => undefined, error: () => undefined }

it('finds a purchase that only a staff report tells, from the portal to the quoted page', async () => {
  const { db, folder } = await testDb()
  const stage = await openStage()
  const entry = await buildReaderEntry()
  const reader = createDocumentReader({ entry })
  const http = createHttp({
    agent: { version: '0', page: 'a test', contact: 'a test' },
    allowLoopback: true,
    pace: { spacingMs: 0 },
    now: () => tuesday,
  })
  onTestFinished(async () => {
    reader.close()
    rmSync(entry, { force: true })
    await http.close()
    await stage.close()
  })
  const archive = createFolderArchive(join(folder, 'archive'))
  const reading = createReading({
    db,
    http,
    archive,
    reader,
    recogniser: createRecogniser(),
    detector: createDetector(),
    log,
    now: () => tuesday,
    random: () => 0.5,
    changed: () => undefined,
    haste: 1,
    signal: new AbortController().signal,
  })
  const { jurisdiction, platform, client, portalUrl, options } = stage.council('quillencounty')
  const { id } = await db.write((tx) =>
    addSource(
      tx,
      { jurisdiction, platform, client, portalUrl, options, isReadable: true },
      tuesday,
    ),
  )
  const source = await db.write((tx) => claimSource(tx, id, { now: tuesday, token: 'a', leaseMs }))
  expect(source && (await reading.read(source))).toMatchObject({ outcome: 'ok' })
  const titles = () =>
    rowsOf(
      db,
      `SELECT i.title, f.band, f.amount_cents FROM findings f
       JOIN agenda_items i ON i.id = f.agenda_item_id
       WHERE i.title LIKE '%technology services%' OR i.title LIKE '%accounts payable%'`,
    )
  expect(await titles()).toEqual([])

  const job = await db.write((tx) => claimDocumentJob(tx, { now: tuesday, token: 'b', leaseMs }))
  expect(job && (await reading.readDocuments(job, leaseMs))).toMatchObject({
    read: 5,
    failed: 0,
    unreadable: 0,
    hasMore: false,
  })
  expect(await titles()).toEqual([
    {
      title: 'Approval of a technology services agreement for the Sheriff’s Office',
      band: 'found',
      amount_cents: 15_120_000,
    },
  ])
  const evidence = await rowsOf(
    db,
    `SELECT t.document_sha256 AS sha256, t.page, t.quote, t.start, t."end", p.text
     FROM detections t JOIN document_versions v ON v.sha256 = t.document_sha256
     JOIN document_pages p ON p.document_version_id = v.id AND p.page = t.page
     WHERE t.field = 'document'`,
  )
  expect(evidence.length).toBeGreaterThan(3)
  for (const { text, start, end, quote } of evidence) {
    expect(String(text).slice(Number(start), Number(end))).toBe(quote)
  }
  const sha256 = evidence[0]?.sha256 as Sha256
  expect(Buffer.from(await archive.get(sha256)).toString('latin1')).toMatch(/^%PDF-/)
  expect(await findArchivedDocument(db.read, sha256)).toMatchObject({
    mediaType: 'application/pdf',
  })

  const later = await db.write((tx) => claimDocumentJob(tx, { now: tuesday, token: 'c', leaseMs }))
  expect(later).toBeUndefined()
})
