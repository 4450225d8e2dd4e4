import * as z from 'zod'
import type { Problem } from '../../src/model/errors.ts'
import type { MatterHistoryEntry, ScrapedMatter } from '../../src/model/matter.ts'
import type { Page } from '../../src/scraping/contract.ts'
import { findStampDate } from '../../src/scraping/dates.ts'
import { cleanText, printed } from '../../src/scraping/html.ts'
import { key, optionalKey, order, parseRows, readRows, text } from '../json.ts'
import { plainText } from './plain-text.ts'

const matterRow = z.object({
  MatterId: key,
  MatterFile: text,
  MatterName: text,
  MatterTitle: text,
  MatterTypeName: text,
  MatterStatusName: text,
  MatterIntroDate: text,
})

const historyRow = z.object({
  MatterHistoryId: optionalKey,
  MatterHistoryEventId: optionalKey,
  MatterHistoryActionDate: text,
  MatterHistoryActionBodyName: text,
  MatterHistoryActionName: text,
  MatterHistoryActionText: text,
  MatterHistoryPassedFlagName: text,
})

const sponsorRow = z.object({ MatterSponsorName: text, MatterSponsorSequence: order })
const versionRow = z.object({ Key: key, Value: text })
const textRow = z.object({ MatterTextPlain: text, MatterTextRtf: text })

/**
 * `/matters`, or one matter alone.
 *
 * @throws {PageShapeError} {PortalErrorPage} when it is no such list.
 */
export function parseMattersPage(page: Page): {
  readonly matters: readonly ScrapedMatter[]
  readonly problems: readonly Problem[]
} {
  const { rows, problems } = parseRows(
    readRows(page, 'MatterId'),
    matterRow,
    (row) => row.MatterId,
    page.url,
  )
  const matters = rows.map(
    (row): ScrapedMatter => ({
      upstreamId: row.MatterId,
      fileNumber: printed(row.MatterFile),
      name: printed(row.MatterName),
      title: cleanText(plainText(row.MatterTitle)) || cleanText(plainText(row.MatterName)),
      type: printed(row.MatterTypeName),
      status: printed(row.MatterStatusName),
      introducedOn: findStampDate(row.MatterIntroDate ?? '') ?? null,
      sponsors: [],
      text: null,
      sourceUrl: null,
      documents: [],
      history: [],
    }),
  )
  return { matters, problems }
}

/**
 * `/matters/{id}/histories` in the portal's order, row by row: one step may stand in two rows, see
 * `mergeHistory`.
 *
 * @throws {PageShapeError} {PortalErrorPage} when it is no such list.
 */
export function parseHistoriesPage(page: Page): {
  readonly history: readonly MatterHistoryEntry[]
  readonly problems: readonly Problem[]
} {
  const { rows, problems } = parseRows(
    readRows(page, 'MatterHistoryId'),
    historyRow,
    (row) => row.MatterHistoryId,
    page.url,
  )
  const history = rows.map(
    (row): MatterHistoryEntry => ({
      meetingUpstreamId: row.MatterHistoryEventId,
      date: findStampDate(row.MatterHistoryActionDate ?? '') ?? null,
      body: printed(row.MatterHistoryActionBodyName),
      action: printed(row.MatterHistoryActionName),
      result: printed(row.MatterHistoryPassedFlagName),
      text: plainText(row.MatterHistoryActionText) || null,
    }),
  )
  return { history, problems }
}

/**
 * Oldest first, each step once: rows that name the same meeting and action are one step, told by
 * the agenda and again by the minutes; the longer text stays.
 */
export function mergeHistory(rows: readonly MatterHistoryEntry[]): readonly MatterHistoryEntry[] {
  const steps = new Map<string, MatterHistoryEntry>()
  for (const row of rows) {
    const place = row.meetingUpstreamId ?? `${row.date} ${row.body}`
    const step = `${place} ${row.action?.toLowerCase()}`
    const known = steps.get(step)
    const isFuller = (row.text?.length ?? 0) > (known?.text?.length ?? -1)
    if (!known || isFuller) steps.set(step, { ...row, result: row.result ?? known?.result ?? null })
  }
  return [...steps.values()].sort((a, b) => (a.date ?? '').localeCompare(b.date ?? ''))
}

/** `/matters/{id}/sponsors`, first sponsor first, each name once. */
export function parseSponsorsPage(page: Page): readonly string[] {
  const rows = readRows(page, 'MatterSponsorId').flatMap((row) => {
    const read = sponsorRow.safeParse(row)
    return read.success && read.data.MatterSponsorName ? [read.data] : []
  })
  rows.sort((a, b) => (a.MatterSponsorSequence ?? 0) - (b.MatterSponsorSequence ?? 0))
  return [...new Set(rows.map((row) => cleanText(row.MatterSponsorName ?? '')))]
}

/** `/matters/{id}/versions`: the key of the newest text, `undefined` when there is none. */
export function parseVersionsPage(page: Page): string | undefined {
  const rows = readRows(page, 'Key').flatMap((row) => {
    const read = versionRow.safeParse(row)
    return read.success ? [read.data] : []
  })
  rows.sort((a, b) =>
    (a.Value ?? '').localeCompare(b.Value ?? '', 'en', { numeric: true, sensitivity: 'base' }),
  )
  return rows.at(-1)?.Key
}

/** `/matters/{id}/texts/{key}`, as plain text; `null` when it is empty. */
export function parseTextPage(page: Page): string | null {
  const read = textRow.safeParse(readRows(page, 'MatterTextId')[0])
  if (!read.success) return null
  return plainText(read.data.MatterTextPlain) || plainText(read.data.MatterTextRtf) || null
}
