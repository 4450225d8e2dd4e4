import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { legistar } from '../../../scrapers/legistar/index.ts'
import { rtfText } from '../../../scrapers/legistar/plain-text.ts'
import { AppError } from '../../../src/model/errors.ts'
import type { TimeZone } from '../../../src/model/ids.ts'
import type { PageKind } from '../../../src/scraping/contract.ts'
import { makePage } from '../pages.ts'
import {
  attachment,
  calendarPage,
  detailPage,
  event,
  historyPage,
  item,
  legislationPage,
  site,
} from './made.ts'

const dates = ['3/10/2026', '4/14/2026', '12/31/2026']
const isoDates = new Set(['2026-03-10', '2026-04-14', '2026-12-31', '2026-02-01'])
const rows = dates.map((date, at) => ({ id: at + 1, date }))
const events = [
  event(1),
  event(2, { items: [item(1), item(2, { EventItemMatterAttachments: [attachment('a')] })] }),
]

const pages: readonly (readonly [PageKind, string])[] = [
  ['calendar', calendarPage({ rows, upcoming: rows.slice(0, 1), pager: [1, 2, 4] })],
  [
    'items',
    detailPage([
      { id: 1, title: 'A' },
      { id: 2, number: '1.', title: 'B', file: '26-1', result: 'Pass' },
    ]),
  ],
  ['meeting', detailPage([{ id: 1, title: 'A' }])],
  ['matter', legislationPage],
  ['attachments', legislationPage],
  ['items', historyPage],
  ['calendar', JSON.stringify(events)],
  ['items', JSON.stringify([item(1), item(2), item(3)])],
  [
    'matter',
    JSON.stringify([{ MatterId: 1, MatterTitle: 'x', MatterIntroDate: '2026-02-01T00:00:00' }]),
  ],
  [
    'matter',
    JSON.stringify([{ MatterHistoryId: 1, MatterHistoryActionDate: '2026-02-01T00:00:00' }]),
  ],
  ['attachments', JSON.stringify([attachment('a'), attachment('b')])],
  [
    'rss',
    `<rss><channel><item><title>Council - 3/10/2026 - 6:30 PM</title><guid>a</guid></item></channel></rss>`,
  ],
]

/** What happens to pages on their way: cut off, cells lost, pieces swapped or repeated, bytes changed. */
const damage = fc.oneof(
  fc.record({ kind: fc.constant('cut' as const), at: fc.double({ min: 0, max: 1, noNaN: true }) }),
  fc.record({ kind: fc.constant('drop' as const), at: fc.nat(500) }),
  fc.record({ kind: fc.constant('swap' as const), at: fc.nat(500), to: fc.nat(500) }),
  fc.record({ kind: fc.constant('repeat' as const), at: fc.nat(500) }),
  fc.record({
    kind: fc.constant('insert' as const),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    text: fc.string({ unit: 'binary', maxLength: 30 }),
  }),
  fc.record({
    kind: fc.constant('replace' as const),
    at: fc.nat(500),
    text: fc.constantFrom(
      'null',
      '{}',
      '[]',
      '-1',
      '"x"',
      'true',
      '<td>',
      '</tr>',
      '</table>',
      '<script>alert(1)</script>',
    ),
  }),
)

function apply(
  page: string,
  harm: typeof damage extends fc.Arbitrary<infer T> ? T : never,
): string {
  if (harm.kind === 'cut') return page.slice(0, Math.floor(page.length * harm.at))
  if (harm.kind === 'insert') {
    const at = Math.floor(page.length * harm.at)
    return page.slice(0, at) + harm.text + page.slice(at)
  }
  const parts = page.split(/(?=<td|<tr|<span|<a |"\w+":)/)
  const at = harm.at % parts.length
  if (harm.kind === 'drop') parts.splice(at, 1)
  if (harm.kind === 'repeat') parts.splice(at, 0, parts[at] ?? '')
  if (harm.kind === 'replace')
    parts[at] =
      `${(parts[at] ?? '').split(/[:>]/)[0]}${page.startsWith('[') ? ':' : '>'}${harm.text}${page.startsWith('[') ? ',' : ''}`
  if (harm.kind === 'swap') {
    const to = harm.to % parts.length
    ;[parts[at], parts[to]] = [parts[to] ?? '', parts[at] ?? '']
  }
  return parts.join('')
}

describe.each(pages)('a damaged page of kind %s', (kind, page) => {
  it('gives a named error or honest rows, and never a date that is not printed', () => {
    fc.assert(
      fc.property(fc.array(damage, { minLength: 1, maxLength: 6 }), (harms) => {
        const harmed = harms.reduce((text, harm) => apply(text, harm), page)
        try {
          const parsed = legistar.parsePage(
            kind,
            makePage(`${site}/x.aspx?ID=1`, harmed),
            'America/Chicago' as TimeZone,
          )
          const told = [
            ...(parsed.meetings ?? []).map(({ date }) => date),
            ...(parsed.matters ?? []).flatMap(({ introducedOn }) => introducedOn ?? []),
          ]
          // A harmed digit may make another printed date: only those of the page itself count.
          const printedToo = (date: string) => {
            const [year = '', month = '', day = ''] = date.split('-')
            return (
              harmed.includes(date) ||
              new RegExp(`0?${Number(month)}/0?${Number(day)}/${year}`).test(harmed)
            )
          }
          for (const date of told) expect(isoDates.has(date) || printedToo(date)).toBe(true)
          const ids = (parsed.meetings ?? []).map(({ upstreamId }) => upstreamId)
          expect(new Set(ids).size).toBe(ids.length)
          for (const { url } of parsed.documents ?? []) expect(url).toMatch(/^https?:/)
          for (const { title } of parsed.agendaItems ?? []) expect(title).not.toBe('')
        } catch (error) {
          if (!(error instanceof AppError)) throw error
        }
      }),
      { numRuns: 150 },
    )
  })
})

