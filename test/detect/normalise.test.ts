import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalise } from '../../src/detect/normalise.ts'

const known = new Set(['surveillance', 'camera', 'cameras', 'license', 'plate', 'fixed', 'lpr'])
const fold = (text: string) => normalise(text, (word) => known.has(word))

/** The printed words behind the first occurrence of folded ones. */
function printed(text: string, words: string): string {
  const folded = fold(text)
  const start = folded.text.indexOf(words)
  const place = folded.printed(start, start + words.length)
  return text.slice(place.start, place.end)
}

describe('normalise', () => {
  it.each([
    ['curly quotes and dashes', 'NYPD’s body–worn “camera”', 'NYPD\'s body-worn "camera"'],
    ['ligatures', 'ﬁxed oﬃce', 'fixed office'],
    [
      'diacritics, composed or not',
      'ca\u0301maras de vigilancia, matrículas',
      'camaras de vigilancia, matriculas',
    ],
    ['soft hyphens and zero-width characters', 'sur\u00adveil\u200blance', 'surveillance'],
    ['marks of layout', 'surveillance <br /> camera', 'surveillance   camera'],
    ['changes of print', 'security <b>cameras</b>.', 'security  cameras .'],
    ['ends of paragraphs', 'gate<br /><br />camera', 'gate            camera'],
    ['no-break spaces', 'license\u00a0plate', 'license plate'],
    [
      'words broken over lines that we look for',
      'a sur-\nveillance camera',
      'a surveillance camera',
    ],
    ['letter-spaced headings', 'S U R V E I L L A N C E  C A M E R A S', 'SURVEILLANCE  CAMERAS'],
    ['a letter-spaced abbreviation', 'New L P R cameras', 'New LPR cameras'],
    ["clerks' short forms", 'CAMERA SYS, red lt camera', 'CAMERA SYSTEM, red light camera'],
    ['a word that everybody misspells', 'survelliance, surveilence', 'surveillance, surveillance'],
    ['nothing where a short form stands alone', 'Sys. of surv, Lt. Red', 'Sys. of surv, Lt. Red'],
    ['letter-spaced words with single spaces', 'L I C E N S E P L A T E', 'LICENSE PLATE'],
  ])('folds %s', (_name, text, folded) => {
    expect(fold(text).text).toBe(folded)
  })

  it('leaves hyphens and spaced letters alone where no word of ours comes of it', () => {
    expect(fold('license-\nplate').text).toBe('license-\nplate')
    expect(fold('A B C D E F').text).toBe('A B C D E F')
    expect(fold('J A M').text).toBe('J A M')
    expect(fold('l p r').text).toBe('l p r')
  })

  it.each([
    ['the ﬁxed one', 'fixed', 'ﬁxed'],
    ['las cámaras', 'camaras', 'cámaras'],
    ['a sur-\n  veillance camera', 'surveillance', 'sur-\n  veillance'],
    ['S U R V E I L L A N C E now', 'SURVEILLANCE', 'S U R V E I L L A N C E'],
    ['ca\u0301maras nuevas', 'camaras', 'ca\u0301maras'],
    ['🚔 police', 'police', 'police'],
  ])('leads back to the printed words of %j', (text, words, quote) => {
    expect(printed(text, words)).toBe(quote)
  })

  it('maps every span to ascending offsets inside the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        const folded = fold(text)
        let last = 0
        for (let at = 0; at < folded.text.length; at += 1) {
          const { start, end } = folded.printed(at, at + 1)
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
          last = start
        }
      }),
    )
  })

  it('stays linear on a megabyte of the oddest characters', () => {
    const odd = 'ﬃ\u0301-\nA B C D E ﷺ🚔'.repeat(50_000)
    expect(fold(odd).text.length).toBeGreaterThan(500_000)
  })
})
