import { describe, expect, it } from 'vitest'
import { createDetector } from '../../src/detect/detect.ts'

const detector = createDetector()
const technologiesOf = (title: string, text = '') => {
  const { band, technologies } = detector.detect({ title, text }, { facts: false })
  return band === 'found' ? [...technologies].sort() : []
}

const filler = 'The Committee of the Whole heard the Chief and asked nothing further. '.repeat(12)

describe('what is bought together', () => {
  it.each([
    [
      'a product whose maker the title alone names',
      'Second amendment to the agreement with Axon Enterprise, Inc.',
      'It adds 31 Fleet 3 units for new cruisers.',
      ['in-car-video'],
    ],
    [
      'a product in the title whose maker the text alone names',
      'Police: Fleet licenses and upkeep',
      'A five-year purchase from Axon Enterprise, Inc.',
      ['in-car-video'],
    ],
    [
      'other goods of that name',
      'Public works: fleet equipment and upkeep',
      'A five-year purchase from Acme Motors.',
      [],
    ],
    [
      'a product whose maker is another day’s',
      'Police: Fleet licenses and upkeep',
      'In June 2016 the City contracted with Axon Enterprise for stun guns.',
      [],
    ],
    [
      'parts of a plan, one behind a name with a full stop',
      'Agreement with Axon Enterprise, Inc. for Officer Safety Plan 10',
      `${filler}The plan bundles Axon Body 4 cameras, storage on Evidence.com, Fleet 3 for 20 cars and Axon Air for the existing aircraft.`,
      ['body-worn-camera', 'digital-evidence-management', 'drone', 'in-car-video'],
    ],
    [
      'what a plan is only said to work with',
      'Agreement with Axon Enterprise, Inc. for Officer Safety Plan 10',
      `${filler}The plan bundles Axon Body 4 cameras. The existing in-car video system stays.`,
      ['body-worn-camera'],
    ],
    [
      'parts of a plan between semicolons',
      'Extension with Axon Enterprise (OSP 10 Premium)',
      `${filler}What is in it. Body-worn cameras for all officers; in-car video in 30 vehicles; training.`,
      ['body-worn-camera', 'in-car-video'],
    ],
    [
      'parts far down a list, and the place they are run from',
      'Extension with Axon Enterprise (OSP 10 Premium)',
      `${filler}What is in it. Body-worn cameras for all sworn officers and community service officers, with a new model every thirty months; in-car video in 30 vehicles; training with scenes on crisis; a stock of conducted energy weapons, their cartridges, batteries and holsters; and unmanned aircraft run from the real time crime center.`,
      ['body-worn-camera', 'drone', 'in-car-video'],
    ],
    [
      'what a department gets',
      'Renewal: police body cameras, licenses and supplies',
      'By the renewal the Department gets worn cameras, in-car cameras and a place to keep digital evidence.',
      ['body-worn-camera', 'digital-evidence-management', 'in-car-video'],
    ],
    [
      'storage that is bought with cameras',
      'More body-worn cameras for patrol, and storage on Evidence.com',
      '',
      ['body-worn-camera', 'digital-evidence-management'],
    ],
    [
      'where recordings are kept already',
      'State grant for body-worn cameras',
      'Officers wear cameras since 2019, with the video kept on Evidence.com. The grant buys twenty more.',
      ['body-worn-camera'],
    ],
    [
      'a list in a title, however often the text repeats its first member',
      'In-car video, body worn cameras and cloud storage, Axon Enterprise, Inc.',
      'Body worn cameras are due. Body worn cameras are tested. The body worn cameras of 2019 fail. Officers like body worn cameras. Body worn cameras are required.',
      ['body-worn-camera', 'digital-evidence-management', 'in-car-video'],
    ],
  ])('%s', (_, title, text, expected) => {
    expect(technologiesOf(title, text)).toEqual(expected)
  })
})

describe('cameras by where they are', () => {
  it.each([
    ['Purchase of cameras worn by officers', '', ['body-worn-camera']],
    ['Purchase of name tags worn by officers', '', []],
    ['Police: recorders mounted in patrol vehicles, award', '', ['in-car-video']],
    ['Police: gun racks mounted in patrol vehicles, award', '', []],
    ['Cameras in the police interview rooms', '', ['in-car-video']],
    ['Carpet in the police interview rooms', '', []],
    ['Two utility body trucks for the police garage', '', []],
    [
      'Five-year contract with Utility Associates, Inc., police recording system',
      'It takes in 40 body units, 22 car units and licenses.',
      ['body-worn-camera', 'in-car-video'],
    ],
    [
      'Body-worn cameras, conducted energy weapons and software to manage video, Sheriff',
      '',
      ['body-worn-camera', 'digital-evidence-management'],
    ],
  ])('%s', (title, text, expected) => {
    expect(technologiesOf(title, text)).toEqual(expected)
  })
})

describe('drones and their docks', () => {
  it.each([
    ['Police: Drone as First Responder pilot', '', ['drone-first-responder']],
    [
      'Drone as First Responder program and patrol drones for the Police Department',
      '',
      ['drone', 'drone-first-responder'],
    ],
    [
      'Police Foundation gift of two unmanned aerial systems and a docking station',
      '',
      ['drone', 'drone-first-responder'],
    ],
    ['Two Skydio X10 kits with a dock for the police', '', ['drone', 'drone-first-responder']],
    [
      'Police drone, batteries, and docking stations for body cameras',
      '',
      ['body-worn-camera', 'drone'],
    ],
    ['Repair of the dock at the marina; drone show for the Fourth of July', '', []],
    ['Working group: drones as a first response', '', ['drone-first-responder']],
  ])('%s', (title, text, expected) => {
    expect(technologiesOf(title, text)).toEqual(expected)
  })
})

describe('other tools by the names that clerks give them', () => {
  it.each([
    [
      'Mobile fingerprint devices and upkeep of the livescan station, Sheriff',
      '',
      ['biometric-identification', 'mobile-biometrics'],
    ],
    ['Mobile fingerprint readers for patrol', '', ['mobile-biometrics']],
    [
      'Order to FLIR Systems Inc., one Ultra 8500XR, Sheriff',
      'It joins a day camera and a thermal imager.',
      ['manned-aerial-surveillance', 'thermal-imaging'],
    ],
    ['New infrared turret, police helicopter', '', ['manned-aerial-surveillance']],
    ['Gun turret of the war memorial', '', []],
    ['Court services: ankle transmitters and their upkeep', '', ['electronic-monitoring']],
    ['Radio transmitters for public works', '', []],
    ['Jail: electronic surveillance of inmates on home detention', '', ['electronic-monitoring']],
    [
      'Contract with Axon Enterprise, Inc.',
      'The agreement takes in body cameras and report drafting software, which makes a first draft of the narrative.',
      ['ai-policing-assistant', 'body-worn-camera'],
    ],
    ['Annual report writing software for the auditor', '', []],
    ['Two cameras to be hidden in lamp posts, narcotics detectives', '', ['covert-audio-video']],
    ['Gas meters to be hidden behind a hedge, police station', '', []],
    ['Order: cameras in every vehicle of the police', '', ['in-car-video']],
    ['Child seats in every vehicle of the police', '', []],
    ['Police: iRecord interview system and two years of upkeep', '', ['in-car-video']],
    ['Weekly purchases: Teledyne FLIR, one K65', 'Fire camera for Engine 4.', []],
  ])('%s', (title, text, expected) => {
    expect(technologiesOf(title, text)).toEqual(expected)
  })
})
