import { cutAgenda } from '../src/agendas/cut-agenda.ts'
import type { ScrapedAgendaItem } from '../src/model/meeting.ts'
import type { Page, ScrapeContext } from '../src/scraping/contract.ts'
import { agendaTextOf } from './html-agenda.ts'
import { refuseStandIn } from './stand-in.ts'

const isMarkup = (page: Page) => /^\s*(?:\ufeff)?</.test(page.text().slice(0, 200))

/**
 * The items of an agenda at an address that may give a page or a file; both are cut by their own
 * numbering and headings. `parse` reads pages where the platform has a form of its own.
 *
 * @throws {AppError} when it cannot be had or read.
 */
export async function itemsAt(
  context: ScrapeContext,
  url: string,
  parse: (page: Page) => ScrapedAgendaItem[] = cutPage,
): Promise<ScrapedAgendaItem[]> {
  const page = await context.fetcher.get(url)
  if (isMarkup(page)) return await context.parsed(page, parse)
  return cutAgenda(await context.readText(page))
}

/**
 * The words of a page, cut into items.
 *
 * @throws {PortalErrorPage} {PageShapeError} for what is plainly no agenda.
 */
export function cutPage(page: Page): ScrapedAgendaItem[] {
  const items = cutAgenda(agendaTextOf(page))
  if (items.length === 0) refuseStandIn(page)
  return items
}

/**
 * The items of an agenda that is published as a file: fetched, read in a killable process, and cut
 * into items by its own numbering and headings.
 *
 * @throws {AppError} when the file cannot be had or read.
 */
export async function itemsOfFile(
  context: ScrapeContext,
  url: string,
): Promise<ScrapedAgendaItem[]> {
  const page = await context.fetcher.get(url, { accept: 'application/pdf,*/*;q=0.8' })
  return cutAgenda(await context.readText(page))
}
