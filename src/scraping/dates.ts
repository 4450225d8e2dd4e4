import { UnknownDateError } from '../model/errors.ts'
import { findLocalDate, findLocalTime, type LocalDate, type LocalTime } from '../model/ids.ts'
import { findUsDate } from '../model/written-date.ts'

/**
 * The date of `findUsDate`.
 *
 * @throws {UnknownDateError} for any other form; a date is never guessed.
 */
export function getUsDate(text: string, url: string): LocalDate {
  const date = findUsDate(text)
  if (!date) throw new UnknownDateError(text, url)
  return date
}

/**
 * The calendar day of a local time stamp without offset, `2026-03-01T00:00:00` or `2026-03-01`.
 * One that carries an offset or a `Z` names an instant, not a day, and is `undefined`.
 */
export function findStampDate(text: string): LocalDate | undefined {
  const [, date] =
    /^(\d{4}-\d{2}-\d{2})(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?$/.exec(text.trim()) ?? []
  return date ? findLocalDate(date) : undefined
}

/** @throws {UnknownDateError} for any form but that of `findStampDate`. */
export function getStampDate(text: string | null | undefined, url: string): LocalDate {
  const date = findStampDate(text ?? '')
  if (!date) throw new UnknownDateError(text ?? '', url)
  return date
}

/**
 * The wall-clock time a text begins with: `6:30 PM`, `6:30 p.m.`, `6 pm`, `18:30`, `noon`,
 * `9:00 AM (or after briefing)`, `1:30 PM - 3:00 PM`. `undefined` for words, ranges that begin
 * with words, and hours that do not exist; a bare number is no time.
 */
export function findClockTime(text: string): LocalTime | undefined {
  const trimmed = text.trim()
  if (/^(?:12(?::00)? ?)?noon\b/i.test(trimmed)) return '12:00' as LocalTime
  const [, hour, minute, half] =
    /^(\d{1,2})(?::(\d{2}))?(?::\d{2})? ?(?:([ap])\.? ?m\b\.?)?(?![\d:/])/i.exec(trimmed) ?? []
  if (!hour || (!minute && !half)) return undefined
  if (half && (Number(hour) < 1 || Number(hour) > 12)) return undefined
  const hour24 = half ? (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : Number(hour)
  return findLocalTime(`${String(hour24).padStart(2, '0')}:${minute ?? '00'}`)
}
