import * as z from 'zod'
import type { ScrapedDocument } from '../../src/model/document.ts'
import {
  PageShapeError,
  type Problem,
  toProblem,
  UnknownDateError,
} from '../../src/model/errors.ts'
import { findLocalDate, findLocalTime } from '../../src/model/ids.ts'
import type { ScrapedAgendaItem } from '../../src/model/meeting.ts'
import type { Page } from '../../src/scraping/contract.ts'
import { cleanText } from '../../src/scraping/html.ts'
import { type ItemParts, toAgenda } from '../item.ts'
import { flag, key, parseRows, readJson, readRows, text } from '../json.ts'
import { fingerprint, type ListedMeeting } from '../meeting.ts'
import type { Listing } from '../run.ts'
import { calledOffWords, withoutRemark } from '../title-status.ts'

const row = z.object({
  Master_MeetingID: key,
  MM_MeetingTitle: text,
  MM_DateTime: text,
  ML_TypeTitle: text,
  MM_Address1: text,
  MM_Address2: text,
  MM_Address3: text,
  MinutesStatus: text,
  MM_DistrictID: text,
})

/**
 * The service's list of meetings. Times are local, without a zone.
 *
 * @throws {PageShapeError} {PortalErrorPage}
 */
export function parseSimbliListing(page: Page): Listing<ListedMeeting> {
  const { rows, problems } = parseRows(
    readRows(page, 'Master_MeetingID'),
    row,
    (one) => one.Master_MeetingID,
    page.url,
  )
  const told: Problem[] = [...problems]
  const school = /[?&]S=(\d+)/i.exec(page.url)?.[1]
  const meetings = rows.flatMap((one): ListedMeeting[] => {
    const [, day = '', clock = ''] =
      /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/.exec(one.MM_DateTime ?? '') ?? []
    const date = findLocalDate(day)
    if (!date) {
      told.push(toProblem(new UnknownDateError(one.MM_DateTime ?? '', page.url), page.url))
      return []
    }
    const title = cleanText(one.MM_MeetingTitle ?? '')
    const name = withoutRemark(title)
    const body = cleanText(one.ML_TypeTitle ?? '') || name || 'Meeting'
    const id = one.Master_MeetingID
    return [
      {
        upstreamId: id,
        body,
        bodyUpstreamId: null,
        date,
        printedTime: clock === '00:00' ? '' : (findLocalTime(clock) ?? ''),
        location:
          [one.MM_Address1, one.MM_Address2, one.MM_Address3].filter((line) => line).join(', ') ||
          null,
        comment: name === body ? null : name,
        agendaStatus: calledOffWords(title),
        minutesStatus: one.MinutesStatus,
        isHidden: false,
        sourceUrl: school
          ? `https://simbli.eboardsolutions.com/SB_Meetings/ViewMeeting.aspx?S=${school}&MID=${id}`
          : page.finalUrl,
        documents: [],
        listFingerprint: fingerprint([title, one.MM_DateTime, one.MM_Address1, one.MinutesStatus]),
      },
    ]
  })
  return { meetings, problems: told }
}

const tree = z.object({ Items: z.array(z.unknown()) })
const node = z.object({
  ID: text,
  Title: text,
  HasAttachment: flag.optional(),
  Children: z.array(z.unknown()).nullish(),
})
/** Answers that others have stored together: the tree is one of them. */
const attachment = z.object({
  AttachmentID: z.number(),
  EnitityID: z.number(),
  Title: z.string().nullish(),
  FileName: z.string().nullish(),
  OrigSchoolId: z.string(),
})

const itemFiles = z.object({
  itemId: z.string(),
  docs: z.object({ body: z.object({ Attachment: z.array(attachment) }) }),
})

/** Answers of one meeting kept together: its tree, and the files of its items. */
const bundle = z.object({
  apiResponses: z.array(z.object({ body: z.unknown() })),
  itemSupportingDocs: z.array(z.unknown()).default([]),
})

const mark = /^((?:\d{1,3}|[A-Za-z]|[IVX]{1,5})(?:\.[\dA-Za-z]{1,3})*[.)])\s+(\S[\s\S]*)$/

/** The tree of items, `GetItemsTreeDTO`. @throws {PageShapeError} {PortalErrorPage} */
export function parseSimbliItems(page: Page): ScrapedAgendaItem[] {
  const value = readJson(page)
  const stored = bundle.safeParse(value)
  const candidates: unknown[] = stored.success
    ? stored.data.apiResponses.map(({ body }) => body)
    : [value]
  const found = candidates.map((one) => tree.safeParse(one)).find(({ success }) => success)
  if (!found?.success) throw new PageShapeError('a tree of items ("Items")', page.url)
  const files = stored.success ? filesOf(stored.data.itemSupportingDocs) : new Map()
  const items = found.data.Items.flatMap((one) => readNode(one, null, 0))
  return toAgenda(
    items.map((item) => ({ ...item, documents: files.get(item.upstreamId ?? '') ?? [] })),
  )
}

function filesOf(unread: readonly unknown[]): ReadonlyMap<string, readonly ScrapedDocument[]> {
  const read = unread.map((one) => itemFiles.safeParse(one))
  return new Map(
    read.flatMap(({ data }) =>
      data ? [[data.itemId, data.docs.body.Attachment.map(toFile)]] : [],
    ),
  )
}

function toFile(file: z.infer<typeof attachment>): ScrapedDocument {
  const { AttachmentID, EnitityID, Title, FileName, OrigSchoolId } = file
  const url = `https://simbli.eboardsolutions.com/Meetings/Attachment.aspx?S=${OrigSchoolId}&AID=${AttachmentID}&MID=${EnitityID}`
  return { kind: 'attachment', title: cleanText(Title || FileName || 'Attachment'), url }
}

function readNode(unread: unknown, section: string | null, depth: number): ItemParts[] {
  const read = node.safeParse(unread)
  if (!read.success || depth > 20) return []
  const { ID, Title, Children } = read.data
  const words = cleanText(Title ?? '')
  const [, number = null, title = words] = mark.exec(words) ?? []
  const inside = Children ?? []
  const item: ItemParts = {
    upstreamId: ID,
    number,
    title,
    section,
    isHeading: depth === 0 && inside.length > 0,
  }
  return [item, ...inside.flatMap((one) => readNode(one, depth === 0 ? title : section, depth + 1))]
}
