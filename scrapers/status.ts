import type { LocalDate } from '../src/model/ids.ts'
import type { MeetingStatus } from '../src/model/meeting.ts'
import { cleanText } from '../src/scraping/html.ts'

/** The fields in which clerks write that a meeting will not be held as listed. */
export interface StatusSigns {
  readonly date: LocalDate
  readonly body: string
  readonly agendaStatus?: string | null | undefined
  /** The time cell as printed: "6:30 PM", "Deferred", "". */
  readonly time?: string | null | undefined
  readonly comment?: string | null | undefined
  readonly location?: string | null | undefined
  /** The page of the meeting is not public yet. */
  readonly isHidden?: boolean
}

export interface JudgedStatus {
  readonly status: MeetingStatus
  /** The words that decided, as printed. */
  readonly statusText: string | null
  /** The body's name without a remark such as "- CANCELLED". */
  readonly body: string
}

const calledOff = 'cancell?ed|postponed|deferred(?! comp)|re-?scheduled'
const calledOffWord = new RegExp(String.raw`\b(?:${calledOff})\b`, 'i')
/** "CANCELLED - City Council", "City Council (Canceled)"; a word alone before the name is part of it. */
const bodyRemark = new RegExp(
  String.raw`^[\s*([{<-]*(?:meeting )?(?:${calledOff})(?: meeting)?\s*[*)\]}>:!–—-][\s*)\]}>:!–—-]*|` +
    String.raw`[\s*([{<:–—-]+(?:meeting )?(?:${calledOff})(?: meeting)?[\s*)\]}>.!]*$`,
  'i',
)
/** An agenda status, and a time cell, speak of this meeting alone: here any form of the word counts. */
const plainField = /cancel|postpon|defer|re-?schedul|not (?:be )?held|no meeting/i
const darkWords = /\bdark (?:meeting|night|week)\b/i
const draftStatus =
  /draft|tentative|preliminary|pending|ready for|not (?:yet )?(?:final|published|public)|in progress/i

/**
 * Words that may stand before "cancelled" in a remark and leave it a remark about this meeting.
 * Any other word, a number or another date makes it one about something else, and it is not
 * believed: "the 5/12 meeting was cancelled", "item 4 deferred", "unless cancelled".
 */
const neutral = new Set(
  (
    'the this today todays tonight tonights a has have had been was is are will be being to hereby ' +
    'please note notice that of meeting meetings session hearing hearings workshop event sitting ' +
    'regular regularly special scheduled public study work joint emergency adjourned annual ' +
    'city town village county council committee subcommittee commission board agency authority ' +
    'and update revised agenda due budget retreat briefing executive closed planning zoning'
  ).split(' '),
)

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/** The remark without mentions of the meeting's own date: "May 5 meeting cancelled" on May 5. */
function withoutOwnDate(text: string, date: LocalDate): string {
  const [, month = '', day = ''] = date.split('-').map((part) => String(Number(part)))
  const name = months[Number(month) - 1] ?? ''
  const own = new RegExp(
    String.raw`\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:0?${month}\/0?${day}(?:\/(?:20)?\d\d)?|` +
      String.raw`${name}[a-z]*\.? ${day}(?:st|nd|rd|th)?(?:,? 20\d\d)?)(?![\d/])`,
    'gi',
  )
  return text.replace(own, ' ')
}

/**
 * Each statement of a free text on its own: lines and sentences. Dashes and brackets do not part
 * it: in "Tour of the plant - cancelled" the word is about the tour.
 */
function statements(text: string): string[] {
  return text
    .replace(/\b(?:[A-Za-z] ){4,}[A-Za-z]\b/g, (spaced) => spaced.replaceAll(' ', ''))
    .split(/[\r\n;|]+|[.!](?=\s|$)/)
    .map(cleanText)
    .filter((part) => part !== '')
}

