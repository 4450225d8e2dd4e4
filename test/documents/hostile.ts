import { deflateRawSync } from 'node:zlib'

const encode = (text: string) => new TextEncoder().encode(text)

/** A PDF of our own with one line of text a page; offsets and cross references are right. */
export function makePdf(
  pages: readonly string[],
  more: {
    readonly trailer?: string
    readonly extra?: readonly string[]
    readonly catalogEntries?: string
    readonly pageEntries?: string
    /** Of the dictionary of each page's content. */
    readonly contentEntries?: string
  } = {},
) {
  const kids = pages.map((_, index) => `${4 + index * 2} 0 R`).join(' ')
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${more.catalogEntries ?? ''}>>`,
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...pages.flatMap((content, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + index * 2} 0 R ${more.pageEntries ?? ''}>>`,
      `<< /Length ${content.length} ${more.contentEntries ?? ''}>>\nstream\n${content}\nendstream`,
    ]),
    ...(more.extra ?? []),
  ]
  let file = '%PDF-1.7\n'
  const offsets = objects.map((object, index) => {
    const at = file.length
    file += `${index + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const start = file.length
  const rows = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${more.trailer ?? ''} >>\n`
  return encode(`${file}startxref\n${start}\n%%EOF\n`)
}

/** Content of a page that shows lines of text from the top. */
export const showLines = (...lines: string[]) =>
  lines.map((line, index) => `BT /F1 12 Tf 72 ${720 - index * 20} Td (${line}) Tj ET`).join('\n')

interface ZipPart {
  readonly name: string
  readonly data: string | Uint8Array
  /** What the list says of the unpacked size, if it lies. */
  readonly declaredSize?: number
}

const crcless = 0

/** A ZIP, packed; readers here do not look at check sums. */
export function makeZip(parts: readonly ZipPart[]): Uint8Array {
  const bodies: Buffer[] = []
  const list: Buffer[] = []
  let at = 0
  for (const { name, data, declaredSize } of parts) {
    const packed = deflateRawSync(data)
    const size = declaredSize ?? Buffer.byteLength(data)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(20, 4)
    local.writeUInt16LE(8, 8)
    local.writeUInt32LE(crcless, 14)
    local.writeUInt32LE(packed.length, 18)
    local.writeUInt32LE(size, 22)
    local.writeUInt16LE(name.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(20, 6)
    entry.writeUInt16LE(8, 10)
    entry.writeUInt32LE(packed.length, 20)
    entry.writeUInt32LE(size, 24)
    entry.writeUInt16LE(name.length, 28)
    entry.writeUInt32LE(at, 42)
    bodies.push(local, Buffer.from(name), packed)
    list.push(entry, Buffer.from(name))
    at += 30 + name.length + packed.length
  }
  const listBytes = Buffer.concat(list)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(listBytes.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...bodies, listBytes, end])
}

/** A Word file with this body. */
export const makeDocx = (body: string, more: readonly ZipPart[] = []) =>
  makeZip([
    { name: '[Content_Types].xml', data: '<Types/>' },
    { name: 'word/document.xml', data: `<w:document><w:body>${body}</w:body></w:document>` },
    ...more,
  ])

export const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`
