/** A piece of a picture, as a PDF holds it; what stands beside the picture is cut off. */
export interface PictureStrip {
  /** Pixels, from the picture's upper left corner. */
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  /** What its dictionary says besides its size. */
  readonly entries: string
  readonly data: Uint8Array
}

/** A picture of a page: strips or tiles, in any order. */
export interface PicturePage {
  /** Pixels. */
  readonly width: number
  readonly height: number
  readonly strips: readonly PictureStrip[]
  /** `null` where the file tells nothing that can be believed. */
  readonly dpi: number | null
  /** Quarter turns clockwise in which it is to be seen. */
  readonly turns: number
  /** Its end is missing. */
  readonly isCut: boolean
}

/** Pixels of a picture at most: a page of paper at 1,200 dpi has 135 million. */
export const mostPixels = 150_000_000
/** Of one that is unpacked here, and not by the engine that draws it: a page at 600 dpi has 34 million. */
export const mostUnpacked = 40_000_000

/** Points of the longer side of a picture of unknown size: those of a letter. */
const usualLength = 792
/** Screens and cameras write numbers below that say nothing about paper. */
const leastDpi = 90

/** Size in points as the picture lies, before it is turned. */
export function sizeOf({ width, height, dpi }: PicturePage) {
  const scale =
    dpi !== null && dpi >= leastDpi && dpi <= 2_400
      ? 72 / dpi
      : usualLength / Math.max(width, height)
  return { width: width * scale, height: height * scale, scale }
}

/** The pictures as pages of a PDF: then they are drawn, recognised and marked like any other page. */
export function pdfOfPictures(pages: readonly PicturePage[]): Uint8Array {
  const pieces: Uint8Array[] = [Buffer.from('%PDF-1.7\n')]
  const offsets: number[] = []
  let length = pieces[0]?.length ?? 0
  const write = (...parts: readonly (string | Uint8Array)[]) => {
    for (const part of parts) {
      const bytes = typeof part === 'string' ? Buffer.from(part, 'latin1') : part
      pieces.push(bytes)
      length += bytes.length
    }
  }
  const add = (...parts: readonly (string | Uint8Array)[]) => {
    offsets.push(length)
    write(`${offsets.length} 0 obj\n`, ...parts, '\nendobj\n')
    return `${offsets.length} 0 R`
  }
  const stream = (entries: string, data: Uint8Array) =>
    add(`<< ${entries} /Length ${data.length} >>\nstream\n`, data, '\nendstream')
  const kids = pages.map((page) => {
    const { width, height, scale } = sizeOf(page)
    const names: string[] = []
    const drawn = page.strips.map((strip, index) => {
      const size = `/Width ${strip.width} /Height ${strip.height}`
      names.push(
        `/I${index} ${stream(`/Type /XObject /Subtype /Image ${size} ${strip.entries}`, strip.data)}`,
      )
      const [left, bottom] = [strip.left * scale, height - (strip.top + strip.height) * scale]
      return `q ${strip.width * scale} 0 0 ${strip.height * scale} ${left} ${bottom} cm /I${index} Do Q`
    })
    const content = stream('', Buffer.from(drawn.join('\n')))
    const box = `/MediaBox [0 0 ${width} ${height}] /Rotate ${page.turns * 90}`
    return add(
      `<< /Type /Page ${box} /Resources << /XObject << ${names.join(' ')} >> >> /Contents ${content} >>`,
    )
  })
  const list = add(`<< /Type /Pages /Count ${kids.length} /Kids [${kids.join(' ')}] >>`)
  const root = add(`<< /Type /Catalog /Pages ${list} >>`)
  const start = length
  const rows = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  write(`xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n${rows}`)
  write(`trailer\n<< /Size ${offsets.length + 1} /Root ${root} >>\nstartxref\n${start}\n%%EOF\n`)
  return Buffer.concat(pieces)
}
