import { hash } from 'node:crypto'
import type { ScrapedDocument } from '../src/model/document.ts'
import type { LocalDate, TimeZone } from '../src/model/ids.ts'
import type { MeetingFlag, ScrapedAgendaItem, ScrapedMeeting } from '../src/model/meeting.ts'
import { endOfDay, toInstant } from '../src/model/time.ts'
import type { RollCallEntry } from '../src/model/vote.ts'
import { findClockTime } from '../src/scraping/dates.ts'
import { cleanText } from '../src/scraping/html.ts'
import { findRemoteUrl, isRemoteOnly, judgeStatus } from './status.ts'

/** What Web API and InSite pages both say of a meeting, in the portal's own words. */
export interface ListedMeeting {
  readonly upstreamId: string
  readonly body: string
  readonly bodyUpstreamId: string | null
  readonly date: LocalDate
  /** "6:30 PM", "Deferred", "". */
  readonly printedTime: string
  readonly location: string | null
  readonly comment: string | null
  readonly agendaStatus: string | null
  readonly minutesStatus: string | null
  readonly isHidden: boolean
  readonly sourceUrl: string
  readonly documents: readonly ScrapedDocument[]
  readonly listFingerprint: string | null
}

export interface MeetingDetails {
  readonly agendaItems: readonly ScrapedAgendaItem[]
  readonly rollCall?: readonly RollCallEntry[]
  /** The items are somewhere, but could not be had. */
  readonly areItemsMissing?: boolean
  /** The items are here, but not what pages of their own tell of some: words and files. */
  readonly areItemPagesMissing?: boolean
  /** What the agenda prints of where it is held and how to take part, where the list does not tell. */
  readonly head?: {
    readonly location: string | null
    readonly remoteUrl: string | null
    readonly comment: string | null
  }
}

/** Puts a meeting together: status from every field that can tell, instant from the three parts. */
export function makeMeeting(
  listed: ListedMeeting,
  timeZone: TimeZone | null,
  details: MeetingDetails = { agendaItems: [] },
): ScrapedMeeting {
  const { date, printedTime, agendaStatus } = listed
  const location = listed.location ?? details.head?.location ?? null
  const comments = [listed.comment, details.head?.comment].filter((part) => part)
  const comment = comments.join('\n') || null
  const judged = judgeStatus({
    date,
    body: listed.body,
    agendaStatus,
    time: printedTime,
    comment: listed.comment,
    location: listed.location,
    isHidden: listed.isHidden,
  })
  const time = findClockTime(printedTime) ?? null
  const zoned = time && timeZone ? toInstant(date, time, timeZone) : null
  const hasOnlyVideo =
    listed.documents.length > 0 && listed.documents.every(({ kind }) => kind === 'video')

  const flags: MeetingFlag[] = []
  if (isRemoteOnly(location) || (hasOnlyVideo && details.agendaItems.length === 0)) {
    flags.push('video-only')
  }
  if (!time) flags.push('time-unknown')
  if (!timeZone) flags.push('zone-unknown')
  if (zoned?.fit === 'gap') flags.push('time-gap')
  if (zoned?.fit === 'ambiguous') flags.push('time-ambiguous')
  if (details.areItemsMissing) flags.push('items-not-read')
  if (details.areItemPagesMissing) flags.push('item-pages-not-read')

  // Field by field: a list has a thousand of these, and copying objects by spread cost most of it.
  return {
    upstreamId: listed.upstreamId,
    body: judged.body,
    bodyUpstreamId: listed.bodyUpstreamId,
    date,
    time,
    timeZone,
    startsAt: zoned?.instant.toISOString() ?? null,
    status: judged.status,
    statusText: judged.statusText,
    location,
    comment,
    remoteUrl: findRemoteUrl(location, comment) ?? details.head?.remoteUrl ?? null,
    sourceUrl: listed.sourceUrl,
    agendaStatus,
    minutesStatus: listed.minutesStatus,
    flags,
    documents: listed.documents,
    listFingerprint: listed.listFingerprint,
    agendaItems: details.agendaItems,
    rollCall: details.rollCall ?? [],
  }
}

/** True once the meeting's day has ended where it is held; without a zone, everywhere on earth. */
export function isOver(date: LocalDate, timeZone: TimeZone | null, now: Date): boolean {
  return endOfDay(date, timeZone ?? ('Etc/GMT+12' as TimeZone)).getTime() <= now.getTime()
}

/** A hash of what a list shows of a meeting: 32 hex digits. */
export function fingerprint(parts: readonly (string | number | null | undefined)[]): string {
  return hash('sha256', JSON.stringify(parts)).slice(0, 32)
}

/** The kind of a document by the words of its link or column. */
export function documentKind(words: string): ScrapedDocument['kind'] {
  const text = cleanText(words).toLowerCase()
  if (/agenda packet|^packet|packet$/.test(text) && !/amendment/.test(text)) return 'packet'
  if (/^(?:accessible |html |revised |final |published )*agenda$/.test(text)) return 'agenda'
  if (/minutes|^recap/.test(text)) return 'minutes'
  if (/notice/.test(text)) return 'notice'
  if (/summary|synopsis/.test(text)) return 'summary'
  if (/caption|transcript/.test(text)) return 'captions'
  if (/audio/.test(text)) return 'audio'
  if (/video|media/.test(text)) return 'video'
  return 'other'
}
