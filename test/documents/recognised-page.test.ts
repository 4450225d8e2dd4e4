import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { recognisedPage } from '../../src/documents/recognised-page.ts'

const layer = { page: 3, text: null, ocr: false, needsOcr: true, width: 612, height: 792 }

/** The engine's table of words: lines of words with their confidence in percent. */
const tableOf = (...lines: readonly (readonly [text: string, confidence: number])[][]) =>
  lines
    .flatMap((words, line) =>
      words.map(([text, confidence], word) =>
        [5, 1, 1, 1, line + 1, word + 1, 10, 20, 30, 40, confidence, text].join('\t'),
      ),
    )
    .join('\n')

const textOf = (...lines: readonly (readonly [string, number])[][]) =>
  recognisedPage(layer, tableOf(...lines), 2).text

describe('a recognised page', () => {
  it('has lines of words with their places in points and their confidence', () => {
    const page = recognisedPage(
      layer,
      tableOf([
        ['Item', 96],
        ['7.b', 91.4],
      ]),
      2,
    )
    expect(page).toMatchObject({ page: 3, text: 'Item 7.b', ocr: true, needsOcr: false })
    expect(page.words?.[1]).toEqual({ text: '7.b', x: 5, y: 10, w: 15, h: 20, confidence: 0.91 })
  })

  it('leaves out specks, and short bits of which the engine is never sure', () => {
    const heading = [
      ['Staff', 95],
      ['report', 95],
    ] as [string, number][]
    expect(
      textOf(
        heading,
        [['~', 12]],
        [
          ['JP', 21],
          ['Hi', 30],
          ['Us', 8],
        ],
      ),
    ).toBe('Staff report')
  })

  it('keeps what it is unsure of beside what it is sure of, and longer words of faint print', () => {
    expect(
      textOf([
        ['No', 10],
        ['vote', 88],
      ]),
    ).toBe('No vote')
    expect(
      textOf([
        ['www.', 9],
        ['riverton.org', 17],
      ]),
    ).toBe('www. riverton.org')
    expect(
      textOf([
        ['Hit', 35],
        ['me', 28],
      ]),
    ).toBe('Hit me')
  })

  it('makes up no word, and loses none that the engine is sure of', () => {
    const word = fc.tuple(fc.stringMatching(/^[a-z0-9]{1,8}$/), fc.integer({ min: 0, max: 100 }))
    fc.assert(
      fc.property(fc.array(fc.array(word, { minLength: 1, maxLength: 6 })), (lines) => {
        const given = lines.flat().map(([text]) => text)
        const kept = (recognisedPage(layer, tableOf(...lines), 2).words ?? []).map((w) => w.text)
        const rest = [...kept]
        for (const text of given) if (rest[0] === text) rest.shift()
        expect(rest).toEqual([])
        const sure = lines.flat().filter(([, confidence]) => confidence >= 50)
        expect(kept.length).toBeGreaterThanOrEqual(sure.filter(([text]) => text.length > 4).length)
      }),
    )
  })
})
