import type { ScrapedDocument } from '../model/document.ts'
import { UnknownDateError } from '../model/errors.ts'
import { findLocalDate } from '../model/ids.ts'
import type { ScrapedMatter } from '../model/matter.ts'
import type { ScrapedAgendaItem, ScrapedMeeting } from '../model/meeting.ts'

/** Far above what portals print; what is longer is cut, and the archived bytes keep all of it. */
const bounds = {
  name: 500,
  title: 4_000,
  line: 2_000,
  text: 500_000,
  items: 4_000,
  documents: 1_000,
  votes: 1_000,
  history: 500,
} as const

const untitled = '(no title printed)'

/** Halves of characters and NUL: no database and no page takes them. */
function sound(text: string): string {
  return text.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '\ufffd')
}

function bound(text: string, length: number): string {
  if (text.length <= length) return sound(text)
  const note = ` … [cut here: ${text.length} characters on the portal]`
  return sound(text.slice(0, length - note.length)) + note
}

const maybe = (text: string | null, length: number) => (text === null ? null : bound(text, length))

/** Only addresses that a browser may open, once each by kind, title and address. */
function boundDocuments(documents: readonly ScrapedDocument[]): ScrapedDocument[] {
  const kept = new Map<string, ScrapedDocument>()
  for (const { kind, title, url } of documents) {
    if (!/^https?:\/\//i.test(url) || url.length > 4_000) continue
    const document = { kind, title: bound(title, bounds.line) || kind, url: sound(url) }
    kept.set(JSON.stringify(document), document)
    if (kept.size === bounds.documents) break
  }
  return [...kept.values()]
}

const boundPeople = <T extends { readonly person: string; readonly printed: string }>(
  people: readonly T[],
): T[] =>
  people.slice(0, bounds.votes).map((entry) => ({
    ...entry,
    person: bound(entry.person, bounds.name),
    printed: bound(entry.printed, bounds.name),
  }))

function boundMatter(matter: ScrapedMatter): ScrapedMatter {
  return {
    upstreamId: bound(matter.upstreamId, bounds.name),
    fileNumber: maybe(matter.fileNumber, bounds.name),
    name: maybe(matter.name, bounds.line),
    title: bound(matter.title, bounds.title) || untitled,
    type: maybe(matter.type, bounds.name),
    status: maybe(matter.status, bounds.name),
    introducedOn: matter.introducedOn,
    sponsors: matter.sponsors.slice(0, bounds.votes).map((name) => bound(name, bounds.name)),
    text: maybe(matter.text, bounds.text),
    sourceUrl: maybe(matter.sourceUrl, bounds.line),
    documents: boundDocuments(matter.documents),
    history: matter.history.slice(0, bounds.history).map((step) => ({
      meetingUpstreamId: maybe(step.meetingUpstreamId, bounds.name),
      date: step.date,
      body: maybe(step.body, bounds.line),
      action: maybe(step.action, bounds.line),
      result: maybe(step.result, bounds.line),
      text: maybe(step.text, bounds.text),
    })),
  }
}

function boundItem(item: ScrapedAgendaItem, position: number): ScrapedAgendaItem {
  return {
    upstreamId: maybe(item.upstreamId, bounds.name),
    position,
    number: maybe(item.number, bounds.name),
    title: bound(item.title.trim(), bounds.title) || untitled,
    fileNumber: maybe(item.fileNumber, bounds.name),
    consent: item.consent,
    section: maybe(item.section, bounds.line),
    isHeading: item.isHeading,
    text: bound(item.text, bounds.text),
    matterUpstreamId: maybe(item.matterUpstreamId, bounds.name),
    matterType: maybe(item.matterType, bounds.name),
    matterStatus: maybe(item.matterStatus, bounds.name),
    sourceUrl: maybe(item.sourceUrl, bounds.line),
    documents: boundDocuments(item.documents),
    action: maybe(item.action, bounds.line),
    result: maybe(item.result, bounds.line),
    mover: maybe(item.mover, bounds.name),
    seconder: maybe(item.seconder, bounds.name),
    votes: boundPeople(item.votes),
    rollCall: boundPeople(item.rollCall),
    matter: item.matter && boundMatter(item.matter),
  }
}

/**
 * The meeting as it can be stored: nothing endless, no broken characters, no addresses but http
 * and https, positions without gaps. Always the same for the same meeting.
 *
 * @throws {UnknownDateError} when its date is none of the calendar.
 */
export function boundMeeting(meeting: ScrapedMeeting): ScrapedMeeting {
  if (!findLocalDate(meeting.date)) throw new UnknownDateError(meeting.date, meeting.sourceUrl)
  const startsAt = meeting.startsAt === null ? Number.NaN : Date.parse(meeting.startsAt)
  return {
    upstreamId: bound(meeting.upstreamId, bounds.name),
    body: bound(meeting.body.trim(), bounds.name) || 'Unnamed body',
    bodyUpstreamId: maybe(meeting.bodyUpstreamId, bounds.name),
    date: meeting.date,
    time: meeting.time,
    timeZone: meeting.timeZone,
    startsAt: Number.isNaN(startsAt) ? null : new Date(startsAt).toISOString(),
    status: meeting.status,
    statusText: maybe(meeting.statusText, bounds.line),
    location: maybe(meeting.location, bounds.line),
    comment: maybe(meeting.comment, bounds.title),
    remoteUrl: maybe(meeting.remoteUrl, bounds.line),
    sourceUrl: bound(meeting.sourceUrl, bounds.line),
    agendaStatus: maybe(meeting.agendaStatus, bounds.name),
    minutesStatus: maybe(meeting.minutesStatus, bounds.name),
    flags: meeting.flags,
    documents: boundDocuments(meeting.documents),
    agendaItems: meeting.agendaItems.slice(0, bounds.items).map(boundItem),
    rollCall: boundPeople(meeting.rollCall),
    listFingerprint: maybe(meeting.listFingerprint, bounds.name),
  }
}
