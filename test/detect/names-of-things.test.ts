import { describe, expect, it } from 'vitest'
import { createDetector } from '../../src/detect/detect.ts'
import { standingOf } from '../../src/detect/vendor-standing.ts'

const detector = createDetector()
const read = (title: string, text = '') => detector.detect({ title, text }, { facts: false })
const technologiesOf = (title: string, text = '') => {
  const { band, technologies } = read(title, text)
  return band === 'found' ? [...technologies].sort() : []
}
const vendorsOf = (title: string, text = '') => [...read(title, text).vendors].sort()

describe('things by the names that clerks give them', () => {
  it.each([
    ['Salient Systems CompleteView, five years', '', ['video-surveillance']],
    ['Iris system for the jail, biometric enrollment', '', ['biometric-identification']],
    ['Purchase of a Stingray for the Police Department', '', ['cell-site-simulator']],
    ['Detection system against hostile drone flights', '', ['counter-drone']],
    ['Retail theft grant: analytical real-time center', '', ['real-time-crime-center']],
    ['Retail theft grant for the real-time center of the police', '', ['real-time-crime-center']],
    ['Enrollment software for the real-time center of the college', '', []],
    ['Purchase of vehicle video systems for the Sheriff', '', ['in-car-video']],
    ['Regulations for oversight of law enforcement surveillance', '', ['surveillance-oversight']],
    ['Use of military and surveillance equipment', '', ['surveillance-oversight']],
    ['Membership in the regional terrorism early warning group', '', ['fusion-center']],
    ['LInX data sharing agreement', '', ['police-data-integration']],
    ['The links: data sharing with the golf course', '', []],
    ['Amped FIVE, two licenses', '', ['video-analytics']],
    ['T2 Systems LPR, downtown garages', '', ['alpr']],
    ['ALPRS PROGRAM: TEMPORARY SUSPENSION', '', ['alpr']],
    ['Contract for a closed circuit system upgrade, civic center', '', ['video-surveillance']],
    ['Pilot: Arlo units for code enforcement', '', ['video-surveillance']],
    ['Adopt the video camera policy', '', ['video-surveillance']],
    ['Notice of 30 days: RedSpeed, St. Mary school zone', '', ['photo-enforcement']],
    ['Agreement for a synchronized aerial show with 200 drones', '', []],
    ['Ordinance on video-monitoring systems in or on school buses', '', ['photo-enforcement']],
    ['Purchase of a closed circuit television (CCTV) van for the wastewater crews', '', []],
    ['Safe Fleet Mobile-Vision, yearly support', '', ['in-car-video']],
    ['Tactical audio kit for the narcotics unit', '', ['covert-audio-video']],
    ['Stonegarden grant for thermal cameras', '', ['thermal-imaging']],
    ['Thermal cameras for the ladder company', '', []],
    ['Samsara dash cameras for the solid waste fleet', '', []],
    ['Dash cameras for the patrol fleet', '', ['in-car-video']],
    ['Three remote surveillance units for the police', '', ['mobile-surveillance-trailer']],
    ['Four portable surveillance cameras for the sheriff', '', ['video-surveillance']],
    [
      'One portable surveillance camera trailer for the sheriff',
      '',
      ['mobile-surveillance-trailer'],
    ],
    [
      'Flock Safety: license plate readers and live video cameras for the police',
      '',
      ['alpr', 'video-surveillance'],
    ],
    ['Live video of council meetings', '', []],
    [
      'Award of bid: public safety camera system',
      'Five firms bid on vehicle, body and interview room cameras.',
      ['body-worn-camera', 'in-car-video'],
    ],
    [
      'Award of bid: camera system for the parks',
      'The firm already furnishes the police with license plate readers.',
      ['alpr', 'video-surveillance'],
    ],
    [
      'Contract for park security cameras',
      'With people search on, the cameras let an officer search by face.',
      ['facial-recognition', 'video-surveillance'],
    ],
    ['People search subscription, Police detectives', '', ['data-broker']],
    [
      'Order form with Clearview AI, Sheriff',
      'An investigative platform that gives leads.',
      ['facial-recognition'],
    ],
    ['Investigative database subscription, Police', '', ['data-broker']],
    [
      'Retail theft grant for the police',
      'One crime analyst; 12 fixed license plate readers on the main roads; training.',
      ['alpr'],
    ],
    ['Grant for one infrared surveillance pole camera, police', '', ['video-surveillance']],
    ['Infrared surveillance for the sheriff, one unit', '', ['thermal-imaging']],
    ['Police unmanned aircraft and docking systems', '', ['drone-first-responder']],
    ['Report on loud exhaust and sound-activated devices for the police', '', ['noise-detection']],
    ['Axon Unlimited Transcription for police recordings', '', ['ai-policing-assistant']],
    ['Police sensors: audio detection of gunfire at two parks', '', ['gunshot-detection']],
    ['Audio detection loops for the signal at Main Street', '', []],
    ['Town meeting on automated speed and red light cameras', '', ['photo-enforcement']],
    [
      'Accurint Virtual Crime Center, one year, Police',
      '',
      ['data-broker', 'police-data-integration'],
    ],
    ['License plate reader policy of the Criminal Intelligence Unit', '', ['alpr']],
    ['Dues of the Criminal Intelligence Center, Sheriff', '', ['fusion-center']],
    [
      'Surveillance Technology Task Force: body worn cameras',
      '',
      ['body-worn-camera', 'surveillance-oversight'],
    ],
    ['Surveillance technology impact report on body worn cameras', '', ['body-worn-camera']],
    ['Evidence storage lockers and shelving for the police', '', []],
    ['Cloud evidence storage for the police', '', ['digital-evidence-management']],
    ['Remote surveillance system for the reservoir', '', ['video-surveillance']],
    ['Grant for a pole camera trailer, police', '', ['mobile-surveillance-trailer']],
    ['Mobile video surveillance for 40 school buses', '', ['video-surveillance']],
    ['Mobile video surveillance for the lake front', '', ['mobile-surveillance-trailer']],
    ['Mobile Audio Video / Body Worn Camera package', '', ['body-worn-camera', 'in-car-video']],
    ['Mobile audio video cart for the library', '', []],
    ['Body Worn + Vehicle Mounted system, bid 7', '', ['body-worn-camera', 'in-car-video']],
    ['Vehicle mounted plow blades', '', []],
    ['Police: interview room recorders, two', '', ['in-car-video']],
    ['Interview room furniture', '', []],
    [
      'Axon: body-worn cameras, an evidence management and sharing platform, interview room hardware and software',
      '',
      ['body-worn-camera', 'digital-evidence-management', 'in-car-video'],
    ],
    [
      'Automated parking enforcement in two garages',
      'A trial of parking enforcement, with cameras that read license plates at each gate.',
      ['alpr', 'photo-enforcement'],
    ],
    [
      'In-car video for 12 cruisers, which is also able to read license plates',
      '',
      ['alpr', 'in-car-video'],
    ],
    ['Ordinance on trailers without license plates', '', []],
    ['Four more traffic light safety cameras', '', ['photo-enforcement']],
    ['Traffic light safety week', '', []],
    [
      'Ordinance on video monitoring systems to enforce the law on passing a stopped school bus',
      '',
      ['photo-enforcement'],
    ],
    ['Ordinance on passing a stopped school bus, fines', '', []],
    ['Two covert surveillance cameras, narcotics unit', '', ['covert-audio-video']],
    ['Police: audio and video recording devices, internal affairs', '', ['covert-audio-video']],
    ['Audio and video recording equipment for the clerk', '', []],
    ['Yearly dues of the county law enforcement exchange', '', ['police-data-integration']],
    ['Law enforcement student exchange', '', []],
    ['Forensic video and audio analysis, police laboratory', '', ['video-analytics']],
    ['DVR monitoring system for the jail and court', '', ['video-surveillance']],
    ['State of camera and video storage systems', '', ['video-surveillance']],
    ['Police use of video technology on traffic poles', '', ['video-surveillance']],
    ['Video technology classes for seniors', '', []],
    ['Renewal with Zonar for GPS tracking', '', []],
    ['Renewal of GPS tracking for detectives', '', ['gps-tracking']],
    ['Purchase of digital cameras for patrol', '', []],
    [
      'Digital cameras for the impound lot, police',
      'They watch the lot at night.',
      ['video-surveillance'],
    ],
  ])('%s', (title, text, expected) => {
    expect(technologiesOf(title, text)).toEqual(expected)
  })

  it('takes cameras of the police for what the text says they are', () => {
    const text = 'The cruisers get Arbitrator cameras. No other camera is bought.'
    expect(technologiesOf('Purchase of police cameras', text)).toEqual(['in-car-video'])
    expect(technologiesOf('Purchase of police cameras', 'Two are put at the park.')).toEqual([
      'video-surveillance',
    ])
  })

  it('leaves out what a crime center is fed with', () => {
    const title = 'Build a Real Time Crime Center'
    expect(
      technologiesOf(title, 'It gives officers live camera feeds and plate reader alerts.'),
    ).toEqual(['real-time-crime-center'])
    expect(technologiesOf(title, 'The award will purchase plate readers for it.')).toContain('alpr')
  })

  it('finds what a grant for highway safety buys the police', () => {
    const text =
      'The department will use the funding to purchase one car, two (2) drones and training.'
    expect(technologiesOf('Accept grant funding from the Office of Highway Safety', text)).toEqual([
      'drone',
    ])
    expect(technologiesOf('Report on highway safety', 'Some farms fly drones.')).toEqual([])
  })
})

