import { DocumentError } from '../document-error.ts'
import { mostPixels, mostUnpacked, type PicturePage } from './picture-pdf.ts'
import { unpackRows } from './png-rows.ts'

const damaged = () =>
  new DocumentError('document_damaged', 'The picture cannot be opened: it is cut off or damaged')

const tooLarge = () => new DocumentError('document_too_complex', 'The picture is too large')

interface Header {
  readonly width: number
  readonly height: number
  readonly depth: number
  readonly kind: number
  readonly isInterlaced: boolean
}

/** Samples of a pixel by kind of colour: grey, red green and blue, palette, and two with opacity. */
const samplesOf: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }

/**
 * A picture of a screen or a scan. A PDF takes its packed rows as they are, but for pictures that
 * are stored interlaced, and those with opacity, whose colours are laid on white.
 *
 * Format: ISO 15948.
 */
export function readPng(bytes: Uint8Array): PicturePage {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  let header: Header | undefined
  let dpi: number | null = null
  let palette: Buffer = Buffer.alloc(0)
  let opacities: Buffer = Buffer.alloc(0)
  const rows: Buffer[] = []
  let isCut = true
  for (let at = 8; at + 8 <= file.length; ) {
    const length = file.readUInt32BE(at)
    const name = file.toString('latin1', at + 4, at + 8)
    const data = file.subarray(at + 8, at + 8 + length)
    if (name === 'IHDR') header = headerOf(data)
    else if (name === 'PLTE') palette = data
    else if (name === 'tRNS') opacities = data
    else if (name === 'pHYs' && data[8] === 1) dpi = data.readUInt32BE(0) * 0.0254
    else if (name === 'IDAT') rows.push(data)
    else if (name === 'IEND') {
      isCut = false
      break
    }
    at += length + 12
  }
  if (!header || rows.length === 0) throw damaged()
  const { width, height, depth, kind, isInterlaced } = header
  const packed = Buffer.concat(rows)
  const page = { width, height, dpi, turns: 0, isCut }
  const strip = (entries: string, data: Uint8Array) => ({
    ...page,
    strips: [{ left: 0, top: 0, width, height, entries, data }],
  })
  const unpacked = () => unpackRows(packed, { ...header, bits: (samplesOf[kind] ?? 4) * depth })
  if (kind > 3) {
    const space = kind === 4 ? '/DeviceGray' : '/DeviceRGB'
    return strip(`/ColorSpace ${space} /BitsPerComponent 8`, onWhite(header, unpacked()))
  }
  const space = kind === 3 ? indexed(palette, opacities) : kind === 2 ? '/DeviceRGB' : '/DeviceGray'
  const entries = `/ColorSpace ${space} /BitsPerComponent ${depth}${maskOf(header, opacities)}`
  if (isInterlaced) return strip(entries, unpacked())
  const rule = `/Predictor 15 /Colors ${samplesOf[kind]} /BitsPerComponent ${depth} /Columns ${width}`
  return strip(`${entries} /Filter /FlateDecode /DecodeParms << ${rule} >>`, packed)
}

function headerOf(data: Buffer): Header {
  if (data.length < 13) throw damaged()
  const [width, height] = [data.readUInt32BE(0), data.readUInt32BE(4)]
  const [depth = 0, kind = 9, , , interlaced = 0] = data.subarray(8)
  if (!samplesOf[kind] || ![1, 2, 4, 8, 16].includes(depth) || width * height < 1) throw damaged()
  if (depth < 8 && kind !== 0 && kind !== 3) throw damaged()
  const isInterlaced = interlaced !== 0
  if (width * height > (isInterlaced || kind > 3 ? mostUnpacked : mostPixels)) throw tooLarge()
  return { width, height, depth, kind, isInterlaced }
}

const onPaper = (value: number, opacity: number) =>
  255 - Math.round(((255 - value) * opacity) / 255)

/** Colours of a palette as they are seen on paper. */
function indexed(palette: Buffer, opacities: Buffer): string {
  const colours = Math.floor(palette.length / 3)
  if (colours === 0) throw damaged()
  const seen = palette
    .subarray(0, colours * 3)
    .map((value, at) => onPaper(value, opacities[Math.floor(at / 3)] ?? 255))
  return `[/Indexed /DeviceRGB ${colours - 1} <${Buffer.from(seen).toString('hex')}>]`
}

/** The one colour that is not drawn, where a picture without a palette names one. */
function maskOf({ kind }: Header, opacities: Buffer): string {
  const samples = samplesOf[kind] ?? 0
  if (kind === 3 || opacities.length < samples * 2) return ''
  const values = Array.from({ length: samples }, (_, at) => opacities.readUInt16BE(at * 2))
  return ` /Mask [${values.map((value) => `${value} ${value}`).join(' ')}]`
}

/** The colours of a picture with opacity as they are seen on paper, a byte each. */
function onWhite({ width, height, depth, kind }: Header, rows: Uint8Array): Uint8Array {
  const samples = samplesOf[kind] ?? 4
  const bytes = depth >> 3
  const colours = samples - 1
  const data = new Uint8Array(width * height * colours)
  let to = 0
  for (let from = 0; from < rows.length; from += samples * bytes) {
    const opacity = rows[from + colours * bytes] ?? 0
    for (let colour = 0; colour < colours; colour++)
      data[to++] = onPaper(rows[from + colour * bytes] ?? 0, opacity)
  }
  return data
}
