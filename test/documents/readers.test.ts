import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DocumentError } from '../../src/documents/document-error.ts'
import type {
  DocumentPage,
  DocumentProblem,
  OutlineEntry,
  PageLink,
} from '../../src/documents/document-text.ts'
import { judgeMediaType, sniffMediaType } from '../../src/documents/media-type.ts'
import { docxReader } from '../../src/documents/readers/docx.ts'
import { htmlReader, htmlToText } from '../../src/documents/readers/html.ts'
import { mendText } from '../../src/documents/readers/mend-text.ts'
import type { Reader } from '../../src/documents/readers/page-sink.ts'
import { createPdfReader } from '../../src/documents/readers/pdf.ts'
import { startEngine } from '../../src/documents/readers/pdf-engine.ts'
import { plainReader } from '../../src/documents/readers/plain.ts'
import { inReadingOrder } from '../../src/documents/readers/reading-order.ts'
import { listZip } from '../../src/documents/readers/zip.ts'
import { makeDocx, makePdf, makeZip, paragraph, showLines } from './hostile.ts'

const pdfReader = await createPdfReader()

function read(reader: Reader, bytes: Uint8Array, limits = { pages: 2_000, textLength: 1_000_000 }) {
  const pages: DocumentPage[] = []
  const problems: DocumentProblem[] = []
  const links: PageLink[] = []
  let outline: readonly OutlineEntry[] = []
  reader.read(bytes, limits, {
    page: (page) => pages.push(page),
    problem: (problem) => problems.push(problem),
    links: (found) => links.push(...found),
    outline: (entries) => {
      outline = entries
    },
  })
  return { pages, problems, outline, links, texts: pages.map((page) => page.text) }
}

function codeOf(work: () => unknown): string {
  try {
    work()
    return 'no error'
  } catch (error) {
    return error instanceof DocumentError ? error.code : String(error)
  }
}

const bytesOf = (text: string) => new TextEncoder().encode(text)

