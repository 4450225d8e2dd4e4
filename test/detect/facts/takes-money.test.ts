import { describe, expect, it } from 'vitest'
import { readAction } from '../../../src/detect/facts/action.ts'
import { takesFirst } from '../../../src/detect/facts/takes-money.ts'

const roleOf = (title: string, text = '') => readAction(title, text, false).role

describe('what a title takes before it does anything else', () => {
  it.each([
    'To authorize the City Manager to accept, for the use of the Sheriff, $40,000 from the Commonwealth Department of Criminal Justice and to appropriate it for cameras',
    'Authorizing the Mayor to accept $31,000.00 awarded by the Department of Emergency Management, for the purchase of a camera trailer',
    '3. A resolution accepting from the Riverside Partnership, Inc., a grant toward the purchase of six video cameras',
    'RESOLUTION AUTHORIZING THE MAYOR TO APPLY TO THE STATE OFFICE OF POLICY AND PLANNING FOR BODY CAMERAS, NOT TO EXCEED $900,000, FOR PURCHASE AND INSTALLATION',
    'Authorization to accept and appropriate $52,000 for the 2026 Justice Assistance Grant (JAG) Program and approve the memorandum with the County for the joint purchase',
    'Resolution entering into a cooperative agreement with the State Department of Public Safety, and authorizing execution of a grant agreement in the amount of $44,000 for purchase of squad cameras',
    'Budget Amendment No. 12 to Recognize Grant Funding of $25,000 for the jail scanner',
    'Amd 2 to Agmt A19 with the Department of Corrections, alcohol monitoring, incr recv by $90,000 for a new total recv of $180,000',
  ])('%s', (title) => {
    expect(takesFirst(title)).toBe(true)
    expect(roleOf(title)).toBe('grant')
  })

  it.each([
    'Accept the low bid of Acme for body cameras, $40,000, paid from a federal grant',
    'Accept the proposal of Acme for plate readers using grant funds',
    'Accept the quote of $9,000 from Acme for two drones',
    'Acceptance of the work of Acme, camera project, grant no. 7',
    'Receive and file the report on the JAG grant for cameras',
    'Accept a grant of $20,000, waive formal bidding and purchase two drones from Acme',
    'Purchase of plate readers from Acme and acceptance of a grant of $20,000',
    'Contract with Acme for plate readers; accept a grant of $20,000 from the State Department of Justice',
    'Accept the drone policy of the grant programme',
  ])('is not: %s', (title) => {
    expect(takesFirst(title)).toBe(false)
  })
})

describe('roles of papers that the title only numbers or names', () => {
  it.each([
    ['2.3 Budgetary Impact of Body Camera Program', '', 'report'],
    ['Performance Measures - Street Cameras', '', 'report'],
    ['Schedule a second public hearing on the body cameras of the Sheriff', '', 'oversight'],
    [
      'Department of Public Safety crime records service, license plate reader user agreement',
      '',
      'data-sharing',
    ],
    [
      'Body Worn Cameras for Deputies - $70,000 (page 12)',
      'Studies show a decrease in the number of complaints.',
      'procurement',
    ],
    [
      'Allocate Funds - Mill District BID Security Cameras',
      'A resolution authorizing the City Manager to accept a donation of $15,000 for cameras.',
      'grant',
    ],
    [
      'Proposed Municipal Ordinance providing public oversight of the procurement and use of surveillance technology',
      '',
      'oversight',
    ],
    [
      'Ordinance prohibiting the acquisition of certain technology by departments without Council approval',
      '',
      'oversight',
    ],
    ['5.1 Public Hearing - Drone Program; Approve Policy 22', '', 'policy'],
  ])('%s', (title, text, role) => {
    expect(roleOf(title, text)).toBe(role)
  })
})
