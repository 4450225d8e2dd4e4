import { DocumentError } from '../document-error.ts'

/** What stands in the window before the first byte, as every packer of this kind has it. */
const before = Buffer.from(
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx',
  'latin1',
)
const window = 4_096
const mostBytes = 20 * 1024 * 1024

/**
 * The rich text of a message as Outlook packs it.
 *
 * Format: [MS-OXRTFCP].
 *
 * @throws {DocumentError} `document_damaged`, `document_too_complex`
 */
export function unpackRtf(packed: Buffer): Buffer {
  if (packed.length < 16) throw new DocumentError('document_damaged', 'The rich text is cut off')
  const size = packed.readUInt32LE(4)
  const kind = packed.toString('latin1', 8, 12)
  if (kind === 'MELA') return packed.subarray(16, 16 + size)
  if (kind !== 'LZFu')
    throw new DocumentError('document_damaged', 'The rich text is packed in an unknown way')
  if (size > mostBytes)
    throw new DocumentError('document_too_complex', 'Refused: rich text of more than 20 MiB')
  // The window is the text itself behind what stands before it, so that places only need counting.
  const bytes = Buffer.alloc(before.length + size)
  before.copy(bytes)
  let to = before.length
  for (let at = 16; at < packed.length && to < bytes.length; ) {
    const marks = packed[at++] ?? 0
    for (let bit = 0; bit < 8 && at < packed.length && to < bytes.length; bit++) {
      if ((marks & (1 << bit)) === 0) {
        bytes[to++] = packed[at++] ?? 0
        continue
      }
      const pair = ((packed[at] ?? 0) << 8) | (packed[at + 1] ?? 0)
      at += 2
      // A place in the window that is just being written ends the text.
      const back = (to - (pair >> 4)) & (window - 1)
      if (back === 0) return bytes.subarray(before.length, to)
      for (let left = (pair & 15) + 2; left > 0 && to < bytes.length; left--) {
        bytes[to] = bytes[to - back] ?? 0
        to++
      }
    }
  }
  return bytes.subarray(before.length, to)
}