describe('the PDF reader', () => {
  it('gives text by page, with the size of the page', () => {
    const pdf = makePdf([showLines('Item 7.b', 'Cameras for $11,400.00'), showLines('Page two')])
    const { pages, problems } = read(pdfReader, pdf)
    expect(problems).toEqual([])
    expect(pages[0]).toEqual({
      page: 1,
      text: 'Item 7.b\nCameras for $11,400.00',
      ocr: false,
      needsOcr: false,
      width: 612,
      height: 792,
    })
    expect(pages[1]?.text).toBe('Page two')
  })

  const at = (x: number, y: number, text: string) => `BT /F1 12 Tf ${x} ${y} Td (${text}) Tj ET`
  const prose = (side: string) => [
    `${side} column says that every`,
    `camera of the ${side} side must`,
    `be listed before ${side} council`,
    `votes, and who ${side} data goes`,
    `to must be told in ${side} words`,
    `that people can read on paper`,
  ]

  it('leaves out what is drawn beside the paper', () => {
    const beside = 'BT /F1 12 Tf 72 -40 Td (Below) Tj ET\nBT /F1 12 Tf 700 300 Td (Right) Tj ET'
    const pages: DocumentPage[] = []
    const nothing = () => undefined
    pdfReader.read(
      makePdf([`${showLines('Seen')}\n${beside}`]),
      { pages: 10, textLength: 100 },
      { page: (page) => pages.push(page), problem: nothing, links: nothing, outline: nothing },
      { words: true },
    )
    expect(pages.map(({ text }) => text)).toEqual(['Seen'])
    expect(pages[0]?.words?.map(({ text }) => text)).toEqual(['Seen'])
  })

  it('takes a PDF that was filled up with zeros for whole', () => {
    const filled = Buffer.concat([makePdf([showLines('Item 7.b')]), Buffer.alloc(9_000)])
    expect(read(pdfReader, filled)).toMatchObject({ texts: ['Item 7.b'], problems: [] })
  })

  it('puts a header that is drawn last in its place, and reads columns one after the other', () => {
    const columnAt = (x: number, side: string) =>
      prose(side).map((line, index) => at(x, 600 - index * 14, line))
    const page = [...columnAt(72, 'left'), ...columnAt(330, 'other'), at(72, 740, 'Header')]
    expect(read(pdfReader, makePdf([page.join('\n')])).texts).toEqual([
      ['Header', ...prose('left'), ...prose('other')].join('\n'),
    ])
  })

  it('takes columns apart that are drawn line by line across both', () => {
    const page = prose('left').flatMap((line, index) => [
      at(72, 600 - index * 14, line),
      at(330, 600 - index * 14, prose('other')[index] ?? ''),
    ])
    expect(read(pdfReader, makePdf([page.join('\n')])).texts).toEqual([
      [...prose('left'), ...prose('other')].join('\n'),
    ])
  })

  it('keeps the rows of a table on a line, drawn by row or by column', () => {
    const rows = [
      ['Camera', '12', '$36,000.00'],
      ['Pole', '4', '$2,000.00'],
      ['Installation of all', '1', '$650.00'],
    ]
    const cellAt = (row: number, column: number) =>
      at(72 + column * 150, 600 - row * 16, rows[row]?.[column] ?? '')
    const byRow = rows.flatMap((cells, row) => cells.map((_, column) => cellAt(row, column)))
    const byColumn = [0, 1, 2].flatMap((column) => rows.map((_, row) => cellAt(row, column)))
    const wanted = rows.map((cells) => cells.join(' ')).join('\n')
    const { texts } = read(pdfReader, makePdf([byRow.join('\n'), byColumn.join('\n')]))
    expect(texts).toEqual([wanted, wanted])
  })

  it('joins words that a line end breaks', () => {
    const page = showLines('The surveil-', 'lance of license-', 'plate readers')
    expect(read(pdfReader, makePdf([page])).texts).toEqual([
      'The surveillance\nof license-plate\nreaders',
    ])
  })

  it('says of a page with drawings and no text that it needs recognition', () => {
    const { pages, problems } = read(
      pdfReader,
      makePdf(['0 0 612 792 re f', showLines('words'), '']),
    )
    expect(pages.map((page) => [page.text, page.needsOcr])).toEqual([
      [null, true],
      ['words', false],
      ['', false],
    ])
    expect(problems).toMatchObject([{ code: 'document_needs_ocr', pages: [1] }])
  })

  it('reads what was filled into form fields', () => {
    const appearance = 'BT /F1 12 Tf 2 2 Td ($48,500.00) Tj ET'
    const form = new TextDecoder()
      .decode(
        makePdf([showLines('Total:')], {
          extra: [
            '<< /Fields [7 0 R] >>',
            '<< /Type /Annot /Subtype /Widget /FT /Tx /T (total) /V ($48,500.00) /Rect [200 700 320 716] /F 4 /AP << /N 8 0 R >> >>',
            `<< /Type /XObject /Subtype /Form /BBox [0 0 120 16] /Resources << /Font << /F1 3 0 R >> >> /Length ${appearance.length} >>\nstream\n${appearance}\nendstream`,
          ],
        }),
      )
      .replace('/Type /Catalog', '/Type /Catalog /AcroForm 6 0 R')
      .replace('/Type /Page /', '/Type /Page /Annots [7 0 R] /')
    expect(read(pdfReader, bytesOf(form)).texts[0]).toContain('$48,500.00')
  })

  it('reads notes that were typed onto a page, and loses no link by it', () => {
    const appearance = 'BT /F1 12 Tf 2 2 Td (Revised 3/4) Tj ET'
    const noted = new TextDecoder()
      .decode(
        makePdf([showLines('Staff report')], {
          extra: [
            '<< /Type /Annot /Subtype /FreeText /Contents (Revised 3/4) /Rect [200 600 320 616] /F 4 /AP << /N 8 0 R >> >>',
            '<< /Type /Annot /Subtype /Link /Rect [70 715 150 735] /A << /S /URI /URI (https://city.example/report.pdf) >> >>',
            `<< /Type /XObject /Subtype /Form /BBox [0 0 120 16] /Resources << /Font << /F1 3 0 R >> >> /Length ${appearance.length} >>\nstream\n${appearance}\nendstream`,
          ],
        }),
      )
      .replace('/Type /Page /', '/Type /Page /Annots [6 0 R 7 0 R] /')
    const { texts, links } = read(pdfReader, bytesOf(noted))
    expect(texts).toEqual(['Staff report\nRevised 3/4'])
    expect(links).toEqual([
      { page: 1, text: 'Staff report', url: 'https://city.example/report.pdf', toPage: null },
    ])
  })

  it('takes the words under a link, and neither the rest of its line nor tails of the line above', () => {
    const lines =
      'BT /F1 12 Tf 72 720 Td (Gypsy jay quay) Tj 0 -11 Td (See the report of July) Tj ET'
    const linked = new TextDecoder()
      .decode(
        makePdf([lines], {
          extra: [
            '<< /Type /Annot /Subtype /Link /Rect [95 705 150 720] /A << /S /URI /URI (https://city.example/a) >> >>',
          ],
        }),
      )
      .replace('/Type /Page /', '/Type /Page /Annots [6 0 R] /')
    expect(read(pdfReader, bytesOf(linked)).links.map(({ text }) => text)).toEqual(['the report'])
  })

  it('reads the outline, and is not led in circles by it', () => {
    const pdf = makePdf([showLines('one'), showLines('two')], { extra: [] })
    const circular = new TextDecoder()
      .decode(
        makePdf([showLines('one')], {
          extra: [
            '<< /First 7 0 R /Last 7 0 R >>',
            '<< /Title (Consent) /Parent 6 0 R /Next 7 0 R /First 7 0 R /Dest [4 0 R /Fit] >>',
          ],
        }),
      )
      .replace('/Type /Catalog', '/Type /Catalog /Outlines 6 0 R')
    expect(read(pdfReader, pdf).outline).toEqual([])
    expect(read(pdfReader, bytesOf(circular)).outline).toEqual([
      { title: 'Consent', level: 0, page: 1 },
    ])
  })

  it('reads a page tree that leads back into itself without end or crash', () => {
    const looping = new TextDecoder()
      .decode(makePdf([showLines('one')]))
      .replace('/Kids [4 0 R] /Count 1', '/Kids [2 0 R 4 0 R] /Count 9')
    expect(['no error', 'document_damaged']).toContain(
      codeOf(() => read(pdfReader, bytesOf(looping))),
    )
  })

  it('stops at its limit of pages and says so, also when the count is a lie', () => {
    const many = makePdf(Array.from({ length: 12 }, (_, index) => showLines(`page ${index + 1}`)))
    const cut = read(pdfReader, many, { pages: 5, textLength: 1_000_000 })
    expect(cut.pages).toHaveLength(5)
    expect(cut.problems).toMatchObject([
      { code: 'document_too_complex', message: expect.stringContaining('first 5 of 12') },
    ])
    const short = read(pdfReader, many, { pages: 100, textLength: 20 })
    expect(short.pages.length).toBeLessThan(12)
    expect(short.problems).toMatchObject([{ code: 'document_too_complex' }])
    const lie = new TextDecoder()
      .decode(makePdf([showLines('one')]))
      .replace('/Count 1 ', '/Count 99999999 ')
    const { pages } = read(pdfReader, bytesOf(lie), { pages: 10, textLength: 1_000_000 })
    expect(pages.length).toBeLessThanOrEqual(10)
  })

  it('reads on where it opened the file once more, with its outline and its links', () => {
    const count = 230
    const link = '/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /Dest [454 0 R /Fit] >>]'
    const pdf = makePdf(
      Array.from({ length: count }, (_, at) => showLines(`Page ${at + 1}`)),
      {
        pageEntries: link,
        catalogEntries: '/Outlines 464 0 R',
        extra: [
          '<< /First 465 0 R /Last 465 0 R >>',
          '<< /Title (Consent) /Parent 464 0 R /Dest [454 0 R /Fit] >>',
        ],
      },
    )
    const { texts, outline, links, problems } = read(pdfReader, pdf)
    expect(texts).toEqual(Array.from({ length: count }, (_, at) => `Page ${at + 1}`))
    expect(outline).toEqual([{ title: 'Consent', level: 0, page: 226 }])
    expect(links.map(({ page, toPage }) => [page, toPage])).toEqual(
      texts.map((_, at) => [at + 1, 226]),
    )
    expect(problems).toEqual([])
  })

  it('takes no more memory for many pages than for some', async () => {
    const engine = await startEngine()
    const reader = await createPdfReader(engine)
    const heavy = `/Weight [${'1 '.repeat(1_000)}]`
    const pdfOf = (pages: number) =>
      makePdf(Array(pages).fill(showLines('Page')), { contentEntries: heavy })
    read(reader, pdfOf(200))
    const before = engine.HEAPU8.length
    expect(read(reader, pdfOf(1_000)).texts).toHaveLength(1_000)
    expect((engine.HEAPU8.length - before) / 1_048_576).toBeLessThan(8)
  })

  it('names what is encrypted and what is damaged', () => {
    const trailer =
      '/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <' +
      `${'28BF4E5E4E758A41'.repeat(4)}> /U <${'00'.repeat(32)}> >> /ID [<01> <01>]`
    const encrypted = makePdf([showLines('secret')], { trailer })
    expect(codeOf(() => read(pdfReader, encrypted))).toBe('document_encrypted')
    expect(codeOf(() => read(pdfReader, bytesOf('%PDF-1.7\nnothing of the kind')))).toBe(
      'document_damaged',
    )
    expect(codeOf(() => read(pdfReader, makePdf([])))).toBe('document_damaged')
  })

  it('says of a PDF without its end that pages may be missing', () => {
    const whole = makePdf([showLines('one'), showLines('two')])
    const text = new TextDecoder().decode(whole)
    const cut = read(pdfReader, whole.subarray(0, text.indexOf('startxref')))
    expect(cut.texts).toContain('one')
    expect(cut.problems).toMatchObject([{ code: 'document_damaged', pages: [] }])
    expect(read(pdfReader, whole).problems).toEqual([])
  })

  it('ends every mutilation of a PDF with pages or with a code', () => {
    const whole = makePdf([showLines('one', 'two'), showLines('three')])
    fc.assert(
      fc.property(
        fc.nat(whole.length),
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 8 }),
        (length, changes) => {
          const bytes = whole.slice()
          for (const [at, value] of changes) bytes[at] = value
          const code = codeOf(() => read(pdfReader, bytes.subarray(0, length)))
          expect(['no error', 'document_damaged', 'document_encrypted']).toContain(code)
        },
      ),
      { numRuns: 200 },
    )
  })

  it('names the version of the engine that is installed', () => {
    const installed = JSON.parse(readFileSync('package.json', 'utf8')).dependencies[
      '@embedpdf/pdfium'
    ]
    expect(pdfReader.version.split('+')[0]).toBe(installed)
  })
})

