import { describe, expect, it } from 'vitest'
import { readAction } from '../../../src/detect/facts/action.ts'
import type { Role } from '../../../src/model/facts.ts'

/** What others give, what others are asked for, and what is bought all the same. */
const titles: readonly (readonly [Role, readonly string[]])[] = [
  [
    'grant',
    [
      'Resolution of the City Council to accept and authorize the Manager to execute all documents related to the Department of Justice’s Byrne Grant (JAG) award of $9,000 and to appropriate the City’s share of $8,000 of these funds to fund the purchase and administration of interview room software',
      'Agreement with the Department of Justice for the body camera implementation project, $90,000',
      'Grant for the Urban Area Security Initiative, plate readers',
      'Resolution 12, approving an interlocal agreement with the County providing for it to disburse a grant award to the city of $9,000 for the purchase of a pole camera',
      'FY24 Edward Byrne Justice Assistance Grant for the purchase of dashboard cameras',
      'Approval of the 2023 State Homeland Security Grant award of $9,000 for the purchase of a drone',
      'FY25 State Criminal Justice Office Dashboard Camera Grant - $41,000',
      'Resolution: Jail Camera Grant 2012 spending plan',
      'Type of Service: Budget Insertion. Purpose: to buy plate readers. Amount: $60,000',
      'Resolution under N.J.S.A. 40A:4-87 for plate readers, $18,000',
      'Insertion of a special item of revenue for in-car cameras',
      'Resolution for the fingerprint project: return of grant funds that are misused',
      'Resolution for the body camera project, and on misuse of any criminal justice grant',
      'Adopt the SLESF spending plan, with plate readers',
      'Participation in the Law Enforcement Protection Fund program, body cameras',
      'Rotary Club donation. Request: resolution accepting a drone and two batteries',
      'In-kind donation of body cameras by the Police Foundation',
      'Application for $12,500 from the Commission on Crime, phone analysis',
      'Matching funds for a state technology grant, phone analysis kit',
      'Crime Commission award, fingerprint scanner for the jail',
      'Budget: award from OCJP, plate readers',
      'Agreement with the State for plate readers from a homeland security grant',
      'Resolution designating the official for Dash Camera Grant No. 4417',
      'JAG interlocal agreement between Dover and the County, dash cameras',
      'Memorandum of Understanding on shares of the Justice Assistance Grant, drones',
      'Public hearing on the use of Justice Assistance Grant funds for dash cameras',
    ],
  ],
  [
    'procurement',
    [
      'Amend the yearly equipment report and purchase of a tactical robot',
      'Authority for a sole source three-year contract with Acme for body cameras, and a grant award that offsets a part',
      'Agreement for electronic monitoring services and program policy review',
      'Approve grant-funded purchase of plate readers from Acme',
      'Grant-funded lease of two camera trailers',
      'Appropriating $12,000 from the Neighborhood Grants and Events Account for pole cameras',
      'Purchase of drones from Acme, paid by a state grant',
      'Subscription to Acme Search for $8,000; Justice micro grant',
      'Accept and appropriate $20,000 of a state grant, waive formal bidding and enter into a purchase agreement with Acme for drones',
      'Appropriation of $40,000 from grant revenues; waiver of the formal bid process to purchase Acme software',
      'Appropriation of state grant revenues; waive formal bidding, purchase of search software at a cost of $40,000',
      'Award agreement with Acme for plate readers on Grant Street',
      'Plate readers for the Grant County jail',
      'Approval of an agreement with Acme for plate readers and adoption of a plate reader policy',
      'Agreement with Acme for drones, and approving the drone privacy policy',
      'Memorandum of Understanding with the three towns and the agreement with Acme for the camera project',
      'Interlocal agreement with Dover and a contract with Acme Vision to provide plate readers',
      'Suspend competitive bids consistent with Administrative Policy No. 12 and purchase a camera trailer',
      'Contract for body cameras from Acme through a national interlocal agreement with the buying board',
      'CEA with the Sheriff, Parish to pay $20,000 for pole cameras',
      'Memorandum with the County to share the costs of a camera trailer',
      'Directing the City Manager to purchase body cameras from Acme',
      'Direct the Manager to enter into a contract with Acme for plate readers',
      'Directing the Police Chief to seek a contract with Acme for plate readers',
      'Directing the Administration to implement a camera pilot by purchasing six cameras',
      'Multiple use agreement with the State for plate readers on the highway',
      'Intergovernmental agreement with the County to install plate readers on rights-of-way of the County',
      'Discuss the quote for body cameras',
      'Discussion of the drone proposal',
      'Staff report item 4b Contract with Acme Mail for jail letters',
      'Staff report: Purchase of a camera trailer',
      'Agreement with Acme for dash cameras using State COPS funds',
      'Contract with Acme Vision for plate readers, paid from a homeland security grant',
      'Amendment to the Acme agreement with more cameras; approve the updated plate reader policy',
      'Police: apply forfeiture funds towards a phone analysis kit',
      'Information sharing platform from Acme, three years',
      'Update on the dash camera project and approval of the change order',
      'Agreement with Acme for plate readers, and review of the plate reader policy',
      'Resolution calling for bids for jail cameras',
      'Approve grant-funded subscription to Acme Search',
      'Approve the homeland security grant purchase of a robot',
      'Reject all bids and authorize negotiation with Acme for jail cameras',
      'Ratify memorandum of understanding and payment to the Sheriff for the fingerprint system',
      'Memorandum of Understanding with Acme Systems, Inc. for plate readers',
      'Participation agreement with Acme Technologies, crime center',
      'Memorandum of Agreement with the College, installation of cameras',
      'Letter of Intent with Acme for gunshot sensors',
      'Discussion and possible action on plate readers',
      'Extension of Acme.com video storage',
    ],
  ],
  [
    'policy',
    [
      'C-2 Bus camera policy (adopt)',
      'Dash camera system retention schedule',
      'Resolution of opposition to red light cameras',
      'Consider a video surveillance policy regulating recording in parks',
      'Directing the City Manager to develop a plan for cameras in all patrol cars',
      'Resolution directing the County Administrator or designee to expand the gunshot detection area',
      'Calling on the Police Department to accelerate its body cameras',
      'Calling upon the Mayor to appoint a camera panel',
      'Urging the Sheriff to stop the use of plate readers',
      'Call for Department of Streets to post signs at red light cameras',
      'Police cameras, for the purpose of calling on the Police Department to take steps to equip its vans',
      'A resolution requesting the Mayor to complete the plate reader procurement',
      'A resolution asking the Police Department to identify cars that need cameras',
      'Suspension of the plate reader program',
      'Plate reader data protocol update',
      'Resolution setting a retention period for plate reader data',
      'Receive and file body camera policy revisions',
      'To amend and reordain City Code § 10-4, on photo speed devices and fines of $100',
      'Ord. 26-3 drones, 2nd reading',
    ],
  ],
  [
    'oversight',
    [
      'Authorizing a joint public hearing on the costs of red light cameras',
      'Establish a work group to develop surveillance policies',
      'Create section 4 of the ordinances to establish surveillance technology guidelines for departments',
      'Order calling for a public hearing on the gunshot sensors',
      'Privacy Commission Informational Hearing: plate reader searches by others',
      'Oversight hearing of the Safety Committee, drones',
      'Briefing/Oversight: drone pilot',
      'Safety Committee meeting to discuss cameras',
      'Public Safety Committee hearing regarding gunshot sensors',
      'Ordinance to require Council leave prior to acquiring any surveillance device',
    ],
  ],
  [
    'other',
    [
      'Create class: crime center analyst, and add two FTE, Police',
      'Personnel request: body camera review officer',
      'Resolution directing the Administration to create a new position for camera integration',
      'Reject all bids for jail cameras',
      'Letter on plate readers',
    ],
  ],
  [
    'data-sharing',
    [
      'Inter-local between the Sheriff and Lee County for access to plate reader data',
      'Amendment to the MOU with the regional center for access to the plate reader repository',
      'Interlocal with the Schools: access by Police to campus video',
      'MOU with the County to share the phone analysis lab, cost by exam',
    ],
  ],
  [
    'report',
    [
      'Receipt of the dash camera program report',
      'Report on cameras in city garages',
      'WORK SESSION Demonstration of Police Use of the Public Safety Cameras',
      '8.3 Report on red light cameras',
      'Security camera process, discussion (15 minutes)',
      'Monthly report - Police Department - plate reader hits and drone flights',
      'Annual equity and community impact assessment of plate readers',
      'Discussion/update on the crime center, plate reader hits',
      'Resolution urging the Police Chief to provide quarterly reports on plate readers',
      'Camera program update',
      'Receive and file the body camera audit',
      'Discussion of plate readers',
      'Mid-year report on drone flights',
      'Study session on plate readers',
      'Plate reader equity analysis',
      'Drone program cost-benefit study',
      'Dash camera audit report 2022',
      'Report out on use of drones',
    ],
  ],
]

