import { describe, expect, it } from 'vitest'
import { createDetector } from '../../../src/detect/detect.ts'

const detector = createDetector()
const amountOf = (title: string, text: string) => detector.detect({ title, text }).facts.amountUsd

/** Own words; each sum was settled by reading. */
const told: readonly (readonly [number | null, string, string])[] = [
  // What a purse holds or a plan foresaw, beside what is spent.
  [
    48_750,
    'Police Department Equipment Purchase',
    'SUBJECT: Fifteen license plate readers\nBACKGROUND: The budget set aside $60,000 for technology.\nFISCAL IMPACT: The cost of the readers is $48,750, leaving $11,250 in the account.',
  ],
  [
    29_700,
    'Police Equipment',
    'The department has $30,000 in its equipment line. It proposes to buy nine dash cameras at $3,300 each, for $29,700.',
  ],
  [
    19_500,
    'Consent',
    'Retroactive approval of a purchase by the Sheriff of a cell-site simulator upgrade. Invoice: $19,500. Fund balance before: $212,400. Fund balance after: $192,900.',
  ],
  [
    42_000,
    'Capital Purchase',
    'Security camera replacement at the library.\nBudgeted amount: $50,000.00\nActual cost: $42,000.00\nUnder budget: $8,000.00',
  ],
  [
    205_000,
    'Mobile Command Purchase',
    'The capital plan lists $225,000 for a mobile real-time crime center. The best quote, from LDV, is for $205,000 and includes drones. The $20,000 that is saved goes back to reserves.',
  ],
  // What was paid, quoted or approved before.
  [
    25_000,
    'Probation Contract',
    'The Board approved $85,000 for the GPS ankle monitors in April. Probation asks that $25,000 be added, which brings the contract to $110,000.',
  ],
  [
    12_400,
    'Equipment',
    'The present in-car cameras, which cost $18,000 in 2015, no longer work. The Chief asked for leave to spend $12,400 of the $15,000 in the equipment line on new ones. Granted.',
  ],
  [
    187_000,
    'License Renewal',
    'The renewal of the GrayKey licences is for two years at a total of $187,000; the same two years under the old price would have come to $176,000.',
  ],
  [
    54_900,
    'Sole Source Purchase',
    'The facial recognition software license ends June 30. The vendor has offered a one-year license at $54,900, up from $49,500 now. Staff recommends that bidding be waived.',
  ],
  // This paper, and no other.
  [
    499_000,
    'Contract with Integrator',
    'The contract covers the CCTV network of the port. The project budget is $1,200,000, of which $499,000 is for this contract and $300,000 for fiber by others.',
  ],
  [
    59_313.73,
    'Payment to Axon',
    'This is year three of the five-year body camera contract of $296,568.64. Staff asks the Board to OK the year-three payment of $59,313.73.',
  ],
  [
    61_125,
    'City Attorney Review',
    'The item approves a purchase of Peregrine data integration licences. They are priced at $75,000 but the vendor has given a discount of $13,875, so the City will pay $61,125.',
  ],
  [
    15_000,
    'Change Order',
    'Change Order No. 2 for the jail CCTV upgrade.\nOriginal contract: $480,000\nChange Order No. 1: $22,000\nChange Order No. 2: $15,000\nRevised contract: $517,000',
  ],
  // Of several offers the one that is taken.
  [
    12_500,
    'Village Hall Cameras',
    'Trustee Moore moved to go with the second quote, $12,500 from Pro Tec, for security cameras since the first, $11,900, did not cover wiring. Carried.',
  ],
  [
    71_800,
    'Purchase Authorization',
    'License plate readers for patrol\nMotorola Solutions $71,800 (recommended)\nRekor Systems $77,300\nGenetec $82,950',
  ],
  [
    31_000,
    'Body-Worn Cameras',
    'OPTION A - Motorola, 20 cameras, $31,000\nOPTION B - Axon, 20 cameras, $43,200\nOPTION C - do nothing\nStaff recommends Option A.',
  ],
  [
    null,
    'Body-Worn Cameras',
    'OPTION A - Motorola, 20 cameras, $31,000\nOPTION B - Axon, 20 cameras, $43,200\nOPTION C - do nothing\nStaff seeks Council direction.',
  ],
  [
    8_650,
    'Board of Public Works',
    "Quotes for security cameras at the transfer station: B&W $9,975; Koorsen $8,650. Koorsen's quote was accepted. Change order 1 for paving, $12,004, approved.",
  ],
  // All lines of one purchase.
  [
    16_200,
    'Parks Surveillance',
    'Three Verkada cameras for the skate park:\nEquipment $9,000\nLicences (5 yr) $5,400\nLabor $1,800\nThere is $20,000 in Parks Improvement for this. Staff recommends approval.',
  ],
  [
    66_000,
    'Purchase - IT',
    'Video surveillance refresh at West Elementary.\nFunding:\n$40,000 - IT Capital\n$26,000 - School Safety Grant\nRecommendation: approve',
  ],
  [
    94_250,
    'Item 14',
    'Body-worn cameras $59,250\nDocking stations $10,500\nEvidence storage $24,500\nTotal $94,250\nBudget $100,000\nBalance $5,750',
  ],
  [
    33_400,
    'Motion Sheet',
    'I move to approve the purchase of in-car cameras from Motorola, with $20,000 from Levy Fund 230 and $13,400 from Drug Fund 274.',
  ],
  // A price that came down, an option that is taken, a limit that is lifted.
  [
    24_995,
    'Summary Sheet',
    "The vendor's list price for the Skydio drone package is $31,400. As a launch customer the City gets it for $24,995.",
  ],
  [
    128_000,
    'Renewal',
    'The Axon body-worn camera contract came up for renewal. The Chief got the price down from $139,000 to $128,000 by dropping unused licences.',
  ],
  [
    84_700,
    'Election of Option',
    'Staff seeks to take up the first option year of the GPS monitoring of pretrial defendants, which is to say to exercise the first option year at $84,700. The base year was $79,500; the second option year, if taken, is $88,100.',
  ],
  [
    50_000,
    'Resolution Summary',
    'The repair contract for surveillance cameras now has a cap of $150,000. The resolution lifts the cap to $200,000.',
  ],
  [
    22_100,
    'Item C-4',
    'Staff first looked at a $46,000 fixed surveillance camera at Mill Pond. A solar trailer does the same work at $22,100 and is what staff recommends the Board purchase.',
  ],
  [
    null,
    'Referred Item',
    'The committee voted to hold over the Flock contract ($82,500) to its next meeting so that members may see the camera sites.',
  ],
  [
    72_400,
    'Item 3',
    'Staff got a state-contract quote of $72,400 for the body cameras.\nImpact on budget: $75,000 was put in the FY27 budget for this.\nAction: approve quote.',
  ],
  [
    52_800,
    'Transit',
    'New bus cameras: 16 buses at $3,300, in all $52,800. FTA pays $42,240 of that and the city $10,560. Approve the purchase of the bus surveillance cameras.',
  ],
  [
    8_800,
    'Trustees',
    "It was moved to pay Axon's invoice of $8,800 for the second year of body cams. The whole five-year contract is $44,000.",
  ],
  // Nothing is decided.
  [
    null,
    'Information',
    'The new contract with Flock for license plate readers will be before Council in June. Staff expects the price to be near $120,000.',
  ],
  [
    null,
    'Fiscal Year Budget Workshop',
    'The Chief went over the requests: two officers ($190,000), body-worn camera replacement ($140,000) and a drone ($25,000). No votes were taken.',
  ],
  [
    null,
    'Bid Rejection',
    'Three bids, from $188,000 to $240,000, came in for the surveillance camera project, all above the budget of $150,000. Staff recommends that all bids be rejected.',
  ],
]

describe('the sum a text asks for, beside others that it tells', () => {
  it.each(told)('%s: %s', (amount, title, text) => {
    expect(amountOf(title, text)).toBe(amount)
  })
})

describe("a staff paper's name over what it asks for", () => {
  it.each([
    [
      'Agenda Bill 24-118',
      'EXPENDITURE REQUIRED $47,040\nAMOUNT BUDGETED $30,000\nSUMMARY STATEMENT: Authorizes an agreement with Flock Safety for 14 license plate readers.',
      'procurement',
    ],
    [
      'Department Report and Request',
      'Since June the license plate readers have led to 31 arrests and $212,000 in stolen cars found. The Department asks the Council to renew the agreement for one more year at $51,200.',
      'procurement',
    ],
    [
      'Department Report',
      'The license plate readers have led to 31 arrests and cost $51,200 a year. Information only.',
      'report',
    ],
  ])('%s', (title, text, role) => {
    expect(detector.detect({ title, text }).role).toBe(role)
  })
})
