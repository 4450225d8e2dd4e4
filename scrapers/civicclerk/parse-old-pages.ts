import type { ScrapedDocument } from '../../src/model/document.ts'
import {
  PageShapeError,
  type Problem,
  toProblem,
  UnknownDateError,
} from '../../src/model/errors.ts'
import type { ScrapedAgendaItem } from '../../src/model/meeting.ts'
import type { Page } from '../../src/scraping/contract.ts'
import {
  cleanLines,
  cleanText,
  findElement,
  findElements,
  linkResolver,
  linkTarget,
  type MarkupNode,
  parseMarkup,
  textOf,
} from '../../src/scraping/html.ts'
import { type ItemParts, toAgenda } from '../item.ts'
import { fingerprint } from '../meeting.ts'
import { findPrintedDate, printedClock } from '../printed-date.ts'
import type { Listing } from '../run.ts'
import { calledOffWords, withoutRemark } from '../title-status.ts'
import type { CivicClerkMeeting } from './parse-events.ts'

const has = (node: MarkupNode, pattern: RegExp) => pattern.test(node.attribs?.class ?? '')

/**
 * The grids of the former product (`/Web/home.aspx`): meetings to come and recent ones, of which
 * each page of a grid shows ten.
 *
 * @throws {PageShapeError} where there is no grid.
 */
export function parseOldGrids(page: Page): Listing<CivicClerkMeeting> {
  const root = parseMarkup(page.text())
  const grids = findElements(root, ({ name, attribs }) =>
    Boolean(name === 'table' && /grdEvents\w*_DXMainTable$/.test(attribs?.id ?? '')),
  )
  if (grids.length === 0) throw new PageShapeError('grids of meetings (grdEvents…)', page.url)
  const meetings = new Map<string, CivicClerkMeeting>()
  const problems: Problem[] = []
  for (const row of grids.flatMap((grid) => findElements(grid, isRow))) {
    try {
      const meeting = toMeeting(row, page)
      if (meeting && !meetings.has(meeting.upstreamId)) meetings.set(meeting.upstreamId, meeting)
    } catch (error) {
      if (!(error instanceof UnknownDateError)) throw error
      problems.push(toProblem(error, page.url))
    }
  }
  return { meetings: [...meetings.values()], problems }
}

const isRow = (node: MarkupNode) => node.name === 'tr' && has(node, /\bdxgvDataRow/)

/** @throws {UnknownDateError} */
function toMeeting(row: MarkupNode, page: Page): CivicClerkMeeting | undefined {
  const link = findElement(row, ({ name, attribs }) =>
    Boolean(name === 'a' && /\(\s*'?\d+\s*'?\s*[,)]/.test(attribs?.href ?? '')),
  )
  const id = /\(\s*'?(\d+)/.exec(link?.attribs?.href ?? '')?.[1]
  if (!link || !id) return undefined
  const name = cleanText(textOf(link))
  const text = cleanText(textOf(row).replace(name, ' '))
  const date = findPrintedDate(text)?.date
  if (!date) throw new UnknownDateError(text, page.url)
  const frameUrl = new URL(`/Web/DocumentFrame.aspx?id=${id}&mod=-1&player_tab=-2`, page.finalUrl)
    .href
  return {
    upstreamId: id,
    body: withoutRemark(name) || 'Meeting',
    bodyUpstreamId: null,
    date,
    printedTime: printedClock(text),
    location: null,
    comment: null,
    agendaStatus: calledOffWords(name),
    minutesStatus: null,
    isHidden: false,
    sourceUrl: new URL(`/Web/Player.aspx?id=${id}&key=-1&mod=-1&mk=-1&nov=0`, page.finalUrl).href,
    documents: [],
    listFingerprint: fingerprint([name, text]),
    agendaId: null,
    agendaFileUrl: null,
    frameUrl,
  }
}

/** The address of the agenda that a meeting's page shows in a frame; `undefined`: none yet. */
export function findOldAgenda(page: Page): string | undefined {
  const root = parseMarkup(page.text())
  const frame = findElement(
    root,
    ({ name, attribs }) => name === 'iframe' && attribs?.id === 'docViewer',
  )
  return linkTarget(frame?.attribs?.src, page.finalUrl)
}

/**
 * The tree of a former agenda: a row for each item, and a row below it for its files.
 *
 * @throws {PageShapeError}
 */
export function parseOldAgenda(page: Page): ScrapedAgendaItem[] {
  const markup = page.text()
  if (/Agenda content has not been published/i.test(markup)) return []
  const root = parseMarkup(markup)
  const rows = findElements(root, ({ name }) => name === 'tr')
  const toLink = linkResolver(page.finalUrl)
  const items: ItemParts[] = []
  for (const row of rows) {
    const cell = (row.children ?? []).find(isTitle)
    const last = items.at(-1)
    if (cell) {
      const [title = '', ...text] = cleanLines(textOf(cell)).split('\n')
      const [, number = null, words = title] = /^(\(?[\dA-Z]{1,4}[.)])\s+(\S.*)$/.exec(title) ?? []
      items.push({ title: words, number, text: text.join('\n'), documents: [] })
    } else if (last && !findElement(row, isTitle)) {
      items[items.length - 1] = {
        ...last,
        documents: [...(last.documents ?? []), ...filesOf(row, toLink)],
      }
    }
  }
  if (items.length === 0) throw new PageShapeError('the tree of an agenda (td.dxtl__B0)', page.url)
  return toAgenda(items)
}

const isTitle = (node: MarkupNode) =>
  node.name === 'td' && has(node, /\bdxtl__B0\b/) && !('colspan' in (node.attribs ?? {}))

function filesOf(
  row: MarkupNode,
  toLink: (href: string | undefined) => string | undefined,
): ScrapedDocument[] {
  return findElements(row, ({ name }) => name === 'a').flatMap((link) => {
    const url = toLink(link.attribs?.href)
    return url
      ? [{ kind: 'attachment' as const, title: cleanText(textOf(link)) || 'Attachment', url }]
      : []
  })
}
