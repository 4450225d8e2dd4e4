import { describe, expect, it } from 'vitest'
import { createDetector } from '../../../src/detect/detect.ts'
import { noModels } from '../../../src/detect/learned/load.ts'
import { loadTaxonomy } from '../../../src/detect/taxonomy.ts'

const detector = createDetector(loadTaxonomy(), noModels)
const amountOf = (title: string, text = '') => detector.detect({ title, text }).facts.amountUsd

describe('how much more a contract comes to', () => {
  it.each([
    ['Ankle monitoring, BI Incorporated – incr. $40,000 to NTE $210,000', '', 40_000],
    [
      'Change order no. 3 in amount of $12,400 with Convergint for surveillance cameras (contract now $98,700)',
      '',
      12_400,
    ],
    [
      'Flock Safety license plate readers',
      'It is ordered that Contract No. B-118 be raised by $55,000, to a new not-to-exceed total of $310,000.',
      55_000,
    ],
    ['Trade-in of drones toward Skydio X10, $61,000 less credit, net $52,500', '', 52_500],
    [
      'Bid award: surveillance cameras',
      'Staff recommends award to Acme Electric for $71,300. Design was $9,000.',
      71_300,
    ],
  ])('%s %s', (title, text, sum) => {
    expect(amountOf(title, text)).toBe(sum)
  })

  it('is not what one line of a budget grows by', () => {
    const text =
      'RESOLVED, that the contract for license plate readers be approved in the amount of $90,000, and that Line Item A3120 4 4120 is increased by $18,000.'
    expect(amountOf('License plate reader contract and budget amendment', text)).toBe(90_000)
  })
})
