import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutPacket, type Packet } from '../../src/agendas/cut-packet.ts'
import type { PacketItem } from '../../src/agendas/packet-titles.ts'

const items: readonly PacketItem[] = [
  [1, '1', 'Call to order', null],
  [2, '5.a', 'Approval of minutes of the regular meeting of March 3', null],
  [3, '7.a', 'Purchase of six patrol vehicles from Summit Fleet', '26-113'],
  [4, '7.b', 'Agreement with Flock Group for license plate readers', '26-114'],
  [5, '9', 'Ordinance amending the noise regulations of Title 8', '26-120'],
].map(([id, number, title, fileNumber]) => ({ id, number, title, fileNumber }) as PacketItem)

const agenda = [
  'City of Riverton, agenda',
  ...items.map(({ number, title }) => `${number}. ${title}\nStaff Report\nExhibit A`),
].join('\n')

/** A packet of so many pages, the agenda on the first, plain words on the others. */
function packet(
  pageCount: number,
  contents: Partial<Packet['contents']> = {},
  texts: Readonly<Record<number, string>> = {},
): Packet {
  return {
    pageCount,
    pages: Array.from({ length: pageCount }, (_, at) => ({
      page: at + 1,
      text: texts[at + 1] ?? (at === 0 ? agenda : `Further terms, clause ${at}.`),
    })),
    contents: { outline: [], links: [], ...contents },
  }
}

const entry = (title: string, level: number, page: number | null) => ({ title, level, page })
const link = (text: string, toPage: number, page = 1) => ({ page, text, url: null, toPage })
const cut = (made: Packet, of = items) =>
  cutPacket(made, of).map(({ itemId, fromPage, toPage, basis }) => [
    itemId,
    fromPage,
    toPage,
    basis,
  ])

describe('a packet with an outline', () => {
  it('gives the pages of an entry and of what stands below it to the item it names', () => {
    const outline = [
      entry('Agenda', 0, 1),
      entry('7.a. Purchase of six patrol vehicles from Summit Fleet', 0, 2),
      entry('Quotation', 1, 5),
      entry('7.b Agreement with Flock Group', 0, 9),
      entry('1. Resolution', 1, 12),
      entry('Item 9 - Noise ordinance', 0, 20),
      entry('Written comments', 0, 24),
    ]
    expect(cut(packet(30, { outline }))).toEqual([
      [3, 2, 8, 'outline'],
      [4, 9, 19, 'outline'],
      [5, 20, 23, 'outline'],
    ])
  })

  it('skips the rows of the agenda that items point at, and takes their attachments', () => {
    const outline = [
      entry('7.a Purchase of six patrol vehicles from Summit Fleet', 0, 1),
      entry('Staff report', 1, 4),
      entry('7.b Agreement with Flock Group for license plate readers', 0, 1),
      entry('Staff report', 1, 8),
      entry('Contract', 1, 214),
    ]
    expect(cut(packet(230, { outline }))).toEqual([
      [3, 4, 7, 'outline'],
      [4, 8, 230, 'outline'],
    ])
  })

  it('knows an item by its file number, and by a number that is like no other', () => {
    const outline = [
      entry('26-114 Staff Report', 0, 3),
      entry('9', 0, 6),
      entry('5.a Staff Report', 0, 8),
    ]
    expect(cut(packet(10, { outline }))).toEqual([
      [4, 3, 5, 'outline'],
      [2, 8, 10, 'outline'],
    ])
  })

  it.each([
    [
      'a number and the title of two items',
      '7.a Agreement with Flock Group for license plate readers',
    ],
    ['a number and words of something else', '7.b Lease of the municipal pier'],
    ['a number that counts attachments', '9. Resolution'],
    ['a title that names none', 'Correspondence received after publication'],
  ])('gives nobody the pages of %s', (_, title) => {
    const outline = [
      entry('7.a Purchase of six patrol vehicles', 0, 2),
      entry(title, 0, 5),
      entry('5.a Approval of minutes of the regular meeting', 0, 8),
    ]
    expect(cut(packet(9, { outline }))).toEqual([
      [3, 2, 4, 'outline'],
      [2, 8, 9, 'outline'],
    ])
  })

  it('gives a page that two items claim to neither', () => {
    const outline = [
      entry('7.a Purchase of six patrol vehicles', 0, 3),
      entry('7.b Agreement with Flock Group', 0, 3),
      entry('Item 9 Noise regulations', 0, 5),
    ]
    expect(cut(packet(6, { outline }))).toEqual([[5, 5, 6, 'outline']])
  })

  it('tells items of one title apart by number, and leaves them alone without', () => {
    const twins = [
      { id: 1, number: '3.a', title: 'Public hearing on rates', fileNumber: null },
      { id: 2, number: '3.b', title: 'Public hearing on rates', fileNumber: null },
    ]
    const outline = [
      entry('3.b Public hearing on rates', 0, 2),
      entry('Public hearing on rates', 0, 4),
    ]
    expect(cut(packet(6, { outline }), twins)).toEqual([[2, 2, 3, 'outline']])
  })
})

