import { describe, expect, it } from 'vitest'
import { findGrid, readInSite } from '../../../scrapers/legistar/insite-page.ts'
import { splitPage } from '../../../scrapers/legistar/insite-parts.ts'
import { parseCalendar } from '../../../scrapers/legistar/parse-calendar.ts'
import { createPage } from '../../../src/http/page.ts'
import type { Sha256 } from '../../../src/model/ids.ts'

const id = 'ctl00_ContentPlaceHolder1_gridCalendar'
const url = 'https://riverton.legistar.example/Calendar.aspx'

const pageOf = (body: string | Uint8Array, contentType = 'text/html; charset=utf-8') =>
  createPage({
    url,
    finalUrl: url,
    status: 200,
    contentType,
    fetchedAt: new Date('2026-03-01T12:00:00Z'),
    bytes: typeof body === 'string' ? Buffer.from(body) : body,
    sha256: 'a'.repeat(64) as Sha256,
    isUnchanged: false,
  })

const row = (name: string, day: string, more = '') =>
  `<tr class="rgRow"><td><a id="${id}_hypBody">${name}</a></td><td>${day}</td>
   <td><span id="${id}_lblTime">6:30 PM</span></td><td>Hall${more}</td></tr>`

const calendar = (rows: string, around = '') =>
  `<html><head><title>Riverton - Calendar</title><script>var a = "<table id='x'>"; b()</script></head><body>
   <input type="hidden" name="__VIEWSTATE" id="__VIEWSTATE" value="STATE${'x'.repeat(90_000)}" />
   <input type="hidden" name="__EVENTVALIDATION" value="kept" />${around}
   <table class="rgMasterTable" id="${id}_ctl00"><thead><tr><th class="rgHeader">Name</th>
   <th class="rgHeader">Date</th><th class="rgHeader">Time</th><th class="rgHeader">Place</th></tr></thead>
   <tbody>${rows}</tbody></table><p>behind</p></body></html>`

describe('an InSite page in parts', () => {
  it('leaves state, scripts and the rows out of its text, and nothing else', () => {
    const { text, tables } = splitPage(pageOf(calendar(row('Council', '3/4/2026'))), [
      'gridCalendar',
    ])
    expect(text).not.toMatch(/STATEx|var a|Council/)
    expect(text).toMatch(/Riverton - Calendar[\s\S]*value="kept"[\s\S]*_ctl00"><\/table><p>behind/)
    expect([...tables.keys()]).toEqual(['gridCalendar'])
    expect(tables.get('gridCalendar')?.join('')).toMatch(/^<table[\s\S]*Council[\s\S]*<\/table>$/)
  })

  it.each([
    ['UTF-8', 'é'.repeat(150), (text: string) => Buffer.from(text), 'text/html; charset=utf-8'],
    ['windows-1252', 'é'.repeat(150), (text: string) => Buffer.from(text, 'latin1'), 'text/html'],
  ] as const)('reads a grid of many pieces in %s, no character torn', (_, name, encode, type) => {
    // Of uneven length, so that pieces cut anywhere would tear some of their characters.
    const names = Array.from({ length: 900 }, (_, at) => `${'x'.repeat(at % 7)}${name} ${at}`)
    const rows = names.map((each) => row(each, '3/4/2026')).join('')
    const page = pageOf(encode(calendar(rows)), type)
    const parts = readInSite(page, 'gridCalendar')
    expect(parts.tables.get('gridCalendar')?.length).toBeGreaterThan(3)
    const grid = findGrid(parts, 'gridCalendar')
    expect(grid?.headings).toEqual(['Name', 'Date', 'Time', 'Place'])
    expect(Array.from(grid?.rows ?? [], ([cell]) => cell?.text)).toEqual(names)
  })

  it('reads rows of a grid inside a row after it', () => {
    const inner = `<table><tr class="rgRow"><td>inner</td><td>x</td></tr></table>`
    const page = pageOf(calendar(row('First', '3/4/2026', inner) + row('Last', '3/5/2026')))
    const grid = findGrid(readInSite(page, 'gridCalendar'), 'gridCalendar')
    const names = Array.from(grid?.rows ?? [], ([cell]) => cell?.text)
    expect(names).toEqual(['First', 'inner', 'Last'])
  })

  it.each([
    ['never closed', (page: string) => page.replace('</table><p>behind</p>', '')],
    ['in capitals', (page: string) => page.replaceAll(/<(\/?)table/g, '<$1TABLE')],
    ['in UTF-16', (page: string) => page],
  ] as const)('reads a grid that cannot be cut out: %s', (how, change) => {
    const changed = change(calendar(row('Council', '3/4/2026') + row('Board', '3/5/2026')))
    const bytes = Buffer.from(`\ufeff${changed}`, how === 'in UTF-16' ? 'utf16le' : 'utf8')
    const { rows } = parseCalendar(pageOf(bytes))
    expect(rows.map(({ listed }) => [listed.body, listed.date])).toEqual([
      ['Council', '2026-03-04'],
      ['Board', '2026-03-05'],
    ])
  })

  it('is told as gone also where a script says so', () => {
    const page = pageOf(calendar(`<script>alert('This record no longer exists')</script>`))
    expect(() => readInSite(page)).toThrow(/This record no longer exists/)
  })
})
