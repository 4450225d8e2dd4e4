import { describe, expect, it } from 'vitest'
import { createDetector } from '../../src/detect/detect.ts'

const detector = createDetector()
const technologiesOf = (title: string, text = '') => {
  const { band, technologies } = detector.detect({ title, text }, { facts: false })
  return band === 'found' ? [...technologies].sort() : []
}
const vendorsOf = (title: string) =>
  [...detector.detect({ title, text: '' }, { facts: false }).vendors].sort()

describe('plate readers by the names that clerks give them', () => {
  it.each([
    ['Six mobile LPR units for the traffic squad', ['alpr']],
    ['LPR server move to the county data center', ['alpr']],
    ['Fixed plate cameras, east bridge', ['alpr']],
    ['Lisence plate reader, Police', ['alpr']],
    ['Electronic chalking for the downtown parking officers', ['alpr']],
    ['Three agencies share plate scan and hot list data', ['alpr']],
    ['Toll by plate image review, Expressway Authority', ['alpr']],
    ['Packetalk, two trailers', ['alpr']],
    ['Genetec SharpV, four units for the garage', ['alpr']],
    ['LPR at the boat ramp', ['alpr']],
    ['Plate reader cameras for patrol cars', ['alpr']],
    ['Stolen vehicle detection cameras', ['alpr']],
    ['Commercial license plate data, one year', ['alpr']],
    ['Name plate recognition for retiring staff', []],
    ['LPR status of applicants', []],
    ['Pay by plate meters, Main Street', []],
    ['Rekor traffic count data, five intersections', []],
    ['Rekor plate recognition, five intersections', ['alpr']],
  ])('%s', (title, technologies) => {
    expect(technologiesOf(title)).toEqual(technologies)
  })
})

describe('photo enforcement in the words of statutes and programmes', () => {
  it.each([
    ['School bus infraction detection system, interlocal with the School Board', []],
    ['Monetary liability on the owner of a vehicle passing a stopped school bus', []],
    ['Local law: owner liability for failure to comply with traffic control signals', []],
    ['Notice of liability for speeding in a work zone', []],
    ['Unmanned traffic enforcement cameras, ordinance on first reading', []],
    ['Work zone speed control system', []],
    ['Automated street sweeping enforcement', []],
    ['Railroad crossing photo enforcement', []],
    ['Recorded images of traffic signal violations', []],
    ['Distracted driving cameras on Route 6', []],
    ['Toll violation enforcement', []],
    ['Transit lane enforcement cameras', []],
    ['Video enforcement of bike lane parking', []],
    ['STOP SIGN MONITORING SYSTEM', []],
    ['Stoplight cameras, repeal', []],
    ['Amend the code to conform to RCW 46.63.170, traffic infractions', []],
    ['School zone speed ordinance under Va. Code 46.2-882.1', []],
    ['RLR approaches, 625 ILCS 5/11-208.6', []],
    ['Cameras to ticket drivers who pass school buses', []],
    ['Speed violations captured by camera, civil penalty', []],
  ])('%s', (title) => {
    expect(technologiesOf(title)).toEqual(['photo-enforcement'])
  })

  it.each([
    'Property owner liability for sidewalks',
    'Monetary penalty on the owner of a vacant building',
    'Owner liability waiver, street fair',
    'Parcel 46-63-170, road easement',
    'Towing, telephone (555) 316-0083',
    'RLR Landscape Associates, planting plan',
    'Imposing liability on landlords for repeated calls',
    'Notice of liability claim, Doe v. Town',
    'Automatic speed control of ventilation fans',
    'Photo monitoring of the restored wetland',
    'Photographic evidence of blight',
    'Automated traffic signal performance measures',
    'Occupancy detection for hallway lights',
  ])('%s', (title) => {
    expect(technologiesOf(title)).toEqual([])
  })
})

