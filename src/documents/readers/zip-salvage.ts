import { DocumentError } from '../document-error.ts'
import { bomb, damaged, mostEntries, mostRatio, type ZipEntry } from './zip-entry.ts'

/** Of parts that do not say how large they are. */
const largestPart = 32 * 1024 * 1024

const marks = { part: 0x04034b50, sizes: 0x08074b50, list: 0x02014b50 }

/** Where the data of a part without a size ends: at the next mark, or with the file. */
function nextMark(file: Buffer, from: number): number {
  for (let at = file.indexOf('PK', from); at >= 0; at = file.indexOf('PK', at + 2)) {
    if (at + 4 > file.length) break
    if (Object.values(marks).includes(file.readUInt32LE(at))) return at
  }
  return file.length
}

/**
 * The parts of a ZIP whose list is cut off, by the heads that stand before each of them. The last
 * one may be cut off itself: it is unpacked as far as it goes.
 *
 * @throws {DocumentError} when no part is left, or more than a document needs.
 */
export function salvageZip(bytes: Uint8Array): ReadonlyMap<string, ZipEntry> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const entries = new Map<string, ZipEntry>()
  let at = 0
  while (at + 30 <= file.length && file.readUInt32LE(at) === marks.part) {
    if (entries.size >= mostEntries) throw bomb(`more than ${mostEntries} parts`)
    const flags = file.readUInt16LE(at + 6)
    if (flags & 1) throw new DocumentError('document_encrypted', 'The file asks for a password')
    const nameEnd = at + 30 + file.readUInt16LE(at + 26)
    const dataStart = nameEnd + file.readUInt16LE(at + 28)
    if (dataStart >= file.length) break
    const told = file.readUInt32LE(at + 18)
    const isTold = (flags & 8) === 0 || told > 0
    const end = Math.min(isTold ? dataStart + told : nextMark(file, dataStart), file.length)
    const compressedSize = end - dataStart
    const unpacked = file.readUInt32LE(at + 22)
    const most = Math.min(largestPart, compressedSize * mostRatio)
    const name = file.toString('utf8', at + 30, nameEnd)
    entries.set(name, {
      name,
      method: file.readUInt16LE(at + 8),
      compressedSize,
      size: isTold ? Math.min(unpacked, most) : most,
      dataStart,
      mayBeCut: true,
    })
    // Behind the data the sizes may follow, in 16 bytes.
    const hasSizes = end + 4 <= file.length && file.readUInt32LE(end) === marks.sizes
    at = hasSizes ? end + 16 : end
  }
  if (entries.size === 0) throw damaged('its list of contents is missing, it may be cut off')
  return entries
}
