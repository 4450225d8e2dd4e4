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
    ['Petition against plate-reading units on Route 9', '', ['alpr']],
    ['Police policy on captured plate data', '', ['alpr']],
    ['School zone speed detection, yearly report', '', ['photo-enforcement']],
    ['Presentation: cameras at red lights', '', ['photo-enforcement']],
    ['Presentation: cameras at speeding hot spots', '', ['photo-enforcement']],
    ['Ordinance on stop sign monitoring systems in school zones', '', ['photo-enforcement']],
    ['Stop signs at Elm Street', '', []],
    [
      'Ordinance for enforcement of speed in school zones by automated devices',
      '',
      ['photo-enforcement'],
    ],
    ['Agreement for satellite tracking of defendants', '', ['electronic-monitoring']],
    ['County electronic crimes task force, joint powers agreement', '', ['phone-forensics']],
    ['Grant to enlarge the waterfront camera network', '', ['video-surveillance']],
    [
      'Joint powers agreement with area law enforcement agencies on the sharing of intelligence',
      '',
      ['fusion-center'],
    ],
    ['Squad video replacement for the police', '', ['in-car-video']],
    ['Grant for video equipment in police transport vans', '', ['in-car-video']],
    ['Police van and body cameras', '', ['body-worn-camera', 'in-car-video']],
    ['Grant for the electronic recording of custodial interrogations', '', ['in-car-video']],
    ['Police: surveillance receiver kit, asset forfeiture fund', '', ['covert-audio-video']],
    ['Program of traffic light signal violation monitoring', '', ['photo-enforcement']],
    ['Tag reader network, five more units', '', ['alpr']],
    ['Sheriff: wireless biometric identification devices, ten', '', ['mobile-biometrics']],
    [
      'Agreement on data sharing with area law enforcement agencies',
      '',
      ['police-data-integration'],
    ],
    ['Discussion of cameras in parking garages', '', ['video-surveillance']],
    [
      'Agreement with Axon Enterprise for body worn cameras, stun guns, software and cloud data storage',
      '',
      ['body-worn-camera', 'digital-evidence-management'],
    ],
    [
      'Amend the Flock Safety agreement to add license plate readers and install security cameras in parks',
      '',
      ['alpr', 'video-surveillance'],
    ],
    ['Surveillance technology impact report for a drone', '', ['drone']],
    ['Report on cameras in city garages', '', ['video-surveillance']],
    ['In-vehicle mounted digital video recorders, RFP', '', ['in-car-video']],
    ['Police: covert cellular wire, forfeiture fund', '', ['covert-audio-video']],
    ['Fixed mount ALPR dual camera system', '', ['alpr']],
    [
      'Donation of thirty (30) cameras and seven (7) license plate readers',
      '',
      ['alpr', 'video-surveillance'],
    ],
    [
      'Grant for 40 fixed cameras; license plate readers in six places',
      '',
      ['alpr', 'video-surveillance'],
    ],
    ['Purchase of license plate readers and cameras from Flock Safety', '', ['alpr']],
    ['Two Skydio X10 for the PD, and for roof inspection', '', ['drone']],
    ['Community video policing program, seven more units', '', ['video-surveillance']],
    [
      'Purchase of Axon cameras and Evidence.com',
      '',
      ['digital-evidence-management', 'body-worn-camera'],
    ],
    [
      'Axon in-car video hardware, software and unlimited video storage',
      '',
      ['in-car-video', 'digital-evidence-management'],
    ],
    ['Interlocal agreement for a portable mobile ID fingerprint device', '', ['mobile-biometrics']],
    ['Real Time Crime Center (RTCC) license plate readers', '', ['alpr']],
    ['Camera based parking enforcement system', '', ['photo-enforcement']],
    [
      'Civil liability of the owner for passing steady red light signals',
      '',
      ['photo-enforcement'],
    ],
    ['Equipping vehicles with camera equipment, Sheriff’s fleet', '', ['in-car-video']],
    ['GPS tethers for the circuit court', '', ['electronic-monitoring']],
    ['MOU on the regional justice information system', '', ['police-data-integration']],
    ['Surveillance and access control project, town hall', '', ['video-surveillance']],
    [
      'State law enforcement camera grant, purchase of body-worn cameras',
      'It counts the vehicle cameras that an agency has.',
      ['body-worn-camera'],
    ],
    ['Military equipment use policy, two more drones', 'The policy follows AB 481.', ['drone']],
    ['Purchase of one mobile trailer surveillance camera', '', ['mobile-surveillance-trailer']],
    [
      'A motion asking the Chief of Police which patrol cars should be equipped with video cameras',
      'Police cars with video protect officers.',
      ['in-car-video'],
    ],
    ['Agreement with the county for Cal-ID', '', ['biometric-identification']],
    ['Eight body and two dashboard cameras', '', ['body-worn-camera', 'in-car-video']],
    ['A plan for a vehicle based camera system for airport police', '', ['in-car-video']],
    ['Digital interview system for the sheriff', '', ['in-car-video']],
    ['Two kinds of remote identification devices for deputies', '', ['mobile-biometrics']],
    [
      'Software that lets residents share doorbell camera footage with police',
      '',
      ['camera-registry-integration'],
    ],
    ['Asking the State to allow traffic infraction detection devices', '', ['photo-enforcement']],
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
      ['body-worn-camera', 'digital-evidence-management'],
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
    // Bare "cameras" beside police or a place, though a longer phrase stands around the word.
    ['Buying cameras for the police department', '', ['video-surveillance']],
    ['Purchase of cameras for the police department', '', ['video-surveillance']],
    ['Quote for cameras at the boat landing', '', ['video-surveillance']],
    ['Purchase of Nikon cameras for the crime scene unit', '', []],
    // What a maker is known for gives way to what the text buys from it.
    [
      'Third amendment to the agreement with Flock Group Inc.',
      'The amendment adds gunshot detection devices to the agreement, which the police asked for.',
      ['gunshot-detection'],
    ],
    [
      'Third amendment to the agreement with Flock Group Inc.',
      'The amendment adds twelve cameras and links them to the real-time crime center.',
      ['alpr'],
    ],
    // A title's bare "cameras" are those of its text.
    [
      'Cameras for the police',
      'The department asks for body-worn cameras for all officers.',
      ['body-worn-camera'],
    ],
    ['Installation of RTCC cameras', '', ['real-time-crime-center', 'video-surveillance']],
    ['License plate recognition camera program agreement', '', ['alpr']],
    ['LeadsOnline, real time crime investigation system for the police', '', ['data-broker']],
    ['Video management system for the libraries', '', ['video-surveillance']],
    ['GPS units for the snow plows', '', []],
    // A bland title over the decision itself.
    [
      'Accept - Gift of the Harbor Merchants, second part',
      'A resolution of the Board accepting a gift of $90,000 for twelve automated license plate readers.\n\nBackground: none.',
      ['alpr'],
    ],
    [
      'Accept - Gift of the Harbor Merchants, second part',
      'Thanks are due to the merchants, whose streets have automated license plate readers.',
      [],
    ],
  ])('%s', (title, text, technologies) => {
    expect(technologiesOf(title, text)).toEqual(technologies)
  })
})

