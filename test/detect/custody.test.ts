import { describe, expect, it } from 'vitest'
import { createDetector } from '../../src/detect/detect.ts'

const detector = createDetector()
const foundIn = (title: string, text: string) => {
  const { band, technologies } = detector.detect({ title, text }, { facts: false })
  return band === 'found' ? [...technologies].sort() : []
}

describe('what jails, courts and probation offices buy', () => {
  it.each([
    [
      'Vendor agreement, detention center',
      'The contract with PayTel keeps phones and tablets in the housing units.',
      ['jail-communications-monitoring'],
    ],
    [
      'Corrections: second amendment',
      'Add video visits for inmates; all social calls are recorded.',
      ['jail-communications-monitoring'],
    ],
    [
      'Revenue contract for the jail',
      'Contract for collect and prepaid calls by detainees from twelve wall sets.',
      ['jail-communications-monitoring'],
    ],
    [
      'Courthouse, new machine',
      'Purchase of an x-ray scanning system for bags that visitors carry.',
      ['weapons-detection'],
    ],
    [
      'Opioid settlement, request of the sheriff',
      'Allocate $140,000 for a body scanner at the jail.',
      ['weapons-detection'],
    ],
    [
      'Probation: new vendor',
      'Agreement for a smartphone app by which probationers check in with their officer.',
      ['electronic-monitoring'],
    ],
    [
      'Jail, equipment for rounds',
      'Buy 400 RFID wristbands and ten readers that follow inmates.',
      ['electronic-monitoring'],
    ],
    [
      'Juvenile hall, contract with the low bidder',
      'Replace the recorder and buy 30 cameras for the housing units of the jail.',
      ['video-surveillance'],
    ],
    ['Contraband interdiction system, prison farm', '', ['cell-site-simulator']],
  ])('finds %j', (title, text, expected) => {
    expect(foundIn(title, text)).toEqual(expected)
  })

  it.each([
    ['Jail medical services', 'Nurses see whom electronic monitoring staff send, $2,000,000.'],
    [
      'Boarding of detainees',
      'Resolved that electronic home monitoring be weighed before boarding.',
    ],
    ['Jail roof', 'Award of $300,000 for a roof over the cell block.'],
    ['Opioid settlement, request of the clinic', 'Allocate $60,000 for naloxone and a navigator.'],
    ['Courthouse floor', 'Pay for an x-ray of the concrete slab before drilling.'],
    ['Jail, new lines', 'Two administrative jail phone lines for staff offices.'],
    ['Supervised release grant', 'It pays the salaries of two officers. House arrest is one tool.'],
    ['Tablets for inspectors', 'Purchase of 18 tablets for the building inspectors.'],
  ])('stays quiet on %j', (title, text) => {
    expect(foundIn(title, text)).toEqual([])
  })
})

describe('a text that begins with what is done, under a title that says nothing', () => {
  it.each([
    [
      'Annual request of the prosecutor',
      'Renew the GrayKey license for one year.',
      ['phone-forensics'],
    ],
    ['Work session', 'Pilot program of GPS bracelets for six months.', ['electronic-monitoring']],
    ['Sheriff', 'The sheriff asked for two drones at $9,000.', ['drone']],
    ['Third addendum', 'Amend the agreement to add license plate readers.', ['alpr']],
    ['Foundation award', 'The grant pays for body-worn cameras.', ['body-worn-camera']],
  ])('finds %j', (title, text, expected) => {
    expect(foundIn(title, text)).toEqual(expected)
  })

  it.each([
    [
      'Store standards',
      'Amends Section 9 so that a late store shall keep a safe, lights and a security camera system.',
    ],
  ])('stays quiet on %j', (title, text) => {
    expect(foundIn(title, text)).toEqual([])
  })
})
