import * as z from 'zod'
import type { ScrapedDocument } from '../../src/model/document.ts'
import {
  PageShapeError,
  PortalErrorPage,
  type Problem,
  toProblem,
  UnknownDateError,
} from '../../src/model/errors.ts'
import { findLocalDate } from '../../src/model/ids.ts'
import type { Page } from '../../src/scraping/contract.ts'
import { cleanText } from '../../src/scraping/html.ts'
import { flag, key, parseRows, text } from '../json.ts'
import { fingerprint } from '../meeting.ts'
import { withoutDate } from '../printed-date.ts'
import type { RowMeeting } from '../row-shape.ts'
import { commentOf } from '../row-words.ts'
import type { Listing } from '../run.ts'
import { calledOffWords, withoutRemark } from '../title-status.ts'

const call = /\bnew\s+SearchResults\(\s*(?=\{)/

const meeting = z.object({
  ID: key,
  Name: text,
  MeetingTypeName: text,
  Time: text,
  Location: text,
  IsAgendaAvailable: flag,
  IsMinutesAvailable: flag,
  AgendaUniqueName: text,
  MinutesUniqueName: text,
})
type Meeting = z.infer<typeof meeting>

const results = z.object({
  Meetings: z.array(z.record(z.string(), z.unknown())).nullish(),
  HasError: flag,
})

/**
 * The meetings that newer releases give to a script of the page, without a link to any;
 * `undefined` for pages that print them.
 *
 * @throws {PageShapeError} {PortalErrorPage}
 */
export function parseOnBaseResults(page: Page): Listing<RowMeeting> | undefined {
  const markup = page.text()
  const found = call.exec(markup)
  if (!found) return undefined
  const given = results.safeParse(readObject(markup, found.index + found[0].length))
  if (!given.success) {
    throw new PageShapeError('the meetings of OnBase (new SearchResults)', page.url)
  }
  const { Meetings, HasError } = given.data
  if (HasError) throw new PortalErrorPage('HasError', page.url)
  if (Meetings === undefined) {
    throw new PageShapeError('the meetings of OnBase ("Meetings")', page.url)
  }
  const { rows, problems } = parseRows(Meetings ?? [], meeting, ({ ID }) => ID, page.url)
  const told: Problem[] = [...problems]
  const site = page.finalUrl.replace(/[?#].*$/, '').replace(/(?:\/Meetings(?:\/.*)?|\/)$/i, '')
  const meetings = rows.flatMap((row) => {
    const made = toMeeting(row, site, page)
    if (!made) told.push(toProblem(new UnknownDateError(row.Time ?? '', page.url), page.url))
    return made ?? []
  })
  return { meetings, problems: told }
}

function toMeeting(row: Meeting, site: string, page: Page): RowMeeting | undefined {
  // The wall clock where it is held, whatever offset stands behind it.
  const [, day = '', clock = ''] = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/.exec(row.Time ?? '') ?? []
  const date = findLocalDate(day)
  if (!date) return undefined
  const name = cleanText(row.Name ?? '')
  const type = cleanText(row.MeetingTypeName ?? '')
  const body = withoutRemark(type || withoutDate(name)) || 'Meeting'
  const view = `${site}/Meetings/ViewMeeting?id=${row.ID}&doctype=`
  const documents: ScrapedDocument[] = []
  const add = (kind: 'agenda' | 'minutes', title: string, file: string | null, type: 1 | 2) => {
    const query = `documentType=${type}&meetingId=${row.ID}`
    const url = file
      ? `${site}/Documents/ViewDocument/${encodeURIComponent(file)}.pdf?${query}`
      : `${view}${type}`
    documents.push({ kind, title, url })
  }
  if (row.IsAgendaAvailable) add('agenda', 'Agenda', row.AgendaUniqueName, 1)
  if (row.IsMinutesAvailable) add('minutes', 'Minutes', row.MinutesUniqueName, 2)
  return {
    upstreamId: row.ID,
    body,
    bodyUpstreamId: null,
    date,
    printedTime: clock === '00:00' ? '' : clock,
    location: row.Location && cleanText(row.Location),
    comment: name === '' ? null : commentOf(name, body),
    agendaStatus: calledOffWords(name) ?? calledOffWords(type),
    minutesStatus: null,
    isHidden: false,
    sourceUrl: documents.length > 0 ? `${view}1` : page.finalUrl,
    documents,
    listFingerprint: fingerprint([name, type, row.Time, row.Location, ...documents.map(urlOf)]),
    detailUrl: null,
    agendaUrl: documents.find(({ kind }) => kind === 'agenda')?.url ?? null,
  }
}

const urlOf = ({ url }: ScrapedDocument) => url

/** The object that begins at a place of a script; `undefined` where it is cut off or damaged. */
function readObject(script: string, start: number): unknown {
  let depth = 0
  let isQuoted = false
  for (let at = start; at < script.length; at += 1) {
    const sign = script[at]
    if (isQuoted) {
      if (sign === '\\') at += 1
      else if (sign === '"') isQuoted = false
    } else if (sign === '"') isQuoted = true
    else if (sign === '{') depth += 1
    else if (sign === '}') {
      depth -= 1
      if (depth === 0) return parsed(script.slice(start, at + 1))
    }
  }
  return undefined
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}
