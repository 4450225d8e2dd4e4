/** A calendar date and wall time as printed, in the zone of the place. */
export interface PrintedTime {
  readonly date: string
  readonly time: string | null
  readonly timeZone: string | null
  readonly startsAt: Date | null
}

const dateFormat = new Intl.DateTimeFormat('en-US', {
  timeZone: 'UTC',
  weekday: 'long',
  year: 'numeric',
  month: 'long',
  day: 'numeric',
})

const minuteMs = 60_000
const hourMs = 3_600_000
const dayMs = 86_400_000

/** Formatting a date or zone costs some 2 µs and pages repeat few of them. */
function remembered<Value>(make: (key: string) => Value, most: number): (key: string) => Value {
  const known = new Map<string, Value>()
  return (key) => {
    const value = known.get(key)
    if (value !== undefined) return value
    if (known.size >= most) known.clear()
    const made = make(key)
    known.set(key, made)
    return made
  }
}

/** `2026-12-01` to "Tuesday, December 1, 2026"; what is no date stays as it is. */
export const longDate = remembered((date: string) => {
  const noon = Date.parse(`${date}T12:00:00Z`)
  return Number.isNaN(noon) ? date : dateFormat.format(noon)
}, 4_000)

/** `18:30` to "6:30 PM". */
export function clockTime(time: string): string {
  const [hour, minute] = time.split(':')
  const hours = Number(hour)
  return `${hours % 12 === 0 ? 12 : hours % 12}:${minute} ${hours < 12 ? 'AM' : 'PM'}`
}

const zoneFormats = remembered((timeZone: string) => {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'short' })
  } catch {
    // A zone that this machine does not know is shown as it was stored.
    return null
  }
}, 1_000)

const zoneAt = remembered((key: string) => {
  const [timeZone = '', instant] = key.split('|')
  const part = zoneFormats(timeZone)
    ?.formatToParts(Number(instant))
    .find(({ type }) => type === 'timeZoneName')
  return part?.value ?? timeZone
}, 10_000)

/** What people call the zone at that instant: "PST", or the IANA name where it has no other. */
export function zoneName(timeZone: string, at: Date): string {
  return zoneAt(`${timeZone}|${at.getTime()}`)
}

/** "Tuesday, December 1, 2026, 6:30 PM PST"; says what is not known instead of leaving it out. */
export function printedTime(printed: PrintedTime): string {
  const date = longDate(printed.date)
  if (printed.time === null) return `${date}, no time printed`
  const clock = clockTime(printed.time)
  if (!printed.timeZone || !printed.startsAt) return `${date}, ${clock}, zone unknown`
  return `${date}, ${clock} ${zoneName(printed.timeZone, printed.startsAt)}`
}

/** A span in its two largest parts: "2 days 4 h", "4 h 12 min", "12 min". */
export function span(ms: number): string {
  const minutes = Math.floor(Math.abs(ms) / minuteMs)
  if (minutes < 1) return 'less than a minute'
  if (minutes < 60) return `${minutes} min`
  const hours = Math.floor(minutes / 60)
  if (hours < 24) return minutes % 60 ? `${hours} h ${minutes % 60} min` : `${hours} h`
  const days = Math.floor(hours / 24)
  if (days > 13) return `${days} days`
  const day = days === 1 ? '1 day' : `${days} days`
  return hours % 24 ? `${day} ${hours % 24} h` : day
}

/** "in 2 days 4 h" or "3 days ago". */
export function fromNow(at: Date, now: Date): string {
  const ms = at.getTime() - now.getTime()
  return ms >= 0 ? `in ${span(ms)}` : `${span(ms)} ago`
}

/** How long before a meeting we first saw it; `null` when it was over or has no time. */
export function notice(firstSeenAt: Date, startsAt: Date | null): string | null {
  if (!startsAt || firstSeenAt >= startsAt) return null
  return span(startsAt.getTime() - firstSeenAt.getTime())
}

const utcFormat = new Intl.DateTimeFormat('en-US', {
  timeZone: 'UTC',
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** An instant of ours, which belongs to no place: "Nov 22, 2026, 21:14 UTC". */
export function utcTime(at: Date): string {
  return `${utcFormat.format(at)} UTC`
}

/** Whole days between two instants, for "silent for 3 days". */
export function wholeDays(from: Date, to: Date): number {
  return Math.floor((to.getTime() - from.getTime()) / dayMs)
}

/** The hour an instant falls in, for what may be an hour old. */
export function hourOf(at: Date): number {
  return Math.floor(at.getTime() / hourMs)
}

/** The minute an instant falls in. */
export function minuteOf(at: Date): number {
  return Math.floor(at.getTime() / minuteMs)
}
