import { describe, expect, it } from 'vitest'
import { createDetector } from '../../src/detect/detect.ts'

const detector = createDetector()
const found = (title: string) => {
  const { band, technologies, vendors } = detector.detect({ title, text: '' }, { facts: false })
  return band === 'found' ? [[...technologies].sort().join(' '), [...vendors].sort().join(' ')] : []
}

describe('firms by their products and their other names', () => {
  it.each([
    ['Body 4 and Fleet 3 from Axon', 'body-worn-camera in-car-video', 'axon'],
    ['Motorola SVX video speaker microphones', 'body-worn-camera', 'motorola-solutions'],
    ['SST, Inc., yearly subscription', 'gunshot-detection', 'soundthinking'],
    ['Bus Patrol America, second amendment', 'photo-enforcement', 'buspatrol'],
    ['BI SmartLINK for the pretrial office', 'electronic-monitoring', 'bi-incorporated'],
    [
      'Sentinel house arrest and electronic monitoring',
      'electronic-monitoring',
      'sentinel-offender',
    ],
    ['Gaggle Safety Management, one year', 'school-safety-monitoring', 'gaggle'],
    ['CABIS upgrade from Thales', 'biometric-identification', 'thales-cogent'],
    ['Covert Track Group, Inc.', 'gps-tracking', 'covert-track'],
    ['Nighthawk software for the detectives', 'location-data', 'nighthawk-cloud'],
    ['3SI bait trackers with ESP', 'gps-tracking', '3si'],
    ['Twelve CD62 cameras from Verkada', 'video-surveillance', 'verkada'],
    ['Mini dome cameras for the police station', 'video-surveillance', ''],
    ['Street Smart Rentals: camera trailer', 'mobile-surveillance-trailer', 'street-smart-rentals'],
  ])('%s', (title, technologies, vendors) => {
    expect(found(title)).toEqual([technologies, vendors])
  })
})

describe('firms that sell something else', () => {
  it.each([
    'Getac rugged laptops for the patrol cars',
    'Verint call recording at the 911 center',
    'LeadsOnline IBIS ballistics upkeep',
    'Meltwater for the communications office: news clipping',
    'Navigate360 ALICE training',
    'IdentoGO by Idemia for applicants',
    'Omnilert emergency notification',
    'Neology transponders for the toll lanes',
    'BI Incorporated, day reporting center',
    'L-Tron scanners for eCitation',
    'Avigilon Alta Access door readers',
    'Rekor traffic counts and incident detection',
    'Axon My90',
    'Axon Construction, pay request',
    'SST, Inc.: stainless tank',
  ])('%s', (title) => {
    expect(found(title)).toEqual([])
  })

  it.each([
    'Sound thinking about the budget',
    'A gaggle of geese in the park',
    'Bus patrol by officers on overtime',
    'Live earth day',
    'The track group of the high school',
    'Clear Creek bridge, with a note to Thomson Reuters',
  ])('or are none: %s', (title) => {
    expect(found(title)).toEqual([])
  })
})
