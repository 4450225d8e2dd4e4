import { describe, expect, it } from 'vitest'
import { createDetector } from '../../src/detect/detect.ts'

const detector = createDetector()
const technologiesOf = (title: string, text = '') => [
  ...detector.detect({ title, text }, { facts: false }).technologies,
]

describe('what an item tells of and does not decide on', () => {
  const title = 'Agreement with Flock Safety for twelve license plate readers, police'
  const fixed = 'Twelve license plate readers are leased for two years at $72,000.'

  it.each([
    'Body cameras are on their own contract.',
    "The officers' body cameras come to Council in a separate item.",
    'Body cameras were bought in 2022 with bond money.',
    'Body cameras remain under the lease of 2023.',
    'Body-worn cameras will be taken up in the fall.',
    'The body cameras were struck by the committee.',
    'The review did not look at body cameras or storage.',
    'Body cameras are in the budget of next year.',
    'The Department also has body cameras for patrol.',
    "The body cameras aren't before the Council tonight.",
    'Neighboring towns have bought body cameras.',
    'In 2021 the Council approved body cameras.',
    'A separate agreement covers body cameras.',
    'Trustee Hale: what of the body cameras?',
    'Body cameras (not included).',
    'The other proposal, for body cameras, was not opened.',
    'The body cameras installed in 2021 send it their pictures.',
    'Body cameras are prepaid, and the docks with them.',
    'Body cameras (Utility) not touched.',
    'The body cameras shall not be activated before that.',
    'A motion to add body cameras died for want of a second.',
    "Bailiffs' body cameras are the State's property.",
    'Existing: ten body cameras.',
    'The firm also sells body cameras.',
  ])('leaves out: %s', (sentence) => {
    expect(technologiesOf(title, `${fixed} ${sentence}`)).toEqual(['alpr'])
  })

  it('keeps what is bought with it', () => {
    const text = `${fixed} The order also includes ten body cameras, $9,000.`
    expect(technologiesOf(title, text).sort()).toEqual(['alpr', 'body-worn-camera'])
  })

  it.each([
    'Body cameras for ten officers, to be installed in 2026, are bought with them at $9,000.',
    'Body cameras are paid from forfeitures, $9,000.',
  ])('keeps what is yet to come: %s', (sentence) => {
    expect(technologiesOf(title, `${fixed} ${sentence}`)).toContain('body-worn-camera')
  })

  it('keeps what nothing else tells of', () => {
    expect(
      technologiesOf('Police Department update', 'The purchase of body cameras was rejected.'),
    ).toEqual(['body-worn-camera'])
  })
})

describe('eyes for heat, and what carries them', () => {
  it.each([
    ['Purchase of a thermal drone for the Sheriff', ['drone', 'thermal-imaging']],
    ['Police: one UAS with thermal, $18,000', ['drone', 'thermal-imaging']],
    ['Purchase of a FLIR-equipped UAS, Police Department', ['drone', 'thermal-imaging']],
    [
      'Sheriff aviation unit: FLIR ball for the helicopter',
      ['manned-aerial-surveillance', 'thermal-imaging'],
    ],
    ['Port security: thermal perimeter cameras', ['thermal-imaging', 'video-surveillance']],
    ['Purchase of a drone for the Sheriff', ['drone']],
  ])('%s', (title, technologies) => {
    expect(technologiesOf(title).sort()).toEqual(technologies)
  })

  it('leaves cameras that firefighters carry alone', () => {
    expect(technologiesOf('Thermal imaging cameras for the Fire Department')).toEqual([])
  })
})

describe('parts of a purchase, each with a sum of its own', () => {
  it('names each of them', () => {
    const text =
      'The award pays for gunshot sensors, $310,000; plate readers, $120,000; and cameras for the square, $95,000.'
    expect(technologiesOf('Public safety grant, acceptance', text).sort()).toEqual([
      'alpr',
      'gunshot-detection',
      'video-surveillance',
    ])
  })

  it('takes one sum for one thing', () => {
    const text = 'The Department would like two more Flock Falcon cameras, $6,400.'
    expect(technologiesOf('Amendment with Flock Safety', text)).toEqual(['alpr'])
  })
})

describe('software that looks for guns in pictures', () => {
  it.each([
    ['Agreement with ZeroEyes, city hall', ['video-analytics', 'weapons-detection']],
    ['AI gun detection software for the library', ['video-analytics', 'weapons-detection']],
    ['Walk-through weapons detection at the courthouse', ['weapons-detection']],
  ])('%s', (title, technologies) => {
    expect(technologiesOf(title).sort()).toEqual(technologies)
  })
})

describe('names that statutes and manuals give to cameras of officers', () => {
  it.each([
    ['Police policy 423, portable audio/video recorders', ['body-worn-camera']],
    ['Sheriff: portable event recorders, five years', ['body-worn-camera']],
    ['Portable audio system for the bandstand', []],
  ])('%s', (title, technologies) => {
    expect(technologiesOf(title)).toEqual(technologies)
  })
})

describe('centres that data are exchanged with', () => {
  it.each([
    [
      'Memorandum with the Regional Intelligence Center for sharing of license plate reader data',
      ['alpr'],
    ],
    ['Memorandum with the Regional Intelligence Center, one analyst', ['fusion-center']],
  ])('%s', (title, technologies) => {
    expect(technologiesOf(title)).toEqual(technologies)
  })
})
