import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutAgenda, cutLines } from '../../src/agendas/cut-agenda.ts'
import { readAgendaHead } from '../../src/agendas/head.ts'
import type { AgendaText } from '../../src/model/agenda-text.ts'
import { agendaLines } from './agenda-shapes.ts'

const textOf = (pages: readonly (readonly string[])[]): AgendaText => ({
  pages: pages.map((lines, at) => ({ page: at + 1, text: lines.join('\n') })),
  outline: [],
})

/** Number, title, section, heading and consent of each item, short. */
const brief = (items: ReturnType<typeof cutLines>) =>
  items.map(({ number, title, section, isHeading, consent }) => [
    number,
    title,
    section,
    isHeading,
    consent,
  ])

describe('an agenda cut into items', () => {
  it('reads numbers, letters and the consent list, and ends at the adjournment', () => {
    const items = cutLines([
      'CITY OF RIVERTON',
      'CITY COUNCIL AGENDA',
      'MARCH 3, 2026',
      '1. CALL TO ORDER',
      '2. CONSENT CALENDAR',
      'Matters here are voted on at once.',
      'a. Minutes of February 3, 2026',
      'b. Contract with Example Cameras, Inc.',
      '3. NEW BUSINESS',
      'a. Policy on body-worn cameras',
      '4. ADJOURNMENT',
      'Posted on February 27, 2026.',
      '5. This is no item',
    ])
    expect(brief(items)).toEqual([
      ['1', 'CALL TO ORDER', null, false, false],
      ['2', 'CONSENT CALENDAR', null, true, true],
      ['a', 'Minutes of February 3, 2026', 'CONSENT CALENDAR', false, true],
      ['b', 'Contract with Example Cameras, Inc.', 'CONSENT CALENDAR', false, true],
      ['3', 'NEW BUSINESS', null, true, false],
      ['a', 'Policy on body-worn cameras', 'NEW BUSINESS', false, false],
      ['4', 'ADJOURNMENT', null, false, false],
    ])
  })

  it('says nothing of consent where there is no such list', () => {
    const items = cutLines(['1. Call to Order', '2. Old Business', '3. Adjournment'])
    expect(items.map(({ consent }) => consent)).toEqual([null, null, null])
  })

  it('goes by the numbers that a consent heading names', () => {
    const items = cutLines([
      'ROLL CALL',
      '1. APPROVING CONSENT AGENDA items 2 through 3:',
      'LICENSES',
      '2. License for Example Cafe',
      '3. License for Example Bar',
      'HEARINGS',
      '4. Rezoning of Example Street',
    ])
    expect(items.map(({ number, consent }) => [number, consent])).toEqual([
      [null, false],
      ['1', true],
      [null, true],
      ['2', true],
      ['3', true],
      [null, false],
      ['4', false],
    ])
  })

  it('leaves lists of what is recommended in the text of their item', () => {
    const items = cutLines([
      '1. Call to Order',
      '2. Purchase of cameras',
      'Recommendation: That the council take the following actions:',
      '1. Approve the purchase;',
      '2. Amend the budget; and',
      '3. Adopt the resolution.',
      '3. Adjournment',
    ])
    expect(items.map(({ number, title }) => [number, title])).toEqual([
      ['1', 'Call to Order'],
      ['2', 'Purchase of cameras'],
      ['3', 'Adjournment'],
    ])
    expect(items[1]?.text).toContain('2. Amend the budget')
  })

  it('takes no date, amount or section of law for an item', () => {
    const items = cutLines([
      '1. Call to Order',
      '2. Agreement for license plate readers',
      '12. 2026 is the date of expiry',
      '5.17 of the Home Rule Charter applies',
      '30 cameras are leased for',
      '3. Adjournment',
    ])
    expect(items.map(({ number }) => number)).toEqual(['1', '2', '3'])
  })

  it('joins marks that stand alone with the words on the next line', () => {
    const items = cutLines([
      'I.',
      'ROLL CALL',
      'II.',
      'REPORTS',
      'a.',
      'Chief of police',
      'III.',
      'ADJOURNMENT',
    ])
    expect(items.map(({ number, title }) => [number, title])).toEqual([
      ['I', 'ROLL CALL'],
      ['II', 'REPORTS'],
      ['a', 'Chief of police'],
      ['III', 'ADJOURNMENT'],
    ])
  })

  it('reads numbers that a scan took for letters', () => {
    const items = cutLines(['l. Call to Order', '2. Roll Call', '3. Minutes', '4. Adjournment'])
    expect(items.map(({ number, title }) => [number, title])).toEqual([
      ['l', 'Call to Order'],
      ['2', 'Roll Call'],
      ['3', 'Minutes'],
      ['4', 'Adjournment'],
    ])
  })

  it('drops what frames the pages and joins what they tear', () => {
    const long = 'Resolution authorizing the mayor to sign an agreement with Example Cameras'
    const head = 'Riverton City Council Agenda March 3, 2026'
    const prose = Array.from({ length: 9 }, (_, at) => `${long.slice(0, 60)} and more words ${at}`)
    const items = cutAgenda(
      textOf([
        [head, 'CALL TO ORDER', '1. Minutes', ...prose, `2. ${long}`, 'Page 1 of 2'],
        [
          head,
          'and Example Storage for the term of one year',
          '3. Fees',
          'ADJOURNMENT',
          'Page 2 of 2',
        ],
      ]),
    )
    expect(items.map(({ title }) => title)).toEqual([
      'CALL TO ORDER',
      'Minutes',
      `${long} and Example Storage for the term of one year`,
      'Fees',
      'ADJOURNMENT',
    ])
  })

  it('does not cut the attachments of a packet, nor minutes', () => {
    const minutes = [
      'MINUTES',
      '1. CALL TO ORDER',
      '2. ROLL CALL',
      'Motion carried.',
      'Ayes: 5',
      '3. ADJOURNMENT',
    ]
    const agenda = ['CITY COUNCIL AGENDA', '1. CALL TO ORDER', '2. BUSINESS', '3. ADJOURNMENT']
    expect(cutAgenda(textOf([agenda, minutes])).map(({ title }) => title)).toEqual([
      'CALL TO ORDER',
      'BUSINESS',
      'ADJOURNMENT',
    ])
    expect(cutAgenda(textOf([minutes]))).toEqual([])
  })

  it('gives links to the items that their words stand in', () => {
    const text = textOf([
      ['CALL TO ORDER', '1. Contract with Example Co.', 'Staff Report', '2. Fees', 'Staff Report'],
    ])
    const link = (url: string) => ({ page: 1, text: 'Staff Report', url, toPage: null })
    const items = cutAgenda({
      ...text,
      links: [link('https://files.example/1.pdf'), link('https://files.example/2.pdf')],
    })
    expect(items.map(({ documents }) => documents.map(({ url }) => url))).toEqual([
      [],
      ['https://files.example/1.pdf'],
      ['https://files.example/2.pdf'],
    ])
  })

  it('finds file numbers before, in and below the title', () => {
    const items = cutLines([
      'CALL TO ORDER',
      '1. 24-0101 Purchase of a drone',
      '2. Contract for cameras',
      'File #: 24-0102',
      '3. 24-0103',
      'Award of a bid',
    ])
    expect(items.slice(1).map(({ fileNumber, title }) => [fileNumber, title])).toEqual([
      ['24-0101', 'Purchase of a drone'],
      ['24-0102', 'Contract for cameras'],
      ['24-0103', 'Award of a bid'],
    ])
  })

  it('parts numbers from the file numbers that follow them, with a stop behind or none', () => {
    const items = cutLines([
      'CALL TO ORDER',
      '1 26-0414. Purchase of a drone',
      '2 26-0415: Contract for cameras',
      '3 26-0416 Award of a bid',
    ])
    expect(
      items.slice(1).map(({ number, fileNumber, title }) => [number, fileNumber, title]),
    ).toEqual([
      ['1', '26-0414', 'Purchase of a drone'],
      ['2', '26-0415', 'Contract for cameras'],
      ['3', '26-0416', 'Award of a bid'],
    ])
  })
})

