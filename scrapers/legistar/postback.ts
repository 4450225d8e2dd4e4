import type { LocalDate } from '../../src/model/ids.ts'
import type { DateWindow } from '../../src/scraping/contract.ts'
import {
  cleanText,
  findElement,
  findElements,
  parseMarkup,
  textOf,
} from '../../src/scraping/html.ts'

/** The year box of a calendar page. */
export interface CalendarPeriod {
  /** What it shows: "This Month", "2026"; `null` on pages without one. */
  readonly period: string | null
  /** What can be chosen in it, in its order. */
  readonly periods: readonly string[]
}

/** Every hidden field with its state, by name. State expires: it is used at once or not at all. */
type StateFields = Readonly<Record<string, string>>

/** Reads the state of a page that is about to be sent back to it. */
export function readState(markup: string): StateFields {
  const fields: Record<string, string> = {}
  for (const [input] of markup.matchAll(/<input\b[^<>]*>/gi)) {
    if (!/type=["']?hidden|lstYears_Input|lstBodies_Input/i.test(input)) continue
    const { name, value = '' } = attributesOf(input)
    if (name) fields[name] = value
  }
  return fields
}

/** Reads the year box without looking at the rest of the page. */
export function readPeriod(markup: string): CalendarPeriod {
  const at = markup.indexOf('lstYears_Input"')
  const input = at < 0 ? '' : markup.slice(markup.lastIndexOf('<', at), markup.indexOf('>', at) + 1)
  const period = at < 0 ? null : cleanText(attributesOf(input).value ?? '')
  const listAt = markup.indexOf('lstYears_DropDown"')
  const list = listAt < 0 ? '' : markup.slice(listAt, markup.indexOf('</ul>', listAt))
  const items = findElements(
    parseMarkup(list.slice(list.indexOf('<ul'))),
    ({ name }) => name === 'li',
  )
  return { period, periods: items.map((item) => cleanText(textOf(item))) }
}

function attributesOf(input: string): Readonly<Record<string, string>> {
  return findElement(parseMarkup(input), ({ name }) => name === 'input')?.attribs ?? {}
}

const control = 'ctl00$ContentPlaceHolder1$lstYears'

/** The form that chooses a period in the year box, as the page's own script would send it. */
export function choosePeriod(
  state: StateFields,
  periods: readonly string[],
  period: string,
): Record<string, string> {
  return {
    ...state,
    [control]: period,
    ctl00_ContentPlaceHolder1_lstYears_ClientState: JSON.stringify({
      logEntries: [],
      value: period === 'All Years' ? 'All' : period,
      text: period,
      enabled: true,
      checkedIndices: [],
      checkedItemsTextOverflows: false,
    }),
    __EVENTTARGET: control,
    __EVENTARGUMENT: JSON.stringify({
      Command: 'Select',
      Index: Math.max(periods.indexOf(period), 0),
    }),
  }
}

/** The form that a numbered link of the pager sends. */
export function choosePage(state: StateFields, target: string): Record<string, string> {
  return { ...state, __EVENTTARGET: target, __EVENTARGUMENT: '' }
}

/**
 * The entries of the year box that together show the window, beside the period shown already:
 * years by number, or by "This Year" and its neighbours where the list leaves the number out.
 * Nothing for an open end: that side is as the portal shows it.
 */
export function periodsFor(
  box: CalendarPeriod,
  { from, to }: DateWindow,
  today: LocalDate,
): readonly string[] {
  const thisYear = Number(today.slice(0, 4))
  const first = from
    ? Number(from.slice(0, 4))
    : Math.min(thisYear, to ? Number(to.slice(0, 4)) : thisYear)
  const last = to ? Number(to.slice(0, 4)) : Math.max(thisYear, first)
  if ((!from && !to) || box.periods.length === 0 || last - first > 60) return []
  const shown = box.period?.toLowerCase() ?? ''
  if (shown === 'all years' || shown === 'all') return []
  const names = (year: number) => {
    const relative = {
      [thisYear - 1]: 'Last Year',
      [thisYear]: 'This Year',
      [thisYear + 1]: 'Next Year',
    }
    return [String(year), relative[year]].filter((name) => name !== undefined)
  }
  const years = Array.from({ length: last - first + 1 }, (_, at) => first + at)
  return years.flatMap((year) => {
    const known = names(year)
    if (known.some((name) => name.toLowerCase() === shown)) return []
    const listed = known.find((name) => box.periods.includes(name))
    return listed === undefined ? [] : [listed]
  })
}
