import type { Sha256 } from '../model/ids.ts'

/** What is remembered of an earlier answer to the same request of the same source. */
export interface RememberedFetch {
  /** Method, address and form in one key; see `requestKey`. */
  readonly request: string
  readonly url: string
  readonly finalUrl: string
  readonly status: number
  readonly contentType: string
  readonly etag: string | null
  readonly lastModified: string | null
  readonly sha256: Sha256
  readonly sizeBytes: number
  readonly fetchedAt: Date
  /** The last time all bytes came: validators are not trusted for longer than a week. */
  readonly fullAt: Date
}

/** One source's memory of its fetches; the database keeps it. */
export interface FetchMemory {
  find(request: string): Promise<RememberedFetch | undefined>
  remember(fetch: RememberedFetch): Promise<void>
}
