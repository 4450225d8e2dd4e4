import { describe, expect, it } from 'vitest'
import { createDetector } from '../../../src/detect/detect.ts'
import { readAction } from '../../../src/detect/facts/action.ts'
import { toldByText } from '../../../src/detect/facts/told-by-text.ts'
import type { Role } from '../../../src/model/facts.ts'

/** Titles that name a thing, a firm or an office, and what their texts say is done. */
const told: readonly (readonly [Role, string, string])[] = [
  [
    'data-sharing',
    'State Bureau of Identification',
    'The Sheriff wishes to sign an agreement by which deputies may search the face recognition gallery. No cost.',
  ],
  [
    'data-sharing',
    'Crime Center',
    'Shops that join would sign a form letting police view their cameras in an emergency. There is no fiscal impact.',
  ],
  [
    'data-sharing',
    'Agreement with Birch College',
    "Permits campus police to view the City's cameras, and the City to view theirs. Neither party shall pay the other.",
  ],
  [
    'report',
    'Rekor',
    'The parking manager demonstrated the plate reading car to the Board. Informational only.',
  ],
  [
    'report',
    'Camera Committee',
    'Members heard from staff on the state of the camera project. The first phase is done.',
  ],
  [
    'policy',
    'Resolution 26-17',
    'BE IT RESOLVED that the Police shall not share plate reads with other States.',
  ],
  [
    'grant',
    'Resolution 26-18',
    'WHEREAS the State has awarded $41,000 for plate readers; BE IT RESOLVED that the award is accepted.',
  ],
  [
    'oversight',
    'Resolution 26-19',
    'BE IT RESOLVED that an outside review of the use of drones by the Police be held.',
  ],
  [
    'procurement',
    'Rekor',
    'The parking manager demonstrated the plate reading car. Motion to purchase one at $38,000 carried.',
  ],
  [
    'procurement',
    'Camera Committee',
    'Members heard from staff and voted to recommend the purchase of nine cameras.',
  ],
  [
    'procurement',
    'Update on plate readers',
    'Staff requests authority to negotiate and sign a contract with the firm ranked first.',
  ],
  [
    'procurement',
    'Block Grant – surveillance cameras',
    'Award of bid to Acme Security for cameras at the playground, $28,000.',
  ],
  ['grant', 'Receive and expend $31,000 from the Homeland Security Fund for plate readers', ''],
  [
    'procurement',
    'Award of purchase order to Acme for body cameras; acceptance of a federal grant of $9,000',
    '',
  ],
  [
    'oversight',
    'Public hearing on the proposed purchase of plate readers under the Surveillance Ordinance',
    '',
  ],
  [
    'grant',
    'Homeland Security',
    'Award letter in the amount of $8,000 for surveillance cameras; the Board is to sign the acceptance.',
  ],
  [
    'grant',
    'Resolution 26-20',
    'Authorizing the Police to submit an application to the Department of Safety for $12,000 to buy plate readers.',
  ],
  [
    'policy',
    'Plate Readers',
    'The draft order restricts searches to sworn staff and forbids sharing abroad. Council is asked to endorse it.',
  ],
  [
    'policy',
    'Resolution 26-21',
    "Stating the Town's opposition to the use of facial recognition by any department.",
  ],
  ['oversight', 'Resolution 26-22', 'Calling a hearing on how Police use cell site simulators.'],
  [
    'oversight',
    'Safety Committee',
    "Inquiry by Member Dale into other agencies' searches of plate reader data; the Chief is asked to appear.",
  ],
  ['report', 'Safety Committee', "The Chief's summary of drone flights was received."],
  [
    'procurement',
    'County Sheriff',
    'Agreement: the City shall pay the Sheriff $4,000 a year for use of the fingerprint scanner.',
  ],
  ['other', 'Mail', 'Letter from Ms. Alder objecting to the plate readers. Received and filed.'],
  [
    'report',
    'Acme Security',
    'Staff gave the Board a tour of the room where the cameras are watched. No action.',
  ],
  [
    'oversight',
    'Review Commission',
    'The Commission will review complaints about plate reader searches and report on them.',
  ],
  [
    'data-sharing',
    'Plate reader pilot',
    'Motion to let the Sheriff query the plate reader system under the attached memorandum. Passed.',
  ],
  [
    'procurement',
    "Chief's comments",
    'The Chief asked for $3,000 to add two body cameras. Motion to approve by Ash; carried.',
  ],
  [
    'data-sharing',
    'Town of Ash',
    'By agreement officers of Ash will see our plate reader alerts and we theirs. Nothing is paid by either town.',
  ],
  [
    'grant',
    'Safe Parks',
    'The State has awarded $6,000 to put cameras at two parks. Acceptance approved 4-0.',
  ],
]

describe('what a text says is done under a title that only names', () => {
  it.each(told)('%s: %s', (role, title, text) => {
    expect(readAction(title, text, false).role).toBe(role)
  })

  it('says nothing of a text that names no deed', () => {
    expect(toldByText('Six cameras on poles downtown.')).toBeUndefined()
    expect(toldByText('')).toBeUndefined()
  })

  it('stays linear', () => {
    const started = performance.now()
    toldByText('the committee agreement no cost view '.repeat(30_000))
    expect(performance.now() - started).toBeLessThan(2_000)
  })
})

const detector = createDetector()
describe('sums that stand beside others', () => {
  it.each([
    ['Plate readers from Acme: equipment $50,000, installation $6,500, freight $1,250', 57_750],
    ['Surveillance camera parts: Birch $75,000; Cedar $75,000; Dale $75,000', 225_000],
    ['Award Phase 1 ($300,000) and Phase 2 ($450,000) of the CCTV project to Acme', 750_000],
    ['Acceptance of a grant of $30,000 and purchase of body cameras from Acme for $47,000', 30_000],
    [
      'Apply for $90,000 from the Homeland Security Grant Program for surveillance cameras and commit $30,000 in matching funds',
      90_000,
    ],
    ['Surveillance cameras for City Hall ($11,000) and the Police Station ($22,000)', 33_000],
    ['Plate reader lease, two years: $30,000 year one, $24,000 year two', 54_000],
    [
      'Accepting grants from DHS ($60,000) and the State Police ($15,000) for plate readers',
      75_000,
    ],
    [
      'Theft Prevention grant, plate readers: total program cost $50,000; grant $40,000; match $10,000',
      40_000,
    ],
    ["Reimburse the County $21,000 for the City's half of the $42,000 plate reader system", 21_000],
    [
      'Change order with Acme for surveillance cameras, more time; no change in contract price of $700,000',
      null,
    ],
  ])('%s', (title, amount) => {
    expect(detector.detect({ title, text: '' }).facts.amountUsd).toEqual(amount)
  })

  it.each([
    [
      'Body-Worn Cameras',
      'Approve the agreement with Axon.\nCost: $50,000 plus tax of $5,000, total $55,000.',
      55_000,
    ],
    [
      'Plate Readers',
      'The Justice Office awarded the Town $60,000. The whole project is $80,000 and the Town must contribute $20,000.\nMotion to accept the award passed.',
      60_000,
    ],
    [
      'Agreement – County of Alder',
      'The Village will pay the County $19,000 as its share of the plate reader system bought by the County.',
      19_000,
    ],
  ])('%s: %s', (title, text, amount) => {
    expect(detector.detect({ title, text }).facts.amountUsd).toBe(amount)
  })
})
