import { tidyRow } from './mend-text.ts'
import { needPart, partName, partOf, relationsOf, walkXml } from './office-xml.ts'
import { givePages, type Reader } from './page-sink.ts'
import { listZip } from './zip.ts'

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

/** Number formats of cell styles that show a date or a sum, by the style's place. */
function stylesOf(xml: string): ReadonlyMap<number, 'date' | 'money'> {
  const formats = new Map<number, string>()
  const styles = new Map<number, 'date' | 'money'>()
  let inCells = false
  let at = 0
  walkXml(xml, {
    open(name, attributes) {
      if (name === 'numFmt') formats.set(Number(attributes.numFmtId), attributes.formatCode ?? '')
      else if (name === 'cellXfs') inCells = true
      else if (name === 'xf' && inCells) {
        const id = Number(attributes.numFmtId)
        const code = formats.get(id) ?? ''
        const bare = code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '')
        if ((id >= 14 && id <= 17) || id === 22 || /[dy]/i.test(bare)) styles.set(at, 'date')
        else if ((id >= 5 && id <= 8) || id === 42 || id === 44 || code.includes('$'))
          styles.set(at, 'money')
        at++
      }
    },
    close(name) {
      if (name === 'cellXfs') inCells = false
    },
  })
  return styles
}

const dayMs = 86_400_000

/** Days since the last of 1899, as Excel counts them; `2026-03-01`. */
function toDay(serial: number): string {
  return new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * dayMs).toISOString().slice(0, 10)
}

function shown(value: string, style: 'date' | 'money' | undefined): string {
  const number = Number(value)
  if (value === '' || !Number.isFinite(number) || style === undefined) return value
  if (style === 'date') return number > 0 && number < 2_958_466 ? toDay(number) : value
  const places = Number.isInteger(number) ? 0 : 2
  return number.toLocaleString('en-US', {
    style: 'currency',
    currency: 'USD',
    minimumFractionDigits: places,
    maximumFractionDigits: places,
  })
}

/** A sheet's rows, cells of a row on one line. */
function rowsOf(
  xml: string,
  strings: readonly string[],
  styles: ReadonlyMap<number, 'date' | 'money'>,
): string {
  const lines: string[] = []
  let cells: string[] = []
  let type = ''
  let style = 0
  let value = ''
  let inValue = false
  walkXml(xml, {
    open(name, { t, s }) {
      if (name === 'c') {
        type = t ?? 'n'
        style = Number(s ?? 0)
        value = ''
      } else if (name === 'v' || name === 't') inValue = true
    },
    text(words) {
      if (inValue) value += words
    },
    close(name) {
      if (name === 'v' || name === 't') inValue = false
      else if (name === 'c') {
        if (type === 's') cells.push(strings[Number(value)] ?? '')
        else if (type === 'b') cells.push(value === '1' ? 'TRUE' : 'FALSE')
        else cells.push(type === 'n' ? shown(value, styles.get(style)) : value)
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
  version: '1',
  read(bytes, limits, sink) {
    const entries = listZip(bytes)
    const sheets = sheetsOf(needPart(bytes, entries, 'xl/workbook.xml'))
    const relations = relationsOf(partOf(bytes, entries, 'xl/_rels/workbook.xml.rels'))
    const strings = sharedStrings(partOf(bytes, entries, 'xl/sharedStrings.xml'))
    const styles = stylesOf(partOf(bytes, entries, 'xl/styles.xml'))
    const pages = sheets.map(({ name, relation }) => {
      const target = relations.get(relation)
      const xml = target ? partOf(bytes, entries, partName('xl/', target)) : ''
      return [name, rowsOf(xml, strings, styles)].filter((words) => words).join('\n')
    })
    givePages(pages.length > 0 ? pages : [''], limits, sink)
  },
}
