import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeText } from '../../src/http/charset.ts'

const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))),
  )

describe('decodeText', () => {
  it.each([
    ['a mark before everything', bytes([0xef, 0xbb, 0xbf], 'é'), 'text/html; charset=latin1', 'é'],
    ['a mark of UTF-16', bytes([0xff, 0xfe, 0xe9, 0x00]), 'text/html', 'é'],
    ['a mark of UTF-16, big-endian', bytes([0xfe, 0xff, 0x00, 0xe9]), '', 'é'],
    ['the header', bytes([0xe9]), 'text/html; charset=ISO-8859-1', 'é'],
    ['the header in quotes', bytes([0xe9]), 'text/html; Charset="windows-1252"', 'é'],
    [
      'the header before the page',
      bytes('<meta charset="iso-8859-1">é'),
      'text/html; charset=utf-8',
      '<meta charset="iso-8859-1">é',
    ],
    [
      'the page',
      bytes('<meta charset="windows-1252">', [0x93, 0xe9, 0x94]),
      'text/html',
      '<meta charset="windows-1252">“é”',
    ],
    [
      'the page, by http-equiv',
      bytes('<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">', [0xc0]),
      '',
      '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">А',
    ],
    [
      'an XML declaration',
      bytes('<?xml version="1.0" encoding="ISO-8859-1"?>', [0xe9]),
      'text/xml',
      '<?xml version="1.0" encoding="ISO-8859-1"?>é',
    ],
    ['UTF-8, undeclared', bytes('Peñasco'), 'text/html', 'Peñasco'],
    [
      'windows-1252, undeclared',
      bytes('Pe', [0xf1], 'asco ', [0x96], ' agenda', [0x92], 's'),
      'text/html',
      'Peñasco – agenda’s',
    ],
    ['an unknown charset', bytes('é'), 'text/html; charset=x-nonsense', 'é'],
    [
      'a page that says UTF-16 in ASCII',
      bytes('<meta charset="utf-16">é'),
      '',
      '<meta charset="utf-16">é',
    ],
    ['Shift_JIS', bytes([0x82, 0xa0]), 'text/html; charset=Shift_JIS', 'あ'],
  ])('goes by %s', (_name, body, contentType, text) => {
    expect(decodeText(body, contentType)).toBe(text)
  })

  it('looks for a mark in the first KiB only', () => {
    const late = bytes(' '.repeat(1_024), '<meta charset="windows-1251">', [0xe9])
    expect(decodeText(late, 'text/html').at(-1)).toBe('é')
  })

  it('knows all of windows-1252', () => {
    const upper = Array.from({ length: 128 }, (_, index) => index + 128)
    const text = decodeText(Buffer.from(upper), 'text/plain; charset=windows-1252')
    expect([...text].slice(0, 32).join('')).toBe(
      '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ',
    )
    expect(text.slice(32)).toBe(Buffer.from(upper.slice(32)).toString('latin1'))
  })

  it('gives back what UTF-8 was written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const marked = /^\ufeff/.test(text)
        return marked || decodeText(Buffer.from(text), 'text/plain; charset=utf-8') === text
      }),
    )
  })

  it('never fails', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 4_000 }),
        fc.string(),
        (body, contentType) => typeof decodeText(body, contentType) === 'string',
      ),
    )
  })
})
