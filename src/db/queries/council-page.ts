import { asc, desc, eq } from 'drizzle-orm'
import type { ReadDb, Reader } from '../client.ts'
import { bodies, jurisdictions, sourceHealthEvents } from '../schema/index.ts'

export type JurisdictionRow = typeof jurisdictions.$inferSelect
export type HealthEventRow = typeof sourceHealthEvents.$inferSelect

export async function findJurisdiction(
  db: Reader,
  slug: string,
): Promise<JurisdictionRow | undefined> {
  const [row] = await db.select().from(jurisdictions).where(eq(jurisdictions.slug, slug))
  return row
}

/** Names of a jurisdiction's bodies, in alphabetical order, each once. */
export async function listBodyNames(db: Reader, jurisdictionId: number): Promise<string[]> {
  const rows = await db
    .selectDistinct({ name: bodies.name })
    .from(bodies)
    .where(eq(bodies.jurisdictionId, jurisdictionId))
    .orderBy(asc(bodies.name))
    .limit(500)
  return rows.map(({ name }) => name)
}

/** A meeting as a council's page lists it. */
export interface CouncilMeeting {
  readonly id: number
  readonly body: string
  readonly date: string
  readonly time: string | null
  readonly timeZone: string | null
  readonly startsAt: Date | null
  readonly sortAt: Date
  readonly status: string
  readonly statusText: string | null
  readonly noLongerListedSince: Date | null
  readonly isUnconfirmed: boolean
  readonly items: number
  readonly found: number
  readonly possible: number
}

/** Meetings of one side of now: upcoming soonest first, past newest first, with their counts. */
export async function listCouncilMeetings(
  db: Pick<ReadDb, 'client'>,
  jurisdictionId: number,
  { when, now, limit }: { when: 'upcoming' | 'past'; now: Date; limit: number },
): Promise<CouncilMeeting[]> {
  const [side, direction] = when === 'upcoming' ? ['>=', 'ASC'] : ['<', 'DESC']
  const { rows } = await db.client.execute({
    sql: `SELECT m.id, b.name, m.date, m.time, m.time_zone, m.starts_at, m.sort_at, m.status,
        m.status_text, m.no_longer_listed_since, m.is_unconfirmed,
        (SELECT count(*) FROM agenda_items i
          WHERE i.meeting_id = m.id AND i.removed_at IS NULL AND NOT i.is_heading),
        (SELECT count(*) FROM findings f WHERE f.meeting_id = m.id
          AND f.band = 'found' AND f.review <> 'rejected'),
        (SELECT count(*) FROM findings f WHERE f.meeting_id = m.id
          AND f.band = 'possible' AND f.review <> 'rejected')
      FROM meetings m JOIN bodies b ON b.id = m.body_id
      WHERE m.source_id IN (SELECT id FROM sources WHERE jurisdiction_id = ?)
        AND m.sort_at ${side} ?
      ORDER BY m.sort_at ${direction}, m.id ${direction} LIMIT ?`,
    args: [jurisdictionId, now.getTime(), Math.min(limit, 500)],
  })
  const instantOf = (cell: unknown) => (cell === null ? null : new Date(Number(cell)))
  const textOf = (cell: unknown) => (cell === null ? null : String(cell))
  return rows.map((row) => ({
    id: Number(row[0]),
    body: String(row[1]),
    date: String(row[2]),
    time: textOf(row[3]),
    timeZone: textOf(row[4]),
    startsAt: instantOf(row[5]),
    sortAt: new Date(Number(row[6])),
    status: String(row[7]),
    statusText: textOf(row[8]),
    noLongerListedSince: instantOf(row[9]),
    isUnconfirmed: row[10] === 1,
    items: Number(row[11]),
    found: Number(row[12]),
    possible: Number(row[13]),
  }))
}

/** Findings of a place by the month of their meeting, oldest month first, at most 24 months. */
export async function countByMonth(
  db: Pick<ReadDb, 'client'>,
  jurisdictionId: number,
): Promise<{ readonly month: string; readonly count: number }[]> {
  const { rows } = await db.client.execute({
    sql: `SELECT month, n FROM (
        SELECT substr(m.date, 1, 7) AS month, count(*) AS n
        FROM findings f JOIN meetings m ON m.id = f.meeting_id
        WHERE f.jurisdiction_id = ? AND f.review <> 'rejected' AND f.band = 'found'
        GROUP BY month ORDER BY month DESC LIMIT 24)
      ORDER BY month`,
    args: [jurisdictionId],
  })
  return rows.map((row) => ({ month: String(row[0]), count: Number(row[1]) }))
}

/** How a source's health has changed, newest first. */
export async function listHealthEvents(db: Reader, sourceId: string): Promise<HealthEventRow[]> {
  return await db
    .select()
    .from(sourceHealthEvents)
    .where(eq(sourceHealthEvents.sourceId, sourceId))
    .orderBy(desc(sourceHealthEvents.at), desc(sourceHealthEvents.id))
    .limit(20)
}
