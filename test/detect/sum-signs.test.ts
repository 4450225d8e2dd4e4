import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { candidatesOf, sumSigns } from '../../src/detect/learned/sum-signs.ts'
import { sumsOf } from '../support/sums.ts'

/** What rules added up. */
const addedUp = (cents: number) =>
  ({ cents, quote: '$1', start: 0, end: 2, grade: 'derived' }) as const

describe('sums that an item may commit', () => {
  it('are each printed one, once, in order, with its places', () => {
    const input = sumsOf(
      'Cameras $9,000',
      'Poles $5,000, cameras $9,000, signs $1,000, poles $5,000.',
    )
    const found = candidatesOf(input, undefined)
    expect(found.map(({ cents }) => cents / 100)).toEqual([9_000, 5_000, 1_000])
    expect(found.map(({ places }) => places.map(({ isOfTitle }) => isOfTitle))).toEqual([
      [true, false],
      [false, false],
      [false],
    ])
  })

  it('have among them what the rules added up, which stands nowhere', () => {
    const input = sumsOf('Cameras', 'Poles $5,000, cameras $9,000.')
    expect(candidatesOf(input, addedUp(1_400_000)).at(-1)).toEqual({ cents: 1_400_000, places: [] })
    expect(candidatesOf(input, addedUp(900_000))).toEqual(candidatesOf(input, undefined))
    expect(candidatesOf(sumsOf('Cameras', ''), addedUp(100))).toHaveLength(1)
  })

  it('are not nothing, nor far down, nor more than a table of a budget has', () => {
    expect(candidatesOf(sumsOf('Cameras at $0', 'No sum is printed.'), undefined)).toEqual([])
    const far = `${'Elm tree lane. '.repeat(300)}Cameras for $9,000.`
    expect(candidatesOf(sumsOf('Cameras', far), undefined)).toEqual([])
    const rows = Array.from({ length: 100 }, (_, at) => `Row $${at + 1},000.`).join('\n')
    expect(candidatesOf(sumsOf('Budget', rows), undefined)).toHaveLength(40)
  })

  it('are printed where they say, whatever the text', () => {
    const words = fc.constantFrom('for', '$9.50', '$1,2345', ';', 'NTE 500K', '($3.5M)', '$12,000')
    const anyText = fc
      .array(fc.oneof(words, fc.string({ unit: 'grapheme', maxLength: 6 })), { maxLength: 60 })
      .map((parts) => parts.join(' '))
    fc.assert(
      fc.property(anyText, anyText, (title, text) => {
        const found = candidatesOf(sumsOf(title, text), undefined)
        expect(new Set(found.map(({ cents }) => cents)).size).toBe(found.length)
        for (const { cents, places } of found) {
          expect(places.length).toBeGreaterThan(0)
          for (const place of places) {
            expect(place.cents).toBe(cents)
            const field = place.isOfTitle ? title : text
            expect(field.slice(place.start, place.end)).toBe(place.quote)
          }
        }
      }),
    )
  })
})

/** Signs of each printed sum, by its dollars. */
function signsOf(title: string, text: string, rules?: number) {
  const input = sumsOf(title, text)
  const byRules = rules === undefined ? undefined : addedUp(rules * 100)
  const candidates = candidatesOf(input, byRules)
  const signs = sumSigns(input, candidates, byRules)
  return new Map(candidates.map(({ cents }, at) => [cents / 100, signs[at] ?? new Map()]))
}

