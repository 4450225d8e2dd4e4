import type { TimeZone } from '../../src/model/ids.ts'
import { toLocal } from '../../src/model/time.ts'
import { zoneName } from '../dates.ts'
import { icsLine, icsLocal, icsText } from './ics-text.ts'

const dayMillis = 86_400_000

/** A moment at which a zone's clocks are put forward or back. */
interface Transition {
  readonly at: number
  /** Minutes east of Greenwich. */
  readonly from: number
  readonly to: number
}

function offsetMinutes(at: number, timeZone: TimeZone): number {
  const { date, time } = toLocal(new Date(at), timeZone)
  return (Date.parse(`${date}T${time}:00Z`) - Math.floor(at / 60_000) * 60_000) / 60_000
}

/** Changes of the clocks between two instants, to the minute, oldest first. */
function transitionsOf(timeZone: TimeZone, from: number, to: number): Transition[] {
  const found: Transition[] = []
  let offset = offsetMinutes(from, timeZone)
  // Two changes within 20 days have not been seen outside wars and one Ramadan rule.
  for (let start = from; start < to; start += 20 * dayMillis) {
    const end = start + 20 * dayMillis
    const next = offsetMinutes(end, timeZone)
    if (next !== offset) {
      let before = start
      let after = end
      while (after - before > 60_000) {
        const middle = Math.floor((before + after) / 120_000) * 60_000
        if (offsetMinutes(middle, timeZone) === offset) before = middle
        else after = middle
      }
      found.push({ at: after, from: offset, to: next })
    }
    offset = next
  }
  return found
}

function offsetText(minutes: number): string {
  const size = Math.abs(minutes)
  const pad = (value: number) => String(value).padStart(2, '0')
  return `${minutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}${pad(size % 60)}`
}

function observance(timeZone: TimeZone, { at, from, to }: Transition, isDaylight: boolean): string {
  const kind = isDaylight ? 'DAYLIGHT' : 'STANDARD'
  // An onset is written as the clock that is about to be changed reads it.
  const onset = new Date(at + from * 60_000).toISOString()
  return [
    icsLine('BEGIN', kind),
    icsLine('DTSTART', icsLocal(onset.slice(0, 10), onset.slice(11, 16))),
    icsLine('TZOFFSETFROM', offsetText(from)),
    icsLine('TZOFFSETTO', offsetText(to)),
    icsLine('TZNAME', icsText(zoneName(timeZone, new Date(at)))),
    icsLine('END', kind),
  ].join('')
}

const written = new Map<string, string>()

/**
 * A VTIMEZONE that is right for the years given, both included: each change of the clocks is
 * written as the tz database of this machine has it, so that a year whose rule is an exception
 * needs no exception here.
 */
export function icsZone(timeZone: TimeZone, firstYear: number, lastYear: number): string {
  const key = `${timeZone} ${firstYear} ${lastYear}`
  const known = written.get(key)
  if (known) return known

  const from = Date.UTC(firstYear - 1, 0, 1)
  const transitions = transitionsOf(timeZone, from, Date.UTC(lastYear + 1, 0, 2))
  const base = offsetMinutes(from, timeZone)
  const standard = Math.min(base, ...transitions.map(({ to }) => to))
  const text = [
    icsLine('BEGIN', 'VTIMEZONE'),
    icsLine('TZID', icsText(timeZone)),
    observance(timeZone, { at: from, from: base, to: base }, base > standard),
    ...transitions.map((change) => observance(timeZone, change, change.to > standard)),
    icsLine('END', 'VTIMEZONE'),
  ].join('')
  // A handful of zones and years in life; the bound is for a database full of nonsense.
  if (written.size < 500) written.set(key, text)
  return text
}
