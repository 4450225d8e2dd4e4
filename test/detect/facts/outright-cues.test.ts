import { describe, expect, it } from 'vitest'
import { createDetector } from '../../../src/detect/detect.ts'

const detector = createDetector()

describe('titles that say outright what is done', () => {
  it.each([
    [
      'procurement',
      "Accept the Procurement Officer's recommendation of contract award to Axon Enterprise for body-worn cameras",
    ],
    ['procurement', 'Fixed license plate readers - renewal, Organized Retail Crime Grant'],
    ['procurement', 'Police access control and camera system replacement'],
    [
      'grant',
      'Consideration for Grant Applications to the Department of Justice for the purchase of body-worn cameras',
    ],
    [
      'grant',
      'Resolution authorizing agreements with the Federal Emergency Management Agency - grant for the surveillance camera network',
    ],
    ['grant', 'Flock Safety program year 3 – WASPC grant funding'],
    [
      'grant',
      'Interlocal agreement with the Community Redevelopment Agency to fund cameras for the Harlow Police Department',
    ],
    ['grant', 'PUBLIC HEARING - donation of a fingerprint machine to the Police Department'],
    ['oversight', 'Int 331 - Reporting on and evaluation of police surveillance technologies'],
    [
      'oversight',
      "Accepting the final report of the President's Work Group on city-wide surveillance equipment",
    ],
    ['oversight', 'Use plan authorization, body worn cameras and in-car cameras'],
    ['oversight', 'City Manager transmits surveillance technology documents to the Council'],
    ['oversight', 'Public Notice: Officer-Worn Cameras'],
    [
      'oversight',
      'Approve acquisition and use of license plate readers under the Surveillance Technology Ordinance',
    ],
    [
      'policy',
      'Discuss the Unmanned Aerial Vehicle (UAV) policy of the Police Department and its pilot',
    ],
    ['procurement', 'Review and discuss the drone policy and award a contract to Skydio'],
    [
      'other',
      'Joint revocable permit for use of right-of-way property for a video camera surveillance system',
    ],
    [
      'other',
      'License agreement with Flock Safety to keep privately funded license plate cameras in the right-of-way',
    ],
    [
      'procurement',
      'License agreement with Flock Safety so that plate readers may be purchased for the right-of-way',
    ],
  ])('%s: %s', (role, title) => {
    expect(detector.detect({ title, text: '' }).role).toBe(role)
  })
})
