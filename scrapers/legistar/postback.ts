import type { LocalDate } from '../../src/model/ids.ts'
import type { DateWindow } from '../../src/scraping/contract.ts'
import { cleanText, findElements, parseMarkup, textOf } from '../../src/scraping/html.ts'

/** What a calendar page must get back to show another period or page of itself. */
export interface CalendarForm {
  /** Every hidden field with its state, by name. State expires: it is used at once or not at all. */
  readonly fields: Readonly<Record<string, string>>
  /** What the year box shows: "This Month", "2026"; `null` on pages without one. */
  readonly period: string | null
  readonly periods: readonly string[]
}

/** Reads the form of a page without parsing its grid. */
export function readForm(markup: string): CalendarForm {
  const fields: Record<string, string> = {}
  let period: string | null = null
  for (const match of markup.matchAll(/<input\b[^<>]*>/gi)) {
    const [input] = match
    if (!/type=["']?hidden|lstYears_Input|lstBodies_Input/i.test(input)) continue
    const attribs = findElements(parseMarkup(input), ({ name }) => name === 'input')[0]?.attribs
    if (attribs?.name) fields[attribs.name] = attribs.value ?? ''
    if (attribs?.id?.endsWith('lstYears_Input')) period = cleanText(attribs.value ?? '')
  }
  const at = markup.indexOf('lstYears_DropDown"')
  const list = at < 0 ? '' : markup.slice(at, markup.indexOf('</ul>', at))
  const periods = findElements(
    parseMarkup(list.slice(list.indexOf('<ul'))),
    ({ name }) => name === 'li',
  )
  return { fields, period, periods: periods.map((item) => cleanText(textOf(item))) }
}

const control = 'ctl00$ContentPlaceHolder1$lstYears'

/** The form that chooses a period in the year box, as the page's own script would send it. */
export function choosePeriod(form: CalendarForm, period: string): Record<string, string> {
  const index = Math.max(form.periods.indexOf(period), 0)
  return {
    ...form.fields,
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
    __EVENTARGUMENT: JSON.stringify({ Command: 'Select', Index: index }),
  }
}

/** The form that a numbered link of the pager sends. */
export function choosePage(form: CalendarForm, target: string): Record<string, string> {
  return { ...form.fields, __EVENTTARGET: target, __EVENTARGUMENT: '' }
}

/**
 * The entries of the year box that together show the window, beside the period shown already:
 * years by number, or by "This Year" and its neighbours where the list leaves the number out.
 * Nothing for an open end: that side is as the portal shows it.
 */
export function periodsFor(
  form: CalendarForm,
  { from, to }: DateWindow,
  today: LocalDate,
): readonly string[] {
  const thisYear = Number(today.slice(0, 4))
  const first = from
    ? Number(from.slice(0, 4))
    : Math.min(thisYear, to ? Number(to.slice(0, 4)) : thisYear)
  const last = to ? Number(to.slice(0, 4)) : Math.max(thisYear, first)
  if ((!from && !to) || form.periods.length === 0 || last - first > 60) return []
  const shown = form.period?.toLowerCase() ?? ''
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
    const listed = known.find((name) => form.periods.includes(name))
    return listed === undefined ? [] : [listed]
  })
}
