import { printedNumber, readNumber } from './number-words.ts'

/** A number that ends a piece of text, and how much of the piece it is. */
export interface NumberBefore {
  readonly value: number
  /** Characters from the number to the end of the piece. */
  readonly length: number
}

const numberAtEnd = new RegExp(
  String.raw`(?:^|[^\w$.,/#-])(${printedNumber})([ -]{1,3}(?:calendar |consecutive |business |full |additional |successive |optional |consecutive )?)$`,
  'i',
)

/** The number that stands just before a word such as "years". */
export function numberBefore(text: string): NumberBefore | null {
  const [, printed = '', gap = ''] = numberAtEnd.exec(text) ?? []
  const value = printed ? readNumber(printed) : null
  return value === null || value === 0 ? null : { value, length: printed.length + gap.length }
}

const dayFactors: Readonly<Record<string, number>> = {
  hour: 1 / 24,
  day: 1,
  week: 7,
  month: 30,
  year: 365,
}

const singular = (unit: string) => unit.toLowerCase().replace(/s$/, '')

/** Days of so many units, a month counting 30 and a year 365; `null` for no unit of time. */
export function toDays(count: number, unit: string): number | null {
  const factor = dayFactors[singular(unit)]
  return factor === undefined ? null : Math.round(count * factor * 100) / 100
}

/** Months of so many years or months; a term of centuries is a misreading. */
export function toMonths(count: number, unit: string): number | null {
  const factor = { month: 1, mo: 1, year: 12, yr: 12 }[singular(unit)]
  return !factor || count * factor > 600 ? null : count * factor
}

/** A date as contracts print it, for use in patterns. */
export const printedDate = String.raw`(?:(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.? {1,2}\d{1,2}(?:st|nd|rd|th)?,? {1,2}\d{4}|\d{1,2}/\d{1,2}/(?:\d{4}|\d{2}(?![\d/]))|(?<![\d-])\d{1,2}-\d{1,2}-\d{4}(?![\d-]))`