describe('firms by the names that clerks give them', () => {
  it.each([
    ['GPS tracking by Securus Monitoring dba STOP', ['satellite-tracking-of-people']],
    ['Securus phones for the jail', ['securus']],
    ['Minuteman quote for security cameras and licenses', ['minuteman-security']],
    ['Security cameras along the Minuteman Bikeway', []],
    ['WatchGuard server, police', ['watchguard-video']],
    ['WatchGuard firewall licenses', []],
    ['An arbitrator’s award on body cameras', []],
    ['In-car video with WatchGuard, $65,000, and Motorola for radios', ['watchguard-video']],
  ])('%s', (title, expected) => {
    expect(vendorsOf(title)).toEqual(expected)
  })

  it('reads a sentence on over the end of a line', () => {
    const text = 'In May 2018, the City entered into a\nrenewal with Acme for gates'
    const start = text.indexOf('Acme')
    expect(standingOf(text, start, start + 4)).toBe('aside')
    const two = 'In May 2018, the City entered into a\nRenewal with Acme for gates'
    expect(standingOf(two, start, start + 4)).not.toBe('aside')
  })

  it.each([
    ['constant problems with the recorders bought from ', 'Acme', '', 'aside'],
    ['staff had no trouble, and bought from ', 'Acme', '', 'named'],
    ['the vendor, ', 'Acme', ', has offered an acceptable proposal', 'party'],
    ['the county had ', 'Acme', ' in mind, who offered less', 'aside'],
  ])('%s%s%s: %s', (head, name, tail, expected) => {
    expect(standingOf(head + name + tail, head.length, head.length + name.length)).toBe(expected)
  })

  it('is quick with long lines of a complaint', () => {
    const long = `${'problems with it '.repeat(60_000)}Acme`
    expect(standingOf(long, long.length - 4, long.length)).toBe('aside')
  })
})

