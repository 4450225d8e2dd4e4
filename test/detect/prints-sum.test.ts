import fc from 'fast-check'
import { expect, it } from 'vitest'
import { printsSum } from '../../src/detect/prints-sum.ts'

it.each<[string, number]>([
  ['not to exceed $48,250.00 over two years', 48_250],
  ['at a cost of $48250', 48_250],
  ['$1.2 million from the reserve', 1_200_000],
  ['NTE $250K', 250_000],
  ['sixty dollars ($60)', 60],
  ['$3,104.55.', 3_104.55],
  ['paid $.00, later $0.00', 0],
  ['three at $9M each', 9_000_000],
])('is printed: %s', (text, usd) => {
  expect(printsSum(text, usd)).toBe(true)
})

it.each<[string, number]>([
  ['', 5],
  ['$2,500 a year for five years', 12_500],
  ['$10,000 and $20,000', 30_000],
  ['$148,250.00', 48_250],
  ['$48,250.75', 48_250],
  ['forty thousand dollars', 40_000],
  ['$1.2 million', 1.2],
])('is not printed: %s', (text, usd) => {
  expect(printsSum(text, usd)).toBe(false)
})

it('is found wherever it stands', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 99_999_999 }),
      fc.constantFrom('', 'In all ', '(', '$', 'a) '),
      fc.constantFrom('', '.', ')', ' each', ', plus'),
      (usd, before, after) => {
        expect(printsSum(`${before}${usd.toLocaleString('en-US')}${after}`, usd)).toBe(true)
        expect(printsSum(`${before}${usd}${after}`, usd)).toBe(true)
      },
    ),
  )
})
