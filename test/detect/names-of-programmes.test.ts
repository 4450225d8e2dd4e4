import { describe, expect, it } from 'vitest'
import { createDetector } from '../../src/detect/detect.ts'

const detector = createDetector()
const technologiesOf = (title: string, text = '') => {
  const { band, technologies } = detector.detect({ title, text }, { facts: false })
  return band === 'found' ? [...technologies].sort() : []
}

describe('statutes and programmes that mean recorders', () => {
  it.each([
    ['Portable event recorders for the Marshal', ['body-worn-camera']],
    ['Equipment in compliance with SB 176, Police Department', ['body-worn-camera']],
    ['SAFE-T Act body cameras', ['body-worn-camera']],
    ['Law Enforcement Camera Grant, award', ['body-worn-camera']],
    ['Equipment in compliance with SB 176', []],
    ['SAFE-T Act and cash bail: costs of the Public Defender', []],
    ['Support for Assembly Bill 162 on housing', []],
    ['Tamara Clayton Act award', ['alpr']],
  ])('%s', (title, technologies) => {
    expect(technologiesOf(title)).toEqual(technologies)
  })
})

describe('tools of investigators by name', () => {
  it.each([
    ['Cell tower scanner for the Prosecutor', ['location-data']],
    ['PCTEL SeeHawk kit', ['location-data']],
    ['RCFL participation agreement', ['phone-forensics']],
    ['Falcon NEO imager', ['phone-forensics']],
    ['CDR Premium kit', ['vehicle-forensics']],
    ['PimEyes subscription, detectives', ['facial-recognition']],
    ['Xaver 100, SWAT', ['thermal-imaging']],
    ['RaySecur MailSecur for the mailroom', ['weapons-detection']],
    ['Viken handheld x-ray imager', ['weapons-detection']],
    ['BOSS II chair for the jail', ['weapons-detection']],
    ['Fiberscope and pole camera for SWAT', ['covert-audio-video']],
    ['Robin Radar drone sensor', ['counter-drone']],
    ['CrossMatch renewal', ['biometric-identification']],
    ['TXGANG audit', ['gang-intelligence-database']],
    ['Cell tower lease, water tank', []],
    ['Fiberscope for the fleet shop', []],
    ['Network scanner and copier lease, Prosecutor', []],
    ['Portable x-ray for the animal shelter', []],
    ['Hand held x-ray fluorescence analyzer for lead paint', []],
    ['BRIC grant for hazard mitigation', []],
    ['STIC grant for roadway innovation', []],
  ])('%s', (title, technologies) => {
    expect(technologiesOf(title)).toEqual(technologies)
  })
})

describe('jails, courts and those released', () => {
  it.each([
    ['Storage server for the jail video recorders', '', ['video-surveillance']],
    ['Detention center video server', '', ['video-surveillance']],
    ['Wearable sensors for inmates: inmate heart rate monitors', '', ['electronic-monitoring']],
    ['24/7 Sobriety Program agreement', '', ['electronic-monitoring']],
    ['Bond condition monitoring', '', ['electronic-monitoring']],
    ['Edovo tablets', '', ['jail-communications-monitoring']],
    [
      'Jail server purchase',
      'The new server holds the recordings of the jail cameras. Cost is $9,150.',
      ['video-surveillance'],
    ],
    ['Jail server purchase', 'The new server runs the jail records software.', []],
    ['Sobriety court grant for treatment', '', []],
    ['Portable breath test devices, highway safety grant', '', []],
    ['Jail door control and intercom upgrade', '', []],
  ])('%s: %s', (title, text, technologies) => {
    expect(technologiesOf(title, text)).toEqual(technologies)
  })
})

describe('registers of what is pawned or scrapped', () => {
  const ordinance = 'Ordinance amending Chapter 12, Secondary Metals Recyclers'
  it.each([
    [
      ordinance,
      'Requires each recycler to install a retrievable electronic database and to upload transactions daily for police review.',
      true,
    ],
    [ordinance, 'Allows yards in the M-2 district behind a fence of eight feet.', false],
    ['NEWPRS participation', '', true],
    ['CheckMEND searches for stolen goods', '', true],
    [
      'Thomson Reuters order form – Police',
      'Two-year subscription to CLEAR for Law Enforcement.',
      true,
    ],
    ['Thomson Reuters order form – City Attorney', 'Westlaw, three users.', false],
    ['Pawnbroker license renewal', '', false],
    ['Scrap hauling agreement with a metals recycler', '', false],
  ])('%s: %s', (title, text, isFound) => {
    expect(technologiesOf(title, text)).toEqual(isFound ? ['data-broker'] : [])
  })
})
