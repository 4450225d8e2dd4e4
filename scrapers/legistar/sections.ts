/**
 * Legistar lists headings and items alike, one below the other, without a parent. This rebuilds
 * the outline from numbers and headings.
 */

/** What the outline needs to know of a row. */
export interface OutlineRow {
  /** As printed: "2.2(a)", "IV.", "9:00 a.m.-". */
  readonly number: string | null
  /** One line. */
  readonly title: string
  /** A file stands behind it, or something was done with it: it is an item, never a heading. */
  readonly isActedOn: boolean
  /** The portal's own consent mark. */
  readonly isMarkedConsent: boolean
}

export interface OutlinePlace {
  readonly isHeading: boolean
  /** The nearest heading above, `null` at the top. */
  readonly section: string | null
  /** `null`: nothing on this agenda tells. */
  readonly consent: boolean | null
}

/** A printed number taken apart: "2.2(a)" is `2 2 a`. `null` when there is none to speak of. */
type NumberParts = readonly string[]

interface Heading {
  readonly title: string
  readonly parts: NumberParts | null
}

const isClock = (number: string | null) => /^\d{1,2}:\d{2}|^\d{1,2} ?[ap]\.?m\b/i.test(number ?? '')

function partsOf(number: string | null): NumberParts | null {
  if (!number || number.length > 40 || isClock(number)) return null
  const parts = number.toLowerCase().match(/\d+|[a-z]+/g)
  return parts && parts.length <= 8 ? parts : null
}

const startsWith = (whole: NumberParts, start: NumberParts) =>
  whole.length > start.length && start.every((part, at) => whole[at] === part)

type Style = 'digits' | 'roman' | 'letter'

function styleOf(part: string): Style {
  if (/^\d+$/.test(part)) return 'digits'
  return /^[ivxlc]{2,}$/.test(part) ? 'roman' : 'letter'
}

/** Both could stand in one column of numbers: "1." and "2.", "IV" and "V", "2.1" and "2.2". */
function areSiblings(a: NumberParts, b: NumberParts): boolean {
  if (a.length !== b.length) return false
  const [lastA = '', lastB = ''] = [a.at(-1), b.at(-1)]
  if (a.slice(0, -1).join() !== b.slice(0, -1).join() && a.length > 1) {
    return styleOf(lastA) === styleOf(lastB)
  }
  const [styleA, styleB] = [styleOf(lastA), styleOf(lastB)]
  // "i", "v" and "x" are letters and roman numbers both.
  const isEither = (part: string) => /^[ivxlc]$/.test(part)
  return (
    styleA === styleB ||
    (styleA !== 'digits' && styleB !== 'digits' && (isEither(lastA) || isEither(lastB)))
  )
}

const consentHeading = /\bconsent\b(?! (?:decree|order|judg|to|of the|form))/i
const wholeConsentHeading =
  /^\W*consent\b(?:\W+(?:calendar|agenda|items?|matters|docket|resolutions?|ordinances?))*\W*$/i
const isShouted = (title: string) => /[A-Z]/.test(title) && title === title.toUpperCase()

function isHeading(row: OutlineRow, next: OutlineRow | undefined): boolean {
  if (row.isActedOn || row.title.length > 300) return false
  if (isClock(row.number)) return true
  if (!next) return false
  const own = partsOf(row.number)
  const following = partsOf(next.number)
  if (own && following) {
    if (startsWith(following, own)) return true
    // "8. Public Comment" before "9. Contract" is its neighbour; "IV. CONSENT" before "1." is not.
    return !areSiblings(own, following) && following.length <= 2 && next.isActedOn
  }
  if (own) return next.isActedOn && !isClock(next.number)
  if (consentHeading.test(row.title) && (next.isActedOn || following !== null)) return true
  if (following || next.isActedOn) return row.title.length <= 150 && !/[.?!]$/.test(row.title)
  return isShouted(row.title) || row.title.endsWith(':')
}

/** Numbers named as one motion: "Consent agenda items 25 through 59 may be considered in one motion". */
function namedConsent(rows: readonly OutlineRow[]): (number: string | null) => boolean {
  const ranges = rows.flatMap(({ title }) =>
    [
      ...title.matchAll(
        /consent (?:agenda |calendar )?(?:items?|matters|nos?\.?|numbers?) #?(\d{1,4}) (?:through|thru|to|-|–) #?(\d{1,4})\b/gi,
      ),
    ].map(([, from, to]) => [Number(from), Number(to)] as const),
  )
  return (number) => {
    const value = /^(\d{1,4})(?!\d)/.exec(number ?? '')?.[1]
    return value !== undefined && ranges.some(([from, to]) => +value >= from && +value <= to)
  }
}

const procedural = /^(?:adjourn|recess|roll call|call to order|pledge|invocation)/i

/** Ends the headings that do not reach `row`: its neighbours in number, and what they head. */
function leave(open: readonly Heading[], row: OutlineRow, isNewHeading: boolean): Heading[] {
  const parts = partsOf(row.number)
  const end = open.findIndex((heading) => {
    if (heading.parts && parts) {
      return areSiblings(heading.parts, parts) && !startsWith(parts, heading.parts)
    }
    return isNewHeading && !heading.parts && !parts
  })
  return end < 0 ? [...open] : open.slice(0, end)
}

/** The place of each row in the outline, in the same order. */
export function outline(rows: readonly OutlineRow[]): OutlinePlace[] {
  const isNamed = namedConsent(rows)
  let open: Heading[] = []
  const places = rows.map((row, at) => {
    const heads = isHeading(row, rows[at + 1])
    open = leave(open, row, heads)
    const isTimetable =
      isClock(row.number) &&
      (isClock(rows[at - 1]?.number ?? null) || isClock(rows[at + 1]?.number ?? null))
    const section = open.at(-1)?.title ?? null
    const isConsent =
      !heads &&
      (row.isMarkedConsent ||
        isNamed(row.number) ||
        (!procedural.test(row.title) && open.some(({ title }) => consentHeading.test(title))))
    // A run of hours at the head of an agenda is its timetable, and heads nothing.
    if (heads && !isTimetable) open.push({ title: row.title, parts: partsOf(row.number) })
    return { isHeading: heads, section, isConsent }
  })
  // Many clients leave the mark at 0 on the consent calendar itself: alone it tells nothing. Nor
  // does a part of an agenda that has its own consent calendar tell of the rest.
  const isTold = rows.some(
    (row, at) =>
      row.isMarkedConsent ||
      isNamed(row.number) ||
      (places[at]?.isHeading && wholeConsentHeading.test(row.title)),
  )
  return places.map(({ isConsent, isHeading, section }) => ({
    isHeading,
    section,
    consent: isConsent ? true : isTold && !isHeading ? false : null,
  }))
}
