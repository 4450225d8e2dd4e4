import { describe, expect, it } from 'vitest'
import { createDetector } from '../../src/detect/detect.ts'

const detector = createDetector()
const technologiesOf = (title: string, text = '') => {
  const { band, technologies } = detector.detect({ title, text }, { facts: false })
  return band === 'found' ? [...technologies].sort() : []
}

/** A name that stands in another, or beside it, and names nothing of its own there. */
describe('names beside names', () => {
  it.each([
    // The firm, whatever it sells.
    [
      'Purchase order to FLIR Detection, Inc. for a SkyWatch tower',
      '',
      ['mobile-surveillance-trailer'],
    ],
    ['Purchase of a FLIR handheld for the Sheriff', '', ['thermal-imaging']],
    ['GPS ankle monitoring with Securus Monitoring', '', ['electronic-monitoring']],
    ['Inmate telephones with Securus', '', ['jail-communications-monitoring']],
    ['Thomson Reuters agreement, online legal research for the Public Defender', '', []],
    ['Thomson Reuters CLEAR for investigators of the Sheriff', '', ['data-broker']],
    // The eyes of a plate reader, and cameras of a school.
    [
      'Plate reader for a patrol car',
      'The reader, a computer with infrared cameras, scans license plates in passing.',
      ['alpr'],
    ],
    ['Police access to school surveillance cameras', '', ['video-surveillance']],
    [
      'Agreement on video camera access by and between the Village and District 9',
      '',
      ['video-surveillance'],
    ],
    ['Transit only lane enforcement, update', '', ['photo-enforcement']],
    // News, and no centre.
    [
      'License plate reader agreement with Flock',
      'License plate readers give real-time crime information on stolen cars.',
      ['alpr'],
    ],
    // Whose money, or whose help it is.
    [
      'Grant for a mobile camera trailer',
      'A Homeland Security grant of the Northern Threat Analysis Center pays for the trailer with cameras.',
      ['mobile-surveillance-trailer'],
    ],
    // What goes into a common pool is shared by the agreement.
    [
      'Memorandum of Understanding with the Northern California Regional Intelligence Center',
      `The parties each benefit by the efficient use of what they have. ${'They meet each year. '.repeat(40)}The agency wishes to share license plate reader data with the others.`,
      ['alpr', 'fusion-center'],
    ],
    // What officers wear already.
    [
      'Ordinance authorizing a contract with Axon Enterprise, Inc. for a police in-car camera system (Axon Fleet System), 60 vehicles',
      'The Police Department now runs an in-car camera system: a camera on the windshield and one behind. Officers also wear an Axon body-worn camera and the in-car microphone.',
      ['in-car-video'],
    ],
    ["Upgrade of the bomb unit's robot, Police", '', ['ground-robot']],
    ['FLIR K-55 units for interior fire attack', '', []],
  ] as const)('%s', (title, text, technologies) => {
    expect(technologiesOf(title, text)).toEqual(technologies)
  })
})
