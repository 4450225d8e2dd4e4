import { describe, expect, it } from 'vitest'
import { createDetector } from '../../../src/detect/detect.ts'

const detector = createDetector()
const readingOf = (title: string, text = '') => {
  const { role, facts } = detector.detect({ title, text })
  return [role, facts.amountUsd]
}

/** The name of a paper, and what is done by it. */
describe('what a paper is called, beside what it does', () => {
  it.each([
    ['Military Equipment Use Policy 2023 Annual Report', '', 'report'],
    ['Military Equipment Use Policy', '', 'policy'],
    ['Resolution adopting the drone use policy and annual report', '', 'policy'],
    [
      'Convening a work group on surveillance cameras and drones of all departments',
      '',
      'oversight',
    ],
    [
      'Creating Section 4-7 of the Town Code on surveillance technology of departments',
      '',
      'oversight',
    ],
    ['Resolution No. 31 governing security cameras in parks', '', 'policy'],
    ['Resolution No. 31 for the purchase of security cameras in parks', '', 'procurement'],
    ['Camera Access Agreement with Elm School District', '', 'data-sharing'],
    ['Camera Purchase Agreement with Lenswork Inc. for Elm School District', '', 'procurement'],
    [
      'Ordinance appropriating $52,000 for bus camera equipment, funded by a state grant',
      '',
      'procurement',
    ],
    [
      'Ordinance accepting and appropriating $52,000 for bus cameras, funded by a grant',
      '',
      'grant',
    ],
    [
      'Transfer to create a fixed asset line for a drone in the budget unit of the Prop 64 grant',
      '',
      'procurement',
    ],
    [
      'Auto Theft Task Force Agreement',
      'Authorize the Sheriff to enter into an agreement with Lenswork Inc. for license plate readers, not to exceed $81,000.',
      'procurement',
    ],
    [
      'Auto Theft Task Force Agreement',
      'The members share the hits of their license plate readers.',
      'data-sharing',
    ],
  ] as const)('%s', (title, text, role) => {
    expect(readingOf(title, text)[0]).toBe(role)
  })
})

describe('sums beside what they are paid back by, rounded to or measured by', () => {
  it.each([
    [
      'Live scan unit for the police',
      'Not to exceed $47,200, reimbursed by the State from registration fees.',
      47_200,
    ],
    [
      'Live scan support for three towns',
      'The $2 registration fee pays for the staff of the fingerprint system.',
      null,
    ],
    [
      'Resolution approving a contract with Axon Enterprise, Inc. for body cameras ($212,318)',
      'Approve the contract and appropriate $212,318.40.',
      212_318.4,
    ],
    [
      'Resolution approving a contract with Axon Enterprise, Inc. for body cameras ($212,318)',
      'The first year costs $41,000.50.',
      212_318,
    ],
  ] as const)('%s: %s', (title, text, amount) => {
    expect(readingOf(title, text)[1]).toBe(amount)
  })
})
