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

/** The date, if `text` is one that exists in the calendar; `2026-02-30` is not. */
export function findLocalDate(text: string): LocalDate | undefined {
  const [, year, month, day] = datePattern.exec(text) ?? []
  if (!year || !month || !day) return undefined
  const utc = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  return utc.toISOString().startsWith(text) ? (text as LocalDate) : undefined
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
