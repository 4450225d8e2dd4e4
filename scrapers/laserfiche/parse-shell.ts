import { PageShapeError, PortalErrorPage } from '../../src/model/errors.ts'
import type { Page } from '../../src/scraping/contract.ts'
import { refuseStandIn } from '../stand-in.ts'

/** What the empty page of a modern WebLink tells its script. */
export interface Shell {
  readonly repo: string
  readonly rootFolder: string
}

const isShell = /<(?:browse|welcome|docview)-app\b|["']?str_json["']?\s*:/i

export function findShell(page: Page): Shell | undefined {
  const markup = page.text()
  if (!isShell.test(markup)) return undefined
  const value = /"repoName"\s*:\s*("(?:[^"\\]|\\.){1,400}")/.exec(markup)?.[1]
  const repo = value === undefined ? undefined : unquote(value)
  if (!repo) return undefined
  return { repo, rootFolder: /"rootFolder"\s*:\s*(\d{1,12})\b/.exec(markup)?.[1] ?? '1' }
}

function unquote(value: string): string | undefined {
  try {
    return String(JSON.parse(value))
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/**
 * Says why a page is no way into a repository.
 *
 * @throws {PortalErrorPage} {PageShapeError} always.
 */
export function refuseShell(page: Page): never {
  const { finalUrl, url } = page
  const markup = page.text()
  if (/\/CookieCheck\.aspx/i.test(finalUrl) || /cookies? (?:is|are|must be|need)/i.test(markup)) {
    throw new PortalErrorPage('WebLink did not accept its own cookies', url)
  }
  if (/sign in failed|session limit|\[9030\]/i.test(markup)) {
    throw new PortalErrorPage('WebLink lets no further visitor in for now', url)
  }
  if (/\/Login\.aspx/i.test(finalUrl)) {
    throw new PortalErrorPage('WebLink asks to sign in: the repository is not public', url)
  }
  if (findShell(page)) {
    throw new PageShapeError('the listing of a folder, and got the empty page around it,', url)
  }
  if (!isShell.test(markup)) refuseStandIn(page)
  throw new PageShapeError('the page of a WebLink repository (browse-app, repoName)', url)
}
