import type { AgendaText } from '../model/agenda-text.ts'
import type { Problem } from '../model/errors.ts'
import type { LocalDate, Sha256, TimeZone } from '../model/ids.ts'
import type { ScrapedMeeting } from '../model/meeting.ts'
import type { Cookies } from './cookies.ts'

/** One fetched resource, already archived. */
export interface Page {
  /** The address asked for. */
  readonly url: string
  /** The address that answered, after redirects: links are relative to it. */
  readonly finalUrl: string
  readonly status: number
  /** As sent, `text/html; charset=utf-8`; "" when none was. */
  readonly contentType: string
  readonly fetchedAt: Date
  /** What the server sent, decoded from its content encoding. */
  readonly bytes: Uint8Array
  readonly sha256: Sha256
  /** True when the same address gave the same bytes at the read before. */
  readonly isUnchanged: boolean
  /** Headers worth keeping beside a document, by lower-case name; absent where none are told. */
  readonly headers?: Readonly<Record<string, string>>
  /** The bytes as text, by declared, marked or guessed charset. */
  text(): string
  /**
   * The text of the bytes from `start` to before `end`. Both stand before or behind a character of
   * ASCII: elsewhere a character may be torn.
   */
  textBetween(start: number, end: number): string
}

export interface FetchOptions {
  readonly accept?: string
  /** The fields are sent as one JSON object, as page methods of ASP.NET want it. */
  readonly asJson?: boolean
  /**
   * The page whose own script asks, as `Referer` and with `X-Requested-With`: some portals give the
   * parts of a page to its scripts alone. Not told to another origin.
   */
  readonly fromPage?: string
  /**
   * Cookies that go along and are added to. Without it those set by a redirect still reach the
   * pages it leads to, and are forgotten with the request.
   */
  readonly cookies?: Cookies
  /** Status codes besides 2xx that the caller wants to look at instead of an error: `[403, 500]`. */
  readonly alsoAccept?: readonly number[]
  /**
   * A good answer to the same GET that is held and younger than this may be given without asking
   * the server, unchanged: for pages that change seldom and are many.
   */
  readonly freshForMs?: number
}

/** What a form or a page method is asked; numbers and switches stay such in JSON. */
export type Fields = Readonly<Record<string, string | number | boolean>>

/**
 * The only door to the network a scraper has.
 *
 * Paces requests per host, obeys robots.txt, retries what is worth retrying, sends validators,
 * archives what came.
 *
 * @throws {FetchError} when the server cannot be reached or answers 4xx/5xx for good.
 */
export interface Fetcher {
  get(url: string, options?: FetchOptions): Promise<Page>
  /** Form-encoded unless the options say otherwise. */
  post(url: string, form: Fields, options?: FetchOptions): Promise<Page>
}

/** Meeting dates to collect, both ends included, in the body's own calendar; `null` is no bound. */
export interface DateWindow {
  readonly from: LocalDate | null
  readonly to: LocalDate | null
}

/** What an adapter is told about the site it reads. */
export interface ScrapeTarget<Options = unknown> {
  /** The address a person would open. */
  readonly portalUrl: string
  /**
   * The address as a person gave it, for a run that was asked for by address: where it names one
   * meeting, that meeting alone is read.
   */
  readonly address?: string
  /** `null`: unknown; then instants stay unknown too. */
  readonly timeZone: TimeZone | null
  readonly options: Options
}

/** What a run is given beside its target. Everything that is not a pure argument comes through here. */
export interface ScrapeContext {
  readonly fetcher: Fetcher
  readonly window: DateWindow
  readonly now: Date
  /** Tells of a page that could not be had or read; the run goes on with the rest. */
  report(problem: Problem): void
  /**
   * Runs `parse`, or gives what it gave before for the same bytes under the same adapter version.
   * What `parse` gives must survive JSON.
   */
  parsed<T>(page: Page, parse: (page: Page) => T): Promise<T>
  /**
   * The words of a document that was fetched: PDF, DOCX, HTML or plain text, told by its bytes. It is
   * read in a process that can be killed; the same bytes are read once.
   *
   * @throws {AppError} with one of the document codes of docs/errors.md.
   */
  readText(page: Page): Promise<AgendaText>
  /**
   * True when this meeting is over, its details are held and the list shows nothing new of it: the
   * adapter yields a `SeenMeeting` and spares the portal the detail pages. Never true in `scrape`.
   */
  isSettled(upstreamId: string, listFingerprint: string): boolean
}

/** A meeting that is still listed as it was, whose details were not read again. */
export interface SeenMeeting {
  readonly upstreamId: string
  readonly isSeenOnly: true
}

/** What one parser of an adapter makes of one saved page; see `watchdocket parse`. */
export type PageKind = 'calendar' | 'meeting' | 'items' | 'matter' | 'attachments' | 'rss'

/** How an address was recognised as a platform's. */
export interface Recognition {
  readonly platform: string
  /** The platform's name for the customer: `seattle`. */
  readonly client: string
  readonly options: unknown
  /** A steady address of the portal's list of meetings. */
  readonly portalUrl: string
}

/** What a page says of the platform behind it. */
export interface PageRecognition extends Recognition {
  /** What was seen, for people: `a link to /wp-json/tribe/events/v1/`. */
  readonly why: string
  /** `certain`: only this platform writes that; `likely`: others may copy it. */
  readonly confidence: 'certain' | 'likely'
}

/** What each folder under scrapers/ exports. */
export interface Scraper<Options = unknown> {
  /** Folder name and database key, `legistar`. */
  readonly platform: string
  readonly label: string
  /** Raised when the adapter reads the same bytes differently: unchanged pages are then read again. */
  readonly version: number
  /** Recognises an address by its shape alone, without a request. */
  recognise(url: URL): Recognition | undefined
  /**
   * Recognises a page by what it holds (scripts, meta, forms, frames): its own list of meetings under
   * a host that says nothing, or the way to it. Plain links are followed by their addresses without
   * this. Pure.
   */
  recognisePage?(page: Page): PageRecognition | undefined
  /**
   * Yields every meeting in the window, each exactly once.
   *
   * @throws {PageShapeError} when the site no longer looks as this adapter knows it.
   */
  meetings(
    target: ScrapeTarget<Options>,
    context: ScrapeContext,
  ): AsyncIterable<ScrapedMeeting | SeenMeeting>
  /** Reads one saved page, without a network; pure. */
  parsePage(kind: PageKind, page: Page, timeZone: TimeZone | null): ParsedPage
}

/** The same shapes as a run gives, for one page; only what the page holds is filled. */
export interface ParsedPage {
  readonly meetings?: readonly ScrapedMeeting[]
  readonly agendaItems?: ScrapedMeeting['agendaItems']
  readonly matters?: readonly NonNullable<ScrapedMeeting['agendaItems'][number]['matter']>[]
  readonly documents?: ScrapedMeeting['documents']
  readonly problems: readonly Problem[]
}
