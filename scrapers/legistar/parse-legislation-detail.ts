import type { ScrapedDocument } from '../../src/model/document.ts'
import { PageShapeError } from '../../src/model/errors.ts'
import type { MatterHistoryEntry, ScrapedMatter } from '../../src/model/matter.ts'
import { findUsDate } from '../../src/model/written-date.ts'
import type { Page } from '../../src/scraping/contract.ts'
import {
  cleanLines,
  cutElement,
  linkTarget,
  type MarkupReader,
  parseMarkup,
  printed,
  textOf,
} from '../../src/scraping/html.ts'
import { linksIn, readFields } from './insite-fields.ts'
import { columnOf, findControl, findGrid, type Grid, readInSite } from './insite-page.ts'
import { meetingGuid } from './parse-calendar.ts'

/**
 * LegislationDetail.aspx: one file with its text, sponsors, attachments and history.
 *
 * @throws {PageShapeError} {PortalErrorPage}
 */
export function parseLegislationDetail(page: Page, reader: MarkupReader = 'fast'): ScrapedMatter {
  const parts = readInSite(page, 'gridLegislation')
  const fields = readFields(parts.text, 'gridLegislation', reader)
  const fileNumber = fields.text('lblFile2')
  const title = fields.text('lblTitle2') ?? fields.text('lblName2')
  if (!fileNumber && !title) throw new PageShapeError('the page of one file', page.url)
  const grid = findGrid(parts, 'gridLegislation', reader)
  return {
    upstreamId: /[?&]ID=(\d+)/i.exec(page.finalUrl)?.[1] ?? '',
    fileNumber,
    name: fields.text('lblName2'),
    title: title ?? '',
    type: fields.text('lblType2'),
    status: fields.text('lblStatus2'),
    introducedOn: findUsDate(fields.text('lblIntroduced2') ?? '') ?? null,
    sponsors: sponsorsOf(fields),
    text: findText(parts.text, reader),
    sourceUrl: page.finalUrl,
    documents: attachmentsOf(fields, page.finalUrl),
    history: grid ? readHistory(grid) : [],
  }
}

type Fields = ReturnType<typeof readFields>

/** Linked names; where nobody is linked, names parted by commas or semicolons. */
function sponsorsOf(fields: Fields): readonly string[] {
  const linked = linksIn(fields.node('lblSponsors2')).map(({ text }) => text)
  const names =
    linked.length > 0
      ? linked
      : (fields.text('lblSponsors2') ?? '').split(/;|,(?! (?:jr|sr|ii)\b)/i)
  return [...new Set(names.map((name) => name.trim()).filter((name) => name !== ''))]
}

function attachmentsOf(fields: Fields, base: string): readonly ScrapedDocument[] {
  return linksIn(fields.node('lblAttachments2')).flatMap(({ href, text }): ScrapedDocument[] => {
    const url = linkTarget(href, base)
    return url ? [{ kind: 'attachment', title: text || 'attachment', url }] : []
  })
}

/** The text stands in a tab of its own, behind the grid. */
function findText(markup: string, reader: MarkupReader): string | null {
  const idAt = markup.indexOf('_divText')
  const at = idAt < 0 ? -1 : markup.lastIndexOf('<div', idAt)
  const cut = at < 0 ? undefined : cutElement(markup, at, 'div')
  return cut ? cleanLines(textOf(parseMarkup(cut, reader))) || null : null
}

/** Oldest first, as all histories here; the page itself may be sorted either way. */
function readHistory(grid: Grid): readonly MatterHistoryEntry[] {
  const columns = {
    date: columnOf(grid, /^date$/i),
    action: columnOf(grid, /^action$/i),
    body: columnOf(grid, /^action by$|^body$/i),
    result: columnOf(grid, /^result$/i),
  }
  const entries = Array.from(grid.rows, (cells): MatterHistoryEntry => {
    const body = findControl(cells, 'hypBody')
    const meeting = findControl(cells, 'hypMeetingDetail')?.href
    const dated =
      columns.date >= 0
        ? cells[columns.date]
        : cells.find(({ text }) => findUsDate(text) !== undefined)
    return {
      meetingUpstreamId: (meeting && meetingGuid(meeting)) ?? null,
      date: findUsDate(dated?.text ?? '') ?? null,
      body: (body && printed(textOf(body.node))) ?? printed(cells[columns.body]?.text),
      action: printed(cells[columns.action]?.text),
      result: printed(cells[columns.result]?.text),
      text: null,
    }
  })
  return entries.sort((a, b) => (a.date ?? '').localeCompare(b.date ?? ''))
}