describe('the role of an item that asks, takes or buys', () => {
  for (const [role, lines] of titles)
    it.each(lines)(`${role}: %s`, (title) => {
      expect(readAction(title, '', false).role).toBe(role)
    })

  it('reads an agreement by its short form', () => {
    const text = 'Be it further resolved, that an updated policy on recorders comes to the Board.'
    const title = 'Agmt PR-7 with Acme, Inc. to provide body worn cameras, NTE $3,000'
    expect(readAction(title, text, false).role).toBe('procurement')
  })

  it('takes the services of a firm for no report', () => {
    const title = 'Agreement with Acme to provide traffic report services'
    expect(readAction(title, '', false).role).toBe('procurement')
  })

  it('takes a new section of a code for a rule', () => {
    const title = 'Enacting Section 131 of the Codified Ordinances, Body Worn Cameras'
    expect(readAction(title, '', false).role).toBe('policy')
  })

  it('takes money from a bureau for a grant, though a purchase follows', () => {
    const title =
      'Resolution authorizing (1) acceptance and appropriation of $5,000 from the Bureau of Justice; (2) purchase of drones'
    expect(readAction(title, '', false).role).toBe('grant')
  })

  it('takes no order to pay for a law', () => {
    const text = 'Cameras read the plates and bill the owner.'
    expect(readAction('Parking lot pilot with Acme', text, false).role).toBe('procurement')
  })

  it('takes no grant that pays for a thing for what the item does', () => {
    const text = 'A Department of Justice grant pays most of it.'
    expect(readAction('$3,000 of reserves, body cameras', text, false).role).toBe('procurement')
  })

  it.each([
    'a ',
    'grant ',
    'request the ',
    'agreement and ',
    'resolution requesting ',
    'for the purpose of ',
  ])('reads long words in linear time: %s', (word) => {
    expect(readAction(word.repeat(20_000), '', false).role).toBeDefined()
  })
})
