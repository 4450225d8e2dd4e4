import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import type { FindingListing } from '../../../src/db/queries/finding-listing.ts'
import type { LocalDate, LocalTime, TimeZone } from '../../../src/model/ids.ts'
import { toInstant } from '../../../src/model/time.ts'
import type { FeedFrame } from '../../../web/feeds/feed-frame.ts'
import { calendarParts } from '../../../web/feeds/icalendar.ts'
import { frame, hostileListing, listing, silent } from '../../support/listings.ts'

const now = new Date('2026-11-23T18:00:00Z')

function write(
  findings: readonly FindingListing[],
  given: Partial<FeedFrame> = {},
  alarmHours: number | null = 24,
): string {
  return [...calendarParts(findings, { ...frame, ...given }, { alarmHours, now })].join('')
}

/** The calendar as ical.js reads it, its zones registered from the file itself. */
function parse(text: string): ICAL.Component {
  const calendar = new ICAL.Component(ICAL.parse(text))
  ICAL.TimezoneService.reset()
  for (const zone of calendar.getAllSubcomponents('vtimezone')) {
    ICAL.TimezoneService.register(zone)
  }
  return calendar
}

function eventsOf(text: string): ICAL.Component[] {
  return parse(text).getAllSubcomponents('vevent')
}

/** The one event of a calendar. */
function eventOf(text: string): ICAL.Component {
  const [event, ...others] = eventsOf(text)
  if (!event || others.length > 0) throw new Error('not one event')
  return event
}

const textOf = (component: ICAL.Component, name: string) =>
  String(component.getFirstPropertyValue(name) ?? '')

function startOf(event: ICAL.Component): ICAL.Time {
  const start = event.getFirstPropertyValue('dtstart')
  if (!(start instanceof ICAL.Time)) throw new Error('no start')
  return start
}

function at(date: string, time: string | null, timeZone: string | null): FindingListing {
  const startsAt =
    time && timeZone
      ? toInstant(date as LocalDate, time as LocalTime, timeZone as TimeZone).instant
      : null
  return { ...listing, date, time, timeZone, startsAt }
}

function expectFolded(text: string): void {
  expect(text.endsWith('\r\n')).toBe(true)
  for (const line of text.slice(0, -2).split('\r\n')) {
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(line).not.toMatch(/[\r\n]/)
    expect(line).toBe(Buffer.from(line).toString())
  }
}

