import { describe, expect, it } from 'vitest'
import { createDetector } from '../../src/detect/detect.ts'

const detector = createDetector()
const named = (title: string, text = '') => {
  const { band, technologies } = detector.detect({ title, text }, { facts: false })
  return band === 'found' ? [...technologies] : []
}

describe('cameras by no other name', () => {
  it.each([
    'Award of bid, twelve cameras, Hatley Electric',
    'Hotel tax: cameras for the bandstand, $31,000',
    'Motion to pay for a camera by the boat wash',
    'Accept block grant of $40,000, cameras at Linden Terrace',
  ])('bought, granted or paid for: %s', (title) => {
    expect(named(title)).toEqual(['video-surveillance'])
  })

  it.each([
    ['Harbor Committee', 'The committee awarded cameras for the slip to Bly Alarm at $6,150.'],
    ['Citizens to be heard', 'Ms. Orne spoke for the license plate readers on Route 4.'],
  ])('under a heading of a meeting: %s', (title, text) => {
    expect(named(title, text)).not.toEqual([])
  })

  it.each([
    ['Purchase of thermal image cameras, Division of Fire', ''],
    ['Grant to the Fire District for three cameras, one to a pumper', ''],
    ['Purchase order with Econolite', 'The upgrade of signal cameras tells bicycles from cars.'],
    [
      'Police Department, purchase of equipment',
      'The grant buys a multi-channel recording system.',
    ],
    [
      'Accept grant, Sheriff',
      'Digital cameras of the patrol will be replaced. The digital cameras photograph crime scenes. Old digital cameras are sold. Mr. Poe asked which cameras the grant meant.',
    ],
  ])('of something else: %s', (title, text) => {
    expect(named(title, text)).toEqual([])
  })
})

describe('cams, and what records in cars', () => {
  it.each([
    ['Foundation gift: 40 cams, downtown, with fiber', 'video-surveillance'],
    ['Homeland security award, cams at the airport', 'video-surveillance'],
    ['Lobby cameras for Town Hall and the ambulance bay', 'video-surveillance'],
    ['Report of the ad hoc camera committee', 'video-surveillance'],
    ['Chief to buy two in-car systems for patrol', 'in-car-video'],
    ['Ordinance on keeping plate reads no longer than two weeks', 'alpr'],
    ['Report on Clearview searches by detectives', 'facial-recognition'],
    ["Parents' petition on Gaggle", 'school-safety-monitoring'],
    ['Juvenile court, bid for electronic monitors', 'electronic-monitoring'],
  ])('%s', (title, technology) => {
    expect(named(title)).toContain(technology)
  })

  it.each([
    'Purchase of cams and rockers, fleet engine rebuild',
    'Rear cameras for the ambulance',
    'In-car radios and modems for Public Works',
    'A gaggle of geese at the pond, park rules',
    'Clearview Avenue sidewalks',
  ])('nothing of ours: %s', (title) => {
    expect(named(title)).toEqual([])
  })
})

describe('an imaging turret', () => {
  it('of an aircraft sees heat', () => {
    expect(named('Sheriff, Wescam MX-15 turret for the helicopter').sort()).toEqual([
      'manned-aerial-surveillance',
      'thermal-imaging',
    ])
  })
})

describe('short names and statutes', () => {
  it.each([
    ['Peregrine, sole source, three years, $81,000', 'police-data-integration'],
    ['Mobile Pro trailer, rent for the fair', 'mobile-surveillance-trailer'],
    ['Auto theft team, LPR access for member agencies', 'alpr'],
    ['Policy 6.14, audio and video recording on school buses', 'video-surveillance'],
    ['Fines for automated traffic law violations', 'photo-enforcement'],
  ])('%s', (title, technology) => {
    expect(named(title)).toContain(technology)
  })

  it.each([
    'Peregrine falcon nest box on the bridge',
    'Reader services for the blind',
    'Meter readers, two positions',
    'Sentinel Trailer Sales, utility trailer',
  ])('nothing of ours: %s', (title) => {
    expect(named(title)).toEqual([])
  })
})
