import { describe, expect, it } from 'vitest'
import { createDetector } from '../../../src/detect/detect.ts'
import { readAction } from '../../../src/detect/facts/action.ts'
import type { Role } from '../../../src/model/facts.ts'

const detector = createDetector()
const amountOf = (title: string, text: string) => detector.detect({ title, text }).facts.amountUsd

/** What forms, formulas and statutes say outright, and a near miss of each. */
const papers: readonly (readonly [role: Role, title: string, text: string])[] = [
  [
    'oversight',
    'Acceptance of Body Camera (BWC) Audit Report',
    'State law calls for a biennial audit of the program. An outside firm found it compliant.',
  ],
  ['report', 'Body Camera Audit Report', 'The Chief went over what the auditors found.'],
  [
    'oversight',
    'Public comment opportunity: drone program',
    'Before a drone is bought the agency must give an opportunity for public comment. Comments by mail have been accepted.',
  ],
  [
    'procurement',
    'Drone for the police, sole source agreement, after public comment period',
    'Public comments were received in May. Staff recommends the agreement with Skydio.',
  ],
  [
    'oversight',
    'Review of Police Policy 447',
    'Citizens Police Review Board, work session. Members asked when body cameras are turned on.',
  ],
  ['policy', 'Review of Police Policy 447', 'Staff proposes changes on body cameras.'],
  [
    'report',
    'Automated Speed Safety Cameras',
    'REQUESTED ACTION: ☒ Receive Information ☐ Provide Direction ☐ Approve',
  ],
  [
    'policy',
    'Consideration of Camera System Policy, receive and file',
    'Receive and file the policy for the camera system on how cameras are used.',
  ],
  [
    'procurement',
    '8.2 Request to Buy Police Cameras',
    'Chief Hale explained that the cameras have failed again and again. He noted that others work.',
  ],
  [
    'procurement',
    'From the District Attorney, requesting authority to execute a single source contract of five years with Axon Enterprise, Inc., and an appropriation transfer of $31,000 from a grant',
    '',
  ],
  [
    'grant',
    "Sheriff's Office MOU with U.S. Marshals Service",
    'Authorize the Sheriff to sign an MOU with the Marshals Service and receive $5,200 for 16 body cameras.',
  ],
  ['grant', 'Financial Assistance Agreement with the State, drone replacement program', ''],
  [
    'grant',
    'Agreements with the City of Alder for distribution of federal urban area grant funds in the amount of $884,000 for the intelligence center',
    '',
  ],
  [
    'procurement',
    '• Video Security System –',
    'The department wants to update the security system so that all cameras are on one system. Quote from Prairie Sound is $11,480; $7,000 was budgeted.',
  ],
  [
    'data-sharing',
    'AGMT - Palmera County (fingerprint system)',
    'JOINT AGREEMENT by and between the County of Palmera and the City of Mesa for the operation of the fingerprint identification system.',
  ],
  [
    'data-sharing',
    'License Agreement w/ St. Brendan School',
    "The agreement is one by which the Police Department may access the school's remote camera system. Fiscal impact: none.",
  ],
  ['policy', 'Public Hearing: Bill 29-11, Motor Vehicles - School Bus Safety Cameras', ''],
  ['oversight', 'Public hearing on the use of drones by the Sheriff', ''],
]

describe('the role that a form or a formula says', () => {
  it.each(papers)('%s: %s', (role, title, text) => {
    expect(readAction(title, text, false).role).toBe(role)
  })
})

