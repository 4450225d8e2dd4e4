import { describe, expect, it } from 'vitest'
import { createDetector } from '../../../src/detect/detect.ts'

const detector = createDetector()
const factsOf = (title: string, text = '') => detector.detect({ title, text }).facts

/** Own words, in the manner of clerks: a contract that gets cheaper spends nothing more. */
describe('what is taken off a contract', () => {
  it.each([
    [
      'Approve a reduction of $45,000 to the ShotSpotter agreement with SoundThinking, Inc.',
      45_000,
    ],
    [
      'Approve deductive Change Order No. 4 to the surveillance camera contract with Acme in the amount of $18,400',
      18_400,
    ],
    [
      'Resolution ratifying a deductive change order of $50,646.18 to the surveillance camera contract',
      50_646.18,
    ],
    [
      'Change Order No. 2, surveillance cameras, Convergint, a net reduction of $9,646.18',
      9_646.18,
    ],
    ['Change Order No. 2, surveillance camera system, Deduct of $(14,250.00)', 14_250],
    [
      'Final change order decreasing the contract with Genetec for surveillance cameras by $22,310, from $410,000 to $387,690',
      22_310,
    ],
  ])('%s', (title, sum) => {
    const { amountUsd, amounts } = factsOf(title)
    expect(amountUsd).toBeNull()
    expect(amounts).toContainEqual(expect.objectContaining({ cents: sum * 100, use: 'credit' }))
  })

  it.each([
    ['Change Order No. 2, surveillance camera system, (14,250.00)', 14_250],
    [
      'Accept a Violence Reduction Program grant in the amount of $90,000 for plate readers',
      90_000,
    ],
    [
      'Purchase of license plate readers to reduce crime, in an amount not to exceed $60,000',
      60_000,
    ],
    [
      'Reducing the contingent appropriation of the general fund by $80,000 and providing that amount to the Police for drones',
      80_000,
    ],
    ['Amend the ShotSpotter agreement to increase the amount by $45,000', 45_000],
  ])('is not “%s”', (title, sum) => expect(factsOf(title).amountUsd).toBe(sum))
})

describe('nothing beside a sum', () => {
  it.each([
    [
      'Flock Safety cameras – Fiscal Impact: $0 General Fund; $75,000 Asset Forfeiture Fund',
      75_000,
    ],
    ['Purchase of plate readers from Insight ($0.00 cost share; grant funded $96,000)', 96_000],
    // Printed alone it is the sum.
    ['Approve agreement with Flock Safety for 20 plate readers at no cost to the City ($0)', 0],
  ])('%s', (title, sum) => expect(factsOf(title).amountUsd).toBe(sum))
})

describe('the price of one', () => {
  it.each([
    'The cost per camera is $3,000 annually.',
    'Annual fee per camera: $3,000',
    'Cost per camera/per year $3,000.00',
    'The per-camera cost is $3,000 per year.',
    'The price is $3,000/cam/yr.',
  ])('commits nothing: %s', (text) => {
    const { amountUsd, amounts } = factsOf('Approve plate reader contract with Flock Group', text)
    expect(amountUsd).toBeNull()
    expect(amounts).toEqual([expect.objectContaining({ cents: 300_000, use: 'per-unit' })])
  })

  it('leaves what all cost', () => {
    const text = 'The annual cost of the cameras is $60,000, with 20 cameras.'
    expect(factsOf('Approve plate reader contract with Flock Group', text).amountUsd).toBe(60_000)
  })
})
