import * as z from 'zod'
import type { ScrapedDocument } from '../../src/model/document.ts'
import type { Problem } from '../../src/model/errors.ts'
import type { ScrapedAgendaItem } from '../../src/model/meeting.ts'
import type { Page } from '../../src/scraping/contract.ts'
import { cleanText, printed } from '../../src/scraping/html.ts'
import { flag, optionalKey, order, parseRows, readRows, rows, text } from '../json.ts'
import { attachmentDocuments } from './parse-api-attachments.ts'
import { parseRollCallRows, parseVoteRows } from './parse-api-votes.ts'
import { plainText } from './plain-text.ts'
import { outline } from './sections.ts'

const itemRow = z.object({
  EventItemId: optionalKey,
  EventItemEventId: optionalKey,
  EventItemAgendaSequence: order,
  EventItemMinutesSequence: order,
  EventItemAgendaNumber: text,
  EventItemTitle: text,
  EventItemAgendaNote: text,
  EventItemMinutesNote: text,
  EventItemActionName: text,
  EventItemActionText: text,
  EventItemPassedFlag: order,
  EventItemPassedFlagName: text,
  EventItemRollCallFlag: flag,
  EventItemConsent: flag,
  EventItemMover: text,
  EventItemSeconder: text,
  EventItemMatterId: optionalKey,
  EventItemMatterGuid: text,
  EventItemMatterFile: text,
  EventItemMatterName: text,
  EventItemMatterType: text,
  EventItemMatterStatus: text,
  EventItemMatterAttachments: rows,
  // What other projects nest when they keep a whole meeting in one file.
  Votes: rows,
  RollCalls: rows,
  attachments: z.union([z.string(), z.record(z.string(), z.unknown())]).nullish(),
})

export type ItemRow = z.infer<typeof itemRow>

/** An item, and what decides whether more of it is worth a request. */
export interface ParsedItem {
  /** As the agenda has it: without the notes of the minutes. */
  readonly item: ScrapedAgendaItem
  /** What the minutes add: public record only once they are final. */
  readonly minutesText: string
  readonly hasPassedFlag: boolean
  readonly hasRollCallFlag: boolean
}

export interface ParsedItems {
  /** In agenda order; rows added in the minutes, which no agenda shows, come last. */
  readonly items: readonly ParsedItem[]
  readonly problems: readonly Problem[]
}

/**
 * One page of `/events/{id}/eventitems`, or one item alone.
 *
 * @throws {PageShapeError} {PortalErrorPage} when it is no such list.
 */
export function parseItemsPage(page: Page): ParsedItems {
  return parseItemRows(readRows(page, 'EventItemId'), page.url)
}

/** The item with what the minutes say of it, where these are final. */
export function withMinutes(parsed: ParsedItem, areMinutesFinal: boolean): ScrapedAgendaItem {
  if (!areMinutesFinal || parsed.minutesText === '') return parsed.item
  const text = [parsed.item.text, parsed.minutesText].filter((part) => part !== '').join('\n\n')
  return { ...parsed.item, text }
}

export function parseItemRows(found: readonly Record<string, unknown>[], url: string): ParsedItems {
  const { rows: read, problems } = parseRows(found, itemRow, (row) => row.EventItemId, url)
  const listed = read
    .map((row) => ({ row, title: titleOf(row) }))
    // Misconfigured clients list page breaks and headers; they carry no words.
    .filter(({ title }) => title !== '')
    .sort((a, b) => compareOrder(a.row, b.row))
  const places = outline(
    listed.map(({ row, title }) => ({
      number: printed(row.EventItemAgendaNumber),
      title,
      isActedOn:
        row.EventItemMatterId !== null ||
        row.EventItemPassedFlag !== null ||
        row.EventItemActionName !== null,
      isMarkedConsent: row.EventItemConsent,
    })),
  )
  const items = listed.map(({ row, title }, position): ParsedItem => {
    const place = places[position]
    return {
      minutesText: joinNotes([row.EventItemActionText, row.EventItemMinutesNote], title),
      hasPassedFlag: row.EventItemPassedFlag !== null,
      hasRollCallFlag: row.EventItemRollCallFlag,
      item: {
        upstreamId: row.EventItemId,
        position,
        number: printed(row.EventItemAgendaNumber),
        title,
        fileNumber: printed(row.EventItemMatterFile),
        consent: place?.consent ?? null,
        section: place?.section ?? null,
        isHeading: place?.isHeading ?? false,
        text: joinNotes([row.EventItemMatterName, row.EventItemAgendaNote], title),
        matterUpstreamId: row.EventItemMatterId,
        matterType: printed(row.EventItemMatterType),
        matterStatus: printed(row.EventItemMatterStatus),
        sourceUrl: null,
        documents: documentsOf(row, url),
        action: printed(row.EventItemActionName),
        result: printed(row.EventItemPassedFlagName) ?? resultOf(row.EventItemPassedFlag),
        mover: printed(row.EventItemMover),
        seconder: printed(row.EventItemSeconder),
        votes: parseVoteRows(asRecords(row.Votes)),
        rollCall: parseRollCallRows(asRecords(row.RollCalls)),
        matter: null,
      },
    }
  })
  return { items, problems }
}

const titleOf = (row: ItemRow) =>
  cleanText(plainText(row.EventItemTitle)) || cleanText(plainText(row.EventItemMatterName))

const resultOf = (passed: number | null) => (passed === 1 ? 'Pass' : passed === 0 ? 'Fail' : null)

/** Agenda order; rows without a place on the agenda after it, in the order of the minutes. */
function compareOrder(a: ItemRow, b: ItemRow): number {
  const last = Number.MAX_SAFE_INTEGER
  const agenda = (a.EventItemAgendaSequence ?? last) - (b.EventItemAgendaSequence ?? last)
  if (agenda !== 0) return agenda
  if (a.EventItemAgendaSequence !== null) return 0
  return (a.EventItemMinutesSequence ?? last) - (b.EventItemMinutesSequence ?? last)
}

function joinNotes(notes: readonly (string | null)[], title: string): string {
  const parts = notes.map(plainText).filter((part) => part !== '' && cleanText(part) !== title)
  return [...new Set(parts)].join('\n\n')
}

function documentsOf(row: ItemRow, url: string): readonly ScrapedDocument[] {
  const embedded = attachmentDocuments(asRecords(row.EventItemMatterAttachments), url)
  return embedded.length > 0 ? embedded : storedLinks(row.attachments)
}

/** A map from name to address, as text or object: how others keep an item's attachments. */
function storedLinks(stored: ItemRow['attachments']): readonly ScrapedDocument[] {
  let links: unknown = stored ?? {}
  if (typeof links === 'string') {
    try {
      links = JSON.parse(links)
    } catch {
      return []
    }
  }
  const read = z.record(z.string(), z.string()).safeParse(links)
  if (!read.success) return []
  return attachmentDocuments(
    Object.entries(read.data).map(([name, hyperlink]) => ({
      MatterAttachmentName: name,
      MatterAttachmentHyperlink: hyperlink,
    })),
    '',
  )
}

export function asRecords(list: readonly unknown[] | null | undefined): Record<string, unknown>[] {
  return (list ?? []).filter(
    (row): row is Record<string, unknown> => typeof row === 'object' && row !== null,
  )
}
