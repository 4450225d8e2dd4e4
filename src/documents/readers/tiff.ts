import { DocumentError } from '../document-error.ts'
import { turnsOfOrientation } from './jpeg.ts'
import { mostPixels, type PicturePage, type PictureStrip } from './picture-pdf.ts'

const damaged = () =>
  new DocumentError('document_damaged', 'The picture cannot be opened: it is cut off or damaged')
const strange = (what: string) =>
  new DocumentError('document_type', `TIFF pictures with ${what} cannot be read`)

/** Tags by their numbers in the format. */
const tag = {
  width: 256,
  height: 257,
  bits: 258,
  compression: 259,
  photometric: 262,
  fillOrder: 266,
  stripOffsets: 273,
  orientation: 274,
  samples: 277,
  rowsPerStrip: 278,
  stripLengths: 279,
  resolution: 282,
  planes: 284,
  faxOptions: 292,
  resolutionUnit: 296,
  predictor: 317,
  palette: 320,
  tiles: 322,
  jpegTables: 347,
} as const

const mostPages = 2_000
const mostValues = 200_000
/** Bytes of a value of each type. */
const sizes: Readonly<Record<number, number>> = { 1: 1, 3: 2, 4: 4, 5: 8, 7: 1 }

/** The tags of one picture. */
type Tags = ReadonlyMap<number, readonly number[]>

/**
 * Scans as fax machines and copiers send them, a page each. A PDF takes the packed strips as they
 * are: it knows the same ways of packing.
 *
 * Format: TIFF 6.0.
 */
export function readTiff(bytes: Uint8Array): PicturePage[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const read = numbersOf(file)
  const pages: PicturePage[] = []
  const seen = new Set<number>()
  for (let at = read(4, 4); at !== 0 && !seen.has(at) && pages.length < mostPages; ) {
    seen.add(at)
    const entries = read(at, 2)
    const tags = new Map<number, readonly number[]>()
    for (let entry = 0; entry < entries; entry++) {
      const place = at + 2 + entry * 12
      tags.set(read(place, 2), valuesOf(place, read))
    }
    pages.push(pageOf(file, tags))
    at = read(at + 2 + entries * 12, 4)
  }
  if (pages.length === 0) throw damaged()
  return pages
}

type Read = (at: number, size: number) => number

function numbersOf(file: Buffer): Read {
  const isLittle = file[0] === 0x49
  return (at, size) => {
    if (at + size > file.length) throw damaged()
    return isLittle ? file.readUIntLE(at, size) : file.readUIntBE(at, size)
  }
}

function valuesOf(place: number, read: Read): number[] {
  const type = read(place + 2, 2)
  const count = read(place + 4, 4)
  const size = sizes[type]
  if (size === undefined || count > mostValues) return []
  const start = size * count <= 4 ? place + 8 : read(place + 8, 4)
  return Array.from({ length: count }, (_, index) => {
    const at = start + index * size
    return size === 8 ? read(at, 4) / Math.max(1, read(at + 4, 4)) : read(at, size)
  })
}

function pageOf(file: Buffer, tags: Tags): PicturePage {
  const first = (number: number, usual: number) => tags.get(number)?.[0] ?? usual
  const width = first(tag.width, 0)
  const height = first(tag.height, 0)
  const samples = first(tag.samples, 1)
  if (width * height < 1) throw damaged()
  if (width * height > mostPixels)
    throw new DocumentError('document_too_complex', 'The picture is too large')
  if (tags.has(tag.tiles)) throw strange('tiles')
  if (samples > 1 && first(tag.planes, 1) !== 1) throw strange('colours apart')
  const photometric = first(tag.photometric, 0)
  const entries = `${colourOf(photometric, samples, tags)} ${packingOf(tags, width)}`
  const rows = Math.max(1, Math.min(height, first(tag.rowsPerStrip, height)))
  const lengths = tags.get(tag.stripLengths) ?? []
  const strips = (tags.get(tag.stripOffsets) ?? []).map((at, index): PictureStrip => {
    const strip = { width, height: Math.min(rows, height - rows * index) }
    const data = file.subarray(at, at + (lengths[index] ?? 0))
    return { ...strip, entries: sized(entries, strip.height), data: unpackedOf(data, tags) }
  })
  if (strips.length === 0 || strips.some((strip) => strip.height < 1)) throw damaged()
  const resolution = first(tag.resolution, 0) * (first(tag.resolutionUnit, 2) === 3 ? 2.54 : 1)
  const turns = turnsOfOrientation(first(tag.orientation, 1))
  return { strips, dpi: resolution || null, turns }
}

