import { describe, expect, it } from 'vitest'
import { readAction } from '../../../src/detect/facts/action.ts'
import type { Role } from '../../../src/model/facts.ts'

/** Titles that say outright what kind of paper they are, or are called by its name, and near misses of each. */
const titles: readonly (readonly [Role, readonly string[]])[] = [
  [
    'oversight',
    [
      'Ordinance to require Council authorization before any department acquires certain technology, and yearly reports on its use',
      'First reading: ordinance adding Chapter 4.60 to require board approval of surveillance equipment and technology',
      'Biennial audit of portable recording systems (Minn. Stat. 13.825)',
      'Approve independent audit of plate reader searches, receive and file',
      'Council inquiry into facial recognition',
      'Community meeting on plate readers',
      'Order requesting the Police Commissioner to appear on the use of drones',
      'Motion directing the Inspector General to examine plate reader searches',
      'Request for an audit of plate reader searches',
      'Town hall on plate readers',
      'Formation of an ad hoc committee on plate readers',
      'Appointments to the Privacy Advisory Commission, surveillance technology',
      'Public hearing: proposed use of drones by the Sheriff',
      'Public hearing on body camera purchase under Minn. Stat. 626.8473',
    ],
  ],
  [
    'policy',
    [
      'Public hearing: drone policy',
      'Hold public hearing and adopt Policy 431, plate readers',
      'Procedures for release of body camera recordings',
      'Police policy manual revisions - drones',
      'Resolution declining the use of facial recognition by the Police Department',
      'Council direction: plate data retention',
      'Update to Board Policy 612, video cameras on buses',
      'Approve SOP 14.2, drones',
      'Resolution that the City will not share plate data with federal agencies',
      'Resolution for a moratorium on surveillance technology',
      'Restrictions on plate readers in parks',
      'Warrant article 12: prohibit face surveillance',
      'Set civil penalty for school zone speed camera violations',
      'Resolution designating school zones for automated speed enforcement',
    ],
  ],
  [
    'report',
    [
      'Review of body camera program performance',
      "Management's response to the body camera audit",
      'Body camera audit report',
      'Chief of Police: statistics, plate readers',
      'Q2 report on gunshot alerts',
      'Information only: body cameras',
      'Speed cameras: three-month evaluation',
      'Drone flight log, 2026',
      'Council request for information: plate readers',
      'Receive the biennial audit of portable recording systems',
    ],
  ],
  [
    'data-sharing',
    [
      'Request from Homeland Security Investigations for access to plate reader data',
      'Authorize agreements with the Department of Public Safety and the Department of Transportation on the operation of plate readers',
      'User agreement with the County Sheriff for the facial recognition system',
      'JPA on sharing of body camera evidence with the County Attorney',
      'Mutual aid agreement for police drones',
      'Agreement to participate in the regional fusion center',
      'Exchange of plate reader data with the County',
    ],
  ],
  [
    'other',
    [
      'Reclassification of Crime Analyst to Crime Center Supervisor',
      'Resolution of appreciation to the drone team',
      'Ordinance calling an election on bonds for public safety, body cameras among them',
      'Resolution authorizing the transfer of speed camera revenues to the General Fund',
      'Travel request: plate reader conference',
      'Correspondence on plate readers',
      'Resignation of the Crime Center Supervisor',
      'Hire two analysts, Crime Center',
      'Approve settlement agreement, facial recognition arrest',
      'Tort claim, red light camera collision',
      'Ratify settlement, speed camera class action',
    ],
  ],
  [
    'grant',
    [
      'Sub-recipient agreement with Oak County for plate readers, program grant funds',
      'FY 2026 State Homeland Security Program: drones for the region',
      'Auto Theft Prevention Grant, plate readers',
      'Budget amendment recognizing $40,000 in state funds for body cameras',
      'Foundation contribution for park cameras, acceptance',
      'Byrne JAG public hearing, body cameras',
      'Resolution for the filing of an application with the State for plate readers',
      'JAG grant award to the City Police Department for cameras',
      'Organized Retail Theft Grant - acceptance, plate readers, and sole source waiver',
    ],
  ],
  [
    'procurement',
    [
      'Interlocal agreement with the County, shared use and costs of the fingerprint system',
      'Purchase of body cameras with JAG money',
      'Changes to the policy on buying, and contract with Acme Optics for body cameras',
      'Plate readers for the north entrance',
      'Body camera software update, Acme Optics',
      'Plate readers - waive bids - Organized Retail Theft Grant',
      'Approve quote from Acme Optics for mobile plate readers, Auto Theft Prevention Grant',
      'Body cameras - Justice Assistance Grant - contract award',
      'Resolution for an agreement for crime analysis services with Acme Data, Inc., and appropriating $90,000 from the Safety Grant Fund',
      'Discussion/possible action: body camera contract',
      'Public hearing: contract with Acme Traffic for red light cameras',
      'Contract for an independent audit of body cameras',
      'Transfer of red light camera revenue to the Police fund for the purchase of cameras',
      'User agreement with Acme Data, plate reader subscription',
    ],
  ],
]

describe.each(titles)('the role %s', (role, worded) => {
  it.each(worded)('%s', (title) => {
    expect(readAction(title, '', false).role).toBe(role)
  })
})

describe('the name of a title', () => {
  const decided =
    'Recommendation: approve a contract with Acme Optics for ten plate readers at $30,000.'

  it('says what is done where its text begins with other words', () => {
    const text =
      'The city has an agreement with Acme Optics. The Chief will show the figures of the year.'
    expect(readAction('Plate reader statistics', text, false).role).toBe('report')
  })

  it('yields to what its text asks for', () => {
    expect(readAction('Plate reader statistics', decided, false).role).toBe('procurement')
  })
})
