import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createDetector } from '../../src/detect/detect.ts'

const detector = createDetector()
const { detect } = detector

const pieces = fc.constantFrom(
  'license plate readers',
  'Flock Safety',
  'sur-\nveillance',
  'body–worn cáméras',
  'security cameras',
  'ﬂock',
  'sewer',
  'no',
  '$1,234.50',
  '\n\n',
  '. ',
  ' ',
  '🚔',
  'e\u0301',
  'conditional use',
)
const anyText = fc
  .array(fc.oneof(pieces, fc.string({ unit: 'grapheme', maxLength: 8 })), { maxLength: 30 })
  .map((parts) => parts.join(' '))

describe('whatever the text', () => {
  it('quotes exactly what is printed', () => {
    fc.assert(
      fc.property(anyText, anyText, (title, text) => {
        const got = detect({ title, text })
        for (const { field, start, end, quote } of [...got.evidence, ...got.facts.amounts]) {
          expect((field === 'title' ? title : text).slice(start, end)).toBe(quote)
        }
        expect(got.score).toBeGreaterThanOrEqual(0)
        expect(got.score).toBeLessThanOrEqual(1)
      }),
      { numRuns: 500 },
    )
  })

  // Far enough that no word of it stands near a term; of no meaning to the taxonomy.
  const unrelated = `\n\n${'Elm tree lane gravel pudding. '.repeat(60)}\n\n`

  it('is no less found for unrelated words around it', () => {
    fc.assert(
      fc.property(anyText, anyText, (title, text) => {
        const alone = detect({ title, text })
        const longer = detect({ title, text: `${unrelated}${text}${unrelated}` })
        const titled = detect({ title: `${title}${unrelated}`, text })
        expect(longer.score).toBeGreaterThanOrEqual(alone.score - 1e-9)
        expect(titled.score).toBeGreaterThanOrEqual(alone.score - 1e-9)
        expect(
          alone.evidence.every(({ term }) => longer.evidence.some((it) => it.term === term)),
        ).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  it('is read the same in whatever order items come', () => {
    const items = fc.array(fc.record({ title: anyText, text: anyText }), { maxLength: 6 })
    fc.assert(
      fc.property(items, (list) => {
        const forwards = list.map((item) => detect(item))
        const backwards = list.toReversed().map((item) => detect(item))
        expect(backwards.toReversed()).toEqual(forwards)
      }),
      { numRuns: 100 },
    )
  })

  it.each([
    ['open phrases', 'license plate '],
    ['hits', 'license plate reader '],
    ['vendors', 'Axon Axon Enterprise '],
    ['covers', 'sewer camera CCTV inspection '],
    ['contexts', 'police purchase security camera '],
    ['one long word', 'a'],
    ['sums', '$1,234,'],
    ['odd characters', 'ﬃ\u0301🚔\u200b'],
    ['spaced letters', 'S U R '],
    ['broken words', 'sur-\nveillance '],
    ['binary', '\u0000\ufffd\uffff'],
    ['lone surrogates', '\ud83d \udea8 '],
    ['what is left out', 'Plate readers are not part of this contract. '],
    ['bids', 'Acme plate readers $26,000; recommend award to Acme. '],
    ['firms beside firms', 'Axon (Flock Safety) by Verkada and Genetec $9,000; '],
    ['lines', 'Line 4 body cameras $9,000.00 '],
    ['things in one breath', 'covers body cameras, in-car video, drones and storage, '],
    ['agreements', 'memorandum between the police and a camera vendor '],
    ['decisions', 'it is recommended that the council approve police cameras '],
    ['acceptances', 'accept and appropriate a grant of $5 for police cameras '],
    ['laws', 'ordinance to establish a policy of the police on cameras '],
    ['owners and papers', 'surveillance impact report for a drone of the real time crime center '],
    ['partners', 'agreement with the fusion center for sharing of LPR data. '],
  ])('reads a megabyte of %s', (_name, unit) => {
    const text = unit.repeat(Math.ceil(1_000_000 / unit.length))
    expect(detect({ title: 'x', text }).version).toBe(detector.version)
    expect(detect({ title: text }).version).toBe(detector.version)
  })

  it('survives a title of ten megabytes', () => {
    const title = `Purchase of license plate readers. ${'Gravel and kerbs. '.repeat(580_000)}`
    expect(title.length).toBeGreaterThan(10_000_000)
    expect(detect({ title }).band).toBe('found')
  })
})
