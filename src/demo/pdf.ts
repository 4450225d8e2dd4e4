import { deflateSync } from 'node:zlib'

/** Advance widths of Helvetica for the characters 32 to 126, in thousandths of the size. */
const widths = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
  556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
  611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
  667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500,
  222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
]

const size = 11
const leading = 15
const margin = 72
const pageWidth = 612
const pageHeight = 792
const linesPerPage = Math.floor((pageHeight - 2 * margin - 2 * leading) / leading)

function textWidth(text: string): number {
  let sum = 0
  for (const character of text) sum += widths[character.charCodeAt(0) - 32] ?? 556
  return (sum * size) / 1_000
}

/** Lines no wider than the page; words are never cut. */
function wrap(paragraph: string): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of paragraph.split(/\s+/)) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && textWidth(longer) > pageWidth - 2 * margin) {
      lines.push(line)
      line = word
    } else {
      line = longer
    }
  }
  return [...lines, line]
}

/** A string of the page's content, in WinAnsi. */
function pdfString(text: string): string {
  return `(${text.replace(/[\\()]/g, (character) => `\\${character}`)})`
}

function pageContent(heading: string, lines: readonly string[], number: number, pages: number) {
  const rows = [heading, '', ...lines].map((line) => `${pdfString(line)} Tj T*`)
  return Buffer.from(
    [
      'BT',
      `/F1 ${size} Tf ${leading} TL`,
      `1 0 0 1 ${margin} ${pageHeight - margin} Tm`,
      ...rows,
      'ET',
      'BT',
      `/F1 9 Tf 1 0 0 1 ${pageWidth / 2 - 30} ${margin / 2} Tm`,
      `${pdfString(`Page ${number} of ${pages}`)} Tj`,
      'ET',
    ].join('\n'),
    'latin1',
  )
}

/**
 * A plain PDF 1.4 of some paragraphs: letter pages, Helvetica, a heading and a page number on
 * each. The same words give the same bytes.
 */
export function writePdf(heading: string, paragraphs: readonly string[]): Uint8Array {
  const lines = paragraphs.flatMap((paragraph) => [...wrap(paragraph), ''])
  const pages = Array.from(
    { length: Math.max(1, Math.ceil(lines.length / linesPerPage)) },
    (_, at) => lines.slice(at * linesPerPage, (at + 1) * linesPerPage),
  )
  const pageIds = pages.map((_, index) => 4 + 2 * index)
  const objects: Buffer[] = [
    Buffer.from('<< /Type /Catalog /Pages 2 0 R >>'),
    Buffer.from(
      `<< /Type /Pages /Count ${pages.length} /Kids [${pageIds.map((id) => `${id} 0 R`).join(' ')}] >>`,
    ),
    Buffer.from(
      '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ),
  ]
  for (const [index, page] of pages.entries()) {
    const packed = deflateSync(pageContent(heading, page, index + 1, pages.length))
    objects.push(
      Buffer.from(
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${pageWidth} ${pageHeight}] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + 2 * index} 0 R >>`,
      ),
      Buffer.concat([
        Buffer.from(`<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n`),
        packed,
        Buffer.from('\nendstream'),
      ]),
    )
  }

  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n%\xe2\xe3\xcf\xd3\n', 'latin1')]
  const offsets: number[] = []
  let at = parts[0]?.length ?? 0
  for (const [index, object] of objects.entries()) {
    const whole = Buffer.concat([
      Buffer.from(`${index + 1} 0 obj\n`),
      object,
      Buffer.from('\nendobj\n'),
    ])
    offsets.push(at)
    at += whole.length
    parts.push(whole)
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  parts.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${at}\n%%EOF\n`,
    ),
  )
  return Buffer.concat(parts)
}
