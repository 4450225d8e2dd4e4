import { and, eq, gte, inArray, sql } from 'drizzle-orm'
import type { Reader, Tx } from '../client.ts'
import { agendaItems, bodies, meetings } from '../schema/meetings.ts'

export type MeetingRow = typeof meetings.$inferSelect
export type NewMeetingRow = typeof meetings.$inferInsert

/** What a run needs to know of a meeting that is stored already. */
export interface KnownMeeting {
  readonly id: number
  readonly upstreamId: string
  /** Number of its newest version. */
  readonly version: number
  readonly date: string
  readonly time: string | null
  readonly location: string | null
  readonly sortAt: Date
  readonly lastSeenAt: Date
  readonly readAt: Date
  readonly contentHash: string
  readonly listFingerprint: string | null
  readonly absentRuns: number
  readonly noLongerListedSince: Date | null
  readonly isUnconfirmed: boolean
  readonly items: number
  readonly documents: number
  readonly findings: number
  /** Some item was last searched by another detector, or never. */
  readonly isDetectionStale: boolean
  /** Its items could not be had when it was last read. */
  readonly areItemsUnread: boolean
}

/** Which of a source's meetings are asked for; a bound that is `null` or left out is none. */
export interface KnownMeetingFilter {
  readonly from?: string | null
  /** Included, as `from` is. */
  readonly to?: string | null
  readonly upstreamId?: string
}

/** Every run asks this: as one JSON text it costs a third of what rows through the driver do. */
export async function listKnownMeetings(
  db: Reader,
  sourceId: string,
  { from, to, upstreamId }: KnownMeetingFilter,
  detectorVersion: string,
): Promise<KnownMeeting[]> {
  const [found] = await db.values<[string]>(sql`
    SELECT json_group_array(json_array(id, upstream_id, version, date, time, location, sort_at,
      last_seen_at, read_at, content_hash, list_fingerprint, absent_runs, no_longer_listed_since,
      is_unconfirmed,
      (SELECT count(*) FROM agenda_items i WHERE i.meeting_id = m.id AND i.removed_at IS NULL),
      (SELECT count(*) FROM document_links l WHERE l.meeting_id = m.id AND l.gone_since IS NULL),
      (SELECT count(*) FROM findings f WHERE f.meeting_id = m.id),
      EXISTS (SELECT 1 FROM agenda_items i WHERE i.meeting_id = m.id AND i.removed_at IS NULL
        AND i.detector_version IS NOT ${detectorVersion}),
      instr(flags, '"items-not-read"') > 0))
    FROM meetings m WHERE source_id = ${sourceId}${from ? sql` AND date >= ${from}` : sql.empty()}${
      to ? sql` AND date <= ${to}` : sql.empty()
    }${upstreamId === undefined ? sql.empty() : sql` AND upstream_id = ${upstreamId}`}`)
  return (JSON.parse(found?.[0] ?? '[]') as KnownCells[]).map(toKnownMeeting)
}

type KnownCells = readonly [
  ...[id: number, upstreamId: string, version: number, date: string],
  ...[time: string | null, location: string | null],
  ...[sortAt: number, lastSeenAt: number, readAt: number],
  ...[contentHash: string, listFingerprint: string | null],
  ...[absentRuns: number, noLongerListedSince: number | null, isUnconfirmed: number],
  ...[items: number, documents: number, findings: number, isStale: number, isUnread: number],
]

function toKnownMeeting(cells: KnownCells): KnownMeeting {
  return {
    id: cells[0],
    upstreamId: cells[1],
    version: cells[2],
    date: cells[3],
    time: cells[4],
    location: cells[5],
    sortAt: new Date(cells[6]),
    lastSeenAt: new Date(cells[7]),
    readAt: new Date(cells[8]),
    contentHash: cells[9],
    listFingerprint: cells[10],
    absentRuns: cells[11],
    noLongerListedSince: cells[12] === null ? null : new Date(cells[12]),
    isUnconfirmed: cells[13] === 1,
    items: cells[14],
    documents: cells[15],
    findings: cells[16],
    isDetectionStale: cells[17] === 1,
    areItemsUnread: cells[18] === 1,
  }
}

/** Whether anything was ever stored of a source. */
export async function hasMeetings(db: Reader, sourceId: string): Promise<boolean> {
  const [any] = await db
    .select({ id: meetings.id })
    .from(meetings)
    .where(eq(meetings.sourceId, sourceId))
    .limit(1)
  return any !== undefined
}

/** The earliest upcoming meeting's and the nearest past one's instant; `null`: there is none. */
export async function findNeighbours(
  db: Reader,
  sourceId: string,
  now: Date,
): Promise<{ readonly nextAt: Date | null; readonly lastAt: Date | null }> {
  const [row] = await db
    .select({
      next: sql<
        number | null
      >`min(iif(${meetings.sortAt} >= ${now.getTime()}, ${meetings.sortAt}, NULL))`,
      last: sql<
        number | null
      >`max(iif(${meetings.sortAt} < ${now.getTime()}, ${meetings.sortAt}, NULL))`,
    })
    .from(meetings)
    .where(eq(meetings.sourceId, sourceId))
  const instantOf = (at: number | null | undefined) =>
    at === null || at === undefined ? null : new Date(at)
  return { nextAt: instantOf(row?.next), lastAt: instantOf(row?.last) }
}

