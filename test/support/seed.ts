import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Db, type DbAddress, openDb, type Tx } from '../../src/db/client.ts'
import { migrateDb } from '../../src/db/migrate.ts'
import {
  agendaItems,
  bodies,
  detections,
  documentLinks,
  documents,
  documentVersions,
  facts,
  fetches,
  findings,
  findingTags,
  itemVotes,
  jurisdictions,
  matterHistory,
  matters,
  meetingChanges,
  meetings,
  meetingVersions,
  runs,
  sourceHealthEvents,
  sources,
} from '../../src/db/schema/index.ts'
import type { LocalDate, LocalTime, TimeZone } from '../../src/model/ids.ts'
import { endOfDay, toInstant, toLocal } from '../../src/model/time.ts'

/** Monday morning on the west coast: the evening before nothing, two days before much. */
export const seedNow = new Date('2026-11-23T18:00:00Z')

export const archivedSha = 'a'.repeat(64)

const day = 86_400_000
const hour = 3_600_000

interface SeededItem {
  readonly number?: string
  readonly title: string
  readonly text?: string
  readonly section?: string
  readonly consent?: boolean
  readonly isHeading?: boolean
  readonly fileNumber?: string
  readonly removed?: boolean
  readonly sourceUrl?: string
  readonly action?: string
  readonly result?: string
  readonly votes?: readonly (readonly [string, string, string])[]
  readonly finding?: {
    readonly quote: string
    readonly technologies: readonly string[]
    readonly vendors?: readonly string[]
    readonly band?: 'found' | 'possible'
    readonly amountCents?: number
    readonly amountQuote?: string
    readonly reason?: string
  }
}

interface SeededMeeting {
  readonly body: string
  /** Days from `seedNow`, local calendar. */
  readonly inDays: number
  readonly time: string | null
  readonly status?: 'confirmed' | 'tentative' | 'cancelled' | 'rescheduled'
  readonly statusText?: string
  readonly goneSinceDays?: number
  readonly unconfirmed?: boolean
  readonly location?: string
  readonly seenDaysBefore?: number
  readonly flags?: readonly string[]
  readonly items: readonly SeededItem[]
}

interface SeededPlace {
  readonly slug: string
  readonly name: string
  readonly state: string
  readonly type: 'city' | 'county' | 'town'
  readonly timeZone: string
  readonly population: number
  readonly platform: string
  readonly source?: Partial<typeof sources.$inferInsert>
  readonly meetings: readonly SeededMeeting[]
}

const plates: NonNullable<SeededItem['finding']> = {
  quote: 'license plate readers',
  technologies: ['alpr'],
  vendors: ['flock-safety'],
  amountCents: 31_500_000,
  amountQuote: '$315,000',
  reason: 'Names the technology in its title together with a price',
}