describe('inReadingOrder', () => {
  const line = fc.record({
    text: fc.string({ minLength: 1 }),
    at: fc.nat(),
    left: fc.integer({ min: 0, max: 500 }),
    right: fc.integer({ min: 0, max: 600 }),
    top: fc.integer({ min: 0, max: 800 }),
    bottom: fc.integer({ min: 0, max: 800 }),
  })
  it('loses no line and adds none, wherever they stand', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
        // Cells of a row become one line; what they say stays.
        const signs = (texts: readonly { text: string }[]) =>
          [...texts.map(({ text }) => text).join('')].filter((sign) => sign.trim()).toSorted()
        expect(signs(inReadingOrder(lines))).toEqual(signs(lines))
      }),
    )
  })
})

describe('mendText', () => {
  it.each([
    ['o\uFB03ce \uFB01le', 'office file'],
    ['- item\n-\nnext', '- item\n-\nnext'],
    ['surveil-\nlance cameras', 'surveillance\ncameras'],
    ['a body-\nworn camera', 'a body-worn\ncamera'],
    ['the surveil-\nlance, and', 'the surveillance,\nand'],
    ['Public Right-\nof-Way Vacation', 'Public Right-of-Way\nVacation'],
    ['manager-\nat-\nrisk', 'manager-at-risk'],
    ['anti-crime-ecosystem-\nresearch', 'anti-crime-ecosystem-research'],
    ['co\u00ADoperate', 'cooperate'],
    ['one  \r\ntwo\r\n\r\n\r\n\r\nthree', 'one\ntwo\n\nthree'],
    ['a\u0000b\u0007c', 'abc'],
    ['a\u000Bb', 'ab'],
    ['a\u007Fb', 'ab'],
    ['a\uFFFEb', 'ab'],
    ['one\u00A0word', 'one word'],
  ])('mends %j', (text, mended) => {
    expect(mendText(text)).toBe(mended)
  })

  it.each(['a', ' ', '-', '\t', '\n', '\r', 'a-\n', ' \n', '\u00ad', '\ufb01', ' \t'])(
    'takes a megabyte of %j in its stride',
    (piece) => {
      const long = piece.repeat(1_000_000 / piece.length)
      expect(mendText(long).length).toBeLessThanOrEqual(long.length * 2)
      expect(htmlToText(`<p>${long}</p>`).length).toBeLessThanOrEqual(long.length * 2)
      expect(htmlToText(`<b>${piece}</b>`.repeat(100_000)).length).toBeLessThanOrEqual(600_000)
    },
  )

  it('leaves mended text alone', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const mended = mendText(text)
        expect(mendText(mended)).toBe(mended)
      }),
    )
  })
})

