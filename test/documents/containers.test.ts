import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { DocumentPage, OutlineEntry } from '../../src/documents/document-text.ts'
import { createExtractor } from '../../src/documents/extract.ts'
import { sniffMediaType } from '../../src/documents/media-type.ts'
import { makeDocx, makePdf, paragraph, showLines } from './hostile.ts'

const extractor = createExtractor()

async function read(bytes: Uint8Array) {
  const pages: DocumentPage[] = []
  const outline: OutlineEntry[] = []
  const problems: string[] = []
  const { reader } = await extractor.extract(
    bytes,
    sniffMediaType(bytes),
    { pages: 50, textLength: 100_000 },
    {
      page: (page) => void pages.push(page),
      outline: (found) => void outline.push(...found),
      links: () => undefined,
      problem: ({ message }) => void problems.push(message),
    },
  )
  return { reader, pages, texts: pages.map(({ text }) => text), outline, problems }
}

const pdf = makePdf([showLines('Item 7.b', 'Plate readers')])
const change = (bytes: Uint8Array, from: string, to: string) =>
  Buffer.from(Buffer.from(bytes).toString('latin1').replace(from, to), 'latin1')

describe('documents in documents', () => {
  it('reads a message, and behind it what is attached', async () => {
    const message = [
      'From: =?utf-8?Q?Clerk_Pe=C3=B1a?= <clerk@city.example>',
      'To: council@city.example',
      'Subject: Item 7.b',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary=part',
      '',
      '--part',
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      'The quote is a=',
      'ttached.',
      '--part',
      'Content-Type: application/pdf; name="quote.pdf"',
      'Content-Disposition: attachment; filename="quote.pdf"',
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from(pdf).toString('base64'),
      '--part--',
      '',
    ].join('\r\n')
    const { reader, texts, outline } = await read(strToU8(message))
    expect(reader).toBe('eml')
    expect(texts[0]).toContain('Clerk Peña')
    expect(texts[0]).toContain('The quote is attached.')
    expect(texts[1]).toBe('Item 7.b\nPlate readers')
    expect(outline).toEqual([{ title: 'quote.pdf', level: 0, page: 2 }])
  })

  const letter = (subject: string, ...lines: readonly string[]) =>
    ['From: clerk@city.example', `Subject: ${subject}`, ...lines].join('\n')

  it('says that a message is cut off whose parts do not end', async () => {
    const parts = (end: string) =>
      strToU8(
        `From: a@b.example\nTo: c@d.example\nContent-Type: multipart/mixed; boundary=part\n\n--part\n\nWords\n${end}`,
      )
    expect((await read(parts('--part--\n'))).problems).toEqual([])
    expect(await read(parts(''))).toMatchObject({
      texts: [expect.stringContaining('Words')],
      problems: [expect.stringContaining('cut off')],
    })
  })

  it('reads the messages of a mailbox, each with what is attached to it', async () => {
    const forwarded = letter('First reading', '', 'Inner words').split('\n')
    const box = [
      'From clerk@city.example Mon Jan  5 10:00:00 2026',
      letter(
        'Item 7.b',
        '',
        'From here on: no message.',
        '',
        'From the clerk',
        'Words.',
        '>From me',
      ),
      '',
      'From - Tue Jan  6 10:00:00 2026',
      letter(
        '=?utf-8?Q?Se=C3=B1al?=',
        'Content-Type: multipart/mixed; boundary=part',
        '',
        '--part',
        '',
        'See below',
        '--part',
        'Content-Type: message/rfc822',
        '',
        ...forwarded,
        '--part--',
      ),
      '',
      'From - Wed Jan  7 10:00:00 2026',
      letter('', 'Content-Type: multipart/digest; boundary=part', '', '--part', '', ...forwarded),
    ].join('\n')
    const { reader, texts, outline } = await read(strToU8(box))
    expect(reader).toBe('mbox')
    expect(texts[0]).toMatch(/From here on: no message\.\s+From the clerk\s+Words\.\s+From me$/)
    expect(texts[1]).toContain('See below')
    expect(texts[2]).toContain('Inner words')
    expect(texts[4]).toContain('Inner words')
    expect(texts).toHaveLength(5)
    expect(outline).toEqual([
      { title: 'Item 7.b', level: 0, page: 1 },
      { title: 'Señal', level: 0, page: 2 },
      { title: 'message', level: 1, page: 3 },
      { title: 'message 3', level: 0, page: 4 },
      { title: 'message', level: 1, page: 5 },
    ])
  })

  it.each([
    ['From the desk of the clerk\nDear council,\n', 'text/plain'],
    ['From the desk\nFrom: a@b.example\nTo: c@d.example\n\n', 'application/mbox'],
    ['From: a@b.example\nTo: c@d.example\n\n', 'message/rfc822'],
  ])('takes %j for what it is', (text, type) => {
    expect(sniffMediaType(strToU8(text))).toBe(type)
  })

  it('reads a ZIP of documents in the order of their names', async () => {
    const zip = zipSync({ 'b report.docx': makeDocx(paragraph('Report')), 'a agenda.pdf': pdf })
    expect(await read(zip)).toMatchObject({
      reader: 'zip',
      texts: ['Item 7.b\nPlate readers', 'Report'],
      outline: [
        { title: 'a agenda.pdf', level: 0, page: 1 },
        { title: 'b report.docx', level: 0, page: 2 },
      ],
    })
  })

  it('says why, where nothing in a file can be read', async () => {
    const packed = (levels: number): Uint8Array =>
      zipSync(levels === 0 ? { 'a.txt': strToU8('Words') } : { 'a.zip': packed(levels - 1) })
    await expect(read(packed(4))).rejects.toMatchObject({
      code: 'document_too_complex',
      message: expect.stringContaining('a.zip / a.zip / a.zip / a.zip: Not opened'),
    })
    await expect(read(zipSync({ 'a.pdf': strToU8('%PDF-1.7 junk') }))).rejects.toMatchObject({
      code: 'document_damaged',
    })
    await expect(read(zipSync({ 'a/': new Uint8Array() }))).rejects.toMatchObject({
      code: 'document_type',
    })
  })

  it('reads the files in a portfolio behind its cover', async () => {
    const inside = 'Words of the attachment'
    const portfolio = makePdf([showLines('Open with another program')], {
      extra: [
        '<< /Type /Filespec /F (order.txt) /UF (order.txt) /EF << /F 7 0 R >> >>',
        `<< /Type /EmbeddedFile /Length ${inside.length} >>\nstream\n${inside}\nendstream`,
      ],
    })
    const named = change(
      portfolio,
      '/Type /Catalog',
      '/Type /Catalog /Collection << /View /T >> /Names << /EmbeddedFiles << /Names [(order.txt) 6 0 R] >> >>',
    )
    expect(await read(named)).toMatchObject({
      texts: ['Open with another program', inside],
      outline: [{ title: 'order.txt', level: 0, page: 2 }],
    })
  })
})

