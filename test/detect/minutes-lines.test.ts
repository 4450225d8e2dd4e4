import { describe, expect, it } from 'vitest'
import { createDetector } from '../../src/detect/detect.ts'

const detector = createDetector()

describe('short lines of minutes and agendas', () => {
  it.each([
    ['30-day notice – Flock', 'alpr'],
    ['Approve Flock for another year', 'alpr'],
    ['Flock update', 'alpr'],
    ['Notice of non-renewal: Flock', 'alpr'],
    ['Camera proposal for Town Hall', 'video-surveillance'],
    ['Camera quotes, Rotary Park', 'video-surveillance'],
    ['Replace surveillance hardware at the water plant', 'video-surveillance'],
    ['Speco recorder for the Police Department', 'video-surveillance'],
  ])('%s', (title, technology) => {
    const found = detector.detect({ title, text: '' })
    expect(found.relevant).toBe(true)
    expect(found.technologies).toEqual([technology])
  })

  it.each([
    'Discussion – Flock of Chickens Ordinance',
    'Update on the flock of geese',
    '30-day notice – Flocken Lane closure',
    'Peregrine falcon camera at the tower',
    'Falcon cam donation',
    'Camera proposal for broadcast from the council chambers',
  ])('but not %s', (title) => {
    expect(detector.detect({ title, text: '' }).relevant).toBe(false)
  })

  it('takes the maker’s Falcon for no bird', () => {
    const text = 'The manager may sign for nineteen Falcon cameras from Flock.'
    expect(detector.detect({ title: 'Sign order form', text }).relevant).toBe(true)
  })

  it('takes a bird for no product', () => {
    const text = 'The falcon cam at the tower was given by the Audubon Society.'
    expect(detector.detect({ title: 'Sign order form', text }).relevant).toBe(false)
  })

  it('reads below a title of few words who answered a call', () => {
    const text = 'Two firms answered the request for body-worn cameras.'
    expect(detector.detect({ title: 'RFQ results', text }).relevant).toBe(true)
  })

  it('takes acoustic sensors that look for leaks for no microphones', () => {
    const text = 'The service finds leaks with acoustic sensors on the water mains.'
    expect(detector.detect({ title: 'Service contract', text }).relevant).toBe(false)
  })
})
