import { describe, expect, it } from 'vitest'
import { readFacts } from '../../../src/detect/facts/read-facts.ts'
import { phrasings, valuesOf } from './values.ts'

phrasings(
  'retention',
  [
    ['ALPR data is retained for 30 days', { days: 30 }],
    ['ALPR data is retained\nfor 30 days', { days: 30 }],
    ['Footage shall be deleted after one (1) year', { days: 365 }],
    ['a 30-day data retention period', { days: 30 }],
    ['In no event shall this data be maintained longer than nine months', { days: 270 }],
    ['images are maintained for no more than 60 days', { days: 60 }],
    ['deletes all footage on a rolling thirty (30) day basis', { days: 30 }],
    ['Data retention period: 365 days', { days: 365 }],
    ['images are stored for no longer than 90 days', { days: 90 }],
    ['video is automatically overwritten after 72 hours', { days: 3 }],
    ['all plate reads are purged every six months', { days: 180 }],
    ['recordings will be kept for two years', { days: 730 }],
    ['one-year video storage', { days: 365 }],
    ['the images are erased every 30 days', { days: 30 }],
    ['storage of license plate images for 30 days', { days: 30 }],
    ['the policy allows data to be retained for 30 days', { days: 30 }],
    ['Data is deleted after 30 days. On termination the cameras are returned.', { days: 30 }],
    ['plate reads are purged after one hundred twenty days', { days: 120 }],
    ['data is kept for one hundred and eighty days', { days: 180 }],
    ['images are retained for two hundred ten (210) days', { days: 210 }],
    ['recordings are deleted after one hundred days', { days: 100 }],
    ['data is kept for a one hundred-day retention period', { days: 100 }],
    ['DATA WILL BE RETAINED FOR A MAXIMUM OF 21 DAYS', { days: 21 }],
  ],
  [
    '5 cameras of Section 12',
    'financial records shall be retained for three years',
    'the contractor shall keep books and records for five years',
    'the data of each search shall be recorded and preserved for at least five years',
    'equipment is maintained for two years',
    'Upon termination the vendor shall retain customer data for thirty (30) days',
    'Upon expiration of this agreement the vendor deletes data within 10 days',
    'the retention period is lowered from 60 days to 30 days',
    'Axon Evidence unlimited storage for 5 years',
    'a 7-year storage plan for evidence',
    'records of audits shall be retained for three years',
    'payment is due within 30 days',
    'a hearing was held 10 days later',
    'stored in two locations',
  ],
)

phrasings(
  'sharing',
  [
    [
      'data may be shared with other law enforcement agencies',
      { with: 'other law enforcement agencies', isDenied: false },
    ],
    [
      'images will not be shared with federal agencies',
      { with: 'federal agencies', isDenied: true },
    ],
    ['The data shall never be sold to third parties', { with: 'third parties', isDenied: true }],
    ['access to the data by ICE is prohibited', { with: 'ICE', isDenied: true }],
    ['ALPR data is shared with NCRIC', { with: 'NCRIC', isDenied: false }],
    ['ALPR data is shared with 78 agencies', { with: '78 agencies', isDenied: false }],
    [
      'plate reads may be accessed by more than 1,200 police agencies',
      { with: 'more than 1,200 police agencies', isDenied: false },
    ],
    [
      'no footage is shared with dozens of other cities',
      { with: 'dozens of other cities', isDenied: true },
    ],
    [
      'data may be shared only with other law enforcement or prosecutorial agencies',
      { with: 'other law enforcement or prosecutorial agencies', isDenied: false },
    ],
    [
      'participates in the statewide lookup network',
      { with: 'statewide lookup network', isDenied: false },
    ],
    ['National Lookup is disabled', { with: 'National Lookup', isDenied: true }],
    ['National Lookup: off', { with: 'National Lookup', isDenied: true }],
    ['the agency opted out of National Lookup', { with: 'National Lookup', isDenied: true }],
    ['This is not new. National Lookup is used', { with: 'National Lookup', isDenied: false }],
    [
      'provides video feeds to the regional fusion center',
      { with: 'regional fusion center', isDenied: false },
    ],
    [
      'sharing data with Immigration and Customs Enforcement',
      { with: 'Immigration and Customs Enforcement', isDenied: false },
    ],
    ['the city has stopped sharing plate reads with CBP', { with: 'CBP', isDenied: true }],
    ['the sheriff refuses to provide ALPR data to ICE', { with: 'ICE', isDenied: true }],
    [
      'sharing of images with out-of-state agencies has been turned off',
      { with: 'out-of-state agencies', isDenied: true },
    ],
    ['there is no limit on sharing data with the FBI', { with: 'FBI', isDenied: false }],
    [
      'not only does the town share footage with federal agencies',
      { with: 'federal agencies', isDenied: false },
    ],
    ['traffic stops data is shared with the DEA', { with: 'DEA', isDenied: false }],
    [
      'recordings made by such cameras are available for 60 days to other local agencies',
      { with: 'other local agencies', isDenied: false },
    ],
    ['images may be accessed by ATF', { with: 'ATF', isDenied: false }],
  ],
  [
    'design of camera feeds provided to the Real Time Crime Center',
    'residents raised concerns that data would be shared with ICE',
    'members asked whether images are shared with federal agencies',
    'it provides access to training for law enforcement agencies, with data entry',
    'the system provides information by e-mail to local police departments',
    'one policy for all data, provided that federal agencies agree with it',
    'data provided by other law enforcement agencies is checked',
    'provide security guards to other entities',
    'ice was provided to residents',
    'costs are shared with the county',
  ],
)

