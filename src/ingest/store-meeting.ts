import { type Alignment, alignItems } from '../changes/align.ts'
import { describeChange } from '../changes/describe.ts'
import { diffMeetings, isCalendarChange, type MeetingDiff } from '../changes/diff.ts'
import { fingerprintMeeting } from '../changes/fingerprint.ts'
import type { Tx } from '../db/client.ts'
import { findOrAddBody } from '../db/queries/bodies.ts'
import { raiseContentVersion } from '../db/queries/content-version.ts'
import { moveFindings, replaceDetections } from '../db/queries/detection-rows.ts'
import { type DocumentLink, replaceDocumentLinks } from '../db/queries/document-links.ts'
import {
  type ItemRow,
  listItemRows,
  removeItems,
  replaceOutcomes,
  storeItems,
} from '../db/queries/item-rows.ts'
import { storeMatters } from '../db/queries/matter-rows.ts'
import {
  addMeetingRow,
  findMeetingRow,
  type MeetingRow,
  updateMeetingRow,
} from '../db/queries/meeting-rows.ts'
import { addChanges, addVersion, findVersionContent } from '../db/queries/meeting-versions.ts'
import type { Detection } from '../model/detection.ts'
import type { TimeZone } from '../model/ids.ts'
import type { ScrapedMeeting } from '../model/meeting.ts'
import { endOfDay } from '../model/time.ts'
import { carryUnread } from './carry-unread.ts'
import { addDocumentEvidence } from './document-evidence.ts'

/** Where a day ends last: nothing is over before it is over there. */
const lastZone = 'Etc/GMT+12' as TimeZone

export interface MeetingToStore {
  readonly sourceId: string
  readonly jurisdictionId: number
  readonly runId: number
  readonly seenAt: Date
  /** As read, within bounds. */
  readonly meeting: ScrapedMeeting
  readonly contentHash: string
  /** Nothing of this source was known before: what is there now was there for who knows how long. */
  readonly isFirstRead: boolean
  /** A new meeting of a run that has not been believed yet. */
  readonly isUnconfirmed: boolean
  readonly detectorVersion: string
  /** Judges what will be stored, which may hold parts of the version before. Pure and quick. */
  detect(meeting: ScrapedMeeting): readonly Detection[]
}

export interface StoredMeeting {
  readonly id: number
  readonly isCreated: boolean
  /** A new version of a meeting that was there before. */
  readonly isChanged: boolean
  readonly findings: number
}

/** When a list stops calling the meeting upcoming: its start, or the end of its day. */
export function sortAtOf({ startsAt, date, timeZone }: ScrapedMeeting): Date {
  return startsAt === null ? endOfDay(date, timeZone ?? lastZone) : new Date(startsAt)
}

/**
 * Stores what was read of one meeting, all in the caller's transaction: nothing is stored by half,
 * and storing the same again changes nothing. Items keep their ids from version to version.
 */
export async function storeMeeting(tx: Tx, read: MeetingToStore): Promise<StoredMeeting> {
  const row = await findMeetingRow(tx, read.sourceId, read.meeting.upstreamId)
  const before = row && (await findVersionContent(tx, row.id, row.fingerprint))
  const meeting = before ? carryUnread(before, read.meeting) : read.meeting
  const fingerprint = fingerprintMeeting(meeting)
  const diff = before && row?.fingerprint !== fingerprint ? diffMeetings(before, meeting) : null
  const isChanged = row !== undefined && row.fingerprint !== fingerprint
  const version = row ? row.version + (isChanged ? 1 : 0) : 1

  const frame = await frameOf(tx, read, meeting, fingerprint)
  const id = await storeFrame(tx, read, frame, row, { version, diff, isChanged })
  if (!row || isChanged) {
    const { runId, seenAt } = read
    await addVersion(tx, {
      meetingId: id,
      number: version,
      runId,
      seenAt,
      fingerprint,
      content: meeting,
    })
  }
  const held = row ? await listItemRows(tx, id) : []
  const itemIds = await storeAgenda(tx, read, id, meeting, held, diff)
  if (diff) await storeChanges(tx, { id, version, seenAt: read.seenAt }, diff, held, itemIds)
  if (row && row.sortAt.getTime() !== frame.sortAt.getTime()) {
    await moveFindings(tx, id, frame.sortAt)
  }
  const judged = read.detect(meeting).flatMap((detection, index) => {
    const itemId = itemIds[index]
    return itemId === undefined
      ? []
      : [
          {
            id: itemId,
            meetingId: id,
            jurisdictionId: read.jurisdictionId,
            sortAt: frame.sortAt,
            detection,
          },
        ]
  })
  const found = await replaceDetections(tx, await addDocumentEvidence(tx, judged, read.seenAt), {
    detectorVersion: read.detectorVersion,
    foundAt: read.seenAt,
  })
  await raiseContentVersion(tx)
  return { id, isCreated: row === undefined, isChanged, findings: found.findings }
}

