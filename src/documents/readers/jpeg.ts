import { DocumentError } from '../document-error.ts'
import { mostPixels, type PicturePage } from './picture-pdf.ts'

const damaged = () =>
  new DocumentError('document_damaged', 'The picture cannot be opened: it is cut off or damaged')

const endOfPicture = Buffer.from([0xff, 0xd9])

/** Frames that hold a size; the other codes of their range are tables. */
const isFrame = (code: number) => code >= 0xc0 && code <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(code)

/**
 * A photograph or a scan. A PDF takes its bytes as they are.
 *
 * Format: ITU T.81, annex B.
 */
export function readJpeg(bytes: Uint8Array): PicturePage {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  let dpi: number | null = null
  let turns = 0
  let isAdobe = false
  const isEnded = (at: number) => file.includes(endOfPicture, at)
  for (let at = 2; at + 4 <= file.length; ) {
    if (file[at] !== 0xff) throw damaged()
    const code = file[at + 1] ?? 0
    if (code === 0xff) {
      at += 1
      continue
    }
    const length = file.readUInt16BE(at + 2)
    const segment = file.subarray(at + 4, at + 2 + length)
    if (isFrame(code))
      return { ...picture(bytes, segment, isAdobe), dpi, turns, isCut: !isEnded(at) }
    if (code === 0xe0) dpi = densityOf(segment)
    if (code === 0xe1) turns = turnsOf(segment)
    if (code === 0xee) isAdobe = segment.toString('latin1', 0, 5) === 'Adobe'
    at += 2 + length
  }
  throw damaged()
}

function picture(
  data: Uint8Array,
  frame: Buffer,
  isAdobe: boolean,
): Pick<PicturePage, 'width' | 'height' | 'strips'> {
  if (frame.length < 6) throw damaged()
  const height = frame.readUInt16BE(1)
  const width = frame.readUInt16BE(3)
  const colours = frame[5] ?? 0
  const space = { 1: '/DeviceGray', 3: '/DeviceRGB', 4: '/DeviceCMYK' }[colours]
  if (!space || width * height < 1) throw damaged()
  if (width * height > mostPixels)
    throw new DocumentError('document_too_complex', 'The picture is too large')
  // Programs of Adobe write inks the other way round.
  const decode = colours === 4 && isAdobe ? ' /Decode [1 0 1 0 1 0 1 0]' : ''
  const entries = `/ColorSpace ${space} /BitsPerComponent 8 /Filter /DCTDecode${decode}`
  return { width, height, strips: [{ left: 0, top: 0, width, height, entries, data }] }
}

function densityOf(segment: Buffer): number | null {
  if (segment.toString('latin1', 0, 4) !== 'JFIF' || segment.length < 10) return null
  const density = segment.readUInt16BE(8)
  return { 1: density, 2: density * 2.54 }[segment[7] ?? 0] ?? null
}

/** Orientations by which cameras say how they were held; mirrored ones are not written by any. */
export const turnsOfOrientation = (orientation: number): number =>
  ({ 3: 2, 6: 1, 8: 3 })[orientation] ?? 0

const orientationTag = 0x0112

/** Format: Exif 2.3, section 4.6. */
function turnsOf(segment: Buffer): number {
  if (segment.toString('latin1', 0, 4) !== 'Exif' || segment.length < 20) return 0
  const tags = segment.subarray(6)
  const isLittle = tags.toString('latin1', 0, 2) === 'II'
  const short = (at: number) => {
    if (at + 2 > tags.length) return 0
    return isLittle ? tags.readUInt16LE(at) : tags.readUInt16BE(at)
  }
  const start = isLittle ? tags.readUInt32LE(4) : tags.readUInt32BE(4)
  for (let entry = 0; entry < Math.min(short(start), 100); entry++) {
    const at = start + 2 + entry * 12
    if (short(at) === orientationTag) return turnsOfOrientation(short(at + 8))
  }
  return 0
}