describe('a maker whom only the title names', () => {
  const text =
    'The new agreement keeps the 20 plate readers and adds two square miles of Raven in the spring. The quote is good until June.'

  it('bears out a product of its text', () => {
    expect(technologiesOf('Flock Safety agreement, Police', text)).toContain('gunshot-detection')
  })

  it('is needed for a product named by a common word', () => {
    expect(technologiesOf('License plate reader agreement, Police', text)).toEqual(['alpr'])
  })
})

describe('what a firm is said to be', () => {
  it('names nothing that is bought from it', () => {
    const text =
      'The contract is for access to an investigative database (Accurint). LexisNexis Risk Solutions is the provider of Accurint Virtual Crime Center in North America.'
    expect(technologiesOf('Contract with LexisNexis Risk Solutions, Police', text)).toEqual([
      'data-broker',
    ])
  })

  it('tells what an item is about that names nothing else', () => {
    const text = 'The firm is the sole source provider of body-worn cameras to the department.'
    expect(technologiesOf('Renewal with Axon Enterprise, Inc., Police', text)).toEqual([
      'body-worn-camera',
    ])
  })
})

describe('what purchase lists call things', () => {
  it.each([
    ['LPR - PD', '', ['alpr']],
    ['LPRs - PD, $24,000', '', ['alpr']],
    ['LPR CAMS PD $18K', '', ['alpr']],
    ['Purchase of LPRs', '', ['alpr']],
    ['BWC - PD', '', ['body-worn-camera']],
    ['MVR - PD, year 2', '', ['in-car-video']],
    ['Services for LPRs and refugees', '', []],
    ['BWC premium, all departments', '', []],
    ['Rezoning to PD: LPR Holdings', '', []],
    ['Opioid settlement money for ankle monitors', '', ['electronic-monitoring']],
    ['Settlement funds for GPS ankle monitors', '', ['electronic-monitoring']],
    ['Remote electronic monitoring of ground settlement at the levee', '', []],
    ['CAMERA SYS - TOWN HALL', '', ['video-surveillance']],
    ['Camera sys. upgrade, library', '', ['video-surveillance']],
    ['Sewer camera sys, public works', '', []],
    ['Video surviellence equipment', '', ['video-surveillance']],
    ['Disease surveilance grant', '', []],
    ['RED LT CAMERAS, year 2', '', ['photo-enforcement']],
    ['In car cams', '', ['in-car-video']],
    ['Body worn cams & in-car cams', '', ['body-worn-camera', 'in-car-video']],
    ['MVR/BWC replacement', 'Sheriff', ['body-worn-camera', 'in-car-video']],
    ['Two throw robots for SWAT', '', ['ground-robot']],
  ])('%s', (title, text, technologies) => {
    expect(technologiesOf(title, text)).toEqual(technologies)
  })
})

