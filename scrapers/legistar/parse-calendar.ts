import type { DocumentKind, ScrapedDocument } from '../../src/model/document.ts'
import { AppError, PageShapeError, type Problem, toProblem } from '../../src/model/errors.ts'
import { findUsDate } from '../../src/model/written-date.ts'
import type { Page } from '../../src/scraping/contract.ts'
import { getUsDate } from '../../src/scraping/dates.ts'
import {
  cleanText,
  findElement,
  linkResolver,
  type MarkupReader,
  printed,
  textOf,
} from '../../src/scraping/html.ts'
import { documentKind, fingerprint, type ListedMeeting } from '../meeting.ts'
import {
  columnOf,
  findControl,
  findGrid,
  type Grid,
  type GridCell,
  type GridPager,
  readInSite,
} from './insite-page.ts'
import { type CalendarPeriod, readPeriod } from './postback.ts'

type Resolve = ReturnType<typeof linkResolver>

/** One row of a calendar grid. */
export interface CalendarRow {
  readonly listed: ListedMeeting
  /** `null`: the portal shows no page of this meeting yet. */
  readonly detailUrl: string | null
}

export interface ParsedCalendar extends CalendarPeriod {
  /** Rows of the period shown, in page order. */
  readonly rows: readonly CalendarRow[]
  /** Rows of the "upcoming" grid that the period shown does not hold. */
  readonly upcoming: readonly CalendarRow[]
  readonly headings: readonly string[]
  readonly pager: GridPager | null
  readonly problems: readonly Problem[]
}

/**
 * Calendar.aspx or DepartmentDetail.aspx. Rows whose date cannot be read become problems, and so do
 * repeated ones.
 *
 * @throws {PageShapeError} {PortalErrorPage} when the page holds no calendar grid.
 */
export function parseCalendar(page: Page, reader: MarkupReader = 'fast'): ParsedCalendar {
  const parts = readInSite(page, 'gridCalendar', 'gridUpcomingMeetings')
  const main = findGrid(parts, 'gridCalendar', reader)
  const ahead = findGrid(parts, 'gridUpcomingMeetings', reader)
  if (!main && !ahead) throw new PageShapeError('a calendar grid', page.url)

  const bodyOfPage = findPageBody(parts.text)
  const resolve = linkResolver(page.finalUrl)
  const problems: Problem[] = []
  const seen = new Set<string>()
  const read = (grid: Grid | undefined, isRepeatFine: boolean) =>
    Array.from(grid?.rows ?? [], (cells): CalendarRow[] => {
      try {
        const row = parseRow(cells, grid as Grid, page, resolve, bodyOfPage)
        const id = row.listed.upstreamId
        if (!seen.has(id)) {
          seen.add(id)
          return [row]
        }
        if (!isRepeatFine) problems.push(repeated(id, page.url))
        return []
      } catch (error) {
        if (!(error instanceof AppError)) throw error
        problems.push(toProblem(error, page.url))
        return []
      }
    }).flat()
  const rows = read(main, false)
  const upcoming = read(ahead, true)
  return {
    rows: main ? rows : upcoming,
    upcoming: main ? upcoming : [],
    ...readPeriod(parts.text),
    headings: (main ?? ahead)?.headings ?? [],
    pager: main?.pager ?? null,
    problems,
  }
}

const repeated = (id: string, url: string): Problem => ({
  url,
  code: 'duplicate_id',
  message: `The meeting ${id} comes twice; the first stands`,
})

/** DepartmentDetail names its one body in the title only: "Ramsey County - Legislative Committee". */
function findPageBody(markup: string): string | null {
  const title = cleanText(/<title[^<>]*>([^<]{0,500})/i.exec(markup)?.[1] ?? '')
  const named = /^.{1,200}? - (.{2,200})$/.exec(title)?.[1]
  return named && !/^calendar$/i.test(named) ? named : null
}

function parseRow(
  cells: readonly GridCell[],
  grid: Grid,
  page: Page,
  resolve: Resolve,
  bodyOfPage: string | null,
): CalendarRow {
  const controlText = (...names: readonly string[]) => {
    const control = names.map((name) => findControl(cells, name)).find((found) => found)
    return control && cleanText(textOf(control.node))
  }
  const { place, date } = findPlainCells(cells, grid)
  const detail = findControl(cells, 'hypMeetingDetail')
  const detailUrl = resolve(detail?.href) ?? null
  const documents = documentsOf(cells, grid, resolve)
  const body = controlText('hypBody', 'lblBody') || bodyOfPage || 'Body not named'
  const printedTime = controlText('lblTime') ?? ''
  const location = place ? printed(textOf(place.node, ({ name }) => name === 'em')) : null
  const remark = place && findElement(place.node, ({ name }) => name === 'em')
  const comment = remark ? printed(textOf(remark)) : null
  const day = getUsDate(date?.text ?? '', page.url)
  const hrefs = cells.flatMap(({ controls }) => controls.map(({ href }) => href ?? ''))
  const isHidden = detail !== undefined && detailUrl === null

  return {
    detailUrl,
    listed: {
      upstreamId: findId(hrefs) ?? `row-${fingerprint([body, day, printedTime, location])}`,
      body,
      bodyUpstreamId: /[?&]ID=(\d+)/i.exec(findControl(cells, 'hypBody')?.href ?? '')?.[1] ?? null,
      date: day,
      printedTime,
      location,
      comment,
      agendaStatus: null,
      minutesStatus: null,
      isHidden,
      sourceUrl: detailUrl ?? page.finalUrl,
      documents,
      listFingerprint: fingerprint([body, day, printedTime, location, comment, ...hrefs]),
    },
  }
}

