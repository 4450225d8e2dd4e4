import { shorten } from '../../model/errors.ts'
import { counted } from './office-xml.ts'

type Attributes = Readonly<Record<string, string>>

/** Parts that are not shown where they stand. */
const unseen = new Set([
  'text:tracked-changes',
  'office:annotation',
  'text:note-citation',
  'style:style',
])

/** The family of the style that an element is shown by, and the attribute that names it. */
const styled: Readonly<Record<string, readonly [family: string, attribute: string]>> = {
  'text:p': ['paragraph', 'text:style-name'],
  'text:h': ['paragraph', 'text:style-name'],
  'text:span': ['text', 'text:style-name'],
  'table:table': ['table', 'table:style-name'],
  'draw:page': ['drawing-page', 'draw:style-name'],
}

interface Style {
  readonly parent: string
  /** Left open where its parent decides. */
  isHidden?: boolean
}

interface Table {
  readonly name: string
  /** First and last of columns that are hidden. */
  readonly unseen: (readonly [first: number, last: number])[]
  readonly hiddenColumns: Set<number>
  hiddenRows: number
  columns: number
  column: number
}

/** An element that is hidden; `tell` is called at its end, where it held words. */
interface Veil {
  hasWords: boolean
  readonly tell: () => void
}

const longestHeritage = 20
const isCollapsed = (visibility: string | undefined) =>
  visibility === 'collapse' || visibility === 'filter'
const repeats = (count: string | undefined) => Math.max(1, Number(count ?? 1) || 1)
const quietly = () => undefined

/** Follows the elements of an OpenDocument file, and knows which of them no person is shown. */
export class OdfHidden {
  /** What was hidden and held words. */
  readonly told: string[] = []
  readonly #styles = new Map<string, Style>()
  readonly #tables: Table[] = []
  readonly #open: (Veil | undefined)[] = []
  #style: Style | undefined
  #outermost: Veil | undefined
  #slides = 0

  get isHidden(): boolean {
    return this.#outermost !== undefined
  }

  open(name: string, attributes: Attributes): void {
    this.#readStyle(name, attributes)
    const tell = this.#reasonToHide(name, attributes)
    const veil = tell && !this.#outermost ? { hasWords: false, tell } : undefined
    this.#open.push(veil)
    this.#outermost ??= veil
  }

  /** Words that are there; counted where they are hidden. */
  words(words: string): void {
    if (this.#outermost && words.trim() !== '') this.#outermost.hasWords = true
  }

  close(name: string): void {
    const veil = this.#open.pop()
    if (veil) {
      if (veil.hasWords) veil.tell()
      this.#outermost = undefined
    }
    if (name === 'style:style') this.#style = undefined
    if (name === 'table:table') this.#endTable()
  }

  #readStyle(name: string, attributes: Attributes): void {
    if (name === 'style:style') {
      const family = attributes['style:family'] ?? ''
      this.#style = { parent: `${family} ${attributes['style:parent-style-name'] ?? ''}` }
      this.#styles.set(`${family} ${attributes['style:name'] ?? ''}`, this.#style)
    } else if (this.#style) {
      const display = attributes['text:display'] ?? attributes['table:display']
      const visibility = attributes['presentation:visibility']
      if (display) this.#style.isHidden = display === 'none' || display === 'false'
      if (visibility) this.#style.isHidden = visibility === 'hidden'
    }
  }

  #isHiddenBy(family: string, name: string): boolean {
    let style = this.#styles.get(`${family} ${name}`)
    for (let step = 0; style && style.isHidden === undefined && step < longestHeritage; step++) {
      style = this.#styles.get(style.parent)
    }
    return style?.isHidden ?? false
  }

  #reasonToHide(name: string, attributes: Attributes): (() => void) | undefined {
    if (name === 'table:table') this.#beginTable(attributes['table:name'] ?? '')
    if (name === 'draw:page') this.#slides++
    const table = this.#tables.at(-1)
    if (table && name === 'table:table-column') this.#addColumns(table, attributes)
    if (table && name === 'table:table-row') {
      table.column = 0
      if (isCollapsed(attributes['table:visibility'])) return () => void table.hiddenRows++
    }
    if (table && (name === 'table:table-cell' || name === 'table:covered-table-cell')) {
      const first = table.column
      table.column += repeats(attributes['table:number-columns-repeated'])
      const last = table.column - 1
      const isUnseen = table.unseen.some(([from, to]) => first >= from && last <= to)
      return isUnseen ? () => void table.hiddenColumns.add(first) : undefined
    }
    const [family, attribute] = styled[name] ?? []
    if (family && attribute && this.#isHiddenBy(family, attributes[attribute] ?? '')) {
      const slide = this.#slides
      if (name === 'draw:page') return () => void this.told.push(`slide ${slide}`)
      if (name !== 'table:table') return quietly
      return () => void this.told.push(`the sheet "${shorten(table?.name ?? '')}"`)
    }
    const isSectionHidden = name === 'text:section' && attributes['text:display'] === 'none'
    return isSectionHidden || unseen.has(name) ? quietly : undefined
  }

  #beginTable(name: string): void {
    const hiddenColumns = new Set<number>()
    this.#tables.push({ name, unseen: [], hiddenColumns, hiddenRows: 0, columns: 0, column: 0 })
  }

  #addColumns(table: Table, attributes: Attributes): void {
    const first = table.columns
    table.columns += repeats(attributes['table:number-columns-repeated'])
    if (isCollapsed(attributes['table:visibility'])) table.unseen.push([first, table.columns - 1])
  }

  #endTable(): void {
    const table = this.#tables.pop()
    if (!table) return
    const of = table.name === '' ? '' : ` of "${shorten(table.name)}"`
    const { hiddenRows, hiddenColumns } = table
    if (hiddenRows > 0) this.told.push(counted(hiddenRows, 'row') + of)
    if (hiddenColumns.size > 0) this.told.push(counted(hiddenColumns.size, 'column') + of)
  }
}
