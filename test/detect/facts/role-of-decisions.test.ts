import { describe, expect, it } from 'vitest'
import { readAction } from '../../../src/detect/facts/action.ts'
import { decisionOf } from '../../../src/detect/facts/decision.ts'
import type { Role } from '../../../src/model/facts.ts'

/** Titles that name a thing or a paper, and texts that say what is asked. */
const told: readonly (readonly [Role, string, string])[] = [
  [
    'report',
    'Red Light Cameras',
    'Staff looked at six towns that have a contract for them.\nRECOMMENDATION: Receive the report.\nFISCAL IMPACT: None.',
  ],
  [
    'procurement',
    'Work session: Police drone programme',
    'Background follows.\nRequested action: Authorize the Manager to sign a two-year subscription with Acme Drones.',
  ],
  [
    'procurement',
    'Amend the 2027 Military Equipment Report',
    '1. Approve the amended report with one robot.\n2. Approve the purchase of one robot for $40,000.',
  ],
  [
    'procurement',
    'Camera mapping system for the helicopter',
    'Recommended action:\na. Receive the impact report.\nb. Approve the use policy.\nc. Approve the purchase of one system.',
  ],
  [
    'procurement',
    'Forfeiture money',
    'Under the terms of our JAG award some must be spent soon.\nRECOMMENDATION: Approve the use of $9,500 for a phone analysis kit.',
  ],
  [
    'grant',
    'Plate readers',
    'The contract is with Acme.\nRecommendation:\nThat Council accept the grant of $20,000 from the State.',
  ],
  // Nothing is bought yet.
  [
    'report',
    'Staff update on camera measures',
    'Recommendation: Receive the update. Direct staff to bring back contracts for cameras.',
  ],
  ['report', 'Receive and file the annual drone report', 'Recommendation: Receive and file.'],
  // The title says it, and the form's words change nothing.
  [
    'grant',
    'Accept a grant of $9,000 for plate readers',
    'Recommendation: Authorize the Manager to execute the agreement with Acme.',
  ],
  [
    'policy',
    'Ordinance regulating drones over parks',
    'Recommendation: Approve. The contract comes later.',
  ],
  ['report', 'Discussion of new car cameras', 'The item comes back next month.'],
  ['procurement', 'Discussion and possible action on new car cameras', 'Six cameras are wanted.'],
]

describe('the role by the decision that a text asks for', () => {
  it.each(told)('%s: %s', (role, title, text) => {
    expect(readAction(title, text, false).role).toBe(role)
  })

  it('ends the decision at the next heading', () => {
    const text = 'MEMO\nRecommended motion: Approve the purchase.\nBackground: A contract ran out.'
    expect(decisionOf(text).trim()).toBe('Approve the purchase.')
  })

  it('reads none where a text announces none', () => {
    expect(decisionOf('The board heard a recommendation from the police on cameras.')).toBe('')
  })

  it.each(['recommended ', 'staff recommends ', '1. ', 'be it ', 'approve ', '\n '])(
    'reads long texts in linear time: %j',
    (word) => {
      expect(decisionOf(word.repeat(100_000)).length).toBeLessThan(400)
    },
  )
})

