import rrule from 'rrule'
import type { LocalDate } from '../../src/model/ids.ts'
import { addDays } from '../../src/model/time.ts'
import type { DateWindow } from '../../src/scraping/contract.ts'
import type { CalendarEvent } from '../../src/scraping/icalendar.ts'

/** A calendar that repeats for ever is told this far. */
const mostRepetitions = 400
const farDays = 370

/**
 * The days on which an event stands within the window, its own repetition rule, exceptions and
 * replaced days considered. Days are counted on the wall calendar, so summer time moves none.
 */
export function daysOf(
  event: CalendarEvent,
  { from, to }: DateWindow,
  replaced: ReadonlySet<LocalDate>,
  today: LocalDate,
): LocalDate[] {
  const isInside = (date: LocalDate) =>
    (from === null || date >= from) && (to === null || date <= to)
  if (event.rule === null) return isInside(event.date) ? [event.date] : []
  const end = to ?? addDays(today, farDays)
  const begin = from ?? event.date
  try {
    const options = rrule.RRule.parseString(
      event.rule.replace(/UNTIL=(\d{8})(?:T\d{6}Z?)?/i, 'UNTIL=$1T235959Z'),
    )
    const rule = new rrule.RRule({ ...options, dtstart: new Date(`${event.date}T00:00:00Z`) })
    const days = rule.between(
      new Date(`${begin}T00:00:00Z`),
      new Date(`${end}T23:59:59Z`),
      true,
      (_, at) => at < mostRepetitions,
    )
    return days
      .map((day) => day.toISOString().slice(0, 10) as LocalDate)
      .filter((day) => isInside(day) && !event.except.includes(day) && !replaced.has(day))
  } catch {
    // A rule that cannot be read says nothing of other days.
    return isInside(event.date) ? [event.date] : []
  }
}
