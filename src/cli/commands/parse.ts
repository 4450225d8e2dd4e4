import { readFile } from 'node:fs/promises'
import { AppError, InputError, type Problem, shorten, toProblem } from '../../model/errors.ts'
import type { TimeZone } from '../../model/ids.ts'
import type { Page, PageKind, ParsedPage, Scraper } from '../../scraping/contract.ts'
import { type Command, defineCommand } from '../command.ts'
import { getZone, type RecognisedPortal } from './scrape.ts'

export interface ParseDeps {
  findScraper(platform: string): Scraper | undefined
  /** @throws {InputError} `address_invalid` */
  recognise(address: string): RecognisedPortal | undefined
  zoneFor(portal: RecognisedPortal): TimeZone | null
  /** A page as if it had just been fetched. */
  createPage(parts: { url: string; contentType: string; bytes: Uint8Array }): Page
}

const kinds = [
  'calendar',
  'meeting',
  'items',
  'matter',
  'attachments',
  'rss',
] as const satisfies PageKind[]

/** Names under which captures file the two interfaces of one platform. */
const aliases: Readonly<Record<string, string>> = {
  'legistar-api': 'legistar',
  'legistar-insite': 'legistar',
}

/** Links of a page saved without its address lead nowhere real: RFC 2606 keeps this name free. */
const unknownAddress = 'https://address.invalid/'

/** Runs one page parser of an adapter on one saved page. */
export function parseCommand(deps: ParseDeps): Command {
  return defineCommand({
    name: 'parse',
    usage: `parse <file> --platform ID --kind ${kinds.join('|')} [--url URL] [--zone IANA] --json`,
    summary: 'Show what an adapter makes of one saved page',
    mostWords: 1,
    options: {
      platform: { type: 'string' },
      kind: { type: 'string' },
      url: { type: 'string' },
      zone: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
    async run(values, positionals, terminal) {
      const [file, ...others] = positionals
      if (!file || others.length > 0 || !values.platform || !values.kind) {
        throw new InputError(
          'usage',
          'parse needs one file, --platform and --kind',
          `watchdocket parse <file> --platform ID --kind ${kinds.join('|')}`,
        )
      }
      const kind = getKind(values.kind)
      const scrapers = getScrapers(deps, values.platform, kind)
      // The address also says who is read: an invalid one is refused before the file is opened.
      const portal = values.url === undefined ? undefined : deps.recognise(values.url)
      const known = portal ? deps.zoneFor(portal) : null
      const timeZone = values.zone === undefined ? known : getZone(values.zone)
      const page = deps.createPage({
        url: values.url ?? unknownAddress,
        contentType: '',
        bytes: await readBytes(file),
      })
      const read = scrapers.map((scraper) => ({
        scraper,
        ...parsePage(scraper, kind, page, timeZone),
      }))
      // The one that finds most, else the first that knows the page at all.
      const { scraper, parsed, hasFailed } = read.reduce((best, one) =>
        amountIn(one.parsed) > amountIn(best.parsed) || (best.hasFailed && !one.hasFailed)
          ? one
          : best,
      )
      const result = toResult(scraper.platform, kind, parsed)
      terminal.out(values.json ? JSON.stringify(result, null, 1) : describe(result))
      return hasFailed ? 1 : 0
    },
  })
}

/**
 * Readers of one product's modules, and of any city's own pages: which of them fits, the page itself
 * decides.
 */
const families: Readonly<Record<string, readonly string[]>> = {
  generic: ['feed', 'proudcity', 'vision', 'openmedia', 'plain-page'],
  civicplus: ['civicplus', 'civicengage', 'feed'],
  civicengage: ['civicengage', 'civicplus', 'feed'],
}

/**
 * One for a platform; of a family all, to be tried on the page. A feed is a feed on any platform: where
 * its own adapter knows none, the reader of feeds does.
 */
function getScrapers(deps: ParseDeps, platform: string, kind: PageKind): readonly Scraper[] {
  const names = families[platform] ?? [aliases[platform] ?? platform]
  const scrapers = names.flatMap((name) => deps.findScraper(name) ?? [])
  const ofFeeds = kind === 'rss' ? deps.findScraper('feed') : undefined
  if (scrapers.length > 0)
    return ofFeeds && !scrapers.includes(ofFeeds) ? [...scrapers, ofFeeds] : scrapers
  throw new InputError(
    'platform_unknown',
    `There is no adapter for the platform "${shorten(platform)}"`,
    'docs/platforms.md lists the platforms and which of them can be read',
  )
}

function getKind(text: string): PageKind {
  const kind = kinds.find((known) => known === text)
  if (kind) return kind
  throw new InputError(
    'kind_unknown',
    `"${shorten(text)}" is no kind of page`,
    `One of ${kinds.join(', ')}`,
  )
}

async function readBytes(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file)
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    throw new InputError(
      isMissing ? 'file_missing' : 'file_unreadable',
      `The file "${shorten(file, 200)}" ${isMissing ? 'does not exist' : 'cannot be read'}`,
      'Name a saved page: HTML, JSON or RSS',
      { cause: error },
    )
  }
}

/** A page that is not what it should be is a problem like any other, and the command fails. */
function parsePage(scraper: Scraper, kind: PageKind, page: Page, timeZone: TimeZone | null) {
  try {
    return { parsed: scraper.parsePage(kind, page, timeZone), hasFailed: false }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const parsed: ParsedPage = { problems: [toProblem(error, page.url)] }
    return { parsed, hasFailed: true }
  }
}

const amountIn = ({ meetings = [], agendaItems = [], documents = [] }: ParsedPage) =>
  meetings.length + agendaItems.length + documents.length

interface Result extends Required<ParsedPage> {
  readonly platform: string
  readonly kind: PageKind
  readonly problems: readonly Problem[]
}

function toResult(platform: string, kind: PageKind, parsed: ParsedPage): Result {
  const { meetings = [], agendaItems = [], matters = [], documents = [], problems } = parsed
  return { platform, kind, meetings, agendaItems, matters, documents, problems }
}

function describe({
  platform,
  kind,
  meetings,
  agendaItems,
  matters,
  documents,
  problems,
}: Result): string {
  return [
    ...meetings.map(
      ({ date, time, status, body }) => `${date}  ${time ?? '--:--'}  ${status}  ${body}`,
    ),
    ...agendaItems.map(({ number, title }) => `${number ?? '-'}  ${shorten(title, 100)}`),
    ...matters.map(({ fileNumber, title }) => `${fileNumber ?? '-'}  ${shorten(title, 100)}`),
    ...documents.map(({ title, url }) => `${title}  ${url}`),
    ...problems.map(({ code, message }) => `${code}  ${message}`),
    `${platform} ${kind}: ${meetings.length} meetings, ${agendaItems.length} items, ${matters.length} matters, ${documents.length} documents, ${problems.length} problems`,
  ].join('\n')
}
