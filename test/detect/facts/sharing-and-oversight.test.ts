import { describe, expect, it } from 'vitest'
import { readAction } from '../../../src/detect/facts/action.ts'
import type { Role } from '../../../src/model/facts.ts'

/** Papers on who may see what and on who looks at it, and near misses that buy or rule. */
const titles: readonly (readonly [Role, readonly string[]])[] = [
  [
    'data-sharing',
    [
      'Agreement under which the Sheriff and four towns will share plate scans',
      'Resolution for participation in the Valley Node of the Lakes Information Sharing System',
      'Agreement with the Tri-County Crime Analysis Center',
      'Supplemental agreement with the Department of Law Enforcement',
      'Interlocal cooperation agreement relating to the use of the fingerprint database',
      'Agreement between Sheriff and Prosecutor on access to recorded jail calls',
      'Use agreement with the State Police for access to the photo repository',
      'Plate reader data: agreement with the State Police',
      'Agreement with the Sheriff for use of its facial recognition system',
    ],
  ],
  [
    'oversight',
    [
      'Requesting approval of the Surveillance Technology Impact Report for a harbor drone',
      'Transmitting communication from the Manager on the Surveillance Technology Impact Report for a phone extraction tool',
      'Informational: Surveillance Impact Report and proposed use policy for a small drone',
      'An ordinance accepting the surveillance impact reports for traffic cameras and plate readers',
      'Accepting the report of the biennial audit of body cameras',
      "City Controller's audit of gunshot detection",
      'Request for Inspector General review of compliance with the surveillance law',
      'Plate reader audit for the period ending March 31',
      'Motion to refer: committee to study surveillance equipment',
      'Request by Councilmember Lund: agencies that have searched our plate reader network',
      'Discussion: search logs of the plate reader network; possible direction to staff',
    ],
  ],
  [
    'report',
    [
      'Annual military equipment report and resolution continuing the use policy',
      'Drone program six-month review, Police Department',
      'Chief’s quarterly memo on plate readers',
    ],
  ],
  [
    'policy',
    [
      'Resolution to support the implementation of a drone program by the Sheriff',
      'Camera incentive program, amendment of guidelines',
      'Neighborhood camera registration program',
      'Ordinance forbidding purchase of location data from brokers',
    ],
  ],
  [
    'grant',
    ['Ordinance budgeting a $400,000 grant of the State Office of Safety for a crime center'],
  ],
  [
    'procurement',
    [
      'Agreement under which Acme leases plate readers to the Town',
      'Participation in the regional data sharing platform: annual dues of $4,000',
      'Services agreement with Acme for the Intelligence Center',
      'Interlocal agreement for use of the fingerprint database at a cost of $9,000',
    ],
  ],
]

describe.each(titles)('the role %s', (role, worded) => {
  it.each(worded)('%s', (title) => {
    expect(readAction(title, '', false).role).toBe(role)
  })
})

describe('agreements whose text says who looks in', () => {
  it.each([
    [
      'License agreement with Holly Academy',
      'To allow the Police Department access to the Academy’s remote camera system in an emergency.',
      'data-sharing',
    ],
    [
      'Letter of agreement, Homeowners Association',
      'The Association gives the Police Department the reads of its two cameras at no charge.',
      'data-sharing',
    ],
    [
      'Right-of-entry, Business District',
      'The District keeps cameras on City poles. Their video will be available to the Police.',
      'data-sharing',
    ],
    [
      'License agreement with Holly Academy',
      'The City will pay $9,000 a year so that the police may view the cameras of the Academy.',
      'procurement',
    ],
    [
      'Software license agreement with Acme',
      'The software allows officers to view cameras on a map.',
      'procurement',
    ],
  ])('%s: %s', (title, text, role) => {
    expect(readAction(title, text, false).role).toBe(role)
  })
})