/** Meetings are known by the GUID that all links of their row carry. */
function findId(hrefs: readonly string[]): string | undefined {
  const own = hrefs.find((href) => /MeetingDetail\.aspx|View\.ashx\?M=IC\b/i.test(href))
  const guid = own && meetingGuid(own)
  if (guid) return guid
  const other = hrefs.find((href) => /View\.ashx\?M=/i.test(href))
  return other && meetingGuid(other)
}

/** The id of the meeting that a MeetingDetail or View address names, lower case. */
export function meetingGuid(href: string): string | undefined {
  return /[?&;]GUID=([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/i.exec(href)?.[1]?.toLowerCase()
}

/**
 * Date and place have no control of their own. The place is told by its heading, else it is the
 * first bare cell after the time; the date is the first bare cell that is one, else the cell under
 * the heading, so that a date in an unknown form is seen and refused.
 */
function findPlainCells(cells: readonly GridCell[], grid: Grid) {
  const isAligned = grid.headings.length === cells.length
  const under = (heading: RegExp) => {
    const at = isAligned ? columnOf(grid, heading) : -1
    return at < 0 ? undefined : cells[at]
  }
  const bare = cells.map((cell) => cell.controls.length === 0)
  const timeAt = cells.findIndex(({ controls }) => controls.some(({ name }) => name === 'lblTime'))
  const date =
    cells.find((cell, at) => bare[at] && findUsDate(cell.text) !== undefined) ??
    under(/\bdate\b/i) ??
    cells.find((_, at) => bare[at])
  const place =
    under(/location|place|where/i) ??
    cells.find((cell, at) => bare[at] && at > timeAt && timeAt >= 0 && cell !== date) ??
    cells.find((cell, at) => bare[at] && cell !== date)
  return { date, place }
}

const kindsByControl: Readonly<Record<string, DocumentKind>> = {
  hypAgenda: 'agenda',
  hypAgendaHTML: 'agenda',
  hypAccessibleAgenda: 'agenda',
  hypAgendaPacket: 'packet',
  hypMinutes: 'minutes',
  hypMinutesHTML: 'minutes',
  hypAccessibleMinutes: 'minutes',
  hypTranscript: 'captions',
}

/** Links of a row that are neither its page, its body, nor its calendar file. */
function documentsOf(
  cells: readonly GridCell[],
  grid: Grid,
  resolve: Resolve,
): readonly ScrapedDocument[] {
  const isAligned = grid.headings.length === cells.length
  return cells.flatMap((cell, at) =>
    cell.controls.flatMap((control): ScrapedDocument[] => {
      if (!control.name.startsWith('hyp')) return []
      if (/^hyp(?:Body|MeetingDetail|iCal|eComment)$/.test(control.name)) return []
      const url = resolve(documentHref(control.node.attribs))
      if (!url) return []
      const words = cleanText(textOf(control.node))
      const title = words || (isAligned ? grid.headings[at] : '') || control.name.slice(3)
      const kind = kindsByControl[control.name] ?? kindByAddress(url) ?? documentKind(title)
      return [{ kind, title, url }]
    }),
  )
}

/** Video and audio open by script: `window.open('Video.aspx?…')` with "#" as the address. */
function documentHref(attribs: Readonly<Record<string, string>> | undefined): string | undefined {
  const href = attribs?.href
  if (href !== '#') return href
  return /window\.open\('([^']+)'/.exec(attribs?.onclick ?? '')?.[1]
}

const kindsByCode: Readonly<Record<string, DocumentKind>> = {
  A: 'agenda',
  AADA: 'agenda',
  PA: 'packet',
  M: 'minutes',
  MADA: 'minutes',
}

function kindByAddress(url: string): DocumentKind | undefined {
  const code = /View\.ashx\?(?:.*&)?M=(\w+)/i.exec(url)?.[1]
  return code ? kindsByCode[code.toUpperCase()] : undefined
}
