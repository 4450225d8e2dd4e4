import { describe, expect, it } from 'vitest'
import { createDetector } from '../../src/detect/detect.ts'

const detector = createDetector()
const read = (title: string, text = '') => {
  const { band, technologies, vendors } = detector.detect({ title, text }, { facts: false })
  return band === 'found'
    ? { technologies: [...technologies].sort(), vendors: [...vendors].sort() }
    : { technologies: [], vendors: [] }
}

describe('what is bought, and what is there', () => {
  it.each([
    [
      'rooms whose pictures go where those of body cameras are kept',
      'Ordinance authorizing $54,000 for police interview room cameras',
      'Seven rooms are fitted with cameras. Recordings must go to the same cloud as those of the body cameras now in use.',
      ['in-car-video'],
    ],
    [
      'cameras and the cloud they record to',
      'Interview room cameras for the Police Division',
      'This expenditure outfits nine rooms with cameras and cloud storage.',
      ['digital-evidence-management', 'in-car-video'],
    ],
    [
      'storage that a title names',
      'Contract for 140 police body-worn cameras, to include redaction and unlimited cloud storage',
      '',
      ['body-worn-camera', 'digital-evidence-management'],
    ],
    [
      'a number said once more',
      'Two-year subscription to Flock Services to include license plate readers and software, 12 cameras',
      '',
      ['alpr'],
    ],
    [
      'two things, each counted',
      'Thirty (30) security cameras and seven (7) license plate readers for the Police Department',
      '',
      ['alpr', 'video-surveillance'],
    ],
    [
      'a center that the money was given for',
      'Retail crime grant purchase, Police Department',
      'The Village was awarded $120,000 under the retail crime program to establish a real-time crime center. Staff recommends the proposal of Flock Group, Inc. for ten license plate readers, $30,000.',
      ['alpr'],
    ],
    [
      'a grant for a center',
      'Acceptance of a grant for the Real-Time Crime Center',
      '',
      ['real-time-crime-center'],
    ],
    [
      'a center of intelligence in real time',
      'Renewal of software, Real-Time Criminal Intelligence Center',
      '',
      ['real-time-crime-center'],
    ],
    [
      'face matching on telephones',
      'Acceptance of a mobile facial recognition grant, Police Department',
      '',
      ['facial-recognition', 'mobile-biometrics'],
    ],
    [
      'squad cars and officers',
      'Purchase of five squad car and ten body cameras for the Police Department',
      '',
      ['body-worn-camera', 'in-car-video'],
    ],
    [
      'what stood before a crime center',
      'Award of contract to Constant Technologies, Police Department',
      'The Department has built a network of surveillance cameras and put in place license plate readers. A Real-Time Information Center is to be opened. The purchase of a video wall for the center is approved.',
      ['real-time-crime-center'],
    ],
    [
      'what is added behind a relative clause',
      'Change order to the police body camera agreement',
      'It adds Fusus for the real time crime center, which gives one map, and Draft One, which writes reports.',
      ['ai-policing-assistant', 'body-worn-camera', 'real-time-crime-center'],
    ],
    [
      'tools that a programme allows',
      'Pursuit grant, Police Department',
      'The State sought proposals for tools to manage pursuits, among them GPS tagging and drones. The award will pay for license plate readers.',
      ['alpr'],
    ],
  ])('%s', (_, title, text, expected) => {
    expect(read(title, text).technologies).toEqual(expected)
  })

  it.each([
    [
      'firms of a list, each with a sum',
      'Seizure fund expenditures, Police Department',
      'Council is asked to approve: ballistic shields ($22,000), Skydio X10 ($28,400), StarChase launchers ($21,000) and training ($9,000).',
      ['skydio', 'starchase'],
    ],
    [
      'offers for one thing',
      'Police camera system replacement',
      'Axon $812,000; Digital Ally $640,000; LensLock $588,000. Staff recommends purchase of body cameras from LensLock.',
      ['lenslock'],
    ],
    [
      'who came second and third',
      'RFP award, automated license plate readers',
      'Acme Security was ranked first; Flock Group, Inc. second; and Insight LPR, LLC third.',
      [],
    ],
    [
      'a brand of a house',
      'Renewal agreement with Motorola Solutions',
      'The agreement covers the Avigilon cameras on city buildings and in two parks.',
      ['avigilon', 'motorola-solutions'],
    ],
    [
      'what a firm took over',
      'Agreement with Axon Enterprise, Inc.',
      'The agreement is for Fusus, one map for the Real Time Crime Center.',
      ['axon', 'fusus'],
    ],
    [
      'who comes in place of what the law no longer allows',
      'Drone replacement, Police Department',
      'The unit will replace two aircraft, which the law no longer allows, with two Skydio X10 aircraft.',
      ['skydio'],
    ],
  ])('%s', (_, title, text, expected) => {
    expect(read(title, text).vendors).toEqual(expected)
  })
})