const titles: readonly (readonly [Role, readonly string[]])[] = [
  [
    'data-sharing',
    [
      'Agreement with U.S. Customs and Border Protection for sharing of plate reader information',
      'Letter of Agreement with DEA for the national license plate reader program',
      'Agreement with the State Patrol for access to its facial recognition system',
      'Memorandum of Understanding with the Gulf High Intensity Drug Trafficking Area on sharing plate data',
      'Intergovernmental agreements with towns for the receipt of plate reader hits',
      'Approve an MOU between two sheriffs on HIDTA license plate reader information, at no cost',
      'Supplemental agreement with the Department of Law Enforcement on license plate reader technology',
      'Inter-municipal agreement by which the Town joins its cameras to those of the County Police',
      'Letter of Understanding giving Dover Police access to the County traffic management system',
    ],
  ],
  [
    'grant',
    [
      'Resolution authorizing the Police Department to apply for the 2027 COPS Technology and Equipment Program',
      'Approve acceptance of $25,000 from a store for a camera trailer',
      'Accept a check of $900 from the Lions Club for a dash camera',
      'Request to seek grant funding for a robot',
      'Accepting plate readers bought with UASI funds',
      'Ordinance that the City apply for, and accept, a technology award',
      'Ratify the Community Project Funding request for a crime center',
      'Appropriation of JAG 2026 funds, plate readers',
      'Resolution: grant from the Vehicle Theft Council for plate readers',
      'Ordinance authorizing a grant application for dash cameras',
      'Accept the High Intensity Drug Trafficking Area award for plate readers',
      'Agreement with the Department of Public Safety for a technology grant, license plate readers',
      'To authorize the Manager to receive $8,000 from the State Department of Emergency Management for a camera trailer',
      'Resolution for the Mayor to apply to the State Office of Policy for an amount not to exceed $50,000 for body cameras',
      'Authorizing the Chief to apply for, accept, and appropriate up to $70,000 for camera technology',
    ],
  ],
  [
    'procurement',
    [
      'MOU with Lee County for cost sharing of crime center software',
      'Joint use agreement with the power company for cameras on poles for the Police Department',
      'Discussion/Action: Flock contract',
      'Authorize use of recovery funds for police drones',
      'Interlocal agreement with the School District for school zone speed cameras',
      'Extension of the gunshot sensor pilot through June',
      'Memorandum of Agreement between the City and Acme Inc. for a free trial of a drone',
      'Joint powers agreement for the fingerprint system, at a cost of $4,000',
      'Approve the purchase of an Automated Secure Alarm Protocol interface and fingerprint readers',
      'Resolution renewing the equipment use policy and authorizing a purchase order to Acme for drones',
      'Resolution appropriating grant revenue and waiving formal bids to buy a software license',
      'Grant-funded dash cameras, lease from Acme',
      'Motion to authorize the use of 2026 JAG funds for the lease of four plate readers',
      'Purchase agreement with the Department of Public Safety for license plate readers',
      'MOU by which the Redevelopment Agency reimburses the Police Department for purchasing cameras',
      'Memorandum with the Police Department: repayment of the cost of security cameras',
      'Intergovernmental agreement under which the Village may place plate readers along County roads',
      'Policy on cameras and purchase of six cameras from Acme',
    ],
  ],
  [
    'report',
    [
      'Chief of Police report',
      'Response to Council referral on plate reader retention',
      'RECEIVE & FILE: camera safety analysis',
      'Resolution asking the Chief of Police to inform the Common Council each quarter how the program goes',
      'Flock representative to speak',
      'Public Safety Committee: Status of the gunshot detection program',
      'Demonstration of electronic ankle bracelets',
      'Red light cameras – feasibility report',
      'Body camera program report',
      'Committee report: merging the camera systems',
      'Chief Diaz reported to the Council that the new dash cameras are in the cars',
      'Acme briefed the Board on cameras at the clinic',
      'Equity analysis of speed cameras',
    ],
  ],
  [
    'policy',
    [
      'Resolution to end use of license plate readers',
      'Discussion and possible action on an ordinance prohibiting use of facial recognition',
      'Proposed charter amendment: surveillance technology',
      'Resolution asking the Chief to draft rules on cameras',
      'Requiring cameras on street sweepers to photograph and report parking',
      'Authorizing use of cameras on school buses',
      'Ordinance creating an article on speed detection in school zones; making findings of risk',
      'D-3 Policy on cameras in buses',
      'Retention periods for dash camera recordings',
      'Council to consider approving the Dover Hills Township Police Department rules on body cameras',
    ],
  ],
  [
    'oversight',
    [
      'An ordinance on surveillance technology; accepting the 2026 surveillance impact report on drones',
      'Public hearing: Police purchase of portable recording systems under Minn. Stat. 626.8473',
      'Set public hearing, May 3: Police drones (Administrative Policy 4)',
      'Order for a public hearing on gunshot sensors',
      'An order that a public hearing be held on cameras in Ward 2',
      'Authorizing hearings by the Committee on Safety into the cameras',
    ],
  ],
  [
    'other',
    ['Public records appeal: plate reader images', 'Claim of a driver over a camera ticket'],
  ],
]

describe('the role of titles', () => {
  for (const [role, lines] of titles)
    it.each(lines)(`${role}: %s`, (title) => {
      expect(readAction(title, '', false).role).toBe(role)
    })
  it('takes a law that asks for policies for a law', () => {
    const title = 'Requiring the police to write policies on social media'
    expect(readAction(title, '', false).action).toBe('ordinance')
  })
})
