import * as z from 'zod'
import { cutAgenda } from '../../src/agendas/cut-agenda.ts'
import type { ScrapedDocument } from '../../src/model/document.ts'
import { PageShapeError } from '../../src/model/errors.ts'
import type { ScrapedAgendaItem } from '../../src/model/meeting.ts'
import type { Page } from '../../src/scraping/contract.ts'
import {
  cleanLines,
  cleanText,
  findElements,
  linkTarget,
  parseMarkup,
  textOf,
} from '../../src/scraping/html.ts'
import { key, readJson, text } from '../json.ts'
import { calledOffWords } from '../title-status.ts'

export interface MeetingDocuments {
  readonly documents: readonly ScrapedDocument[]
  readonly agendaItems: readonly ScrapedAgendaItem[]
  /** The agenda's own words that the meeting will not be held; `null` for none. */
  readonly calledOff: string | null
}

const file = z.object({
  Id: key,
  Name: text,
  DocumentType: z.number().nullish(),
  IsPublic: z.boolean().nullish(),
  Html: text,
})

const kinds: Readonly<Record<number, ScrapedDocument['kind']>> = {
  1: 'agenda',
  4: 'agenda',
  9: 'minutes',
  10: 'minutes',
}
const agendaHtml = 1
/** Some tenants put a frame of words there and publish the file alone. */
const shellLength = 400

/**
 * The documents of a meeting: an array in older answers, under `Documents` in newer ones. The
 * agenda's markup holds the items with their attachments.
 *
 * @throws {PageShapeError} {PortalErrorPage}
 */
export function parseCivicWebDocuments(page: Page): MeetingDocuments {
  const value = readJson(page)
  const list = z
    .union([
      z.array(z.unknown()),
      z.object({ Documents: z.array(z.unknown()) }).transform(({ Documents }) => Documents),
    ])
    .safeParse(value)
  if (!list.success) throw new PageShapeError('the documents of a meeting', page.url)
  const files = list.data.flatMap((one) => {
    const read = file.safeParse(one)
    return read.success && read.data.IsPublic !== false ? [read.data] : []
  })
  const agenda = files.find(
    ({ DocumentType, Html }) => DocumentType === agendaHtml && (Html ?? '').length > shellLength,
  )
  const root = agenda ? parseMarkup(agenda.Html ?? '') : undefined
  const words = root ? cleanLines(textOf(root)) : ''
  const links = root ? linksOf(root, page) : []
  const notice = words
    .split('\n')
    .find(
      (line) =>
        line.length < 80 &&
        /^this meeting (?:has been|is|was)|^cancell?ed$/i.test(line) &&
        calledOffWords(line),
    )
  return {
    documents: files.map(({ Id, Name, DocumentType }) => ({
      kind: kinds[DocumentType ?? 0] ?? 'other',
      title: cleanText(Name ?? '') || 'Document',
      url: new URL(`/document/${encodeURIComponent(Id)}`, page.finalUrl).href,
    })),
    agendaItems: root
      ? cutAgenda({
          pages: [{ page: 1, text: words }],
          outline: [],
          links: links.map(({ title, url }) => ({ page: 1, text: title, url, toPage: null })),
        })
      : [],
    calledOff: notice ?? null,
  }
}

function linksOf(root: ReturnType<typeof parseMarkup>, page: Page): ScrapedDocument[] {
  return findElements(root, ({ name }) => name === 'a').flatMap((link): ScrapedDocument[] => {
    const href = link.attribs?.href ?? ''
    const url = /\/document\/\d+/i.test(href) ? linkTarget(href, page.finalUrl) : undefined
    const title = cleanText(textOf(link))
    return url && title ? [{ kind: 'attachment', title, url }] : []
  })
}