/** Fictional councils: none of these places, people or contracts exists. */
export const seededPlaces: readonly SeededPlace[] = [
  {
    slug: 'riverton-wa',
    name: 'Riverton',
    state: 'WA',
    type: 'city',
    timeZone: 'America/Los_Angeles',
    population: 48_210,
    platform: 'legistar',
    meetings: [
      {
        body: 'City Council',
        inDays: 2,
        time: '18:30',
        location: 'Council Chambers, 100 Main Street',
        items: [
          { title: 'Consent agenda', isHeading: true },
          {
            number: '7.a',
            title: 'Approval of the minutes of November 9',
            section: 'Consent agenda',
            consent: true,
          },
          {
            number: '7.b',
            title: 'Purchase of license plate readers from Flock Safety for the Police Department',
            text: 'Staff recommends a two-year agreement for forty automated license plate readers at a cost not to exceed $315,000.\nNo retention period is stated in the draft.',
            section: 'Consent agenda',
            consent: true,
            fileNumber: '26-0114',
            sourceUrl: 'https://riverton.legistar.example/LegislationDetail.aspx?ID=114',
            finding: plates,
          },
          { title: 'Regular business', isHeading: true },
          {
            number: '9.1',
            title: 'Presentation on street cameras along the waterfront',
            section: 'Regular business',
            consent: false,
            finding: {
              quote: 'street cameras',
              technologies: ['video-surveillance'],
              band: 'possible',
              reason: 'The words may also mean traffic counting cameras',
            },
          },
        ],
      },
      {
        body: 'Public Safety Committee',
        inDays: 4,
        time: '09:00',
        status: 'cancelled',
        statusText: 'CANCELLED - lack of quorum',
        items: [
          {
            number: '3',
            title: 'Grant acceptance for a drone as first responder programme',
            consent: false,
            finding: { quote: 'drone as first responder', technologies: ['drones'] },
          },
        ],
      },
      {
        body: 'City Council',
        inDays: -14,
        time: '18:30',
        items: [
          {
            number: '5.c',
            title: 'Annual report on license plate readers',
            consent: false,
            fileNumber: '26-0099',
            action: 'Received and filed',
            result: 'Pass',
            votes: [
              ['A. Ortega', 'yes', 'Aye'],
              ['B. Lindqvist', 'no', 'Nay'],
              ['C. Okafor', 'absent', 'Absent'],
            ],
            finding: { ...plates, amountCents: undefined as never },
          },
        ],
      },
    ],
  },
  {
    slug: 'maple-county-or',
    name: 'Maple County',
    state: 'OR',
    type: 'county',
    timeZone: 'America/Los_Angeles',
    population: 211_400,
    platform: 'legistar',
    source: { health: 'quiet', needsChecking: true },
    meetings: [
      {
        body: 'Board of Commissioners',
        inDays: 1,
        time: null,
        status: 'tentative',
        flags: ['time-unknown'],
        items: [
          {
            number: '12',
            title:
              'Renewal of body-worn camera and evidence storage agreement with Axon Enterprise',
            consent: true,
            section: 'Consent calendar',
            text: 'Five-year renewal, $2,480,000.50 in all.',
            finding: {
              quote: 'body-worn camera',
              technologies: ['body-worn-cameras'],
              vendors: ['axon'],
              amountCents: 248_000_050,
              amountQuote: '$2,480,000.50',
              reason: 'Names technology and vendor in its title',
            },
          },
        ],
      },
      {
        body: 'Board of Commissioners',
        inDays: 8,
        time: '10:00',
        goneSinceDays: 1,
        items: [
          {
            number: '4',
            title: 'Cell-site simulator maintenance',
            finding: { quote: 'Cell-site simulator', technologies: ['cell-site-simulators'] },
          },
        ],
      },
    ],
  },
  {
    slug: 'port-elsinore-me',
    name: 'Port Elsinore',
    state: 'ME',
    type: 'town',
    timeZone: 'America/New_York',
    population: 9_030,
    platform: 'legistar',
    source: {
      health: 'suspect',
      healthCode: 'portal_suspect',
      healthMessage: 'The last read listed no upcoming meeting where there were four',
      healthCure: 'Open the portal and see whether its calendar is empty',
    },
    meetings: [
      {
        body: 'Select Board',
        inDays: 6,
        time: '19:00',
        unconfirmed: true,
        items: [
          {
            number: 'IV',
            title: 'Facial recognition pilot at the ferry terminal',
            removed: true,
            finding: { quote: 'Facial recognition', technologies: ['face-recognition'] },
          },
        ],
      },
    ],
  },
  {
    slug: 'cedar-bluffs-ia',
    name: 'Cedar Bluffs',
    state: 'IA',
    type: 'city',
    timeZone: 'America/Chicago',
    population: 71_000,
    platform: 'legistar',
    source: {
      health: 'unreachable',
      failures: 7,
      lastSuccessAt: new Date(seedNow.getTime() - 4 * day),
      healthCode: 'fetch_dns',
      healthMessage: 'The name of the portal leads nowhere',
      healthCure: 'Look up the council’s site: the portal may have moved',
    },
    meetings: [],
  },
  {
    slug: 'new-carthage-oh',
    name: 'New Carthage',
    state: 'OH',
    type: 'city',
    timeZone: 'America/New_York',
    population: 130_900,
    platform: 'granicus',
    source: { state: 'unreadable', health: 'unreadable', nextRunAt: null, lastSuccessAt: null },
    meetings: [],
  },
]

