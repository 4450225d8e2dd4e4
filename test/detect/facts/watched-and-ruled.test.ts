import { describe, expect, it } from 'vitest'
import { readAction } from '../../../src/detect/facts/action.ts'
import type { Role } from '../../../src/model/facts.ts'

/** Who is made to answer, who looks and by which law, and near misses that buy, rule or tell. */
const titles: readonly (readonly [Role, readonly string[]])[] = [
  [
    'oversight',
    [
      'Resolution requesting that the Police Chief disclose every camera that the Department looks through',
      'Motion 14 directing the Sheriff to turn over a list of drone flights',
      'Resolved, that the Superintendent lay before the Board an inventory of cameras in schools',
      'Public Safety Committee: jail calls, Warden Hale to testify',
      'Motion: ask the Commissioner which agencies look up plates',
      'The Board asks the Chief how many searches were refused',
      'Interrogatory of Councilor Hale on drones',
      'Order for an inquiry of social media monitoring by the Sheriff',
      'Refer misuse of plate reader searches to the City Auditor for review',
      'Referral to the Inspector General: plate reader searches',
      'Solicitor to review the legality of the speed camera fines: request by Councilor Hale',
      "Comptroller's letter on the red light camera program",
      'City Auditor Report 12: drones',
      'Jail phones: random audits of recorded calls',
      'Gang database audit, noted',
      'Naming of seven members, task force on plate readers',
      'Appointing five to the Citizens Camera Review Panel',
      'Charge to the Drone Study Committee',
      'Establishing a workgroup on facial recognition',
      'Form a committee to review classroom monitoring software',
      'Community Police Review Board, item 4: phone extraction',
      'Set hearing date, police use of location data',
      'Public Safety Committee hearing: who sees the plate data',
      'School board to hear parents on laptop cameras',
      'CB 1, an ordinance relating to surveillance technology implementation; accepting the 2026 surveillance impact report for drones',
      'Annual Surveillance Report under Chapter 6.20: make the findings',
      'By-law to require a public vote before any department buys cameras',
      'No drones for the Police without a vote of the Council, amendment to the gift rules',
      'Agendize a surveillance ordinance',
      'Resolution demanding that Acme disclose who searches our plate data',
      'Refer facial recognition to the Human Rights Commission',
      'Solicitor to advise whether the sharing of plate data violates the Act',
      'Notice of exigent use of a drone',
      'Council wants an accounting of phone extractions',
      'Comment period on the use of crime forecasting',
      'Create a chief privacy officer',
      'SIR material update, plate readers, CB 1',
    ],
  ],
  [
    'policy',
    [
      'Town position on H 512, speed cameras',
      'Supporting S. 88, privacy of location data',
      'HB 70 drones: Mayor to testify against',
      'Ask Congress for local authority over drones',
      'County to go on record against facial recognition',
      'Motion to adopt the SOP for body cameras',
      "Chief's directive on drones",
      'Jail Rule 12-4, who may listen to calls',
      'Calling on the Mayor to appoint a drone panel',
      'Leg. 12-26 stop-arm cameras (1st rdg.)',
      'Proposed ord.: warrants for cell locators',
      'Pawn tickets, Ch. 12 rewrite',
      'Staff: delete speed cameras from the Town Code',
      'Declaring a 60-day pause of plate readers',
      'Motion to keep plate data no longer than a week',
      'Resolution limiting facial recognition',
      'Camera footage by subpoena only',
      'Refusing federal access to plate data',
      'Second Reading: Ordinance 7 Face Recognition Ban',
    ],
  ],
  [
    'report',
    [
      'Order asking the Sheriff to furnish figures on plate reader hits',
      'Mayor asks for report on speed cameras after HB 12',
      'Trustee Hale wanted to know how many plates were read',
      'Ms. Lund: why are the cameras off at night?',
      'Drones over the fair, no vote',
      'Officer Lund demonstrated the drone',
      'Staff request direction on plate readers past the trial',
      'Drone use in 2025 as filed with the State',
      'The Board heard from Sgt. Hale on plate readers',
      'Camera trailer log',
      'Plate readers: numbers to date',
      "Sheriff's monthly, ankle bracelets",
      'Answer to questions on school cameras',
      'Speed camera: 1,200 notices mailed, 800 paid',
      "Status of compliance with the State Auditor's report on plate readers",
    ],
  ],
  [
    'procurement',
    [
      'Direct the Manager to purchase readers and send the Council copies',
      'Trustee Hale moved to purchase two cameras, no discussion',
      'Appoint the Chief to sign the agreement with Acme for plate readers',
      'Ord. 12-26 first reading, appropriating $8,000 for speed cameras',
      'Purchase of readers under the surveillance ordinance',
    ],
  ],
]

describe.each(titles)('the role %s', (role, worded) => {
  it.each(worded)('%s', (title) => {
    expect(readAction(title, '', false).role).toBe(role)
  })
})

describe('a name whose text has somebody answer for it', () => {
  it.each([
    [
      'Pole cameras',
      'From Councilor Hale: That the Chief tell this Council where each of them stands.',
      'oversight',
    ],
    [
      'Motion on plate readers',
      'Resolved, that the Sheriff be and is hereby asked to furnish an inventory by May.',
      'oversight',
    ],
    [
      'Forfeiture, phone lab',
      'The Commissioners heard how it was spent. Testimony was taken.',
      'oversight',
    ],
    [
      'City Commission',
      'Cameras on Main Street were talked of. Staff said that the face feature is off. No motion.',
      'report',
    ],
    ['Readers in May', 'There were 31 hits, 6 recovered and 2 arrests.', 'report'],
    ['Letter, plate readers', 'A letter of 40 tenants was read. No motion was made.', 'other'],
    [
      'City Commission',
      'Cameras on Main Street: motion by Hale to buy two, second by Lund. No further discussion. Passed.',
      'procurement',
    ],
    [
      'Pole cameras',
      'That the Chief inform the Council when the quote of $9,000 for four of them is due.',
      'procurement',
    ],
  ] as const)('%s: %s', (title, text, role) => {
    expect(readAction(title, text, false).role).toBe(role)
  })
})

describe('long titles of such words', () => {
  it.each(['request the ', 'chief to ', 'hearing ', 'committee on ', 'asks the board ', 'S. 1 '])(
    'are read in linear time: %s',
    (word) => {
      const start = performance.now()
      readAction(word.repeat(20_000), '', false)
      expect(performance.now() - start).toBeLessThan(2_000)
    },
  )
})
