import { and, eq, isNotNull, sql } from 'drizzle-orm'
import type { Reader, Tx } from '../client.ts'
import { jurisdictions } from '../schema/jurisdictions.ts'
import { bodies, bodyHabits, meetings } from '../schema/meetings.ts'
import { sources } from '../schema/sources.ts'

export type BodyHabits = typeof bodyHabits.$inferSelect

/** One meeting as far as the habits of its body go. */
export interface HabitMeeting {
  readonly bodyId: number
  readonly date: string
  readonly time: string | null
  readonly status: string
  readonly hasAgenda: boolean
  readonly agendaSeenAt: Date | null
  readonly isListed: boolean
}

/** Meetings of a source on that day or later, in no order; unbelieved ones are left out. */
export async function listHabitMeetings(
  db: Reader,
  sourceId: string,
  from: string,
): Promise<HabitMeeting[]> {
  const rows = await db
    .select({
      bodyId: meetings.bodyId,
      date: meetings.date,
      time: meetings.time,
      status: meetings.status,
      hasAgenda: meetings.hasAgenda,
      agendaSeenAt: meetings.agendaSeenAt,
      noLongerListedSince: meetings.noLongerListedSince,
    })
    .from(meetings)
    .where(
      and(
        eq(meetings.sourceId, sourceId),
        eq(meetings.isUnconfirmed, false),
        sql`${meetings.date} >= ${from}`,
      ),
    )
  return rows.map(({ noLongerListedSince, ...row }) => ({
    ...row,
    isListed: noLongerListedSince === null,
  }))
}

/** When the habits of a source's bodies were last learned; `null`: never. */
export async function findHabitsAge(db: Reader, sourceId: string): Promise<Date | null> {
  const [row] = await db
    .select({ at: sql<number | null>`max(${bodyHabits.learnedAt})` })
    .from(bodyHabits)
    .where(eq(bodyHabits.sourceId, sourceId))
  return row?.at == null ? null : new Date(row.at)
}

/**
 * Stores what was learned of some bodies; gives whether anything that pages show is another now.
 * `overdueSince` of one that was overdue already stays.
 */
export async function storeHabits(
  tx: Tx,
  sourceId: string,
  learned: readonly Omit<BodyHabits, 'sourceId'>[],
): Promise<boolean> {
  const held = new Map(
    (await tx.select().from(bodyHabits).where(eq(bodyHabits.sourceId, sourceId))).map((row) => [
      row.bodyId,
      row,
    ]),
  )
  let isChanged = false
  for (const habits of learned) {
    const before = held.get(habits.bodyId)
    const isSameDate = before?.nextDate === habits.nextDate
    const overdueSince =
      habits.overdueSince && isSameDate && before?.overdueSince
        ? before.overdueSince
        : habits.overdueSince
    const row = { ...habits, sourceId, overdueSince }
    isChanged ||= before === undefined || shown(before) !== shown(row)
    await tx
      .insert(bodyHabits)
      .values(row)
      .onConflictDoUpdate({ target: bodyHabits.bodyId, set: row })
  }
  return isChanged
}

const shown = ({ rhythm, leadHours, nextDate, nextIsListed, dueAt, overdueSince }: BodyHabits) =>
  JSON.stringify([rhythm, leadHours, nextDate, nextIsListed, dueAt, overdueSince])

/** A body whose agenda is overdue by its own habit. */
export interface OverdueAgenda {
  readonly bodyId: number
  readonly body: string
  readonly sourceId: string
  readonly placeSlug: string
  readonly placeName: string
  readonly state: string
  readonly timeZone: string | null
  readonly portalUrl: string
  readonly rhythm: string | null
  readonly leadHours: number | null
  readonly leadFrom: number
  readonly nextDate: string
  readonly nextIsListed: boolean
  readonly dueAt: Date | null
  readonly overdueSince: Date
}

/** Those of active sources, the longest overdue first; of one place when its slug is given. */
export async function listOverdueAgendas(db: Reader, placeSlug?: string): Promise<OverdueAgenda[]> {
  const rows = await db
    .select({
      bodyId: bodyHabits.bodyId,
      body: bodies.name,
      sourceId: bodyHabits.sourceId,
      placeSlug: jurisdictions.slug,
      placeName: jurisdictions.name,
      state: jurisdictions.state,
      timeZone: jurisdictions.timeZone,
      portalUrl: sources.portalUrl,
      rhythm: bodyHabits.rhythm,
      leadHours: bodyHabits.leadHours,
      leadFrom: bodyHabits.leadFrom,
      nextDate: bodyHabits.nextDate,
      nextIsListed: bodyHabits.nextIsListed,
      dueAt: bodyHabits.dueAt,
      overdueSince: bodyHabits.overdueSince,
    })
    .from(bodyHabits)
    .innerJoin(bodies, eq(bodies.id, bodyHabits.bodyId))
    .innerJoin(sources, eq(sources.id, bodyHabits.sourceId))
    .innerJoin(jurisdictions, eq(jurisdictions.id, sources.jurisdictionId))
    .where(
      and(
        isNotNull(bodyHabits.overdueSince),
        eq(sources.state, 'active'),
        placeSlug === undefined ? undefined : eq(jurisdictions.slug, placeSlug),
      ),
    )
    .orderBy(bodyHabits.overdueSince, bodyHabits.bodyId)
  return rows.flatMap((row) =>
    row.overdueSince === null || row.nextDate === null
      ? []
      : [{ ...row, overdueSince: row.overdueSince, nextDate: row.nextDate }],
  )
}

/** What is known of each body of a place, by name. */
export async function listBodyHabits(
  db: Reader,
  jurisdictionId: number,
): Promise<
  readonly (Pick<BodyHabits, 'rhythm' | 'leadHours' | 'leadFrom'> & { readonly body: string })[]
> {
  return await db
    .select({
      body: bodies.name,
      rhythm: bodyHabits.rhythm,
      leadHours: bodyHabits.leadHours,
      leadFrom: bodyHabits.leadFrom,
    })
    .from(bodyHabits)
    .innerJoin(bodies, eq(bodies.id, bodyHabits.bodyId))
    .where(eq(bodies.jurisdictionId, jurisdictionId))
    .orderBy(bodies.name)
}
