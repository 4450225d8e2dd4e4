import { describe, expect, it } from 'vitest'
import { createDetector } from '../../src/detect/detect.ts'

const detector = createDetector()
const technologiesOf = (title: string, text = '') => {
  const { band, technologies } = detector.detect({ title, text })
  return band === 'found' ? technologies : []
}
const roleOf = (title: string, text = '') => detector.detect({ title, text }).role

/** Own words, in the manner of clerks whose items were read on places that no rule was written from. */
describe('things that go by other names', () => {
  it.each([
    ['Purchase of one mobile trailer surveillance camera', '', ['mobile-surveillance-trailer']],
    [
      'A motion asking the Chief of Police which patrol cars should be equipped with video cameras',
      'Police cars with video protect officers.',
      ['in-car-video'],
    ],
    ['Agreement with the county for Cal-ID', '', ['biometric-identification']],
    ['Purchase of phone analytics software for detectives', '', ['phone-forensics']],
    [
      'Joining the sheriff’s automated booking system',
      'The system takes digital mug shots and has a livescan station.',
      ['biometric-identification'],
    ],
    [
      'Accept a grant for target hardening with video cameras at the reservoir',
      '',
      ['video-surveillance'],
    ],
    [
      'Letting residents register their privately owned cameras with the police',
      '',
      ['camera-registry-integration'],
    ],
    [
      'Ratify the application for a State grant for terrorism prevention activities of program year 2027, to request funding for a robot',
      '',
      ['ground-robot'],
    ],
    [
      'Body-worn cameras, accessories, software and video storage, contract with Axon',
      '',
      ['body-worn-camera'],
    ],
    [
      'Amendment to the contract with Fusus under the surveillance technology chapter',
      '',
      ['real-time-crime-center'],
    ],
    ['Video storage for the police department', '', ['digital-evidence-management']],
    [
      'Presentation on a drone street survey',
      'The consultant showed drone flights for planimetric data, reality capture and 3D modeling.',
      [],
    ],
  ])('%s', (title, text, technologies) => {
    expect(technologiesOf(title, text)).toEqual(technologies)
  })
})

describe('kinds of items', () => {
  it.each([
    ['Informational hearing - gunshot detection contract of the police', 'oversight'],
    [
      'Aerial surveillance pilot, calling on the Board of Estimates to hold a public hearing before its agreement is extended',
      'oversight',
    ],
    ['Review and discuss the use of plate readers and give direction', 'report'],
    [
      'Award of a service contract to ShotSpotter, and appropriating $90,000 for the violence prevention grant program',
      'procurement',
    ],
    [
      'Submission of a drone replacement financial assistance agreement to the State, requesting $70,000',
      'grant',
    ],
    ['Joint agreement on the Body-Worn Camera Policy and Implementation Program Grant', 'grant'],
    // The number of a paper makes no law of a contract.
    ['Body-Worn Cameras - Requirements Contract - RFP 26-011 (Ordinance S-51234)', 'procurement'],
    ['Purchase of Plate Readers for the Police Department (Bill No. 81-26)', 'procurement'],
    ['Plate Reader Retention Rules (Ordinance)', 'policy'],
  ])('%s: %s', (title, role) => {
    expect(roleOf(title)).toBe(role)
  })
})
