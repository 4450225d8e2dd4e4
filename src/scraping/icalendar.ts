import {
  findLocalDate,
  findLocalTime,
  type LocalDate,
  type LocalTime,
  type TimeZone,
} from '../model/ids.ts'
import { toLocal } from '../model/time.ts'

/** One event of a calendar as it was written; a repeating one once. */
export interface CalendarEvent {
  readonly uid: string
  readonly summary: string
  readonly description: string
  readonly location: string
  readonly url: string
  /** `CONFIRMED`, `TENTATIVE`, `CANCELLED`, or "". */
  readonly status: string
  readonly date: LocalDate
  /** `null` for a whole day. */
  readonly time: LocalTime | null
  /** The rule as written, without its name; `null` for an event that stands once. */
  readonly rule: string | null
  /** Days on which a repeating event is not held. */
  readonly except: readonly LocalDate[]
  /** For one that replaces a repetition: the day it replaces. */
  readonly replaces: LocalDate | null
}

interface Property {
  readonly name: string
  readonly parameters: string
  readonly value: string
}

/** Lines longer than 75 octets go on in the next, which begins with a blank (RFC 5545 §3.1). */
function unfold(text: string): string[] {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\n[ \t]/g, '')
    .split('\n')
}

function readProperty(line: string): Property | undefined {
  const [, name, parameters = '', value = ''] =
    /^([A-Za-z-]+)((?:;[^:";]*(?:"[^"]*")?[^:";]*)*):(.*)$/s.exec(line) ?? []
  return name ? { name: name.toUpperCase(), parameters, value } : undefined
}

const unescapeText = (text: string) =>
  text.replace(/\\([\\;,Nn])/g, (_, mark: string) => (/n/i.test(mark) ? '\n' : mark)).trim()

interface When {
  readonly date: LocalDate
  readonly time: LocalTime | null
}

/** A day, a wall clock, or an instant in UTC, which is turned to `timeZone`. */
function readWhen(value: string, timeZone: TimeZone | null): When | undefined {
  const [, year, month, day, hour, minute, utc] =
    /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(?:\d{2})?(Z)?)?$/.exec(value.trim()) ?? []
  const date = findLocalDate(`${year}-${month}-${day}`)
  if (!date) return undefined
  if (!hour || !minute) return { date, time: null }
  const time = findLocalTime(`${hour}:${minute}`)
  if (!time) return undefined
  // Without a zone an instant names no local day: its UTC clock would be a guess.
  if (utc) return timeZone ? toLocal(new Date(`${date}T${time}:00Z`), timeZone) : undefined
  return { date, time }
}

/**
 * The events of an iCalendar text, in the order written. `timeZone` is where the calendar's body
 * meets; without it, events in UTC are left out and counted. Events without a known day are too.
 */
export function parseCalendar(
  text: string,
  timeZone: TimeZone | null,
): { readonly events: CalendarEvent[]; readonly unreadable: number } {
  const events: CalendarEvent[] = []
  let unreadable = 0
  let open: Property[] | undefined
  for (const line of unfold(text)) {
    const property = readProperty(line)
    if (!property) continue
    if (property.name === 'BEGIN' && /^VEVENT$/i.test(property.value.trim())) open = []
    else if (property.name === 'END' && /^VEVENT$/i.test(property.value.trim()) && open) {
      const event = toEvent(open, timeZone)
      if (event) events.push(event)
      else unreadable += 1
      open = undefined
    } else open?.push(property)
  }
  return { events, unreadable }
}

function toEvent(
  properties: readonly Property[],
  timeZone: TimeZone | null,
): CalendarEvent | undefined {
  const value = (name: string) => properties.find((one) => one.name === name)?.value
  const words = (name: string) => unescapeText(value(name) ?? '')
  const start = readWhen(value('DTSTART') ?? '', timeZone)
  if (!start) return undefined
  const days = (name: string) =>
    properties
      .filter((one) => one.name === name)
      .flatMap((one) => one.value.split(','))
      .flatMap((each) => readWhen(each, timeZone)?.date ?? [])
  // Empty parts of a place are joined with dashes: "LOCATION: -     ".
  const location = words('LOCATION').replace(/^[\s,–—-]+|[\s,–—-]+$/g, '')
  return {
    uid: words('UID'),
    summary: words('SUMMARY'),
    description: words('DESCRIPTION'),
    location,
    url: words('URL'),
    status: words('STATUS').toUpperCase(),
    ...start,
    rule: value('RRULE')?.trim() ?? null,
    except: days('EXDATE'),
    replaces: days('RECURRENCE-ID')[0] ?? null,
  }
}
