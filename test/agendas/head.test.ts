import { describe, expect, it } from 'vitest'
import { readAgendaHead } from '../../src/agendas/head.ts'
import type { AgendaText } from '../../src/model/agenda-text.ts'

const textOf = (...lines: string[]): AgendaText => ({
  pages: [{ page: 1, text: lines.join('\n') }],
  outline: [],
})

describe('the head of an agenda', () => {
  it('gives date, time, place, link and how to comment', () => {
    expect(
      readAgendaHead(
        textOf(
          'RIVERTON CITY COUNCIL',
          'REGULAR MEETING AGENDA',
          'TUESDAY, MARCH 3, 2026 6:30 P.M.',
          'City Hall Council Chambers',
          '100 Main Street, Riverton, WA 98000',
          'Join at https://us02web.zoom.us/j/123456789.',
          'Public comments may be sent by e-mail to clerk@riverton.example before noon.',
          'On January 5, 2026 the council adopted an order on remote meetings.',
          'Posted on February 27, 2026',
          '1. CALL TO ORDER',
          '2. ADJOURNMENT',
        ),
      ),
    ).toEqual({
      date: '2026-03-03',
      time: '18:30',
      location: 'City Hall Council Chambers, 100 Main Street, Riverton, WA 98000',
      remoteUrl: 'https://us02web.zoom.us/j/123456789',
      comment: 'Public comments may be sent by e-mail to clerk@riverton.example before noon.',
    })
  })

  it('guesses nothing: two meetings, two times, two links', () => {
    const head = readAgendaHead(
      textOf(
        'Meeting of Tuesday, March 3, 2026, 5:00 PM and 7:00 PM',
        'Meeting of Wednesday, March 4, 2026',
        'https://zoom.us/j/1 or https://zoom.us/j/2',
        '1. Call to Order',
      ),
    )
    expect([head.date, head.time, head.remoteUrl]).toEqual([null, null, null])
  })

  it('leaves out dates that do not exist and days of other things', () => {
    expect(readAgendaHead(textOf('AGENDA', 'February 30, 2026', '1. Roll Call')).date).toBe(null)
    expect(readAgendaHead(textOf('Posted March 1, 2026', '1. Roll Call')).date).toBe(null)
    expect(readAgendaHead({ pages: [], outline: [] })).toEqual({
      date: null,
      time: null,
      location: null,
      remoteUrl: null,
      comment: null,
    })
  })
})
