// Fills a database as ingest would have: councils, meetings, agendas and findings, all fictional.
import { product } from '../parts/product.mjs'

const day = 86_400_000

/** Repeatable noise: the same database every time. */
function createRandom(seed) {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const subjects = [
  [
    'alpr',
    'flock-safety',
    'automated license plate readers',
    'forty fixed cameras with a search portal',
  ],
  ['drones', 'skydio', 'drone as first responder', 'docks on two fire stations and a pilot room'],
  ['body-worn-cameras', 'axon', 'body-worn cameras', 'a renewal with unlimited evidence storage'],
  [
    'gunshot-detection',
    'soundthinking',
    'gunshot detection',
    'three square miles of acoustic sensors',
  ],
  ['video-surveillance', 'verkada', 'video surveillance cameras', 'a network of cameras in parks'],
]

/**
 * Seeds `items` agenda items in meetings of 20, a fifth of them upcoming, spread over `sources`
 * councils; one item in ten is flagged.
 */
export async function seed(url, { items, sources: sourceCount, now }) {
  const { migrateDb } = await product('src/db/migrate.js')
  const { openDb } = await product('src/db/client.js')
  const { insertRows } = await product('src/db/bulk.js')
  const tables = await product('src/db/schema/index.js')
  await migrateDb({ url })
  const db = await openDb({ url })
  const random = createRandom(7)
  const at = (days) => new Date(now.getTime() + days * day)

  const places = Array.from({ length: sourceCount }, (_, index) => ({
    id: index + 1,
    slug: `millbrook-${index}-oh`,
    name: `Millbrook ${index}`,
    state: 'OH',
    type: 'city',
    timeZone: 'America/New_York',
    population: 20_000 + index,
  }))
  const sourceRows = places.map((place) => ({
    id: `${place.slug}-legistar`,
    jurisdictionId: place.id,
    platform: 'legistar',
    client: place.slug,
    portalUrl: `https://${place.slug}.legistar.example/Calendar.aspx`,
    options: {},
    state: 'active',
    addedAt: at(-90),
    nextRunAt: at(0.02),
    lastRunAt: at(-0.01),
    lastSuccessAt: at(-0.01),
    health: place.id % 50 === 0 ? 'unreachable' : 'ok',
    failures: place.id % 50 === 0 ? 5 : 0,
    healthSince: at(-20),
    healthMessage: place.id % 50 === 0 ? 'The name of the portal leads nowhere' : null,
  }))
  const runRows = sourceRows.flatMap((source) =>
    Array.from({ length: 20 }, (_, run) => ({
      sourceId: source.id,
      startedAt: at(-run / 24 - 0.01),
      finishedAt: at(-run / 24 - 0.0095),
      outcome: source.failures ? 'failed' : 'ok',
      adapterVersion: 1,
      problems: [],
      signs: [],
    })),
  )
  const bodyRows = sourceRows.flatMap((source, index) =>
    ['City Council', 'Public Safety Committee', 'Finance Committee'].map((name, body) => ({
      id: index * 3 + body + 1,
      sourceId: source.id,
      jurisdictionId: index + 1,
      name,
    })),
  )

  const meetingRows = []
  const itemRows = []
  const findingRows = []
  const tagRows = []
  const detectionRows = []
  for (let meeting = 1; meeting <= Math.ceil(items / 20); meeting += 1) {
    const place = random(sourceCount)
    const days = meeting % 5 === 0 ? 1 + random(45) : -1 - random(400)
    const date = at(days).toISOString().slice(0, 10)
    const startsAt = new Date(`${date}T23:30:00Z`)
    const source = sourceRows[place]
    meetingRows.push({
      id: meeting,
      sourceId: source.id,
      bodyId: place * 3 + 1 + random(3),
      upstreamId: String(meeting),
      date,
      time: '18:30',
      timeZone: 'America/New_York',
      startsAt,
      sortAt: startsAt,
      status: meeting % 40 === 0 ? 'cancelled' : 'confirmed',
      statusText: meeting % 40 === 0 ? 'CANCELLED' : null,
      location: 'Council Chambers, 2nd floor, 100 Main Street',
      sourceUrl: `${source.portalUrl}?meeting=${meeting}`,
      flags: [],
      fingerprint: `f${meeting}`,
      contentHash: `c${meeting}`,
      version: 1,
      sequence: 0,
      firstSeenAt: at(days - 7),
      lastSeenAt: at(0),
      changedAt: at(Math.min(0, days - 2)),
      readAt: at(0),
    })
    for (let position = 0; position < 20; position += 1) {
      const id = (meeting - 1) * 20 + position + 1
      const isFlagged = position === 7 || position === 13
      const [technology, vendor, phrase, detail] = subjects[random(subjects.length)]
      itemRows.push({
        id,
        meetingId: meeting,
        upstreamId: String(id),
        position,
        number: `${1 + Math.floor(position / 5)}.${position % 5}`,
        title: isFlagged
          ? `Resolution authorizing the purchase of ${phrase} for the Police Department, file ${id}`
          : `Approval of a routine matter of the department of public works, file ${id}`,
        section: position < 10 ? 'Consent agenda' : 'Regular business',
        consent: position < 10,
        fileNumber: `26-${id}`,
        text: `Staff recommends ${isFlagged ? detail : 'resurfacing and paving of several streets'} at a cost not to exceed $${100_000 + id}.`,
        sourceUrl: `${source.portalUrl}?item=${id}`,
        firstSeenAt: at(days - 7),
      })
      if (!isFlagged) continue
      findingRows.push({
        agendaItemId: id,
        meetingId: meeting,
        jurisdictionId: place + 1,
        sortAt: startsAt,
        band: id % 8 === 0 ? 'possible' : 'found',
        score: 0.9,
        technologies: [technology],
        vendors: position === 7 ? [vendor] : [],
        amountCents: (100_000 + id) * 100,
        amountQuote: `$${100_000 + id}`,
        reasons: [
          'Names the technology in its title together with a price',
          'The police department buys it',
        ],
        quote: phrase,
        detectorVersion: '1',
        foundAt: at(Math.min(0, days - 7)),
      })
      tagRows.push({ kind: 'technology', tag: technology, sortAt: startsAt, agendaItemId: id })
      if (position === 7)
        tagRows.push({ kind: 'vendor', tag: vendor, sortAt: startsAt, agendaItemId: id })
      detectionRows.push({
        agendaItemId: id,
        technology,
        vendor: null,
        term: phrase,
        quote: phrase,
        start: 40,
        end: 40 + phrase.length,
        field: 'title',
      })
    }
  }

  await db.write(async (tx) => {
    await insertRows(tx, tables.jurisdictions, places)
    await insertRows(tx, tables.sources, sourceRows)
    await insertRows(tx, tables.runs, runRows)
    await insertRows(tx, tables.bodies, bodyRows)
    await insertRows(tx, tables.meetings, meetingRows)
    await insertRows(tx, tables.agendaItems, itemRows)
    await insertRows(tx, tables.findings, findingRows)
    await insertRows(tx, tables.findingTags, tagRows)
    await insertRows(tx, tables.detections, detectionRows)
  })
  await db.checkpoint()
  db.close()
  return { items: itemRows.length, findings: findingRows.length, runs: runRows.length }
}