describe('sums beside which something else is told', () => {
  it.each([
    // From so much on somebody is told.
    [
      'Ratify acceptance of a homeland security grant for a police drone',
      'The Commission must be told of each grant application above $20,000. Total value is around $64,000. No match is required.',
      64_000,
    ],
    // What an earlier grant gave.
    [
      'Resolution for a grant proposal to expand the digital forensics unit, phone extraction',
      'In 2025 the department received $118,240.75 to establish a laboratory. Demand has grown since.',
      null,
    ],
    // What owners of cars pay.
    [
      'Fingerprint identification equipment',
      'Authorize the Sheriff to enter into two Agreements with Cogent, Inc.:\nA) A two-year Agreement for fingerprint equipment, July 1, 2020 through June 30, 2022, not to exceed $948,300.\nB) A five-year Agreement to maintain fingerprint equipment, not to exceed $791,550.\n\nBy law a Board may add $1.00 to the registration fee of each vehicle.',
      1_739_850,
    ],
    // Two purses, each named behind its share.
    [
      'Purchase squad car cameras',
      'Approve the purchase of two squad car cameras with software from Mobile-Vision Inc., $11,800 telecommunication fund and $18,460 DWI forfeiture fund.',
      30_260,
    ],
    // What was funded, and what an older contract comes to.
    [
      'Ratifying acceptance of the body-worn camera grant',
      'The body-worn camera grant request was funded at $118,204.30. The department is under a contract with Utility Associates (Resolution 22-298, $139,870.60).',
      118_204.3,
    ],
    // The printed total of the agreements before it, and not a contract's new total.
    [
      'Approval to purchase additional Axon products for expansion of the body worn camera inventory',
      'Purpose: police must add to the products now in use. New/Renewal/Modified: Modified. Duration: one four (4) year agreement and one five (5) year agreement. Cost to the City (annual and potential): 4-year agreement: $1,087,412.60; 5-year agreement: $5,214,906.75; total amount $6,302,319.35.',
      6_302_319.35,
    ],
    // By department, where a form says that it is the cost.
    [
      'Approval to purchase drones for the police',
      'Cost to the City (annual and potential): Police Department: $291,618.40. Communications, Public Works, and Parks & Recreation: $9,145.00.',
      300_763.4,
    ],
    // A grant beside its match.
    [
      'A RESOLUTION OF THE BISCAYNE HEIGHTS CITY COMMISSION, WITH ATTACHMENT(S), SETTING UP A NEW SPECIAL REVENUE PROJECT ENTITLED "BJA FY 21 BODY-WORN CAMERA POLICY AND IMPLEMENTATION PROGRAM"; ACCEPTING AND APPROPRIATING A GRANT AWARD OF $366,900.00 FROM THE UNITED STATES DEPARTMENT OF JUSTICE, BUREAU OF JUSTICE ASSISTANCE, FOR THREE YEARS; ALLOCATING ANNUAL IN-KIND MATCHING FUNDS NOT TO EXCEED $60,120.00 IN THE FIRST YEAR AND $155,665.00 IN EACH OF THE FOLLOWING TWO (2) YEARS, TOTALING $371,450.00, TO EXPAND THE POLICE DEPARTMENT\'S BODY-WORN CAMERA PROGRAM AND FOR ADDITIONAL EQUIPMENT, THE CUMULATIVE PROJECT TOTAL BEING $738,350.00; AUTHORIZING THE CITY MANAGER TO EXECUTE THE GRANT AWARD, IN SUBSTANTIALLY THE ATTACHED FORM',
      'WHEREAS, the City of Biscayne Heights ("City") applied to the United States Department of Justice, Office of Justice Programs, Bureau of Justice Assistance ("DOJ") for a grant in support of implementing and expanding the body-worn camera program ("Program") of its Police Department ("BHPD"); and\n\nWHEREAS, the DOJ has notified the City of an award of three hundred sixty-six thousand nine hundred dollars ($366,900.00), over a period of three (3) years, for improvements to the Program ("Grant"); and\n\nWHEREAS, the purpose of the Grant is to help law enforcement agencies develop, implement, and expand body-worn camera programs; and\n\nWHEREAS, an in-kind match in a total amount not to exceed three hundred seventy-one thousand four hundred fifty dollars ($371,450.00) is to be provided by the City;',
      366_900,
    ],
    // What a paper of public bodies may cost.
    [
      'MOU with the Council of Governments (fingerprint identification system)',
      'I move that the Council authorize the Administrator to sign a memorandum of understanding so that fingerprint data is shared, and authorize the city to spend not more than $7,655.',
      7_655,
    ],
    [
      'MOU with the Sheriff on sharing license plate reader data',
      'The network of readers has cost the county $90,000 so far. Staff recommends the memorandum.',
      null,
    ],
    // Grants of two years, and of one beside what was given before.
    [
      'Regional intelligence center: agreements with the City of Alder for distribution of federal urban area grant funds in the amount of $884,310 for federal FY 2007, and $2,197,600 for federal FY 2008;',
      '',
      3_081_910,
    ],
    // A budget's share beside the contract that it pays for.
    [
      'Authorize a ten-year purchase agreement of $16,149,402 with Axon Enterprise, Inc. for body-worn cameras, tasers, evidence cloud services, unlimited digital evidence storage and a suite of public safety technology for the Department of Public Safety, and approve Budget Modification No. 11 of $1,248,708 (F26-207)',
      '',
      16_149_402,
    ],
    [
      'Approve a $161,546 two-year service agreement with Flock Group, Inc. for 23 cameras; and approve an appropriation transfer request of $87,457 to fund the first year',
      '',
      161_546,
    ],
    // What the resolution will appropriate, and what crashes cost everybody.
    [
      "Resolution supplementing the Sheriff's budget for the upgrade of license plate readers",
      'Attachments: Policing Package ($499,084) letter. Adopting the resolution will appropriate $499,090 from the Equitable Sharing Trust Fund to the General Fund cost center.',
      499_090,
    ],
    [
      'Red light cameras',
      'WHEREAS the monetary impact of crashes to our society is about $14 billion annually, red light cameras are wanted.',
      null,
    ],
    // What is taken back costs nothing.
    [
      'To rescind the purchase of CCTV cameras for the garage',
      'To rescind the award for security cameras in the amount of $688,828.',
      null,
    ],
    // Both purses of one purchase.
    [
      'Purchase squad car cameras',
      'Action: approve by motion the purchase of two squad car cameras, using $13,225 and $19,503.',
      32_728,
    ],
  ])('%s', (title, text, expected) => {
    expect(amountOf(title, text)).toBe(expected)
  })
})
