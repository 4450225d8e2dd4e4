import { describe, expect, it } from 'vitest'
import { readAction } from '../../../src/detect/facts/action.ts'
import type { Role } from '../../../src/model/facts.ts'

/** Headings of a few words, and near misses of each. */
const titles: readonly (readonly [Role, readonly string[]])[] = [
  [
    'procurement',
    [
      'Spend drug fund money on a plate reader for the Sheriff',
      'Agreement with Elm County on cost recovery for shared plate readers',
      'Purchase of a video access platform',
      'Contract for an audit of body cameras',
      'Hiring a firm to design the real time crime center',
      'Interlocal agreement with the Sheriff to help fund plate readers',
      'Extend ankle monitoring with Acme through May',
      'Authorize use of drug forfeiture for a phone extraction license',
      'An act to appropriate money for body cameras',
      'Body camera installation project - acceptance',
      'Bid results: body cameras',
      'Remove and replace plate reader poles',
      'Alderman Hale: purchase of body cameras',
      'Approve vendor presentation fee and purchase of cameras',
    ],
  ],
  [
    'grant',
    [
      'Appropriate unanticipated state revenue from the Office of Public Safety for body cameras',
      'Resolution supporting submission of an application to the Governor for plate readers',
      'Request to seek federal funds for body cameras',
      'Grant modification: body cameras',
      'Lions Club gift - police drone',
      'Anonymous contribution for a police drone',
      'Police Foundation money received for plate readers',
      'Unbudgeted state revenue, drone detection',
      'Homeland Security award for covert cameras - accept',
      'Police: donation (plate reader)',
      'Acknowledge receipt of a state award for plate readers',
      'Letter of support for the state application, body cameras',
      'Acceptance of a drone from the family of a late deputy',
      'Ratify filing of the Elm Fund application, gunshot detection',
      'Memorandum with the State Patrol to receive funds for plate readers',
    ],
  ],
  [
    'data-sharing',
    [
      'Business district camera sharing with the Police Department',
      'Access agreement, live video of Holly Academy, Police Department',
      'User agreement, access to the mugshot recognition system of the Sheriff',
      'Participation in the statewide plate reader network',
      'Agreement w/ the mall: officers may view security cameras',
      'Permission for the Sheriff to connect to village cameras',
      'Agreement with the prosecutor to transmit body camera footage',
      'Partnership with Elm School District on live camera feeds',
      'Memorandum with ICE regarding access to plate readers',
      'Reciprocal plate data agreement with Elm Police',
      'Cessation of camera data sharing with federal agencies',
    ],
  ],
  [
    'policy',
    [
      'Direction on whether to continue to allow drones in parks',
      'Revised schedule of penalties, photo enforcement',
      'Cease use of gunshot detection',
      'Written motion, Councillor Hale, requesting that the Police Department expand use of cameras',
      'Chapter 18: photo speed monitoring',
      'Procedure 9.4, body cameras',
      'Position paper on speed cameras',
      'Rescind Resolution 4 on drone surveillance',
      'Resolution of intention to ban facial recognition',
      'Fixing the speed camera fine',
      'Removal of plate readers',
      'Speed cameras: hours of enforcement',
      'Should the plate readers stay?',
      'Restarting the speed camera program',
      'Guidance for the use of covert cameras',
      'LL 3-2025 bus stop arm cameras',
      'Body camera footage release standards',
      'Policy on camera sharing with the Police Department',
    ],
  ],
  [
    'report',
    [
      'Receive for information: camera list',
      'Work session: overview of plate readers',
      'Order asking the Chief to furnish figures on drone flights',
      'Body camera storage: staff memo',
      'Lt. Hale talked about plate readers',
      'Plate reader pilot: next steps',
      'Plate readers - first year results',
      'White paper on drones',
      'Survey about security cameras',
      'Info only - body cameras',
      'Plate reader stats',
      'Drone flights, second quarter',
      'Body camera compliance figures',
      'Letter from the Chief describing plate reader hits',
      'Trustee Hale: question as to the number of cameras',
      'Guest speaker: maker of plate readers',
    ],
  ],
  [
    'oversight',
    [
      'Audit of the Sheriff’s plate readers',
      "City Auditor's examination of body camera use",
      'CCOPS by-law',
      'Civilian review board: findings on facial recognition',
      'Hearing concerning drones at protests',
      'Oversight hearing: body cameras',
      'Audit: plate reader users',
      'Outside review of facial recognition',
      'Misuse of plate reader searches',
      'Requiring the police department to provide the civilian review board with direct access to body camera footage',
    ],
  ],
  [
    'other',
    [
      'Revised job description: drone pilot',
      'Ribbon cutting, real time crime center',
      'Right-of-way permit, plate readers of an association',
      'Medal of Valor, plate reader detail',
      'Executive session: red light camera vendor',
      'Request by residents to hang cameras on village poles',
    ],
  ],
]

describe.each(titles)('the role %s', (role, worded) => {
  it.each(worded)('%s', (title) => {
    expect(readAction(title, '', false).role).toBe(role)
  })
})
