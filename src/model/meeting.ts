import type { ScrapedDocument } from './document.ts'
import type { LocalDate, LocalTime, TimeZone } from './ids.ts'
import type { ScrapedMatter } from './matter.ts'
import type { PersonVote, RollCallEntry } from './vote.ts'

/**
 * `tentative`: the portal marks the agenda as a draft or not yet public. `cancelled`: it will not
 * be held on that date, by the portal's own word (also "deferred" and "postponed": `statusText`
 * keeps the word). `rescheduled`: the portal says that it was moved.
 */
export type MeetingStatus = 'confirmed' | 'tentative' | 'cancelled' | 'rescheduled'

/** Something about a meeting that a reader must know before trusting its time or its list. */
export type MeetingFlag =
  | 'video-only'
  | 'time-unknown'
  | 'time-gap'
  | 'time-ambiguous'
  | 'zone-unknown'
  | 'items-not-read'
  | 'item-pages-not-read'

/** One sitting of a body on a date, as an adapter read it. */
export interface ScrapedMeeting {
  /** The platform's own id; with the source it identifies the meeting for good. */
  readonly upstreamId: string
  readonly body: string
  readonly bodyUpstreamId: string | null
  /** As printed: the body's own calendar. */
  readonly date: LocalDate
  /** `null`: none printed, or words instead of a clock time. */
  readonly time: LocalTime | null
  readonly timeZone: TimeZone | null
  /** ISO 8601 UTC, derived from the three above; `null` when the time or zone is unknown. */
  readonly startsAt: string | null
  readonly status: MeetingStatus
  /** The portal's words behind `status` ("Deferred", "CANCELLED - lack of quorum"), if any. */
  readonly statusText: string | null
  readonly location: string | null
  /** Remarks printed beside the location: how to attend, why it moved. */
  readonly comment: string | null
  /** Where to attend from afar, if a link is printed. */
  readonly remoteUrl: string | null
  /** The official page of this meeting, or of the list that names it. */
  readonly sourceUrl: string
  readonly agendaStatus: string | null
  readonly minutesStatus: string | null
  readonly flags: readonly MeetingFlag[]
  readonly documents: readonly ScrapedDocument[]
  /** In agenda order. Empty when the portal lists none; see the flag `items-not-read`. */
  readonly agendaItems: readonly ScrapedAgendaItem[]
  /** Attendance called for the whole meeting, where the platform gives it. */
  readonly rollCall: readonly RollCallEntry[]
  /** Hash of what the list shows of it (dates, status, modification times); `null` where unused. */
  readonly listFingerprint: string | null
}

/** One entry of an agenda, as an adapter read it. */
export interface ScrapedAgendaItem {
  readonly upstreamId: string | null
  /** From 0, without gaps, in agenda order. */
  readonly position: number
  /** As printed: "7.b", "IV", "25."; `null` when none is printed. */
  readonly number: string | null
  /** Never empty: rows without words are page furniture and left out. */
  readonly title: string
  readonly fileNumber: string | null
  /** `null`: the portal does not tell. */
  readonly consent: boolean | null
  /** The heading it stands under. */
  readonly section: string | null
  /** True for a row that heads others and is nothing to vote on. */
  readonly isHeading: boolean
  /** Notes, summary and matter text below the title; "" when there is none. */
  readonly text: string
  readonly matterUpstreamId: string | null
  readonly matterType: string | null
  readonly matterStatus: string | null
  /** The official page of the item or its matter. */
  readonly sourceUrl: string | null
  readonly documents: readonly ScrapedDocument[]
  /** What the body did, in the portal's words: "Adopted", "Referred". */
  readonly action: string | null
  /** "Pass", "Fail", as printed. */
  readonly result: string | null
  readonly mover: string | null
  readonly seconder: string | null
  readonly votes: readonly PersonVote[]
  readonly rollCall: readonly RollCallEntry[]
  /** The matter behind the item, where the adapter read it. */
  readonly matter: ScrapedMatter | null
}
