import { describe, expect, it } from 'vitest'
import { expectAgenda, type MeetingFacts } from '../../src/ingest/expected-agenda.ts'
import type { LocalDate, LocalTime, TimeZone } from '../../src/model/ids.ts'
import { addDays, toInstant } from '../../src/model/time.ts'

const zone = 'America/Chicago' as TimeZone
const sixPm = '18:00' as LocalTime

/** Every Tuesday from 1 September 2026; the agenda 72 hours before; all up to `last` have one. */
function tuesdays(last: string, listedTo: string): MeetingFacts[] {
  const meetings: MeetingFacts[] = []
  for (let date = '2026-09-01' as LocalDate; date <= listedTo; date = addDays(date, 7)) {
    const start = toInstant(date, sixPm, zone).instant
    const hasAgenda = date <= last
    meetings.push({
      date,
      time: sixPm,
      status: 'confirmed',
      hasAgenda,
      agendaSeenAt: hasAgenda ? new Date(start.getTime() - 72 * 3_600_000) : null,
      isListed: true,
    })
  }
  return meetings
}

const at = (text: string) => new Date(text)

describe('the agenda that is expected', () => {
  it('is due by habit, and overdue once that has passed by more than a little', () => {
    const meetings = tuesdays('2026-11-17', '2026-11-24')
    const due = at('2026-11-22T00:00:00Z')
    const before = expectAgenda(meetings, zone, new Date(due.getTime() + 2 * 3_600_000))
    expect(before.leadHours).toBe(72)
    expect(before.next).toEqual({
      date: '2026-11-24',
      isListed: true,
      dueAt: due,
      isOverdue: false,
    })
    const after = expectAgenda(meetings, zone, new Date(due.getTime() + 4 * 3_600_000))
    expect(after.next?.isOverdue).toBe(true)
  })

  it('keeps to the wall clock where summer time ends in between', () => {
    const meetings = tuesdays('2026-10-27', '2026-11-03')
    // The clocks go back on 1 November: 72 hours before 18:00 are 19:00 of that Saturday's summer time.
    expect(expectAgenda(meetings, zone, at('2026-10-30T12:00:00Z')).next?.dueAt).toEqual(
      at('2026-11-01T00:00:00Z'),
    )
  })

  it('is missed also where the meeting itself is not listed', () => {
    const { rhythm, next } = expectAgenda(
      tuesdays('2026-11-17', '2026-11-17'),
      zone,
      at('2026-11-23T12:00:00Z'),
    )
    expect(rhythm).toMatchObject({ kind: 'weeks', every: 1 })
    expect(next).toMatchObject({ date: '2026-11-24', isListed: false, isOverdue: true })
  })

  it('is not missed when the meeting was moved, cancelled, or has its agenda', () => {
    const moved = tuesdays('2026-11-17', '2026-11-24').map((meeting) =>
      meeting.date === '2026-11-24'
        ? { ...meeting, date: '2026-11-25' as LocalDate, hasAgenda: true }
        : meeting,
    )
    const now = at('2026-11-23T18:00:00Z')
    expect(expectAgenda(moved, zone, now).next?.isOverdue).toBe(false)
    const cancelled = tuesdays('2026-11-17', '2026-11-24').map((meeting) =>
      meeting.date === '2026-11-24' ? { ...meeting, status: 'cancelled' as const } : meeting,
    )
    expect(expectAgenda(cancelled, zone, now).next?.isOverdue).toBe(false)
    const posted = tuesdays('2026-11-24', '2026-11-24')
    expect(expectAgenda(posted, zone, now).next?.isOverdue).toBe(false)
  })

  it('is not called due before a habit was seen', () => {
    const unseen = tuesdays('2026-11-17', '2026-11-24').map((meeting) => ({
      ...meeting,
      agendaSeenAt: null,
    }))
    expect(expectAgenda(unseen, zone, at('2026-11-24T12:00:00Z'))).toMatchObject({
      leadHours: null,
      leadFrom: 0,
      next: { date: '2026-11-24', dueAt: null, isOverdue: false },
    })
  })

  it('is nothing for a body without meetings', () => {
    expect(expectAgenda([], zone, at('2026-11-24T12:00:00Z')).next).toBeNull()
  })
})
