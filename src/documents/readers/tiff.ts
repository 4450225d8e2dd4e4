import { DocumentError } from '../document-error.ts'
import { readJpeg, turnsOfOrientation } from './jpeg.ts'
import { mostPixels, mostUnpacked, type PicturePage, type PictureStrip } from './picture-pdf.ts'
import { coloursOf, isUnpacked } from './tiff-samples.ts'

const damaged = () =>
  new DocumentError('document_damaged', 'The picture cannot be opened: it is cut off or damaged')
const strange = (what: string) =>
  new DocumentError('document_type', `TIFF pictures with ${what} cannot be read`)

const tooLarge = () => new DocumentError('document_too_complex', 'The picture is too large')

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
  tileWidth: 322,
  tileHeight: 323,
  tileOffsets: 324,
  tileLengths: 325,
  extraSamples: 338,
  sampleFormat: 339,
  jpegTables: 347,
  wholeJpeg: 513,
  wholeJpegLength: 514,
} as const

const mostPages = 2_000
const mostValues = 200_000
const mostSamples = 8
/** Bytes of a value of each type. */
const sizes: Readonly<Record<number, number>> = { 1: 1, 3: 2, 4: 4, 5: 8, 7: 1 }

/** The tags of one picture. */
type Tags = ReadonlyMap<number, readonly number[]>

/** The first value of a tag, or the one that it has where it is not written. */
const first = (tags: Tags, number: number, usual: number) => tags.get(number)?.[0] ?? usual

/**
 * Scans as fax machines and copiers send them, a page each. A PDF takes the packed strips and tiles
 * as they are: it knows the same ways of packing. Samples of 16 bits, with opacity, or of one colour
 * apart from the others are unpacked.
 *
 * Format: TIFF 6.0.
 */