describe('other hostile pages', () => {
  const kinds: readonly PageKind[] = [
    'calendar',
    'meeting',
    'items',
    'matter',
    'attachments',
    'rss',
  ]

  it('any text of any kind gives a named error or nothing', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...kinds),
        fc.string({ unit: 'binary', maxLength: 400 }),
        (kind, text) => {
          try {
            legistar.parsePage(kind, makePage(`${site}/x`, text), null)
          } catch (error) {
            if (!(error instanceof AppError)) throw error
          }
        },
      ),
    )
  })

  it('any JSON of any kind gives a named error or rows', () => {
    fc.assert(
      fc.property(fc.constantFrom(...kinds), fc.json({ maxDepth: 4 }), (kind, text) => {
        try {
          legistar.parsePage(kind, makePage('https://webapi.legistar.com/v1/x/events', text), null)
        } catch (error) {
          if (!(error instanceof AppError)) throw error
        }
      }),
    )
  })

  it('a hundred thousand nested tags are no stack overflow', () => {
    const nested = detailPage([
      { id: 1, title: `${'<div>'.repeat(100_000)}Deep${'</div>'.repeat(100_000)}` },
    ])
    const parsed = legistar.parsePage('items', makePage(`${site}/x`, nested), null)
    expect(parsed.agendaItems?.[0]?.title).toBe('Deep')
  })

  it('ten megabytes of title, links of script and items without words are read as they are', () => {
    const long = 'x'.repeat(10_000_000)
    const found = [
      item(1, { EventItemTitle: long }),
      item(2, { EventItemTitle: null }),
      item(3, { EventItemTitle: '<script>alert(1)</script>Cameras' }),
      item(4, {
        EventItemMatterAttachments: [
          attachment('a', { MatterAttachmentHyperlink: 'javascript:alert(1)' }),
        ],
      }),
    ]
    const page = makePage(
      'https://webapi.legistar.com/v1/x/events/1/eventitems',
      JSON.stringify(found),
    )
    const { agendaItems = [] } = legistar.parsePage('items', page, null)
    expect(agendaItems.map(({ title }) => title.length)).toEqual([
      10_000_000,
      '<script>alert(1)</script>Cameras'.length,
      6,
    ])
    expect(agendaItems[2]?.documents).toEqual([])
  })

  it('RTF of a megabyte is read in linear time', () => {
    expect(rtfText(`{\\rtf1 ${'{\\b '.repeat(100_000)}word${'}'.repeat(100_000)}}`)).toBe('word')
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 300 }),
        (text) => typeof rtfText(`{\\rtf${text}`) === 'string',
      ),
    )
  })
})

describe('a megabyte made to keep a pattern busy', () => {
  const n = 1_000_000
  const of = (piece: string) => piece.repeat(Math.ceil(n / piece.length))
  const pieces = [
    '<input ',
    'id=',
    '<title',
    '<p',
    '<div id=',
    '- ',
    '(',
    'cancelled ',
    '1/',
    ' - 1',
    'Page 1 of 2 ',
    '<table',
    '<!--',
    '&#',
    "'",
    '{"a":',
    '[',
  ]

  // Linear reading takes a second; the square of a megabyte would run into the test's time limit.
  it.each(pieces)('of "%s" is read to its end', (piece) => {
    const busy = of(piece)
    const tries: (readonly [PageKind, string])[] = [
      ['calendar', calendarPage({ rows, period: busy.replaceAll('"', '') }) + busy],
      [
        'calendar',
        calendarPage({ rows: [{ id: 1, date: '3/10/2026', body: busy, place: busy, time: busy }] }),
      ],
      ['items', detailPage([{ id: 1, number: busy, title: busy, result: busy }])],
      ['matter', legislationPage.replace('Buys forty cameras.', busy)],
      [
        'rss',
        `<rss><channel><item><title>${busy}</title><link>${busy}</link></item></channel></rss>`,
      ],
      [
        'calendar',
        JSON.stringify([
          event(1, {
            EventComment: busy,
            EventLocation: busy,
            EventTime: busy,
            EventBodyName: busy,
          }),
        ]),
      ],
      [
        'items',
        JSON.stringify([
          item(1, { EventItemAgendaNumber: busy, EventItemTitle: busy, EventItemAgendaNote: busy }),
        ]),
      ],
      ['calendar', busy],
    ]
    for (const [kind, text] of tries) {
      try {
        legistar.parsePage(kind, makePage(`${site}/x`, text), null)
      } catch (error) {
        if (!(error instanceof AppError)) throw error
      }
    }
  })
})
