import { describe, expect, it } from 'vitest'
import { createDetector } from '../../src/detect/detect.ts'

const detector = createDetector()
const read = (title: string) => detector.detect({ title, text: '' }, { facts: false })
const found = (title: string) => {
  const { band, technologies, vendors } = read(title)
  return band === 'found' ? [[...technologies].sort().join(' '), [...vendors].sort().join(' ')] : []
}

describe('drones, by the names that clerks and makers give them', () => {
  it.each([
    ['Remote Piloted Aircraft Systems for the police', 'drone', ''],
    ['Un-manned aerial vehicle for the sheriff', 'drone', ''],
    ['Sky-Hero Loki MK2 for the SWAT team', 'drone', ''],
    ['Teal Black Widow, Police Department', 'drone', ''],
    ['DroneDeploy renewal for the police', 'drone', ''],
    ['Drones for the enforcement of fireworks rules', 'drone', ''],
    ['BVLOS waiver for the police drone', 'drone', ''],
    ['Mavic 3 Enterprise for the fire marshal', 'drone', 'dji'],
    ['FLIR Black Hornet for the tactical team', 'drone', 'teledyne-flir'],
    ['DJI Dock 2, Sheriff', 'drone-first-responder', 'dji'],
    ['Guardian Station from BRINC', 'drone-first-responder', 'brinc'],
    ['Drones for first response', 'drone-first-responder', ''],
    ['Sunflower Labs system for the police', 'drone drone-first-responder', ''],
    ['Rooftop launch site for the drone', 'drone-first-responder', ''],
    ['cUAS equipment for the stadium', 'counter-drone', ''],
    ['Rogue drone response sensors', 'counter-drone', ''],
    ['Lease of a DedronePortable', 'counter-drone', 'dedrone'],
    ['EnforceAir2 for the airport police', 'counter-drone', 'd-fend'],
  ])('%s', (title, technologies, vendors) => {
    expect(found(title)).toEqual([technologies, vendors])
  })

  it.each([
    'Dallas Fire Rescue (DFR) overtime',
    'Deferred retirement (DFR) plan',
    'DroneUp delivery hub, site plan',
    'Fireworks and a drone display on the Fourth',
    'First responder drone light show',
    'Percepto eye clinic, lease',
    'Hidden Level Drive, speed humps',
    'DroneDeploy renewal for the assessor',
    'Part 107 and other federal aid rules',
  ])('watch nobody: %s', (title) => {
    expect(found(title)).toEqual([])
  })
})

describe('aircraft with crews, and robots', () => {
  it.each([
    ['Police helicopter: gimbal camera', 'manned-aerial-surveillance', ''],
    ['Infrared imaging, Air Support Unit', 'manned-aerial-surveillance', ''],
    ['L3Harris Technologies, Inc. for one MX-10', 'manned-aerial-surveillance', 'wescam'],
    ['Persistent aerial surveillance by plane', 'wide-area-aerial', ''],
    ['Explosive ordnance disposal robot, county share', 'ground-robot', ''],
    ['Remotely operated vehicle for the bomb squad', 'ground-robot', ''],
    ['Mini-Caliber SWAT robot', 'ground-robot', 'icor-technology'],
    ['L3Harris T7 robot', 'ground-robot', 'harris'],
  ])('%s', (title, technologies, vendors) => {
    expect(found(title)).toEqual([technologies, vendors])
  })

  it.each([
    'Camera for the aircraft hangar door',
    'Shotover River trail',
    'Remotely operated vehicle for tank inspection',
    'Boston Dynamics: tax increment agreement',
    'Dragon Runner foot race',
  ])('are not meant: %s', (title) => {
    expect(found(title)).not.toContain('manned-aerial-surveillance')
    expect(found(title)).not.toContain('ground-robot')
  })
})

describe('rules and reports about surveillance in general', () => {
  it.each([
    'Ordinance regulating the acquisition of surveillance equipment',
    'Surveillance Advisory Working Group: two seats',
    'New article: Police Technology Oversight',
    'Chapter 12, surveillance policy: yearly report',
  ])('%s', (title) => {
    expect(found(title)).toEqual(['surveillance-oversight', ''])
  })

  it.each([
    'Post Act of the American Legion',
    'Epidemiological surveillance program',
    'Equipment use policy of the gym',
    'Military leave policy',
  ])('are not meant: %s', (title) => {
    expect(found(title)).toEqual([])
  })
})
