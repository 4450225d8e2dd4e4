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
  const { reader } = await extractor.extract(
    bytes,
    sniffMediaType(bytes),
    { pages: 50, textLength: 100_000 },
    {
      page: (page) => void pages.push(page),
      outline: (found) => void outline.push(...found),
      links: () => undefined,
      problem: () => undefined,
    },
  )
  return { reader, pages, texts: pages.map(({ text }) => text), outline }
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

  it('with codes of glyphs instead of letters are to be recognised', async () => {
    const junk = Array.from({ length: 12 }, () => 'xqrt zplk bnvm crtw')
    const { pages } = await read(makePdf([showLines(...junk), showLines('Good words')]))
    expect(pages).toMatchObject([
      { text: null, needsOcr: true },
      { text: 'Good words', needsOcr: false },
    ])
  })
})