describe('what a maker of several things sells', () => {
  it.each([
    ['Getac Video Solutions, squad upfit', '', ['in-car-video']],
    ['Getac Video: 6 units for new Tahoes', '', ['in-car-video']],
    ['Getac in-car systems', '', ['in-car-video']],
    ['Getac Video Solutions, 20 units', '', ['body-worn-camera']],
    ['LeadsOnline Quantum LPR', '', ['alpr']],
    ['LeadsOnline, one year', '', ['data-broker']],
    ['AXON BODY & FLEET', '', ['body-worn-camera', 'in-car-video']],
    ['Axon Body 4, ten units', '', ['body-worn-camera']],
    ['Digital Ally, Inc.', 'Vehicle camera systems for 6 cars', ['in-car-video']],
    ['Digital Ally, Inc.', 'Yearly support, $4,100', ['body-worn-camera']],
    ['Pay NCRIC for LPR database access', '', ['alpr']],
    ['Agreement with NCRIC', '', ['fusion-center']],
    ['FLIR Star Safire repair', '', ['manned-aerial-surveillance']],
    ['Cessna 206 camera system', 'For the Sheriff.', ['manned-aerial-surveillance']],
    ['Airport camera system, Cessna hangar', '', ['video-surveillance']],
  ])('%s', (title, text, technologies) => {
    expect(technologiesOf(title, text)).toEqual(technologies)
  })
})

describe('lists of orders', () => {
  it.each([
    [
      'LeadsOnline LLC $11,240 / Flock Group Inc $31,000',
      ['alpr', 'data-broker'],
      ['flock-safety', 'leadsonline'],
    ],
    [
      'Track Group $9,100; Cellebrite Inc $12,400',
      ['electronic-monitoring', 'phone-forensics'],
      ['cellebrite', 'track-group'],
    ],
    ['Flock Group Inc $31,000; Acme Paving $9,000', ['alpr'], ['flock-safety']],
    [
      'Flock Group Inc, license plate readers, $31,000, which work with LeadsOnline',
      ['alpr'],
      ['flock-safety'],
    ],
  ])('%s', (text, technologies, vendors) => {
    expect(technologiesOf('Purchase orders', text)).toEqual(technologies)
    expect(vendorsOf('Purchase orders', text)).toEqual(vendors)
  })
})
