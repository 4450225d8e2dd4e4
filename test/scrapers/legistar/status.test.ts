import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeMeeting } from '../../../scrapers/meeting.ts'
import { judgeStatus, type StatusSigns } from '../../../scrapers/status.ts'
import type { LocalDate, TimeZone } from '../../../src/model/ids.ts'

const judge = (signs: Partial<StatusSigns>) =>
  judgeStatus({ date: '2026-05-05' as LocalDate, body: 'City Council', ...signs })

describe('words that call a meeting off', () => {
  it.each([
    [{ agendaStatus: 'Cancelled' }, 'cancelled', 'Cancelled'],
    [{ agendaStatus: 'Deferred' }, 'cancelled', 'Deferred'],
    [{ agendaStatus: 'Meeting Postponed' }, 'cancelled', 'Meeting Postponed'],
    [{ time: 'Deferred' }, 'cancelled', 'Deferred'],
    [{ time: 'CANCELED' }, 'cancelled', 'CANCELED'],
    [{ time: 'Rescheduled to 5/12' }, 'rescheduled', 'Rescheduled to 5/12'],
    [{ comment: 'CANCELLED' }, 'cancelled', 'CANCELLED'],
    [{ comment: '*** CANCELED ***' }, 'cancelled', '*** CANCELED ***'],
    [{ comment: 'MEETING CANCELED' }, 'cancelled', 'MEETING CANCELED'],
    [{ comment: 'C A N C E L L E D' }, 'cancelled', 'CANCELLED'],
    [{ comment: 'CANCELLED - lack of quorum' }, 'cancelled', 'CANCELLED - lack of quorum'],
    [
      { comment: 'Room 4\nThis meeting has been cancelled.' },
      'cancelled',
      'This meeting has been cancelled',
    ],
    [
      { comment: 'The May 5, 2026 meeting is canceled' },
      'cancelled',
      'The May 5, 2026 meeting is canceled',
    ],
    [
      { comment: 'Cancelled and rescheduled to May 12' },
      'cancelled',
      'Cancelled and rescheduled to May 12',
    ],
    [
      { comment: 'Meeting rescheduled to Tuesday, May 12' },
      'rescheduled',
      'Meeting rescheduled to Tuesday, May 12',
    ],
    [{ comment: 'City Council meeting postponed' }, 'cancelled', 'City Council meeting postponed'],
    [{ comment: 'Meeting will not be held' }, 'cancelled', 'Meeting will not be held'],
    [{ location: 'CANCELLED' }, 'cancelled', 'CANCELLED'],
    [{ location: 'Council Chambers - Cancelled' }, 'cancelled', 'Cancelled'],
    [{ location: 'Council Chambers CANCELED' }, 'cancelled', 'CANCELED'],
  ] as const)('%j', (signs, status, statusText) => {
    expect(judge(signs)).toMatchObject({ status, statusText })
  })

  it.each([
    ['City Council - CANCELLED', 'City Council', 'cancelled'],
    ['City Council (Canceled)', 'City Council', 'cancelled'],
    ['CANCELLED - Planning Commission', 'Planning Commission', 'cancelled'],
    ['Parks Board - Meeting Postponed', 'Parks Board', 'cancelled'],
    ['Parks Board *RESCHEDULED*', 'Parks Board', 'rescheduled'],
    ['Committee on Deferred Compensation', 'Committee on Deferred Compensation', 'confirmed'],
    ['Deferred Compensation Board', 'Deferred Compensation Board', 'confirmed'],
  ])('the body "%s" is %s, %s', (body, cleaned, status) => {
    expect(judge({ body })).toMatchObject({ body: cleaned, status })
  })
})

