// From the bytes of so many packets to stored pages and findings, as the worker does it: fetched, read
// in a child, stored with its search index, judged with the whole taxonomy, items judged anew.
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { product } from '../parts/product.mjs'

const { openDb } = await product('src/db/client.js')
const { migrateDb } = await product('src/db/migrate.js')
const { addSource, claimSource } = await product('src/db/queries/sources.js')
const { claimDocumentJob } = await product('src/db/queries/document-jobs.js')
const { createDetector } = await product('src/detect/detect.js')
const { createDocumentReader } = await product('src/documents/document-reader.js')
const { noLayers } = await product('src/documents/reader-layers.js')
const { ingestSource } = await product('src/ingest/pipeline.js')
const { readDocuments } = await product('src/ingest/read-documents.js')

const [count, file] = process.argv.slice(2)
const packets = Array.from({ length: Number(count) }, (_, at) =>
  // The same pages under another hash: bytes that are known are not read twice.
  Buffer.concat([readFileSync(file), Buffer.from(`\n% copy ${at}\n%%EOF\n`)]),
)
const now = () => new Date('2026-03-05T12:00:00Z')
const folder = mkdtempSync(join(tmpdir(), 'watchdocket-bench-'))
const address = { url: pathToFileURL(join(folder, 'watchdocket.db')).href }
await migrateDb(address)
const db = await openDb(address)
const detector = createDetector()
const reader = createDocumentReader({ pool: { children: 1 }, layers: noLayers })
const log = { info: () => undefined, warn: () => undefined, error: () => undefined }
const terms = { now: now(), token: 'bench', leaseMs: 600_000 }

const portalUrl = 'https://riverton.example/calendar'
const timeZone = 'America/Los_Angeles'
await db.write((tx) =>
  addSource(
    tx,
    {
      jurisdiction: { divisionId: null, name: 'Riverton', state: 'WA', type: 'city', timeZone },
      platform: 'bench',
      client: 'riverton',
      portalUrl,
      options: {},
      isReadable: true,
    },
    now(),
  ),
)
const item = (at) => ({
  upstreamId: `i${at}`,
  position: at,
  number: `7.${at}`,
  title: `Report ${at} of the Police Department`,
  fileNumber: null,
  consent: null,
  section: null,
  isHeading: false,
  text: '',
  matterUpstreamId: null,
  matterType: null,
  matterStatus: null,
  sourceUrl: null,
  documents: [{ kind: 'attachment', title: `Packet ${at}`, url: `${portalUrl}/${at}.pdf` }],
  action: null,
  result: null,
  mover: null,
  seconder: null,
  votes: [],
  rollCall: [],
  matter: null,
})
const meeting = {
  upstreamId: 'm1',
  body: 'City Council',
  bodyUpstreamId: null,
  date: '2026-03-10',
  time: '18:00',
  timeZone,
  startsAt: '2026-03-11T01:00:00.000Z',
  status: 'confirmed',
  statusText: null,
  location: null,
  comment: null,
  remoteUrl: null,
  sourceUrl: portalUrl,
  agendaStatus: null,
  minutesStatus: null,
  flags: [],
  documents: [],
  agendaItems: packets.map((_, at) => item(at)),
  rollCall: [],
  listFingerprint: null,
}
const scraper = {
  platform: 'bench',
  label: 'Bench',
  version: 1,
  recognise: () => undefined,
  async *meetings() {
    yield meeting
  },
  parsePage: () => ({ problems: [] }),
}
const noFetcher = { get: () => Promise.reject(new Error('Nothing is fetched')) }
const source = await db.write((tx) => claimSource(tx, 'riverton-wa-bench', terms))
await ingestSource(source, {
  db,
  scraper,
  fetcher: noFetcher,
  detector,
  readText: () => Promise.reject(new Error('Nothing is read')),
  readerVersion: 'bench',
  now,
  random: () => 0.5,
  log,
})
const fetcher = {
  async getDocument(url) {
    const bytes = packets[Number(/(\d+)\.pdf$/.exec(url)[1])]
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const contentType = 'application/pdf'
    return { url, finalUrl: url, status: 200, contentType, fetchedAt: now(), bytes, sha256 }
  },
}
const job = await db.write((tx) => claimDocumentJob(tx, terms))
const report = await readDocuments(job, {
  db,
  fetcher,
  reader,
  readerVersion: 'bench',
  detector,
  now,
  log,
  leaseMs: terms.leaseMs,
})
const one = async (sql) => Number((await db.client.execute(sql)).rows[0][0])
const pages = await one('SELECT count(*) FROM document_pages')
const findings = await one('SELECT count(*) FROM findings')
reader.close()
db.close()
rmSync(folder, { recursive: true, force: true })
// The reader's time counts once this process has seen it end.
await pause(300)
process.stdout.write(JSON.stringify({ read: report.read, pages, findings }))
