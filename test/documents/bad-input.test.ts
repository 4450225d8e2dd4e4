import { rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { strToU8, Zip, ZipDeflate } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDocumentReader } from '../../src/documents/document-reader.ts'
import { findReaderLayers } from '../../src/documents/reader-layers.ts'
import { makeDocx, makePdf, makeZip, paragraph, showLines } from './hostile.ts'
import { locked40, locked256, open128, open256 } from './locked-pdfs.ts'
import { buildReaderEntry } from './reader-entry.ts'

const entry = await buildReaderEntry()
const layers = await findReaderLayers()
const reader = createDocumentReader({ entry, layers })

/** What a document would reach if it could reach anything. */
const asked: string[] = []
const outside = createServer(({ url }, response) => {
  asked.push(url ?? '')
  response.end('fetched words')
})
let address = ''

beforeAll(async () => {
  await new Promise<void>((resolve) => outside.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(outside.address() as AddressInfo).port}`
})
afterAll(() => {
  reader.close()
  outside.close()
  rmSync(entry, { force: true })
})

const bytesOf = (text: string) => new TextEncoder().encode(text)
const read = (bytes: Uint8Array, declared = '') => reader.read(bytes, declared)
const page = showLines('Item 7.b', 'Plate readers')
const whole = makePdf([page])
const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')
/** Pages as most programs write them, their list at the end, which is cut off. */
function withListLast(contents: readonly string[]): Uint8Array {
  const file = latin1(makePdf(contents))
  const body = file.slice(file.indexOf('3 0 obj'), file.indexOf('xref'))
  return Buffer.from(`%PDF-1.7\n${body}1 0 obj\n<< /Type /Cat`, 'latin1')
}
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

describe('a document that is read, whatever is wrong with it', () => {
  it.each([
    ['an empty password of 256 bits', open256],
    ['an empty password of 128 bits', open128],
  ])('%s', async (_, bytes) => {
    const { pages, problems } = await read(bytes)
    expect(pages.map(({ text }) => text)).toEqual(['Item 7.b\nPlate readers'])
    expect(problems).toEqual([])
  })

  it('a PDF that is cut off: the pages that open, and that others may be missing', async () => {
    const { pages, problems } = await read(whole.subarray(0, latin1(whole).indexOf('startxref')))
    expect(pages[0]?.text).toContain('Plate readers')
    expect(problems).toMatchObject([{ code: 'document_damaged' }])
  })

  it.each([
    ['before its list of pages ends', 'xref', ['Item 7.b\nPlate readers', 'Page two']],
    ['in its second page', '(Page two)', ['Item 7.b\nPlate readers', null]],
  ])('a PDF that is cut off %s: what is left of it', async (_, mark, texts) => {
    const file = makePdf([page, showLines('Page two')])
    const { pages, problems } = await read(file.subarray(0, latin1(file).indexOf(mark)))
    expect(pages.map(({ text }) => text)).toEqual(texts)
    const lost = texts.flatMap((text, index) => (text === null ? [[index + 1]] : []))
    expect(problems.map((problem) => problem.pages)).toEqual([...lost, []])
    expect(problems.map(({ code }) => code)).toEqual(problems.map(() => 'document_damaged'))
  })

  it('a PDF that is cut off behind pages whose list stood at its end: those pages', async () => {
    const { pages, problems } = await read(withListLast([page, showLines('Page two')]))
    expect(pages.map(({ text }) => text)).toEqual(['Item 7.b\nPlate readers', 'Page two'])
    expect(problems).toMatchObject([{ code: 'document_damaged', pages: [] }])
  })

  it('a PDF that is cut off: each page once, without what was never in its list', async () => {
    const listed = latin1(withListLast([page, showLines('Page two')]))
    const rewritten = '4 0 obj\n<< /Type /Page /Parent 2 0 R /Contents 5 0 R >>\nendobj\n'
    const more = `20 0 obj\n<< /Type /Page >>\nendobj\n${rewritten}`
    const { pages } = await read(Buffer.from(listed.replace('1 0 obj', `${more}1 0 obj`), 'latin1'))
    expect(pages).toHaveLength(2)
    expect(pages[1]?.text).toBe('Page two')
  })

  it('a PDF that was changed and is cut off: the pages of its newest list', async () => {
    const file = latin1(makePdf([page, showLines('Page two')]))
    const body = file.slice(0, file.indexOf('xref'))
    const changed = `30 0 obj\n<< /Type /Catalog /Pages 31 0 R >>\nendobj
31 0 obj\n<< /Type /Pages /Kids [4 0 R 6 0 R] /Count 2 >>\nendobj
2 0 obj\n<< /Type /Pages /Kids [6 0 R] /Count 1 >>\nendobj
1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n32 0 obj\n<< /Cut`
    const { pages } = await read(Buffer.from(body + changed, 'latin1'))
    expect(pages.map(({ text }) => text)).toEqual(['Page two'])
  })

  const numbers = Array.from({ length: 3_000 }, (_, at) => `Pole ${at}`)
  const docx = makeDocx(numbers.map(paragraph).join(''))

  it.each([
    ['in its list', docx.length - 40, 3_000],
    ['in its text', docx.length >> 1, 100],
  ])('a Word file that is cut off %s: what is left of it', async (_, length, fewest) => {
    const { mediaType, pages, problems } = await read(docx.subarray(0, length))
    expect(mediaType).toBe(wordType)
    const lines = pages[0]?.text?.split('\n') ?? []
    expect(lines.length).toBeGreaterThanOrEqual(fewest)
    expect(lines.slice(0, -1)).toEqual(numbers.slice(0, lines.length - 1))
    expect(problems).toMatchObject([{ code: 'document_damaged', pages: [] }])
  })

  it('a ZIP that is cut off, of parts whose sizes stand behind them: the files left', async () => {
    const streamed = new Uint8Array(
      await new Promise<Buffer>((resolve) => {
        const pieces: Uint8Array[] = []
        const zip = new Zip((_, data, isLast) => {
          pieces.push(data)
          if (isLast) resolve(Buffer.concat(pieces))
        })
        for (const name of ['a.txt', 'b.txt']) {
          const file = new ZipDeflate(name)
          zip.add(file)
          file.push(strToU8(numbers.join('\n')), true)
        }
        zip.end()
      }),
    )
    const { pages, outline, problems } = await read(streamed.subarray(0, streamed.length * 0.7))
    expect(pages[0]?.text).toBe(numbers.join('\n'))
    expect(pages[1]?.text).toMatch(/^Pole 0\nPole 1\n/)
    expect(outline.map(({ title }) => title)).toEqual(['a.txt', 'b.txt'])
    expect(problems).toMatchObject([{ code: 'document_damaged', pages: [] }])
  })

  it('HTML called .pdf: read as HTML, and said so', async () => {
    const html = bytesOf('<!doctype html><title>Sorry</title><p>Sign in to see this file</p>')
    expect(await read(html, 'application/pdf')).toMatchObject({
      mediaType: 'text/html',
      pages: [{ text: expect.stringContaining('Sign in to see this file') }],
      problems: [{ code: 'document_type', message: expect.stringContaining('application/pdf') }],
    })
  })

  it('a Word file with references to outside: nothing is fetched', async () => {
    const body = `<w:p><w:r><w:fldChar/><w:instrText>INCLUDETEXT "${address}/include"</w:instrText><w:t>Own words</w:t></w:r></w:p><w:altChunk r:id="a"/><w:drawing><a:blip r:link="b"/></w:drawing>`
    const target = (id: string, type: string) =>
      `<Relationship Id="${id}" Type="${type}" Target="${address}/${id}" TargetMode="External"/>`
    const docx = makeDocx(body, [
      {
        name: 'word/_rels/document.xml.rels',
        data: `<Relationships>${target('a', 'aFChunk')}${target('b', 'image')}${target('t', 'attachedTemplate')}</Relationships>`,
      },
    ])
    const { pages, problems } = await read(docx, wordType)
    expect(pages.map(({ text }) => text)).toEqual(['Own words'])
    expect(problems).toEqual([])
    expect(asked).toEqual([])
  })

  it('a file with macros: its text, no macro run, and said so', async () => {
    const docm = makeDocx(paragraph('Own words'), [
      { name: 'word/vbaProject.bin', data: 'Sub AutoOpen() Shell "touch /tmp/ran" End Sub' },
    ])
    const { pages, problems } = await read(docm)
    expect(pages.map(({ text }) => text)).toEqual(['Own words'])
    expect(problems).toMatchObject([
      { code: 'document_type', message: expect.stringContaining('macros') },
    ])
  })

  it('XML with entities of its own: none is expanded, none is looked up', async () => {
    const bomb = Array.from(
      { length: 12 },
      (_, at) => `<!ENTITY e${at + 1} "${`&e${at};`.repeat(10)}">`,
    )
    const docx = makeZip([
      {
        name: 'word/document.xml',
        data: `<!DOCTYPE d [<!ENTITY e0 "boom">${bomb.join('')}<!ENTITY f SYSTEM "file:///etc/passwd"><!ENTITY h SYSTEM "${address}/entity">]><w:document>${paragraph('&e12;&f;&h; end')}</w:document>`,
      },
    ])
    const [first] = (await read(docx)).pages
    expect(first?.text).toContain('end')
    expect(first?.text?.length).toBeLessThan(100)
    expect(first?.text).not.toMatch(/boom|root:|fetched/)
    expect(asked).toEqual([])
  })

  it('a page count that is a lie: no more pages than there are or may be', async () => {
    const lie = latin1(whole).replace('/Count 1 ', '/Count 999999999 ')
    const { pages, problems } = await read(Buffer.from(lie, 'latin1'))
    expect(pages.map(({ text }) => text)).toEqual(['Item 7.b\nPlate readers'])
    expect(problems).toEqual([])
  })

  it('a picture of ten thousand million pixels: the words beside it', async () => {
    const image =
      '<< /Type /XObject /Subtype /Image /Width 100000 /Height 100000 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /FlateDecode /Length 4 >>\nstream\nabcd\nendstream'
    const huge = latin1(makePdf([`${page}\nq 600 0 0 700 0 0 cm /I Do Q`], { extra: [image] }))
      .replace('/Resources << /Font << /F1 3 0 R >> >>', '/Resources 7 0 R')
      .replace(
        'xref\n',
        '7 0 obj\n<< /Font << /F1 3 0 R >> /XObject << /I 6 0 R >> >>\nendobj\nxref\n',
      )
    const { pages } = await read(Buffer.from(huge, 'latin1'))
    expect(pages[0]?.text).toContain('Plate readers')
    const asked = { page: 1, width: 400, quotes: [], words: [] }
    const drawn = await reader.picture(Buffer.from(huge, 'latin1'), asked)
    expect(latin1(drawn).slice(1, 4)).toBe('PNG')
    expect((await read(whole)).pages).toHaveLength(1)
  })
})

describe('a document that is refused', () => {
  const deep = (pieces: number) => `${'['.repeat(pieces)}${']'.repeat(pieces)}`
  it.each([
    ['a password of 256 bits', locked256, 'document_encrypted', /password/],
    ['a password of 40 bits', locked40, 'document_encrypted', /password/],
    ['zero bytes', new Uint8Array(), 'document_damaged', /empty/],
    [
      'a PDF that is cut off before its first page',
      whole.subarray(0, latin1(whole).indexOf('/Type /Page ')),
      'document_damaged',
      /cut off or damaged/,
    ],
    ['the first words of a PDF', whole.subarray(0, 12), 'document_damaged', /cut off or damaged/],
    [
      'a Word file that is cut off before its first part',
      makeDocx(paragraph('words')).subarray(0, 40),
      'document_damaged',
      /cut off/,
    ],
    [
      'a zip bomb',
      makeZip([{ name: 'a.txt', data: '0'.repeat(30_000_000) }]),
      'document_too_complex',
      /times its size/,
    ],
    [
      'a zip bomb that is cut off',
      makeZip([{ name: 'word/document.xml', data: '0'.repeat(30_000_000) }]).subarray(0, -9),
      'document_too_complex',
      /larger than it says/,
    ],
    [
      'a zip bomb that lies about its size',
      makeDocx('', [{ name: 'word/footnotes.xml', data: 'a'.repeat(900_000), declaredSize: 100 }]),
      'document_too_complex',
      /larger than it says/,
    ],
  ])('%s', async (_, bytes, code, message) => {
    await expect(read(bytes)).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message),
      cure: expect.stringMatching(/./),
    })
  })

  /** A page that draws form 6, which draws itself `times` times. */
  function recursiveForm(times: number) {
    const content = '/X Do '.repeat(times)
    const resources = '<< /Font << /F1 3 0 R >> /XObject << /X 6 0 R >> >>'
    const form = `<< /Type /XObject /Subtype /Form /BBox [0 0 612 792] /Resources ${resources} /Length ${content.length} >>\nstream\n${content}\nendstream`
    const pdf = latin1(makePdf([`${page}\n/X Do`], { extra: [form] }))
    return Buffer.from(pdf.replace('<< /Font << /F1 3 0 R >> >>', resources), 'latin1')
  }

  it('a form that draws itself gives its page, or is named; the next document is read', async () => {
    const { pages } = await read(recursiveForm(1))
    expect(pages[0]?.text).toContain('Plate readers')
    await expect(read(recursiveForm(2))).rejects.toMatchObject({
      code: 'document_too_complex',
      message: expect.stringMatching(/memory|s\b/),
    })
    expect((await read(whole)).pages).toHaveLength(1)
  }, 120_000)

  it('nothing of what nests tens of thousands deep ends the reader', async () => {
    const nested = makePdf([page], { extra: [deep(100_000)], trailer: `/Info ${deep(100_000)}` })
    const operators = makePdf([`${'q '.repeat(100_000)}${page}`])
    const elements = makeDocx(`${'<w:p>'.repeat(40_000)}${paragraph('deep words')}`)
    for (const bytes of [nested, operators, elements]) {
      expect((await read(bytes)).pages[0]?.text).toMatch(/Plate readers|deep words/)
      expect((await read(whole)).pages).toHaveLength(1)
    }
  })
})
