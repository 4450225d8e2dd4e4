import type { ScrapedDocument } from '../../src/model/document.ts'
import { AppError, toProblem } from '../../src/model/errors.ts'
import type { TimeZone } from '../../src/model/ids.ts'
import type { ScrapedAgendaItem } from '../../src/model/meeting.ts'
import type { ScrapeContext } from '../../src/scraping/contract.ts'
import { isOver, type MeetingDetails } from '../meeting.ts'
import { parseBoardDocsAgenda } from './parse-agenda.ts'
import {
  type ItemDetails,
  itemsWithFiles,
  parseBoardDocsDetails,
  parseBoardDocsFiles,
} from './parse-item.ts'
import type { BoardDocsMeeting } from './parse-lists.ts'

/** The portal wants long rests, so that lists of files one by one are the exception. */
const mostFileLists = 12

/** How long after a meeting its motions and votes are looked for. */
const decidedWithinMs = 14 * 86_400_000

/**
 * The items of a meeting that the XML does not hold. Those of a meeting still to come, or just over,
 * have their words, files and votes from one print of the whole agenda; an item that is marked as having files and has
 * none there is asked by itself. What cannot be had is told, and leaves the items as they are.
 */
export async function readItems(
  { upstreamId, date }: BoardDocsMeeting,
  site: string,
  timeZone: TimeZone | null,
  context: ScrapeContext,
): Promise<MeetingDetails> {
  const fromPage = `${site}Public`
  const ask = (method: string, id: string) =>
    context.fetcher.post(`${site}${method}?open`, { id, current_committee_id: '' }, { fromPage })
  const page = await ask('BD-GetAgenda', upstreamId)
  const items = await context.parsed(page, parseBoardDocsAgenda)
  if (items.length === 0) return { agendaItems: items }
  const mayBeDecided = new Date(context.now.getTime() - decidedWithinMs)
  if (isOver(date, timeZone, mayBeDecided)) return { agendaItems: items, areItemPagesMissing: true }

  const details = await orTell(context, `${site}PRINT-AgendaDetailed?open`, async () => {
    const print = await ask('PRINT-AgendaDetailed', upstreamId)
    return await context.parsed(print, parseBoardDocsDetails)
  })
  const detailed = withDetails(items, details ?? [])
  const marked = new Set(itemsWithFiles(page))
  const wanting = (item: ScrapedAgendaItem) =>
    item.documents.length === 0 && marked.has(item.upstreamId ?? '')
  if (isOver(date, timeZone, context.now)) {
    return { agendaItems: detailed, areItemPagesMissing: !details || detailed.some(wanting) }
  }
  const agendaItems = await withFileLists(detailed, wanting, (id) =>
    orTell(context, `${site}BD-GetPublicFiles?open`, async () => {
      const answer = await ask('BD-GetPublicFiles', id)
      return await context.parsed(answer, parseBoardDocsFiles)
    }),
  )
  return { agendaItems, areItemPagesMissing: !details || agendaItems.some(wanting) }
}

async function orTell<T>(
  context: ScrapeContext,
  url: string,
  read: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await read()
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    context.report(toProblem(error, url))
    return undefined
  }
}

const wordsOf = (text: string) => text.toLowerCase().replace(/[^\p{L}\d]+/gu, '')

/** Each item with what the print tells of it; two of the same words are taken in their order. */
export function withDetails(
  items: readonly ScrapedAgendaItem[],
  details: readonly ItemDetails[],
): ScrapedAgendaItem[] {
  const left = new Map<string, ItemDetails[]>()
  for (const one of details) {
    const key = wordsOf(one.subject)
    left.set(key, [...(left.get(key) ?? []), one])
  }
  const take = (words: string) => left.get(wordsOf(words))?.shift()
  return items.map((item) => {
    const found = take(`${item.number ?? ''}${item.title}`) ?? take(item.title)
    if (!found) return item
    const { text, documents, decision } = found
    return { ...item, ...decision, text: item.text || text, documents }
  })
}

/** After three that cannot be had the rest is left alone. */
async function withFileLists(
  items: readonly ScrapedAgendaItem[],
  isWanting: (item: ScrapedAgendaItem) => boolean,
  readFiles: (id: string) => Promise<ScrapedDocument[] | undefined>,
): Promise<ScrapedAgendaItem[]> {
  const read: ScrapedAgendaItem[] = []
  let asked = 0
  let failed = 0
  for (const item of items) {
    const mayAsk = item.upstreamId !== null && asked < mostFileLists && failed < 3
    if (!mayAsk || !isWanting(item)) {
      read.push(item)
      continue
    }
    asked += 1
    const documents = await readFiles(item.upstreamId)
    if (!documents) failed += 1
    read.push(documents ? { ...item, documents } : item)
  }
  return read
}