describe('the HTML reader', () => {
  it('gives the words a person sees, rows on a line', () => {
    const html = `<html><head><title>x</title><style>p{}</style></head><body><h1>Agenda</h1>
      <p>Buy&nbsp;<b>cameras</b> &amp; poles</p><script>alert("no")</script>
      <table><tr><td>7.b</td><td><p>Contract</p></td></tr><tr><td>8</td><td>Minutes</td></tr></table>`
    expect(htmlToText(html)).toBe('Agenda\nBuy cameras & poles\n7.b\tContract\n8\tMinutes')
  })

  it('reads nesting twenty thousand deep', () => {
    expect(htmlToText(`${'<div><b>'.repeat(10_000)}deep`)).toBe('deep')
  })

  it('refuses nesting thirty thousand deep, and counts no element that is closed', () => {
    const closed = '<br><img src=x><p>line<li>item'.repeat(10_000)
    expect(htmlToText(closed)).toContain('item\nline')
    expect(() => htmlToText('<div>'.repeat(30_000))).toThrow(
      expect.objectContaining({ code: 'document_too_complex' }),
    )
  })

  it('takes the charset the page declares when it is not UTF-8', () => {
    const page = Buffer.from('<meta charset=iso-8859-1><p>La Ca\u00f1ada</p>', 'latin1')
    expect(read(htmlReader, page).texts).toEqual(['La Cañada'])
  })
})

