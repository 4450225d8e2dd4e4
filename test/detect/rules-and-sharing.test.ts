import { describe, expect, it } from 'vitest'
import { createDetector } from '../../src/detect/detect.ts'

const detector = createDetector()
const technologiesOf = (title: string, text = '') => {
  const { band, technologies } = detector.detect({ title, text }, { facts: false })
  return band === 'found' ? [...technologies].sort() : []
}

describe('names of what is shared and overseen', () => {
  it.each([
    ['Membership in the Delta Interagency Analysis Center, Sheriff', ['fusion-center']],
    ['Cybersecurity sharing center for water utilities', []],
    ['Moratorium on new surveillance equipment', ['surveillance-oversight']],
    ['Moratorium on new gym equipment', []],
    ['Surplus military equipment for the museum', []],
    ['Ordinance banning face surveillance technology', ['facial-recognition']],
    ['Agreement on NLPRP data', ['alpr']],
    ['Extension of the partnership with Ring', ['camera-registry-integration']],
    ['Partnership with ringers of the bell tower', []],
    ['Police access to mall cameras', ['camera-registry-integration']],
    ['Motion on a subpoena for Flock searches', ['alpr']],
    ['Flock of geese at the reservoir, out of hand', []],
    ['Participation agreement for Parole LEADS', ['police-data-integration']],
    ['Equipment to locate cell phones, Sheriff', ['cell-site-simulator']],
    ['Web investigation platform for detectives', ['social-media-monitoring']],
    ['Memorandum by which public safety data is shared by the towns', ['police-data-integration']],
  ] as const)('%s', (title, technologies) => {
    expect(technologiesOf(title)).toEqual(technologies)
  })
})

describe('rules and papers of sharing whose text says what they are on', () => {
  it.each([
    [
      'General order 12, revision',
      'Officers must turn on body-worn cameras at every stop.',
      ['body-worn-camera'],
    ],
    ['General order 12, revision', 'Officers must wear their hats at every stop.', []],
    [
      'Data sharing agreement with the Sheriff',
      'The Town would give the hits of its license plate readers and could search those of others.',
      ['alpr'],
    ],
    ['Data sharing agreement with the Sheriff', 'Maps of parcels and hydrants are exchanged.', []],
    [
      'Ordinance amending Chapter 9, pawnbrokers',
      'Dealers would upload what they take in to LeadsOnline in place of paper tickets.',
      ['data-broker'],
    ],
    [
      'Special use permit for a pawnbroker, 12 Mill Street',
      'The applicant uploads to LeadsOnline as state law requires.',
      [],
    ],
    [
      'Renovation of the second floor of Police Headquarters',
      'The rooms will become the real time crime center.',
      ['real-time-crime-center'],
    ],
    ['Renovation of the second floor of Police Headquarters', 'Lockers and showers.', []],
    [
      'Resolution on immigration enforcement',
      'Federal agents must bring a warrant before license plate reader data is searched for them.',
      ['alpr'],
    ],
    ['Resolution on immigration enforcement', 'City land may not be used as a camp.', []],
    [
      'School resource officers, memorandum with the district',
      'Two officers serve at the high school. They wear body-worn cameras under the usual policy.',
      [],
    ],
  ] as const)('%s: %s', (title, text, technologies) => {
    expect(technologiesOf(title, text)).toEqual(technologies)
  })
})
