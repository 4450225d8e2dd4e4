import { constants, inflateSync } from 'node:zlib'
import { DocumentError } from '../document-error.ts'

export interface PngShape {
  readonly width: number
  readonly height: number
  /** Of a pixel. */
  readonly bits: number
  readonly isInterlaced: boolean
}

/** Where the pixels of each of the seven turns stand: the first, and the steps to the next. */
const turns = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const

const bytesOf = (width: number, bits: number) => Math.ceil((width * bits) / 8)

/**
 * The rows of a picture from the top, as they were before they were packed. Of one that is cut off,
 * rows that are missing are nought.
 *
 * Format: ISO 15948, chapters 8 and 9.
 */
export function unpackRows(packed: Uint8Array, shape: PngShape): Uint8Array {
  const { width, height, bits, isInterlaced } = shape
  const parts = (isInterlaced ? turns : ([[0, 0, 1, 1]] as const)).map(([x, y, right, down]) => {
    const across = Math.ceil(Math.max(0, width - x) / right)
    const stride = bytesOf(across, bits)
    // A turn without a pixel has no rows, not even empty ones.
    const rows = across > 0 ? Math.ceil(Math.max(0, height - y) / down) : 0
    return { x, y, right, down, across, rows, stride, size: rows * (stride + 1) }
  })
  const size = parts.reduce((sum, part) => sum + part.size, 0)
  const filtered = inflated(packed, size)
  const stride = bytesOf(width, bits)
  const data = new Uint8Array(stride * height)
  let at = 0
  for (const part of parts) {
    const rows = filtered.subarray(at, at + part.size)
    at += part.size
    unfilter(rows, part.stride, Math.max(1, bits >> 3))
    for (let row = 0; row < part.rows; row++) {
      const from = rows.subarray(row * (part.stride + 1) + 1, (row + 1) * (part.stride + 1))
      const to = data.subarray((part.y + row * part.down) * stride)
      if (part.right === 1) to.set(from)
      else spread(from, to, part, bits)
    }
  }
  return data
}

/** Puts the pixels of a turn's row where they stand in the picture's. */
function spread(
  from: Uint8Array,
  to: Uint8Array,
  { x, right, across }: { readonly x: number; readonly right: number; readonly across: number },
  bits: number,
): void {
  const bytes = bits >> 3
  for (let pixel = 0; pixel < across; pixel++) {
    const place = x + pixel * right
    if (bytes > 0) {
      for (let byte = 0; byte < bytes; byte++)
        to[place * bytes + byte] = from[pixel * bytes + byte] ?? 0
      continue
    }
    const shiftOf = (number: number) => 8 - bits - ((number * bits) & 7)
    const value = ((from[(pixel * bits) >> 3] ?? 0) >> shiftOf(pixel)) & ((1 << bits) - 1)
    const byte = (place * bits) >> 3
    to[byte] = (to[byte] ?? 0) | (value << shiftOf(place))
  }
}

function inflated(packed: Uint8Array, size: number): Uint8Array {
  const rows = new Uint8Array(size)
  try {
    const options = { maxOutputLength: size, finishFlush: constants.Z_SYNC_FLUSH }
    rows.set(inflateSync(packed, options).subarray(0, size))
  } catch (cause) {
    throw new DocumentError('document_damaged', 'The picture cannot be unpacked', { cause })
  }
  return rows
}

/** Rows hold differences to what is left of and above them; the rule of each is its first byte. */
function unfilter(rows: Uint8Array, stride: number, pixel: number): void {
  for (let start = 0; start < rows.length; start += stride + 1) {
    const rule = rows[start] ?? 0
    if (rule === 0) continue
    for (let at = start + 1; at <= start + stride; at++) {
      const isFirst = at - start <= pixel
      const left = isFirst ? 0 : (rows[at - pixel] ?? 0)
      const up = start === 0 ? 0 : (rows[at - stride - 1] ?? 0)
      const corner = isFirst || start === 0 ? 0 : (rows[at - pixel - stride - 1] ?? 0)
      rows[at] = (rows[at] ?? 0) + predicted(rule, left, up, corner)
    }
  }
}

function predicted(rule: number, left: number, up: number, corner: number): number {
  if (rule === 1) return left
  if (rule === 2) return up
  if (rule === 3) return (left + up) >> 1
  const [toLeft, toUp, toCorner] = [up - corner, left - corner, left + up - 2 * corner].map(
    Math.abs,
  )
  if ((toLeft ?? 0) <= (toUp ?? 0) && (toLeft ?? 0) <= (toCorner ?? 0)) return left
  return (toUp ?? 0) <= (toCorner ?? 0) ? up : corner
}