describe('pages of a PDF', () => {
  it('turned by a quarter are read as they are shown', async () => {
    const line = (text: string, x: number) => `BT /F1 12 Tf 0 1 -1 0 ${x} 72 Tm (${text}) Tj ET`
    const turned = makePdf([`${line('Plate readers', 120)}\n${line('Item 7.b', 100)}`])
    const { pages } = await read(change(turned, '/Type /Page ', '/Type /Page /Rotate 90 '))
    expect(pages).toMatchObject([
      { text: 'Item 7.b\nPlate readers', width: 792, height: 612, needsOcr: false },
    ])
  })

  const rows = [
    ['Camera', '12', '$36,000.00'],
    ['Pole', '4', '$2,000.00'],
    ['Trailer', '2', '$9,000.00'],
  ]
  const asRead = rows.map((cells) => cells.join(' ')).join('\n')
  /** Widths of Helvetica, in thousandths of its size. */
  const widthOf = (letter: string) =>
    ({ i: 222, l: 222, r: 333, ',': 278, '.': 278, C: 722, P: 667, T: 611, m: 833 })[letter] ?? 556

  /** Each letter drawn by itself, as plotters and some printers do. */
  function letters(text: string, matrix: string, x: number, y: number, dx: number, dy: number) {
    let width = 0
    const drawn = [...text].map((letter) => {
      const at = `${x + dx * width} ${y + dy * width}`
      width += (widthOf(letter) * 12) / 1_000
      return `BT /F1 12 Tf ${matrix} ${at} Tm (${letter}) Tj ET`
    })
    return drawn.join('\n')
  }

  it.each([
    ['up', '0 1 -1 0', (row: number, cell: number) => [100 + row * 20, 200 + cell * 120, 0, 1]],
    ['down', '0 -1 1 0', (row: number, cell: number) => [300 - row * 20, 700 - cell * 120, 0, -1]],
    [
      'upside down',
      '-1 0 0 -1',
      (row: number, cell: number) => [500 - cell * 120, 200 + row * 20, -1, 0],
    ],
  ])('whose rows run %s, letter by letter, under a heading', async (_, matrix, place) => {
    const drawn = rows.flatMap((cells, row) =>
      cells.map((text, cell) => {
        const [x = 0, y = 0, dx = 0, dy = 0] = place(row, cell)
        return letters(text, matrix, x, y, dx, dy)
      }),
    )
    const { pages } = await read(makePdf([`${showLines('Exhibit B')}\n${drawn.join('\n')}`]))
    expect(pages[0]?.text).toBe(`Exhibit B\n${asRead}`)
  })

  it('whose text is nothing but codes that no screen shows are to be recognised', async () => {
    const codes = makePdf(['BT /F1 12 Tf 72 700 Td <0105060708> Tj ET', showLines('   ')])
    const { pages } = await read(codes)
    expect(pages).toMatchObject([
      { text: null, needsOcr: true },
      { text: '', needsOcr: false },
    ])
  })

  it('with codes of glyphs instead of letters are to be recognised', async () => {
    const junk = Array.from({ length: 12 }, () => 'xqrt zplk bnvm crtw')
    const { pages } = await read(makePdf([showLines(...junk), showLines('Good words')]))
    expect(pages).toMatchObject([
      { text: null, needsOcr: true },
      { text: 'Good words', needsOcr: false },
    ])
  })
})
