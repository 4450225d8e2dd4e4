import { shorten } from '../../model/errors.ts'
import type { OutlineEntry } from '../document-text.ts'
import { formatCode } from './number-format.ts'
import {
  counted,
  mainPart,
  needPart,
  partName,
  partOf,
  relationsOf,
  sayHidden,
  sayMacros,
  walkXml,
} from './office-xml.ts'
import { givePages, type Reader } from './page-sink.ts'
import { sheetText } from './xlsx-sheet.ts'
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
  readonly isHidden: boolean
}

function sheetsOf(workbook: string): Sheet[] {
  const sheets: Sheet[] = []
  walkXml(workbook, {
    open(tag, { name, state, ...attributes }) {
      const relation = attributes['r:id']
      // "hidden" or "veryHidden".
      const isHidden = state?.includes('idden') ?? false
      if (tag === 'sheet' && name && relation) sheets.push({ name, relation, isHidden })
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

/**
 * Workbooks: a page for each sheet that is shown, its name on the first line. Values are those
 * that were last computed; formulas are never run.
 *
 * Format: ECMA-376 part 1, chapter 18.
 */
export const xlsxReader: Reader = {
  name: 'xlsx',
  version: '5',
  read(bytes, limits, sink) {
    const entries = partsOf(bytes, sink)
    sayMacros(entries, 'xl', sink)
    const main = mainPart(bytes, entries, 'xl/workbook.xml')
    const workbook = needPart(bytes, entries, main.name)
    const isOld = /<(?:\w+:)?workbookPr[^>]*\bdate1904=["'](?:1|true)/.test(workbook)
    const relations = relationsOf(partOf(bytes, entries, main.relations))
    const shared = {
      strings: sharedStrings(partOf(bytes, entries, 'xl/sharedStrings.xml')),
      styles: stylesOf(partOf(bytes, entries, 'xl/styles.xml')),
      daysBefore: isOld ? from1904 : 0,
    }
    const hidden: string[] = []
    const pages: string[] = []
    const names: OutlineEntry[] = []
    for (const { name, relation, isHidden } of sheetsOf(workbook)) {
      if (isHidden) {
        hidden.push(`the sheet "${shorten(name)}"`)
        continue
      }
      const target = relations.get(relation)
      const xml = target ? partOf(bytes, entries, partName(main.folder, target)) : ''
      const { text, hiddenRows, hiddenColumns } = sheetText(xml, shared)
      const of = ` of "${shorten(name)}"`
      if (hiddenRows > 0) hidden.push(counted(hiddenRows, 'row') + of)
      if (hiddenColumns > 0) hidden.push(counted(hiddenColumns, 'column') + of)
      pages.push([name, text].filter((words) => words).join('\n'))
      names.push({ title: name, level: 0, page: pages.length })
    }
    sayHidden(hidden, sink)
    givePages(pages.length > 0 ? pages : [''], limits, sink, names)
  },
}
