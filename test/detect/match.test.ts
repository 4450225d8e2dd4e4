import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileMatcher, wordsOf } from '../../src/detect/match.ts'

/** What stands between the words of a phrase, judged anew and slowly. */
const isGap = (gap: string, wordBefore: string): boolean =>
  gap.length <= 6 &&
  /^[ \t\-'"`.,/&()_*\n\r\f\v]+$/.test(gap) &&
  gap.split('\n').length <= 2 &&
  !(wordBefore.length > 3 && /\.\s/.test(gap))

/** Every phrase at every place, by one regular expression a phrase and place. */
function bruteForce(phrases: readonly string[], text: string): string[] {
  const found: string[] = []
  phrases.forEach((phrase, index) => {
    const words = wordsOf(phrase)
    const pattern = new RegExp(
      `(?<![A-Za-z0-9])${words.map((word) => `(${word})`).join('([^A-Za-z0-9]+)')}(?![A-Za-z0-9])`,
      'iy',
    )
    for (let at = 0; at < text.length; at += 1) {
      pattern.lastIndex = at
      const match = pattern.exec(text)
      if (!match) continue
      const parts = match.slice(1)
      const holds = parts.every((part, number) =>
        number % 2 === 0 ? true : isGap(part, parts[number - 1] ?? ''),
      )
      if (holds) found.push(`${index} ${at} ${at + match[0].length}`)
    }
  })
  return found.sort()
}

const asRows = (phrases: readonly string[], text: string) =>
  compileMatcher(phrases.map(wordsOf))
    .find(text)
    .map(({ phrase, start, end }) => `${phrase} ${start} ${end}`)
    .sort()

// "an" and "c0", "anc0" and "c0an" have one size and one hash.
const words = 'plate license reader lpr a of k9 ab camera an c0 anc0 c0an anan'.split(' ')
const word = fc.constantFrom(...words)
const gap = fc.constantFrom(
  ' ',
  '  ',
  '-',
  '\n',
  '\n\n',
  '. ',
  '.',
  ', ',
  '/',
  ' (',
  ') ',
  ': ',
  ';',
  '       ',
  '\r\n',
  "'",
)
const phrase = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '))
const text = fc
  .array(fc.tuple(fc.mixedCase(word), gap), { maxLength: 40 })
  .map((parts) => parts.flat().join(''))

describe('matcher', () => {
  it.each([
    [['c0 camera'], 'an camera, c0 camera', ['0 11 20']],
    [['c0 camera', 'an camera'], 'an camera; c0 camera', ['0 11 20', '1 0 9']],
    [['camera c0an'], 'camera anc0; camera c0an; camera anan', ['0 13 24']],
    [['anan', 'c0c0', 'anc0'], 'c0an anan c0c0 anc0', ['0 5 9', '1 10 14', '2 15 19']],
  ])('tells words of one size and hash apart: %j', (phrases, text, rows) => {
    expect(asRows(phrases, text)).toEqual(rows)
  })

  it('finds exactly what regular expressions find, on random text', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(phrase, { minLength: 1, maxLength: 12, selector: (it) => it }),
        text,
        (phrases, sample) => {
          expect(asRows(phrases, sample)).toEqual(bruteForce(phrases, sample))
        },
      ),
      { numRuns: 2_000 },
    )
  })

  it('reports overlapping phrases, with the ordinals of their words', () => {
    const phrases = ['license plate', 'license plate reader', 'plate reader', 'reader']
    const found = compileMatcher(phrases.map(wordsOf)).find('New License-Plate\nReader')
    expect(found.map(({ phrase, firstWord, lastWord }) => [phrase, firstWord, lastWord])).toEqual([
      [0, 1, 2],
      [1, 1, 3],
      [2, 2, 3],
      [3, 3, 3],
    ])
  })

  it('does not cross a sentence, a paragraph or a bullet, but crosses initials', () => {
    const find = (sample: string) => asRows(['kns services', 'k n s services'], sample).length
    expect(find('K.N.S. Services')).toBe(1)
    expect(find('k n s; services')).toBe(0)
    const plates = (sample: string) => asRows(['license plate'], sample).length
    expect(plates('a license. Plate three')).toBe(0)
    expect(plates('license\n\nplate')).toBe(0)
    expect(plates('license\nplate')).toBe(1)
    expect(plates('relicense plate')).toBe(0)
  })

  it('stays linear on text that opens phrases without end', () => {
    const phrases = ['a a a a a a a b', 'a a a a c']
    const matcher = compileMatcher(phrases.map(wordsOf))
    expect(matcher.find('a '.repeat(500_000))).toEqual([])
    expect(matcher.find('a'.repeat(1_000_000))).toEqual([])
  })
})
