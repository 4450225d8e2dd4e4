import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { icsLine, icsText, icsUri } from '../../../web/feeds/ics-text.ts'
import { hostileText } from '../../support/listings.ts'

/** A value as ical.js reads it back out of a calendar. */
function read(lines: string, name: string): string {
  const calendar = new ICAL.Component(ICAL.parse(`BEGIN:VCALENDAR\r\n${lines}END:VCALENDAR\r\n`))
  expect(calendar.getAllProperties()).toHaveLength(1)
  return String(calendar.getFirstPropertyValue(name))
}

describe('icsText and icsLine', () => {
  it('give back every text up to line ends, controls and lone surrogates', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const kept = text
          .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
          .replace(/[^\n\t\P{Cc}]|\p{Cs}/gu, '')
        expect(read(icsLine('COMMENT', icsText(text)), 'comment')).toBe(kept)
      }),
    )
  })

  it('fold at 75 octets and never inside a character', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'é', '字', '😀', ',', '\\'), { maxLength: 300 }),
        (characters) => {
          const text = characters.join('')
          const lines = icsLine('COMMENT', icsText(text)).slice(0, -2).split('\r\n')
          for (const line of lines) {
            expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
            expect(Buffer.from(line).toString()).toBe(line)
          }
          for (const line of lines.slice(1)) expect(line.startsWith(' ')).toBe(true)
          // Folding uses the room it has: a shorter line could have held the next character.
          for (const line of lines.slice(0, -1)) expect(Buffer.byteLength(line)).toBeGreaterThan(71)
        },
      ),
    )
  })
})

describe('icsUri', () => {
  it('is one printable word whatever it is given', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(icsUri(`https://portal.example/${text}`)).toMatch(/^https:\/\/[\x21-\x7e]+$/)
        expect(icsUri(text)).toMatch(/^[\x21-\x7e]*$/)
      }),
    )
  })
})
