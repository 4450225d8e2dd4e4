import { describe, expect, it } from 'vitest'
import { createDetector } from '../../../src/detect/detect.ts'
import { findSums } from '../../../src/detect/facts/amount.ts'

const detector = createDetector()
const amountOf = (title: string, text = '') => detector.detect({ title, text }).facts.amountUsd

describe('a total and what several firms get of it', () => {
  it.each([
    [
      'Approve the expenditure of a total of $98,400 for the acquisition and installation of body-worn cameras and in-car video systems with Acme Video, Inc. in the amount of $67,500, Birch Data in the amount of $13,900 and Cedar Radio Communications in the amount of $17,000 for the police',
      98_400,
    ],
    [
      'Approve expenditures totaling $45,300 for pole cameras, including a contract with Wireless CCTV in the amount of $18,000',
      45_300,
    ],
    [
      'Contracts for surveillance cameras to Acme Technologies ($42,000) and Birch Controls ($18,000)',
      60_000,
    ],
    [
      'Purchase of plate readers from Motorola for $61,000, mounting poles from Birch for $22,000 and installation by Ace Electric for $12,000',
      95_000,
    ],
    ['Purchase of plate readers: Motorola ($61,000); Ace Electric installation ($12,000)', 73_000],
    [
      'Purchase of plate readers from Motorola for $61,000 (General Fund $40,000; Drug Fund $21,000)',
      61_000,
    ],
    ['Purchase of drones from Skydio ($38,000) and Paladin ($13,500)', 51_500],
    ['Purchase of tires from Acme ($9,000) and plate readers from Flock Safety ($40,000)', 40_000],
    ['Purchase of a mower for $31,000 and body-worn cameras from Axon for $92,000', 92_000],
    [
      'Approve Phase 1 ($88,000) and Phase 2 ($92,500) of the surveillance camera installation',
      180_500,
    ],
    [
      'Award the surveillance camera bid to Acme, base bid $98,000 plus Alternate 1 $16,000',
      114_000,
    ],
    ['Contract with Acme for body-worn cameras, $14,200 plus Quick Start Package $3,800', 18_000],
    [
      'Two-year agreement for bus lane enforcement cameras not to exceed $54,000, and a three-year agreement for processing not to exceed $84,000',
      138_000,
    ],
  ])('%s: %d', (title, sum) => {
    expect(amountOf(title)).toBe(sum)
  })
})

describe('limits that are amended', () => {
  const title =
    'Amending Ordinance 12-24 to amend the expenditure not to exceed $31,000 for plate readers'
  it.each([
    ['Section 3 of the plate reader ordinance is raised from $15,000 to $31,000.', 16_000],
    ['The amendment raises the not-to-exceed amount of $15,000 to $31,000.', 16_000],
    ['The plate readers: not to exceed <s>$15,000</s> $31,000.', 16_000],
  ])('%s', (text, sum) => {
    expect(amountOf(title, text)).toBe(sum)
  })

  it.each([
    'To amend the expenditure not to exceed $31,000',
    'Original amount $9,000, revised $31,000',
    'Raise the total amount to $31,000',
    'Revising the not-to-exceed amount of $31,000',
  ])('%s: a new total', (words) => {
    expect(findSums(`Change of a contract. ${words}`, true).at(-1)?.use).toBe('new-total')
  })
})

describe('sums that nobody spends', () => {
  it.each([
    ['Plate readers -$500', ''],
    ['Red light camera agreement with Verra Mobility; estimated annual revenue $80,000', ''],
    [
      'Agreement with Securus for recorded inmate calls, commission revenue to County of $24,000 annually',
      '',
    ],
    ['Revenue contract with Securus for recorded inmate calls', 'A minimum of $640,000 is paid.'],
    [
      'Agreement with Securus for recorded inmate calls, with revenue to the County estimated at $31,000',
      '',
    ],
  ])('%s', (title, text) => {
    expect(amountOf(title, text)).toBeNull()
  })

  it('reads a dash between a thing and its price', () => {
    expect(amountOf('Plate readers - $2,500')).toBe(2_500)
  })
})

describe('years and bids', () => {
  it.each([
    [
      'Five-year agreement with Getac for body-worn cameras: $18,000 in year one and $17,000 per year thereafter',
      '',
      86_000,
    ],
    ['Axon body cameras, three annual payments of $15,000', '', 45_000],
    ['Flock Safety renewal, two years, $45,000 per year', '', 90_000],
    [
      'Surveillance camera contract with Acme',
      'Renewing for five years will cost $62,000. If the City pays annually instead the cost rises to $70,000.',
      62_000,
    ],
    [
      'Award bid for squad car cameras',
      'Low bidder was Acme Video at $68,000; other bids: Birch $71,000, Axon $90,000.',
      68_000,
    ],
    [
      'Award of bid, surveillance cameras',
      'Bids received: Acme Audio, $33,000; Birch Security, $42,000; Cedar, $54,000. Staff recommends the low bidder, Acme Audio.',
      33_000,
    ],
    [
      'Resolution authorizing (1) acceptance and appropriation of $52,000 from the Bureau of Justice and (2) purchase of drones for $88,000',
      '',
      52_000,
    ],
  ])('%s: %s', (title, text, sum) => {
    expect(amountOf(title, text)).toBe(sum)
  })
})

describe('long texts of sums', () => {
  it.each(['to Acme ($5) and ', 'Phase 1 ($5) and ', '($5) and a ', 'a plus b c $5 '])(
    'reads a megabyte of "%s"',
    (unit) => {
      const text = unit.repeat(Math.ceil(1_000_000 / unit.length))
      expect(findSums(text, true).length).toBeGreaterThan(1_000)
    },
  )
})
