import { describe, expect, it } from 'vitest'
import { createDetector } from '../../../src/detect/detect.ts'
import { onlyNarrates } from '../../../src/detect/facts/narrated.ts'

const detector = createDetector()
const roleOf = (title: string, text = '') => detector.detect({ title, text }).role

describe('lines that tell who said what', () => {
  it.each([
    [
      'Mr. Olin said plate readers are costly. Chief Rowe explained how long pictures are kept.',
      true,
    ],
    ['Chief Rowe spoke about body cameras. No commitment was made by the Board to buy any.', true],
    ['Chief Rowe spoke about body cameras.', false],
    [
      'Mr. Olin asked what drones cost. Chief Rowe answered $9,000. Trustee Hale moved to buy one.',
      false,
    ],
    [
      'The Board discussed privacy. Members noted the consensus of the Board was to fund them.',
      false,
    ],
    ['Purchase of license plate readers, 12 units', false],
  ] as const)('%s', (words, is) => {
    expect(onlyNarrates(words)).toBe(is)
  })

  it.each([
    [
      'FLOCK SAFETY CAMERAS',
      'Chief Rowe stated that neighbours use license plate readers. Trustees gave comments on privacy and asked that the matter come back.',
      'report',
    ],
    [
      'FLOCK SAFETY CAMERAS',
      'Chief Rowe stated that neighbours use license plate readers. Trustee Hale moved to approve the quote of $9,000. Motion carried.',
      'procurement',
    ],
    ['Concept discussion: license plate readers at the bridges', '', 'report'],
    ['Security forum held on May 4, license plate readers', '', 'report'],
    ['Contract for license plate readers at the bridges', '', 'procurement'],
    ['In support of transparency on surveillance procurement', '', 'oversight'],
    ['Letter of agreement with the Police Officers Association on body worn cameras', '', 'policy'],
    ['Letter of agreement with Lenswork Inc. on body worn cameras', '', 'procurement'],
    ['Approval to submit application, state drone replacement program', '', 'grant'],
    ['Body worn cameras, 2021-DJ-BX-0333', '', 'grant'],
    ['Body worn cameras, contract 2021-0333', '', 'procurement'],
  ] as const)('%s: %s', (title, text, role) => {
    expect(roleOf(title, text)).toBe(role)
  })
})
