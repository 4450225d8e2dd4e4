import type { Reader } from '../db/client.ts'
import { type BodyHabits, findHabitsAge, listHabitMeetings } from '../db/queries/body-habits.ts'
import type { LocalDate, LocalTime, TimeZone } from '../model/ids.ts'
import type { MeetingStatus } from '../model/meeting.ts'
import { addDays, toLocal } from '../model/time.ts'
import type { BodyRhythm } from './body-rhythm.ts'
import { expectAgenda } from './expected-agenda.ts'

const lookBackDays = 400
/** Where nothing has changed, habits are looked at again at most this often. */
const learnAgainMs = 3_600_000

export type LearnedHabits = Omit<BodyHabits, 'sourceId'>

/**
 * What the meetings of a source say of the habits of its bodies; `null` where it was learned a short
 * while ago and no meeting has changed since.
 */
export async function learnHabits(
  db: Reader,
  source: { readonly id: string; readonly timeZone: TimeZone },
  hasChanged: boolean,
  now: Date,
): Promise<LearnedHabits[] | null> {
  const learnedAt = hasChanged ? null : await findHabitsAge(db, source.id)
  if (learnedAt && now.getTime() - learnedAt.getTime() < learnAgainMs) return null
  const { date: today } = toLocal(now, source.timeZone)
  const byBody = new Map<number, Parameters<typeof expectAgenda>[0][number][]>()
  for (const meeting of await listHabitMeetings(db, source.id, addDays(today, -lookBackDays))) {
    const facts = {
      ...meeting,
      date: meeting.date as LocalDate,
      time: meeting.time as LocalTime | null,
      status: meeting.status as MeetingStatus,
    }
    const known = byBody.get(meeting.bodyId)
    if (known) known.push(facts)
    else byBody.set(meeting.bodyId, [facts])
  }
  return [...byBody].map(([bodyId, meetings]) => {
    const { rhythm, leadHours, leadFrom, next } = expectAgenda(meetings, source.timeZone, now)
    return {
      bodyId,
      learnedAt: now,
      rhythm: rhythm && sayRhythm(rhythm),
      leadHours: leadHours === null ? null : Math.floor(leadHours),
      leadFrom,
      nextDate: next?.date ?? null,
      nextIsListed: next?.isListed ?? false,
      dueAt: next?.dueAt ?? null,
      overdueSince: next?.isOverdue ? now : null,
    }
  })
}

/** The next day on which any of the bodies would meet by its habit. */
export function firstForetold(habits: readonly LearnedHabits[]): LocalDate | null {
  const dates = habits.flatMap(({ rhythm, nextDate }) => (rhythm && nextDate ? [nextDate] : []))
  return (dates.sort()[0] as LocalDate | undefined) ?? null
}

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const ordinals = ['', '1st', '2nd', '3rd', '4th', '5th']

/** `every second Tuesday`, `on the 1st and 3rd Tuesday of the month`. */
export function sayRhythm(rhythm: BodyRhythm): string {
  const day = weekdays[rhythm.weekday] ?? ''
  if (rhythm.kind === 'month') {
    const weeks = rhythm.weeks.map((week) => ordinals[week] ?? '')
    const list = [weeks.slice(0, -1).join(', '), weeks.at(-1)].filter((part) => part).join(' and ')
    return `on the ${list} ${day} of the month`
  }
  const every = ['', '', 'second ', 'third ', 'fourth '][rhythm.every] ?? ''
  return `every ${every}${day}`
}
