import * as z from 'zod'
import type { ScrapedDocument } from '../../src/model/document.ts'
import { PageShapeError } from '../../src/model/errors.ts'
import type { ScrapedAgendaItem } from '../../src/model/meeting.ts'
import type { Page } from '../../src/scraping/contract.ts'
import { cleanLines, cleanText, parseMarkup, textOf } from '../../src/scraping/html.ts'
import { type ItemParts, isConsentHeading, toAgenda } from '../item.ts'
import { flag, key, optionalKey, order, readJson, text } from '../json.ts'
import { makeVote } from '../votes.ts'

const attachment = z.object({
  id: key,
  fileName: text,
  mediaFileName: text,
  isDeleted: flag,
  isPublished: z.unknown(),
})

const names = z
  .array(z.unknown())
  .nullish()
  .transform((list) => (list ?? []).flatMap((name) => (typeof name === 'string' ? [name] : [])))
  .catch([])

const vote = z.object({
  motionName: text,
  initiatedBy: text,
  secondedBy: text,
  passFail: text,
  yesVotes: names,
  noVotes: names,
  abstainVotes: names,
})
type Vote = z.infer<typeof vote>

const list = <T>(of: z.ZodType<T>) =>
  z
    .array(of)
    .nullish()
    .transform((rows) => rows ?? [])
    .catch([])

const itemNode = z.object({
  id: optionalKey,
  agendaObjectItemName: text,
  agendaObjectItemDescription: text.catch(null),
  agendaObjectItemHtmlContent: text.catch(null),
  fiscalImpactSummary: text.catch(null),
  agendaObjectItemOutlineNumber: text,
  agendaObjectItemNumber: text,
  resolutionFormattedNumber: text.catch(null),
  ordinanceFormattedNumber: text.catch(null),
  sortOrder: order.catch(null),
  isSection: flag,
  attachmentsList: list(attachment),
  minutesItemVotes: list(vote),
  childItems: z
    .array(z.unknown())
    .nullish()
    .transform((rows) => rows ?? []),
})
type ItemNode = z.infer<typeof itemNode>

const agenda = z.object({ items: z.array(z.unknown()) })
const bookmark = z.object({
  id: optionalKey,
  parentId: optionalKey,
  markerTitle: text,
  agendaObjectItemId: optionalKey,
  additionalBookmarks: z
    .array(z.unknown())
    .nullish()
    .transform((list) => list ?? []),
})
const media = z.object({ eventBookmarks: z.array(z.unknown()) })

/** What some tenants have instead of items. */
const placeholder = /\bselect meeting files\b|\bto view meeting materials\b/i

/** Deeper trees are no agendas, and would serve only to exhaust us. */
const mostDepth = 20

/**
 * The items of an agenda (`Meetings/<agendaId>`), or the marks of its recording
 * (`EventsMedia/<eventId>`), in order. Sections are told by name, not as items, unless they hold
 * files or an agenda has nothing else.
 *
 * @throws {PageShapeError} {PortalErrorPage}
 */
export function parseItems(page: Page): ScrapedAgendaItem[] {
  const value = readJson(page)
  const marks = media.safeParse(value)
  if (marks.success) return toAgenda(readMarks(marks.data.eventBookmarks))
  const whole = agenda.safeParse(value)
  if (!whole.success) throw new PageShapeError('an agenda with items', page.url)
  const api = new URL('/v1/', page.finalUrl).href
  const rows = readNodes(whole.data.items, { section: null, isConsent: false }, api, 0)
  const items = rows.filter(
    ({ item, isSection }) => !isSection || (item.documents?.length ?? 0) > 0,
  )
  const told = items.length > 0 ? items : rows
  const tells = rows.some(({ item, isConsent }) => isConsent || isConsentHeading(item.title))
  return toAgenda(
    told.map(({ item, isConsent }) => ({ ...item, consent: tells ? isConsent : null })),
  )
}

interface Above {
  readonly section: string | null
  readonly isConsent: boolean
}

interface Row {
  readonly item: ItemParts
  readonly isSection: boolean
  readonly isConsent: boolean
}

function readNodes(nodes: readonly unknown[], above: Above, api: string, depth: number): Row[] {
  if (depth > mostDepth) return []
  return inOrder(nodes).flatMap((node): Row[] => {
    const lines = wordsOf(node.agendaObjectItemName).split('\n')
    const title = lines[0] ?? ''
    if (title === '' || placeholder.test(title)) {
      return readNodes(node.childItems, above, api, depth + 1)
    }
    const item = toItem(node, title, lines.slice(1), above, api)
    const row = { item, isSection: node.isSection, isConsent: above.isConsent }
    const inside = node.isSection
      ? { section: title, isConsent: above.isConsent || isConsentHeading(title) }
      : above
    return [row, ...readNodes(node.childItems, inside, api, depth + 1)]
  })
}

