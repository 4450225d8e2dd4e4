import * as z from 'zod'
import type { ScrapedDocument } from '../../src/model/document.ts'
import { PageShapeError } from '../../src/model/errors.ts'
import type { Page } from '../../src/scraping/contract.ts'
import { cleanText, linkResolver } from '../../src/scraping/html.ts'
import { parseRows, readJson } from '../json.ts'
import { fingerprint } from '../meeting.ts'
import { withoutDate } from '../printed-date.ts'
import type { RowMeeting } from '../row-shape.ts'
import type { Listing } from '../run.ts'
import { calledOffWords, withoutRemark } from '../title-status.ts'

const session = z.object({
  id: z.string(),
  title: z.string(),
  url: z.string().nullish(),
  /** Seconds, on the body's own wall clock as if it were UTC: 17:30 in summer and in winter. */
  date: z.string().regex(/^\d{1,11}$/),
  documents: z
    .array(
      z.object({
        url: z.string().nullish(),
        type: z.string().nullish(),
        label: z.string().nullish(),
      }),
    )
    .default([]),
})

const envelope = z.object({ results: z.array(z.record(z.string(), z.unknown())) })

/**
 * The sessions that a channel's page asks for (`/api-cache/site/<n>/sessions`).
 *
 * @throws {PageShapeError}
 */
export function parseSessions(page: Page): Listing<RowMeeting> {
  const told = envelope.safeParse(readJson(page))
  if (!told.success) throw new PageShapeError('a list of sessions ("results")', page.url)
  const { rows, problems } = parseRows(told.data.results, session, ({ id }) => id, page.url)
  const toLink = linkResolver(page.finalUrl)
  const meetings = rows.map((one): RowMeeting => {
    const title = cleanText(one.title).replace(/\s*[-–|]?\s*live stream$/i, '')
    const wall = new Date(Number(one.date) * 1000).toISOString()
    const documents = one.documents.flatMap((file): ScrapedDocument[] => {
      const url = toLink(file.url ?? undefined)
      return url
        ? [{ kind: kindOf(file.type ?? ''), title: file.label || file.type || title, url }]
        : []
    })
    const body = withoutRemark(withoutDate(title)) || title
    const own = one.url ? (toLink(one.url) ?? null) : null
    const find = (kind: string) => documents.find((file) => file.kind === kind)?.url
    return {
      upstreamId: one.id,
      body,
      bodyUpstreamId: null,
      date: wall.slice(0, 10) as RowMeeting['date'],
      printedTime: wall.slice(11, 16),
      location: null,
      comment: title === body ? null : title,
      agendaStatus: calledOffWords(title),
      minutesStatus: null,
      isHidden: false,
      sourceUrl: own ?? page.finalUrl,
      documents: own ? [...documents, { kind: 'video', title: 'Recording', url: own }] : documents,
      listFingerprint: fingerprint([title, wall, ...documents.map(({ url }) => url)]),
      detailUrl: own,
      agendaUrl: find('agenda') ?? find('packet') ?? null,
    }
  })
  return { meetings, problems }
}

function kindOf(type: string): ScrapedDocument['kind'] {
  const told = type.toLowerCase()
  return told === 'agenda' || told === 'packet' || told === 'minutes' ? told : 'other'
}
