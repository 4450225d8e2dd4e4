import fc from 'fast-check'
import { strToU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import { DocumentError } from '../../src/documents/document-error.ts'
import { unpackRtf } from '../../src/documents/readers/packed-rtf.ts'
import { readBytes } from './read-bytes.ts'

const long = (value: number) => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
const attribute = (level: number, id: number, data: Uint8Array) =>
  Buffer.concat([Buffer.from([level]), long(id), long(data.length), data, Buffer.alloc(2)])

const padded = (bytes: Buffer) =>
  Buffer.concat([bytes, Buffer.alloc(Math.ceil(bytes.length / 4) * 4 - bytes.length)])
const sized = (id: number, type: number, data: Buffer) =>
  Buffer.concat([long(id * 65_536 + type), long(1), long(data.length), padded(data)])
const wide = (id: number, text: string) => sized(id, 0x1f, Buffer.from(`${text}\0`, 'utf16le'))
const list = (...properties: readonly Buffer[]) =>
  Buffer.concat([long(properties.length), ...properties])
/** A truth value, several numbers, and one with a name of its own: all are passed over. */
const others = [
  Buffer.concat([long(0x0e1f000b), long(1)]),
  Buffer.concat([long(0x12341003), long(2), long(7), long(8)]),
  Buffer.concat([
    long(0x80010003),
    Buffer.alloc(16),
    long(1),
    long(6),
    padded(Buffer.from('a\0b\0c\0')),
    long(9),
  ]),
  Buffer.concat([long(0x00390040), Buffer.alloc(8)]),
]

const file = (...attributes: readonly Buffer[]) =>
  Buffer.concat([Buffer.from([0x78, 0x9f, 0x3e, 0x22, 1, 0]), ...attributes])

const rtf = String.raw`{\rtf1 Words of the letter}`
const unpacked = (kind: string, data: Buffer, size = data.length) =>
  Buffer.concat([long(data.length + 12), long(size), Buffer.from(kind), long(0), data])

const attached = [
  attribute(2, 0x00069002, Buffer.alloc(14)),
  attribute(2, 0x00018010, strToU8('SHORT~1.TXT\0')),
  attribute(2, 0x0006800f, strToU8('Words of the attachment')),
  attribute(2, 0x00069005, list(...others, wide(0x3707, 'A long name.txt'))),
]

describe('a winmail.dat', () => {
  it('gives its words, and behind them what is attached', async () => {
    const properties = list(...others, wide(0x0037, 'Señal'), wide(0x1000, 'Plate readers'))
    const whole = file(attribute(1, 0x00069003, properties), ...attached)
    expect(await readBytes(whole)).toEqual({
      reader: 'tnef',
      texts: ['Subject: Señal\n\nPlate readers', 'Words of the attachment'],
      titles: ['A long name.txt'],
      problems: [],
    })
  })

  it('gives the words of its rich text where it has no others', async () => {
    const body = sized(0x1009, 0x102, unpacked('MELA', Buffer.from(rtf)))
    const { texts } = await readBytes(
      file(attribute(1, 0x00018004, strToU8('Item 7.b\0')), attribute(1, 0x00069003, list(body))),
    )
    expect(texts).toEqual(['Subject: Item 7.b', 'Words of the letter'])
  })

  it('says that it is cut off, or holds nothing', async () => {
    const { texts, problems } = await readBytes(file(...attached).subarray(0, -30))
    expect([texts, problems]).toEqual([['Words of the attachment'], ['document_damaged']])
    await expect(readBytes(file())).rejects.toMatchObject({ code: 'document_damaged' })
  })

  it('ends every mutilation with pages or with a code', async () => {
    const whole = file(
      attribute(
        1,
        0x00069003,
        list(...others, sized(0x1009, 0x102, unpacked('LZFu', Buffer.alloc(40)))),
      ),
      ...attached,
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 8 }),
        fc.nat(whole.length),
        async (changes, cut) => {
          const bytes = Buffer.from(whole.subarray(0, whole.length - cut))
          for (const [at, value] of changes) if (at > 3 && at < bytes.length) bytes[at] = value
          await readBytes(bytes).catch((error) => expect(error).toBeInstanceOf(DocumentError))
        },
      ),
    )
  })
})

describe('packed rich text', () => {
  it.each([
    // Both are examples of the format's description, the second of a run that overlaps itself.
    [
      '2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0',
      '{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n',
    ],
    [
      '1a0000001c0000004c5a4675e2d44b51410004205758595a0d6e7d010eb0',
      '{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}',
    ],
  ])('of %s is unpacked', (packed, text) => {
    expect(unpackRtf(Buffer.from(packed, 'hex')).toString('latin1')).toBe(text)
  })

  it('of absurd size or of another kind is refused', () => {
    expect(() => unpackRtf(unpacked('LZFu', Buffer.alloc(9), 2 ** 31))).toThrow(
      expect.objectContaining({ code: 'document_too_complex' }),
    )
    expect(() => unpackRtf(unpacked('ABCD', Buffer.alloc(9)))).toThrow(
      expect.objectContaining({ code: 'document_damaged' }),
    )
  })
})
