import { findLocalDate, findLocalTime, type LocalDate } from '../src/model/ids.ts'
import { cleanText, findElement, findElements, type MarkupNode } from '../src/scraping/html.ts'
import { findPrintedDate, printedClock, withoutDate } from './printed-date.ts'
import type { RowShape } from './row-shape.ts'
import { seenText } from './seen-text.ts'
import { calledOffWords, withoutRemark } from './title-status.ts'

export interface When {
  readonly date: LocalDate
  /** As printed; "" when none is. */
  readonly time: string
}

/** Stamps in attributes are local wall clocks, whatever offset stands behind them. */
const stamp = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}))?/

export function whenOf(row: MarkupNode, told?: string): When | undefined {
  const text = told ?? seenText(row).slice(0, 3_000)
  const printed = findPrintedDate(text)
  const around = printed ? text.slice(printed.end, printed.end + 60) : text.slice(0, 200)
  const isAllDay = /^[\s,|-]*(?:all day\b|12:00 am\s*[-–—]\s*11:59 pm)/i.test(around)
  const clock = isAllDay ? '' : printedClock(around) || printedClock(text)
  if (printed) return { date: printed.date, time: clock }
  const stamped = findElement(row, ({ attribs }) =>
    stamp.test(attribs?.datetime ?? attribs?.content ?? ''),
  )
  const [, day = '', time = ''] =
    stamp.exec(stamped?.attribs?.datetime ?? stamped?.attribs?.content ?? '') ?? []
  const date = findLocalDate(day)
  // Noon and midnight of UTC stand for a day without a time.
  const isDayOnly = time === '00:00' || /T12:00(?::00)?Z$/.test(stamped?.attribs?.datetime ?? '')
  return date && { date, time: clock || (isDayOnly ? '' : (findLocalTime(time) ?? '')) }
}

/** A name without its day, unless it is the body's own; remarks stand as they are printed. */
export function commentOf(name: string, body: string): string | null {
  const words = withoutDate(name)
  if (name === body || words === body) return null
  return calledOffWords(name) ? name : words
}

/**
 * "Rules Committee Meeting Actions Rules Committee": where a link's title runs name and body into
 * each other, the row prints the name alone.
 */
export function splitNames(told: string, row: MarkupNode): { name: string; body: string } {
  const own = findElements(row, ({ name }) => /^(?:p|span|td|div|strong)$/.test(name ?? ''))
    .map(seenText)
    .find((words) => words.length > 3 && told.startsWith(`${words} `))
  const twice = /^(.{4,}?) (\1\b.*)$/.exec(told)
  if (own) return { name: own, body: told.slice(own.length + 1) }
  return twice?.[2]
    ? { name: told, body: twice[2] }
    : { name: told, body: withoutRemark(withoutDate(told)) }
}

export function placeIn(row: MarkupNode, { isPlace, placeOf }: RowShape): string | null {
  const told = isPlace ? findElements(row, isPlace).map(seenText) : [placeOf?.(row) ?? '']
  // Blocks of blocks say the same twice.
  const parts = [...new Set(told)].filter((part) => part !== '')
  const place = parts
    .filter((part, at) => !parts.some((other, index) => index !== at && other.includes(part)))
    .join(', ')
    .replace(/^@\s*/, '')
  return place || null
}

export function titleGroups(
  row: MarkupNode,
  pattern: RegExp,
): Readonly<Record<string, string>> | undefined {
  for (const { attribs } of findElements(row, ({ name }) => name === 'a')) {
    const groups = pattern.exec(cleanText(attribs?.title ?? ''))?.groups
    if (groups) return groups
  }
  return undefined
}
