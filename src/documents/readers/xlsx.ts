import { tidyRow } from './mend-text.ts'
import { formatCode, numberShown } from './number-format.ts'
import {
  mainPart,
  needPart,
  partName,
  partOf,
  relationsOf,
  sayMacros,
  walkXml,
} from './office-xml.ts'
import { givePages, type Reader } from './page-sink.ts'
import { partsOf } from './zip.ts'

/** Strings that cells point to, in order. */
function sharedStrings(xml: string): string[] {
  const strings: string[] = []
  let inText = false
  let isPhonetic = false
  walkXml(xml, {
    open(name) {
      if (name === 'si') strings.push('')
      else if (name === 't') inText = true
      else if (name === 'rPh') isPhonetic = true
    },
    text(words) {
      if (inText && !isPhonetic) strings.push((strings.pop() ?? '') + words)
    },
    close(name) {
      if (name === 't') inText = false
      else if (name === 'rPh') isPhonetic = false
    },
  })
  return strings
}

interface Sheet {
  readonly name: string
  readonly relation: string
}

function sheetsOf(workbook: string): Sheet[] {
  const sheets: Sheet[] = []
  walkXml(workbook, {
    open(tag, { name, state, ...attributes }) {
      const relation = attributes['r:id']
      // What a sheet hides is not what was shown to the council.
      if (tag === 'sheet' && name && relation && !state?.includes('idden'))
        sheets.push({ name, relation })
    },
  })
  return sheets
}

/** Number formats of cell styles, by the style's place. */
function stylesOf(xml: string): readonly string[] {
  const formats = new Map<number, string>()
  const styles: string[] = []
  let inCells = false
  walkXml(xml, {
    open(name, attributes) {
      if (name === 'numFmt') formats.set(Number(attributes.numFmtId), attributes.formatCode ?? '')
      else if (name === 'cellXfs') inCells = true
      else if (name === 'xf' && inCells)
        styles.push(formatCode(Number(attributes.numFmtId), formats))
    },
    close(name) {
      if (name === 'cellXfs') inCells = false
    },
  })
  return styles
}

/** Files of old Macs count days from 1904 on. */
const from1904 = 1_462

function shown(value: string, code: string, daysBefore: number): string {
  const number = Number(value)
  if (value === '' || !Number.isFinite(number)) return value
  const isDate = daysBefore > 0 && /[dy]/i.test(code.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, ''))
  return numberShown(isDate ? number + daysBefore : number, code)
}

/** A sheet's rows, cells of a row on one line. */
function rowsOf(
  xml: string,
  strings: readonly string[],
  styles: readonly string[],
  daysBefore: number,
): string {
  const lines: string[] = []
  let cells: string[] = []
  let type = ''
  let style = 0
  let value = ''
  let inValue = false
  let isPhonetic = false
  walkXml(xml, {
    open(name, { t, s }) {
      if (name === 'c') {
        type = t ?? 'n'
        style = Number(s ?? 0)
        value = ''
      } else if (name === 'v' || name === 't') inValue = !isPhonetic
      else if (name === 'rPh') isPhonetic = true
    },
    text(words) {
      if (inValue) value += words
    },
    close(name) {
      if (name === 'v' || name === 't') inValue = false
      else if (name === 'rPh') isPhonetic = false
      else if (name === 'c') {
        if (type === 's') cells.push(strings[Number(value)] ?? '')
        else if (type === 'b') cells.push(value === '1' ? 'TRUE' : 'FALSE')
        else cells.push(type === 'n' ? shown(value, styles[style] ?? '', daysBefore) : value)
      } else if (name === 'row') {
        lines.push(tidyRow(cells.join('\t')))
        cells = []
      }
    },
  })
  return lines.filter((line) => line !== '').join('\n')
}

/**
 * Workbooks: a page for each sheet that is shown, its name on the first line. Values are those
 * that were last computed; formulas are never run.
 *
 * Format: ECMA-376 part 1, chapter 18.
 */
export const xlsxReader: Reader = {
  name: 'xlsx',
  version: '4',
  read(bytes, limits, sink) {
    const entries = partsOf(bytes, sink)
    sayMacros(entries, 'xl', sink)
    const main = mainPart(bytes, entries, 'xl/workbook.xml')
    const workbook = needPart(bytes, entries, main.name)
    const daysBefore = /<(?:\w+:)?workbookPr[^>]*\bdate1904=["'](?:1|true)/.test(workbook)
      ? from1904
      : 0
    const sheets = sheetsOf(workbook)
    const relations = relationsOf(partOf(bytes, entries, main.relations))
    const strings = sharedStrings(partOf(bytes, entries, 'xl/sharedStrings.xml'))
    const styles = stylesOf(partOf(bytes, entries, 'xl/styles.xml'))
    const pages = sheets.map(({ name, relation }) => {
      const target = relations.get(relation)
      const xml = target ? partOf(bytes, entries, partName(main.folder, target)) : ''
      return [name, rowsOf(xml, strings, styles, daysBefore)].filter((words) => words).join('\n')
    })
    const names = sheets.map(({ name }, at) => ({ title: name, level: 0, page: at + 1 }))
    givePages(pages.length > 0 ? pages : [''], limits, sink, names)
  },
}