async function frameOf(tx: Tx, read: MeetingToStore, meeting: ScrapedMeeting, fingerprint: string) {
  const bodyId = await findOrAddBody(tx, {
    sourceId: read.sourceId,
    jurisdictionId: read.jurisdictionId,
    name: meeting.body,
    upstreamId: meeting.bodyUpstreamId,
  })
  return {
    sourceId: read.sourceId,
    bodyId,
    upstreamId: meeting.upstreamId,
    date: meeting.date,
    time: meeting.time,
    timeZone: meeting.timeZone,
    startsAt: meeting.startsAt === null ? null : new Date(meeting.startsAt),
    sortAt: sortAtOf(meeting),
    status: meeting.status,
    statusText: meeting.statusText,
    location: meeting.location,
    comment: meeting.comment,
    remoteUrl: meeting.remoteUrl,
    sourceUrl: meeting.sourceUrl,
    agendaStatus: meeting.agendaStatus,
    minutesStatus: meeting.minutesStatus,
    flags: meeting.flags,
    fingerprint,
    contentHash: read.contentHash,
    listFingerprint: meeting.listFingerprint,
    hasAgenda:
      meeting.agendaItems.length > 0 || meeting.documents.some(({ kind }) => kind === 'agenda'),
    lastSeenAt: read.seenAt,
    readAt: read.seenAt,
  }
}

async function storeFrame(
  tx: Tx,
  read: MeetingToStore,
  frame: Awaited<ReturnType<typeof frameOf>>,
  row: MeetingRow | undefined,
  turn: {
    readonly version: number
    readonly diff: MeetingDiff | null
    readonly isChanged: boolean
  },
): Promise<number> {
  const { version, diff, isChanged } = turn
  if (!row) {
    const { seenAt, isUnconfirmed, isFirstRead } = read
    const agendaSeenAt = frame.hasAgenda && !isFirstRead ? seenAt : null
    const seen = { firstSeenAt: seenAt, changedAt: seenAt, agendaSeenAt }
    const added = { ...frame, ...seen, version, isUnconfirmed }
    return await addMeetingRow(tx, added)
  }
  const isForCalendar = diff?.changes.some(isCalendarChange) ?? false
  await updateMeetingRow(tx, row.id, {
    ...frame,
    version,
    ...(isChanged && { changedAt: read.seenAt }),
    ...(frame.hasAgenda && !row.hasAgenda && !row.agendaSeenAt && { agendaSeenAt: read.seenAt }),
    ...(isForCalendar && { sequence: row.sequence + 1 }),
  })
  return row.id
}

