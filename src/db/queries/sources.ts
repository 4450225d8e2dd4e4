import { and, asc, eq, inArray, isNotNull, isNull, lte, or, sql } from 'drizzle-orm'
import { InputError, shorten } from '../../model/errors.ts'
import type { Reader, Tx } from '../client.ts'
import { jurisdictions } from '../schema/jurisdictions.ts'
import { runs, sourceHealthEvents, sources } from '../schema/sources.ts'
import { raiseContentVersion, raiseStatusVersion } from './content-version.ts'
import { findOrAddJurisdiction, type NewJurisdiction, slugOf } from './jurisdictions.ts'

export type SourceRow = typeof sources.$inferSelect

/** A source with the place it belongs to: what a run needs to know. */
export interface SourceToRead extends SourceRow {
  readonly timeZone: string | null
  readonly placeName: string
}

/** A source that this process alone may read until the lease ends. */
export interface ClaimedSource extends SourceToRead {
  readonly claimToken: string
  readonly claimedUntil: Date
}

export interface NewSource {
  readonly jurisdiction: NewJurisdiction
  readonly platform: string
  readonly client: string
  readonly portalUrl: string
  readonly options: unknown
  /** False for a platform without adapter: the source is kept and never run. */
  readonly isReadable: boolean
  readonly needsChecking?: boolean
  readonly mayBeEmpty?: boolean
}

export interface AddedSource {
  readonly id: string
  readonly jurisdictionId: number
  /** False when the same portal was there already; nothing was changed then. */
  readonly isNew: boolean
}

/** What a claim is made with: whoever holds `token` may read until `now + leaseMs`. */
export interface ClaimTerms {
  readonly now: Date
  readonly token: string
  readonly leaseMs: number
}

const sourceToRead = {
  source: sources,
  timeZone: jurisdictions.timeZone,
  placeName: jurisdictions.name,
}

const notClaimed = (now: Date) => or(isNull(sources.claimToken), lte(sources.claimedUntil, now))

/** Adds a portal and makes it due at once. The same platform and client twice is one source. */
export async function addSource(tx: Tx, wanted: NewSource, now: Date): Promise<AddedSource> {
  const jurisdictionId = await findOrAddJurisdiction(tx, wanted.jurisdiction)
  const [known] = await tx
    .select({ id: sources.id, jurisdictionId: sources.jurisdictionId })
    .from(sources)
    .where(
      and(
        eq(sources.jurisdictionId, jurisdictionId),
        eq(sources.platform, wanted.platform),
        eq(sources.client, wanted.client),
      ),
    )
    .limit(1)
  if (known) return { ...known, isNew: false }

  const { name, state } = wanted.jurisdiction
  const id = await freeSourceId(tx, `${slugOf(name, state)}-${slugOf(wanted.platform, '')}`)
  const health = wanted.isReadable ? 'new' : 'unreadable'
  await tx.insert(sources).values({
    id,
    jurisdictionId,
    platform: wanted.platform,
    client: wanted.client,
    portalUrl: wanted.portalUrl,
    options: wanted.options,
    state: wanted.isReadable ? 'active' : 'unreadable',
    needsChecking: wanted.needsChecking ?? false,
    mayBeEmpty: wanted.mayBeEmpty ?? false,
    addedAt: now,
    nextRunAt: wanted.isReadable ? now : null,
    health,
    healthSince: now,
  })
  await tx.insert(sourceHealthEvents).values({ sourceId: id, at: now, health })
  await raiseContentVersion(tx)
  return { id, jurisdictionId, isNew: true }
}

async function freeSourceId(tx: Tx, wanted: string): Promise<string> {
  const taken = await tx
    .select({ id: sources.id })
    .from(sources)
    .where(sql`${sources.id} = ${wanted} OR ${sources.id} GLOB ${`${wanted}-[0-9]*`}`)
  const ids = new Set(taken.map((row) => row.id))
  let id = wanted
  for (let number = 2; ids.has(id); number++) id = `${wanted}-${number}`
  return id
}

