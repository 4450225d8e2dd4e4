import { describe, expect, it } from 'vitest'
import { readAction } from '../../../src/detect/facts/action.ts'
import type { Role } from '../../../src/model/facts.ts'

/** Lines as clerks write them, and beside each kind one that does something else. */
const titles: readonly (readonly [Role, readonly string[]])[] = [
  [
    'oversight',
    [
      'Directing the Internal Audit office to look over plate reader searches',
      'Motion to have the Comptroller examine drone flight logs',
      'Report of the City Auditor: who opened jail call recordings',
      "Legislator Osborn: request for the Sheriff's reply on face searches",
      'Council inquiry: plate reads looked up by other States',
      'Resolution calling upon the Port to say what cameras it runs in the terminal',
      'Ordered: that the Commissioner report back to the Council on whether plate reads were searched by federal agents',
      'Town hall on gunshot sensors',
    ],
  ],
  [
    'report',
    [
      'Chief Adler’s response to Council Order 14 on plate readers',
      'Question of Councilor Vane on drones: reply from the Sheriff',
      'Jail Superintendent, monthly: population 88, body scanner finds 2',
      'Face recognition statute: memo to departments; FYI',
      'Noise cameras: staff to research',
    ],
  ],
  [
    'policy',
    [
      'Resolution setting retention of plate reads at ten days',
      'GPS ankle monitor user fees set at $9 a day',
      'Fix 2027 electronic monitoring participation fees',
      'BP 5131 cameras on buses, second look',
      'Asking the General Assembly to end speed cameras on highways',
    ],
  ],
  [
    'other',
    [
      'Rejection of claim: driver stopped upon a plate reader misread',
      'Conference with legal counsel, existing litigation: camera records',
      'City Attorney to join amicus brief in the pole camera case',
      'Adopt job description, Body Camera Records Clerk',
      'Creating the part-time post of Video Redaction Clerk',
      'State right-of-way permit for a plate reader pole',
      'Open forum: resident on plate cameras',
      'Certificate of appreciation for the detective of the phone laboratory',
    ],
  ],
  [
    'grant',
    [
      'Chapter 159: insertion of drone monies of the Attorney General',
      'RSA 31:95-b hearing: body camera money of the State',
      'Legislative appropriation request for a real time crime center',
    ],
  ],
  [
    'procurement',
    [
      'Purchase of ten cameras to set retention of video at the jail',
      'Contract award for plate readers under Ordinance 12',
      'Agreement with Acme Systems for monthly camera upkeep',
    ],
  ],
]

describe.each(titles)('the role %s', (role, worded) => {
  it.each(worded)('%s', (title) => {
    expect(readAction(title, '', false).role).toBe(role)
  })
})

const told: readonly (readonly [Role, string, string])[] = [
  [
    'procurement',
    'Update on school cameras',
    'The firm would lend two units on a 60-day trial, free of charge. Trustees agreed.',
  ],
  [
    'report',
    'Update on school cameras',
    'The free trial of the two units ended in May. Officers liked them.',
  ],
  [
    'procurement',
    'Chief on body cameras',
    'He asked for a new lease at $14,000 a year. Council concurred.',
  ],
  [
    'procurement',
    'Intergovernmental agreement with the County for a phone laboratory',
    "The City's share of the software for the year is $21,000.",
  ],
  [
    'data-sharing',
    'Intergovernmental agreement with the County for plate reader data',
    'Each side may search the reads of the other. No expenditure.',
  ],
  ['data-sharing', '28E with the Sheriff for plate reader searches', ''],
  [
    'grant',
    'Camera for the park',
    'The Kiwanis gave $2,000. The Board accepted the gift with thanks.',
  ],
  [
    'procurement',
    'Ordinance 2031-8, Transit, readers on carts',
    'Authorizes a contract with Acme for three vehicle readers at $88,000.',
  ],
]

describe('the role of a line with its text', () => {
  it.each(told)('%s: %s %s', (role, title, text) => {
    expect(readAction(title, text, false).role).toBe(role)
  })
})