describe('recorders in cars, in interview rooms and on officers', () => {
  it.each([
    ['MVR systems for eight patrol cars', ['in-car-video']],
    ['ICV replacement, Police', ['in-car-video']],
    ['DICVS maintenance', ['in-car-video']],
    ['Recorders for police cruisers', ['in-car-video']],
    ['Detective interview camera replacement', ['in-car-video']],
    ['Prisoner transport van video', ['in-car-video']],
    ['Cameras for all cruisers', ['in-car-video']],
    ['Video equipment in prisoner wagons', ['in-car-video']],
    ['Lease of officer and vehicle recorders', ['body-worn-camera', 'in-car-video']],
    ['Purchase of prisoner wagons', []],
    ['Recorders to be worn by deputies', ['body-worn-camera']],
    ['Surveillance cameras and body cameras, Police', ['body-worn-camera', 'video-surveillance']],
    ['BWCs and gunshot detection', ['body-worn-camera', 'gunshot-detection']],
    ['On-board cameras for patrol cars', ['in-car-video']],
    ['L3 Mobile-Vision Flashback units', ['in-car-video']],
    ['VALT recording system for the interview rooms', ['in-car-video']],
    ['MVR checks for drivers of city vehicles', []],
    ['Motor vehicle records (MVR) policy', []],
    ['BWC refresh, all sworn staff', ['body-worn-camera']],
    ['Officer-worn recorders', ['body-worn-camera']],
    ['Shoulder mounted camera for the cable channel', []],
    ['Portable audio/video recorders, Policy 422', ['body-worn-camera']],
    ['Video remote speaker microphones', ['body-worn-camera']],
    ['Ohio BWC safety intervention grant', []],
    ['BWC group rating premium', []],
    ['Getac rugged tablets for the police', []],
    ['Getac body cameras and tablets for the police', ['body-worn-camera']],
    ['Purchase of 12 body cameras of L3 Mobile-Vision, Inc.', ['body-worn-camera']],
    ['Body worn camera system from COBAN Technologies', ['body-worn-camera']],
    ['Body and in-car cameras of L3 Mobile-Vision', ['body-worn-camera', 'in-car-video']],
    ['Purchase from COBAN Technologies for patrol units', ['in-car-video']],
  ])('%s', (title, technologies) => {
    expect(technologiesOf(title)).toEqual(technologies)
  })

  it('names the maker whose longer product name stands there', () => {
    expect(vendorsOf('L3 Mobile-Vision Flashback units')).toEqual(['l3-mobile-vision'])
    expect(vendorsOf('Four L3 squad car camera systems')).toEqual(['l3-mobile-vision'])
    expect(vendorsOf('Motorola Solutions / WatchGuard M500 for six cars')).toEqual([
      'motorola-solutions',
      'watchguard-video',
    ])
  })
})

describe('evidence, reports, cars as witnesses, and trackers', () => {
  it.each([
    [
      'Storage of body camera video, new server',
      ['body-worn-camera', 'digital-evidence-management'],
    ],
    ['Police video storage, 80 TB', ['digital-evidence-management']],
    ['Axon Justice software for the State’s Attorney', ['digital-evidence-management']],
    ['Property and evidence management audit', []],
    ['Evidence management system with barcodes for the property room', []],
    ['Redaction software for recorded documents, County Clerk', []],
    ['Redaction software for documents of the police', []],
    ['WatchGuard firewall renewal, Police', []],
    ['Abel Construction, change order at the police station', []],
    ['Video redaction software, Police', ['digital-evidence-management']],
    ['Storage of evidence vehicles, tow lot', []],
    ['Digital media storage for the library', []],
    ['Axon Enterprise: cloud-based storage, Public Defender', ['digital-evidence-management']],
    ['Axon DraftOne, sixty seats', ['ai-policing-assistant']],
    ['AI review of body camera footage', ['ai-policing-assistant']],
    ['Body camera AI audit', ['ai-policing-assistant']],
    ['Draft 1 of the comprehensive plan', []],
    ['Vehicle black box download kit, crash team', ['vehicle-forensics']],
    ['Vehicle data recorder for the new fire engine', []],
    ['Vehicle pursuit policy', []],
    ['Vehicle pursuit tagging, ten cars', ['gps-tracking']],
    ['Electronic stakeout GPS devices', ['gps-tracking']],
    ['Pursuit alternative technology', ['gps-tracking']],
    ['Bait trailer with tracker', ['gps-tracking']],
  ])('%s', (title, technologies) => {
    expect(technologiesOf(title)).toEqual(technologies)
  })

  it('lets a title say what a firm is paid for, though its text tells of more', () => {
    const text = 'What defenders are sent is ever more body camera, car and jail video.'
    expect(technologiesOf('Axon Enterprise, cloud-based storage, Public Defender', text)).toContain(
      'digital-evidence-management',
    )
  })
})
