import { cutAgenda } from '../src/agendas/cut-agenda.ts'
import type { ScrapedAgendaItem } from '../src/model/meeting.ts'
import type { ScrapeContext } from '../src/scraping/contract.ts'

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
