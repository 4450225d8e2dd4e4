import { findTimeZone, type TimeZone } from '../../src/model/ids.ts'
import { toLocal } from '../../src/model/time.ts'
import { longDate } from '../dates.ts'
import { cut } from '../html.ts'

/** Outside text on one line, cleaned, at most `length` UTF-16 code units. */
export function line(text: string, length: number): string {
  // Most words are plain and short: the dear pattern is for the others.
  if (text.length <= length && !/[^ -~]|^ | $| {2}/.test(text)) return text
  return cut(text.replace(/[\p{Cc}\s]+/gu, ' ').trim(), length)
}

const zones = new Map<string, TimeZone | null>()
/** The tz database has some 600 names; a source of invented ones cannot fill memory. */
const mostZones = 1_000

/**
 * The zone by that name, if this machine knows it; asking costs 50 µs, so each is asked once. IANA
 * names only: newer engines also take offsets (`+05:30`), which no calendar calls a zone.
 */
export function knownZone(name: string | null): TimeZone | null {
  if (name === null || !/^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+)*$/.test(name)) return null
  const known = zones.get(name)
  if (known !== undefined) return known
  const zone = findTimeZone(name) ?? null
  if (zones.size >= mostZones) zones.clear()
  zones.set(name, zone)
  return zone
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
