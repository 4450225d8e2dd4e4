import { describe, expect, it } from 'vitest'
import { createDetector } from '../../src/detect/detect.ts'

const detector = createDetector()
const detect = (title: string, text = '') => detector.detect({ title, text })

describe('what a title forbids', () => {
  it.each([
    ['ORDINANCE 41: no face recognition in video of the City', 'facial-recognition'],
    ['Petition of 40 residents: no plate cameras on the hill', 'alpr'],
    ['Resolution urging the Assembly not to ban speed cameras', 'photo-enforcement'],
    ['Committee takes no action on drone detection for the airport', 'counter-drone'],
  ])('%s', (title, technology) => {
    const { band, technologies } = detect(title)
    expect(band).toBe('found')
    expect(technologies).toContain(technology)
  })

  it.each([
    'Resolution to purchase body cameras without facial recognition',
    'Ordinance approving an agreement for body cameras, no facial recognition',
    'Body cameras, no facial recognition',
  ])('is none of what is bought: %s', (title) => {
    expect(detect(title).technologies).toEqual(['body-worn-camera'])
  })
})

describe("a firm's short name in a title", () => {
  it('is believed where the text tells which is meant', () => {
    const text =
      'The Chief said that the two-year agreement is up. Motion to renew for nine cameras.'
    expect(detect('Flock', text).vendors).toEqual(['flock-safety'])
    expect(detect('Flock', `${'Elm and gravel. '.repeat(400)}${text}`).vendors).toEqual([
      'flock-safety',
    ])
  })

  it('is none where it does not, or where the title tells of another', () => {
    expect(detect('Flock', 'The geese are to be moved to the pond.').band).toBe('none')
    expect(detect('Proclamation: Falcons volleyball, Flock to the Court Day').band).toBe('none')
  })

  it('bears out no vague word of a title', () => {
    const title = 'Amend the law to list the number of a vehicle instead of its license plate'
    expect(detect(title, 'Cameras take pictures.').technologies).not.toContain('alpr')
  })

  it('is no street where a dash ends it', () => {
    expect(detect('Evolv Express – High School').vendors).toEqual(['evolv'])
    expect(detect('Resurfacing of Evolv Street').band).not.toBe('found')
  })
})

describe('what means something else only where it may', () => {
  it.each([
    'Purchase of video wall displays for the Real Time Crime Center',
    'Flock license plate readers at the water treatment plant',
    'Transit Police: LeadsOnline renewal',
    'BWC grant, 25 percent match, Police',
    'TLOxp subscription for background investigations by detectives',
  ])('%s: found', (title) => {
    expect(detect(title).band).toBe('found')
  })

  it.each([
    'Laboratory plate reader, assay and ELISA kits',
    'Real-time information center (RTIC) signs for bus shelters',
    'MOU with MTA on BWI Rapid bus stop improvements',
  ])('%s: not', (title) => {
    expect(detect(title).band).not.toBe('found')
  })
})
