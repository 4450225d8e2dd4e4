import type { FindingListing } from '../../src/db/queries/finding-listing.ts'
import { findLocalDate, findLocalTime, type LocalDate, type TimeZone } from '../../src/model/ids.ts'
import { addDays, toInstant, toLocal } from '../../src/model/time.ts'
import { printedTime } from '../dates.ts'
import { safeUrl } from '../html.ts'
import { fellSilent, silenceWords } from './coverage-words.ts'
import { aboutWords, type FeedFrame } from './feed-frame.ts'
import { authority, type FeedSite, itemUrl, meetingUrl, type SilentSource } from './feed-site.ts'
import { knownZone, line, placeWords } from './feed-words.ts'
import {
  amountWords,
  councilWords,
  itemNotes,
  itemWords,
  meetingNotes,
  technologyWords,
  updatedAt,
} from './finding-words.ts'
import { icsDate, icsInstant, icsLine, icsLocal, icsText, icsUri } from './ics-text.ts'
import { icsZone } from './ics-zone.ts'

export const calendarType = 'text/calendar; charset=utf-8'

export interface CalendarOptions {
  /** How long before a meeting the alarm rings; `null`: no alarm. */
  readonly alarmHours: number | null
  readonly now: Date
}

/**
 * A calendar (RFC 5545): one event for each meeting that has findings, and one for each source
 * that is silent. Written here because `ical-generator` leaves UID and the calendar's name raw
 * (a line end there adds properties), needs another library for every zone, and brings no
 * VTIMEZONE.
 *
 * Given in parts, each written when it is asked for, so that a long calendar holds up no page.
 */
export function* calendarParts(
  findings: readonly FindingListing[],
  frame: FeedFrame,
  options: CalendarOptions,
): Generator<string> {
  const { site, scope, coverage } = frame
  const name = icsText(`${site.name}: ${scope.title}`)
  const about = icsText(aboutWords(frame))
  const silentById = new Map(coverage.silent.map((source) => [source.sourceId, source]))
  const meetings = byMeeting(findings)
  yield [
    icsLine('BEGIN', 'VCALENDAR'),
    icsLine('VERSION', '2.0'),
    icsLine('PRODID', '-//Watchdocket//Watchdocket//EN'),
    icsLine('CALSCALE', 'GREGORIAN'),
    icsLine('NAME', name),
    icsLine('X-WR-CALNAME', name),
    icsLine('DESCRIPTION', about),
    icsLine('X-WR-CALDESC', about),
    icsLine('SOURCE;VALUE=URI', icsUri(`${site.publicUrl}/calendar.ics${scope.query}`)),
    icsLine('REFRESH-INTERVAL;VALUE=DURATION', 'PT1H'),
    icsLine('X-PUBLISHED-TTL', 'PT1H'),
  ].join('')
  yield* writeZones(meetings)
  for (const meeting of meetings) yield writeMeeting(meeting, site, silentById, options)
  for (const source of fellSilent(coverage)) yield writeSilence(source, site, options.now)
  yield icsLine('END', 'VCALENDAR')
}

/** A meeting and those of its items that were found; the first stands for the meeting's own words. */
type MeetingFindings = readonly [FindingListing, ...FindingListing[]]

/** In the order in which each meeting is first met. */
function byMeeting(findings: readonly FindingListing[]): MeetingFindings[] {
  const groups = new Map<number, [FindingListing, ...FindingListing[]]>()
  for (const finding of findings) {
    const group = groups.get(finding.meetingId)
    if (group) group.push(finding)
    else groups.set(finding.meetingId, [finding])
  }
  return [...groups.values()]
}

/** What a calendar needs to know of a time that may be known in part. */
type Start =
  | {
      readonly kind: 'zoned'
      readonly date: LocalDate
      readonly time: string
      readonly zone: TimeZone
    }
  /** A reading that the clocks skip or show twice: readers disagree on those, not on an instant. */
  | { readonly kind: 'instant'; readonly at: Date }
  | { readonly kind: 'floating'; readonly date: LocalDate; readonly time: string }
  | { readonly kind: 'day'; readonly date: LocalDate }

function startOf(meeting: FindingListing): Start {
  const date = findLocalDate(meeting.date) ?? toLocal(meeting.sortAt, 'UTC' as TimeZone).date
  const time = meeting.time === null ? undefined : findLocalTime(meeting.time)
  if (!time) return { kind: 'day', date }
  const zone = knownZone(meeting.timeZone)
  if (!zone) return { kind: 'floating', date, time }
  const { instant, fit } = toInstant(date, time, zone)
  return fit === 'exact' ? { kind: 'zoned', date, time, zone } : { kind: 'instant', at: instant }
}

/** Every zone that an event names, once, right for the years of its events. */
function writeZones(meetings: readonly MeetingFindings[]): string[] {
  const years = new Map<TimeZone, { first: number; last: number }>()
  for (const [meeting] of meetings) {
    const start = startOf(meeting)
    if (start.kind !== 'zoned') continue
    // Zones had no rules before 1970 and will have others long after 2100.
    const year = Math.min(2_100, Math.max(1_970, Number(start.date.slice(0, 4))))
    const { first, last } = years.get(start.zone) ?? { first: year, last: year }
    years.set(start.zone, { first: Math.min(first, year), last: Math.max(last, year) })
  }
  return [...years].map(([zone, { first, last }]) => icsZone(zone, first, last))
}

