import type { LocalDate, LocalTime, TimeZone } from '../model/ids.ts'
import type { MeetingStatus } from '../model/meeting.ts'
import { addDays, toInstant, toLocal } from '../model/time.ts'
import { type BodyRhythm, foretoldDates, learnRhythm } from './body-rhythm.ts'

/** What is held of one meeting of a body, as far as its agenda is expected. */
export interface MeetingFacts {
  readonly date: LocalDate
  readonly time: LocalTime | null
  readonly status: MeetingStatus
  /** It lists items, or has an agenda to open. */
  readonly hasAgenda: boolean
  /** When its agenda was first seen; `null`: not yet, or it was there at our first look. */
  readonly agendaSeenAt: Date | null
  readonly isListed: boolean
}

/** What a body's habits say of its next meeting. */
export interface Expectation {
  readonly rhythm: BodyRhythm | null
  /** Hours before a meeting by which its agenda was out in nine of ten cases; `null`: not learned. */
  readonly leadHours: number | null
  /** Meetings from which `leadHours` was learned. */
  readonly leadFrom: number
  readonly next: ExpectedMeeting | null
}

export interface ExpectedMeeting {
  readonly date: LocalDate
  /** True when the portal lists it; else the rhythm alone foretells it. */
  readonly isListed: boolean
  /** When its agenda is due by habit; `null` when that is not learned. */
  readonly dueAt: Date | null
  /** No agenda although it is due by habit. */
  readonly isOverdue: boolean
}

const hourMs = 3_600_000
/** Fewer say nothing of a habit. */
const fewestLeads = 3
const recentLeads = 12
/** Behind its habit by less than this, nobody is alarmed. */
const graceMs = 3 * hourMs
/** A meeting may move by so many days, for a holiday, and still be the one that is expected. */
const moveDays = 3
const aheadDays = 45
const noon = '12:00' as LocalTime

/**
 * What is expected of a body by its own habits: the day it meets next, and by when its agenda
 * should be out. Habits are learned from what was seen, never from the law, and are told as such.
 */
export function expectAgenda(
  meetings: readonly MeetingFacts[],
  timeZone: TimeZone,
  now: Date,
): Expectation {
  const { date: today } = toLocal(now, timeZone)
  const rhythm = learnRhythm(
    meetings.map(({ date }) => date),
    today,
  )
  const startOf = ({ date, time }: Pick<MeetingFacts, 'date' | 'time'>) =>
    toInstant(date, time ?? noon, timeZone).instant
  const leads = meetings
    .filter(({ agendaSeenAt, status }) => agendaSeenAt !== null && status !== 'cancelled')
    .sort((a, b) => (a.date < b.date ? 1 : -1))
    .slice(0, recentLeads)
    .map((meeting) => (startOf(meeting).getTime() - Number(meeting.agendaSeenAt)) / hourMs)
    .filter((hours) => hours > 0)
    .sort((a, b) => a - b)
  const leadHours =
    leads.length >= fewestLeads ? (leads[Math.floor(leads.length / 10)] ?? null) : null

  const found = findNext(meetings, rhythm, today)
  if (!found) return { rhythm, leadHours, leadFrom: leads.length, next: null }
  const start = startOf({ date: found.date, time: found.time ?? usualTime(meetings) })
  const dueAt = leadHours === null ? null : new Date(start.getTime() - leadHours * hourMs)
  const isLate = dueAt !== null && now.getTime() > dueAt.getTime() + graceMs
  const next = {
    date: found.date,
    isListed: found.isListed,
    dueAt,
    isOverdue: isLate && !found.hasAgenda,
  }
  return { rhythm, leadHours, leadFrom: leads.length, next }
}

/** The next meeting to come without an agenda, else the next one. */
function findNext(
  meetings: readonly MeetingFacts[],
  rhythm: BodyRhythm | null,
  today: LocalDate,
):
  | (Pick<MeetingFacts, 'date' | 'time' | 'hasAgenda'> & { readonly isListed: boolean })
  | undefined {
  const listed = meetings
    .filter(({ date, isListed, status }) => date >= today && isListed && status !== 'cancelled')
    .map(({ date, time, hasAgenda }) => ({ date, time, hasAgenda, isListed: true }))
  const foretold = rhythm
    ? foretoldDates(rhythm, today, addDays(today, aheadDays))
        .filter((date) => !meetings.some((meeting) => isNear(meeting.date, date)))
        .map((date) => ({ date, time: null, hasAgenda: false, isListed: false }))
    : []
  const inOrder = [...listed, ...foretold].sort((a, b) => (a.date < b.date ? -1 : 1))
  return inOrder.find(({ hasAgenda }) => !hasAgenda) ?? inOrder[0]
}

const isNear = (a: LocalDate, b: LocalDate) =>
  a >= addDays(b, -moveDays) && a <= addDays(b, moveDays)

/** The hour at which it has met most often. */
function usualTime(meetings: readonly MeetingFacts[]): LocalTime | null {
  const counts = new Map<LocalTime, number>()
  for (const { time } of meetings) if (time) counts.set(time, (counts.get(time) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null
}
