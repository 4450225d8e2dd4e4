import { PageShapeError } from '../../src/model/errors.ts'
import { findLocalDate } from '../../src/model/ids.ts'
import type { Page } from '../../src/scraping/contract.ts'
import { findElements, linkResolver } from '../../src/scraping/html.ts'
import type { ListedMeeting } from '../meeting.ts'
import { readDayPath, readMarkup } from './parse-agenda.ts'

/** A page of `/council/agenda/all`: the days that have an agenda. What was held when stands on theirs. */
export interface PortlandDays {
  readonly days: readonly ListedMeeting[]
}

/**
 * The days that the list links to, each once, in page order.
 *
 * @throws {PageShapeError} {PortalErrorPage}
 */
export function parsePortlandDays(page: Page): PortlandDays {
  const list = parseMoreDays(page)
  if (list.days.length > 0) return list
  throw new PageShapeError('links to /council/agenda/<year>/<month>/<day>', page.url)
}

/**
 * The same of a further page, which has none when it stands behind the last.
 *
 * @throws {PortalErrorPage}
 */
export function parseMoreDays(page: Page): PortlandDays {
  const toLink = linkResolver(page.finalUrl)
  const days = new Map<string, ListedMeeting>()
  for (const { attribs } of findElements(readMarkup(page), ({ name }) => name === 'a')) {
    const url = toLink(attribs?.href)?.replace(/[?#].*$/, '')
    const path =
      url && new URL(url).hostname.endsWith('portland.gov') ? readDayPath(url) : undefined
    const date = path && findLocalDate(path.day)
    if (!url || !path || !date || days.has(url)) continue
    days.set(url, {
      upstreamId: `${path.slug || 'council'}/${date}/1`,
      body: path.body,
      bodyUpstreamId: path.slug || null,
      date,
      printedTime: '',
      location: null,
      comment: null,
      agendaStatus: null,
      minutesStatus: null,
      isHidden: false,
      sourceUrl: url,
      documents: [],
      listFingerprint: null,
    })
  }
  return { days: [...days.values()] }
}
