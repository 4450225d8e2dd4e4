import { and, asc, desc, eq, inArray, isNotNull } from 'drizzle-orm'
import type { DocumentKind } from '../../model/document.ts'
import type { Reader } from '../client.ts'
import {
  agendaItems,
  bodies,
  documentLinks,
  documents,
  documentVersions,
  findings,
  jurisdictions,
  meetingChanges,
  meetings,
  meetingVersions,
  sources,
} from '../schema/index.ts'

/** A meeting with the names around it. */
export type MeetingRow = typeof meetings.$inferSelect & {
  readonly body: string
  readonly placeSlug: string
  readonly placeName: string
  readonly state: string
  readonly platform: string
  readonly portalUrl: string
}

const meetingColumns = {
  meeting: meetings,
  body: bodies.name,
  placeSlug: jurisdictions.slug,
  placeName: jurisdictions.name,
  state: jurisdictions.state,
  platform: sources.platform,
  portalUrl: sources.portalUrl,
}

export async function findMeeting(db: Reader, id: number): Promise<MeetingRow | undefined> {
  const [row] = await db
    .select(meetingColumns)
    .from(meetings)
    .innerJoin(bodies, eq(bodies.id, meetings.bodyId))
    .innerJoin(jurisdictions, eq(jurisdictions.id, bodies.jurisdictionId))
    .innerJoin(sources, eq(sources.id, meetings.sourceId))
    .where(eq(meetings.id, id))
  if (!row) return undefined
  const { meeting, ...names } = row
  return { ...meeting, ...names }
}

/** An item as an agenda lists it, with its finding if it was flagged. */
export interface AgendaRow {
  readonly id: number
  readonly position: number
  readonly number: string | null
  readonly title: string
  readonly section: string | null
  readonly consent: boolean | null
  readonly isHeading: boolean
  readonly fileNumber: string | null
  readonly action: string | null
  readonly result: string | null
  readonly removedAt: Date | null
  readonly band: 'found' | 'possible' | null
  readonly quote: string | null
  readonly technologies: readonly string[] | null
}

/** Long agendas exist; what is longer still is cut, and the page says so. */
export const mostAgendaRows = 2_000

/** The agenda in its order, items that were taken off last. */
export async function listAgenda(db: Reader, meetingId: number): Promise<AgendaRow[]> {
  const rows = await db
    .select({
      id: agendaItems.id,
      position: agendaItems.position,
      number: agendaItems.number,
      title: agendaItems.title,
      section: agendaItems.section,
      consent: agendaItems.consent,
      isHeading: agendaItems.isHeading,
      fileNumber: agendaItems.fileNumber,
      action: agendaItems.action,
      result: agendaItems.result,
      removedAt: agendaItems.removedAt,
      band: findings.band,
      quote: findings.quote,
      technologies: findings.technologies,
      review: findings.review,
    })
    .from(agendaItems)
    .leftJoin(findings, eq(findings.agendaItemId, agendaItems.id))
    .where(eq(agendaItems.meetingId, meetingId))
    .orderBy(asc(agendaItems.position), asc(agendaItems.id))
    .limit(mostAgendaRows)
  return rows
    .map(({ review, ...row }) =>
      review === 'rejected' ? { ...row, band: null, quote: null, technologies: null } : row,
    )
    .sort((a, b) => Number(a.removedAt !== null) - Number(b.removedAt !== null))
}

/** A published file and the newest bytes held of it. */
export interface DocumentRow {
  readonly id: number
  readonly kind: DocumentKind
  readonly title: string
  readonly url: string
  readonly firstSeenAt: Date
  readonly goneSince: Date | null
  readonly errorCode: string | null
  readonly errorMessage: string | null
  /** `null`: no bytes are held. */
  readonly sha256: string | null
  readonly mediaType: string | null
  readonly sizeBytes: number | null
  readonly capturedAt: Date | null
  readonly pages: number | null
  /** Since when the owner's page no longer shows it; the document may still hang elsewhere. */
  readonly unlinkedSince: Date | null
  /** Every different set of bytes its address has given, oldest first. */
  readonly versions: readonly HeldVersion[]
}

