import type { TimeZone } from '../../src/model/ids.ts'
import type { ScrapedMeeting } from '../../src/model/meeting.ts'
import { toLocal } from '../../src/model/time.ts'
import { fits, toListFact } from './list-facts.ts'
import type { Facts } from './manifest.ts'

/** Letters and digits alone: manifests fold spaces, drop commas and cut words off. */
export const bare = (words: unknown) =>
  String(words ?? '')
    .replace(/^[A-Z]+(?:;[^:]*)?:/, '')
    .replace(/\\[,;nN]/g, ' ')
    .replace(/&amp;/g, '&')
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, '')

const holds = (whole: unknown, part: unknown) => bare(whole).includes(bare(part))
const shares = (one: unknown, other: unknown) => holds(one, other) || holds(other, one)

const addressesOf = ({ documents, sourceUrl }: ScrapedMeeting) =>
  [sourceUrl, ...documents.map(({ url }) => url)].map(plainAddress)

const plainAddress = (url: string) => {
  let text = url.replaceAll('&amp;', '&').trim()
  try {
    text = decodeURIComponent(text)
  } catch {
    // As it is written.
  }
  return text
    .replace(/^(?:https?:)?\/\//, '')
    .replace(/&(?:Options|Search)=[^&]*/g, '')
    .toLowerCase()
}
const has = (kind: string) => (one: ScrapedMeeting, value: unknown) =>
  value === false || value === null || value === ''
    ? true
    : typeof value === 'string' && /^(?:https?:)?\/\/|^\/|\.(?:php|aspx|ashx|pdf)\b/.test(value)
      ? addressed(one, value)
      : one.documents.some((file) => file.kind === kind)

const addressed = (one: ScrapedMeeting, value: unknown) =>
  value === null ||
  value === undefined ||
  value === '' ||
  addressesOf(one).some(
    (url) =>
      url.endsWith(plainAddress(String(value)).replace(/^\.?\//, '')) ||
      shares(url, plainAddress(String(value))),
  )

const titled = (one: ScrapedMeeting, value: unknown) =>
  [
    one.body,
    one.comment,
    one.statusText,
    one.agendaStatus,
    ...one.documents.map(({ title }) => title),
  ].some((words) => words && shares(words, value)) ||
  String(value)
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 3 && !/cancel|postpon|resched/i.test(word))
    .every(
      (word) =>
        holds(`${one.body} ${one.comment}`, word) ||
        /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)/i.test(
          word,
        ),
    )

type Check = (one: ScrapedMeeting, value: unknown, zone: TimeZone) => boolean
const all = (names: string, check: Check): [string, Check][] =>
  names.split(' ').map((name) => [name, check])
const always: Check = () => true

/** What a field of a stated meeting means of the meeting that was read. */
const checks = new Map<string, Check>([
  // Day, hour and number are matched by `fits`.
  ...all(
    'id event eventId Id Master_MeetingID mid unique Unique meetingId Agenda_ID video numberdate date Date when start Start startLocal rawTime dateText displayedLocal shown time Meeting_Date Meeting_Time MeetingDateTime MM_DateTime',
    always,
  ),
  ...all(
    'name meeting eventName Name MM_MeetingTitle title Title summary nameAndType body Board_Name type Meeting_Type category ML_TypeTitle CategoryTitle',
    titled,
  ),
  ...all('text', (one, value) => titled(one, String(value).replace(/[\d:]+\s*[ap]m.*$/i, ''))),
  ...all(
    'location venue MeetingLocation MM_Address1 MM_Address2',
    (one, value) =>
      value === null || value === '' || bare(value) === '' || shares(one.location, value),
  ),
  ...all(
    'comment',
    (one, value) =>
      value === null || value === '' || holds(`${one.comment} ${one.location}`, value),
  ),
  ...all('agenda agendaFile agendaHref agendaUrl html', has('agenda')),
  ...all('packet', has('packet')),
  ...all('minutes minutesHref', has('minutes')),
  ...all('multimedia', has('video')),
  ...all(
    'href url detailHref details link inSiteUrl document',
    (one, value) => typeof value !== 'string' || !/[/.]/.test(value) || addressed(one, value),
  ),
  ...all('cancelled', (one, value) =>
    value ? one.status === 'cancelled' || one.status === 'rescheduled' : one.status !== 'cancelled',
  ),
  ...all('status', (one, value) => !/^cancel/i.test(String(value)) || one.status === 'cancelled'),
  ...all('epoch', (one, value, zone) => {
    const { date } = toLocal(new Date(Number(value) * 1000), zone)
    return date === one.date
  }),
  ...all(
    'items',
    (one, value) =>
      one.agendaItems.length === 0 ||
      one.agendaItems.filter(({ isHeading }) => !isHeading).length === value,
  ),
  ...all(
    'documents files',
    (one, value) =>
      !Array.isArray(value) || one.documents.length >= new Set(value.map(String)).size - 1,
  ),
  ...all(
    'firstItems',
    (one, value) =>
      one.agendaItems.length === 0 ||
      [value]
        .flat()
        .every((title) =>
          one.agendaItems.some((item) => holds(`${item.number ?? ''} ${item.title}`, title)),
        ),
  ),
  ...all('cells', always),
])

/** Fields of a source that say nothing a reader of meetings is told, or that no page prints. */
const untold = new Set(
  'previousVersions amended timezone recurring end End AllDay NoEndTime agendaId hasAgenda links categories conflict TypeId Published MinutesStatus pubDate eventTimes eventDates layout agendaStatus committeeId videoUrl hasVideo duration'.split(
    ' ',
  ),
)

/** The fields of a stated meeting that the meetings read do not bear out; none when one bears out all. */
export function listFaults(
  fact: unknown,
  meetings: readonly ScrapedMeeting[],
  zone: TimeZone,
): string[] {
  const told = (
    typeof fact === 'object' && fact !== null && !Array.isArray(fact) ? fact : { cells: fact }
  ) as Facts
  // Each field has a check, or is named as untold: together they are looked at.
  JSON.stringify(told)
  const stated = toListFact(fact, zone)
  const near = meetings.filter((one) => fits(stated, one))
  const names = Object.keys(told).filter((name) => !untold.has(name))
  const faults = near.map((one) =>
    names.filter((name) => !(checks.get(name)?.(one, told[name], zone) ?? false)),
  )
  const [best] = faults.sort((a, b) => a.length - b.length)
  if (best)
    return best.map((name) =>
      checks.has(name) ? `${name} is not borne out` : `no check of ${name}`,
    )
  return ['no such meeting']
}