function startLine(start: Start): string {
  if (start.kind === 'day') return icsLine('DTSTART;VALUE=DATE', icsDate(start.date))
  if (start.kind === 'instant') return icsLine('DTSTART', icsInstant(start.at))
  const local = icsLocal(start.date, start.time)
  return start.kind === 'zoned'
    ? icsLine(`DTSTART;TZID=${start.zone}`, local)
    : icsLine('DTSTART', local)
}

/** Cancelled on the portal's own word alone: a meeting that left its page keeps its status. */
function statusOf({ status, isUnconfirmed }: FindingListing): string {
  if (status === 'cancelled') return 'CANCELLED'
  return status === 'confirmed' && !isUnconfirmed ? 'CONFIRMED' : 'TENTATIVE'
}

function writeMeeting(
  items: MeetingFindings,
  site: FeedSite,
  silentById: ReadonlyMap<string, SilentSource>,
  { alarmHours }: CalendarOptions,
): string {
  const [meeting] = items
  const start = startOf(meeting)
  const status = statusOf(meeting)
  const changedAt = icsInstant(
    new Date(Math.max(...items.map((item) => updatedAt(item).getTime()))),
  )
  const technologies = [...new Set(items.map((item) => technologyWords(item, site)))].join('; ')
  const mark = status === 'CANCELLED' ? 'Cancelled: ' : ''
  const summary = line(`${mark}${councilWords(meeting)}: ${technologies}`, 250)
  const official = safeUrl(meeting.officialUrl)
  const lines = [
    icsLine('BEGIN', 'VEVENT'),
    icsLine('UID', icsText(`meeting-${meeting.meetingId}@${authority(site)}`)),
    icsLine('SEQUENCE', String(Math.max(0, Math.trunc(meeting.sequence)))),
    // Without a METHOD this is when the event last changed (RFC 5545, 3.8.7.2), so that the same
    // event is written the same.
    icsLine('DTSTAMP', changedAt),
    icsLine('LAST-MODIFIED', changedAt),
    icsLine('CREATED', icsInstant(meeting.firstSeenAt)),
    startLine(start),
    icsLine('SUMMARY', icsText(summary)),
    icsLine('DESCRIPTION', icsText(describe(items, site, silentById.get(meeting.sourceId)))),
    ...(meeting.location ? [icsLine('LOCATION', icsText(line(meeting.location, 400)))] : []),
    icsLine('URL', icsUri(official ?? meetingUrl(site, meeting.meetingId))),
    icsLine('STATUS', status),
    icsLine('TRANSP', 'TRANSPARENT'),
  ]
  if (alarmHours !== null && status !== 'CANCELLED') {
    lines.push(writeAlarm(start, alarmHours, summary))
  }
  lines.push(icsLine('END', 'VEVENT'))
  return lines.join('')
}

/** A day without a time begins at midnight, when nobody wants to be rung: nine in the morning is. */
function writeAlarm(start: Start, hours: number, summary: string): string {
  const before = start.kind === 'day' ? Math.max(0, hours - 9) : hours
  return [
    icsLine('BEGIN', 'VALARM'),
    icsLine('ACTION', 'DISPLAY'),
    icsLine('TRIGGER', `-PT${before}H`),
    icsLine('DESCRIPTION', icsText(summary)),
    icsLine('END', 'VALARM'),
  ].join('')
}

/** The meeting's words and those of each item, one line a thing. */
function describe(
  items: MeetingFindings,
  site: FeedSite,
  silent: SilentSource | undefined,
): string {
  const [meeting] = items
  const lines = [
    ...(silent ? [silenceWords(silent)] : []),
    ...meetingNotes(meeting),
    printedTime(meeting),
    '',
  ]
  for (const item of items) {
    lines.push(
      itemWords(item),
      ...itemNotes(item),
      [technologyWords(item, site), amountWords(item), consentWords(item)]
        .filter((word) => word)
        .join(' · '),
      `"${line(item.quote, 500)}"`,
      itemUrl(site, item.agendaItemId),
      '',
    )
  }
  lines.push(`The whole meeting: ${meetingUrl(site, meeting.meetingId)}`)
  return lines.join('\n')
}

function consentWords({ consent }: FindingListing): string {
  return consent === null ? '' : consent ? 'consent agenda' : 'for discussion'
}

/** A day-long event from the last good read to today: an empty calendar must not look like calm. */
function writeSilence(source: SilentSource, site: FeedSite, now: Date): string {
  const zone = knownZone(source.timeZone) ?? ('UTC' as TimeZone)
  const today = toLocal(now, zone).date
  const first = toLocal(source.since, zone).date
  const days = Math.max(0, Math.round((now.getTime() - source.since.getTime()) / 86_400_000))
  return [
    icsLine('BEGIN', 'VEVENT'),
    icsLine(
      'UID',
      icsText(`silent-${source.since.getTime()}-${source.sourceId}@${authority(site)}`),
    ),
    icsLine('SEQUENCE', String(days)),
    icsLine('DTSTAMP', icsInstant(source.since)),
    icsLine('DTSTART;VALUE=DATE', icsDate(first)),
    icsLine('DTEND;VALUE=DATE', icsDate(addDays(today, 1))),
    icsLine('SUMMARY', icsText(`Not covered now: ${placeWords(source)}`)),
    icsLine('DESCRIPTION', icsText(`${silenceWords(source)}\n${site.publicUrl}/coverage`)),
    icsLine('URL', icsUri(`${site.publicUrl}/coverage`)),
    icsLine('STATUS', 'CONFIRMED'),
    icsLine('TRANSP', 'TRANSPARENT'),
    icsLine('END', 'VEVENT'),
  ].join('')
}
