// The product's ingest at full speed: made-up agendas through judging, detecting and storing, with
// no network to wait for. Says whenever the worker would have told the pages of a change.
import { randomUUID } from 'node:crypto'
import { answerQuestions } from '../parts/measure.mjs'
import { product } from '../parts/product.mjs'

const [databaseUrl, sourceCount] = process.argv.slice(2)
const { openDb } = await product('src/db/client.js')
const { claimSource } = await product('src/db/queries/sources.js')
const { ingestSource } = await product('src/ingest/pipeline.js')
const { createDetector } = await product('src/detect/detect.js')

const day = 86_400_000
/** The worker's own pause between two words to the pages. */
const tellEveryMs = 250
let round = 0

function agendaItem(position, meeting) {
  const isFlagged = position === 7
  return {
    upstreamId: `${meeting}-${position}`,
    position,
    number: `${1 + Math.floor(position / 5)}.${position % 5}`,
    title: isFlagged
      ? `Purchase of automated license plate readers from Flock Safety, ${meeting}, round ${round}`
      : `Approval of the minutes and of routine matter ${position} of meeting ${meeting}`,
    fileNumber: `27-${meeting}-${position}`,
    consent: position < 10,
    section: position < 10 ? 'Consent agenda' : 'Regular business',
    isHeading: false,
    text: 'Staff recommends approval at a cost not to exceed $125,000 over two years. '.repeat(8),
    matterUpstreamId: null,
    matterType: null,
    matterStatus: null,
    sourceUrl: null,
    documents: [],
    action: null,
    result: null,
    mover: null,
    seconder: null,
    votes: [],
    rollCall: [],
    matter: null,
  }
}

function* meetings(index) {
  for (let at = -6; at < 10; at += 1) {
    const date = new Date(Date.now() + (at * 4 + 1) * day).toISOString().slice(0, 10)
    yield {
      upstreamId: `ingest-${index}-${at}`,
      body: 'City Council',
      bodyUpstreamId: null,
      date,
      time: '18:30',
      timeZone: 'America/New_York',
      startsAt: `${date}T23:30:00.000Z`,
      status: 'confirmed',
      statusText: null,
      location: 'Council Chambers',
      comment: null,
      remoteUrl: null,
      sourceUrl: `https://portal.example/meeting/${index}/${at}`,
      agendaStatus: 'Final',
      minutesStatus: null,
      flags: [],
      documents: [],
      agendaItems: Array.from({ length: 20 }, (_, position) =>
        agendaItem(position, `${index}-${at}`),
      ),
      rollCall: [],
      listFingerprint: null,
    }
  }
}

const db = await openDb({ url: databaseUrl })
const detector = createDetector()
const count = Number(sourceCount)
const ids = (await db.client.execute('SELECT id FROM sources ORDER BY id')).rows.map(
  (row) => row[0],
)
const nobody = () => Promise.reject(new Error('this benchmark has no network'))
let told = 0
let items = 0
let runs = 0
let isRunning = false

async function ingestOnce() {
  const id = ids[runs % count]
  if (runs % count === 0) round += 1
  const terms = { now: new Date(), token: randomUUID(), leaseMs: 600_000 }
  const claimed = await db.write((tx) => claimSource(tx, id, terms))
  if (!claimed) throw new Error(`"${id}" cannot be claimed`)
  const report = await ingestSource(claimed, {
    db,
    scraper: {
      platform: 'legistar',
      label: 'Made up',
      version: 1,
      recognise: () => undefined,
      async *meetings() {
        yield* meetings(runs)
      },
      parsePage: () => ({ problems: [] }),
    },
    fetcher: { get: nobody, post: nobody },
    detector,
    now: () => new Date(),
    random: Math.random,
    log: { info() {}, warn() {}, error() {} },
    onChange() {
      if (performance.now() - told < tellEveryMs) return
      told = performance.now()
      process.send({ event: 'changed' })
    },
  })
  runs += 1
  items += report.itemsSeen
  if (report.outcome === 'failed') throw new Error(JSON.stringify(report.error))
}

answerQuestions({
  start() {
    isRunning = true
    void (async () => {
      while (isRunning) {
        await ingestOnce()
        await new Promise((resolve) => setImmediate(resolve))
      }
    })()
    return true
  },
  stop() {
    isRunning = false
    return { items, runs }
  },
})
process.send({ ready: true })
