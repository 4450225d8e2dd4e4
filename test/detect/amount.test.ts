import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { committedUsd, findRowSum, findSums, parseCents } from '../../src/detect/facts/amount.ts'

const cents = (text: string) => findSums(text, true).map((sum) => sum.cents)
const committed = (title: string, text = '') => {
  const row = findRowSum(title)
  return committedUsd(title, row ? [row] : findSums(title, true), findSums(text, false))
}

describe('sums as printed', () => {
  it.each([
    ['$3.5M', [350_000_000]],
    ['$1.5 million', [150_000_000]],
    ['$1,500,000.00', [150_000_000]],
    ['$ 4,358,686.52', [435_868_652]],
    ['NTE 500K', [50_000_000]],
    ['not to exceed 250,000', [25_000_000]],
    ['five hundred thousand dollars ($500,000.00)', [50_000_000]],
    ['1.2 million dollars', [120_000_000]],
    ['between $10,000 and $20,000', [1_000_000, 2_000_000]],
    ['$10,000-$20,000', [1_000_000, 2_000_000]],
    ['$0.00', [0]],
    ['$1,2345', [null]],
    ['FY26-27, Ordinance 1234, 500 cameras', []],
    ['$1,000, $2,000, and more', [100_000, 200_000]],
  ])('reads %s', (text, expected) => {
    expect(cents(text)).toEqual(expected)
  })

  it('quotes what it read', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            '$',
            '1,234',
            '.50',
            ' million',
            'M',
            ' NTE ',
            '5K',
            ' dollars',
            '(',
            ') ',
          ),
          { maxLength: 30 },
        ),
        (parts) => {
          const text = parts.join('')
          for (const sum of findSums(text, true)) {
            expect(text.slice(sum.start, sum.end)).toBe(sum.quote)
          }
        },
      ),
    )
  })

  it('groups thousands or says nothing', () => {
    expect(parseCents('1,234,567.8')).toBe(123_456_780)
    expect(parseCents('12,34')).toBeNull()
    expect(parseCents('58,1000.00')).toBeNull()
    expect(parseCents('9'.repeat(30))).toBeNull()
  })

  it('stays linear on a long run of digits and signs', () => {
    expect(findSums('$1,'.repeat(100_000), true).length).toBeGreaterThan(0)
    expect(findSums('9,999,'.repeat(170_000), true)).toEqual([])
  })
})

describe('the sum an item commits', () => {
  it.each([
    [
      'Contract with Acme for cameras; to authorize the expenditure of $99,995.00 ($99,995.00)',
      99_995,
    ],
    [
      'Approve agreement with Acme in an amount not to exceed $1,250,000 over five years',
      1_250_000,
    ],
    ['Amend agreement to increase the contract by $50,000 from $100,000 to $150,000', 50_000],
    ['Purchase of cameras from Acme Safety for $90,000', 90_000],
    ['Accept a grant award of $185,000 for a drone detection system', 185_000],
    ['Police Automatic License Plate Reader 34,000 34,000', 34_000],
    ['Open a universal term contract for mobile cameras ($1.00)', 1],
    ['Use policy for plate readers, with fines up to $500', null],
    ['Requiring owners to register cameras, with a civil penalty of $1,000', null],
  ])('of %s', (title, expected) => {
    expect(committed(title)).toBe(expected)
  })

  it('is taken from the text only where the title spends', () => {
    const text = 'Authorize a purchase order in the amount of $98,324.'
    expect(committed('Purchase order to Acme for security cameras', text)).toBe(98_324)
    expect(committed('Requiring body cameras', text)).toBeNull()
  })
})
