import { describe, expect, it } from 'vitest'
import { createDetector } from '../../../src/detect/detect.ts'
import { findSums } from '../../../src/detect/facts/amount.ts'
import { noModels } from '../../../src/detect/learned/load.ts'
import { loadTaxonomy } from '../../../src/detect/taxonomy.ts'

const detector = createDetector()
const rules = createDetector(loadTaxonomy(), noModels)
const dollars = (title: string, text: string) => detector.detect({ title, text }).facts.amountUsd

describe('lines of forms', () => {
  it.each([
    [
      'Body worn camera purchase',
      'Budget: $150,000. Actual: $142,318.20. Savings: $7,681.80.',
      142_318.2,
    ],
    [
      'Axon contract amendment for body cameras',
      'Original contract: $310,000\nAmendment 1: $45,600\nRevised contract: $355,600',
      45_600,
    ],
    [
      'Gunshot detection, ShotSpotter',
      'Approve an extension for one year at $195,000. Total spent since 2018 is $1,120,000.',
      195_000,
    ],
    ['Body-worn cameras', 'Fiscal Note: $210,000 (FY25), $215,000 (FY26).', 425_000],
    [
      'Fusus real time crime center',
      'The subscription is $75,000 for the first year, prorated to $62,500.',
      62_500,
    ],
    [
      'Multiple use agreement with the Department of Transportation for plate readers',
      'Meeting date: March 21\nFunds Required: 0\nAccount Number: NA',
      0,
    ],
  ])('say what is decided now: %s, %s', (title, text, sum) => {
    expect(dollars(title, text)).toBe(sum)
  })

  it('cost nothing only where no sum is printed beside', () => {
    const text = 'Cost to City: 0\nThe vendor keeps $29 of each fine.'
    expect(dollars('Agreement for speed cameras', text)).not.toBe(0)
  })

  it('tell what a change adds', () => {
    const [sum] = findSums('Sign a first modification of the camera agreement for $940,000.', false)
    expect(sum?.use).toBe('increase')
  })

  it('hold a sum that is said again in a heading once', () => {
    const asks = 'Authorize an agreement with Axon for in-car cameras in the amount of $198,406.72'
    const text = `SUBJECT: a. ${asks}; and b. Authorize a transfer.\nRECOMMENDATION: a. ${asks}. b. Authorize a transfer.`
    expect(dollars('In-car video: purchase', text)).toBe(198_406.72)
    const byRules = rules.detect({ title: 'In-car video: purchase', text })
    expect(byRules.facts.amountUsd).toBe(198_406.72)
  })
})

describe('figures as scans and bills print them', () => {
  const read = (text: string) => findSums(text, false).map(({ quote, cents }) => [quote, cents])

  it.each([
    ['expenditures of $463, 925, the revised total', [['$463, 925', 46_392_500]]],
    ['for $463, 925.', [['$463, 925', 46_392_500]]],
    ['$500, 250 cameras', [['$500', 50_000]]],
    ['fines of $250, 500 and 750', [['$250', 25_000]]],
    ['91145 CELLEBRITE INC RENEWAL 27,900.00', [['27,900.00', 2_790_000]]],
    ['a lot of 27,900.00 feet', []],
    ['27,900.00 and $5', [['$5', 500]]],
  ])('%s', (text, sums) => expect(read(text)).toEqual(sums))
})