describe('the calendar', () => {
  it('has one event for each meeting, with all its items', () => {
    const second = { ...listing, agendaItemId: 18, number: '9', title: 'Drone programme' }
    const other = { ...listing, agendaItemId: 19, meetingId: 6 }
    const text = write([listing, second, other])
    expectFolded(text)
    const [event, next] = eventsOf(text)
    if (!event) throw new Error('no event')
    expect(textOf(event, 'uid')).toBe('meeting-5@0123456789abcdef.watchdocket.invalid')
    expect(next && textOf(next, 'uid')).toBe('meeting-6@0123456789abcdef.watchdocket.invalid')
    const description = textOf(event, 'description')
    for (const words of [
      '7.b: Purchase of license plate readers from Flock Safety',
      '9: Drone programme',
      '"license plate readers"',
      '$315,000',
      'consent agenda',
      'https://watch.example.org/items/17',
      'https://watch.example.org/meetings/5',
      'Tuesday, December 1, 2026, 6:30 PM PST',
    ]) {
      expect(description).toContain(words)
    }
    expect(textOf(event, 'summary')).toBe(
      'City Council, Riverton, WA: Automated licence-plate readers',
    )
    expect(textOf(event, 'location')).toBe('Council Chambers, 1 Main Street')
    expect(textOf(event, 'url')).toBe(listing.officialUrl)
    expect(textOf(event, 'status')).toBe('CONFIRMED')
    expect(textOf(event, 'dtstamp')).toBe('2026-11-23T15:00:00Z')
    expect(textOf(event, 'last-modified')).toBe('2026-11-23T15:00:00Z')
  })

  it('keeps the UID and raises SEQUENCE when a meeting moves', () => {
    const before = eventOf(write([listing]))
    const moved = { ...at('2026-12-03', '17:00', listing.timeZone), sequence: 4 }
    const after = eventOf(write([moved]))
    expect(textOf(after, 'uid')).toBe(textOf(before, 'uid'))
    expect(before.getFirstPropertyValue('sequence')).toBe(3)
    expect(after.getFirstPropertyValue('sequence')).toBe(4)
    expect(startOf(after).toJSDate()).toEqual(new Date('2026-12-04T01:00:00Z'))
  })

  it('rings a day before, as asked, or not at all', () => {
    const triggerOf = (text: string) => {
      const [alarm] = eventOf(text).getAllSubcomponents('valarm')
      const trigger = alarm?.getFirstPropertyValue('trigger')
      return trigger instanceof ICAL.Duration ? trigger.toSeconds() : null
    }
    expect(triggerOf(write([listing]))).toBe(-86_400)
    expect(triggerOf(write([listing], {}, 48))).toBe(-172_800)
    expect(triggerOf(write([listing], {}, null))).toBeNull()
    expect(triggerOf(write([{ ...listing, status: 'cancelled' }]))).toBeNull()
    // Nine in the morning of the day before.
    expect(triggerOf(write([at('2026-12-01', null, 'America/Los_Angeles')]))).toBe(-54_000)
  })

  it.each([
    ['confirmed', false, 'CONFIRMED'],
    ['confirmed', true, 'TENTATIVE'],
    ['tentative', false, 'TENTATIVE'],
    ['rescheduled', false, 'TENTATIVE'],
    ['cancelled', false, 'CANCELLED'],
    ['cancelled', true, 'CANCELLED'],
  ])('tells a meeting that is %s (unconfirmed: %s) as %s', (status, isUnconfirmed, told) => {
    const event = eventOf(write([{ ...listing, status, isUnconfirmed }]))
    expect(textOf(event, 'status')).toBe(told)
  })

  it('quotes the portal on a cancellation', () => {
    const event = eventOf(
      write([{ ...listing, status: 'cancelled', statusText: 'CANCELLED - lack of quorum' }]),
    )
    expect(textOf(event, 'summary')).toMatch(/^Cancelled: /)
    expect(textOf(event, 'description')).toContain('"CANCELLED - lack of quorum"')
  })

  it('keeps the status of a meeting that left its page and says that it did', () => {
    const event = eventOf(
      write([{ ...listing, noLongerListedSince: new Date('2026-11-22T09:00:00Z') }]),
    )
    expect(textOf(event, 'status')).toBe('CONFIRMED')
    expect(textOf(event, 'description')).toContain('no longer lists the meeting since')
  })

  it('is a whole day where no time is known', () => {
    const event = eventOf(write([at('2026-12-01', null, 'America/Los_Angeles')]))
    const start = startOf(event)
    expect(start.isDate).toBe(true)
    expect(start.toString()).toBe('2026-12-01')
    expect(textOf(event, 'description')).toContain('no time printed')
  })

  it('floats where the time is known and the zone is not', () => {
    for (const zone of [null, 'Nowhere/At_All', '+05:30', 'X\r\nATTENDEE:a']) {
      const text = write([{ ...listing, timeZone: zone, startsAt: null }])
      const start = startOf(eventOf(text))
      expect(start.zone).toBe(ICAL.Timezone.localTimezone)
      expect(start.toString()).toBe('2026-12-01T18:30:00')
      expect(text).not.toContain('VTIMEZONE')
    }
  })

  it.each([
    // In and out of daylight saving time, both hemispheres, half hours, and a zone without any.
    ['America/Los_Angeles', '2026-03-07', '18:30'],
    ['America/Los_Angeles', '2026-03-08', '18:30'],
    ['America/Los_Angeles', '2026-07-14', '09:00'],
    ['America/New_York', '2026-10-31', '19:00'],
    ['America/New_York', '2026-11-01', '19:00'],
    ['America/Phoenix', '2026-07-14', '17:00'],
    ['Pacific/Honolulu', '2027-01-01', '08:00'],
    ['America/Anchorage', '2026-03-08', '01:59'],
    ['America/St_Johns', '2026-06-01', '10:00'],
    ['Australia/Lord_Howe', '2026-04-06', '10:00'],
    ['Asia/Kathmandu', '2026-04-06', '10:00'],
  ])('gives %s on %s at %s the instant that we show', (timeZone, date, time) => {
    const meeting = at(date, time, timeZone)
    const event = eventOf(write([meeting]))
    const start = startOf(event)
    expect(event.getFirstProperty('dtstart')?.getFirstParameter('tzid')).toBe(timeZone)
    expect(start.zone.tzid).toBe(timeZone)
    expect(start.toJSDate()).toEqual(meeting.startsAt)
  })

  it.each([
    // The gap: the offset before it counts. The hour that comes twice: its first coming.
    ['America/Los_Angeles', '2026-03-08', '02:30', '2026-03-08T10:30:00Z'],
    ['America/New_York', '2026-11-01', '01:30', '2026-11-01T05:30:00Z'],
  ])(
    'writes %s on %s at %s as an instant, since readers disagree on it',
    (zone, date, time, utc) => {
      const event = eventOf(write([at(date, time, zone)]))
      expect(textOf(event, 'dtstart')).toBe(utc)
      expect(startOf(event).zone).toBe(ICAL.Timezone.utcTimezone)
    },
  )

  it.each(['America/Chicago', 'America/Boise', 'Europe/Dublin', 'Africa/Casablanca'])(
    'has a VTIMEZONE that agrees with the tz database all through its years: %s',
    (timeZone) => {
      parse(
        write([
          at('2025-01-01', '12:00', timeZone),
          { ...at('2027-12-31', '12:00', timeZone), meetingId: 9 },
        ]),
      )
      const zone = ICAL.TimezoneService.get(timeZone)
      const wallOf = new Intl.DateTimeFormat('sv-SE', {
        timeZone,
        dateStyle: 'short',
        timeStyle: 'medium',
      })
      const first = Date.UTC(2025, 0, 1)
      const wallAt = (quarters: number) => wallOf.format(first + quarters * 900_000)
      // From the wall to the instant, as calendars read our events: ical.js goes the other way by the
      // offset at the UTC time taken for a local one, and is wrong for hours before each change. An
      // hour that comes twice may be read as either.
      const readBack = (wall: string) => {
        const read = ICAL.Time.fromDateTimeString(wall.replace(' ', 'T'))
        read.zone = zone
        return wallOf.format(read.toUnixTime() * 1000)
      }
      const isChange = (quarters: number) =>
        Date.parse(`${wallAt(quarters + 1)}Z`) - Date.parse(`${wallAt(quarters)}Z`) !== 900_000
      const inThreeYears = 3 * 365 * 24 * 4 - 1
      const changes = Array.from({ length: inThreeYears }, (_, quarters) => quarters).filter(
        isChange,
      )
      // How many depends on the tz data of this Node: 2026b ends Morocco's changes in September 2026.
      expect(changes.length).toBeGreaterThanOrEqual(4)
      const wrong = changes
        .flatMap((change) => Array.from({ length: 97 }, (_, beside) => change - 48 + beside))
        .map(wallAt)
        .filter((wall) => readBack(wall) !== wall)
      expect(wrong).toEqual([])
      fc.assert(
        fc.property(fc.integer({ min: 0, max: inThreeYears }), (quarters) => {
          expect(readBack(wallAt(quarters))).toBe(wallAt(quarters))
        }),
      )
    },
  )

  it('writes each zone once', () => {
    const zones = parse(
      write([
        at('2026-12-01', '18:30', 'America/Chicago'),
        { ...at('2027-06-01', '18:30', 'America/Chicago'), meetingId: 6 },
        { ...at('2027-06-01', '18:30', 'America/Denver'), meetingId: 7 },
      ]),
    ).getAllSubcomponents('vtimezone')
    expect(zones.map((zone) => textOf(zone, 'tzid'))).toEqual(['America/Chicago', 'America/Denver'])
  })

  it('shows a silent source as days without cover, up to today', () => {
    const [event] = eventsOf(write([], { coverage: { ...frame.coverage, silent: [silent] } }))
    if (!event) throw new Error('no event')
    expect(textOf(event, 'summary')).toBe('Not covered now: Cedar Bluffs, IA')
    expect(startOf(event).toString()).toBe('2026-11-19')
    expect(textOf(event, 'dtend')).toBe('2026-11-24')
    expect(event.getAllSubcomponents('valarm')).toHaveLength(0)
  })

  it('is the same text for the same meetings', () => {
    const later = calendarParts([listing], frame, {
      alarmHours: 24,
      now: new Date('2026-11-24T20:00:00Z'),
    })
    expect([...later].join('')).toBe(write([listing]))
  })

  it('lets no word of a portal become a property, a line or an event', () => {
    const allowed = new Set(
      'uid sequence dtstamp last-modified created dtstart summary description location url status transp'.split(
        ' ',
      ),
    )
    fc.assert(
      fc.property(fc.array(hostileListing, { maxLength: 3 }), (findings) => {
        const meetings = findings.map((finding, index) => ({ ...finding, meetingId: index }))
        const text = write(meetings, { scope: { ...frame.scope, title: findings[0]?.title ?? '' } })
        expectFolded(text)
        expect(text).not.toMatch(/[^\r\n\t\P{Cc}]/u)
        const events = eventsOf(text)
        expect(events).toHaveLength(findings.length)
        for (const event of events) {
          for (const property of event.getAllProperties()) {
            expect(allowed).toContain(property.name)
          }
          expect(event.getAllProperties('summary')).toHaveLength(1)
          expect(new URL(textOf(event, 'url')).protocol).toMatch(/^https?:$/)
        }
      }),
      { numRuns: 200 },
    )
  })
})