phrasings(
  'policy-document',
  [
    ['the Surveillance Impact Report is attached', { document: 'impact report' }],
    ['as required by the Surveillance Use Policy', { document: 'use policy' }],
    ['the ALPR policy of the department', { document: 'use policy' }],
    ['Annual Military Equipment Report', { document: 'military equipment use policy or report' }],
    ['Military Equipment Use Policy', { document: 'military equipment use policy or report' }],
    ['under AB 481', { document: 'military equipment use policy or report' }],
    ['a privacy impact assessment', { document: 'impact report' }],
    ['the annual ALPR report', { document: 'annual report' }],
    ['2. Draft Surveillance Use Policy', { document: 'use policy' }],
    ['adopted Policy 429, Automated License Plate Readers', { document: 'use policy' }],
    ['Department Policy 428 (License Plate Readers)', { document: 'use policy' }],
    ['the ALPR policy is not new', { document: 'use policy' }],
    ['the impact report: see page 4', { document: 'impact report' }],
    ['the ALPR policy was not changed', { document: 'use policy' }],
    ['Flock cameras fall under the use policy', { document: 'use policy' }],
  ],
  [
    'the police do not currently have a surveillance technology policy',
    'Surveillance Technology Policies: the police do not currently have a use policy',
    'Surveillance Technology Policies: the police have none',
    'insurance policy 4411, license of the firm',
    'a use policy has not been adopted',
    'staff is currently developing a use policy',
    'an Environmental Impact Report',
    'the Traffic Impact Statement',
    'a racial impact statement',
    'the vendor\u2019s privacy policy',
    'our website privacy policy',
    'Surveillance Impact Report: N/A',
    'no impact report',
    'without a use policy',
    'the insurance policy',
    'acceptable use policies',
  ],
)

describe('who may get it within limits', () => {
  it('is unclear', () => {
    const [fact] = readFacts('The policy restricts sharing of data with federal agencies')
    expect(fact).toMatchObject({ kind: 'sharing', grade: 'unclear' })
  })
})

describe('how long data is or may be kept', () => {
  it.each([
    'A resident asked whether data is stored for five years',
    'Previously the police retained ALPR data for one year',
    'State law permits agencies to retain ALPR data for up to three years',
  ])('is unclear from “%s”', (text) => {
    const [fact] = readFacts(text)
    expect(fact).toMatchObject({ kind: 'retention', grade: 'unclear' })
  })

  it('is what is done, beside what a law allows', () => {
    const text =
      'The law permits agencies to keep ALPR data for three years. The city deletes it after 30 days.'
    expect(valuesOf(text, 'retention')).toEqual([{ days: 30 }])
  })
})

describe('what a policy allows', () => {
  it('is what is done', () => {
    const [fact] = readFacts('the policy allows data to be retained for 30 days')
    expect(fact).toMatchObject({ kind: 'retention', grade: 'stated' })
  })
})
