import { AppError, type Problem, toProblem } from '../src/model/errors.ts'
import type { ScrapeContext } from '../src/scraping/contract.ts'
import type { Entry, ReadFolder } from './folder-meetings.ts'
import { dateInName, promiseOf, yearOfPath, yearsInName } from './folder-names.ts'
import { isInside } from './run.ts'

export interface Waiting {
  readonly id: string
  /** Names that lead to it, its own last, as far as they are known. */
  readonly path: readonly string[]
}

/** One part of a folder's listing. */
export interface FolderPart {
  /** As the portal tells it; the names that led here where it does not. */
  readonly path: readonly string[]
  readonly entries: readonly Entry[]
  /** Rows that came: the next part begins behind them. */
  readonly rows: number
  /** Rows of the whole folder; null where the portal sends all at once. */
  readonly total: number | null
  readonly problems: readonly Problem[]
}

export interface FolderSource {
  readonly first: readonly Waiting[]
  /** The page that shows a folder to people. */
  folderUrl(id: string): string
  readPart(folder: Waiting, start: number): Promise<FolderPart>
}

const mostParts = 8
/** Requests of one run: councils publish in a few folders, the rest is an archive. */
const mostRequests = 60
const mostDepth = 8

/**
 * Reads the folders that promise meetings of the window, the council's first and the newest first.
 * What was left is told.
 *
 * @throws {AppError} when the first folder cannot be read, and is the only one.
 */
export async function walkFolders(
  source: FolderSource,
  context: ScrapeContext,
): Promise<ReadFolder[]> {
  const read: ReadFolder[] = []
  const seen = new Set(source.first.map(({ id }) => id))
  let waiting: readonly Waiting[] = source.first
  let left = mostRequests
  while (left > 0) {
    const [next, ...others] = waiting
    if (!next) break
    waiting = others
    try {
      const { requests, ...folder } = await readWhole(next, Math.min(mostParts, left))
      left -= requests
      read.push(folder)
      const further = worthOpening(folder, context).filter(({ id }) => !seen.has(id))
      for (const { id } of further) seen.add(id)
      waiting = [...further, ...waiting]
    } catch (error) {
      const isOnlyWay = source.first.length === 1 && source.first.includes(next)
      if (!(error instanceof AppError) || isOnlyWay) throw error
      context.report(toProblem(error, source.folderUrl(next.id)))
      left -= 1
    }
  }
  tellNothing()
  if (waiting.length > 0) {
    const message = `${mostRequests} pages of folders were read; ${waiting.length} folders were left, "${waiting[0]?.path.at(-1) ?? ''}" first`
    tell(source.first[0]?.id ?? '', 'portal_paging', message)
  }
  return read

  async function readWhole(folder: Waiting, most: number) {
    let entries: Entry[] = []
    let { path } = folder
    let rows = 0
    let total = 0
    let requests = 0
    do {
      const part = await source.readPart(folder, rows)
      requests += 1
      for (const problem of part.problems) context.report(problem)
      entries = entries.concat(part.entries)
      path = part.path
      total = part.total ?? part.rows
      rows += part.rows
      if (part.rows === 0) break
    } while (rows < total && requests < most)
    if (rows < total) {
      const message = `${rows} of ${total} rows of "${path.at(-1) ?? folder.id}" were read`
      tell(folder.id, 'portal_paging', message)
    }
    return { id: folder.id, path, entries, requests }
  }

  function tellNothing(): void {
    const first = source.first[0]?.id ?? ''
    const entries = read.flatMap((folder) => folder.entries)
    if (entries.length === 0) tell(first, 'page_shape', 'The first folder here holds nothing')
    else if (read.length === source.first.length && !entries.some(isOfMeetings)) {
      const message = 'No folder or file here is named after agendas, minutes, meetings or a body'
      tell(first, 'page_shape', message)
    }
  }

  function tell(id: string, code: string, message: string): void {
    context.report({ url: source.folderUrl(id), code, message })
  }
}

const isOfMeetings = ({ name, isFolder }: Entry) =>
  dateInName(name, null) !== undefined ||
  (isFolder && (promiseOf(name) > 0 || yearsInName(name) !== undefined))

/** Folders to open next, the most promising first. */
function worthOpening(
  { path, entries }: ReadFolder,
  { window, now }: Pick<ScrapeContext, 'window' | 'now'>,
): Waiting[] {
  if (path.length >= mostDepth) return []
  const folders = entries.filter(({ isFolder }) => isFolder)
  const thisYear = now.getUTCFullYear()
  const from = window.from ? Number(window.from.slice(0, 4)) : thisYear - 1
  const to = window.to ? Number(window.to.slice(0, 4)) : thisYear + 1
  const year = yearOfPath(path)
  const ofYears = folders.flatMap((folder) => {
    const years = yearsInName(folder.name)
    return years ? [{ folder, years }] : []
  })
  const inside = ofYears.filter(({ years }) => years.from <= to && years.to >= from)
  // Where nothing falls into the window the newest shows whether the folders can be read at all.
  const newest = ofYears.toSorted((a, b) => b.years.to - a.years.to).slice(0, 1)
  const chosen = new Set((inside.length > 0 ? inside : newest).map(({ folder }) => folder.id))
  const isInDay = path.some((above) => dateInName(above, null) !== undefined)
  return folders
    .flatMap(({ id, name }) => {
      const own = { id, path: [...path, name] }
      const date = dateInName(name, year)
      if (date) return isInside(date, window) ? [{ ...own, promise: 9, rank: date as string }] : []
      if (yearsInName(name)) return chosen.has(id) ? [{ ...own, promise: 8, rank: name }] : []
      const promise = isInDay ? 1 : promiseOf(name)
      return promise > 0 ? [{ ...own, promise, rank: '' }] : []
    })
    .sort((a, b) => b.promise - a.promise || (a.rank < b.rank ? 1 : a.rank > b.rank ? -1 : 0))
    .map(({ id, path: own }) => ({ id, path: own }))
}
