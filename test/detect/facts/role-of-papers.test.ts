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
    ['SUBJECT: POLICE BODY CAMERA GRANT 2016', '', 'grant'],
    [
      'Adding Section 4-7 to the Code to set up surveillance technology guidelines for departments',
      '',
      'oversight',
    ],
    ['Memorandum with Fraternal Order of Police Lodge 9 on in-car cameras', '', 'policy'],
    [
      'To accept from the Department of Emergency Management $38,000, to amend the Special Fund Budget, and to appropriate $38,000 for a mobile camera platform',
      '',
      'grant',
    ],
    [
      'Resolution entering into a cooperative agreement with the Department of Public Safety and authorizing execution of a grant agreement for $42,000 to purchase in-squad cameras',
      '',
      'grant',
    ],
    ['Video Integration Agreement with Elm School District', '', 'data-sharing'],
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
    // A text that prints the whole dollars as well holds to them.
    [
      'Amendment with Axon Enterprise, Inc. for an increase of $41,306 for body cameras',
      'Adds $41,306 over two years. Total of the increase is $41,305.80.',
      41_306,
    ],
    // What the giver bears, and what several limits come to.
    [
      'Authorization to apply for the Department of Justice body-worn camera grant',
      'Total project is $440,000, with City and County each putting up a quarter. DOJ share would be $220,000.',
      220_000,
    ],
    [
      'Resolution authorizing purchase of infrastructure for the body worn cameras',
      'Acme not to exceed $44,100, Birch $6,200 and Lenswork not to exceed $20,000, an aggregate not to exceed $71,000. In June a request for additional cameras was forwarded, $2,110,000.',
      71_000,
    ],
    // Words that are a body's name, or a service's, and tell of no income or fine.
    [
      'A Resolution of the City Commission authorizing expenditure of $85,000 for drones',
      '',
      85_000,
    ],
    ['The Commission authorizing expenditure of $85,000 for drones', '', 85_000],
    ['Red light cameras and citation processing for a firm fixed price of $642,500', '', 642_500],
    [
      'Application for a grant of $175,000 for license plate readers, and leave to sign the revenue agreement',
      '',
      175_000,
    ],
    ['Revenue agreement of $175,000 for license plate readers', '', null],
  ] as const)('%s: %s', (title, text, amount) => {
    expect(readingOf(title, text)[1]).toBe(amount)
  })
})
