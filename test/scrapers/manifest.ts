import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { sha256Of } from '../../src/http/keep-nothing.ts'
import { createPage } from '../../src/http/page.ts'
import { createReplayFetcher } from '../../src/http/replay.ts'
import type { TimeZone } from '../../src/model/ids.ts'
import type { ScrapedMeeting } from '../../src/model/meeting.ts'
import type { Page, ScrapeContext, Scraper } from '../../src/scraping/contract.ts'
import { remembering } from './ledger.ts'
import { readAll } from './pages.ts'

export type Facts = Readonly<Record<string, unknown>>

/** One recorded answer of a portal, and what was verified of it. */
export interface Entry {
  readonly file: string
  readonly kind: string
  readonly url: string | null
  readonly method: string
  readonly contentType: string
  readonly status?: number | null
  readonly expect?: Facts
  readonly place?: string
}

export const capturesRoot = resolve('../shared/captures')
const root = capturesRoot

export const hasCaptures = (folder: string) => existsSync(join(root, folder, 'manifest.json'))

/** What the manifest of a folder lists; nothing where the captures are not there. */
export function entriesOf(folder: string): readonly Entry[] {
  if (!hasCaptures(folder)) return []
  return rawEntriesOf(folder).map((entry) =>
    entry.expect
      ? { ...entry, expect: remembering(`${folder}/${entry.file}`, entry.expect) }
      : entry,
  )
}

/** The same, without remembering what is looked at. */
export function rawEntriesOf(folder: string): readonly Entry[] {
  if (!hasCaptures(folder)) return []
  return JSON.parse(readFileSync(join(root, folder, 'manifest.json'), 'utf8')) as Entry[]
}

export function pageOf(folder: string, entry: Entry): Page {
  const { file, contentType, status } = entry
  const url = entry.url ?? 'https://address.invalid/'
  const bytes = new Uint8Array(readFileSync(join(root, folder, file)))
  return createPage({
    url,
    finalUrl: url,
    status: status ?? 200,
    contentType: contentType ?? '',
    fetchedAt: new Date('2026-03-01T12:00:00Z'),
    bytes,
    sha256: sha256Of(bytes),
    isUnchanged: false,
  })
}

export const zoneOf = ({ expect }: Entry) =>
  ((expect?.timezone as string | undefined) ?? 'America/Chicago') as TimeZone

const now = new Date('2026-03-01T12:00:00Z')

/** A whole run from the address of a capture, answered from its folder alone. */
export async function replay(
  scraper: Scraper,
  folder: string,
  entry: Entry,
  parts: Partial<ScrapeContext> = {},
) {
  const address = entry.url ?? ''
  const recognised =
    scraper.recognise(new URL(address)) ?? scraper.recognisePage?.(pageOf(folder, entry))
  if (!recognised) throw new Error(`${scraper.platform} does not know ${entry.url}`)
  const fetcher = await createReplayFetcher(join(root, folder), {
    now: () => now,
    prefer: [entry.file],
  })
  const { portalUrl, options } = recognised
  const target = { portalUrl, options, address, timeZone: zoneOf(entry) }
  return await readAll(scraper, target, { fetcher, now, ...parts })
}

/** The facts that a manifest states by name, beside what was made of them. */
export function compare(facts: Facts, made: Facts): { told: Facts; made: Facts } {
  const names = Object.keys(made).filter((name) => name in facts)
  const pick = (of: Facts) => Object.fromEntries(names.map((name) => [name, of[name]]))
  return { told: pick(facts), made: pick(made) }
}

/** Dates of meetings are found on the page they were read from, in one of the forms portals write. */
export function isOnPage(meeting: Pick<ScrapedMeeting, 'date'>, text: string): boolean {
  const [year = '', month = '', day = ''] = meeting.date.split('-')
  const [m, d] = [Number(month), Number(day)]
  const name = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')[m - 1] ?? ''
  const forms = [
    meeting.date,
    `${year}${month}${day}`,
    `${month}${day}${year}`,
    `0?${m}/0?${d}/(?:${year}|${year.slice(2)})`,
    `0?${m}[.-]0?${d}[.-](?:${year}|${year.slice(2)})`,
    // Scans tear a year: "March 3, 20 26".
    String.raw`${name}[a-z]*\.?[\s,]+0?${d}(?:st|nd|rd|th)?[\s\S]{0,20}?${year.slice(0, 2)}\s?${year.slice(2)}`,
    `0?${d} ${name}[a-z]* ${year}`,
  ]
  return forms.some((form) => new RegExp(form, 'i').test(text))
}
