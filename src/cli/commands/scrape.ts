import type { AgendaText } from '../../model/agenda-text.ts'
import { AppError, InputError, type Problem, shorten, toProblem } from '../../model/errors.ts'
import { findLocalDate, findTimeZone, type LocalDate, type TimeZone } from '../../model/ids.ts'
import type { ScrapedMeeting } from '../../model/meeting.ts'
import { addDays, toLocal } from '../../model/time.ts'
import type {
  DateWindow,
  Fetcher,
  Page,
  PageKind,
  ParsedPage,
  ScrapeContext,
  Scraper,
  ScrapeTarget,
} from '../../scraping/contract.ts'
import { type Command, defineCommand, type Terminal } from '../command.ts'

/** What an address turned out to be, as `scrapers/platforms.ts` tells. */
export interface RecognisedPortal {
  readonly platform: string
  readonly label: string
  readonly client: string
  readonly portalUrl: string
  readonly options: unknown
  readonly isReadable: boolean
  /** False where the adapter was built without a recording of a real portal. */
  readonly isVerified: boolean
}

export interface ScrapeDeps {
  /** @throws {InputError} `address_invalid` */
  recognise(address: string): RecognisedPortal | undefined
  /** Follows an address whose shape tells nothing; best first. */
  recognisePortal(
    address: string,
    fetcher: Fetcher,
  ): Promise<{
    readonly portals: readonly RecognisedPortal[]
    readonly failure: AppError | undefined
  }>
  findScraper(platform: string): Scraper | undefined
  /** @throws {InputError} for a folder that holds no captures. */
  createReplayFetcher(folder: string): Promise<Fetcher>
  /** The polite client of one run that stores nothing. */
  createLiveFetcher(): Promise<{ readonly fetcher: Fetcher; close(): Promise<void> }>
  /** The zone of the place whose portal it is, where the directory knows it. */
  zoneFor(portal: RecognisedPortal): TimeZone | null
  /** What reads documents, in processes that can be killed. */
  openReader(): {
    read(bytes: Uint8Array, declaredType: string): Promise<AgendaText>
    close(): void
  }
  now(): Date
}