export async function findSource(db: Reader, id: string): Promise<SourceToRead | undefined> {
  const [row] = await db
    .select(sourceToRead)
    .from(sources)
    .innerJoin(jurisdictions, eq(jurisdictions.id, sources.jurisdictionId))
    .where(eq(sources.id, id))
  return row && { ...row.source, timeZone: row.timeZone, placeName: row.placeName }
}

/** @throws {InputError} `source_unknown` */
export async function getSource(db: Reader, id: string): Promise<SourceToRead> {
  const source = await findSource(db, id)
  if (source) return source
  throw new InputError(
    'source_unknown',
    `No source "${shorten(id)}"`,
    '`watchdocket sources list` names every source',
  )
}

/** All sources, in order of id. */
export async function listSources(db: Reader): Promise<SourceRow[]> {
  return await db.select().from(sources).orderBy(asc(sources.id))
}

/** Sources whose time has come and that nobody reads, the longest due first. */
export async function listDueSourceIds(db: Reader, now: Date, limit: number): Promise<string[]> {
  const rows = await db
    .select({ id: sources.id })
    .from(sources)
    .where(and(eq(sources.state, 'active'), lte(sources.nextRunAt, now), notClaimed(now)))
    .orderBy(asc(sources.nextRunAt), asc(sources.id))
    .limit(limit)
  return rows.map((row) => row.id)
}

/** Takes those of these that nobody holds, in their order. */
async function claim(tx: Tx, ids: readonly string[], terms: ClaimTerms): Promise<ClaimedSource[]> {
  if (ids.length === 0) return []
  const claimedUntil = new Date(terms.now.getTime() + terms.leaseMs)
  const claimed = await tx
    .update(sources)
    .set({ claimToken: terms.token, claimedUntil })
    // "+": found by id. By the index of what is due, every claim would look at every active source.
    .where(and(among(ids), sql`+${sources.state} = 'active'`, notClaimed(terms.now)))
    .returning({ id: sources.id })
  if (claimed.length === 0) return []
  const taken = claimed.map(({ id }) => id)
  // Whoever held them before has died or was stopped: its runs will not be finished any more.
  await interruptRuns(tx, taken, terms.now)
  const rows = await tx
    .select(sourceToRead)
    .from(sources)
    .innerJoin(jurisdictions, eq(jurisdictions.id, sources.jurisdictionId))
    .where(among(taken))
  const byId = new Map(rows.map((row) => [row.source.id, row]))
  return ids.flatMap((id) => {
    const row = byId.get(id)
    if (!row) return []
    const { source, timeZone, placeName } = row
    return [{ ...source, timeZone, placeName, claimToken: terms.token, claimedUntil }]
  })
}

const among = (ids: readonly string[]) =>
  sql`${sources.id} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`

/**
 * Takes the sources that have been due for longest, `most` at most. Two processes never get the
 * same one.
 */
export async function claimDueSources(
  tx: Tx,
  terms: ClaimTerms,
  most: number,
): Promise<ClaimedSource[]> {
  return await claim(tx, await listDueSourceIds(tx, terms.now, most), terms)
}

/** As `claimDueSources`, one at most. */
export async function claimDueSource(
  tx: Tx,
  terms: ClaimTerms,
): Promise<ClaimedSource | undefined> {
  return (await claimDueSources(tx, terms, 1))[0]
}

/** Takes this source, due or not; `undefined` while another run holds it or it is not active. */
export async function claimSource(
  tx: Tx,
  id: string,
  terms: ClaimTerms,
): Promise<ClaimedSource | undefined> {
  return (await claim(tx, [id], terms))[0]
}

/** Puts off the end of a lease; false when it is not ours any more, and the run must stop. */
export async function renewClaim(
  tx: Tx,
  source: { readonly id: string; readonly claimToken: string },
  until: Date,
): Promise<boolean> {
  const renewed = await tx
    .update(sources)
    .set({ claimedUntil: until })
    .where(and(eq(sources.id, source.id), eq(sources.claimToken, source.claimToken)))
    .returning({ id: sources.id })
  return renewed.length > 0
}

