import { findLocalDate, type LocalDate } from '../src/model/ids.ts'
import { findMonthDate, findUsDate } from '../src/model/written-date.ts'
import { findClockTime } from '../src/scraping/dates.ts'

const months =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
/**
 * Two digits are a year behind a comma or an apostrophe alone: "September 5" may stand beside a 13.
 * So are four that a scan has torn in two: "March 3, 20 26".
 */
const wordDate = new RegExp(
  String.raw`\b(${months}\.?\s{1,3}\d{1,2}(?:st|nd|rd|th)?(?:\s{0,2},?\s{1,3}['’]?(?:19|20)\d{2}|\s{0,2},\s{1,3}(?:19|20)\s\d{2}(?![\d:/.]|\s?[ap]\.?m)|(?:\s{0,2},\s{1,3}['’]?|\s{1,3}['’])\d{2}(?![\d:/.]|\s?[ap]\.?m)))\b`,
  'i',
)
const dayFirst = new RegExp(
  String.raw`\b(\d{1,2})(?:st|nd|rd|th)?\s${months}\.?,?\s(?:19|20)\d{2}\b`,
  'i',
)
const slashDate =
  /(?<![\d/.-])(\d{1,2})\s?([/.-])\s?(\d{1,2})\s?\2\s?((?:19|20)\d{2}|\d{2})(?![\d/]|[.-]\d)/
const isoDate = /(?<!\d)(20\d{2})-(\d{2})-(\d{2})(?!\d)/
const clock =
  /\b(\d{1,2}(?::\d{2}){0,2}\s?[ap]\.?\s?m\b\.?|\d{1,2}:\d{2}(?!\s?h)\b(?!:)|(?:12\s)?noon\b)/i

/** A date as it stands somewhere in a text, and where. */
export interface PrintedDate {
  readonly date: LocalDate
  readonly start: number
  readonly end: number
}

/**
 * The first date in a text, in one of the forms clerks write: `Nov 8, 2022`, `02 / 24 / 2015`,
 * `6/3/15`, `04-15-26`, `9.16.2022`, `2026-03-01`; month before day. `undefined` when there is none:
 * days without a year are no dates.
 */
export function findPrintedDate(text: string): PrintedDate | undefined {
  if (!/\d/.test(text)) return undefined
  const found = [findWordDate(text), findSlashDate(text), findIsoDate(text)]
  return found.filter((one) => one !== undefined).sort((a, b) => a.start - b.start)[0]
}

function findWordDate(text: string): PrintedDate | undefined {
  const match = wordDate.exec(text)
  const date = match?.[1] && !isCutYear(match, text) && findMonthDate(fullYear(match[1]))
  if (match && date) return { date, start: match.index, end: match.index + match[0].length }
  const other = dayFirst.exec(text)
  const [day = '', month = '', year = ''] = (other?.[0] ?? '')
    .replace(/(?:st|nd|rd|th)\b|[.,]/g, '')
    .split(/\s+/)
  const turned = findMonthDate(`${month} ${day}, ${year}`)
  return other && turned
    ? { date: turned, start: other.index, end: other.index + other[0].length }
    : undefined
}

/** "March 17, 20" names no year where the page breaks off, or damage parts it from "26": it may be any. */
function isCutYear({ index, 0: words }: RegExpExecArray, text: string): boolean {
  if (!/\D(?:19|20)$/.test(words)) return false
  const behind = text.slice(index + words.length)
  return behind.trim() === '' || /^[^\w\s]\W{0,20}\d{2}(?![\d:])/.test(behind)
}

/** `Aug 10, 22` is a day of 2022. */
function fullYear(words: string): string {
  return words
    .replace(/\s+/g, ' ')
    .replace(/ ,/, ',')
    .replace(/ (19|20) (\d{2})$/, ' $1$2')
    .replace(/['’]?(\d{2})$/, (year, digits: string) =>
      /(?:19|20)\s?\d{2}$/.test(words) ? year : `20${digits}`,
    )
}

function findSlashDate(text: string): PrintedDate | undefined {
  const match = slashDate.exec(text)
  const [whole, month, , day, year] = match ?? []
  if (!match || !whole || !year) return undefined
  const date = findUsDate(`${month}/${day}/${year.length === 2 ? `20${year}` : year}`)
  return date && { date, start: match.index, end: match.index + whole.length }
}

function findIsoDate(text: string): PrintedDate | undefined {
  const match = isoDate.exec(text)
  const date = match && findLocalDate(match[0])
  return match && date
    ? { date, start: match.index, end: match.index + match[0].length }
    : undefined
}

/** The first clock time in a text, as printed; "" when there is none. */
export function printedClock(text: string): string {
  if (!/\d|noon/i.test(text)) return ''
  const found = clock.exec(text)?.[0] ?? ''
  return findClockTime(found) ? found : ''
}

/** A name without the dates and times a clerk has written into it. */
export function withoutDate(name: string): string {
  let rest = name
  for (let turn = 0; turn < 3; turn += 1) {
    const found = findPrintedDate(rest)
    if (!found) break
    rest = `${rest.slice(0, found.start).replace(/\s(?:on|of|for)\s*$/i, ' ')} ${rest.slice(found.end)}`
  }
  const cleaned = rest
    .replace(/(?:\s|^)(?:at|@|-|–|—)?\s*\d{1,2}:\d{2}(?::\d{2})?\s?[ap]\.?\s?m\.?(?=\s|$|,)/gi, ' ')
    .replace(/\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b,?/gi, ' ')
    .replace(/\(\s*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;:|–—-]+|[\s,;:|–—-]+$/g, '')
  return cleaned || name
}