describe('whatever the text is', () => {
  const paged = fc.array(agendaLines, { maxLength: 4 }).map(textOf)

  it('never throws, numbers positions without gaps and gives every item a title', () => {
    fc.assert(
      fc.property(paged, (text) => {
        const items = cutAgenda(text)
        expect(items.map(({ position }) => position)).toEqual(items.map((_, at) => at))
        expect(items.every(({ title }) => title.trim() !== '')).toBe(true)
        const consents = new Set(items.map(({ consent }) => consent))
        expect(consents.has(null) && consents.size > 1).toBe(false)
        expect(consents.has(false) && !consents.has(true)).toBe(false)
        readAgendaHead(text)
      }),
      { numRuns: 400 },
    )
  })

  it('makes titles and texts of words of the source, in its order', () => {
    const words = fc.array(
      fc.tuple(fc.constantFrom('1.', '2.', '3.', 'A.', 'B.', 'a.', 'b.', ''), fc.nat(9_999)),
      { maxLength: 60 },
    )
    fc.assert(
      fc.property(words, (rows) => {
        const lines = rows.map(([mark, word], at) => `${mark} Word${at}x${word}`.trim())
        const items = cutLines(['CALL TO ORDER', ...lines])
        const order = items
          .flatMap(({ title, text }) => [title, text])
          .flatMap((part) => part.match(/Word(\d+)x\d+/g) ?? [])
        expect(lines.join(' ')).toContain(order[0] ?? '')
        const places = order.map((word) => lines.findIndex((line) => line.includes(word)))
        expect(places).toEqual([...places].sort((a, b) => a - b))
        expect(new Set(places).size).toBe(places.length)
      }),
    )
  })

  it.each([
    ['headings', 'CONSENT CALENDAR (continued)\nCONSENT AGENDA items 1 - 9\n'],
    ['first numbers', '1. A\n(1) B\n'],
    ['numbers that count up', '1. A\n2. B\n3. C\n'],
    ['marks alone', '(a)\n'],
    ['capitals', 'A SENTENCE IN CAPITALS THAT GOES ON\n'],
    ['brackets', '(((((((((((('],
    ['spaces', '                          '],
    ['dots', '. . . . . . . . . . . . . .'],
    ['numerals', 'IVXLIVXLIVXLIVXL'],
    ['addresses', 'https://zoom.us/https://zoom.us/'],
    ['comments', 'public comment comment comment '],
    ['dates', 'January 1, 2026 at 1:00 pm '],
  ])('reads a whole document of %s to its end', (_, piece) => {
    const text = `CALL TO ORDER\n${piece.repeat(Math.ceil(300_000 / piece.length))}`
    expect(Array.isArray(cutAgenda(textOf([[text]])))).toBe(true)
    expect(readAgendaHead(textOf([[text]])).date).not.toBe(undefined)
  })
})
