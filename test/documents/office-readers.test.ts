import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { DocumentError } from '../../src/documents/document-error.ts'
import type {
  DocumentPage,
  DocumentProblem,
  OutlineEntry,
} from '../../src/documents/document-text.ts'
import { createExtractor } from '../../src/documents/extract.ts'
import { sniffMediaType } from '../../src/documents/media-type.ts'

const pack = (parts: Readonly<Record<string, string>>) =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])))

async function read(bytes: Uint8Array) {
  const pages: DocumentPage[] = []
  const problems: DocumentProblem[] = []
  const outline: OutlineEntry[] = []
  const { reader } = await createExtractor().extract(
    bytes,
    sniffMediaType(bytes),
    { pages: 50, textLength: 100_000 },
    {
      page: (page) => void pages.push(page),
      problem: (problem) => void problems.push(problem),
      links: () => undefined,
      outline: (found) => void outline.push(...found),
    },
  )
  return { reader, texts: pages.map(({ text }) => text), pages, problems, outline }
}

const relations = (targets: Readonly<Record<string, string>>) =>
  `<Relationships>${Object.entries(targets)
    .map(([id, target]) => `<Relationship Id="${id}" Target="${target}"/>`)
    .join('')}</Relationships>`

const titled = (title: string, words: string) =>
  `<p:sld><p:sp><p:nvPr><p:ph type="title"/></p:nvPr><a:p><a:r><a:t>${title}</a:t></a:r></a:p></p:sp><p:sp><a:p><a:r><a:t>${words}</a:t></a:r></a:p></p:sp></p:sld>`

const slide = (words: string) => `<p:sld><a:p><a:r><a:t>${words}</a:t></a:r></a:p></p:sld>`

const pptx = pack({
  'ppt/presentation.xml': '<p:presentation><p:sldId r:id="b"/><p:sldId r:id="a"/></p:presentation>',
  'ppt/_rels/presentation.xml.rels': relations({ a: 'slides/slide1.xml', b: 'slides/slide2.xml' }),
  'ppt/slides/slide1.xml': titled('Costs', 'Second shown'),
  'ppt/slides/slide2.xml': slide('Drones &amp; docks'),
  'ppt/slides/_rels/slide2.xml.rels': relations({ n: '../notesSlides/notesSlide2.xml' }),
  'ppt/notesSlides/notesSlide2.xml': slide('Say that it is a pilot'),
})

const cell = (type: string, value: string, style = 0) =>
  `<c t="${type}" s="${style}"><v>${value}</v></c>`

const xlsx = pack({
  'xl/workbook.xml':
    '<workbook><sheet name="Quote" r:id="s1"/><sheet name="Secret" state="hidden" r:id="s2"/></workbook>',
  'xl/_rels/workbook.xml.rels': relations({
    s1: 'worksheets/sheet1.xml',
    s2: 'worksheets/sheet2.xml',
  }),
  'xl/sharedStrings.xml': '<sst><si><t>Plate </t><t>readers</t></si><si><t>Begins</t></si></sst>',
  'xl/styles.xml':
    '<styleSheet><numFmt numFmtId="164" formatCode="&quot;$&quot;#,##0"/><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="14"/></cellXfs></styleSheet>',
  'xl/worksheets/sheet1.xml': `<worksheet><row>${cell('s', '0')}${cell('n', '41')}${cell('n', '123000', 1)}</row><row>${cell('s', '1')}${cell('n', '46204', 2)}</row></worksheet>`,
  'xl/worksheets/sheet2.xml': `<worksheet><row>${cell('str', 'hidden words')}</row></worksheet>`,
})

const odt = pack({
  'content.xml':
    '<office:document-content><office:text><text:tracked-changes><text:p>old words</text:p></text:tracked-changes><text:h text:outline-level="2">Staff report</text:h><text:p>Body<text:s text:c="2"/>worn<text:tab/>cameras</text:p><text:soft-page-break/><text:p>Page two</text:p></office:text></office:document-content>',
})

const rtf = strToU8(
  String.raw`{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}{\*\generator Maker 1.0;}{\info{\author Clerk}}\f0 Caf\'e9 \u8211?drones\line next\par Cost\tab $5{\field{\*\fldinst HYPERLINK}{\fldrslt link}}\page Page two {\pict 0a0b0c}\~end}`,
)

