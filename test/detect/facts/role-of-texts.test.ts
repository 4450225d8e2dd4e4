import { describe, expect, it } from 'vitest'
import { readAction } from '../../../src/detect/facts/action.ts'
import type { Role } from '../../../src/model/facts.ts'

/** Titles that say little, and what stands beside them. */
const told: readonly (readonly [Role, string, string])[] = [
  [
    'procurement',
    'Police Department technology agreement',
    'Staff recommends approval of a two-year agreement with Flock Safety for plate readers.',
  ],
  [
    'policy',
    'Police Department policy update',
    'The Board is asked to adopt the revised policy on body-worn cameras.',
  ],
  [
    'report',
    'Police Department update',
    'Chief Ruiz reported that the plate readers helped recover 14 cars. No action was taken.',
  ],
  [
    'grant',
    'Police Department funding',
    'The Department asks to accept $20,000 from the State for a drone.',
  ],
  [
    'data-sharing',
    'Memorandum with Sheriff',
    "The MOU lets deputies search the City's plate reader database.",
  ],
  [
    'oversight',
    'Committee matter 22',
    'The Committee will hold a hearing on how police use facial recognition.',
  ],
  [
    'policy',
    'Ordinance 2025-44',
    'An ordinance adding Chapter 9.20 on automated speed enforcement in school zones. First reading.',
  ],
  [
    'procurement',
    'Ordinance 2025-45',
    'An ordinance authorizing the City Manager to purchase body-worn cameras from Axon.',
  ],
  [
    'procurement',
    'Resolution 2025-46',
    'A resolution approving the third renewal of the ShotSpotter agreement.',
  ],
  [
    'procurement',
    "Sheriff's Office request",
    'The Sheriff requests approval to purchase a jail body scanner from Tek84 for $170,000.',
  ],
  [
    'report',
    'Public Safety briefing',
    'Police staff will brief the Council on drones and take questions.',
  ],
  [
    'policy',
    'Surveillance use policies',
    'Approve the surveillance use policies for pole cameras and GPS trackers under Chapter 2.99.',
  ],
  [
    'report',
    'Surveillance technology reports',
    'Annual reports for plate readers and drones under the surveillance ordinance are submitted.',
  ],
  [
    'grant',
    'Edward Byrne funds',
    'Authorize the Mayor to apply for and accept $54,000 in JAG funds for plate readers.',
  ],
  [
    'procurement',
    'Capital purchase, Police',
    'Three mobile camera trailers from WCCTV under Sourcewell.',
  ],
  [
    'procurement',
    'Budget transfer - Police',
    'Move $30,000 from salaries to equipment to pay for Cellebrite.',
  ],
  [
    'procurement',
    'Consent: Police contract extension',
    'Extend the contract with LexisNexis for Accurint one year.',
  ],
  ['other', 'Police: disposal of equipment', 'Dispose of 30 body cameras that no longer work.'],
  [
    'procurement',
    'Flock Safety cameras',
    'Discussion and possible approval of eight more cameras.',
  ],
  [
    'policy',
    'Flock Safety cameras',
    'The Council will consider ending police use of the plate readers and adopt rules on retention.',
  ],
  [
    'procurement',
    'Speed cameras',
    'Award of contract to Verra Mobility for speed cameras following RFP 25-01.',
  ],
  ['policy', 'Speed cameras', 'Ordinance to set the fine for speed camera violations at $50.'],
  [
    'oversight',
    'Facial recognition',
    'Motion to forbid police from using facial recognition until an oversight board has been formed.',
  ],
  [
    'procurement',
    'Council Bill 2027-18. (Ortega) First Reading',
    'A bill for an ordinance authorizing the purchase of plate readers from Flock Safety.',
  ],
  [
    'oversight',
    'Proposed resolution requesting a hearing of the Public Safety Committee on ankle monitors',
    '',
  ],
  ['policy', 'Article 9: to amend the by-laws on surveillance by prohibiting face recognition', ''],
  ['report', 'A motion requesting that the Sheriff submit a report on drone flights', ''],
  [
    'procurement',
    'Public Safety: Ordinance approving renewal, retroactive to July 1, of the Motorola Solutions agreement for body cameras',
    '',
  ],
  [
    'procurement',
    'Ordinance 2027-03, first reading, on changes to the Police body camera budget',
    '',
  ],
  ['procurement', 'Allowing an agreement with Flock Group, Inc. for plate readers', ''],
  ['policy', 'Allowing police to use plate readers at agreements of the State', ''],
  [
    'procurement',
    'Board Bill No. 187 – Persistent Surveillance Systems',
    'Staff recommends that the Board direct the Mayor to enter into an agreement with the firm for an eighteen-month trial.',
  ],
  [
    'policy',
    'Ordinance authorizing the use of speed cameras in school zones and setting penalties',
    'The county police may enter into a contract with an agent to run the cameras.',
  ],
]

describe('the role of a paper with its text', () => {
  it.each(told)('%s: %s %s', (role, title, text) => {
    expect(readAction(title, text, false).role).toBe(role)
  })
})
