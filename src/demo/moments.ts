import type { LocalDate, LocalTime, TimeZone } from '../model/ids.ts'
import { addDays, type LocalReading, toInstant, toLocal } from '../model/time.ts'
import type { MeetingMoment } from './plan.ts'

/** Nobody sits before eight or begins after half past nine in the evening. */
const earliest = '08:00'
const latest = '21:30'

/** Monday for a weekend's days; the date itself otherwise. */
function onWorkday(date: LocalDate): LocalDate {
  const day = new Date(`${date}T00:00:00Z`).getUTCDay()
  if (day === 6) return addDays(date, 2)
  return day === 0 ? addDays(date, 1) : date
}

/**
 * The date and wall-clock time of a moment. Hours are rounded up to the half hour and put off to
 * nine in the morning when nobody would sit; days fall on workdays.
 */
export function placeMoment(at: MeetingMoment, startedAt: Date, zone: TimeZone): LocalReading {
  if ('days' in at) {
    const { date } = toLocal(startedAt, zone)
    return { date: onWorkday(addDays(date, at.days)), time: at.time as LocalTime }
  }
  const halfHour = 1_800_000
  const rounded = Math.ceil((startedAt.getTime() + at.hours * 3_600_000) / halfHour) * halfHour
  const { date, time } = toLocal(new Date(rounded), zone)
  if (time < earliest) return { date, time: '09:00' as LocalTime }
  if (time > latest) return { date: addDays(date, 1), time: '09:00' as LocalTime }
  return { date, time }
}

/** Whether a meeting at this reading has begun by `now`. */
export function isOver({ date, time }: LocalReading, zone: TimeZone, now: Date): boolean {
  return toInstant(date, time, zone).instant.getTime() <= now.getTime()
}

/** `18:30` as clerks print it, `6:30 PM`. */
export function printTime(time: LocalTime): string {
  const hour = Number(time.slice(0, 2))
  return `${hour % 12 === 0 ? 12 : hour % 12}:${time.slice(3)} ${hour < 12 ? 'AM' : 'PM'}`
}

/** `2026-03-01` as InSite prints it, `3/1/2026`. */
export function printDate(date: LocalDate): string {
  const [year, month, day] = date.split('-')
  return `${Number(month)}/${Number(day)}/${year}`
}
