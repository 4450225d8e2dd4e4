import { describe, expect, it } from 'vitest'
import { createDetector } from '../../../src/detect/detect.ts'
import { noModels } from '../../../src/detect/learned/load.ts'
import { loadTaxonomy } from '../../../src/detect/taxonomy.ts'

const detector = createDetector(loadTaxonomy(), noModels)
const amountOf = (title: string, text: string) => detector.detect({ title, text }).facts.amountUsd

const purchase = 'Purchase of license plate readers for the Police Department'
const grant = 'Accept the State grant award for body worn cameras'

describe('a printed sum that others beside it add up to', () => {
  it.each([
    // Parts before it, one of them more than once.
    ['Readers $70,000; hosting $12,000 yearly for three years; in all $106,000.', 106_000],
    ['First payment $40,000 in June, four further of $25,000 each, total $140,000.', 140_000],
    ['Poles, $9,000. Readers, $31,500. Together they come to $40,500.', 40_500],
    // One unit so many times.
    ['14 readers are $2,500 apiece, $35,000 for the first term.', 35_000],
    // Its purses, behind it.
    ['The order is $91,000. The forfeiture account bears $61,000 and the trust $30,000.', 91_000],
    // What goes off the price.
    ['The readers are $52,000 less a trade-in credit of $4,000, net $48,000.', 48_000],
  ])('%s', (text, sum) => {
    expect(amountOf(purchase, text)).toBe(sum)
  })

  it.each([
    // A first year and its purses are a part of the whole that is told before.
    [
      'The three-year contract totals $300,000. Year one is $120,000, of which $80,000 comes from reserves and $40,000 from fees.',
      300_000,
    ],
    // What the motion pays is said.
    [
      'The system is $28,000 and the school gives $3,000 of it. Motion to pay $25,000 from contingencies carried.',
      25_000,
    ],
    // The balance of a fund is no price.
    ['Approve $15,000 for readers. Fund balance before $50,000, after $35,000.', 15_000],
  ])('not %s', (text, sum) => {
    expect(amountOf(purchase, text)).toBe(sum)
  })
})

describe('the first sum of a short text whose words claim none', () => {
  it.each([
    [purchase, 'Quotes: Acme $18,250; Beta $21,900. Motion (Roe/Poe) award Acme. Carried.', 18_250],
    [grant, 'The allotment for cameras, $77,000, has $9,000 in it for docks. Taken, 3-0.', 77_000],
  ])('%s: %s', (title, text, sum) => {
    expect(amountOf(title, text)).toBe(sum)
  })

  it.each([
    [purchase, 'The readers would be looked at with about $18,250 some day. No action was taken.'],
    [
      'Options for the expiring plate reader contract',
      'Ways told: A, $58,000 for the readers; B, $6,100 from month to month; C, let it end.',
    ],
    [
      purchase,
      'The readers came with a trailer that a club gave, worth $14,000, and a mast worth $2,100. The City pays nothing.',
    ],
  ])('none of %s: %s', (title, text) => {
    expect(amountOf(title, text)).toBeNull()
  })
})