export async function findMeetingRow(
  tx: Tx,
  sourceId: string,
  upstreamId: string,
): Promise<MeetingRow | undefined> {
  const [row] = await tx
    .select()
    .from(meetings)
    .where(and(eq(meetings.sourceId, sourceId), eq(meetings.upstreamId, upstreamId)))
  return row
}

export async function addMeetingRow(tx: Tx, row: NewMeetingRow): Promise<number> {
  const [added] = await tx.insert(meetings).values(row).returning({ id: meetings.id })
  if (!added) throw new Error('The database gave no id for a new meeting')
  return added.id
}

export async function updateMeetingRow(
  tx: Tx,
  id: number,
  row: Partial<NewMeetingRow>,
): Promise<void> {
  await tx.update(meetings).set(row).where(eq(meetings.id, id))
}

const among = (ids: readonly number[]) =>
  sql`${meetings.id} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`

/** Notes that these are still listed, and nothing else about them. */
export async function touchMeetings(tx: Tx, ids: readonly number[], seenAt: Date): Promise<void> {
  if (ids.length === 0) return
  await tx
    .update(meetings)
    .set({ lastSeenAt: seenAt, absentRuns: 0, absentSince: null, noLongerListedSince: null })
    .where(among(ids))
}

/** Takes back the mark of an addition that no believed run had seen. */
export async function confirmMeetings(tx: Tx, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return
  await tx.update(meetings).set({ isUnconfirmed: false }).where(among(ids))
}

/** Marks additions of a run that was not believed in the end. */
export async function unconfirmMeetings(tx: Tx, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return
  await tx.update(meetings).set({ isUnconfirmed: true }).where(among(ids))
}

/**
 * Counts one more believed run that did not list these meetings, and says of those absent in two
 * since when they are no longer listed: the first run that missed them. Gives these.
 */
export async function recordAbsence(
  tx: Tx,
  ids: readonly number[],
  at: Date,
): Promise<{ readonly id: number; readonly version: number }[]> {
  if (ids.length === 0) return []
  await tx
    .update(meetings)
    .set({
      absentRuns: sql`${meetings.absentRuns} + 1`,
      absentSince: sql`coalesce(${meetings.absentSince}, ${at.getTime()})`,
    })
    .where(among(ids))
  return await tx
    .update(meetings)
    .set({ noLongerListedSince: sql`${meetings.absentSince}` })
    .where(
      and(among(ids), gte(meetings.absentRuns, 2), sql`${meetings.noLongerListedSince} IS NULL`),
    )
    .returning({ id: meetings.id, version: meetings.version })
}

/** An item with all that a detector reads of it and that its finding repeats. */
export interface DetectableItem {
  readonly id: number
  readonly meetingId: number
  readonly jurisdictionId: number
  readonly sortAt: Date
  readonly title: string
  readonly text: string
  readonly section: string | null
  readonly body: string
}

const detectable = {
  id: agendaItems.id,
  meetingId: agendaItems.meetingId,
  jurisdictionId: bodies.jurisdictionId,
  sortAt: meetings.sortAt,
  title: agendaItems.title,
  text: agendaItems.text,
  section: agendaItems.section,
  body: bodies.name,
}

/** Items last searched by another detector or never, in order of id. */
export async function listStaleItems(
  db: Reader,
  detectorVersion: string,
  limit: number,
): Promise<DetectableItem[]> {
  // Two ranges around the version, so that the index is walked and not the table.
  const other = sql`(SELECT id FROM (
    SELECT id FROM (SELECT id FROM agenda_items WHERE detector_version IS NULL LIMIT ${limit})
    UNION ALL
    SELECT id FROM (SELECT id FROM agenda_items WHERE detector_version < ${detectorVersion} LIMIT ${limit})
    UNION ALL
    SELECT id FROM (SELECT id FROM agenda_items WHERE detector_version > ${detectorVersion} LIMIT ${limit})
  ) LIMIT ${limit})`
  return await db
    .select(detectable)
    .from(agendaItems)
    .innerJoin(meetings, eq(meetings.id, agendaItems.meetingId))
    .innerJoin(bodies, eq(bodies.id, meetings.bodyId))
    .where(inArray(agendaItems.id, other))
    .orderBy(agendaItems.id)
}

/** Which of these items are stale still. */
export async function listStaleAmong(
  tx: Tx,
  items: readonly { readonly id: number }[],
  detectorVersion: string,
): Promise<number[]> {
  const ids = JSON.stringify(items.map(({ id }) => id))
  const rows = await tx
    .select({ id: agendaItems.id })
    .from(agendaItems)
    .where(
      and(
        sql`${agendaItems.id} IN (SELECT value FROM json_each(${ids}))`,
        sql`${agendaItems.detectorVersion} IS NOT ${detectorVersion}`,
      ),
    )
  return rows.map((row) => row.id)
}