describe('signs of a sum', () => {
  const worked = signsOf(
    'Cameras',
    'Cameras at $2,000 each ($60,000), poles $20,000; in total $80,000.',
  )
  const all = [2_000, 60_000, 20_000, 80_000]
  const amounts = (sign: string) => all.map((sum) => worked.get(sum)?.get(sign) ?? 0)

  it.each([
    ['times another', [0, 30, 10, 40]],
    ['goes into another', [30, 0, 3, 0]],
    ['part of another', [0, 1, 1, 0]],
    ['two others together', [0, 0, 0, 1]],
    ['all others together', [0, 0, 0, 0]],
    ['in brackets', [0, 1, 0, 0]],
    ['of one', [1, 0, 0, 0]],
    ['called a total', [0, 0, 0, 1]],
    ['sums', [4, 4, 4, 4]],
    ['larger sums', [3, 1, 2, 0]],
    ['share of the largest', [0.025, 0.75, 0.25, 1]],
    ['first', [1, 0, 0, 0]],
    ['last', [0, 0, 0, 1]],
    ['order', [0, 1, 2, 3]],
    ['sums behind it', [3, 2, 1, 0]],
    ['gap before', [0, 13, 16, 18]],
    ['gap behind', [13, 16, 18, 0]],
    ['times the one before', [0, 30, 1 / 3, 4]],
    ['times it in the one behind', [30, 1 / 3, 4, 0]],
    ['rules read none', [1, 1, 1, 1]],
  ])('tell of four how they stand to each other: %s', (sign, expected) => {
    expect(amounts(sign)).toEqual(expected)
  })

  it('tell what all others make together', () => {
    const signs = signsOf('Cameras', 'Cameras $60,000, poles $15,000, signs $5,000, all $80,000.')
    expect(signs.get(80_000)?.has('all others together')).toBe(true)
    expect(signs.get(60_000)?.has('all others together')).toBe(false)
    const two = signsOf('Cameras', 'Cameras $60,000; in other words $60,000.01.')
    expect(two.get(60_000)?.has('all others together')).toBe(false)
    expect(two.get(60_000.01)?.has('times another')).toBe(false)
  })

  it.each([
    ['comes in', 'Revenue of $7,000 from tickets.', 'Tickets cost $7,000.'],
    ['comes in', `Revenue of $7,000. ${'Elm tree lane. '.repeat(20)}`, 'Revenue. It costs $7,000.'],
    ['past', 'The last contract was $7,000.', 'The contract is $7,000.'],
    ['guessed', 'It could come to $7,000.', 'It comes to $7,000.'],
    ['of others', 'The county gives $7,000.', 'The clerk needs $7,000.'],
    ['decided in its sentence', 'Motion to spend $7,000.', 'Motion passed. It costs $7,000.'],
    ['refused', 'Cameras for $7,000. Motion failed.', 'Cameras for $7,000. Motion passed.'],
    ['called a total', 'They are $7,000 in all.', 'They are $7,000.'],
    ['of one', 'They are $7,000 per year.', 'They are $7,000 for a year.'],
    ['in brackets', 'Cameras ( $7,000 )', 'Cameras (2): $7,000'],
  ])('tell that it is "%s" by the words beside it', (sign, text, other) => {
    expect(signsOf('Cameras', text).get(7_000)?.get(sign)).toBe(1)
    expect(signsOf('Cameras', other).get(7_000)?.has(sign)).toBe(false)
  })

  it('tell neighbours in the order of reading, the title first', () => {
    const signs = signsOf('Cameras $1,000', 'Poles $5,000, cameras $9,000, poles $5,000.')
    expect(signs.get(9_000)?.get('times the one before')).toBe(9 / 5)
    expect(signs.get(9_000)?.has('last')).toBe(false)
    expect(signs.get(5_000)?.has('last')).toBe(true)
    expect(signs.get(5_000)?.get('gap before')).toBe(999)
    expect(signs.get(1_000)?.has('first')).toBe(true)
  })

  it('tell what the rules read, and that it stands nowhere', () => {
    const signs = signsOf('Cameras', 'Poles $5,000, cameras $9,000.', 14_000)
    expect(signs.get(14_000)?.get('rules read it')).toBe(1)
    expect(signs.get(14_000)?.get('added up')).toBe(1)
    expect(signs.get(14_000)?.get('times printed')).toBe(0)
    expect(signs.get(14_000)?.get('order')).toBe(9_999)
    expect(signs.get(5_000)?.get('share of what rules read')).toBeCloseTo(5 / 14)
    expect(signs.get(5_000)?.has('rules read it')).toBe(false)
    expect(signs.get(5_000)?.has('added up')).toBe(false)
  })

  it('tell that a title prints it, and what the item does', () => {
    const signs = signsOf('Cameras $9,000', 'Poles $5,000, cameras $9,000.')
    expect(signs.get(9_000)?.get('in the title')).toBe(1)
    expect(signs.get(9_000)?.get('times printed')).toBe(2)
    expect(signs.get(9_000)?.get('place in the text')).toBe(0)
    expect(signs.get(5_000)?.has('in the title')).toBe(false)
    expect(signs.get(5_000)?.get('title prints one')).toBe(1)
    expect(signs.get(5_000)?.get('role procurement')).toBe(1)
  })

  it('tell how far the nearest name stands', () => {
    const text = 'Poles $5,000, and cameras for $9,000.'
    const input = sumsOf('Bids', text)
    const start = text.indexOf('cameras')
    const named = { ...input, text: { ...input.text, places: [{ start, end: start + 7 }] } }
    const [poles, cameras] = sumSigns(named, candidatesOf(named, undefined), undefined)
    expect(poles?.get('letters to the nearest name')).toBe(12)
    expect(cameras?.get('letters to the nearest name')).toBe(12)
    expect(signsOf('Bids', text).get(5_000)?.get('letters to the nearest name')).toBe(9_999)
  })
})
