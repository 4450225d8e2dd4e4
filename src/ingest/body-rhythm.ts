import type { LocalDate } from '../model/ids.ts'
import { addDays, daysBetween } from '../model/time.ts'

/**
 * How a body meets. `weeks`: every so many weeks, counted from `since`; `month`: on these weeks of
 * each month (1 to 5).
 */
export type BodyRhythm = {
  /** 0 is Sunday. */
  readonly weekday: number
  /** Share of the days so foretold in the time looked at on which it met; 0.8 at least. */
  readonly kept: number
  readonly meetings: number
} & (
  | { readonly kind: 'weeks'; readonly every: number; readonly since: LocalDate }
  | { readonly kind: 'month'; readonly weeks: readonly number[] }
)

/** Fewer say nothing of a habit. */
const fewestMeetings = 5
const lookBackDays = 400
/** A body that keeps less than this of its days has no rhythm worth an alarm. */
const leastKept = 0.8
/** Special meetings beside the regular ones are left aside, as long as they are few. */
const leastOnDay = 0.65

export const weekdayOf = (date: LocalDate): number =>
  ((daysBetween('1970-01-01' as LocalDate, date) % 7) + 11) % 7

const weekOfMonth = (date: LocalDate) => Math.ceil(Number(date.slice(8)) / 7)

/** Every day between both ends, both included, on which a body of this rhythm would meet. */
export function foretoldDates(rhythm: BodyRhythm, from: LocalDate, to: LocalDate): LocalDate[] {
  const dates: LocalDate[] = []
  const first = addDays(from, (rhythm.weekday - weekdayOf(from) + 7) % 7)
  for (let date = first; date <= to; date = addDays(date, 7)) {
    const isDay =
      rhythm.kind === 'month'
        ? rhythm.weeks.includes(weekOfMonth(date))
        : daysBetween(rhythm.since, date) % (7 * rhythm.every) === 0
    if (isDay) dates.push(date)
  }
  return dates
}

/**
 * The habit of a body, from the days on which it met or was to meet up to today; `null` where it
 * has none, or too little is known. Days may stand in any order and more than once.
 */
export function learnRhythm(days: readonly LocalDate[], today: LocalDate): BodyRhythm | null {
  const from = addDays(today, -lookBackDays)
  const met = [...new Set(days)].filter((date) => date >= from && date <= today).sort()
  const weekday = usualWeekday(met)
  if (weekday === null) return null
  const regular = met.filter((date) => weekdayOf(date) === weekday)
  const [first] = regular
  if (first === undefined || regular.length < fewestMeetings) return null
  const frame = { weekday, meetings: regular.length, kept: 0 }
  const inWeeks = (every: number): BodyRhythm => ({
    ...frame,
    kind: 'weeks',
    every,
    since: usualStart(regular, every),
  })
  const byMonth: BodyRhythm = { ...frame, kind: 'month', weeks: usualWeeks(regular) }
  // Among equals the plainer one: every week is also the 1st to 5th of the month.
  const candidates = [inWeeks(1), byMonth, inWeeks(2), inWeeks(3), inWeeks(4)]
  let best: BodyRhythm | null = null
  let bestFit = 0
  for (const candidate of candidates) {
    const foretold = foretoldDates(candidate, first, today)
    const hits = foretold.filter((date) => regular.includes(date)).length
    const kept = foretold.length === 0 ? 0 : hits / foretold.length
    // Days it kept, and days it met that were foretold: both, or an every-week habit fits everybody.
    const told = hits / regular.length
    const fit = Math.min(kept, told)
    if (kept >= leastKept && told >= leastOnDay && fit > bestFit) {
      best = { ...candidate, kept }
      bestFit = fit
    }
  }
  return best
}

function usualWeekday(met: readonly LocalDate[]): number | null {
  if (met.length < fewestMeetings) return null
  const counts = [0, 0, 0, 0, 0, 0, 0]
  for (const date of met) counts[weekdayOf(date)] = (counts[weekdayOf(date)] ?? 0) + 1
  const most = Math.max(...counts)
  return most / met.length >= leastOnDay ? counts.indexOf(most) : null
}

/** The weeks of a month that turn up in most of its months. */
function usualWeeks(regular: readonly LocalDate[]): number[] {
  const months = new Set(regular.map((date) => date.slice(0, 7))).size
  return [1, 2, 3, 4, 5].filter((week) => {
    const count = regular.filter((date) => weekOfMonth(date) === week).length
    // A fifth week is there in four months of twelve.
    return count / months >= (week === 5 ? 0.25 : 0.6)
  })
}

/** The start that most of the days agree with. */
function usualStart(regular: readonly LocalDate[], every: number): LocalDate {
  let best = regular[0] as LocalDate
  let most = 0
  for (const start of regular.slice(0, every + 2)) {
    const count = regular.filter((date) => daysBetween(start, date) % (7 * every) === 0).length
    if (count > most) {
      best = start
      most = count
    }
  }
  return best
}
