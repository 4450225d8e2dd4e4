import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DocumentError } from '../../src/documents/document-error.ts'
import { readBytes } from './read-bytes.ts'

/** A stream, or a folder of them. */
type Tree = { readonly [name: string]: Buffer | Tree }

const sectorSize = 512
const smallSize = 64
const none = 0xffffffff
const endOfChain = 0xfffffffe

/** A compound file: streams under 4,096 bytes lie in small sectors, as Outlook puts them. */
function compoundOf(tree: Tree): Buffer {
  const records: {
    name: string
    type: number
    start: number
    size: number
    child: number
    next: number
  }[] = []
  const large: Buffer[] = []
  const small: Buffer[] = []
  const pad = (bytes: Buffer, size: number) =>
    Buffer.concat([bytes, Buffer.alloc((size - (bytes.length % size)) % size)])
  const sum = (buffers: readonly Buffer[]) => buffers.reduce((all, { length }) => all + length, 0)
  const starts: { record: number; at: number; bytes: Buffer }[] = []
  function add(name: string, content: Buffer | Tree): number {
    const id = records.length
    const record = { name, type: 1, start: 0, size: 0, child: none, next: none }
    records.push(record)
    if (Buffer.isBuffer(content)) {
      record.type = 2
      record.size = content.length
      if (content.length >= 4_096) {
        starts.push({ record: id, at: sum(large), bytes: content })
        large.push(pad(content, sectorSize))
      } else {
        record.start = sum(small) / smallSize
        small.push(pad(content, smallSize))
      }
      return id
    }
    let before: number | undefined
    for (const [key, value] of Object.entries(content)) {
      const child = add(key, value)
      const owner = before === undefined ? undefined : records[before]
      if (owner) owner.next = child
      else record.child = child
      before = child
    }
    return id
  }
  add('Root Entry', tree)
  const smalls = pad(Buffer.concat(small), sectorSize)
  const smallTable = Buffer.alloc(
    Math.max(sectorSize, Math.ceil(((smalls.length / smallSize) * 4) / sectorSize) * sectorSize),
    255,
  )
  let at = 0
  for (const bytes of small) {
    for (let left = bytes.length / smallSize; left > 0; left--, at++)
      smallTable.writeUInt32LE(left > 1 ? at + 1 : endOfChain, at * 4)
  }
  const directorySize = Math.ceil(records.length / 4)
  const table = Buffer.alloc(sectorSize, 255)
  let sector = 1
  const chained = (count: number) => {
    const first = sector
    for (let left = count; left > 0; left--, sector++)
      table.writeUInt32LE(left > 1 ? sector + 1 : endOfChain, sector * 4)
    return count > 0 ? first : endOfChain
  }
  const directoryStart = chained(directorySize)
  const smallTableStart = chained(smallTable.length / sectorSize)
  const smallStart = chained(smalls.length / sectorSize)
  for (const { record, bytes } of starts) {
    const owner = records[record]
    if (owner) owner.start = chained(Math.ceil(bytes.length / sectorSize))
  }
  const directory = Buffer.alloc(directorySize * sectorSize)
  for (const [id, { name, type, start, size, child, next }] of records.entries()) {
    const entry = directory.subarray(id * 128, id * 128 + 128)
    entry.write(name, 0, 'utf16le')
    entry.writeUInt16LE(name.length * 2 + 2, 64)
    entry[66] = id === 0 ? 5 : type
    entry.writeUInt32LE(none, 68)
    entry.writeUInt32LE(next, 72)
    entry.writeUInt32LE(child, 76)
    entry.writeUInt32LE(id === 0 ? smallStart : start, 116)
    entry.writeUInt32LE(id === 0 ? smalls.length : size, 120)
  }
  const head = Buffer.alloc(sectorSize, 255)
  head.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  head.writeUInt16LE(9, 30)
  head.writeUInt16LE(6, 32)
  head.writeUInt32LE(directoryStart, 48)
  head.writeUInt32LE(smallTableStart, 60)
  head.writeUInt32LE(endOfChain, 68)
  head.writeUInt32LE(0, 76)
  return Buffer.concat([head, table, directory, smallTable, smalls, ...large])
}

const words = (text: string) => Buffer.from(text, 'utf16le')
const properties = { '__properties_version1.0': Buffer.alloc(32) }

const forwarded: Tree = {
  '__substg1.0_0037001F': words('First reading'),
  '__substg1.0_1000001F': words('Inner words'),
  '__attach_version1.0_#00000000': {
    '__substg1.0_3707001F': words('inner.txt'),
    '__substg1.0_37010102': Buffer.from('Innermost words'),
  },
}
const message = compoundOf({
  ...properties,
  '__substg1.0_0C1A001F': words('Clerk'),
  '__substg1.0_0037001F': words('Item 7.b'),
  '__substg1.0_1000001F': words('The quote is attached.'),
  '__attach_version1.0_#00000000': {
    '__substg1.0_3707001F': words('quote.txt'),
    '__substg1.0_37010102': Buffer.from('Plate readers. '.repeat(400)),
  },
  '__attach_version1.0_#00000001': { '__substg1.0_3701000D': forwarded },
})

describe('a message of Outlook', () => {
  it('gives its words, its files, and messages that are attached with theirs', async () => {
    const { reader, texts, titles } = await readBytes(message)
    expect(reader).toBe('msg')
    expect(texts[0]).toBe('From: Clerk\nSubject: Item 7.b\n\nThe quote is attached.')
    expect(texts[1]).toMatch(/^(Plate readers\.\s*){400}$/)
    expect(texts[2]).toMatch(/Subject: First reading\s+Inner words$/)
    expect(texts[3]).toBe('Innermost words')
    expect(titles).toEqual(['quote.txt', 'First reading', 'inner.txt'])
  })

  it('gives the words of its rich text where it has no others', async () => {
    const head = Buffer.alloc(16)
    head.writeUInt32LE(20, 4)
    head.write('MELA', 8)
    const rtf = Buffer.concat([head, Buffer.from('{\\rtf1 Rich words. }')])
    const { texts } = await readBytes(compoundOf({ ...properties, '__substg1.0_10090102': rtf }))
    expect(texts.at(-1)).toBe('Rich words.')
  })

  it('ends every mutilation with pages or with a code', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(message.length - 1), fc.nat(255)), { maxLength: 12 }),
        fc.nat(message.length - 8),
        fc.boolean(),
        async (changes, cut, isCut) => {
          const bytes = Buffer.from(isCut ? message.subarray(0, message.length - cut) : message)
          for (const [at, value] of changes) if (at > 7 && at < bytes.length) bytes[at] = value
          await readBytes(bytes).catch((error) => expect(error).toBeInstanceOf(DocumentError))
        },
      ),
      { numRuns: 200 },
    )
  })
})