const sized = (entries: string, rows: number) => entries.replace('/Rows 0', `/Rows ${rows}`)

function colourOf(photometric: number, samples: number, tags: Tags): string {
  const bits = tags.get(tag.bits)?.[0] ?? 1
  const isFax = [2, 3, 4].includes(tags.get(tag.compression)?.[0] ?? 1)
  const common = `/BitsPerComponent ${bits}`
  if (photometric === 3) {
    const palette = tags.get(tag.palette) ?? []
    const colours = palette.length / 3
    const bytes = Array.from({ length: colours }, (_, at) =>
      [at, at + colours, at + 2 * colours].map((place) => (palette[place] ?? 0) >> 8),
    )
    const hex = Buffer.from(bytes.flat()).toString('hex')
    return `/ColorSpace [/Indexed /DeviceRGB ${colours - 1} <${hex}>] ${common}`
  }
  const space = { 1: '/DeviceGray', 3: '/DeviceRGB', 4: '/DeviceCMYK' }[samples]
  if (!space || (photometric === 2 && samples !== 3)) throw strange(`${samples} samples a pixel`)
  // A fax says black or white by its packing; elsewhere white may be nought.
  const decode = photometric === 0 && !isFax ? ' /Decode [1 0]' : ''
  return `/ColorSpace ${space} ${common}${decode}`
}

function packingOf(tags: Tags, width: number): string {
  const first = (number: number, usual: number) => tags.get(number)?.[0] ?? usual
  const compression = first(tag.compression, 1)
  const samples = first(tag.samples, 1)
  const rule = `/Colors ${samples} /BitsPerComponent ${first(tag.bits, 1)} /Columns ${width}`
  const parms = first(tag.predictor, 1) === 2 ? ` /DecodeParms << /Predictor 2 ${rule} >>` : ''
  const fax = (more: string) => {
    const black = first(tag.photometric, 0) === 1 ? ' /BlackIs1 true' : ''
    return `/Filter /CCITTFaxDecode /DecodeParms << ${more} /Columns ${width} /Rows 0${black} >>`
  }
  switch (compression) {
    case 1:
      return ''
    case 2:
      return fax('/K 0 /EncodedByteAlign true')
    case 3:
      return fax(`/K ${first(tag.faxOptions, 0) & 1}`)
    case 4:
      return fax('/K -1')
    case 5:
      return `/Filter /LZWDecode${parms}`
    case 7:
      return '/Filter /DCTDecode'
    case 8:
    case 32_946:
      return `/Filter /FlateDecode${parms}`
    case 32_773:
      return '/Filter /RunLengthDecode'
    default:
      throw strange(`compression ${compression}`)
  }
}

/** Bytes as a PDF expects them: the first bit left, and a JPEG with its tables. */
function unpackedOf(data: Buffer, tags: Tags): Uint8Array {
  if (tags.get(tag.compression)?.[0] === 7) {
    const tables = Buffer.from(tags.get(tag.jpegTables) ?? [])
    if (tables.length < 4) return data
    return Buffer.concat([tables.subarray(0, -2), data.subarray(2)])
  }
  if (tags.get(tag.fillOrder)?.[0] !== 2) return data
  return data.map((byte) => {
    let turned = 0
    for (let bit = 0; bit < 8; bit++) turned |= ((byte >> bit) & 1) << (7 - bit)
    return turned
  })
}
