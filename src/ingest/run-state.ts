import { hashContent } from '../changes/fingerprint.ts'
import type { KnownMeeting } from '../db/queries/meeting-rows.ts'
import type { RunHistory } from '../db/queries/runs.ts'
import type { ClaimedSource } from '../db/queries/sources.ts'
import type { Problem } from '../model/errors.ts'
import type { LocalDate, TimeZone } from '../model/ids.ts'
import type { ScrapedMeeting } from '../model/meeting.ts'
import { addDays, daysBetween, toLocal } from '../model/time.ts'
import type { DateWindow } from '../scraping/contract.ts'
import type { FilledFields, SeenFacts } from './judge-run.ts'
import type { RunCounts } from './run-report.ts'
import { sortAtOf } from './store-meeting.ts'

/** A meeting as read and bounded, with the hash of all that was read. */
export interface ReadMeeting {
  readonly meeting: ScrapedMeeting
  readonly contentHash: string
}

/** A run from its opening on: what was known, and what has been seen so far. */
export interface Run {
  readonly id: number
  readonly source: ClaimedSource
  readonly startedAt: Date
  readonly window: DateWindow
  readonly windowDays: number | null
  readonly isFirstRead: boolean
  readonly history: RunHistory
  readonly known: Map<string, KnownMeeting>
  /** Ids of the portal, of every meeting seen so far. */
  readonly seen: Map<string, SeenFacts>
  /** Meetings known before that read differently now: stored once the run is believed. */
  readonly held: ReadMeeting[]
  readonly createdIds: number[]
  /** For people, the first fifty. */
  readonly problems: Problem[]
  /** What the adapter told, in the order it did. */
  readonly reported: Problem[]
  /** Ids of the portal that turn up in the addresses of detail pages. */
  readonly detailIds: Set<string>
  readonly documentUrls: Set<string>
  readonly counts: { -readonly [Key in keyof RunCounts]: RunCounts[Key] }
}

const mostProblems = 50
const mostReported = 5_000
const pastDays = 45
const aheadDays = 180

/** The days a scheduled read asks for, by the calendar of the place. */
export function scheduledWindow(now: Date, timeZone: TimeZone | null): DateWindow {
  const { date } = toLocal(now, timeZone ?? ('UTC' as TimeZone))
  return { from: addDays(date, -pastDays), to: addDays(date, aheadDays) }
}

export function windowDaysOf({ from, to }: DateWindow): number | null {
  return from === null || to === null ? null : daysBetween(from, to) + 1
}

/** Keeps the first fifty; more of the same would tell nobody anything. */
export function addProblem(run: Run, problem: Problem): void {
  if (run.problems.length < mostProblems) run.problems.push(problem)
}

/** Takes note of a page that the adapter could not have or read. */
export function noteReported(run: Run, problem: Problem): void {
  addProblem(run, problem)
  if (run.reported.length < mostReported) run.reported.push(problem)
}

/** Takes note of a meeting that is listed, whose details were not read again. */
export function noteSettled(run: Run, known: KnownMeeting): void {
  run.seen.set(known.upstreamId, {
    upstreamId: known.upstreamId,
    date: known.date,
    isUpcoming: known.sortAt >= run.startedAt,
    filled: null,
  })
  run.counts.meetingsSeen++
  if (known.sortAt >= run.startedAt) run.counts.meetingsUpcoming++
  run.counts.itemsSeen += known.items
  run.counts.documentsSeen += known.documents
  run.counts.findings += known.findings
}

/** Takes note of a meeting that was read. */
export function noteMeeting(run: Run, meeting: ScrapedMeeting): ReadMeeting {
  const { upstreamId, date } = meeting
  const isUpcoming = sortAtOf(meeting) >= run.startedAt
  run.seen.set(upstreamId, { upstreamId, date, isUpcoming, filled: filledFields(meeting) })
  const documents = [...meeting.documents, ...meeting.agendaItems.flatMap((item) => item.documents)]
  for (const { url } of documents) run.documentUrls.add(url)
  noteDetailIds(run, meeting)
  run.counts.meetingsSeen++
  if (isUpcoming) run.counts.meetingsUpcoming++
  run.counts.itemsSeen += meeting.agendaItems.length
  run.counts.documentsSeen += documents.length
  return { meeting, contentHash: hashContent(meeting) }
}

function filledFields(meeting: ScrapedMeeting): FilledFields {
  return {
    time: meeting.time !== null,
    location: meeting.location !== null,
    items: meeting.flags.includes('items-not-read') ? null : meeting.agendaItems.length > 0,
    documents: meeting.documents.length > 0,
  }
}

function noteDetailIds(run: Run, { upstreamId, agendaItems }: ScrapedMeeting): void {
  const ids = [
    upstreamId,
    ...agendaItems.flatMap((item) => [item.upstreamId ?? '', item.matterUpstreamId ?? '']),
  ]
  for (const id of ids) if (id.length >= 3) run.detailIds.add(id)
}

/**
 * Whether a problem is with the page of one meeting, item or file, and so says nothing about what
 * the portal lists: its address names one that was seen in this run.
 */
export function isDetailProblem(run: Run, { url }: Problem): boolean {
  if (run.documentUrls.has(url)) return true
  return url.split(/[^A-Za-z0-9-]+/).some((part) => run.detailIds.has(part))
}

const settledAfterDays = 14
const rereadAfterDays = 21
const rereadsAWeek = 3
const weekMs = 7 * 86_400_000

/**
 * Which meetings need no second look: long past, held in full, and listed as they were. Three old
 * ones a week are read all the same, to see that they still read as they did.
 */
export function settledIn(
  known: readonly KnownMeeting[],
  now: Date,
  today: LocalDate,
): (upstreamId: string, listFingerprint: string) => boolean {
  const age = ({ date }: KnownMeeting) => daysBetween(date as LocalDate, today)
  const old = known.filter((meeting) => age(meeting) > rereadAfterDays)
  const weekAgo = now.getTime() - weekMs
  const wasLooked = old.some(({ readAt }) => readAt.getTime() > weekAgo)
  const again = new Set(
    wasLooked
      ? []
      : old
          .sort((a, b) => a.readAt.getTime() - b.readAt.getTime() || a.id - b.id)
          .slice(0, rereadsAWeek)
          .map(({ upstreamId }) => upstreamId),
  )
  const settled = new Map(
    known
      .filter(
        (meeting) =>
          age(meeting) > settledAfterDays &&
          !meeting.areItemsUnread &&
          meeting.listFingerprint !== null &&
          !again.has(meeting.upstreamId),
      )
      .map((meeting) => [meeting.upstreamId, meeting.listFingerprint]),
  )
  return (upstreamId, listFingerprint) => settled.get(upstreamId) === listFingerprint
}
