import type { LocalDate, LocalTime, TimeZone } from './ids.ts'

/** How a wall-clock reading stands to the instants of its zone. */
export type WallClockFit = 'exact' | 'gap' | 'ambiguous'

export interface ZonedInstant {
  readonly instant: Date
  /**
   * `gap`: the clocks were put forward over this reading, the instant is the one the old offset gives.
   * `ambiguous`: the reading happened twice, the instant is the first.
   */
  readonly fit: WallClockFit
}

export interface LocalReading {
  readonly date: LocalDate
  readonly time: LocalTime
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** Formatters are dear to make (about 50 µs) and cheap to keep: one a zone. */
function formatOf(timeZone: TimeZone): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  formats.set(timeZone, made)
  return made
}

/** The wall clock's reading at an instant, in milliseconds as if it were UTC. */
function wallMillis(instant: number, timeZone: TimeZone): number {
  const parts: Record<string, string> = {}
  for (const { type, value } of formatOf(timeZone).formatToParts(instant)) parts[type] = value
  return Date.UTC(
    Number(parts.year),
    Number(parts.month) - 1,
    Number(parts.day),
    Number(parts.hour),
    Number(parts.minute),
    Number(parts.second),
  )
}

const dayMillis = 86_400_000

/** Offsets of whole UTC days, a map a zone; `null` for a day on which the clocks change. */
const offsetsByDay = new Map<string, Map<number, number | null>>()

/** Enough for every day of several decades; an outside list of odd dates cannot fill memory. */
const mostDays = 20_000

function exactOffset(instant: number, timeZone: TimeZone): number {
  const wholeSecond = Math.floor(instant / 1000) * 1000
  return wallMillis(wholeSecond, timeZone) - wholeSecond
}

/**
 * A zone's offset from UTC at an instant, in milliseconds; positive east of Greenwich. Asking the
 * tz database costs some 10 µs, so a day that has one offset from end to end is asked once.
 */
function offsetAt(instant: number, timeZone: TimeZone): number {
  const days = offsetsByDay.get(timeZone) ?? new Map<number, number | null>()
  offsetsByDay.set(timeZone, days)
  const day = Math.floor(instant / dayMillis)
  let offset = days.get(day)
  if (offset === undefined) {
    const first = exactOffset(day * dayMillis, timeZone)
    offset = first === exactOffset((day + 1) * dayMillis, timeZone) ? first : null
    if (days.size >= mostDays) days.clear()
    days.set(day, offset)
  }
  return offset ?? exactOffset(instant, timeZone)
}

/**
 * The instant at which a wall clock in `timeZone` shows `date` and `time`.
 *
 * Offsets are asked a day before and after, so a change between them is seen from both sides.
 */
export function toInstant(date: LocalDate, time: LocalTime, timeZone: TimeZone): ZonedInstant {
  const wall = Date.parse(`${date}T${time}:00Z`)
  const before = offsetAt(wall - dayMillis, timeZone)
  const after = offsetAt(wall + dayMillis, timeZone)
  if (before === after && offsetAt(wall - before, timeZone) === before) {
    return { instant: new Date(wall - before), fit: 'exact' }
  }
  const fitting = [...new Set([before, after])]
    .map((offset) => wall - offset)
    .filter((instant) => instant + offsetAt(instant, timeZone) === wall)
    .sort((a, b) => a - b)

  const [first, second] = fitting
  if (first === undefined) return { instant: new Date(wall - before), fit: 'gap' }
  return { instant: new Date(first), fit: second === undefined ? 'exact' : 'ambiguous' }
}

/** What a wall clock in `timeZone` shows at `instant`, to the minute. */
export function toLocal(instant: Date, timeZone: TimeZone): LocalReading {
  const millis = instant.getTime()
  const iso = new Date(millis + offsetAt(millis, timeZone)).toISOString()
  return { date: iso.slice(0, 10) as LocalDate, time: iso.slice(11, 16) as LocalTime }
}

/** The date `days` later (earlier when negative), by the calendar and not by 24 hours. */
export function addDays(date: LocalDate, days: number): LocalDate {
  const moved = Date.parse(`${date}T00:00:00Z`) + days * dayMillis
  return new Date(moved).toISOString().slice(0, 10) as LocalDate
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMillis
}

/** The end of a local day: the instant at which the next date begins in `timeZone`. */
export function endOfDay(date: LocalDate, timeZone: TimeZone): Date {
  return toInstant(addDays(date, 1), '00:00' as LocalTime, timeZone).instant
}
