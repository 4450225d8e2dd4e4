import fc from 'fast-check'
import { expect } from 'vitest'
import { AppError } from '../../src/model/errors.ts'
import type { TimeZone } from '../../src/model/ids.ts'
import type { PageKind, ParsedPage, Scraper } from '../../src/scraping/contract.ts'
import { isOnPage } from './manifest.ts'
import { makePage } from './pages.ts'

/** What happens to pages on their way: cut off, pieces lost, swapped or repeated, bytes changed. */
export const harm = fc.oneof(
  fc.record({ kind: fc.constant('cut' as const), at: fc.double({ min: 0, max: 1, noNaN: true }) }),
  fc.record({ kind: fc.constant('drop' as const), at: fc.nat(500) }),
  fc.record({ kind: fc.constant('swap' as const), at: fc.nat(500), to: fc.nat(500) }),
  fc.record({ kind: fc.constant('repeat' as const), at: fc.nat(500) }),
  fc.record({ kind: fc.constant('shuffle' as const), by: fc.integer({ min: 1, max: 97 }) }),
  fc.record({ kind: fc.constant('ids' as const) }),
  fc.record({ kind: fc.constant('column' as const), at: fc.nat(9) }),
  fc.record({ kind: fc.constant('encoding' as const), to: fc.constantFrom('latin1', 'utf16le') }),
  fc.record({
    kind: fc.constant('insert' as const),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    text: fc.string({ unit: 'binary', maxLength: 30 }),
  }),
  fc.record({
    kind: fc.constant('replace' as const),
    at: fc.nat(500),
    text: fc.constantFrom('null', '{}', '[]', '-1', '"x"', 'true', '<td>', '</table>', '</div>'),
  }),
)
type Harm = typeof harm extends fc.Arbitrary<infer T> ? T : never

/** Each kind of damage at least once, so that no adapter is spared one by chance. */
export const everyHarm = [
  ...[0.05, 0.3, 0.6, 0.9, 0.99].map((at) => ({ kind: 'cut' as const, at })),
  ...[1, 7, 31].map((by) => ({ kind: 'shuffle' as const, by })),
  ...[0, 1, 2, 3, 4, 5, 6].map((at) => ({ kind: 'column' as const, at })),
  ...(['latin1', 'utf16le'] as const).map((to) => ({ kind: 'encoding' as const, to })),
  // Within the first words, where a list without a head prints its first day.
  ...[0.01, 0.02, 0.027, 0.03].map((at) => ({ kind: 'insert' as const, at, text: '\0' })),
  { kind: 'ids' as const },
  ...[0, 3, 9, 27].map((at) => ({ kind: 'drop' as const, at })),
  ...[2, 8, 26].map((at) => ({ kind: 'repeat' as const, at })),
  ...(['null', '[]', '</table>'] as const).map((text) => ({
    kind: 'replace' as const,
    at: 5,
    text,
  })),
] satisfies readonly Harm[]

/** Blocks of markup, and fields of JSON. */
const pieces = /(?=<(?:td|tr|li|div|span|table|a|h\d)\b|"[\w@.$]+"\s*:)/i