export function readTiff(bytes: Uint8Array): PicturePage[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const read = numbersOf(file)
  const pages: PicturePage[] = []
  const seen = new Set<number>()
  let used = 0
  let isCut = false
  /** Bytes of a piece. Pages that all point to the same bytes are no pages. */
  const piece = (at: number, length: number) => {
    used += length
    if (at + length > file.length) isCut = true
    if (used > file.length * 2)
      throw new DocumentError('document_too_complex', 'The picture is larger than its file')
    return file.subarray(at, at + length)
  }
  for (let at = read(4, 4); at !== 0 && !seen.has(at) && pages.length < mostPages; ) {
    seen.add(at)
    const entries = read(at, 2)
    const tags = new Map<number, readonly number[]>()
    for (let entry = 0; entry < entries; entry++) {
      const place = at + 2 + entry * 12
      tags.set(read(place, 2), valuesOf(place, read))
    }
    isCut = false
    const page = pageOf(piece, tags, file[0] === 0x49)
    pages.push({ ...page, isCut })
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

type Piece = (at: number, length: number) => Buffer

/** Where the strips or tiles of a picture stand. */
interface Grid {
  readonly width: number
  readonly height: number
  readonly across: number
  readonly down: number
  readonly offsets: readonly number[]
  readonly lengths: readonly number[]
}

function gridOf(tags: Tags, width: number, height: number): Grid {
  const tileWidth = first(tags, tag.tileWidth, 0)
  const tileHeight = first(tags, tag.tileHeight, 0)
  if (tileWidth > 0 && tileHeight > 0) {
    if (tileWidth * tileHeight > mostUnpacked) throw tooLarge()
    const [across, down] = [Math.ceil(width / tileWidth), Math.ceil(height / tileHeight)]
    const offsets = tags.get(tag.tileOffsets) ?? tags.get(tag.stripOffsets) ?? []
    const lengths = tags.get(tag.tileLengths) ?? tags.get(tag.stripLengths) ?? []
    return { width: tileWidth, height: tileHeight, across, down, offsets, lengths }
  }
  const rows = Math.max(1, Math.min(height, first(tags, tag.rowsPerStrip, height)))
  const offsets = tags.get(tag.stripOffsets) ?? []
  const lengths = tags.get(tag.stripLengths) ?? []
  return { width, height: rows, across: 1, down: Math.ceil(height / rows), offsets, lengths }
}

function pageOf(piece: Piece, tags: Tags, isLittle: boolean): Omit<PicturePage, 'isCut'> {
  const width = first(tags, tag.width, 0)
  const height = first(tags, tag.height, 0)
  if (width * height < 1) throw damaged()
  if (width * height > mostPixels) throw tooLarge()
  const strips = wholeJpegOf(piece, tags) ?? stripsOf(piece, tags, isLittle)
  if (strips.length === 0) throw damaged()
  const unit = first(tags, tag.resolutionUnit, 2) === 3 ? 2.54 : 1
  const resolution = first(tags, tag.resolution, 0) * unit
  const turns = turnsOfOrientation(first(tags, tag.orientation, 1))
  return { width, height, strips, dpi: resolution || null, turns }
}

/** Older programs put a JPEG into the file as it is, and point into it. */
function wholeJpegOf(piece: Piece, tags: Tags): PictureStrip[] | undefined {
  if (first(tags, tag.compression, 1) !== 6) return undefined
  const at = first(tags, tag.wholeJpeg, 0)
  const length = first(tags, tag.wholeJpegLength, 0)
  const strip = tags.get(tag.stripOffsets)?.[0] ?? 0
  const file = piece(at, length)
  if (file[0] !== 0xff || file[1] !== 0xd8 || strip < at || strip > at + length)
    throw strange('a JPEG in pieces')
  return [...readJpeg(file).strips]
}

function stripsOf(piece: Piece, tags: Tags, isLittle: boolean): PictureStrip[] {
  const [width, height] = [first(tags, tag.width, 0), first(tags, tag.height, 0)]
  const grid = gridOf(tags, width, height)
  const colours = coloursIn(tags)
  const samples = first(tags, tag.samples, 1)
  const bits = first(tags, tag.bits, 1)
  const compression = first(tags, tag.compression, 1)
  const isApart = samples > 1 && first(tags, tag.planes, 1) === 2
  const isTaken = compression === 7 || (samples === colours && bits <= 8 && !isApart)
  if (!isTaken) refuseSamples(tags, width * height)
  const entries = isTaken
    ? `${colourOf(tags, bits)} ${packingOf(tags, grid.width)}`
    : colourOf(tags, 8)
  const shape = {
    bits,
    samples,
    colours,
    opacity: opacityOf(tags, colours),
    isLittle,
    compression,
    hasDifferences: first(tags, tag.predictor, 1) === 2,
  }
  const count = grid.across * grid.down
  const known = Math.min(count, grid.offsets.length)
  return Array.from({ length: known }, (_, index): PictureStrip => {
    const left = (index % grid.across) * grid.width
    const top = Math.floor(index / grid.across) * grid.height
    // The last strip is cut to what is left, the last tiles are not.
    const isStrip = grid.across === 1 && grid.width === width
    const size = {
      width: grid.width,
      height: isStrip ? Math.min(grid.height, height - top) : grid.height,
    }
    const plane = (number: number) => {
      const at = number * count + index
      return unpackedOf(piece(grid.offsets[at] ?? 0, grid.lengths[at] ?? 0), tags)
    }
    const planes = isApart ? Array.from({ length: samples }, (_, at) => plane(at)) : [plane(0)]
    const data = isTaken ? planes[0] : coloursOf(planes, { ...shape, ...size })
    return {
      left,
      top,
      ...size,
      entries: sized(entries, size.height),
      data: data ?? Buffer.alloc(0),
    }
  })
}

const sized = (entries: string, rows: number) => entries.replace('/Rows 0', `/Rows ${rows}`)

/** Samples of a pixel that are colours, by what they mean. */
function coloursIn(tags: Tags): number {
  const meaning = first(tags, tag.photometric, 0)
  const colours = { 0: 1, 1: 1, 2: 3, 3: 1, 5: 4, 6: 3 }[meaning]
  const samples = first(tags, tag.samples, 1)
  if (!colours || samples < colours || (meaning === 6 && first(tags, tag.compression, 1) !== 7))
    throw strange(`colours of kind ${meaning} in ${samples} samples`)
  return colours
}

/** @throws {DocumentError} for samples that are not unpacked here either. */
function refuseSamples(tags: Tags, pixels: number): void {
  const compression = first(tags, tag.compression, 1)
  const bits = first(tags, tag.bits, 1)
  const isPalette = first(tags, tag.photometric, 0) === 3
  if (!isUnpacked(compression)) throw strange(`compression ${compression} of these samples`)
  if ((bits !== 8 && bits !== 16) || (isPalette && bits !== 8)) throw strange(`${bits} bits`)
  if (first(tags, tag.sampleFormat, 1) !== 1) throw strange('samples that are no whole numbers')
  if (first(tags, tag.samples, 1) > mostSamples || pixels > mostUnpacked) throw tooLarge()
}

function opacityOf(tags: Tags, colours: number): 'none' | 'multiplied' | 'apart' {
  const meaning = first(tags, tag.extraSamples, 0)
  const isSeen = colours !== 4 && first(tags, tag.photometric, 0) !== 0
  if (first(tags, tag.photometric, 0) === 3 || !isSeen) return 'none'
  return meaning === 1 ? 'multiplied' : meaning === 2 ? 'apart' : 'none'
}

function colourOf(tags: Tags, bits: number): string {
  const photometric = first(tags, tag.photometric, 0)
  const isFax = [2, 3, 4].includes(first(tags, tag.compression, 1))
  const common = `/BitsPerComponent ${bits}`
  if (photometric === 3) {
    const palette = tags.get(tag.palette) ?? []
    const colours = Math.floor(palette.length / 3)
    if (colours === 0) throw damaged()
    const bytes = Array.from({ length: colours }, (_, at) =>
      [at, at + colours, at + 2 * colours].map((place) => (palette[place] ?? 0) >> 8),
    )
    const hex = Buffer.from(bytes.flat()).toString('hex')
    return `/ColorSpace [/Indexed /DeviceRGB ${colours - 1} <${hex}>] ${common}`
  }
  const space = { 1: '/DeviceGray', 3: '/DeviceRGB', 4: '/DeviceCMYK' }[coloursIn(tags)]
  // A fax says black or white by its packing; elsewhere white may be nought.
  const decode = photometric === 0 && !isFax ? ' /Decode [1 0]' : ''
  return `/ColorSpace ${space} ${common}${decode}`
}

function packingOf(tags: Tags, width: number): string {
  const compression = first(tags, tag.compression, 1)
  const samples = first(tags, tag.samples, 1)
  const rule = `/Colors ${samples} /BitsPerComponent ${first(tags, tag.bits, 1)} /Columns ${width}`
  if (first(tags, tag.predictor, 1) > 2) throw strange('differences of fractions')
  const parms =
    first(tags, tag.predictor, 1) === 2 ? ` /DecodeParms << /Predictor 2 ${rule} >>` : ''
  const fax = (more: string) => {
    const black = first(tags, tag.photometric, 0) === 1 ? ' /BlackIs1 true' : ''
    return `/Filter /CCITTFaxDecode /DecodeParms << ${more} /Columns ${width} /Rows 0${black} >>`
  }
  switch (compression) {
    case 1:
      return ''
    case 2:
      return fax('/K 0 /EncodedByteAlign true')
    case 3:
      return fax(`/K ${first(tags, tag.faxOptions, 0) & 1}`)
    case 4:
      return fax('/K -1')
    case 5:
      return `/Filter /LZWDecode${parms}`
    case 7:
      // Where the colours are said to be red, green and blue, they are not told by brightness.
      return first(tags, tag.photometric, 0) === 2
        ? '/Filter /DCTDecode /DecodeParms << /ColorTransform 0 >>'
        : '/Filter /DCTDecode'
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
