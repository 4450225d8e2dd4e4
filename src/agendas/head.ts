import type { AgendaText } from '../model/agenda-text.ts'
import type { LocalDate, LocalTime } from '../model/ids.ts'
import { findStart } from './extent.ts'
import { type AgendaLine, readLines } from './lines.ts'
import { findClockTimes, findDates } from './moments.ts'
import { readRows } from './rows.ts'

/** What an agenda's title page says of its meeting; `null` for what is not printed, or not clear. */
export interface AgendaHead {
  readonly date: LocalDate | null
  readonly time: LocalTime | null
  readonly location: string | null
  /** Where to attend from afar. */
  readonly remoteUrl: string | null
  /** How to comment, in the agenda's own words. */
  readonly comment: string | null
}

const titleLines = 90
/** A line that is hardly more than a date. */
const dateLine = 45
/** Lines about other days: when it was posted or printed, what was decided, what comes next. */
const otherDay =
  /\b(?:posted|printed|revised|published|issued|next|minutes|approval|proclaim|order|executive|adopted|effective|pursuant|deadline|no later than|prior to|since|until|upcoming)\b/i
const meetingDay =
  /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:meeting|agenda|session|date|workshop|hearing)\b/i
const otherTime =
  /\b(?:submit|received|deadline|comments?|no later than|before|by \d|between|business hours|office hours|closed session|or as soon)\b/i
const placeLabel = /^(?:meeting )?(?:location|place|where|lugar)\s?:\s*(.*)$/i
const place =
  /\b(?:council chambers?|commission chambers?|board chambers?|assembly chambers?|chambers?|city hall|town hall|village hall|county courthouse|courthouse|board ?room|conference room|hearing room|community center|auditorium|library|civic center|room \w+)\b/i
const street = /^\d{1,5} [\w.'’ -]{3,40}(?:,|$)|\b[A-Z]{2} \d{5}\b/
const remote =
  /https?:\/\/[^\s<>"')]*(?:zoom\.us|zoomgov\.com|teams\.microsoft\.com|webex\.com|gotomeeting\.com|goto\.com|meet\.google\.com)[^\s<>"')]*/gi
const commenting =
  /\b(?:public )?comments?\b.{0,200}(?:@|e-?mail|submit|speak|speaker|call|phone|zoom|online|form|card)|\b(?:wish(?:ing)? to (?:speak|address|comment))\b/i
const commentLimit = 700

/** Reads the first pages, before the list of items begins. Nothing is guessed. */
export function readAgendaHead(text: AgendaText): AgendaHead {
  const first = text.pages[0]?.page ?? 1
  const lines = readLines(text.pages.filter(({ page }) => page <= first + 1))
  const start = findStart(readRows(lines).list)
  const head = lines.slice(0, Math.min(start ?? titleLines, titleLines))
  const day = findDay(head)
  return {
    date: day?.date ?? null,
    time: findTime(head, day?.at),
    location: findLocation(head),
    remoteUrl: findRemote(head, text),
    comment: findComment(head),
  }
}

/** The one date on a line about the meeting; `undefined` when two lines disagree. */
function findDay(head: readonly AgendaLine[]): { date: LocalDate; at: number } | undefined {
  const found = head.flatMap(({ text }, at) => findDates(text).map((date) => ({ date, at, text })))
  const short = found.filter(({ text }) => text.length <= 110 && !otherDay.test(text))
  const onMeeting = short.filter(({ text }) => meetingDay.test(text))
  const alone = short.filter(({ text }) => text.length <= dateLine)
  for (const lines of [onMeeting, alone]) {
    const dates = new Set(lines.map(({ date }) => date))
    if (dates.size === 1) return lines[0]
    if (dates.size > 1) return undefined
  }
  return undefined
}

/** The one clock time beside the date, or behind its label. */
function findTime(head: readonly AgendaLine[], day: number | undefined): LocalTime | null {
  const labelled = head.filter(({ text }) => /^time\s?:/i.test(text))
  const near = day === undefined ? [] : head.slice(Math.max(0, day - 1), day + 4)
  const onDay = day === undefined ? [] : head.slice(day, day + 1)
  for (const lines of [labelled, onDay, near]) {
    const times = new Set(
      lines
        .filter(({ text }) => text.length <= 110 && !otherTime.test(text))
        .flatMap(({ text }) => findClockTimes(text)),
    )
    if (times.size === 1) return [...times][0] ?? null
    if (times.size > 1) return null
  }
  return null
}

function findLocation(head: readonly AgendaLine[]): string | null {
  for (const [at, { text }] of head.entries()) {
    const [, labelled] = placeLabel.exec(text) ?? []
    if (labelled === undefined) continue
    const lines = [labelled, ...head.slice(at + 1, at + 3).map((line) => line.text)]
    const [name = '', ...rest] = lines.filter((line) => line !== '')
    return joinPlace(name, rest.find(isAddress))
  }
  const at = head.findIndex(({ text }) => isPlace(text))
  const name = head[at]?.text
  if (name === undefined) return null
  const around = [...head.slice(at + 1, at + 4), ...head.slice(Math.max(0, at - 1), at)]
  return joinPlace(
    name,
    street.test(name) ? undefined : around.map(({ text }) => text).find(isAddress),
  )
}

/** A line that names a room or building, not a sentence about one. */
function isPlace(text: string): boolean {
  if (text.length > 100 || !place.test(text) || /[.;@]$|@/.test(text)) return false
  return (
    /^[\p{Lu}\d]/u.test(text) && !/\b(?:meets|held|located|invited|may|will|is|are)\b/i.test(text)
  )
}

function isAddress(text: string): boolean {
  return text.length <= 80 && street.test(text) && !/\d{4} \d{4}|\(\d{3}\)/.test(text)
}

const moment =
  /(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4}|\d{1,2}:\d{2} ?[ap]\.?m\.?)/gi

/** Name and address, without the day and time that share their line. */
function joinPlace(name: string, address: string | undefined): string | null {
  const parts = [name, address ?? ''].map((part) =>
    part
      .replace(moment, ' ')
      .replace(/\s+/g, ' ')
      .replace(/^[\s,|–—-]+|[\s,|–—-]+$/g, ''),
  )
  return parts.filter((part) => part !== '').join(', ') || null
}

/** The address of the one remote meeting that is named; `null` for several. */
function findRemote(head: readonly AgendaLine[], text: AgendaText): string | null {
  const printed = head.flatMap((line) => line.text.match(remote) ?? [])
  const linked = (text.links ?? []).flatMap(({ url }) => url?.match(remote) ?? [])
  const urls = new Set(
    [...printed, ...linked]
      .map((url) => url.replace(/[.,;:]+$/, ''))
      .filter((url) => /^https?:\/\/[^/]+\/(?!join\/?$)\w/.test(url)),
  )
  return urls.size === 1 ? ([...urls][0] ?? null) : null
}

/** The sentences on commenting. */
function findComment(head: readonly AgendaLine[]): string | null {
  const first = head.findIndex(({ text }) => commenting.test(text))
  if (first < 0) return null
  let from = first
  while (from > 0 && first - from < 3 && isOpenEnded(head[from - 1]?.text ?? '')) from -= 1
  let comment = ''
  let isOpen = true
  for (const { text } of head.slice(from)) {
    if (!isOpen && !commenting.test(text)) continue
    if (comment.length + text.length > commentLimit) break
    comment += comment === '' ? text : ` ${text}`
    isOpen = isOpenEnded(text)
  }
  return comment || null
}

/** A full line whose sentence goes on. */
function isOpenEnded(text: string): boolean {
  return text.length > 50 && !/[.!?:]$/.test(text)
}