describe('office files', () => {
  it('reads slides in the order of the show, with their notes', async () => {
    expect(await read(pptx)).toMatchObject({
      reader: 'pptx',
      texts: ['Drones & docks\n\nSay that it is a pilot', 'Costs\nSecond shown'],
      outline: [{ title: 'Costs', level: 0, page: 2 }],
    })
  })

  it('reads words of a slide once that stand there for newer and for older programs', async () => {
    const box = (words: string) => `<p:sp><a:p><a:r><a:t>${words}</a:t></a:r></a:p></p:sp>`
    const versions = `<mc:AlternateContent><mc:Choice Requires="p14">${box('Cost: $5')}</mc:Choice><mc:Fallback>${box('Cost: $5')}</mc:Fallback></mc:AlternateContent>`
    const old = `<mc:AlternateContent><mc:Choice Requires="x"><p:pic><a:off>12</a:off></p:pic></mc:Choice><mc:Fallback>${box('Only here')}</mc:Fallback></mc:AlternateContent>`
    const { texts } = await read(
      pack({
        'ppt/presentation.xml': '<p:presentation><p:sldId r:id="a"/></p:presentation>',
        'ppt/_rels/presentation.xml.rels': relations({ a: 'slides/slide1.xml' }),
        'ppt/slides/slide1.xml': `<p:sld>${versions}${old}</p:sld>`,
      }),
    )
    expect(texts).toEqual(['Cost: $5\nOnly here'])
  })

  it('reads the sheets that are shown, with sums and days as they are shown', async () => {
    expect(await read(xlsx)).toMatchObject({
      reader: 'xlsx',
      texts: ['Quote\nPlate readers\t41\t$123,000\nBegins\t7/1/2026'],
      outline: [{ title: 'Quote', level: 0, page: 1 }],
    })
  })

  it('leaves out rows and columns that a sheet hides, and says how many', async () => {
    const at = (reference: string, value: string) =>
      `<c r="${reference}" t="str"><v>${value}</v></c>`
    const { texts, problems } = await read(
      pack({
        'xl/workbook.xml':
          '<workbook><sheet name="Costs" r:id="s1"/><sheet name="Old" state="veryHidden" r:id="s1"/></workbook>',
        'xl/_rels/workbook.xml.rels': relations({ s1: 'worksheets/sheet1.xml' }),
        'xl/worksheets/sheet1.xml': `<worksheet><cols><col min="2" max="3" hidden="1"/><col min="4" max="4" hidden="0"/></cols><sheetData><row r="1">${at('A1', 'Cameras')}${at('B1', 'margin')}${at('D1', '24')}</row><row r="2" hidden="true">${at('A2', 'Discount')}</row><row r="3" hidden="1"/><row r="4">${at('AB4', 'Term')}</row></sheetData></worksheet>`,
      }),
    )
    expect(texts).toEqual(['Costs\nCameras\t24\nTerm'])
    expect(problems.map(({ message }) => message)).toEqual([
      'Hidden in the file, and not read: 1 row of "Costs", 1 column of "Costs", the sheet "Old"',
    ])
  })

  it('leaves out slides that the show leaves out, and says which', async () => {
    const { texts, problems } = await read(
      pack({
        'ppt/presentation.xml':
          '<p:presentation><p:sldId r:id="a"/><p:sldId r:id="b"/></p:presentation>',
        'ppt/_rels/presentation.xml.rels': relations({
          a: 'slides/slide1.xml',
          b: 'slides/slide2.xml',
        }),
        'ppt/slides/slide1.xml': slide('Left out').replace('<p:sld', '<p:sld show="0"'),
        'ppt/slides/slide2.xml': slide('Shown').replace('<p:sld', '<p:sld show="1"'),
      }),
    )
    expect(texts).toEqual(['Shown'])
    expect(problems.map(({ message }) => message)).toEqual([
      'Hidden in the file, and not read: slide 1',
    ])
  })

  it('reads OpenDocument texts without what was deleted', async () => {
    expect(await read(odt)).toMatchObject({
      reader: 'odf',
      texts: ['Staff report\nBody worn\tcameras', 'Page two'],
      outline: [{ title: 'Staff report', level: 1, page: 1 }],
    })
  })

  it('leaves out what OpenDocument hides, and tells of rows, columns, sheets and slides', async () => {
    const hiding = (family: string, property: string) =>
      `<style:style style:name="no" style:family="${family}"><style:${property}/></style:style>`
    const styles = [
      hiding('table', 'table-properties table:display="false"'),
      hiding('drawing-page', 'drawing-page-properties presentation:visibility="hidden"'),
      hiding('text', 'text-properties text:display="none"'),
      '<style:style style:name="heir" style:family="text" style:parent-style-name="no"/>',
    ].join('')
    const readOdf = (body: string) =>
      read(
        pack({
          'styles.xml': `<office:document-styles>${styles}</office:document-styles>`,
          'content.xml': `<office:document-content><office:body>${body}</office:body></office:document-content>`,
        }),
      )
    const cellOf = (words: string) =>
      `<table:table-cell><text:p>${words}</text:p></table:table-cell>`
    const rowOf = (cells: string[], more = '') =>
      `<table:table-row${more}>${cells.map(cellOf).join('')}</table:table-row>`
    const columns =
      '<table:table-column/><table:table-column table:number-columns-repeated="2" table:visibility="collapse"/>'
    const sheet = `<table:table table:name="Costs">${columns}${rowOf(['Cameras', 'x', 'y', '$5'])}${rowOf(['gone'], ' table:visibility="collapse"')}${rowOf(['Poles', '', '', '$7'])}</table:table>`
    const book = await readOdf(
      `<office:spreadsheet><table:table table:name="Old" table:style-name="no">${rowOf(['past'])}</table:table>${sheet}</office:spreadsheet>`,
    )
    expect(book).toMatchObject({
      texts: ['Costs\nCameras\t$5\nPoles\t$7'],
      outline: [{ title: 'Costs', level: 0, page: 1 }],
      problems: [
        {
          message:
            'Hidden in the file, and not read: the sheet "Old", 1 row of "Costs", 2 columns of "Costs"',
        },
      ],
    })
    const slide = (words: string, style = '') =>
      `<draw:page draw:style-name="${style}"><text:p>${words}</text:p></draw:page>`
    const show = await readOdf(slide('One') + slide('secret', 'no') + slide('Three'))
    expect(show).toMatchObject({
      texts: ['One', 'Three'],
      problems: [{ message: 'Hidden in the file, and not read: slide 2' }],
    })
    const text = await readOdf(
      '<text:p>Plate<text:span text:style-name="heir"> and face</text:span> readers</text:p><text:section text:display="none"><text:h>Draft</text:h></text:section><text:p>End</text:p>',
    )
    expect(text).toMatchObject({ texts: ['Plate readers\nEnd'], outline: [], problems: [] })
  })

  it('reads OpenDocument whose styles are damaged, and says so', async () => {
    const bytes = Buffer.from(
      pack({
        'content.xml':
          '<office:document-content><office:text><text:p>Words</text:p></office:text></office:document-content>',
        'styles.xml': '<office:document-styles/>',
      }),
    )
    const unknownMethod = 99
    bytes.writeUInt16LE(unknownMethod, bytes.lastIndexOf('PK\x01\x02') + 10)
    expect(await read(bytes)).toMatchObject({
      texts: ['Words'],
      problems: [{ code: 'document_damaged', message: expect.stringContaining('styles') }],
    })
  })

  it('reads rich text without fonts, fields, pictures and authors', async () => {
    expect(await read(rtf)).toMatchObject({
      reader: 'rtf',
      texts: ['Café –drones\nnext\nCost\t$5link', 'Page two end'],
    })
  })

  it('says that rich text is cut off', async () => {
    expect((await read(rtf)).problems).toEqual([])
    const { texts, problems } = await read(rtf.subarray(0, -1))
    expect(texts).toHaveLength(2)
    expect(problems).toMatchObject([{ code: 'document_damaged', pages: [] }])
  })

  it('reads rich text without what is hidden or was deleted', async () => {
    const text = strToU8(
      String.raw`{\rtf1\ansi Buy{\v  or rent} {\deleted forty}fifty\v  secret\v0  cameras\v  unseen\plain  now\par}`,
    )
    expect(await read(text)).toMatchObject({ reader: 'rtf', texts: ['Buy fifty cameras now'] })
  })

  it('reads what is in a ZIP in the order of names, and tells what cannot be read', async () => {
    const zip = zipSync({
      'b.rtf': rtf,
      'a/report.txt': strToU8('Plain words'),
      'c.bin': new Uint8Array([0, 1, 2, 3]),
      'd.zip': pack({ 'e.txt': 'inside' }),
      '__MACOSX/._a': strToU8('x'),
    })
    const got = await read(zip)
    expect(got).toMatchObject({ reader: 'zip' })
    expect(got.pages.map(({ page, text }) => [page, text?.slice(0, 8)])).toEqual([
      [1, 'Plain wo'],
      [2, 'Café –dr'],
      [3, 'Page two'],
      [4, 'inside'],
    ])
    expect(got.outline).toEqual([
      { title: 'a/report.txt', level: 0, page: 1 },
      { title: 'b.rtf', level: 0, page: 2 },
      { title: 'd.zip', level: 0, page: 4 },
      { title: 'e.txt', level: 1, page: 4 },
    ])
    expect(got.problems.map(({ code, message }) => [code, message.slice(0, 5)])).toEqual([
      ['document_type', 'c.bin'],
    ])
  })

  it('of which nothing can be read is refused', async () => {
    await expect(read(pack({ 'a.bin': '\u0000\u0001' }))).rejects.toThrow(DocumentError)
  })

  it.each([
    ['pptx', pptx],
    ['xlsx', xlsx],
    ['odt', odt],
    ['rtf', rtf],
  ])('%s, damaged in any way, gives pages or a named error', async (_, whole) => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(whole.length - 1),
        fc.uint8Array({ maxLength: 20 }),
        fc.boolean(),
        async (at, bytes, isCut) => {
          const harmed = isCut ? whole.slice(0, at) : whole.slice()
          harmed.set(
            bytes.subarray(0, Math.max(0, harmed.length - at)),
            Math.min(at, harmed.length),
          )
          try {
            await read(harmed)
          } catch (error) {
            expect(error).toBeInstanceOf(DocumentError)
          }
        },
      ),
      { numRuns: 150 },
    )
  })

  it('nested too deep in rich text is refused', async () => {
    await expect(read(strToU8(`{\\rtf1 ${'{'.repeat(5_000)}`))).rejects.toMatchObject({
      code: 'document_too_complex',
    })
  })
})