/** Gives a source back. A stale token changes nothing. */
export async function releaseSource(
  tx: Tx,
  source: { readonly id: string; readonly claimToken: string },
): Promise<void> {
  await tx
    .update(sources)
    .set({ claimToken: null, claimedUntil: null })
    .where(and(eq(sources.id, source.id), eq(sources.claimToken, source.claimToken)))
}

/** Says when a source is read next; a time that has passed means as soon as somebody is free. */
export async function rescheduleSource(tx: Tx, id: string, nextRunAt: Date): Promise<void> {
  await tx.update(sources).set({ nextRunAt }).where(eq(sources.id, id))
  await raiseStatusVersion(tx)
}

/** Stops or resumes the reading of a source. */
export async function setSourcePaused(
  tx: Tx,
  id: string,
  isPaused: boolean,
  now: Date,
): Promise<void> {
  await tx
    .update(sources)
    .set(isPaused ? { state: 'paused', nextRunAt: null } : { state: 'active', nextRunAt: now })
    .where(and(eq(sources.id, id), inArray(sources.state, ['active', 'paused'])))
  await raiseContentVersion(tx)
}

/**
 * Makes sources of platforms that have an adapter by now readable and due, and those whose
 * adapter is gone unreadable. Called once at start.
 */
export async function matchSourcesToPlatforms(
  tx: Tx,
  platforms: readonly string[],
  now: Date,
): Promise<void> {
  const known = sql`${sources.platform} IN (SELECT value FROM json_each(${JSON.stringify(platforms)}))`
  const opened = await tx
    .update(sources)
    .set({ state: 'active', nextRunAt: now, health: 'new', healthSince: now })
    .where(and(eq(sources.state, 'unreadable'), known))
    .returning({ id: sources.id })
  const closed = await tx
    .update(sources)
    .set({ state: 'unreadable', nextRunAt: null, health: 'unreadable', healthSince: now })
    .where(and(eq(sources.state, 'active'), sql`NOT ${known}`))
    .returning({ id: sources.id })
  const events = [
    ...opened.map(({ id }) => ({ sourceId: id, at: now, health: 'new' as const })),
    ...closed.map(({ id }) => ({ sourceId: id, at: now, health: 'unreadable' as const })),
  ]
  if (events.length === 0) return
  await tx.insert(sourceHealthEvents).values(events)
  await raiseContentVersion(tx)
}

/**
 * Frees what dead processes held: leases that have lapsed, or every one when `isAlone` says that
 * no other process can be reading (the folder's lock is held and nothing has been started yet).
 * Their runs become `interrupted` and count as a failure, so that a source whose read kills the
 * process does not spin. Gives the ids of the sources freed.
 */
export async function recoverClaims(
  tx: Tx,
  now: Date,
  { isAlone }: { readonly isAlone: boolean },
): Promise<string[]> {
  const freed = await tx
    .update(sources)
    .set({
      claimToken: null,
      claimedUntil: null,
      nextRunAt: sql`coalesce(${sources.nextRunAt}, ${now.getTime()})`,
    })
    .where(and(isNotNull(sources.claimToken), isAlone ? undefined : lte(sources.claimedUntil, now)))
    .returning({ id: sources.id })
  const ids = freed.map((row) => row.id)
  if (ids.length > 0) await interruptRuns(tx, ids, now)
  return ids
}

/** Runs of these sources that are still called running have died. */
async function interruptRuns(tx: Tx, sourceIds: readonly string[], now: Date): Promise<void> {
  const list = JSON.stringify(sourceIds)
  const ended = await tx
    .update(runs)
    .set({ outcome: 'interrupted', finishedAt: now })
    .where(
      and(
        eq(runs.outcome, 'running'),
        sql`${runs.sourceId} IN (SELECT value FROM json_each(${list}))`,
      ),
    )
    .returning({ sourceId: runs.sourceId })
  if (ended.length === 0) return
  await tx
    .update(sources)
    .set({ failures: sql`${sources.failures} + 1` })
    .where(inArray(sources.id, [...new Set(ended.map((run) => run.sourceId))]))
  await raiseStatusVersion(tx)
}
