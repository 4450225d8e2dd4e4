import type { ScrapedDocument } from '../src/model/document.ts'
import { findLocalDate, type LocalDate } from '../src/model/ids.ts'
import { findMonthDate } from '../src/model/written-date.ts'
import { cleanText } from '../src/scraping/html.ts'
import { findPrintedDate, withoutDate } from './printed-date.ts'

const month = '(0[1-9]|1[0-2])'
const day = '(0[1-9]|[12]\\d|3[01])'
/** `2026 0728`, `20260728`, `2026_07_28`; further days may follow: `2025 02040506` begins on the 4th. */
const yearFirst = new RegExp(
  `(?<!\\d)((?:19|20)\\d{2})([ ._-]?)${month}[ ._-]?${day}(?:${day})*(?!\\d)`,
)
/** `07282026`, `07 28 2026`. */
const yearLast = new RegExp(`(?<!\\d)${month}([ _]?)${day}\\2((?:19|20)\\d{2})(?!\\d)`)
const dayOfYear = new RegExp(`^\\s*${month}[ ._/-]?${day}(?![\\d.,:])`)
const wordDay =
  /^\s*((?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)\.? (\d{1,2})(?:st|nd|rd|th)?(?![\d:])/i

/** "Resolution 2026-0114", "Bid No. 04152026": the number of a paper, however much it looks like a day. */
const paper =
  /(?:#|\b(?:resolutions?|res|ordinances?|ord|contracts?|agreements?|rf[pqb]|bids?|cases?|file|invoices?|permits?|no|number))[\s.:#-]*$/i
const streetNumber =
  /^\s*\d{4} (?:[\w.'’-]+ ){1,4}(?:street|st|avenue|ave|road|rd|drive|dr|boulevard|blvd|lane|ln|highway|hwy|parkway|pkwy)\b/i

/**
 * The day that a name tells, as clerks write it in names of folders and files. A day without its
 * year is one only in the folder of a year; numbers of papers and of houses are none.
 */
export function dateInName(name: string, year: number | null): LocalDate | undefined {
  const first = findDay(yearFirst, name)
  if (first) return findLocalDate(`${first[1]}-${first[3]}-${first[4]}`)
  const printed = findPrintedDate(name)?.date
  if (printed) return printed
  const last = findDay(yearLast, name)
  if (last) return findLocalDate(`${last[4]}-${last[1]}-${last[3]}`)
  if (year === null) return undefined
  const told = isStreet(name) ? null : dayOfYear.exec(name)
  if (told) return findLocalDate(`${year}-${told[1]}-${told[2]}`)
  const [, word, number] = wordDay.exec(name) ?? []
  return word ? findMonthDate(`${word} ${number}, ${year}`) : undefined
}

function findDay(pattern: RegExp, name: string): RegExpExecArray | undefined {
  const found = pattern.exec(name)
  return found && !paper.test(name.slice(0, found.index)) ? found : undefined
}

/** "0728 Council Street Committee" is a day all the same. */
const isStreet = (name: string) =>
  streetNumber.test(name) && !meetings.test(name) && !bodies.test(name)

export interface Years {
  readonly from: number
  readonly to: number
}

/** The years that a folder holds: `2026`, `2024-2026`, `2026 Agendas`, `2020s`. */
export function yearsInName(name: string): Years | undefined {
  if (dateInName(name, null)) return undefined
  const [, first, last, decade] =
    /(?<!\d)((?:19|20)\d{2})(?:\s?[-–]\s?((?:19|20)?\d{2})(?!\d))?('?s\b)?(?!\d)/.exec(name) ?? []
  if (!first) return undefined
  const from = Number(first)
  if (decade) return { from, to: from + 9 }
  const to = last ? Number(last.length === 2 ? `${first.slice(0, 2)}${last}` : last) : from
  return to >= from ? { from, to } : { from, to: from }
}

/** The one year that a path of folders stands under, deepest first. */
export function yearOfPath(path: readonly string[]): number | null {
  for (const name of path.toReversed()) {
    const years = yearsInName(name)
    if (years) return years.from === years.to ? years.from : null
  }
  return null
}

const bodies =
  /\b(?:council|commission(?:ers)?|board|committee|authority|trustees|supervisors|aldermen|selectmen|agency|task force|panel|assembly|court|district)\b/i
const kindWords =
  /\b(?:agendas?|minutes|packets?|and|meetings?|documents?|files?|materials?|archives?|approved|adopted|draft|final|full|complete|regular|master|pdf)\b|[&~]/gi
const sessions =
  /\b(?:special|emergency|work ?shop|work session|study session|closed|executive|retreat|joint|adjourned|public hearing)\b/gi
const monthName =
  /^\W*(?:\d{1,2}\W+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\W*$/i

/** A name without day, years and the words for what kind of paper it is. */
export function wordsOf(name: string): string {
  if (monthName.test(name)) return ''
  const bare = name.replace(yearFirst, ' ').replace(yearLast, ' ')
  const undated = dateInName(bare, null) ? withoutDate(bare) : bare
  return cleanText(
    undated
      .replace(/(?<!\d)(?:19|20)\d{2}(?:'?s)?(?!\d)/g, ' ')
      .replace(kindWords, ' ')
      .replace(/\.\w{2,4}$/, ' ')
      .replace(/_/g, ' '),
  ).replace(/^[\s\d.,;:|/–—-]+|[\s,;:|/–—-]+$/g, '')
}

/** The kind of session in a name, as one key: "special", ""; a regular one has none. */
export function sessionOf(name: string): string {
  const found = [...name.matchAll(sessions)].map(([word]) => word.toLowerCase().replace(/\W/g, ''))
  return [...new Set(found)].sort().join(' ')
}

/** Whose meetings stand in a folder, by its deepest name that names a body. */
export function bodyOf(names: readonly string[]): string {
  const cleaned = names.map((name) => cleanText(wordsOf(name).replace(sessions, ' ')))
  const body = cleaned.findLast((name) => bodies.test(name))
  return body?.replace(/^[\s,;:|–—-]+|[\s,;:|–—-]+$/g, '') || 'Meeting'
}

/** "City Council" and "Council" are one body of a city. */
export const bodyKey = (body: string) =>
  body
    .toLowerCase()
    .replace(/^(?:the )?(?:city|town|village|county|borough|township)(?: of)? (?=\w)/, '')

/** What a file is by its own name; `undefined`: its folder tells. */
export function kindInName(name: string): ScrapedDocument['kind'] | undefined {
  if (/\bminutes\b/i.test(name)) return 'minutes'
  if (/\bpackets?\b|~master|\bagenda book\b/i.test(name)) return 'packet'
  if (/\bagenda (?:item|report|bill|memo)|\bstaff reports?\b/i.test(name)) return 'attachment'
  if (/\bagendas?\b|\borders? of business\b/i.test(name)) return 'agenda'
  if (/\bcancel|\bnotice\b/i.test(name)) return 'notice'
  if (/\b(?:action )?summary\b|\brecap\b/i.test(name)) return 'summary'
  return undefined
}

/** The same of the folders above it, deepest first. */
export function kindInPath(path: readonly string[]): ScrapedDocument['kind'] {
  return path.toReversed().flatMap((name) => kindInName(name) ?? [])[0] ?? 'other'
}

const ways = /\b(?:city|town|village|county|borough) of\b|\bclerk|\bpublic\b|\blegislat|\bgovern/i
const meetings = /\b(?:agendas?|minutes|packets?|meetings?)\b/i
const others =
  /\b(?:resolutions?|ordinances?|contracts?|agreements?|proclamations?|audio|videos?|permits?|elections?|campaigns?)\b/i

/** How much a folder promises meetings: 0 is not opened. */
export function promiseOf(name: string): number {
  if (meetings.test(name)) return /\bcouncil\b/i.test(name) ? 6 : 5
  if (others.test(name)) return 0
  if (bodies.test(name)) {
    return /\b(?:council|supervisors|county commission\w*|aldermen|trustees)\b/i.test(name) ? 4 : 2
  }
  if (monthName.test(name)) return 3
  return ways.test(name) ? 1 : 0
}
