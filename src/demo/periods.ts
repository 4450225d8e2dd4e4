import type { LocalDate } from '../model/ids.ts'
import { addDays } from '../model/time.ts'

interface Span {
  readonly from: LocalDate
  readonly to: LocalDate
}

function yearSpan(year: number): Span {
  return { from: `${year}-01-01` as LocalDate, to: `${year}-12-31` as LocalDate }
}

function monthSpan(today: LocalDate, shift: number): Span {
  const first = new Date(`${today.slice(0, 7)}-01T00:00:00Z`)
  first.setUTCMonth(first.getUTCMonth() + shift)
  const from = first.toISOString().slice(0, 10) as LocalDate
  first.setUTCMonth(first.getUTCMonth() + 1)
  return { from, to: addDays(first.toISOString().slice(0, 10) as LocalDate, -1) }
}

function weekSpan(today: LocalDate, shift: number): Span {
  const sunday = addDays(today, -new Date(`${today}T00:00:00Z`).getUTCDay() + 7 * shift)
  return { from: sunday, to: addDays(sunday, 6) }
}

/**
 * The dates of a period as the calendar's drop-down names it ("All Years", "2026", "Next Month");
 * `null` for one it does not offer. `today` is the council's own date.
 */
export function periodSpan(period: string, today: LocalDate): Span | 'all' | null {
  const year = Number(today.slice(0, 4))
  if (period === 'All Years' || period === 'All') return 'all'
  if (/^(19|20)\d\d$/.test(period)) return yearSpan(Number(period))
  if (period === 'Today') return { from: today, to: today }
  const [, which, unit] = /^(Last|This|Next) (Year|Month|Week)$/.exec(period) ?? []
  if (!which || !unit) return null
  const shift = which === 'Last' ? -1 : which === 'Next' ? 1 : 0
  if (unit === 'Year') return yearSpan(year + shift)
  return unit === 'Month' ? monthSpan(today, shift) : weekSpan(today, shift)
}

/** What the drop-down offers, in its order: years that hold meetings, newest first. */
export function periodChoices(dates: readonly LocalDate[]): string[] {
  const years = [...new Set(dates.map((date) => date.slice(0, 4)))].sort().reverse()
  const relative = ['Last', 'This', 'Next'].flatMap((which) =>
    ['Year', 'Month', 'Week'].map((unit) => `${which} ${unit}`),
  )
  return ['All Years', ...years, ...relative, 'Today']
}
