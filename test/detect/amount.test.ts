import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findRowSum, findSums, parseCents } from '../../src/detect/facts/amount.ts'

const cents = (text: string) => findSums(text, true).map((sum) => sum.cents)
describe('sums as printed', () => {
  it.each([
    ['$3.5M', [350_000_000]],
    ['$1.5 million', [150_000_000]],
    ['$1.5 MILLION', [150_000_000]],
    ['$2 Million', [200_000_000]],
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
    ['$1.234.567', [null]],
    ['$0.0345 a page', [null]],
    ['$0.125 per minute', [null]],
    ['$2.000 per minute', [null]],
    ['$12.500', [null]],
    ['TOTAL COST: $12.000', [1_200_000]],
    ['$12,OOO', [null]],
    ['$1.604.775.20', [160_477_520]],
    ['$392.530.00', [39_253_000]],
    ['TOTAL COMPENSATION $ 2,48 7,500 (with tax)', [248_750_000]],
    ['Forty-six\nThousand Two Hundred\nDollars', [4_620_000]],
    ['ONE HUNDRED\nFORTY-SIX THOUSAND DOLLARS AND SIXTY-ONE\nCENTS ($146,000.61)', [14_600_061]],
    ['Purchase price: 27,900 for readers', [2_790_000]],
    ['Grant Amount\n$\n45,000.00', [4_500_000]],
    ['in the amount of 12,500.', [1_250_000]],
    ['in the amount of 12,500 gallons', []],
    ['a total of 12,500 plates', []],
    ['Pump $300, purchase price: 27,900', [30_000]],
    ['Quote by Convergint 71,803 for nine cameras', [7_180_300]],
    ['body cameras x 20 (29,940), replacing VieVu', [2_994_000]],
    ['a city with a population of 12,500.', []],
    ['it reads 12,500 plates; 1,200 cameras', []],
    ['Ordinance 12,500.', []],
    ['Dana will do it for $1,150. Fee schedule 12,500.', [115_000]],
    ['$12\u0000000', [null]],
    ['$12, Ohio', [1_200]],
    ['$2.5 mil', [250_000_000]],
    ['USD $75,000', [7_500_000]],
    ['75,000 USD', [7_500_000]],
    ['one million two hundred thousand dollars', [120_000_000]],
    ['Ninety-nine Thousand Five Hundred and 50/100 Dollars', [9_950_050]],
    ['two hundred dollars ($200)', [20_000]],
    ['($5,000.00)', [500_000]],
    ['not to exceed 36 months', []],
    ['Eighty-eight Thousand and 00/100 Dollars ($88,000.00)', [8_800_000]],
    ['ninety thousand and no/100 dollars ($90,000)', [9_000_000]],
    ['two and a half million dollars', []],
    ['a quarter million dollars', []],
    ['half a million dollars', []],
    ['a million dollars', [100_000_000]],
    ['a hundred thousand dollars', [10_000_000]],
    ['2.5 million dollars', [250_000_000]],
    ['$30-40,000', [null]],
    ['$1.5 to 2 million', [null]],
    ['$500 to 20 residents', [50_000]],
    ['$350k-$400k', [35_000_000, 40_000_000]],
    ['not to exceed 10 percent', []],
  ])('reads %s', (text, expected) => {
    expect(cents(text)).toEqual(expected)
  })

  it('quotes a sum without the words that say it is one', () => {
    const [sum] = findSums('Purchase price: 27,900 for readers', true)
    expect(sum).toMatchObject({ quote: '27,900', start: 16, end: 22 })
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

  it('reads a budget row without a sign', () => {
    expect(findRowSum('Police plate readers 34,000 34,000')).toMatchObject({ cents: 3_400_000 })
    expect(findRowSum('Police plate readers $34,000')).toBeNull()
  })

  it('tells what a sum is for', () => {
    const uses = (text: string) => findSums(text, true).map(({ use }) => use)
    expect(uses('Modification No. 7 - $1,300,000 for cameras')).not.toContain('credit')
    expect(uses('in the amount of -$500')).toEqual(['credit'])
    expect(uses('with a credit of $500')).toEqual(['credit'])
    expect(uses('Deductive Change Order No. 2 in the amount of ($12,000)')).toEqual(['credit'])
    expect(uses('Contract with Acme, deductibles insured ($12,000)')).not.toContain('credit')
    expect(uses('between $10,000 and $20,000')).toEqual(['least', 'other'])
    expect(uses('a local match of $900')).toEqual(['match'])
    expect(uses('$900 a year')).toEqual(['annual'])
    expect(uses('$900 per camera')).toEqual(['per-unit'])
    expect(uses('10 additional readers, not to exceed $900')).toEqual(['not-to-exceed'])
    expect(uses('an additional amount not to exceed $900')).toEqual(['increase'])
    expect(uses('a fine of $900')).toEqual(['penalty'])
    expect(uses('$900 is available in the budget')).toEqual(['available'])
  })

  it('stays linear on a long run of digits and signs', () => {
    expect(findSums('$1,'.repeat(100_000), true).length).toBeGreaterThan(0)
    expect(findSums('9,999,'.repeat(170_000), true)).toEqual([])
  })
})