/** Stores items, votes, outcomes, files and matters; gives the ids of the items in agenda order. */
async function storeAgenda(
  tx: Tx,
  read: MeetingToStore,
  meetingId: number,
  meeting: ScrapedMeeting,
  held: readonly ItemRow[],
  diff: MeetingDiff | null,
): Promise<number[]> {
  const { sourceId, seenAt } = read
  const idOf = assignIds(held, meeting, diff)
  const kept = new Set(idOf.values())
  await removeItems(
    tx,
    held.filter((row) => row.removedAt === null && !kept.has(row.id)).map((row) => row.id),
    seenAt,
  )
  // Only matters read this time: a carried one may be older than what another meeting told of it.
  const matters = [
    ...new Map(
      read.meeting.agendaItems.flatMap(({ matter }) =>
        matter ? [[matter.upstreamId, matter]] : [],
      ),
    ).values(),
  ]
  const matterIds = await storeMatters(
    tx,
    sourceId,
    matters,
    meeting.agendaItems.flatMap(({ matterUpstreamId }) => matterUpstreamId ?? []),
    seenAt,
  )
  const items = meeting.agendaItems.map((item, index) => ({
    id: idOf.get(index) ?? null,
    item,
    matterId: matterIds.get(item.matter?.upstreamId ?? item.matterUpstreamId ?? '') ?? null,
  }))
  const itemIds = await storeItems(tx, meetingId, items, seenAt)
  await replaceOutcomes(
    tx,
    items.flatMap((entry, index) => {
      const id = itemIds[index]
      return id === undefined ? [] : [{ ...entry, id }]
    }),
    seenAt,
  )

  const links: DocumentLink[] = [
    ...meeting.documents.map((document, position) => ({ document, position, meetingId })),
    ...meeting.agendaItems.flatMap((item, index) => {
      const agendaItemId = itemIds[index]
      return agendaItemId === undefined
        ? []
        : item.documents.map((document, position) => ({ document, position, agendaItemId }))
    }),
    ...matters.flatMap(({ upstreamId, documents }) => {
      const matterId = matterIds.get(upstreamId)
      return matterId === undefined
        ? []
        : documents.map((document, position) => ({ document, position, matterId }))
    }),
  ]
  const told = matters.flatMap(({ upstreamId }) => matterIds.get(upstreamId) ?? [])
  const owners = { meetingId, agendaItemIds: itemIds, matterIds: told }
  await replaceDocumentLinks(tx, sourceId, owners, links, seenAt)
  return itemIds
}

/**
 * Which stored item each item of today is, by index. An item that was taken off and comes back is
 * the one it was.
 */
function assignIds(
  held: readonly ItemRow[],
  meeting: ScrapedMeeting,
  diff: MeetingDiff | null,
): ReadonlyMap<number, number> {
  const current = held.filter((row) => row.removedAt === null)
  const removed = held.filter((row) => row.removedAt !== null)
  const { pairs, added } = diff?.alignment ?? alignUnchanged(current, meeting)
  const ids = new Map<number, number>()
  for (const [before, after] of pairs) {
    const row = current[before]
    if (row) ids.set(after, row.id)
  }
  const back = added.flatMap((index) => {
    const item = meeting.agendaItems[index]
    return item ? [{ index, item }] : []
  })
  const returned = alignItems(
    removed,
    back.map(({ item }) => item),
  )
  for (const [before, after] of returned.pairs) {
    const row = removed[before]
    const index = back[after]?.index
    if (row && index !== undefined) ids.set(index, row.id)
  }
  return ids
}

/** An agenda that says the same in the same order is the same item by item. */
function alignUnchanged(current: readonly ItemRow[], { agendaItems }: ScrapedMeeting): Alignment {
  if (current.length !== agendaItems.length) return alignItems(current, agendaItems)
  return { pairs: current.map((_, index) => [index, index] as const), removed: [], added: [] }
}

async function storeChanges(
  tx: Tx,
  { id, version, seenAt }: { readonly id: number; readonly version: number; readonly seenAt: Date },
  { changes }: MeetingDiff,
  held: readonly ItemRow[],
  itemIds: readonly number[],
): Promise<void> {
  const itemIdOf = (index: { readonly indexBefore: number | null; indexAfter: number | null }) =>
    index.indexAfter !== null
      ? itemIds[index.indexAfter]
      : index.indexBefore !== null
        ? held[index.indexBefore]?.id
        : undefined
  await addChanges(
    tx,
    changes.map((change) => ({
      meetingId: id,
      version,
      agendaItemId: (change.item && itemIdOf(change.item)) ?? null,
      kind: change.kind,
      before: change.before,
      after: change.after,
      sentence: describeChange(change),
      seenAt,
    })),
  )
}
