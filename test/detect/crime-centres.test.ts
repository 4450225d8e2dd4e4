import { describe, expect, it } from 'vitest'
import { createDetector } from '../../src/detect/detect.ts'

const detector = createDetector()
const read = (title: string, text = '') => {
  const { technologies, vendors } = detector.detect({ title, text }, { facts: false })
  return { technologies: [...technologies].sort(), vendors: [...vendors].sort() }
}
const both = ['camera-registry-integration', 'real-time-crime-center']

describe('a platform that joins the cameras of others to the police', () => {
  it.each([
    ['Renewal of the Fusus agreement, three years, Police', '', both],
    ['Twelve fususCORE appliances for the police', '', both],
    [
      'Real Time Crime Center software, Fusus, one year',
      'The map shows police vehicles. Merchants may register their cameras, and an investigator then knows whom to ask.',
      both,
    ],
    // Nobody tells of cameras of others.
    [
      'Real Time Crime Center software, Fusus, one year',
      'The map shows where police vehicles are.',
      ['real-time-crime-center'],
    ],
    // One of several things of one contract.
    [
      'Contract with Axon for body-worn cameras, evidence storage and Fusus',
      '',
      ['body-worn-camera', 'digital-evidence-management', 'real-time-crime-center'],
    ],
  ])('%s', (title, text, technologies) => {
    expect(read(title, text).technologies).toEqual(technologies)
  })
})

describe('what a platform is fed with', () => {
  it('is not bought with it, in a title', () => {
    expect(
      read(
        'Real Time Crime Center software that integrates ShotSpotter, license plate readers and street cameras',
      ),
    ).toEqual({ technologies: ['real-time-crime-center'], vendors: [] })
  })

  it('is not bought with it, in a text', () => {
    const text =
      'The room joins feeds from 300 cameras, license plate readers and gunshot sensors. It is paid for by a grant.'
    expect(read('Real Time Crime Center video wall', text).technologies).toEqual([
      'real-time-crime-center',
    ])
  })

  it('is told by a text under a title that names a firm alone', () => {
    const text =
      'The Police Department asks for a Real Time Crime Center: six consoles and a wall of displays. Officers are given live camera pictures and alerts from automated license plate readers.'
    expect(read('Agreement with Acme Displays, Inc.', text).technologies).toEqual([
      'real-time-crime-center',
    ])
  })

  it('is not bought with it where it is pulled into one search', () => {
    const text =
      'It pulls dispatch, jail booking, LPR and body worn camera data into one search for detectives.'
    expect(read('One-year Peregrine licence for the Police Department', text).technologies).toEqual(
      ['police-data-integration'],
    )
  })

  it('is not bought with a platform that the title only hints at', () => {
    const text =
      'The application draws together police records, license plate reader hits and other data for search by detectives.'
    expect(
      read(
        'Memorandum of Understanding on sharing information among law enforcement agencies',
        text,
      ).technologies,
    ).toEqual(['police-data-integration'])
  })

  it('is bought where a text pulls nothing together', () => {
    const text = 'The order brings ten license plate readers to the patrol cars.'
    expect(read('Software and equipment for the Police Department', text).technologies).toEqual([
      'alpr',
    ])
  })

  it('is bought where it stands beside the platform', () => {
    expect(
      read('Purchase of license plate readers and Real Time Crime Center software').technologies,
    ).toEqual(['alpr', 'real-time-crime-center'])
  })

  it('is a thing of its own where no platform is', () => {
    expect(
      read('In-car video that integrates license plate readers, 12 cruisers').technologies,
    ).toEqual(['alpr', 'in-car-video'])
  })
})
