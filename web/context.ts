import type { Context } from 'hono'
import { createFactory } from 'hono/factory'
import type { ReadDb } from '../src/db/client.ts'
import type { Archive } from '../src/documents/archive.ts'
import type { PictureAsked } from '../src/documents/document-reader.ts'
import type { Accuracy } from '../src/model/accuracy.ts'
import type { Sha256 } from '../src/model/ids.ts'
import type { JurisdictionType } from '../src/model/jurisdiction.ts'
import type { Chunk } from './chunk.ts'
import type { Page } from './frame.tsx'
import type { Memo } from './memo.ts'
import type { PageCache } from './page-cache.ts'
import type { StaticFile } from './static-files.ts'

/** One portal of a place in the shipped directory. */
export interface DirectoryPortal {
  /** Steady within a release of the directory: what the add form sends back. */
  readonly id: string
  readonly platform: string
  readonly portalUrl: string
  /** The row is old or inferred: one good read clears it. */
  readonly needsChecking: boolean
}

/** A government of the directory with all its portals, at least one. */
export interface DirectoryPlace {
  readonly slug: string
  readonly name: string
  readonly state: string
  readonly type: JurisdictionType
  readonly population: number | null
  /** From the place around which one searched; `null` otherwise. */
  readonly distanceMiles: number | null
  readonly portals: readonly DirectoryPortal[]
}

/** Best fit first, councils apart from school boards. */
export interface DirectoryMatches {
  readonly councils: readonly DirectoryPlace[]
  readonly schools: readonly DirectoryPlace[]
}

export interface Directory {
  /** `text` is what a person typed: place, county, state, "within 15 miles of tacoma". */
  search(text: string, limit: number): DirectoryMatches
  /** The place whose portal stands at this address, with that portal alone. */
  findByAddress(address: string): DirectoryPlace | undefined
}

/** What an address says by its shape alone. */
export interface RecognisedPortal {
  readonly platform: string
  readonly client: string
  readonly portalUrl: string
}

/** What a person asks to watch: a row of the directory, or an address and whose it is. */
export type AddSourceInput =
  | { readonly directoryId: string }
  | {
      readonly address: string
      readonly name: string
      /** Two letters; "" when left open. */
      readonly state: string
      /** IANA; `null` when left open: times then have no zone. */
      readonly timeZone: string | null
    }

export interface AddSourceOutcome {
  readonly sourceId: string
  /** Slug of the jurisdiction, whose page shows the progress. */
  readonly place: string
  readonly isNew: boolean
}

/** What the pages may ask of the process that writes. Both reject with an `AppError` in words. */
export interface WebCommands {
  addSource(input: AddSourceInput): Promise<AddSourceOutcome>
  /** Makes the source due at once. */
  readNow(sourceId: string): Promise<void>
  /** Marks a source's present trouble as known, with what is known of it. */
  acknowledge(sourceId: string, note: string): Promise<void>
}

/** Names behind the ids of the taxonomy; the id itself where there is none. */
export interface TaxonomyNames {
  technology(id: string): string
  vendor(id: string): string
}

export interface Platforms {
  /** "Granicus Legistar" for `legistar`. */
  label(platform: string): string
  /** Whether an adapter can read it today. */
  isReadable(platform: string): boolean
  /** False where the adapter was built without a recording of a real portal. */
  isVerified(platform: string): boolean
}

/** Everything the pages are given. They cannot write: changes are asked of `commands`. */
export interface AppDeps {
  readonly db: ReadDb
  now(): Date
  readonly commands: WebCommands
  /** Whether this visitor may add councils and ask for reads. */
  canChange(c: AppContext): boolean
  readonly directory: Directory
  recognise(address: string): RecognisedPortal | undefined
  readonly platforms: Platforms
  readonly taxonomy: TaxonomyNames
  /** What was measured of this release's detector. */
  readonly accuracy: Accuracy
  readonly archive: Pick<Archive, 'get'>
  /**
   * A page of an archived PDF as PNG, quoted words marked.
   *
   * @throws {DocumentError} when it cannot be drawn.
   */
  drawPage(sha256: Sha256, asked: PictureAsked): Promise<Uint8Array>
  readonly siteName: string
  readonly isDemo: boolean
  /** Where the public reaches this server, no trailing slash; `null` when nobody has said. */
  readonly publicUrl: string | null
  /** Differs whenever something that pages show has been stored. Asked on every request: cheap. */
  contentVersion(): number | string
  /** Folders of static files, looked through in order: `dist/web/public`, `web/public`. */
  readonly publicFolders: readonly string[]
  /** A number for error pages and the log, so that one finds the other. */
  requestNumber(): string
  /** An error nobody foresaw: to the log, never to the page. */
  report(error: unknown, requestNumber: string): void
}

export interface WebEnv {
  Variables: {
    deps: AppDeps
    cache: PageCache
    /** Names content and minute at which this request began; see PageCache. */
    stamp: string
    memo: Memo
    frame: (page: Page) => readonly Chunk[]
    files: ReadonlyMap<string, StaticFile>
  }
}

export type AppContext = Context<WebEnv>

export const web = createFactory<WebEnv>()
