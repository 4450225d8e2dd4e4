import { AppError, PortalErrorPage, type Problem, toProblem } from '../../src/model/errors.ts'
import type { Page, ScrapeContext } from '../../src/scraping/contract.ts'
import { type Cookies, openCookies } from '../../src/scraping/cookies.ts'
import { isInside } from '../run.ts'
import { type Place, queryOf } from './address.ts'
import type { ReadFolder } from './gather.ts'
import { dateInName, promiseOf, yearOfPath, yearsInName } from './names.ts'
import { type Entry, parseFolder } from './parse-folder.ts'
import { findShell, refuseShell, type Shell } from './parse-shell.ts'

/** A repository that let us in. */
export interface Repository {
  readonly place: Place & { readonly repo: string }
  readonly rootFolder: string
  readonly cookies: Cookies
}

/** A page of this many rows is asked for; many sites send forty whatever is asked. */
const rowsAPage = 100
const mostPages = 8
/** Requests of one run: councils publish in a few folders, the rest is an archive. */
const mostListings = 60
const mostDepth = 8

/**
 * Goes in as a browser does: the page of a folder sets cookies on its way, and public repositories
 * sign a visitor in by themselves. A page of an older WebLink holds its rows and needs none of this.
 *
 * @throws {AppError} when the repository cannot be entered.
 */
export async function enter(
  place: Place,
  context: ScrapeContext,
): Promise<Repository | { readonly rows: Page }> {
  const cookies = openCookies(() => context.now)
  const query = [queryOf(place), place.folder && `startid=${place.folder}`].filter((part) => part)
  const address = `${place.site}/Browse.aspx?${query.join('&')}`
  let page = await firstPage(address)
  if (/(?:DocView|ElectronicFile)\.aspx\?|\/\d+\/(?:doc|edoc)\/\d/i.test(page.text())) {
    if (!findShell(page)) return { rows: page }
  }
  let shell: Shell | undefined = findShell(page)
  if (!shell && place.repo) {
    await context.fetcher.get(`${place.site}/Login.aspx?${queryOf(place)}`, { cookies })
    page = await context.fetcher.get(address, { cookies })
    shell = findShell(page)
  }
  if (!shell) return refuseShell(page)
  const repo = place.repo ?? shell.repo
  return { place: { ...place, repo }, rootFolder: shell.rootFolder, cookies }

  async function firstPage(url: string): Promise<Page> {
    try {
      return await context.fetcher.get(url, { cookies })
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'fetch_redirects') throw error
      throw new PortalErrorPage('WebLink did not accept its own cookies', url, { cause: error })
    }
  }
}

interface Waiting {
  readonly id: string
  readonly path: readonly string[]
  readonly promise: number
}

/**
 * Reads the folders that promise meetings of the window, the council's first and the newest first.
 *
 * @throws {AppError} when the first folder cannot be read.
 */
export async function readFolders(
  { place, rootFolder, cookies }: Repository,
  context: ScrapeContext,
): Promise<ReadFolder[]> {
  const first = place.folder ?? rootFolder
  const read: ReadFolder[] = []
  const seen = new Set([first])
  const waiting: Waiting[] = [{ id: first, path: [], promise: 0 }]
  let left = mostListings
  while (left > 0) {
    const next = waiting.shift()
    if (!next) break
    try {
      const folder = await readFolder(next, left)
      left -= folder.requests
      read.push(folder)
      const further = worthOpening(folder, context).filter(({ id }) => !seen.has(id))
      for (const { id } of further) seen.add(id)
      waiting.unshift(...further)
    } catch (error) {
      if (!(error instanceof AppError) || next.id === first) throw error
      context.report(toProblem(error, pageOf(next.id)))
      left -= 1
    }
  }
  const [root] = read
  if (root?.entries.length === 0) {
    context.report(problemAt(first, 'page_shape', 'The first folder of this WebLink holds nothing'))
  } else if (read.length === 1 && root && !root.entries.some(isOfMeetings)) {
    const message = 'No folder or file here is named after agendas, minutes, meetings or a body'
    context.report(problemAt(first, 'page_shape', message))
  }
  if (waiting.length > 0) {
    const message = `${mostListings} pages of folders were read; ${waiting.length} folders were left, "${waiting[0]?.path.at(-1) ?? ''}" first`
    context.report(problemAt(first, 'portal_paging', message))
  }
  return read

  async function readFolder({ id, path }: Waiting, most: number) {
    const entries: Entry[] = []
    let told: readonly string[] = path
    let total = 0
    let start = 0
    let requests = 0
    do {
      const page = await context.fetcher.post(
        `${place.site}/FolderListingService.aspx/GetFolderListing2`,
        {
          repoName: place.repo,
          folderId: Number(id),
          getNewListing: start === 0,
          start,
          end: start + rowsAPage,
          sortColumn: 'Name',
          // Names begin with the year where there are many: the newest come first.
          sortAscending: false,
        },
        { asJson: true, accept: 'application/json', cookies },
      )
      requests += 1
      const part = await context.parsed(page, parseFolder)
      for (const problem of part.problems) context.report(problem)
      entries.push(...part.entries)
      if (part.path.length > told.length) told = part.path
      total = part.total ?? part.rows
      if (part.rows === 0) break
      start += part.rows
    } while (start < total && requests < Math.min(mostPages, most))
    if (start < total) {
      const message = `${start} of ${total} rows of "${told.at(-1) ?? id}" were read`
      context.report(problemAt(id, 'portal_paging', message))
    }
    return { id, path: told, entries, requests }
  }

  function pageOf(id: string): string {
    return `${place.site}/Browse.aspx?id=${id}&${queryOf(place)}`
  }

  function problemAt(id: string, code: string, message: string): Problem {
    return { url: pageOf(id), code, message }
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
  return folders
    .flatMap((folder): (Waiting & { readonly rank: string })[] => {
      const { id, name } = folder
      const own = { id, path: [...path, name] }
      const date = dateInName(name, year)
      if (date) return isInside(date, window) ? [{ ...own, promise: 9, rank: date }] : []
      if (yearsInName(name)) return chosen.has(id) ? [{ ...own, promise: 8, rank: name }] : []
      const isInDay = path.some((above) => dateInName(above, null) !== undefined)
      const promise = isInDay ? 1 : promiseOf(name)
      return promise > 0 ? [{ ...own, promise, rank: '' }] : []
    })
    .sort((a, b) => b.promise - a.promise || (a.rank < b.rank ? 1 : a.rank > b.rank ? -1 : 0))
}
