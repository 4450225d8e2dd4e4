import { describe, expect, it } from 'vitest'
import { readAction } from '../../../src/detect/facts/action.ts'
import { spelledOut } from '../../../src/detect/facts/clerks-words.ts'

describe('shorthand of clerks', () => {
  it.each([
    ['amend', 'Amendment 2 - Acme Cameras Inc.'],
    ['amend', 'ACME SYSTEMS AMD 3'],
    ['amend', 'Acme - jail phones, 3rd amend.'],
    ['amend', 'Acme plate readers: Addendum No. 2'],
    ['amend', 'CO 4 – Acme plate readers'],
    ['amend', 'Acme Corp. amendment'],
    ['amend', 'Acme drone bundle - amend. to master agreement'],
    ['amend', 'Increase NTE, Acme plate readers, from $20,000 to $30,000'],
    ['amend', 'Acme Analytics BPA increase'],
    ['renew', 'RNWL - ACME PLATE READERS'],
    ['renew', 'ACME USA INC. - TWO YEAR EXTENSION'],
    ['renew', 'Acme plate reader contract - extension'],
    ['renew', 'Plate reader agmt with Acme – 2 yr ext.'],
    ['renew', 'ACME JAIL TABLETS EXT.'],
    ['renew', 'Ord. No. 88 – Acme Safety 2-year renewal (2nd reading)'],
    ['terminate', 'Cancellation of Acme Safety plate reader agreement'],
    ['terminate', 'Notice of termination for convenience - Acme plate readers'],
  ] as const)('%s: %s', (action, title) => {
    expect(readAction(title, '', false)).toEqual({ role: 'procurement', action })
  })

  it.each([
    'Award of camera contract, with two one-year extensions',
    'Camera system extension, City Hall',
    'Outside cameras - bldg. ext.',
    'Budget amendment 4 - plate readers',
    'Body cameras, Denver, CO 80202',
    'Initial contract for cameras, one year extension possible',
  ])('leaves a first purchase as it is: %s', (title) => {
    expect(readAction(title, '', false).action).toBe('approve-contract')
  })

  it('leaves a code and its sections to the law', () => {
    expect(readAction('Amend 12 sections of the code on cameras', '', false).role).toBe('policy')
    expect(readAction('Zoning text amendment', '', false).role).toBe('policy')
    expect(spelledOut('Amend 4.12 of the code')).toBe('Amend 4.12 of the code')
  })

  it.each(['amend 2 ', 'ext. ', 'CO 3 - ', '- amendment ', 'one year extension '])(
    'reads long lines in linear time: %s',
    (word) => {
      const started = performance.now()
      readAction(word.repeat(20_000), '', false)
      expect(performance.now() - started).toBeLessThan(2_000)
    },
  )
})