describe('office files of other programs', () => {
  const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
  const sheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

  it.each([
    [
      'another prefix',
      `<n:document xmlns:n="${word}"><n:body><n:p><n:r><n:t>Plate</n:t><n:tab/><n:t>readers</n:t></n:r></n:p></n:body></n:document>`,
    ],
    [
      'no prefix, in the strict edition',
      '<document xmlns="http://purl.oclc.org/ooxml/wordprocessingml/main"><p><r><t>Plate</t><tab/><t>readers</t></r></p></document>',
    ],
  ])('%s in a Word file', async (_, xml) => {
    const { texts } = await read(pack({ 'word/document.xml': xml }))
    expect(texts).toEqual(['Plate\treaders'])
  })

  it('a workbook with prefixes, whose parts have names of their own', async () => {
    const file = pack({
      '_rels/.rels': `<Relationships><Relationship Id="m" Type="${office}/officeDocument" Target="/xl/workbook2.xml"/></Relationships>`,
      'xl/workbook2.xml': `<x:workbook xmlns:x="${sheet}" xmlns:q="${office}"><x:sheet name="Costs" q:id="s"/></x:workbook>`,
      'xl/_rels/workbook2.xml.rels': relations({ s: '/xl/worksheets/sheet.xml' }),
      'xl/worksheets/sheet.xml': `<x:worksheet xmlns:x="${sheet}"><x:row><x:c><x:v>12</x:v></x:c></x:row></x:worksheet>`,
    })
    expect((await read(file)).texts).toEqual(['Costs\n12'])
  })

  it('XML of two bytes a letter', async () => {
    const xml = '<w:document><w:p><w:r><w:t>Lectores</w:t></w:r></w:p></w:document>'
    const file = zipSync({ 'word/document.xml': Buffer.from(`\ufeff${xml}`, 'utf16le') })
    expect((await read(file)).texts).toEqual(['Lectores'])
  })

  it('an OpenDocument file behind a password is named', async () => {
    const file = pack({
      mimetype: 'application/vnd.oasis.opendocument.text',
      'content.xml': 'no XML',
      'META-INF/manifest.xml': '<file-entry><encryption-data/></file-entry>',
    })
    await expect(read(file)).rejects.toMatchObject({ code: 'document_encrypted' })
  })
})
