import type { OverdueAgenda } from '../../src/db/queries/body-habits.ts'
import { longDate } from '../dates.ts'
import { dayWords, line } from '../feeds/feed-words.ts'

/** What a body's habit is, as far as it was learned: never a rule, only what was seen. */
export function habitWords(habit: {
  readonly rhythm: string | null
  readonly leadHours: number | null
  readonly leadFrom: number
}): string {
  const { rhythm, leadHours, leadFrom } = habit
  const parts = [
    rhythm && `usually meets ${rhythm}`,
    leadHours !== null &&
      `its agenda was out ${leadHours} h before in nine of ten of the last ${leadFrom} meetings`,
  ].filter((part) => part)
  return parts.join('; ')
}

/** "No agenda yet for Tue, Nov 24, 2026; by habit it was due Nov 22, 2026". */
export function overdueWords(overdue: OverdueAgenda): string {
  const { nextDate, nextIsListed, dueAt, timeZone } = overdue
  const due = dueAt ? `; by its habit it was due ${dayWords(dueAt, timeZone)}` : ''
  return nextIsListed
    ? `No agenda is out yet for ${longDate(nextDate)}${due}`
    : `No meeting is listed for ${longDate(nextDate)}, a day on which it usually meets${due}`
}

/** The name of a body without what a portal may have hidden in it. */
export const bodyName = (body: string) => line(body, 160)
