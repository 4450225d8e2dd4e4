import { findLocalDate, type LocalDate } from './ids.ts'

/** `1/9/2026` or `01/09/2026`, month first, four-digit year. Anything else is `undefined`. */
export function findUsDate(text: string): LocalDate | undefined {
  const [, month, day, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text.trim()) ?? []
  if (!month || !day || !year) return undefined
  return findLocalDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
}

const monthNames = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

const monthDate =
  /^(?:(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\.?,? )?(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/i

/** `August 11, 2026`, `Tue, Mar 3, 2026`, `Sept. 8 2020`. Anything else is `undefined`. */
export function findMonthDate(text: string): LocalDate | undefined {
  const [, month, day, year] = monthDate.exec(text.trim().replace(/\s+/g, ' ')) ?? []
  if (!month || !day || !year) return undefined
  const number = monthNames.indexOf(month.slice(0, 3).toLowerCase()) + 1
  return findLocalDate(`${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`)
}
