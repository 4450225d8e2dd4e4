import { inflateSync } from 'node:zlib'
import { DocumentError } from '../document-error.ts'
import { mostPixels, type PicturePage } from './picture-pdf.ts'

const damaged = () =>
  new DocumentError('document_damaged', 'The picture cannot be opened: it is cut off or damaged')

const tooLarge = () => new DocumentError('document_too_complex', 'The picture is too large')

/** Pixels of a picture with opacity at most: it is unpacked here. */
const mostOpaque = 40_000_000

interface Header {
  readonly width: number
  readonly height: number
  readonly depth: number
  readonly kind: number
}

/** Samples of a pixel by kind of colour: grey, red green and blue, palette, and two with opacity. */
const samplesOf: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }

/**
 * A picture of a screen or a scan. A PDF takes its packed rows as they are, but for pictures with
 * opacity, whose colours are laid on white.
 *
 * Format: ISO 15948.
 */
export function readPng(bytes: Uint8Array): PicturePage {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  let header: Header | undefined
  let dpi: number | null = null
  let palette: Buffer = Buffer.alloc(0)
  const rows: Buffer[] = []
  for (let at = 8; at + 8 <= file.length; ) {
    const length = file.readUInt32BE(at)
    const name = file.toString('latin1', at + 4, at + 8)
    const data = file.subarray(at + 8, at + 8 + length)
    if (name === 'IHDR') header = headerOf(data)
    else if (name === 'PLTE') palette = data
    else if (name === 'pHYs' && data[8] === 1) dpi = data.readUInt32BE(0) * 0.0254
    else if (name === 'IDAT') rows.push(data)
    else if (name === 'IEND') break
    at += length + 12
  }
  if (!header || rows.length === 0) throw damaged()
  const { width, height, depth, kind } = header
  const packed = Buffer.concat(rows)
  if (kind > 3) {
    if (width * height > mostOpaque) throw tooLarge()
    const data = onWhite(header, packed)
    const space = kind === 4 ? '/DeviceGray' : '/DeviceRGB'
    const entries = `/ColorSpace ${space} /BitsPerComponent 8`
    return { strips: [{ width, height, entries, data }], dpi, turns: 0 }
  }
  const colours = Math.floor(palette.length / 3)
  const space =
    kind === 3
      ? `[/Indexed /DeviceRGB ${colours - 1} <${palette.toString('hex', 0, colours * 3)}>]`
      : kind === 2
        ? '/DeviceRGB'
        : '/DeviceGray'
  const rule = `/Predictor 15 /Colors ${samplesOf[kind]} /BitsPerComponent ${depth} /Columns ${width}`
  const entries = `/ColorSpace ${space} /BitsPerComponent ${depth} /Filter /FlateDecode /DecodeParms << ${rule} >>`
  return { strips: [{ width, height, entries, data: packed }], dpi, turns: 0 }
}

function headerOf(data: Buffer): Header {
  if (data.length < 13) throw damaged()
  const [width, height] = [data.readUInt32BE(0), data.readUInt32BE(4)]
  const [depth = 0, kind = 9, , , interlaced = 0] = data.subarray(8)
  if (!samplesOf[kind] || ![1, 2, 4, 8, 16].includes(depth) || width * height < 1) throw damaged()
  if (interlaced !== 0) {
    throw new DocumentError('document_type', 'Pictures that are stored interlaced cannot be read')
  }
  if (width * height > mostPixels) throw tooLarge()
  return { width, height, depth, kind }
}

/** The colours of a picture with opacity as they are seen on paper, a byte each. */
function onWhite({ width, height, depth, kind }: Header, packed: Buffer): Uint8Array {
  const samples = samplesOf[kind] ?? 4
  const bytes = depth >> 3
  const pixel = samples * bytes
  const stride = width * pixel
  const rows = inflated(packed, (stride + 1) * height)
  unfilter(rows, stride, pixel)
  const colours = samples - 1
  const data = new Uint8Array(width * height * colours).fill(255)
  let to = 0
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const from = y * (stride + 1) + 1 + x * pixel
      const opacity = rows[from + colours * bytes] ?? 0
      for (let colour = 0; colour < colours; colour++) {
        const value = rows[from + colour * bytes] ?? 0
        data[to++] = 255 - Math.round(((255 - value) * opacity) / 255)
      }
    }
  }
  return data
}

function inflated(packed: Buffer, size: number): Uint8Array {
  const rows = new Uint8Array(size)
  try {
    rows.set(inflateSync(packed, { maxOutputLength: size }).subarray(0, size))
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
