import { describe, expect, it } from 'vitest'
import { createDetector } from '../../src/detect/detect.ts'

const detector = createDetector()
const read = (title: string, text = '') => {
  const { band, technologies } = detector.detect({ title, text }, { facts: false })
  return [band, ...technologies]
}

/** Lists of military equipment hold drones and robots nearly everywhere, and armour and rifles besides. */
describe('papers that often list what is ours', () => {
  const titles = [
    'AB 481 annual report',
    'Controlled Equipment Use Policy, yearly review',
    'Policy for the funding and use of military equipment',
    'Military equipment impact statements',
    'Policy 707, military equipment: yearly look',
    'Police Equipment and Community Safety Ordinance',
    'Military equipment use policy of the police, yearly report',
    'Renewal of the ordinance on police military equipment',
  ]

  it.each(titles)('%s: possible where none is named', (title) => {
    expect(read(title)).toEqual(['possible', 'surveillance-oversight'])
    expect(read(title, 'The list holds rifles, armored vehicles and flashbangs.')).toEqual([
      'possible',
      'surveillance-oversight',
    ])
  })

  it.each(titles)('%s: found where one is named', (title) => {
    const [band, ...technologies] = read(title, 'The police operate two drones.')
    expect(band).toBe('found')
    expect(technologies).toContain('drone')
  })

  it('are found where the paper is of surveillance too', () => {
    expect(read('Ordinance on military equipment and surveillance technology')).toEqual([
      'found',
      'surveillance-oversight',
    ])
  })

  it('say why they are no more than possible', () => {
    const { reasons } = detector.detect({ title: 'AB 481 annual report', text: '' })
    expect(reasons).toContain(
      'Such papers often list surveillance technology, and this one names none so far',
    )
  })

  it('let a neighbor’s robot be found', () => {
    expect(read('AB 481: agreement on the neighboring city’s robot')).toEqual([
      'found',
      'ground-robot',
    ])
  })
})
