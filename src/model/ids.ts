/** A calendar date without a zone, `2026-03-01`. */
export type LocalDate = string & { readonly __brand: 'LocalDate' }

/** A wall-clock time without a zone, 24 hours, `18:30`. */
export type LocalTime = string & { readonly __brand: 'LocalTime' }

/** An OCD division id, `ocd-division/country:us/state:wa/place:seattle`. */
export type DivisionId = string & { readonly __brand: 'DivisionId' }

/** An IANA zone name, `America/Los_Angeles`. */
export type TimeZone = string & { readonly __brand: 'TimeZone' }

/** SHA-256 of some bytes, 64 lower-case hex digits. */
export type Sha256 = string & { readonly __brand: 'Sha256' }

const datePattern = /^(\d{4})-(\d{2})-(\d{2})$/
const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** How many days a month has, January being 1; none for a month that is not. */
function daysIn(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return month === 2 && isLeap ? 29 : (monthLengths[month - 1] ?? 0)
}

/** The date, if `text` is one that exists in the calendar; `2026-02-30` is not. */
export function findLocalDate(text: string): LocalDate | undefined {
  const [, year, month, day] = datePattern.exec(text) ?? []
  if (!year || !month || !day) return undefined
  // Pages hold hundreds of dates; a Date for each would cost more than finding them.
  const isKnown = Number(year) >= 100 && Number(day) >= 1
  return isKnown && Number(day) <= daysIn(Number(year), Number(month))
    ? (text as LocalDate)
    : undefined
}

/** The time, if `text` is `HH:MM` between `00:00` and `23:59`. */
export function findLocalTime(text: string): LocalTime | undefined {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text) ? (text as LocalTime) : undefined
}

/** The zone, if this machine's tz database knows it. */
export function findTimeZone(text: string): TimeZone | undefined {
  if (knownZones.has(text)) return text as TimeZone
  try {
    new Intl.DateTimeFormat('en', { timeZone: text })
    // Only names that exist are kept, of which there are some hundreds.
    knownZones.add(text)
    return text as TimeZone
  } catch {
    return undefined
  }
}

/** Asking the tz database costs as much as a query, and every run asks. */
const knownZones = new Set<string>()
