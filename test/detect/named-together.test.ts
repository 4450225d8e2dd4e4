import { describe, expect, it } from 'vitest'
import { createDetector } from '../../src/detect/detect.ts'

const detector = createDetector()
const technologiesOf = (title: string) =>
  [...detector.detect({ title, text: '' }, { facts: false }).technologies].sort()

const worn = ['body', 'body-worn', 'bodyworn', 'officer-worn']
const driven = [
  'in-car',
  'dash',
  'vehicle',
  'squad car',
  'patrol car',
  'fleet',
  'cruiser',
  'mobile',
]
const both = ['body-worn-camera', 'in-car-video']

describe('two kinds of camera that share their last word', () => {
  it.each(worn.flatMap((one) => driven.map((other) => [one, other])))('%s and %s', (one, other) => {
    for (const joint of [' and ', ' & ', '/'])
      for (const [first, second] of [
        [one, other],
        [other, one],
      ])
        for (const thing of ['cameras', 'video systems'])
          expect(
            technologiesOf(`Purchase of ${first}${joint}${second} ${thing} for the Police`),
          ).toEqual(both)
  })
})

describe('cameras beside others', () => {
  it.each([
    [
      'Purchase of security cameras and body cameras, Police',
      ['body-worn-camera', 'video-surveillance'],
    ],
    [
      'Agreement for in-car cameras and security cameras, Police',
      ['in-car-video', 'video-surveillance'],
    ],
    ['Purchase of ALPR and situational awareness cameras, Police', ['alpr', 'video-surveillance']],
    ['Acceptance of grant proceeds, In-Car Video Camera Systems', ['in-car-video']],
    ['In-car digital video recording systems for patrol', ['in-car-video']],
    ['Purchase of body cameras and recording equipment, Police', ['body-worn-camera']],
  ])('%s', (title, technologies) => {
    expect(technologiesOf(title)).toEqual(technologies)
  })
})
