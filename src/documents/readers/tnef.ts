import { DocumentError } from '../document-error.ts'
import { decodeBytes } from './charset.ts'
import { htmlToText } from './html.ts'
import { mendText } from './mend-text.ts'
import { unpackRtf } from './packed-rtf.ts'
import { type Contained, endMissing, givePages, type Reader } from './page-sink.ts'

/** Attributes by the lower half of their numbers: [MS-OXTNEF] 2.1.3. */
const attribute = {
  subject: 0x8004,
  body: 0x800c,
  fileData: 0x800f,
  fileTitle: 0x8010,
  fileBegins: 0x9002,
  messageProperties: 0x9003,
  fileProperties: 0x9005,
} as const

/** Properties by their numbers: [MS-OXPROPS]. */
const property = { subject: 0x0037, body: 0x1000, rtf: 0x1009, html: 0x1013, name: 0x3707 } as const

const utf16 = 0x1f
/** Kinds whose values have a length before them; the others have one of these sizes. */
const lengthened = new Set([0x0d, 0x1e, utf16, 0x102])
const sizes: Readonly<Record<number, number>> = { 5: 8, 6: 8, 7: 8, 20: 8, 64: 8, 72: 16 }
const several = 0x1000
const named = 0x8000

const padded = (length: number) => Math.ceil(length / 4) * 4

/** The properties of a message or a file that hold words or bytes; as far as they can be read. */
function propertiesOf(data: Buffer): Map<number, Buffer> {
  const found = new Map<number, Buffer>()
  let at = 4
  const number = () => {
    if (at + 4 > data.length) throw new RangeError('The list of properties is cut off')
    at += 4
    return data.readUInt32LE(at - 4)
  }
  try {
    for (let left = data.length >= 4 ? data.readUInt32LE(0) : 0; left > 0; left--) {
      const tag = number()
      const [type, id] = [tag & 0xffff, tag >>> 16]
      if (id >= named) {
        at += 16
        const nameLength = number() === 0 ? null : number()
        at += nameLength === null ? 4 : padded(nameLength)
      }
      const kind = type & ~several
      const values = lengthened.has(kind) || kind !== type ? number() : 1
      for (let value = 0; value < values && at < data.length; value++) {
        const length = lengthened.has(kind) ? number() : (sizes[kind] ?? 4)
        const bytes = data.subarray(at, at + length)
        at += padded(length)
        if (kind === utf16) found.set(id, Buffer.from(bytes.toString('utf16le')))
        else if (!found.has(id)) found.set(id, bytes)
      }
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
  }
  return found
}

const words = (bytes: Buffer | undefined) =>
  bytes ? decodeBytes(bytes).replaceAll('\0', '').trim() : ''

/**
 * What Outlook wraps a message in for itself (`winmail.dat`): its words are a page, and what is
 * attached to it stands behind it.
 *
 * Format: [MS-OXTNEF].
 */
export const tnefReader: Reader = {
  name: 'tnef',
  version: '1',
  read(bytes, limits, sink) {
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    const files: { name: string; data: Buffer }[] = []
    let own = new Map<number, Buffer>()
    let subject = ''
    let body = ''
    let at = 6
    while (at + 9 <= file.length) {
      const id = file.readUInt16LE(at + 1)
      const length = file.readUInt32LE(at + 5)
      const data = file.subarray(at + 9, at + 9 + length)
      const last = files.at(-1)
      if (id === attribute.subject) subject = words(data)
      else if (id === attribute.body) body = words(data)
      else if (id === attribute.messageProperties) own = propertiesOf(data)
      else if (id === attribute.fileBegins) files.push({ name: '', data: Buffer.alloc(0) })
      else if (id === attribute.fileTitle && last) last.name ||= words(data)
      else if (id === attribute.fileData && last) last.data = data
      else if (id === attribute.fileProperties && last) {
        last.name = words(propertiesOf(data).get(property.name)) || last.name
      }
      at += 9 + length + 2
    }
    if (at > file.length) sink.problem(endMissing())
    const title = words(own.get(property.subject)) || subject
    const said =
      body || words(own.get(property.body)) || htmlToText(words(own.get(property.html))).trim()
    const shown = [title && `Subject: ${title}`, said].filter(Boolean).join('\n\n')
    if (shown) givePages([mendText(shown)], limits, sink)
    const rtf = own.get(property.rtf)
    const contained = files
      .filter(({ data }) => data.length > 0)
      .map(({ name, data }, index): Contained => {
        return { name: name || `attachment ${index + 1}`, bytes: () => data }
      })
    if (!said && rtf) contained.unshift({ name: title || 'message', bytes: () => unpackRtf(rtf) })
    if (!shown && contained.length === 0)
      throw new DocumentError('document_damaged', 'The message holds neither words nor files')
    return contained
  },
}
