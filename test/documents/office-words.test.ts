import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { DocumentPage, OutlineEntry } from '../../src/documents/document-text.ts'
import { docxReader } from '../../src/documents/readers/docx.ts'
import { numberShown } from '../../src/documents/readers/number-format.ts'
import type { Reader } from '../../src/documents/readers/page-sink.ts'
import { xlsxReader } from '../../src/documents/readers/xlsx.ts'

const pack = (parts: Readonly<Record<string, string>>) =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])))

function readAll(reader: Reader, bytes: Uint8Array) {
  const pages: DocumentPage[] = []
  const outline: OutlineEntry[] = []
  reader.read(
    bytes,
    { pages: 50, textLength: 100_000 },
    {
      page: (page) => void pages.push(page),
      outline: (entries) => void outline.push(...entries),
      links: () => undefined,
      problem: () => undefined,
    },
  )
  return { texts: pages.map(({ text }) => text), outline }
}

const textsOf = (reader: Reader, bytes: Uint8Array) => readAll(reader, bytes).texts

const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
const docx = (body: string, more: Readonly<Record<string, string>> = {}) =>
  pack({ 'word/document.xml': `<w:document><w:body>${body}</w:body></w:document>`, ...more })
const word = (...file: Parameters<typeof docx>) => textsOf(docxReader, docx(...file))

const style = (id: string, basedOn: string, properties: string) =>
  `<w:style w:styleId="${id}"><w:basedOn w:val="${basedOn}"/>${properties}</w:style>`
const styles = {
  'word/styles.xml': `<w:styles>${[
    style('Titel', 'Titel', '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'),
    style('Titel2', 'Titel', '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>'),
    style('Titel2a', 'Titel2', ''),
    style('Note', 'Titel', '<w:pPr><w:outlineLvl w:val="9"/></w:pPr><w:rPr><w:vanish/></w:rPr>'),
    style('Shown', 'Note', '<w:rPr><w:vanish w:val="0"/></w:rPr>'),
  ].join('')}</w:styles>`,
}

const box = (text: string) => `<w:txbxContent><w:p>${run(text)}</w:p></w:txbxContent>`

