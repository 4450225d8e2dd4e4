import { tidyRow } from './mend-text.ts'
import { numberShown } from './number-format.ts'
import { walkXml } from './office-xml.ts'

/** What the cells of a workbook point to. */
export interface SharedParts {
  readonly strings: readonly string[]
  /** Number formats of cell styles, by the style's place. */
  readonly styles: readonly string[]
  /** Days to add to every date. */
  readonly daysBefore: number
}

/** A sheet as it is shown: cells of a row on one line. */
export interface SheetText {
  readonly text: string
  /** Rows and columns that hold words and are not shown. */
  readonly hiddenRows: number
  readonly hiddenColumns: number
}

function shown(value: string, code: string, daysBefore: number): string {
  const number = Number(value)
  if (value === '' || !Number.isFinite(number)) return value
  const isDate = daysBefore > 0 && /[dy]/i.test(code.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, ''))
  return numberShown(isDate ? number + daysBefore : number, code)
}

/** `B7` stands in the second column. */
function columnOf(reference: string): number {
  let column = 0
  for (const letter of /^[A-Z]{1,3}/.exec(reference)?.[0] ?? '')
    column = column * 26 + letter.charCodeAt(0) - 64
  return column
}

const isHidden = (value: string | undefined) => value === '1' || value === 'true'

/** The words of a sheet without the rows and columns that it hides. */
export function sheetText(xml: string, { strings, styles, daysBefore }: SharedParts): SheetText {
  const lines: string[] = []
  const unseen: (readonly [first: number, last: number])[] = []
  const hiddenColumns = new Set<number>()
  let hiddenRows = 0
  let isRowHidden = false
  let cells: string[] = []
  let column = 0
  let type = ''
  let style = 0
  let value = ''
  let inValue = false
  let isPhonetic = false

  function words(): string {
    if (type === 's') return strings[Number(value)] ?? ''
    if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE'
    return type === 'n' ? shown(value, styles[style] ?? '', daysBefore) : value
  }

  function endCell(): void {
    const text = words()
    const isUnseen = unseen.some(([first, last]) => column >= first && column <= last)
    if (!isUnseen) cells.push(text)
    else if (text !== '') hiddenColumns.add(column)
  }

  function endRow(): void {
    const line = tidyRow(cells.join('\t'))
    if (!isRowHidden) lines.push(line)
    else if (line !== '') hiddenRows++
    cells = []
  }

  walkXml(xml, {
    open(name, { t, s, r, hidden, min, max }) {
      if (name === 'c') {
        type = t ?? 'n'
        style = Number(s ?? 0)
        value = ''
        column = r ? columnOf(r) : column + 1
      } else if (name === 'v' || name === 't') inValue = !isPhonetic
      else if (name === 'rPh') isPhonetic = true
      else if (name === 'row') {
        isRowHidden = isHidden(hidden)
        column = 0
      } else if (name === 'col' && isHidden(hidden)) unseen.push([Number(min), Number(max)])
    },
    text(part) {
      if (inValue) value += part
    },
    close(name) {
      if (name === 'v' || name === 't') inValue = false
      else if (name === 'rPh') isPhonetic = false
      else if (name === 'c') endCell()
      else if (name === 'row') endRow()
    },
  })
  const text = lines.filter((line) => line !== '').join('\n')
  return { text, hiddenRows, hiddenColumns: hiddenColumns.size }
}