function isAboutThisMeeting(statement: string, signs: StatusSigns): boolean {
  // Nearly every statement ends here: what follows builds a pattern for the date.
  if (!calledOffWord.test(statement)) return false
  const own = withoutOwnDate(statement, signs.date)
  const match = calledOffWord.exec(own)
  if (!match) return false
  const bodyWords = new Set(signs.body.toLowerCase().match(/[a-z]+/g) ?? [])
  const before = own.slice(0, match.index).toLowerCase().replaceAll(/['’]/g, '')
  const isNeutral = (before.match(/[a-z0-9/]+/g) ?? []).every(
    (word) => neutral.has(word) || bodyWords.has(word),
  )
  const after = own.slice(match.index + match[0].length).replace(/^[\s:–—-]+/, '')
  // "Deferred items from March 4", "Rescheduled from 5/12", "Cancelled meeting of June 2".
  const isOther =
    /^(?:items?|matters?|bills?|files?|agenda items?|from|by|until|if|unless|should|when)\b/i.test(
      after,
    ) || /^(?:(?:meetings?|sessions?) )?(?:of|on|for|held) .*\d/i.test(after)
  return isNeutral && !isOther
}

const sayNotHeld =
  /^(?:no (?:regular |special )?meeting(?: (?:today|tonight|scheduled))?|(?:this |the )?(?:regular |special )?meeting (?:will )?not (?:be )?(?:held|meet)|will not meet)$/i

/** What a remark cannot do without; most texts are not cut into statements for want of it. */
const mayTell = /cancel|postponed|deferred|scheduled|meet|(?:\b[a-z] ){4}/i

function findRemark(text: string | null | undefined, signs: StatusSigns): string | undefined {
  if (!text || !mayTell.test(text)) return undefined
  return statements(text).find((part) => isAboutThisMeeting(part, signs) || sayNotHeld.test(part))
}

/** A place that ends in the bare word: "Council Chambers - Cancelled". */
function findInPlace(location: string | null | undefined): string | undefined {
  if (!location || /\d{1,2}\/\d{1,2}/.test(location)) return undefined
  return (
    /\b(?:CANCELL?ED|POSTPONED|RESCHEDULED)[\s.!*)\]]*$/.exec(location)?.[0] ??
    /[-–—(*[]\s*(?:cancell?ed|postponed|rescheduled)[\s.!*)\]]*$/i.exec(location)?.[0]
  )?.replace(/^[^a-z]+/i, '')
}

const asStatus = (words: string): MeetingStatus =>
  /re-?schedul/i.test(words) && !/cancel|postpon|defer/i.test(words) ? 'rescheduled' : 'cancelled'

/** Longer remarks are documents; what calls a meeting off stands at their head. */
const lengthRead = 5_000

/**
 * What the portal's own words make of a meeting. Agenda status and time cell are believed in any
 * form; remarks and places only where the word is plainly about this meeting; the agenda's draft
 * state makes it tentative. "Cancellation Notice" as a remark names a document that may be about
 * any meeting: such a meeting is not called cancelled, but not confirmed either.
 */
export function judgeStatus(signs: StatusSigns): JudgedStatus {
  const remark = signs.body.length > 500 ? null : bodyRemark.exec(signs.body)
  const cleaned = remark ? cleanText(signs.body.replace(bodyRemark, ' ')) : signs.body
  const body = cleaned || signs.body
  const told = {
    ...signs,
    body: body.slice(0, 500),
    comment: signs.comment?.slice(0, lengthRead),
    location: signs.location?.slice(0, lengthRead),
  }

  const agendaStatus = cleanText(signs.agendaStatus ?? '').slice(0, lengthRead)
  const time = cleanText(signs.time ?? '').slice(0, lengthRead)
  const words =
    [agendaStatus, time].find((field) => plainField.test(field)) ??
    (remark && cleaned ? calledOffWord.exec(remark[0])?.[0] : undefined) ??
    findRemark(told.comment, told) ??
    findRemark(told.location, told) ??
    findInPlace(told.location)
  if (words !== undefined && !/re-?scheduled from/i.test(words)) {
    return { status: asStatus(words), statusText: cleanText(words), body }
  }

  const notice = /^cancell?ation\b.*$/im.exec(told.comment ?? '')?.[0]
  if (notice) return { status: 'tentative', statusText: cleanText(notice), body }
  // Custom, not the word, says that a dark meeting is none.
  const dark = darkWords.exec(`${signs.body.slice(0, 500)}\n${told.comment ?? ''}`)?.[0]
  if (dark) return { status: 'tentative', statusText: dark, body }
  if (draftStatus.test(agendaStatus)) {
    return { status: 'tentative', statusText: agendaStatus, body }
  }
  if (signs.isHidden) return { status: 'tentative', statusText: null, body }
  return { status: 'confirmed', statusText: words ? cleanText(words) : null, body }
}

/** Held by video or telephone only, by the words of its place. */
export function isRemoteOnly(location: string | null): boolean {
  const place = location ?? ''
  if (/hybrid|in[- ]person|council chambers?|city hall|\broom \d/i.test(place)) return false
  return (
    /no physical|(?:video|tele|phone)[- ]?conference|video only/i.test(place) ||
    /^(?:virtual|online|remote|zoom|webex|microsoft teams|teleconference)\b/i.test(place)
  )
}

/** The first address printed in the remarks or place at which the meeting can be joined. */
export function findRemoteUrl(...texts: readonly (string | null)[]): string | null {
  const urls = texts.join('\n').match(/https?:\/\/[^\s<>"')\]]+/gi) ?? []
  const joining =
    /zoom\.|webex\.|teams\.(?:microsoft|live)\.|meet\.google\.|gotomeeting|gotowebinar|goto\.com|ringcentral|bluejeans|youtube\.com\/live/i
  return urls.map((url) => url.replace(/[.,;]+$/, '')).find((url) => joining.test(url)) ?? null
}
