import * as z from 'zod'
import { type Problem, toProblem, UnknownDateError } from '../../src/model/errors.ts'
import { findLocalDate, type LocalDate } from '../../src/model/ids.ts'
import type { ScrapedAgendaItem } from '../../src/model/meeting.ts'
import type { Page } from '../../src/scraping/contract.ts'
import { cleanLines, cleanText, parseMarkup, textOf } from '../../src/scraping/html.ts'
import { key, optionalKey, parseRows, readRows, text } from '../json.ts'
import { fingerprint, type ListedMeeting } from '../meeting.ts'
import { printedClock, withoutDate } from '../printed-date.ts'
import type { Listing } from '../run.ts'
import { calledOffWords, withoutRemark } from '../title-status.ts'

/** A meeting, with its items where the same answer holds them. */
export interface BoardDocsMeeting extends ListedMeeting {
  readonly agendaItems: readonly ScrapedAgendaItem[] | null
}

const row = z.object({
  unique: optionalKey,
  Unique: optionalKey,
  name: text,
  Name: text,
  numberdate: text,
  Date: text,
  Description: text,
})

const listed = row.transform((one, context) => {
  const id = key.safeParse(one.unique ?? one.Unique)
  if (id.success) return { ...one, id: id.data }
  context.addIssue({ code: 'custom', message: 'no id', path: ['unique'] })
  return z.NEVER
})

/**
 * The list for the portal's own pages (`BD-GetMeetingsList`) or for search engines; both end in an
 * empty object. The hour stands only in words.
 *
 * @throws {PageShapeError} {PortalErrorPage}
 */
export function parseBoardDocsList(page: Page): Listing<BoardDocsMeeting> {
  const found = readRows(page, 'unique').filter((one) => Object.keys(one).length > 0)
  const { rows, problems } = parseRows(found, listed, ({ id }) => id, page.url)
  const told: Problem[] = [...problems]
  const meetings: BoardDocsMeeting[] = []
  for (const one of rows) {
    const printed = one.numberdate ?? one.Date ?? ''
    const date = dayOf(printed)
    if (!date) {
      told.push(toProblem(new UnknownDateError(printed, page.url), page.url))
      continue
    }
    const description = plain(one.Description ?? '')
    const name = cleanText(one.name ?? one.Name ?? '')
    meetings.push(
      toMeeting({ id: one.id, name, date, description, page, body: null, bodyId: null }),
    )
  }
  return { meetings, problems: told }
}

/** `20260217`, or midnight with a Z that means the local day. */
function dayOf(printed: string): LocalDate | undefined {
  const [, year, month, day] = /^(\d{4})-?(\d{2})-?(\d{2})/.exec(printed) ?? []
  return findLocalDate(`${year}-${month}-${day}`)
}

const plain = (words: string) =>
  cleanLines(/<[a-z/]/i.test(words) ? textOf(parseMarkup(words)) : words)

interface Parts {
  readonly id: string
  readonly name: string
  readonly date: LocalDate
  readonly description: string
  readonly page: Page
  readonly body: string | null
  readonly bodyId: string | null
}

/** A name may hold the day, the hour, or both; the description an hour that runs into other words. */
export function toMeeting({
  id,
  name,
  date,
  description,
  page,
  body,
  bodyId,
}: Parts): BoardDocsMeeting {
  const spaced = description
    .replace(/([A-Za-z])(\d{1,2}:\d{2})/g, '$1 $2')
    .replace(/([ap]\.?m\.?)([A-Z])/gi, '$1 $2')
  // "Postponed to February 3, 2026--REGULAR MEETING": where it went is part of the remark.
  const own = name.replace(/^\s*(?:postponed|moved|re-?scheduled|cancell?ed)\b[^–—]*?--+\s*/i, '')
  const title = withoutRemark(withoutDate(own.replace(/\s*@\s*\d.*$/, ''))) || 'Meeting'
  return {
    upstreamId: id,
    body: body ?? title,
    bodyUpstreamId: bodyId,
    date,
    printedTime: printedClock(name) || printedClock(spaced.slice(0, 1_500)),
    location: placeIn(description),
    comment:
      [body && title !== body ? title : '', description].filter((part) => part).join('\n') || null,
    agendaStatus: calledOffWords(name),
    minutesStatus: null,
    isHidden: false,
    sourceUrl: new URL(`goto?open&id=${id}`, siteOf(page.finalUrl)).href,
    documents: [],
    listFingerprint: fingerprint([name, date, description]),
    agendaItems: null,
  }
}

const street =
  /\b\d{1,6}\s+(?:[NSEW]\.?\s+)?(?:[A-Z][\w.'’-]*\s+){0,5}(?:Street|St|Avenue|Ave|Road|Rd|Drive|Dr|Boulevard|Blvd|Lane|Ln|Way|Highway|Hwy|Parkway|Pkwy|Place|Pl|Court|Ct|Plaza|Square|Circle|IH \d+|Main)\b[^\n]*?[A-Z][A-Za-z. ]+,?\s+[A-Z]{2}\.?\s+\d{5}(?:-\d{4})?/i
const shortStreet =
  /\b\d{1,6}\s+(?:[NSEW]\.?\s+)?(?:[A-Z][\w.'’-]*\s+){0,4}(?:Street|St|Avenue|Ave|Road|Rd|Drive|Dr|Boulevard|Blvd|Lane|Parkway|Pkwy|Place|Plaza|Main)\b\.?(?:,\s*[A-Z][A-Za-z ]+?(?=,| on\b|\n|$)){0,2}/

/** The address in a description, up to its ZIP code, else its street; `null` where none is printed. */
function placeIn(description: string): string | null {
  const line = cleanText(description.slice(0, 3_000).replace(/([a-z.])(\d{1,6} [A-Z])/g, '$1 $2'))
  return street.exec(line)?.[0] ?? shortStreet.exec(line)?.[0] ?? null
}

/** `https://go.boarddocs.com/oh/akron/Board.nsf/`, of any address below it. */
export function siteOf(url: string): string {
  return /^https?:\/\/[^/]+\/.+?\.nsf\//i.exec(url)?.[0] ?? new URL('./', url).href
}
