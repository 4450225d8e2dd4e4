import type { ScrapedDocument } from '../../src/model/document.ts'
import { PageShapeError, type Problem } from '../../src/model/errors.ts'
import type { ScrapedAgendaItem } from '../../src/model/meeting.ts'
import type { Page } from '../../src/scraping/contract.ts'
import { getUsDate } from '../../src/scraping/dates.ts'
import {
  cleanText,
  linkTarget,
  type MarkupReader,
  printed,
  textOf,
} from '../../src/scraping/html.ts'
import { documentKind, type ListedMeeting } from '../meeting.ts'
import { linksIn, type PageFields, readFields } from './insite-fields.ts'
import {
  columnOf,
  findControl,
  findGrid,
  type Grid,
  type GridCell,
  type GridPager,
  readInSite,
} from './insite-page.ts'
import { meetingGuid } from './parse-calendar.ts'
import { outline } from './sections.ts'

export interface DetailItem {
  readonly item: ScrapedAgendaItem
  /** HistoryDetail.aspx: who voted how. */
  readonly actionUrl: string | null
}

export interface ParsedMeetingDetail {
  readonly listed: ListedMeeting
  readonly items: readonly DetailItem[]
  readonly headings: readonly string[]
  readonly pager: GridPager | null
  readonly problems: readonly Problem[]
}

/**
 * MeetingDetail.aspx: the head of a meeting and its items, in the order of the page.
 *
 * @throws {PageShapeError} {PortalErrorPage} {UnknownDateError}
 */
export function parseMeetingDetail(page: Page, reader: MarkupReader = 'fast'): ParsedMeetingDetail {
  const parts = readInSite(page, 'gridMain')
  const fields = readFields(parts.text, 'gridMain', reader)
  const date = fields.text('lblDate')
  if (!date) throw new PageShapeError('the page of one meeting, with its date,', page.url)
  const grid = findGrid(parts, 'gridMain', reader)
  const { items, problems } = grid ? parseItems(grid, page) : { items: [], problems: [] }
  return {
    listed: parseHead(fields, date, page),
    items,
    headings: grid?.headings ?? [],
    pager: grid?.pager ?? null,
    problems,
  }
}

function parseHead(fields: PageFields, date: string, page: Page): ListedMeeting {
  const bodyLink = fields.node('hypName')?.attribs?.href ?? ''
  const place = fields.node('lblLocation')
  return {
    upstreamId: meetingGuid(page.finalUrl) ?? meetingIdOf(page.finalUrl) ?? page.finalUrl,
    body: fields.text('hypName') ?? fields.text('lblName') ?? 'Body not named',
    bodyUpstreamId: /[?&]ID=(\d+)/i.exec(bodyLink)?.[1] ?? null,
    date: getUsDate(date, page.url),
    printedTime: fields.text('lblTime') ?? '',
    location: place ? printed(textOf(place, ({ name }) => name === 'em')) : null,
    comment: place ? findEmphasis(fields) : null,
    agendaStatus: fields.text('lblAgendaStatus'),
    minutesStatus: fields.text('lblMinutesStatus'),
    isHidden: false,
    sourceUrl: page.finalUrl,
    documents: headDocuments(fields, page.finalUrl),
    listFingerprint: null,
  }
}

/** The API's own number of the meeting, in addresses of the form `?LEGID=1080&GID=…&G=…`. */
export function meetingIdOf(href: string): string | undefined {
  return /[?&;]LEGID=(\d+)/i.exec(href)?.[1]
}

function findEmphasis(fields: PageFields): string | null {
  const place = fields.node('lblLocation')
  const emphasis = place?.children?.find(({ name }) => name === 'em')
  return (emphasis ? printed(textOf(emphasis)) : null) ?? fields.text('lblComments')
}

const headLinks = [
  ['hypAgenda', 'agenda'],
  ['hypAgendaHTML', 'agenda'],
  ['hypAgendaPacket', 'packet'],
  ['hypMinutes', 'minutes'],
  ['hypMinutesHTML', 'minutes'],
] as const

