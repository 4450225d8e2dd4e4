import { describe, expect, it } from 'vitest'
import { createDetector } from '../../src/detect/detect.ts'

const detector = createDetector()
const read = (title: string, text = '') => detector.detect({ title, text }, { facts: false })
const thingsOf = (title: string, text = '') => {
  const { band, technologies, vendors } = read(title, text)
  return band === 'found' ? [...technologies, ...vendors].sort() : []
}

/** A title, and the technologies and firms that it names, sorted. */
type Case = readonly [title: string, things: readonly string[]]

const cameras: readonly Case[] = [
  ['Community camera project, second phase', ['video-surveillance']],
  ['Two cameras for the ballot drop boxes', ['video-surveillance']],
  ['Cameras on county poles', ['video-surveillance']],
  ['C.C.T.V. for the town garage', ['video-surveillance']],
  ['Servalance camera for the yard', ['video-surveillance']],
  ['Cellblock cameras', ['video-surveillance']],
  ['Recording system for transit vehicles', ['video-surveillance']],
  ['Arlo cameras for the dump site', ['video-surveillance']],
  ['Remote guarding of the corporation yard', ['video-surveillance']],
  ['Access control, intrusion and video: bids', ['video-surveillance']],
  ['Pelco VideoXpert upkeep', ['video-surveillance']],
  ['Pelco signal hardware', []],
  ['Sky Cop camera for the boat ramp', ['skycop', 'video-surveillance']],
  ['Vercada licenses for the depot', ['verkada', 'video-surveillance']],
  ['Presidio: upgrade of Milestone XProtect', ['milestone', 'presidio', 'video-surveillance']],
  ['Milestone payment to Presidio for switches', []],
  ['Visiting room video at the jail', []],
  ['Digital cameras for the building inspectors', []],
  ['GRIDSMART cameras, two crossings', []],
  ['Blink chargers at the depot', []],
  ['Downtown cams', ['video-surveillance']],
  ['Turret cameras, armory', ['video-surveillance']],
  ['Surveillance at the library', ['video-surveillance']],
  ['Camera coverage of the swimming pool', ['video-surveillance']],
  ['Surveillance upgrades at the annex', ['video-surveillance']],
  ['Minuteman Security: cameras of the school', ['minuteman-security', 'video-surveillance']],
  ['Passport photo camera for the clerk', []],
  ['Gate and camera upgrade, marina', ['video-surveillance']],
  ['Scale house camera', ['video-surveillance']],
  ['Hanwha solar modules', []],
  ['Cleaning, CCTV and lining of mains', []],
  ['Zoom Room cameras, town hall', []],
  ['Avigilon door access', []],
  ['Recording equipment of Bosch Security Systems', []],
]

const ofOthers: readonly Case[] = [
  ['Police access to school cameras', ['video-surveillance']],
  ['Police access to mall cameras', ['camera-registry-integration']],
  ["License: the police may view the academy's security cameras", ['camera-registry-integration']],
  ['Downtown district shares camera feeds with the police', ['camera-registry-integration']],
  ['Camera rebate program for homeowners', ['camera-registry-integration']],
  ['Video doorbell subsidy', ['camera-registry-integration']],
  ['Campus security cameras', ['video-surveillance']],
  ['District cameras at the park', ['video-surveillance']],
  ['Inventory of private cameras', ['camera-registry-integration']],
  ['Motels share footage with the police', ['camera-registry-integration']],
  ['Reimburse residents for doorbell cameras', ['camera-registry-integration']],
  ['Vouchers for doorbell cameras', ['camera-registry-integration']],
  ['Vouchers for taxi rides', []],
  ['Merchant camera partnership', ['camera-registry-integration']],
  ['Doorbell repair, senior center', []],
]

const places: readonly Case[] = [
  ['Domain awareness center', ['real-time-crime-center']],
  ['Crime command center', ['real-time-crime-center']],
  ['Two ALPR trailers', ['alpr', 'mobile-surveillance-trailer']],
  ['Cameras on wheels for the holidays', ['mobile-surveillance-trailer']],
  ['ALPR speed trailer', ['alpr', 'mobile-surveillance-trailer']],
  ['Observation trailer for the fair', ['mobile-surveillance-trailer']],
  ['Trailer of message boards', []],
]

const searched: readonly Case[] = [
  ['Video search software for the detectives', ['video-analytics']],
  ['People counting cameras, library', ['video-analytics']],
  ['FACESNXT access', ['facial-recognition']],
  ['Face painting at the fair', []],
  ['Discreet surveillance equipment', ['covert-audio-video']],
  ['Pole cameras for covert operations', ['covert-audio-video']],
  ['Walk-thru metal detectors', ['weapons-detection']],
  ['X-ray for the courthouse lobby', ['weapons-detection']],
  ['Dental x-ray for the clinic', []],
  ['Medical x-ray services, courthouse clinic', []],
  ['Omnilert: mass notification', []],
  ['Linewize, one year', ['school-safety-monitoring']],
  ['Vaping sensors', ['school-safety-monitoring']],
  ['A gaggle of geese at the pond', []],
  ['Security checkpoint equipment, county building', ['weapons-detection']],
  ['Checkpoint for drunk drivers', []],
  ['Body scans for firefighters, cancer program', []],
  ['Patriot One parade', []],
  ['Patriot One weapons screening', ['patriot-one', 'weapons-detection']],
  ['Celebratory gunfire: a warning', []],
  ['Live Earth compost', []],
  ['Flock gunfire sensors', ['flock-safety', 'gunshot-detection']],
  ['Bicycle counters on the trail', []],
  ['Recorders for controlled buys', ['covert-audio-video']],
  ['Video analysis and enhancement software', ['video-analytics']],
  ['Smart light poles', ['smart-city-sensors']],
  ['Thermal tracker for the deputies', ['thermal-imaging']],
  ['Shot spotting', ['gunshot-detection']],
  ['Loud exhaust cameras', ['noise-detection']],
]

describe('cameras and what they are bought for, by the names that clerks give them', () => {
  it.each(cameras)('%s', (title, things) => expect(thingsOf(title)).toEqual(things))
})

describe('security work whose text tells of cameras', () => {
  it.each([
    ['Jail security improvements: award', 'Forty cameras will be added.', ['video-surveillance']],
    ['Award for the county jail roof', 'Forty shingles will be added.', []],
    ['Install 12 cameras', '', ['video-surveillance']],
    ['Install 12 cameras for video detection of vehicles', '', []],
  ] as const)('%s', (title, text, things) => expect(thingsOf(title, text)).toEqual(things))
})

describe('cameras of others', () => {
  it.each(ofOthers)('%s', (title, things) => expect(thingsOf(title)).toEqual(things))
})

describe('rooms and trailers', () => {
  it.each(places)('%s', (title, things) => expect(thingsOf(title)).toEqual(things))
})

describe('what is searched, hidden, scanned and heard', () => {
  it.each(searched)('%s', (title, things) => expect(thingsOf(title)).toEqual(things))
})
