import { describe, expect, it } from 'vitest'
import { createDetector } from '../../../src/detect/detect.ts'
import { findSums } from '../../../src/detect/facts/amount.ts'
import { findCommitted } from '../../../src/detect/facts/committed.ts'

const detector = createDetector()
const committedOf = (title: string, text = '') => detector.detect({ title, text }).facts.committed
const amountOf = (title: string, text = '') => detector.detect({ title, text }).facts.amountUsd

/** Own words; each sum was settled by reading, not by what the rules said. */
describe('all years of a contract', () => {
  it.each([
    [
      155_000,
      'Agreement with Axon for body worn cameras',
      'Cost is $31,000 a year for 20 units and storage, or $155,000 over the five years.',
    ],
    [
      90_500,
      'Consider a three-year agreement with Flock Safety for license plate readers',
      'The agreement totals $90,500. Year one is $36,500, of which $16,500 comes from seizures and $20,000 from the budget. Years two and three at $27,000.00 a year will be in later budgets.',
    ],
    [
      96_000,
      'Motion to approve a change order adding routers to the police in-car camera agreement with Axon, which raises the yearly cost by $24,000, or $96,000 over the 4 years, to a new total not to exceed $900,000',
      '',
    ],
    [
      190_000,
      'Agreement with Flock Safety for plate readers, costing $70,000 in year one and $40,000 in each of years two (2) to four (4), a total of $190,000, the Manager to sign',
      '',
    ],
    [
      300_000,
      'Authorizing an agreement with Axon regarding digital evidence storage',
      'The office asks for digital evidence storage in the amount of $300,000 over a ten-year term, and a first annual payment of $30,000 is needed.\nResolved, that Line Item A1170 4 4120 is increased by $30,000 and Line Item A1170 4 4046 is decreased by $30,000.',
    ],
  ])('%d: %s', (sum, title, text) => {
    expect(amountOf(title, text)).toBe(sum)
    expect(committedOf(title, text)?.grade).toBe('stated')
  })

  it.each([
    [
      178_000,
      'Award of bid to Motorola Solutions, body worn cameras and in-car cameras',
      'Term is four years, $58,000 in the first year and $40,000 in each of the three years after.',
    ],
    [
      200_000,
      'Order for a camera registry agreement with Fusus',
      'WHEREAS, the cost of the first year is not to exceed $80,000.00 and that of each of the two years after it is $60,000.00; IT IS ORDERED that the Mayor sign.',
    ],
  ])('%d: %s, worked out', (sum, title, text) => {
    expect(amountOf(title, text)).toBe(sum)
    expect(committedOf(title, text)?.grade).toBe('derived')
  })

  it.each([
    // What is paid for service some day is no part of the price.
    [
      80_000,
      'Purchase of a body scanner for the jail',
      'The quote is $80,000.00 delivered. Years 2 to 5 service would be $6,000/yr., to be budgeted later.',
    ],
    // A multiple by chance: nobody speaks of so many years.
    [
      60_000,
      'Purchase of plate readers, $60,000, with software at $20,000 a year when the warranty has run out',
      '',
    ],
    // All years of a part.
    [
      27_500,
      'Cameras for the park: purchase of security cameras with installation for $20,000, upkeep at $2,500 a year, $7,500 for three years, and $27,500 in all',
      '',
    ],
  ])('%d: %s stays', (sum, title, text) => {
    expect(amountOf(title, text)).toBe(sum)
  })

  it.each(['$9 a year, $18 over two years, ', 'each of years two ', '$5 in each of the '])(
    'reads a megabyte of %s',
    (unit) => {
      const text = unit.repeat(Math.ceil(1_000_000 / unit.length))
      const field = { text, sums: findSums(text, false), places: [] }
      const none = { text: 'Purchase', sums: [], places: [] }
      expect(() => findCommitted(none, field, 'procurement')).not.toThrow()
    },
  )
})
