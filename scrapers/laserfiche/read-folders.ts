import { AppError, PortalErrorPage } from '../../src/model/errors.ts'
import type { Page, ScrapeContext } from '../../src/scraping/contract.ts'
import { type Cookies, openCookies } from '../../src/scraping/cookies.ts'
import type { ReadFolder } from '../folder-meetings.ts'
import { type FolderPart, type Waiting, walkFolders } from '../folder-walk.ts'
import { findPlace, type Place, queryOf, shelfOf } from './address.ts'
import { parseFolder } from './parse-folder.ts'
import { findShell, refuseShell, type Shell } from './parse-shell.ts'

/** A repository that let us in. */
export interface Repository {
  readonly place: Place & { readonly repo: string }
  readonly rootFolder: string
  readonly cookies: Cookies
}

/** A page of this many rows is asked for; many sites send forty whatever is asked. */
const rowsAPage = 100

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
  const site = siteBehind(page.finalUrl)
  return { place: { ...place, site, repo }, rootFolder: shell.rootFolder, cookies }

  /** A POST does not survive a redirect: where https or a newer path answered, it is asked. */
  function siteBehind(finalUrl: string): string {
    const url = new URL(finalUrl)
    const isSameHost = url.hostname === new URL(place.site).hostname
    return (isSameHost && findPlace(url)?.site) || place.site
  }

  async function firstPage(url: string): Promise<Page> {
    try {
      return await context.fetcher.get(url, { cookies })
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'fetch_redirects') throw error
      throw new PortalErrorPage('WebLink did not accept its own cookies', url, { cause: error })
    }
  }
}

/**
 * The folders that promise meetings of the window.
 *
 * @throws {AppError} when the first folder cannot be read.
 */
export async function readRepository(
  { place, rootFolder, cookies }: Repository,
  context: ScrapeContext,
): Promise<ReadFolder[]> {
  const first = [{ id: place.folder ?? rootFolder, path: [] }]
  return await walkFolders({ first, folderUrl: shelfOf(place).folderUrl, readPart }, context)

  async function readPart({ id, path }: Waiting, start: number): Promise<FolderPart> {
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
    const part = await context.parsed(page, parseFolder)
    return { ...part, path: part.path.length > path.length ? part.path : path }
  }
}