/** Reads one portal now, stores nothing, prints what its adapter makes of it. */
export function scrapeCommand(deps: ScrapeDeps): Command {
  return defineCommand({
    name: 'scrape',
    usage:
      'scrape <portal-url> [--replay DIR] [--from YYYY-MM-DD] [--to YYYY-MM-DD] [--zone IANA] --json',
    summary: 'Read one portal, store nothing, print its meetings',
    mostWords: 1,
    options: {
      replay: { type: 'string' },
      from: { type: 'string' },
      to: { type: 'string' },
      zone: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
    async run(values, positionals, terminal) {
      const [address, ...others] = positionals
      if (!address || others.length > 0) {
        throw new InputError(
          'usage',
          'scrape needs one portal address',
          'watchdocket scrape <portal-url>',
        )
      }
      // What was asked wrongly is said before anything is opened.
      const zone = values.zone === undefined ? undefined : getZone(values.zone)
      getWindow(values, zone ?? null, deps.now())
      deps.recognise(address)
      const live = values.replay === undefined ? await deps.createLiveFetcher() : undefined
      const fetcher = live?.fetcher ?? (await deps.createReplayFetcher(values.replay ?? ''))
      const reader = deps.openReader()
      try {
        const adapter = await findAdapter(deps, address, fetcher)
        if ('failure' in adapter) {
          // What nobody has seen may be a portal all the same: nothing is said of its platform.
          const problem = toProblem(adapter.failure, address)
          const nothing = { platform: null, meetings: [], problems: [problem] }
          terminal.out(values.json ? JSON.stringify(nothing, null, 1) : describe(nothing))
          return 1
        }
        const { portal, scraper, target: at } = adapter
        const timeZone = zone ?? deps.zoneFor(portal)
        const window = getWindow(values, timeZone, deps.now())
        const target = { ...at, timeZone, options: portal.options }
        const readText: ScrapeContext['readText'] = ({ bytes, contentType }) =>
          reader.read(bytes, contentType)
        const parts = { fetcher, window, now: deps.now(), readText }
        const read = await readAll(scraper, target, parts, terminal)
        const page =
          read.meetings.length > 0 ? {} : await readPastedPage(scraper, address, fetcher, timeZone)
        const result = { platform: scraper.platform, ...read, ...page }
        terminal.out(values.json ? JSON.stringify(result, null, 1) : describe(result))
        const isAnything = read.meetings.length > 0 || Object.keys(page).length > 0
        return isAnything || read.problems.length === 0 ? 0 : 1
      } finally {
        reader.close()
        await live?.close()
      }
    },
  })
}

/**
 * By the shape of the address, else by what is found behind it; `failure` where nothing of it could
 * be had.
 */
async function findAdapter(deps: ScrapeDeps, address: string, fetcher: Fetcher) {
  const byShape = deps.recognise(address)
  const search = byShape ? undefined : await deps.recognisePortal(address, fetcher)
  const portal =
    byShape ?? search?.portals.find(({ isReadable }) => isReadable) ?? search?.portals[0]
  if (!portal) {
    if (search?.failure) return { failure: search.failure }
    throw new InputError(
      'platform_unknown',
      `No known agenda platform at "${shorten(address, 200)}"`,
      'Give the address of the page that lists the meetings; docs/platforms.md lists the platforms',
    )
  }
  const scraper = portal.isReadable ? deps.findScraper(portal.platform) : undefined
  if (!scraper) {
    throw new InputError(
      'platform_unreadable',
      `${portal.label} is recognised, but cannot be read yet`,
      'docs/platforms.md tells which platforms have an adapter',
    )
  }
  const target = byShape ? { portalUrl: portal.portalUrl, address } : addressesOf(portal, address)
  return { portal, scraper, target }
}

/** The page that was given belongs to the portal only if both stand under one host. */
function addressesOf({ portalUrl }: RecognisedPortal, address: string) {
  const given = /^https?:\/\//i.test(address) ? address : `https://${address}`
  const isOfPortal = URL.canParse(given) && new URL(given).hostname === new URL(portalUrl).hostname
  const isPortal = portalUrl === given
  return isOfPortal && !isPortal ? { portalUrl, address } : { portalUrl, address: portalUrl }
}

/** @throws {InputError} `zone_unknown` */
export function getZone(text: string): TimeZone {
  const zone = findTimeZone(text)
  if (zone) return zone
  throw new InputError(
    'zone_unknown',
    `"${shorten(text)}" is no time zone`,
    'Give an IANA name such as America/Chicago',
  )
}

const daysBack = 30
const daysAhead = 120

/** Both ends included. Captures are old by nature: under replay an end that is not given is open. */
function getWindow(
  values: { from?: string | undefined; to?: string | undefined; replay?: string | undefined },
  timeZone: TimeZone | null,
  now: Date,
): DateWindow {
  const today = toLocal(now, timeZone ?? ('UTC' as TimeZone)).date
  const isReplay = values.replay !== undefined
  const from = getDate('--from', values.from) ?? (isReplay ? null : addDays(today, -daysBack))
  const to = getDate('--to', values.to) ?? (isReplay ? null : addDays(today, daysAhead))
  if (from === null || to === null || from <= to) return { from, to }
  throw new InputError(
    'window_invalid',
    `The window ends on ${to}, before it begins on ${from}`,
    'Give --from and --to so that the first is not after the second',
  )
}

function getDate(option: string, text: string | undefined): LocalDate | undefined {
  if (text === undefined) return undefined
  const date = findLocalDate(text)
  if (date) return date
  throw new InputError(
    'window_invalid',
    `${option} is "${shorten(text)}", which is no date`,
    'Write dates as YYYY-MM-DD',
  )
}

interface Read {
  readonly meetings: readonly ScrapedMeeting[]
  readonly problems: readonly Problem[]
}

/** What could be read, and what could not: a run that breaks off keeps what came before. */
async function readAll(
  scraper: Scraper,
  target: ScrapeTarget,
  parts: Pick<ScrapeContext, 'fetcher' | 'window' | 'now' | 'readText'>,
  terminal: Terminal,
): Promise<Read> {
  const meetings: ScrapedMeeting[] = []
  const problems: Problem[] = []
  const context: ScrapeContext = {
    ...parts,
    report: (problem) => problems.push(problem),
    parsed: async <T>(page: Page, parse: (page: Page) => T) => parse(page),
    isSettled: () => false,
  }
  try {
    for await (const meeting of scraper.meetings(target, context)) {
      if (!('isSeenOnly' in meeting)) meetings.push(meeting)
      if (terminal.stopped.aborted) break
    }
  } catch (error) {
    if (!(error instanceof AppError) || error instanceof InputError) throw error
    problems.push(toProblem(error, target.portalUrl))
  }
  return { meetings, problems }
}

const pageKinds = ['items', 'matter', 'attachments'] as const satisfies PageKind[]

/**
 * What the pasted address itself shows when it led to no meeting: the items of a meeting whose head
 * cannot be had, one matter, its attachments. Empty when it is none of these.
 */
async function readPastedPage(
  scraper: Scraper,
  address: string,
  fetcher: Fetcher,
  timeZone: TimeZone | null,
): Promise<Partial<ParsedPage>> {
  try {
    const page = await fetcher.get(address)
    for (const kind of pageKinds) {
      const {
        agendaItems = [],
        matters = [],
        documents = [],
      } = parseQuietly(scraper, kind, page, timeZone)
      if (agendaItems.length > 0) return { agendaItems }
      if (matters.length > 0) return { matters }
      if (documents.length > 0) return { documents }
    }
  } catch (error) {
    // The run has told already why the address cannot be had.
    if (!(error instanceof AppError)) throw error
  }
  return {}
}

function parseQuietly(
  scraper: Scraper,
  kind: PageKind,
  page: Page,
  timeZone: TimeZone | null,
): ParsedPage {
  try {
    return scraper.parsePage(kind, page, timeZone)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return { problems: [] }
  }
}

function describe({
  platform,
  meetings,
  problems,
}: Read & { readonly platform: string | null }): string {
  const lines = meetings.map(({ date, time, body, status, agendaItems }) =>
    [
      date,
      time ?? '--:--',
      status.padEnd(11),
      `${String(agendaItems.length).padStart(3)} items`,
      body,
    ].join('  '),
  )
  const troubles = problems.map(
    ({ code, url, message }) => `${code}  ${shorten(url, 120)}  ${message}`,
  )
  const sum = `${platform ?? 'unknown platform'}: ${meetings.length} meetings, ${problems.length} problems`
  return [...lines, ...troubles, sum].join('\n')
}
