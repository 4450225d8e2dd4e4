import * as z from 'zod'
import { PageShapeError, PortalErrorPage, type Problem } from '../../src/model/errors.ts'
import type { Page } from '../../src/scraping/contract.ts'
import { cleanText } from '../../src/scraping/html.ts'
import type { Entry } from '../folder-meetings.ts'
import { flag, key, order, parseRows, readJson, text } from '../json.ts'

export interface FolderPage {
  readonly id: string | null
  /** Names from the repository's root to this folder; empty where the answer does not tell. */
  readonly path: readonly string[]
  readonly entries: readonly Entry[]
  /** Rows that came, whatever they were: the next page begins behind them. */
  readonly rows: number
  /** Rows of the whole folder, as told. */
  readonly total: number | null
  readonly problems: readonly Problem[]
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const listing = z.object({
  name: text,
  folderId: key.nullish(),
  path: text,
  totalEntries: order,
  colTypes: z.array(z.unknown()).nullish(),
  results: z.array(z.unknown()).nullish(),
})

const row = z.object({
  entryId: z.coerce.number().int().positive().transform(String),
  name: text,
  type: z.union([z.number(), z.string().min(1)]).transform(Number),
  targetType: order,
  shortcutTargetId: order,
  extension: text,
  isEdoc: flag,
  data: z.array(z.unknown()).nullish(),
})

const folderType = 0
const documentType = -2
const shortcutType = 2

/**
 * The answer of `GetFolderListing2`. WebLink 10 and 11 wrap it in `data`, older page methods in `d`;
 * rows beyond what the page holds are null.
 *
 * @throws {PageShapeError} {PortalErrorPage}
 */
export function parseFolder(page: Page): FolderPage {
  const inner = unwrap(readJson(page))
  if (!isRecord(inner)) throw new PageShapeError('the listing of a folder ("data")', page.url)
  if (inner.failed === true) {
    const said = typeof inner.errMsg === 'string' ? cleanText(inner.errMsg) : ''
    throw new PortalErrorPage(said || 'the listing failed', page.url)
  }
  const read = listing.safeParse(inner)
  const isEmpty = read.data?.totalEntries === 0
  if (!read.success || (!read.data.results && !isEmpty)) {
    throw new PageShapeError('the listing of a folder ("results")', page.url)
  }
  const { name, folderId, path, totalEntries, colTypes, results } = read.data
  const found = (results ?? []).filter(isRecord)
  const { rows, problems } = parseRows(found, row, ({ entryId }) => entryId, page.url)
  if (found.length > 0 && rows.length === 0) {
    throw new PageShapeError('rows with entryId, name and type', page.url)
  }
  const names = (path ?? '').split('\\').map(cleanText)
  const told = names.filter((one) => one !== '')
  const modifiedAt = columnOf(colTypes ?? [], 'LastModified')
  return {
    id: folderId ?? null,
    path: told.length > 0 ? told : name ? [cleanText(name)] : [],
    entries: rows.flatMap((one) => toEntry(one, modifiedAt)),
    rows: found.length,
    total: totalEntries,
    problems,
  }
}

function unwrap(value: unknown): unknown {
  if (!isRecord(value)) return undefined
  const inner = value.data ?? value.d
  if (typeof inner !== 'string') return inner
  try {
    return JSON.parse(inner)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** Values stand in the order of the columns, which each repository chooses. */
function columnOf(columns: readonly unknown[], name: string): number {
  return columns.findIndex((column) => isRecord(column) && column.name === name)
}

function toEntry(one: z.infer<typeof row>, modifiedAt: number): Entry[] {
  const isShortcut = one.type === shortcutType && Number(one.shortcutTargetId) > 0
  const type = isShortcut ? one.targetType : one.type
  const id = isShortcut ? String(one.shortcutTargetId) : one.entryId
  const extension = (one.extension ?? '').toLowerCase().replace(/^\./, '')
  const name = cleanText(one.name ?? '')
  const isFile = type === documentType || one.isEdoc || extension !== ''
  const isFolder = type === folderType && !isFile
  if (name === '' || (!isFile && !isFolder)) return []
  const modified = one.data?.[modifiedAt]
  return [
    {
      id,
      name,
      isFolder,
      extension: one.isEdoc && extension === '' ? 'pdf' : extension,
      modified: typeof modified === 'string' ? modified : null,
    },
  ]
}
