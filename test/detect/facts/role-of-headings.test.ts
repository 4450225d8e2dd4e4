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
    ],
  ],
  [
    'grant',
    [
      'Appropriate unanticipated state revenue from the Office of Public Safety for body cameras',
      'Resolution supporting submission of an application to the Governor for plate readers',
    ],
  ],
  [
    'data-sharing',
    [
      'Business district camera sharing with the Police Department',
      'Access agreement, live video of Holly Academy, Police Department',
      'User agreement, access to the mugshot recognition system of the Sheriff',
      'Participation in the statewide plate reader network',
      'Cessation of camera data sharing with federal agencies',
    ],
  ],
  [
    'policy',
    [
      'Direction on whether to continue to allow drones in parks',
      'Revised schedule of penalties, photo enforcement',
      'Cease use of gunshot detection',
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
      'Guest speaker: maker of plate readers',
    ],
  ],
  [
    'oversight',
    ['Audit of the Sheriff’s plate readers', "City Auditor's examination of body camera use"],
  ],
  ['other', ['Revised job description: drone pilot']],
]

describe.each(titles)('the role %s', (role, worded) => {
  it.each(worded)('%s', (title) => {
    expect(readAction(title, '', false).role).toBe(role)
  })
})