export interface HeldVersion {
  readonly number: number
  readonly sha256: string
  readonly sizeBytes: number
  readonly pages: number | null
  readonly firstSeenAt: Date
  readonly lastSeenAt: Date
}

type Owner = 'meetingId' | 'agendaItemId' | 'matterId'

/** Documents hanging on a meeting, an item or a matter, in the portal's order, each once. */
export async function listDocuments(db: Reader, owner: Owner, id: number): Promise<DocumentRow[]> {
  const links = await db
    .select({
      id: documents.id,
      kind: documents.kind,
      title: documents.title,
      url: documents.url,
      firstSeenAt: documents.firstSeenAt,
      goneSince: documents.goneSince,
      errorCode: documents.errorCode,
      errorMessage: documents.errorMessage,
      unlinkedSince: documentLinks.goneSince,
    })
    .from(documentLinks)
    .innerJoin(documents, eq(documents.id, documentLinks.documentId))
    .where(eq(documentLinks[owner], id))
    .orderBy(isNotNull(documentLinks.goneSince), asc(documentLinks.position), asc(documentLinks.id))
    .limit(500)
  const ids = links.map((link) => link.id)
  const versions =
    ids.length === 0
      ? []
      : await db
          .select()
          .from(documentVersions)
          .where(inArray(documentVersions.documentId, ids))
          .orderBy(asc(documentVersions.number))
  const versionsOf = new Map<number, (typeof versions)[number][]>()
  for (const version of versions) {
    const known = versionsOf.get(version.documentId)
    if (known) known.push(version)
    else versionsOf.set(version.documentId, [version])
  }
  return [...new Map(links.map((link) => [link.id, link])).values()].map((link) => {
    const held = versionsOf.get(link.id) ?? []
    const version = held.at(-1)
    return {
      ...link,
      errorCode: link.errorCode ?? version?.errorCode ?? null,
      errorMessage: link.errorMessage ?? version?.errorMessage ?? null,
      sha256: version?.sha256 ?? null,
      mediaType: version?.mediaType ?? null,
      sizeBytes: version?.sizeBytes ?? null,
      capturedAt: version?.firstSeenAt ?? null,
      pages: version?.pages ?? null,
      versions: held,
    }
  })
}

/** One difference between two versions, in a sentence. */
export interface ChangeRow {
  readonly version: number
  readonly agendaItemId: number | null
  readonly kind: string
  readonly before: string | null
  readonly after: string | null
  readonly sentence: string
  readonly seenAt: Date
}

const changeColumns = {
  version: meetingChanges.version,
  agendaItemId: meetingChanges.agendaItemId,
  kind: meetingChanges.kind,
  before: meetingChanges.before,
  after: meetingChanges.after,
  sentence: meetingChanges.sentence,
  seenAt: meetingChanges.seenAt,
}

/** What has changed about a meeting, newest version first. */
export async function listMeetingChanges(db: Reader, meetingId: number): Promise<ChangeRow[]> {
  return await db
    .select(changeColumns)
    .from(meetingChanges)
    .where(eq(meetingChanges.meetingId, meetingId))
    .orderBy(desc(meetingChanges.version), asc(meetingChanges.id))
    .limit(500)
}

/** What has changed about one item, newest first. */
export async function listItemChanges(db: Reader, agendaItemId: number): Promise<ChangeRow[]> {
  return await db
    .select(changeColumns)
    .from(meetingChanges)
    .where(
      and(isNotNull(meetingChanges.agendaItemId), eq(meetingChanges.agendaItemId, agendaItemId)),
    )
    .orderBy(desc(meetingChanges.version), asc(meetingChanges.id))
    .limit(200)
}

/** Versions of a meeting, newest first. */
export async function listVersions(
  db: Reader,
  meetingId: number,
): Promise<{ readonly number: number; readonly seenAt: Date }[]> {
  return await db
    .select({ number: meetingVersions.number, seenAt: meetingVersions.seenAt })
    .from(meetingVersions)
    .where(eq(meetingVersions.meetingId, meetingId))
    .orderBy(desc(meetingVersions.number))
    .limit(200)
}
