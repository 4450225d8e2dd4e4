import type { ScrapedDocument } from '../model/document.ts'
import type { ScrapedAgendaItem, ScrapedMeeting } from '../model/meeting.ts'
import type { PersonVote, RollCallEntry } from '../model/vote.ts'

/** What an item says, without how it is stored or in which order its parts arrived. */
export interface CanonicalItem {
  readonly number: string | null
  readonly title: string
  readonly section: string | null
  readonly consent: boolean | null
  readonly isHeading: boolean
  readonly fileNumber: string | null
  readonly text: string
  readonly action: string | null
  readonly result: string | null
  readonly mover: string | null
  readonly seconder: string | null
  readonly votes: readonly string[]
  readonly rollCall: readonly string[]
  readonly documents: readonly CanonicalDocument[]
}

export interface CanonicalDocument {
  readonly url: string
  /** Kind and title of every link to it, sorted. */
  readonly said: readonly string[]
}

/**
 * What a meeting says. Left out, because a difference there is none for a reader: ids and
 * addresses of the portal's own pages, flags of ours, what the list's row looked like, the
 * instant (it follows from date, time and zone), the order of documents and of voters, runs of
 * white space, Unicode forms, and session marks in addresses of documents. Matters have a life of
 * their own beside the meeting.
 */
export interface CanonicalMeeting {
  readonly body: string
  readonly date: string
  readonly time: string | null
  readonly timeZone: string | null
  readonly status: string
  readonly statusText: string | null
  readonly location: string | null
  readonly comment: string | null
  readonly remoteUrl: string | null
  readonly agendaStatus: string | null
  readonly minutesStatus: string | null
  readonly documents: readonly CanonicalDocument[]
  readonly rollCall: readonly string[]
  readonly agendaItems: readonly CanonicalItem[]
}

function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** No words at all is the same as none printed. */
function maybePlain(text: string | null): string | null {
  return text === null ? null : plain(text) || null
}

const sessionMark =
  /^(jsessionid|phpsessid|asp\.net_sessionid|session|sessionid|sid|sig|signature|expires|token|ts|_|x-amz-.*|se|sp|sv|sr|st|cb)$/i

/** The address without fragment and without what changes from visit to visit. */
export function canonicalUrl(url: string): string {
  if (!URL.canParse(url)) return plain(url)
  const parsed = new URL(url)
  parsed.hash = ''
  for (const name of [...parsed.searchParams.keys()]) {
    if (sessionMark.test(name)) parsed.searchParams.delete(name)
  }
  return parsed.href
}

function canonicalDocuments(documents: readonly ScrapedDocument[]): CanonicalDocument[] {
  const byUrl = new Map<string, Set<string>>()
  for (const { kind, title, url } of documents) {
    const key = canonicalUrl(url)
    const said = byUrl.get(key) ?? new Set()
    byUrl.set(key, said.add(`${kind}: ${plain(title)}`))
  }
  return [...byUrl]
    .map(([url, said]) => ({ url, said: [...said].sort() }))
    .sort((a, b) => (a.url < b.url ? -1 : 1))
}

const canonicalVotes = (votes: readonly PersonVote[]) =>
  votes.map(({ person, option }) => `${plain(person)}: ${option}`).sort()

const canonicalRollCall = (entries: readonly RollCallEntry[]) =>
  entries.map(({ person, present }) => `${plain(person)}: ${present ? 'present' : 'away'}`).sort()

export function canonicalItem(item: ScrapedAgendaItem): CanonicalItem {
  return {
    number: maybePlain(item.number),
    title: plain(item.title),
    section: maybePlain(item.section),
    consent: item.consent,
    isHeading: item.isHeading,
    fileNumber: maybePlain(item.fileNumber),
    text: plain(item.text),
    action: maybePlain(item.action),
    result: maybePlain(item.result),
    mover: maybePlain(item.mover),
    seconder: maybePlain(item.seconder),
    votes: canonicalVotes(item.votes),
    rollCall: canonicalRollCall(item.rollCall),
    documents: canonicalDocuments(item.documents),
  }
}

export function canonicalMeeting(meeting: ScrapedMeeting): CanonicalMeeting {
  return {
    body: plain(meeting.body),
    date: meeting.date,
    time: meeting.time,
    timeZone: meeting.timeZone,
    status: meeting.status,
    statusText: maybePlain(meeting.statusText),
    location: maybePlain(meeting.location),
    comment: maybePlain(meeting.comment),
    remoteUrl: meeting.remoteUrl === null ? null : canonicalUrl(meeting.remoteUrl),
    agendaStatus: maybePlain(meeting.agendaStatus),
    minutesStatus: maybePlain(meeting.minutesStatus),
    documents: canonicalDocuments(meeting.documents),
    rollCall: canonicalRollCall(meeting.rollCall),
    agendaItems: meeting.agendaItems.map(canonicalItem),
  }
}
