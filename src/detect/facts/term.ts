import { findMonthDate, findUsDate } from '../../model/written-date.ts'
import { printedNumber, readNumber } from './number-words.ts'
import type { FactPattern } from './pattern.ts'

const monthsOf: Readonly<Record<string, number>> = { month: 1, year: 12 }

function toMonths(count: string, unit: string): number | null {
  const number = readNumber(count)
  const factor = monthsOf[unit.toLowerCase().replace(/s$/, '')]
  // A term of centuries is a misreading.
  return number === null || !factor || number === 0 || number * factor > 600
    ? null
    : number * factor
}

const number = printedNumber
const date = String.raw`(?:(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2}/\d{1,2}/\d{4})`

const toDate = (printed: string) =>
  findMonthDate(printed.replace(/(\d)(?:st|nd|rd|th)/, '$1')) ?? findUsDate(printed)

/** How long a contract runs, from when, and what keeps it going. */
export const termPatterns: readonly FactPattern[] = [
  {
    // "five-year agreement", "a three (3) year contract", "60-month subscription"
    pattern: new RegExp(
      String.raw`\b(${number})[ -]{1,2}(year|month)s?[ -](?:[a-z-]{3,16} ){0,3}?(?:agreement|contract|term|lease|subscription|license|renewal|extension|period|plan|commitment|program|deal|purchase|warranty|maintenance|services?)\b`,
      'gi',
    ),
    read([, count = '', unit = ''], { before }) {
      if (/(?:option\w*|additional|renewal)[^.;]{0,30}$/i.test(before(40))) return undefined
      const months = toMonths(count, unit)
      return months === null ? undefined : { kind: 'term', value: { months } }
    },
  },
  {
    // "for a term of five (5) years", "over a period of 36 months", "for five years"
    pattern: new RegExp(
      String.raw`\b(?:terms?|period|duration) (?:of|is|shall be|will be)(?: up to| approximately)? (${number})[ -]{1,2}(year|month)s?\b`,
      'gi',
    ),
    read([, count = '', unit = '']) {
      const months = toMonths(count, unit)
      return months === null ? undefined : { kind: 'term', value: { months } }
    },
  },
  {
    pattern: new RegExp(
      String.raw`\b(?:for|over|covering)(?: up to| the next| a total of)? (${number})[ -]{1,2}(year|month)s\b(?! of (?:service|experience)| ago| and older| old)`,
      'gi',
    ),
    read([, count = '', unit = ''], { before }) {
      if (
        /(?:serv|work|employ|retain|stor|recogni|option|additional)\w*[^.;]{0,40}$/i.test(
          before(60),
        )
      )
        return undefined
      const months = toMonths(count, unit)
      return months === null ? undefined : { kind: 'term', value: { months }, grade: 'unclear' }
    },
  },
  {
    // "from July 1, 2026 through June 30, 2031", "ending June 30, 2031"
    pattern: new RegExp(
      String.raw`\b(?:from|beginning|commencing|effective|starting|begins?)(?: on| as of)? (${date})`,
      'gi',
    ),
    read([, printed = '']) {
      const found = toDate(printed)
      return found ? { kind: 'term-start', value: { date: found } } : undefined
    },
  },
  {
    pattern: new RegExp(
      String.raw`\b(?:through|ending|until|expir(?:es|ing|ation)|terminat(?:es|ing)|ends?|to)(?: on| date of)? (${date})`,
      'gi',
    ),
    read([whole, printed = ''], { before }) {
      const found = toDate(printed)
      // Certificates and insurances of a vendor end too.
      if (!found || /complian|certific|insur|licen[sc]e|permit/i.test(before(40))) return undefined
      // "to June 30, 2031" ends a span only where one began.
      if (/^to\b/i.test(whole) && !new RegExp(`${date}\\s*$`, 'i').test(before(40)))
        return undefined
      return { kind: 'term-end', value: { date: found } }
    },
  },
  {
    // "with two (2) optional one-year renewals", "option to extend for up to four additional one-year terms"
    pattern: new RegExp(
      String.raw`\b(${number})[ -](?:additional|optional|successive|further|subsequent)[ -,]{1,2}(?:optional |successive )?(?:(${number})[ -]{1,2}(year|month)s?[ -])?(?:renewal |extension |option )?(?:terms?|periods?|renewals?|extensions?|options?|years?)\b`,
      'gi',
    ),
    read([whole, count = '', each, unit]) {
      const times = readNumber(count)
      if (times === null || times === 0 || times > 20) return undefined
      const months = each && unit ? toMonths(each, unit) : /years?$/i.test(whole) ? 12 : null
      return { kind: 'options', value: { count: times, months } }
    },
  },
  {
    pattern:
      /\b(?:shall |will |may )?(?:not )?(?:auto-?renew(?:s|al|ing)?|automatic(?:ally)? (?:renew(?:s|al|ing|ed)?|extend(?:s|ed)?))\b/gi,
    read: ([whole]) => ({ kind: 'auto-renewal', value: { renews: !/\bnot\b/i.test(whole) } }),
  },
  {
    pattern: new RegExp(
      String.raw`\b(${number})[ -]{1,2}(?:calendar |business )?days?(?:['’]s?)?,? (?:prior |advance )?(?:written )?notice\b`,
      'gi',
    ),
    read([, count = '']) {
      const days = readNumber(count)
      return days === null || days === 0 ? undefined : { kind: 'notice', value: { days } }
    },
  },
]
