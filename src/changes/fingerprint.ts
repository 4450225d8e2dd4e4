import { createHash } from 'node:crypto'
import type { ScrapedMeeting } from '../model/meeting.ts'
import { canonicalMeeting } from './canonical.ts'

const hash = (text: string) => createHash('sha256').update(text).digest('hex')

/** Of the canonical form: equal exactly when `diffMeetings` has nothing to say. */
export function fingerprintMeeting(meeting: ScrapedMeeting): string {
  return hash(JSON.stringify(canonicalMeeting(meeting)))
}

/** Of everything read, as read: equal means that nothing has to be stored. */
export function hashContent(meeting: ScrapedMeeting): string {
  return hash(JSON.stringify(meeting))
}
