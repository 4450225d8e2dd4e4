import * as z from 'zod'
import type { ScrapedDocument } from '../../src/model/document.ts'
import { PageShapeError } from '../../src/model/errors.ts'
import type { ScrapedAgendaItem } from '../../src/model/meeting.ts'
import type { Page } from '../../src/scraping/contract.ts'
import { cleanText, linkTarget } from '../../src/scraping/html.ts'
import { type ItemParts, toAgenda } from '../item.ts'
import { optionalKey, order, readJson, text } from '../json.ts'
import { makeVote } from '../votes.ts'

const item = z.object({
  matterId: optionalKey,
  commentId: optionalKey,
  matterTitle: text,
  commentText: text.catch(null),
  recordNumber: text,
  matterType: text,
  actionName: text,
  displayId: text,
  sort: order.catch(null),
})

const list = z
  .array(z.unknown())
  .nullish()
  .transform((rows) => rows ?? [])

const group = z.object({ title: text, items: list })
/** One of the two tells the answer from any other object. */
const meeting = z
  .object({
    meetingId: optionalKey,
    agenda: z.object({ groups: list }).nullish().catch(null),
  })
  .refine(({ meetingId, agenda }) => meetingId !== null || agenda != null)

/**
 * The items of one meeting (`/meeting-agenda/<id>`), in their groups; none where the clerk publishes
 * the agenda as a file alone.
 *
 * @throws {PageShapeError} {PortalErrorPage}
 */
export function parseChicagoAgenda(page: Page): ScrapedAgendaItem[] {
  const read = meeting.safeParse(readJson(page))
  if (!read.success) throw new PageShapeError('a meeting with its agenda', page.url)
  return toAgenda(
    (read.data.agenda?.groups ?? []).flatMap((unread): ItemParts[] => {
      const one = group.safeParse(unread)
      if (!one.success) return []
      const section = cleanText(one.data.title ?? '') || null
      return one.data.items
        .flatMap((row) => item.safeParse(row).data ?? [])
        .sort((a, b) => (a.sort ?? 0) - (b.sort ?? 0))
        .map((row) => ({
          upstreamId: row.matterId ?? row.commentId,
          number: row.displayId,
          title: cleanText(row.matterTitle ?? row.commentText ?? ''),
          fileNumber: row.recordNumber,
          matterUpstreamId: row.matterId,
          matterType: row.matterType,
          section,
          action: row.actionName,
        }))
    }),
  )
}

const attachment = z.object({ path: text, fileName: text, attachmentType: text })
const vote = z.object({ voterName: text, vote: text })
const matter = z
  .object({
    matterId: optionalKey,
    status: text,
    attachments: list,
    actions: list,
  })
  .refine(({ matterId, status }) => matterId !== null || status !== null)
const action = z.object({ actionName: text, actionDate: text, votes: list })

/** What a matter's own answer (`/matter/<id>`) adds to its item. */
export type MatterFacts = Pick<ItemParts, 'documents' | 'matterStatus' | 'votes' | 'result'>

/**
 * Files and status of a matter, and the votes of its action on the day of the meeting: the others
 * were cast elsewhere.
 *
 * @throws {PageShapeError} {PortalErrorPage}
 */
export function parseChicagoMatter(page: Page, day: string): MatterFacts {
  const read = matter.safeParse(readJson(page))
  if (!read.success) throw new PageShapeError('a matter', page.url)
  const { status, attachments, actions } = read.data
  const taken = actions
    .flatMap((one) => action.safeParse(one).data ?? [])
    .find(({ actionDate, votes }) => actionDate?.startsWith(day) && votes.length > 0)
  return {
    matterStatus: status,
    documents: attachments.flatMap((one): ScrapedDocument[] => {
      const file = attachment.safeParse(one).data
      const url = linkTarget(file?.path ?? undefined, 'https://chicityclerkelms.chicago.gov/')
      const title = cleanText(file?.fileName ?? file?.attachmentType ?? '') || 'Attachment'
      return url ? [{ kind: 'attachment', title, url }] : []
    }),
    result: taken?.actionName ?? null,
    votes: (taken?.votes ?? []).flatMap((one) => {
      const cast = vote.safeParse(one).data
      return cast?.voterName && cast.vote ? [makeVote(cast.voterName, cast.vote)] : []
    }),
  }
}
