import type { ScrapedMeeting } from '../model/meeting.ts'
import type { Alignment } from './align.ts'
import { type CanonicalMeeting, canonicalMeeting } from './canonical.ts'
import type { ChangeKind, MeetingChange } from './change.ts'
import { alignAgendas, change, diffDocuments, diffItems, diffLists } from './diff-items.ts'

export interface MeetingDiff {
  /** The meeting's own first, then item by item. Empty exactly when the fingerprints are equal. */
  readonly changes: readonly MeetingChange[]
  readonly alignment: Alignment
}

/** A new date says more than the word beside it, except that the meeting is off or on again. */
function diffStatus(before: CanonicalMeeting, after: CanonicalMeeting): MeetingChange[] {
  const told =
    before.status === after.status
      ? []
      : [change(statusKind(before, after), before.status, after.status)]
  if (before.date === after.date) return told
  return [
    ...told.filter(({ kind }) => kind !== 'rescheduled'),
    change('rescheduled', before.date, after.date),
  ]
}

function statusKind(before: CanonicalMeeting, after: CanonicalMeeting): ChangeKind {
  if (after.status === 'cancelled') return 'cancelled'
  if (after.status === 'rescheduled') return 'rescheduled'
  if (before.status === 'cancelled') return 'reinstated'
  return 'status-changed'
}

function diffFrame(before: CanonicalMeeting, after: CanonicalMeeting): MeetingChange[] {
  const changes = diffStatus(before, after)
  const compare = (kind: ChangeKind, old: string | null, now: string | null) => {
    if (old !== now) changes.push(change(kind, old, now))
  }
  compare('time-moved', before.time, after.time)
  compare('zone-changed', before.timeZone, after.timeZone)
  compare('place-moved', before.location, after.location)
  compare('remote-link-changed', before.remoteUrl, after.remoteUrl)
  compare('body-renamed', before.body, after.body)
  compare('notice-changed', before.statusText, after.statusText)
  compare('notice-changed', before.comment, after.comment)
  compare('agenda-status-changed', before.agendaStatus, after.agendaStatus)
  compare('minutes-status-changed', before.minutesStatus, after.minutesStatus)
  return [
    ...changes,
    ...diffLists('roll-call-recorded', before.rollCall, after.rollCall, null),
    ...diffDocuments(before.documents, after.documents, null),
  ]
}

/** What differs between two versions of a meeting, and which item of one is which of the other. */
export function diffMeetings(before: ScrapedMeeting, after: ScrapedMeeting): MeetingDiff {
  const old = canonicalMeeting(before)
  const now = canonicalMeeting(after)
  const alignment = alignAgendas(
    before.agendaItems,
    after.agendaItems,
    old.agendaItems,
    now.agendaItems,
  )
  return {
    changes: [...diffFrame(old, now), ...diffItems(old.agendaItems, now.agendaItems, alignment)],
    alignment,
  }
}

const calendarKinds: ReadonlySet<ChangeKind> = new Set([
  'cancelled',
  'reinstated',
  'rescheduled',
  'status-changed',
  'time-moved',
  'zone-changed',
  'place-moved',
  'body-renamed',
])

/** Whether a calendar that holds the meeting must be told: iCalendar SEQUENCE grows by it. */
export const isCalendarChange = ({ kind }: MeetingChange) => calendarKinds.has(kind)
