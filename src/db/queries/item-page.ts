import { and, asc, desc, eq, ne } from 'drizzle-orm'
import type { FactBody } from '../../model/facts.ts'
import type { Reader } from '../client.ts'
import {
  agendaItems,
  bodies,
  decisions,
  detections,
  facts,
  fetches,
  findings,
  itemVotes,
  matterHistory,
  matters,
  meetings,
} from '../schema/index.ts'

export type ItemRow = typeof agendaItems.$inferSelect
export type FindingRow = typeof findings.$inferSelect
export type DetectionRow = typeof detections.$inferSelect
/** A stored fact; its value is that of its kind. */
export type FactRow = Omit<typeof facts.$inferSelect, 'kind' | 'value'> & FactBody
export type VoteRow = typeof itemVotes.$inferSelect
export type MatterRow = typeof matters.$inferSelect
export type MatterStep = typeof matterHistory.$inferSelect
export type DecisionRow = typeof decisions.$inferSelect

export async function findItem(db: Reader, id: number): Promise<ItemRow | undefined> {
  const [row] = await db.select().from(agendaItems).where(eq(agendaItems.id, id))
  return row
}

/** Why an item was flagged: nothing when it was not, or when a reviewer rejected it. */
export async function findFinding(
  db: Reader,
  agendaItemId: number,
): Promise<FindingRow | undefined> {
  const [row] = await db
    .select()
    .from(findings)
    .where(and(eq(findings.agendaItemId, agendaItemId), ne(findings.review, 'rejected')))
  return row
}

/** Every quoted passage behind a finding, in the order of detection. */
export async function listDetections(db: Reader, agendaItemId: number): Promise<DetectionRow[]> {
  return await db
    .select()
    .from(detections)
    .where(eq(detections.agendaItemId, agendaItemId))
    .orderBy(asc(detections.id))
    .limit(500)
}

export async function listFacts(db: Reader, agendaItemId: number): Promise<FactRow[]> {
  const rows = await db
    .select()
    .from(facts)
    .where(eq(facts.agendaItemId, agendaItemId))
    .orderBy(asc(facts.kind), asc(facts.id))
    .limit(500)
  // Kind and value were stored together by `replaceDetections`.
  return rows as FactRow[]
}

export async function listVotes(db: Reader, agendaItemId: number): Promise<VoteRow[]> {
  return await db
    .select()
    .from(itemVotes)
    .where(eq(itemVotes.agendaItemId, agendaItemId))
    .orderBy(asc(itemVotes.position), asc(itemVotes.id))
    .limit(500)
}

export async function findDecision(
  db: Reader,
  agendaItemId: number,
): Promise<DecisionRow | undefined> {
  const [row] = await db.select().from(decisions).where(eq(decisions.agendaItemId, agendaItemId))
  return row
}

export async function findMatter(db: Reader, id: number): Promise<MatterRow | undefined> {
  const [row] = await db.select().from(matters).where(eq(matters.id, id))
  return row
}

/** The steps of a matter as the portal tells them, oldest first. */
export async function listMatterHistory(db: Reader, matterId: number): Promise<MatterStep[]> {
  return await db
    .select()
    .from(matterHistory)
    .where(eq(matterHistory.matterId, matterId))
    .orderBy(asc(matterHistory.position), asc(matterHistory.id))
    .limit(300)
}

/** A meeting at which a matter stood on the agenda. */
export interface MatterAppearance {
  readonly agendaItemId: number
  readonly meetingId: number
  readonly number: string | null
  readonly title: string
  readonly body: string
  readonly date: string
  readonly status: string
  readonly action: string | null
  readonly result: string | null
  readonly removedAt: Date | null
}

/** Every agenda the matter has stood on, the latest meeting first. */
export async function listAppearances(db: Reader, matterId: number): Promise<MatterAppearance[]> {
  return await db
    .select({
      agendaItemId: agendaItems.id,
      meetingId: meetings.id,
      number: agendaItems.number,
      title: agendaItems.title,
      body: bodies.name,
      date: meetings.date,
      status: meetings.status,
      action: agendaItems.action,
      result: agendaItems.result,
      removedAt: agendaItems.removedAt,
    })
    .from(agendaItems)
    .innerJoin(meetings, eq(meetings.id, agendaItems.meetingId))
    .innerJoin(bodies, eq(bodies.id, meetings.bodyId))
    .where(eq(agendaItems.matterId, matterId))
    .orderBy(desc(meetings.sortAt), desc(agendaItems.id))
    .limit(200)
}

/** The archived answer of the portal at an address. */
export interface CapturedPage {
  readonly url: string
  readonly sha256: string
  readonly contentType: string
  readonly sizeBytes: number
  readonly fetchedAt: Date
}

/** What was captured at one of the source's addresses; the newest capture alone is remembered. */
export async function findCapture(
  db: Reader,
  sourceId: string,
  url: string,
): Promise<CapturedPage | undefined> {
  const [row] = await db
    .select({
      url: fetches.url,
      sha256: fetches.sha256,
      contentType: fetches.contentType,
      sizeBytes: fetches.sizeBytes,
      fetchedAt: fetches.fetchedAt,
    })
    .from(fetches)
    .where(and(eq(fetches.sourceId, sourceId), eq(fetches.request, `GET ${url}`)))
  return row
}