describe('words that do not', () => {
  it.each([
    'The April 21 meeting was cancelled',
    'Finance Committee meeting cancelled',
    'Item 5 deferred',
    'Deferred items from March 4',
    'This meeting will be cancelled if there is no quorum',
    'Unless cancelled, the committee meets at 9',
    'Tour of the plant - cancelled',
    'Cancelled meeting of June 2 to be discussed',
    'Livestream cancelled; attend in person',
    'not cancelled',
    'Rescheduled from May 1',
    'Public comment (cancelled)',
    'Special meeting on deferred maintenance',
  ])('"%s" is about something else', (comment) => {
    expect(judge({ comment }).status).toBe('confirmed')
  })

  it('keeps the words of a meeting that was moved here', () => {
    expect(judge({ comment: 'Room 2' }).statusText).toBeNull()
    expect(judge({ time: 'Rescheduled from May 1' })).toMatchObject({
      status: 'confirmed',
      statusText: 'Rescheduled from May 1',
    })
  })

  it('does not confirm a meeting with a cancellation notice, nor call it cancelled', () => {
    expect(judge({ comment: 'Cancellation Notice', agendaStatus: 'Final' })).toMatchObject({
      status: 'tentative',
      statusText: 'Cancellation Notice',
    })
  })
})

describe('drafts', () => {
  it.each(['Draft', 'Ready for Clerk Review', 'Tentative', 'Not yet published'])(
    '%s',
    (agendaStatus) => {
      expect(judge({ agendaStatus })).toMatchObject({
        status: 'tentative',
        statusText: agendaStatus,
      })
    },
  )
  it.each(['Final', 'Revised', 'Final-revised', 'Public Hearing Notice', 'Supplemental'])(
    'not %s',
    (agendaStatus) => {
      expect(judge({ agendaStatus }).status).toBe('confirmed')
    },
  )
})

describe('a meeting put together', () => {
  const listed = {
    upstreamId: '1',
    body: 'City Council',
    bodyUpstreamId: null,
    date: '2026-03-08' as LocalDate,
    printedTime: '2:30 AM',
    location: null as string | null,
    comment: null as string | null,
    agendaStatus: 'Final',
    minutesStatus: null,
    isHidden: false,
    sourceUrl: 'https://riverton.legistar.com/Calendar.aspx',
    documents: [],
    listFingerprint: null,
  }
  const zone = 'America/New_York' as TimeZone

  it('flags a time in the hour that the clocks skip, and one that comes twice', () => {
    expect(makeMeeting(listed, zone)).toMatchObject({ time: '02:30', flags: ['time-gap'] })
    const autumn = { ...listed, date: '2026-11-01' as LocalDate, printedTime: '1:30 AM' }
    expect(makeMeeting(autumn, zone).flags).toEqual(['time-ambiguous'])
  })

  it.each(['', 'TBD', 'Following closed session', 'Deferred', 'after 9:00 AM'])(
    'leaves the time open for "%s"',
    (printedTime) => {
      const meeting = makeMeeting({ ...listed, printedTime }, zone)
      expect(meeting).toMatchObject({ time: null, startsAt: null })
      expect(meeting.flags).toContain('time-unknown')
    },
  )

  it('has no instant without a zone', () => {
    expect(makeMeeting(listed, null)).toMatchObject({
      time: '02:30',
      startsAt: null,
      flags: ['zone-unknown'],
    })
  })

  it('tells meetings held by video alone from those with a room, and finds the link', () => {
    const remote = { ...listed, date: '2026-03-09' as LocalDate, location: 'Virtual Via Zoom' }
    const comment = 'Join at https://us02web.zoom.us/j/123.'
    expect(makeMeeting({ ...remote, comment }, zone)).toMatchObject({
      flags: ['video-only'],
      remoteUrl: 'https://us02web.zoom.us/j/123',
    })
    const hybrid = { ...remote, location: 'Hybrid - Virtual Via Zoom' }
    expect(makeMeeting(hybrid, zone).flags).toEqual([])
  })

  it('survives any words in any field', () => {
    const words = fc.option(fc.string({ unit: 'binary', maxLength: 200 }), { nil: null })
    fc.assert(
      fc.property(words, words, words, words, fc.string({ unit: 'binary' }), (a, b, c, d, body) => {
        const signs = { date: listed.date, body, agendaStatus: a, time: b, comment: c, location: d }
        expect(judgeStatus(signs).body.length).toBeLessThanOrEqual(body.length)
      }),
    )
  })
})
