import { constants, inflateSync } from 'node:zlib'
import { DocumentError } from '../document-error.ts'

/** How the samples of a picture are stored that no PDF takes as they are. */
export interface SampleShape {
  /** Pixels of a strip or tile. */
  readonly width: number
  readonly height: number
  /** 8 or 16. */
  readonly bits: number
  readonly samples: number
  /** Samples that are colours; behind them may stand opacity. */
  readonly colours: number
  /** What stands behind the colours: opacity that they were multiplied with, or not, or neither. */
  readonly opacity: 'none' | 'multiplied' | 'apart'
  readonly isLittle: boolean
  readonly compression: number
  readonly hasDifferences: boolean
}

/** Ways of packing that are known here. */
export const isUnpacked = (compression: number) => [1, 5, 8, 32_773, 32_946].includes(compression)

/**
 * The colours of a strip or tile, a byte each. `planes` is one piece with the samples of each pixel
 * together, or a piece for each sample.
 *
 * @throws {DocumentError} `document_damaged`
 */
export function coloursOf(planes: readonly Uint8Array[], shape: SampleShape): Uint8Array {
  const { width, height, samples, colours, opacity } = shape
  const together = planes.length === 1
  const unpacked = planes.map((plane) => bytesOf(plane, shape, together ? samples : 1))
  const pixels = width * height
  const sampleOf = (pixel: number, sample: number) =>
    (together ? unpacked[0]?.[pixel * samples + sample] : unpacked[sample]?.[pixel]) ?? 0
  const data = new Uint8Array(pixels * colours)
  for (let pixel = 0, to = 0; pixel < pixels; pixel++) {
    const seen = opacity === 'none' ? 255 : sampleOf(pixel, colours)
    for (let colour = 0; colour < colours; colour++) {
      const value = sampleOf(pixel, colour)
      const weighed = opacity === 'apart' ? Math.round((value * seen) / 255) : value
      data[to++] = Math.min(255, weighed + 255 - seen)
    }
  }
  return data
}

/** The samples of a piece, the higher byte of each, without the differences they were stored as. */
function bytesOf(
  packed: Uint8Array,
  { width, height, bits, isLittle, compression, hasDifferences }: SampleShape,
  step: number,
): Uint8Array {
  const across = width * step
  const size = across * height
  const bytes = unpack(packed, compression, (size * bits) / 8)
  const values = bits === 16 ? new Uint16Array(size) : bytes
  if (bits === 16) {
    const [low, high] = isLittle ? [0, 1] : [1, 0]
    for (let at = 0; at < size; at++)
      values[at] = (bytes[at * 2 + low] ?? 0) | ((bytes[at * 2 + high] ?? 0) << 8)
  }
  if (hasDifferences) {
    for (let row = 0; row < size; row += across) {
      for (let at = row + step; at < row + across; at++)
        values[at] = (values[at] ?? 0) + (values[at - step] ?? 0)
    }
  }
  return bits === 16 ? Uint8Array.from(values, (value) => value >> 8) : bytes
}

/** So many bytes; what a piece that is cut off lacks is nought. */
function unpack(packed: Uint8Array, compression: number, size: number): Uint8Array {
  const bytes = new Uint8Array(size)
  if (compression === 5) unpackCodes(packed, bytes)
  else if (compression === 32_773) unpackRuns(packed, bytes)
  else if (compression === 1) bytes.set(packed.subarray(0, size))
  else {
    try {
      const options = { maxOutputLength: size + 1_024, finishFlush: constants.Z_SYNC_FLUSH }
      bytes.set(inflateSync(packed, options).subarray(0, size))
    } catch (cause) {
      throw new DocumentError('document_damaged', 'The picture cannot be unpacked', { cause })
    }
  }
  return bytes
}

const clear = 256
const end = 257

/** LZW with codes of 9 to 12 bits, the first bit of a byte first: TIFF 6.0, section 13. */
function unpackCodes(packed: Uint8Array, bytes: Uint8Array): void {
  // Every code is a piece of what was given before it: where it begins there, and how long it is.
  const starts = new Int32Array(4_097)
  const lengths = new Int32Array(4_097)
  let next = 258
  let width = 9
  let before = -1
  let to = 0
  let bits = 0
  let waiting = 0
  for (const byte of packed) {
    waiting = ((waiting << 8) | byte) & 0xfffff
    bits += 8
    if (bits < width) continue
    bits -= width
    const code = (waiting >> bits) & ((1 << width) - 1)
    if (code === end || to >= bytes.length) return
    if (code === clear) {
      next = 258
      width = 9
      before = -1
      continue
    }
    const from = to
    if (code < clear) bytes[to++] = code
    else {
      if (before < 0 || code > next) return
      const [start, length] =
        code < next ? [starts[code] ?? 0, lengths[code] ?? 0] : [before, from - before + 1]
      for (let at = 0; at < length && to < bytes.length; at++) bytes[to++] = bytes[start + at] ?? 0
    }
    if (before >= 0 && next <= 4_095) {
      starts[next] = before
      lengths[next] = from - before + 1
      next++
    }
    if (next >= (1 << width) - 1 && width < 12) width++
    before = from
  }
}

/** Runs of one byte, and bytes as they are: TIFF 6.0, section 9. */
function unpackRuns(packed: Uint8Array, bytes: Uint8Array): void {
  for (let at = 0, to = 0; at < packed.length && to < bytes.length; ) {
    const count = packed[at++] ?? 0
    if (count === 128) continue
    const length = Math.min(count < 128 ? count + 1 : 257 - count, bytes.length - to)
    if (count < 128) bytes.set(packed.subarray(at, at + length), to)
    else bytes.fill(packed[at] ?? 0, to, to + length)
    at += count < 128 ? count + 1 : 1
    to += length
  }
}