function headDocuments(fields: PageFields, base: string): readonly ScrapedDocument[] {
  const named = headLinks.flatMap(([name, kind]): ScrapedDocument[] => {
    const url = linkTarget(fields.node(name)?.attribs?.href, base)
    return url ? [{ kind, title: fields.text(name) ?? kind, url }] : []
  })
  const attached = linksIn(fields.node('lblAttachments')).flatMap(
    ({ href, text }): ScrapedDocument[] => {
      const url = linkTarget(href, base)
      const kind = documentKind(text)
      return url
        ? [{ kind: kind === 'other' ? 'attachment' : kind, title: text || 'attachment', url }]
        : []
    },
  )
  return [...named, ...attached]
}

function parseItems(grid: Grid, page: Page): { items: DetailItem[]; problems: Problem[] } {
  const columns = findColumns(grid)
  const problems: Problem[] = []
  const seen = new Set<string>()
  const rows = Array.from(grid.rows, (cells) => readItemRow(cells, columns, page.finalUrl)).filter(
    ({ title, upstreamId }) => {
      // Page furniture: a row without words.
      if (title === '') return false
      if (upstreamId === null) return true
      if (seen.has(upstreamId)) {
        problems.push({
          url: page.url,
          code: 'duplicate_id',
          message: `The item ${upstreamId} comes twice; the first stands`,
        })
        return false
      }
      seen.add(upstreamId)
      return true
    },
  )
  const places = outline(
    rows.map((row) => ({
      number: row.number,
      title: row.title,
      isActedOn: row.fileNumber !== null || row.matterUpstreamId !== null || row.action !== null,
      isMarkedConsent: false,
    })),
  )
  const items = rows.map(({ actionUrl, ...row }, position): DetailItem => {
    const place = places[position]
    return {
      actionUrl,
      item: {
        ...row,
        position,
        consent: place?.consent ?? null,
        section: place?.section ?? null,
        isHeading: place?.isHeading ?? false,
        matterStatus: null,
        documents: [],
        mover: null,
        seconder: null,
        votes: [],
        rollCall: [],
        matter: null,
      },
    }
  })
  return { items, problems }
}

type Columns = Readonly<
  Record<'number' | 'name' | 'type' | 'title' | 'action' | 'result' | 'file', number>
>

/** Columns are named and ordered by the client; the ids of the controls tell only file and action. */
function findColumns(grid: Grid): Columns {
  return {
    file: columnOf(grid, /^(?:file|record|legislation|item) ?(?:#|no\.?|number|id)$|^file$/i),
    number: columnOf(grid, /^(?:agenda|item|order) ?(?:item )?(?:#|no\.?|number)$|^agenda$/i),
    name: columnOf(grid, /^(?:matter |short )?name$|^short title$/i),
    type: columnOf(grid, /type$/i),
    title: columnOf(grid, /^(?:full |long )?(?:title|description|subject)$|title/i),
    action: columnOf(grid, /^action(?: taken)?$/i),
    result: columnOf(grid, /^(?:result|vote|pass|passed)/i),
  }
}

function readItemRow(cells: readonly GridCell[], columns: Columns, base: string) {
  const under = (name: keyof Columns) => printed(cells[columns[name]]?.text)
  const file = findControl(cells, 'hypFile')
  const fileNumber = file ? printed(textOf(file.node)) : under('file')
  const matterUrl = linkTarget(file?.href, base) ?? null
  const details = findControl(cells, 'hypDetails')
  const opened = /HistoryDetail\.aspx\?[^'"\s)]+/i.exec(details?.node.attribs?.onclick ?? '')?.[0]
  const actionUrl = linkTarget(opened, base) ?? null
  const name = under('name')
  const title = cleanText(under('title') ?? name ?? '')
  const historyId = /[?&]ID=(\d+)/i.exec(actionUrl ?? '')?.[1]
  return {
    upstreamId: historyId ?? null,
    number: under('number'),
    title,
    fileNumber,
    text: name && name !== title ? name : '',
    matterUpstreamId: /[?&]ID=(\d+)/i.exec(matterUrl ?? '')?.[1] ?? null,
    matterType: under('type'),
    sourceUrl: matterUrl,
    action: under('action'),
    result: under('result'),
    actionUrl,
  }
}
