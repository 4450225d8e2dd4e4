import { describe, expect, it } from 'vitest'
import { createDetector } from '../../../src/detect/detect.ts'
import { readAction } from '../../../src/detect/facts/action.ts'

const { detect } = createDetector()

describe('a programme of a firm that grows or goes on', () => {
  it.each([
    ['renew', 'Extend body camera program with Axon two years'],
    ['renew', 'Extend ShotSpotter service two years'],
    ['amend', 'Expand ALPR program – Flock – 6 cameras'],
    ['amend', 'Increase ALPR cameras from 12 to 30 (Flock)'],
    ['approve-contract', 'Establish drone as first responder program (Skydio)'],
  ] as const)('is bought, %s: %s', (action, title) => {
    const { role, action: done } = detect({ title, text: '', section: null })
    expect([role, done]).toEqual(['procurement', action])
  })

  it('reads the term of a contract', () => {
    const read = readAction('Acme: Amend. 4', 'Extend term of speed camera program to 2031.', false)
    expect(read).toEqual({ role: 'procurement', action: 'amend' })
  })

  it.each([
    'Establish a policy for the Flock camera program',
    'Increase fines in the speed camera program',
    'Extend the moratorium on facial recognition cameras one year',
    'Increase transparency of the Flock camera program',
  ])('is no purchase where it is a rule: %s', (title) => {
    expect(readAction(title, '', false, true).role).not.toBe('procurement')
  })

  it('is a law where no firm is named', () => {
    const title = 'Extend the red light camera program to June 30, 2031'
    expect(readAction(title, '', false).role).toBe('policy')
  })
})