export function applyHarm(page: string, harmed: Harm): string {
  const isJson = /^\s*[[{]/.test(page)
  if (harmed.kind === 'cut') return page.slice(0, Math.floor(page.length * harmed.at))
  if (harmed.kind === 'insert') {
    const at = Math.floor(page.length * harmed.at)
    return page.slice(0, at) + harmed.text + page.slice(at)
  }
  if (harmed.kind === 'encoding') {
    return Buffer.from(page, 'utf8').toString(harmed.to === 'latin1' ? 'latin1' : 'utf16le')
  }
  if (harmed.kind === 'ids') {
    return page.replace(
      /(\b\w*id["']?\s*[=:]\s*["']?)\w*\d\w*/gi,
      (_id, name: string) => `${name}77`,
    )
  }
  if (harmed.kind === 'shuffle') return shuffled(page.split(pieces), harmed.by)
  if (harmed.kind === 'column') return withoutColumn(page, harmed.at, isJson)
  const parts = page.split(pieces)
  const at = harmed.at % parts.length
  if (harmed.kind === 'drop') parts.splice(at, 1)
  if (harmed.kind === 'repeat') parts.splice(at, 0, parts[at] ?? '')
  if (harmed.kind === 'replace') {
    const head = (parts[at] ?? '').split(/[:>]/)[0]
    parts[at] = isJson ? `${head}:${harmed.text},` : `${head}>${harmed.text}`
  }
  if (harmed.kind === 'swap') {
    const to = harmed.to % parts.length
    ;[parts[at], parts[to]] = [parts[to] ?? '', parts[at] ?? '']
  }
  return parts.join('')
}

/** The same pieces in another order, words apart from words. */
function shuffled(parts: readonly string[], by: number): string {
  const order = parts.map((part, at) => ({ part, rank: (at * by) % 101 }))
  return order
    .sort((a, b) => a.rank - b.rank)
    .map(({ part }) => part)
    .join(' ')
}

/** The page without one field in every row, or without the cell at one place of every row. */
function withoutColumn(page: string, at: number, isJson: boolean): string {
  if (isJson) {
    const names = [...new Set([...page.matchAll(/"(\w+)"\s*:/g)].map(([, name]) => name ?? ''))]
    const name = names[at % Math.max(names.length, 1)]
    return name ? page.replaceAll(`"${name}"`, `"was_${name}"`) : page
  }
  return page.replace(/<tr\b[\s\S]*?<\/tr>/gi, (row) => {
    const cells = row.split(/(?=<t[dh]\b)/i)
    cells.splice(1 + (at % Math.max(cells.length - 1, 1)), 1)
    return cells.join('')
  })
}

/** What answers 200 in place of a page. */
export const standIns: readonly (readonly [string, string])[] = [
  ['nothing', ''],
  [
    'a sign-in form',
    '<!doctype html><html><head><title>Log in - Portal</title></head><body><h1>Log in</h1><form method="post" action="/Account/Login"><input name="Username"><input type="password" name="Password"></form></body></html>',
  ],
  [
    'a check for robots',
    '<!DOCTYPE html><html><head><title>Just a moment...</title></head><body><div class="cf-challenge" data-sitekey="x">Checking your browser before accessing the site. Please complete the captcha.</div></body></html>',
  ],
  [
    'a refusal of the network before it',
    "<HTML><HEAD><TITLE>Access Denied</TITLE></HEAD><BODY><H1>Access Denied</H1>You don't have permission to access this on this server. Reference #18.2d351ab8</BODY></HTML>",
  ],
  [
    'an error page',
    "<html><head><title>Runtime Error</title></head><body><h1>Server Error in '/' Application.</h1><h2>Runtime Error</h2></body></html>",
  ],
  ['an error object', '{"Message":"An error has occurred."}'],
  [
    'an error of a page method',
    '{"Message":"There was an error processing the request.","StackTrace":"","ExceptionType":""}',
  ],
  [
    'a page that is not there',
    '<html><head><title>404 - Page not found</title></head><body>Page not found</body></html>',
  ],
  ['a sentence', 'Too many requests, please try again later.'],
  ['a number', '42'],
  ['an empty object', '{}'],
]

const zone = 'America/Chicago' as TimeZone

/** Reads a page; a named error is an answer, anything else thrown is a crash. */
export function readHonestly(
  scraper: Scraper,
  kind: PageKind,
  url: string,
  body: string,
): ParsedPage | AppError {
  try {
    return scraper.parsePage(kind, makePage(url, body), zone)
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  }
}

/** A page without the characters that no reader is shown: controls, and halves of pairs. */
const asShown = (text: string): string => text.replace(/\s+/g, ' ').replace(/[\p{Cc}\p{Cs}]/gu, '')

/**
 * Any damage to a page gives a named error or rows that are honest: every date stands on the page,
 * titles are not empty, positions have no gaps. Rows that come twice are for the run to merge.
 */
export function expectHonest(
  scraper: Scraper,
  kind: PageKind,
  page: { readonly url: string; readonly text: string },
  { numRuns = 100, isDated = isOnPage } = {},
): void {
  const readAfter = (harms: readonly Harm[]) => {
    const text = harms.reduce(applyHarm, page.text)
    const read = readHonestly(scraper, kind, page.url, text)
    if (read instanceof AppError) return
    const shown = asShown(text)
    for (const meeting of read.meetings ?? []) {
      expect({ date: meeting.date, isOnPage: isDated(meeting, shown) }).toEqual({
        date: meeting.date,
        isOnPage: true,
      })
      expect(meeting.body).not.toBe('')
    }
    const items = read.agendaItems ?? []
    expect(items.map(({ position }) => position)).toEqual(items.map((_, at) => at))
    for (const { title } of items) expect(title).not.toBe('')
  }
  for (const one of everyHarm) readAfter([one])
  fc.assert(fc.property(fc.array(harm, { minLength: 1, maxLength: 6 }), readAfter), { numRuns })
}

const isNothing = ({ meetings = [], agendaItems = [], matters = [], documents = [] }: ParsedPage) =>
  meetings.length + agendaItems.length + matters.length + documents.length === 0

/** What answers in place of a page is never an empty list, nor a list of anything. */
export function expectRefusal(scraper: Scraper, kind: PageKind, url: string): void {
  for (const [name, body] of standIns) {
    const read = readHonestly(scraper, kind, url, body)
    const told =
      read instanceof AppError
        ? 'refused'
        : read.problems.length > 0 && isNothing(read)
          ? 'refused'
          : 'taken'
    expect(`${name}: ${told}`).toBe(`${name}: refused`)
  }
}