describe('a vague word in a title', () => {
  const text = (what: string) =>
    `Background: the ${what} were hung in 2012 and fail in the cold. Staff asks for leave to renew them.`

  it('means what the text names plainly', () => {
    expect(technologiesOf('Riverwalk Cameras, phase two', text('surveillance cameras'))).toEqual([
      'video-surveillance',
    ])
  })

  it.each([
    ['Riverwalk Cameras, phase two', text('picnic tables')],
    ['Sewer inspection cameras, phase two', text('surveillance cameras of the plant')],
    ['Riverwalk benches, phase two', text('surveillance cameras')],
  ])('%s: does not', (title, about) => {
    expect(technologiesOf(title, about)).toEqual([])
  })
})

describe('what a text says of its title', () => {
  it.each([
    [
      'Purchase of a camera system from Northline Equipment',
      'The unit pans and rides in the line with 900 feet of cable; crews look for roots in the sanitary mains and manholes.',
    ],
    [
      'Amend the agreement with Axon Enterprise, Inc. by $48,200',
      'The sheriff issues Electronic Control Weapons to every deputy. More devices and cartridges are wanted.',
    ],
    [
      'Resolution for a contract with Verkada',
      'It renews the access control of the town hall: door controllers, badges and five years of licences.',
    ],
    [
      'Approve continued access to Live Scan of the Department of Justice',
      'It serves the background checks of foster parents and volunteers.',
    ],
    ['Contract with Axon Enterprise under a cooperative for police records management', ''],
    [
      'New five-year agreement with Axon Enterprise, Inc.',
      'It brings 24 TASER 10 devices. Body cameras are under a separate agreement and are not affected.',
    ],
    [
      'Award an installation contract for CCTV cameras',
      'The units show signal operators queue lengths at intersections from the traffic management center.',
    ],
    [
      'Nine patrol cars, and lights from Dana Safety Supply',
      'Radios and in-car cameras will be removed from the outgoing cars and reinstalled.',
    ],
    ['Undercover vehicles and a drug analyzer for the sheriff', ''],
    ['Add one unmanned aerial vehicle to the fixed asset list, and delete a land surveyor', ''],
    [
      'Equipment for the community room of the police and the cable access channel',
      'Projectors, microphones and four PTZ cameras, from PEG funds.',
    ],
  ])('%s: is told to be something else', (title, text) => {
    expect(technologiesOf(title, text)).toEqual([])
  })

  it.each([
    [
      'Purchase of a security camera system from Northline Equipment',
      'It watches the gates of the sewer plant and its manholes.',
      ['video-surveillance'],
    ],
    [
      'Purchase of a camera system for the police',
      'It replaces the one at the sewer plant, where tools were stolen.',
      ['video-surveillance'],
    ],
    [
      'Amend the agreement with Axon Enterprise, Inc. by $48,200',
      'The sheriff issues Electronic Control Weapons and body cameras to every deputy.',
      ['body-worn-camera'],
    ],
    [
      'Resolution for a contract with Verkada',
      'It renews the cameras and the access control of the town hall.',
      ['video-surveillance'],
    ],
    [
      'Award an installation contract for CCTV cameras',
      'The units show the police what happens at intersections; the traffic management center hosts them.',
      ['video-surveillance'],
    ],
    [
      'Accept the work of an alarm firm: intrusion alarm, security cameras and access control at the council chambers',
      '',
      ['video-surveillance'],
    ],
    ['Bid 9, Tek 84, Inc., Jail', '', ['weapons-detection']],
    ['End the agreement for wearable recording devices of the police', '', ['body-worn-camera']],
    ['Automated bus lane and bus stop enforcement, update', '', ['photo-enforcement']],
    [
      'Agreement with Smart Communications for telephones, video visitation and tablets in the jail',
      '',
      ['jail-communications-monitoring'],
    ],
    [
      'Live Scan, yearly support',
      'The price holds three years of licensing and upkeep.',
      ['biometric-identification'],
    ],
    [
      'Approve a Live Scan system for the jail',
      'Inmates are booked with it; applicants for permits use another one.',
      ['biometric-identification'],
    ],
  ])('%s: is what it seems', (title, text, technologies) => {
    expect(technologiesOf(title, text)).toEqual(technologies)
  })

  it('counts what the firm of the title makes for more', () => {
    const title = 'Agreement with Conduent State & Local Solutions, Inc.'
    const about = (what: string) =>
      detector.detect({ title, text: `The second amendment adds ${what} at four schools.` })
    expect(about('speed cameras').band).toBe('found')
    const odds = ({ support }: { support: number }) => Math.log(support / (1 - support))
    expect(odds(about('speed cameras'))).toBeGreaterThan(odds(about('body cameras')) + 1)
  })

  it('counts cameras for more under a title of security work', () => {
    const text = 'Card readers, new doors, and security cameras that watch the halls.'
    const supportOf = (title: string) => detector.detect({ title, text }).support
    expect(supportOf('Courthouse security improvements')).toBeGreaterThan(
      2 * supportOf('Courthouse carpet'),
    )
  })
})

