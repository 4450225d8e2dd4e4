import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { ScrapedAgendaItem } from '../../model/meeting.ts'
import { insertRows, updateRows } from '../bulk.ts'
import type { Tx } from '../client.ts'
import { agendaItems, decisions, itemVotes } from '../schema/meetings.ts'

/** A stored item, with what it is recognised by. */
export interface ItemRow {
  readonly id: number
  readonly position: number
  readonly upstreamId: string | null
  readonly number: string | null
  readonly title: string
  readonly fileNumber: string | null
  readonly removedAt: Date | null
}

/** All items a meeting ever had: those on the agenda in its order, then the removed ones. */
export async function listItemRows(tx: Tx, meetingId: number): Promise<ItemRow[]> {
  return await tx
    .select({
      id: agendaItems.id,
      position: agendaItems.position,
      upstreamId: agendaItems.upstreamId,
      number: agendaItems.number,
      title: agendaItems.title,
      fileNumber: agendaItems.fileNumber,
      removedAt: agendaItems.removedAt,
    })
    .from(agendaItems)
    .where(eq(agendaItems.meetingId, meetingId))
    .orderBy(sql`${agendaItems.removedAt} IS NOT NULL`, asc(agendaItems.position), agendaItems.id)
}

/** An item to be stored; with an `id` it is the one already there. */
export interface ItemToStore {
  readonly id: number | null
  readonly item: ScrapedAgendaItem
  readonly matterId: number | null
}

/**
 * Makes the meeting's agenda be exactly these items, in this order, keeping the ids of those that
 * have one. Gives the ids in order. Items left out are to be removed by `removeItems` first.
 */
export async function storeItems(
  tx: Tx,
  meetingId: number,
  items: readonly ItemToStore[],
  seenAt: Date,
): Promise<number[]> {
  const rows = items.map(({ id, item, matterId }, position) => ({
    id,
    row: {
      matterId,
      upstreamId: item.upstreamId,
      position,
      number: item.number,
      title: item.title,
      section: item.section,
      consent: item.consent,
      isHeading: item.isHeading,
      fileNumber: item.fileNumber,
      text: item.text,
      sourceUrl: item.sourceUrl,
      action: item.action,
      result: item.result,
      mover: item.mover,
      seconder: item.seconder,
      removedAt: null,
    },
  }))
  await updateRows(
    tx,
    agendaItems,
    rows.flatMap(({ id, row }) => (id === null ? [] : [{ id, ...row }])),
  )
  await insertRows(
    tx,
    agendaItems,
    rows.flatMap(({ id, row }) =>
      id === null ? [{ ...row, meetingId, firstSeenAt: seenAt }] : [],
    ),
  )
  const stored = await tx
    .select({ id: agendaItems.id })
    .from(agendaItems)
    .where(and(eq(agendaItems.meetingId, meetingId), isNull(agendaItems.removedAt)))
    .orderBy(asc(agendaItems.position))
  if (stored.length !== items.length) throw new Error('The agenda was not stored as given')
  return stored.map((row) => row.id)
}

const among = (ids: readonly number[]) => sql`(SELECT value FROM json_each(${JSON.stringify(ids)}))`

/** Takes items off the agenda; they keep all that they said. */
export async function removeItems(tx: Tx, ids: readonly number[], at: Date): Promise<void> {
  if (ids.length === 0) return
  await tx
    .update(agendaItems)
    .set({ removedAt: at })
    .where(sql`${agendaItems.id} IN ${among(ids)}`)
}

export interface ItemOutcome {
  readonly id: number
  readonly matterId: number | null
  readonly item: ScrapedAgendaItem
}

/** Replaces the votes of these items and what became of them, as the portal records it. */
export async function replaceOutcomes(
  tx: Tx,
  outcomes: readonly ItemOutcome[],
  recordedAt: Date,
): Promise<void> {
  const ids = among(outcomes.map(({ id }) => id))
  await tx.delete(itemVotes).where(sql`${itemVotes.agendaItemId} IN ${ids}`)
  await insertRows(
    tx,
    itemVotes,
    outcomes.flatMap(({ id, item }) =>
      item.votes.map((vote, position) => ({ ...vote, agendaItemId: id, position })),
    ),
  )
  const decided = outcomes.filter(
    ({ item }) => item.action !== null || item.result !== null || item.votes.length > 0,
  )
  const decidedIds = among(decided.map(({ id }) => id))
  await tx
    .delete(decisions)
    .where(
      and(
        eq(decisions.basis, 'portal'),
        sql`${decisions.agendaItemId} IN ${ids}`,
        sql`${decisions.agendaItemId} NOT IN ${decidedIds}`,
      ),
    )
  await insertRows(
    tx,
    decisions,
    decided.map(({ id, matterId, item }) => ({
      agendaItemId: id,
      matterId,
      action: item.action,
      result: item.result,
      yes: item.votes.length > 0 ? count(item, 'yes') : null,
      no: item.votes.length > 0 ? count(item, 'no') : null,
      basis: 'portal' as const,
      recordedAt,
    })),
    {
      target: [decisions.agendaItemId],
      update: [
        decisions.matterId,
        decisions.action,
        decisions.result,
        decisions.yes,
        decisions.no,
        decisions.basis,
      ],
    },
  )
}

const count = (item: ScrapedAgendaItem, option: 'yes' | 'no') =>
  item.votes.filter((vote) => vote.option === option).length