describe('words of a Word file', () => {
  it('reads a text box once, behind the paragraph that it hangs on', () => {
    const both = `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${box('Aside')}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box('Aside')}</w:pict></mc:Fallback></mc:AlternateContent>`
    expect(word(`<w:p>${run('plate ')}<w:r>${both}</w:r>${run('readers')}</w:p>`)).toEqual([
      'plate readers\nAside',
    ])
  })

  it('reads what older programs see where the newer version has no words', () => {
    const both = `<mc:AlternateContent><mc:Choice Requires="x"><x:new/></mc:Choice><mc:Fallback>${run('words')}</mc:Fallback></mc:AlternateContent>`
    expect(word(`<w:p>${both}</w:p>`)).toEqual(['words'])
  })

  it('leaves out what was deleted and where words were moved from, and keeps what is in', () => {
    const body = [
      '<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>',
      run('Buy '),
      '<w:del w:id="2"><w:r><w:delText>forty</w:delText></w:r></w:del>',
      `<w:ins w:id="3">${run('fifty')}</w:ins>`,
      `<w:moveFrom w:id="4">${run(' moved')}</w:moveFrom>`,
      `${run(' cameras')}<w:moveTo w:id="5">${run(' moved')}</w:moveTo></w:p>`,
    ]
    expect(word(body.join(''))).toEqual(['Buy fifty cameras moved'])
  })

  it('leaves out what is hidden, by itself or by its style, and nothing for a hidden mark', () => {
    const hidden = (properties: string, text: string) =>
      `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
    const body = [
      '<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>',
      run('Buy'),
      hidden('<w:vanish/>', ' or rent'),
      hidden('<w:rStyle w:val="Note"/>', ' secretly'),
      hidden('<w:rStyle w:val="Shown"/>', ' fifty'),
      hidden('<w:vanish w:val="false"/>', ' cameras'),
      hidden('<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>', ' now'),
      `<w:r><w:rPr><w:vanish/></w:rPr>${box('unseen')}</w:r>`,
      `<w:r>${box('seen')}<w:tab/></w:r></w:p>`,
    ]
    expect(word(body.join(''), styles)).toEqual(['Buy fifty cameras now\nseen'])
  })

  it('gives its headings as outline, by style or by their own depth, with their pages', () => {
    const head = (properties: string, ...runs: string[]) =>
      `<w:p><w:pPr>${properties}</w:pPr>${runs.join('')}</w:p>`
    const body = [
      head('<w:pStyle w:val="Titel"/>', run('Staff '), run('report')),
      `<w:p>${run('Text')}</w:p>`,
      `<w:p><w:r><w:br w:type="page"/></w:r>${run('More')}</w:p>`,
      head('<w:pStyle w:val="Titel2a"/>', run('Fiscal impact')),
      head('<w:outlineLvl w:val="2"/>', run('Sources')),
      head('<w:pStyle w:val="Titel"/><w:outlineLvl w:val="9"/>', run('Body text')),
      head('<w:pStyle w:val="Note"/>', run('Note')),
    ]
    expect(readAll(docxReader, docx(body.join(''), styles)).outline).toEqual([
      { title: 'Staff report', level: 0, page: 1 },
      { title: 'Fiscal impact', level: 1, page: 2 },
      { title: 'Sources', level: 2, page: 2 },
    ])
  })

  it('reads notes at the foot and at the end behind the last page', () => {
    const note = (text: string) => `<w:footnote><w:p>${run(text)}</w:p></w:footnote>`
    expect(
      word(`<w:p>${run('Contract')}</w:p>`, {
        'word/footnotes.xml': `<w:footnotes>${note('Five years')}</w:footnotes>`,
        'word/endnotes.xml': `<w:endnotes>${note('Sole source')}</w:endnotes>`,
      }),
    ).toEqual(['Contract\n\nFive years\n\nSole source'])
  })
})

describe('numbers as a cell shows them', () => {
  it.each([
    [1234.5, '#,##0.00', '1,234.50'],
    [1234567, '#,##0', '1,234,567'],
    [0.125, '0.0%', '12.5%'],
    [0.1 + 0.2, '', '0.3'],
    [2500, 'General', '2500'],
    [1500, '"$"#,##0.00', '$1,500.00'],
    [1500, '[$$-409]#,##0.00', '$1,500.00'],
    [1500, '[$€-407] #,##0', '€ 1,500'],
    [-1500, '"$"#,##0_);[Red]\\("$"#,##0\\)', '($1,500)'],
    [-1500, '$#,##0', '-$1,500'],
    [1500, '_($* #,##0.00_);_($* \\(#,##0.00\\);_($* "-"??_);_(@_)', '$1,500.00'],
    [2_500_000, '0.0,,"M"', '2.5M'],
    [7, '000', '007'],
    [46204, 'm/d/yyyy', '7/1/2026'],
    [46204, 'yyyy-mm-dd', '2026-07-01'],
    [46204, '[$-409]mmmm d, yyyy;@', 'July 1, 2026'],
    [46204, 'dddd, mmm d', 'Wednesday, Jul 1'],
    [46204.75, 'm/d/yy h:mm AM/PM', '7/1/26 6:00 PM'],
    [1.5, '[h]:mm', '36:00'],
    [0.5, '# ?/?', '0.5'],
    [-5, 'm/d/yyyy', '-5'],
  ])('%d as %j is %j', (number, code, shown) => {
    expect(numberShown(number, code)).toBe(shown)
  })

  it('come with strings that are shared, strings in the cell and built-in formats', () => {
    const sheet = `<worksheet><row><c t="s"><v>0</v></c><c t="inlineStr"><is><r><t>in the </t></r><r><t>cell</t></r></is></c></row><row><c s="1"><v>46204</v></c><c s="2"><v>0.15</v></c><c s="3"><v>48000</v></c></row></worksheet>`
    const book = (properties: string) =>
      pack({
        'xl/workbook.xml': `<workbook>${properties}<sheet name="Costs" r:id="r"/></workbook>`,
        'xl/_rels/workbook.xml.rels':
          '<Relationships><Relationship Id="r" Target="worksheets/sheet1.xml"/></Relationships>',
        'xl/sharedStrings.xml':
          '<sst><si><r><t>Shared </t></r><r><t>words</t></r><rPh><t>kana</t></rPh></si></sst>',
        'xl/styles.xml':
          '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="9"/><xf numFmtId="44"/></cellXfs></styleSheet>',
        'xl/worksheets/sheet1.xml': sheet,
      })
    const rows = (day: string) => [`Costs\nShared words\tin the cell\n${day}\t15%\t$48,000.00`]
    expect(textsOf(xlsxReader, book(''))).toEqual(rows('7/1/2026'))
    expect(textsOf(xlsxReader, book('<workbookPr date1904="1"/>'))).toEqual(rows('7/2/2030'))
  })
})
