import { shorten } from '../model/errors.ts'
import type { ChangedItem, ChangeKind, MeetingChange } from './change.ts'

const quoted = (text: string | null) => (text === null ? 'nothing' : `"${shorten(text, 120)}"`)

function nameItem({ number, title }: ChangedItem): string {
  return `Item ${number === null ? '' : `${shorten(number, 20)} `}"${shorten(title, 120)}"`
}

/** `x → y` in words, for what may be missing on either side. */
function turned(what: string, { before, after }: MeetingChange): string {
  if (before === null) return `${what} is now given: ${quoted(after)}`
  if (after === null) return `${what} is no longer given; it was ${quoted(before)}`
  return `${what} was changed from ${quoted(before)} to ${quoted(after)}`
}

const onItem = (name: string, rest: string) => `${name}: ${rest}`

const ofMeeting: Partial<Record<ChangeKind, (change: MeetingChange) => string>> = {
  cancelled: () => 'The portal now says that the meeting is cancelled',
  reinstated: () => 'The portal no longer says that the meeting is cancelled',
  rescheduled: (change) =>
    change.after === 'rescheduled'
      ? 'The portal now says that the meeting was rescheduled'
      : `The meeting was moved from ${change.before} to ${change.after}`,
  'status-changed': (change) => `The meeting was ${change.before} and is now ${change.after}`,
  'time-moved': (change) => turned('The time of the meeting', change),
  'zone-changed': (change) => turned('The time zone of the meeting', change),
  'place-moved': (change) => turned('The place of the meeting', change),
  'remote-link-changed': (change) => turned('The link for attending from afar', change),
  'body-renamed': (change) => turned('The name of the body', change),
  'notice-changed': (change) => turned('The notice beside the meeting', change),
  'agenda-status-changed': (change) => turned('The status of the agenda', change),
  'minutes-status-changed': (change) => turned('The status of the minutes', change),
  'roll-call-recorded': (change) => turned('The roll call', change),
  'attachment-added': (change) => `A document was added: ${quoted(change.after)}`,
  'attachment-removed': (change) => `A document is no longer linked: ${quoted(change.before)}`,
  'attachment-renamed': (change) => turned('The name of a document', change),
  'no-longer-listed': () => 'The portal no longer lists the meeting; it does not say why',
  'listed-again': () => 'The portal lists the meeting again',
}

const ofItem: Partial<Record<ChangeKind, (name: string, change: MeetingChange) => string>> = {
  'item-added': (name) => `${name} was added`,
  'item-removed': (name) => `${name} is no longer on the agenda`,
  'item-moved': (name, { before, after }) => `${name} was moved from place ${before} to ${after}`,
  'item-renumbered': (name, change) => onItem(name, turned('its number', change)),
  'item-reworded': (name, { before }) => `${name} was reworded; it read ${quoted(before)}`,
  'item-text-reworded': (name) => `${name}: the text below the title was changed`,
  'item-kind-changed': (name, { after }) => `${name} is now printed as ${after}`,
  'amount-reworded': (name, change) => onItem(name, turned('the amount', change)),
  'section-changed': (name, change) => onItem(name, turned('its heading', change)),
  'file-number-changed': (name, change) => onItem(name, turned('its file number', change)),
  'moved-to-consent': (name) => `${name} was moved to the consent calendar`,
  'moved-from-consent': (name) => `${name} was taken off the consent calendar`,
  'consent-stated': (name, change) => onItem(name, turned('how it is taken up', change)),
  'action-recorded': (name, change) => onItem(name, turned('the action', change)),
  'result-recorded': (name, change) => onItem(name, turned('the result', change)),
  'votes-recorded': (name, change) => onItem(name, turned('the vote', change)),
  'roll-call-recorded': (name, change) => onItem(name, turned('the roll call', change)),
  'attachment-added': (name, { after }) => `${name}: a document was added: ${quoted(after)}`,
  'attachment-removed': (name, { before }) =>
    `${name}: a document is no longer linked: ${quoted(before)}`,
  'attachment-renamed': (name, change) => onItem(name, turned('the name of a document', change)),
}

/** The change in one neutral sentence, without a full stop: what is printed now, what was before. */
export function describeChange(change: MeetingChange): string {
  const { item, kind } = change
  const told = item ? ofItem[kind]?.(nameItem(item), change) : ofMeeting[kind]?.(change)
  return told ?? turned(item ? nameItem(item) : 'The meeting', change)
}
