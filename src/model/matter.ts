import type { ScrapedDocument } from './document.ts'
import type { LocalDate } from './ids.ts'

/** One step of a matter through the bodies, as an adapter read it. */
export interface MatterHistoryEntry {
  /** The meeting's platform id, where the step belongs to one. */
  readonly meetingUpstreamId: string | null
  readonly date: LocalDate | null
  readonly body: string | null
  readonly action: string | null
  readonly result: string | null
  readonly text: string | null
}

/** The file that travels through meetings (OCD calls it a bill), as an adapter read it. */
export interface ScrapedMatter {
  readonly upstreamId: string
  readonly fileNumber: string | null
  readonly name: string | null
  readonly title: string
  readonly type: string | null
  readonly status: string | null
  readonly introducedOn: LocalDate | null
  readonly sponsors: readonly string[]
  readonly text: string | null
  readonly sourceUrl: string | null
  readonly documents: readonly ScrapedDocument[]
  /** Oldest first, each step once. */
  readonly history: readonly MatterHistoryEntry[]
}
