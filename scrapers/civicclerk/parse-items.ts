import { z } from 'zod'
import type { ScrapedDocument } from '../../src/model/document.ts'
import { PageShapeError } from '../../src/model/errors.ts'
import type { ScrapedAgendaItem } from '../../src/model/meeting.ts'
import type { Page } from '../../src/scraping/contract.ts'
import { cleanLines, cleanText, parseMarkup, textOf } from '../../src/scraping/html.ts'
import { type ItemParts, toAgenda } from '../item.ts'
import { flag, key, optionalKey, readJson, text } from '../json.ts'

const attachment = z.object({
  id: key,
  fileName: text,
  mediaFileName: text,
  isDeleted: flag,
  isPublished: z.union([z.boolean(), z.string(), z.number()]).nullish(),
})

interface ItemNode {
  readonly id: string | null
  readonly agendaObjectItemName: string | null
  readonly agendaObjectItemOutlineNumber: string | null
  readonly agendaObjectItemNumber: string | null
  readonly isSection: boolean
  readonly attachmentsList: readonly z.infer<typeof attachment>[] | null
  readonly childItems: readonly unknown[]
}

const itemNode: z.ZodType<ItemNode> = z.object({
  id: optionalKey,
  agendaObjectItemName: text,
  agendaObjectItemOutlineNumber: text,
  agendaObjectItemNumber: text,
  isSection: flag,
  attachmentsList: z
    .array(attachment)
    .nullish()
    .transform((list) => list ?? null)
    .catch(null),
  childItems: z
    .array(z.unknown())
    .nullish()
    .transform((list) => list ?? []),
})

const agenda = z.object({ items: z.array(z.unknown()) })
const bookmark = z.object({
  markerName: text,
  markerTitle: text,
  agendaObjectItemId: optionalKey,
  additionalBookmarks: z
    .array(z.unknown())
    .nullish()
    .transform((list) => list ?? []),
})
const media = z.object({ eventBookmarks: z.array(z.unknown()) })

/** What some tenants have instead of items. */
const placeholder = /^select meeting files to view/i

/** Deeper trees are no agendas, and would serve only to exhaust us. */
const mostDepth = 20

/**
 * The items of an agenda (`Meetings/<agendaId>`), or the marks of its recording
 * (`EventsMedia/<eventId>`), in order. Sections are told by name, not as items.
 *
 * @throws {PageShapeError} {PortalErrorPage}
 */
export function parseItems(page: Page): ScrapedAgendaItem[] {
  const value = readJson(page)
  const marks = media.safeParse(value)
  if (marks.success) return toAgenda(marks.data.eventBookmarks.flatMap((one) => readMark(one, 0)))
  const whole = agenda.safeParse(value)
  if (!whole.success) throw new PageShapeError('an agenda with items', page.url)
  const api = new URL('/v1/', page.finalUrl).href
  return toAgenda(readNodes(whole.data.items, { section: null, isConsent: null }, api, 0))
}

interface Above {
  readonly section: string | null
  readonly isConsent: boolean | null
}

function readNodes(
  nodes: readonly unknown[],
  above: Above,
  api: string,
  depth: number,
): ItemParts[] {
  if (depth > mostDepth) return []
  return nodes.flatMap((unread): ItemParts[] => {
    const read = itemNode.safeParse(unread)
    if (!read.success) return []
    const node = read.data
    const lines = wordsOf(node.agendaObjectItemName).split('\n')
    const title = lines[0] ?? ''
    if (node.isSection) {
      return readNodes(
        node.childItems,
        { ...above, section: title || above.section },
        api,
        depth + 1,
      )
    }
    if (title === '' || placeholder.test(title))
      return readNodes(node.childItems, above, api, depth + 1)
    const item: ItemParts = {
      upstreamId: node.id,
      number: node.agendaObjectItemOutlineNumber,
      title,
      fileNumber: node.agendaObjectItemNumber,
      section: above.section,
      text: lines.slice(1).join('\n'),
      documents: (node.attachmentsList ?? []).flatMap((file) => toAttachment(file, api)),
    }
    return [item, ...readNodes(node.childItems, above, api, depth + 1)]
  })
}

/** Names hold markup in some tenants. */
function wordsOf(name: string | null): string {
  const written = name ?? ''
  return cleanLines(/<[a-z/]/i.test(written) ? textOf(parseMarkup(written)) : written)
}

function toAttachment(file: z.infer<typeof attachment>, api: string): ScrapedDocument[] {
  if (file.isDeleted) return []
  const title = cleanText(file.fileName ?? file.mediaFileName ?? '') || 'Attachment'
  const url = `${api}Meetings/GetAttachmentFile(fileId=${encodeURIComponent(file.id)})`
  return [{ kind: 'attachment', title, url }]
}

function readMark(unread: unknown, depth: number): ItemParts[] {
  const read = bookmark.safeParse(unread)
  if (!read.success || depth > mostDepth) return []
  const { markerName, markerTitle, agendaObjectItemId, additionalBookmarks } = read.data
  const title = cleanText(wordsOf(markerTitle).replaceAll('\n', ' '))
  const item = {
    upstreamId: agendaObjectItemId === '0' ? null : agendaObjectItemId,
    number: markerName,
    title,
  }
  return [item, ...additionalBookmarks.flatMap((one) => readMark(one, depth + 1))]
}
