import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createDetector } from '../../src/detect/detect.ts'
import { evenText } from '../../src/detect/even-text.ts'
import { headingEnd } from '../../src/detect/heading.ts'

describe('even words', () => {
  it.each([
    ['two  wide   gaps', 'two wide gaps'],
    ['  moved in', '  moved in'],
    ['a\u00a0narrow\u2009space', 'a narrow space'],
    ['a line that\ngoes on', 'a line that goes on'],
    ['Vendor: Acme\nAmount: $9', 'Vendor: Acme\nAmount: $9'],
    ['a list:\nof one', 'a list:\nof one'],
    ['Reports\na. Pens\nb) Inks', 'Reports\na. Pens\nb) Inks'],
    ['a line of <br />a viewer. <br />Another', 'a line of a viewer.\nAnother'],
    [
      '10 Readers <br />11 that read <br />12 Plates<br />13 at night',
      '10 Readers that read\nPlates at night',
    ],
  ])('%j', (printed, even) => {
    expect(evenText(printed).text).toBe(even)
  })

  it('have their places in the printed words', () => {
    const piece = fc.constantFrom(
      'a',
      'B',
      ' ',
      '  ',
      '\n',
      '<br />',
      '\u00a0',
      '$9',
      '12 ',
      '.',
      ':',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const printed = pieces.join('')
        const even = evenText(printed)
        for (let at = 0; at < even.text.length; at += 1) {
          const character = even.text[at] as string
          const there = printed[even.printed(at)] as string
          if (!/\s/.test(character)) expect(there).toBe(character)
          else expect(/[\s<]/.test(there)).toBe(true)
          if (at > 0) expect(even.printed(at)).toBeGreaterThan(even.printed(at - 1))
        }
      }),
    )
  })
})

const title = 'Agreement with Flock Safety for License Plate Readers'
const decided = 'Staff recommends approval. FISCAL IMPACT: The total cost is $87,450.00.'

describe('what stands above an item', () => {
  it.each([
    [
      'the fields of a portal',
      `File #: 24-12 Type: Resolution Status: Passed Title: ${title}\nSponsors: Smith\nAttachments: 1. Staff Report, 2. Policy\n`,
    ],
    [
      'the head of a memo',
      `STAFF REPORT\nDATE: March 12, 2024\nTO: Mayor and Council\nSUBJECT: ${title.toUpperCase()}\n`,
    ],
    ['the name of a viewer', `Loading... HomeMy WebLinkAbout${title}`],
  ])('ends behind its title: %s', (_, above) => {
    expect(headingEnd(title, `${above}\n${decided}`)).toBe(above.trimEnd().length)
  })

  it.each([
    ['no fields', `We spoke of the ${title}. ${decided}`],
    ['a sum', `Cost: $12 Type: Contract Title: ${title} ${decided}`],
    ['another title', `File #: 24-12 Type: Resolution Title: Mowers ${decided}`],
    ['the title first', `${title}. ${decided}`],
  ])('is none: %s', (_, text) => {
    expect(headingEnd(title, text)).toBe(0)
  })
})

/** The same item as portals, viewers and scans print it. */
const forms: readonly (readonly [string, (text: string) => string])[] = [
  ['as it is', (text) => text],
  [
    'below the fields of a portal',
    (text) =>
      `File #: 24-12 Version: 1 Type: Resolution In control: Council Title: ${title}\nAttachments: 1. Staff Report\n\n${text}`,
  ],
  [
    'below the head of a memo',
    (text) =>
      `MEMO\nDATE: May 2, 2025\nTO: Council\nFROM: Police Department\nSUBJECT: ${title}\n\n${text}`,
  ],
  ['with spaces that do not break', (text) => text.replaceAll(' ', '\u00a0')],
  ['with wide spaces', (text) => text.replaceAll(' ', '  ')],
  ['in narrow lines', (text) => text.replace(/ ([a-z])/g, '\n$1')],
  ['in the lines of a viewer', (text) => text.replace(/ ([a-z]+ [a-z]+)/g, ' <br />$1')],
]

describe('an item reads the same', () => {
  const detector = createDetector()
  const items: readonly (readonly [string, string])[] = [
    ['a report', decided],
    [
      'minutes',
      'Moved by Smith to approve the agreement at a cost not to exceed $87,450.00. Carried.',
    ],
    [
      'a quote',
      'Flock Safety submitted a quote of $87,450.00. Two other quotes were higher. Staff recommends approval.',
    ],
    [
      'an old contract',
      'In 2019 the council approved a contract of $150,000. The agreement now proposed costs $87,450.00.',
    ],
  ]
  it.each(items.flatMap(([name, text]) => forms.map(([form, print]) => [name, form, print(text)])))(
    '%s, %s',
    (_, __, text) => {
      const found = detector.detect({ title, text })
      expect([found.band, found.role, found.technologies, found.vendors]).toEqual([
        'found',
        'procurement',
        ['alpr'],
        ['flock-safety'],
      ])
      expect(found.facts.amountUsd).toBe(87_450)
      const { committed, stated, amounts } = found.facts
      for (const place of [committed, ...stated, ...amounts, ...found.evidence]) {
        if (place?.field === 'text') expect(text.slice(place.start, place.end)).toBe(place.quote)
      }
    },
  )
})
