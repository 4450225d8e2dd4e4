/** Everything that can differ between two versions of a meeting. */
export type ChangeKind =
  | 'cancelled'
  | 'reinstated'
  | 'rescheduled'
  | 'status-changed'
  | 'time-moved'
  | 'zone-changed'
  | 'place-moved'
  | 'remote-link-changed'
  | 'body-renamed'
  | 'notice-changed'
  | 'agenda-status-changed'
  | 'minutes-status-changed'
  | 'roll-call-recorded'
  | 'attachment-added'
  | 'attachment-removed'
  | 'attachment-renamed'
  | 'item-added'
  | 'item-removed'
  | 'item-moved'
  | 'item-renumbered'
  | 'item-reworded'
  | 'item-text-reworded'
  | 'item-kind-changed'
  | 'amount-reworded'
  | 'section-changed'
  | 'file-number-changed'
  | 'moved-to-consent'
  | 'moved-from-consent'
  | 'consent-stated'
  | 'action-recorded'
  | 'result-recorded'
  | 'votes-recorded'
  | 'no-longer-listed'
  | 'listed-again'

/** One difference between a version of a meeting and the one before it. */
export interface MeetingChange {
  readonly kind: ChangeKind
  /** As printed before and after; `null`: nothing was printed there. */
  readonly before: string | null
  readonly after: string | null
  /** The item it is about, as people know it; `null`: the meeting itself. */
  readonly item: ChangedItem | null
}

export interface ChangedItem {
  readonly number: string | null
  readonly title: string
  /** Its place in the agenda before and after; `null` where it is not on it. */
  readonly indexBefore: number | null
  readonly indexAfter: number | null
}
