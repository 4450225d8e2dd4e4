import * as z from 'zod'
import { PageShapeError } from '../../src/model/errors.ts'
import type { Page } from '../../src/scraping/contract.ts'
import { cleanText } from '../../src/scraping/html.ts'
import type { Entry } from '../folder-meetings.ts'
import type { FolderPart } from '../folder-walk.ts'
import { key, order, parseRows, readJson, text } from '../json.ts'

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const row = z.object({
  ItemId: key.nullish(),
  ObjectId: key.nullish(),
  Type: text,
  Name: text,
  Title: text,
  Extension: text,
  DownloadLink: text,
  Link: text,
  FolderCount: order,
  ModifiedDateString: text,
})

/**
 * The answer of `GetItemList`, `{d: {DataObject: […]}}`: all folders and files of one folder.
 *
 * @throws {PageShapeError} {PortalErrorPage}
 */
export function parseItemList(page: Page): Omit<FolderPart, 'path'> {
  const value = readJson(page)
  const inner = isRecord(value) ? value.d : undefined
  if (!isRecord(inner) || !('DataObject' in inner)) {
    throw new PageShapeError('a list of files ("DataObject")', page.url)
  }
  const found = [inner.DataObject ?? []].flat().filter(isRecord)
  const idOf = (one: z.infer<typeof row>) => one.ItemId ?? one.ObjectId ?? null
  const { rows, problems } = parseRows(found, row, idOf, page.url)
  const entries = rows.flatMap((one) => toEntry(one, page.finalUrl))
  if (found.length > 0 && entries.length === 0) {
    throw new PageShapeError('files with ItemId, Name and DownloadLink', page.url)
  }
  return { entries, rows: found.length, total: null, problems }
}

function toEntry(one: z.infer<typeof row>, base: string): Entry[] {
  const id = one.ItemId ?? one.ObjectId
  const name = cleanText(one.Name ?? one.Title ?? '')
  const type = one.Type ?? ''
  const isFolder =
    /folder/i.test(type) ||
    Number(one.FolderCount) > 0 ||
    (!one.DownloadLink && !one.Extension && !/item|file|link/i.test(type))
  const link = one.DownloadLink ?? one.Link
  if (!id || !/^\d{1,15}$/.test(id) || name === '') return []
  const own = { id, name, modified: one.ModifiedDateString }
  if (isFolder) return [{ ...own, isFolder, extension: '' }]
  if (!link || !URL.canParse(link, base)) return []
  const url = new URL(link, base)
  if (!/^https?:$/.test(url.protocol)) return []
  const extension = (one.Extension ?? 'pdf').toLowerCase().replace(/\W/g, '')
  return [{ ...own, isFolder, extension, url: url.href }]
}
