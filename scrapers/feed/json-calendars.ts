import * as z from 'zod'
import { PageShapeError, type Problem } from '../../src/model/errors.ts'
import { findLocalDate, findLocalTime, type TimeZone } from '../../src/model/ids.ts'
import { toLocal } from '../../src/model/time.ts'
import { findUsDate } from '../../src/model/written-date.ts'
import type { Page } from '../../src/scraping/contract.ts'
import { cleanText, linkTarget, parseMarkup, textOf } from '../../src/scraping/html.ts'
import { optionalKey, readJson, text } from '../json.ts'
import { printedClock } from '../printed-date.ts'
import { type FeedEntry, plain } from './entry.ts'

const venue = z.object({ venue: text, address: text, city: text, state: text, zip: text })
const tribe = z.object({
  id: optionalKey,
  title: text,
  description: text,
  url: text,
  status: text,
  all_day: z.boolean().nullish(),
  start_date: text,
  // An empty array where there is none.
  venue: venue.nullish().catch(null),
})
const moment = z.object({ dateTime: text, date: text })
const google = z.object({
  id: optionalKey,
  summary: text,
  description: text,
  location: text,
  htmlLink: text,
  status: text,
  start: moment,
})
const schoolwires = z.object({
  Id: optionalKey,
  Title: text,
  Description: text,
  Venue: text,
  Start: text,
  AllDay: z.boolean().nullish(),
  CategoryTitle: text,
})
/** Lists that a site's own script asks for: a board, a day in US form, a type. */
const board = z.object({
  Agenda_ID: optionalKey,
  Meeting_Date: text,
  Meeting_Time: text,
  Meeting_Type: text,
  Board_Name: text,
})

const list = z.union([
  z.object({ events: z.array(z.unknown()) }).transform(({ events }) => events),
  z.object({ items: z.array(z.unknown()) }).transform(({ items }) => items),
  z.object({ results: z.array(z.unknown()) }).transform(({ results }) => results),
  z.array(z.unknown()),
])

type Read = Omit<FeedEntry, 'date'> & { readonly date: FeedEntry['date'] | undefined }

const words = (written: string | null) => cleanText(textOf(parseMarkup(written ?? '')))

/** `2026-03-01 18:00:00`, `2026-03-01T18:00:00-05:00`: the wall clock as written. */
function wall(stamp: string | null) {
  const [, day = '', clock = ''] =
    /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}))?/.exec(stamp ?? '') ?? []
  return { date: findLocalDate(day), time: findLocalTime(clock) ?? '' }
}

/** An instant in UTC turned to the body's clock; anything else as written. */
function clockOf(stamp: string | null, timeZone: TimeZone | null) {
  if (!/Z$/.test(stamp ?? '')) return wall(stamp)
  return timeZone && stamp ? toLocal(new Date(stamp), timeZone) : { date: undefined, time: '' }
}

/** @throws {PageShapeError} {PortalErrorPage} */
export function parseJsonCalendar(
  page: Page,
  timeZone: TimeZone | null,
  problems: Problem[],
): FeedEntry[] {
  const rows = list.safeParse(readJson(page))
  if (!rows.success) throw new PageShapeError('a list of events', page.url)
  return rows.data.flatMap((row): FeedEntry[] => {
    const entry = readEntry(row, page, timeZone)
    if (entry?.date) return [{ ...entry, date: entry.date }]
    const title = entry?.title ?? 'an event'
    problems.push({
      url: page.url,
      code: 'date_unknown',
      message: `No known day of "${title.slice(0, 80)}"`,
    })
    return []
  })
}

function readEntry(row: unknown, page: Page, timeZone: TimeZone | null): Read | undefined {
  const link = (url: string | null) => linkTarget(url ?? undefined, page.finalUrl) ?? null
  const t = tribe.safeParse(row)
  if (t.success && t.data.start_date) {
    const { id, title, description, url, status, all_day, start_date, venue: place } = t.data
    const { date, time } = wall(start_date)
    return {
      id: id ?? `${title} ${start_date}`,
      title: words(title),
      text: plain(description ?? ''),
      location: place
        ? words(
            [place.venue, place.address, place.city, place.state].filter((one) => one).join(', '),
          )
        : '',
      url: link(url),
      date,
      time: all_day ? '' : time,
      isCancelled: /cancel/i.test(status ?? ''),
      body: null,
    }
  }
  const g = google.safeParse(row)
  if (g.success) {
    const { id, summary, description, location, htmlLink, status, start } = g.data
    const { date, time } = start.dateTime ? clockOf(start.dateTime, timeZone) : wall(start.date)
    return {
      id: id ?? `${summary} ${date}`,
      title: words(summary),
      text: plain(description ?? ''),
      location: words(location),
      url: link(htmlLink),
      date,
      time,
      isCancelled: status === 'cancelled',
      body: null,
    }
  }
  const s = schoolwires.safeParse(row)
  if (s.success && s.data.Start) {
    const { Id, Title, Description, Venue, Start, AllDay, CategoryTitle } = s.data
    const { date, time } = wall(Start)
    const title = words(Title)
    return {
      id: Id ?? `${title} ${Start}`,
      title,
      text: plain(Description ?? ''),
      location: words(Venue),
      url: null,
      date,
      time: AllDay ? '' : time,
      isCancelled: false,
      body: CategoryTitle,
    }
  }
  const b = board.safeParse(row)
  if (b.success && b.data.Board_Name) {
    const { Agenda_ID, Meeting_Date, Meeting_Time, Meeting_Type, Board_Name } = b.data
    const title = words(`${Board_Name} ${Meeting_Type ?? ''}`)
    return {
      id: Agenda_ID ?? `${title} ${Meeting_Date}`,
      title,
      text: Meeting_Type ? `${words(Meeting_Type)} meeting` : '',
      location: '',
      url: null,
      date: findUsDate(Meeting_Date ?? ''),
      time: printedClock(Meeting_Time ?? ''),
      isCancelled: false,
      body: words(Board_Name),
    }
  }
  return undefined
}
