import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { otherAbbreviations } from '../../src/detect/abbreviations.ts'
import { createDetector } from '../../src/detect/detect.ts'
import { compileLexicon } from '../../src/detect/lexicon.ts'
import { loadTaxonomy } from '../../src/detect/taxonomy.ts'

const lexicon = compileLexicon(loadTaxonomy())
const othersIn = (printed: string) => [...otherAbbreviations(printed, lexicon)]

describe('an abbreviation that an item explains', () => {
  it.each([
    'Automated License Plate Readers (ALPR)',
    'automated license-plate readers (ALPRs)',
    'Real Time Crime Center (RTCC)',
    'Facial Recognition Technology (FRT)',
    'Purchase of Unmanned Aerial Systems (UAS) for the Police Department',
    'ALPR (Automated License Plate Recognition)',
  ])('is ours where the words are: %s', (printed) => {
    expect(othersIn(printed)).toEqual([])
  })

  it.each([
    ['Regional Training and Conference Center (RTCC)', 'RTCC'],
    ['CLEAR (Community Law Enforcement Assisted Recovery)', 'CLEAR'],
    ['Fixed Route Transit (FRT)', 'FRT'],
    ['Funds for Fixed-Route Transits (FRTs), second reading', 'FRT'],
    ['the Bureau of Workers Compensation (BWC)', 'BWC'],
    ['Audit by the Department of Justice (DOJ)', 'DOJ'],
  ])('is of others where the words are: %s', (printed, other) => {
    expect(othersIn(printed)).toEqual([other])
  })

  it.each([
    'Real-time centre (see RTCC)',
    'Fixed Route (FRT)',
    'Transit on a Fixed Route (FRT)',
    'Fixed Price Route Transit (FRT)',
    'FRT (on a fixed route)',
    'fixed route transit (frt)',
    'FRT',
  ])('is not explained by other words: %s', (printed) => {
    expect(othersIn(printed)).toEqual([])
  })

  it('is told once, beside others', () => {
    const printed =
      'Fixed Route Transit (FRT) and license plate readers (LPR); FRT (Fixed Route Transit); the Department of Justice (DOJ)'
    expect(othersIn(printed)).toEqual(['FRT', 'DOJ'])
  })

  it('of others finds nothing anywhere in its item', () => {
    const { detect } = createDetector()
    const read = (text: string) => detect({ title: 'RTCC equipment', text }, { facts: false })
    expect(read('The Real Time Crime Center (RTCC) needs screens.').relevant).toBe(true)
    expect(read('The Regional Training and Conference Center (RTCC) needs chairs.').relevant).toBe(
      false,
    )
  })

  it('is printed as told, whatever the text', () => {
    const pieces = fc.constantFrom(
      '(',
      ')',
      ' ',
      'A',
      'B',
      '&',
      '-',
      'a',
      'Alpha',
      'Beta',
      'of',
      '\n',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
        const printed = parts.join('')
        for (const other of othersIn(printed)) {
          expect(other).toMatch(/^[A-Z][A-Z&/-]{1,6}$/)
          expect(printed).toContain(other)
        }
      }),
      { numRuns: 500 },
    )
  })

  it.each(['(', '(AB) ', 'A B (AB) ', 'AB (', 'AB (A B C) ', 'AB (Alpha Beta) ', 'A-', 'A'])(
    'is looked for in time that grows as texts do: %s',
    (piece) => {
      const printed = piece.repeat(400_000 / piece.length)
      const start = performance.now()
      othersIn(printed)
      expect(performance.now() - start).toBeLessThan(3_000)
    },
  )
})
