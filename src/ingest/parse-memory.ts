import { createHash } from 'node:crypto'
import type { Reader } from '../db/client.ts'
import { findParseMemo, type ParseMemo } from '../db/queries/parse-memos.ts'
import type { AgendaText } from '../model/agenda-text.ts'
import type { Page, ScrapeTarget } from '../scraping/contract.ts'

/** Memos that are in use are dated again at most this often. */
const dateAgainMs = 86_400_000

export interface ParseMemory {
  /**
   * `ScrapeContext['parsed']`. What a parser gives may depend on the page, its address, the
   * adapter's version, and the target's zone and options, and on nothing else: not on variables
   * that a closure has caught.
   */
  parsed<T>(page: Page, parse: (page: Page) => T): Promise<T>
  /** `ScrapeContext['readText']`: `read` is asked once for the same bytes of one address. */
  readText(page: Page, read: (page: Page) => Promise<AgendaText>): Promise<AgendaText>
  /** Memos to be stored, each given out once. */
  take(): ParseMemo[]
}

/** Remembers what parsers made of pages, so that a portal that has not changed is not parsed. */
export function createParseMemory(
  db: Reader,
  adapter: { readonly platform: string; readonly version: number },
  { timeZone, options }: Pick<ScrapeTarget, 'timeZone' | 'options'>,
  now: () => Date,
  readerVersion = '',
): ParseMemory {
  const waiting = new Map<string, ParseMemo>()
  const names = new Map<string, string>()

  /** Names alone are not enough: built code may have two parsers of one name. */
  const nameOf = (parse: (page: Page) => unknown): string => {
    const source = parse.toString()
    const known = names.get(source)
    if (known) return known
    const hash = createHash('sha256')
      .update(JSON.stringify([source, timeZone, options]))
      .digest('hex')
      .slice(0, 16)
    const name = `${adapter.platform}@${adapter.version}:${parse.name || 'parse'}:${hash}`
    names.set(source, name)
    return name
  }

  const remembered = async <T>(
    page: Page,
    parser: string,
    make: () => T | Promise<T>,
  ): Promise<T> => {
    const key = { sha256: page.sha256, parser, url: page.url }
    // Other bytes than at the read before were hardly ever parsed: asking would cost more.
    const memo = page.isUnchanged ? await findParseMemo(db, key) : undefined
    const at = JSON.stringify(key)
    if (memo) {
      if (now().getTime() - memo.usedAt.getTime() > dateAgainMs) {
        waiting.set(at, { ...key, result: memo.result })
      }
      return JSON.parse(memo.result) as T
    }
    const made = await make()
    const result = JSON.stringify(made) as string | undefined
    if (result !== undefined) waiting.set(at, { ...key, result })
    return made
  }

  return {
    parsed: (page, parse) => remembered(page, nameOf(parse), () => parse(page)),
    readText: (page, read) =>
      remembered(page, `text@${readerVersion}`, async () => {
        const { pages, outline, links } = await read(page)
        return { pages, outline, ...(links && { links }) }
      }),
    take() {
      const memos = [...waiting.values()]
      waiting.clear()
      return memos
    },
  }
}