describe('the reader of plain text', () => {
  it('begins a page at a form feed', () => {
    expect(read(plainReader, bytesOf('one\ftwo\f')).texts).toEqual(['one', 'two'])
  })
  it('reads UTF-16 and Windows-1252', () => {
    expect(read(plainReader, Buffer.from('\uFEFFhello', 'utf16le')).texts).toEqual(['hello'])
    expect(read(plainReader, Buffer.from([0x93, 0x68, 0x69, 0x94])).texts).toEqual(['“hi”'])
  })
})

describe('the Word reader', () => {
  it('gives paragraphs, table rows on a line, pages as Word broke them', () => {
    const cell = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`
    const docx = makeDocx(
      paragraph('Staff &amp; report') +
        `<w:tbl><w:tr>${cell('Cameras')}${cell('$5,000')}</w:tr></w:tbl>` +
        '<w:p><w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>' +
        '<w:p><w:r><w:lastRenderedPageBreak/><w:t>Second</w:t><w:tab/><w:t>page</w:t></w:r></w:p>',
      [
        { name: 'word/header1.xml', data: `<w:hdr>${paragraph('City of Riverton')}</w:hdr>` },
        { name: 'word/footnotes.xml', data: `<w:footnotes>${paragraph('A note')}</w:footnotes>` },
      ],
    )
    expect(read(docxReader, docx).texts).toEqual([
      'Staff & report\nCameras\t$5,000\n\nCity of Riverton',
      'Second\tpage\n\nA note',
    ])
  })

  it('expands no entity of its own making', () => {
    const docx = makeZip([
      {
        name: 'word/document.xml',
        data: `<!DOCTYPE d [<!ENTITY a "boom"><!ENTITY x SYSTEM "file:///etc/passwd">]><w:document>${paragraph('&a;&x;end')}</w:document>`,
      },
    ])
    const [text] = read(docxReader, docx).texts
    expect(text).toContain('end')
    expect(text).not.toMatch(/boom|root:/)
  })

  it.each([
    [
      'a part that unpacks to 500 times its size',
      makeDocx(paragraph('a'.repeat(20_000_000))),
      'document_too_complex',
    ],
    [
      'a part that is larger than it says',
      makeZip([{ name: 'word/document.xml', data: 'a'.repeat(500_000), declaredSize: 1_000 }]),
      'document_too_complex',
    ],
    [
      'three thousand parts',
      makeZip(Array.from({ length: 3_000 }, (_, index) => ({ name: `p${index}`, data: '' }))),
      'document_too_complex',
    ],
    ['no text part', makeZip([{ name: 'word/other.xml', data: 'x' }]), 'document_damaged'],
    [
      'the same part twice',
      makeZip([
        { name: 'word/document.xml', data: 'x' },
        { name: 'word/document.xml', data: 'y' },
      ]),
      'document_damaged',
    ],
    [
      'a file that is cut off in its first part',
      makeDocx(paragraph('x')).subarray(0, 40),
      'document_damaged',
    ],
  ])('refuses %s', (_, bytes, code) => {
    expect(codeOf(() => read(docxReader, bytes))).toBe(code)
  })

  it('refuses parts that overlap', () => {
    const zip = Buffer.from(
      makeZip([
        { name: 'a', data: 'x'.repeat(99) },
        { name: 'b', data: 'y' },
      ]),
    )
    const second = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]))
    zip.writeUInt32LE(0, second + 42)
    expect(codeOf(() => listZip(zip))).toBe('document_too_complex')
  })

  it('ends every mutilation with text or with a code', () => {
    const whole = makeDocx(paragraph('some words to find'))
    fc.assert(
      fc.property(
        fc.nat(whole.length),
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 8 }),
        (length, changes) => {
          const bytes = whole.slice()
          for (const [at, value] of changes) bytes[at] = value
          expect(codeOf(() => read(docxReader, bytes.subarray(0, length)))).toMatch(
            /^(no error|document_(damaged|too_complex|encrypted))$/,
          )
        },
      ),
      { numRuns: 500 },
    )
  })
})

describe('sniffMediaType', () => {
  const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  it.each([
    ['%PDF-1.4', 'application/pdf'],
    ['\n\nsome server said this\n%PDF-1.4', 'application/pdf'],
    ['<!DOCTYPE html><html>', 'text/html'],
    ['\uFEFF \n<HTML>', 'text/html'],
    ['<!-- saved --><html>', 'text/html'],
    ['<script>var x</script><div>Item</div>', 'text/html'],
    ['<h1>Agenda</h1>', 'text/html'],
    ['<form:tag>', 'text/plain'],
    ['<?xml version="1.0"?><feed/>', 'application/xml'],
    ['{\\rtf1 x}', 'application/rtf'],
    ['AGENDA of the council', 'text/plain'],
    ['GIF89a', 'image/gif'],
    [`${'<!---->'.repeat(250)}<html>`, 'text/html'],
    [`${'<!---->'.repeat(250)}words`, 'text/plain'],
    ['\u0000\u0001\u0002binary', 'application/octet-stream'],
  ])('takes %j for %s', (text, type) => {
    expect(sniffMediaType(bytesOf(text))).toBe(type)
  })

  it('tells Word files from other ZIPs by their list', () => {
    expect(sniffMediaType(makeDocx(paragraph('x')))).toBe(word)
    expect(sniffMediaType(makeZip([{ name: 'a', data: 'x' }]))).toBe('application/zip')
  })

  it('notes a disagreement, but not with those who said nothing', () => {
    const html = bytesOf('<html>')
    expect(judgeMediaType(html, 'application/pdf').agreesWithDeclared).toBe(false)
    expect(judgeMediaType(html, 'text/html; charset=x').agreesWithDeclared).toBe(true)
    expect(judgeMediaType(html, 'application/octet-stream').agreesWithDeclared).toBe(true)
    expect(judgeMediaType(html, '').agreesWithDeclared).toBe(true)
  })

  it('has an answer for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(sniffMediaType(bytes)).toMatch(/^[a-z]+\/[a-z0-9.+-]+$/)
      }),
    )
  })
})