/** Rows that can be read, in their own order where every one has a place. */
function inOrder(nodes: readonly unknown[]): ItemNode[] {
  const read = nodes.flatMap((node) => itemNode.safeParse(node).data ?? [])
  return read.every(({ sortOrder }) => sortOrder !== null)
    ? read.sort((one, other) => (one.sortOrder ?? 0) - (other.sortOrder ?? 0))
    : read
}

function toItem(
  node: ItemNode,
  title: string,
  more: readonly string[],
  { section }: Above,
  api: string,
): ItemParts {
  const text = [
    ...more,
    wordsOf(node.agendaObjectItemDescription),
    wordsOf(node.agendaObjectItemHtmlContent),
    wordsOf(node.fiscalImpactSummary),
  ].filter((part) => part !== '')
  return {
    upstreamId: node.id,
    number: node.agendaObjectItemOutlineNumber,
    title,
    fileNumber:
      node.agendaObjectItemNumber ??
      node.resolutionFormattedNumber ??
      node.ordinanceFormattedNumber,
    section,
    text: [...new Set(text)].join('\n'),
    documents: node.attachmentsList.flatMap((file) => toAttachment(file, api)),
    ...readVotes(node.minutesItemVotes),
  }
}

/** The last motion decided; earlier ones were about it. */
function readVotes(votes: readonly Vote[]): Partial<ItemParts> {
  const last = votes.at(-1)
  if (!last) return {}
  const options = [
    ['Yes', last.yesVotes],
    ['No', last.noVotes],
    ['Abstain', last.abstainVotes],
  ] as const
  const { passFail } = last
  return {
    action: last.motionName,
    mover: last.initiatedBy,
    seconder: last.secondedBy,
    result: passFail === '1' ? 'Pass' : passFail === '0' ? 'Fail' : passFail,
    votes: options.flatMap(([option, voters]) => voters.map((name) => makeVote(name, option))),
  }
}

/** Names hold markup in some tenants. */
function wordsOf(name: string | null): string {
  const written = name ?? ''
  return cleanLines(/<[a-z/]/i.test(written) ? textOf(parseMarkup(written)) : written)
}

function toAttachment(file: z.infer<typeof attachment>, api: string): ScrapedDocument[] {
  if (file.isDeleted || file.isPublished === false) return []
  const title = cleanText(file.fileName ?? file.mediaFileName ?? '') || 'Attachment'
  const url = `${api}Meetings/GetAttachmentFile(fileId=${encodeURIComponent(file.id)})`
  return [{ kind: 'attachment', title, url }]
}

const printedNumber = /^((?:\d{1,3}|[A-Za-z]|[IVX]{1,5})(?:\.[\dA-Za-z]{1,3})*[.)])\s+(\S.*)$/

/** Marks in order; what stands under another names it. Their own numbers only count them. */
function readMarks(unread: readonly unknown[]): ItemParts[] {
  const marks = flatten(unread, 0)
  const titles = new Map(marks.map(({ id, title }) => [id, title]))
  const parents = new Set(marks.map(({ parentId }) => parentId))
  return marks.map(({ id, parentId, title, agendaObjectItemId }) => {
    const [, number = null, words = title] = printedNumber.exec(title) ?? []
    return {
      upstreamId: agendaObjectItemId === '0' ? null : agendaObjectItemId,
      number,
      title: words,
      section: (parentId && titles.get(parentId)) || null,
      isHeading: id !== null && parents.has(id),
    }
  })
}

interface Mark {
  readonly id: string | null
  readonly parentId: string | null
  readonly title: string
  readonly agendaObjectItemId: string | null
}

function flatten(unread: readonly unknown[], depth: number): Mark[] {
  if (depth > mostDepth) return []
  return unread.flatMap((one) => {
    const read = bookmark.safeParse(one)
    if (!read.success) return []
    const { id, parentId, markerTitle, agendaObjectItemId, additionalBookmarks } = read.data
    const title = cleanText(wordsOf(markerTitle).replaceAll('\n', ' '))
    return [{ id, parentId, title, agendaObjectItemId }, ...flatten(additionalBookmarks, depth + 1)]
  })
}
