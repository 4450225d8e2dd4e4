import type { Page, ScrapeContext } from '../../src/scraping/contract.ts'

/**
 * `context.parsed` for pages whose bytes tell their kind. Short answers are parsed each time: "[]"
 * is an empty list of anything.
 */
export async function parsedOnce<T>(
  context: ScrapeContext,
  page: Page,
  parse: (page: Page) => T,
): Promise<T> {
  return page.bytes.length < 500 ? parse(page) : await context.parsed(page, parse)
}