describe('words that only look like ours', () => {
  it.each([
    ['Award to Lehr under an agreement of the County of Placer for light bars', ''],
    ['Accept an Automated Red Light Enforcement (ARLE) grant for a signal at Route 9', ''],
    ['Shelving for evidence storage at the police building', ''],
    ['Mosquito control: two drones with larvicide hoppers', ''],
  ])('%s', (title, text) => {
    expect(technologiesOf(title, text)).toEqual([])
  })

  it.each([
    ['Placer analytics, visits to the business district', '', ['location-data']],
    ['Automated red light enforcement, new contract', '', ['photo-enforcement']],
    [
      'Digital evidence storage for the police, shelving for its server',
      '',
      ['digital-evidence-management'],
    ],
    ['Drones of the sheriff, who also runs mosquito control', '', ['drone']],
  ])('but %s', (title, text, technologies) => {
    expect(technologiesOf(title, text)).toEqual(technologies)
  })
  it.each([
    ['Agreement with the state crime information center for a terminal'],
    ['Investigative services for the loss of payroll checks'],
    ['Public records software for the city clerk'],
    ['Contract for student monitoring in reading'],
  ])('leaves alone: %s', (title) => {
    expect(technologiesOf(title)).toEqual([])
  })
})

describe('summaries', () => {
  const vendorsOf = (title: string, text: string) => detector.detect({ title, text }).vendors

  it.each([
    ['Body cameras for deputies', 'The 40 Axon cameras have docks.', ['axon']],
    [
      'Body cameras for deputies',
      'Per the Motorola Solutions Inc. proposal.',
      ['motorola-solutions'],
    ],
    // Who was there before, and what a name in brackets is short for, is no party.
    ['Body cameras for deputies', 'In place of Axon.', []],
    ['Body cameras for deputies', 'The deputies already have Axon.', []],
  ])('names the one firm beside "%s": %s', (title, text, vendors) => {
    expect(vendorsOf(title, text)).toEqual(vendors)
  })

  it('leaves what is told in passing as a mention', () => {
    const told = 'Desks for detectives, who examine phones with phone forensics software.'
    const site = 'The contractor protects the body cameras of officers.'
    expect(technologiesOf('Furniture', told)).toEqual([])
    expect(technologiesOf('Award of a paving contract', site)).toEqual([])
  })
})