/** A database file of its own, migrated, and a way to be rid of it. */
export async function createSeedDb(): Promise<{
  readonly db: Db
  readonly address: DbAddress
  remove(): Promise<void>
}> {
  const folder = await mkdtemp(join(tmpdir(), 'watchdocket-web-'))
  const address = { url: pathToFileURL(join(folder, 'watchdocket.db')).href }
  await migrateDb(address)
  const db = await openDb(address)
  return {
    db,
    address,
    async remove() {
      db.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Stores the places above (or others), in order, as the ingest would have. */
export async function seedPlaces(
  db: Db,
  places: readonly SeededPlace[] = seededPlaces,
): Promise<void> {
  await db.write(async (tx) => {
    for (const place of places) await seedPlace(tx, place)
  })
}

async function seedPlace(tx: Tx, place: SeededPlace): Promise<void> {
  const sourceId = `${place.slug}-${place.platform}`
  const portalUrl = `https://${place.slug}.${place.platform}.example/Calendar.aspx`
  const [{ id: jurisdictionId } = { id: 0 }] = await tx
    .insert(jurisdictions)
    .values({
      slug: place.slug,
      name: place.name,
      state: place.state,
      type: place.type,
      timeZone: place.timeZone,
      population: place.population,
    })
    .returning({ id: jurisdictions.id })
  const readAt = new Date(seedNow.getTime() - 12 * 60_000)
  const [source] = await tx
    .insert(sources)
    .values({
      id: sourceId,
      jurisdictionId,
      platform: place.platform,
      client: place.slug,
      portalUrl,
      options: {},
      state: 'active',
      addedAt: new Date(seedNow.getTime() - 30 * day),
      nextRunAt: new Date(seedNow.getTime() + 48 * 60_000),
      lastRunAt: readAt,
      lastSuccessAt: readAt,
      health: 'ok',
      healthSince: new Date(seedNow.getTime() - 5 * day),
      ...place.source,
    })
    .returning()
  if (source?.state === 'active') {
    await tx.insert(runs).values({
      sourceId,
      startedAt: readAt,
      finishedAt: new Date(readAt.getTime() + 40_000),
      outcome: source.health === 'suspect' ? 'suspect' : source.failures ? 'failed' : 'ok',
      adapterVersion: 1,
      meetingsSeen: place.meetings.length,
      itemsSeen: place.meetings.flatMap((meeting) => meeting.items).length,
      documentsSeen: 2,
      documentsRead: 1,
      findings: place.meetings.flatMap((each) => each.items.filter((item) => item.finding)).length,
      problems: [],
      signs: [],
    })
    await tx.insert(sourceHealthEvents).values({
      sourceId,
      at: source.healthSince,
      health: source.health,
      code: source.healthCode,
      message: source.healthMessage,
    })
  }
  for (const [at, meeting] of place.meetings.entries()) {
    await seedMeeting(tx, { place, sourceId, portalUrl, jurisdictionId, at }, meeting)
  }
}

async function seedMeeting(
  tx: Tx,
  owner: {
    place: SeededPlace
    sourceId: string
    portalUrl: string
    jurisdictionId: number
    at: number
  },
  meeting: SeededMeeting,
): Promise<void> {
  const { place, sourceId } = owner
  const timeZone = place.timeZone as TimeZone
  const date = toLocal(new Date(seedNow.getTime() + meeting.inDays * day), timeZone).date
  const startsAt = meeting.time && toInstant(date, meeting.time as LocalTime, timeZone).instant
  const sortAt = startsAt || endOfDay(date as LocalDate, timeZone)
  const firstSeenAt = new Date(sortAt.getTime() - (meeting.seenDaysBefore ?? 6) * day)

  await tx
    .insert(bodies)
    .values({ sourceId, jurisdictionId: owner.jurisdictionId, name: meeting.body })
    .onConflictDoNothing()
  const body = (await tx.select().from(bodies)).find(
    (each) => each.sourceId === sourceId && each.name === meeting.body,
  )
  const sourceUrl = `https://${place.slug}.legistar.example/MeetingDetail.aspx?ID=${owner.at + 1}`
  const [row] = await tx
    .insert(meetings)
    .values({
      sourceId,
      bodyId: body?.id ?? 0,
      upstreamId: String(owner.at + 1),
      date,
      time: meeting.time,
      timeZone: place.timeZone,
      startsAt: startsAt || null,
      sortAt,
      status: meeting.status ?? 'confirmed',
      statusText: meeting.statusText ?? null,
      location: meeting.location ?? null,
      sourceUrl,
      flags: meeting.flags ?? [],
      fingerprint: `f${owner.at}`,
      contentHash: `c${owner.at}`,
      readAt: seedNow,
      version: 2,
      sequence: 1,
      firstSeenAt,
      lastSeenAt: seedNow,
      changedAt: new Date(seedNow.getTime() - 3 * hour),
      noLongerListedSince:
        meeting.goneSinceDays === undefined
          ? null
          : new Date(seedNow.getTime() - meeting.goneSinceDays * day),
      isUnconfirmed: meeting.unconfirmed ?? false,
    })
    .returning()
  if (!row) throw new Error('meeting not stored')
  await tx.insert(meetingVersions).values([
    { meetingId: row.id, number: 1, seenAt: firstSeenAt, fingerprint: 'f0' },
    { meetingId: row.id, number: 2, seenAt: row.changedAt, fingerprint: 'f1' },
  ])
  const [agenda] = await tx
    .insert(documents)
    .values({
      sourceId,
      url: `${sourceUrl}&file=agenda.pdf`,
      kind: 'agenda',
      title: 'Agenda',
      firstSeenAt,
      lastSeenAt: seedNow,
    })
    .returning()
  await tx
    .insert(documentLinks)
    .values({ documentId: agenda?.id ?? 0, meetingId: row.id, position: 0 })
  await tx
    .insert(fetches)
    .values({
      sourceId,
      request: `GET ${sourceUrl}`,
      url: sourceUrl,
      finalUrl: sourceUrl,
      status: 200,
      contentType: 'text/html',
      sha256: 'b'.repeat(64),
      sizeBytes: 20_000,
      fetchedAt: row.changedAt,
      fullAt: row.changedAt,
    })
    .onConflictDoNothing()
  for (const [position, item] of meeting.items.entries()) {
    await seedItem(tx, { ...owner, meeting: row }, item, position)
  }
}

async function seedItem(
  tx: Tx,
  owner: {
    place: SeededPlace
    sourceId: string
    jurisdictionId: number
    meeting: typeof meetings.$inferSelect
  },
  item: SeededItem,
  position: number,
): Promise<void> {
  const { meeting, sourceId } = owner
  let matterId: number | null = null
  if (item.fileNumber) {
    const [matter] = await tx
      .insert(matters)
      .values({
        sourceId,
        upstreamId: item.fileNumber,
        fileNumber: item.fileNumber,
        title: item.title,
        type: 'Contract',
        status: 'Agenda Ready',
        introducedOn: '2026-10-01',
        sponsors: ['A. Ortega'],
        sourceUrl: item.sourceUrl ?? null,
        firstSeenAt: meeting.firstSeenAt,
        lastSeenAt: seedNow,
      })
      .returning()
    matterId = matter?.id ?? null
    await tx.insert(matterHistory).values({
      matterId: matterId ?? 0,
      position: 0,
      date: '2026-10-13',
      body: 'Public Safety Committee',
      action: 'Referred to the City Council',
      result: 'Pass',
    })
  }
  const [row] = await tx
    .insert(agendaItems)
    .values({
      meetingId: meeting.id,
      matterId,
      position,
      number: item.number ?? null,
      title: item.title,
      section: item.section ?? null,
      consent: item.consent ?? null,
      isHeading: item.isHeading ?? false,
      fileNumber: item.fileNumber ?? null,
      text: item.text ?? '',
      sourceUrl: item.sourceUrl ?? null,
      action: item.action ?? null,
      result: item.result ?? null,
      firstSeenAt: meeting.firstSeenAt,
      removedAt: item.removed ? new Date(seedNow.getTime() - 2 * hour) : null,
    })
    .returning()
  if (!row) throw new Error('item not stored')
  if (item.votes) {
    await tx.insert(itemVotes).values(
      item.votes.map(([person, option, printed], at) => ({
        agendaItemId: row.id,
        position: at,
        person,
        option,
        printed,
      })),
    )
  }
  if (!item.finding) return
  await seedFinding(tx, owner, row, item.finding)
}

async function seedFinding(
  tx: Tx,
  owner: { sourceId: string; jurisdictionId: number; meeting: typeof meetings.$inferSelect },
  item: typeof agendaItems.$inferSelect,
  finding: NonNullable<SeededItem['finding']>,
): Promise<void> {
  const { meeting } = owner
  const start = item.title.indexOf(finding.quote)
  await tx.insert(findings).values({
    agendaItemId: item.id,
    meetingId: meeting.id,
    jurisdictionId: owner.jurisdictionId,
    sortAt: meeting.sortAt,
    band: finding.band ?? 'found',
    score: finding.band === 'possible' ? 0.5 : 0.93,
    technologies: finding.technologies,
    vendors: finding.vendors ?? [],
    amountCents: finding.amountCents ?? null,
    amountQuote: finding.amountQuote ?? null,
    reasons: [finding.reason ?? 'Names the technology in its title'],
    quote: finding.quote,
    detectorVersion: '1',
    foundAt: meeting.firstSeenAt,
  })
  const tags = [
    ...finding.technologies.map((tag) => ({ kind: 'technology' as const, tag })),
    ...(finding.vendors ?? []).map((tag) => ({ kind: 'vendor' as const, tag })),
  ]
  await tx
    .insert(findingTags)
    .values(tags.map((tag) => ({ ...tag, sortAt: meeting.sortAt, agendaItemId: item.id })))
  await tx.insert(detections).values({
    agendaItemId: item.id,
    technology: finding.technologies[0] ?? null,
    vendor: null,
    term: finding.quote.toLowerCase(),
    quote: finding.quote,
    start,
    end: start + finding.quote.length,
    field: 'title',
  })
  if (finding.amountQuote) {
    const at = item.text.indexOf(finding.amountQuote)
    await tx.insert(facts).values({
      agendaItemId: item.id,
      kind: 'amount',
      value: { cents: finding.amountCents ?? 0, currency: 'USD', use: 'not-to-exceed' },
      quote: finding.amountQuote,
      start: at,
      end: at + finding.amountQuote.length,
      field: 'text',
      grade: 'stated',
      extractorVersion: '1',
    })
  }
  const [report] = await tx
    .insert(documents)
    .values({
      sourceId: owner.sourceId,
      url: `https://files.legistar.example/${item.id}/report.pdf`,
      kind: 'attachment',
      title: 'Staff report',
      firstSeenAt: meeting.firstSeenAt,
      lastSeenAt: seedNow,
    })
    .returning()
  await tx
    .insert(documentLinks)
    .values({ documentId: report?.id ?? 0, agendaItemId: item.id, position: 0 })
  await tx.insert(documentVersions).values({
    documentId: report?.id ?? 0,
    number: 1,
    sha256: archivedSha,
    mediaType: 'application/pdf',
    sizeBytes: 48_213,
    firstSeenAt: meeting.firstSeenAt,
    lastSeenAt: seedNow,
    reader: 'pdfium 1',
    pages: 4,
    readAt: meeting.firstSeenAt,
  })
  await tx.insert(meetingChanges).values({
    meetingId: meeting.id,
    version: 2,
    agendaItemId: item.id,
    kind: 'item-added',
    before: null,
    after: item.title,
    sentence: `Item ${item.number ?? ''} was added: ${item.title}`,
    seenAt: meeting.changedAt,
  })
}
