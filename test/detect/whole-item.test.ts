import { describe, expect, it } from 'vitest'
import { createDetector } from '../../src/detect/detect.ts'

const detector = createDetector()
const read = (title: string, text = '') => {
  const { band, technologies } = detector.detect({ title, text })
  return band === 'found' ? technologies : []
}

/** Drones by the surest words, and whose they are. */
describe('a rule for those who fly drones', () => {
  const hobby =
    'No person shall fly an unmanned aircraft over a park. A model aircraft flown for hobby or recreational purposes is a drone under this chapter.'

  it.each([
    ['Ordinance 12: chapter on unmanned aircraft', hobby],
    ['School policy on unmanned aircraft systems', 'Drones fly for instructional purposes alone.'],
  ])('is none of ours: %s', (title, text) => {
    expect(read(title, text)).toEqual([])
  })

  it.each([
    ['Ordinance 12: chapter on unmanned aircraft', ''],
    ['Police policy on unmanned aircraft systems', hobby],
    [
      'Ordinance 12: chapter on unmanned aircraft',
      `${hobby} A search warrant is asked for before police use of a drone.`,
    ],
  ])('may be ours: %s', (title, text) => {
    expect(read(title, text)).toContain('drone')
  })

  it('says why it was left out', () => {
    const { reasons } = detector.detect({
      title: 'Ordinance 12: chapter on unmanned aircraft',
      text: hobby,
    })
    expect(reasons.join('\n')).toContain('drones that others fly')
  })
})

describe('the purse of those who are held', () => {
  it.each([
    [
      'Annual Report on the Inmate Welfare Trust Fund',
      'Revenue from inmate telephone commissions pays for classes.',
      [],
    ],
    [
      'Inmate telephone agreement, Sheriff',
      'Commissions go to the Inmate Welfare Fund.',
      ['jail-communications-monitoring'],
    ],
  ])('%s', (title, text, technologies) => {
    expect(read(title, text)).toEqual(technologies)
  })
})

describe('what a list is called', () => {
  it.each([
    [
      'Authorization to Purchase Military Equipment, Namely One Commercial Drone System, for $26,187',
      ['drone'],
    ],
  ])('%s', (title, technologies) => {
    expect(read(title)).toEqual(technologies)
  })
})

describe('the name of a contract that is bought under', () => {
  it.each([
    [
      'Purchase drones for the police under Video Surveillance Equipment Contract 010720 (Sourcewell)',
      ['drone'],
    ],
    [
      'Purchase license plate readers utilizing the Sourcewell cooperative contract 010720-AXN for video surveillance equipment',
      ['alpr'],
    ],
    ['Purchase of video surveillance equipment for the garage', ['video-surveillance']],
  ])('%s', (title, technologies) => {
    expect(read(title)).toEqual(technologies)
  })
})

describe('words that mean something else beside others', () => {
  it.each([
    [
      'Camera trailer purchase',
      'Approval to purchase a camera trailer from Flexible Pipe Tool Company for $128,912, trade-in of the 2002 camera trailer included. The trailer now in use dates from 2002 and must be replaced because of corrosion and because camera equipment and software have moved on. It is used to televise sewers.',
    ],
    ['Update on a wildfire monitoring camera system', ''],
    ['Capital project: renovations for law enforcement evidence storage', ''],
    ['Videotaping of Commission meetings', 'A three-camera system shows all that is presented.'],
    ['GPS devices and monitoring of City-owned vehicles', ''],
    ['Neighborhood speed enforcement program report', ''],
    ['15 electronic traffic citation devices', ''],
  ])('%s', (title, text) => {
    expect(read(title, text)).toEqual([])
  })

  it.each([
    ['Camera trailer for the police', '', 'mobile-surveillance-trailer'],
    ['Wildfire fund pays for security cameras at the station', '', 'video-surveillance'],
    ['GPS monitoring of offenders', '', 'electronic-monitoring'],
    ['Automated speed enforcement program', '', 'photo-enforcement'],
  ])('and are ours: %s', (title, text, technology) => {
    expect(read(title, text)).toContain(technology)
  })
})

describe('papers whose titles name nothing', () => {
  it.each([
    [
      'ORDINANCE NO. 13-1207 (Prepared by: Transportation Planner and Asst. City Attorney)',
      'WHEREAS automated traffic infraction detectors having image capture technologies (red-light cameras) improve safety',
      'photo-enforcement',
    ],
    [
      'Chapter 84 [HISTORY: Adopted 10-3-18 by the Township Council, Ord. No. O-9-2018.]',
      'REGISTRANT: a business voluntarily registering its surveillance cameras with the Police Department.',
      'camera-registry-integration',
    ],
    [
      'S-44-15 Fort Reedy Police Department $3,518.20',
      'Applicant seeks approval to buy, with these funds, a camera system for the business district.',
      'video-surveillance',
    ],
  ])('%s', (title, text, technology) => {
    expect(read(title, text)).toContain(technology)
  })
})