describe('a packet whose agenda links its attachments', () => {
  it('gives each to the item under which its link stands', () => {
    const links = [2, 3, 4, 5, 6].flatMap((at) => [
      link('Staff Report', at * 10),
      link('Exhibit A', at * 10 + 5),
    ])
    expect(cut(packet(70, { links }))).toEqual([
      [1, 20, 29, 'link'],
      [2, 30, 39, 'link'],
      [3, 40, 49, 'link'],
      [4, 50, 59, 'link'],
      [5, 60, 70, 'link'],
    ])
  })

  it('takes a link on the title itself, and none that leads back', () => {
    const links = [
      link('Agreement with Flock Group for license plate readers', 12),
      link('Ordinance amending the noise regulations of Title 8', 15),
      link('Return to agenda', 1, 14),
      link('See also', 3, 13),
    ]
    expect(cut(packet(20, { links }))).toEqual([
      [4, 12, 14, 'link'],
      [5, 15, 20, 'link'],
    ])
  })
})

describe('a packet with cover sheets', () => {
  const cover = (number: string, title: string) =>
    `City of Riverton\nCity Council Agenda Report\nAgenda Item No. ${number}\nSubject: ${title}\nFrom: the Chief`

  it('opens each report where number and words of an item stand in its head', () => {
    const texts = {
      3: cover('7.a', 'Purchase of six patrol vehicles'),
      6: cover('7-B', 'Agreement with Flock Group for plate readers'),
      11: 'Memorandum\nFile 26-120\nAmending the noise regulations of Title 8',
    }
    expect(cut(packet(14, {}, texts))).toEqual([
      [3, 3, 5, 'cover'],
      [4, 6, 10, 'cover'],
      [5, 11, 14, 'cover'],
    ])
  })

  it('is not taken in by a report of another meeting, nor by contracts that count their items', () => {
    const texts = {
      3: cover('7.b', 'Agreement with Flock Group for license plate readers'),
      6: cover('5.a', 'Award of the paving contract'),
      9: cover('9', 'Ordinance amending the noise regulations'),
      12: 'ARTICLE 2\nItem 1. Insurance. The contractor shall carry insurance.',
    }
    expect(cut(packet(13, {}, texts))).toEqual([
      [4, 3, 5, 'cover'],
      [5, 9, 11, 'cover'],
    ])
  })

  it('is not believed where it goes back in the agenda', () => {
    const texts = {
      3: cover('7.b', 'Agreement with Flock Group for license plate readers'),
      6: cover('7.a', 'Purchase of six patrol vehicles from Summit Fleet'),
    }
    expect(cut(packet(8, {}, texts))).toEqual([[4, 3, 5, 'cover']])
  })
})

describe('whatever comes', () => {
  it('never throws, overlaps or leaves the document', () => {
    const words = fc.constantFrom(
      '7.b',
      'Item',
      '9',
      'Agreement with Flock Group',
      'Exhibit A',
      '26-114',
      '',
    )
    const title = fc.array(words, { maxLength: 4 }).map((parts) => parts.join(' '))
    const page = fc.integer({ min: -2, max: 14 })
    const entries = fc.array(fc.record({ title, level: fc.nat(4), page: fc.option(page) }), {
      maxLength: 12,
    })
    const links = fc.array(
      fc.record({ page, text: title, url: fc.constant(null), toPage: fc.option(page) }),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(entries, links, fc.array(title, { maxLength: 12 }), (outline, found, texts) => {
        const made = packet(12, { outline, links: found }, { ...texts })
        let reached = 0
        for (const { itemId, fromPage, toPage } of cutPacket(made, items)) {
          expect(items.some(({ id }) => id === itemId)).toBe(true)
          expect(fromPage).toBeGreaterThan(reached)
          expect(toPage).toBeGreaterThanOrEqual(fromPage)
          expect(toPage).toBeLessThanOrEqual(12)
          reached = toPage
        }
      }),
    )
  })
})