describe('kinds of items', () => {
  it.each([
    ['Request permission to surplus 20 body cameras', 'other'],
    ['Purchase of body cameras, and disposal of the old ones', 'procurement'],
    ['Workshop: police body cameras', 'report'],
    ['Workshop, and award of a contract for body cameras', 'procurement'],
    ['Approval to submit an application to the Drone Replacement Program of the State', 'grant'],
    ['Ord. No. 2031-07: red light camera enforcement', 'policy'],
    ['Ord. No. 2031-08: purchase of red light cameras from Redflex', 'procurement'],
    [
      'Resolution to approve an agreement with Acme for pole cameras, and an appropriation of $9,000 from the Frontline Grant Fund Balance',
      'procurement',
    ],
    [
      'Resolution authorizing the purchase of drones for the Police Department (Report from Chief Doe, heard with an informational report)',
      'procurement',
    ],
    [
      'Ordinance appropriating $70,000 as funding for security camera equipment; grant funding provided by the State, with a local match',
      'procurement',
    ],
    ['Resolution accepting a grant for security camera equipment; federal funds', 'grant'],
    ['Resolution on the permitted uses and the retention of security camera recordings', 'policy'],
    [
      'Purchase of security cameras, with training in their acceptable uses and records',
      'procurement',
    ],
    ['Body camera policy drafts', 'policy'],
    ['Review and discuss the drone policy of the Sheriff', 'policy'],
    ['Review and discuss the drone policy and award a contract to Skydio', 'procurement'],
    ['Police body-worn camera (BWC) audit', 'oversight'],
    ['Body camera audit software subscription', 'procurement'],
    ['Public hearing: a. Conduct a public hearing on the red light camera petition', 'oversight'],
    ['GPS monitoring services amendment and annual policy review', 'procurement'],
    ['Status of police body-worn cameras', 'report'],
    ['Status of the plate reader contract, and approval of its renewal', 'procurement'],
    ['Asking the Mayor to name a task force on security cameras', 'oversight'],
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
    [
      'An ordinance on surveillance technology; approving uses of plate readers and accepting the surveillance impact report',
      'oversight',
    ],
    ['Surveillance ordinance: plate readers and drones', 'oversight'],
    [
      'Ordinance to require departments that acquire surveillance technology to submit a data policy',
      'oversight',
    ],
    ['REPORT: Market Street security camera policy', 'policy'],
    ['A resolution requesting the Sheriff to say which cars need dash cameras', 'policy'],
    ['A resolution requesting approval of a contract for dash cameras', 'procurement'],
    ['Program update and purchase request for plate readers', 'procurement'],
    ['Discuss the policies and procedures of the plate reader program', 'policy'],
    ['Resolution against red light cameras in the county', 'policy'],
    ['Charter amendment to ban speed cameras', 'policy'],
    ['Set a second public hearing on body cameras for deputies', 'oversight'],
    ['Resolution: transparency in the procurement of surveillance technology', 'oversight'],
    [
      'Agreement of the school district and the police on access to security cameras',
      'data-sharing',
    ],
    ['Ordinance for a $90,000 grant from the State for plate readers', 'grant'],
    ['Reimbursement agreement with the town, $8,000 of the state grant for body cameras', 'grant'],
    [
      'Acceptance of $9,000 for a police drone video link, to be reimbursed by the Treasury',
      'grant',
    ],
  ])('%s: %s', (title, role) => {
    expect(roleOf(title)).toBe(role)
  })

  it('takes what somebody says beside the business of the day for a report', () => {
    const text = 'She pointed to the agreement with Flock Safety for plate readers on the agenda.'
    expect(roleOf('4. Chairwoman\u2019s remarks', text)).toBe('report')
    expect(roleOf('4. Agreement with Flock Safety', text)).toBe('procurement')
  })
})
