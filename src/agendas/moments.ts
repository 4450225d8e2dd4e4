import { findLocalDate, findLocalTime, type LocalDate, type LocalTime } from '../model/ids.ts'

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const monthName =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
const monthFirst = new RegExp(`\\b${monthName}\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})\\b`, 'gi')
const dayFirst = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)? ${monthName}\\.?,? (\\d{4})\\b`, 'gi')
const slashed = /(?<![\d/])(\d{1,2})\/(\d{1,2})\/(\d{4})(?![\d/])/g
const clock = /\b(\d{1,2})(?::(\d{2}))? ?([ap])\.? ?m\b\.?|\b(?:12(?::00)? )?(noon)\b/gi

/**
 * Every date printed in full in a line: `January 5, 2021`, `August 27th, 2020`, `3 May 2021`,
 * `1/12/2021` (month first, as in the United States). Dates that do not exist are left out.
 */
export function findDates(text: string): LocalDate[] {
  const found: LocalDate[] = []
  const add = (year = '', month = 0, day = '') => {
    const date = findLocalDate(`${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`)
    if (date) found.push(date)
  }
  for (const [, month, day, year] of text.matchAll(monthFirst)) add(year, monthOf(month), day)
  for (const [, day, month, year] of text.matchAll(dayFirst)) add(year, monthOf(month), day)
  for (const [, month, day, year] of text.matchAll(slashed)) add(year, Number(month), day)
  return found
}

function monthOf(name = ''): number {
  return months.indexOf(name.slice(0, 3).toLowerCase()) + 1
}

/** Every clock time of a line that says which half of the day: `7:00 P.M.`, `6 pm`, `noon`. */
export function findClockTimes(text: string): LocalTime[] {
  return [...text.matchAll(clock)].flatMap(([, hour, minute = '00', half, noon]) => {
    if (noon) return ['12:00' as LocalTime]
    if (!hour || !half || Number(hour) < 1 || Number(hour) > 12) return []
    const hours = (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
    const time = findLocalTime(`${String(hours).padStart(2, '0')}:${minute}`)
    return time ? [time] : []
  })
}
