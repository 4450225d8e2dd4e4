import { findTimeZone, type TimeZone } from '../../src/model/ids.ts'
import { toLocal } from '../../src/model/time.ts'
import { longDate } from '../dates.ts'
import { cut } from '../html.ts'

/** Outside text on one line, cleaned, at most `length` UTF-16 code units. */
export function line(text: string, length: number): string {
  return cut(text.replace(/[\p{Cc}\s]+/gu, ' ').trim(), length)
}

/** IANA names only: newer engines also take offsets (`+05:30`), which no calendar calls a zone. */
export function knownZone(name: string | null): TimeZone | null {
  if (name === null || !/^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+)*$/.test(name)) return null
  return findTimeZone(name) ?? null
}

/** The day of an instant in a zone, or in UTC, and saying so, where none is known. */
export function dayWords(at: Date, timeZone: string | null): string {
  const zone = knownZone(timeZone)
  const day = longDate(toLocal(at, zone ?? ('UTC' as TimeZone)).date)
  return zone ? day : `${day} (UTC)`
}

/** "Riverton, WA". */
export function placeWords(place: { readonly placeName: string; readonly state: string }): string {
  return line(place.state === '' ? place.placeName : `${place.placeName}, ${place.state}`, 120)
}
